# SPDX-License-Identifier: GPL-3.0-or-later
"""What is being typed beside the map is stored when somebody comes to look, when the program ends and when
the map changes under it; what cannot be stored keeps its window."""
import os
import re
import subprocess

import kithtest

MAP = os.path.join(kithtest.WORK, "typed.kith")
PEOPLE = "name,sector\nCouncil,Local government\nED,NHS providers\nHousing,Housing\nPolice,Police\n"
LINKS = "from,to\nPolice,ED\nCouncil,Police\n"
STORED = re.compile("^What was being typed is stored")


def find(kith, role, name):
    """Patient: reading a large tree takes its time on a busy machine."""
    return kith.find(role, name, timeout=60)


def stored(kith, kind, field, expected):
    """What the file holds, once it is saved."""
    kith.key("ctrl+s")
    kithtest.wait_for(lambda: sorted(record[field] for record in kith.show(MAP)[kind]) == sorted(expected),
                      f"{kind} are not {expected}", 30)


def for_partners(kith):
    """Alt+2 in the window where something is typed: that is gone, and the map is for partners."""
    kith.key("alt+2")
    find(kith, None, STORED)
    find(kith, None, "Shown for: Partners")


def for_the_team(kith):
    kith.key("alt+1")
    find(kith, None, "Shown for: Working team")


def ask(kith, question):
    kith.command("Questions")
    find(kith, None, re.compile("^Ask: “What causes"))
    kith.type(question)


def an_answer(kith):
    ask(kith, "Why?\n")
    find(kith, None, "Answer of Council")
    kith.type("They decide on Fridays")
    kith.shot("typed-answer")
    for_partners(kith)
    kith.gone(None, "Answer of Council", timeout=40)
    kith.shot("typed-answer-stored")
    stored(kith, "answers", "text", ["They decide on Fridays"])
    for_the_team(kith)
    kith.key("ctrl+z")  # one step
    stored(kith, "answers", "text", [])
    stored(kith, "questions", "title", ["Why?"])
    kith.key("ctrl+shift+z")


def what_cannot_be_stored_stays(kith):
    """A question that was not added, and an answer whose date is no date: the window stays, and the map is
    the team's until it is put right."""
    ask(kith, "Who")
    kith.key("alt+2")
    find(kith, None, "Enter adds what is typed here. Empty it to go on.")
    assert kith.text(find(kith, None, re.compile("^Ask: “What causes"))) == "Who"
    kith.key("BackSpace", "BackSpace", "BackSpace")
    kith.click(find(kith, "list item", re.compile("^Why")))
    kith.click(find(kith, "text", "Said on"))
    kith.key("ctrl+a")
    kith.type("whenever")
    kith.click(find(kith, None, "Answer of ED"))
    kith.type("No beds")
    kith.key("alt+2")
    find(kith, None, "The date is not understood.")
    assert kith.text(find(kith, None, "Answer of ED")) == "No beds"
    kith.shot("typed-no-date")
    kith.key("ctrl+a")  # the date has the keyboard
    kith.type("1 March 2024")
    for_partners(kith)
    stored(kith, "answers", "text", ["No beds", "They decide on Fridays"])
    for_the_team(kith)


def typed_on(kith):
    """Whoever types on without looking up, after the field has gone with its page, alters nothing."""
    kith.key("Escape", "Escape")
    kith.click(find(kith, "button", re.compile("^Police, ")))
    kith.click(find(kith, "text", "Name"))
    kith.key("End")
    kith.type("s")
    kith.key("alt+2")
    find(kith, None, "Shown for: Partners")
    kith.type("n 4 and what nobody is to read\n")
    kith.shot("typed-on")
    stored(kith, "stakeholders", "name", ["Council", "ED", "Housing", "Polices"])
    assert not kith.show(MAP)["links"][0]["ratings"]
    find(kith, None, "Inspector")
    kith.key("Tab", "End")  # the first field is one key away
    kith.type("!")
    stored(kith, "stakeholders", "name", ["Council", "ED", "Housing", "Polices!"])
    for_the_team(kith)
    kith.key("Escape", "ctrl+z", "ctrl+z")
    stored(kith, "stakeholders", "name", ["Council", "ED", "Housing", "Police"])


