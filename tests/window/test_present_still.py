# SPDX-License-Identifier: GPL-3.0-or-later
"""From scene to scene: a flight that is seen on its way; where the desktop asks for reduced motion there
is nothing between one scene and the next. And the presenter's window is a second one, which follows."""
import hashlib
import json
import os
import re
import subprocess
import time

import kithtest
from kithtest import wait_for

MAP = os.path.join(kithtest.WORK, "still.kith")
SETTINGS = os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0", "settings.ini")
FAR = {
    "kith": 1,
    "stakeholders": [{"id": f"p{i}", "name": f"Partner {i}", "x": 260 * i, "y": 180 * (i % 3)}
                     for i in range(1, 10)],
    "links": [{"id": str(100 + i), "a": f"p{i}", "b": f"p{i + 1}"} for i in range(1, 9)],
    "scenes": [
        {"title": "The near end", "rank": 1, "lens": "plain", "note": "Say who begins", "x": 260, "y": 180,
         "width": 500, "height": 300},
        {"title": "The far end", "rank": 2, "lens": "plain", "x": 2300, "y": 180, "width": 500, "height": 300},
    ],
}


def look():
    """At the middle of the screen, where the map is and no words are."""
    return hashlib.sha256(kithtest.picture(100, 250, 900, 300)).hexdigest()


def at_rest():
    """What is there once it has stopped changing."""
    last = [look(), time.monotonic()]

    def rests():
        now = look()
        if now != last[0]:
            last[:] = [now, time.monotonic()]
        return time.monotonic() - last[1] > 1.2

    wait_for(rests, "it does not come to rest", 40)
    return last[0]


def frames(kith, key, seconds=2.5):
    """What was to be seen from a key to rest, each once."""
    kithtest.xdo("key", key)
    seen, end = [], time.monotonic() + seconds
    while time.monotonic() < end:
        seen.append(look())
    seen.append(at_rest())
    return set(seen)


def on_stage(kith):
    kith.key("F5")
    wait_for(lambda: "Presentation" in [w.get_name() for w in kith.windows()], "no stage", 20)
    kith.find("label", "The near end")
    kith.move(1300, 850)
    return at_rest()


def flies(kith):
    """On a busy machine a flight may have but one frame, or none that was caught."""
    near = on_stage(kith)
    for _ in range(4):
        between = frames(kith, "Right")
        far = at_rest()
        assert far != near, "the scene did not change"
        between -= {near, far}
        if between:
            break
        kith.key("Home")
        at_rest()
    assert between, "nothing was seen on the way"


def without_motion(kith):
    near = on_stage(kith)
    seen = frames(kith, "Right")
    far = at_rest()
    assert far != near, "the scene did not change"
    assert seen <= {near, far}, f"{len(seen - {near, far})} pictures between two scenes"
    kith.find("label", "The far end")
    seen = frames(kith, "Left")
    assert seen <= {near, far}, f"{len(seen - {near, far})} pictures on the way back"


def presenter(kith):
    """A window of its own, with what only the presenter reads; each leads the other."""
    kith.key("Home", "n")
    kith.status("the room would see your notes")
    kith.key("n")
    kith.find("label", "Say who begins")
    names = [w.get_name() for w in kith.windows()]
    assert "Presentation" in names and len(names) >= 3, names
    stage = next(w for w in kith.windows() if w.get_name() == "Presentation")
    assert not kith.find_all(None, "Say who begins", root=stage), "the room reads the note"
    kith.gone(None, re.compile("the room would see your notes"))  # it has been answered
    kith.shot("presenter-second")
    below = kith.extents(kith.find("label", "Note")).y
    kith.do(kith.find("button", "Next Scene"))
    kith.find("label", "The far end", root=stage)
    kith.find("label", "Scene 2 of 2")
    kithtest.wait_for(lambda: kith.extents(kith.find("label", "Note")).y < below - 50,
                      "an empty frame stands for a scene that there is not")
    kith.shot("presenter-last")
    kith.key("Left")  # the presenter's window has the keyboard
    kith.find("label", "The near end", root=stage)
    kith.find("label", "Scene 1 of 2")


text = os.path.join(kithtest.WORK, "still.json")
with open(text, "w", encoding="utf-8") as out:
    json.dump(FAR, out)
subprocess.run([os.environ["KITH"], "convert", text, MAP], check=True)
with kithtest.Kith(MAP) as kith:
    kith.find("button", "Undo")
    flies(kith)
    presenter(kith)
os.makedirs(os.path.dirname(SETTINGS), exist_ok=True)
with open(SETTINGS, "w", encoding="utf-8") as out:
    out.write("[Settings]\ngtk-enable-animations=0\n")
with kithtest.Kith(MAP) as kith:
    kith.find("button", "Undo")
    without_motion(kith)
