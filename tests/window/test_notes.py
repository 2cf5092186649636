# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts and frames by hand: add, type, move with what lies in them, make larger, lock, take back."""
import os
import re
import time

import kithtest

MAP = os.path.join(kithtest.WORK, "notes.kith")


def box(kith, name):
    return kith.find("button", re.compile("^" + name))


def corner(kith, name):
    """The left upper corner of what is so called, on the screen."""
    at = kith.extents(box(kith, name))
    return at.x, at.y


def near(one, other, by=6):
    return abs(one[0] - other[0]) <= by and abs(one[1] - other[1]) <= by


def is_at(kith, name, where):
    kithtest.wait_for(lambda: near(corner(kith, name), where),
                      f"{name} is at {corner(kith, name)}, not at {where}")


def draw(kith):
    kith.click(kith.find("button", "New Map…"))
    kith.click(kith.find(None, "Empty map"))
    kith.find(None, "Map canvas")
    for name, at in [("Ward", (420, 330)), ("Care home", (620, 430)), ("Police", (820, 600))]:
        kith.double_click(at)
        kith.type(name + "\n")
        box(kith, name + ",")


def frame(kith):
    """Ctrl+G puts a frame round what is selected; its title is typed in place."""
    kith.click(box(kith, "Ward,"))
    kith.key("Escape")
    kith.drag((330, 500), (700, 290))
    kith.key("ctrl+g")
    kith.type("Discharge pathway\n")
    box(kith, "Frame: Discharge pathway, contains 2 stakeholders$")
    kith.shot("notes-frame")


def move(kith):
    """The title is where a frame is taken; what lies in it comes along, as one step."""
    start, ward, police = (corner(kith, name) for name in ("Frame", "Ward,", "Police,"))
    grip = (start[0] + 30, start[1] + 16)
    kith.drag(grip, (grip[0] + 60, grip[1] + 40))
    is_at(kith, "Frame", (start[0] + 60, start[1] + 40))
    is_at(kith, "Ward,", (ward[0] + 60, ward[1] + 40))
    is_at(kith, "Police,", police)
    kith.key("ctrl+z")
    is_at(kith, "Frame", start)
    is_at(kith, "Ward,", ward)
    # with Alt it goes alone
    kith.move(*grip)
    kithtest.xdo("keydown", "alt")
    kith.drag(grip, (grip[0] + 40, grip[1] + 30))
    kithtest.xdo("keyup", "alt")
    is_at(kith, "Frame", (start[0] + 40, start[1] + 30))
    is_at(kith, "Ward,", ward)
    kith.key("ctrl+z")
    is_at(kith, "Frame", start)
    # and by keys with what is in it
    kith.key("ctrl+Right")
    is_at(kith, "Frame", (start[0] + 8, start[1]))
    is_at(kith, "Ward,", (ward[0] + 8, ward[1]))
    kith.key("ctrl+z")


def enlarge(kith):
    at = kith.extents(box(kith, "Frame"))
    end = (at.x + at.width + 3, at.y + at.height + 3)
    kith.drag(end, (end[0] + 50, end[1] + 60))
    kithtest.wait_for(lambda: abs(kith.extents(box(kith, "Frame")).width - at.width - 50) < 6,
                      "the corner makes the frame wider")
    kith.key("ctrl+z")


def write(kith):
    """A text has as many lines as it needs; Ctrl+Enter ends it."""
    kith.click((420, 640))
    kith.move(420, 640)
    kith.key("ctrl+shift+t")
    kith.type("Who is told?\nAnd when?")
    kith.key("ctrl+Return")
    kith.find("button", re.compile("^Text: Who is told\\?\nAnd when\\?$"))
    kith.key("F2")
    kith.type("Who is told, and when?")
    kith.click((900, 300))  # a click elsewhere ends it, too
    kith.find("button", "Text: Who is told, and when?")
    # Escape leaves nothing
    kith.key("ctrl+shift+t")
    kith.type("Nothing")
    kith.key("Escape")
    assert not kith.find_all("button", re.compile("Nothing"))
    kith.shot("notes-text")


def lock(kith):
    """What is locked is not in the way, and is unlocked where the sidebar lists it."""
    start = corner(kith, "Frame")
    grip = (start[0] + 30, start[1] + 16)
    kith.click(grip)
    kith.find(None, "Frame")
    kith.key("ctrl+l")
    kith.status("Locked: the pointer passes through it")
    kith.key("Escape")
    kith.drag(grip, (grip[0] + 40, grip[1] + 30))
    is_at(kith, "Frame", start)
    kith.key("Escape")
    kith.find(None, "Texts, frames and pictures")
    row = kith.find("list item", re.compile("Discharge pathway"))
    kith.click(row)
    kith.click(kith.find("list item", "Locked"))
    kith.drag(grip, (grip[0] + 40, grip[1] + 30))
    is_at(kith, "Frame", (start[0] + 40, start[1] + 30))
    kith.shot("notes-page")


def copy(kith):
    kith.key("ctrl+d")
    kithtest.wait_for(lambda: len(kith.find_all("button", re.compile("^Frame"))) == 2,
                      "the frame is there twice")
    assert len(kith.find_all("button", re.compile("^Ward,"))) == 2, "and what lies in it"
    kith.key("ctrl+z")


def keep(kith):
    kith.key("ctrl+shift+s")
    kith.choose_file(MAP)
    kith.status("Saved")
    notes = {one["form"]: one for one in kith.show(MAP)["annotations"]}

    assert sorted(notes) == ["frame", "text"], notes
    assert notes["frame"]["text"] == "Discharge pathway"
    assert notes["text"]["text"] == "Who is told, and when?"


with kithtest.Kith() as kith:
    draw(kith)
    frame(kith)
    move(kith)
    enlarge(kith)
    write(kith)
    lock(kith)
    copy(kith)
    keep(kith)
