# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads ratings over time off the chart by pointer and keys, opens what it shows, withdraws a
rating and all of a voice."""
import datetime
import re
import time

import kithtest
from kithtest import Atspi, wait_for
from ratings import CHART, SECOND, Charts, make_map


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


def choose(it):
    """More than trust is rated: the chart asks of what, and another lens chooses anew."""
    assert not it.kith.find_all(None, CHOICE), "there is nothing to choose between"
    it.press("button", "Rate again: " + SECOND)
    it.kith.find(None, "Rate as one")
    it.kith.click(it.switch("Rate as one"))
    it.kith.click(it.kith.find("button", re.compile("^5 Deep: ")))
    it.kith.key("alt+s")
    choice = it.kith.find("combo box", CHOICE, root=it.root())
    it.reveal(choice)
    it.kith.click(choice)
    it.kith.key("Down", "Return")
    respect = re.compile("^Respect: Police of Hospital: Not rated yet; "
                         "Hospital of Police: 5 Deep")
    it.kith.find("image", respect)
    it.kith.shot("chart-respect")
    it.kith.key("ctrl+shift+p")
    it.kith.find("list", "Commands")
    it.kith.type("Lens: Understanding\n")
    it.kith.find("image", re.compile("^Mutual understanding: Police of Hospital"))
    it.kith.key("ctrl+shift+p")
    it.kith.find("list", "Commands")
    it.kith.type("Lens: Trust\n")
    it.kith.find("image", CHART)
    it.kith.key("ctrl+z")
    it.kith.gone("combo box", CHOICE)


def sparks(it):
    """A stakeholder's list of links has both lines beside each, in words for who hears them; they
    follow the map, and the public sees none."""
    it.kith.key("Escape", "Escape")
    it.kith.click(it.kith.find("button", re.compile("^Police,")))
    row = it.kith.find("list item", re.compile("^Hospital, Works with"))
    it.reveal(row)
    it.kith.find("image", re.compile("^Police of Hospital: 2 Cautious \\(2011\\), .*4 Strong|^Police of"),
                 root=row)
    it.kith.shot("sparks")
    before = it.kith.find("image", CHART, root=row).get_name()
    it.kith.key("alt+2")
    row = it.kith.find("list item", re.compile("^Hospital, Works with"))
    wait_for(lambda: it.kith.find("image", CHART, root=row).get_name() != before,
             "partners see the lines of an impression")
    it.kith.key("alt+3")
    it.kith.find("list item", re.compile("^Hospital, Works with"))
    assert not it.kith.find_all("image", CHART), "the public sees ratings"
    it.kith.key("alt+1")
    it.kith.find("image", CHART)


CHOICE = "Which ratings the chart shows"
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
    choose(it)
    sparks(it)
