# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line, as a person or a script uses it. cli.py KITH SOURCE_ROOT"""

import csv
import json
import math
import os
import pathlib
import re
import resource
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree
import zlib

KITH = sys.argv[1]
ROOT = pathlib.Path(sys.argv[2])
EXAMPLE = ROOT / "data/examples/northmoor-crisis-pathway.json"
ELEMENTS = ROOT / "tests/data/eastvale-elements.csv"
CONNECTIONS = ROOT / "tests/data/eastvale-connections.csv"

SUPPRESSIONS = pathlib.Path(__file__).parents[1] / "lsan.supp"

DONE, FAILED, USAGE = 0, 1, 2


def leave_room(most):
    """For the program to be: no file grows beyond so many bytes, as where the disk is full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def kith(*args, stdin=b"", timeout=60, stdout=subprocess.PIPE, room=None):
    """Runs the program without any display; gives (status, stdout, stderr)."""
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    env.update(LC_ALL="C.UTF-8", G_DEBUG="fatal-criticals",
               LSAN_OPTIONS=f"suppressions={SUPPRESSIONS}:print_suppressions=0")
    run = subprocess.run([KITH, *map(os.fsencode, args)], input=stdin, stdout=stdout,
                         stderr=subprocess.PIPE, env=env, timeout=timeout,
                         preexec_fn=None if room is None else lambda: leave_room(room))
    return run.returncode, run.stdout, run.stderr.decode()


def processor_time():
    """Seconds that children have cost; what they waited for a busy machine does not count."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def text_of(pdf):
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True,
                          check=True).stdout.decode()


def tags_of(pdf):
    """All that is in it but pictures and glyphs: words for who does not see it, title, author."""
    return subprocess.run(["qpdf", "--json=1", "--json-key=objects", pdf], capture_output=True,
                          check=True).stdout.decode()


def pages_of(pdf, folder, dots):
    """Each page as a picture, by number."""
    subprocess.run(["pdftoppm", "-r", str(dots), "-png", pdf, folder / "page"], check=True)
    return sorted(folder.glob("page-*.png"))


def page_of(pdf):
    """Number of pages, width and height in points."""
    info = subprocess.run(["pdfinfo", pdf], capture_output=True, check=True).stdout.decode()
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", info)
    return int(re.search(r"Pages:\s+(\d+)", info)[1]), float(size[1]), float(size[2])


def png_of(path):
    """Width, height, and the bytes of the first pixel (those of no filter's neighbours)."""
    data = pathlib.Path(path).read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at, body, head = 8, b"", None
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        chunk = data[at + 8:at + 8 + length]
        head = struct.unpack(">IIBBBBB", chunk) if kind == b"IHDR" else head
        body += chunk if kind == b"IDAT" else b""
        at += 12 + length
    channels = {2: 3, 6: 4}[head[3]]
    return head[0], head[1], zlib.decompress(body)[1:1 + channels]


def with_canaries(source):
    """The example with a word of its own in everything that the working team alone may see, and
    in what the public may not."""
    hidden = {"private_note": "TEAM", "voice": "TEAM", "teller": "TEAM", "narrative": "PARTNERS"}
    count = 0
    for kind in ("stakeholders", "links", "spaces", "events", "assessments"):
        for record in source[kind]:
            members = {"private_note"} if kind in ("stakeholders", "links", "spaces") else set()
            members |= {"voice", "note"} if kind == "assessments" else set()
            members |= {"teller", "narrative"} if kind == "events" else set()
            members |= {"note"} if kind == "links" else set()
            for member in members:
                count += 1
                to = "PARTNERS" if (kind, member) == ("links", "note") else hidden.get(member, "TEAM")
                record[member] = f"{to}ONLY{count}"
    source["about"]["private_note"] = "TEAMONLYabout"
    source["stakeholders"].append({"id": "secret", "name": "TEAMONLYbody", "private": True,
                                   "x": 3000, "y": 3000})
    other = source["stakeholders"][0]["id"]
    source["links"].append({"id": "secret link", "a": "secret", "b": other, "note": "TEAMONLYlink"})
    source["links"][0].update(private=True, note="TEAMONLYtie")
    source["events"].append({"title": "TEAMONLYevent", "private": True, "date": "2020"})
    source["events"].append({"title": "TEAMONLYgone", "link": "secret link", "date": "2020"})
    source["stakeholders"].append({"id": "person", "name": "Ann TEAMANDPARTNERS", "form": "person",
                                   "x": 3300, "y": 3000})
    return source


def overlaps(shown):
    boxes = [(s["x"], s["y"], s["width"], s["height"]) for s in shown["stakeholders"]]
    return sum(abs(a[0] - b[0]) * 2 < a[2] + b[2] and abs(a[1] - b[1]) * 2 < a[3] + b[3]
               for i, a in enumerate(boxes) for b in boxes[:i])


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="kith-cli-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, name):
        return str(self.folder / name)

    def write(self, name, content):
        pathlib.Path(self.path(name)).write_bytes(content)
        return self.path(name)

    def run_ok(self, *args, **more):
        status, out, err = kith(*args, **more)
        self.assertEqual(status, DONE, err)
        return out

    def assert_fails(self, status, words, *args, **more):
        """With that status, words on standard error, nothing on standard output, in time."""
        start = processor_time()
        got, out, err = kith(*args, **more)
        self.assertEqual(got, status, (args, err))
        self.assertIn(words, err)
        self.assertFalse(out)
        self.assertLess(processor_time() - start, 2)

    def show(self, *args, **more):
        return json.loads(self.run_ok("show", "--json", *args, **more))

    def example(self):
        out = self.path("example.kith")
        self.run_ok("convert", EXAMPLE, out)
        return out


class Insights(Case):
    def insights(self, *args):
        return json.loads(self.run_ok("show", self.example(), "--insights", "--json", *args))

    def test_sentences_with_names_and_numbers(self):
        words = self.run_ok("show", self.example(), "--insights").decode()
        self.assertIn("If Families and Carers left, Northmoor College would be cut off", words)
        self.assertIn("It does not mean that anybody will leave", words)

    def test_json_has_every_section_and_what_is_not_meant(self):
        found = self.insights()
        self.assertEqual([section["key"] for section in found["sections"]],
                         ["bridging", "single-points", "weakest", "trust-gaps", "islands",
                          "communities", "mixing", "sectors"])
        for section in found["sections"]:
            for insight in section["insights"]:
                self.assertTrue(insight["sentence"] and insight["does_not_mean"], insight)
                self.assertTrue(all(number is not None for number in insight["numbers"].values()))
        # each pair of two sectors stands there from either side
        twice = sum(cell["ties"] * (2 if cell["from"] == cell["to"] else 1)
                    for cell in found["matrix"])
        self.assertEqual(twice, 2 * found["ties"])

    def test_for_whom(self):
        team, partners, public = (self.insights("--audience", who)
                                  for who in ("team", "partners", "public"))
        self.assertGreater(team["ties_rated"], partners["ties_rated"])
        self.assertEqual(public["ties_rated"], 0)
        self.assertTrue(all(cell["trust"] is None for cell in public["matrix"]))
        self.assertNotIn("share_by_trust", json.dumps(public))
        self.assertNotIn("we think", json.dumps(partners))


class Help(Case):
    def test_help_and_version(self):
        helped = self.run_ok("--help").decode()
        for word in ("convert", "arrange", "check", "show", "sheet", "--audience", ".pdf"):
            self.assertIn(word, helped)
        self.assertNotIn("graphml", helped.lower())
        self.assertRegex(self.run_ok("--version").decode(), r"^Kith \d+\.\d+")
        self.assertIn("--paper", self.run_ok("convert", "--help").decode())


