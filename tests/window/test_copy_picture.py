# SPDX-License-Identifier: GPL-3.0-or-later
"""The map, or what is selected of it, to other programs as a picture: as this window's audience sees
it, and signed for whom."""
import os
import re
import struct
import subprocess

import kithtest

HERE = os.path.dirname(os.path.abspath(__file__))
MAP = os.path.join(kithtest.WORK, "map.kith")
LINKS = """From,To,Type,Trust,Note,Private note
Northmoor Police,Harbour Hospital,works with,4,Meet weekly,Canary note
Harbour Hospital,Shelter,refers to,2,,
"""


def from_clipboard(kind):
    return subprocess.run(["/usr/bin/python3", os.path.join(HERE, "clipboard.py"), kind],
                          stdout=subprocess.PIPE, check=True, timeout=30).stdout


def pictures():
    """PNG size, and SVG as text."""
    png = from_clipboard("image/png")
    assert png.startswith(b"\x89PNG\r\n"), png[:20]
    svg = from_clipboard("image/svg+xml").decode()
    assert "Canary" not in svg, "a private note got out"
    subprocess.run(["xmllint", "--noout", "--nonet", "-"], input=svg.encode(), check=True)
    return struct.unpack(">II", png[16:24]), svg


def copied(kith, whom):
    """The size that was said."""
    said = kithtest.heard(kith.status(rf"Copied as a picture, \d+ × \d+ pixels, for: {whom}"))
    return tuple(int(n) for n in re.search(r"(\d+) × (\d+)", said).groups())


def whole_map(kith):
    kith.click((250, 600))
    kith.key("ctrl+shift+c")
    said = copied(kith, "Working team")
    size, svg = pictures()
    assert said == size and max(size) <= 4096, (said, size)
    assert min(size) > 600, "too small for a slide"
    for words in ("Northmoor Police", "Harbour Hospital", "Shelter", "For: Working team"):
        assert words in svg, words


def what_is_selected(kith):
    kith.click(kith.find("button", re.compile("^Northmoor Police,")))
    kithtest.xdo("keydown", "ctrl")
    kith.click(kith.find("button", re.compile("^Harbour Hospital,")))
    kithtest.xdo("keyup", "ctrl")
    kith.find("label", "2 stakeholders")
    kith.key("shift+F10")
    kith.find("menu item", "Copy as a picture")
    kith.shot("copy-picture-menu")
    kith.key("Escape")
    kith.key("ctrl+shift+c")
    copied(kith, "Working team")
    _size, svg = pictures()
    assert "Northmoor Police" in svg and "Harbour Hospital" in svg
    assert "Shelter" not in svg, "it was not selected"


def for_partners(kith):
    """By its name in the list of commands; a link alone goes with both of its ends."""
    kith.key("alt+2")
    kith.find("label", re.compile("^Partners: "))
    kith.click((250, 640))
    kith.gone("label", "2 stakeholders")
    kith.click(kith.find("button", re.compile("^Harbour Hospital,")))
    kith.key("bracketright")
    kith.find("button", re.compile("^4 Strong"))  # the page of that link
    kith.command("as a picture")
    copied(kith, "Partners")
    kith.shot("copy-picture")
    _size, svg = pictures()
    assert "For: Partners" in svg
    assert "Harbour Hospital" in svg
    assert ("Northmoor Police" in svg) != ("Shelter" in svg), "one link has two ends"


with open(MAP.replace(".kith", ".csv"), "w", encoding="utf-8") as csv:
    csv.write(LINKS)
subprocess.run([os.environ["KITH"], "convert", MAP.replace(".kith", ".csv"), MAP], check=True)
with kithtest.Kith(MAP) as kith:
    kith.find(None, "Map canvas")
    whole_map(kith)
    what_is_selected(kith)
    for_partners(kith)
