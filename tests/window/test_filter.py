# SPDX-License-Identifier: GPL-3.0-or-later
"""Filter and focus: chosen in the panel, seen on the map, taken away by chips and keys, kept."""
import os
import re
import subprocess

import kithtest
from gi.repository import Atspi

POLICE = ("button", re.compile("^Northmoor Police"))
HOUSING = ("button", re.compile("^Housing Options"))
EXAMPLE = os.path.join(os.environ["KITH_EXAMPLES"], "northmoor-crisis-pathway.kith")
MAP = os.path.join(kithtest.WORK, "filtered.kith")
SHOWING = re.compile(r"^Showing (\d+) of (\d+) stakeholders, (\d+) of (\d+) links$")


def make_map():
    subprocess.run([os.environ["KITH"], "convert", EXAMPLE, MAP], check=True,
                   env={**os.environ, "DISPLAY": ""})


def within(everything, name, steps):
    """How many stakeholders a focus of so many steps holds."""
    names = {s["id"]: s["name"] for s in everything["stakeholders"]}
    reached = {i for i, n in names.items() if n == name}
    for _ in range(steps):
        reached |= {l[b] for l in everything["links"] for a, b in (("a", "b"), ("b", "a"))
                    if l[a] in reached}
    return len(reached)


def ink(kith):
    """Of the canvas, how many pixels are dark, and how many are not the ground."""
    box = kith.extents(kith.find(None, "Map canvas"))
    raw = subprocess.run(["import", "-window", "root", "-depth", "8", "-crop",
                          f"{box.width - 20}x{box.height - 80}+{box.x + 10}+{box.y + 10}",
                          "+repage", "gray:-"], stdout=subprocess.PIPE, check=True).stdout
    return sum(p < 110 for p in raw), sum(p < 238 for p in raw)


def wait_ink(kith, test, sentence):
    return kithtest.wait_for(lambda: test(*ink(kith)), sentence)


def chip(kith, name):
    return kith.find("button", f"Remove from the filter: {name}")


def showing(kith):
    return [int(i) for i in SHOWING.match(kith.find(None, SHOWING).get_name()
                                          or kith.text(kith.find(None, SHOWING))).groups()]


def wait_showing(kith, stakeholders):
    kith.find(None, re.compile(rf"^Showing {stakeholders} of "))


def whole(kith):
    kith.gone(None, SHOWING)


def open_section(kith, name):
    section = kith.find(None, re.compile(f"^{name}"))
    kith.click((kith.extents(section).x + 20, kith.extents(section).y + 17))


def walk_back_to(kith, name):
    for _ in range(12):
        if any(i.get_state_set().contains(Atspi.StateType.FOCUSED)
               for i in kith.find_all("button", name)):
            return
        kith.key("shift+Tab")
    raise AssertionError(f"Shift+Tab does not come to {name!r}")


make_map()
with kithtest.Kith(MAP) as kith:
    everything = kith.show(MAP)
    n = len(everything["stakeholders"])
    kith.find(*POLICE)
    kith.command("hide the legend")
    kith.move(700, 860)
    dark, some = ink(kith)

    # a sector in the panel: its chip, its count; others fade and are passed by
    kith.key("ctrl+shift+f")
    kith.find(None, "Filter by text")
    kith.key("Tab", "Tab")
    kith.key("space")
    kith.click(kith.find("check box", "Housing (2)"))
    chip(kith, "Housing")
    wait_showing(kith, 2)
    kith.shot("filter-panel")
    kith.gone(*POLICE)
    kith.find(*HOUSING)
    kith.key("Escape")
    kith.gone(None, "Filter by text")
    kith.move(700, 860)
    wait_ink(kith, lambda d, s: d < dark / 2 and s > some / 2, "what is filtered out does not fade")
    kith.shot("filter-faded")

    # hidden instead; and fading again
    kith.command("hide or fade")
    wait_ink(kith, lambda d, s: s < some / 3, "what is filtered out is not hidden")
    kith.shot("filter-hidden")
    kith.key("ctrl+a")
    kith.find(None, re.compile("^2 selected"))
    kith.key("Escape")
    kith.command("hide or fade")
    wait_ink(kith, lambda d, s: s > some / 2, "what is filtered out does not come back")

    # what is made meanwhile does not vanish under the hands, until another filter is asked for
    kith.key("n")
    kith.type("Quokka Trust\n")
    kith.find("button", re.compile("^Quokka Trust"))
    wait_showing(kith, 3)
    kith.key("ctrl+z")
    wait_showing(kith, 2)

    # the chip goes by the pointer
    kith.click(chip(kith, "Housing"))
    whole(kith)
    kith.find(*POLICE)
    kith.move(700, 860)
    wait_ink(kith, lambda d, s: d > dark * 0.8, "the map does not come back")

    # and by a key; text is found in names, notes and events
    kith.key("ctrl+shift+f")
    kith.type("crisis")
    chip(kith, "Text: crisis")
    assert 2 < showing(kith)[0] < n
    kith.key("Escape")
    walk_back_to(kith, "Remove from the filter: Text: crisis")
    kith.key("Delete")
    whole(kith)

    # focus: one step, two, three; the selection moves on without it
    kith.click(kith.find(*POLICE))
    for steps in 1, 2, 3:
        kith.key("F8")
        chip(kith, f"Focus: Northmoor Police, {steps} step{'s' if steps > 1 else ''}")
        wait_showing(kith, within(everything, "Northmoor Police", steps))
        kith.shot(f"focus-{steps}")
    kith.click(kith.find("button", "Focus reaches 1 step"))
    chip(kith, "Focus: Northmoor Police, 1 step")
    kith.click(kith.find(*POLICE))
    kith.key("Right")
    kith.gone("text", "Northmoor Police")
    chip(kith, "Focus: Northmoor Police, 1 step")
    # Escape takes back the selection first, then the focus
    kith.key("Escape", "Escape")
    whole(kith)

    # what finds it says that it is filtered out, and offers the way back
    kith.key("ctrl+shift+f")
    kith.type("crisis caf")
    chip(kith, "Text: crisis caf")
    kith.key("Escape")
    kith.command("hide or fade")
    kith.gone(*POLICE)
    kith.key("ctrl+f")
    kith.type("northmoor police")
    kith.find(None, re.compile("^Northmoor Police, Stakeholder, filtered out"))
    kith.key("Return")
    kith.find(*POLICE)
    kith.click(kith.find("button", "Clear the Filter"))
    whole(kith)

    # an export says that it is a part; a person may ask for the whole
    kith.key("ctrl+shift+f")
    kith.type("police")
    chip(kith, "Text: police")
    kith.key("Escape")
    kith.key("ctrl+e")
    kith.find(None, re.compile("^Now a part, as in the window: Text: police"))
    kith.find(None, "Whole map")
    kith.shot("filter-export")
    kith.key("Escape")

    # nobody is asked about what they may not see: trust is not in a window for the public
    kith.key("ctrl+shift+f")
    kith.find(None, re.compile("^Trust, from either end"))
    kith.key("alt+3")
    kith.gone(None, re.compile("^Trust, from either end"))
    kith.gone("button", "Remove from the filter: Text: police")
    kith.key("alt+1")
    chip(kith, "Text: police")
    kith.key("Escape")
    kith.quit()

    # it is there when the map is opened again
    kith.start()
    chip(kith, "Text: police")
    kith.shot("filter-reopened")
    kith.click(kith.find("button", "Clear All"))
    whole(kith)
