# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader reaches on the map: stakeholders, their links, shared spaces; what it is
told of them and may do with them; and that a window for Partners says nothing that is private."""
import os
import re
import subprocess

import kithtest
from kithtest import Atspi, wait_for

ROWS = """source,target,type
Police,Hospital,refers to
Police,Housing,works with
Hospital,Housing,works with
Hospital,Council,works with
"""


def make_map():
    rows = os.path.join(kithtest.WORK, "links.csv")
    path = os.path.join(kithtest.WORK, "reach.kith")
    with open(rows, "w", encoding="utf-8") as out:
        out.write(ROWS)
    subprocess.run([os.environ["KITH"], "convert", rows, path], check=True)
    subprocess.run([os.environ["KITH"], "arrange", path, path, "--as", "free"], check=True)
    return path


def actions(item):
    return {Atspi.Action.get_action_name(item, i) for i in range(Atspi.Action.get_n_actions(item))}


def items(kith):
    """What stands for things on the map, in the order in which a screen reader goes through it."""
    canvas = kith.find(None, "Map canvas")
    return [i for i in kithtest.children(canvas) if any(a.startswith("item.") for a in actions(i))]


def focused(kith, pattern):
    """Waits until the keyboard is on something so named, and gives it."""
    def look():
        for item in kith.walk(kith.find(None, "Map canvas")):
            if item.get_state_set().contains(Atspi.StateType.FOCUSED):
                return item if re.search(pattern, item.get_name()) else None
        return None
    return wait_for(look, f"the keyboard should be on {pattern!r}")


def stakeholder(kith, name):
    return kith.find("button", re.compile(f"^{name}, .*links?$"))


def by_keys(kith):
    """The links of a stakeholder by brackets, each read out; to the other end; rated."""
    kith.do(stakeholder(kith, "Police"), "item.select")
    focused(kith, "^Police, .*, 2 links$")
    seen = set()
    for _ in range(2):
        kith.key("bracketright")
        seen.add(focused(kith, "Police of").get_name().split(";")[0])
    assert seen == {"Refers to: Hospital", "Works with: Housing"}, seen
    kith.key("4")
    kith.status("Police, we think, say 4 Strong of (Hospital|Housing)$")
    kith.key("alt+Return")
    focused(kith, "^(Hospital|Housing), ")
    kith.key("ctrl+a")
    kith.status("^4 selected$")
    kith.key("Escape", "Escape")


def links_are_reachable(kith):
    """After the selected stakeholder come its links, and only its links."""
    kith.do(stakeholder(kith, "Hospital"), "item.select")
    focused(kith, "^Hospital, ")

    def look():
        names = [i.get_name() for i in items(kith)]
        at = next(i for i, name in enumerate(names) if name.startswith("Hospital, "))
        return sorted(n.split(";")[0] for n in names[at + 1:at + 4]) == [
            "Refers to: Police", "Works with: Council", "Works with: Housing"] and len(names) == 7
    wait_for(look, "the links of Hospital should come right after it")


def by_actions(kith, path):
    """Along links, rating, linking: without a key."""
    kith.do(stakeholder(kith, "Council"), "item.follow-link")
    hospital = focused(kith, "^Hospital, ")
    kith.do(hospital, "item.follow-link")
    focused(kith, "^(Police|Housing), ")
    kith.do(stakeholder(kith, "Council"), "item.select")
    link = kith.find("button", re.compile("^Works with: Hospital"))
    assert {"item.open", "item.follow-link", "item.other-end", "item.rate-5"} <= actions(link)
    assert "item.rename" not in actions(link), actions(link)
    kith.do(link, "item.rate-5")
    kith.status("Council, we think, say 5 Deep of Hospital")
    kith.do(link, "item.other-end")
    kith.do(link, "item.rate-2")
    kith.status("Hospital, we think, say 2 Cautious of Council")
    kith.do(stakeholder(kith, "Council"), "item.link-to")
    kith.status("Pick the stakeholder to link to")
    kith.do(stakeholder(kith, "Police"), "item.select")
    focused(kith, "^Works with: (Police|Council); Council of Police: Not rated yet")
    kith.key("ctrl+s")
    wait_for(lambda: len(kith.show(path)["links"]) == 5, "there should be five links")


def linking_by_keys_is_said(kith):
    kith.key("Escape")
    kith.key("l")
    kith.status("Pick the stakeholder that the link starts from")
    kith.key("Down")
    kith.status(r"^Enter: link from \w+\.$")
    kith.key("Escape")


def partners_hear_less(kith):
    kith.key("alt+2")
    kith.do(stakeholder(kith, "Council"), "item.select")
    link = kith.find("button", re.compile("^Works with: Hospital"))
    wait_for(lambda: "we think" not in link.get_name() and "5 Deep" not in link.get_name(),
             "partners should hear no impression of ours")
    kith.key("alt+3")
    wait_for(lambda: kith.find("button", re.compile("^Works with: Hospital")).get_name()
             == "Works with: Hospital; linked with Council", "the public should hear no ratings")
    assert not kith.find_all(None, re.compile("we think|5 Deep|Keys 1 to 5"))


def escape_from_a_submenu_leaves_the_keys(kith):
    kith.key("F10")
    kith.find(None, "Understand")
    kith.key("u")
    kith.find(None, "What the Map Tells")
    kith.key("Escape")
    kith.key("l")
    kith.status("Pick the stakeholder that the link starts from")
    kith.key("Escape")


def lowest(kith):
    """Where on the screen the lowest of its windows ends, menus and their shadows included."""
    def lines(*what):
        return subprocess.run(["xdotool", *what], stdout=subprocess.PIPE, text=True).stdout.splitlines()

    found = lines("search", "--onlyvisible", "--pid", str(kith.process.pid))
    places = [dict(line.split("=") for line in lines("getwindowgeometry", "--shell", one)) for one in found]
    return max(int(place["Y"]) + int(place["HEIGHT"]) for place in places)


def menus_fit_a_small_screen(kith):
    """On one of 768 lines nothing of them has to be looked for below its edge."""
    kith.key("F10")
    kith.find(None, "Understand")
    kith.find(None, "Quit")
    assert lowest(kith) <= 768, f"the main menu ends at {lowest(kith)}"
    kith.key("v")
    kith.find(None, "Zoom and Move")
    assert lowest(kith) <= 768, f"its part for the view ends at {lowest(kith)}"
    kith.key("Escape")


path = make_map()
with kithtest.Kith(path) as kith:
    kith.find(None, "Map canvas")
    menus_fit_a_small_screen(kith)
    escape_from_a_submenu_leaves_the_keys(kith)
    by_keys(kith)
    links_are_reachable(kith)
    by_actions(kith, path)
    linking_by_keys_is_said(kith)
    partners_hear_less(kith)
    kith.shot("reach")
