#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tools/count-tests.py counts what failed, also where nothing ran."""

import json
import pathlib
import subprocess
import sys
import tempfile

import tree

# results of two builds (None: it left no log), closing line, exit status
CASES = (
    ((["OK", "OK"], ["OK"]), "3 passed, 0 failed", 0),
    ((["OK", "FAIL"], ["TIMEOUT"]), "1 passed, 2 failed", 1),
    ((["OK", "SKIP"], ["ERROR"]), "1 passed, 1 failed", 1),
    ((["OK"], None), "1 passed, 1 failed", 1),
    ((["OK"], []), "1 passed, 1 failed", 1),
    ((["OK", "INTERRUPT"], ["UNEXPECTEDPASS"]), "1 passed, 2 failed", 1),
)


def make_log(build, results):
    logs = build / "meson-logs"
    logs.mkdir(parents=True)
    lines = (json.dumps({"name": f"t{n}", "result": text}) for n, text in enumerate(results))
    (logs / "testlog.json").write_text("\n".join(lines), encoding="utf-8")


def count(builds):
    with tempfile.TemporaryDirectory() as folder:
        names = [pathlib.Path(folder, str(number)) for number in range(len(builds))]
        for build, results in zip(names, builds):
            if results is not None:
                make_log(build, results)
        done = subprocess.run(
            [sys.executable, tree.root() / "tools" / "count-tests.py", *names],
            capture_output=True, text=True, check=False,
        )
    return done.stdout.splitlines()[-1], done.returncode


def main():
    bad = 0
    for builds, line, status in CASES:
        found = count(builds)
        if found != (line, status):
            print(f"{builds}: {found}, not {(line, status)}")
            bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
