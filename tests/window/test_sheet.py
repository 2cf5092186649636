# SPDX-License-Identifier: GPL-3.0-or-later
"""The trust sheet: cells edited by keys and by the pointer, undone, sorted, medians with voices, what
partners and the public do not see, a link made where there is none, and export."""
import os
import re
import subprocess

import kithtest
from kithtest import Atspi, wait_for

MAP = os.path.join(kithtest.WORK, "map.kith")
PEOPLE = """Label,Sector,Level
Police,Police,Place
Housing,Housing,System
Ambulance,NHS providers,Neighbourhood
Ward,NHS providers,Place
Allotments,Other,Place
"""
LINKS = """From,To,Type,Trust from,Trust to,Basis
Police,Housing,works with,2,4,own words
Police,Ward,works with,4,,own words
Ambulance,Police,refers to,,1,own words
"""


class Sheet:
    def __init__(self, kith):
        self.kith = kith

    def open(self):
        self.kith.key("ctrl+alt+m")
        self.kith.find(None, "Trust sheet of this map", timeout=20)

    def cell(self, start, timeout=15):
        """Of which a screen reader says what begins so."""
        return self.kith.find("table cell", re.compile("^" + re.escape(start)), timeout=timeout)

    def stands(self, start):
        """Waits until the keyboard is in the cell."""
        wait_for(lambda: self.cell(start).get_state_set().contains(Atspi.StateType.FOCUSED),
                 f"the keyboard is not in {start!r}", 15)

    def rows(self):
        """Who rates, from top to bottom."""
        found = self.kith.find_all("row header", re.compile("make of others"))
        found.sort(key=lambda head: self.kith.extents(head).y)
        return [re.match("What (.*) make of others", head.get_name())[1] for head in found]

    def row(self, name, pattern):
        self.kith.find("row header", re.compile(f"^What {name} make of others: .*{pattern}"),
                       timeout=15)

    def saved(self, what, sentence):
        self.kith.key("ctrl+s")
        return wait_for(lambda: what(self.kith.show(MAP)), sentence, 20)

    def choose(self, button, down):
        """An item of a menu button, by keys: what stands in a popover is not where it seems."""
        for _ in range(4):  # a click while another popover goes away only closes that
            self.kith.click(self.kith.find("button", re.compile(button)))
            try:
                wait_for(self.has_menu, f"no menu came up: {button}", 8)
                break
            except AssertionError:
                if self.items():  # it has come late: from the beginning, or the next click closes it
                    self.kith.key("Escape")
        assert self.has_menu(), f"no menu came up: {button}"
        self.kith.key(*["Down"] * down, "Return")
        wait_for(lambda: not self.items(), "the menu stays", 15)

    def has_menu(self):
        return any(i.get_state_set().contains(Atspi.StateType.FOCUSED) for i in self.items())

    def items(self):
        return [i for i in self.kith.walk() if "menu item" in i.get_role_name()]


def n_ratings(shown):
    return sum(len(link.get("ratings", link.get("assessments", []))) for link in shown["links"])


def edited_by_keys(it):
    kith = it.kith
    kith.key("ctrl+Home")
    it.stands("Ambulance: nobody rates itself")
    kith.key("ctrl+Right")  # to the next cell in which something can be said
    it.stands("What Ambulance make of Police: Not rated yet")
    kith.key("4")
    it.cell("What Ambulance make of Police: 4 Strong · our impression")
    it.stands("What Ambulance make of Police: 4")
    kith.key("ctrl+z")
    it.cell("What Ambulance make of Police: Not rated yet")
    kith.key("ctrl+shift+z")
    it.cell("What Ambulance make of Police: 4 Strong")
    kith.key("0")
    it.cell("What Ambulance make of Police: Not known")
    kith.key("KP_4")
    it.cell("What Ambulance make of Police: 4 Strong")
    # its link is the selected one: the inspector shows it
    kith.find(None, "What Ambulance make of Police")
    kith.key("Return")
    kith.find(None, "Rate Again")
    kith.shot("sheet-rate-again")
    kith.key("Escape")
    kith.gone(None, "Rate Again")
    kith.key("Delete")  # the keyboard is where it was
    kith.find(None, "Withdraw this rating?")
    kith.click(kith.find("button", re.compile("Withdraw Rating")))
    it.cell("What Ambulance make of Police: Not rated yet")
    kith.key("ctrl+z")
    it.cell("What Ambulance make of Police: 4 Strong")


def edited_by_pointer(it):
    kith = it.kith
    kith.click(it.cell("What Police make of Housing"))
    it.stands("What Police make of Housing: 2 Cautious")
    kith.find(None, "What Police make of Housing")
    kith.move(*kith.centre(it.cell("What Housing make of Police")))
    kith.find("label", re.compile("^What Housing make of Police: 4 Strong · heard from 1 voice"))
    kith.double_click(it.cell("What Housing make of Police"))
    kith.find(None, "Rate Again")
    kith.key("Escape")
    kith.gone(None, "Rate Again")
    kith.key("5")
    it.cell("What Housing make of Police: 5 Deep · our impression")
    kith.key("ctrl+z")
    it.cell("What Housing make of Police: 4 Strong")
    it.saved(lambda shown: shown, "nothing was saved")


