# SPDX-License-Identifier: GPL-3.0-or-later
"""What is typed while somebody comes to look is stored or waits for those for whom it was typed; what is typed
on alters nothing until somebody chooses. Menus go."""
import re

import kithtest
from onlookers_map import MAP, OTHER, come, find, make_map, over, press, rated, select, the_team_again


def menus(kith):
    """They take all keys for themselves; they go as well."""
    for opened, item in (("F10", "Rounds of Ratings"), ("Menu", "Delete")):
        select(kith, "Police")
        kith.key(opened)
        find(kith, "menu item", re.compile(item))
        come(kith)
        kith.gone("menu item", re.compile(item))
        assert OTHER not in kith.said().lower()
        the_team_again(kith)


def choices_in_a_dialog(kith):
    """A list of choices that is open in a window goes with it, and lets go of the keys."""
    kith.key("Escape", "Escape", "ctrl+e")
    find(kith, "button", "Export…")
    kith.click(find(kith, "combo box", "For whom"))
    kithtest.time.sleep(0.5)
    come(kith)
    kithtest.wait_for(lambda: not over(kith), "the export is still open", 20)
    assert OTHER not in kith.said().lower()
    the_team_again(kith)


def stakeholders(kith, expected):
    kith.key("ctrl+s")
    kithtest.wait_for(lambda: sorted(s["name"] for s in kith.show(MAP)["stakeholders"]) == sorted(expected),
                      f"the stakeholders are not {expected}", 30)


NOBODY_NEW = ["Canary Council", "Eastvale Trust", "Police", "Westvale Trust"]


def typed_on(kith, marked):
    """Letters and digits after it went: nobody new, nothing rated, nothing deleted."""
    kith.type("n 5 and what nobody is to read\n")
    kith.key("Delete")
    find(kith, None, re.compile("^Letters do nothing until you choose"))
    assert kith.show(MAP)["stakeholders"] == marked["stakeholders"], "somebody is changed"
    stakeholders(kith, NOBODY_NEW)
    assert kith.show(MAP)["links"] == marked["links"], "something is rated"


def find_and_type_on(kith):
    """Find closes; letters begin nothing until a key leads back to the map."""
    rated(kith)
    kith.key("ctrl+s")
    stakeholders(kith, NOBODY_NEW)
    marked = kith.show(MAP)
    kith.key("ctrl+f")
    find(kith, None, "Find on the map")
    kith.type("cana")
    come(kith)
    kith.shot("onlookers-find")
    typed_on(kith, marked)
    kith.shot("onlookers-typed-on")
    kith.key("Tab", "bracketright", "2")
    kith.key("ctrl+s")
    kithtest.wait_for(lambda: kith.show(MAP)["links"] != marked["links"], "keys do nothing after Tab", 20)
    kith.key("ctrl+z")
    the_team_again(kith)


def a_dialog_and_typing_on(kith):
    rated(kith)
    stakeholders(kith, NOBODY_NEW)
    marked = kith.show(MAP)
    kith.key("ctrl+shift+e")
    find(kith, None, "Add an Event")
    kith.type("They fell out")
    come(kith)
    kithtest.wait_for(lambda: not over(kith), "the event is still open", 20)
    typed_on(kith, marked)
    kith.key("Escape", "n")  # it leads back as well
    kith.type("Fire\n")
    stakeholders(kith, NOBODY_NEW + ["Fire"])
    the_team_again(kith)
    kith.key("ctrl+z")
    stakeholders(kith, NOBODY_NEW)


def a_version(kith):
    """Named halfway, it is kept: the map as it is now was to be. The name is told to nobody else."""
    kith.key("Escape", "Escape", "ctrl+k")
    find(kith, None, "Name of the version")
    kith.type("Canary board")
    come(kith)
    find(kith, None, "The version is kept.")
    assert OTHER not in kith.said().lower()
    kith.key("ctrl+h")
    find(kith, None, "Earlier Versions")
    assert OTHER not in kith.said().lower()
    the_team_again(kith)
    kith.key("ctrl+h")
    find(kith, None, "Canary board")
    kith.key("Escape")


def what_waits(kith):
    """A table that was pasted, and a split whose parts are being named: neither is done halfway or lost."""
    kith.key("ctrl+i")
    kith.click(find(kith, "list item", re.compile("^Or paste")))
    kith.click(find(kith, "text", "Pasted text"))
    kith.type("name\nCanary Clinic\n")
    come(kith)
    kith.gone("text", "Pasted text", timeout=30)
    kith.key("ctrl+i")
    find(kith, "list item", re.compile("^Or paste"))
    assert OTHER not in kith.said().lower()
    kith.key("Escape")
    the_team_again(kith)
    kith.key("ctrl+i")
    assert kith.text(find(kith, "text", "Pasted text")).startswith("name\nCanary Clinic")
    kith.key("Escape")

    select(kith, "Police")
    kith.command("Split the selected")
    find(kith, None, re.compile("^Names of the parts"))
    kith.type("Police Canary\nPolice East")
    come(kith)
    kith.gone(None, re.compile("^Names of the parts"), timeout=30)
    stakeholders(kith, NOBODY_NEW)
    assert OTHER not in kith.said().lower()
    the_team_again(kith)
    select(kith, "Police")
    kith.command("Split the selected")
    field = find(kith, "text", re.compile("^Names of the parts"))
    assert kith.text(field) == "Police Canary\nPolice East"
    kith.shot("onlookers-waited")
    kith.key("Escape")


def a_new_row(kith):
    """The name in the tables' popover begins a row, as Enter would have."""
    kith.key("Escape", "Escape", "ctrl+shift+t")
    find(kith, "table cell", "Police, Name: Police")
    press(kith, "button", "^Add")
    find(kith, None, "Name of the new stakeholder")
    kith.type("Fire")
    come(kith)
    kith.gone(None, "Name of the new stakeholder")
    stakeholders(kith, NOBODY_NEW + ["Fire"])
    kith.type("n 5 nobody\n")
    stakeholders(kith, NOBODY_NEW + ["Fire"])
    find(kith, "table cell", "Fire, Name: Fire")
    the_team_again(kith)
    kith.key("ctrl+z", "ctrl+shift+t")
    stakeholders(kith, NOBODY_NEW)


make_map()
with kithtest.Kith(MAP, check_names=False) as kith:
    find_and_type_on(kith)
    a_dialog_and_typing_on(kith)
    menus(kith)
    choices_in_a_dialog(kith)
    a_version(kith)
    what_waits(kith)
    a_new_row(kith)
