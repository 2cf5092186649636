# SPDX-License-Identifier: GPL-3.0-or-later
"""A workshop: links chosen, rated together and silently, counted in words, taken back; and nothing private
is offered, shown or counted."""
import json
import os
import re
import shutil
import subprocess

import kithtest
import treecheck
from kithtest import Kith, wait_for

MAP = os.path.join(kithtest.WORK, "workshop.kith")
EMPTY = os.path.join(kithtest.WORK, "empty.kith")
CANARY = re.compile("Zq")  # in every text that is not for a room
WHOLE = {
    "kith": 1,
    "about": {"title": "Northmoor", "private_note": "Zqabout"},
    "stakeholders": [
        {"id": "c", "name": "Council", "x": 0, "y": 260},
        {"id": "h", "name": "Housing", "x": 420, "y": 0},
        {"id": "p", "name": "Police", "x": 0, "y": 0, "private_note": "Zqpolice"},
        {"id": "q", "name": "Zqhidden", "x": 420, "y": 260, "private": True}],
    "links": [
        {"id": "ch", "a": "c", "b": "h"},
        {"id": "hp", "a": "h", "b": "p", "private_note": "Zqlink"},
        {"id": "cp", "a": "c", "b": "p", "label": "Zqprivatelink", "private": True},
        {"id": "pq", "a": "p", "b": "q"}],
    "assessments": [
        {"link": "ch", "end": "a", "date": "2026-05-01", "trust": "2", "basis": "own-words",
         "voice": "Zqvoice"},
        {"link": "hp", "end": "b", "date": "2026-05-01", "trust": "1", "note": "Zqimpression"}],
}


def convert(path, whole):
    subprocess.run([os.environ["KITH"], "convert", "-", path, "--from", "json"], check=True,
                   input=json.dumps(whole).encode())


def words(kith):
    for window in kith.windows():
        if window.get_name() != "Workshop":
            continue
        for item in kith.walk(window):
            yield item.get_name() or ""
            yield item.get_description() or ""


def workshop(kith):
    return next((w for w in kith.windows() if w.get_name() == "Workshop"), None)


def on_stage(kith):
    return wait_for(lambda: workshop(kith), "there is no workshop")


def centre(item):
    """On the screen, which it fills."""
    box = kithtest.Atspi.Component.get_extents(item, kithtest.Atspi.CoordType.WINDOW)
    return box.x + box.width // 2, box.y + box.height // 2


def press(kith, name):
    kith.click(centre(kith.find("button", name, root=on_stage(kith))))


def step(kith, who, of, words):
    return kith.find("button", f"What {who} make of {of}: {words}", root=on_stage(kith))


def assert_nothing_private(kith, where):
    found = sorted({text for text in words(kith) if CANARY.search(text)})
    assert not found, f"{where}: {found}"


def reach(kith, name):
    """With Tab and the arrows, as radio buttons are."""
    kith.find(None, name)
    for key in ["Tab", "Down", "Down", "Down", "Down"] * 8:
        if kith.find(None, name).get_state_set().contains(kithtest.Atspi.StateType.FOCUSED):
            return
        kith.key(key)
    raise AssertionError(f"the keyboard does not reach {name}")


def assert_named(kith):
    wait_for(lambda: not treecheck.faults(kith), "\n".join(treecheck.faults(kith)))


def begin(kith, choice, n, open_it=lambda kith: kith.key("ctrl+F5")):
    open_it(kith)
    reach(kith, f"{choice} ({n})")
    kith.key("space")
    kith.shot("workshop-choose")
    kith.key("Return")
    kith.find("label", f"Link 1 of {n}")  # the stage comes up a while after the dialog goes


def try_choosing(kith):
    """The window is for the team as yet; what partners may not see is not counted."""
    kith.find("button", "Shown for: Working team")
    kith.key("ctrl+a")
    kith.key("ctrl+F5")
    kith.find(None, "Links selected on the map (2)")
    kith.find(None, "All links in sight (2)")
    kith.find(None, "Links nobody has rated yet (1)")
    kith.find(None, "Links of a round, open or closed (0)")
    kith.key("Escape")
    kith.gone(None, "Links selected on the map (2)")
    begin(kith, "All links in sight", 2)
    kith.find("button", "Shown for: Partners")
    assert_nothing_private(kith, "at first")


