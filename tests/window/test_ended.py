# SPDX-License-Identifier: GPL-3.0-or-later
"""What has ended leaves the map of now: said when it goes, shown again and hidden by the note, the
menu, the palette and by finding it, kept for the next time. Through whose eyes, chosen by name."""
import os
import re
import subprocess

import kithtest

MAP = os.path.join(kithtest.WORK, "ended.kith")


def find(kith, role, name):
    return kith.find(role, name, timeout=40)


def box(kith, name):
    return find(kith, "button", re.compile(f"^{name}, "))


def gone(kith, name):
    kith.gone("button", re.compile(f"^{name}, "), timeout=40)


def close(kith, name, date):
    kith.click(box(kith, name))
    kith.command("Close the selected")
    kith.click(find(kith, None, re.compile("^Date")))
    kith.key("ctrl+a")
    kith.type(date)
    find(kith, None, re.compile("^1 stakeholder ends"))
    kith.key("Return")


def what_is_closed_goes(kith):
    close(kith, "Westvale Trust", "2020")
    gone(kith, "Westvale Trust")
    find(kith, None, "Westvale Trust has ended")
    find(kith, None, "3 have ended")
    kith.shot("ended-toast")
    kith.click(find(kith, "button", "Undo"))  # of the toast: the header's is the same
    box(kith, "Westvale Trust")
    kith.gone(None, "3 have ended", timeout=40)
    close(kith, "Westvale Trust", "2020")
    gone(kith, "Westvale Trust")


def what_is_to_come_is_not_there_yet(kith):
    close(kith, "Council", "1 April 2090")
    box(kith, "Council")
    find(kith, None, "3 have ended")


def the_note_shows_and_hides(kith):
    kith.click(find(kith, "button", "Show what has ended or is to come"))
    box(kith, "Westvale Trust")
    kith.shot("ended-shown")
    kith.click(find(kith, "button", "Hide what has ended or is to come"))
    gone(kith, "Westvale Trust")
    kith.command("Show what has ended")
    box(kith, "Westvale Trust")
    kith.command("Hide what has ended")
    gone(kith, "Westvale Trust")


def finding_offers_to_show(kith):
    kith.key("ctrl+f")
    find(kith, None, "Find on the map")
    kith.type("westvale")
    find(kith, None, re.compile("has ended"))
    kith.shot("ended-found")
    kith.key("Return")
    box(kith, "Westvale Trust")
    find(kith, "button", "Hide It Again")


def tables_follow(kith):
    kith.key("ctrl+shift+t")
    find(kith, None, re.compile("4 stakeholders|4 rows|Westvale Trust"))
    kith.key("ctrl+shift+t")


def eyes(kith):
    kith.command("Through whose eyes")
    find(kith, None, "Through whose eyes")
    kith.type("poli")
    find(kith, None, re.compile("^What it makes of others"))
    kith.shot("eyes-choose")
    kith.key("Return")
    chip = find(kith, "button", re.compile("^Through the eyes of Police"))
    kith.shot("eyes-chip")
    kith.click(chip)
    kith.gone("button", re.compile("^Through the eyes of Police"), timeout=40)


kithtest.make_map(MAP, kithtest.TRUSTS, kithtest.TRUSTS_LINKS)
with kithtest.Kith(MAP) as kith:
    what_is_closed_goes(kith)
    what_is_to_come_is_not_there_yet(kith)
    the_note_shows_and_hides(kith)
    eyes(kith)
    finding_offers_to_show(kith)
    kith.assert_names()
    kith.key("ctrl+s")
    kith.quit()
with kithtest.Kith(MAP) as kith:  # it was shown, and still is
    box(kith, "Westvale Trust")
    kith.command("Hide what has ended")
    gone(kith, "Westvale Trust")
now = subprocess.run([os.environ["KITH"], "show", MAP], capture_output=True, text=True, check=True,
                     env={**os.environ, "DISPLAY": ""})
assert "Westvale Trust" not in now.stdout and "3 have ended" in now.stderr, now
whole = subprocess.run([os.environ["KITH"], "show", MAP, "--ended"], capture_output=True, text=True,
                       check=True, env={**os.environ, "DISPLAY": ""})
assert "Westvale Trust" in whole.stdout and "have ended" not in whole.stderr, whole
