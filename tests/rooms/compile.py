#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Including upwards does not compile.

For each room, a small file is compiled with exactly the flags that the room's own code gets (from
compile_commands.json): a header of a room above, or of GTK where the room may not use it, must not
be found; the room's own headers, and one of each room that it may use, must compile.
"""

import json
import pathlib
import shlex
import subprocess
import sys
import tempfile

import rooms


def room_flags(source, build):
    """For each room: compiler and flags of its own code, as (command, directory)."""
    found = {}
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        directory = pathlib.Path(entry["directory"])
        path = (directory / entry["file"]).resolve()
        room = path.parent.name
        if path.parent.parent != source / "src" or room in found or room not in rooms.USES:
            continue
        if ".so.p/" in entry["output"]:
            continue  # a module of its own sees less than its room
        words = shlex.split(entry["command"])
        compiler = [word for word in words[:2] if not word.startswith("-")][-1]
        keep = ("-I", "-isystem", "-D", "-std", "-pthread", "-m")
        flags = [word for word in words[1:] if word.startswith(keep)]
        found[room] = ([compiler, *flags], directory)
    return found


def compile_includes(command, directory, includes):
    """The compiler's complaint about a file of these includes; empty where it compiles."""
    with tempfile.NamedTemporaryFile("w", suffix=".c") as file:
        file.write("".join(f"#include {include}\n" for include in includes))
        file.write("extern int kith_nothing;\n")
        file.flush()
        run = subprocess.run(
            [*command, "-fsyntax-only", file.name],
            cwd=directory, capture_output=True, text=True, check=False,
            env={"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C"},
        )
    return run.stderr if run.returncode else ""


def must_fail(command, directory, room, include):
    complaint = compile_includes(command, directory, [include])
    if not complaint:
        yield f"{room}: could include {include}, which it must not see"
    elif "No such file or directory" not in complaint:
        yield f"{room}: {include} fails for another reason:\n{complaint}"


def must_compile(command, directory, room, includes):
    complaint = compile_includes(command, directory, includes)
    if complaint:
        yield f"{room}: cannot include what it may:\n{complaint}"


def check_room(source, room, command, directory):
    allowed = []
    for other in rooms.USES:
        names = [f'"{name}"' for name in rooms.headers(source, other)]
        if other == room or other in rooms.USES[room]:
            allowed += names if other == room else names[:1]
        elif other not in rooms.below(room) and names:
            yield from must_fail(command, directory, room, names[0])
    yield from must_compile(command, directory, room, allowed)
    if "gtk" not in rooms.OUTSIDE[room]:
        yield from must_fail(command, directory, room, "<gtk/gtk.h>")


def main():
    source, build = rooms.root(), pathlib.Path(sys.argv[1])
    flags = room_flags(source, build)
    present = rooms.built(source)
    bad = [f"{room}: none of its code is compiled" for room in present if room not in flags]

    for room in present:
        if room in flags:
            bad.extend(check_room(source, room, *flags[room]))

    print(*bad, sep="\n")
    print(f"{len(flags)} rooms: {', '.join(sorted(flags))}")
    return 1 if bad or not flags else 0


if __name__ == "__main__":
    sys.exit(main())