def try_together(kith):
    stage = on_stage(kith)
    kith.find("label", "Heard from 1 of 4 ends", root=stage)
    kith.find(None, re.compile("^Council say 2 Cautious of Housing"), root=stage)
    kith.find("label", "So far: 2 Cautious", root=stage)
    kith.shot("workshop-together")
    # by keys: this end, then the other, whose turn it is; not known is an answer, but not heard
    kith.key("4")
    kith.status("^Agreed in the room: Strong$")
    step(kith, "Council", "Housing", "4 Strong, agreed in the room")
    kith.find("label", "Heard from 1 of 4 ends", root=stage)
    kith.key("n")
    step(kith, "Housing", "Council", "Not known, agreed in the room")
    # by pointer
    kith.click(centre(step(kith, "Housing", "Council", "3 Working")))
    step(kith, "Housing", "Council", "3 Working, agreed in the room")
    kith.find("label", "Heard from 2 of 4 ends", root=stage)
    kith.shot("workshop-agreed")
    # taken back, one at a time
    kith.key("u")
    step(kith, "Housing", "Council", "Not known, agreed in the room")
    kith.key("u")
    step(kith, "Housing", "Council", "Not known")
    step(kith, "Council", "Housing", "4 Strong, agreed in the room")
    kith.key("Right", "5")
    step(kith, "Housing", "Council", "5 Deep, agreed in the room")
    kith.find("label", "Heard from 2 of 4 ends", root=stage)


def try_going(kith):
    stage = on_stage(kith)
    kith.key("Page_Down")
    kith.find("label", "Link 2 of 2", root=stage)
    kith.find("label", "What Housing make of Police", root=stage)
    assert_nothing_private(kith, "at the second link")
    kith.key("Page_Up")
    kith.find("label", "Link 1 of 2", root=stage)
    kith.key("Page_Up")
    kith.status("^This is the first link")
    kith.key("space")
    kith.find("label", "Link 2 of 2", root=stage)
    kith.key("h")
    kith.find(None, "Keys of the workshop")
    assert_named(kith)
    kith.shot("workshop-keys")
    kith.key("1")  # under the card nothing is rated
    kith.gone(None, "Keys of the workshop")
    step(kith, "Housing", "Police", "1 Needs repair")


def try_silently(kith):
    stage = on_stage(kith)
    press(kith, "Silently First")
    kith.find("label", "No voice has answered yet", root=stage)
    kith.type("Officer 1")  # a digit of a role rates nothing
    kith.key("Return", "2")
    kith.status("^Kept")
    kith.find("label", "1 voice has answered", root=stage)
    kith.type("Manager\n5")
    kith.find("label", "2 voices have answered", root=stage)
    kith.find("label", "Heard from 2 of 4 ends", root=stage)
    assert not kith.find_all(None, re.compile("5 Deep, agreed|2 Cautious to|Officer"), root=stage)
    assert_named(kith)
    kith.shot("workshop-silent")
    kith.key("Escape")  # leaves the entry
    kith.key("5")
    kith.status("^Type first which role speaks")
    kith.key("Escape", "s")
    kith.status("^Voices have answered: reveal first")
    kith.key("Page_Up", "Page_Down")
    kith.find("label", "2 voices have answered", root=stage)
    kith.key("Escape", "r")
    kith.find("label", "2 Cautious to 5 Deep, in the middle 3½", root=stage)
    kith.find("label", "Voice 1: 2 · Voice 2: 5", root=stage)
    kith.find("label", "Nobody answered for this end.", root=stage)
    kith.find("label", "Heard from 3 of 4 ends", root=stage)
    assert_named(kith)
    kith.shot("workshop-revealed")
    assert_nothing_private(kith, "revealed")
    kith.key("3")
    step(kith, "Housing", "Police", "3 Working, agreed in the room")
    # what was revealed can be sealed again by taking it back
    kith.key("u", "u")
    kith.find("label", "2 voices have answered", root=stage)
    press(kith, "Reveal")
    kith.find("label", "2 Cautious to 5 Deep, in the middle 3½", root=stage)
    kith.key("3")
    step(kith, "Housing", "Police", "3 Working, agreed in the room")


