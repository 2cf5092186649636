# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard alone goes everywhere and gets caught nowhere: Tab round the window, F6 from part to
part, and back to where it was when a dialog is left."""
import os
import re
import shutil
import subprocess
import sys
import time

import kithtest
from kithtest import Atspi, wait_for

ENTRY_ROW = "a row with an entry"
EXAMPLE = os.path.join(os.environ["KITH_SOURCE"], "data", "examples", "northmoor-crisis-pathway.json")


def make_map():
    path = os.path.join(kithtest.WORK, "walk.kith")
    subprocess.run([os.environ["KITH"], "convert", EXAMPLE, path], check=True)
    return path


def focused(kith):
    """The innermost thing that has the keyboard, as a screen reader names it."""
    for item in kith.walk():
        if item.get_role_name() == "frame":
            continue
        if item.get_state_set().contains(Atspi.StateType.FOCUSED):
            return item
    return None


def name_of_focus(kith):
    """libadwaita 1.2 does not say that a row with an entry has it: what says nothing is one. Newer
    ones say it of the map's title."""
    end = time.monotonic() + 1
    while time.monotonic() < end:
        item = focused(kith)
        if item is not None:
            name = kithtest.plain(item.get_name() or item.get_role_name())
            return ENTRY_ROW if name == "Title" else name
    return ENTRY_ROW


def expect(kith, pattern):
    wait_for(lambda: re.search(pattern, name_of_focus(kith)),
             f"the keyboard should be on {pattern!r}, it is on {name_of_focus(kith)!r}")


def tab_goes_round(kith):
    """From the map through legend, zoom buttons, inspector and header bar to the map again."""
    kith.key("Escape", "Escape")
    expect(kith, "^Map canvas$")
    seen = []
    for _ in range(45):
        kith.key("Tab")
        seen.append(name_of_focus(kith))
        if seen[-1] == "Map canvas":
            break
    assert seen[-1] == "Map canvas", seen
    for part in ("Zoom in", ENTRY_ROW, "Purpose", "Add event", "Stakeholder", "Main menu"):
        assert part in seen, (part, seen)
    assert seen.index("Zoom in") < seen.index(ENTRY_ROW) < seen.index("Stakeholder"), seen
    assert len(seen) == len(set(seen)), seen
    kith.key("shift+Tab")
    assert name_of_focus(kith) == seen[-2], "Shift+Tab should go back the same way"


def parts_go_round(kith):
    kith.do(kith.find("button", re.compile("^Northmoor Police, ")), "item.select")
    expect(kith, "^Northmoor Police, ")
    kith.key("F6")
    wait_for(lambda: "Northmoor Police, " not in name_of_focus(kith), "F6 should leave the map")
    inspector = name_of_focus(kith)
    kith.key("F6")
    wait_for(lambda: name_of_focus(kith) != inspector, "F6 should leave the inspector")
    kith.key("shift+F6")
    expect(kith, f"^{re.escape(inspector)}$")
    kith.key("shift+F6")
    expect(kith, "^Northmoor Police, ")


def clicks_leave_it(kith):
    """A button of the header bar, clicked, and a menu, left or chosen from, leave the keyboard on the map."""
    kith.key("Escape", "Escape")
    expect(kith, "^Map canvas$")
    kith.click(kith.find("button", "Arrange"))
    time.sleep(1)
    expect(kith, "^Map canvas$")
    kith.click(kith.find("button", "Undo"))  # and is no longer there to be pressed
    time.sleep(1)
    expect(kith, "^Map canvas$")
    kith.click(kith.find("button", "More ways to arrange"))
    kith.find("menu item", "Sectors as columns")
    kith.key("Down", "Return")
    kith.find("button", re.compile("^Frame: "))
    expect(kith, "^Map canvas$")
    for name in ("More ways to arrange", re.compile("^Lens: "), re.compile("^Shown for: "), "Main menu"):
        kith.click(kith.find("button", name))
        time.sleep(1)  # what choices are called differs from menu to menu
        kith.key("Escape")
        time.sleep(1)
        expect(kith, "^Map canvas$")


def leaving_a_dialog_comes_back(kith):
    """Escape from a dialog puts the keyboard where it was: that is the window manager's doing, too."""
    kith.key("bracketright", "F6")
    for _ in range(20):
        if "Rate again: " in name_of_focus(kith):
            break
        kith.key("Tab")
    expect(kith, "^Rate again: ")
    kith.key("Return")
    kith.find(None, "Rate Again")
    kith.key("Escape")
    kith.gone(None, "Rate Again")
    expect(kith, "^Rate again: ")


path = make_map()
with kithtest.Kith(path) as kith:
    kith.click(kith.find(None, "Map canvas"))
    tab_goes_round(kith)
    parts_go_round(kith)
    clicks_leave_it(kith)

if shutil.which("openbox"):
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    time.sleep(1)
    with kithtest.Kith(path) as kith:
        kith.do(kith.find("button", re.compile("^Northmoor Police, ")), "item.select")
        leaving_a_dialog_comes_back(kith)
    manager.kill()
else:
    print("# openbox is not installed: coming back from a dialog was not tried", file=sys.stderr)
