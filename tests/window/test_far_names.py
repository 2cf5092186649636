# SPDX-License-Identifier: GPL-3.0-or-later
"""Names from afar: a tag over a box that is too small for its letters is clicked, dragged and linked as the box
is; there is none where one comes near."""
import json
import os
import re
import subprocess
import time

import kithtest

MAP = os.path.join(kithtest.WORK, "afar.kith")
# the first and the last are the edges of the map, where tags keep within it; the others have theirs in the middle
PLACES = {"Warden": (100, 100), "Harbour Crisis Café": (700, 700), "Northmoor Police": (2500, 700),
          "Adult Social Care": (1500, 1700), "Ward": (3200, 2100)}
CAFE, POLICE, CARE = "Harbour Crisis Café", "Northmoor Police", "Adult Social Care"
BESIDE = 9  # pixels beside a box, where its tag is


def box(kith, name):
    return kith.extents(kith.find("button", re.compile("^" + re.escape(name))))


def settled(kith, name):
    """Where it is once nothing moves any more."""
    last = None
    for _ in range(60):
        now = box(kith, name)
        now = (now.x, now.y, now.width, now.height)
        if now == last:
            return now
        last = now
        time.sleep(0.2)
    raise AssertionError("it does not come to rest")


def beside(kith, name):
    """A point on the tag, right of the box."""
    x, y, width, height = settled(kith, name)
    return x + width + BESIDE, y + height // 2


def press(point):
    kithtest.xdo("mousemove", *point)
    time.sleep(0.3)
    kithtest.xdo("click", 1)


def assert_named(kith, name):
    """There are letters beside the box: a tag sticks out of it on both sides."""
    x, y, width, height = settled(kith, name)
    right = kithtest.picture(x + width + 2, y, 2 * BESIDE, height)
    assert len(set(right)) > 3, f"nothing is drawn beside the box of {name}"


def make_map():
    """Five who are so far apart that all of them are in sight from afar only."""
    people = os.path.join(kithtest.WORK, "afar.csv")
    placed = os.path.join(kithtest.WORK, "afar.json")
    with open(people, "w", encoding="utf-8") as out:
        out.write("name\n" + "\n".join(PLACES) + "\n")
    subprocess.run([os.environ["KITH"], "convert", people, placed], check=True)
    with open(placed, encoding="utf-8") as file:
        data = json.load(file)
    for one in data["stakeholders"]:
        one["x"], one["y"] = PLACES[one["name"]]
    with open(placed, "w", encoding="utf-8") as out:
        json.dump(data, out)
    subprocess.run([os.environ["KITH"], "convert", placed, MAP], check=True)


def end_of_tag(kith, name):
    """Where the tag ends right of the box, halfway up."""
    x, y, width, height = settled(kith, name)
    row = kithtest.picture(x + width, y + height // 2, 80, 1)
    pixels = [row[i:i + 3] for i in range(0, len(row), 3)]
    return x + width + max(i for i, one in enumerate(pixels) if one != pixels[-1]), y + height // 2


def assert_bare(kith, name):
    """Nothing but the ground beside the box."""
    x, y, width, height = settled(kith, name)
    right = kithtest.picture(x + width + 4, y + height // 2, BESIDE, 1)
    assert len(set(right)) <= 1, f"something is drawn beside the box of {name}"


def wait_selected(kith, name):
    kithtest.wait_for(lambda: kith.find("button", re.compile("^" + re.escape(name))).get_state_set()
                      .contains(kithtest.Atspi.StateType.SELECTED), f"{name} is not selected")


def linked(kith):
    kith.key("ctrl+s")
    data = kith.show(MAP)
    names = {one["id"]: one["name"] for one in data["stakeholders"]}
    return [(names[link["a"]], names[link["b"]]) for link in data.get("links", [])]


make_map()
with kithtest.Kith(MAP) as kith:
    kith.key("ctrl+1")
    x, y, width, height = settled(kith, POLICE)
    assert width < 75, f"the box is {width} pixels wide: that is not from afar"
    for name in (POLICE, CAFE, CARE):
        assert_named(kith, name)
    kith.shot("far-names")

    # a tag is its stakeholder
    press(beside(kith, POLICE))
    wait_selected(kith, POLICE)
    kith.shot("far-names-selected")

    # and is dragged like it; it goes along
    start = beside(kith, POLICE)
    kith.drag(start, (start[0] - 120, start[1] + 80))
    moved = settled(kith, POLICE)
    assert abs(moved[0] - (x - 120)) < 9 and abs(moved[1] - (y + 80)) < 9, (x, y, moved)
    assert_named(kith, POLICE)
    kith.shot("far-names-dragged")
    kith.key("ctrl+z")
    kithtest.wait_for(lambda: settled(kith, POLICE)[:2] == (x, y), "undone, it is where it was")

    # a link that is led to a tag is one to its stakeholder
    kith.key("Escape")
    press(beside(kith, CAFE))
    wait_selected(kith, CAFE)
    kith.key("l")
    press(beside(kith, CARE))
    kithtest.wait_for(lambda: linked(kith) == [(CAFE, CARE)], "the link leads to who is named", 20)

    # where boxes have rims from which links are drawn, the tag has one: the box lies under it
    kith.key("Escape")
    kith.key("ctrl+plus", "ctrl+plus", "ctrl+plus")
    kith.move(5, 500)
    assert 60 < settled(kith, POLICE)[2] < 84, settled(kith, POLICE)
    edge = end_of_tag(kith, POLICE)
    start = edge[0] + 6, edge[1]
    kith.move(*start)
    kith.shot("far-names-rim")
    kith.drag(start, beside(kith, CARE))
    kithtest.wait_for(lambda: (POLICE, CARE) in linked(kith), "no link comes from the rim of a tag", 20)
    kith.key("ctrl+1")

    # from near, boxes have their own letters, and nothing is beside them
    kith.key("Escape")
    press(beside(kith, POLICE))
    wait_selected(kith, POLICE)
    kith.key("ctrl+2")
    assert settled(kith, POLICE)[2] > 100
    kith.key("Escape")
    kith.move(5, 400)
    assert_bare(kith, POLICE)
print("far names: passed")
