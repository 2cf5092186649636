# SPDX-License-Identifier: GPL-3.0-or-later
"""Links by hand: an end dragged elsewhere, by keys and by name, what is asked, turning round, bending
and labels."""
import json
import os
import re
import subprocess
import time

import kithtest

MAP = os.path.join(kithtest.WORK, "links.kith")
PLACES = {"Police": (100, 100), "Emergency Department": (520, 100), "Housing": (100, 340), "Shelter": (520, 340)}


def make_map():
    """Police refers to the emergency department, who has an opinion of it; Housing is linked to Shelter."""
    plain = os.path.join(kithtest.WORK, "links.json")
    key = {name: name.split()[0].lower() for name in PLACES}
    with open(plain, "w", encoding="utf-8") as file:
        json.dump({"kith": 1, "about": {"title": "Links"},
                   "stakeholders": [{"id": key[name], "name": name, "x": x, "y": y}
                                    for name, (x, y) in PLACES.items()],
                   "links": [{"id": "told", "a": "police", "b": "emergency", "kind": "refers-to",
                              "direction": "a-to-b"},
                             {"id": "plain", "a": "housing", "b": "shelter"}],
                   "assessments": [{"id": "says", "link": "told", "end": "b", "date": "2026-05",
                                    "basis": "own-words", "trust": "4"}]}, file)
    subprocess.run([os.environ["KITH"], "convert", plain, MAP], check=True,
                   env={**os.environ, "DISPLAY": ""})


def box(kith, name):
    return kith.find("button", re.compile("^" + re.escape(name) + ","))


def rim(kith, name, towards):
    """Where a line from the one box to the other, which lies straight beside or below it, leaves it."""
    own, other = kith.extents(box(kith, name)), kith.centre(box(kith, towards))
    x, y = own.x + own.width // 2, own.y + own.height // 2
    if abs(other[0] - x) > abs(other[1] - y):
        return (own.x + own.width if other[0] > x else own.x), y
    return x, (own.y + own.height if other[1] > y else own.y)


def middle(kith, one, other):
    a, b = rim(kith, one, other), rim(kith, other, one)
    return (a[0] + b[0]) // 2, (a[1] + b[1]) // 2


def drop_selection(kith):
    kith.key("Escape", "Escape")


def select_link(kith, one, other):
    drop_selection(kith)
    at = middle(kith, one, other)
    # beside the middle, where a link may have a grip once it is selected
    kith.click((at[0] + (30 if abs(rim(kith, one, other)[1] - at[1]) < 20 else 0), at[1]))


def pairs(kith):
    """Who is linked to whom, as the file has it."""
    kith.key("ctrl+s")
    kith.status("Saved")
    data = kith.show(MAP)
    names = {one["id"]: one["name"] for one in data["stakeholders"]}
    return sorted((names[link["a"]], names[link["b"]]) for link in data["links"])


def wait_pairs(kith, *wanted):
    kithtest.wait_for(lambda: pairs(kith) == sorted(wanted), f"the links are not {wanted}", 20)


TOLD = ("Police", "Emergency Department")
PLAIN = ("Housing", "Shelter")


def drag_end(kith):
    """Nothing was said of Housing and Shelter, so the end simply moves; one step takes it back."""
    select_link(kith, *PLAIN)
    kith.shot("links-grips")
    start = rim(kith, "Shelter", "Housing")
    there = kith.centre(box(kith, "Emergency Department"))
    kith.move(*start)
    kithtest.xdo("mousedown", 1)
    kith.move(start[0] - 20, start[1] - 60)
    kith.move(there[0], there[1] + 60)
    kith.move(*there)
    kith.shot("links-reconnecting")
    kithtest.xdo("mouseup", 1)
    kith.status("The link is now between Housing and Emergency Department")
    wait_pairs(kith, TOLD, ("Housing", "Emergency Department"))
    kith.key("ctrl+z")
    wait_pairs(kith, TOLD, PLAIN)


