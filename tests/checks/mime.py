#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A map is recognised by its name and, without one, by what is in it.

Arguments: the MIME description as it is built, and maps that must be recognised too.
"""

import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

KITH = "application/x-kith"
APPLICATION_ID = 0x4B495448


def make_database(path, application_id):
    with sqlite3.connect(path) as database:
        database.execute(f"PRAGMA application_id = {application_id}")
        database.execute("CREATE TABLE thing (id INTEGER PRIMARY KEY)")
    database.close()


def run(data_home, *command):
    """What a tool says that looks for types in `data_home` first."""
    places = {"XDG_DATA_HOME": str(data_home), "XDG_DATA_DIRS": "/usr/local/share:/usr/share"}
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, **places}
    )
    return done.stdout


def content_type(path, data_home):
    said = run(data_home, "gio", "info", "-a", "standard::content-type", str(path))
    return said.split("standard::content-type:")[1].split()[0]


def cases(folder, maps):
    """(file, whether it is a map)"""
    named, nameless, other = (folder / name for name in ("named.kith", "nameless", "other"))
    named.write_bytes(b"\x00 nothing that could be recognised")
    make_database(nameless, APPLICATION_ID)
    make_database(other, 1)
    yield named, True
    yield nameless, True
    yield other, False
    for number, path in enumerate(maps):
        copy = folder / f"map-{number}"
        shutil.copyfile(path, copy)
        yield copy, True


def main():
    bad = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        packages = folder / "data" / "mime" / "packages"
        packages.mkdir(parents=True)
        shutil.copyfile(sys.argv[1], packages / "kith.xml")
        run(folder / "data", "update-mime-database", str(folder / "data" / "mime"))
        for path, is_map in cases(folder, sys.argv[2:]):
            found = content_type(path, folder / "data")
            if (found == KITH) != is_map:
                bad.append(f"{path.name} is taken for {found}")
    print(*bad, sep="\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
