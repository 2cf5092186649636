# SPDX-License-Identifier: GPL-3.0-or-later
"""In a small window the legend leaves the room to the map; a click or Enter shows all of it, another
less, and a drag puts it into another corner without doing either."""
import glob
import json
import os
import re
import shutil
import subprocess
import time

import kithtest

MAP = os.path.join(kithtest.WORK, "legend.kith")


def height(kith):
    return kith.extents(kith.find(None, "Legend")).height


def becomes(kith, what, high):
    kithtest.wait_for(lambda: (height(kith) > 100) == high, what, 20)


shutil.copy(sorted(glob.glob(os.path.join(os.environ["KITH_EXAMPLES"], "*.kith")))[0], MAP)
with kithtest.Kith(MAP) as kith:
    legend = kith.find(None, "Legend")
    becomes(kith, "the legend should begin with its main marks alone", False)
    kith.shot("legend-less")

    # what is typed to find somebody stands where nothing lies: not on the legend, nor on who is found
    kith.key("h")
    pill = kith.extents(kith.find("label", re.compile(r"^1 of \d+$")))
    kith.shot("legend-spelling")
    found = kith.status(r", 1 of \d+$").get_name().rsplit(", ", 1)[0]
    for other in (legend, kith.find("button", "Zoom in"),
                  kith.find("button", re.compile("^" + re.escape(found)))):
        place = kith.extents(other)
        assert (pill.x + pill.width <= place.x or place.x + place.width <= pill.x
                or pill.y + pill.height <= place.y or place.y + place.height <= pill.y), (
                    other.get_name(), (pill.x, pill.y, pill.width, pill.height),
                    (place.x, place.y, place.width, place.height))
    kith.key("Escape")
    kith.click(legend)
    becomes(kith, "a click should show all of it", True)
    kith.shot("legend-all")
    kith.key("Return")
    becomes(kith, "Enter should leave its main marks alone", False)
    kith.key("space")
    becomes(kith, "so should the space bar, back", True)
    kith.click(legend)
    becomes(kith, "another click should show less", False)

    # who types close to it sees what is typed
    under = kith.extents(legend)
    kith.double_click((under.x + 60, under.y + under.height + 14))
    entry = kith.find("text", re.compile("name", re.I))
    kith.type("A name of some length that takes two lines")
    kithtest.wait_for(lambda: kith.extents(entry).y >= under.y + under.height,
                      "the name should come out from under the legend", 20)
    kith.shot("legend-typing")
    kith.key("Escape")

    before = kith.extents(legend)
    at = kith.centre(legend)
    kith.drag(at, (at[0], at[1] + 500))
    kithtest.wait_for(lambda: kith.extents(legend).y > before.y + 300,
                      "a drag should put it at the bottom", 20)
    becomes(kith, "a drag should not unfold it", False)
    kith.quit()

# who stands in the corner of the zoom bar is seen when all of the map is
with kithtest.Kith() as kith:
    kith.click(kith.find("button", "New Map…"))
    kith.click(kith.find(None, "Empty map"))
    canvas = kith.extents(kith.find(None, "Map canvas"))
    bar = kith.extents(kith.find(None, "Zoom"))
    for name, at in (("Upper", (canvas.x + 90, canvas.y + 200)),
                     ("Lower", (bar.x + bar.width // 2, bar.y - 30))):
        kith.double_click(at)
        kith.type(name)
        kith.key("Return")
        kith.find("button", re.compile("^" + name))
        kith.key("Escape", "ctrl+minus", "ctrl+minus", "ctrl+minus")
        time.sleep(1)  # gliding
    before = kith.extents(kith.find("button", re.compile("^Lower")))
    kith.key("Home")
    kithtest.wait_for(lambda: kith.extents(kith.find("button", re.compile("^Lower"))).y
                      != before.y, "all should be shown", 20)
    time.sleep(1)  # gliding
    lower = kith.extents(kith.find("button", re.compile("^Lower")))
    kith.shot("legend-zoom-bar")
    assert lower.y + lower.height <= bar.y, "the zoom bar lies over somebody"
    kith.quit()

# where the camera stays, the legend does not come to lie over somebody because a stakeholder has been moved
TALL = os.path.join(kithtest.WORK, "tall.kith")
SECTORS = ["nhs-providers", "primary-care", "local-government", "care-providers", "housing",
           "police-fire-justice", "education"]
plain = TALL.removesuffix("kith") + "json"
with open(plain, "w", encoding="utf-8") as out:
    json.dump({"kith": 1, "about": {"title": "Tall"},
               "stakeholders": [{"id": "far", "name": "Far", "sector": "housing", "x": 1700, "y": 300}]
               + [{"id": f"s{i}", "name": f"Team {i}", "sector": SECTORS[i % 7], "x": i % 2 * 220,
                   "y": i // 2 * 100} for i in range(14)]}, out)
subprocess.run([os.environ["KITH"], "convert", plain, TALL], check=True)


def covered(kith):
    """Who lies under the legend."""
    card = kith.extents(kith.find(None, "Legend"))
    found = []
    for one in kith.find_all("button", re.compile("^(Team|Far)")):
        at = kith.extents(one)
        if (at.x < card.x + card.width and at.x + at.width > card.x and at.y < card.y + card.height
                and at.y + at.height > card.y):
            found.append(one.get_name())
    return found


with kithtest.Kith(TALL) as kith:
    far = kith.centre(kith.find("button", re.compile("^Far")))
    becomes(kith, "it should be a strip above a wide map", False)
    assert covered(kith) == []
    near = kith.centre(kith.find("button", re.compile("^Team 7")))
    kith.drag(far, (near[0] + 90, near[1]))
    time.sleep(2)
    kith.shot("legend-moved")
    assert covered(kith) == [], covered(kith)
    # shown anew, the map is fitted to what suits the legend
    kith.key("ctrl+1")
    becomes(kith, "it should be a column beside a tall map", True)
    assert covered(kith) == [], covered(kith)
    kith.quit()
