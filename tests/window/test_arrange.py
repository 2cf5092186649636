# SPDX-License-Identifier: GPL-3.0-or-later
"""Arrangements: from the button, the palette and the menu; each with its frame, each one step."""
import os
import re
import shutil
import subprocess
import time

import kithtest

MAP = os.path.join(kithtest.WORK, "place.kith")
PINNED = os.path.join(kithtest.WORK, "pinned.kith")
FEW = os.path.join(kithtest.WORK, "few.kith")
POLICE = re.compile("^Northmoor Police")


def box(kith, name):
    return kith.find("button", re.compile("^" + re.escape(name)))


def seen(kith, names=("Northmoor Police", "Harbour Money Advice")):
    """Where two of them are on the screen, once nothing moves any more."""
    last = None
    for _ in range(100):
        now = [(b.x, b.y, b.width) for b in
               (kith.extents(box(kith, name)) for name in names)]
        if now == last:
            return now
        last = now
        time.sleep(0.3)
    raise AssertionError("it does not come to rest")


def frames(kith, what):
    return kith.find_all(None, re.compile("^" + what + ": "))


def listed(kith, one):
    """What the inspector lists of what is selected, in its order; `one` is in sight there."""
    rows = kithtest.children(kith.find("list item", one).get_parent())
    return [row.get_name() for row in rows]


def as_read(kith):
    """The columns that stand on the map, row by row from the left."""
    columns = [(kith.extents(one).y, kith.extents(one).x, one.get_name())
               for one in kith.find_all("button", re.compile("^Frame: "))]
    return [name for _, _, name in sorted(columns)]


def make_pinned():
    path = os.path.join(kithtest.WORK, "pinned.csv")
    with open(path, "w", encoding="utf-8") as out:
        out.write("name,pinned\nWard,yes\nPolice,yes\n")
    subprocess.run([os.environ["KITH"], "convert", path, PINNED], check=True)


def make_map():
    """Few enough that the legend of one arrangement stands open and that of another is folded."""
    sectors = ["NHS providers", "Primary care", "Local government", "Care providers", "Housing",
               "Police, fire and justice", "Education", "Voluntary and community",
               "People and communities", "Partnership bodies"]
    people, links = (os.path.join(kithtest.WORK, name) for name in ("people.csv", "links.csv"))
    with open(people, "w", encoding="utf-8") as out:
        out.write("name,sector\n")
        for i in range(25):
            out.write(f'Harbour Organisation {i},"{sectors[i % 10]}"\n')
    with open(links, "w", encoding="utf-8") as out:
        out.write("from,to,trust from,trust to\n")
        for i in range(40):
            out.write(f"Harbour Organisation {i % 25},Harbour Organisation {(i * 4 + 1 + i // 25) % 25},"
                      f"{1 + i % 5},{1 + i % 4}\n")
    subprocess.run([os.path.join(os.environ["MESON_BUILD_ROOT"], "src", "kith"), "convert", people,
                    links, FEW], check=True)


