# SPDX-License-Identifier: GPL-3.0-or-later
"""A film of the map's history from the export dialog: what this computer makes it with, cancelled in the
middle, and numbered pictures where it makes none."""
import os
import re
import stat
import subprocess

import kithtest

EXAMPLE = os.path.join(os.environ["KITH_EXAMPLES"], "tarnbeck-thirty-years.kith")
FILM = os.path.join(kithtest.WORK, "film.mp4")
NONE = os.path.join(kithtest.WORK, "programs")
FAKE = os.path.join(kithtest.WORK, "fake")


def program(folder, name, script):
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write("#!/bin/sh\n" + script)
    os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)


def left():
    return sorted(n for n in os.listdir(kithtest.WORK) if n.startswith((".kith-", "film")))


def open_film(kith):
    kith.find(None, "Map canvas")
    kith.key("ctrl+e")
    kith.find("button", "Export…")
    kith.click(kith.find("combo box", "Format"))
    kith.key("End", "Return")
    kith.find("combo box", "As", timeout=30)
    kith.status("Moment 1 of 8", timeout=30)


def write(kith, path):
    kith.click(kith.find("button", "Export…"))
    kith.choose_file(path)


# a program that begins and never ends: cancelled, the old file is there as it was
program(FAKE, "ffmpeg", "case \"$*\" in *-encoders*) echo ' V....D libx264 H.264'; exit 0;; esac\n"
                        "cat >/dev/null; sleep 600\n")
with open(FILM, "wb") as old:
    old.write(b"old")
with kithtest.Kith(EXAMPLE, env={"PATH": FAKE + ":" + os.environ["PATH"]}) as kith:
    open_film(kith)
    kith.gone("combo box", "Pages")
    kith.find(None, re.compile("From the first date to the last"))
    kith.click(kith.find("button", "Next page"))
    kith.status("Moment 2 of 8", timeout=30)
    kith.shot("film")
    kith.click(kith.find("combo box", "How long"))
    kith.key("Home", "Return")
    write(kith, FILM)
    kith.click(kith.find("button", "Replace"))
    kithtest.wait_for(lambda: any(n.startswith(".kith-") for n in left()), "it has begun", timeout=60)
    kith.find("progress bar")
    kith.shot("film-writing")
    kith.click(kith.find("button", "Cancel"))
    kithtest.wait_for(lambda: left() == ["film.mp4"], "nothing but the old file is left", timeout=30)
    with open(FILM, "rb") as file:
        assert file.read() == b"old"
    kith.find("button", "Export…")  # it can be tried again
    kith.click(kith.find("button", "Cancel"))

if os.path.exists("/usr/bin/ffmpeg"):
    with kithtest.Kith(EXAMPLE) as kith:
        open_film(kith)
        kith.click(kith.find("combo box", "How long"))
        kith.key("Home", "Return")
        write(kith, FILM)
        kith.click(kith.find("button", "Replace"))
        kith.status("Exported “film.mp4”", timeout=200)
        told = subprocess.run(["/usr/bin/ffprobe", "-v", "error", "-show_entries",
                               "stream=codec_name,width,height:format=duration", "-of",
                               "default=nw=1:nk=1", FILM], capture_output=True, check=True)
        assert told.stdout.split() == [b"h264", b"1280", b"720", b"20.000000"], told.stdout
        assert left() == ["film.mp4"], left()

# without any program: numbered pictures, and what to install
for name in ("ffmpeg", "gst-launch-1.0", "gst-inspect-1.0"):
    program(NONE, name, "exit 127\n")
with kithtest.Kith(EXAMPLE, env={"PATH": NONE + ":" + os.environ["PATH"]}) as kith:
    open_film(kith)
    kith.find(None, re.compile("Nothing on this computer makes videos. Install ffmpeg"))
    kith.gone("combo box", "How long")
    kith.shot("film-without")
    write(kith, kithtest.WORK)
    kith.status(re.compile("Exported"), timeout=120)
    folders = [n for n in os.listdir(kithtest.WORK) if n.endswith(", film")]
    assert len(folders) == 1, os.listdir(kithtest.WORK)
    pictures = sorted(os.listdir(os.path.join(kithtest.WORK, folders[0])))
    assert len(pictures) == 24 and pictures[0].endswith("-001.png"), pictures
    size = subprocess.run(["identify", "-format", "%wx%h",
                           os.path.join(kithtest.WORK, folders[0], pictures[23])],
                          capture_output=True, check=True).stdout
    assert size == b"1280x720", size
