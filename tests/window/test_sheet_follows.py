# SPDX-License-Identifier: GPL-3.0-or-later
"""The trust sheet below the canvas: it shows who passes the filter, and what each end made of the
other at the date that the time bar shows."""
import os
import re

import kithtest
from kithtest import wait_for

MAP = os.path.join(kithtest.WORK, "follows.kith")
PEOPLE = """Label,Sector
Police,Police
Housing,Housing
Ward,NHS providers
"""
LINKS = """From,To,Type,Trust from,Trust to,Basis,Rated on
Police,Housing,works with,2,4,own words,2015
Police,Ward,works with,3,,own words,2019
"""


def rows(kith):
    found = kith.find_all("row header", re.compile("make of others"))
    return {re.match("What (.*) make of others", head.get_name())[1] for head in found}


def cell(kith, start):
    return kith.find("table cell", re.compile("^" + start), timeout=40)


def stands_below(kith):
    kith.command("Trust sheet below the canvas")
    canvas = kith.find(None, "Map canvas")
    kith.find(None, "Trust sheet of this map")
    wait_for(lambda: kith.extents(cell(kith, "What Police make of Housing")).y
             > kith.extents(canvas).y + kith.extents(canvas).height - 2,
             "the sheet should stand below the canvas")
    kith.shot("sheet-below")


def follows_the_date(kith):
    cell(kith, "What Police make of Housing: 2 Cautious")
    kith.key("ctrl+alt+t")
    kith.command("Go to a date")
    kith.type("2017\n")
    cell(kith, "What Police make of Housing: 2 Cautious")
    cell(kith, "What Police make of Ward: Not rated yet")
    kith.command("Go to a date")
    kith.type("2012\n")
    cell(kith, "What Police make of Housing: Not rated yet")
    kith.shot("sheet-past")
    kith.command("Back to now")
    cell(kith, "What Police make of Ward: 3 Working")


def follows_the_filter(kith):
    assert rows(kith) == {"Police", "Housing", "Ward"}, rows(kith)
    kith.key("ctrl+shift+f")
    kith.find(None, "Filter by text")
    kith.type("Police")
    kith.find("button", "Remove from the filter: Text: Police", timeout=20)
    kith.key("Escape")
    # nobody else passes, so that no link does
    kith.find("label", "No Links to Rate Here", timeout=20)
    assert rows(kith) == set(), rows(kith)
    kith.shot("sheet-filtered")
    kith.do(kith.find("button", "Remove from the filter: Text: Police"))
    wait_for(lambda: rows(kith) == {"Police", "Housing", "Ward"}, "all should be back", 20)


kithtest.make_map(MAP, PEOPLE, LINKS)
with kithtest.Kith(MAP) as kith:
    kith.find(None, "Map canvas")
    stands_below(kith)
    follows_the_date(kith)
    follows_the_filter(kith)
