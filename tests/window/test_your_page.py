# SPDX-License-Identifier: GPL-3.0-or-later
"""What an organisation is handed: its page as PDF and as a table, corrected and read back in; and the
blank sheet of a round, filled in by a spreadsheet and read back in as one step."""
import csv
import os
import re
import subprocess

import kithtest

EXAMPLE = os.path.join(os.environ["KITH_SOURCE"], "data", "examples",
                       "northmoor-crisis-pathway.json")
MAP = os.path.join(kithtest.WORK, "page.kith")


def find(kith, role, name):
    """Patient: reading a large tree takes its time on a busy machine."""
    return kith.find(role, name, timeout=40)


def path(name):
    return os.path.join(kithtest.WORK, name)


def rows_of(name):
    with open(path(name), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(name, rows):
    with open(path(name), "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def all_ratings(name="now.json", *options):
    subprocess.run([os.environ["KITH"], "convert", MAP, path(name), *options], check=True)
    with open(path(name)) as file:
        return file.read()


def export(kith, button, name):
    kith.click(find(kith, "button", button))
    kith.choose_file(path(name))
    find(kith, None, re.compile(f"^Exported “{name}”"))


def read_back(kith, name, pattern):
    kith.click(find(kith, "button", "Read a Filled Table…"))
    kith.choose_file(path(name))
    find(kith, None, re.compile(pattern))


def own_page(kith):
    kith.do(find(kith, "button", re.compile("^Northmoor Police, ")), "item.select")
    kith.key("ctrl+alt+y")
    paper = find(kith, None, "The pages")
    words = paper.get_description()
    assert "Trust over time" in words, words
    assert "What you said of others" in words and "What others said of you" in words, words
    assert "inspector" not in words, "a page for Partners tells whose voice it was"
    kith.shot("your-page")
    export(kith, "Export as PDF…", "police.pdf")
    text = subprocess.run(["pdftotext", "-layout", path("police.pdf"), "-"], capture_output=True,
                          text=True, check=True).stdout
    assert "What does Northmoor Police make of Probation?" in text, text
    assert "Page 1 of" in text and "inspector" not in text, text


def correct(kith):
    export(kith, "Export as a Table…", "police.csv")
    rows = [r for r in rows_of("police.csv") if r["rating"]]
    assert len(rows) > 3 and all(r["voice"].startswith("Voice ") for r in rows), rows
    rows[0]["trust"] = "1"
    rows[1]["withdraw"] = "yes"
    rows[2]["trust"] = "eleven"
    write_rows("corrected.csv", rows)
    gone = rows[1]["rating"].lstrip("#")
    assert gone in all_ratings()
    read_back(kith, "corrected.csv", "Said again: 1 .* Withdrawn: 1 ")
    find(kith, None, re.compile("Row 4: “eleven” is no rating"))
    kith.shot("your-page-read")
    kith.click(find(kith, "button", "Read In"))
    find(kith, None, re.compile("^Read in, as one step"))
    kith.key("Escape")
    kith.gone(None, "The pages")
    kith.key("ctrl+s")
    find(kith, None, re.compile("^Saved$"))
    assert gone not in all_ratings(), "what was withdrawn is still there"
    kith.key("ctrl+z", "ctrl+s")
    find(kith, None, re.compile("^Saved$"))
    kithtest.wait_for(lambda: gone in all_ratings(), "one undo does not take it back")


def sheet(kith):
    kith.key("ctrl+alt+r")
    kith.click(find(kith, "button", "Start a Round…"))
    kith.click(find(kith, "button", "Start"))
    kith.click(find(kith, None, re.compile("^Sheets to print or send")))
    find(kith, None, "Blank, to be filled in")
    kith.shot("sheet")
    export(kith, "Export as PDF…", "sheet.pdf")
    text = subprocess.run(["pdftotext", "-layout", path("sheet.pdf"), "-"], capture_output=True,
                          text=True, check=True).stdout
    assert "1 Needs repair" in text and "Prefer not to say" in text and "Comment" in text, text
    export(kith, "Export as a Table…", "sheet.csv")
    rows = rows_of("sheet.csv")
    assert rows and all(r["round"] and not r["trust"] and not r["rating"] for r in rows), rows
    for row, trust in zip(rows, ["2", "not known", "5"]):
        row["trust"], row["voice"] = trust, "Night shift"
    write_rows("filled.csv", rows)
    read_back(kith, "filled.csv", "New: 3 ")
    kith.click(find(kith, "button", "Read In"))
    find(kith, None, re.compile("^Read in, as one step"))
    kith.key("Escape")
    find(kith, None, re.compile("Night shift"))
    kith.shot("sheet-read")
    kith.key("Escape", "Escape", "Escape")


def main():
    subprocess.run([os.environ["KITH"], "convert", EXAMPLE, MAP], check=True)
    with kithtest.Kith(MAP) as kith:
        find(kith, None, "Map canvas")
        own_page(kith)
        correct(kith)
        sheet(kith)


main()
