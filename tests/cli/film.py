# SPDX-License-Identifier: GPL-3.0-or-later
"""A play as a video, with whatever makes one here; and with programs that fail. film.py KITH SOURCE_ROOT"""
import json
import os
import pathlib
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
import unittest

import cli
from cli import EXAMPLE, FAILED, USAGE, kith

FFMPEG = shutil.which("ffmpeg")
GST = shutil.which("gst-launch-1.0") and shutil.which("gst-inspect-1.0")


def gst_has(*elements):
    return GST and all(subprocess.run(["gst-inspect-1.0", "--exists", e], check=False).returncode == 0
                       for e in elements)


class Film(cli.Case):
    def setUp(self):
        super().setUp()
        self.path_before = os.environ["PATH"]
        self.addCleanup(os.environ.__setitem__, "PATH", self.path_before)
        pathlib.Path(self.path("in.json")).write_text(EXAMPLE.read_text())

    def only(self, **programs):
        """Nothing else on the path than these: what a program is, or the text of a script."""
        folder = pathlib.Path(self.path("programs"))
        folder.mkdir(exist_ok=True)
        for name, what in programs.items():
            file = folder / name.replace("_", "-").replace("gst-launch", "gst-launch-1.0").replace(
                "gst-inspect", "gst-inspect-1.0")
            if what.startswith("#!"):
                file.write_text(what)
                file.chmod(file.stat().st_mode | stat.S_IXUSR)
            else:
                file.symlink_to(what)
        os.environ["PATH"] = str(folder)

    def probe(self, file):
        told = subprocess.run(["/usr/bin/ffprobe", "-v", "error", "-count_frames", "-show_streams",
                               "-show_format", "-of", "json", file], capture_output=True, check=True)
        return json.loads(told.stdout)

    def frame(self, file, second):
        out = self.path(f"frame-{second}.png")
        subprocess.run(["/usr/bin/ffmpeg", "-v", "error", "-y", "-ss", str(second), "-i", file,
                        "-frames:v", "1", out], check=True)
        return out

    def assert_fails(self, status, words, *args, **more):
        """However long the pictures take that are made before it fails."""
        got, out, err = kith(*args, **more)
        self.assertEqual((got, out), (status, b""), err)
        self.assertIn(words, err)

    def assert_film(self, file, codec, width, height, seconds):
        told = self.probe(file)
        stream = told["streams"][0]
        self.assertEqual(len(told["streams"]), 1)
        self.assertEqual((stream["codec_name"], stream["width"], stream["height"],
                          stream["pix_fmt"]), (codec, width, height, "yuv420p"))
        self.assertAlmostEqual(float(told["format"]["duration"]), seconds, delta=0.1)
        self.assertEqual(int(stream["nb_read_frames"]), seconds * 25)

    def assert_nothing_left(self, *names):
        self.assertEqual(sorted(n for n in os.listdir(self.path(".")) if n != "programs"),
                         sorted(["in.json", *names]))

    @unittest.skipUnless(FFMPEG, "no ffmpeg")
    def test_a_film_by_ffmpeg(self):
        a = self.path("in.json")
        self.run_ok("convert", a, self.path("f.mp4"), "--seconds", "10", "--marking", "OFFICIAL")
        self.assert_film(self.path("f.mp4"), "h264", 1280, 720, 10)
        self.assert_nothing_left("f.mp4")
        # its end is the last picture of a play, but for what happened and which month is said
        self.run_ok("convert", a, self.path("p.png"), "--play", "--frames", "4", "--size",
                    "1280x720", "--marking", "OFFICIAL")
        self.assertGreater(self.likeness(self.frame(self.path("f.mp4"), 9.5),
                                         self.path("p-004.png"), "1280x560+0+160"), 30)
        # … and not its beginning
        self.assertLess(self.likeness(self.frame(self.path("f.mp4"), 0.1), self.path("p-004.png"),
                                      "1280x560+0+160"), 30)

    def likeness(self, one, other, part):
        """Of a part of both, in decibels."""
        run = subprocess.run(["compare", "-metric", "PSNR", f"{one}[{part}]", f"{other}[{part}]",
                              "null:"], capture_output=True, text=True, check=False,
                             env={**os.environ, "PATH": self.path_before})
        self.assertIn(run.returncode, (0, 1), run.stderr)
        told = re.match(r"[\d.]+|inf", run.stderr.strip())[0]
        return 99.0 if told == "inf" else float(told)

    @unittest.skipUnless(FFMPEG, "no ffmpeg")
    def test_webm_and_size(self):
        self.run_ok("convert", self.path("in.json"), self.path("f.webm"), "--seconds", "10",
                    "--size", "640x360")
        self.assert_film(self.path("f.webm"), "vp9", 640, 360, 10)

    @unittest.skipUnless(FFMPEG and gst_has("vp8enc", "webmmux", "rawvideoparse"), "no GStreamer")
    def test_a_film_by_gstreamer(self):
        self.only(gst_launch=shutil.which("gst-launch-1.0"),
                  gst_inspect=shutil.which("gst-inspect-1.0"))
        self.run_ok("convert", self.path("in.json"), self.path("g film.webm"), "--seconds", "10",
                    "--size", "640x360")
        codec = "vp9" if gst_has("vp9enc") else "vp8"
        self.assert_film(self.path("g film.webm"), codec, 640, 360, 10)

    @unittest.skipUnless(FFMPEG, "no ffmpeg")
    def test_nothing_private_is_in_it(self):
        source = cli.with_canaries(json.loads(EXAMPLE.read_text()))
        source["about"].update(title="A title", owner="OWNERWORD")
        private = self.path("SECRETNAME.json")
        pathlib.Path(private).write_text(json.dumps(source))
        for audience in ("partners", "public"):
            for ending in ("mp4", "webm"):
                out = self.path("f." + ending)
                self.run_ok("convert", private, out, "--seconds", "10", "--size", "320x180",
                            "--audience", audience)
                held = pathlib.Path(out).read_bytes()
                for word in (b"ONLY", b"SECRET", b"OWNERWORD", b"A title", b"Northmoor", b"/tmp",
                             os.fsencode(os.environ.get("USER") or "nobody-at-all"), b"libx264 -"):
                    self.assertNotIn(word, held, (audience, ending))
                tags = self.probe(out)["format"].get("tags", {})
                self.assertLessEqual(set(k.lower() for k in tags),
                                     {"major_brand", "minor_version", "compatible_brands",
                                      "encoder"})

    def test_without_a_program_it_says_what_to_install(self):
        self.only()
        for out in ("f.mp4", "f.webm"):
            self.assert_fails(FAILED, "Install ffmpeg", "convert", self.path("in.json"),
                              self.path(out))
            self.assert_fails(FAILED, "an ending of .png, and --play", "convert",
                              self.path("in.json"), self.path(out))
        self.assert_nothing_left()

    def test_a_program_that_never_answers_is_taken_for_missing(self):
        told = self.path("programs/told")
        hangs = f"#!/bin/sh\necho $$ >>'{told}'\nexec /bin/sleep 300\n"
        self.only(ffmpeg=hangs, gst_inspect=hangs, gst_launch=hangs)
        self.assert_fails(FAILED, "Install ffmpeg", "convert", self.path("in.json"),
                          self.path("f.mp4"))
        self.assert_nothing_left()
        asked = [int(line) for line in pathlib.Path(told).read_text().split()]
        self.assertEqual(len(asked), 2)  # each once
        for pid in asked:
            for _ in range(100):
                if not self.sleeps(pid):
                    break
                time.sleep(0.05)
            self.assertFalse(self.sleeps(pid))

    @staticmethod
    def sleeps(pid):
        """Whether it is still that script's sleep; who is only waiting to be buried has no words."""
        try:
            return b"sleep" in pathlib.Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            return False

    LIST = "#!/bin/sh\ncase \"$*\" in *-encoders*) echo ' V....D libx264 H.264'; exit 0;; esac\n"

    def test_a_program_that_fails_leaves_the_old_file(self):
        a, out = self.path("in.json"), self.path("f.mp4")
        for script, words in (
                ("echo 'no such codec' >&2; exit 1\n", "stopped with “no such codec”"),
                ("/bin/cat >/dev/null; exit 3\n", "stopped before it was done"),
                ("/bin/head -c 5000 >/dev/null; exit 0\n", "stopped before it was done"),
                ("kill -9 $$\n", "stopped before it was done"),
                ("/bin/cat >/dev/null; echo 'av: No space left on device' >&2; exit 1\n",
                 "no room left"),
                # as if all were well, but nothing is there
                ("/bin/cat >/dev/null; exit 0\n", "Input/output error")):
            self.only(ffmpeg=self.LIST + script)
            for before in (None, b"old"):
                if before:
                    pathlib.Path(out).write_bytes(before)
                self.assert_fails(FAILED, words, "convert", a, out, "--seconds", "10", "--size",
                                  "320x180")
                self.assert_nothing_left(*(["f.mp4"] if before else []))
                if before:
                    self.assertEqual(pathlib.Path(out).read_bytes(), before)
                    os.unlink(out)

    def test_one_that_complains_without_end_is_heard_to_its_end(self):
        self.only(ffmpeg=self.LIST + "i=0; while [ $i -lt 20000 ]; do echo 'a long complaint' >&2; "
                                     "i=$((i+1)); done; /bin/cat >/dev/null; exit 1\n")
        self.assert_fails(FAILED, "a long complaint", "convert", self.path("in.json"),
                          self.path("f.mp4"), "--seconds", "10", "--size", "320x180")

    def test_stopped_in_the_middle(self):
        """Killed, it leaves nothing under the name; what it does leave goes when one is next written."""
        self.only(ffmpeg=self.LIST + "/bin/cat >/dev/null; /bin/sleep 30; exit 0\n")
        pathlib.Path(self.path("f.mp4")).write_bytes(b"old")
        run = subprocess.Popen([cli.KITH, "convert", self.path("in.json"), self.path("f.mp4"),
                                "--seconds", "10", "--size", "320x180"], stderr=subprocess.DEVNULL)
        for _ in range(200):
            if any(n.startswith(".kith-") for n in os.listdir(self.path("."))):
                break
            time.sleep(0.05)
        run.send_signal(signal.SIGKILL)
        run.wait()
        self.assertEqual(pathlib.Path(self.path("f.mp4")).read_bytes(), b"old")
        self.run_ok("convert", self.path("in.json"), self.path("again.svg"))
        self.assert_nothing_left("f.mp4", "again.svg")

    @unittest.skipUnless(FFMPEG, "no ffmpeg")
    def test_a_folder_that_takes_nothing(self):
        self.assert_fails(FAILED, "not there", "convert", self.path("in.json"),
                          self.path("none/f.mp4"), "--seconds", "10")

    def test_what_goes_with_films(self):
        a, out = self.path("in.json"), self.path("f.mp4")
        for words, args in (
                ("10 to 300", [out, "--seconds", "9"]),
                ("is for films", [self.path("o.png"), "--seconds", "20"]),
                ("--seconds in place of --frames", [out, "--frames", "20"]),
                ("even numbers", [out, "--size", "641x360"]),
                ("even numbers", [out, "--size", "5000x360"]),
                ("no --scale", [out, "--scale", "2"]),
                ("--transparent", [out, "--transparent"]),
                ("Give only one", [out, "--as-at", "2009"]),
                ("Paper and orientation", [out, "--paper", "a3"]),
                ("do not go with", [out, "--board"])):
            self.assert_fails(USAGE, words, "convert", a, *args)
        self.assert_nothing_left()

    @unittest.skipUnless(FFMPEG, "no ffmpeg")
    def test_a_map_without_dates(self):
        pathlib.Path(self.path("in.json")).write_text(json.dumps(
            {"kith": 1, "stakeholders": [{"id": "a", "name": "A"}]}))
        self.assert_fails(FAILED, "nothing to play", "convert", self.path("in.json"),
                          self.path("f.mp4"))
        self.assert_nothing_left()


