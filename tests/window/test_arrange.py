# SPDX-License-Identifier: GPL-3.0-or-later
"""Arrangements: from the button, the palette and the menu; each with its frame, each one step."""
import os
import re
import shutil

import kithtest

MAP = os.path.join(kithtest.WORK, "place.kith")
POLICE = re.compile("^Northmoor Police")


def box(kith, name):
    return kith.find("button", re.compile("^" + re.escape(name)))


def frames(kith, what):
    return kith.find_all(None, re.compile("^" + what + ": "))


with kithtest.Kith() as kith:
    kith.click(kith.find("button", "Northmoor crisis pathway"))
    kith.find("button", POLICE)

    # sectors as columns: from the menu beside the button
    kith.do(kith.find_all("button", "More ways to arrange")[-1])
    kith.find("menu item", "Sectors as columns")
    kith.key("Down", "Return")
    kithtest.wait_for(lambda: len(frames(kith, "Frame")) > 3, "each sector has its column")
    kith.shot("arrange-columns")

    # it stays one step
    kith.key("ctrl+z")
    kithtest.wait_for(lambda: not frames(kith, "Frame"), "one undo takes moves and frames back")
    kith.key("ctrl+shift+z")
    kithtest.wait_for(lambda: len(frames(kith, "Frame")) > 3, "redo brings both again")

    # the next replaces its frames
    for words, shot in (("Arrange sectors as segments", "segments"),
                        ("Arrange levels as rings, neighbourhood in the middle", "rings"),
                        ("Arrange in a circle", "circle")):
        kith.command(words)
        kithtest.wait_for(lambda: frames(kith, "Ring") and not frames(kith, "Frame"),
                          shot + ": rings instead of columns")
        kith.shot("arrange-" + shot)
    kith.command("Arrange by power and interest")
    kith.status("Nobody’s power and interest")
    kith.command("Arrange by community")
    kithtest.wait_for(lambda: frames(kith, "Frame") and not frames(kith, "Ring"), "communities")
    kith.shot("arrange-community")

    # round one needs one
    kith.key("Escape")
    kith.command("Arrange round the selected stakeholder")
    kith.status("Select the stakeholder round which")
    kith.click(kith.find("button", POLICE))
    kith.command("Arrange round the selected stakeholder")
    kithtest.wait_for(lambda: any("1 step away" in one.get_name() for one in frames(kith, "Ring")),
                      "rings by steps from the police")
    kith.shot("arrange-around")

    # the frame goes alone
    kith.command("Remove the frame of the arrangement")
    kithtest.wait_for(lambda: not frames(kith, "Ring"), "the rings are gone")

    # no picture, no places
    kith.command("Arrange on the places")
    kith.status("There is no background picture")
    kith.key("ctrl+w")
    kith.quit()
