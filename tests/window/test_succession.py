# SPDX-License-Identifier: GPL-3.0-or-later
"""A stakeholder's lifetime: two merge on a date, one is split, one is called otherwise from a day
on, one is closed; what is said before it is done, and undo."""
import os
import re
import time

import kithtest

MAP = os.path.join(kithtest.WORK, "succession.kith")


def find(kith, role, name):
    """Patient: reading a large tree takes its time on a busy machine."""
    return kith.find(role, name, timeout=40)


def box(kith, name):
    return find(kith, "button", re.compile(f"^{name}, "))


def saved(kith, is_so, sentence):
    """What the file holds, once that is so."""
    def look():
        kith.key("ctrl+s")
        shown = {s["name"]: s for s in kith.show(MAP)["stakeholders"]}
        return shown if is_so(shown) else None
    return kithtest.wait_for(look, sentence, 40)


def into_date(kith, date):
    kith.click(find(kith, None, re.compile("^Date")))
    kith.key("ctrl+a")
    kith.type(date)


def merge(kith):
    kith.click(box(kith, "Eastvale Trust"))
    also(kith, box(kith, "Westvale Trust"))
    kith.command("Merge what is")
    find(kith, None, "A stakeholder needs a name.")
    kith.type("Vale Trust")
    into_date(kith, "before 2013")
    find(kith, None, re.compile("^Give the date of it"))
    kith.key("Return")  # nothing is done
    into_date(kith, "April 2020")
    find(kith, None, re.compile("^2 stakeholders end. 1 begins. 3 links end. 2 links begin"))
    kith.shot("succession-merge")
    kith.key("Return")
    box(kith, "Vale Trust")
    shown = saved(kith, lambda s: "Vale Trust" in s, "the file has no new stakeholder")
    assert "2020" in str(shown["Eastvale Trust"].get("to")), shown["Eastvale Trust"]
    assert "2020" in str(shown["Vale Trust"].get("from")), shown["Vale Trust"]
    assert len(kith.show(MAP)["links"]) == 5
    kith.click(box(kith, "Vale Trust"))  # its page says what it was before
    find(kith, "button", "Delete: Eastvale Trust merged into Vale Trust, April 2020")
    find(kith, "button", "Delete: Westvale Trust merged into Vale Trust, April 2020")
    kith.key("ctrl+z")
    saved(kith, lambda s: "Vale Trust" not in s and not s["Eastvale Trust"].get("to"),
          "undo has not taken the merger back")


def also(kith, item):
    kithtest.xdo("keydown", "shift")
    try:
        kith.click(item)
    finally:
        kithtest.xdo("keyup", "shift")


def into_one_of_them(kith):
    kith.click(box(kith, "Eastvale Trust"))
    also(kith, box(kith, "Westvale Trust"))
    kith.command("Merge what is")
    find(kith, None, "A stakeholder needs a name.")
    kith.type("Westvale Trust")
    find(kith, None, re.compile("^1 stakeholder ends. 1 link ends"))
    kith.key("Escape")


def rename(kith):
    kith.click(box(kith, "Police"))
    kith.command("Rename the selected")
    find(kith, None, "Rename From a Date")
    kith.key("ctrl+a")
    kith.type("Vale Police")
    into_date(kith, "2019")
    find(kith, None, "1 name is kept as an earlier one.")
    kith.shot("succession-rename")
    kith.key("Return")
    box(kith, "Vale Police")
    find(kith, "button", "Delete: Vale Police was called Police until 2019")


def split(kith):
    kith.click(box(kith, "Council"))
    kith.command("Split the selected")
    find(kith, None, "Give at least two names to split into.")
    kith.type("District\nCounty")
    into_date(kith, "1 May 2021")
    find(kith, None, re.compile("^1 stakeholder ends. 2 begin. 1 link ends. 2 links begin"))
    kith.click(find(kith, "check box", "Link with Westvale Trust goes to County"))
    find(kith, None, re.compile("^1 stakeholder ends. 2 begin. 1 link ends. 1 link begins"))
    kith.shot("succession-split")
    kith.click(find(kith, "check box", "Link with Westvale Trust goes to County"))
    find(kith, None, re.compile("^1 stakeholder ends. 2 begin. 1 link ends. 2 links begin"))
    kith.click(find(kith, "check box", "Link with Westvale Trust goes to District"))
    find(kith, None, re.compile("^1 stakeholder ends. 2 begin. 1 link ends. 1 link begins"))
    kith.click(find(kith, "button", "Save"))  # Enter would turn the switch
    find(kith, "button", re.compile("^County, .*1 link"))
    find(kith, "button", re.compile("^District, .*0 links"))
    first, second = kith.extents(box(kith, "District")), kith.extents(box(kith, "County"))
    assert abs(first.y - second.y) >= min(first.height, second.height), "the parts cover each other"


def close(kith):
    """From the menu, by keys."""
    kith.click(box(kith, "Eastvale Trust"))
    kith.key("shift+F10")
    find(kith, "menu item", None)
    time.sleep(0.5)
    kith.key(*["Down"] * 8, "Right")  # to Over time and into it
    time.sleep(0.5)
    kith.shot("succession-menu")
    kith.key("Down", "Down", "Down", "Return")  # past the way back
    find(kith, None, "Close")
    into_date(kith, "2022")
    find(kith, None, re.compile("^1 stakeholder ends. 1 link ends"))
    kith.key("Return")
    saved(kith, lambda s: "2022" in str(s["Eastvale Trust"].get("to")), "it has not been closed")


def main():
    kithtest.make_map(MAP, kithtest.TRUSTS, kithtest.TRUSTS_LINKS)
    with kithtest.Kith(MAP) as kith:
        merge(kith)
        into_one_of_them(kith)
        rename(kith)
        split(kith)
        close(kith)


main()
