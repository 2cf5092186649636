# SPDX-License-Identifier: GPL-3.0-or-later
"""A question is asked in one line, answered stakeholder by stakeholder with Enter, sorted by keys and
by dragging, shown on the map, and brought back."""
import os
import re
import subprocess

import kithtest

MAP = os.path.join(kithtest.WORK, "asked.kith")
MANY = os.path.join(kithtest.WORK, "many.kith")
PEOPLE = "name,sector\nCouncil,Local government\nED,NHS providers\nHousing,Housing\nPolice,Police\n"
LINKS = "from,to\nPolice,ED\nCouncil,Police\nPolice,Housing\n"
QUESTION = "What causes the delays?"


def find(kith, role, name):
    """Patient: reading a large tree takes its time on a busy machine."""
    return kith.find(role, name, timeout=60)


def ask(kith):
    kith.command("Questions")
    find(kith, None, re.compile("^Ask: “What causes"))
    kith.shot("questions-none")
    # what is typed and not added is not lost by Escape
    kith.type("Why")
    kith.key("Escape")
    find(kith, None, "Enter adds what is typed here. Empty it to go on.")
    kith.key("BackSpace", "BackSpace", "BackSpace")
    kith.type(QUESTION + "\n")
    find(kith, None, "0 of 4 have answered.")


def answer(kith):
    """The keyboard is in the first answer already."""
    find(kith, None, "Answer of Council")
    kith.type("They decide on Fridays\n")
    find(kith, None, re.compile("^1 of 4 has answered"))
    kith.type("There is nowhere to go\n")
    find(kith, None, re.compile("^2 of 4 have answered"))
    kith.type("Build a step-down ward")
    kith.click(find(kith, "check box", "A solution: Council"))  # keeps what was typed, too
    find(kith, None, re.compile("^3 of 4 have answered"))
    find(kith, None, re.compile("1 answer is a solution already"))
    kith.click(find(kith, "check box", "A solution: Council"))
    kith.gone(None, re.compile("1 answer is a solution already"), timeout=40)
    kith.click(find(kith, "check box", "A solution: Housing"))
    find(kith, None, re.compile("1 answer is a solution already"))
    kith.shot("questions-answers")


def sort(kith):
    kith.click(find(kith, "button", "Positions"))
    entry = find(kith, None, "Name of a new position")
    kith.click(entry)
    kith.type("No beds\n")
    find(kith, None, "Name of the position: No beds")
    kith.type("Late decisions\n")
    find(kith, None, "Name of the position: Late decisions")
    kith.click(find(kith, "list item", re.compile("^ED: There is nowhere")))
    kith.key("Right")
    find(kith, None, "ED: No beds")
    kith.drag(kith.centre(find(kith, "list item", re.compile("^Council: They decide"))),
              kith.centre(find(kith, None, "Name of the position: Late decisions")))
    find(kith, None, "Council: Late decisions")
    find(kith, None, re.compile("1 says “No beds”, 1 says “Late decisions”, 1 is not sorted yet"))
    kith.shot("questions-sort")
    kith.key("1")  # the card that was dragged kept the keyboard
    find(kith, None, "Council: No beds")
    kith.key("2")
    find(kith, None, "Council: Late decisions")
    for place, position in (("1 No beds", "No beds"), ("2 Late decisions", "Late decisions")):
        kith.key("Menu")
        find(kith, None, place)
        kith.key("Down", "Return")
        find(kith, None, f"Council: {position}")


def bring_back(kith):
    kith.click(find(kith, "button", "Bring Back"))
    kith.click(find(kith, "button", "Begin with the Answers"))
    kith.click(find(kith, "button", "Sheet for Those Who Answered…"))
    sheet = find(kith, None, "The pages")
    kithtest.wait_for(lambda: "There is nowhere to go" in sheet.get_description(),
                      "the sheet does not tell what was heard", 40)
    assert "Director" not in sheet.get_description()
    kith.shot("questions-sheet")
    kith.key("Escape")
    kith.gone(None, "The pages", timeout=40)


def on_the_map(kith):
    kith.click(find(kith, "button", "Show the positions on the map"))
    find(kith, None, re.compile("^Lens: Positions on a question"))
    kith.shot("questions-map")
    kith.key("ctrl+s")
    find(kith, None, re.compile("^Saved$"))
    out = os.path.join(kithtest.WORK, "asked.json")
    subprocess.run([os.environ["KITH"], "convert", MAP, out], check=True)
    with open(out, encoding="utf-8") as file:
        text = file.read()
    for words in (QUESTION, "They decide on Fridays", "Late decisions", "Build a step-down ward"):
        assert words in text, words


def on_a_page(kith):
    """A stakeholder's page has what it answers, and leads to what it has not answered yet."""
    kith.key("Escape", "Escape")
    kith.click(find(kith, "button", re.compile("^Police, ")))
    find(kith, "button", "Add answer")
    kith.move(1100, 500)
    for _ in range(40):
        kithtest.xdo("click", "5")
    kith.shot("questions-no-answer")
    kith.click(find(kith, "button", "Add answer"))
    entry = find(kith, None, "Answer of Police")
    kithtest.wait_for(lambda: entry.get_state_set().contains(kithtest.Atspi.StateType.FOCUSED),
                      "the keyboard is not where Police answers", 40)
    kith.type("Nobody rings us\n")
    find(kith, None, re.compile("^4 of 4 have answered"))
    kith.key("Escape", "Escape")
    row = find(kith, "list item", re.compile("^“Nobody rings us”, What causes the delays"))
    kith.shot("questions-page")
    kith.click(row)
    find(kith, None, "Answer of Police")
    kith.key("Escape", "Escape")
    kithtest.wait_for(lambda: len(kith.windows()) == 1, "the questions are still there", 40)
    kith.key("alt+3")
    kith.gone("list item", re.compile("^“Nobody rings us”"), timeout=40)
    assert not kith.find_all("button", "Add answer"), "the public may answer"
    kith.key("alt+1")


def among_many():
    """Nobody waits for hundreds of rows: the first hundred are there, and who is searched for."""
    people = "name,sector\n" + "".join(f"Team {n:03},Housing\n" for n in range(130))
    kithtest.make_map(MANY, people, "from,to\nTeam 000,Team 001\n")
    with kithtest.Kith(MANY) as kith:
        find(kith, "button", re.compile("^Team 000, "))
        kith.command("Questions")
        find(kith, None, re.compile("^Ask: “What causes"))
        kith.type(QUESTION + "\n")
        find(kith, None, "0 of 130 have answered.")
        find(kith, None, "Answer of Team 099")
        find(kith, "button", "Show 30 more")
        assert not kith.find_all(None, "Answer of Team 100"), "there is a row for everybody"
        kith.shot("questions-many")
        kith.key("shift+Tab")  # from the first answer to the search above it
        kith.type("129")
        find(kith, None, "Answer of Team 129")
        kith.gone(None, "Answer of Team 000", timeout=40)
        kith.key("ctrl+a", "BackSpace")
        find(kith, None, "Answer of Team 000")


kithtest.make_map(MAP, PEOPLE, LINKS)
with kithtest.Kith(MAP) as kith:
    find(kith, "button", re.compile("^Police, "))
    ask(kith)
    answer(kith)
    sort(kith)
    bring_back(kith)
    on_the_map(kith)
    on_a_page(kith)
among_many()
