# SPDX-License-Identifier: GPL-3.0-or-later
"""The time bar where there is little to show: reduced motion, a map without dates, one with a single
date."""
import json
import os
import re
import shutil
import subprocess
import time

import kithtest

THIRTY_YEARS = os.path.join(os.environ["KITH_EXAMPLES"], "tarnbeck-thirty-years.kith")
SHOWN = re.compile(r"^Date shown: ")


def make(name, events):
    plain = os.path.join(kithtest.WORK, name + ".json")
    path = os.path.join(kithtest.WORK, name + ".kith")
    with open(plain, "w", encoding="utf-8") as file:
        json.dump({"kith": 1,
                   "stakeholders": [{"id": "1001", "name": "Police", "x": -150}, {"id": "1002", "name": "ED", "x": 150}],
                   "links": [{"id": "1003", "a": "1001", "b": "1002"}],
                   "events": [{"id": str(2000 + i), "link": "1003", "date": date, "title": "What happened in " + date}
                              for i, date in enumerate(events)]}, file)
    subprocess.run([os.environ["KITH"], "convert", plain, path], check=True,
                   env={**os.environ, "DISPLAY": ""})
    return path


def without_motion():
    folder = os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "settings.ini"), "w", encoding="utf-8") as file:
        file.write("[Settings]\ngtk-enable-animations=0\n")
    return os.path.join(folder, "settings.ini")


def shown(kith):
    return kith.find("slider", SHOWN).get_name()


def nothing_is_dated():
    """It says what to do, steps nowhere and plays nothing."""
    with kithtest.Kith(make("undated", [])) as kith:
        kith.key("F7")
        kith.find("slider", "Time: nothing is dated yet")
        kith.shot("time-empty")
        for keys in (("Right",), ("Left",), ("shift+F7",), ("Home",), ("Page_Down",), ("End",)):
            kith.key(*keys)
            kith.find("slider", "Time: nothing is dated yet")
        kith.status("Nothing on this map has a date yet")
        box = kith.extents(kith.find("slider", "Time: nothing is dated yet"))
        kith.drag((box.x + 100, box.y + 30), (box.x + 300, box.y + 30))
        kith.find("slider", "Time: nothing is dated yet")
        assert not kith.find_all(None, re.compile("^The map is shown as it was")), "an undated map was sent back"
        kith.key("ctrl+F7")
        kith.find("entry", "Date to go to")
        kith.type("2019\n")
        kith.find(None, re.compile("^The map is shown as it was on 31 December 2019"))
        kith.shot("time-empty-past")
        kith.key("alt+F7")
        kith.gone(None, re.compile("^The map is shown as it was"))


def one_date():
    """A single event: before it, on it, now; and it plays to the end."""
    with kithtest.Kith(make("single", ["2019-03-12"])) as kith:
        kith.key("F7")
        kith.find("slider", re.compile("^Date shown: Now"))
        kith.key("Left")
        kith.find("slider", re.compile("^Date shown: 12 March 2019"))
        kith.shot("time-one-date")
        kith.key("Left")
        kith.find("slider", re.compile("^Date shown: 11 March 2019"))
        kith.key("Left")
        kith.find("slider", re.compile("^Date shown: 11 March 2019"))
        kith.key("alt+F7", "shift+F7")
        kith.find("button", "Pause")
        kith.key("shift+F7", "alt+F7")


def all_there_is():
    """From the year 1000 to 2999, the first and the last that there are, without a word that runs over another."""
    with kithtest.Kith(make("long", ["1000", "2019", "2999"])) as kith:
        kith.key("F7")
        kith.find("slider", re.compile("^Date shown: Now"))
        kith.shot("time-millennia")
        kith.key("Home")
        kith.find(None, re.compile("^The map is shown as it was"))
        kith.key("End")
        kith.find("slider", re.compile("^Date shown: Now"))


