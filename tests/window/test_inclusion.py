# SPDX-License-Identifier: GPL-3.0-or-later
"""Shared spaces and inclusion: principles, who hosts, who meets only there; the grid of sectors by
level shows on the map who is in a place of it; barriers are noted where they bite, with undo, and
partners see none that is private."""
import os
import re
import subprocess

import kithtest

MAP = os.path.join(kithtest.WORK, "inclusion.kith")
PEOPLE = ("name,sector,level,place in the story\n"
          "Trust,NHS providers,Place,\nPolice,\"Police, fire and justice\",Place,\n"
          "Council,Local government,Place,\nCarers,People and communities,Neighbourhood,not yet involved\n")
LINKS = "from,to\nTrust,Police\nPolice,Carers\n"


def find(kith, role, name):
    return kith.find(role, name, timeout=40)


def stored(kith, kind, is_so):
    def look():
        kith.key("ctrl+s")
        records = kith.show(MAP)[kind]
        return records if is_so(records) else None
    return kithtest.wait_for(look, f"the file never had these {kind}", 40)


def scroll(kith, at, clicks=12):
    kith.move(*at)
    for _ in range(clicks):
        kithtest.xdo("click", "5")


def test_space(kith):
    for name in ("Trust", "Police", "Council"):
        box = find(kith, "button", re.compile(f"^{name}, "))
        kith.click(box) if name == "Trust" else ctrl_click(kith, box)
    kith.command("new shared space")
    find(kith, "button", re.compile("^.*shared space, 3 members"))
    find(kith, None, re.compile("2 of 3 pairs meet here and have no link otherwise"))
    kith.click(find(kith, None, "Suggest a principle"))
    kith.key("Down", "Return")
    stored(kith, "spaces", lambda all: any(one.get("principles") for one in all))
    kith.shot("inclusion-space")


def test_strangers(kith):
    scroll(kith, (1100, 500), 5)
    kith.shot("inclusion-strangers")
    kith.click(find(kith, "list item", re.compile("^Council, No link to Police, Trust")))
    find(kith, None, re.compile("^3 stakeholders"))


def ctrl_click(kith, box):
    kithtest.xdo("keydown", "ctrl")
    kith.click(box)
    kithtest.xdo("keyup", "ctrl")


def test_host(kith):
    kith.click(find(kith, "button", "Choose…"))
    box = kith.extents(find(kith, "check box", "Council"))
    kith.click((box.x + 150, box.y + box.height // 2))
    kith.click(find(kith, None, "Hosts the space"))
    kith.shot("inclusion-host")
    kith.click(find(kith, "button", "Save"))
    find(kith, "list item", "Council, Host")
    stored(kith, "spaces", lambda all: len(all[0]["hosts"]) == 1)


def test_grid(kith):
    kith.command("inclusion")
    kith.shot("inclusion-grid")
    kith.click(find(kith, "button", "Local government, Place: 1"))
    find(kith, None, re.compile("^Could be introduced by Police|Carers, Could be introduced by Police"))
    find(kith, None, re.compile("People and communities, Neighbourhood: 1, 0 of them at the table"))
    find(kith, None, "Housing, Place: nobody")
    kith.key("Escape")
    kith.gone(None, "Housing, Place: nobody")
    find(kith, None, "Add barrier")  # the page of the one that was chosen


def test_barrier(kith):
    scroll(kith, (1150, 500), 30)
    kith.click(find(kith, "button", "Add barrier"))
    kith.type("Meetings are on weekday mornings")
    kith.click(find(kith, "entry", re.compile("Whom it shuts out")))
    kith.type("carers")
    kith.shot("inclusion-barrier")
    kith.click(find(kith, "button", "Save"))
    find(kith, "list item", re.compile("^Meetings are on weekday mornings, Shuts out carers"))
    barrier = stored(kith, "barriers", lambda all: len(all) == 1)[0]
    assert barrier["whom"] == "carers", barrier
    kith.key("ctrl+z")
    kith.gone("list item", re.compile("^Meetings are on weekday mornings"))
    kith.key("ctrl+shift+z")
    find(kith, "list item", re.compile("^Meetings are on weekday mornings"))


def test_public_sees_no_barrier(kith):
    kith.command("inclusion")
    find(kith, "list item", re.compile("^Meetings are on weekday mornings, Council"))
    kith.assert_names()
    kith.shot("inclusion-barriers")
    kith.key("Escape")
    kith.key("alt+3")
    kith.command("inclusion")
    find(kith, None, "Housing, Place: nobody")
    assert not kith.find_all(None, re.compile("^Meetings are on weekday mornings"))
    assert not kith.find_all(None, re.compile("^Own word from"))
    kith.key("Escape")


for name, text in (("who", PEOPLE), ("links", LINKS)):
    with open(os.path.join(kithtest.WORK, name + ".csv"), "w", encoding="utf-8") as file:
        file.write(text)
subprocess.run([os.environ["KITH"], "convert", os.path.join(kithtest.WORK, "who.csv"),
                os.path.join(kithtest.WORK, "links.csv"), MAP], check=True)
with kithtest.Kith(MAP) as kith:
    test_space(kith)
    test_host(kith)
    test_strangers(kith)
    test_grid(kith)
    test_barrier(kith)
    test_public_sees_no_barrier(kith)
