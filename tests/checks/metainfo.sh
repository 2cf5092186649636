#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The description for software centres ($1) is valid and its newest release is the version $2.
set -eu
status=0
said=$(appstreamcli validate --no-net --pedantic "$1" 2>&1) || status=$?
# the application id has a capital letter, as GNOME's have; anything else is a complaint
bad=$(grep -E '^[EWIP]:' <<<"$said" | grep -v 'cid-contains-uppercase-letter') || true
if [ "$status" != 0 ] || [ -n "$bad" ]; then
  echo "$said"
  exit 1
fi
newest=$(grep -o -m1 '<release [^>]*version="[^"]*"' "$1" | sed 's/.*version="//; s/"$//')
if [ "$newest" != "$2" ]; then
  echo "the newest release is $newest, the program is $2"
  exit 1
fi
