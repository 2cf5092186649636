# SPDX-License-Identifier: GPL-3.0-or-later
"""Gaps on the map: asked for in Inclusion, pressed by pointer and by keys, filled, taken back."""
import json
import os
import re
import subprocess

import kithtest

SOURCE = os.path.join(kithtest.WORK, "gaps.json")
PRIVATE = os.path.join(kithtest.WORK, "private.kith")
MAP = os.path.join(kithtest.WORK, "gaps.kith")
HOUSING = re.compile("^Nobody yet: Housing$")
JUSTICE = re.compile("^Nobody yet: Police, fire and justice$")
COUNCIL = re.compile("^Nobody yet: Local government · Neighbourhood$")
POLICE = re.compile("^Nobody yet: Police")


def make_map():
    with open(SOURCE, "w") as file:
        json.dump({"kith": 1, "about": {"title": "Eastvale"}, "stakeholders": [
            {"id": "ward", "name": "Ward", "sector": "nhs-providers", "level": "place",
             "x": 0, "y": 0},
            {"id": "council", "name": "Council", "sector": "local-government", "level": "place",
             "x": 400, "y": 0},
            {"id": "carers", "name": "Carers", "sector": "people-communities", "level": "neighbourhood",
             "x": 200, "y": 200}]}, file)
    subprocess.run([os.environ["KITH"], "convert", SOURCE, MAP], check=True, capture_output=True)


def make_private_map():
    """The police are there for the team only, and so is the only one of the council's neighbourhood."""
    with open(SOURCE, encoding="utf-8") as file:
        data = json.load(file)
    data["stakeholders"] += [
        {"id": "watch", "name": "Watch", "sector": "police-fire-justice", "level": "place", "private": True,
         "x": 600, "y": 200},
        {"id": "warden", "name": "Warden", "sector": "local-government", "level": "neighbourhood",
         "private": True, "x": 800, "y": 0},
        {"id": "nurses", "name": "Nurses", "sector": "nhs-providers", "level": "neighbourhood",
         "x": 0, "y": 400}]
    with open(SOURCE, "w", encoding="utf-8") as file:
        json.dump(data, file)
    subprocess.run([os.environ["KITH"], "convert", SOURCE, PRIVATE], check=True, capture_output=True)


def held_to_the_audience():
    """A place that only somebody private fills is a gap to those who may not see who is there, and no other
    thing tells them."""
    make_private_map()
    with kithtest.Kith(PRIVATE) as kith:
        kith.find("button", re.compile("^Watch,"))
        kith.command("gaps on the map")
        kith.find("button", HOUSING)
        assert not kith.find_all("button", JUSTICE) and not kith.find_all("button", COUNCIL)
        for audience in ("alt+2", "alt+3"):
            kith.key(audience)
            kith.find("button", JUSTICE)
            kith.find("button", COUNCIL)
            for name in ("Watch", "Warden"):
                assert name not in kith.said(), f"{name} is told to {audience}"
            kith.shot("gaps-" + audience)
        kith.key("alt+1")
        kith.gone("button", JUSTICE)
        kith.gone("button", COUNCIL)
        kith.find("button", HOUSING)
        # filled there as any other
        kith.key("alt+2")
        kith.click(kith.find("button", JUSTICE))
        kith.type("Station\n")
        kith.find("button", re.compile("^Station,"))
        kith.gone("button", JUSTICE)


def stored():
    text = subprocess.run([os.environ["KITH"], "show", MAP, "--json"], check=True,
                          capture_output=True, text=True).stdout
    return {one["name"]: one for one in json.loads(text)["stakeholders"]}


make_map()
with kithtest.Kith(MAP) as kith:
    kith.find("button", re.compile("^Ward,"))
    kith.command("inclusion")
    kith.find(None, "Inclusion")
    kith.shot("gaps-asked")
    kith.click(kith.find("check box", "Show gaps on the map"))
    kith.key("Escape")
    kith.find("button", HOUSING)
    kith.find("button", re.compile("^Nobody yet: People and communities · "))
    kith.shot("gaps-shown")

    # by pointer: the place has its sector
    kith.click(kith.find("button", HOUSING))
    kith.type("Shelter\n")
    kith.find("button", re.compile("^Shelter,"))
    kith.gone("button", HOUSING)
    kith.find("button", POLICE)
    kith.shot("gaps-filled")

    # sector and level
    kith.do(kith.find("button", re.compile("^Nobody yet: People and communities · ")))
    kith.type("Families\n")
    kith.find("button", re.compile("^Families,"))
    kith.gone("button", re.compile("^Nobody yet: People and communities · "))
    kith.key("ctrl+z")
    kith.gone("button", re.compile("^Families,"))
    kith.find("button", re.compile("^Nobody yet: People and communities · "))
    kith.key("ctrl+shift+z")
    kith.find("button", re.compile("^Families,"))

    # by keys
    kith.key("Escape", "Escape")
    kith.key("Tab", "Return")
    kith.type("Board\n")  # in the first of them
    kith.find("button", re.compile("^Board,"))
    kith.gone("button", re.compile("^Nobody yet: NHS commissioning"))

    kith.command("gaps on the map")
    kith.gone("button", POLICE)
    kith.shot("gaps-hidden")
    kith.quit()

have = stored()
assert set(have) == {"Ward", "Council", "Carers", "Shelter", "Board", "Families"}, have
assert have["Shelter"]["sector"] == "housing", have["Shelter"]
assert have["Board"]["sector"] == "nhs-commissioning", have["Board"]
assert have["Families"]["level"] == "place", have["Families"]
held_to_the_audience()
