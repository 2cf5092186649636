# SPDX-License-Identifier: GPL-3.0-or-later
"""Compare two dates, versions and maps: chosen, listed, walked through, filtered, taken away."""
import csv
import io
import os
import re
import shutil
import sqlite3
import subprocess

import kithtest

THIRTY_YEARS = os.path.join(os.environ["KITH_EXAMPLES"], "tarnbeck-thirty-years.kith")
WORK = kithtest.WORK
MAP, COPY = (os.path.join(WORK, name) for name in ("seen.kith", "board.kith"))
STRANGER, NEWER, TEXT = (os.path.join(WORK, name)
                         for name in ("elsewhere.kith", "newer.kith", "minutes.kith"))
CSV, PDF = (os.path.join(WORK, name) for name in ("what.csv", "seen.pdf"))
CLIPBOARD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "clipboard.py")
QUIET = {**os.environ, "DISPLAY": ""}


def make_maps():
    for to in (MAP, COPY):
        subprocess.run([os.environ["KITH"], "convert", THIRTY_YEARS, to, "--audience", "team"],
                       check=True, env=QUIET)
    subprocess.run([os.environ["KITH"], "convert", "-", STRANGER, "--from", "json"], check=True,
                   env=QUIET, input=b'{"kith": 1, "stakeholders": [{"name": "Far Away"}]}')
    shutil.copy(MAP, NEWER)
    with sqlite3.connect(NEWER) as database:
        database.execute("PRAGMA user_version = 99")
    with open(TEXT, "w") as file:
        file.write("Minutes of the board\n")


def listed(*arguments):
    """The same list from the command line."""
    return subprocess.run([os.environ["KITH"], "compare", *arguments], check=True, env=QUIET,
                          stdout=subprocess.PIPE).stdout.decode()


def ask(kith, choice="Between two dates"):
    kith.key("ctrl+alt+k")
    kith.find("list item", choice)
    if choice != "Between two dates":
        kith.do(kith.find("list item", choice))


def press_compare(kith):
    kith.do(kith.find("button", "Compare"))


def choose(kith, path):
    kith.click(kith.find("list item", re.compile("^Choose a Map")))
    kith.choose_file(path)
    kith.find("label", os.path.basename(path))


def rows(kith):
    return [kithtest.plain(i.get_name()) for i in
            kith.find_all("list item", root=kith.find("list", "Changes"))]


def inspected(kith, name):
    """It is what is selected: its page is there."""
    kithtest.wait_for(lambda: any(kith.text(i) == name for i in kith.find_all("text", "Name"))
                      or kith.find_all("label", name), f"{name} is not selected")
    kithtest.wait_for(lambda: kith.find("button", re.compile("^" + re.escape(name)), timeout=1)
                      .get_state_set().contains(kithtest.Atspi.StateType.SELECTED),
                      f"{name} is not selected on the map")


def two_dates(kith):
    # what cannot be read is said, and nothing happens
    ask(kith)
    kith.type("when it rained\n")
    kith.status("The first date cannot be read")
    kith.key("ctrl+a")
    kith.type("2005")
    kith.key("Tab")
    kith.type("December 2005\n")
    kith.status("Both are 31 December 2005")
    kith.key("ctrl+a", "BackSpace")
    kith.shot("compare-dates")
    press_compare(kith)
    kith.status("^Comparing 31 December 2005 with today: 25 came, 4 went, 26 rose, ")
    kith.find("label", "From 31 December 2005 to today")
    kith.find(None, re.compile("^Lens: Change since a date"))
    for heading in ("Came · 25", "Went · 4", "Rose · 26"):
        kith.find("label", heading)
    assert not kith.find_all("label", re.compile("^Fell · ")), "a group of nothing"
    text = listed(MAP, "--since", "2005")
    assert [f"- {row}" for row in rows(kith)] == [l for l in text.splitlines() if l[:2] == "- "]


def walk(kith):
    # by keys: the list has the keyboard
    kith.key("Down", "Return")
    inspected(kith, "Fellside Home Care")
    kith.shot("compare-walked")
    # by words and pointer, what has gone too
    kith.click(kith.find("entry", "Show changes with these words"))
    kith.type("primary CARE")
    kith.find("label", "Went · 1 of 4")
    kith.click(kith.find("list item", "Tarnbeck Primary Care Trust (primary care trust) went"))
    inspected(kith, "Tarnbeck Primary Care Trust")
    kith.shot("compare-gone")
    kith.click(kith.find("entry", "Show changes with these words"))
    kith.key("ctrl+a")
    kith.type("nobody says this")
    kith.find("label", "No change has these words and is of this kind.")
    kith.key("Escape")
    kith.find("label", "Came · 25")
    # by kind, with keys
    kith.key("Tab")
    kith.key("space")
    kith.find("label", "Shared spaces")
    kith.key("Down", "Down", "Down", "Down", "Down", "Return")
    kith.find("label", "Came · 2 of 25")
    kith.find("button", "Show changes of this kind: Shared spaces")
    assert all("shared space" in r or "joined" in r or "left" in r or ": " in r for r in rows(kith))
    assert "Kitchen Table: the shared space came" in rows(kith)
    assert not any("a link came" in r for r in rows(kith))
    kith.key("space", "Home", "Return")
    kith.find("label", "Came · 25")


