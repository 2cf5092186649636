# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads ratings over time off the chart by pointer and keys, opens what it shows, rates as one and
in detail, takes a proposed rating and declines one, withdraws a rating and all of a voice."""
import datetime
import json
import os
import re
import subprocess
import time

import kithtest
from kithtest import Atspi, wait_for

FIRST = "What Police make of Hospital"
SECOND = "What Hospital make of Police"
POLICE, HOSPITAL, LINK = "1001", "1002", "1003"
CHART = re.compile("^Police of Hospital: 2 Cautious")
# of the chart, as kith-trust-chart.c places them
TOP, LEFT, RIGHT, AXIS, FOOT = 44, 20, 9, 20, 20 + 7 + 28 + 8


def rating(number, end, date, voice, basis, trust):
    return {"id": str(number), "link": LINK, "end": end, "date": date, "voice": voice,
            "basis": basis, "trust": str(trust), "entered": 1700000000000000 + number}


def event(number, date, title, a, b):
    return {"id": str(number), "link": LINK, "date": date, "kind": "joint-project", "title": title,
            "effect_a": a, "effect_b": b}


def make_map():
    """Two stakeholders, a link, what each said in fifteen years, and what happened."""
    text = os.path.join(kithtest.WORK, "map.json")
    path = os.path.join(kithtest.WORK, "map.kith")
    with open(text, "w", encoding="utf-8") as out:
        json.dump({
            "kith": 1,
            "stakeholders": [
                {"id": POLICE, "name": "Police", "sector": "police-fire-justice", "x": -110.0},
                {"id": HOSPITAL, "name": "Hospital", "sector": "nhs-providers", "x": 110.0}],
            "links": [{"id": LINK, "a": POLICE, "b": HOSPITAL}],
            "assessments": [
                rating(2021, "a", "2011", "sergeant", "own-words", 2),
                rating(2022, "a", "2019-03", "sergeant", "own-words", 4),
                rating(2023, "b", "2015", "night sister", "own-words", 3),
                rating(2024, "a", "2013-06", "chief", "impression", 3)],
            "events": [
                event(2031, "2019-03", "Joint triage begins", "+1", ""),
                event(2032, "2021", "The winter when nobody rang", "", "-1"),
                event(2033, "2022-05", "A new chief", "-1", "")]}, out)
    subprocess.run([os.environ["KITH"], "convert", text, path], check=True)
    return path


class Charts:
    def __init__(self, kith, path):
        self.kith = kith
        self.path = path

    def root(self):
        return self.kith.find("filler", "Inspector")

    def saved(self, what, sentence):
        self.kith.key("ctrl+s")

        def look():
            shown = self.kith.show(self.path)
            return what(shown["links"][0], shown)

        wait_for(look, sentence)

    def reveal(self, item):
        """Brings something into sight with the wheel, as a person would."""
        around = Atspi.Component.get_extents(self.root(), Atspi.CoordType.WINDOW)
        for step in range(80):
            box = Atspi.Component.get_extents(item, Atspi.CoordType.WINDOW)
            if around.y <= box.y and box.y + box.height <= around.y + around.height:
                return item
            # never twice to the same place: xdotool would wait for ever
            self.kith.move(around.x + 12 + step % 2, around.y + around.height // 2)
            kithtest.xdo("click", 5 if box.y > around.y + around.height // 2 else 4)
            time.sleep(0.15)
        raise AssertionError("cannot be brought into sight: " + kithtest.describe(item))

    def press(self, role, name):
        self.kith.click(self.reveal(self.kith.find(role, name, root=self.root())))

    def switch(self, name):
        """GTK 4.8 says "check box" of it, a later one "switch"."""
        return wait_for(lambda: next((i for i in self.kith.find_all(None, name)
                                      if i.get_role_name() in ("check box", "switch")), None),
                        f"there is no switch named {name!r}")

    def open_link(self):
        self.kith.click(self.kith.find(None, re.compile("^Police")))
        self.press("list item", re.compile("^Hospital, Works with"))
        self.kith.find(None, FIRST)

    def chart(self):
        return self.reveal(self.kith.find(None, CHART, root=self.root()))

    def place(self, day, step, shift=0):
        """Of a day and a step of the chart, on the screen; step None: on the axis."""
        box = self.kith.extents(self.chart())
        today = datetime.date.today().toordinal()
        first = datetime.date(2011, 1, 1).toordinal()
        first -= (today - first) // 25
        x = LEFT + (day.toordinal() - first) / (today - first) * (box.width - LEFT - RIGHT)
        y = box.height - AXIS
        if step is not None:
            y = TOP + (5 - step) / 4 * (box.height - FOOT - TOP) + shift
        return box.x + x, box.y + y


def read_with_pointer(it):
    """What is pointed at is read out, and nothing when nothing is."""
    it.kith.move(*it.place(datetime.date(2019, 3, 15), 4, -2))
    it.kith.find("label", "March 2019: Police say 4 Strong of Hospital (sergeant); "
                          "event: Joint triage begins, +1")
    it.kith.move(*it.place(datetime.date(2013, 6, 15), 3, -2))
    it.kith.find("label", "June 2013: Police, we think, say 3 Working of Hospital (chief)")
    it.kith.move(*it.place(datetime.date(2021, 7, 1), None))
    it.kith.find("label", "2021, event: The winter when nobody rang, −1 for Hospital")
    it.kith.shot("chart-read")
    it.kith.move(*it.place(datetime.date(2024, 7, 1), 5))
    it.kith.find("label", re.compile("^Point at a mark to read it"))


def pick_with_pointer(it):
    """A rating is shown among the others, an event opens."""
    it.kith.gone("label", "sergeant · Their own words · 2011")
    it.kith.click(it.place(datetime.date(2011, 7, 1), 2, -2))
    it.kith.find("label", re.compile("^sergeant · .* · 2011"))
    focused = it.kith.find("button", re.compile("^Correct: 2 Cautious, sergeant"))
    wait_for(lambda: focused.get_state_set().contains(Atspi.StateType.FOCUSED),
             "the rating that was clicked should have the keyboard")
    it.kith.shot("chart-picked-rating")
    it.kith.click(it.place(datetime.date(2021, 7, 1), None))
    it.kith.find("button", "Delete Event")
    it.kith.key("Escape")
    it.kith.gone("button", "Delete Event")


def read_with_keys(it):
    """From point to point in the order of time, and Enter does what a click does."""
    for _ in range(2):
        it.press("button", "Show all ratings: " + SECOND)
    it.kith.key("Tab", "Tab")
    it.kith.find("image", CHART)
    wait_for(lambda: it.chart().get_state_set().contains(Atspi.StateType.FOCUSED),
             "Tab should lead to the chart")
    it.kith.key("Home")
    it.kith.find("label", "2011: Police say 2 Cautious of Hospital (sergeant)")
    it.kith.key("Right", "Right")
    it.kith.find("label", "2015: Hospital say 3 Working of Police (night sister)")
    it.kith.shot("chart-keys")
    it.kith.key("Left")
    it.kith.find("label", re.compile("^June 2013"))
    it.kith.key("End")
    it.kith.find("label", "Police of Hospital, proposed: 2 Cautious: 3½ Working (March 2019), "
                          "−1 A new chief")
    it.kith.key("Left", "Left", "Left")
    it.kith.find("label", re.compile("^2021, event"))
    it.kith.key("Return")
    it.kith.find("button", "Delete Event")
    it.kith.key("Escape")
    it.kith.gone("button", "Delete Event")


def enlarge(it):
    it.press("button", "Larger")
    it.kith.find(None, "Over Time")
    time.sleep(0.5)
    it.kith.shot("chart-large")
    it.kith.key("Escape")
    it.kith.gone(None, "Over Time")


def withdraw(it):
    """Asks first, and says where it is not gone from; then it is gone, and Undo brings it back."""
    it.press("button", re.compile("^Withdraw: 2 Cautious, sergeant"))
    it.kith.find("label", re.compile("Earlier versions of this file still hold it"))
    it.kith.shot("withdraw")
    it.kith.key("Escape")
    it.saved(lambda link, _: len(link["ratings"]) == 4, "Escape should withdraw nothing")
    it.press("button", re.compile("^Withdraw: 2 Cautious, sergeant"))
    it.kith.find("button", "Withdraw Rating")
    it.kith.key("alt+w")
    it.saved(lambda link, _: [r["trust"] for r in link["ratings"]] == ["3", "4", "3"],
             "the one rating should be withdrawn")
    it.kith.key("ctrl+z")
    it.saved(lambda link, _: len(link["ratings"]) == 4, "Undo should bring it back")


def withdraw_voice(it):
    """All that a voice said, by keys."""
    row = it.kith.find("button", re.compile("^Withdraw: 4 Strong, sergeant"), root=it.root())
    it.kith.do(it.reveal(row))
    others = it.kith.find("check box", "Also the 1 other rating by “sergeant”, on any link")
    wait_for(lambda: others.get_state_set().contains(Atspi.StateType.FOCUSED),
             "what does no harm should have the keyboard at first")
    it.kith.key("space", "alt+w")
    it.saved(lambda link, _: [r.get("voice") for r in link["ratings"]] == ["chief", "night sister"],
             "all that the sergeant said should be withdrawn")
    it.kith.key("ctrl+z")
    it.saved(lambda link, _: len(link["ratings"]) == 4, "Undo should bring all back")


def rate_as_one(it):
    """One step for all three, remembered; what differs is rated apart again."""
    it.press("button", "Rate again: " + SECOND)
    it.kith.click(it.switch("Rate as one"))
    it.kith.gone("label", re.compile("^Respect: “they take"))
    it.kith.click(it.kith.find("button", re.compile("^5 Deep: ")))
    it.kith.shot("rate-as-one")
    it.kith.key("alt+s")
    it.saved(lambda link, _: [r.get(d) for r in link["ratings"][-1:]
                              for d in ("trust", "respect", "understanding")] == ["5", "5", "5"],
             "all three should have the step")
    it.press("button", "Show all ratings: " + SECOND)
    it.kith.find("label", "5 Deep in trust, respect and understanding")
    it.press("button", "Rate again: " + SECOND)
    switch = it.switch("Rate as one")
    wait_for(lambda: switch.get_state_set().contains(Atspi.StateType.CHECKED),
             "the next rating should begin as the last one")
    it.kith.key("Escape")
    it.kith.gone(None, "Rate as one")
    it.kith.key("ctrl+z")
    it.saved(lambda link, _: len(link["ratings"]) == 4, "Undo should take it back")


def rate_in_detail(it):
    """Folded away until asked for; each is kept apart, and Not known is an answer."""
    it.press("button", "Rate again: " + SECOND)
    details = it.kith.find(None, "What lies behind it")
    assert not it.kith.find_all("label", "We can disagree openly"), "details should be folded away"
    it.kith.click(details)
    row = it.kith.find("list item", "We can disagree openly")
    time.sleep(0.5)
    it.kith.shot("rate-details")
    it.kith.do(it.kith.find("button", "2 A little", root=row))
    it.kith.find("label", "2 A little", root=row)
    it.kith.key("Escape")
    it.kith.gone("list item", "We can disagree openly")
    it.saved(lambda link, _: len(link["ratings"]) == 4, "Escape should rate nothing")
    it.press("button", "Correct: " + SECOND)
    it.kith.click(it.kith.find(None, "What lies behind it"))
    row = it.kith.find("list item", "We can disagree openly")
    it.kith.do(it.kith.find("button", "4 Mostly", root=row))
    it.kith.find("label", "4 Mostly", root=row)
    it.kith.key("alt+s")
    it.saved(lambda link, _: [r.get("disagree") for r in link["ratings"]][-1] == "4"
             and link.get("disagree", {"b": {}})["b"].get("step") == 4, "the detail should be kept")
    it.kith.find("label", "3 Working · We can disagree openly: 4")
    it.kith.key("ctrl+z")
    it.saved(lambda link, _: "disagree" not in link, "Undo should take the detail back")


def put_aside(it):
    """Not so: it is proposed no more, neither in the card nor on the chart, and nothing is rated."""
    words = "Proposed: 2 Cautious: 3 Working (2015), −1 The winter when nobody rang"
    it.kith.find("label", words)
    it.press("button", "Not so: " + SECOND)
    it.kith.gone("label", words)
    assert "proposed" not in " ".join(
        i.get_name() or "" for i in it.kith.walk(it.kith.find(None, SECOND)))
    it.saved(lambda link, _: len(link["ratings"]) == 4, "nothing should be rated")


def take(it):
    """Counts from when it is taken, as our impression, dated as what it follows from."""
    it.saved(lambda link, _: link["trust"]["a"]["step"] == 3 and link["trust"]["a"]["voices"] == 2,
             "what is proposed should not count")
    it.kith.shot("proposed")
    it.press("button", "Take it as our impression: " + FIRST)

    def taken(link, _):
        one = [r for r in link["ratings"] if r["date"] == "2022-05"]
        return len(one) == 1 and one[0]["trust"] == "2" and "basis" not in one[0] \
            and one[0]["note"].startswith("Follows from: 2 Cautious: 3½ Working (March 2019), −1")

    it.saved(taken, "the proposal should be taken as an impression dated May 2022")
    it.kith.gone("button", "Take it as our impression: " + FIRST)
    it.kith.key("ctrl+z")
    it.kith.find("button", "Take it as our impression: " + FIRST)


path = make_map()
with kithtest.Kith(path) as kith:
    it = Charts(kith, path)
    it.open_link()
    it.chart()
    kith.shot("chart")
    read_with_pointer(it)
    pick_with_pointer(it)
    read_with_keys(it)
    enlarge(it)
    withdraw(it)
    withdraw_voice(it)
    rate_as_one(it)
    rate_in_detail(it)
    put_aside(it)
    take(it)
