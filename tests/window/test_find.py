# SPDX-License-Identifier: GPL-3.0-or-later
"""Find and the list of commands, with keys and with the pointer, for each audience."""
import json
import os
import re
import subprocess

import kithtest
from gi.repository import Atspi

POLICE = ("button", re.compile("^Northmoor Police"))
STRIP = re.compile("^Partners: private notes")
EXAMPLE = os.path.join(os.environ["KITH_EXAMPLES"], "northmoor-crisis-pathway.kith")
MAP = os.path.join(kithtest.WORK, "secret.kith")


def convert(source, target):
    subprocess.run([os.environ["KITH"], "convert", source, target], check=True,
                   env={**os.environ, "DISPLAY": ""})


def make_map():
    """The example, with a private note on the police."""
    plain = os.path.join(kithtest.WORK, "map.json")
    convert(EXAMPLE, plain)
    with open(plain, encoding="utf-8") as file:
        everything = json.load(file)
    police, = [s for s in everything["stakeholders"] if s["name"] == "Northmoor Police"]
    police["private_note"] = "They zigzagged"
    with open(plain, "w", encoding="utf-8") as file:
        json.dump(everything, file)
    convert(plain, MAP)


def finders(kith, name):
    """A search entry is an "entry", which kithtest takes for another word for "text"."""
    return [i for i in kith.walk() if i.get_role_name() == "entry" and i.get_name() == name]


def entry_of(kith, name):
    return kithtest.wait_for(lambda: finders(kith, name), f"{name!r} is not open")[0]


def closed(kith, name):
    kithtest.wait_for(lambda: not finders(kith, name), f"{name!r} is still open")


def rows(kith, within):
    """The names of what is offered, from the top."""
    box = kith.find("list", within)
    return [row for row in kithtest.children(box)]


def wait_rows(kith, within, test, sentence):
    return kithtest.wait_for(lambda: (lambda r: r if test([i.get_name() for i in r]) else None)
                             (rows(kith, within)), sentence)


def focused(kith, name):
    """Waits until the keyboard is on something of that name."""
    def look():
        return next((i for i in kith.walk()
                     if i.get_state_set().contains(Atspi.StateType.FOCUSED)
                     and re.search(name, i.get_name() or "")), None)

    return kithtest.wait_for(look, f"the keyboard is not on {name!r}")


def is_enabled(row):
    return row.get_state_set().contains(Atspi.StateType.SENSITIVE)


with kithtest.Kith() as kith:
    # without a map there is nothing to find, and the commands say so
    kith.key("ctrl+f")
    assert not finders(kith, "Find on the map"), "found on the start page"
    kith.key("ctrl+shift+p")
    entry_of(kith, "Commands")
    kith.type("find on the map")
    row, = wait_rows(kith, "Commands", lambda names: len(names) == 1, "not the one command")
    assert not is_enabled(row), "find is offered without a map"
    kith.key("Return")
    entry_of(kith, "Commands")
    kith.key("Escape")
    closed(kith, "Commands")


