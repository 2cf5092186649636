# SPDX-License-Identifier: GPL-3.0-or-later
"""Names from afar: a tag over a box that is too small for its letters is clicked, dragged and linked as the box
is."""
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
BESIDE = 9  # pixels that a tag is wider on either side


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


def tag(kith, name):
    """Where its tag is seen: left, top, right, bottom. What is heard of the box is a few pixels off in newer GTK."""
    x, y, width, height = settled(kith, name)
    left, top, across, down = x + width // 2 - 90, y + height // 2 - 30, 180, 60
    dots = kithtest.picture(left, top, across, down)
    ground = dots[:3]
    drawn = [[dots[3 * (row * across + column):][:3] != ground for column in range(across)] for row in range(down)]
    rows = [row for row in range(down) if sum(drawn[row]) > 30]  # a link has few dots in a row
    assert rows, f"{name} has no tag"
    columns = [column for column in range(across) if sum(drawn[row][column] for row in rows) > len(rows) // 2]
    return left + columns[0], top + rows[0], left + columns[-1], top + rows[-1]


def beside(kith, name):
    """A point on the tag that is not on the box."""
    _, top, right, bottom = tag(kith, name)
    return right - 5, (top + bottom) // 2


def assert_named(kith, name):
    """In letters of the screen, on a tag that is larger than the box."""
    left, top, right, bottom = tag(kith, name)
    _, _, width, height = settled(kith, name)
    assert right - left > width + 2 * BESIDE and bottom - top > height, (tag(kith, name), width, height)


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
    kith.click(beside(kith, POLICE))
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

    # a name is typed in letters that can be read, and comes no nearer than that takes
    for before, while_typing in (("ctrl+1", "75"), ("ctrl+0", "100")):
        kith.key(before)
        kith.find("button", re.compile("^Zoom (100|[12][0-9]) %"))
        kith.key("F2")
        kith.find(None, "Name of the stakeholder")
        kith.find("button", re.compile(f"^Zoom {while_typing} %"))
        kith.key("Escape")
    kith.key("ctrl+1")
    settled(kith, CAFE)

    # a link that is led to a tag is one to its stakeholder
    kith.key("Escape")
    kith.click(beside(kith, CAFE))
    wait_selected(kith, CAFE)
    kith.key("l")
    kith.click(beside(kith, CARE))
    kithtest.wait_for(lambda: linked(kith) == [(CAFE, CARE)], "the link leads to who is named", 20)

    # where boxes have rims from which links are drawn, the tag has one: the box lies under it
    kith.key("Escape")
    kith.key("ctrl+plus", "ctrl+plus", "ctrl+plus")
    kith.move(5, 500)
    assert 60 < settled(kith, POLICE)[2] < 84, settled(kith, POLICE)
    _, top, right, bottom = tag(kith, POLICE)
    start = right + 5, (top + bottom) // 2
    kith.move(*start)
    kith.shot("far-names-rim")
    kith.drag(start, beside(kith, CARE))
    kithtest.wait_for(lambda: (POLICE, CARE) in linked(kith), "no link comes from the rim of a tag", 20)

    # on the stage letters are as large as the room's smallest text
    kith.key("Escape", "ctrl+1")
    _, top, _, bottom = tag(kith, CARE)
    kith.key("F5")
    kith.click(kith.find("button", "Present the Map"))
    stage = kithtest.wait_for(lambda: [w for w in kith.windows() if w.get_name() == "Presentation"],
                              "there is no stage")[0]
    time.sleep(1.5)
    kith.shot("far-names-stage")
    at, window = kith.extents(kith.find("button", re.compile("^" + CARE), root=stage)), kith.extents(stage)
    column = kithtest.picture(at.x + at.width // 2, at.y - 50, 1, at.height + 100)
    drawn = [i for i in range(0, len(column), 3) if column[i:i + 3] != column[:3]]
    lines = (drawn[-1] - drawn[0]) // 3 / (bottom - top)
    assert lines > 0.9 * window.height / 40 / 11, (lines, window.height)
print("far names: passed")
