#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source file says its licence: C in its first line, others in one of the first three."""

import sys

import tree

LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
ENDINGS = (".c", ".h", ".py", ".sh", ".build", ".ui", ".xml", ".xml.in", ".desktop.in", ".svg", ".css")
NAMES = {"meson_options.txt", ".clang-format", ".editorconfig", "POTFILES.in", "LINGUAS"}


def needs_licence(path, text):
    return path.name.endswith(ENDINGS) or path.name in NAMES or text.startswith("#!")


def has_licence(path, text):
    lines = text.splitlines()[:3]
    if path.suffix in (".c", ".h"):
        return bool(lines) and lines[0] == f"/* {LICENCE} */"
    return any(LICENCE in line for line in lines)


def main():
    bad = []
    count = 0
    for path in tree.files():
        text = tree.text(path)
        if text is None or not needs_licence(path, text):
            continue
        count += 1
        if not has_licence(path, text):
            bad.append(f"{path}: no licence line")
    print(*bad, sep="\n")
    print(f"{count} files")
    return 1 if bad or not count else 0


if __name__ == "__main__":
    sys.exit(main())
