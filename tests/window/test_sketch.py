# SPDX-License-Identifier: GPL-3.0-or-later
"""Sketching by hand: typing a name finds who bears it; a drag is drawn on by lines and gaps; several
become the same size, get a tag and join a shared space."""
import json
import os
import re
import subprocess
import time

import kithtest
from kithtest import xdo

MAP = os.path.join(kithtest.WORK, "sketch.kith")
ROWS = """Label,X,Y
Alder House,100,100
Birch House,500,100
Cedar House,250,320
Northmoor Mind,800,360
A house with a long name by the harbour,800,560
"""


def make(path):
    csv = os.path.join(kithtest.WORK, "sketch.csv")
    with open(csv, "w", encoding="utf-8") as file:
        file.write(ROWS)
    subprocess.run([os.environ["KITH"], "convert", csv, path], check=True)


def box(name):
    return kith.find("button", re.compile("^" + re.escape(name)))


def saved():
    kith.key("ctrl+s")
    kith.status("^Saved$")
    return {one["name"]: one for one in kith.show(MAP)["stakeholders"]}


def powers():
    """What the team knows of the power of all of them."""
    saved()
    answer = subprocess.run([os.environ["KITH"], "convert", MAP, "-", "--to", "json",
                             "--audience", "team"],
                            env={**kith.env, "DISPLAY": ""}, stdout=subprocess.PIPE, check=True)
    return {one.get("power") for one in json.loads(answer.stdout)["stakeholders"]}


def both(one, other):
    """Selects two by the pointer."""
    kith.click(box(one))
    xdo("keydown", "ctrl")
    kith.click(box(other))
    xdo("keyup", "ctrl")
    kith.find(None, re.compile("^2 stakeholders$"))


def members():
    """Who meets in the only shared space."""
    saved()
    shown = kith.show(MAP)
    names = {one["id"]: one["name"] for one in shown["stakeholders"]}
    (space,) = shown["spaces"]
    return {names[one["id"] if isinstance(one, dict) else one] for one in space["members"]}


def gap(one, other):
    return other["x"] - other["width"] / 2 - one["x"] - one["width"] / 2


def pull(name, dx, dy, key=None):
    """Drags by so many pixels, perhaps with a key held from after the press to the end."""
    x, y = kith.centre(box(name))
    kith.move(x, y)
    xdo("mousedown", 1)
    if key:
        xdo("keydown", key)
    for step in range(1, 11):
        kith.move(x + dx * step / 10, y + dy * step / 10)
    time.sleep(0.3)
    if not key and dx == 46:
        kith.shot("sketch-snap")
    xdo("mouseup", 1)
    if key:
        xdo("keyup", key)
    time.sleep(0.4)


make(MAP)
with kithtest.Kith(MAP) as kith:
    box("Alder House")
    kith.key("ctrl+0")  # pixels are map units
    time.sleep(0.5)

    # letters find whoever's name, or a word in it, begins so; Enter goes to the next
    kith.key("Escape")
    kith.type("hou")
    kith.find("entry", "Name")
    assert kith.text(kith.find("entry", "Name")) == "A house with a long name by the harbour"
    kith.key("Escape", "Escape")
    kith.type("/hou")
    kith.find("label", "1 of 4")
    kith.shot("sketch-typing")
    kith.key("Return")
    kith.find(None, re.compile("^Alder House, 2 of 4$"))
    kith.key("BackSpace", "BackSpace", "BackSpace")
    kith.type("min")  # N is a letter here, not a command
    kith.find(None, re.compile("^Northmoor Mind, 1 of 1$"))
    kith.type("x")
    kith.find(None, "nobody of that name")
    kith.key("Escape")
    kith.gone("label", "nobody of that name")
    kith.type("/nor")
    kith.find("label", "1 of 1")
    kith.key("ctrl+Right")  # anything else ends it
    kith.gone("label", "1 of 1")
    kith.key("ctrl+z")
    assert len(saved()) == 5, "typing a name added somebody"

    # its top comes to lie where the others have theirs, and between them: exactly
    pull("Cedar House", 46, -216)
    there = saved()
    assert there["Cedar House"]["y"] == there["Alder House"]["y"], there
    assert gap(there["Alder House"], there["Cedar House"]) == gap(there["Cedar House"],
                                                                  there["Birch House"]), there
    kith.key("ctrl+z")
    # with the key held nothing draws it on
    pull("Cedar House", 46, -216, "ctrl")
    there = saved()
    assert there["Cedar House"]["y"] != there["Alder House"]["y"], there
    assert abs(there["Cedar House"]["y"] - there["Alder House"]["y"]) < 10, there
    kith.key("ctrl+z")
    # several go as one block: the middle of what is round them
    both("Alder House", "Birch House")
    before = saved()
    pull("Birch House", 0, 223)
    after = saved()
    assert after["Alder House"]["y"] == after["Birch House"]["y"] == before["Cedar House"]["y"], after
    assert after["Alder House"]["x"] == before["Alder House"]["x"], after
    kith.key("ctrl+z")

    # several: the same size, a tag, a shared space, each as one step
    kith.key("Escape")
    kith.key("ctrl+a")
    kith.find(None, re.compile("^5 stakeholders$"))
    kith.key("alt+shift+s")
    sizes = {(one["width"], one["height"]) for one in saved().values()}
    assert len(sizes) == 1, sizes
    kith.key("ctrl+z")
    assert len({one["width"] for one in saved().values()}) > 1
    # and how much power they have to decide, which a grid is made of
    row = kith.find("combo box", "Power to decide")
    kith.click(row)
    kith.find("label", "4")
    kith.key("End", "Up", "Return")
    kithtest.wait_for(lambda: powers() == {4}, "all have as much power")
    kith.key("ctrl+z")
    kithtest.wait_for(lambda: powers() == {None}, "one step takes it back")
    kith.key("ctrl+shift+g")
    kith.type("pilot 2026\n")
    kith.status("^Tagged as pilot 2026")
    kith.find("button", "Take off the tag pilot 2026")
    kith.shot("sketch-several")
    kith.find("label", "All of them")
    both("Alder House", "Birch House")
    kith.click(kith.find("button", "Take off the tag pilot 2026"))
    kith.status("^The tag pilot 2026 is off")
    kith.gone("button", "Take off the tag pilot 2026")
    kith.key("ctrl+shift+p")
    kith.type("new shared space\n")
    kith.find("text", "Name")
    both("Alder House", "Cedar House")
    kith.click(kith.find("button", "Add all of them to New shared space"))
    kith.status("^Added to New shared space")
    assert members() == {"Alder House", "Birch House", "Cedar House"}
    kith.click(kith.find("button", "Take them out of New shared space"))
    kith.status("^Taken out of New shared space")
    assert members() == {"Birch House"}
    kith.quit()
