# SPDX-License-Identifier: GPL-3.0-or-later
"""Shared spaces on the map: four overlap among sixty; one is drawn as a node, from the menu, by the
inspector and by a command, dragged, moved by keys, and brought back by undo."""
import os
import re
import sys

import kithtest
import spaces_map

MAP = os.path.join(kithtest.WORK, "sixty.kith")
NAME = re.compile("^Discharge Board, shared space, ")


def node(kith):
    return kith.find("button", NAME, timeout=30)


def stored(kith, is_so):
    def look():
        kith.key("ctrl+s")
        space = next(s for s in kith.show(MAP)["spaces"] if s["name"] == "Discharge Board")
        return space if is_so(space) else None
    return kithtest.wait_for(look, "the file never had the space so", 40)


def select(kith):
    """By its accessible: an outline's middle may be anybody's."""
    kith.do(node(kith), "item.select")
    kith.find(None, "Drawn as", timeout=30)


def test_outlines(kith):
    node(kith)
    kith.shot("spaces-sixty")


def test_by_command(kith):
    select(kith)
    kith.command("draw a shared space")
    space = stored(kith, lambda s: s.get("drawn") == "hub")
    assert space["x"] or space["y"]
    kith.shot("spaces-node")
    return space


def test_drag(kith, before):
    box = kith.extents(node(kith))
    start = (box.x + box.width // 2, box.y + box.height // 2)
    kith.drag(start, (start[0] + 60, start[1] + 90))
    after = stored(kith, lambda s: (s["x"], s["y"]) != (before["x"], before["y"]))
    assert after["x"] > before["x"] + 20 and after["y"] > before["y"] + 40
    kith.shot("spaces-dragged")
    return after


def test_keys(kith, before):
    kith.click(node(kith))
    kith.key("ctrl+Right", "ctrl+Right")
    moved = stored(kith, lambda s: s["x"] > before["x"])
    assert moved["y"] == before["y"]
    kith.key("ctrl+z")
    stored(kith, lambda s: s["x"] == before["x"])
    kith.key("ctrl+z", "ctrl+z")
    stored(kith, lambda s: s.get("drawn", "") in ("", "outline"))
    kith.key("ctrl+shift+z")
    stored(kith, lambda s: s.get("drawn") == "hub")


def test_by_menu(kith):
    kith.click(node(kith), button=3)
    kith.find("menu item", "Draw as an outline")
    kith.shot("spaces-menu")
    kith.key("Escape")


def test_by_action(kith):
    """What a screen reader offers."""
    kith.do(node(kith), "item.draw-space")
    stored(kith, lambda s: s.get("drawn", "") in ("", "outline"))
    kith.do(node(kith), "item.draw-space")
    stored(kith, lambda s: s.get("drawn") == "hub")


def test_by_inspector(kith):
    select(kith)
    row = kith.find(None, "Drawn as")
    kith.click(row)
    kith.key("Home", "Return")
    stored(kith, lambda s: s.get("drawn", "") in ("", "outline"))
    kith.assert_names()


spaces_map.write(MAP)
if len(sys.argv) > 1:  # a look in the dark
    with kithtest.Kith(MAP, env={"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}) as kith:
        node(kith)
        kith.shot("spaces-dark")
        kith.do(node(kith), "item.draw-space")
        kith.shot("spaces-node-dark")
    sys.exit()
with kithtest.Kith(MAP) as kith:
    test_outlines(kith)
    space = test_by_command(kith)
    space = test_drag(kith, space)
    test_keys(kith, space)
    test_by_menu(kith)
    test_by_action(kith)
    test_by_inspector(kith)
