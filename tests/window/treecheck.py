# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold of everything in the accessibility tree, whatever page is open.

`faults(kith)` walks all windows and says what a screen reader would stumble over: something that
is operated or focused and has no name or is named after its class, a list or picture that is read
out by its class, and text of which nothing is left to see. Exceptions stand below with reasons.
"""
import kithtest
from kithtest import Atspi, CLASS_NAME, GLib, OPERATED, children, describe, heard

# What a screen reader tells by its name when one comes to it; panels and fillers it passes over.
NAMED = OPERATED | {"list", "list box", "table", "image", "link", "tree table", "dialog", "frame",
                    "alert", "page tab"}

# Toolkit parts that nobody can name from outside, and why that does no harm.
EXCEPTIONS = {
    ("scroll pane", ""): "scrolls what has names itself; the keyboard passes through it",
    ("scroll pane", "GtkScrolledWindow"): "the same",
    ("list item", ""): "a row around a row of libadwaita, or a choice named by the label in it",
    ("table row", "GtkListItemWidget"): "a row of a column view, whose cells are read in its place",
    ("alert", ""): "a bar whose words are its label",
}
# Rows of libadwaita have little signs (a pencil, an arrow), which say nothing that the row does
# not; a menu's have its icon.
ROWS = {"text", "entry", "combo box", "list item", "menu item", "push button", "button", "toggle button"}


def is_shown(item):
    return item.get_state_set().contains(Atspi.StateType.VISIBLE)


def size(item):
    try:
        box = Atspi.Component.get_extents(item, Atspi.CoordType.WINDOW)
        return box.width, box.height
    except GLib.Error:
        return None


def has_text(item):
    """The row has words of its own in it: they are read in its place."""
    return any(i.get_role_name() == "label" and heard(i) for i in walk(item))


def walk(root):
    todo = [root]
    while todo:
        item = todo.pop()
        yield item
        todo.extend(c for c in children(item) if is_shown(c))


def is_around_rows(item):
    """The list that libadwaita 1.7 has around the title of a row that unfolds, and tells of as a panel:
    the keyboard passes through it to the row."""
    rows = list(children(item))
    return bool(rows) and all(row.get_role_name() == "list item" and heard(row) for row in rows)


def is_excused(item, name, within):
    role = item.get_role_name()
    if role == "image":
        return bool(within & ROWS)
    if role == "list item" and not name:
        return has_text(item)
    if "combo box" in within and (name == "GtkListItemWidget" or kithtest.IS_NEWER and role == "panel"):
        return has_text(item)  # what a drop-down shows as chosen: its words are in it
    if kithtest.IS_NEWER and role == "panel" and "list item" in within:
        return is_around_rows(item)
    return (role, name) in EXCEPTIONS


def is_wrongly_named(item, within):
    role = item.get_role_name()
    name = heard(item)
    focusable = item.get_state_set().contains(Atspi.StateType.FOCUSABLE)
    if role == "image" and not name:
        return False  # a picture without a name is passed over
    if not (focusable or role in NAMED) or (name and not CLASS_NAME.match(name)):
        return False
    # what stands for a button and holds the real one needs no name of its own
    return not is_excused(item, name, within)


def is_cut_to_nothing(item, room):
    """Words of which less than a letter or two is left."""
    name = heard(item)
    if item.get_role_name() != "label" or len(name) < 3 or CLASS_NAME.match(name):
        return False
    own = size(item)
    if own is None or room is None or min(room) <= 1:
        return False  # it is in a part that is folded away
    return own[0] < 12 or own[1] < 8


def look(item, within, room, found):
    try:
        if not is_shown(item):
            return
        if is_wrongly_named(item, within):
            found.append("no name: " + describe(item) + " in " + " / ".join(sorted(within & NAMED)))
        if is_cut_to_nothing(item, room):
            found.append("nothing to see: " + describe(item))
        inside = within | {item.get_role_name()}
        here = size(item)
        for child in children(item):
            look(child, inside, here, found)
    except GLib.Error:
        pass  # gone meanwhile


def faults(kith):
    found = []
    for window in kith.windows():
        look(window, set(), None, found)
    return found
