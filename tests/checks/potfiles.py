#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in names every file that has text for translators, and no other.

With --write it brings the list up to date instead.
"""

import re
import sys

import tree

MARKED = re.compile(r"\b(_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2)\s*\(")
OTHERS = (".desktop.in", ".metainfo.xml.in", ".mime.xml.in", ".gschema.xml")


def has_text(path):
    if path.parts[0] == "src" and path.suffix in (".c", ".h"):
        return MARKED.search(tree.text(path)) is not None
    if path.parts[0] == "ui":
        return path.suffix == ".ui"
    return path.parts[0] == "data" and path.name.endswith(OTHERS)


def main():
    wanted = sorted(path.as_posix() for path in tree.files() if has_text(path))
    potfiles = tree.root() / "po" / "POTFILES.in"

    if "--write" in sys.argv[1:]:
        head = "# SPDX-License-Identifier: GPL-3.0-or-later\n"
        potfiles.write_text(head + "".join(f"{path}\n" for path in wanted), encoding="utf-8")
        return 0

    lines = potfiles.read_text(encoding="utf-8").splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    for path in sorted(set(wanted) - set(listed)):
        print(f"{path}: not in po/POTFILES.in (tests/checks/potfiles.py --write adds it)")
    for path in sorted(set(listed) - set(wanted)):
        print(f"{path}: in po/POTFILES.in without text for translators")
    return 0 if sorted(listed) == wanted else 1


if __name__ == "__main__":
    sys.exit(main())
