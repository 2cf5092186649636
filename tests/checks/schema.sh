#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The settings in the folder $1 are valid.
set -eu
glib-compile-schemas --strict --dry-run "$1"
