# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and text dragged from another program onto the window: a map opens, two tables begin an
import, names become stakeholders, a picture becomes somebody's or lies under the map, and what is no
use here is said to be none."""
import os
import re
import subprocess
import sys
import time

import kithtest

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = (1300, 850)  # where nothing of the window is
PEOPLE = os.path.join(kithtest.WORK, "people.csv")
LINKS = os.path.join(kithtest.WORK, "links.csv")
OTHER = os.path.join(kithtest.WORK, "other.kith")
MAP = os.path.join(kithtest.WORK, "map.kith")
AREA = os.path.join(kithtest.WORK, "Area.png")
NOISE = os.path.join(kithtest.WORK, "noise.mp3")


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def make():
    write(PEOPLE, "Name,Sector\nHarbour Hospital,Health\nShelter,Housing\n")
    write(LINKS, "From,To,Type\nHarbour Hospital,Shelter,refers to\n")
    write(NOISE, "no music")
    subprocess.run(["convert", "-size", "300x200", "xc:steelblue", AREA], check=True)
    for path, name in ((OTHER, "Somebody Else"), (MAP, "Northmoor Police")):
        csv = path.removesuffix(".kith") + "-in.csv"
        write(csv, f"From,To\n{name},Youth Service\n")
        subprocess.run([os.environ["KITH"], "convert", csv, path], check=True)


def drag(kith, *what, shot=None, to=(400, 300)):
    source = subprocess.Popen(["/usr/bin/python3", os.path.join(HERE, "drag_source.py"), *what])
    try:
        window = kithtest.wait_for(lambda: subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "^drag source$"],
            stdout=subprocess.PIPE).stdout.split(), "there is no window to drag from")[-1].decode()
        kithtest.xdo("windowmove", "--sync", window, 1250, 820)
        time.sleep(0.5)
        kith.move(*SOURCE)
        kithtest.xdo("mousedown", 1)
        for step in range(1, 13):
            kith.move(SOURCE[0] + (to[0] - SOURCE[0]) * step / 12,
                      SOURCE[1] + (to[1] - SOURCE[1]) * step / 12)
        time.sleep(0.5)
        if shot is not None:
            kith.shot(shot)
        kithtest.xdo("mouseup", 1)
        time.sleep(0.8)
    finally:
        source.terminate()
        source.wait()


def box(kith, name):
    return kith.find("button", re.compile(rf"^{name},"))


def main():
    make()
    with kithtest.Kith(MAP) as kith:
        box(kith, "Northmoor Police")
        drag(kith, "--text", "Food Bank\nTenants Union", shot="drop-text")
        box(kith, "Food Bank")
        box(kith, "Tenants Union")
        drag(kith, NOISE)
        kith.find(None, re.compile("noise.mp3.* cannot be put here"))
        police = box(kith, "Northmoor Police")
        width = kith.extents(police).width
        drag(kith, AREA, shot="drop-picture", to=kith.centre(police))
        kithtest.wait_for(lambda: kith.extents(box(kith, "Northmoor Police")).width > width + 15,
                          "the stakeholder does not show the picture that was dropped on it")
        drag(kith, AREA, to=(200, 640))
        kith.find("button", "Background picture: Area")
        drag(kith, PEOPLE, LINKS, shot="drop-tables")
        kith.find(None, re.compile("2 stakeholders, 1 link"))
        kith.key("Escape")
        kith.gone("button", "Import")
        drag(kith, OTHER)
        box(kith, "Somebody Else")
        assert len(kith.windows()) == 2, "a map that was dropped has no window of its own"
    return 0


if __name__ == "__main__":
    sys.exit(main())