def refuse(kith):
    select_link(kith, *PLAIN)
    start = rim(kith, "Shelter", "Housing")
    kith.drag(start, kith.centre(box(kith, "Housing")))
    kith.status("A stakeholder cannot be linked to itself")
    kith.drag(start, middle(kith, "Police", "Shelter"))
    kith.status("there is none here. Nothing has changed")
    # Escape in the middle of a drag
    kith.move(*start)
    kithtest.xdo("mousedown", 1)
    kith.move(start[0], start[1] - 80)
    kith.move(*kith.centre(box(kith, "Police")))
    kithtest.xdo("key", "Escape")  # Kith.key would let go of the button first
    kithtest.xdo("mouseup", 1)
    wait_pairs(kith, TOLD, PLAIN)


def drag_told_end(kith):
    """What the emergency department said stays its own, unless somebody says it was not."""
    for choice, wanted in [("Begin a new link", [TOLD, ("Police", "Shelter")]),
                           ("Move the link with everything", [("Police", "Shelter")])]:
        select_link(kith, *TOLD)
        kith.drag(rim(kith, "Emergency Department", "Police"), kith.centre(box(kith, "Shelter")))
        kith.find("button", "Reconnect")
        kith.shot("links-ask")
        if choice != "Begin a new link":  # which is chosen already
            kith.click(kith.find("check box", choice))
        kith.do(kith.find("button", "Reconnect"))
        kith.gone("button", "Reconnect")
        wait_pairs(kith, PLAIN, *wanted)
        kith.key("ctrl+z")
        wait_pairs(kith, TOLD, PLAIN)
    select_link(kith, *TOLD)
    kith.drag(rim(kith, "Emergency Department", "Police"), kith.centre(box(kith, "Shelter")))
    kith.find("button", "Reconnect")
    kith.key("Escape")
    kith.gone("button", "Reconnect")
    wait_pairs(kith, TOLD, PLAIN)


def by_keys(kith):
    """The end with the ring: Housing's. From there up is Police."""
    select_link(kith, *PLAIN)
    kith.key("ctrl+l")
    kith.status("Pick the stakeholder to which this end leads")
    kith.key("Up", "Return")
    wait_pairs(kith, TOLD, ("Police", "Shelter"))
    kith.key("ctrl+z")
    wait_pairs(kith, TOLD, PLAIN)


def by_name(kith):
    select_link(kith, *PLAIN)
    kith.key("Tab", "ctrl+shift+p")
    kith.type("another stakeholder, by name\n")
    kithtest.wait_for(lambda: [i for i in kith.walk() if i.get_role_name() == "entry"
                               and i.get_name().startswith("To whom this end")],
                      "nobody asks to whom the end leads")
    kith.type("pol")
    kith.shot("links-by-name")
    kith.key("Return")
    wait_pairs(kith, TOLD, ("Housing", "Police"))
    kith.key("ctrl+z")
    wait_pairs(kith, TOLD, PLAIN)


def reverse(kith):
    select_link(kith, *PLAIN)
    kith.key("alt+shift+r")
    kith.status("This link has no direction to reverse")
    select_link(kith, *TOLD)
    kith.find(None, re.compile("Emergency Department say 4 Strong of Police"))
    kith.key("alt+shift+r")
    kith.status("Now from Emergency Department to Police")
    kith.find(None, re.compile("Emergency Department say 4 Strong of Police"))
    wait_pairs(kith, TOLD[::-1], PLAIN)
    kith.key("ctrl+z")
    wait_pairs(kith, TOLD, PLAIN)


def of_link(kith, one, field):
    """What the file has of the link from there."""
    kith.key("ctrl+s")
    kith.status("Saved")
    plain = os.path.join(kithtest.WORK, "now.json")
    subprocess.run([os.environ["KITH"], "convert", MAP, plain], check=True,
                   env={**os.environ, "DISPLAY": ""})
    with open(plain, encoding="utf-8") as file:
        data = json.load(file)
    start, = [s["id"] for s in data["stakeholders"] if s["name"] == one]
    link, = [link for link in data["links"] if link["a"] == start]
    return link.get(field, 0)


