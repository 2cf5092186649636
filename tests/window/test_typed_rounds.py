# SPDX-License-Identifier: GPL-3.0-or-later
"""Rounds, the repair plan and inclusion: the keys that say who is looking work in them, and what is being
typed there is stored or stays."""
import os
import re
import sqlite3
import subprocess

import kithtest

MAP = os.path.join(kithtest.WORK, "typed.kith")
PEOPLE = "name,sector\nCouncil,Local government\nED,NHS providers\nPolice,Police\n"
LINKS = "from,to\nPolice,ED\nCouncil,Police\n"
STORED = re.compile("^What was being typed is stored")


def find(kith, role, name):
    return kith.find(role, name, timeout=60)


def rounds_of_file():
    """Title and date of each."""
    with sqlite3.connect(f"file:{MAP}?mode=ro&immutable=1", uri=True) as file:
        return sorted(file.execute("SELECT title, date FROM round").fetchall())


def are(kith, *titles):
    """What the file holds, once it is saved."""
    kith.key("ctrl+s")
    kithtest.wait_for(lambda: [title for title, _ in rounds_of_file()] == sorted(titles),
                      f"the rounds are not {titles}", 30)


def look(kith, key, who):
    kith.key(key)
    find(kith, None, "Shown for: " + who)


def for_the_team(kith):
    look(kith, "alt+1", "Working team")


def rounds(kith):
    kith.key("ctrl+alt+r")
    find(kith, "button", "Start a Round…")


def new_round(kith):
    rounds(kith)
    kith.key("Return")
    find(kith, None, re.compile("^Title, such as"))


def a_title(kith):
    new_round(kith)
    kith.key("alt+2")  # nothing is typed, and nothing is stored
    find(kith, None, "Shown for: Partners")
    kith.gone(None, re.compile("^Title, such as"), timeout=40)
    are(kith)
    for_the_team(kith)
    new_round(kith)
    kith.key("ctrl+a")
    kith.type("After the flood")
    kith.shot("typed-round")
    kith.key("alt+2")
    find(kith, None, STORED)
    find(kith, None, "Shown for: Partners")
    kith.gone(None, re.compile("^Title, such as"), timeout=40)
    are(kith, "After the flood")
    for_the_team(kith)
    kith.key("ctrl+z")  # one step
    are(kith)
    kith.key("ctrl+shift+z")
    are(kith, "After the flood")


def a_title_left(kith):
    """Escape goes back without a round; what was typed is there again. Closing the window stores it."""
    new_round(kith)
    kith.key("ctrl+a")
    kith.type("In May")
    kith.key("Escape")
    find(kith, "button", "Start a Round…")
    kith.key("Return")
    assert kith.text(find(kith, "text", re.compile("^Title, such as"))) == "In May"
    are(kith, "After the flood")
    kith.click(find(kith, None, "Date of its ratings"))
    kith.key("ctrl+a")
    kith.type("whenever")
    kith.key("alt+2")
    find(kith, None, "The date is not understood.")
    kith.shot("typed-round-no-date")
    find(kith, None, "Shown for: Working team")
    kith.key("ctrl+a")
    kith.type("2 May 2024")
    kith.click(find(kith, "button", "Close"))
    kith.gone(None, re.compile("^Title, such as"), timeout=40)
    find(kith, None, STORED)
    are(kith, "After the flood", "In May")
    assert "2024-05-02" in str(rounds_of_file()), rounds_of_file()


def another_name(kith):
    rounds(kith)
    kith.click(find(kith, "list item", re.compile("^In May")))
    kith.click(find(kith, None, "Rename…"))
    find(kith, None, "Title of the round")
    kith.key("ctrl+a")
    kith.type("In June")
    look(kith, "alt+2", "Partners")
    kith.gone(None, "Title of the round", timeout=40)
    are(kith, "After the flood", "In June")
    for_the_team(kith)


def a_voice(kith):
    """It is known by what it rates only: its name stays until it has begun."""
    rounds(kith)
    kith.click(find(kith, "list item", re.compile("^In June")))
    kith.click(find(kith, None, re.compile("^Rate: go through")))
    find(kith, None, "Who is speaking?")
    kith.type("Nurse")
    kith.key("alt+2")
    find(kith, None, "Enter begins with what is typed here. Empty it to go on.")
    kith.shot("typed-voice")
    find(kith, None, "Shown for: Working team")
    kith.key("Return")
    find(kith, None, re.compile("^What does .* make of"))
    kith.key("4")
    look(kith, "alt+3", "Public")
    kith.gone(None, re.compile("^What does .* make of"), timeout=40)
    for_the_team(kith)
    are(kith, "After the flood", "In June")


def plan_and_inclusion(kith):
    """Where nothing is typed the keys do what they say; in what they open, it is stored."""
    kith.command("Repair plan: the next")
    find(kith, "button", "Add Step")
    kith.key("alt+2")
    find(kith, None, "Shown for: Partners")
    kith.gone("button", "Add Step", timeout=40)
    for_the_team(kith)
    kith.command("Repair plan: the next")
    kith.click(find(kith, "button", "Add Step"))
    find(kith, "label", "Plan a Repair")
    kith.type("A desk")
    look(kith, "alt+2", "Partners")
    kith.gone("label", "Plan a Repair", timeout=40)
    for_the_team(kith)
    kith.key("ctrl+s")
    kithtest.wait_for(lambda: [r["title"] for r in kith.show(MAP)["repairs"]] == ["A desk"], "no step", 30)
    kith.command("inclusion")
    find(kith, None, "Housing, Place: nobody")
    kith.key("alt+2")
    find(kith, None, "Shown for: Partners")
    kith.gone(None, "Housing, Place: nobody", timeout=40)
    for_the_team(kith)


def until_the_end(kith):
    new_round(kith)
    kith.key("ctrl+a")
    kith.type("At last")
    subprocess.run(["gdbus", "call", "--session", "--dest", "io.github.kith_maps.Kith", "--object-path",
                    "/io/github/kith_maps/Kith", "--method", "org.gtk.Actions.Activate", "quit", "[]", "{}"],
                   check=True, stdout=subprocess.DEVNULL)
    assert kith.process.wait(30) == 0
    assert "At last" in [title for title, _ in rounds_of_file()]


kithtest.make_map(MAP, PEOPLE, LINKS)
with kithtest.Kith(MAP) as kith:
    find(kith, "button", re.compile("^Police, "))
    a_title(kith)
    a_title_left(kith)
    another_name(kith)
    a_voice(kith)
    plan_and_inclusion(kith)
    until_the_end(kith)
