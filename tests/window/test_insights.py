# SPDX-License-Identifier: GPL-3.0-or-later
"""What the map tells: found, pointed at, chosen, opened, followed after edits, for whom."""
import os
import re
import subprocess
import sys

import kithtest

EXAMPLE = os.path.join(os.environ["KITH_EXAMPLES"], "northmoor-crisis-pathway.kith")
LARGE = os.path.join(kithtest.WORK, "large.kith")
MAP = os.path.join(kithtest.WORK, "small.kith")
SMALL = """{"kith": 1, "stakeholders": [
  {"id": "101", "name": "Ward", "sector": "nhs-providers", "x": 0, "y": 0},
  {"id": "102", "name": "Liaison Nurse", "sector": "nhs-providers", "x": 300, "y": 0},
  {"id": "103", "name": "Housing Office", "sector": "housing", "x": 600, "y": 0},
  {"id": "104", "name": "Hostel", "sector": "housing", "x": 600, "y": 200}],
 "links": [{"id": "201", "a": "101", "b": "102"}, {"id": "202", "a": "102", "b": "103"},
  {"id": "203", "a": "103", "b": "104"}, {"id": "204", "a": "102", "b": "104"}]}"""
CUT = "If Liaison Nurse left, Ward would be cut off from Hostel and Housing Office."


def row(kith, pattern, timeout=15):
    return kith.find("list item", re.compile(pattern), timeout=timeout)


def ground(kith, item):
    """How far the middle of a box at the screen is from its background: 0 where it is gone."""
    x, y, w, h = (lambda b: (b.x, b.y, b.width, b.height))(kith.extents(item))
    out = subprocess.run(["import", "-window", "root", "-crop", f"{w}x{h}+{x}+{y}", "+repage",
                          "-colorspace", "gray", "-format", "%[fx:standard_deviation]", "info:-"],
                         stdout=subprocess.PIPE, check=True)
    return float(out.stdout)


def box(kith, name):
    return kith.find("button", re.compile("^" + re.escape(name) + ", "))


def selected(kith, name):
    state = kithtest.Atspi.StateType.SELECTED
    return box(kith, name).get_state_set().contains(state)


def by_pointer():
    with kithtest.Kith(MAP) as kith:
        kith.key("ctrl+1")
        kith.key("F10")
        kith.find(None, "Understand")
        kith.key("u")
        kith.find(None, "What the Map Tells")
        kith.key("h")
        told = row(kith, "^" + re.escape(CUT))
        kith.shot("insights-small")
        # pointed at: what is not meant goes faint
        others, meant = ground(kith, box(kith, "Hostel")), ground(kith, box(kith, "Ward"))
        kith.move(*kith.centre(told))
        kithtest.wait_for(lambda: ground(kith, box(kith, "Hostel")) < others / 2, "Hostel is not faint")
        assert ground(kith, box(kith, "Ward")) > meant * 0.8, "Ward is faint too"
        kith.shot("insights-pointed")
        assert not selected(kith, "Ward"), "pointing selects"
        kith.move(300, 700)
        kithtest.wait_for(lambda: ground(kith, box(kith, "Hostel")) > others * 0.8, "Hostel stays faint")
        # chosen
        kith.click(told)
        kithtest.wait_for(lambda: selected(kith, "Ward") and selected(kith, "Liaison Nurse")
                          and not selected(kith, "Hostel"), "not what it is about is selected")
        kith.status("3 selected on the map")
        # the numbers behind it
        kith.click(kith.find("button", re.compile("^The numbers behind it"), root=told))
        kith.find("label", "Cut off from the largest part")
        kith.find("label", re.compile("^It does not mean that anybody will leave"))
        kith.shot("insights-open")
        followed(kith)


