# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts, frames and pictures by hand: add, type, move with what lies in them, make larger, lock, take
back."""
import os
import re
import subprocess

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
    kith.key("ctrl+t")
    kith.type("Who is told?\nAnd when?")
    kith.key("ctrl+Return")
    kith.find("button", re.compile("^Text: Who is told\\?\nAnd when\\?$"))
    kith.key("F2")
    kith.type("Who is told, and when?")
    kith.click((900, 300))  # a click elsewhere ends it, too
    kith.find("button", "Text: Who is told, and when?")
    # Escape leaves nothing
    kith.key("ctrl+t")
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
    kith.key("ctrl+shift+l")
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


def picture(name, width, height):
    """An area map of a sort."""
    path = os.path.join(kithtest.WORK, name)
    subprocess.run(["convert", "-size", f"{width}x{height}", "plasma:steelblue-seashell", path],
                   check=True)
    return path


def background(kith):
    """Through the file chooser; it is locked where it lies, and goes with one undo."""
    kith.key("Escape")
    kith.key("Escape")
    button = kith.find("button", "Add a background picture")
    kith.click(button)
    kith.choose_file(picture("Northmoor.png", 900, 600))
    kith.status("The picture lies under the map, locked in place")
    box(kith, "Background picture: Northmoor$")
    kith.shot("notes-background")
    kith.key("ctrl+z")
    kith.gone("button", re.compile("^Background picture"))
    # what is no picture is refused with a reason
    path = os.path.join(kithtest.WORK, "Notes.png")
    with open(path, "w", encoding="utf-8") as out:
        out.write("no picture")
    kith.click(kith.find("button", "Add a background picture"))
    kith.choose_file(path)
    kith.status("“Notes” is no picture that Kith can read")


def paste_picture(kith):
    """From another program, under the map."""
    with open(picture("paste.png", 300, 200), "rb") as file:
        helper = subprocess.Popen(
            ["/usr/bin/python3", os.path.join(os.path.dirname(__file__), "clipboard.py"), "--hold",
             "image/png"], stdin=file, stdout=subprocess.PIPE)
        assert helper.stdout.readline() == b"held\n"
        kith.click((900, 200))
        kith.key("ctrl+v")
        box(kith, "Background picture: Pasted picture")
        helper.kill()
        helper.wait()


def logo(kith):
    """On a stakeholder: its box becomes wider, and the name stays."""
    kith.click(box(kith, "Police,"))
    width = kith.extents(box(kith, "Police,")).width
    more = kith.find("list item", re.compile("^More"))
    kith.click(more)
    kith.click(kith.find("button", "Choose a picture"))
    kith.choose_file(picture("Logo.png", 200, 100))
    kithtest.wait_for(lambda: kith.extents(box(kith, "Police,")).width > width + 40,
                      "the box has room for its picture")
    kith.shot("notes-logo")
    kith.click(kith.find("button", "Remove the picture"))
    kithtest.wait_for(lambda: abs(kith.extents(box(kith, "Police,")).width - width) < 4,
                      "without a picture the box is as it was")
    kith.key("ctrl+z")


def keep(kith):
    kith.key("ctrl+shift+s")
    kith.choose_file(MAP)
    kith.status("Saved")
    notes = {one["form"]: one for one in kith.show(MAP)["annotations"]}

    assert sorted(notes) == ["backdrop", "frame", "text"], notes
    assert notes["backdrop"]["locked"]
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
    background(kith)
    paste_picture(kith)
    logo(kith)
    keep(kith)
