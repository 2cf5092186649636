# SPDX-License-Identifier: GPL-3.0-or-later
"""The time bar: stepped, dragged, typed into and played; what is said at a date gets that date, and
nothing else is changed there; another audience's bar and card hold nothing private."""
import json
import os
import re
import subprocess
import time

import kithtest
from kithtest import xdo

EXAMPLE = os.path.join(os.environ["KITH_SOURCE"], "data", "examples", "northmoor-crisis-pathway.json")
MAP = os.path.join(kithtest.WORK, "time.kith")
SHOWN = re.compile(r"^Date shown: ")


def make_map():
    with open(EXAMPLE) as file:
        data = json.load(file)
    for event in data["events"]:
        if event.get("title") == "Highfell Hospital closes":
            event["private"] = True
    path = os.path.join(kithtest.WORK, "time.json")
    with open(path, "w") as file:
        json.dump(data, file)
    subprocess.run([os.environ["KITH"], "convert", path, MAP], check=True,
                   env={**os.environ, "DISPLAY": ""})


def track(kith):
    return kith.find("slider", SHOWN)


def wait_date(kith, pattern):
    kith.find("slider", re.compile(r"^Date shown: " + pattern))


def banner(kith, pattern):
    kith.find(None, re.compile(pattern))


def no_banner(kith):
    kith.gone(None, re.compile(r"^The map is shown as it was"))


def go_to(kith, date):
    kith.key("ctrl+F7")
    kith.find("entry", "Date to go to")
    kith.type(date + "\n")


def step(kith):
    kith.key("F7")
    wait_date(kith, "Now")
    kith.key("Home")
    banner(kith, "^The map is shown as it was on")
    kith.key("Right")
    kith.find("slider", re.compile(r"^Date shown: .*change"))
    kith.key("ctrl+period")
    kith.find(None, re.compile(r"^.+: \d+ changes?$"))
    kith.key("alt+F7")
    wait_date(kith, "Now")
    no_banner(kith)


def typed(kith):
    for said, shown in (("March 2019", "31 March 2019"), ("about 1995", "31 December 1997"),
                        ("the 1990s", "31 December 1999"), ("now", "Now")):
        go_to(kith, said)
        wait_date(kith, shown)
    go_to(kith, "sometime")
    assert kith.find("entry", "Date to go to"), "a date that is none is not kept to be mended"
    kith.key("Escape")
    kith.gone("entry", "Date to go to")


def dragged(kith):
    box = kith.extents(track(kith))
    kith.drag((box.x + box.width * 0.3, box.y + 40), (box.x + box.width * 0.5, box.y + 40))
    banner(kith, r"^The map is shown as it was on .* 20\d\d")
    kith.click((box.x + box.width - 10, box.y + 40))
    wait_date(kith, "Now")


def refused(kith):
    go_to(kith, "March 2019")
    banner(kith, r"^The map is shown as it was on 31 March 2019")
    before = kith.show(MAP)
    police = kith.find("button", re.compile("^Northmoor Police"))
    last = None
    while last != kith.centre(police):  # the camera has come to rest
        last = kith.centre(police)
        time.sleep(0.7)
    x, y = last
    kith.drag((x, y), (x + 90, y + 30))
    kith.status("only ratings and events can be added")
    kith.find("button", re.compile("^Northmoor Police"))
    kithtest.wait_for(
        lambda: abs(kith.centre(kith.find("button", re.compile("^Northmoor Police")))[0] - x) < 45,
        "a box that may not be moved is not back in its place")
    kith.key("n")
    kith.status("only ratings and events can be added")
    assert kith.show(MAP)["stakeholders"] == before["stakeholders"]


def rated(kith):
    """By the list of commands, on the link that was walked to."""
    kith.do(kith.find("button", re.compile("^Northmoor Police")), "item.select")
    kith.command("Next link")
    kith.command("Rate trust 4")
    kith.key("ctrl+s")

    def has():
        return any(r["date"] == "2019-03-31" and r["trust"] == "4"
                   for one in kith.show(MAP)["links"] for r in one["ratings"])
    kithtest.wait_for(has, "what is rated at a past date does not get that date")


def back(kith):
    kith.click(kith.find("button", "Back to Now"))
    wait_date(kith, "Now")
    no_banner(kith)


def played(kith):
    kith.key("shift+F7")
    kith.find("button", "Pause")
    banner(kith, "^What happened is being played")
    first = track(kith).get_name()
    kithtest.wait_for(lambda: track(kith).get_name() != first, "the play does not go on")
    time.sleep(6)
    kith.shot("time-playing")
    kith.key("shift+F7")
    kith.find("button", "Play")
    kith.find("button", "Event after")
    name = track(kith).get_name()
    kith.click(kith.find("button", "Event after"))
    kithtest.wait_for(lambda: track(kith).get_name() != name, "the next event is of the same day")
    kith.shot("time-story")
    kith.click(kith.find("button", "Close the story"))
    kith.gone("button", "Event after")
    kith.key("alt+F7")
    wait_date(kith, "Now")


def ranged(kith):
    box = kith.extents(track(kith))
    xdo("keydown", "shift")
    kith.drag((box.x + box.width * 0.5, box.y + 40), (box.x + box.width * 0.8, box.y + 40))
    xdo("keyup", "shift")
    kith.find("slider", re.compile(r"^Date shown: .* to .*\d+ changes"))
    kith.find("list", "What changed")
    kith.shot("time-range")
    kith.key("Escape")
    kith.gone("list", "What changed")
    kith.key("alt+F7")


def private(kith):
    secret = re.compile("Highfell Hospital closes")
    go_to(kith, "1995")
    kith.key("shift+F7", "shift+F7")
    kith.key("alt+2")
    kith.gone(None, secret)
    go_to(kith, "1999")
    kith.key("shift+F7", "shift+F7")
    assert not kith.find_all(None, secret), "a private event is told to partners"
    kith.key("alt+F7", "alt+1")


make_map()
with kithtest.Kith(MAP) as kith:
    step(kith)
    typed(kith)
    dragged(kith)
    refused(kith)
    rated(kith)
    back(kith)
    played(kith)
    ranged(kith)
    private(kith)
    kith.quit()
with kithtest.Kith(MAP) as kith:
    wait_date(kith, "Now")
    kith.key("F7")
    kith.gone("slider", SHOWN)
print("ok")
