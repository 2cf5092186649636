# SPDX-License-Identifier: GPL-3.0-or-later
"""Every window beside the map says who somebody is now: another hand renames while it is open."""
import os
import re
import subprocess
import time

import kithtest

MAP = os.path.join(kithtest.WORK, "names.kith")
EXAMPLE = os.path.join(os.environ["KITH_SOURCE"], "data", "examples", "aldermouth-way-out-of-hospital.json")
WAS = "Discharge Team"
NOW = "Zqx Team"  # later edits would be undone before the renaming: there are none


def find(kith, role, name):
    return kith.find(role, name, timeout=60)


def from_outside(action):
    subprocess.run(["gdbus", "call", "--session", "--dest", "io.github.kith_maps.Kith", "--object-path",
                    "/io/github/kith_maps/Kith/window/1", "--method", "org.gtk.Actions.Activate", action,
                    "[]", "{}"], check=True, stdout=subprocess.DEVNULL)


def naming(kith, name):
    """What in the window on top, or in a pane of the map's, speaks of somebody; what was undone aside."""
    words = (kithtest.heard(item) or "" for item in kith.walk(kith.windows()[-1]))
    return [text for text in words if name in text and not re.match("Undone|Redone", text)]


def follows(kith, what, least=1):
    kithtest.wait_for(lambda: len(naming(kith, NOW)) >= least, f"{what} does not speak of {NOW}", 40)
    kith.shot("other-name-" + what.replace(" ", "-"))
    n = len(naming(kith, NOW))
    from_outside("undo")
    kithtest.wait_for(lambda: not naming(kith, NOW) and len(naming(kith, WAS)) >= least,
                      f"{what} still says {NOW}", 20)
    from_outside("redo")
    kithtest.wait_for(lambda: len(naming(kith, NOW)) == n, f"{what} does not say {NOW} again", 20)


def a_round(kith):
    """Begun before the renaming, so that undo has only that to take back."""
    kith.key("ctrl+alt+r")
    find(kith, "button", "Start a Round…")
    kith.key("Return")
    find(kith, None, re.compile("^Title, such as"))
    kith.key("Return")
    find(kith, None, re.compile("^Rate: go through"))
    kith.key("Escape", "Escape")


def select(kith, name):
    kith.do(find(kith, "button", re.compile(f"^{name}, ")), "item.select")


def rename(kith):
    select(kith, WAS)
    kith.key("F2", "ctrl+a")
    kith.type(NOW + "\n")
    find(kith, "button", re.compile(f"^{NOW}, "))


def rounds(kith):
    select(kith, NOW)
    kith.key("ctrl+alt+r")
    kith.click(find(kith, "list item", re.compile("20")))
    kith.click(find(kith, None, re.compile("^Rate: go through")))
    find(kith, None, "Who is speaking?")
    follows(kith, "who speaks in a round")
    kith.type("Nurse\n")
    find(kith, None, re.compile(f"^What does {NOW} make of"))
    follows(kith, "a question of a round")
    kith.key("Escape", "Escape", "Escape")


def questions(kith):
    kith.command("Questions: ask")
    kith.click(find(kith, "list item", re.compile("^What causes the delays at discharge")))
    find(kith, None, "Answer of " + NOW)
    follows(kith, "answers")
    kith.click(find(kith, None, "Positions"))
    follows(kith, "positions")
    kith.key("Escape", "Escape", "Escape")


def drivers(kith):
    select(kith, NOW)
    kithtest.xdo("keydown", "ctrl")
    kith.click(find(kith, "button", re.compile("^Community Nursing, ")))
    kithtest.xdo("keyup", "ctrl")
    kith.command("Compare what drives")
    follows(kith, "what drives two")
    kith.key("Escape")


def main():
    subprocess.run([os.environ["KITH"], "convert", EXAMPLE, MAP], check=True)
    with kithtest.Kith(MAP) as kith:
        find(kith, "button", re.compile(f"^{WAS}, "))
        a_round(kith)
        rename(kith)
        for command, what in (("Pulse checks: how", "pulse checks"), ("Enter a round of pulse", "a round of pulses"),
                              ("Change: who carries", "changes"), ("Warning signs", "warning signs"),
                              ("Inclusion: who", "inclusion"), ("Repair plan: the", "the repair plan"),
                              ("Purpose: who", "a purpose")):
            kith.command(command)
            follows(kith, what)
            kith.key("Escape")
            time.sleep(0.5)
        questions(kith)
        rounds(kith)
        drivers(kith)
        kith.key("ctrl+alt+w")
        find(kith, "list item", re.compile(f"^If {NOW} left"))
        follows(kith, "what the map tells", 3)
        kith.quit()


main()
