# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding one's way on a map that is larger than the window: zoom to the selection, back and forward
through places visited, and the small picture of the whole map by pointer and by keys."""
import os
import re
import shutil
import subprocess
import sys
import time

import kithtest

MAP = os.path.join(kithtest.WORK, "large.kith")


def make():
    rows = ["From,To,Type,Trust"]
    for i in range(1, 41):
        rows.append(f"Partner {i},Partner {i % 40 + 1},works with,{i % 5 + 1}")
    csv = MAP.removesuffix(".kith") + ".csv"
    with open(csv, "w", encoding="utf-8") as file:
        file.write("\n".join(rows) + "\n")
    subprocess.run([os.environ["KITH"], "convert", csv, MAP], check=True)


def box(kith, n):
    return kith.find("button", re.compile(rf"^Partner {n},"))


def per_cent(kith):
    button = kith.find("button", re.compile(r"^Zoom \d+"))
    return int(re.search(r"(\d+)", button.get_name()).group(1))


def is_sensitive(item):
    return item.get_state_set().contains(kithtest.Atspi.StateType.SENSITIVE)


def wait_per_cent(kith, wanted, sentence):
    kithtest.wait_for(lambda: wanted(per_cent(kith)), sentence)


def zoom_after(key):
    """In per cent, of a map that has just been opened and had the key pressed as its window came up."""
    path = MAP.removesuffix(".kith") + f"-{key}.kith"
    shutil.copy(MAP, path)
    with kithtest.Kith(path, at_once=key, check_names=False) as kith:
        kith.find("button", re.compile("^Partner "))
        at_rest(kith)
        return per_cent(kith)


def zoom_at_once():
    """A key that comes before the canvas has a size does what it does later."""
    whole = zoom_after(None)
    assert whole < 80, whole
    for key, wanted in (("ctrl+0", 100), ("ctrl+plus", whole * 1.2), ("ctrl+1", whole)):
        found = zoom_after(key)
        assert abs(found - wanted) <= 1, (key, found, wanted)


def zoom_and_back(kith):
    whole = per_cent(kith)
    assert whole < 100, whole
    assert kith.find_all(None, "Overview of the map") == [], "an overview of what is all in sight"
    assert not is_sensitive(kith.find("button", "Back")), "there is nowhere to go back to"
    kith.click(box(kith, 7))
    kith.key("ctrl+2")
    wait_per_cent(kith, lambda n: n == 100, "the selection is not shown at 100 %")
    x, y = kith.centre(box(kith, 7))
    canvas = kith.extents(kith.find(None, "Map canvas"))
    assert abs(x - canvas.x - canvas.width / 2) < 200 and abs(y - canvas.y - canvas.height / 2) < 200
    kith.find(None, "Overview of the map")
    kith.shot("ways-selection")
    kith.key("alt+Left")
    wait_per_cent(kith, lambda n: n == whole, "Alt+Left did not go back")
    assert not is_sensitive(kith.find("button", "Back"))
    assert is_sensitive(kith.find("button", "Forward"))
    kith.click(kith.find("button", "Forward"))
    wait_per_cent(kith, lambda n: n == 100, "the button did not go forward")
    # the buttons of a mouse, wherever it is
    kith.move(*kith.centre(kith.find(None, "Map canvas")))
    kithtest.xdo("click", 8)
    wait_per_cent(kith, lambda n: n == whole, "a mouse's button did not go back")
    kithtest.xdo("click", 9)
    wait_per_cent(kith, lambda n: n == 100, "a mouse's button did not go forward")
    # GTK 4.8 gives the next press, too, to what such a button was pressed on
    kith.click(box(kith, 7))


def selection_comes_back(kith):
    kith.key("ctrl+f")
    kith.type("Partner 25")
    kith.key("Return")
    kithtest.wait_for(lambda: is_selected(box(kith, 25)), "what was found is not selected")
    kith.key("alt+Left")
    kithtest.wait_for(lambda: is_selected(box(kith, 7)), "what was selected there is not so again")


def is_selected(item):
    states = item.get_state_set()
    return (states.contains(kithtest.Atspi.StateType.SELECTED)
            or states.contains(kithtest.Atspi.StateType.FOCUSED))


def in_sight(kith):
    """Who is in sight and where."""
    return {i.get_name(): kith.centre(i) for i in kith.find_all("button", re.compile(r"^Partner \d+,"))}


def moves(kith, act, sentence):
    before = in_sight(kith)
    act()
    kithtest.wait_for(lambda: in_sight(kith) != before, sentence)


def at_rest(kith):
    last = [None]

    def is_so():
        now = in_sight(kith)
        same = now == last[0]
        last[0] = now
        return same

    kithtest.wait_for(is_so, "the map never comes to rest")


def overview(kith):
    at_rest(kith)
    card = kith.find(None, "Overview of the map")
    area = kith.extents(card)
    middle = kith.centre(card)
    moves(kith, lambda: kith.click((area.x + area.width - 14,
                                     area.y + area.height - 14)),
          "a click there looked nowhere else")
    kith.shot("ways-top")
    moves(kith, lambda: kith.drag((middle[0], area.y + 10), (middle[0] - 60, area.y + 40)),
          "dragging the frame moved nothing")


def by_keys(kith):
    kith.key("Escape", "Escape")
    for _ in range(6):
        if is_selected(kith.find(None, "Overview of the map")):
            break
        kith.key("Tab")
    else:
        raise AssertionError("Tab does not reach the overview")
    about = kith.find(None, "Overview of the map").get_description()
    assert "per cent of the map is in sight" in about, about
    moves(kith, lambda: kith.key("Right", "Up"), "arrow keys on the overview moved nothing")


def toggled(kith):
    kith.key("ctrl+shift+p")
    kith.type("overview")
    kith.key("Return")
    kith.gone(None, "Overview of the map")
    kith.key("ctrl+shift+p")
    kith.type("overview")
    kith.key("Return")
    kith.find(None, "Overview of the map")


def seen(area):
    """The upper edge of what is there on the screen."""
    return kithtest.picture(area.x, area.y, area.width, 8)


def typed_beneath(kith):
    """Where a name is typed beneath the overview, it makes way until that is done."""
    kith.key("Escape", "Escape")
    at_rest(kith)
    card = kith.extents(kith.find(None, "Overview of the map"))
    before = seen(card)
    kith.double_click((card.x + card.width + 12, card.y + card.height // 2))
    kith.type("Covered")
    kith.find("text", "Name of the stakeholder")
    kithtest.wait_for(lambda: seen(card) != before, "the overview covers what is typed")
    kith.shot("ways-typed")
    kith.key("Escape")
    kithtest.wait_for(lambda: seen(card) == before, "the overview does not come back")


def tooltip(kith, n):
    return kith.find_all("tool tip", f"Partner {n}") or kith.find_all("label", f"Partner {n}")


def is_told(kith, n):
    end = time.monotonic() + 1.5
    while time.monotonic() < end:
        if tooltip(kith, n):
            return True
        time.sleep(0.1)
    return False


def point_at_unnamed(kith):
    """At one who has no tag from afar: between near neighbours; returns who it is, and where. What is heard of a
    place is some pixels off in newer GTK, more than such a box is high."""
    for n in (26, 31, *range(1, 41)):
        for off in ((0, 0), (0, 6)):
            x, y = (a + b for a, b in zip(kith.centre(box(kith, n)), off))
            kith.move(x, y)
            if is_told(kith, n):
                return n, x, y
    raise AssertionError("what is pointed at is not told")


def points(kith):
    """What is too small to be read, and is not named from afar, is told where one points at it, not where it
    comes to lie."""
    kith.key("Escape", "Escape", "ctrl+1", "ctrl+minus", "ctrl+minus", "ctrl+minus")
    at_rest(kith)
    n, x, y = point_at_unnamed(kith)
    kith.shot("ways-tooltip")
    kith.key("ctrl+plus")
    at_rest(kith)
    kith.command("Zoom out")  # as the list of commands goes, the toolkit says where the pointer is
    at_rest(kith)
    time.sleep(2)
    kith.shot("ways-no-tooltip")
    assert not tooltip(kith, n), "nobody has pointed at it"
    kith.move(x + 3, y)
    kithtest.wait_for(lambda: tooltip(kith, n), "what is pointed at anew is not told")


def is_seen(kith, n):
    canvas = kith.extents(kith.find(None, "Map canvas"))
    one = [kith.extents(found) for found in kith.find_all("button", re.compile(rf"^Partner {n},"))]
    return bool(one) and (canvas.x <= one[0].x and one[0].x + one[0].width <= canvas.x + canvas.width
                          and canvas.y <= one[0].y and one[0].y + one[0].height <= canvas.y + canvas.height)


def step_out_of_sight(kith):
    """What is undone, or done again, is shown; and one can go back from there."""
    kith.key("Escape", "Escape", "ctrl+1")
    at_rest(kith)
    kith.click(box(kith, 7))
    kith.key("ctrl+Right", "Escape")
    places = {n: kith.centre(box(kith, n)) for n in range(1, 41)}
    far = max(places, key=lambda n: (places[n][0] - places[7][0]) ** 2 + (places[n][1] - places[7][1]) ** 2)
    for keys in ("ctrl+z", "ctrl+shift+z"):
        kith.key("ctrl+f")
        kith.type(f"Partner {far}")
        kith.key("Return")
        kith.key("ctrl+2", "ctrl+plus", "ctrl+plus")
        at_rest(kith)
        kithtest.wait_for(lambda: not is_seen(kith, 7), "all is in sight")
        kith.key(keys)
        kithtest.wait_for(lambda: is_seen(kith, 7), f"what {keys} concerns is out of sight")
        at_rest(kith)
        kith.shot("ways-step")
        kith.key("alt+Left")
        kithtest.wait_for(lambda: is_seen(kith, far), "there is no way back")
    # not where others look on: what is undone may be something of which they see nothing
    kith.key("alt+2")
    kith.find("button", "Shown for: Partners")
    kith.key("Escape", "Escape", "ctrl+1")
    at_rest(kith)
    kith.click(box(kith, 7))
    kith.key("ctrl+Right", "Escape")
    kith.key("ctrl+f")
    kith.type(f"Partner {far}")
    kith.key("Return")
    kith.key("ctrl+2", "ctrl+plus", "ctrl+plus")
    at_rest(kith)
    assert not is_seen(kith, 7)
    kith.key("ctrl+z")
    kith.status("^Undone$")
    at_rest(kith)
    assert not is_seen(kith, 7) and is_seen(kith, far), "Partners are shown what was undone"


def main():
    make()
    zoom_at_once()
    with kithtest.Kith(MAP) as kith:
        box(kith, 7)
        zoom_and_back(kith)
        selection_comes_back(kith)
        overview(kith)
        by_keys(kith)
        toggled(kith)
        typed_beneath(kith)
        points(kith)
        step_out_of_sight(kith)
        kith.assert_names()
    return 0


if __name__ == "__main__":
    sys.exit(main())
