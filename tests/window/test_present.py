# SPDX-License-Identifier: GPL-3.0-or-later
"""Presenting: full screen, keys of a clicker, live edits, the presenter's window; and nothing private
is on the stage, in its accessible tree or in the window behind it."""
import json
import os
import re
import shutil
import subprocess
import time

import kithtest
from kithtest import Kith, pixel, wait_for

MAP = os.path.join(kithtest.WORK, "present.kith")
PLAIN = os.path.join(kithtest.WORK, "plain.kith")
CANARY = re.compile("Zq")  # in every text that is not for a room
WHOLE = {
    "kith": 1,
    "about": {"title": "Northmoor", "private_note": "Zqabout"},
    "stakeholders": [
        {"id": "p", "name": "Police", "x": 0, "y": 0, "private_note": "Zqpolice"},
        {"id": "h", "name": "Housing", "x": 420, "y": 0},
        {"id": "q", "name": "Zqhidden", "x": 210, "y": 220, "private": True}],
    "links": [
        {"id": "l", "a": "p", "b": "h", "private_note": "Zqlink"},
        {"id": "m", "a": "p", "b": "q", "note": "Zqtohidden"}],
    "assessments": [
        {"link": "l", "end": "a", "date": "2026-05-01", "trust": "2", "basis": "own-words",
         "voice": "Zqvoice", "note": "Zqnote"},
        {"link": "l", "end": "b", "date": "2026-05-01", "trust": "1", "note": "Zqimpression"}],
    "events": [{"link": "l", "date": "2019", "title": "Joint triage", "teller": "Zqteller"},
               {"link": "l", "date": "2020", "title": "Zqevent", "private": True}],
    "scenes": [
        {"title": "Who is here?", "sentence": "Find yourself on the map.", "lens": "plain",
         "rank": 1, "note": "Zqpresenter", "focus": "q", "steps": 1},
        {"title": "Zqprivatescene", "rank": 2, "private": True},
        {"title": "Police and Housing", "rank": 3, "link": "l", "x": 210, "y": 0, "width": 800,
         "height": 450, "filter": "text=Zqfilter"},
        {"title": "For the board", "rank": 4, "audience": "public"},
        {"title": "For everybody", "rank": 5, "audience": "public"}],
}


def make_map():
    text = os.path.join(kithtest.WORK, "present.json")
    with open(text, "w", encoding="utf-8") as out:
        json.dump(WHOLE, out)
    subprocess.run([os.environ["KITH"], "convert", text, MAP], check=True)


def words(kith):
    """All that a screen reader may read, of every window."""
    for item in kith.walk():
        try:
            yield item.get_name() or ""
            yield item.get_description() or ""
            if "Text" in item.get_interfaces():
                yield kith.text(item)
        except kithtest.GLib.Error:
            continue


def assert_nothing_private(kith, where):
    found = sorted({text for text in words(kith) if CANARY.search(text)})
    assert not found, f"{where}: {found}"


def scene(kith, title):
    kith.find("label", title)


def is_black():
    return all(pixel(x, y) == (0, 0, 0) for x, y in ((40, 40), (680, 450), (1300, 860)))


def try_going(kith):
    scene(kith, "Who is here?")
    kith.find("label", "Find yourself on the map.")
    for keys, title in (("Right", "Police and Housing"), ("Page_Down", "For the board"),
                        ("Page_Up", "Police and Housing"), ("Left", "Who is here?"),
                        ("space", "Police and Housing"), ("End", "For everybody"),
                        ("Home", "Who is here?"), ("Return", "Police and Housing")):
        kith.key(keys)
        scene(kith, title)
        assert_nothing_private(kith, title)
    kith.key("3", "Return")
    scene(kith, "For the board")
    kith.key("9", "Return")
    kith.status("There are 4 scenes")
    kith.key("2", "Return")
    scene(kith, "Police and Housing")


def try_black(kith):
    for key in ("b", "period"):
        kith.key(key)
        wait_for(is_black, "the screen is not black")
        kith.key(key)
        wait_for(lambda: not is_black(), "the screen stays black")


def try_glass(kith):
    bright = pixel(60, 860)
    kith.key("s")
    kith.move(683, 300)
    wait_for(lambda: sum(pixel(60, 840)) < sum(bright) / 2, "no spotlight")
    assert sum(pixel(683, 240)) > 500, "it is dark in the light"
    kith.shot("present-spotlight")
    kith.key("s", "p")
    kith.move(300, 700)
    kith.move(305, 705)
    wait_for(lambda: pixel(305, 705)[0] > 150 and pixel(305, 705)[1] < 110, "no pointer")
    kith.key("p")


