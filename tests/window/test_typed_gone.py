# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody is renamed or deleted by another hand while words are being typed for them in a window beside the
map: the window says who it is now, and the words stay, are said to, and are stored once there is a place."""
import os
import re
import subprocess

import kithtest

MAP = os.path.join(kithtest.WORK, "gone.kith")
PEOPLE = "name,sector\nCouncil,Local government\nED,NHS providers\nPolice,Police\n"
LINKS = "from,to\nPolice,ED\nCouncil,Police\n"


def find(kith, role, name):
    return kith.find(role, name, timeout=60)


def click_into(kith, name):
    """At its beginning: a message may lie over its middle."""
    entry = find(kith, None, name)
    box = kith.extents(entry)
    kith.click((box.x + 20, box.y + box.height // 2))
    kithtest.wait_for(lambda: entry.get_state_set().contains(kithtest.Atspi.StateType.FOCUSED),
                      f"the keyboard is not in {name}")


def are(kith, kind, field, *expected):
    """What the file holds, once it is saved."""
    kith.key("ctrl+s")
    kithtest.wait_for(lambda: sorted(r[field] for r in kith.show(MAP).get(kind, [])) == sorted(expected),
                      f"{kind} are not {expected}", 30)


def from_outside(action):
    """By another hand than the one that types: a panel's undo."""
    subprocess.run(["gdbus", "call", "--session", "--dest", "io.github.kith_maps.Kith", "--object-path",
                    "/io/github/kith_maps/Kith/window/1", "--method", "org.gtk.Actions.Activate", action,
                    "[]", "{}"], check=True, stdout=subprocess.DEVNULL)


def open_question(kith):
    kith.command("Questions")
    kith.click(find(kith, "list item", re.compile("^Why")))


def a_question(kith):
    kith.command("Questions")
    find(kith, None, re.compile("^Ask: “What causes"))
    kith.type("Why?\n")
    find(kith, None, "Answer of Council")
    kith.key("Escape", "Escape")


def rename(kith, before, after):
    kith.key("Escape", "Escape")
    kith.click(find(kith, "button", re.compile(f"^{before}, ")))
    kith.key("F2", "ctrl+a")
    kith.type(after + "\n")
    find(kith, "button", re.compile(f"^{after}, "))


def another_name(kith):
    rename(kith, "Council", "Zone")
    open_question(kith)
    find(kith, "label", "Zone")
    find(kith, None, "Answer of Zone")
    from_outside("undo")
    find(kith, "label", "Council")
    find(kith, None, "Answer of Council")
    kith.gone(None, re.compile("Zone"), timeout=40)
    kith.key("Escape", "Escape")
    rename(kith, "Council", "Zone")
    kith.command("Purpose: who")
    find(kith, None, "Zone: Sees it differently")
    from_outside("undo")
    find(kith, None, "Council: Sees it differently")
    kith.gone(None, re.compile("Zone"), timeout=40)
    kith.key("Escape")


def newcomer(kith):
    kith.key("Escape", "Escape", "n")
    kith.type("Newcomer\n")
    find(kith, "button", re.compile("^Newcomer, "))
    kith.key("Escape", "Escape")


def an_answer(kith):
    newcomer(kith)
    open_question(kith)
    click_into(kith, "Answer of Newcomer")
    kith.type("They meet on")
    from_outside("undo")
    find(kith, None, "No longer on the map; what you typed is still here.")
    find(kith, "label", "No longer on the map")
    kith.gone(None, re.compile("(of|for|solution:) Newcomer"), timeout=40)
    kith.type(" Fridays")  # the keyboard is where it was
    kith.shot("typed-answer-gone")
    kith.key("alt+2")
    find(kith, None, "Copy what is typed here, or empty it to go on.")
    assert kith.text(find(kith, None, "Answer that was typed")) == "They meet on Fridays"
    find(kith, None, "Shown for: Working team")
    from_outside("redo")
    find(kith, None, "Answer of Newcomer")
    kith.key("Return")
    are(kith, "answers", "text", "They meet on Fridays")
    # given up: emptied, it lets the window go
    click_into(kith, "Answer of Newcomer")
    kith.key("End")
    kith.type(" or never")
    from_outside("undo")  # the answer
    from_outside("undo")  # who gave it
    find(kith, "label", "No longer on the map")
    kith.key("Escape")
    find(kith, None, "Copy what is typed here, or empty it to go on.")
    kith.key("ctrl+a", "BackSpace", "Escape", "Escape")
    kith.gone(None, re.compile("^Ask: “What causes"), timeout=40)
    are(kith, "answers", "text")


def a_question_gone(kith):
    kith.command("Questions")
    find(kith, None, re.compile("^Ask: “What causes"))
    kith.type("When?\n")
    find(kith, None, "Answer of Council")
    kith.type("In May")
    from_outside("undo")
    find(kith, None, "This question has been deleted meanwhile; what you typed is still here.")
    kith.shot("typed-question-gone")
    assert kith.text(find(kith, None, "Answer of Council")) == "In May"
    kith.key("Escape")
    find(kith, None, "Copy what is typed here, or empty it to go on.")
    from_outside("redo")
    kith.key("Return", "Escape", "Escape")
    are(kith, "answers", "text", "In May")


def a_view(kith):
    newcomer(kith)
    kith.command("Purpose: who")
    kith.click(find(kith, None, "Newcomer: Sees it differently"))
    kith.click(find(kith, None, "How Newcomer sees it"))
    kith.type("They wait")
    from_outside("undo")  # that it sees it differently
    from_outside("undo")
    find(kith, None, "No longer on the map; what you typed is still here.")
    kith.shot("typed-view-gone")
    kith.key("alt+2")
    find(kith, None, "Copy what is typed here, or empty it to go on.")
    assert kith.text(find(kith, None, "View that was typed")) == "They wait"
    kith.key("ctrl+a", "BackSpace", "alt+2")
    find(kith, None, "Shown for: Partners")
    kith.key("alt+1")


kithtest.make_map(MAP, PEOPLE, LINKS)
with kithtest.Kith(MAP) as kith:
    find(kith, "button", re.compile("^Police, "))
    a_question(kith)
    another_name(kith)
    an_answer(kith)
    a_question_gone(kith)
    a_view(kith)
    kith.quit()
