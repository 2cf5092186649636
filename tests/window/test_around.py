# SPDX-License-Identifier: GPL-3.0-or-later
"""Around the map: lists that are pasted and imported, who is looking, versions, salvage."""
import os
import re

import kithtest

MAP = os.path.join(kithtest.WORK, "place.kith")
STRIP = re.compile("^Partners: private notes")


def stakeholder(name):
    return "button", re.compile("^" + name)


with kithtest.Kith() as kith:
    # an example is a copy: looked at and closed, it leaves nothing behind
    kith.click(kith.find("button", "Northmoor crisis pathway"))
    kith.find(*stakeholder("Northmoor Police"))
    kith.key("ctrl+w")
    assert kith.process.wait(15) == 0

with kithtest.Kith() as kith:
    assert not kith.find_all("label", re.compile("in no file yet")), "the example left a draft"

    # a list of names, with a bullet, a repetition and a blank line
    kith.click(kith.find("button", "New Map…"))
    kith.click(kith.find(None, "Type or paste a list"))
    kith.find("text", "Stakeholders and links, one a line")
    kith.type("- Moorland Police\nSt Mary's Hospital NHS Trust\n\nShelter\nshelter\n")
    kith.find(None, re.compile("^3 new stakeholders"))
    kith.click(kith.find("button", "Add"))
    for name in ("Moorland Police", "St Mary's Hospital NHS Trust", "Shelter"):
        kith.find(*stakeholder(name))

    # an import is one edit
    kith.key("ctrl+i")
    kith.click(kith.find(None, "Or paste from a spreadsheet"))
    kith.click(kith.find("text", "Pasted text"))
    kith.type("from,to,kind,trust,trust back\nMoorland Police,Shelter,works with,4,2\n"
              "Shelter,Harbour Cafe,refers to,3,\nShelter,Shelter,works with,9,\n")
    kith.find(None, re.compile("stakeholder"))
    kith.find(None, re.compile("row 4", re.I))
    kith.shot("around-import")
    kith.click(kith.find("button", "Import"))
    kith.find(*stakeholder("Harbour Cafe"))
    kith.shot("around-imported")
    kith.key("ctrl+z")
    kith.gone(*stakeholder("Harbour Cafe"))
    kith.find(*stakeholder("Shelter"))
    kith.key("ctrl+shift+z")
    kith.find(*stakeholder("Harbour Cafe"))

    # a version is kept, and brought back as one step
    kith.key("ctrl+k")
    kith.find("text", "Name of the version")
    kith.type("Board, May\n")
    kith.status("Kept as “Board, May”")
    kith.click(kith.find(*stakeholder("Harbour Cafe")))
    kith.key("Delete")
    kith.gone(*stakeholder("Harbour Cafe"))
    kith.key("ctrl+h")
    kith.click(kith.find("button", "Go back to it: Board, May"))
    kith.click(kith.find("button", "Go Back"))
    kith.find(*stakeholder("Harbour Cafe"))
    kith.key("ctrl+z")
    kith.gone(*stakeholder("Harbour Cafe"))
    kith.key("ctrl+shift+z")
    kith.find(*stakeholder("Harbour Cafe"))

    # everything that was looked at with is there again, the audience included
    kith.key("ctrl+shift+s")
    kith.choose_file(MAP)
    kith.status("Saved. From now on")
    kith.key("alt+2")
    kith.find(None, STRIP)
    kith.click(kith.find(*stakeholder("Shelter")))
    kith.shot("around-partners")
    kith.quit()

pictures = os.listdir(os.path.join(os.environ["XDG_CACHE_HOME"], "kith", "thumbnails"))
assert pictures and not [p for p in pictures if p.endswith("-team.png")], pictures

with kithtest.Kith() as kith:
    kith.key("alt+2")
    kith.find(None, STRIP)
    kith.shot("around-start-partners")
    kith.click(kith.find("button", "place"))
    kith.find(*stakeholder("Shelter"))
    kith.find(None, STRIP)
    assert kith.find_all("text", "Name") or kith.find_all("entry", "Name"), "nothing is selected"
    kith.quit()

# what a damaged file still holds is offered as a draft
damaged = os.path.join(kithtest.WORK, "damaged.kith")
with open(MAP, "rb") as file:
    data = bytearray(file.read())
at = data.index(b"Harbour Cafe")
data[at:at + 4] = b"XXXX"
with open(damaged, "wb") as file:
    file.write(data)

with kithtest.Kith(damaged) as kith:
    kith.find(None, "“damaged.kith” could not be opened")
    kith.click(kith.find("button", "Bring Back What Can Be Read"))
    kith.find(None, "What could be read is here")
    kith.shot("around-salvaged")
    kith.key("Escape")
    kith.find(*stakeholder("Shelter"))
    kith.quit()
