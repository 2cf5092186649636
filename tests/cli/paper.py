# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages of their own kind: then and now, one page for the board. paper.py KITH SOURCE_ROOT"""
import json
import pathlib
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree

import cli
from cli import EXAMPLE, FAILED, USAGE, text_of
from compare import town


def flat(pdf):
    """Its words in the order of reading, so that columns do not tear them apart."""
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True,
                          check=True).stdout.decode()
    return " ".join(text.split())


def on_maps(boxes, word):
    """Where it stands in letters as large as those of the maps, not in the list of what changed."""
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">' + word + "<", boxes)
    return [(float(x), float(y)) for x, y, end in found if float(end) - float(y) > 15]


class Paper(cli.Case):
    def town(self, name="town.json", **changes):
        source = town()
        source["about"]["owner"] = "Town Hall"
        source.update(changes)
        pathlib.Path(self.path(name)).write_text(json.dumps(source))
        return self.path(name)

    def test_then_and_now_side_by_side(self):
        out = self.path("out.pdf")
        self.run_ok("convert", self.town(), out, "--then", "2005", "--as-at", "2020", "--marking",
                    "OFFICIAL", "--paper", "a3")
        text = flat(out)
        for words in ("Town", "31 December 2005", "31 December 2020", "From 31 December 2005 to",
                      "For: Partners", "Town Hall", "OFFICIAL", "Came", "Went", "Fell",
                      "Police say 2 Cautious (was 4 Strong)", "The flood, and after"):
            self.assertIn(words, text)
        self.assertEqual(text.count("Trust, from each end"), 1)  # one legend
        # Police are on both maps, in the same place of each
        boxes = subprocess.run(["pdftotext", "-bbox", out, "-"], capture_output=True, text=True,
                               check=True).stdout
        police, housing = on_maps(boxes, "Police"), on_maps(boxes, "Housing")
        self.assertEqual((len(police), len(housing)), (2, 2))
        apart = [[round(h[i] - p[i], 1) for i in (0, 1)] for p, h in zip(police, housing)]
        self.assertEqual(apart[0], apart[1])
        self.assertNotEqual(police[0], police[1])
        self.assertNotIn("SECRETVOICE", text + cli.tags_of(out))

    def test_which_day_comes_first_does_not_matter(self):
        a, b = self.path("a.pdf"), self.path("b.pdf")
        self.run_ok("convert", self.town(), a, "--then", "2005", "--as-at", "2020")
        self.run_ok("convert", self.town(), b, "--then", "2020", "--as-at", "2005")
        self.assertEqual(text_of(a), text_of(b))

    def test_beside_another_file(self):
        before = self.town("before.json", stakeholders=town()["stakeholders"][:3])
        out = self.path("out.pdf")
        self.run_ok("convert", self.town(), out, "--then-file", before, "--audience", "team")
        text = flat(out)
        self.assertIn("Before.json", text)
        self.assertIn("Café", text)
        self.run_ok("convert", self.town(), out, "--then-file", before)
        self.assertNotIn("efore.json", flat(out))  # the team's own word for it
        self.assertIn("An earlier version", flat(out))
        self.assert_fails(FAILED, "nothing.kith", "convert", self.town(), out, "--then-file",
                          self.path("nothing.kith"))

    def test_pictures_of_it(self):
        svg, png = self.path("out.svg"), self.path("out.png")
        self.run_ok("convert", self.town(), svg, "--then", "2005")
        tree = xml.etree.ElementTree.parse(svg)
        ids = [one.get("id") for one in tree.iter() if one.get("id")]
        self.assertEqual(len(ids), len(set(ids)))
        self.assertEqual(sum((one.text or "").startswith("Police") for one in tree.iter()
                             if one.tag.endswith("title")), 2)
        self.run_ok("convert", self.town(), png, "--then", "2005", "--size", "1600x900")
        size = subprocess.run(["identify", "-format", "%wx%h", png], capture_output=True, check=True)
        self.assertEqual(size.stdout, b"1600x900")

    def test_what_has_no_room_goes_on(self):
        source = town()
        many = [{"id": f"n{i}", "name": f"Newcomer {i}", "from": "2015"} for i in range(150)]
        out = self.path("out.pdf")
        self.run_ok("convert", self.town(stakeholders=source["stakeholders"] + many), out, "--then",
                    "2005")
        pages = text_of(out).split("\f")[:-1]
        self.assertGreater(len(pages), 1)
        self.assertIn("What changed", pages[1])
        self.assertIn(f"Page 2 of {len(pages)}", " ".join(pages[1].split()))
        self.assertIn("For: Partners", pages[1])
        self.assertIn(", continued", pages[1])
        self.assertNotIn("continued, continued", flat(out))
        listed = set(re.findall(r"Newcomer (\d+) came", flat(out)))
        self.assertEqual(len(listed), 150)
        # a picture has one page, and says so
        svg = self.path("out.svg")
        self.run_ok("convert", self.town(stakeholders=source["stakeholders"] + many), svg, "--then",
                    "2005", "--size", "1600x900")
        self.assertRegex(pathlib.Path(svg).read_text(), r"and \d+ more")

    def test_names_replaced_are_the_same_in_both(self):
        out = self.path("out.pdf")
        self.run_ok("convert", self.town(), out, "--then", "2005", "--names-replaced")
        text = flat(out)
        for name in ("Police say", "Housing and", "Old Fund", "Café", "Town Hall"):
            self.assertNotIn(name, text)

    def test_a_part_of_it(self):
        out = self.path("out.pdf")
        self.run_ok("convert", self.town(), out, "--then", "2005", "--filter", "text=Café")
        text = flat(out)
        self.assertIn("“the corner” came", text)
        self.assertNotIn("Old Fund went", text)

    def test_one_page_for_the_board(self):
        out = self.path("out.pdf")
        self.run_ok("convert", EXAMPLE, out, "--board", "--marking", "OFFICIAL")
        text = flat(out)
        for words in ("Northmoor crisis pathway", "The map shows 25 stakeholders", "Heard from",
                      "the two ends see it two steps apart or more", "For: Partners",
                      "The Big Room, Northmoor", "OFFICIAL", "5 Deep"):
            self.assertIn(words, text)
        # black, white and greys, whatever it is printed on
        for one in cli.pages_of(out, self.folder, 60):
            colours = subprocess.run(["convert", one, "-colorspace", "HSL", "-channel", "G",
                                      "-separate", "-format", "%[fx:maxima]", "info:"],
                                     capture_output=True, text=True, check=True).stdout
            self.assertLess(float(colours), 0.02)

    def test_sentences_of_ones_own(self):
        out = self.path("out.pdf")
        self.run_ok("convert", EXAMPLE, out, "--board", "--sentence", "We ask for one more year.",
                    "--sentence", "")
        text = flat(out)
        self.assertIn("We ask for one more year.", text)
        self.assertNotIn("The map shows", text)
        self.assertNotIn("two steps apart or more:", text.replace(", and furthest here", ":"))
        self.assertIn("Since ", text)  # the third is offered still

    def test_the_public_is_told_no_ratings(self):
        out = self.path("out.pdf")
        self.run_ok("convert", EXAMPLE, out, "--board", "--audience", "public")
        text = flat(out) + cli.tags_of(out)
        for words in ("two steps", "Heard from", "rose", "fell", " say "):
            self.assertNotIn(words, text)
        self.assertIn("shared space", flat(out))

    def test_names_replaced_for_the_board(self):
        out = self.path("out.pdf")
        self.run_ok("convert", EXAMPLE, out, "--board", "--names-replaced")
        text = flat(out)
        for one in self.show(EXAMPLE)["stakeholders"]:
            self.assertNotIn(one["name"], text)

    def test_what_does_not_go_together(self):
        a, out = str(EXAMPLE), self.path("o.pdf")
        for words, args in (
                ("needs a date", ["--then", ""]),
                ("--sentence goes with --board", ["--sentence", "x"]),
                ("two kinds of page", ["--then", "2005", "--board"]),
                ("do not go with --then", ["--board", "--report"]),
                ("do not go with --then", ["--then", "2005", "--scenes"]),
                ("another day", ["--then", "2005", "--then-file", a]),
                ("--lens change", ["--then", "2005", "--lens", "change"]),
                ("each day as it was", ["--then", "2005", "--ended"]),
                ("--names-replaced does not go", ["--then-file", a, "--names-replaced"]),
                ("three times", ["--board"] + ["--sentence", "x"] * 4)):
            self.assert_fails(USAGE, words, "convert", a, out, *args)
        self.assert_fails(USAGE, ".pdf, .png and .svg", "convert", a, self.path("o.html"), "--board")

    def test_a_report_leads_from_page_to_page(self):
        out = self.path("out.pdf")
        self.run_ok("convert", EXAMPLE, out, "--report")
        objects = json.loads(cli.tags_of(out))["objects"]
        named = {key: value for key, value in objects.items() if isinstance(value, dict)}
        catalogue = next(one for one in named.values() if one.get("/Type") == "/Catalog")
        kids = named[catalogue["/Pages"]]["/Kids"]
        dests = {name: kids.index(where[0]) for name, where in catalogue["/Dests"].items()}
        tree = named[named[catalogue["/StructTreeRoot"]]["/ParentTree"]]["/Nums"]
        owner = dict(zip(tree[::2], tree[1::2]))
        pages = [" ".join(page.split()) for page in text_of(out).split("\f")]
        met, words = set(), []
        for number, page in enumerate(kids):
            for key in named[page].get("/Annots", []):
                one = named[key]
                met.add(key)
                self.assertEqual(one["/Subtype"], "/Link")
                what, on = re.fullmatch(r"(.*), page (\d+)", one["/Contents"]).groups()
                self.assertEqual(dests[one["/Dest"]], int(on) - 1)
                if not re.fullmatch(r"\d+ links?", what):
                    self.assertIn(what.split()[0], pages[int(on) - 1])
                tag = named[owner[one["/StructParent"]]]  # it is tagged, and says where it leads
                self.assertEqual((tag["/S"], tag["/Alt"]), ("/Link", one["/Contents"]))
                self.assertIn(key, [kid["/Obj"] for kid in tag["/K"] if isinstance(kid, dict)
                                    and kid.get("/Type") == "/OBJR"])
                self.assertEqual(named[tag["/P"]]["/S"], "/P")
                left, bottom, right, top = one["/Rect"]
                self.assertTrue(0 < left < right < 596 and 0 < bottom < top < 842)
                words.append((number, what))
        contents = [what for number, what in words if number == 0]
        self.assertEqual(contents, ["The map", "Stakeholders", "Links", "Shared spaces",
                                    "Inclusion", "Events of the whole map"])
        shown = self.show(EXAMPLE)
        for one in shown["stakeholders"]:
            self.assertNotIn(one["id"], cli.tags_of(out))  # ids stay at home
        said = [what for _, what in words]
        self.assertGreater(said.count("Northmoor Police"), 3)
        self.assertIn("Big Room", said)
        listed = subprocess.run(["pdfinfo", "-dests", out], capture_output=True, text=True,
                                check=True).stdout
        self.assertIn('"stakeholders"', listed)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