def links_where_there_are_none(it):
    kith = it.kith
    box = kith.extents(it.cell("What Police make of Housing"))
    row = kith.extents(kith.find("row header", re.compile("^What Ambulance make")))
    kith.click((box.x + box.width // 2, row.y + row.height // 2))
    it.stands("Ambulance and Housing: no link")
    kith.key("3")
    kith.status("Enter makes one")
    kith.key("Return")
    kith.find(None, "Link Ambulance and Housing?")
    kith.shot("sheet-link")
    kith.key("Return")
    it.cell("What Ambulance make of Housing: Not rated yet")
    kith.key("3")
    it.cell("What Ambulance make of Housing: 3 Working")
    kith.key("ctrl+z", "ctrl+z")
    it.stands("Ambulance and Housing: no link")


def sorted_and_summed(it):
    kith = it.kith
    wait_for(lambda: it.rows() == ["Ambulance", "Ward", "Housing", "Police"],
             f"not by sector: {it.rows()}")
    it.choose("^In which order", 1)
    wait_for(lambda: it.rows() == ["Ambulance", "Housing", "Police", "Ward"],
             f"not by name: {it.rows()}")
    it.choose("^In which order", 2)
    wait_for(lambda: it.rows() == ["Ambulance", "Police", "Ward", "Housing"],
             f"not by level: {it.rows()}")
    kith.shot("sheet-by-level")
    # Police: 2 of Housing, 4 of the ward, 1 of the ambulance
    it.row("Police", r"median 2 of 3 rated · 3 voices$")
    it.choose("^In which order", 3)
    wait_for(lambda: it.rows() == ["Police", "Ambulance", "Housing", "Ward"],
             f"not by median: {it.rows()}")
    kith.find(None, "Medians")
    kith.shot("sheet-medians")
    it.choose("^In which order", 0)


def exported(it):
    kith = it.kith
    for name in ("sheet.csv", "sheet.pdf"):
        path = os.path.join(kithtest.WORK, name)
        kith.click(kith.find("button", "Export…"))
        kith.choose_file(path)
        wait_for(lambda: os.path.exists(path), f"no {name}", 20)
    with open(os.path.join(kithtest.WORK, "sheet.csv"), encoding="utf-8-sig") as table:
        text = table.read()
    assert "for: Working team" in text and "measures nobody’s worth" in text, text
    assert re.search(r"^Police,1,4,2,,2,3,0\r?$", text, re.M), text
    assert "4 (impression)" in text, text
    words = subprocess.run(["pdftotext", "-layout", os.path.join(kithtest.WORK, "sheet.pdf"), "-"],
                           stdout=subprocess.PIPE, text=True, check=True).stdout
    assert "for: Working team" in words and "Page 1 of 1" in words, words
    assert "measures nobody’s worth" in words, words


def audiences(it):
    kith = it.kith
    it.cell("What Ambulance make of Police: 4 Strong")
    kith.key("alt+2")
    it.cell("What Ambulance make of Police: Not rated yet")
    assert not kith.find_all(None, re.compile("our impression")), "an impression is in the room"
    kith.shot("sheet-partners")
    kith.key("alt+3")
    kith.find(None, "The Public Sees No Ratings")
    assert not kith.find_all("table cell"), "the public sees cells"
    assert not kith.find_all(None, re.compile("make of")), "the public hears ratings"
    kith.shot("sheet-public")
    kith.click(kith.find("button", "Show for Partners"))
    it.cell("What Police make of Housing: 2 Cautious")
    kith.key("alt+1")
    it.cell("What Ambulance make of Police: 4 Strong")


def follows(it):
    """The selection, the filter, and the way back."""
    kith = it.kith
    it.choose("^Who is on the sheet", 2)  # beside the canvas
    kith.find(None, "Map canvas")
    kith.shot("sheet-beside")
    kith.do(kith.find("button", re.compile("^Ambulance, ")), "item.select")
    kith.do(kith.find("button", re.compile("^Refers to: ")), "item.select")
    kith.find("label", re.compile("^What (Ambulance make of Police|Police make of Ambulance): "))
    it.choose("^Who is on the sheet", 3)
    kith.gone(None, "Map canvas")
    kith.click(it.cell("What Police make of Ward"))
    it.stands("What Police make of Ward")
    kith.key("Escape")
    kith.find(None, "Map canvas")
    kith.gone(None, "Trust sheet of this map")
    it.open()
    it.stands("What Police make of Ward")


def main():
    kithtest.make_map(MAP, PEOPLE, LINKS)
    with kithtest.Kith(MAP) as kith:
        it = Sheet(kith)
        it.open()
        kith.shot("sheet")
        edited_by_keys(it)
        edited_by_pointer(it)
        links_where_there_are_none(it)
        sorted_and_summed(it)
        exported(it)
        audiences(it)
        follows(it)


main()