class Usage(Case):
    def test_what_makes_no_sense_is_status_2(self):
        a, out = self.example(), self.path("out.kith")
        for words, args in (
                ("what to read", ["convert", a]),
                ("what to read", ["convert"]),
                ("no option “--colour”", ["convert", a, out, "--colour"]),
                ("does not go with", ["show", a, "--paper", "a4"]),
                ("needs a value", ["convert", a, out, "--paper"]),
                ("Choose one of: a4", ["convert", a, self.path("o.pdf"), "--paper", "b5"]),
                ("takes no value", ["convert", a, self.path("o.pdf"), "--portrait=yes"]),
                ("--scale cannot be", ["convert", a, self.path("o.png"), "--scale", "0"]),
                ("--scale cannot be", ["convert", a, self.path("o.png"), "--scale", "nan"]),
                ("--audience cannot be", ["convert", a, out, "--audience", "everyone"]),
                ("no filter by “sektor”", ["convert", a, self.path("o.pdf"), "--filter", "sektor=a"]),
                ("housing", ["convert", a, self.path("o.pdf"), "--filter", "sector=zoo"]),
                ("not shown to this audience", ["convert", a, self.path("o.pdf"), "--filter",
                                                "trust=1", "--audience", "public"]),
                ("is called “Nobody”", ["convert", a, self.path("o.pdf"), "--focus", "Nobody"]),
                ("goes with --play or with --focus", ["convert", a, self.path("o.pdf"), "--steps", "2"]),
                ("--reach goes with --focus", ["convert", a, self.path("o.pdf"), "--reach", "2"]),
                ("--frames goes with --play", ["convert", a, self.path("o.pdf"), "--frames", "5"]),
                ("from 1 to 3", ["convert", a, self.path("o.pdf"), "--focus", "ED", "--reach", "4"]),
                ("Give only one", ["convert", a, self.path("o.pdf"), "--focus", "ED", "--reach", "2",
                                   "--steps", "3"]),
                ("Give only one", ["convert", a, self.path("o.pdf"), "--play", "--frames", "20",
                                   "--steps", "3"]),
                ("--frames for the pictures", ["convert", a, self.path("o.pdf"), "--play", "--focus",
                                               "ED", "--steps", "3"]),
                ("--steps cannot be", ["convert", a, self.path("o.pdf"), "--focus", "ED", "--steps", "4"]),
                ("fade or hide", ["convert", a, self.path("o.pdf"), "--filtered", "blink"]),
                ("for a picture only", ["convert", a, out, "--filter", "trust=1"]),
                ("for a picture only", ["convert", a, out, "--transparent"]),
                ("for a picture only", ["convert", a, out, "--through", "ED"]),
                ("for a picture only", ["convert", a, out, "--lens", "change", "--since", "2019"]),
                ("for a picture only", ["convert", a, out, "--report"]),
                ("A poster is a2", ["convert", a, self.path("o.pdf"), "--poster", "a4"]),
                ("do not go with --scenes", ["convert", a, self.path("o.pdf"), "--scenes", "--report"]),
                ("what the scenes say", ["convert", a, self.path("o.pdf"), "--scenes", "--lens", "gap"]),
                ("its name must end in", ["convert", a, self.path("out.docx")]),
                ("its name must end in", ["convert", self.path("in.docx"), out]),
                ("cannot read", ["convert", self.path("in.png"), out]),
                ("Say with --to", ["convert", a, "-"]),
                ("--to cannot be", ["convert", a, "-", "--to", "csv"]),
                ("--as free", ["arrange", a, out]),
                ("--as cannot be", ["arrange", a, out, "--as", "spiral"]),
                ("only parts what overlaps", ["arrange", a, out, "--tidy", "--as", "free"]),
                ("Say round whom", ["arrange", a, out, "--as", "around"]),
                ("No stakeholder on this map is called", ["arrange", a, out, "--around", "Nobody"]),
                ("no background picture", ["arrange", a, out, "--as", "places"]),
                ("goes with --as around", ["arrange", a, out, "--as", "grid", "--around", "X"]),
                ("goes with --as around", ["arrange", a, out, "--around", "X", "--as", "grid"]),
                ("--ended does not go", ["convert", a, self.path("o.pdf"), "--play", "--ended"]),
                ("which file to check", ["check"]),
                ("which file to show", ["show", a, a]),
                ("Only a .kith", ["check", EXAMPLE, "--salvage", out])):
            self.assert_fails(USAGE, words, *args)
        self.assertEqual(os.listdir(self.folder), ["example.kith"])