def wait_link(kith, test, field, sentence):
    kithtest.wait_for(lambda: test(of_link(kith, "Housing", field)), sentence, 20)


def bend(kith):
    """By its middle, there and back; by keys; and as it comes again."""
    select_link(kith, *PLAIN)
    at = middle(kith, *PLAIN)
    kith.drag(at, (at[0] + 10, at[1] + 70))
    wait_link(kith, lambda b: 60 < b < 75, "bend", "the link is not bent")
    kith.shot("links-bent")
    # near to the straight line it is straight
    kith.drag((at[0] + 10, at[1] + 70), (at[0], at[1] + 3))
    wait_link(kith, lambda b: 0 < b < 0.1, "bend", "the link is not straight")
    kith.key("ctrl+z")
    wait_link(kith, lambda b: 60 < b < 75, "bend", "the bend does not come back")
    kith.double_click((at[0] + 10, at[1] + 70))
    wait_link(kith, lambda b: b == 0, "bend", "a double click leaves the bend")
    kith.key("ctrl+z", "ctrl+z")
    wait_link(kith, lambda b: b == 0, "bend", "one step does not take the bend back")
    select_link(kith, *PLAIN)
    kith.key("ctrl+Up", "ctrl+Up", "ctrl+Up")
    wait_link(kith, lambda b: b == -24, "bend", "keys do not bend the link")
    kith.key("ctrl+z")
    wait_link(kith, lambda b: b == 0, "bend", "the keys were not one step")


def label(kith):
    select_link(kith, *PLAIN)
    kith.key("F2")
    kith.find("text", "Label of the link")
    kith.type("share one front door")
    kith.shot("links-labelling")
    kith.key("Return")
    wait_link(kith, lambda t: t == "share one front door", "label", "the link has no label")
    drop_selection(kith)
    # which is part of the link
    at = middle(kith, *PLAIN)
    kith.click((at[0], at[1] - 13))
    kithtest.wait_for(lambda: [i for i in kith.find_all(None, re.compile("Housing.*Shelter"))
                               if i.get_state_set().contains(kithtest.Atspi.StateType.SELECTED)],
                      "a click on the label does not select the link")
    kith.shot("links-labelled")
    kith.key("F2")
    kith.find("text", "Label of the link")
    kith.type("nothing")
    kith.key("Escape")
    wait_link(kith, lambda t: t == "share one front door", "label", "Escape has changed the label")
    kith.key("ctrl+z")
    wait_link(kith, lambda t: t in (0, ""), "label", "one step does not take the label back")


def not_over_name(kith):
    """Before a link that is drawn leaves its stakeholder, no line runs over the name to the pointer."""
    drop_selection(kith)
    shelter = kith.find("button", re.compile("^Shelter,"))
    kith.click(shelter)
    kith.key("l")
    area = kith.extents(shelter)
    kith.move(area.x + area.width - 14, area.y + area.height // 2 + 6)
    time.sleep(0.4)
    one = kithtest.picture_of(area)
    kith.move(area.x + 40, area.y + area.height // 2 - 6)
    time.sleep(0.4)
    assert kithtest.picture_of(area) == one, "a line follows the pointer over the name"
    kith.move(area.x + area.width + 90, area.y + 80)
    time.sleep(0.4)
    kith.shot("links-drawn")
    kith.key("Escape")


make_map()
with kithtest.Kith(MAP) as kith:
    kith.find(None, "Map canvas")
    drag_end(kith)
    refuse(kith)
    drag_told_end(kith)
    by_keys(kith)
    by_name(kith)
    reverse(kith)
    bend(kith)
    label(kith)
    not_over_name(kith)