def plays_without_motion():
    """It stands only on days on which something changes, and nothing flies by."""
    dates = ["2001-02-03", "2008-05-06", "2019-03-12", "2022-07-01"]
    settings = without_motion()
    with kithtest.Kith(make("still", dates)) as kith:
        kith.key("F7")
        kith.find("slider", re.compile("^Date shown: Now"))
        kith.key("shift+F7")
        kith.find("button", "Pause")
        seen, end = set(), time.monotonic() + 14
        while time.monotonic() < end and len(seen) < 4:
            seen.add(shown(kith).removeprefix("Date shown: ").split(":")[0].split(",")[0])
            time.sleep(0.15)
        kith.shot("time-still")
        kith.key("shift+F7")
        kith.find("button", "Play")
        kith.key("alt+F7")
        changes = {"2 February 2001", "3 February 2001", "6 May 2008", "12 March 2019", "1 July 2022", "Now"}
        assert len(seen) >= 2 and seen <= changes, f"it stood on {seen}"
    os.remove(settings)


def rectangle_of(kith, thing):
    at = kith.extents(thing)
    return at.x, at.y, at.width, at.height


def open_legend_covers(kith):
    """Whom the legend lies over, as it was before and after they were asked where they are."""
    for _ in range(10):
        legend = x, y, width, height = rectangle_of(kith, kith.find(None, "Legend"))
        boxes = {}
        for box in kith.find_all("button", re.compile(", \\d+ links?$")):
            try:
                boxes[box.get_name()] = kith.extents(box)
            except kithtest.GLib.Error:  # it has just gone, as time goes by
                pass
        if rectangle_of(kith, kith.find(None, "Legend")) == legend:
            break
    else:
        raise AssertionError("the legend never stands still")
    return [name for name, b in boxes.items()
            if b.x < x + width and b.x + b.width > x and b.y < y + height and b.y + b.height > y]


def the_legend_makes_way():
    """While time goes by the map stays where it is, and what the legend tells grows: then it folds."""
    path = os.path.join(kithtest.WORK, "thirty.kith")
    shutil.copy(THIRTY_YEARS, path)
    with kithtest.Kith(path) as kith:
        kith.find("button", "Undo")
        kithtest.xdo("search", "--onlyvisible", "--pid", kith.process.pid, "--name", "Tarnbeck",
                     "windowsize", "--sync", 1366, 760)
        time.sleep(1)
        kith.key("F7")
        kith.find("slider", re.compile("^Date shown: "))
        kith.key("shift+F7")
        kith.find("button", "Pause")
        end = time.monotonic() + 9
        while time.monotonic() < end:
            covered = open_legend_covers(kith)
            assert not covered, f"{covered} under the legend"
        kith.shot("time-legend")


def visitors():
    """Two who are always there, and one who was there for eighteen years, far from both."""
    plain = os.path.join(kithtest.WORK, "visitor.json")
    path = os.path.join(kithtest.WORK, "visitor.kith")
    with open(plain, "w", encoding="utf-8") as file:
        json.dump({"kith": 1,
                   "stakeholders": [{"id": "1001", "name": "Police", "x": -150}, {"id": "1002", "name": "ED", "x": 150},
                                    {"id": "1004", "name": "Visitor", "x": 2400, "y": 1500, "from": "2004-03-01",
                                     "to": "2022-03-01"}],
                   "links": [{"id": "1003", "a": "1001", "b": "1002", "from": "2001"}],
                   "events": [{"id": "2001", "link": "1003", "date": "2024-05-01", "title": "Joint desk"}]}, file)
    subprocess.run([os.environ["KITH"], "convert", plain, path], check=True,
                   env={**os.environ, "DISPLAY": ""})
    return path


def place_of(kith, name):
    try:
        return kith.extents(next(iter(kith.find_all("button", re.compile("^" + name))), None))
    except (kithtest.GLib.Error, AttributeError, TypeError):
        return None