def followed(kith):
    # two who have no link
    kith.do(box(kith, "Ward"), "item.select")
    kithtest.xdo("keydown", "shift")
    kith.click(box(kith, "Hostel"))
    kithtest.xdo("keyup", "shift")
    kith.find("label", "Who could introduce them")
    kith.find("label", re.compile("^Liaison Nurse could introduce (Ward and Hostel|Hostel and Ward)"))
    kith.shot("insights-introduce")
    kith.click(kith.find("button", "Select the Way"))
    kithtest.wait_for(lambda: selected(kith, "Liaison Nurse"), "the way is not selected")
    kith.gone("label", "Who could introduce them")
    kith.click(kith.find("button", re.compile("^The numbers behind it"),
                         root=row(kith, "lead through Liaison Nurse")))
    kith.find("label", "Of the shortest ways between two others")
    # an edit: Ward is linked to Hostel and hangs on nobody any more
    kith.do(box(kith, "Ward"), "item.select")
    kith.click(box(kith, "Ward"))
    kith.key("l")
    kith.click(box(kith, "Hostel"))
    kith.gone("list item", CUT, timeout=15)
    row(kith, "^Nothing hangs on one stakeholder")
    kith.key("ctrl+z")
    row(kith, "^" + re.escape(CUT))
    kith.find("label", "Of the shortest ways between two others")  # still open
    # the window turns to the public: no word of ratings
    kith.key("alt+3")
    row(kith, "^The public sees no ratings, so nothing here weighs trust.")
    kith.key("alt+1")
    row(kith, "^No rating of trust is on this map yet.")
    kith.click(kith.find("button", "Close what the map tells"))
    kith.gone("list item", CUT)


def by_keys():
    with kithtest.Kith(EXAMPLE, env={"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}) as kith:
        kith.key("ctrl+1")
        kith.key("ctrl+alt+w")
        first = row(kith, "lead through Adult Social Care")
        kithtest.wait_for(lambda: first.get_state_set().contains(kithtest.Atspi.StateType.FOCUSED),
                          "the first sentence has not got the keyboard")
        faint = ground(kith, box(kith, "Northmoor College"))
        kith.shot("insights-dark")
        kith.key("Right")
        kith.find("label", "Where trusted ties count as shorter")
        kith.shot("insights-dark-open")
        kith.key("Left")
        kith.gone("label", "Where trusted ties count as shorter")
        kith.key("Return")
        kith.status("selected on the map")
        assert selected(kith, "Adult Social Care")
        kith.key("Escape")  # back to the map, which is all there again
        kithtest.wait_for(lambda: ground(kith, box(kith, "Northmoor College")) > faint * 1.5,
                          "what is not meant stays faint")
        kith.key("F6")
        kith.key("ctrl+alt+w")
        kith.gone("list item", re.compile("lead through Adult Social Care"))
        compared(kith)


def compared(kith):
    """It is of one map: not while two are compared."""
    kith.key("ctrl+alt+k")
    kith.find("list item", "Between two dates")
    kith.type("2020\n")
    kith.find("list", "Changes")
    kith.key("ctrl+alt+w")
    kith.status("What the map tells is of one map")
    kith.command("Stop comparing")
    kith.gone("list", "Changes")


def from_a_large_map():
    subprocess.run(["/usr/bin/python3", "-c", MAKE, LARGE + ".json"], check=True)
    subprocess.run([os.environ["KITH"], "convert", LARGE + ".json", LARGE, "--audience", "team"],
                   check=True)
    with kithtest.Kith(LARGE) as kith:
        kith.key("ctrl+alt+w")
        row(kith, "lead through", timeout=90)
        kith.find("label", re.compile("The map is large: these are estimates"))
        kith.shot("insights-large")


MAKE = """
import json, random, sys
random.seed(4)
n = 3000
who = [{"id": str(1000 + i), "name": f"Partner {i}", "x": i % 60 * 260, "y": i // 60 * 120}
       for i in range(n)]
hub = lambda: random.choice([random.randrange(n), random.randrange(30)])
links = []
for i in range(9000):
    a, b = random.randrange(n), hub()
    if a != b:
        links.append({"id": str(100000 + i), "a": str(1000 + a), "b": str(1000 + b)})
said = [{"id": str(300000 + i), "link": link["id"], "end": "a", "date": "2020", "basis": "own-words",
         "trust": str(1 + i % 5)} for i, link in enumerate(links)]
json.dump({"kith": 1, "stakeholders": who, "links": links, "assessments": said},
          open(sys.argv[1], "w"))
"""


def narrow():
    with kithtest.Kith(EXAMPLE) as kith:
        kith.key("ctrl+alt+w")
        row(kith, "lead through Adult Social Care")
        kith.shot("insights-narrow")


def run():
    if "narrow" in sys.argv:
        narrow()
        return
    with open(os.path.join(kithtest.WORK, "small.json"), "w", encoding="utf-8") as out:
        out.write(SMALL)
    subprocess.run([os.environ["KITH"], "convert", out.name, MAP, "--audience", "team"], check=True)
    parts = {"pointer": by_pointer, "keys": by_keys, "large": from_a_large_map}
    for name in sys.argv[1:] or ("pointer", "keys"):  # the large one is for a look
        parts[name]()


run()
