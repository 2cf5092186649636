# SPDX-License-Identifier: GPL-3.0-or-later
"""Quick entry: a list is typed or pasted, looked over, and becomes a map in one step."""
import os
import re

import subprocess
import kithtest

MAP = os.path.join(kithtest.WORK, "quick.kith")
TEXT = "Stakeholders and links, one a line"


def row(words):
    return "list item", re.compile("^" + re.escape(words))


def saved():
    kith.key("ctrl+s")
    kith.status("^Saved$")
    return kith.show(MAP)


def link_between(shown, a, b):
    names = {one["id"]: one["name"] for one in shown["stakeholders"]}
    found = [link for link in shown["links"] if {names[link["a"]], names[link["b"]]} == {a, b}]
    assert len(found) == 1, (a, b, found)
    return found[0]


def write(name, text):
    path = os.path.join(kithtest.WORK, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def kept():
    """What waits on disk to be added."""
    folder = os.path.join(os.environ["XDG_STATE_HOME"], "kith", "typed")
    texts = []
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            texts.append(file.read())
        assert os.stat(os.path.join(folder, name)).st_mode & 0o077 == 0, "others may read it"
    return texts


MANY = ("Police -> Harbour Crisis Cafe: refers to, 4/2\nPolice - Northmoor Mind\nPolice <-> ED: 2/1\n"
        "Ambulance Service -> ED: refers to, 3/4\nLiaison Psychiatry - ED: 4/4\nICB -> ED, Northmoor Mind, "
        "Riverside GP Practice: commissions\nRiverside GP Practice - Northmoor City Council Adult Social Care: "
        "3/2\nNorthmoor Housing Association - Northmoor City Council Adult Social Care: 5/4\n"
        "Carers Together - Northmoor Mind: 4/5\nHealthwatch Northmoor -> ICB: advises, 3/1")


def in_sight():
    """Whoever has come is in the window, and not under the legend."""
    legend = kith.extents(kith.find(None, "Legend"))
    canvas = kith.extents(kith.find(None, re.compile("^Map"), timeout=20))
    boxes = [kith.extents(i) for i in kith.find_all("button", re.compile(", \\d links?$"))]
    return len(boxes) == 12 and all(
        b.x >= canvas.x and b.x + b.width <= canvas.x + canvas.width
        and b.y >= canvas.y and b.y + b.height <= canvas.y + canvas.height
        and (b.x >= legend.x + legend.width or b.x + b.width <= legend.x
             or b.y >= legend.y + legend.height or b.y + b.height <= legend.y) for b in boxes)


with kithtest.Kith() as kith:
    # a whole room in one list: nobody of it stands out of sight
    kith.key("ctrl+n")
    kith.click(kith.find(None, "Type or paste a list"))
    kith.find("text", TEXT)
    kith.type(MANY)
    kith.find(None, re.compile("^12 new stakeholders"))
    # what became of the line that is typed is in sight, however long the list is
    last, text = kith.find(*row("Healthwatch Northmoor → ICB")), kith.extents(kith.find("text", TEXT))
    kithtest.wait_for(lambda: kith.extents(last).y + 20 < text.y + text.height, "what one types is out of sight")
    kith.shot("quick-entry-line")
    kith.key("ctrl+Return")
    kith.status("^Added 12 stakeholders")
    kithtest.wait_for(in_sight, "somebody who has come is out of sight")
    kith.shot("quick-entry-many")
    kith.quit()

with kithtest.Kith() as kith:
    # from the start page by keys: a new map out of a list
    kith.key("ctrl+n")
    kith.click(kith.find(None, "Type or paste a list"))
    kith.find("text", TEXT)
    kith.type("Northmoor Police (police)\n")
    kith.key("Tab")
    kith.type("Harbour Crisis Cafe: refers to, 4/2\nNorthmoor Mind\n")
    kith.key("shift+Tab")
    kith.type("Northmoor Police -> Northmoor Police\nICB - Northmoor Mind: lends a kettle")
    kith.find(None, re.compile("^4 new stakeholders, 3 new links; 1 thing was not understood$"))
    kith.find(*row("Northmoor Police, Police, fire and justice"))
    kith.find(*row("Northmoor Police – Harbour Crisis Cafe, Refers to · trust 4 / 2, New"))
    kith.find(*row("Line 4: A stakeholder cannot be linked to itself"))
    kith.find(*row("Line 5: “lends a kettle” is no kind of link"))
    kith.shot("quick-entry")
    kith.key("ctrl+Return")
    kith.status("^Added 4 stakeholders and 3 links")

    # all that is new is selected, and one step takes it back
    kith.find(None, re.compile("^4 stakeholders$"))
    kith.find("button", re.compile("^Harbour Crisis Cafe"))
    kith.shot("quick-entry-added")
    kith.key("ctrl+z")
    kith.gone("button", re.compile("^Harbour Crisis Cafe"))
    kith.gone("button", re.compile("^ICB"))
    kith.key("ctrl+shift+z")
    kith.find("button", re.compile("^Harbour Crisis Cafe"))
    kith.key("ctrl+shift+s")
    kith.choose_file(MAP)
    kith.status("Saved. From now on")
    shown = kith.show(MAP)
    cafe = link_between(shown, "Northmoor Police", "Harbour Crisis Cafe")
    assert cafe["kind"] == "refers-to", cafe
    link_between(shown, "Northmoor Police", "Northmoor Mind")
    kettle = link_between(shown, "ICB", "Northmoor Mind")
    assert "lends a kettle" in kettle["note"], kettle

    # a range of a spreadsheet, with one who is on the map already
    kith.key("ctrl+shift+n")
    kith.find("text", TEXT)
    with kithtest.Held("From\tTo\tKind\tTrust\tTrust back\nnorthmoor police\tShelter\tfunds\t3\t5\n"):
        kith.key("ctrl+v")
        kith.find(*row("Shelter, Other, New"))
    kith.find(*row("Northmoor Police, Police, fire and justice · police force, On the map"))
    kith.click(kith.find("button", "Add"))
    kith.find("button", re.compile("^Shelter"))
    shown = saved()
    assert len(shown["stakeholders"]) == 5, shown["stakeholders"]
    assert link_between(shown, "Northmoor Police", "Shelter")["kind"] == "funds"

    # what was typed and not added is there the next time; those who are there are not added twice
    kith.key("ctrl+shift+n")
    kith.find("text", TEXT)
    kith.type("Shelter")
    kith.find(None, "1 stakeholder on the map already")
    kith.key("Escape")
    kith.gone("text", TEXT)
    kith.key("ctrl+shift+n")
    assert kith.text(kith.find("text", TEXT)) == "Shelter"
    # somebody comes to look: it waits for those for whom it was typed
    kith.key("alt+2")
    kith.find("button", "Shown for: Partners")
    kith.gone("text", TEXT)
    kith.key("ctrl+shift+n")
    assert kith.text(kith.find("text", TEXT)) == ""
    kith.key("Escape")
    kith.gone("text", TEXT)
    kith.key("alt+1", "ctrl+shift+n")
    assert kith.text(kith.find("text", TEXT)) == "Shelter"
    kith.find(None, "1 stakeholder on the map already")
    kith.key("ctrl+Return")
    kith.find("text", TEXT)
    kith.key("Escape")
    assert len(saved()["stakeholders"]) == 5
    kith.quit()

# what was typed and not added outlives a crash; nobody else finds it, nor is it there once it was added
with kithtest.Kith(MAP) as kith:
    kith.key("ctrl+shift+n")
    assert kith.text(kith.find("text", TEXT)) == "Shelter"  # of the last time
    kith.key("ctrl+a")
    kith.type("Tenants' Voice - Northmoor Police: 2/4")
    kith.find(None, re.compile("^1 new stakeholder, 1 new link"))
    kithtest.wait_for(lambda: any("Tenants" in text for text in kept()), "what was typed is not on disk")
    kith.kill()
with kithtest.Kith(MAP) as kith:
    kith.key("alt+2")
    kith.find("button", "Shown for: Partners")
    kith.key("ctrl+shift+n")
    assert kith.text(kith.find("text", TEXT)) == ""
    kith.key("Escape")
    kith.gone("text", TEXT)
    kith.key("alt+1", "ctrl+shift+n")
    assert kith.text(kith.find("text", TEXT)) == "Tenants' Voice - Northmoor Police: 2/4"
    kith.find(None, re.compile("^1 new stakeholder, 1 new link"))
    kith.key("ctrl+Return")
    kith.find("button", re.compile("^Tenants' Voice"))
    assert not kept(), kept()
    saved()
    kith.quit()

# a range pasted in a window for Partners does not tell that somebody private is on the map
subprocess.run([os.environ["KITH"], "convert", write("hidden.csv",
               "Label,Private,Sector\nNorthmoor Police,,police\nSafe House,yes,housing\n"), MAP],
               check=True)
with kithtest.Kith(MAP) as kith:
    kith.find("button", re.compile("^Safe House"))
    kith.key("alt+2")
    kith.gone("button", re.compile("^Safe House"))
    with kithtest.Held("Label\tSector\nNorthmoor Police\tpolice\nSafe House\tHousing\n"):
        kith.key("ctrl+v")
        kith.find("button", re.compile("^Safe House"))
    kith.key("ctrl+s")
    kithtest.wait_for(lambda: len(kith.show(MAP)["stakeholders"]) == 3, "the private one was met")
    kith.quit()
