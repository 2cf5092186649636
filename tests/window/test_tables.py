# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables: cells edited by keys, selection in step with the canvas, ratings by digits, filling down,
pasting columns, sorting, searching; and what partners do not see."""
import os
import re
import subprocess
import time

import kithtest
from kithtest import Atspi, wait_for

HERE = os.path.dirname(os.path.abspath(__file__))
MAP = os.path.join(kithtest.WORK, "map.kith")
SECRET = "Whistle Line"
PEOPLE = """Label,Level,Description,Private
Police,Place,Response,
Ward 10,,,
Ward 2,,,
Ambulance,System,,
Whistle Line,,,yes
"""
LINKS = """From,To,Type
Police,Ward 2,works with
Police,Ward 10,works with
Ambulance,Police,refers to
Ward 2,Ward 10,works with
"""


class Tables:
    def __init__(self, kith):
        self.kith = kith

    def pane(self):
        return self.kith.find(None, "Tables of this map", timeout=15)

    def cell(self, name):
        pattern = name if isinstance(name, re.Pattern) else re.compile("^" + re.escape(name) + "$")
        return self.kith.find("table cell", pattern)

    def cells(self, pattern):
        """Names of the cells that fit, from top to bottom."""
        found = self.kith.find_all("table cell", re.compile(pattern))
        found.sort(key=lambda cell: self.kith.extents(cell).y)
        return [cell.get_name() for cell in found]

    def wait(self, pattern, names, sentence):
        wait_for(lambda: self.cells(pattern) == names,
                 f"{sentence}: {self.cells(pattern)} instead of {names}", 15)

    def stands(self, name):
        """Waits until the cell that has the keyboard is this one."""
        wait_for(lambda: self.cell(name).get_state_set().contains(Atspi.StateType.FOCUSED),
                 f"the keyboard is not in {name!r}")

    def saved(self, what, sentence):
        self.kith.key("ctrl+s")
        return wait_for(lambda: what(self.kith.show(MAP)), sentence, 20)


def level(kith, name):
    def look(shown):
        return next(s for s in shown["stakeholders"] if s["name"] == name).get("level")

    return look


class Held:
    """Text that another program has put on the clipboard."""

    def __init__(self, text):
        self.process = subprocess.Popen(["/usr/bin/python3", os.path.join(HERE, "clipboard.py"),
                                         "--hold"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)
        self.process.stdin.write(text)
        self.process.stdin.close()

    def __enter__(self):
        assert self.process.stdout.readline() == "held\n"
        time.sleep(0.5)

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


def choose(it, name):
    """An item of the menu that is open, by keys: it may begin at the one under the pointer."""
    def stands():
        item = it.kith.find("menu item", name)
        return item.get_state_set().contains(Atspi.StateType.FOCUSED)

    time.sleep(0.5)
    for _ in range(30):
        if stands():
            break
        it.kith.key("Down")
    assert stands(), f"the keyboard does not come to {name!r}"
    it.kith.key("Return")


def menu(it, name):
    """An item of the row's menu."""
    time.sleep(0.5)
    it.kith.key("shift+F10")
    choose(it, name)


def sort(it, way):
    """By the column of the cell."""
    menu(it, "This column")
    choose(it, way)


def names_in_order(it):
    """Names as people sort them, and the other way round by the menu."""
    it.wait(", Name: ", [f"{n}, Name: {n}" for n in ("Ambulance", "Police", "Ward 2", "Ward 10",
                                                     SECRET)], "not by name")
    it.kith.click(it.cell("Police, Name: Police"))
    it.kith.key("shift+F10")
    it.kith.find("menu item")
    it.kith.shot("tables-menu")
    it.kith.key("Escape")
    sort(it, "Sort downwards")
    it.wait(", Name: ", [f"{n}, Name: {n}" for n in (SECRET, "Ward 10", "Ward 2", "Police",
                                                     "Ambulance")], "not backwards")
    sort(it, "Sort upwards")
    it.wait(", Name: ", [f"{n}, Name: {n}" for n in ("Ambulance", "Police", "Ward 2", "Ward 10",
                                                     SECRET)], "not by name again")


