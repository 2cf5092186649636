#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every icon that is named in the interface exists, is bundled, and can be recoloured."""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

import tree

SVG = "{http://www.w3.org/2000/svg}"
ADWAITA = pathlib.Path("/usr/share/icons/Adwaita")
NAMED = re.compile(r"[\">]([a-z0-9.]+(?:-[a-z0-9]+)*-symbolic)[\"<]")


def drawn():
    return {path.stem: path for path in (tree.root() / "data" / "icons").rglob("*-symbolic.svg")}


def drawing_faults(path):
    """GTK recolours the fill of paths on a grid of 16, and nothing else."""
    top = ElementTree.parse(path).getroot()
    if top.get("viewBox") != "0 0 16 16":
        yield f"{path.name}: not on a grid of 16"
    for element in top:
        if element.tag != f"{SVG}path" or element.get("stroke") is not None:
            yield f"{path.name}: {element.tag.removeprefix(SVG)} cannot be recoloured"


def names_used():
    """(icon, file) for each symbolic icon that code or interface names."""
    for path in tree.files():
        if path.parts[0] in ("src", "ui") and path.suffix in (".c", ".h", ".ui"):
            for name in NAMED.findall(tree.text(path)):
                yield name, path


def main():
    own = drawn()
    theirs = {re.sub(r"(\.symbolic)?$", "", path.stem) for path in ADWAITA.rglob("*-symbolic*")}
    bundle = tree.root() / "ui" / "kith.gresource.xml"
    bundled = bundle.read_text(encoding="utf-8") if bundle.exists() else None
    bad = [fault for path in own.values() for fault in drawing_faults(path)]

    for name, path in sorted(set(names_used())):
        if name not in own and name not in theirs:
            bad.append(f"{path}: {name}: there is no such icon")
        elif name in own and bundled is not None and f"{name}.svg" not in bundled:
            bad.append(f"{path}: {name}: not in ui/kith.gresource.xml")
    print(*bad, sep="\n")
    print(f"{len(own)} icons of our own")
    return 1 if bad or not own else 0


if __name__ == "__main__":
    sys.exit(main())
