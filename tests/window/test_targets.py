# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that is pressed is at least 24 × 24 pixels, on each page, wide and as narrow as a
telephone. SCREEN=360x760 runs it narrow."""
import os
import re
import subprocess
import sys

import kithtest
from kithtest import Atspi

MAP = os.path.join(kithtest.WORK, "targets.kith")
LEAST = 24
ROLES = {Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX,
         Atspi.Role.RADIO_BUTTON, Atspi.Role.LINK, Atspi.Role.COMBO_BOX, Atspi.Role.MENU_ITEM}
# its height without its padding, of 2 pixels or (libadwaita 1.7) 3 on each side; the row that it
# stands in switches it, too
SWITCH = 20 if kithtest.IS_NEWER else 22


def make():
    csv = MAP.removesuffix(".kith") + ".csv"
    with open(csv, "w", encoding="utf-8") as file:
        file.write("From,To,Type,Trust\nNorthmoor Police,Harbour Hospital,works with,4\n"
                   "Harbour Hospital,Shelter,refers to,2\n")
    subprocess.run([os.environ["KITH"], "convert", csv, MAP], check=True)


def is_pressed(item):
    states = item.get_state_set()
    return (item.get_role() in ROLES and states.contains(Atspi.StateType.SENSITIVE)
            and states.contains(Atspi.StateType.VISIBLE))


def is_on_map(item):
    """What is on the map is as large as the zoom makes it; a finger has room about it."""
    return re.search(r", \d+ links?$|^Works with: |^Refers to: ", item.get_name() or "") is not None


def too_small(kith):
    found = []
    n = 0
    for item in kith.walk():
        if not is_pressed(item) or is_on_map(item):
            continue
        n += 1
        least = SWITCH if item.get_role() == Atspi.Role.CHECK_BOX else LEAST
        box = kith.extents(item)
        # on a page that is not shown; sizes are told without padding
        if box.width <= 0 or box.height <= 0:
            continue
        if box.width < least or box.height < least:
            found.append(f"{kithtest.describe(item)} is {box.width} × {box.height}")
    assert n > 5, f"just {n} things to press"
    return found


def look(kith, page, wrong):
    wrong += [f"{page}: {line}" for line in too_small(kith)]


def pages(kith, wrong):
    police = kith.find("button", re.compile("^Northmoor Police,"))
    look(kith, "the map", wrong)
    kith.click(police)
    kith.key("Return")
    look(kith, "a stakeholder", wrong)
    kith.click(police)
    kith.key("bracketright", "Return")
    look(kith, "a link", wrong)
    kith.click(police)
    kith.key("ctrl+a")
    look(kith, "several", wrong)
    kith.key("ctrl+f")
    kith.type("shelter")
    look(kith, "find", wrong)
    kith.key("Escape", "ctrl+shift+p")
    look(kith, "all commands", wrong)
    kith.key("Escape", "ctrl+e")
    kith.find("button", re.compile("Export"))
    look(kith, "export", wrong)
    kith.key("Escape", "ctrl+i")
    look(kith, "import", wrong)
    kith.key("Escape")


def main():
    make()
    wrong = []
    with kithtest.Kith(env={}) as kith:
        kith.find("button", re.compile("Open"))
        look(kith, "the start page", wrong)
    with kithtest.Kith(MAP) as kith:
        pages(kith, wrong)
    assert not wrong, "smaller than 24 × 24:\n" + "\n".join(wrong)
    return 0


if __name__ == "__main__":
    sys.exit(main())