def edit_cells(it):
    """A name typed in a cell is the canvas's and the inspector's at once; undo takes it back."""
    kith = it.kith
    kith.click(it.cell("Ward 2, Name: Ward 2"))
    kith.key("F2", "ctrl+a")
    kith.type("Ward 3\n")
    kith.find("button", re.compile("^Ward 3,"))
    it.cell("Ward 3, Name: Ward 3")
    # Enter goes down, and what goes down is selected and shown in the inspector
    it.stands("Ward 10, Name: Ward 10")
    wait_for(lambda: kith.text(kith.find("text", "Name", root=kith.find("filler", "Inspector")))
             == "Ward 10", "the inspector shows another one")
    kith.key("ctrl+z")
    it.cell("Ward 2, Name: Ward 2")
    kith.find("button", re.compile("^Ward 2,"))

    # Escape takes back, typing replaces
    kith.click(it.cell("Ward 2, Kind: empty"))
    kith.type("ward")
    kith.key("Escape")
    it.cell("Ward 2, Kind: empty")
    kith.type("ward")
    kith.key("Tab")
    it.stands("Ward 2, Level: empty")
    it.cell("Ward 2, Kind: ward")

    # a choice is narrowed down by typing
    kith.type("reg")
    kith.key("Return")
    it.cell("Ward 2, Level: Region")
    it.stands("Ward 2, Level: Region")


def fill_down(it):
    kith = it.kith
    kith.click(it.cell("Police, Level: Place"))
    kith.key("shift+Down", "shift+Down", "ctrl+d")
    kith.status("Level filled into 2 rows")
    it.cell("Ward 2, Level: Place")
    it.cell("Ward 10, Level: Place")
    it.saved(lambda shown: level(kith, "Ward 10")(shown) == "place", "filling was not kept")
    kith.key("ctrl+z")
    it.cell("Ward 2, Level: Region")
    it.cell("Ward 10, Level: empty")


def paste_column(it):
    """A column of a spreadsheet goes in whole, as one step, or not at all."""
    kith = it.kith
    kith.click(it.cell("Ambulance, Level: System"))
    with Held("Nation\r\n\r\nPlaice\r\n"):
        kith.key("ctrl+v")
        kith.status("Row 3, Level: “Plaice” is none of these")
        it.cell("Ambulance, Level: System")
    with Held("Nation\r\n\r\nPlace\r\n"):
        kith.key("ctrl+v")
        kith.status("Pasted into 2 cells")
        it.cell("Ambulance, Level: Nation")
        it.cell("Police, Level: Place")
        it.cell("Ward 2, Level: Place")
    kith.key("ctrl+z")
    it.cell("Ambulance, Level: System")
    it.cell("Ward 2, Level: Region")
    with Held("a\n" * 40):
        kith.key("ctrl+v")
        kith.status("What was copied has 40 rows, but the table has only")


def in_step(it):
    """What is selected on the canvas is selected in the table, several too, and the other way."""
    kith = it.kith

    def rows():
        return [row for row in kith.find_all(None, re.compile("^(Police|Ambulance|Ward)"),
                                             root=it.pane())
                if row.get_state_set().contains(Atspi.StateType.SELECTED)]

    kith.click(kith.find("button", re.compile("^Ambulance,")))
    kith.find(None, re.compile("5 rows · 1 selected"))
    assert rows(), "the row is not selected"
    kith.click(it.cell("Police, Name: Police"))
    kith.key("shift+Down")
    kith.find(None, re.compile("5 rows · 2 selected"))
    kith.find(None, "2 stakeholders", root=kith.find("filler", "Inspector"))


def search(it):
    kith = it.kith
    kith.key("ctrl+alt+f")
    kith.type("region")
    it.wait(", Name: ", ["Ward 2, Name: Ward 2"], "the search shows other rows")
    kith.find(None, re.compile("^1 of 5 rows"))
    kith.key("Escape")
    wait_for(lambda: len(it.cells(", Name: ")) == 5, "not all rows are back")


def rate(it):
    """The quick way: a digit, Enter, a digit, down."""
    kith = it.kith
    kith.click(kith.find(None, "Links", root=it.pane()))
    kith.click(it.cell("What Ambulance make of Police, Trust: Not rated yet"))
    kith.key("4", "Return", "3", "Down", "0", "Return", "2")
    it.cell("What Ambulance make of Police, Trust: 4 Strong")
    it.cell("What Police make of Ward 2, Trust: 3 Working")
    it.cell("What Police make of Ward 10, Trust: Not known")
    it.cell("What Ward 2 make of Ward 10, Trust: 2 Cautious")
    kith.shot("tables-rated")
    kith.key("ctrl+z")
    it.cell("What Ward 2 make of Ward 10, Trust: Not rated yet")
    it.cell("What Police make of Ward 10, Trust: Not known")
    it.saved(lambda shown: sum(len(link["ratings"]) for link in shown["links"]) == 3,
             "the ratings were not kept")


