# SPDX-License-Identifier: GPL-3.0-or-later
"""The rooms of src/, and what each may use. The table of ARCHITECTURE.md, for the tests."""

import pathlib
import re

# room: the rooms whose headers it may name
USES = {
    "model": set(),
    "layout": set(),
    "store": {"model"},
    "analysis": {"model"},
    "render": {"model"},
    "interchange": {"model"},
    "document": {"model", "store", "layout"},
    "film": {"model", "store", "render"},
    "canvas": {"model", "interchange", "document", "render", "layout"},
    "cli": {"model", "store", "layout", "analysis", "render", "interchange", "document", "film"},
    "app": {"model", "store", "layout", "analysis", "render", "interchange", "document", "film",
            "canvas"},
}

# src/main.c, the program itself, stands above all rooms
PROGRAM_USES = {"app", "cli"}

# room: the headers from elsewhere that it may name, as patterns; C's own are free to all
C_HEADERS = (
    r"(assert|ctype|errno|float|inttypes|limits|locale|math|stdarg|stdbool|stddef|stdint|stdio"
    r"|stdlib|string|time)\.h"
)
GLIB = r"glib\.h|glib-object\.h|glib/gi18n(-lib)?\.h|glib/gstdio\.h|glib/gprintf\.h"
GIO = r"gio/gio\.h"
CAIRO = r"cairo(-pdf|-svg)?\.h|pango/pango(cairo)?\.h"
GTK = r"gtk/gtk\.h|gdk/[a-z0-9/]+\.h|graphene\.h|" + CAIRO
POSIX = r"(fcntl|unistd|dirent|poll|signal)\.h|sys/[a-z]+\.h|glib-unix\.h"
OUTSIDE = {
    "model": GLIB,
    "layout": r"glib\.h",
    "store": rf"{GLIB}|{GIO}|sqlite3\.h",
    "analysis": rf"{GLIB}|{GIO}|gmodule\.h|igraph/igraph\.h",
    "render": rf"{GLIB}|{GIO}|{CAIRO}|hb(-ot|-subset)?\.h|gdk-pixbuf/gdk-pixbuf\.h|(zlib|libdeflate)\.h",
    "interchange": rf"{GLIB}|{GIO}|json-glib/json-glib\.h|archive(_entry)?\.h",
    "document": rf"{GLIB}|{GIO}",
    "film": rf"{GLIB}|{GIO}|cairo\.h",
    "canvas": rf"{GLIB}|{GIO}|{GTK}|adwaita\.h",
    "app": rf"{GLIB}|{GIO}|{GTK}|adwaita\.h",
    "cli": rf"{GLIB}|{GIO}|json-glib/json-glib\.h",
}
# headers that the build makes, for each room
GENERATED = {
    "store": {"kith-schema-resources.h"},
    "analysis": {"kith-config.h"},
    "cli": {"kith-config.h"},
    "app": {"kith-config.h", "kith-resources.h"},
}
# what only POSIX has is kept together, so that another system needs one file only
POSIX_FILES = {"store/kith-posix.c", "store/kith-posix-end.c", "store/kith-posix.h", "main.c"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]', re.MULTILINE)


def below(room):
    """All rooms on which `room` stands, directly or not."""
    found = set()
    todo = list(USES[room])
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo.extend(USES[name])
    return found


def built(source):
    """The rooms that there are, from the ground up."""
    return [room for room in USES if (source / "src" / room / "meson.build").exists()]


def headers(source, room):
    return sorted(path.name for path in (source / "src" / room).glob("*.h"))


def source_files(source, room):
    return sorted(path for path in (source / "src" / room).rglob("*.[ch]"))


def root():
    return pathlib.Path(__file__).resolve().parents[2]
