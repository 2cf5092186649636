# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the accessibility tree of every window and page, and fails on what has no name.

A page is one line below, in the group that is walked in one run: what it is called, how it is
opened (keys or a function), what shows that it is there, and how it is left.
"""
import os
import re
import subprocess
import sys
import time

import kithtest
import treecheck

EXAMPLE = os.path.join(os.environ["KITH_SOURCE"], "data", "examples", "northmoor-crisis-pathway.json")


def command(words):
    """By the command palette: for what has no key."""
    def run(kith):
        kith.key("ctrl+shift+p")
        kith.find(None, "Commands")
        kith.type(words + "\n")
    return run


def select(pattern):
    def run(kith):
        kith.do(kith.find("button", re.compile(pattern)), "item.select")
    return run


def press(role, pattern, action=None):
    """The one of that name that can be pressed: a menu's button has its button inside."""
    def look(kith):
        return next((i for i in kith.find_all(role, re.compile(pattern))
                     if kithtest.Atspi.Action.get_n_actions(i) > 0), None)

    def run(kith):
        kith.do(kithtest.wait_for(lambda: look(kith), f"there is no {role} {pattern!r}"), action)
    return run


def steps(*several):
    def run(kith):
        for one in several:
            one(kith) if callable(one) else kith.key(one)
    return run


def unfold(kith):
    """GTK 4.18 does not tell what lies in a folded row."""
    kith.find(None, "Kind")
    if not kith.find_all(None, "Short name"):
        kith.do(next(i for i in kith.find_all("list item", "More") if kithtest.Atspi.Action.get_n_actions(i) > 0))
        kith.key("shift+F6")  # the keyboard is back on the map


# Windows that are the toolkit's own, which Kith fills with words only.
NOT_OURS = {
    "about": "AdwAboutWindow of libadwaita 1.2 names neither its list nor its buttons",
}

START = [
    ("start page", None, "Your maps stay on this computer", None),
    ("new map", "ctrl+n", "New Map", "Escape"),
    ("main menu", "F10", None, "Escape"),
    ("keyboard shortcuts", "ctrl+question", "Keyboard Shortcuts", "Escape"),
    ("first five minutes", "F1", None, "Escape"),
    ("about", command("About Kith"), "About", "Escape"),
    ("commands", "ctrl+shift+p", "Commands", "Escape"),
]

INSPECTOR = [
    ("map", None, "Map canvas", None),
    ("map page", "Escape", None, None),
    ("stakeholder page", steps(select("^Northmoor Police, "), unfold), "Short name", None),
    ("answering", press("button", "^Add answer"), "^Ask: ", "Escape"),
    ("link page", "bracketright", "^What .* make of", None),
    ("all ratings", press("button", "^Show all ratings"), None, None),
    ("correct a rating", press("button", "^Correct: "), "Correct a Rating", "Escape"),
    ("rate again", press("button", "^Rate again: "), "Rate Again", "Escape"),
    ("ratings over time", press("button", "^Larger"), "Over Time", "Escape"),
    ("withdraw a rating", press("button", "^Withdraw: "), "Withdraw this rating", "Escape"),
    ("event", "ctrl+shift+e", "Add an Event", "Escape"),
    ("inherited line", press("button", "^Add line"), "Inherited Line", "Escape"),
    ("barrier", press("button", "^Add barrier"), "Whom it shuts out", "Escape"),
    ("what each sees", "ctrl+alt+e", "Back to the map", "Escape"),
    ("split", steps(select("^Northmoor Police, "), command("Split the selected")), "Names of the parts", "Escape"),
    ("rename from a date", command("Rename the selected"), "Name from then on", "Escape"),
    ("space page", select("^Big Room, shared space"), "Rhythm|How often", None),
    ("members", press("button", "^Choose"), "Members", "Escape"),
    ("selection page", steps(select("^Northmoor Police, "), "ctrl+a"), "25 ", None),
]

CANVAS = [
    ("map menu", steps(select("^Northmoor Police, "), "Menu"), None, "Escape"),
    ("name entry", "F2", "Name of the stakeholder", "Escape"),
    ("sectors while naming", steps("n", press("button", "^Sector", "click")), None, steps("Escape", "Escape")),
    ("linking", "l", "Pick the stakeholder", "Escape"),
    ("text on the map", "ctrl+t", None, "Escape"),
    ("frame", "ctrl+g", None, steps("Escape", "Escape")),
    ("find", "ctrl+f", "Find", "Escape"),
    ("tables", "ctrl+shift+t", "Tables", None),
    ("table of links", command("Table of links"), None, None),
    ("table of events", command("Table of events"), None, None),
    ("table of shared spaces", command("Table of shared spaces"), "Add a shared space", "ctrl+shift+t"),
    ("trust sheet", "ctrl+alt+m", "Trust sheet of this map", None),
    ("sheet for the public", "alt+3", "The Public Sees No Ratings", steps("alt+1", "ctrl+alt+m")),
    ("audiences", press("button", "^(Shown for: )?Working team$", "click"), None, "Escape"),
]

