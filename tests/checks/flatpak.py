#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest is understood in every word, asks for no more than a window, and its runtime has
every library that the build asks for."""

import json
import re
import subprocess
import sys
import tempfile

import tree

ALLOWED = {"--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"}

# in the GNOME runtime: what is not needs a module of its own in the manifest. GTK itself has the subsetter
# from 4.14 on.
RUNTIME = {"glib-2.0", "gobject-2.0", "gmodule-no-export-2.0", "gio-2.0", "gio-unix-2.0", "sqlite3",
           "cairo", "cairo-pdf", "pangocairo", "gdk-pixbuf-2.0", "zlib", "harfbuzz", "harfbuzz-subset", "json-glib-1.0",
           "gtk4", "libadwaita-1"}


def wanted():
    return set(re.findall(r"\bdependency\('([^']+)'", (tree.root() / "meson.build").read_text()))


def main():
    manifest = tree.root() / "flatpak" / "io.github.kith_maps.Kith.json"
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ["flatpak-builder", "--show-manifest", str(manifest)],
            cwd=folder, capture_output=True, text=True, check=False,
        )
    # unknown properties are only warned of
    bad = done.stderr.splitlines()
    built = set()
    if done.returncode == 0:
        shown = json.loads(done.stdout)
        asked = set(shown["finish-args"])
        built = {module["name"] for module in shown["modules"]}
        bad += [f"asks for {word}" for word in sorted(asked - ALLOWED)]
    bad += [f"the runtime may lack {name}" for name in sorted(wanted() - RUNTIME - built)]
    print(*bad, sep="\n")
    return 1 if bad or done.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
