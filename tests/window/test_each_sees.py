# SPDX-License-Identifier: GPL-3.0-or-later
"""What each end of a link sees: the page opens by key, is rated and filled in by keys, follows the link
and the audience, and goes."""
import os
import re
import subprocess
import time

import kithtest
import sides_map
from sides_map import ED, HOUSING, MAP, POLICE


def box(kith, name):
    return kith.find("button", re.compile("^" + re.escape(name) + ","))


def select_link(kith, one, other):
    a, b = kith.extents(box(kith, one)), kith.extents(box(kith, other))
    kith.key("Escape", "Escape")
    kith.click(((a.x + a.width + b.x) // 2 + 40, a.y + a.height // 2))


def card(kith, words):
    return kith.find(None, re.compile(words))


def test_open_read_and_leave(kith):
    select_link(kith, POLICE, ED)
    kith.key("ctrl+alt+e")
    card(kith, "^What Police make of ED: 3 Working")
    card(kith, "^What ED make of Police: 5 Deep")
    for words in ("2 voices, from 2 to 4 · Their own words · Agreed in the room", "Our impression",
                  "Only Police tell of", "2019: A night without a bed", "March 2021: The flood", "2022: A new rota",
                  "“It has never been our role to carry that risk”", "Respect: 3 Working · Agreed in the room"):
        kith.find("label", words)
    kith.shot("each-sees")
    kith.key("Escape")
    kith.gone("label", "Only Police tell of")
    box(kith, POLICE)


def test_letters_are_large(kith):
    select_link(kith, POLICE, ED)
    kith.key("ctrl+alt+e")
    label = kith.find("label", "2022: A new rota")
    window = kith.extents(kith.windows()[0])
    # a line of text is a little higher than its letters' size
    assert kith.extents(label).height >= window.height / 40, "too small for a room"
    kith.key("Escape")


CHART = re.compile("^Police of ED: 2 Cautious \\(2024\\)")


def test_over_time(kith):
    """Both lines above one another, read by keys; an event of it opens, and who tells of it is
    said there."""
    select_link(kith, POLICE, ED)
    kith.key("ctrl+alt+e")
    chart = kith.find("image", CHART)
    window = kith.extents(kith.windows()[0])
    assert kith.extents(chart).width > window.width * 0.8, "the chart leaves the room's width unused"
    kith.key("Tab", "Tab", "Home")
    kith.find("label", "2019, event: A night without a bed")
    kith.shot("each-sees-chart")
    kith.key("3")
    card(kith, "^What ED make of Police: 5 Deep")
    card(kith, "^What Police make of ED: 3 Working")
    tell(kith, "End")
    saved_as(kith, "both")
    kith.key("ctrl+z")
    saved_as(kith, "a")
    kith.key("Escape")
    kith.gone("label", "2022: A new rota")


def saved_as(kith, told):
    def value():
        return [e.get("told") for e in sides_map.read()["events"] if e["title"] == "A night without a bed"]

    kith.key("ctrl+s")
    try:
        kithtest.wait_for(lambda: value() == [told], "")
    except AssertionError:
        raise AssertionError(f"who tells of the event should be {told!r}, not {value()!r}") from None


def tell(kith, *keys):
    """Opens the event that is marked and says by keys who tells of it."""
    kith.key("Return")
    kith.find("button", "Delete Event")
    row = kith.find(None, re.compile("^Who tells of it"))
    box = kith.extents(kith.find("button", "Save"))
    kith.move(200, box.y + 300)
    for _ in range(60):
        if kith.extents(row).y < box.y + 500:
            break
        kithtest.xdo("click", 5)
        time.sleep(0.1)
    kith.shot("event-told")
    kith.click(row)
    time.sleep(0.5)
    kith.key(*keys, "Return")
    kith.find(None, re.compile("^Who tells of it"))
    kith.key("alt+s")
    kith.gone("button", "Delete Event")


def test_rate_by_keys(kith):
    select_link(kith, POLICE, ED)
    kith.key("ctrl+alt+e")
    card(kith, "^What Police make of ED")
    kith.key("Tab", "1")
    card(kith, "^What ED make of Police: 1 Needs repair")
    kith.key("ctrl+z")
    card(kith, "^What ED make of Police: 5 Deep")
    kith.key("Escape")


def test_fill_in_a_need(kith):
    select_link(kith, POLICE, ED)
    kith.key("ctrl+alt+e")
    kith.click(kith.find("text", "What Police would need of ED"))
    kith.type("A name to ring, at 3 in the night")
    kith.key("Escape")
    kith.gone("label", "Only Police tell of")
    kith.key("ctrl+s")
    kith.status("Saved")
    needs = [link.get("need_a") for link in sides_map.read()["links"]]
    assert "A name to ring, at 3 in the night" in needs, needs


def test_next_link(kith):
    select_link(kith, POLICE, ED)
    kith.key("ctrl+alt+e")
    kith.find("label", "1 of 2")
    kith.key("Next")
    card(kith, "^What Police make of Housing Options: Not rated yet")
    kith.find("label", "2 of 2")
    kith.click(kith.find("button", "Previous link"))
    card(kith, "^What Police make of ED")
    kith.key("Escape")


def test_partners_and_public(kith):
    select_link(kith, POLICE, ED)
    kith.key("ctrl+alt+e")
    kith.find("label", "“Between ourselves, they panic”")
    kith.key("alt+2")
    card(kith, "^What ED make of Police: Not rated yet")
    kith.gone("label", "“Between ourselves, they panic”")
    assert not kith.find_all("label", "2023: A quarrel behind doors")
    shown = kith.find("image", CHART).get_name()
    assert "ED of Police: Not rated yet" in shown and "3 events" in shown, shown
    kith.find("label", "For partners: no impressions and nothing private.")
    kith.shot("each-sees-partners")
    kith.key("alt+3")
    kith.find("label", "The public sees no ratings.")
    assert not kith.find_all("image", re.compile("of ED|of Police")), "the public sees a chart"
    assert not kith.find_all("label", re.compile("never been our role"))
    assert not kith.find_all(None, "What Police would need of ED")
    kith.key("alt+1", "Escape")
    box(kith, POLICE)


def test_export(kith):
    select_link(kith, POLICE, ED)
    kith.key("ctrl+alt+e")
    for name, start in (("page.pdf", b"%PDF"), ("page.png", b"\x89PNG")):
        path = os.path.join(kithtest.WORK, name)
        kith.click(kith.find("button", "Export this page"))
        kith.choose_file(path)
        kithtest.wait_for(lambda: os.path.exists(path), f"{name} was not written")
        with open(path, "rb") as file:
            assert file.read(4).startswith(start[:4]), name
    words = subprocess.run(["pdftotext", os.path.join(kithtest.WORK, "page.pdf"), "-"], check=True,
                           capture_output=True, text=True).stdout
    assert "Trust over time" in words and "Shaded: the gap" in words, words
    kith.key("Escape")


if __name__ == "__main__":
    sides_map.write()
    with kithtest.Kith(MAP) as kith:
        box(kith, POLICE)
        test_open_read_and_leave(kith)
        test_letters_are_large(kith)
        test_over_time(kith)
        test_partners_and_public(kith)
        test_rate_by_keys(kith)
        test_fill_in_a_need(kith)
        test_next_link(kith)
        test_export(kith)
