# SPDX-License-Identifier: GPL-3.0-or-later
"""Rounds of ratings as a room goes through them: one voice by keys, stopping and going on; then two
voices silently, and what they said side by side, the widest difference first."""
import os
import re
import subprocess

import kithtest

MAP = os.path.join(kithtest.WORK, "rounds.kith")


def find(kith, role, name):
    """Patient: reading a large tree takes its time on a busy machine."""
    return kith.find(role, name, timeout=40)


def make_map():
    who = os.path.join(kithtest.WORK, "who.csv")
    links = os.path.join(kithtest.WORK, "links.csv")
    with open(who, "w") as file:
        file.write("name,sector\nPolice,Police\nED,NHS providers\nCouncil,Local government\n"
                   "Housing,Housing\n")
    with open(links, "w") as file:
        file.write("from,to\nPolice,ED\nCouncil,Police\nPolice,Housing\n")
    subprocess.run([os.environ["KITH"], "convert", who, links, MAP], check=True)


def ratings(kith):
    return [a for link in kith.show(MAP)["links"] for end in ("a", "b")
            for a in link.get(end, {}).get("ratings", [])]


def press(kith, role, name):
    kith.click(find(kith, role, name))


def open_rounds(kith):
    kith.key("ctrl+alt+r")
    find(kith, "button", "Start a Round…")


def row(kith, pattern):
    """A row of the dialog by what it says."""
    return find(kith, None, re.compile(pattern))


def start(kith, title, silent):
    kith.click(find(kith, "button", "Start a Round…"))
    find(kith, None, re.compile("^Title, such as"))
    kith.key("ctrl+a")
    kith.type(title)
    if silent:
        kith.click(row(kith, "^Silently, then together"))
    kith.click(find(kith, "button", "Start"))
    find(kith, None, "Rate: go through the questions")


def begin(kith, organisation, voice):
    """From the page that asks who speaks; the list of organisations is by name."""
    find(kith, None, "Who is speaking?")
    kith.type(voice)
    kith.key("Return")
    find(kith, None, re.compile(f"^What does {organisation} make of"))


def rate_by_keys(kith):
    open_rounds(kith)
    kith.shot("rounds-none")
    start(kith, "Autumn 2026", False)
    kith.shot("rounds-round")
    kith.key("Return")
    begin(kith, "Police", "Sergeant")
    find(kith, None, "What does Police make of Council?")
    kith.shot("rounds-card")
    kith.key("4")
    find(kith, None, "What does Police make of ED?")
    kith.key("s")
    find(kith, None, "What does Police make of Housing?")
    find(kith, None, re.compile("1 of 3 rated, 1 skipped"))
    kith.key("BackSpace", "BackSpace")
    find(kith, None, "What does Police make of Council?")
    kith.key("5", "Escape")  # corrects, and everything so far is kept
    find(kith, None, re.compile("Kept: 1 of 3 rated"))
    find(kith, None, "Police · Sergeant")


def resume(kith):
    kith.click(row(kith, "^Rate: go through"))
    begin(kith, "Police", "sergeant")
    find(kith, None, "What does Police make of ED?")  # where the voice stopped, whatever its case
    kith.key("0", "2")
    find(kith, None, re.compile("3 of 3 rated"))
    kith.click(row(kith, "^Rate: go through"))
    find(kith, None, "Who is speaking?")
    kith.type("Sergeant\n")
    find(kith, None, re.compile("This voice has answered everything"))
    kith.key("Escape", "Escape")


def silently(kith):
    start(kith, "Quietly", True)
    find(kith, None, re.compile("Silent: nobody sees"))
    kith.click(row(kith, "^Rate: go through"))
    begin(kith, "Police", "Sergeant")
    assert not kith.find_all(None, "What was said last time")
    kith.key("1", "3", "3")
    find(kith, None, "Thank you. Pass the laptop on.")
    kith.shot("rounds-pass")
    press(kith, "button", "Next Voice")
    begin(kith, "Police", "Inspector")
    kith.key("5", "3", "Escape")
    press(kith, "button", "That Was Everybody")
    find(kith, None, "Police · Inspector")
    kith.shot("rounds-silent")


def nothing_shows(kith):
    """Closed, saved and asked for by others: not a trace of what was said silently."""
    kith.key("Escape", "Escape")
    kith.key("ctrl+s")
    find(kith, None, re.compile("^Saved$"))
    shown = subprocess.run([os.environ["KITH"], "show", MAP], capture_output=True, text=True,
                           check=True).stdout
    assert "Needs repair" not in shown, shown
    out = os.path.join(kithtest.WORK, "given.json")
    subprocess.run([os.environ["KITH"], "convert", MAP, out, "--audience", "partners"], check=True)
    with open(out) as file:
        assert '"trust": "1"' not in file.read()
    subprocess.run([os.environ["KITH"], "convert", MAP, out], check=True)
    with open(out) as file:
        assert "Inspector" in file.read(), "the team's own file has lost what was said silently"


def together(kith):
    open_rounds(kith)
    kith.click(row(kith, "^Quietly"))
    kith.click(row(kith, "^Open together"))
    press(kith, "button", "Open Together")
    find(kith, None, "In 1 question voices are two steps or more apart.")
    rows = [i.get_name() for i in kith.find_all("list item", re.compile("^What Police make of"))]
    assert rows and rows[0].startswith("What Police make of Council: 1 Needs repair to 5 Deep"), rows
    assert "Sergeant: 1" in rows[0] and "Inspector: 5" in rows[0], rows[0]
    kith.shot("rounds-reveal")
    kith.key("3")
    find(kith, "list item", re.compile("Council.*Agreed in the room: 3 Working"))
    kith.key("Page_Down", "4")
    find(kith, "list item", re.compile("ED.*Agreed in the room: 4 Strong"))
    kith.shot("rounds-agreed")
    kith.key("Escape")
    find(kith, None, "Rate: go through the questions")


def main():
    make_map()
    with kithtest.Kith(MAP) as kith:
        find(kith, "button", re.compile("^Police, "))
        kith.do(find(kith, "button", re.compile("^Police, ")), "item.select")
        rate_by_keys(kith)
        resume(kith)
        silently(kith)
        nothing_shows(kith)
        together(kith)
        kith.key("Escape", "Escape")
        kith.quit()


main()