def plays_within_sight(kith):
    """From beginning to end; returns where each was seen."""
    seen = {"Police": set(), "Visitor": set()}
    kith.key("shift+F7")
    kith.find("button", "Pause")
    end = time.monotonic() + 40
    while time.monotonic() < end and kith.find_all("button", "Pause"):
        now = {name: place_of(kith, name) for name in seen}
        if not kith.find_all("button", "Pause"):
            break  # it has come to its end meanwhile
        for name, box in now.items():
            if box is not None:
                if name == "Visitor" and not seen[name]:
                    kith.shot("time-visitor")
                seen[name].add((box.x, box.y, box.width, box.height))
        time.sleep(0.3)
    kith.find("button", "Play")
    return seen


def compared_within_sight(kith, before):
    """Who came between two dates is on the map that shows them; then it is as it was."""
    kith.key("F7")
    kith.gone("slider", SHOWN)
    kith.key("ctrl+alt+k")
    kith.find(None, "Between two dates")
    kith.type("2002\t2010\n")
    kith.find(None, re.compile("^Comparing 31 December 2002 with"))
    kithtest.wait_for(lambda: place_of(kith, "Visitor"), "who came is out of sight")
    kith.shot("time-visitor-compared")
    kith.command("Stop comparing")
    kith.gone(None, re.compile("^Comparing 31 December 2002 with"))
    kith.key("F7")
    kith.find("slider", re.compile("^Date shown: Now"))
    kithtest.wait_for(lambda: place_of(kith, "Police").x == before.x, "the map stays as small as it was compared")


def who_comes_between_is_in_sight():
    """The map is shown whole: whoever comes and goes is in the window, and the map does not move meanwhile;
    then it is as large as it was. Who has looked elsewhere looks there all along."""
    with kithtest.Kith(visitors()) as kith:
        kith.key("F7")
        kith.find("slider", re.compile("^Date shown: Now"))
        kith.command("A whole play takes 20 seconds")
        kith.key("ctrl+1")
        time.sleep(0.6)
        before = place_of(kith, "Police")
        canvas = kith.extents(kith.find(None, re.compile("^Map"), timeout=20))
        seen = plays_within_sight(kith)
        assert len(seen["Police"]) == 1, f"the map moved while it played: {seen['Police']}"
        assert len(seen["Visitor"]) == 1, f"who comes between was seen at {seen['Visitor']}"
        x, y, width, height = seen["Visitor"].pop()
        assert canvas.x <= x and x + width <= canvas.x + canvas.width and canvas.y <= y \
            and y + height <= canvas.y + canvas.height, f"the visitor is out of sight at {x}, {y}"
        kithtest.wait_for(lambda: place_of(kith, "Police").x == before.x, "the map of now is not shown as it was")
        compared_within_sight(kith, before)
        kith.key("ctrl+plus")
        time.sleep(0.6)
        at = place_of(kith, "Police")
        seen = plays_within_sight(kith)
        # the banner takes some of the height
        assert {(x, w, h) for x, _, w, h in seen["Police"]} == {(at.x, at.width, at.height)}, \
            f"{seen['Police']}: it was at {at.x}, {at.y}"


def who_comes_is_clear():
    """Played at once, from where only those of now are in sight: who comes stands clear of the legend."""
    path = os.path.join(kithtest.WORK, "come.kith")
    shutil.copy(THIRTY_YEARS, path)
    with kithtest.Kith(path) as kith:
        kith.find("button", "Undo")
        kith.key("shift+F7")
        kith.find("button", "Pause")
        kith.find("button", re.compile("^Tarnbeck Health Authority"), timeout=20)
        kith.key("shift+F7")
        kith.find("button", "Play")
        covered = open_legend_covers(kith)
        kith.shot("time-come")
        assert not covered, f"{covered} under the legend"


who_comes_between_is_in_sight()
nothing_is_dated()
one_date()
all_there_is()
the_legend_makes_way()
who_comes_is_clear()
plays_without_motion()
print("ok")
