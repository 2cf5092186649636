# SPDX-License-Identifier: GPL-3.0-or-later
"""A drag: links of what is dragged run beneath the boxes of others all the while, and stay as they are when
it is let go."""
import os
import re
import time
import types

import kithtest
from kithtest import picture_of, wait_for, xdo

MAP = os.path.join(kithtest.WORK, "carry.kith")
# a wall that no small bend leads round, and a link through it
PEOPLE = ("Label,Sector,X,Y\nPolice,Police,20,10\nBetween,Housing,400,10\nWard,NHS providers,780,10\n"
          + "".join(f"Above {i},Housing,400,{10 - 45 * i}\nBelow {i},Housing,400,{10 + 45 * i}\n"
                    for i in range(1, 5)))
LINKS = """From,To,Type
Police,Ward,works with
"""


def box(kith, name):
    return kith.find("button", re.compile(f"^{name}, "))


def within(area, by):
    return types.SimpleNamespace(x=area.x + by, y=area.y + by, width=area.width - 2 * by,
                                 height=area.height - 2 * by)


def pictures(areas):
    return [picture_of(area) for area in areas]


kithtest.make_map(MAP, PEOPLE, LINKS)
with kithtest.Kith(MAP) as kith:
    names = ["Between"] + [f"{side} {i}" for side in ("Above", "Below") for i in range(1, 5)]
    wall = [within(kith.extents(box(kith, name)), 6) for name in names]
    start = kith.centre(box(kith, "Police"))
    time.sleep(0.5)
    at_rest = pictures(wall)

    kith.move(*start)
    xdo("mousedown", 1)
    for step in range(1, 6):
        kith.move(start[0] - 6 * step, start[1] + 2 * step)
        assert pictures(wall) == at_rest, "the link that is dragged runs over a stranger's box"
    time.sleep(0.6)
    assert pictures(wall) == at_rest, "the link that is dragged runs over a stranger's box"
    kith.shot("carry-in-hand")
    xdo("mouseup", 1)
    for _ in range(3):
        assert pictures(wall) == at_rest, "the box is not drawn when the other is let go"
    kith.shot("carry-let-go")

    # and the link has come along
    beside = kith.extents(box(kith, "Police"))
    beside.x, beside.width = beside.x + beside.width + 10, 60
    let_go = picture_of(beside)
    assert len(set(zip(let_go[0::3], let_go[1::3], let_go[2::3]))) > 1, "there is no link"
    kith.key("ctrl+z")
    wait_for(lambda: kith.centre(box(kith, "Police")) == start, "it is one step")
    wait_for(lambda: pictures(wall) == at_rest, "all is as it was")

    # somebody who is linked to what is in hand comes back in the middle of it
    kith.click(box(kith, "Ward"))
    kith.key("Delete")
    kith.gone("button", re.compile("^Ward, "))
    kith.move(*start)
    xdo("mousedown", 1)
    for step in range(1, 6):
        kith.move(start[0] - 6 * step, start[1] + 2 * step)
    xdo("key", "ctrl+z")  # Kith.key would let go of the button first
    box(kith, "Ward")
    xdo("mouseup", 1)
    assert kith.running(), "it has gone"
    wait_for(lambda: kith.centre(box(kith, "Police")) == start, "the drag has ended with nothing done")
    kith.quit()
