# SPDX-License-Identifier: GPL-3.0-or-later
"""A map with a link of fifteen years, and ways to work on its page: for the tests of charts and
ratings."""
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
