# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages of their own kind from the export dialog: then and now with its dates, one page for the board with
the sentences that are offered, changed and left out."""
import os
import re
import subprocess

import kithtest

EXAMPLE = os.path.join(os.environ["KITH_EXAMPLES"], "tarnbeck-thirty-years.kith")
THEN = os.path.join(kithtest.WORK, "then.pdf")
BOARD = os.path.join(kithtest.WORK, "board.pdf")
PUBLIC = os.path.join(kithtest.WORK, "public.pdf")
PICTURE = os.path.join(kithtest.WORK, "then.png")


def choose(kith, row, *keys):
    kith.click(kith.find("combo box", row))
    kith.key(*keys)


def finish(kith, path):
    kith.click(kith.find("button", "Export…"))
    kith.choose_file(path)
    kith.status(f"Exported “{os.path.basename(path)}”")
    assert os.path.getsize(path) > 1000, path


def words(pdf):
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout
    return " ".join(text.decode().split())


def is_sensitive(item):
    return item.get_state_set().contains(kithtest.Atspi.StateType.SENSITIVE)


def write(kith, row, text):
    kith.click(kith.find(None, row))
    kith.key("ctrl+a")
    if text:
        kith.type(text)
    else:
        kith.key("BackSpace")


with kithtest.Kith(EXAMPLE) as kith:
    kith.find(None, "Map canvas")
    kith.key("ctrl+e")
    kith.find("button", "Export…")
    kith.gone(None, "Then")
    choose(kith, "Pages", "Home", "Down", "Down", "Down", "Return")
    write(kith, "Then", "when it rained")
    kithtest.wait_for(lambda: not is_sensitive(kith.find("button", "Export…")),
                      "what is no date can be exported")
    write(kith, "Then", "2005")
    write(kith, re.compile("^Now"), "2020")
    kith.shot("paper-then")
    finish(kith, THEN)
    text = words(THEN)
    for word in ("31 December 2005", "31 December 2020", "Came", "Went", "Rose", "For: Working team"):
        assert word in text, word

    # a picture has fewer kinds of pages, and what does not go with it is not asked for
    kith.key("ctrl+e")
    choose(kith, "Format", "Home", "Return")
    choose(kith, "Pages", "Home", "Down", "Return")
    kith.find(None, "Then")
    kith.gone("combo box", "Paper")
    finish(kith, PICTURE)

    kith.key("ctrl+e")
    choose(kith, "Pages", "End", "Return")
    kith.gone(None, "Then")
    kith.find(None, "First sentence")
    write(kith, "Second sentence", "We ask for one more year.")
    write(kith, "Third sentence", "")
    kith.shot("paper-board")
    finish(kith, BOARD)
    text = words(BOARD)
    assert "The map shows" in text and "We ask for one more year." in text, text
    assert "For: Partners" in text, "a board is not the working team"
    assert not re.search(r"Since \d", text) and "two steps apart or more" not in text, text

    # what is offered follows the audience; what was typed for those who see more does not go out
    kith.key("ctrl+e")
    choose(kith, "Pages", "End", "Return")
    write(kith, "First sentence", "Between ourselves.")
    choose(kith, "For whom", "End", "Return")
    kith.find(None, re.compile("^Offered anew for this audience"))
    write(kith, "Second sentence", "For everybody.")
    kith.gone(None, re.compile("^Offered anew for this audience"))
    finish(kith, PUBLIC)
    text = words(PUBLIC)
    assert "For: Public" in text and "For everybody." in text and "Between" not in text, text
    for word in ("two steps", "Heard from", " rose", " say "):
        assert word not in text, (word, text)
