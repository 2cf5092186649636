# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be asked of a page before it leaves the house: a poster on sheets, a title and a marking, names
replaced, a page for a browser."""
import os
import re
import subprocess

import kithtest

EXAMPLE = os.path.join(os.environ["KITH_EXAMPLES"], "northmoor-crisis-pathway.kith")
POSTER = os.path.join(kithtest.WORK, "poster.pdf")
PAGE = os.path.join(kithtest.WORK, "page.html")
SLIDE = os.path.join(kithtest.WORK, "slide.png")


def choose(kith, row, *keys):
    kith.click(kith.find("combo box", row))
    kith.key(*keys)


def write(kith, title, path):
    """Into one of the rows of text, whose name is its title."""
    kith.click(kith.find(None, title))
    kith.key("ctrl+a")
    kith.type(path)


def finish(kith, path):
    kith.click(kith.find("button", "Export…"))
    kith.choose_file(path)
    kith.status(f"Exported “{os.path.basename(path)}”")
    assert os.path.getsize(path) > 1000, path


def words(pdf):
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True,
                          check=True).stdout.decode()


with kithtest.Kith(EXAMPLE) as kith:
    kith.find(None, "Map canvas")
    kith.key("ctrl+e")
    kith.find("button", "Export…")
    kith.gone("combo box", "Printed on")
    choose(kith, "Paper", "Home", "Down", "Down", "Return")  # A2
    choose(kith, "Printed on", "Down", "Return")
    write(kith, re.compile("Title, in place"), "For the board")
    write(kith, re.compile("Protective marking"), "OFFICIAL")
    kith.shot("take-away-poster")
    finish(kith, POSTER)
    info = subprocess.run(["pdfinfo", POSTER], capture_output=True, check=True).stdout.decode()
    assert int(re.search(r"Pages:\s+(\d+)", info)[1]) > 5, info
    assert re.search(r"Title:\s+For the board", info), info
    text = words(POSTER)
    assert "How to put the poster together" in text and "OFFICIAL" in text, text

    kith.key("ctrl+e")
    choose(kith, "Format", "End", "Up", "Return")
    kith.gone("combo box", "Paper")
    kith.find(None, re.compile("Sector and number for names"))
    kith.do(kith.find(None, "Names replaced"))
    kith.find(None, re.compile("A single police force stays obvious"))
    kith.shot("take-away-names")
    finish(kith, PAGE)
    with open(PAGE, encoding="utf-8") as file:
        page = file.read()
    assert "Housing 2" in page and "Northmoor Police" not in page
    assert "<svg" in page and "<table" in page

    kith.key("ctrl+e")
    choose(kith, "Format", "Home", "Return")
    choose(kith, "Size", "Down", "Down", "Down", "Return")
    finish(kith, SLIDE)
    size = subprocess.run(["identify", "-format", "%wx%h", SLIDE], capture_output=True,
                          check=True).stdout
    assert size == b"1920x1080", size
