# SPDX-License-Identifier: GPL-3.0-or-later
"""The map to the system's print dialog, which prints into a file here: what was asked for before is on
the pages, for whom is said on them, and each stands the way up that shows most."""
import os
import re
import subprocess
import time

import kithtest

EXAMPLE = os.path.join(os.environ["KITH_EXAMPLES"], "northmoor-crisis-pathway.kith")
PRINTED = os.path.join(kithtest.WORK, "printed")


def choose(kith, row, *keys):
    kith.click(kith.find("combo box", row))
    kith.key(*keys)


def pdfinfo(path):
    return subprocess.run(["pdfinfo", path], capture_output=True, check=True).stdout.decode()


def words(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True,
                          check=True).stdout.decode()


def size(path):
    found = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", pdfinfo(path))
    return round(float(found[1])), round(float(found[2]))


def system_dialog(kith):
    return kith.find("dialog", "Print", timeout=20)


def print_to_file(kith, folder):
    """The only printer that is everywhere; what it wrote."""
    dialog = system_dialog(kith)
    known = set(os.listdir(folder))
    kith.click(kith.find("label", "Print to File", root=dialog))
    kith.click(kith.find("button", "Print", root=dialog))
    kith.status(r"Printed, for: ", timeout=30)

    def written():
        new = [os.path.join(folder, name) for name in set(os.listdir(folder)) - known]
        return new[0] if new and b"%%EOF" in open(new[0], "rb").read()[-20:] else None

    return kithtest.wait_for(written, "nothing was printed", 20)


def one_page(kith, folder):
    kith.key("ctrl+p")
    kith.find("button", "Print…")
    kith.gone("combo box", "Format")
    kith.find(None, re.compile("^A4, 210 × 297 mm"))
    choose(kith, "For whom", "Down", "Return")  # partners
    kith.click(kith.find(None, re.compile("Protective marking")))
    kith.type("OFFICIAL")
    kith.shot("print")
    kith.click(kith.find("button", "Print…"))
    system_dialog(kith)
    kith.shot("print-system")
    path = print_to_file(kith, folder)
    kith.gone("button", "Print…")
    text = words(path)
    assert "Northmoor Police" in text and "For: Partners" in text and "OFFICIAL" in text, text
    assert "Trust, from each end" in text, "no legend"
    assert size(path) == (842, 595), "a wide map lies on A4"
    assert "Pages:           1\n" in pdfinfo(path)


def poster(kith, folder):
    """And turned by hand: what is chosen goes before the map's own shape."""
    kith.key("ctrl+p")
    kith.find("button", "Print…")
    kith.click(kith.find(None, re.compile("Title, in place")))
    kith.type("For the wall")
    choose(kith, "Orientation", "Down", "Return")
    choose(kith, "As large as", "Down", "Return")
    pages = int(re.search(r"Page 1 of (\d+)", kithtest.heard(kith.status(r"Page 1 of \d+")))[1])
    assert pages > 4, pages
    kith.gone(None, re.compile("Page 2 of"))
    kith.click(kith.find("button", "Next page"))
    kith.status(f"Page 2 of {pages}")
    kith.shot("print-poster")
    kith.click(kith.find("button", "Print…"))
    path = print_to_file(kith, folder)
    assert f"Pages:           {pages}\n" in pdfinfo(path), pdfinfo(path)
    text = words(path)
    assert "How to put the poster together" in text and "1A of" in text, text


def paper(kith):
    """The page setup is the system's, and is there again."""
    kith.key("ctrl+p")
    kith.click(kith.find("button", "Page Setup…"))
    dialog = kith.find("dialog", "Page Setup")
    kith.click(kith.find("combo box", "Paper size:", root=dialog))
    kith.find("label", "US Letter", root=dialog, timeout=20)  # the list has come down
    time.sleep(0.5)
    kith.key("Up", "Return")
    kith.find("label", "US Letter", root=dialog, timeout=20)

    def applied():
        """The first click may go to the list that is still on its way up."""
        for button in kith.find_all("button", "Apply", root=dialog):
            kith.click(button)
        return not kith.find_all("dialog", "Page Setup")

    kithtest.wait_for(applied, "the page setup stays", 30)
    kith.gone(None, re.compile("^A4, 210"))
    kith.shot("print-paper")
    kith.key("Escape")
    kith.gone("button", "Print…")
    kith.key("ctrl+p")
    kith.find("button", "Print…")
    kith.gone(None, re.compile("^A4, 210"))
    kith.key("Escape")


def without_scenes(kith):
    """What cannot be printed is said at once."""
    kith.key("ctrl+p")
    kith.find("button", "Print…")
    choose(kith, "Pages", "Down", "Return")
    kith.status("There are no scenes for this audience")
    kith.shot("print-no-scenes")
    choose(kith, "Pages", "Down", "Return")  # a report
    kith.gone(None, re.compile("There are no scenes"))
    kith.status(r"Page 1 of \d+", timeout=20)
    kith.shot("print-report")
    kith.key("Escape")
    kith.gone("button", "Print…")


os.makedirs(PRINTED)
os.chdir(PRINTED)  # where the printer that is a file writes
# the system's own dialogs have names of their own
with kithtest.Kith(EXAMPLE, check_names=False) as kith:
    kith.find(None, "Map canvas")
    one_page(kith, PRINTED)
    poster(kith, PRINTED)
    paper(kith)
    without_scenes(kith)
