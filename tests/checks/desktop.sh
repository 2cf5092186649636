#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The launcher is valid: $1 is the desktop file as it is installed.
set -eu
said=$(desktop-file-validate "$1" 2>&1) || { echo "$said"; exit 1; }
[ -z "$said" ] || { echo "$said"; exit 1; }
grep -qx 'MimeType=application/x-kith;' "$1"
