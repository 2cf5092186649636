#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every #include under src/ names only what its room may use, and by plain name."""

import re
import sys

import rooms


def complaints(source, room, uses, owner, path):
    """What is wrong with the includes of one file, whose room may use the rooms of `uses`."""
    name = path.relative_to(source / "src").as_posix()
    outside = re.compile(f"{rooms.C_HEADERS}|{rooms.OUTSIDE[room]}")
    posix = re.compile(rooms.POSIX)

    for mark, header in rooms.INCLUDE.findall(path.read_text(encoding="utf-8")):
        if mark == '"':
            if "/" in header:
                yield f"src/{name}: {header}: write the plain name"
            elif header in owner and owner[header] not in uses | {room}:
                yield f"src/{name}: {header} is of {owner[header]}, which {room} may not use"
            elif header.endswith("-private.h") and owner.get(header) != room:
                yield f"src/{name}: {header} is private to {owner.get(header)}"
            elif header not in owner and header not in rooms.GENERATED.get(room, ()):
                yield f"src/{name}: {header}: no such header in src/"
        elif name in rooms.POSIX_FILES and posix.fullmatch(header):
            continue
        elif not outside.fullmatch(header):
            yield f"src/{name}: <{header}>: {room} may not use it"


def main():
    source = rooms.root()
    found = rooms.built(source)
    owner = {header: room for room in rooms.USES for header in rooms.headers(source, room)}
    owner |= {path.name: "app" for path in (source / "src").glob("*.h")}
    strangers = {path.parent.name for path in (source / "src").glob("*/meson.build")} - set(rooms.USES)
    bad = [f"src/{name}: not in the table of rooms" for name in sorted(strangers)]

    files = [(room, rooms.USES[room], path)
             for room in found for path in rooms.source_files(source, room)]
    files += [("app", rooms.PROGRAM_USES, path) for path in sorted((source / "src").glob("*.[ch]"))]
    for room, uses, path in files:
        bad.extend(complaints(source, room, uses, owner, path))

    print(*bad, sep="\n")
    print(f"{len(files)} files in {len(found)} rooms")
    return 1 if bad or not found else 0


if __name__ == "__main__":
    sys.exit(main())
