# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing lost, and always said: killed, changed underneath, folder gone, damaged."""
import os
import re
import shutil

import kithtest

FOLDER = os.path.join(kithtest.WORK, "maps")
MAP = os.path.join(FOLDER, "town.kith")
os.mkdir(FOLDER)


def add(kith, name, place):
    kith.double_click(place)
    kith.type(name + "\n")
    kith.find("button", re.compile("^" + name))


def names(kith, path):
    return sorted(s["name"] for s in kith.show(path)["stakeholders"])


# killed in the middle: everything on screen comes back, undo included
with kithtest.Kith() as kith:
    kith.click(kith.find("button", "New Map…"))
    kith.click(kith.find(None, "Empty map"))
    add(kith, "Town Police", (300, 250))
    kith.key("ctrl+shift+s")
    kith.choose_file(MAP)
    kith.status("Saved. From now on")
    add(kith, "Town Housing", (300, 500))
    kith.kill()

with kithtest.Kith() as kith:
    kith.status("Everything that was on screen is back")
    kith.find("button", re.compile("^Town Housing"))
    kith.shot("keep-recovered")
    kith.key("ctrl+z")
    kith.gone("button", re.compile("^Town Housing"))
    kith.key("ctrl+shift+z")
    kith.find("button", re.compile("^Town Housing"))
    kith.key("ctrl+s")
    kith.find("label", "Saved")
    assert names(kith, MAP) == ["Town Housing", "Town Police"]

    # somebody else writes the file: both stay
    theirs = os.path.join(kithtest.WORK, "theirs.kith")
    shutil.copy(MAP, theirs)
    kith.key("ctrl+n")
    kith.click(kith.find(None, "Empty map"))
    add(kith, "Another Town", (300, 250))
    other = os.path.join(kithtest.WORK, "other.kith")
    kith.key("ctrl+shift+s")
    kith.choose_file(other)
    kith.status("Saved. From now on")
    shutil.copy(other, MAP)
    kith.key("ctrl+w")
    kith.gone("frame", re.compile("^other"))
    add(kith, "Town Charity", (600, 500))
    kith.key("ctrl+s")
    kith.find("button", "Keep Both")
    kith.shot("keep-changed")
    kith.click(kith.find("button", "Keep Both"))
    kith.status("This map goes on as")
    assert names(kith, MAP) == ["Another Town"], "their file was written over"
    beside = [os.path.join(FOLDER, f) for f in os.listdir(FOLDER) if f != "town.kith"]
    assert len(beside) == 1, beside
    assert names(kith, beside[0]) == ["Town Charity", "Town Housing", "Town Police"]
    kith.quit()

# the folder is gone: it is said, and closing keeps the map
with kithtest.Kith(MAP) as kith:
    kith.find("button", re.compile("^Another Town"))
    os.rename(FOLDER, FOLDER + "-gone")
    add(kith, "Last Minute", (300, 600))
    kith.key("ctrl+s")
    kith.status("Not saved|is not saved")
    kith.shot("keep-failed")
    kith.key("ctrl+q")
    kith.click(kith.find("button", "Keep Here"))
    assert kith.process.wait(15) == 0
    os.rename(FOLDER + "-gone", FOLDER)

with kithtest.Kith(MAP) as kith:
    kith.find("button", re.compile("^Last Minute"))
    kith.quit()

# the file is gone: that is said, closing asks though all was saved, and saving puts it there again
with kithtest.Kith(MAP) as kith:
    kith.find("button", re.compile("^Last Minute"))
    os.unlink(MAP)
    kith.key("ctrl+q")
    kith.find(None, "The map could not be saved")
    kith.find("button", "Save Again")
    kith.find("label", "Not saved: the file is gone")
    kith.shot("keep-gone")
    kith.key("Escape", "ctrl+s")
    kith.status("^Saved$")
    kith.gone("button", "Save Again")
    assert names(kith, MAP) == ["Another Town", "Last Minute"]
    os.unlink(MAP)
    kith.key("ctrl+q")
    kith.click(kith.find("button", "Keep Here"))
    assert kith.process.wait(15) == 0

with kithtest.Kith() as kith:
    kith.find("button", re.compile("^Last Minute"))
    kith.find(None, re.compile("^Kith ended before this map was saved"))
    kith.click(kith.find("button", "Save Again"))
    kith.gone("button", "Save Again")
    assert names(kith, MAP) == ["Another Town", "Last Minute"]
    # and from the question itself, which Enter answers so
    os.unlink(MAP)
    kith.key("ctrl+q")
    kith.find(None, "The map could not be saved")
    kith.shot("keep-gone-again")
    kith.key("Return")
    assert kith.process.wait(15) == 0
    assert names(kith, MAP) == ["Another Town", "Last Minute"]

# damage and foreign files are named, and cost nothing
damaged = os.path.join(kithtest.WORK, "damaged.kith")
with open(MAP, "rb") as file:
    data = bytearray(file.read())
data[len(data) // 2:] = bytes(len(data) - len(data) // 2)
with open(damaged, "wb") as file:
    file.write(data)

with kithtest.Kith(damaged) as kith:
    kith.find(None, "“damaged.kith” could not be opened")
    kith.shot("keep-damaged")
    kith.key("Escape")
    kith.find("button", "New Map…")
    kith.quit()
with open(damaged, "rb") as file:
    assert file.read() == bytes(data), "the damaged file was touched"
