# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job as a person does it: draw, link, rate both ends, keep, find again, take away."""
import os
import re
import subprocess

import kithtest

MAP = os.path.join(kithtest.WORK, "northmoor.kith")
PDF = os.path.join(kithtest.WORK, "northmoor.pdf")
PNG = os.path.join(kithtest.WORK, "northmoor.png")


def box(kith, name):
    """The stakeholder on the canvas: its name begins what a screen reader says of it."""
    return kith.find("button", re.compile("^" + name))


def draw(kith):
    kith.click(kith.find("button", "New Map…"))
    kith.click(kith.find(None, "Empty map"))
    kith.find(None, "Map canvas")
    for name, place in [("Northmoor Police", (420, 200)), ("Emergency Department", (620, 400)),
                        ("Adult Social Care", (420, 600))]:
        kith.double_click(place)
        kith.type(name + "\n")
        box(kith, name)


def link(kith):
    # by keyboard and a click
    kith.click(box(kith, "Northmoor Police"))
    kith.key("l")
    kith.click(box(kith, "Emergency Department"))
    kith.find(None, "What Northmoor Police make of Emergency Department")
    # from the rim, by dragging
    start = kith.extents(box(kith, "Adult Social Care"))
    kith.move(start.x + start.width // 2, start.y + start.height // 2)
    kith.drag((start.x + start.width + 2, start.y + start.height // 2),
              kith.centre(box(kith, "Emergency Department")))
    kith.find(None, "What Adult Social Care make of Emergency Department")


def rate(kith):
    kith.key("4", "Tab", "2")
    kith.find(None, re.compile("4 Strong"))
    kith.find(None, re.compile("2 Cautious"))


def add_event(kith):
    kith.key("ctrl+shift+e")
    kith.find("entry", "What happened")
    kith.type("A promise about discharge was kept")
    kith.click(kith.find("button", "Save"))
    kith.find(None, re.compile("A promise about discharge was kept"))


def save(kith):
    kith.key("ctrl+shift+s")
    kith.choose_file(MAP)
    kith.status("Saved")
    assert os.path.exists(MAP), "no file was written"


def check_file(kith):
    data = kith.show(MAP)
    by_id = {s["id"]: s["name"] for s in data["stakeholders"]}
    links = {frozenset((by_id[one["a"]], by_id[one["b"]])) for one in data["links"]}

    assert sorted(by_id.values()) == ["Adult Social Care", "Emergency Department",
                                      "Northmoor Police"], by_id
    assert links == {frozenset(("Northmoor Police", "Emergency Department")),
                     frozenset(("Adult Social Care", "Emergency Department"))}, links
    assert [e["title"] for e in data["events"]] == ["A promise about discharge was kept"]
    rated = next(one for one in data["links"] if one["trust"]["a"]["step"] > 0)
    assert {by_id[rated["a"]]: rated["trust"]["a"]["step"],
            by_id[rated["b"]]: rated["trust"]["b"]["step"]} \
        == {"Adult Social Care": 4, "Emergency Department": 2}, rated


def export(kith, path, *keys):
    """With the keys that choose among the formats, once their list is open."""
    kith.key("ctrl+e")
    kith.find("button", "Export…")
    if keys:
        kith.click(kith.find("combo box", "Format"))
        kith.key(*keys)
    kith.click(kith.find("button", "Export…"))
    kith.choose_file(path)
    kith.status(f"Exported “{os.path.basename(path)}”")
    assert os.path.getsize(path) > 1000, path


with kithtest.Kith() as kith:
    draw(kith)
    kith.shot("main-job-1-drawn")
    link(kith)
    rate(kith)
    add_event(kith)
    kith.shot("main-job-2-rated")
    save(kith)
    kith.assert_names()
    kith.quit()
    check_file(kith)

with kithtest.Kith(MAP) as kith:
    for name in ("Northmoor Police", "Emergency Department", "Adult Social Care"):
        box(kith, name)
    kith.find("label", "Saved")
    kith.shot("main-job-3-reopened")
    export(kith, PDF)
    export(kith, PNG, "Up", "Return")
    kith.quit()
    check_file(kith)

with open(PDF, "rb") as file:
    assert file.read(5) == b"%PDF-"
text = subprocess.run(["pdftotext", PDF, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
assert "Adult Social Care" in text, text
with open(PNG, "rb") as file:
    assert file.read(8) == b"\x89PNG\r\n\x1a\n"
