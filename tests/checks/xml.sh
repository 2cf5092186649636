#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every XML file of the tree $1 is well formed.
set -eu
find "$1/data" "$1/ui" \( -name '*.xml' -o -name '*.xml.in' -o -name '*.ui' -o -name '*.svg' \) \
  -print0 | xargs -0 xmllint --noout --nonet
