# SPDX-License-Identifier: GPL-3.0-or-later
"""Lenses: chosen by the button and by keys, explained by the legend, through one's eyes, kept."""
import os
import re
import subprocess

import kithtest

EXAMPLE = os.path.join(os.environ["KITH_EXAMPLES"], "tarnbeck-thirty-years.kith")
MAP = os.path.join(kithtest.WORK, "seen.kith")


def pixels(kith):
    """The canvas as grey values, without what lies at its rim."""
    box = kith.extents(kith.find(None, "Map canvas"))
    return subprocess.run(["import", "-window", "root", "-depth", "8", "-crop",
                           f"{box.width - 20}x{box.height - 80}+{box.x + 10}+{box.y + 10}",
                           "+repage", "gray:-"], stdout=subprocess.PIPE, check=True).stdout


def differs(kith, before):
    def much():
        now = pixels(kith)
        return sum(abs(a - b) > 40 for a, b in zip(now, before)) > 2000
    kithtest.wait_for(much, "the map looks the same through another lens", timeout=20)
    drawn(kith)


def drawn(kith):
    """Something of the map is there: GTK leaves out what has lost its place."""
    kithtest.wait_for(lambda: sum(v < 200 for v in pixels(kith)) > 3000, "the map is gone")


def lens(kith, words):
    kith.find(None, re.compile(f"^Lens: {words}"), timeout=20)


subprocess.run([os.environ["KITH"], "convert", EXAMPLE, MAP, "--audience", "team"], check=True,
               env={**os.environ, "DISPLAY": ""})
with kithtest.Kith(MAP) as kith:
    kith.find("button", re.compile("^Adult Social Care"))
    lens(kith, "Trust")
    kith.move(700, 880)
    trust = pixels(kith)

    # by keys
    kith.key("ctrl+alt+2")
    lens(kith, "Gap between ends")
    differs(kith, trust)
    kith.shot("lens-gap")
    gap = pixels(kith)
    kith.key("ctrl+alt+3")
    lens(kith, "Change since a date")
    differs(kith, gap)
    kith.shot("lens-change")

    # by the button
    kith.click(kith.find(None, re.compile("^Lens: ")))
    kith.find("menu item", "Plain")
    kith.shot("lens-menu")
    kith.click(kith.find("menu item", "Plain"))
    lens(kith, "Plain")
    plain = pixels(kith)

    # the rest, by name
    kith.key("ctrl+shift+p")
    kith.find("list", "Commands")
    kith.type("lens: level")
    kith.key("Return")
    lens(kith, "Level")
    differs(kith, plain)
    kith.shot("lens-level")

    # through the eyes of whom is selected
    kith.key("ctrl+alt+1")
    lens(kith, "Trust$")
    kith.click(kith.find("button", re.compile("^Tarnbeck Police")))
    kith.key("ctrl+alt+5")
    lens(kith, "Trust, through the eyes of Tarnbeck Police")
    kith.key("Escape")
    kith.move(700, 880)
    kith.find("button", re.compile("^Adult Social Care"))
    differs(kith, trust)
    kith.shot("lens-through")
    kith.key("ctrl+alt+4")
    lens(kith, "Plain")
    kith.quit()

# looking is kept with the window, and not in the document
with kithtest.Kith(MAP) as kith:
    kith.find("button", re.compile("^Adult Social Care"))
    lens(kith, "Plain")
