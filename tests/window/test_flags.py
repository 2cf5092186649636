# SPDX-License-Identifier: GPL-3.0-or-later
"""Warning signs and next steps on the map: only when asked for, told to a screen reader, opened by a
click, gone for the public; and the lenses of pulse, load and shared spaces."""
import json
import os
import re
import subprocess
import sys

import kithtest

MAP = os.path.join(kithtest.WORK, "flags.kith")
PLANNED = re.compile("^Share the board round, (Ward and Discharge Team|Discharge Team and Ward)")
LOW = {"purpose": 150, "support": 180}


def write():
    plain = os.path.join(kithtest.WORK, "flags.json")
    data = {"kith": 1, "about": {"title": "Flags"},
            "stakeholders": [{"id": "ward", "name": "Ward", "sector": "nhs-providers", "x": 100, "y": 100},
                             {"id": "team", "name": "Discharge Team", "sector": "local-government", "x": 520, "y": 100},
                             {"id": "limes", "name": "The Limes", "sector": "care-providers", "x": 300, "y": 320}],
            "links": [{"id": "one", "a": "ward", "b": "team"}, {"id": "two", "a": "team", "b": "limes"}],
            "spaces": [{"id": "room", "name": "Big Room"}],
            "memberships": [{"id": "m1", "space": "room", "stakeholder": "ward"},
                            {"id": "m2", "space": "room", "stakeholder": "team"}],
            "pulses": [{"id": "p1", "stakeholder": "ward", "date": "2025-03-01", "asked": 12, "answered": 9, **LOW},
                       {"id": "p2", "stakeholder": "limes", "date": "2025-03-01", "asked": 9, "answered": 9, "purpose": 420}],
            "loads": [{"id": f"l{i}", "stakeholder": "team", "title": f"Change {i}", "level": "large",
                       "start": "2026-06"} for i in range(2)],
            "repairs": [{"id": "r1", "link": "one", "title": "Share the board round", "due": "2027-03-12"},
                        {"id": "r2", "stakeholder": "limes", "title": "Visit each other", "due": "2020-03-12"}]}
    with open(plain, "w", encoding="utf-8") as file:
        json.dump(data, file)
    subprocess.run([os.environ["KITH"], "convert", plain, MAP], check=True, env={**os.environ, "DISPLAY": ""})


def box(kith, name):
    return kith.find("button", re.compile(f"^{name}, "), timeout=30)


def described(kith, name, pattern, there=True):
    return kithtest.wait_for(lambda: bool(re.search(pattern, box(kith, name).get_description())) == there,
                             f"{name} is not described so: {pattern}", 30)


def test_signs(kith):
    described(kith, "Ward", "is at 1", there=False)
    kith.command("show warning signs on the map")
    described(kith, "Ward", "1[.]5")
    kith.shot("flags-signs")
    place = kith.extents(box(kith, "Ward"))
    kith.move(place.x + place.width - 60, place.y + place.height + 60)
    kith.move(place.x + place.width - 24, place.y + place.height)
    kith.find(None, re.compile("is at 1[.]5"), timeout=30)  # the tooltip
    kith.shot("flags-tooltip")
    kith.click((place.x + place.width - 24, place.y + place.height))
    kith.find(None, re.compile("^Ward: "), timeout=30)
    kith.shot("flags-opened")
    kith.key("Escape")


def test_plan(kith):
    kith.command("show next steps")
    described(kith, "The Limes", "Next step: Visit each other")
    kith.shot("flags-plan")
    kith.assert_names()


def select(kith, name):
    """By the beginning of its name, with the keyboard on the map."""
    kith.key("Escape", "Escape")
    kith.type(name[:4].lower())
    kith.find(None, re.compile(f"^{name}"), timeout=30)
    kithtest.wait_for(lambda: box(kith, name).get_state_set().contains(kithtest.Atspi.StateType.SELECTED),
                      f"{name} is not selected", 30)
    kith.key("Return")


def menu_by_keys(kith, words):
    """Through the menu of what is selected, down to the item."""
    kith.key("Menu")
    item = kith.find("menu item", words, timeout=30)
    for _ in range(40):
        if item.get_state_set().contains(kithtest.Atspi.StateType.FOCUSED):
            break
        kith.key("Down")
    else:
        raise AssertionError(f"{words} is not reached by keys")
    kith.shot("flags-menu")
    kith.key("Return")


def test_by_keys(kith):
    """What a click on a mark opens is in the menu of its owner, which is read out with the reason."""
    select(kith, "Ward")
    described(kith, "Ward", "1[.]5")
    menu_by_keys(kith, "Warning signs…")
    kith.find(None, re.compile("^Ward: "), timeout=30)
    kith.key("Escape")
    kith.gone(None, re.compile("^Ward: "), timeout=30)
    kith.key("bracketright")  # its link
    kithtest.wait_for(lambda: kith.find_all(None, re.compile("^Keys 1 to 5|^Ward.*Discharge|^Discharge.*Ward")),
                      "the link is not reached", 30)
    menu_by_keys(kith, "Repair plan…")
    kith.find("list item", PLANNED, timeout=30)
    kith.key("Escape")
    kith.gone("list item", PLANNED, timeout=30)
    # who has no sign is offered none
    select(kith, "Discharge Team")
    kith.key("Menu")
    kith.find("menu item", "Link to…", timeout=30)
    assert not kith.find_all("menu item", "Warning signs…")
    kith.key("Escape")
    kith.do(box(kith, "Ward"), "item.warning-signs")
    kith.find(None, re.compile("^Ward: "), timeout=30)
    kith.key("Escape")
    kith.gone(None, re.compile("^Ward: "), timeout=30)


def test_public(kith):
    kith.key("alt+3")
    described(kith, "Ward", "1[.]5", there=False)
    described(kith, "The Limes", "Next step", there=False)
    kith.shot("flags-public")
    kith.key("alt+1")
    described(kith, "Ward", "1[.]5")


def test_off(kith):
    kith.command("show warning signs on the map")
    described(kith, "Ward", "1[.]5", there=False)
    described(kith, "The Limes", "Next step: Visit each other")


def test_lenses(kith):
    for lens in ("Pulse", "Change load", "Shared spaces"):
        kith.command("lens: " + lens.lower())
        kith.shot("flags-lens-" + lens.split()[-1].lower())


write()
if len(sys.argv) > 1:
    with kithtest.Kith(MAP, env={"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}) as kith:
        box(kith, "Ward")
        kith.command("show warning signs on the map")
        kith.command("show next steps")
        kith.shot("flags-dark")
    sys.exit()
with kithtest.Kith(MAP) as kith:
    test_signs(kith)
    test_plan(kith)
    test_by_keys(kith)
    test_public(kith)
    test_off(kith)
    test_lenses(kith)