def add_rows(it):
    """A stakeholder, a link between two, without the canvas."""
    kith = it.kith
    kith.click(kith.find(None, "Stakeholders", root=it.pane()))
    kith.click(kith.find("button", "Add a stakeholder", root=it.pane()))
    kith.find("text", "Name of the new stakeholder")
    kith.type("Shelter\n")
    it.cell("Shelter, Name: Shelter")
    kith.key("Escape")
    it.stands("Shelter, Name: Shelter")
    menu(it, "Link to…")
    kith.find("entry", "Link Shelter to")
    kith.type("amb\n")
    it.saved(lambda shown: len(shown["links"]) == 5 and len(shown["stakeholders"]) == 6,
             "no row was added")


def lead_elsewhere(it):
    """An end of a link is another stakeholder's from then on."""
    kith = it.kith
    kith.click(kith.find(None, "Links", root=it.pane()))
    kith.click(it.cell("Shelter – Ambulance, To: Ambulance"))
    kith.key("F2")
    kith.find("entry", "To")
    kith.type("pol\n")
    it.cell("Shelter – Police, To: Police")
    kith.key("ctrl+z")
    it.cell("Shelter – Ambulance, To: Ambulance")
    kith.click(kith.find(None, "Stakeholders", root=it.pane()))


def spaces(it):
    """Shared spaces have a table of their own, and its cells are filled in as others are."""
    kith = it.kith
    kith.click(kith.find(None, "Spaces", root=it.pane()))
    kith.click(kith.find("button", "Add a shared space", root=it.pane()))
    kith.find("text", "Name of the new shared space")
    kith.type("Big Room\n")
    it.cell("Big Room, Name: Big Room")
    kith.key("Escape")
    it.stands("Big Room, Name: Big Room")
    it.cell("Big Room, Members: empty")
    kith.click(it.cell("Big Room, Status: Working"))
    kith.key("F2")
    kith.find("entry", "Status")
    kith.type("dorm\n")
    it.cell("Big Room, Status: Dormant")
    kith.click(it.cell("Big Room, Rhythm: empty"))
    kith.type("weekly\n")
    it.cell("Big Room, Rhythm: weekly")
    kith.shot("tables-spaces")
    it.saved(lambda shown: [(s["name"], s["rhythm"]) for s in shown["spaces"]] == [("Big Room", "weekly")],
             "the shared space was not kept")
    kith.click(kith.find(None, "Stakeholders", root=it.pane()))


def partners(it):
    kith = it.kith
    it.cell(f"{SECRET}, Name: {SECRET}")
    kith.key("alt+2")
    kith.find(None, re.compile("^Partners: private notes"))
    wait_for(lambda: not it.cells(SECRET), "partners see a private row")
    assert SECRET not in kith.tree(), "partners see a private name"
    kith.click(kith.find(None, "Links", root=it.pane()))
    kith.click(it.cell("What Ambulance make of Police, Trust: Not rated yet"))
    kith.key("5")
    kith.status("Rated as agreed in the room")
    it.cell("What Ambulance make of Police, Trust: 5 Deep")
    kith.shot("tables-partners")
    kith.key("alt+1")
    kith.find(None, "Shown for: Working team")


def instead(it):
    """In place of the canvas, and found so the next time."""
    kith = it.kith
    kith.key("ctrl+shift+p")
    kith.type("tables instead")
    kith.key("Return")
    kith.gone("button", re.compile("^Ambulance,"))
    kith.shot("tables-instead")
    kith.key("ctrl+Tab")
    kith.find("button", re.compile("^Ambulance,"))
    kith.gone("table cell")
    kith.key("ctrl+shift+t")
    it.cell(re.compile("^What Ambulance"))
    kith.quit()
    kith.start()
    it.cell(re.compile("^What Ambulance"))
    kith.gone("button", re.compile("^Ambulance,"))


kithtest.make_map(MAP, PEOPLE, LINKS)
with kithtest.Kith(MAP) as window:
    tables = Tables(window)
    window.find("button", re.compile("^Ambulance,"))
    window.key("ctrl+shift+t")
    tables.pane()
    names_in_order(tables)
    window.shot("tables")
    edit_cells(tables)
    fill_down(tables)
    paste_column(tables)
    in_step(tables)
    search(tables)
    rate(tables)
    add_rows(tables)
    lead_elsewhere(tables)
    spaces(tables)
    partners(tables)
    instead(tables)