class Convert(Case):
    def test_a_page_for_each_scene(self):
        source = json.loads(EXAMPLE.read_text())
        source["scenes"] = [
            {"title": "Who is here?", "sentence": "Find yourself.", "lens": "plain", "rank": 1,
             "note": "Zqnote"},
            {"title": "Zqours", "rank": 2, "private": True},
            {"title": "For the board", "rank": 3, "audience": "public"}]
        given, out = self.path("scenes.json"), self.path("scenes.pdf")
        pathlib.Path(given).write_text(json.dumps(source))
        self.run_ok("convert", given, out, "--scenes", "--paper", "a3", "--landscape")
        info = subprocess.run(["pdfinfo", out], capture_output=True, text=True, check=True).stdout
        self.assertRegex(info, r"Pages: +2\n")
        self.assertRegex(info, r"Page size: +1190\.\d+ x 841")
        text = subprocess.run(["pdftotext", out, "-"], capture_output=True, text=True,
                              check=True).stdout
        for word in ("Who is here?", "Find yourself.", "For the board", "Public"):
            self.assertIn(word, text)
        self.assertNotIn("Zq", text)
        self.assert_fails(1, "There are no scenes", "convert", EXAMPLE, out, "--scenes")
        self.assert_fails(USAGE, "for .pdf", "convert", given, self.path("o.png"), "--scenes")

    def test_a_report(self):
        source = json.loads(EXAMPLE.read_text())
        source["scenes"] = [{"title": "What has changed", "lens": "change", "since": "1990", "rank": 1}]
        given, out = self.path("report.json"), self.path("out.pdf")
        pathlib.Path(given).write_text(json.dumps(source))
        self.run_ok("convert", given, out, "--report", "--title", "For the board", "--marking",
                    "OFFICIAL")
        pages = text_of(out).split("\f")[:-1]
        flat = [" ".join(page.split()) for page in pages]
        shown = self.show(EXAMPLE)
        for word in ("For the board", "For: Partners", "Contents", "Stakeholders", "Links"):
            self.assertIn(word, flat[0])
        for i, page in enumerate(flat):
            self.assertEqual(page.count("OFFICIAL"), 2, i)
            self.assertIn(f"Page {i + 1} of {len(flat)}", page)
        # the contents say where each part begins
        for part in ("The map", "Scenes", "Stakeholders", "Links", "Shared spaces"):
            number = int(re.search(re.escape(part) + r" (\d+)", flat[0])[1])
            self.assertIn(part, flat[number - 1])
        self.assertIn("What has changed", flat[2])
        self.assertIn("Came", flat[2])  # in the legend of what changed
        for one in shown["stakeholders"]:
            if not one.get("private"):
                self.assertIn(one["name"], " ".join(flat))
        info = subprocess.run(["pdfinfo", out], capture_output=True, text=True, check=True).stdout
        self.assertRegex(info, r"Title: +For the board")
        self.assertRegex(info, r"Page size: +595\.\d+ x 841")
        self.assertRegex(info, r"Tagged: +yes")
        outline = json.loads(subprocess.run(["qpdf", "--json", "--json-key=outlines", out],
                                            capture_output=True, text=True, check=True).stdout)
        self.assertEqual([one["title"] for one in outline["outlines"]],
                         ["For the board", "The map", "Scenes", "Stakeholders", "Links",
                          "Shared spaces", "Inclusion", "Events of the whole map"])
        self.assert_fails(USAGE, "for .pdf", "convert", EXAMPLE, self.path("o.svg"), "--report")

    def test_a_report_without_names(self):
        source = json.loads(EXAMPLE.read_text())
        source["sectors"] = [{"id": "77777", "name": "Police family", "colour": 3, "sign": 2}]
        police = [s for s in source["stakeholders"] if s["name"] == "Northmoor Police"][0]
        police["sector"] = "77777"
        given, out = self.path("report.json"), self.path("out.pdf")
        pathlib.Path(given).write_text(json.dumps(source))
        self.run_ok("convert", given, out, "--report", "--names-replaced", "--filter",
                    "text=Northmoor Police")
        text = text_of(out)
        for one in self.show(EXAMPLE)["stakeholders"]:
            self.assertNotIn(one["name"], " ".join(text.split()))
        self.assertNotIn("Police family", text)

    def test_json_and_kith_come_back_the_same(self):
        a, b, c = self.example(), self.path("b.json"), self.path("c.kith")
        self.run_ok("convert", a, b)
        self.run_ok("convert", b, c)
        self.assertEqual(pathlib.Path(a).read_bytes(), pathlib.Path(c).read_bytes())
        self.assertEqual(self.show(a), self.show(EXAMPLE))

    def test_standard_streams(self):
        a = self.example()
        text = self.run_ok("convert", a, "-", "--to", "json")
        self.assertEqual(self.show("-", stdin=text), self.show(a))
        self.assertEqual(self.show("-", stdin=pathlib.Path(a).read_bytes()), self.show(a))
        self.assertEqual(self.run_ok("convert", a, "-", "--to=pdf")[:5], b"%PDF-")
        pairs = self.show("-", stdin=b"source,target\nPolice,ED\n")
        self.assertEqual(len(pairs["links"]), 1)
        with open("/dev/full", "wb") as full:
            status, _, err = kith("convert", a, "-", "--to", "json", stdout=full)
        self.assertEqual(status, FAILED)
        self.assertIn("Standard output", err)

    def test_a_disk_that_fills_up_costs_nothing(self):
        """Whatever is written: the old file stays, nothing lies beside it, and it is said."""
        a = self.example()
        for ending in ("kith", "json", "csv", "html", "svg", "png", "pdf"):
            with self.subTest(ending):
                folder = pathlib.Path(self.path(f"full-{ending}"))
                folder.mkdir()
                out = folder / f"out.{ending}"
                out.write_bytes(b"the old one")
                status, _, err = kith("convert", a, str(out), room=1024)
                self.assertEqual(status, FAILED, err)
                self.assertIn(out.name.split(".")[0], err)
                self.assertEqual(out.read_bytes(), b"the old one")
                self.assertEqual(sorted(one.name for one in folder.iterdir()), [out.name])

    def test_pages(self):
        a, pdf = self.example(), self.path("out.pdf")
        a4 = (595.28, 841.89)
        for args, size in (
                (["--paper", "a4", "--portrait"], a4),
                (["--paper", "a4", "--landscape"], a4[::-1]),
                (["--paper=A3", "--landscape"], (1190.55, 841.89)),
                (["--paper", "a0", "--portrait"], (2383.94, 3370.39))):
            self.run_ok("convert", a, pdf, "--title", "Board, May", *args)
            pages, width, height = page_of(pdf)
            self.assertEqual(pages, 1)
            self.assertAlmostEqual(width, size[0], delta=1)
            self.assertAlmostEqual(height, size[1], delta=1)
            words = text_of(pdf)
            for word in ("Board, May", "Inpatient Wards", "Partners"):
                self.assertIn(word, words)

    def test_a_part_says_that_it_is_one(self):
        a, part = self.example(), self.path("part.pdf")
        self.run_ok("convert", a, part, "--filter", "sector=housing; text=homes", "--filtered",
                    "hide", "--audience", "team")
        text = text_of(part)
        self.assertIn("A part of the map", text)
        self.assertIn("Showing 2 of 25 stakeholders, 1 of 45 links", text)
        self.assertIn("Housing Options", text)
        self.assertIn("Moorland Homes", text)
        self.assertNotIn("Northmoor College", text)
        self.run_ok("convert", a, part, "--focus", "northmoor police", "--audience", "team")
        text = text_of(part)
        self.assertIn("Focus: Northmoor Police, 1 step", text)
        self.assertIn("Northmoor College", text)

    def test_letter_and_markings(self):
        pdf = self.path("out.pdf")
        self.run_ok("convert", self.example(), pdf, "--paper", "letter", "--portrait", "--marking",
                    "OFFICIAL-SENSITIVE")
        self.assertEqual(page_of(pdf), (1, 612, 792))
        self.assertEqual(text_of(pdf).count("OFFICIAL-SENSITIVE"), 2)
        self.assertIn("For: Partners", text_of(pdf))
        self.assertIn("The Big Room, Northmoor", tags_of(pdf))

    def test_a_poster_on_sheets(self):
        """Cut along their marks and laid over each other, the sheets are the poster."""
        a, whole, sheets = self.example(), self.path("whole.pdf"), self.path("sheets.pdf")
        dots, folder = 60, self.folder / "sheets"
        folder.mkdir()
        self.run_ok("convert", a, whole, "--poster", "a2", "--landscape", "--audience", "team")
        self.run_ok("convert", a, sheets, "--poster", "a2", "--landscape", "--tile", "a4",
                    "--audience", "team")
        self.assertEqual(page_of(whole)[0], 1)
        count, width, height = page_of(sheets)
        self.assertAlmostEqual(width * height, 595.28 * 841.89, delta=10)
        plan, *pages = pages_of(sheets, folder, dots)
        self.assertIn("How to put the poster together", text_of(sheets))
        inch = lambda points: points / 72 * dots
        margin = 28.35
        step_x, step_y = width - 3 * margin, height - 3 * margin
        columns = -(-(1683.78 - 2 * margin) // step_x)
        rows = -(-(1190.55 - 2 * margin) // step_y)
        self.assertEqual(count, 1 + len(pages))
        columns, rows = int(columns), len(pages) // int(columns)
        self.assertEqual(columns * rows, len(pages))
        subprocess.run(["pdftoppm", "-r", str(dots), "-png", "-singlefile", whole,
                        self.path("whole")], check=True)
        size = subprocess.run(["identify", "-format", "%wx%h", self.path("whole.png")],
                              capture_output=True, check=True).stdout.decode()
        command = ["convert", "-size", size, "xc:white"]
        for i, page in enumerate(pages):
            row, column = divmod(i, columns)
            cut = (f"{round(inch(width - 2 * margin))}x{round(inch(height - 2 * margin))}"
                   f"+{round(inch(margin))}+{round(inch(margin))}")
            command += ["(", str(page), "-crop", cut, "+repage", ")", "-geometry",
                        f"+{round(inch(column * step_x))}+{round(inch(row * step_y))}", "-composite"]
        subprocess.run([*command, self.path("joined.png")], check=True)
        differs = subprocess.run(["compare", "-metric", "MAE", self.path("whole.png"),
                                  self.path("joined.png"), "null:"], capture_output=True)
        self.assertLess(float(re.search(rb"\(([\d.e-]+)\)", differs.stderr)[1]), 0.02)
        without = subprocess.run(["compare", "-metric", "MAE", self.path("whole.png"), "-size", size,
                                  "xc:white", "null:"], capture_output=True)
        self.assertGreater(float(re.search(rb"\(([\d.e-]+)\)", without.stderr)[1]), 0.03)

    def test_what_goes_with_posters(self):
        a, pdf = self.example(), self.path("no.pdf")
        self.assert_fails(USAGE, "smaller than the poster", "convert", a, pdf, "--tile", "a4")
        self.assert_fails(USAGE, "smaller than the poster", "convert", a, pdf, "--poster", "a1",
                          "--tile", "a0")
        self.assert_fails(USAGE, "for .pdf", "convert", a, self.path("no.png"), "--poster", "a1",
                          "--tile", "a4")
        self.assert_fails(USAGE, "--size cannot be", "convert", a, self.path("no.png"), "--size",
                          "1920")
        self.assert_fails(USAGE, "in pixels", "convert", a, pdf, "--size", "1920x1080")
        self.assert_fails(USAGE, "80 characters", "convert", a, pdf, "--marking", "x" * 81)

    def test_names_replaced(self):
        a = self.example()
        names = [s["name"] for s in self.show(a, "--audience", "team")["stakeholders"]]
        for ending in ("pdf", "svg", "html"):
            out = self.path("out." + ending)
            status, _, err = kith("convert", a, out, "--audience", "team", "--names-replaced")
            self.assertEqual(status, DONE)
            self.assertIn("A single police force stays obvious", err)
            told = (text_of(out) + tags_of(out) if ending == "pdf"
                    else pathlib.Path(out).read_text())
            for name in names:
                self.assertNotIn(name.casefold(), told.casefold(), (ending, name))
            self.assertNotIn("The Big Room, Northmoor", told)
            self.assertIn("Housing 2", told)

    def test_a_page_for_a_browser(self):
        out = self.path("out.html")
        self.run_ok("convert", self.example(), out, "--audience", "team", "--marking", "OFFICIAL")
        text = pathlib.Path(out).read_text()
        tree = xml.etree.ElementTree.fromstring(
            re.search(r"<svg.*</svg>", text, re.DOTALL)[0])
        self.assertTrue(tree.tag.endswith("svg"))
        registers, _, inclusion = text.partition(">Inclusion<")
        self.assertEqual(registers.count('<th scope="row">'), 25 + 45 + 1)
        self.assertGreater(inclusion.count('<th scope="row">'), 4)  # a row for each sector
        self.assertEqual(text.count(">OFFICIAL<"), 2)
        self.assertRegex(text, r'<html lang="[a-zA-Z-]+">')
        # nothing runs and nothing is fetched
        self.assertNotIn("<script", text)
        links = set(re.findall(r"""(?:src|href)=["']([^"']*)""", text))
        self.assertEqual({link for link in links if not link.startswith(("#", "data:"))}, set())
        self.assertEqual(set(re.findall(r"https?://[^\s\"']+", text)),
                         {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"})

    def test_pixels_as_told(self):
        a = self.example()
        for size in ((1920, 1080), (640, 900)):
            png, svg = self.path("s.png"), self.path("s.svg")
            self.run_ok("convert", a, png, "--size", "%dx%d" % size)
            self.run_ok("convert", a, svg, "--size", "%dx%d" % size)
            self.assertEqual(png_of(png)[:2], size)
            root = xml.etree.ElementTree.parse(svg).getroot()
            self.assertEqual((root.get("width"), root.get("height")), tuple(map(str, size)))

    def test_pixels(self):
        a, one, two, clear = self.example(), self.path("1.png"), self.path("2.png"), self.path("c.png")
        self.run_ok("convert", a, one)
        self.run_ok("convert", a, two, "--scale", "2")
        self.run_ok("convert", a, clear, "--transparent")
        width, height, corner = png_of(one)
        self.assertGreater(width, 500)
        self.assertEqual(set(corner), {0xfa} if len(corner) == 3 else {0xfa, 0xff})
        self.assertAlmostEqual(png_of(two)[0], 2 * width, delta=2)
        self.assertAlmostEqual(png_of(two)[1], 2 * height, delta=2)
        self.assertEqual(png_of(clear)[2][3], 0)

    def test_drawing(self):
        svg = self.path("out.svg")
        self.run_ok("convert", self.example(), svg)
        self.assertTrue(xml.etree.ElementTree.parse(svg).getroot().tag.endswith("svg"))

    def test_several_maps_become_one(self):
        one = self.path("one.json")
        pathlib.Path(one).write_text('{"kith":1,"stakeholders":[{"name":"Newcomer"}]}')
        self.run_ok("convert", self.example(), one, ELEMENTS, self.path("all.kith"))
        shown = self.show(self.path("all.kith"))
        names = [s["name"] for s in shown["stakeholders"]]
        self.assertIn("Newcomer", names)
        self.assertIn("Inpatient Wards", names)
        self.assertEqual(shown["title"], "Northmoor crisis pathway")
        self.assertEqual(overlaps(shown), 0)

    def test_odd_names(self):
        for name in ("new\nline.kith", "100%s.kith", "-dash.kith", b"\xff\xfe.kith"):
            out = os.path.join(os.fsencode(self.folder), os.fsencode(name))
            self.run_ok("convert", EXAMPLE, out)
            self.run_ok("check", "--", out)


class Tables(Case):
    def test_a_real_pair_in_one_command(self):
        pdf, out = self.path("eastvale.pdf"), self.path("eastvale.kith")
        status, _, err = kith("convert", CONNECTIONS, ELEMENTS, out, "--title", "Eastvale")
        self.assertEqual(status, DONE)
        self.assertIn("eastvale-connections.csv, row 152, To:", err)
        self.run_ok("convert", ELEMENTS, CONNECTIONS, pdf, "--paper", "a3", "--landscape")
        shown = self.show(out)
        self.assertEqual(len(shown["stakeholders"]), 61)
        self.assertEqual(len(shown["links"]), 152)
        self.assertEqual(overlaps(shown), 0)
        self.assertTrue(all(s["width"] > 0 for s in shown["stakeholders"]))
        words = text_of(pdf)
        for word in ("Eastvale Council", "Adult Social Care", "Valley Homes"):
            self.assertIn(word, words)

    def test_the_same_tables_make_the_same_picture(self):
        places = []
        for name in ("1.kith", "2.kith"):
            self.run_ok("convert", ELEMENTS, CONNECTIONS, self.path(name))
            places.append({s["name"]: (s["x"], s["y"])
                           for s in self.show(self.path(name))["stakeholders"]})
        self.assertEqual(*places)

    def test_our_tables_come_back(self):
        a, back = self.example(), self.path("back.kith")
        self.run_ok("convert", a, self.path("out.csv"))
        status, _, err = kith("convert", self.path("out-links.csv"),
                              self.path("out-stakeholders.csv"), back)
        self.assertEqual(status, DONE)
        self.assertEqual(len(err.splitlines()), 1, err)
        was, now = self.show(a, "--audience", "partners"), self.show(back)
        names = lambda shown: {s["id"]: s["name"] for s in shown["stakeholders"]}
        steps = lambda shown: sorted(
            (names(shown)[link["a"]], names(shown)[link["b"]], link["kind"],
             link["trust"]["a"]["step"], link["trust"]["b"]["step"]) for link in shown["links"])
        places = lambda shown: sorted((s["name"], s["x"], s["y"], s["sector"], s["kind"])
                                      for s in shown["stakeholders"])
        self.assertEqual(steps(was), steps(now))
        self.assertEqual(places(was), places(now))

    def test_all_that_a_map_holds_comes_back_from_its_tables(self):
        """Every kind of record that the examples have, each single rating and its voice included."""
        kinds = set()
        for example in EXAMPLE.parent.glob("*.json"):
            name = example.stem
            self.run_ok("convert", example, self.path(name + ".kith"))
            self.run_ok("convert", self.path(name + ".kith"), self.path(name + ".csv"), "--audience", "team",
                        "--ended")
            tables = sorted(pathlib.Path(self.path(name + ".csv")).parent.glob(name + "-*.csv"))
            self.run_ok("convert", *tables, self.path(name + "-back.kith"))
            was, back = (json.loads(self.run_ok("show", self.path(name + end), "--json", "--ended"))
                         for end in (".kith", "-back.kith"))
            # tables have no sizes of boxes: they are those of their letters, which differ a little between fonts
            for one, other in zip(was["stakeholders"], back["stakeholders"]):
                for size in ("width", "height"):
                    self.assertAlmostEqual(one.pop(size), other.pop(size), delta=2)
            self.assertEqual(was, back)
            kinds |= {table.stem.removeprefix(name + "-") for table in tables}
        self.assertTrue(kinds >= {"events", "spaces", "memberships", "assessments", "names", "successions", "quotes",
                                  "scenes", "stances", "questions", "positions", "answers", "pulses", "loads",
                                  "drivers", "barriers", "repairs", "map"}, kinds)


class Privacy(Case):
    def write_canaries(self):
        path = self.path("canaries.json")
        pathlib.Path(path).write_text(json.dumps(with_canaries(json.loads(EXAMPLE.read_text()))))
        return path

    def everything_for(self, path, audience):
        """All that can be made of a map for an audience, as text."""
        chosen = ["--audience", audience]
        default = chosen if audience == "public" else []
        for name in ("out.csv", "out.svg", "out.pdf", "out.html"):
            self.run_ok("convert", path, self.path(name), *default)
        for name in ("out.json", "out.kith"):
            self.run_ok("convert", path, self.path(name), *chosen)
        made = {name: pathlib.Path(self.path(name)).read_bytes().decode(errors="replace")
                for name in ("out.svg", "out.json", "out.kith", "out.pdf", "out.html")}
        for table in pathlib.Path(self.path("out.csv")).parent.glob("out-*.csv"):
            made[table.name] = table.read_text()
        made["text of the page"] = text_of(self.path("out.pdf"))
        made["tags of the page"] = tags_of(self.path("out.pdf"))
        made["show"] = self.run_ok("show", path, *chosen).decode()
        made["show --json"] = self.run_ok("show", "--json", path, *chosen).decode()
        return made

    def test_replaced_names_leave_nobody_behind(self):
        """Nor do people who are named, or a sector that was called after somebody."""
        source = {
            "kith": 1,
            "sectors": [{"id": "nhs-providers", "name": "Canary Hospital"}],
            "stakeholders": [{"id": "a", "name": "Canary Hospital", "sector": "nhs-providers"},
                             {"id": "b", "name": "The Ward", "sector": "nhs-providers"}],
            "links": [{"id": "l", "a": "a", "b": "b"}],
            "assessments": [{"id": "r", "link": "l", "end": "a", "voice": "Canary Smith",
                             "trust": "4", "basis": "own-words", "date": "2026-03-01"}],
            "spaces": [{"id": "s", "name": "Board"}],
            "memberships": [{"id": "m", "space": "s", "stakeholder": "a", "role": "Canary chairs"}],
            "repairs": [{"id": "p", "link": "l", "title": "Meet", "owner": "Canary Jones",
                         "made": "2026-03-01"}],
            "quotes": [{"id": "q", "stakeholder": "a", "text": "We cope", "teller": "Canary Brown"}],
        }
        path = self.path("people.json")
        pathlib.Path(path).write_text(json.dumps(source))
        self.assertIn(b"Canary Jones", self.run_ok("convert", path, "-", "--to", "json",
                                                   "--audience", "team"))
        for ending in ("json", "html", "svg"):
            told = self.run_ok("convert", path, "-", "--to", ending, "--audience", "team",
                               "--names-replaced")
            self.assertNotIn(b"Canary", told)
        self.run_ok("convert", path, self.path("o.csv"), "--audience", "team", "--names-replaced")
        for table in pathlib.Path(self.path("o.csv")).parent.glob("o-*.csv"):
            self.assertNotIn("Canary", table.read_text(), table.name)

    def test_partners_get_nothing_of_the_team(self):
        made = self.everything_for(self.write_canaries(), "partners")
        for what, text in made.items():
            self.assertEqual(re.findall("TEAMONLY[a-z0-9]*", text), [], what)
        self.assertIn("PARTNERSONLY", made["out-links.csv"])
        self.assertIn("PARTNERSONLY", made["out.json"])
        self.assertNotIn("Private", made["out-links.csv"] + made["out-stakeholders.csv"])

    def test_the_public_gets_no_ratings_and_no_names_of_people(self):
        made = self.everything_for(self.write_canaries(), "public")
        for what, text in made.items():
            self.assertEqual(re.findall("(?:TEAM|PARTNERS)ONLY[a-z0-9]*", text), [], what)
            self.assertNotIn("TEAMANDPARTNERS", text, what)
        self.assertNotIn("Trust", made["out-links.csv"])
        self.assertNotIn("ratings\": [{", made["out.json"])

    def test_the_team_gets_everything(self):
        path = self.write_canaries()
        wanted = set(re.findall("[A-Z]+ONLY[a-z0-9]+", pathlib.Path(path).read_text()))
        self.assertGreater(len(wanted), 300)
        whole = self.run_ok("convert", path, "-", "--to", "kith")
        for text in (self.run_ok("convert", path, "-", "--to", "json").decode(),
                     self.run_ok("convert", "-", "-", "--to", "json", stdin=whole).decode()):
            self.assertEqual(wanted, set(re.findall("[A-Z]+ONLY[a-z0-9]+", text)))

    def sealed(self, state):
        """The example with a last word of the police, given in a round."""
        source = json.loads(EXAMPLE.read_text())
        source["rounds"] = [{"id": "quiet", "title": "Quiet", "date": "2026-10", "state": state}]
        link = next(l for l in source["links"] if "police" in l["a"])
        source["assessments"].append({"id": "quiet-1", "link": link["id"], "end": "a",
                                      "date": "2026-10", "voice": "Quietvoice",
                                      "basis": "own-words", "trust": "1", "round": "quiet",
                                      "note": "Quietnote"})
        path = pathlib.Path(self.path("sealed-" + (state or "open") + ".json"))
        path.write_text(json.dumps(source))
        rater = next(x for x in source["stakeholders"] if x["id"] == link["a"])
        return path, rater["name"]

    def all_of(self, path, name):
        """What everybody's pictures, tables and words tell, the team's included."""
        told = b""
        for audience in ("team", "partners", "public"):
            for out in ("o.svg", "o.pdf", "o.csv", "o.html"):
                self.run_ok("convert", path, self.path(out), "--audience", audience)
            told += self.run_ok("show", path, "--audience", audience)
            told += self.run_ok("show", path, "--json", "--audience", audience)
            told += tags_of(self.path("o.pdf")).encode()
            for file in [self.path("o.svg"), self.path("o.html"),
                         *pathlib.Path(self.path("o.csv")).parent.glob("o-*.csv")]:
                told += pathlib.Path(file).read_bytes()
            told += text_of(self.path("o.pdf")).encode()
            if audience == "public":
                continue
            for file in ("s.csv", "s.pdf"):
                self.run_ok("sheet", path, self.path(file), "--for", name, "--audience", audience)
            told += pathlib.Path(self.path("s.csv")).read_bytes()
            told += text_of(self.path("s.pdf")).encode()
        return re.sub(rb"<glyph.*?</g>", b"", told)

    def test_a_sealed_round_tells_nothing_and_loses_nothing(self):
        path, name = self.sealed("sealed")
        told = self.all_of(path, name)
        for word in (b"Quietvoice", b"Quietnote", b"2026-10-", b"quiet-1"):
            self.assertNotIn(word, told)
        opened, name = self.sealed("open")
        self.assertIn(b"Quietvoice", self.all_of(opened, name))
        given, kept = self.path("given.json"), self.path("kept.kith")
        self.run_ok("convert", path, given, "--audience", "partners")
        self.assertNotIn("Quiet" + "note", pathlib.Path(given).read_text())
        self.assertEqual(sum(r.get("round") is not None
                             for r in json.loads(pathlib.Path(given).read_text())["assessments"]), 0)
        self.run_ok("convert", path, kept)
        self.run_ok("convert", kept, self.path("back.json"))
        self.assertIn("Quietvoice", pathlib.Path(self.path("back.json")).read_text())

    def test_sheets(self):
        path, name = self.sealed("open")
        out = self.path("sheet.pdf")
        self.run_ok("sheet", path, out, "--for", name.upper(), "--round", "quiet", "--blank",
                    "--audience", "team")
        self.assertIn("1 Needs repair", text_of(out))
        self.assertNotIn("Quietnote", text_of(out))
        pages, width, height = page_of(out)
        self.assertTrue(abs(width - 595.3) < 1 and abs(height - 841.9) < 1, (width, height))
        self.assertNotIn("Respect", text_of(out))
        self.run_ok("sheet", path, out, "--for", name, "--round", "Quiet", "--audience", "team")
        self.assertIn("Quietnote", text_of(out))
        self.run_ok("sheet", path, out, "--for", name, "--round", "quiet", "--blank", "--all-three",
                    "--audience", "team")
        asked = text_of(out).count("What does")
        self.assertGreater(asked, 2)
        for word in ("Trust", "Respect", "Mutual understanding"):
            self.assertEqual(len(re.findall(f"(?m)^ *{word} *1", text_of(out))), asked)
        self.assert_fails(USAGE, "is called", "sheet", path, out, "--for", "Nobody")
        self.assert_fails(USAGE, "no round called", "sheet", path, out, "--for", name, "--round",
                          "Loud")
        self.assert_fails(USAGE, "a .pdf or a .csv", "sheet", path, self.path("x.png"), "--for", name)
        self.assert_fails(USAGE, "Say whose sheet", "sheet", path, out)

    def test_a_page_shows_both_lines_over_time(self):
        """Of each link of which more was said than once, to those who may see it."""
        source = json.loads(EXAMPLE.read_text())
        name = next(x["name"] for x in source["stakeholders"] if "Police" in x["name"])
        for audience, there in (("team", True), ("partners", True), ("public", False)):
            out = self.path(f"{audience}.pdf")
            self.run_ok("sheet", EXAMPLE, out, "--for", name, "--audience", audience)
            self.assertEqual("Trust over time" in text_of(out), there, audience)

    def filled(self, path, name, steps):
        """The blank sheet of the round as a table, with a voice and these steps in its rows."""
        self.run_ok("sheet", path, self.path("blank.csv"), "--for", name, "--round", "Quiet",
                    "--blank", "--audience", "team")
        with open(self.path("blank.csv"), encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        for row, step in zip(rows, steps):
            row.update(step, voice="Duty inspector")
        out = self.path("filled.csv")
        with open(out, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
        return out, rows

    def ratings_of(self, path):
        made = json.loads(self.run_ok("convert", path, "-", "--to", "json"))
        return [a for a in made["assessments"] if a.get("voice") == "Duty inspector"]

    def test_a_filled_sheet_comes_back(self):
        source, name = self.sealed("open")
        path, out = self.path("round.kith"), self.path("rated.kith")
        self.run_ok("convert", source, path)
        sheet, rows = self.filled(path, name, [
            {"trust": "4", "respect": "5", "understanding": "not known", "note": "Since spring"}])
        before = pathlib.Path(path).read_bytes()
        status, _, told = kith("rate", path, sheet, "--dry-run", "--round", "quiet")
        self.assertEqual(status, DONE, told)
        self.assertIn("New: 1", told)
        self.run_ok("rate", path, sheet, out, "--dry-run")
        self.assertFalse(os.path.exists(out))
        self.run_ok("rate", path, sheet, out)
        self.assertEqual(pathlib.Path(path).read_bytes(), before)
        rating, = self.ratings_of(out)
        self.assertEqual((rating["trust"], rating["respect"], rating["understanding"],
                          rating["note"], rating["date"]),
                         ("4", "5", "not-known", "Since spring", "2026-10"))
        told = kith("rate", out, sheet, self.path("again.kith"))[2]
        self.assertIn("As before: 1", told)
        self.assertEqual(len(self.ratings_of(self.path("again.kith"))), 1)
        text = pathlib.Path(sheet).read_bytes()
        self.run_ok("rate", path, "-", self.path("piped.json"), stdin=text)
        self.assertEqual(len(self.ratings_of(self.path("piped.json"))), 1)

    def test_a_sheet_with_a_bad_row_is_read_whole_or_not_at_all(self):
        source, name = self.sealed("open")
        path, out = self.path("round.kith"), self.path("rated.kith")
        self.run_ok("convert", source, path)
        sheet, rows = self.filled(path, name, [{"trust": "4"}, {"trust": "seven"}])
        self.assertGreater(len(rows), 1)
        status, _, told = kith("rate", path, sheet, out)
        self.assertEqual((status, os.path.exists(out)), (FAILED, False))
        for words in ("filled.csv: Row 3: “seven” is no rating", "New: 1", "1 row is left out",
                      "nothing is written"):
            self.assertIn(words, told)
        self.assert_fails(FAILED, "nothing is written", "rate", path, sheet, "--dry-run")
        self.run_ok("rate", path, sheet, out, "--partly")
        self.assertEqual([r["trust"] for r in self.ratings_of(out)], ["4"])
        self.assert_fails(FAILED, "not a sheet of ratings", "rate", path,
                          self.write("other.csv", b"name,sector\nA,housing\n"), out)
        self.assert_fails(USAGE, "no round called", "rate", path, sheet, out, "--round", "Loud")
        self.assert_fails(USAGE, "a .kith or a .json", "rate", path, sheet, self.path("o.pdf"))
        self.assert_fails(USAGE, "Say what to read", "rate", path, out)

    def test_impressions_stay_with_the_team(self):
        pathlib.Path(self.path("in.csv")).write_text("From,To,Trust,Trust back,Basis back\n"
                                                     "A,B,1,5,own words\n")
        _, _, err = kith("convert", self.path("in.csv"), self.path("out.csv"))
        links = pathlib.Path(self.path("out-links.csv")).read_text()
        self.assertNotIn("Trust,", links)
        self.assertIn("Trust back", links)
        self.assertIn("1 rating stays out", err)
        self.run_ok("convert", self.path("in.csv"), self.path("out.csv"), "--audience", "team")
        self.assertIn("Trust,Trust back", pathlib.Path(self.path("out-links.csv")).read_text())

    def test_another_audiences_map_is_another_map(self):
        a, b = self.example(), self.path("b.json")
        self.run_ok("convert", a, b, "--audience", "partners")
        key = lambda text: json.loads(text)["about"]["key"]
        self.assertNotEqual(key(pathlib.Path(b).read_text()),
                            key(self.run_ok("convert", a, "-", "--to", "json")))


class Failure(Case):
    def test_what_cannot_be_read_is_status_1_and_harms_nothing(self):
        a, out = self.example(), self.path("out.kith")
        whole = pathlib.Path(a).read_bytes()
        for name, data in (
                ("empty.kith", b""), ("stub.kith", b"x" * 50), ("text.kith", b"hello\n" * 100),
                ("cut.kith", whole[:len(whole) // 2]), ("png.kith", b"\x89PNG\r\n\x1a\n" * 20),
                ("empty.json", b""), ("other.json", b'{"elements": []}'),
                ("deep.json", b'{"kith":1,"events":' + b"[" * 200000),
                ("wide.csv", b"a," * 1000000), ("nul.csv", b"a,b\n1,\0\n"), ("empty.csv", b"")):
            path = self.path(name)
            pathlib.Path(path).write_bytes(data)
            pathlib.Path(out).write_bytes(b"what was there")
            self.assert_fails(FAILED, name, "convert", path, out)
            self.assert_fails(FAILED, name, "check", path)
            self.assertEqual(pathlib.Path(path).read_bytes(), data)
            self.assertEqual(pathlib.Path(out).read_bytes(), b"what was there")
            os.unlink(path)
        self.assertEqual(sorted(os.listdir(self.folder)), ["example.kith", "out.kith"])

    def test_a_gigabyte_is_refused_at_once(self):
        for name in ("big.csv", "big.json", "big.kith"):
            with open(self.path(name), "wb") as big:
                big.truncate(1 << 30)
            self.assert_fails(FAILED, name, "convert", self.path(name), self.path("out.kith"))

    def test_what_is_no_file_is_refused(self):
        os.mkdir(self.path("folder.kith"))
        os.mkfifo(self.path("pipe.csv"))
        os.symlink("nowhere", self.path("dangling.json"))
        for name in ("folder.kith", "pipe.csv", "dangling.json", "missing.kith"):
            self.assert_fails(FAILED, name, "convert", self.path(name), self.path("out.kith"))

    def test_what_cannot_be_written_is_refused(self):
        a = self.example()
        os.mkdir(self.path("folder.pdf"))
        for name in ("nowhere/out.kith", "folder.pdf", "nowhere/out.csv", "nowhere/out.png"):
            self.assert_fails(FAILED, "", "convert", a, self.path(name))
        self.assertEqual(sorted(os.listdir(self.folder)), ["example.kith", "folder.pdf"])
        self.assertEqual(os.listdir(self.path("folder.pdf")), [])

    def test_a_read_only_folder(self):
        if os.geteuid() == 0:
            self.skipTest("nothing is read-only for root")
        a = self.example()
        os.mkdir(self.path("closed"), 0o500)
        self.assert_fails(FAILED, "closed", "convert", a, self.path("closed/out.kith"))


class Check(Case):
    def test_sound_and_damaged(self):
        a, out = self.example(), self.path("saved.kith")
        self.assertIn("The file is sound: 25 stakeholders", self.run_ok("check", a).decode())
        self.run_ok("check", EXAMPLE)
        self.run_ok("check", ELEMENTS)
        self.run_ok("check", a, "--salvage", out)
        self.assertFalse(os.path.exists(out))
        data = bytearray(pathlib.Path(a).read_bytes())
        at = data.rfind(b"Northmoor")
        data[at:at + 1] = b"X"
        pathlib.Path(a).write_bytes(data)
        self.assert_fails(FAILED, "example.kith", "check", a)
        said = self.run_ok("check", a, "--salvage", out).decode()
        self.assertIn("saved.kith", said)
        self.assertEqual(pathlib.Path(a).read_bytes(), data)
        self.assertEqual(len(self.show(out)["stakeholders"]), 25)


class Arrange(Case):
    def test_free(self):
        a, out, again = self.example(), self.path("out.kith"), self.path("again.kith")
        self.run_ok("arrange", a, out, "--as", "free")
        self.run_ok("arrange", a, again, "--as=free")
        before, after = self.show(a), self.show(out)
        places = lambda shown: {s["id"]: (s["x"], s["y"]) for s in shown["stakeholders"]}
        self.assertNotEqual(places(before), places(after))
        self.assertEqual(pathlib.Path(out).read_bytes(), pathlib.Path(again).read_bytes())
        self.assertEqual(overlaps(after), 0)
        self.assertEqual(before["events"], after["events"])

    def test_grid_needs_power_and_interest(self):
        pathlib.Path(self.path("in.csv")).write_text("name,power,interest\nOne,,\nOther,4,\n")
        self.assert_fails(USAGE, "power and interest have", "arrange", self.path("in.csv"),
                          self.path("out.kith"), "--as", "grid")

    def test_examples_as_a_grid(self):
        """Whoever tries an arrangement on an example sees it."""
        for example in EXAMPLE.parent.glob("*.json"):
            self.run_ok("arrange", str(example), self.path("out.kith"), "--as", "grid")
            self.assertEqual(overlaps(self.show(self.path("out.kith"))), 0, example)

    def test_in_groups(self):
        source = json.loads(EXAMPLE.read_text())
        for place, one in enumerate(source["stakeholders"]):
            one.update(power=1 + place % 5, interest=1 + place // 5)
        pathlib.Path(self.path("in.json")).write_text(json.dumps(source))
        a, out = self.path("in.json"), self.path("out.kith")
        for arrangement in ("columns", "segments", "rings", "rings-inward", "grid", "circle",
                            "community", "around"):
            how = ["--around", "Northmoor Police"] if arrangement == "around" else \
                  ["--as", arrangement]
            self.run_ok("arrange", a, out, *how)
            shown = self.show(out)
            self.assertEqual(overlaps(shown), 0, arrangement)
            self.run_ok("convert", out, self.path("out.json"), "--audience", "team")
            frames = json.loads(pathlib.Path(self.path("out.json")).read_text())["annotations"]
            self.assertEqual({frame["arrangement"] for frame in frames}, {arrangement})
            if arrangement in ("columns", "segments"):
                self.assertIn("Housing", {frame["text"] for frame in frames})
                self.run_ok("convert", out, self.path("out.pdf"))
                words = subprocess.run(["pdftotext", self.path("out.pdf"), "-"],
                                       capture_output=True, text=True, check=True).stdout
                self.assertIn("People and communities", " ".join(words.split()))
            if arrangement == "grid":
                self.assert_grid(shown, {one["name"]: one for one in source["stakeholders"]})
        self.run_ok("arrange", out, self.path("free.json"), "--as", "free")
        self.assertFalse(json.loads(pathlib.Path(self.path("free.json")).read_text())
                         .get("annotations"))

    def test_steps_of_the_grid(self):
        pathlib.Path(self.path("in.csv")).write_text("name,power,interest\nOne,1,2\nOther,5,4\n")
        self.run_ok("convert", self.path("in.csv"), self.path("in.json"))
        self.run_ok("arrange", self.path("in.json"), self.path("out.kith"), "--as", "grid")
        self.run_ok("convert", self.path("out.kith"), self.path("out.pdf"))
        words = subprocess.run(["pdftotext", self.path("out.pdf"), "-"],
                               capture_output=True, text=True, check=True).stdout.split()
        drawn = words[words.index("Power"):]  # after the date
        self.assertEqual([drawn.count(step) for step in "12345"], [2] * 5, words)

    def test_pinned_in_groups(self):
        """A frame that somebody pinned belies is not drawn, and that is said."""
        source = json.loads(EXAMPLE.read_text())
        for place, one in enumerate(source["stakeholders"]):
            one.update(x=100 + place % 5 * 260, y=100 + place // 5 * 150, pinned=True)
        pathlib.Path(self.path("in.json")).write_text(json.dumps(source))
        for arrangement in ("columns", "segments", "rings"):
            status, _, said = kith("arrange", self.path("in.json"), self.path("out.json"), "--as",
                                   arrangement)
            self.assertEqual(status, DONE, said)
            self.assertIn("pinned stakeholders stand elsewhere", said)
            shown = json.loads(pathlib.Path(self.path("out.json")).read_text())
            left = shown.get("annotations", [])
            self.assertLess(len(left), 2)
            for segment in left:  # one that happens to be true
                self.assertEqual(arrangement, "segments")
                self.assert_segment(shown["stakeholders"], segment)

    def assert_segment(self, people, segment):
        """It holds those of one sector, all of them, and nobody else."""
        within = []
        for one in people:
            x = (one["x"] - segment["x"]) / segment["width"] * 2
            y = (one["y"] - segment["y"]) / segment["height"] * 2
            turn = math.atan2(y, x) / math.tau * 1000
            if math.hypot(x, y) < 1 and (turn - segment["turn"]) % 1000 < segment["sweep"]:
                within.append(one)
        sectors = {one["sector"] for one in within}
        self.assertEqual(len(sectors), 1, within)
        self.assertEqual(within, [one for one in people if one["sector"] in sectors])

    def assert_grid(self, shown, said):
        """More interest lies further to the right, more power further up."""
        for one in shown["stakeholders"]:
            for other in shown["stakeholders"]:
                less, more = said[one["name"]], said[other["name"]]
                if less["interest"] < more["interest"]:
                    self.assertLess(one["x"], other["x"])
                if less["power"] < more["power"]:
                    self.assertGreater(one["y"], other["y"])

    def test_pinned_ones_stay(self):
        source = json.loads(EXAMPLE.read_text())
        pinned = source["stakeholders"][3]
        pinned.update(pinned=True, x=-700, y=900)
        pathlib.Path(self.path("in.json")).write_text(json.dumps(source))
        self.run_ok("arrange", self.path("in.json"), self.path("out.json"), "--as", "free")
        there = [s for s in self.show(self.path("out.json"))["stakeholders"]
                 if s["name"] == pinned["name"]][0]
        self.assertEqual((there["x"], there["y"]), (-700, 900))

    def test_only_those_without_a_place_are_placed(self):
        source = json.loads(EXAMPLE.read_text())
        for one in source["stakeholders"][:4]:
            one.update(x=0, y=0)
        pathlib.Path(self.path("in.json")).write_text(json.dumps(source))
        before, after = self.show(EXAMPLE), self.show(self.path("in.json"))
        moved = [s["name"] for s, t in zip(before["stakeholders"], after["stakeholders"])
                 if (s["x"], s["y"]) != (t["x"], t["y"])]
        self.assertLessEqual(set(moved), {s["name"] for s in source["stakeholders"][:4]})
        self.assertTrue(all(s["x"] or s["y"] for s in after["stakeholders"]))
        self.assertEqual(overlaps(after), 0)

    def test_tidying_moves_only_what_overlaps(self):
        rows = "Label,X,Y\nOne,100,100\nTwo,110,104\nFar,900,700\n"
        pathlib.Path(self.path("in.csv")).write_text(rows)
        self.run_ok("convert", self.path("in.csv"), self.path("in.json"))
        self.run_ok("arrange", self.path("in.json"), self.path("out.json"), "--tidy")
        places = {one["name"]: (one["x"], one["y"]) for one in self.show(self.path("out.json"))["stakeholders"]}
        self.assertEqual(places["Far"], (900, 700))
        one, two = places["One"], places["Two"]
        self.assertTrue(abs(one[0] - two[0]) > 60 or abs(one[1] - two[1]) > 36, places)


class Show(Case):
    def test_words(self):
        words = self.run_ok("show", self.example()).decode()
        for word in ("Northmoor crisis pathway", "Police, fire and justice", "Heard from 70 of 90",
                     "Big Room", "History", "say 4 Strong of"):
            self.assertIn(word, words)

    def test_json(self):
        shown = self.show(self.example())
        source = json.loads(EXAMPLE.read_text())
        self.assertEqual(shown["counts"]["links"], len(source["links"]))
        self.assertEqual(len(shown["events"]), len(source["events"]))
        ids = {s["id"] for s in shown["stakeholders"]}
        for link in shown["links"]:
            self.assertLessEqual({link["a"], link["b"]}, ids)
            for end in "ab":
                opinion = link["trust"][end]
                self.assertTrue(0 <= opinion["step"] <= 5)
                self.assertIsInstance(opinion["impression"], bool)
        self.assertEqual(sum(len(link["ratings"]) for link in shown["links"]),
                         len(source["assessments"]))
        self.assertLessEqual(set(shown["spaces"][0]["members"]), ids)


def dated_map():
    """Two trusts that become one in April 2012, a rating that changes, a link with a beginning."""
    def rating(number, end, date, step):
        return {"id": f"r{number}", "link": "l", "end": end, "date": date, "trust": str(step),
                "basis": "own-words"}
    return {
        "kith": 1, "about": {"title": "Eastvale"},
        "stakeholders": [
            {"id": "a", "name": "Eastvale Acute", "to": "2012-04", "x": 0, "y": 0},
            {"id": "b", "name": "Eastvale Community", "to": "2012-04", "x": 300, "y": 0},
            {"id": "c", "name": "Eastvale Trust", "from": "2012-04", "x": 150, "y": 200},
            {"id": "p", "name": "Eastvale Police", "x": 300, "y": 300},
            {"id": "q", "name": "Carers", "x": 0, "y": 300}],
        "names": [{"id": "n", "stakeholder": "p", "name": "The Watch", "to": "2000"}],
        "links": [{"id": "l", "a": "p", "b": "q", "from": "2005"},
                  {"id": "m", "a": "a", "b": "p", "to": "2012-04"}],
        "assessments": [rating(1, "a", "2009", 2), rating(2, "a", "2015-06-12", 4)],
        "events": [{"id": "e", "link": "l", "date": "2009-03", "kind": "dispute", "title": "A row"},
                   {"id": "f", "date": "2012-04-01", "title": "The merger"}],
        "successions": [{"id": "s", "before": "a", "after": "c", "kind": "merged", "date": "2012-04"},
                        {"id": "t", "before": "b", "after": "c", "kind": "merged",
                         "date": "2012-04"}]}


class Time(Case):
    def dated(self):
        path = self.path("dated.json")
        pathlib.Path(path).write_text(json.dumps(dated_map()))
        return path

    def test_a_lifetime_is_said(self):
        old, new = ({"id": i, "name": n, "from": f, "to": t} for i, n, f, t in (
            ("old", "Eastvale Trust", "1999", "2027-04-01"), ("new", "Moor Trust", "2027-04-01", "")))
        text = json.dumps({
            "kith": 1, "stakeholders": [old, new],
            "names": [{"stakeholder": "old", "name": "Eastvale Board", "to": "2005"}],
            "successions": [{"before": "old", "after": "new", "kind": "merged",
                             "date": "2027-04-01"}]}).encode()
        status, now, said = kith("show", "--from", "json", "-", stdin=text)
        self.assertEqual(status, 0)
        self.assertIn(b"Eastvale Trust", now)
        self.assertNotIn(b"Moor Trust", now)  # it is to come
        self.assertIn("1 is to come", said if isinstance(said, str) else said.decode())
        words = self.run_ok("show", "--ended", "--from", "json", "-", stdin=text).decode()
        self.assertIn("Eastvale Trust, from 1999, until 1 April 2027\n", words)
        self.assertIn("Eastvale Trust merged into Moor Trust, 1 April 2027", words)
        shown = self.show("--ended", "--from", "json", "-", stdin=text)
        ends = {s["name"]: (s["from"], s["to"]) for s in shown["stakeholders"]}
        self.assertEqual(ends["Eastvale Trust"], ("1999", "2027-04-01"))
        self.assertEqual(shown["names"][0]["name"], "Eastvale Board")
        self.assertEqual(shown["successions"][0]["date"], "2027-04-01")

    def names(self, shown):
        return {s["name"] for s in shown["stakeholders"]}

    def test_a_picture_through_a_lens(self):
        a = self.dated()
        pictures = {}
        for lens in ("trust", "gap", "respect", "understanding", "change", "age", "last-contact",
                     "conflict", "basis", "sector", "level", "kind", "story", "plain"):
            out = self.path(f"{lens}.png")
            self.run_ok("convert", a, out, "--lens", lens, "--audience", "team")
            pictures[lens] = pathlib.Path(out).read_bytes()
        for lens in ("gap", "change", "age", "basis", "level", "kind", "plain"):
            self.assertNotEqual(pictures[lens], pictures["trust"], lens)
        out = self.path("eyes.svg")
        self.run_ok("convert", a, out, "--through", "carers", "--audience", "team")
        for words, arguments in (
                ("There is no lens", ["--lens", "hope"]),
                ("last-contact", ["--lens", "hope"]),
                ("No stakeholder on this map is called", ["--through", "Nobody"]),
                ("--lens change", ["--since", "2009"])):
            self.assert_fails(USAGE, words, "convert", a, self.path("no.png"), *arguments)

    def test_only_what_there_was(self):
        a = self.dated()
        for date, names, links, step, events in (
                ("1999", {"Eastvale Acute", "Eastvale Community", "The Watch", "Carers"}, 1, None,
                 0),
                ("31 December 1999", {"Eastvale Acute", "Eastvale Community", "The Watch", "Carers"},
                 1, None, 0),
                ("2000", {"Eastvale Acute", "Eastvale Community", "Eastvale Police", "Carers"}, 1,
                 None, 0),
                ("2005", {"Eastvale Acute", "Eastvale Community", "Eastvale Police", "Carers"}, 2, 0,
                 0),
                ("1/1/2009", {"Eastvale Acute", "Eastvale Community", "Eastvale Police", "Carers"},
                 2, 2, 0),
                ("2009", {"Eastvale Acute", "Eastvale Community", "Eastvale Police", "Carers"}, 2, 2,
                 1),
                ("31 March 2012", {"Eastvale Acute", "Eastvale Community", "Eastvale Police",
                                   "Carers"}, 2, 2, 1),
                ("1 April 2012", {"Eastvale Trust", "Eastvale Police", "Carers"}, 1, 2, 2),
                ("11 June 2015", {"Eastvale Trust", "Eastvale Police", "Carers"}, 1, 2, 2),
                ("12 June 2015", {"Eastvale Trust", "Eastvale Police", "Carers"}, 1, 4, 2),
                ("before 2013", {"Eastvale Trust", "Eastvale Police", "Carers"}, 1, 2, 2)):
            with self.subTest(date):
                shown = self.show(a, "--as-at", date)
                self.assertEqual(self.names(shown), names)
                self.assertEqual(len(shown["links"]), links)
                steps = [l["trust"]["a"]["step"] for l in shown["links"] if l["from"] == "2005"]
                self.assertEqual(steps, [] if step is None else [step])
                self.assertEqual(len(shown["events"]), events)

    def test_says_which_day(self):
        a = self.dated()
        self.assertEqual(self.show(a, "--as-at", "March 2009")["as_at"], "2009-03-31")
        self.assertEqual(self.show(a)["as_at"], "")
        words = self.run_ok("show", a, "--as-at", "the 1990s").decode()
        self.assertIn("As at 31 December 1999", words)
        self.assertIn("The Watch", words)
        self.assertNotIn("Eastvale Trust", words)
        self.assertIn("last day", self.run_ok("show", "--help").decode())

    def test_a_map_as_at_a_date_is_a_map_of_its_own(self):
        a, out, now = self.dated(), self.path("then.json"), self.path("now.json")
        self.run_ok("convert", a, out, "--as-at", "2005")
        self.run_ok("convert", a, now)
        then, now = (json.loads(pathlib.Path(p).read_text()) for p in (out, now))
        self.assertEqual(then["about"]["title"], "Eastvale, as at 31 December 2005")
        self.assertNotEqual(then["about"]["key"], now["about"]["key"])
        self.assertNotIn("2012", json.dumps(then))
        self.run_ok("convert", a, self.path("then.kith"), "--as-at", "2005")
        self.assertEqual(self.names(self.show(self.path("then.kith"))),
                         self.names(self.show(a, "--as-at", "2005")))
        self.run_ok("check", self.path("then.kith"))

    def test_tables_and_pictures_of_a_date(self):
        a = self.dated()
        self.run_ok("convert", a, self.path("t.csv"), "--as-at", "2000")
        table = pathlib.Path(self.path("t-stakeholders.csv")).read_text()
        self.assertIn("Eastvale Acute", table)
        self.assertNotIn("Eastvale Trust", table)
        self.run_ok("convert", a, self.path("t.pdf"), "--as-at", "2000")
        text = text_of(self.path("t.pdf"))
        self.assertIn("As at 31 December 2000", text)
        self.assertNotIn("Trust", text)

    def test_dates_that_make_no_sense(self):
        a = self.dated()
        for words, args in (
                ("is not a date", ["show", a, "--as-at", "soon"]),
                ("28 days", ["show", a, "--as-at", "30 February 2009"]),
                ("needs a date", ["show", a, "--as-at", ""]),
                ("Give only", ["convert", a, self.path("o.pdf"), "--play", "--as-at", "2009"]),
                ("2 to 500", ["convert", a, self.path("o.pdf"), "--play", "--steps", "501"]),
                ("2 to 500", ["convert", a, self.path("o.pdf"), "--play", "--steps", "1"]),
                ("2 to 500", ["convert", a, self.path("o.pdf"), "--play", "--frames", "501"]),
                ("--steps cannot be", ["convert", a, self.path("o.pdf"), "--play", "--steps",
                                       "99999999999999"]),
                ("numbered .png", ["convert", a, self.path("o.svg"), "--play"]),
                ("for a picture only", ["convert", a, self.path("o.kith"), "--play"]),
                ("several files", ["convert", a, "-", "--to", "png", "--play"])):
            self.assert_fails(USAGE, words, *args)
        source = dated_map()
        source = {"kith": 1, "about": {}, "stakeholders": source["stakeholders"][3:]}
        pathlib.Path(self.path("none.json")).write_text(json.dumps(source))
        self.assert_fails(FAILED, "nothing to play", "convert", self.path("none.json"),
                          self.path("o.pdf"), "--play")

    def test_a_play_as_pictures(self):
        a = self.dated()
        self.run_ok("convert", a, self.path("p.png"), "--play", "--steps", "5")
        frames = sorted(f for f in os.listdir(self.folder) if f.endswith(".png"))
        self.assertEqual(frames, [f"p-00{i}.png" for i in range(1, 6)])
        sizes = {png_of(self.path(f))[:2] for f in frames}
        self.assertEqual(len(sizes), 1)
        contents = {pathlib.Path(self.path(f)).read_bytes() for f in frames}
        self.assertEqual(len(contents), 5)

    def test_a_play_with_a_focus_says_which_steps_are_meant(self):
        a = self.dated()
        name = dated_map()["stakeholders"][0]["name"]
        self.run_ok("convert", a, self.path("f.pdf"), "--play", "--focus", name, "--reach", "2",
                    "--frames", "3")
        self.assertEqual(page_of(self.path("f.pdf"))[0], 3)
        with open(EXAMPLE) as file:
            far = json.load(file)["stakeholders"][0]["name"]
        for option in ("--reach", "--steps"):
            self.run_ok("convert", EXAMPLE, self.path(f"{option}.svg"), "--focus", far, option, "2")
        self.run_ok("convert", EXAMPLE, self.path("near.svg"), "--focus", far)
        one, other, near = (pathlib.Path(self.path(f)).read_bytes()
                            for f in ("--reach.svg", "--steps.svg", "near.svg"))
        self.assertEqual(one, other)
        self.assertNotEqual(one, near)

    def test_what_only_hidden_answers_take_is_hidden_on_earlier_days_too(self):
        given = self.path("hidden.json")
        source = {"kith": 1, "stakeholders": [{"id": "a", "name": "Ward", "x": 0, "y": 0}],
                  "questions": [{"id": "q", "title": "Why?", "asked": "2020"}],
                  "positions": [{"id": "p", "question": "q", "title": "They do not care"}],
                  "answers": [{"id": "w", "question": "q", "stakeholder": "a", "text": "No",
                               "basis": "impression", "date": "2026-03", "position": "p"}]}
        pathlib.Path(given).write_text(json.dumps(source))
        for ending in ("json", "kith"):
            for day in ([], ["--as-at", "2024"]):
                out = self.path("partners." + ending)
                self.run_ok("convert", given, out, "--audience", "partners", *day)
                self.assertNotIn(b"They do not care", pathlib.Path(out).read_bytes(), (ending, day))

    def test_a_play_as_pages(self):
        a = self.dated()
        self.run_ok("convert", a, self.path("p.pdf"), "--play", "--steps", "4")
        self.assertEqual(page_of(self.path("p.pdf"))[0], 4)
        pages = text_of(self.path("p.pdf")).split("\f")
        for page, has, has_not in (
                (0, ("January 2000", "Eastvale Acute"), ("Eastvale Trust", "A row")),
                (1, ("February 2005", "Eastvale Police and Carers: link begins"), ("A row",)),
                (2, ("April 2010", "Mar 2009: A row"), ("The merger", "link begins")),
                (3, ("June 2015", "1 Apr 2012: The merger", "Eastvale Trust",
                     "Eastvale Acute and Eastvale Community merge"), ("Mar 2009: A row",))):
            for words in has:
                self.assertIn(words, pages[page])
            for words in has_not:
                self.assertNotIn(words, pages[page])
        self.run_ok("convert", EXAMPLE, self.path("q.pdf"), "--play")
        self.assertEqual(page_of(self.path("q.pdf"))[0], 24)

    def test_a_play_keeps_what_an_audience_may_not_see(self):
        source = dated_map()
        source["events"].append({"id": "g", "link": "l", "date": "2010", "title": "SECRET",
                                 "private": True})
        pathlib.Path(self.path("s.json")).write_text(json.dumps(source))
        self.run_ok("convert", self.path("s.json"), self.path("t.pdf"), "--play", "--audience",
                    "team")
        self.assertIn("SECRET", text_of(self.path("t.pdf")))
        self.run_ok("convert", self.path("s.json"), self.path("p.pdf"), "--play")
        self.assertNotIn("SECRET", text_of(self.path("p.pdf")))
        self.run_ok("convert", self.path("s.json"), self.path("u.pdf"), "--play", "--audience",
                    "public")
        self.assertNotRegex(text_of(self.path("u.pdf")), "Trust rises|say 2")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
