# SPDX-License-Identifier: GPL-3.0-or-later
"""Copy, cut, paste and duplicate by keys: in a window, between two, to and from other programs;
several put in line; links walked, crossed and given siblings."""
import os
import re
import subprocess
import sys
import time

import kithtest

HERE = os.path.dirname(os.path.abspath(__file__))
ONE = os.path.join(kithtest.WORK, "one.kith")
TWO = os.path.join(kithtest.WORK, "two.kith")
PAPER = os.path.join(kithtest.WORK, "paper.kith")
LINKS = """From,To,Type,Trust,Note,Private note
Northmoor Police,Harbour Hospital,works with,4,Meet weekly,Tell nobody
Harbour Hospital,Shelter,refers to,2,,
"""


def make(path, text):
    csv = path.removesuffix(".kith") + ".csv"
    with open(csv, "w", encoding="utf-8") as file:
        file.write(text)
    subprocess.run([os.environ["KITH"], "convert", csv, path], check=True)


def wanted(kith, path, what, sentence):
    """Waits until the file, which saves itself, is as it should be."""
    return kithtest.wait_for(lambda: what(kith.show(path)), sentence, 40)


def stakeholders(kith, name):
    return kith.find_all("button", re.compile("^" + re.escape(name) + ","))


def box(kith, name, n=1):
    """Waits for so many of that name; the last of them."""
    kithtest.wait_for(lambda: len(stakeholders(kith, name)) == n,
                      f"not {n} times {name!r} but {len(stakeholders(kith, name))}")
    return stakeholders(kith, name)[-1]


def from_clipboard(kind):
    return subprocess.run(["/usr/bin/python3", os.path.join(HERE, "clipboard.py"), kind],
                          stdout=subprocess.PIPE, check=True, timeout=30).stdout


def free_ground(kith):
    """Selects nothing, and leaves the pointer where there is room."""
    kith.click((250, 600))


def in_a_window(kith):
    kith.click(box(kith, "Northmoor Police"))
    kith.key("ctrl+a", "ctrl+c")
    kith.status("Copied 3 stakeholders")
    kith.key("ctrl+v", "ctrl+1")
    for name in ("Northmoor Police", "Harbour Hospital", "Shelter"):
        box(kith, name, 2)
    kith.find("label", "3 stakeholders")
    kith.shot("clip-pasted")
    kith.key("ctrl+z")
    box(kith, "Shelter", 1)
    # duplicating leaves the clipboard alone; what was said may lie over the box
    kith.do(box(kith, "Harbour Hospital"), "item.select")
    kith.key("ctrl+d")
    box(kith, "Harbour Hospital", 2)
    kith.key("ctrl+z")
    box(kith, "Harbour Hospital", 1)


def to_other_programs(kith):
    assert from_clipboard("text/plain;charset=utf-8").decode().split("\n") == [
        "Harbour Hospital", "Northmoor Police", "Shelter"]
    table = from_clipboard("text/tab-separated-values").decode()
    assert table.startswith("Label\tKind\tSector\t") and "\nShelter\t" in table, table
    assert from_clipboard("image/png").startswith(b"\x89PNG\r\n")
    assert b"Tell nobody" in from_clipboard("application/x-kith-clip+json")


def for_partners(kith):
    kith.key("alt+2")
    kith.click(box(kith, "Northmoor Police"))
    kith.key("ctrl+a", "ctrl+c")
    time.sleep(0.5)
    clip = from_clipboard("application/x-kith-clip+json")
    assert b"Northmoor Police" in clip and b"Tell nobody" not in clip, clip
    kith.key("ctrl+x")
    kith.status("Cutting would lose what is not shown here")
    box(kith, "Northmoor Police")
    kith.key("alt+1")
    time.sleep(0.5)


def from_other_programs(kith):
    free_ground(kith)
    with kithtest.Held("• Riverside Mind\n• Northmoor Council\n• Shelter\n"):
        kith.key("ctrl+v")
        kith.status("Pasted 2 stakeholders")
    box(kith, "Riverside Mind")
    box(kith, "Shelter")
    kith.shot("clip-pasted-list")
    free_ground(kith)
    with kithtest.Held("Name\tSector\tKind\nQuay House\tPolice, fire and justice\tstation\n"):
        kith.key("ctrl+v")
        kith.status("Pasted 1 stakeholder")
    data = wanted(kith, ONE, lambda d: len(d["stakeholders"]) == 6 and d, "six are saved")
    quay = next(s for s in data["stakeholders"] if s["name"] == "Quay House")
    assert (quay["sector"], quay["kind"]) == ("police-fire-justice", "station"), quay
    kith.key("ctrl+z", "ctrl+z")
    kithtest.wait_for(lambda: not stakeholders(kith, "Riverside Mind"), "a list is one step")


def near(one, other):
    return abs(one - other) <= 2


