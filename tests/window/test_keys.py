# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of keys: narrow enough for any screen, every row heard with its keys, searched by what a key does."""
import re

import kithtest


def shown(kith, words):
    return kith.find_all("list item", re.compile("^" + re.escape(words)))


with kithtest.Kith() as kith:
    kith.key("ctrl+question")
    window = kith.find(None, "Keyboard Shortcuts")
    area = kith.extents(window)
    assert area.width <= 800 and area.height <= 700, f"{area.width} × {area.height} pixels"
    assert shown(kith, "Save now, Ctrl+S"), "a row does not say its keys"
    kith.shot("keys")
    kith.type("align")
    kithtest.wait_for(lambda: shown(kith, "Align left edges") and not shown(kith, "Cut")
                      and not shown(kith, "Save now"),
                      "the search leaves what has nothing to do with it")
    kith.shot("keys-search")
    kith.key("Escape")  # ends the search
    kithtest.wait_for(lambda: shown(kith, "Save now"), "the whole list is not back")
    kith.key("Escape")
    kith.gone(None, "Keyboard Shortcuts")
print("keys: passed")
