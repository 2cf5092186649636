# SPDX-License-Identifier: GPL-3.0-or-later
"""The canvas by hand: draw, move, band, link, rename, walk and take back, and what is kept of it."""
import os
import re
import time

import kithtest

MAP = os.path.join(kithtest.WORK, "canvas.kith")


def box(kith, name):
    return kith.find("button", re.compile("^" + re.escape(name) + ","))


def place(kith, name):
    return kith.centre(box(kith, name))


def near(one, other, by=12):
    return abs(one[0] - other[0]) <= by and abs(one[1] - other[1]) <= by


def moved_to(kith, name, where):
    kithtest.wait_for(lambda: near(place(kith, name), where),
                      f"{name} is at {place(kith, name)}, not at {where}")


def is_selected(kith, name):
    states = box(kith, name).get_state_set()
    return states.contains(kithtest.Atspi.StateType.SELECTED)


def draw(kith):
    kith.click(kith.find("button", "New Map…"))
    kith.click(kith.find(None, "Empty map"))
    kith.find(None, "Map canvas")
    for name, at in [("West Yorkshire Police", (300, 250)), ("Shelter", (640, 250)),
                     ("St Mary's Hospital NHS Trust", (300, 480))]:
        kith.double_click(at)
        kith.type(name)
        if name == "West Yorkshire Police":
            kith.find(None, "Sector: Police, fire and justice")
            kith.shot("canvas-typing")
        kith.key("Return")
        box(kith, name)


def take_back(kith):
    """Escape leaves nothing, nor does an empty name."""
    kith.double_click((640, 600))
    kith.type("Nobody")
    kith.key("Escape")
    kith.double_click((640, 600))
    kith.key("Return")
    assert not kith.find_all("button", re.compile("^Nobody")), "Escape kept what was typed"


def move(kith):
    start = place(kith, "Shelter")
    there = (start[0] + 60, start[1] + 90)
    kith.drag(start, there)
    moved_to(kith, "Shelter", there)
    kith.key("ctrl+z")
    moved_to(kith, "Shelter", start)
    kith.key("ctrl+shift+z")
    moved_to(kith, "Shelter", there)
    # Escape in the middle of a drag puts it back
    kith.move(*there)
    kithtest.xdo("mousedown", 1)
    kith.move(there[0] + 50, there[1] + 20)
    kith.move(there[0] + 90, there[1] + 40)
    kithtest.xdo("key", "Escape")  # Kith.key would let go of the button first
    kithtest.xdo("mouseup", 1)
    moved_to(kith, "Shelter", there)


def select(kith):
    police = place(kith, "West Yorkshire Police")
    hospital = place(kith, "St Mary's Hospital NHS Trust")
    # from below, for the legend lies above
    kith.drag((police[0] - 140, hospital[1] + 60), (police[0] + 120, police[1] - 40))
    kithtest.wait_for(lambda: is_selected(kith, "West Yorkshire Police")
                      and is_selected(kith, "St Mary's Hospital NHS Trust"), "the band selects two")
    assert not is_selected(kith, "Shelter"), "the band selected what it did not touch"
    kith.shot("canvas-band")
    kith.key("l")
    box(kith, "West Yorkshire Police")
    kith.find("button", re.compile("^West Yorkshire Police, .*, 1 link$"))


def go_on_with_tab(kith):
    kith.click(box(kith, "Shelter"))
    kith.key("Tab")
    kith.type("Northmoor Council")
    kith.find(None, "Sector: Local government")
    kith.key("Return")
    kith.find("button", re.compile("^Shelter, .*, 1 link$"))
    # by keys alone: back to Shelter, its link, and the number rates the end that is shown
    kith.key("period")
    kith.key("5")
    kith.find(None, re.compile("5 Deep"))
    kith.key("Escape")


def rename(kith):
    kith.double_click(box(kith, "Shelter"))
    kith.type("Harbour Crisis House")
    kith.key("Return")
    box(kith, "Harbour Crisis House")


def refuse_itself(kith):
    # on free ground first, so that nothing is selected
    kith.click((640, 650))
    at = kith.extents(box(kith, "St Mary's Hospital NHS Trust"))
    rim = (at.x + at.width // 2, at.y + at.height + 3)
    kith.move(at.x + at.width // 2, at.y + at.height // 2)
    kith.move(*rim)
    kithtest.xdo("mousedown", 1)
    kith.move(rim[0], rim[1] + 60)
    kith.move(rim[0], rim[1] - 20)
    kithtest.xdo("mouseup", 1)
    kith.status("A stakeholder cannot be linked to itself")


def say_much_at_once(kith):
    """Sayings that follow each other faster than they come up once brought the window down."""
    kith.click(box(kith, "St Mary's Hospital NHS Trust"))
    for _ in range(4):
        kithtest.xdo("key", "--delay", 40, "l", "Escape", "l")
        kith.status("Pick the stakeholder to link to")
        kithtest.xdo("key", "Escape")
    time.sleep(1)
    assert kith.running(), "the window has gone"


def zoom(kith):
    kith.click(kith.find("button", "Zoom in"))
    kith.find("button", re.compile(r"^Zoom 1[12]\d %"))
    kith.click(kith.find("button", "Show the whole map"))
    kith.find("button", re.compile("^Zoom 100 %"))


def keep(kith):
    kith.key("ctrl+shift+s")
    kith.choose_file(MAP)
    kith.status("Saved")
    data = kith.show(MAP)
    sectors = {one["name"]: one["sector"] for one in data["stakeholders"]}

    assert sorted(sectors) == ["Harbour Crisis House", "Northmoor Council",
                               "St Mary's Hospital NHS Trust", "West Yorkshire Police"], sectors
    assert len(data["links"]) == 2, data["links"]
    kith.shot("canvas-done")


with kithtest.Kith() as kith:
    draw(kith)
    take_back(kith)
    move(kith)
    select(kith)
    go_on_with_tab(kith)
    rename(kith)
    zoom(kith)
    say_much_at_once(kith)
    refuse_itself(kith)  # last, for its toast lies over the zoom buttons for a while
    keep(kith)