def on_stage(kith, item):
    """The stage has no frame round it."""
    x, y = kith.centre(item)
    return x - kithtest.FRAME, y - kithtest.FRAME


def stage(kith):
    return next(w for w in kith.windows() if w.get_name() == "Presentation")


def box(kith, name):
    return kith.find("button", re.compile("^" + name + ","), root=stage(kith))


def distance(kith):
    return on_stage(kith, box(kith, "Housing"))[0] - on_stage(kith, box(kith, "Police"))[0]


def try_hand(kith):
    kith.key("r")
    time.sleep(1)
    police = on_stage(kith, box(kith, "Police"))
    kith.drag((683, 700), (883, 760))
    wait_for(lambda: abs(on_stage(kith, box(kith, "Police"))[0] - police[0] - 200) < 6, "not panned")
    apart = distance(kith)
    kithtest.xdo("click", 4)
    kithtest.xdo("click", 4)
    wait_for(lambda: distance(kith) > apart * 1.3, "the wheel does not bring it nearer")
    kith.shot("present-by-hand")
    kith.key("r")
    wait_for(lambda: on_stage(kith, box(kith, "Police")) == police, "not back at the scene")


def can_undo(kith):
    return kith.find("button", "Undo").get_state_set().contains(kithtest.Atspi.StateType.SENSITIVE)


def try_typing(kith):
    """What is typed beside a story is the room's, also where it was done while nobody typed."""
    assert not can_undo(kith)
    for _ in range(20):
        need = kith.find("entry", "What Police would need of Housing")
        if need.get_state_set().contains(kithtest.Atspi.StateType.FOCUSED):
            break
        kith.key("Tab")
    kith.type("One number to ring")
    wait_for(lambda: can_undo(kith), "what was typed is not done")
    kith.key("Escape")
    kith.gone("label", "What does the room agree on?")
    kith.key("u")
    kith.status("^Undone$")
    wait_for(lambda: not can_undo(kith), "what was typed is not undone")


