# SPDX-License-Identifier: GPL-3.0-or-later
"""Who meets in a shared space: who leaves keeps its years, who was never there goes without a trace;
and what the export dialog says of what will be written."""
import os
import re
import subprocess

import kithtest

MAP = os.path.join(kithtest.WORK, "members.kith")


def find(kith, role, name):
    return kith.find(role, name, timeout=40)


def saved(kith, is_so, sentence):
    def look():
        kith.key("ctrl+s")
        shown = kith.show(MAP)
        return shown if is_so(shown) else None
    return kithtest.wait_for(look, sentence, 40)


def members_now():
    shown = subprocess.run([os.environ["KITH"], "show", MAP], capture_output=True, text=True,
                           check=True, env={**os.environ, "DISPLAY": ""})
    return shown.stdout


def leave(kith):
    kith.click(find(kith, "button", "Choose…"))
    kith.click(find(kith, "check box", "Police"))
    kith.click(find(kith, None, re.compile("^Left on")))
    kith.key("ctrl+a")
    kith.type("May 2019")
    kith.shot("members-left")
    kith.click(find(kith, "button", "Save"))
    find(kith, "button", re.compile("^.*shared space, 2 members"))
    kith.click(find(kith, "button", "Choose…"))
    find(kith, None, re.compile("Until May 2019"))
    kith.click(find(kith, "check box", "Council"))
    kith.click(find(kith, None, "Was never a member"))
    kith.shot("members-never")
    kith.click(find(kith, "button", "Save"))
    find(kith, "button", re.compile("^.*shared space, 1 member"))


def export(kith):
    kith.key("ctrl+alt+2")
    kith.key("ctrl+e")
    find(kith, None, re.compile("Lens: Gap between ends"))
    kith.shot("members-export")
    kith.key("Escape")


with open(os.path.join(kithtest.WORK, "who.csv"), "w") as file:
    file.write("name,sector\nTrust,NHS providers\nPolice,Police\nCouncil,Local government\n")
subprocess.run([os.environ["KITH"], "convert", file.name, MAP], check=True)
with kithtest.Kith(MAP) as kith:
    find(kith, "button", re.compile("^Trust, "))
    kith.key("ctrl+a")
    kith.command("new shared space")
    find(kith, "button", re.compile("^.*shared space, 3 members"))
    leave(kith)
    kith.assert_names()
    export(kith)
