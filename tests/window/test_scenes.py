# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenes: made from what is on screen, worded, ordered, gone to, with pointer and keys."""
import os
import re
import time

import kithtest
from kithtest import Kith, wait_for

WORDS = "A sentence for the room"
MAP = os.path.join(kithtest.WORK, "scenes.kith")


def scenes(kith):
    """What the file holds, once it is saved."""
    kith.key("ctrl+s")
    kith.status("Saved")
    return kith.show(MAP)["scenes"]


def titles(kith):
    return [item.get_name().split(": ", 1)[1] for item in kith.find_all("list item")
            if item.get_name().startswith("Scene ") and ": " in item.get_name()]


def click_at_rest(kith, name):
    """The strip moves down while the window says for whom it is."""
    def at_rest():
        before = kith.centre(kith.find("list item", name))
        time.sleep(0.3)
        return before == kith.centre(kith.find("list item", name))

    kith.status("^Partners: private notes")
    wait_for(at_rest, f"{name} does not come to rest")
    kith.click(kith.find("list item", name))


def make(kith, title, sentence="", note=""):
    kith.key("ctrl+F4")
    kith.find("entry", WORDS)
    kith.key("ctrl+a")
    kith.type(title)
    kith.key("Tab")
    kith.type(sentence)
    kith.key("Tab")
    kith.type(note)
    kith.click(kith.find("button", "Save"))
    kith.gone("entry", WORDS)
    wait_for(lambda: title in titles(kith), f"there is no scene {title}")


def main():
    kithtest.make_map(MAP, kithtest.TRUSTS, kithtest.TRUSTS_LINKS)
    with Kith(MAP) as kith:
        kith.find("button", "Undo")
        # nothing yet: the strip says what a scene is
        kith.key("F4")
        kith.find("button", "Make a Scene")
        kith.shot("scenes-none")
        # one of the whole map, one of a lens and a nearer look
        make(kith, "Who is here?", "Find yourself on the map.", "Wait for the police.")
        kith.key("ctrl+alt+4")
        kith.key("ctrl+plus")
        kith.key("ctrl+plus")
        make(kith, "A closer look")
        kith.key("ctrl+alt+1")
        make(kith, "Trust")
        assert titles(kith) == ["Who is here?", "A closer look", "Trust"], titles(kith)
        made = scenes(kith)
        assert made[0]["sentence"] == "Find yourself on the map.", made
        assert made[0]["note"] == "Wait for the police.", made
        assert "width" not in made[0] and made[1]["width"] > 100, made
        assert made[1]["lens"] == "plain", made
        kith.shot("scenes-three")

        # going there: a click, then keys
        kith.click(kith.find("list item", "Scene 2 of 3: A closer look"))
        kith.find("button", re.compile("Lens: Plain"))
        kith.key("Up")
        kith.key("Return")
        kith.find("button", re.compile("Lens: Trust"))

        # another place by keys, each one step that undo takes back
        kith.key("alt+Down")
        wait_for(lambda: titles(kith) == ["A closer look", "Who is here?", "Trust"], "not moved")
        kith.key("alt+Down")
        wait_for(lambda: titles(kith) == ["A closer look", "Trust", "Who is here?"], "not moved")
        kith.key("ctrl+z")
        wait_for(lambda: titles(kith) == ["A closer look", "Who is here?", "Trust"], "not undone")
        # and by dragging
        last = kith.find("list item", "Scene 3 of 3: Trust")
        first = kith.extents(kith.find("list item", "Scene 1 of 3: A closer look"))
        kith.drag(kith.centre(last), (first.x + 40, first.y + 6))
        wait_for(lambda: titles(kith) == ["Trust", "A closer look", "Who is here?"], "not dragged")
        kith.shot("scenes-dragged")

        # F2 words, Ctrl+D duplicates, Delete deletes
        kith.click(kith.find("list item", "Scene 1 of 3: Trust"))
        kith.key("F2")
        kith.find("entry", WORDS)
        kith.find(None, re.compile("only the presenter sees"))
        kith.key("ctrl+a")
        kith.type("Trust today\n")
        wait_for(lambda: titles(kith)[0] == "Trust today", "not renamed")
        kith.key("ctrl+d")
        wait_for(lambda: titles(kith)[1] == "Trust today (copy)", "not duplicated")
        kith.key("Delete")
        wait_for(lambda: titles(kith) == ["Trust today", "A closer look", "Who is here?"],
                 "not deleted")
        # the menu of a scene
        kith.click(kith.find("list item", "Scene 2 of 3: A closer look"))
        kith.key("ctrl+alt+2")
        kith.command("The scene shows what is on screen now")
        kith.status("The scene shows what is on screen now")
        assert [s["title"] for s in scenes(kith)] == titles(kith)
        assert scenes(kith)[1]["lens"] == "gap"
        kith.click(kith.find("list item", "Scene 2 of 3: A closer look"), button=3)
        kith.find("menu item", "Duplicate")
        kith.shot("scenes-menu")
        kith.key("Escape")
        kith.gone("menu item", "Duplicate")
        kith.move(700, 300)  # the menu's own window had the pointer
        kith.move(600, 300)

        # for partners a note is not there to be seen
        kith.key("alt+2")
        click_at_rest(kith, "Scene 3 of 3: Who is here?")
        kith.key("F2")
        kith.find("entry", WORDS)
        assert not kith.find_all(None, re.compile("only the presenter sees"))
        kith.key("Escape")
        kith.gone("entry", WORDS)
        kith.key("alt+1")

        kith.key("F4")
        kith.gone("list item", "Scene 1 of 3: Trust today")
        kith.quit()


main()
