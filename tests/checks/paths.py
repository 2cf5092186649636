#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing in the tree names a place of the machine that it was written on."""

import re
import sys

import tree

# a path from the root that exists on one machine only; /tmp is everybody's, a folder in it is not
PLACE = re.compile(r"(?<![\w.}>)*$~-])/(home|root|work|workspace|Users)/\w|(?<![\w}$])/tmp/\w")


def main():
    bad = []
    for path in tree.files():
        text = tree.text(path)
        for number, line in enumerate((text or "").splitlines(), 1):
            if PLACE.search(line) and path.name != "paths.py":
                bad.append(f"{path}:{number}: {line.strip()}")
    print(*bad, sep="\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