DIALOGS = [
    ("filter", "ctrl+shift+f", None, "Escape"),
    ("overview", command("Overview"), None, None),
    ("import", "ctrl+i", "Import", "Escape"),
    ("quick entry", "ctrl+shift+n", "Quick Entry", "Escape"),
    ("export", "ctrl+e", "Export…", "Escape"),
    ("print", "ctrl+p", "Print…", "Escape"),
    ("keep a version", "ctrl+k", None, "Escape"),
    ("versions", "ctrl+h", "Versions", "Escape"),
    ("revert", command("Revert to opened"), None, "Escape"),
    ("compare", "ctrl+alt+k", "Between two dates", None),
    ("what changed", steps(lambda kith: kith.type("2015\n")), "^From 31 December 2015", None),
    ("stop comparing", press("button", "^Stop Comparing$"), None, None),
    ("purpose", command("Purpose: who"), "^How each sees it", "Escape"),
    ("questions", command("Questions: ask"), "^Ask: ", None),
    ("a question's answers", lambda kith: kith.type("Why?\n"), "^Answer of ", None),
    ("a question's positions", press("button", "^Positions$"), "Name of a new position", None),
    ("bringing back", press("button", "^Bring Back$"), "^What was heard", None),
    ("a question's sheet", press("button", "^Sheet for Those"), "The pages", "Escape"),
    ("back to questions", "Escape", "^Ask: ", "Escape"),
    ("what the map tells", "ctrl+alt+w", "^What hangs on one", "ctrl+alt+w"),
    ("rounds", "ctrl+alt+r", "Start a Round", None),
    ("start a round", press("button", "^Start a Round"), "Title, such as", None),
    ("a round", press("button", "^Start$"), "Rate: go through", None),
    ("sheets", press("list item", "^Sheets to print"), "Blank, to be filled in", "Escape"),
    ("who speaks", press("list item", "^Rate: go through"), "Who is speaking", None),
    ("a question", press("button", "^Begin$"), "^What does ", None),
    ("what was said", steps("4", "Escape", press("list item", "^What was said")), "Widest", steps("Escape", "Escape", "Escape")),
    ("repair plan", command("Repair plan"), "Nothing is planned", "Escape"),
    ("your page", "ctrl+alt+y", "The pages", "Escape"),
    ("pulse checks", command("Pulse checks: how teams"), "^How people feel about the partnership", "Escape"),
    ("a round of pulse checks", command("Enter a round of pulse"), "Title of the round", "Escape"),
    ("changes", command("Change: who carries"), "Add a Change", None),
    ("a change", press("button", "^Add a Change"), "Level of change", steps("Escape", "Escape")),
    ("warning signs", command("Warning signs"), "^What a team may want", "Escape"),
    ("inclusion", command("Inclusion: who is there"), "Sectors by level", "Escape"),
    ("no scenes", "F4", "Make a Scene", None),
    ("a scene's words", "ctrl+F4", "A sentence for the room", "Escape"),
    ("scenes", None, "^Scene 1 of 1: ", "F4"),
    ("partners", "alt+2", "Partners", None),
    ("public", "alt+3", "Public", "alt+1"),
    # the workshop itself: test_workshop.py
    ("which links", "ctrl+F5", "The room rates one link", "Escape"),
    # last: without anybody who manages windows the keyboard does not come back from a full screen
    ("stage", "F5", "^Scene 1$", None),
    ("keys of the stage", "h", "Spotlight", "h"),
    ("a name on the stage", "a", "Who is missing", "Escape"),
    ("presenter", steps("n", "n"), "For you, not for the room", "Escape"),
]


def go(kith, what):
    if callable(what):
        what(kith)
    elif what is not None:
        kith.key(what)


def lasting_faults(kith):
    """What comes up by itself, such as a message, is named a moment after it shows."""
    for _ in range(4):
        faults = treecheck.faults(kith)
        if not faults:
            break
        time.sleep(0.7)
    return faults


def walk(kith, pages):
    found = []
    for name, opened, there, left in pages:
        go(kith, opened)
        if there is not None:
            kith.find(None, re.compile(there))
        time.sleep(0.4)
        faults = lasting_faults(kith) if name not in NOT_OURS else []
        found += [f"{name}: {fault}" for fault in faults]
        if faults:
            kith.shot("tree-" + name.replace(" ", "-"))
        go(kith, left)
        time.sleep(0.2)
    assert not found, "\n".join([""] + sorted(set(found)))


def make_map():
    path = os.path.join(kithtest.WORK, "tree.kith")
    subprocess.run([os.environ["KITH"], "convert", EXAMPLE, path], check=True)
    return path


GROUPS = {"start": START, "inspector": INSPECTOR, "canvas": CANVAS, "dialogs": DIALOGS}


def main(group):
    arguments = [] if group == "start" else [make_map()]
    with kithtest.Kith(*arguments, check_names=False) as kith:
        walk(kith, GROUPS[group])


main(sys.argv[1])
