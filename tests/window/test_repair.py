# SPDX-License-Identifier: GPL-3.0-or-later
"""The repair plan and the cards of drivers: planned on a link, done, undone, listed, and compared."""
import os
import re

import kithtest
import sides_map
from sides_map import ED, HOUSING, MAP, POLICE
from test_each_sees import box, select_link


def stored(kith, kind):
    kith.key("ctrl+s")
    kith.status("Saved")
    return sides_map.read()[kind]


def scroll_down(kith):
    kith.move(1100, 500)
    for _ in range(40):
        kithtest.xdo("click", "5")


def plan_on_a_link(kith):
    select_link(kith, POLICE, ED)
    scroll_down(kith)
    kith.click(kith.find("button", "Add step"))
    kith.find("label", "Police and ED")
    kith.type("Ring before they come\tShift sergeant\t1 March 2020")
    kith.shot("repair-dialog")
    kith.click(kith.find("button", "Save"))
    kith.find("list item", re.compile("^Ring before they come, By: 1 March 2020 · Shift sergeant"
                                      " · its day has passed"))
    scroll_down(kith)
    kith.shot("repair-link")


def done_and_undone(kith):
    kith.click(kith.find(None, re.compile("^Planned, done or given up: Ring before")))
    kith.key("Down", "Return")
    kith.find("list item", re.compile("^Ring before they come, Done: "))
    kith.key("ctrl+z")
    kith.find("list item", re.compile("^Ring before they come, By: "))
    kith.key("ctrl+shift+z")
    kith.find("list item", re.compile("^Ring before they come, Done: "))
    assert [r["state"] for r in stored(kith, "repairs")] == ["done"]


def listed(kith):
    kith.command("Repair plan")
    kith.find("list item", re.compile("^Ring before they come, Police and ED"))
    kith.shot("repair-plan")
    kith.key("Escape")
    kith.gone("label", "Done or given up")


def fill_in(kith, name, money, area):
    kith.click(box(kith, name))
    scroll_down(kith)
    kith.click(kith.find("button", re.compile("^Fill in( drivers)?$")))
    kith.find("label", "Drivers and Constraints")
    kith.click(kith.find("text", "Money rule"))
    kith.type(money)
    kith.click(kith.find("text", "Area served"))
    kith.type(area)
    kith.shot("drivers-dialog")
    kith.click(kith.find("button", "Save"))
    kith.find("list item", f"Money rule: {money}")


def compared_on_the_link(kith):
    fill_in(kith, POLICE, "May not overspend", "Northmoor")
    fill_in(kith, ED, "Paid by contact", "northmoor")
    select_link(kith, POLICE, ED)
    kith.find("list item", "Money rule · differs: Police: May not overspend\nED: Paid by contact")
    kith.find("list item", re.compile("^Area served · the same: "))
    scroll_down(kith)
    kith.shot("drivers-link")


def select_two(kith, one, other):
    kith.click(box(kith, one))
    kithtest.xdo("keydown", "shift")
    kith.click(box(kith, other))
    kithtest.xdo("keyup", "shift")


def compared_without_a_link(kith):
    """ED and Housing have nothing between them, and still two cards to be held side by side."""
    select_two(kith, ED, HOUSING)
    kith.command("Compare what drives the two")
    kith.find("label", re.compile(f"^({ED} and {HOUSING}|{HOUSING} and {ED})$"))
    kith.find("list item", re.compile("^Money rule: .*not said", re.S))
    kith.click(kith.find("button", "Fill In Housing Options…"))
    kith.find("label", "Drivers and Constraints")
    kith.click(kith.find("text", "Money rule"))
    kith.type("Rents")
    kith.click(kith.find("button", "Save"))
    kith.find("list item", re.compile("^Money rule · differs: .*Rents", re.S))
    kith.shot("drivers-two")
    kith.key("Escape")
    kith.gone("button", "Fill In Housing Options…")
    kith.key("Menu")
    kith.find("menu item", "Compare what drives them…")
    kith.key("Escape", "Escape")


def who_may_see(kith):
    select_link(kith, POLICE, ED)
    kith.key("alt+3")
    kith.gone("list item", re.compile("^Ring before they come"))
    kith.gone("list item", re.compile("^Money rule"))
    kith.key("alt+1")
    kith.find("list item", re.compile("^Ring before they come"))


if __name__ == "__main__":
    sides_map.write()
    with kithtest.Kith(MAP) as kith:
        plan_on_a_link(kith)
        done_and_undone(kith)
        listed(kith)
        compared_on_the_link(kith)
        compared_without_a_link(kith)
        who_may_see(kith)