with kithtest.Kith() as kith:
    kith.click(kith.find("button", "Northmoor crisis pathway"))
    kith.find("button", POLICE)

    # sectors as columns: from the menu beside the button
    kith.do(kith.find_all("button", "More ways to arrange")[-1])
    kith.find("menu item", "Sectors as columns")
    kith.key("Down", "Return")
    kithtest.wait_for(lambda: len(frames(kith, "Frame")) > 3, "each sector has its column")
    kith.shot("arrange-columns")
    # the legend keeps off them
    card = kith.extents(kith.find(None, "Legend"))
    tops = [kith.extents(one) for one in frames(kith, "Frame")]
    assert all(top.y >= card.y + card.height or top.x >= card.x + card.width for top in tops), tops

    # the sidebar has one row for all of it, which leads to its parts
    parts = len(frames(kith, "Frame"))
    row = kith.find("list item", re.compile(f"^Sectors as columns, Arrangement, {parts} parts$"))
    assert not kith.find_all("list item", re.compile("Frame, locked")), "a row for each column"
    kith.click(row)
    kith.find("list item", re.compile("^Frame: .+, contains"))
    kith.shot("arrange-parts")
    rows = listed(kith, re.compile("^Frame: .+, contains"))
    assert rows == as_read(kith)[:5], (rows, as_read(kith))
    # Escape leads from there to the map, and once more it selects nothing
    kith.key("Escape", "Escape")
    kith.gone("label", "Selected")
    kith.key("ctrl+a")
    names = listed(kith, "Adult Social Care")
    assert names == sorted(names) and len(names) == 5, names
    kith.key("Escape")

    # whoever is added in a column is of its sector, whatever the name would say
    column = next(one for one in frames(kith, "Frame") if "Education" in one.get_name())
    area = kith.extents(column)
    kith.double_click((area.x + area.width // 2, area.y + area.height - 30))
    kith.find("entry", "Name of the stakeholder")
    kith.type("Old Police Station Trust")
    kith.find(None, "Sector: Education")
    kith.shot("arrange-add-in-column")
    kith.key("Return")
    kith.find("button", re.compile("^Old Police Station Trust"))
    kith.find("label", "Education")
    # arranged again, the others stay about where they are
    kith.key("Escape", "ctrl+1")
    one, other = seen(kith)
    kith.key("ctrl+r")
    kith.key("ctrl+1")
    now_one, now_other = seen(kith)
    for at in (0, 1):
        way, now = ((b[at] - a[at]) / a[2] for a, b in ((one, other), (now_one, now_other)))
        assert abs(way - now) < 0.5, (one, other, now_one, now_other)
    kith.key("ctrl+z")
    if kith.find_all("button", re.compile("^Old Police Station")):
        kith.key("ctrl+z")
    kith.gone("button", re.compile("^Old Police Station"))
    # and whoever is taken into another column is told of what it says there
    kith.key("ctrl+1")
    stood = kith.centre(kith.find("button", re.compile("^Rowan Recovery")))
    into = kith.extents(next(one for one in frames(kith, "Frame") if "Education" in one.get_name()))
    kith.drag(stood, (into.x + into.width // 2, into.y + into.height - 40))
    kith.status("^Rowan Recovery now stands under “Education”, but its sector is Voluntary and community.$")
    kith.do(kith.find("button", "Change the Sector"))
    kith.gone("label", "Voluntary and community")
    kith.find("label", "Education")
    kith.key("ctrl+z")
    kith.find("label", "Voluntary and community")
    kith.key("ctrl+z", "Escape")
    kith.key("ctrl+1")

    # all of them by themselves are the map in its columns, which are not left empty
    stood = seen(kith)
    full = sorted(one.get_name() for one in frames(kith, "Frame"))
    kith.key("ctrl+a", "ctrl+shift+r")
    kith.status("Nobody moves: the map is arranged")
    kith.key("Escape")
    assert seen(kith) == stood and sorted(one.get_name() for one in frames(kith, "Frame")) == full

    # it stays one step
    kith.key("ctrl+z")
    kithtest.wait_for(lambda: not frames(kith, "Frame"), "one undo takes moves and frames back")
    kith.key("ctrl+shift+z")
    kithtest.wait_for(lambda: len(frames(kith, "Frame")) > 3, "redo brings both again")

    # the legend has found its form before all is shown: nothing is left to be moved
    kith.key("ctrl+z")
    kithtest.wait_for(lambda: not frames(kith, "Frame"), "free again")
    before = seen(kith)
    for words in ("Arrange by community", "Arrange sectors as segments", "Arrange sectors as columns",
                  "Arrange in a circle"):
        kith.command(words)
        kithtest.wait_for(lambda: seen(kith) != before, words)
        after = seen(kith)
        kith.key("ctrl+1")
        assert seen(kith) == after, (words, after, seen(kith))
    # undone, one sees again what one saw; done again, all of it
    kith.key("ctrl+z")
    kithtest.wait_for(lambda: not frames(kith, "Ring"), "the circle is undone")
    for _ in range(3):
        kith.key("ctrl+z")
    kithtest.wait_for(lambda: not frames(kith, "Frame"), "the communities are undone")
    assert seen(kith) == before, (before, seen(kith))
    for _ in range(4):
        kith.key("ctrl+shift+z")
    kithtest.wait_for(lambda: frames(kith, "Ring"), "the circle again")
    assert seen(kith) == after, (after, seen(kith))

    # the next replaces its frames
    for words, shot in (("Arrange sectors as segments", "segments"),
                        ("Arrange levels as rings, neighbourhood in the middle", "rings"),
                        ("Arrange in a circle", "circle")):
        kith.command(words)
        kithtest.wait_for(lambda: frames(kith, "Ring") and not frames(kith, "Frame"),
                          shot + ": rings instead of columns")
        kith.shot("arrange-" + shot)
    kith.command("Arrange by power and interest")
    kithtest.wait_for(lambda: any("Interest" in one.get_name() for one in frames(kith, "Line")),
                      "the grid")
    kith.shot("arrange-grid")
    kith.command("Arrange by community")
    kithtest.wait_for(lambda: frames(kith, "Frame") and not frames(kith, "Line"), "communities")
    kith.shot("arrange-community")

    # round the selected one; round whom, where none is
    kith.click(kith.find("button", POLICE))
    kith.command("Arrange round one stakeholder")
    kithtest.wait_for(lambda: any("1 step away" in one.get_name() for one in frames(kith, "Ring")),
                      "rings by steps from the police")
    kith.shot("arrange-around")
    police = seen(kith)
    kith.key("Escape")
    kith.command("Arrange round one stakeholder")
    kith.find(None, "Round whom the map is arranged")
    kith.type("wards")
    kith.find(None, re.compile("^Inpatient Wards"))
    kith.shot("arrange-round-whom")
    kith.key("Return")
    kithtest.wait_for(lambda: seen(kith) != police, "rings by steps from the wards")
    kith.key("ctrl+z")
    kithtest.wait_for(lambda: seen(kith) == police, "rings round the police again")

    # the frame goes alone
    kith.command("Remove the frame of the arrangement")
    kithtest.wait_for(lambda: not frames(kith, "Ring"), "the rings are gone")

    # no picture, no places
    kith.command("Arrange on the places")
    kith.status("There is no background picture")
    kith.key("ctrl+w")
    kith.quit()

# the legend finds its form before all is shown
make_map()
with kithtest.Kith(FEW) as kith:
    two = ("Harbour Organisation 3", "Harbour Organisation 14")
    box(kith, two[0])
    for words in ("Arrange in a circle", "Arrange sectors as columns", "Arrange by community",
                  "Arrange sectors as segments", "Arrange in a circle"):
        before = seen(kith, two)
        kith.command(words)
        kithtest.wait_for(lambda: seen(kith, two) != before, words)
        after = seen(kith, two)
        kith.key("ctrl+1")
        assert seen(kith, two) == after, (words, after, seen(kith, two))
    # of whom no level is known
    kith.command("Arrange levels as rings, neighbourhood in the middle")
    kith.status("Nobody’s level has been said yet")
    kith.command("Arrange by power and interest")
    kith.status("Nobody’s power and interest")
    kith.quit()

# what cannot be is said, too
make_pinned()
with kithtest.Kith(PINNED) as kith:
    kith.key("ctrl+r")
    kith.status("Nobody moves: all of them are pinned")
    kith.key("ctrl+a", "Delete", "ctrl+r")
    kith.status("There is nobody to arrange yet")
    kith.quit()
