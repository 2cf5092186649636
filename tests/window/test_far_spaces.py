# SPDX-License-Identifier: GPL-3.0-or-later
"""Shared spaces from afar: the tag that says what one is called, where its own letters are too small, is the space."""
import json
import os
import re
import subprocess
import time

import kithtest

MAP = os.path.join(kithtest.WORK, "far-spaces.kith")
PEOPLE = {"Ward": (0, 0), "Harbour Crisis Café": (900, 0), "Probation": (2600, 1500)}


def make_map():
    """Two who meet, and one so far off that all of them are in sight from afar only."""
    placed = os.path.join(kithtest.WORK, "far-spaces.json")
    people = [{"id": name[0], "name": name, "x": x + 1, "y": y + 1} for name, (x, y) in PEOPLE.items()]
    data = {"kith": 1, "about": {"title": "From afar"}, "stakeholders": people,
            "spaces": [{"id": "room", "name": "Big Room", "rhythm": "every Tuesday"}],
            "memberships": [{"id": f"room-{one['id']}", "space": "room", "stakeholder": one["id"]}
                            for one in people[:2]]}
    with open(placed, "w", encoding="utf-8") as out:
        json.dump(data, out)
    subprocess.run([os.environ["KITH"], "convert", placed, MAP], check=True)


def tag(kith):
    """The middle of the top of what stands higher than the outline does between the two who meet."""
    ward, cafe = (kith.extents(kith.find("button", re.compile("^" + name))) for name in list(PEOPLE)[:2])
    left, across = ward.x + ward.width + 25, cafe.x - ward.x - ward.width - 80
    top, down = ward.y + ward.height // 2 - 24, 48
    dots = kithtest.picture(left, top, across, down)
    drawn = [[row for row in range(down) if dots[3 * (row * across + column):][:3] != dots[:3]]
             for column in range(across)]
    most = max(map(len, drawn))
    tall = [column for column in range(across) if len(drawn[column]) > most - 3]
    assert most > 18 and min(map(len, drawn)) < most - 4, ("it has no tag", most)
    column = (tall[0] + tall[-1]) // 2
    return left + column, top + drawn[column][0] + 4


make_map()
with kithtest.Kith(MAP) as kith:
    kith.key("ctrl+1")
    time.sleep(1)
    kith.shot("far-spaces")
    at = tag(kith)
    kith.click(at)
    kithtest.wait_for(lambda: kith.find("button", re.compile("^Big Room, shared space")).get_state_set()
                      .contains(kithtest.Atspi.StateType.SELECTED), "the tag is not the space")
    kith.shot("far-spaces-selected")

    # no link begins or ends there
    ward = kith.find("button", re.compile("^Ward"))
    for first, then in ((at, kith.centre(ward)), (kith.centre(ward), at)):
        kith.key("Escape", "l")
        kith.click(first)
        kith.click(then)
        kith.key("Escape", "Escape", "ctrl+s")
        assert not kith.show(MAP).get("links"), (first, then)
print("far spaces: passed")
