#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No file of C is longer than 600 lines: at that length it is two nouns."""

import sys

import tree

MOST = 600


def main():
    bad = []
    for path in tree.files():
        if path.suffix in (".c", ".h"):
            lines = len(tree.text(path).splitlines())
            if lines > MOST:
                bad.append(f"{path}: {lines} lines")
    print(*bad, sep="\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
