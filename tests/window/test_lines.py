# SPDX-License-Identifier: GPL-3.0-or-later
"""Inherited lines in the inspector: added, changed, questioned, let go; and who tells of an event."""
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


def test_rows_in_order(kith):
    select_link(kith, POLICE, ED)
    row = kith.find("list item", re.compile("^“It has never been our role.*Police · Still held"))
    kith.find("list item", re.compile("^“They only ever ring.*ED · Being questioned: 2023"))
    assert row is not None
    kith.shot("lines-link")


def test_question_in_two_steps(kith):
    kith.move(1100, 500)
    for _ in range(25):
        kithtest.xdo("click", "5")
    kith.click(kith.find(None, re.compile("^Held, questioned or let go: “It has never")))
    kith.key("Down", "Return")
    kith.find("list item", re.compile("^“It has never been our role.*Being questioned"))
    kith.key("ctrl+z")
    kith.find("list item", re.compile("^“It has never been our role.*Still held"))


def test_add_to_a_stakeholder(kith):
    kith.click(box(kith, HOUSING))
    kith.click(kith.find("button", "Add line"))
    kith.type("We have always done it by post\n")  # one sentence: Enter saves it
    kith.find("list item", re.compile("^“We have always done it by post”"))
    kith.key("ctrl+shift+e")
    kith.type("The post room closed")
    kith.click(kith.find("text", "The story"))
    kith.type("Nobody told us\nFor weeks")
    kith.key("ctrl+Return")  # where Enter begins another line
    kith.find("list item", re.compile("The post room closed"))
    kith.shot("lines-stakeholder")
    texts = [one["text"] for one in stored(kith, "quotes")]
    assert "We have always done it by post" in texts, texts
    assert "Nobody told us\nFor weeks" in [one.get("narrative") for one in stored(kith, "events")]


def test_partners_see_no_private_line(kith):
    select_link(kith, POLICE, ED)
    kith.find("list item", re.compile("^“Between ourselves"))
    kith.key("alt+2")
    kith.gone("list item", re.compile("^“Between ourselves"))
    kith.find("list item", re.compile("^“It has never"))
    kith.key("alt+3")
    kith.gone("list item", re.compile("^“It has never"))
    kith.key("alt+1")


def test_cards_on_the_map(kith):
    kith.key("Escape", "Escape", "ctrl+1")
    before = kithtest.wait_for(lambda: kith.shot("lines-off") or True, "no picture")
    assert before
    kith.key("ctrl+alt+i")
    kith.status("Inherited lines are shown")
    kith.key("ctrl+1")
    kith.shot("lines-on")
    with open(os.path.join(kithtest.SHOTS, "lines-off.png"), "rb") as one, \
            open(os.path.join(kithtest.SHOTS, "lines-on.png"), "rb") as other:
        assert one.read() != other.read(), "nothing was drawn"
    kith.key("ctrl+alt+i")
    kith.status("no longer shown")
    kith.key("ctrl+alt+i")


if __name__ == "__main__":
    sides_map.write()
    with kithtest.Kith(MAP) as kith:
        box(kith, POLICE)
        test_rows_in_order(kith)
        test_question_in_two_steps(kith)
        test_add_to_a_stakeholder(kith)
        test_partners_see_no_private_line(kith)
        test_cards_on_the_map(kith)