def try_ending(kith):
    stage = on_stage(kith)
    kith.key("k")
    kith.find("label", "That was the last link", root=stage)
    kith.find("label", "3 ends were rated (links: 2 of 2). Heard from 3 of 4 ends, 1 before. "
              "1 link was skipped.", root=stage)
    assert_named(kith)
    kith.shot("workshop-done")
    press(kith, "Go Through What Is Not Rated")
    kith.find("label", "Link 2 of 2", root=stage)
    kith.key("Escape", "Escape")
    wait_for(lambda: workshop(kith) is None, "the workshop goes on")
    kith.status("^3 ends were rated .links: 2 of 2.. Heard from 3 of 4 ends, 1 before")
    kith.find("button", "Shown for: Partners")


def try_round(kith):
    """What was said silently is a round as any other; a workshop may go through it again."""
    begin(kith, "Links of a round, open or closed", 1, lambda k: k.command("workshop: a room"))
    kith.find("label", "2 Cautious to 5 Deep, in the middle 3½", root=on_stage(kith))
    kith.key("Escape")
    wait_for(lambda: workshop(kith) is None, "the workshop goes on")
    kith.status("^Nothing was rated. Heard from 3 of 4 ends")


def try_public(kith):
    begin(kith, "All links in sight", 2)
    kithtest.xdo("search", "--onlyvisible", "--pid", kith.process.pid, "--name", "^Northmoor", "windowfocus",
                 "--sync")
    kith.key("alt+3")
    wait_for(lambda: workshop(kith) is None, "ratings are shown while the public looks")
    kith.key("ctrl+F5")
    kith.status("^The public sees no ratings")


def try_from_stage(kith):
    """A presentation ends for it."""
    kith.key("alt+2", "F5")
    kith.do(kith.find("button", "Present the Map"))
    wait_for(lambda: "Presentation" in [w.get_name() for w in kith.windows()], "no stage")
    kith.find("label", "Northmoor", root=next(w for w in kith.windows() if w.get_name() == "Presentation"))
    kith.key("w")
    kith.find(None, "All links in sight (2)")
    assert "Presentation" not in [w.get_name() for w in kith.windows()]
    kith.key("Escape")
    kith.gone(None, "All links in sight (2)")


def saved(kith):
    kith.key("alt+1", "ctrl+s")
    wait_for(lambda: [a for link in kith.show(MAP)["links"] for a in link["ratings"]
                      if a.get("basis") == "agreed"], "nothing is saved")
    links = {tuple(sorted((link["a"], link["b"]))): link for link in kith.show(MAP)["links"]}
    said = [r for link in links.values() for r in link["ratings"]]
    agreed = sorted(int(r["trust"]) for r in said if r.get("basis") == "agreed")
    assert agreed == [3, 4, 5], said
    assert sorted(r["voice"] for r in said if r.get("voice")) == ["Manager", "Officer 1", "Zqvoice"], said


def main():
    convert(MAP, WHOLE)
    convert(EMPTY, {"kith": 1, "stakeholders": [{"name": "Alone"}]})
    manager = subprocess.Popen(["openbox"]) if shutil.which("openbox") else None
    with Kith(MAP) as kith:
        kith.find("button", re.compile("^Police"))
        for part in (try_choosing, try_together, try_going, try_silently, try_ending, try_round, try_public,
                     saved, try_from_stage):
            part(kith)
    with Kith(EMPTY) as kith:
        kith.find("button", re.compile("^Alone"))
        kith.key("ctrl+F5")
        kith.find("label", "There Are No Links to Rate")
        kith.find(None, re.compile("press L"))
    if manager is not None:
        manager.kill()


main()