def typed_on_in_a_table(kith):
    """The same in a cell: letters begin nothing anew until Enter has been pressed."""
    kith.key("Escape", "Escape", "ctrl+shift+t")
    kith.click(find(kith, "table cell", "Police, Name: Police"))
    kith.key("F2", "End")
    kith.type("s")
    kith.key("alt+2")
    find(kith, None, "Shown for: Partners")
    find(kith, "table cell", "Polices, Name: Polices")
    kith.type("n 4 and what nobody is to read\n")
    find(kith, None, re.compile("^What was typed until then is stored"))
    kith.shot("typed-on-cell")
    stored(kith, "stakeholders", "name", ["Council", "ED", "Housing", "Polices"])
    assert not kith.show(MAP)["links"][0]["ratings"]
    kith.key("Return", "End")
    kith.type("!\n")
    stored(kith, "stakeholders", "name", ["Council", "ED", "Housing", "Polices!"])
    for_the_team(kith)
    kith.key("ctrl+z", "ctrl+z")
    stored(kith, "stakeholders", "name", ["Council", "ED", "Housing", "Police"])
    kith.key("ctrl+shift+t")
    kith.gone("table cell", "Police, Name: Police")


def an_export(kith):
    """Its picture is the team's: it goes when somebody comes to look."""
    kith.key("ctrl+e")
    find(kith, "button", "Export…")
    kith.key("alt+2")
    find(kith, None, "Shown for: Partners")
    kith.gone("button", "Export…", timeout=40)
    for_the_team(kith)


def how_one_sees_the_purpose(kith):
    kith.command("Purpose: who")
    find(kith, None, "Purpose of the map")
    kith.type("Nobody waits")
    for_partners(kith)
    for_the_team(kith)
    kith.command("Purpose: who")
    find(kith, None, "Council: Sees it differently")
    kith.click(find(kith, None, "Council: Sees it differently"))
    kith.click(find(kith, None, "How Council sees it"))
    kith.type("They wait for us")
    for_partners(kith)
    stored(kith, "stances", "words", ["They wait for us"])
    assert kith.show(MAP)["purpose"] == "Nobody waits"
    for_the_team(kith)


def a_score(kith):
    kith.command("Enter a round of pulse checks")
    kith.click(find(kith, None, "ED: Understands the purpose"))
    kith.type("7")
    kith.key("Escape")
    find(kith, None, re.compile("^A score is not understood yet"))
    kith.key("alt+2")
    find(kith, None, "ED: Understands the purpose")
    kith.shot("typed-no-score")
    kith.key("ctrl+a")
    kith.type("4")
    for_partners(kith)
    stored(kith, "pulses", "purpose", [400])
    for_the_team(kith)


def page_of(kith, name):
    kith.key("Escape", "Escape")
    kith.click(find(kith, "button", re.compile(f"^{name}, ")))
    kith.move(1100, 500)
    for _ in range(40):
        kithtest.xdo("click", "5")


def records(kith):
    """Dialogs with a Save button: what is typed is saved."""
    for button, opened, kind, field in (("Add step", "Plan a Repair", "repairs", "title"),
                                        ("Add change", "Add a Change", "loads", "title"),
                                        ("Add barrier", "Add a Barrier", "barriers", "text"),
                                        ("Fill in drivers", "Drivers and Constraints", "drivers", "accountable")):
        page_of(kith, "Police")
        kith.click(find(kith, "button", re.compile(f"^({button}|Fill in)$")))
        find(kith, "label", opened)
        kith.type("A desk")
        for_partners(kith)
        kith.gone("label", opened, timeout=40)
        stored(kith, kind, field, ["A desk"])
        for_the_team(kith)
        kith.key("ctrl+z")
        stored(kith, kind, field, [])
    # a step without a name cannot be saved: its dialog stays
    page_of(kith, "Police")
    kith.click(find(kith, "button", "Add step"))
    find(kith, "label", "Plan a Repair")
    kith.type("\tShift sergeant")
    kith.key("alt+2")
    find(kith, "label", "Plan a Repair")
    kith.shot("typed-no-title")
    assert find(kith, None, "Shown for: Working team")
    kith.key("shift+Tab")
    kith.type("A desk")


def from_outside(action, of=""):
    """By another hand than the one that types: Quit in the desktop's dock, or a panel's undo."""
    subprocess.run(["gdbus", "call", "--session", "--dest", "io.github.kith_maps.Kith", "--object-path",
                    "/io/github/kith_maps/Kith" + of, "--method", "org.gtk.Actions.Activate", action,
                    "[]", "{}"], check=True, stdout=subprocess.DEVNULL)