def try_live(kith):
    kith.key("a")
    kith.find("entry", "Name of a stakeholder")
    kith.type("Northmoor Befrienders\n")
    kith.status("Northmoor Befrienders is on the map")
    kith.type("police\n")
    kith.status("police is on the map already")
    kith.shot("present-add")
    kith.key("Escape")
    kith.gone("entry", "Name of a stakeholder")
    kith.key("r")
    time.sleep(1)
    # half way between both ends: a click there tells the story
    a, b = on_stage(kith, box(kith, "Police")), on_stage(kith, box(kith, "Housing"))
    kith.click((a[0] + (b[0] - a[0]) // 2, (a[1] + b[1]) // 2))
    kith.find("label", "What does the room agree on?")
    assert_nothing_private(kith, "story")
    kith.shot("present-story")
    # no key rates an end that nobody has chosen, and one that goes on does not rate either
    kith.key("4")
    kith.status("Which end")
    assert not kith.find_all(None, re.compile("^Agreed in the room"))
    kith.click(on_stage(kith, kith.find("button", "What Housing make of Police: 4 Strong")))
    kith.status("Agreed in the room: Strong")
    # what is done here can be taken back, and nothing that was done before
    kith.key("u")
    kith.key("u")
    kith.key("u")
    kith.status("Nothing has been changed in this room")
    try_typing(kith)
    kith.key("a")
    kith.type("Northmoor Befrienders\n")
    kith.status("Northmoor Befrienders is on the map")
    kith.key("Escape")
    kith.key("r")
    time.sleep(1)
    kith.click((a[0] + (b[0] - a[0]) // 2, (a[1] + b[1]) // 2))
    kith.find("label", "What does the room agree on?")
    kith.click(on_stage(kith, kith.find("button", "What Housing make of Police: 4 Strong")))
    kith.status("Agreed in the room: Strong")
    kith.key("Escape")
    kith.gone("label", "What does the room agree on?")
    scene(kith, "Police and Housing")


def try_presenter(kith):
    kith.key("Home")
    kith.key("n")
    kith.status("the room would see your notes")
    assert_nothing_private(kith, "the key for notes")
    kith.key("n")
    kith.find("label", "Zqpresenter")
    kith.find("label", "Scene 1 of 4")
    kith.shot("presenter")
    kith.key("3", "Return")
    kith.find("label", "Scene 3 of 4")
    kith.key("1", "KP_Enter")
    kith.find("label", "Scene 1 of 4")
    kith.do(kith.find("button", "Next Scene"))
    kith.find("label", "Scene 2 of 4")
    kith.find("label", "No note for this scene.")
    kith.do(kith.find("button", "Pause the Timer"))
    kith.find("button", "Start the Timer")
    kith.do(kith.find("button", "End"))
    kith.gone("label", "Scene 2 of 4")
    kith.gone("label", "Find yourself on the map.")


def to_window(kith, title):
    kithtest.xdo("search", "--onlyvisible", "--pid", kith.process.pid, "--name", title, "windowfocus",
                 "--sync")


def try_from_here(kith):
    """From the scene that is marked; and where fewer may see it meanwhile, it is still shown."""
    kith.key("F4")
    kith.find("list item", re.compile("Police and Housing$"))
    kith.key("Down")
    wait_for(lambda: kith.find("list item", re.compile("Police and Housing$")).get_state_set()
             .contains(kithtest.Atspi.StateType.SELECTED), "the second scene is not marked")
    kith.key("shift+F5")
    kith.find("label", "Police and Housing", root=wait_for(lambda: stage(kith), "no stage"))
    kith.status("^Scene 2 of 4: Police and Housing$")
    kith.key("End")
    kith.status("^Scene 4 of 4: For everybody$")
    to_window(kith, "^Northmoor")
    kith.key("alt+3")
    kith.find("button", "Shown for: Public")
    kith.status("^Scene 2 of 2: For everybody$")
    assert_nothing_private(kith, "for the public")
    to_window(kith, "^Presentation")
    kith.key("Escape")
    wait_for(lambda: "Presentation" not in [w.get_name() for w in kith.windows()], "still on stage")


def offered(kith):
    """A key may be lost while the keyboard goes back to the window: nobody manages windows here."""
    def look():
        if not kith.find_all("button", "Present the Map"):
            kith.key("F5")
            time.sleep(0.7)
        return kith.find_all("button", "Present the Map")

    wait_for(look, "nothing to present is offered", 20)


def try_without_scenes(kith):
    """What there is to present is offered, and nothing is a dead end."""
    offered(kith)
    kith.find("button", "Opening Scenes")
    kith.shot("present-none")
    kith.key("Escape")
    kith.gone("button", "Opening Scenes")
    offered(kith)
    kith.click(kith.find("button", "Present the Map"))
    wait_for(lambda: "Presentation" in [w.get_name() for w in kith.windows()], "no stage")
    kith.shot("present-map")
    kith.key("Right")
    kith.status("This was the last scene")
    kith.key("Escape")
    wait_for(lambda: "Presentation" not in [w.get_name() for w in kith.windows()], "still on stage")
    offered(kith)
    kith.key("Return")
    scene(kith, "Who is here?")
    kith.key("Right")
    scene(kith, "What we have shared")
    kith.key("Escape")


def main():
    kithtest.make_map(PLAIN, kithtest.TRUSTS, kithtest.TRUSTS_LINKS)
    with Kith(PLAIN) as kith:
        kith.find("button", "Undo")
        try_without_scenes(kith)

    make_map()
    manager = subprocess.Popen(["openbox"]) if shutil.which("openbox") else None
    with Kith(MAP) as kith:
        kith.find("button", "Undo")
        kith.find("button", "Shown for: Working team")
        kith.key("F5")
        scene(kith, "Who is here?")
        # the window behind has turned as well
        kith.find("button", "Shown for: Partners")
        assert_nothing_private(kith, "first scene")
        time.sleep(1)
        kith.shot("present-first")
        try_going(kith)
        kith.shot("present-two")
        try_black(kith)
        try_glass(kith)
        try_hand(kith)
        try_live(kith)
        kith.key("h")
        kith.find("label", "Spotlight")
        kith.shot("present-keys")
        kith.key("h")
        try_presenter(kith)
        kith.key("ctrl+s")
        kith.status("Saved")
        shown = kith.show(MAP)
        assert "Northmoor Befrienders" in [s["name"] for s in shown["stakeholders"]]
        said = [r for link in shown["links"] for r in link["ratings"]]
        assert any(r.get("basis") == "agreed" for r in said), said
        kith.find("button", "Shown for: Partners")
        try_from_here(kith)
    if manager is not None:
        manager.kill()


main()
