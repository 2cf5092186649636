# SPDX-License-Identifier: GPL-3.0-or-later
"""Rates as one and in detail, takes a proposed rating and puts one aside, as the team and before
partners."""
import re
import time

import kithtest
from kithtest import Atspi, wait_for
from ratings import FIRST, SECOND, Charts, make_map


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
    assert not any(i.get_state_set().contains(Atspi.StateType.SHOWING) for i in
                   it.kith.find_all("label", "We can disagree openly")), \
        "details should be folded away"
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


PROPOSED = "Rate as proposed…: " + FIRST


def before_partners(it):
    """What is proposed rests on what they may see, and becomes a rating only when the room agrees."""
    it.kith.key("alt+2")
    it.kith.find("label", "Proposed: 3 Working: 4 Strong (March 2019), −1 A new chief")
    it.kith.gone("button", "Take it as our impression: " + FIRST)
    assert not it.kith.find_all(None, re.compile("3½|chief\\)")), "partners hear of an impression"
    it.press("button", PROPOSED)
    it.kith.find(None, "Rate as one")
    it.kith.shot("proposed-partners")
    it.kith.key("Escape")
    it.kith.gone(None, "Rate as one")
    it.saved(lambda link, _: len(link["ratings"]) == 4, "Escape should rate nothing")
    it.press("button", PROPOSED)
    it.kith.find(None, "Rate as one")
    it.kith.key("alt+s")

    def agreed(link, _):
        one = [r for r in link["ratings"] if r["date"] == "2022-05"]
        return len(one) == 1 and one[0]["trust"] == "3" and one[0]["basis"] == "agreed" \
            and one[0]["note"].startswith("Follows from: 3 Working: 4 Strong (March 2019), −1") \
            and "½" not in one[0]["note"]

    it.saved(agreed, "what the room agrees on should be kept, and rest on nothing hidden")
    it.kith.gone("button", PROPOSED)
    it.kith.key("ctrl+z")
    it.kith.find("button", PROPOSED)


def put_aside_before_partners(it):
    it.press("button", "Not so: " + FIRST)
    it.kith.gone("button", PROPOSED)
    it.saved(lambda link, _: len(link["ratings"]) == 4, "nothing should be rated")


def nothing_for_the_public(it):
    it.kith.key("alt+3")
    it.kith.gone(None, FIRST)
    assert not it.kith.find_all(None, re.compile("[Pp]roposed"))
    it.kith.key("alt+1")
    it.kith.find(None, FIRST)


path = make_map()
with kithtest.Kith(path) as kith:
    it = Charts(kith, path)
    it.open_link()
    rate_as_one(it)
    rate_in_detail(it)
    put_aside(it)
    take(it)
    before_partners(it)
    put_aside_before_partners(it)
    nothing_for_the_public(it)