make_map()
with kithtest.Kith(MAP) as kith:
    kith.find(*POLICE)

    # a name: Enter flies there and selects
    kith.key("ctrl+f")
    entry_of(kith, "Find on the map")
    kith.type("police northm")
    wait_rows(kith, "Find on the map", lambda names: names and "Northmoor Police, Stakeholder" in
              names[0], "the police are not first")
    kith.shot("find-name")
    kith.key("Return")
    closed(kith, "Find on the map")
    name = kith.find("text", "Name")
    assert kith.text(name) == "Northmoor Police", kith.text(name)

    # the words are there again; a sector, read through with arrows
    kith.key("ctrl+f")
    entry = entry_of(kith, "Find on the map")
    assert kith.text(entry) == "police northm"
    kith.type("voluntary")
    found = wait_rows(kith, "Find on the map", lambda names: len(names) > 1
                      and "Sector" in names[0], "no stakeholder by its sector")
    second = found[1].get_name()
    kith.key("Down")
    focused(kith, "^" + re.escape(second))
    kith.shot("find-sector")
    kith.key("Up")
    kith.key("Up")
    kith.type("police")
    assert kith.text(entry).endswith("police"), "typing does not go on in the entry"
    kith.key("Escape")
    closed(kith, "Find on the map")

    # words on a row go on in the entry; Escape gives the keyboard back to the map
    kith.key("ctrl+f")
    kith.type("o")
    kith.key("Down", "Down")
    kith.type("zzq")
    kith.find(None, "Nothing on this map holds “ozzq”")
    kith.key("Escape")
    kith.key("n")
    kith.type("Quokka Trust\n")
    kith.find("button", re.compile("^Quokka Trust"))

    # an event selects its owner; a private note is found by the team only
    kith.find("text", "Name")
    kith.key("ctrl+shift+e")
    kith.click(kith.find("text", "What happened"))
    kith.type("The xylophone winter")
    kith.click(kith.find("button", "Save"))
    kith.find(None, re.compile("^The xylophone winter"))
    kith.key("ctrl+f")
    kith.type("winter xylo")
    wait_rows(kith, "Find on the map", lambda names: len(names) == 1 and "Event" in names[0],
              "the event is not found")
    kith.key("ctrl+a")
    kith.type("zigzagged")
    wait_rows(kith, "Find on the map", lambda names: len(names) == 1
              and "Private note, They zigzagged" in names[0], "the private note is not found")
    kith.shot("find-note")

    # other eyes: the finder closes, what was typed is gone, and there is nothing to find
    kith.key("alt+2")
    kith.find(None, STRIP)
    closed(kith, "Find on the map")
    kith.key("ctrl+f")
    assert kith.text(entry_of(kith, "Find on the map")) == "", "the words were kept"
    kith.type("zigzagged")
    kith.find(None, "Nothing on this map holds “zigzagged”")
    kith.key("Escape")
    kith.key("alt+1")
    kith.find(None, "Shown for: Working team")

    # an event found leads to its owner
    kith.key("ctrl+f")
    kith.type("police")
    kith.key("Return")
    kith.key("ctrl+f")
    kith.type("xylophone\n")
    kithtest.wait_for(lambda: kith.text(kith.find("text", "Name")) == "Quokka Trust",
                      "the owner of the event is not selected")

    # commands: letters of the name, the shortcut beside it, Enter runs
    kith.key("ctrl+shift+p")
    entry_of(kith, "Commands")
    kith.shot("commands")
    kith.assert_names()
    names = [row.get_name() for row in rows(kith, "Commands")]
    assert any(re.match("Export as PDF.*Ctrl.E", name) for name in names), names
    assert any(name.startswith("Pin in place") for name in names), names
    kith.type("renm")
    wait_rows(kith, "Commands", lambda names: names[0].startswith("Rename"), "rename is not found")
    kith.shot("commands-rename")
    kith.key("Return")
    kith.key("ctrl+a")
    kith.type("Wombat Trust\n")
    kith.find("button", re.compile("^Wombat Trust"))

    # with the pointer, and what cannot be done now comes last and does nothing
    kith.key("ctrl+shift+p")
    kith.type("partners")
    row = wait_rows(kith, "Commands", lambda names: names and "Show for partners" in names[0],
                    "no command for partners")[0]
    kith.click(row)
    kith.find(None, STRIP)
    kith.key("alt+1")
    kith.find(None, "Shown for: Working team")
    kith.key("ctrl+shift+p")
    kith.type("rate trust")
    offered = wait_rows(kith, "Commands", lambda names: len(names) >= 6, "no commands for trust")
    assert not any(is_enabled(row) for row in offered if "1: needs" in row.get_name())
    kith.key("ctrl+a")
    kith.type("rate trust 1: needs repair")
    kith.find(None, re.compile("^None of these can be done just now"))
    kith.key("Escape")

    # a link is found by both ends, and rated by command
    kith.key("ctrl+f")
    kith.type("police emergency dep")
    wait_rows(kith, "Find on the map", lambda names: names and ", Link" in names[0],
              "the link is not found by its ends")
    kith.key("Return")
    kith.key("ctrl+shift+p")
    kith.type("deep")
    wait_rows(kith, "Commands", lambda names: "5: deep" in names[0], "no command for deep trust")
    kith.key("Return")
    kith.key("ctrl+shift+p")
    kith.type("undo")
    row = wait_rows(kith, "Commands", lambda names: names and names[0].startswith("Undo"),
                    "undo is not there")[0]
    assert is_enabled(row), "nothing was rated"
    kith.shot("commands-undo")
    kith.key("Return")
    closed(kith, "Commands")

    # several are pinned at once, which is one step, and unpinned once all are
    def command_is(typed, pattern, sentence):
        kith.key("ctrl+shift+p")
        kith.type(typed)
        wait_rows(kith, "Commands", lambda names: re.match(pattern, names[0]), sentence)

    several = r"Pin \d\d? stakeholders in place"
    kith.key("Escape", "ctrl+a")
    command_is("pin in place", several, "several cannot be pinned by command")
    kith.shot("commands-pin")
    kith.key("Return")
    closed(kith, "Commands")
    command_is("unpin", r"Unpin \d\d? stakeholders", "not all of them are pinned")
    kith.key("Escape", "ctrl+z")
    command_is("pin in place", several, "one step does not undo it")
    kith.key("Escape")

    # the pointer on the map puts the finder away
    kith.key("ctrl+f")
    entry_of(kith, "Find on the map")
    kith.click((300, 700))
    closed(kith, "Find on the map")
