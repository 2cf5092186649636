# SPDX-License-Identifier: GPL-3.0-or-later
"""A map of five stakeholders and five links, rated from both ends, by keys alone: from the start
page to the saved file no pointer and no action of an accessible is used."""
import os
import re

import kithtest

MAP = os.path.join(kithtest.WORK, "keys.kith")
NAMES = ["Northmoor Police", "Harbour Crisis Cafe", "Northmoor Mind", "Quay House", "St Mary's"]
# what each makes of the next, and the next of it
TRUST = [("4", "2"), ("5", "4"), ("1", "3"), ("3", "3"), ("2", "5")]


def forbidden(*_):
    raise AssertionError("this must go by keys")


def name(words):
    """Types a name into the entry that has come up, and has it taken."""
    kith.find("text", "Name of the stakeholder")
    kith.type(words)
    kith.key("Return")
    kith.find("button", re.compile("^" + re.escape(words)))


def rate(own, other):
    """The end that wears the ring, then the other one."""
    kith.key(own, "Tab", other)


def link_to(words):
    """Picks the other end with arrows, listening to who it would be."""
    kith.key("l")
    for key in ["Left", "Up", "Right", "Down", "Left", "Left", "Up", "Up", "Right", "Right", "Down",
                "Down"] * 2:
        kith.key(key)
        if kith.find_all(None, f"Enter: link to {words}."):
            kith.key("Return")
            return
    raise AssertionError(f"the arrows do not lead to {words}")


with kithtest.Kith() as kith:
    kith.click = kith.double_click = kith.move = kith.drag = kith.do = forbidden
    kith.key("ctrl+n")
    kith.find(None, "Empty map")
    kith.key("Return")
    kith.find(None, re.compile("Untitled"))
    kith.key("n")
    name(NAMES[0])
    for i in range(1, 5):
        kith.key("Tab")  # a linked neighbour
        name(NAMES[i])
        kith.key("bracketleft")  # its link, with the ring at its own end
        rate(TRUST[i - 1][1], TRUST[i - 1][0])
        # typing finds by name: back to the one that was made last
        kith.type("/" + NAMES[i].lower())
        kith.find("label", "1 of 1")
        kith.key("ctrl+Up")  # anything else ends it
        kith.key("ctrl+Down")
    # who is to be linked to is typed as well, letters that are commands elsewhere included
    kith.key("l")
    kith.type(NAMES[1])
    kith.find(None, f"Enter: link to {NAMES[1]}.")
    kith.type("xx")
    kith.find("label", "nobody of that name")
    kith.key("Return")  # links nobody
    kith.type(NAMES[0])
    kith.find(None, f"Enter: link to {NAMES[0]}.")
    kith.shot("keyboard-map-typed")
    kith.key("Return")
    kith.find(None, re.compile(f"^Works with: .*{NAMES[0]}"))
    kith.key("ctrl+z")
    kith.type("/" + NAMES[4].lower())
    kith.key("ctrl+Up", "ctrl+Down")
    link_to(NAMES[0])
    rate(TRUST[4][0], TRUST[4][1])
    kith.shot("keyboard-map")
    kith.key("ctrl+s")
    kith.choose_file(MAP)
    kith.status("Saved")
    shown = kith.show(MAP)
    kith.quit()

names = {one["id"]: one["name"] for one in shown["stakeholders"]}
assert sorted(names.values()) == sorted(NAMES), names
assert len(shown["links"]) == 5, shown["links"]
said = {}
for link in shown["links"]:
    ends = names[link["a"]], names[link["b"]]
    said[ends] = link["trust"]["a"]["step"]
    said[ends[::-1]] = link["trust"]["b"]["step"]
for i, (own, other) in enumerate(TRUST):
    pair = NAMES[i], NAMES[(i + 1) % 5]
    assert str(said[pair]) == own, (pair, said)
    assert str(said[pair[::-1]]) == other, (pair, said)
