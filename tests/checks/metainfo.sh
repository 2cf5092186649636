#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The description for software centres ($1) is valid and its newest release is the version $2.
set -eu
status=0
said=$(appstreamcli validate --no-net --pedantic "$1" 2>&1) || status=$?
# The application id has a capital letter, as GNOME's have. Newer versions miss a web page, which
# there is none of, and want the developer in a form that the oldest supported one does not know.
known='cid-contains-uppercase-letter|url-homepage-missing|developer-name-tag-deprecated'
known+='|developer-info-missing'
bad=$(grep -E '^[EWIP]:' <<<"$said" | grep -vE "$known") || true
if [ "$status" != 0 ] && ! grep -qE "url-homepage-missing" <<<"$said" || [ -n "$bad" ]; then
  echo "$said"
  exit 1
fi
newest=$(grep -o -m1 '<release [^>]*version="[^"]*"' "$1" | sed 's/.*version="//; s/"$//')
if [ "$newest" != "$2" ]; then
  echo "the newest release is $newest, the program is $2"
  exit 1
fi