def stored_after_the_end(kith, kind):
    from_outside("quit")
    assert kith.process.wait(30) == 0
    return kith.show(MAP)[kind]


def rows_that_move(kith):
    """Another edit puts the stakeholders in another order: what is typed in its row goes on with it."""
    ask(kith, "Who?\n")
    find(kith, None, "Answer of Council")
    kith.key("Escape", "Escape")
    kith.click(find(kith, "button", re.compile("^Council, ")))
    kith.key("F2")
    kith.key("ctrl+a")
    kith.type("Zone\n")
    find(kith, "button", re.compile("^Zone, "))
    kith.command("Questions")
    kith.click(find(kith, "list item", re.compile("^Who")))
    find(kith, None, "Answer of Zone")
    kith.key("Down", "Down", "Down")  # to the last
    kith.type("Half of")
    from_outside("undo", "/window/1")  # Zone is Council again, and the first
    kith.type(" it\n")
    kith.key("Escape", "Escape")
    stored(kith, "answers", "text", ["Half of it"])
    council = next(s["id"] for s in kith.show(MAP)["stakeholders"] if s["name"] == "Council")
    stored(kith, "answers", "stakeholder", [council])


def two_hands(kith):
    """A dialog stores what was changed in it, and leaves what another hand did to the record meanwhile."""
    page_of(kith, "Police")
    kith.click(find(kith, "button", "Add step"))
    find(kith, "label", "Plan a Repair")
    kith.type("A desk\tSergeant\n")
    kith.gone("label", "Plan a Repair", timeout=40)
    row = re.compile("^A desk")
    kith.click(find(kith, "list item", row))
    find(kith, "label", "Step of the Repair Plan")
    kith.type("\t")
    kith.key("ctrl+a")
    kith.type("Chief\n")
    kith.gone("label", "Step of the Repair Plan", timeout=40)
    stored(kith, "repairs", "owner", ["Chief"])
    kith.click(find(kith, "list item", row))
    find(kith, "label", "Step of the Repair Plan")
    kith.key("End")
    kith.type(" in ED")
    from_outside("undo", "/window/1")  # the sergeant again
    kith.type("\n")
    kith.gone("label", "Step of the Repair Plan", timeout=40)
    stored(kith, "repairs", "title", ["A desk in ED"])
    stored(kith, "repairs", "owner", ["Sergeant"])
    # gone meanwhile: that is said, and the words are still there to be saved anew
    kith.click(find(kith, "list item", row))
    find(kith, "label", "Step of the Repair Plan")
    kith.key("End")
    kith.type(", by May")
    from_outside("undo", "/window/1")
    from_outside("undo", "/window/1")
    kith.type("\n")
    find(kith, None, re.compile("^This has been deleted meanwhile"))
    kith.shot("typed-gone")
    kith.type("\n")
    kith.gone("label", "Step of the Repair Plan", timeout=40)
    stored(kith, "repairs", "title", ["A desk in ED, by May"])
    kith.key("ctrl+z")
    stored(kith, "repairs", "title", [])


kithtest.make_map(MAP, PEOPLE, LINKS)
with kithtest.Kith(MAP) as kith:
    find(kith, "button", re.compile("^Police, "))
    typed_on(kith)
    typed_on_in_a_table(kith)
    an_export(kith)
    two_hands(kith)
    kith.key("Escape", "Escape")
    an_answer(kith)
    what_cannot_be_stored_stays(kith)
    how_one_sees_the_purpose(kith)
    a_score(kith)
    records(kith)
    assert [r["title"] for r in stored_after_the_end(kith, "repairs")] == ["A desk"]
with kithtest.Kith(MAP) as kith:
    find(kith, "button", re.compile("^Police, "))
    ask(kith, "When?\n")
    find(kith, None, "Answer of Council")
    kith.type("Not before May")
    assert "Not before May" in [a["text"] for a in stored_after_the_end(kith, "answers")]
kithtest.make_map(MAP, PEOPLE, LINKS)
with kithtest.Kith(MAP) as kith:
    find(kith, "button", re.compile("^Police, "))
    rows_that_move(kith)
    kith.quit()
