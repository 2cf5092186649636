# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody comes to look at a screen with several windows on it: none of them shows more than the one that was
turned, nor does one that comes up beside it or from under a presentation."""
import os
import re
import subprocess
import time

import kithtest
from onlookers_map import MAP, OTHER, come, copy_map, find, make_map, over, press

SECOND = os.path.join(kithtest.WORK, "second.kith")


def turn(kith, title, key):
    """To a window as a manager of windows would, then says who looks."""
    kithtest.xdo("search", "--all", "--onlyvisible", "--pid", kith.process.pid, "--name", title, "windowfocus",
                 "--sync")
    time.sleep(0.3)
    kith.key(key)


def shown_for(kith):
    """Of each window; newer GTK names a button within the button of a menu, too."""
    items = kith.find_all(None, re.compile("^Shown for: "))
    return sorted(item.get_name() for item in items if item.get_parent().get_name() != item.get_name())


def are_for(kith, *audiences):
    expected = sorted("Shown for: " + one for one in audiences)
    kithtest.wait_for(lambda: shown_for(kith) == expected, f"not {audiences}: {shown_for(kith)}", 30)


def all_turn(kith):
    """To fewer eyes only the one does."""
    are_for(kith, "Working team", "Working team")
    assert "second canary" in kith.said().lower(), "there is nothing private in the second"
    turn(kith, "^onlookers", "alt+2")
    are_for(kith, "Partners", "Partners")
    find(kith, None, "1 other window has turned with this one.")
    assert OTHER not in kith.said().lower()
    kith.shot("onlookers-two-windows")
    turn(kith, "^Second", "alt+1")
    are_for(kith, "Partners", "Working team")
    turn(kith, "^onlookers", "alt+2")
    are_for(kith, "Partners", "Partners")


def what_cannot_be_stored(kith):
    """Stays as it is, and the window that was turned says so as long as it does."""
    turn(kith, "^onlookers", "alt+1")
    turn(kith, "^Second", "alt+1")
    are_for(kith, "Working team", "Working team")
    kith.key("ctrl+alt+r")
    press(kith, "button", "^Start a Round")
    find(kith, None, re.compile("^Title, such as"))
    press(kith, "button", "^Start$")
    find(kith, None, "Rate: go through the questions")
    kith.key("Return")
    find(kith, None, "Who is speaking?")
    kith.type("Nurse")
    from_outside("partners")
    find(kith, None, re.compile("^1 other window still shows more than this one"))
    are_for(kith, "Partners", "Working team")
    kith.shot("onlookers-window-stays")
    kith.key("ctrl+a", "BackSpace", "alt+2")
    are_for(kith, "Partners", "Partners")
    kithtest.wait_for(lambda: not [name for name in over(kith) if "Rounds" in name], "the rounds are still open")
    from_outside("partners")
    kith.gone(None, re.compile("^1 other window still shows more than this one"))
    assert OTHER not in kith.said().lower()


def from_outside(audience):
    """In the first window, while the second has a dialog that takes the keys of both."""
    subprocess.run(["gdbus", "call", "--session", "--dest", "io.github.kith_maps.Kith", "--object-path",
                    "/io/github/kith_maps/Kith/window/1", "--method", "org.gtk.Actions.Activate", "audience",
                    f"[<'{audience}'>]", "{}"], check=True, stdout=subprocess.DEVNULL)


def one_that_is_open(kith):
    """Opened from a window for partners, it comes up for no fewer."""
    turn(kith, "^Second", "alt+1")
    are_for(kith, "Partners", "Working team")
    turn(kith, "^onlookers", "ctrl+o")
    kith.choose_file(SECOND)
    are_for(kith, "Partners", "Partners")
    assert OTHER not in kith.said().lower()


def behind_a_stage(kith):
    """What was turned to the team behind it, is not what the room sees when it goes. What is being typed there is
    kept when more come."""
    turn(kith, "^Second", "alt+1")
    turn(kith, "^onlookers", "F5")
    press(kith, "button", "^Present the Map")
    kithtest.wait_for(lambda: "Presentation" in over(kith), "no stage", 20)
    are_for(kith, "Partners", "Partners")
    time.sleep(1)
    turn(kith, "^onlookers", "alt+1")
    are_for(kith, "Partners", "Working team")
    turn(kith, "^Presentation", "a")
    find(kith, None, "Name of a stakeholder")
    kith.type("Hospice")
    come(kith, "alt+3", "Public")
    find(kith, "button", re.compile("^Hospice, "))
    turn(kith, "^onlookers", "alt+1")
    are_for(kith, "Public", "Working team")
    turn(kith, "^Presentation", "Escape")
    kithtest.wait_for(lambda: "Presentation" not in over(kith), "still on stage", 20)
    are_for(kith, "Public", "Public")
    assert OTHER not in kith.said().lower()


make_map()
copy_map(SECOND, "Second")
with kithtest.Kith(MAP, SECOND, check_names=False) as kith:
    all_turn(kith)
    what_cannot_be_stored(kith)
    one_that_is_open(kith)
    behind_a_stage(kith)
