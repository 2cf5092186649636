# SPDX-License-Identifier: GPL-3.0-or-later
"""A map with what only the team sees, and somebody who comes to look at it: for tests of what happens then."""
import json
import os
import re
import subprocess

import kithtest

MAP = os.path.join(kithtest.WORK, "onlookers.kith")
OTHER = "canary"  # in what only the team sees


def make_map():
    raw = MAP + ".json"
    kithtest.make_map(MAP, kithtest.TRUSTS, kithtest.TRUSTS_LINKS)
    subprocess.run([os.environ["KITH"], "convert", MAP, raw, "--audience", "team"], check=True)
    with open(raw, encoding="utf-8") as file:
        held = json.load(file)
    for stakeholder in held["stakeholders"]:
        stakeholder["private_note"] = f"{OTHER} note"
        if stakeholder["name"] == "Council":
            stakeholder.update(private=True, name="Canary Council")
    for link in held["links"]:
        link["private_note"] = f"{OTHER} note"
    with open(raw, "w", encoding="utf-8") as file:
        json.dump(held, file)
    subprocess.run([os.environ["KITH"], "convert", raw, MAP, "--audience", "team"], check=True)


def copy_map(path, prefix):
    """Another map of the same people, each with the prefix before the name."""
    raw = path + ".json"
    subprocess.run([os.environ["KITH"], "convert", MAP, raw, "--audience", "team"], check=True)
    with open(raw, encoding="utf-8") as file:
        held = json.load(file)
    held["about"].update(key="", title=prefix)
    for stakeholder in held["stakeholders"]:
        stakeholder["name"] = f"{prefix} {stakeholder['name']}"
    with open(raw, "w", encoding="utf-8") as file:
        json.dump(held, file)
    subprocess.run([os.environ["KITH"], "convert", raw, path, "--audience", "team"], check=True)


def find(kith, role, name):
    return kith.find(role, name, timeout=60)


def over(kith):
    """What is open over the map."""
    return [window.get_name() for window in kith.windows()[1:]]


def come(kith, key="alt+2", audience="Partners"):
    kith.key(key)
    find(kith, None, "Shown for: " + audience)


def the_team_again(kith):
    come(kith, "alt+1", "Working team")


def select(kith, name):
    """With the pointer, so that the keyboard is on the map."""
    kith.key("Escape", "Escape")
    kith.click(find(kith, "button", re.compile(f"^{name}, ")))


def press(kith, role, name):
    """The one of that name that can be pressed: what is drawn as a button may have it inside."""
    def look():
        return next((i for i in kith.find_all(role, re.compile(name))
                     if kithtest.Atspi.Action.get_n_actions(i) > 0), None)

    kith.do(kithtest.wait_for(look, f"there is no {role} {name!r} to press", 60))


def rated(kith):
    """A link whose trust was rated, in the inspector."""
    select(kith, "Police")
    kith.key("bracketright", "4")
    find(kith, "button", re.compile("^Correct: "))