class Names(cli.Case):
    """Sector and number for names in every format that holds a map's words."""

    def test_no_text_of_any_record_has_a_name(self):
        source = json.loads(EXAMPLE.read_text())
        names = ["ZEBRAWORKS HOUSING", "Ca\u0301fe\u0301 Q\u016dux", "QX"]
        for person, name in zip(source["stakeholders"], names):
            person.update(name=name, private_note=f"of {name}")
        forms = ["zebraworks  housing", "Zebraworks\u00a0Housing", "C\u00e1f\u00e9 q\u016dux", "QX",
                 "Zebra\u00adworks Housing"]
        said = "; ".join(forms)
        for kind in ("links", "spaces", "events", "assessments"):
            for record in source[kind]:
                for member in ("note", "narrative", "label", "private_note", "teller", "voice",
                               "purpose", "title"):
                    if member in record or member in ("note", "private_note") and kind == "links":
                        record[member] = said
        source["about"].update(title=said, purpose=said, owner=names[0])
        long = ("x " * 20000) + said
        source["links"][0]["note"] = long
        path = self.path("in.json")
        pathlib.Path(path).write_text(json.dumps(source))
        for out in ("out.json", "out.kith", "out.csv", "out.svg", "out.html"):
            status, _, err = kith("convert", path, self.path(out), "--audience", "team",
                                  "--names-replaced")
            self.assertEqual(status, 0, err)
            self.assertIn("A single police force stays obvious", err)
        self.run_ok("convert", self.path("out.kith"), self.path("again.json"))
        for out in ("out.json", "again.json", "out-stakeholders.csv", "out-links.csv", "out.svg",
                    "out.html", "out.kith"):
            text = pathlib.Path(self.path(out)).read_bytes().decode(errors="replace")
            self.assertEqual(re.findall(r"(?i)zebra|c\u00e1f|ca\u0301f|\bQX\b|Northmoor Police", text),
                             [], out)
        made = json.loads(pathlib.Path(self.path("out.json")).read_text())
        self.assertIn("x x x", json.dumps(made["links"]))  # long ones stay, without the names
        was, now = (self.show(path, "--audience", "team"), self.show(self.path("out.json"),
                                                                      "--audience", "team"))
        self.assertEqual(len(was["links"]), len(now["links"]))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
