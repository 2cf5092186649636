# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody comes to look while something is open over the map: Alt+2 works in whatever it is, and what was
made for the team goes. What tells nothing of the map stays."""
import time

import kithtest
from onlookers_map import MAP, OTHER, come, find, make_map, over, press, rated, select, the_team_again

# What is open, how it is opened, and what shows that it is.
GO = [
    ("import", lambda kith: kith.key("ctrl+i"), "Import a List"),
    ("a choice of tables", lambda kith: (kith.key("ctrl+i"), press(kith, "list item", "^Choose CSV")),
     "Choose CSV Files"),
    ("versions", lambda kith: kith.key("ctrl+h"), "Earlier Versions"),
    ("going back", lambda kith: kith.command("Revert to opened"), "Go back to the map as it was opened?"),
    ("opening", lambda kith: kith.key("ctrl+o"), "Open a Map"),
    ("saving elsewhere", lambda kith: kith.key("ctrl+shift+s"), "Save the Map As"),
    ("where to export to", lambda kith: (kith.key("ctrl+e"), press(kith, "button", "^Export…$")), "Export"),
    ("printer", lambda kith: (kith.key("ctrl+p"), press(kith, "button", "^Print…$"),
                              kithtest.wait_for(lambda: len(over(kith)) == 2, "no printer is offered", 20)),
     "Print"),
    ("workshop", lambda kith: kith.key("ctrl+F5"), "Workshop"),
    ("somebody's page", lambda kith: (select(kith, "Police"), kith.key("ctrl+alt+y")), "Your Page"),
    ("ratings over time", lambda kith: (rated(kith), press(kith, "button", "^Larger")), "Over Time"),
    ("withdrawing", lambda kith: (rated(kith), press(kith, "button", "^Show all ratings"),
                                  press(kith, "button", "^Withdraw: ")), "Withdraw this rating?"),
    ("comparing", lambda kith: kith.key("ctrl+alt+k"), "Compare"),
]
STAY = [
    ("new map", lambda kith: kith.key("ctrl+n"), "New Map"),
    ("shortcuts", lambda kith: kith.key("ctrl+question"), "Keyboard Shortcuts"),
    ("first minutes", lambda kith: kith.key("F1"), "First Five Minutes"),
    ("about", lambda kith: kith.command("About Kith"), "About"),
]


def what_was_made_for_the_team_goes(kith):
    assert OTHER in kith.said().lower(), "there is nothing private"
    for name, opened, title in GO:
        opened(kith)
        kithtest.wait_for(lambda: title in over(kith), f"{name} is not open: {over(kith)}", 20)
        time.sleep(0.4)
        come(kith)
        kithtest.wait_for(lambda: not over(kith), f"{name} is still open: {over(kith)}", 20)
        assert OTHER not in kith.said().lower(), f"told over {name}"
        kith.shot("onlookers-" + name.replace(" ", "-"))
        the_team_again(kith)


def what_tells_nothing_stays(kith):
    for name, opened, title in STAY:
        kith.key("Escape", "Escape")
        opened(kith)
        kithtest.wait_for(lambda: title in over(kith), f"{name} is not open: {over(kith)}", 20)
        time.sleep(0.4)
        come(kith)
        assert title in over(kith), f"{name} has gone"
        assert OTHER not in kith.said().lower(), f"told behind {name}"
        the_team_again(kith)
        kith.key("Escape")
        kithtest.wait_for(lambda: not over(kith), f"{name} is still open", 20)


def more_come_to_a_presentation(kith):
    """Alt+3 works on the stage as well; Alt+1 does not: what is behind it stays what it is."""
    select(kith, "Police")
    kith.key("Escape", "F5")
    press(kith, "button", "^Present the Map")
    find(kith, None, "Shown for: Partners")
    time.sleep(2)
    come(kith, "alt+3", "Public")
    kith.shot("onlookers-stage")
    kith.key("alt+1")
    time.sleep(1)
    find(kith, None, "Shown for: Public")
    assert OTHER not in kith.said().lower()


def keys_fit_their_window():
    """Without a warning of GTK, which would end it."""
    with kithtest.Kith(MAP, env={"G_DEBUG": "fatal-warnings"}, check_names=False) as kith:
        find(kith, None, "Shown for: Working team")
        kith.key("ctrl+question")
        kithtest.wait_for(lambda: "Keyboard Shortcuts" in over(kith), "no keys", 20)
        kith.shot("onlookers-shortcuts")
        kith.key("Escape")
        kithtest.wait_for(lambda: not over(kith), "the keys are still open", 20)


make_map()
keys_fit_their_window()
with kithtest.Kith(MAP, check_names=False) as kith:
    what_tells_nothing_stays(kith)
    what_was_made_for_the_team_goes(kith)
    # last: without anybody who manages windows the keyboard does not come back from a full screen
    more_come_to_a_presentation(kith)
