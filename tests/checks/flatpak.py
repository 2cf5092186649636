#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest is understood in every word and asks for no more than a window."""

import json
import subprocess
import sys
import tempfile

import tree

ALLOWED = {"--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"}


def main():
    manifest = tree.root() / "flatpak" / "io.github.kith_maps.Kith.json"
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ["flatpak-builder", "--show-manifest", str(manifest)],
            cwd=folder, capture_output=True, text=True, check=False,
        )
    # unknown properties are only warned of
    bad = done.stderr.splitlines()
    if done.returncode == 0:
        asked = set(json.loads(done.stdout)["finish-args"])
        bad += [f"asks for {word}" for word in sorted(asked - ALLOWED)]
    print(*bad, sep="\n")
    return 1 if bad or done.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
