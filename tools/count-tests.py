#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the results of Meson's tests in the build directories that are named.

A directory whose tests did not run counts as one failure. The last line is
"N passed, N failed"; the exit status is 0 only if something passed and nothing failed.
"""

import json
import pathlib
import sys

PASSED = {"OK", "EXPECTEDFAIL"}
SKIPPED = {"SKIP", "IGNORED"}


def results(directory):
    """Yields (name, result) of each test; one failure where none ran."""
    log = pathlib.Path(directory, "meson-logs", "testlog.json")
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    if not lines:
        yield f"{directory} (no test ran)", "ERROR"
    for line in lines:
        test = json.loads(line)
        yield f"{directory}: {test['name']}", test["result"]


def main():
    everything = [row for directory in sys.argv[1:] for row in results(directory)]
    passed = [name for name, result in everything if result in PASSED]
    skipped = [name for name, result in everything if result in SKIPPED]
    failed = [row for row in everything if row[1] not in PASSED | SKIPPED]

    print()
    for name in skipped:
        print(f"skipped: {name}")
    for name, result in failed:
        print(f"{result.lower()}: {name}")
    print(f"{len(passed)} passed, {len(failed)} failed", flush=True)
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
