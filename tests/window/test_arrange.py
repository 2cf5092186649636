# SPDX-License-Identifier: GPL-3.0-or-later
"""Arrangements: from the button, the palette and the menu; each with its frame, each one step."""
import os
import re
import shutil
import time

import kithtest

MAP = os.path.join(kithtest.WORK, "place.kith")
POLICE = re.compile("^Northmoor Police")


def box(kith, name):
    return kith.find("button", re.compile("^" + re.escape(name)))


def seen(kith):
    """Where two of them are on the screen, once nothing moves any more."""
    last = None
    for _ in range(100):
        now = [(b.x, b.y, b.width) for b in
               (kith.extents(box(kith, name)) for name in ("Northmoor Police", "Harbour Money Advice"))]
        if now == last:
            return now
        last = now
        time.sleep(0.3)
    raise AssertionError("it does not come to rest")


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

    # the legend has found its form before all is shown: nothing is left to be moved
    kith.key("ctrl+z")
    kithtest.wait_for(lambda: not frames(kith, "Frame"), "free again")
    before = seen(kith)
    for words in ("Arrange by community", "Arrange sectors as segments", "Arrange sectors as columns",
                  "Arrange in a circle"):
        kith.command(words)
        kithtest.wait_for(lambda: seen(kith) != before, words)
        after = seen(kith)
        kith.key("ctrl+1")
        assert seen(kith) == after, (words, after, seen(kith))
    # undone, one sees again what one saw; done again, all of it
    kith.key("ctrl+z")
    kithtest.wait_for(lambda: not frames(kith, "Ring"), "the circle is undone")
    for _ in range(3):
        kith.key("ctrl+z")
    kithtest.wait_for(lambda: not frames(kith, "Frame"), "the communities are undone")
    assert seen(kith) == before, (before, seen(kith))
    for _ in range(4):
        kith.key("ctrl+shift+z")
    kithtest.wait_for(lambda: frames(kith, "Ring"), "the circle again")
    assert seen(kith) == after, (after, seen(kith))

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
