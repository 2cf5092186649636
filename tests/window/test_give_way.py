# SPDX-License-Identifier: GPL-3.0-or-later
"""Live arrange: what is linked to a dragged stakeholder follows, what is in its way moves aside, as
one step; and Tidy, which parts what overlaps and moves nobody else."""
import os
import re

import kithtest
from kithtest import pixel, wait_for, xdo

MAP = os.path.join(kithtest.WORK, "way.kith")
PEOPLE = """Label,Sector,X,Y
Police,Police,0,0
Housing,Housing,0,220
Ward,NHS providers,420,0
Council,Local government,420,220
"""
LINKS = """From,To,Type
Police,Housing,works with
Ward,Council,works with
"""


def places(kith):
    kith.key("ctrl+s")
    return {one["name"]: (one["x"], one["y"]) for one in kith.show(MAP)["stakeholders"]}


def saved(kith, what, sentence):
    wait_for(lambda: what(places(kith)), sentence, 20)


def box(kith, name):
    return kith.find("button", re.compile(f"^{name}, "))


def drag(kith, name, onto, shot, let_go=True):
    start, end = kith.centre(box(kith, name)), kith.centre(box(kith, onto))
    kith.move(*start)
    xdo("mousedown", 1)
    for step in range(1, 21):
        kith.move(start[0] + (end[0] - start[0] - 20) * step / 20,
                  start[1] + (end[1] - start[1]) * step / 20)
    kith.shot(shot)
    if let_go:
        xdo("mouseup", 1)


def moved(a, b):
    return abs(a[0] - b[0]) + abs(a[1] - b[1]) > 1


def apart(a, b):
    return abs(a[0] - b[0]) > 100 or abs(a[1] - b[1]) > 40


kithtest.make_map(MAP, PEOPLE, LINKS)
with kithtest.Kith(MAP) as kith:
    box(kith, "Police")
    before = places(kith)

    # without it, only what is dragged moves
    drag(kith, "Police", "Ward", "give-way-off")
    saved(kith, lambda now: moved(now["Police"], before["Police"]), "it should have been moved")
    now = places(kith)
    assert not any(moved(now[name], before[name]) for name in ("Housing", "Ward", "Council")), now
    assert not apart(now["Police"], now["Ward"]), now

    # what overlaps is parted, by a key; nobody else moves
    kith.key("alt+shift+t")
    saved(kith, lambda now: apart(now["Police"], now["Ward"]), "the two should part")
    now = places(kith)
    assert not any(moved(now[name], before[name]) for name in ("Housing", "Council")), now
    kith.key("ctrl+z", "ctrl+z")
    saved(kith, lambda now: now == before, "two steps back all is as it was")

    # with it the others give way
    kith.command("Live arrange")
    kith.find(None, "The others give way while one is dragged.")
    drag(kith, "Police", "Ward", "give-way-on")
    saved(kith, lambda now: moved(now["Police"], before["Police"]), "it should have been moved")
    now = places(kith)
    assert apart(now["Police"], now["Ward"]), now
    assert moved(now["Ward"], before["Ward"]) and moved(now["Housing"], before["Housing"]), now
    kith.key("ctrl+z")
    saved(kith, lambda now: now == before, "it is one step")

    # by keys as well; quick ones are one step
    kith.click(box(kith, "Police"))
    kith.key("ctrl+Right", "ctrl+Right")
    saved(kith, lambda now: moved(now["Housing"], before["Housing"]), "who is linked follows")
    kith.key("ctrl+z")
    saved(kith, lambda now: now == before, "it is one step, too")

    # Escape in the middle leaves everything
    housing = kith.extents(box(kith, "Housing"))
    inside = housing.x + 6, housing.y + housing.height // 2
    rest = pixel(*inside)
    drag(kith, "Police", "Ward", "give-way-cancelled", let_go=False)
    wait_for(lambda: pixel(*inside) != rest, "nobody gives way while it is dragged")
    xdo("key", "Escape")  # Kith.key would let go of the button first
    xdo("mouseup", 1)
    wait_for(lambda: pixel(*inside) == rest, "not all is shown where it was")
    assert places(kith) == before, (places(kith), before)
    kith.shot("give-way-after")
