# SPDX-License-Identifier: GPL-3.0-or-later
"""On the screen of a small laptop what must not be overlooked is in sight: whether something is private, in
each dialog, however long; in a workshop both names, whole, however long they are; and of a long import first what
was left out."""
import json
import os
import re
import subprocess

import kithtest
from kithtest import Kith, wait_for

MAP = os.path.join(kithtest.WORK, "sight.kith")
TRUST = "Northmoor and Harrowdale Integrated Community Mental Health Trust"
COUNCIL = "Harrowdale Borough Council Adult Social Care and Safeguarding"
SMALL = 728  # of 768 pixels, those that a bar of the desktop leaves


def make_map():
    whole = {"kith": 1,
             "stakeholders": [{"id": "1001", "name": TRUST, "x": 0, "y": 0},
                              {"id": "1002", "name": COUNCIL, "x": 600, "y": 0}],
             "links": [{"id": "2001", "a": "1001", "b": "1002"}]}
    subprocess.run([os.environ["KITH"], "convert", "-", MAP, "--from", "json"], check=True,
                   input=json.dumps(whole).encode())


def private_is_in_sight(kith, name):
    """At once, and below all else; one key turns it on."""
    switch = kith.find(None, re.compile("^Private"), timeout=15)
    row = wait_for(lambda: kith.extents(switch), "the switch has no place")
    assert 0 < row.y and row.y + row.height <= SMALL, f"{name}: {row.y}, {row.height}"
    kith.shot("in-sight-" + name)


def event(kith):
    kith.do(kith.find("button", re.compile("^Northmoor and Harrowdale")), "item.select")
    kith.key("bracketright")
    kith.find("label", f"{TRUST} and {COUNCIL}")
    kith.key("ctrl+shift+e")
    kith.find(None, "What happened")
    private_is_in_sight(kith, "event")
    kith.type("Beds closed")
    kith.key("alt+p")
    kith.key("ctrl+Return")
    kith.gone(None, "What happened")
    kith.key("ctrl+s")
    kith.status("^Saved$")
    assert [e["private"] for e in kith.show(MAP)["events"]] == [True], "the event is not private"


def rating(kith):
    kith.click(kith.find("button", re.compile("^Rate with details")))
    private_is_in_sight(kith, "rating")
    kith.key("Escape")


def partners_have_no_switch(kith):
    """Nor the empty place of one."""
    kith.key("alt+2")
    kith.find("button", "Shown for: Partners")
    kith.key("ctrl+shift+e")
    kith.find(None, "What happened")
    assert not kith.find_all(None, re.compile("^Private")), "partners are asked what is private"
    kith.shot("in-sight-partners")
    kith.key("Escape")
    kith.gone(None, "What happened")


def workshop(kith):
    """Two lines would end both questions in the middle of a name, and say of nobody who is meant."""
    kith.key("ctrl+F5")
    kith.find(None, re.compile("^All links in sight"))
    kith.key("Return")
    kith.find("label", "Link 1 of 1", timeout=20)
    heading = kith.find("label", f"What {TRUST} make of {COUNCIL}")
    other = kith.find("label", f"What {COUNCIL} make of {TRUST}")
    steps = [kith.extents(i) for i in kith.find_all("button", re.compile(": 1 Needs repair$"))]
    wait_for(lambda: kith.extents(heading).height >= 3 * 20 and kith.extents(other).height >= 3 * 20,
             "a heading of two long names is cut")
    assert len(steps) == 2 and steps[0].y == steps[1].y, "the steps do not stand side by side"
    kith.shot("in-sight-workshop")


def importing(kith):
    """A long list with an odd word in nearly every row: what is left out is told first, and that there is more."""
    path = os.path.join(kithtest.WORK, "long.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("From,To,Trust\n" + "".join(f"Home {i},Trust {i},9\n" for i in range(3000)) + "Alone,Alone,3\n")
    kith.command("Import")
    kith.click(kith.find("list item", re.compile("^Choose CSV files"), timeout=20))
    kith.choose_file(path)
    kith.status("^Understood: 6001 stakeholders.*1 row was left out", timeout=20)
    rows = [i.get_name() for i in kith.find_all("list item", re.compile("^long.csv, row"))]
    assert rows and "row 3002" in rows[0], f"what was left out is told after {len(rows)} others"
    kith.find("list item", re.compile(r"^and 28\d\d more remarks$"))
    kith.shot("in-sight-import")
    kith.key("Escape")


make_map()
with Kith(MAP) as kith:
    kith.find("button", "Undo")
    importing(kith)
    event(kith)
    rating(kith)
    partners_have_no_switch(kith)
    workshop(kith)
print("ok")
