#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that were built for different sets of instructions print the same; 77: cannot run here."""

import subprocess
import sys


def main():
    prints = {}
    for program in sys.argv[1:]:
        run = subprocess.run([program], capture_output=True, text=True, check=False)
        if run.returncode == 77:
            print(f"{program}: not on this processor")
            continue
        if run.returncode != 0 or not run.stdout:
            print(f"{program}: failed with {run.returncode}")
            return 1
        prints[program] = run.stdout.splitlines()
    if len(prints) < 2:
        return 77
    first, *others = prints
    bad = 0
    for other in others:
        for one, two in zip(prints[first], prints[other], strict=True):
            if one != two:
                print(f"{first}: {one}\n{other}: {two}")
                bad += 1
    print(f"{len(prints)} programs, {len(prints[first])} pictures, {bad} differ")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
