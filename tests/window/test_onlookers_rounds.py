# SPDX-License-Identifier: GPL-3.0-or-later
"""Rounds while others look on: our impressions are neither told nor overwritten, a silent round is opened by no key
that meets somebody else, and then tells no voice's name."""
import json
import os
import re
import subprocess
import time

import kithtest
from onlookers_map import MAP, OTHER, come, find, make_map, over, press, select, the_team_again


def rounds(kith, title=None):
    kith.key("Escape", "Escape")
    select(kith, "Westvale Trust")
    kith.key("ctrl+alt+r")
    find(kith, "button", "Start a Round…")
    if title is not None:
        kith.click(find(kith, None, re.compile("^" + title)))
        find(kith, None, "Rate: go through the questions")


def start(kith, title, silently=False):
    rounds(kith)
    press(kith, "button", "^Start a Round")
    find(kith, None, re.compile("^Title, such as"))
    kith.key("ctrl+a")
    kith.type(title)
    if silently:
        kith.click(find(kith, None, re.compile("^Silently, then together")))
    press(kith, "button", "^Start$")
    find(kith, None, "Rate: go through the questions")


def speak(kith, voice, first="Canary Council"):
    kith.click(find(kith, None, "Rate: go through the questions"))
    find(kith, None, "Who is speaking?")
    kith.type(voice)
    if voice:
        kith.key("Return")
    else:
        press(kith, "button", "^Begin")
    find(kith, None, f"What does Westvale Trust make of {first}?")


def nothing_told(kith):
    said = kith.said()
    assert OTHER not in said.lower(), [line for line in said.split("\n") if OTHER in line.lower()]


def ratings(kith):
    kith.key("ctrl+s")
    time.sleep(1)
    out = MAP + ".all.json"
    subprocess.run([os.environ["KITH"], "convert", MAP, out, "--audience", "team"], check=True)
    with open(out, encoding="utf-8") as file:
        return json.load(file)["assessments"]


def impressions(kith):
    """Said by no voice, as what partners say is: each stays what it is."""
    start(kith, "Openly")
    kith.click(find(kith, None, "Rate: go through the questions"))
    find(kith, None, "Who is speaking?")
    kith.click(find(kith, "combo box", "Whose word is it?"))
    time.sleep(0.5)
    kith.key("Down", "Return")
    press(kith, "button", "^Begin")
    find(kith, None, "What does Westvale Trust make of Canary Council?")
    kith.key("1", "1")
    find(kith, None, re.compile("^Kept: 2 of 2 rated"))
    come(kith)
    kithtest.wait_for(lambda: not over(kith), "the rounds are still open", 20)
    rounds(kith, "Openly")
    assert not kith.find_all(None, re.compile("voice 1")), "that there is an impression is told"
    kith.shot("onlookers-round")
    speak(kith, "", "Police")
    find(kith, None, "Question 1 · 0 of 1 rated")
    kith.key("4")
    find(kith, None, re.compile("^Kept: 1 of 1 rated"))
    find(kith, None, "Westvale Trust · voice 1")
    nothing_told(kith)
    the_team_again(kith)
    found = sorted(one["trust"] for one in ratings(kith))
    assert found == ["1", "1", "4"], f"an impression is lost: {found}"


def silently(kith):
    """Between voices, and at the question whether to open it."""
    start(kith, "Quietly", silently=True)
    speak(kith, "Canary nurse")
    kith.key("5", "2")
    find(kith, None, "Thank you. Pass the laptop on.")
    come(kith)
    kithtest.wait_for(lambda: not over(kith), "the rounds are still open", 20)
    nothing_told(kith)
    the_team_again(kith)
    rounds(kith, "Quietly")
    find(kith, None, "Westvale Trust · Canary nurse")
    kith.click(find(kith, None, re.compile("^Open together")))
    find(kith, "button", "Open Together")
    come(kith)
    kithtest.wait_for(lambda: not over(kith), "the question is still open", 20)
    kith.key("Return")  # which would have opened it
    nothing_told(kith)
    rounds(kith, "Quietly")
    find(kith, None, re.compile("Silent: nobody sees"))
    find(kith, None, "Westvale Trust · voice 1")
    nothing_told(kith)


def together(kith):
    """With others in the room: numbers in place of names, nobody private."""
    kith.click(find(kith, None, re.compile("^Open together")))
    press(kith, "button", "^Open Together")
    find(kith, "list item", re.compile("^What Westvale Trust make of Police: 2 Cautious"))
    nothing_told(kith)
    kith.shot("onlookers-together")
    the_team_again(kith)
    kithtest.wait_for(lambda: not over(kith), "what was said is still open", 20)
    rounds(kith, "Quietly")
    kith.click(find(kith, None, re.compile("^What was said")))
    find(kith, "list item", re.compile("Canary nurse"))
    come(kith)
    kithtest.wait_for(lambda: not over(kith), "what was said is still open", 20)
    nothing_told(kith)


make_map()
with kithtest.Kith(MAP, check_names=False) as kith:
    impressions(kith)
    silently(kith)
    together(kith)