def live(kith):
    """An edit, undo, another date and another audience are in list and banner at once."""
    kith.click(kith.find("entry", "Show changes with these words"))
    kith.type("Lowgate Pantry (mutual")
    kith.click(kith.find("list item", re.compile("^Lowgate Pantry .* came")))
    inspected(kith, "Lowgate Pantry")
    kith.command("delete")
    kith.status("^Comparing .*: 22 came, ")
    kith.find("label", "No change has these words and is of this kind.")
    kith.key("ctrl+z")
    kith.find("list item", re.compile("^Lowgate Pantry .* came"))
    kith.click(kith.find("entry", "Show changes with these words"))
    kith.key("Escape")
    kith.find("label", "Came · 25")
    kith.status("^Comparing .*: 25 came, ")
    kith.key("alt+2")
    kith.status("^Comparing 31 December 2005 with today: 25 came, 4 went, 2")
    text = listed(MAP, "--since", "2005", "--audience", "partners")
    kithtest.wait_for(lambda: [f"- {r}" for r in rows(kith)]
                      == [l for l in text.splitlines() if l[:2] == "- "],
                      "partners are shown another list", 20)
    kith.key("alt+1")
    kith.status("^Comparing .*: 25 came, 4 went, 26 rose")


def take_away(kith):
    kith.command("export what changed")
    kith.choose_file(CSV)
    kith.status("Exported “what.csv”")
    with open(CSV, "rb") as file:
        table = list(csv.reader(io.StringIO(file.read().decode("utf-8-sig"))))
    assert table[0] == ["Change", "Kind", "What", "Who says", "Before", "After", "In words"]
    assert ["Came", "Stakeholders"] == table[2][:2] and len(table) == len(rows(kith)) + 1
    assert [r[6] for r in table[1:]] == rows(kith)
    kith.do(kith.find("button", "Copy the list as text"))
    kith.status("The list has been copied")
    copied = subprocess.run(["/usr/bin/python3", CLIPBOARD, "text/plain;charset=utf-8"],
                            stdout=subprocess.PIPE, timeout=20).stdout.decode()
    assert copied.startswith("From 31 December 2005 to today\n25 came, 4 went"), copied[:200]
    assert "\nOtherwise changed\n" in copied
    # the map with its colours, by the ordinary export
    kith.key("ctrl+e")
    kith.do(kith.find("button", "Export…"))
    kith.choose_file(PDF)
    kith.status("Exported “seen.pdf”")
    page = subprocess.run(["pdftotext", "-layout", PDF, "-"], check=True,
                          stdout=subprocess.PIPE).stdout.decode()
    for words in ("31 December 2005 › today", "Came", "Rose: was › is", "Primary"):
        assert words in page, f"{words!r} is not on the page"


def stop(kith):
    kith.do(kith.find("button", "Stop Comparing"))
    kith.gone("list", "Changes")
    kith.gone(None, re.compile("^Comparing "))
    kith.find(None, re.compile("^Lens: Trust"))


def a_version(kith):
    kith.key("ctrl+k")
    kith.find("button", re.compile("^Keep"))
    kith.type("Before the meeting\n")
    kith.gone("button", re.compile("^Keep"))
    ask(kith, "With an earlier version")
    press_compare(kith)
    kith.status("^Comparing Before the meeting with now: Nothing changed")
    kith.find("label", "Nothing that you can see here changed between the two.")
    kith.shot("compare-nothing")
    # what is changed meanwhile shows; what went stays to be looked at, and as it was
    kith.key("ctrl+1")
    kith.do(kith.find("button", re.compile("^Lowgate School")), "item.select")
    kith.command("delete")
    kith.status("^Comparing Before the meeting with now: 2 went")
    kith.click(kith.find("list item", re.compile(r"^Lowgate School \(.* went$")))
    inspected(kith, "Lowgate School")
    kith.command("delete")
    kith.status("What went is shown for comparison only")
    for audience in ("alt+2", "alt+3"):
        kith.key("alt+1")
        kith.status("^Comparing Before the meeting with now: 2 went")
        kith.key(audience)
        kith.status("^Comparing an earlier version with now: 2 went")
    kith.key("alt+1")
    kith.key("ctrl+z")
    kith.status("^Comparing Before the meeting with now: Nothing changed")
    # nor is its name told where it is chosen before them
    kith.key("alt+2")
    kith.do(kith.find("button", "Stop Comparing"))
    kith.gone("list", "Changes")
    ask(kith, "With an earlier version")
    assert not kith.find_all(None, re.compile("Before the meeting"))
    press_compare(kith)
    kith.status("^Comparing an earlier version with now")
    assert not kith.find_all(None, re.compile("Before the meeting"))
    kith.key("alt+1")


def another_map(kith):
    ask(kith, "With another map")
    press_compare(kith)
    kith.status("^Choose the map to compare with")
    for path, words in ((TEXT, "minutes.kith"), (NEWER, "newer version of Kith"),
                        (STRANGER, "“elsewhere.kith” and this map have nothing in common")):
        choose(kith, path)
        press_compare(kith)
        kith.find(None, re.compile(words + ".*\\."), timeout=20)
    kith.shot("compare-stranger")
    choose(kith, COPY)
    press_compare(kith)
    kith.status("^Comparing board.kith with now: Nothing changed")
    # another lens ends it as well
    kith.key("ctrl+alt+4")
    kith.gone("list", "Changes")
    kith.find(None, re.compile("^Lens: Plain"))


make_maps()
with kithtest.Kith(MAP) as window:
    window.find("button", re.compile("^Adult Social Care"))
    for part in (two_dates, walk, live, take_away, stop, a_version, another_map):
        part(window)
    window.quit()
