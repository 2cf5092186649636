# SPDX-License-Identifier: GPL-3.0-or-later
"""What is typed or chosen in a dialog that stores nothing waits for its audience, whoever looks meanwhile."""
import re

import kithtest
from onlookers_map import MAP, OTHER, come, find, make_map, over, select, the_team_again


def text_of(kith, name):
    return kith.text(find(kith, "text", name))


def dates_to_compare(kith):
    """Also one that is no date yet. They are nobody else's, and one that was used waits no longer."""
    kith.key("Escape", "Escape", "ctrl+alt+k")
    kith.click(find(kith, "text", "From"))
    kith.type("12 March 2019")
    kith.click(find(kith, "text", "To (empty: now)"))
    kith.type("about 20")
    come(kith)
    kithtest.wait_for(lambda: not over(kith), "it is still open", 20)
    kith.key("ctrl+alt+k")
    assert text_of(kith, "From") == "", "what the team typed is told"
    kith.key("Escape")
    the_team_again(kith)
    kith.key("ctrl+alt+k")
    assert text_of(kith, "From") == "12 March 2019"
    assert text_of(kith, "To (empty: now)") == "about 20"
    kith.shot("onlookers-compare-waited")
    kith.key("Escape")
    kithtest.wait_for(lambda: not over(kith), "it is still open", 20)
    kith.key("ctrl+alt+k")
    assert text_of(kith, "From") == "", "given up by hand, it still waits"
    kith.key("Escape")


def where_links_go(kith):
    select(kith, "Westvale Trust")
    kith.command("Split the selected")
    find(kith, None, re.compile("^Names of the parts"))
    kith.type("West\nVale")
    kith.click(find(kith, "check box", "Link with Police goes to Vale"))
    come(kith)
    kithtest.wait_for(lambda: not over(kith), "it is still open", 20)
    assert OTHER not in kith.said().lower()
    the_team_again(kith)
    select(kith, "Westvale Trust")
    kith.command("Split the selected")

    def goes(other, part):
        box = find(kith, "check box", f"Link with {other} goes to {part}")
        return box.get_state_set().contains(kithtest.Atspi.StateType.CHECKED)

    assert not goes("Police", "Vale"), "the choice is lost"
    assert goes("Police", "West") and goes("Canary Council", "Vale") and goes("Canary Council", "West")
    kith.shot("onlookers-split-waited")
    kith.key("Escape")


def names_of_versions(kith):
    """What is compared with is called by the team's own word to the team only, in the export's window as well."""
    kith.key("Escape", "Escape", "ctrl+k")
    find(kith, None, "Name of the version")
    kith.type("Canary board\n")
    find(kith, None, re.compile("^Kept as"))
    select(kith, "Police")
    kith.key("F2", "ctrl+a")
    kith.type("Constabulary\n")
    kith.key("ctrl+h")
    kith.click(find(kith, "button", re.compile("^Compare the map with it: Canary board")))
    find(kith, None, re.compile("^Comparing Canary board with now"))
    come(kith)
    find(kith, None, re.compile("^Comparing an earlier version with now"))
    kith.key("ctrl+e")
    find(kith, "button", "Export…")
    kith.click(find(kith, "combo box", "Pages"))
    kithtest.time.sleep(0.5)
    kith.key("Home", "Down", "Down", "Down", "Return")
    find(kith, None, re.compile("^Then: what the window compares with"))
    kith.shot("onlookers-then")
    assert OTHER not in kith.said().lower(), [n for n in kith.said().split("\n") if OTHER in n.lower()]
    kith.key("Escape")


def steps_of_the_team(kith):
    """What it has reworded before others come is taken back by nobody else; what they do themselves is."""
    kith.key("Escape", "Escape", "alt+1")
    find(kith, None, "Shown for: Working team")
    rename(kith, "Eastvale Trust", "Canary Ruin")
    rename(kith, "Canary Ruin", "East")
    come(kith)
    kith.key("ctrl+z")
    find(kith, None, re.compile("^That was done before they looked on"))
    assert OTHER not in kith.said().lower(), "what the team took back is told"
    rename(kith, "East", "Easterly")
    kith.key("ctrl+z")
    find(kith, "button", re.compile("^East, "))
    kith.key("ctrl+shift+z")
    find(kith, "button", re.compile("^Easterly, "))
    kith.key("ctrl+z", "ctrl+z")
    find(kith, None, re.compile("^That was done before they looked on"))
    find(kith, "button", re.compile("^East, "))
    the_team_again(kith)
    kith.key("ctrl+z")
    find(kith, "button", re.compile("^Canary Ruin, "))
    come(kith)
    kith.key("ctrl+shift+z")  # what the team has undone
    find(kith, None, re.compile("^That was done before they looked on"))
    the_team_again(kith)


def rename(kith, before, after):
    select(kith, before)
    kith.key("F2", "ctrl+a")
    kith.type(after + "\n")
    find(kith, "button", re.compile(f"^{after}, "))


make_map()
with kithtest.Kith(MAP, check_names=False) as kith:
    dates_to_compare(kith)
    where_links_go(kith)
    names_of_versions(kith)
    steps_of_the_team(kith)