def lines(kith):
    names = ("Northmoor Police", "Harbour Hospital", "Shelter")
    before = [kith.extents(box(kith, name)).x for name in names]
    assert not near(before[0], before[1]) or not near(before[1], before[2]), before
    kith.click(box(kith, "Shelter"))
    kith.key("ctrl+a", "alt+shift+Left")
    kithtest.wait_for(lambda: all(near(kith.extents(box(kith, name)).x, min(before))
                                  for name in names), "left edges are in line")
    kith.shot("clip-aligned")
    kith.key("ctrl+z")
    kithtest.wait_for(lambda: all(near(kith.extents(box(kith, name)).x, x)
                                  for name, x in zip(names, before)), "undo moves all back")
    # the same from the menu, by keys; the pointer is out of its way
    kith.move(60, 620)
    kith.key("shift+F10")
    time.sleep(0.5)
    kith.find("menu item", re.compile("Arrange these only"))
    kith.shot("clip-menu")
    kith.key("Down", "Down", "Down", "Down", "Down", "Right")  # to Align and into it
    time.sleep(0.5)
    kith.shot("clip-submenu")
    kith.key("Down", "Return")  # past the way back: left edges
    kithtest.wait_for(lambda: all(near(kith.extents(box(kith, name)).x, min(before))
                                  for name in names), "the menu aligns left edges")
    kith.key("ctrl+z")
    time.sleep(0.5)


def these_only(kith):
    """Two that lie on each other are arranged; the third stays where it is."""
    shelter = kith.centre(box(kith, "Shelter"))
    kith.click(box(kith, "Northmoor Police"))
    kithtest.xdo("keydown", "ctrl")
    kith.click(box(kith, "Harbour Hospital"))
    kithtest.xdo("keyup", "ctrl")
    kith.find("label", "2 stakeholders")
    kith.key("alt+shift+Left", "alt+shift+Up")

    def apart():
        one, other = (kith.extents(box(kith, name))
                      for name in ("Northmoor Police", "Harbour Hospital"))
        return abs(one.y - other.y) >= one.height or abs(one.x - other.x) >= one.width

    kithtest.wait_for(lambda: not apart(), "aligned both ways they lie on each other")
    kith.key("ctrl+shift+r")
    kithtest.wait_for(apart, "arranging takes them apart")
    assert all(map(near, kith.centre(box(kith, "Shelter")), shelter)), "the third one moved"
    kith.shot("clip-arranged-two")
    kith.key("ctrl+z", "ctrl+z", "ctrl+z")


def by_links(kith):
    kith.click(box(kith, "Northmoor Police"))
    kith.key("bracketright")
    kith.key("alt+Return")
    kith.key("shift+Return")  # a sibling of the hospital is linked to the police
    kith.type("Riverside Hospice")
    kith.key("Return")
    kith.find("button", re.compile("^Riverside Hospice, .*, 1 link$"))
    kith.find("button", re.compile("^Northmoor Police, .*, 2 links$"))
    kith.key("ctrl+z")
    kithtest.wait_for(lambda: not stakeholders(kith, "Riverside Hospice"), "it is one step")


def on_screen(process):
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)],
                           stdout=subprocess.PIPE, text=True)
    return [int(line) for line in found.stdout.split()]


def new_window(process, known, what):
    def look():
        return [w for w in on_screen(process) if w not in known]

    window = kithtest.wait_for(look, what, 30)[-1]
    time.sleep(2)
    kithtest.xdo("windowraise", window)
    kithtest.xdo("windowfocus", window)
    time.sleep(0.5)


def between_windows(kith):
    """Cut here, paste in a second window of the same program: with link, rating and private note."""
    kith.click(box(kith, "Northmoor Police"))
    kith.key("ctrl+a", "ctrl+x")
    kithtest.wait_for(lambda: not stakeholders(kith, "Shelter"), "cutting deletes")
    known = on_screen(kith.process)
    subprocess.run([os.environ["KITH"], TWO], check=True)
    new_window(kith.process, known, "no second window")
    kith.click((250, 600))
    kith.key("ctrl+v")
    data = wanted(kith, TWO, lambda d: len(d["stakeholders"]) == 4 and d, "pasted and saved")
    kith.shot("clip-second-window")
    notes = sorted(link["private_note"] for link in data["links"] if link.get("private_note"))
    assert len(data["links"]) == 2 and notes == ["Tell nobody"], data["links"]
    wanted(kith, ONE, lambda d: not d["stakeholders"], "cut and saved")


def between_programs(kith):
    """The same through the clipboard's own form, to a program with a bus of its own."""
    other = subprocess.Popen(["dbus-run-session", "--", "sh", "-c",
                              f'echo $$ > "{PAPER}.pid"; exec "$KITH" "{PAPER}"'],
                             env={**os.environ, "XDG_DATA_HOME": kithtest.WORK + "/data",
                                  "XDG_STATE_HOME": kithtest.WORK + "/state"})

    class Process:
        pid = 0

    def pid():
        if os.path.exists(PAPER + ".pid"):
            with open(PAPER + ".pid", encoding="ascii") as file:
                Process.pid = int(file.read() or 0)
        return Process.pid

    try:
        kithtest.wait_for(pid, "it did not start")
        new_window(Process, [], "no other program")
        kith.click((250, 600))
        kith.key("ctrl+v")
        data = wanted(kith, PAPER, lambda d: len(d["stakeholders"]) == 4 and d, "pasted, saved")
        assert len(data["links"]) == 2, data["links"]
        kith.shot("clip-other-program")
    finally:
        if Process.pid:
            os.kill(Process.pid, 9)
        other.wait()


make(ONE, LINKS)
make(TWO, "Name\nNorthmoor Council\n")
make(PAPER, "Name\nQuay House\n")
with kithtest.Kith(ONE) as kith:
    only = sys.argv[1:]
    for part in (in_a_window, to_other_programs, for_partners, from_other_programs, lines, these_only,
                 by_links, between_windows, between_programs):
        if not only or part.__name__ in only:
            print(part.__name__, flush=True)
            part(kith)
