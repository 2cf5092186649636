# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job through accessibility actions alone: a new map, two stakeholders, a link, what each
makes of the other, an event, a PDF. No pointer and no key, but where the toolkit gives none."""
import json
import os
import re
import subprocess

import kithtest
from kithtest import Atspi, wait_for

MAP = os.path.join(kithtest.WORK, "actions.kith")
PDF = os.path.join(kithtest.WORK, "actions.pdf")


def actions(item):
    return [Atspi.Action.get_action_name(item, i) for i in range(Atspi.Action.get_n_actions(item))]


class Hands:
    """Does what assistive technology can do: actions and text."""

    def __init__(self, kith):
        self.kith = kith

    def act(self, role, name, action, root=None):
        """On the one of that name which has that action."""
        pattern = re.compile(name)

        def look():
            return next((i for i in self.kith.find_all(role, pattern, root) if action in actions(i)),
                        None)
        item = wait_for(look, f"there is no {role} {name!r} with {action!r}")
        self.kith.do(item, action)
        return item

    def press(self, name, root=None):
        self.act("button", name, "click", root)

    def command(self, name):
        """An action of the window in front: those of the key table are all there."""
        def look():
            return next((w for w in self.kith.windows() if name in actions(w)), None)
        self.kith.do(wait_for(look, f"no window has {name!r}"), name)

    def write(self, name, text):
        """Into an entry, as a screen reader's braille keyboard or dictation would."""
        def look():
            return next((i for i in self.kith.find_all(None, re.compile(name))
                         if "EditableText" in i.get_interfaces()), None)
        item = wait_for(look, f"there is no entry {name!r}")
        assert Atspi.EditableText.set_text_contents(item, text), f"{name!r} takes no text"
        wait_for(lambda: self.kith.text(item) == text, f"{name!r} should hold {text!r}")
        return item


def begin(hands):
    hands.press("^New Map")
    hands.act("list item", "^Empty map", "row.activate")
    hands.kith.find(None, "Map canvas")


def add(hands, name):
    hands.command("win.add")
    hands.write("^Name of the stakeholder$", name)
    hands.act(None, "^Stakeholder being named$", "name.done")
    hands.kith.find("button", re.compile(f"^{name}, "))


def link(hands):
    hands.act("button", "^Northmoor Police, ", "item.link-to")
    hands.kith.status("Pick the stakeholder to link to")
    hands.act("button", "^Housing Options, ", "item.select")
    hands.kith.find(None, "What Northmoor Police make of Housing Options")


def rate(hands):
    name = "^Works with: "
    hands.act("button", name, "item.rate-4")
    hands.kith.status("4 Strong of")
    hands.act("button", name, "item.other-end")
    hands.act("button", name, "item.rate-2")
    hands.kith.status("2 Cautious of")


def add_event(hands):
    hands.press("^Add event$")
    hands.write("^What happened$", "A key was handed over")
    hands.press("^Save$")
    hands.kith.find(None, re.compile("^A key was handed over"))


def choose(hands, path):
    """The toolkit's file chooser: a name with its folder goes into its entry."""
    hands.kith.find("button", re.compile("Cancel"))
    hands.write("^Name:$", path)
    hands.press("^(_?Save|_?Export)")


def check_map():
    shown = subprocess.run([os.environ["KITH"], "show", MAP, "--json"], stdout=subprocess.PIPE,
                           check=True)

    data = json.loads(shown.stdout)
    names = {s["id"]: s["name"] for s in data["stakeholders"]}
    one = data["links"][0]

    assert sorted(names.values()) == ["Housing Options", "Northmoor Police"], names
    assert len(data["links"]) == 1
    assert {names[one["a"]]: one["trust"]["a"]["step"], names[one["b"]]: one["trust"]["b"]["step"]} \
        == {"Northmoor Police": 4, "Housing Options": 2}, one
    assert [e["title"] for e in data["events"]] == ["A key was handed over"]


with kithtest.Kith() as kith:
    hands = Hands(kith)
    begin(hands)
    add(hands, "Northmoor Police")
    add(hands, "Housing Options")
    link(hands)
    rate(hands)
    add_event(hands)
    hands.command("win.save-as")
    choose(hands, MAP)
    kith.status("Saved")
    check_map()
    hands.command("win.export")
    hands.press("^Export…$", next(w for w in reversed(kith.windows())))
    choose(hands, PDF)
    kith.status("Exported")

with open(PDF, "rb") as file:
    assert file.read(5) == b"%PDF-"
text = subprocess.run(["pdftotext", PDF, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
assert "Northmoor Police" in text and "Housing Options" in text, text
