# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a real window of Kith as a person would: pointer, keys and accessibility tree.

A test is a script that `run` starts (see there) on a screen, a session bus and home
directories of its own:

    import kithtest
    with kithtest.Kith() as kith:                  # or Kith("map.kith", env={...})
        kith.click(kith.find("button", "New Map"))
        kith.key("n"); kith.type("Police\\n")
        kith.find("label", "Police")               # waits up to 10 s, else fails
        assert len(kith.show(path)["stakeholders"]) == 1
        kith.shot("one-stakeholder")               # build/screenshots/one-stakeholder.png

Roles are those of AT-SPI ("button" is "push button"; both are understood); a name is the
whole accessible name, or a compiled pattern. At the end nothing that is operated may be
named after its class: a screen reader would read that out.
"""
import json
import os
import re
import subprocess
import sys
import time

# a warning of GLib ends Kith; of the library that looks at it, which has some when a window goes, it is none
FATAL = os.environ.pop("G_DEBUG", None)
import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

if FATAL is not None:
    os.environ["G_DEBUG"] = FATAL

# from GTK 4.10 on a button that stays pressed is a "toggle button", and a check mark that excludes
# others a "radio button"
ALIASES = {"button": ("push button", "toggle button"), "entry": ("text",), "check box": ("radio button",)}
OPERATED = {"button", "push button", "toggle button", "check box", "radio button", "combo box", "text",
            "spin button", "slider", "list item", "menu item", "switch"}
CLASS_NAME = re.compile(r"^(Gtk|Adw|Kith)[A-Z]\w+$")
WORK = os.environ["KITH_TEST_WORK"]
# Without a compositor GTK draws a frame of its own, which it does not count.
FRAME = 5
# From GTK 4.10 on a widget's place is not told rightly: what is built here for that, see bounds.c.
BOUNDS = os.path.join(os.environ["MESON_BUILD_ROOT"], "tests", "window")
IS_NEWER = os.path.exists(os.path.join(BOUNDS, "libkith-bounds.so"))
SHOTS = os.path.join(os.environ["MESON_BUILD_ROOT"], "screenshots")


def wait_for(what, sentence, timeout=10, rest=0.1):
    """Asks `what` until it answers; fails with the sentence."""
    end = time.monotonic() + timeout
    while True:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            answer = what()
        except GLib.Error:
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(sentence)
        time.sleep(rest)


def xdo(*arguments):
    subprocess.run(["xdotool", *map(str, arguments)], check=True)


def picture(x, y, width, height):
    """Of a part of the screen: its pixels, each red, green, blue."""
    return subprocess.run(["import", "-window", "root", "-crop", f"{width}x{height}+{x}+{y}", "-depth", "8",
                           "rgb:-"], stdout=subprocess.PIPE, check=True).stdout


def picture_of(area):
    """The same of what an accessible takes up."""
    return picture(area.x, area.y, area.width, area.height)


def pixel(x, y):
    """Of the screen, as red, green, blue."""
    return tuple(picture(x, y, 1, 1)[:3])


def screen_is_up():
    """On a busy machine the X server comes up later than xvfb-run waits for."""
    return subprocess.run(["xdotool", "getdisplaygeometry"], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL).returncode == 0


# two trusts and two of their partners
TRUSTS = ("name,sector\nEastvale Trust,NHS providers\nWestvale Trust,NHS providers\n"
          "Police,Police\nCouncil,Local government\n")
TRUSTS_LINKS = "from,to\nEastvale Trust,Police\nWestvale Trust,Police\nWestvale Trust,Council\n"


def make_map(path, people, links):
    """A map of two tables of text: stakeholders and links."""
    parts = []
    for name, text in (("stakeholders", people), ("links", links)):
        parts.append(os.path.join(WORK, name + ".csv"))
        with open(parts[-1], "w", encoding="utf-8") as out:
            out.write(text)
    subprocess.run([os.environ["KITH"], "convert", *parts, path], check=True)


class Kith:
    """One run of the program."""

    def __init__(self, *arguments, env=None, check_names=True, at_once=None):
        self.arguments = [str(a) for a in arguments]
        self.env = {**os.environ, **(env or {})}
        self.check_names = check_names
        self.at_once = at_once  # a key that is pressed as soon as there is a window
        self.process = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None:
            self.tell_what_is_there()
        elif self.check_names and self.running():
            self.assert_names()
        if self.running():
            self.process.kill()
        self.process.wait()

    def tell_what_is_there(self):
        """For whoever reads why a test failed."""
        if not self.running():
            print(f"Kith is not running: it ended with {self.process.poll()}", file=sys.stderr)
        self.shot("failure-" + os.path.basename(sys.argv[0]).removesuffix(".py"))
        try:
            print(self.tree(), file=sys.stderr)
        except GLib.Error as error:
            print("what is in the window cannot be asked:", error.message, file=sys.stderr)

    def start(self):
        wait_for(screen_is_up, "there is no screen", 30)
        self.process = subprocess.Popen([os.environ["KITH"], *self.arguments],
                                        env={**self.env, "GIO_EXTRA_MODULES": BOUNDS})
        if self.at_once is not None:
            wait_for(self.is_on_screen, "no window came up", 30, 0)
            xdo("key", self.at_once)
        # asked too early, the accessibility bus never finds it
        wait_for(self.is_on_screen, "no window came up", 30)
        time.sleep(1)
        wait_for(self.windows, "the window is not accessible", 30)

    def is_on_screen(self):
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                               str(self.process.pid)], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 0

    def running(self):
        return self.process is not None and self.process.poll() is None

    def kill(self):
        """As a crash would: kill -9."""
        self.process.kill()
        self.process.wait()

    def quit(self):
        """Ctrl+Q, and waits for the end."""
        self.key("ctrl+q")
        assert self.process.wait(15) == 0, "the program ended with a failure"

    # What is there ---------------------------------------------------------------------------

    def application(self):
        desktop = Atspi.get_desktop(0)
        desktop.set_cache_mask(Atspi.Cache.NONE)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        return None

    def windows(self):
        application = self.application()
        return list(children(application)) if application is not None else []

    def walk(self, root=None):
        """Everything that is showing, the windows that came last first."""
        todo = [root] if root is not None else self.windows()
        while todo:
            item = todo.pop()
            try:
                if not item.get_state_set().contains(Atspi.StateType.VISIBLE):
                    continue
                yield item
                todo.extend(reversed(list(children(item))))
            except GLib.Error:
                continue  # gone meanwhile

    def said(self):
        """All that a screen reader could read, hidden things included.

        What vanishes while it is read would make the rest a guess: it is then read anew, whole."""
        def read():
            return [word for window in self.windows() for word in self.words(window)]

        return "\n".join(wait_for(read, "the window should stand still while it is read"))

    def words(self, item):
        yield item.get_name() or ""
        if "Text" in item.get_interfaces():
            yield self.text(item)
        for child in children(item):
            yield from self.words(child)

    def find_all(self, role=None, name=None, root=None):
        return [item for item in self.walk(root) if matches(item, role, name)]

    def find(self, role=None, name=None, root=None, timeout=10):
        def look():
            return next((i for i in self.walk(root) if matches(i, role, name)), None)

        return wait_for(look, f"there is no {role or 'thing'} named {name!r}", timeout)

    def gone(self, role=None, name=None, timeout=10):
        wait_for(lambda: not self.find_all(role, name), f"{role} {name!r} is still there", timeout)

    def text(self, item):
        """What stands in an entry or a text view."""
        return Atspi.Text.get_text(item, 0, Atspi.Text.get_character_count(item))

    def status(self, pattern, timeout=10):
        """Waits for a message to the person, as a screen reader hears it."""
        return self.find(None, re.compile(pattern), timeout=timeout)

    # What a person does ----------------------------------------------------------------------

    def command(self, words):
        """From the list of commands: for what has no key."""
        self.key("ctrl+shift+p")
        self.find("list", "Commands", timeout=40)
        self.type(words + "\n")

    def extents(self, item):
        """On the screen: x, y, width, height. Not for what is in a popover: use keys there."""
        box = Atspi.Component.get_extents(item, Atspi.CoordType.WINDOW)
        box.x += FRAME
        box.y += FRAME
        return box

    def centre(self, item):
        box = self.extents(item)
        return box.x + box.width // 2, box.y + box.height // 2

    def keep_keyboard(self):
        """When a dialog closes, the server turns the keyboard to no window; somebody who manages
        windows turns it to the next one, and GTK 4.18 relies on that."""
        if not IS_NEWER or not self.running():
            return
        holder = subprocess.run(["xdotool", "getwindowfocus", "-f"], stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL, text=True).stdout.strip()
        windows = self.managed() if holder in ("", "0", "1", *self.bare()) else []
        if windows:
            subprocess.run(["xdotool", "windowfocus", "--sync", windows[-1]], stderr=subprocess.DEVNULL)

    def managed(self):
        """Windows as xdotool numbers them, the last on top. What pops up, such as a tooltip, is none; it
        is called after the program, and so is at most the first window."""
        found = subprocess.run(["xdotool", "search", "--all", "--onlyvisible", "--pid", str(self.process.pid),
                                "--name", "."], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        windows = found.stdout.split()
        return [window for window in windows if self.title(window) != "Kith"] or windows[:1]

    def title(self, window):
        return subprocess.run(["xdotool", "getwindowname", window], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True).stdout.strip()

    def bare(self):
        """The screen itself, as xdotool numbers it."""
        found = subprocess.run(["xdotool", "search", "--maxdepth", "0", "--class", ""], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True)
        return found.stdout.split()

    def move(self, x, y):
        xdo("mousemove", "--sync", int(x), int(y))
        time.sleep(0.05)

    def click(self, item, button=1, times=1):
        """On the middle of an accessible, or at (x, y) of the screen."""
        self.keep_keyboard()
        x, y = item if isinstance(item, tuple) else self.centre(item)
        self.move(x, y)
        xdo("click", "--repeat", times, "--delay", 60, button)
        time.sleep(0.25)

    def double_click(self, item):
        self.click(item, times=2)

    def drag(self, start, end, button=1):
        self.move(*start)
        xdo("mousedown", button)
        for step in range(1, 11):
            self.move(start[0] + (end[0] - start[0]) * step / 10,
                      start[1] + (end[1] - start[1]) * step / 10)
        xdo("mouseup", button)
        time.sleep(0.25)

    def key(self, *keys):
        """Names of xdotool: "ctrl+shift+s", "Return", "n"."""
        for key in keys:
            self.keep_keyboard()
            xdo("key", "--clearmodifiers", key)
            time.sleep(0.12)

    def type(self, text):
        for i, line in enumerate(text.split("\n")):
            if i > 0:
                self.key("Return")
            if line:
                xdo("type", "--delay", 15, "--", line)
        time.sleep(0.15)

    def choose_file(self, path):
        """Types a path into the file chooser that is open."""
        self.find("button", re.compile("Cancel"))
        time.sleep(0.5)
        self.key("ctrl+a")
        if IS_NEWER:
            self.put_path(str(path))
        else:
            self.type(str(path))
        self.key("Return")
        time.sleep(0.15)

    def put_path(self, path):
        """In GTK 4.18 what the chooser completes comes between letters that are typed quickly: only
        the first, which brings up the entry, is a key."""
        def entry():
            return next((i for i in self.find_all("entry")
                         if i.get_state_set().contains(Atspi.StateType.FOCUSED)), None)

        self.type(path[0])
        field = wait_for(entry, "the file chooser has no entry for a path")
        Atspi.EditableText.set_text_contents(field, path)
        time.sleep(0.3)
        assert self.text(field) == path, f"the file chooser holds {self.text(field)!r}, not {path!r}"

    def do(self, item, action=None):
        """An action of an accessible by its name (the first, if none is given)."""
        for i in range(Atspi.Action.get_n_actions(item)):
            if action in (None, Atspi.Action.get_action_name(item, i)):
                Atspi.Action.do_action(item, i)
                time.sleep(0.25)
                return
        raise AssertionError(f"{describe(item)} has no action {action!r}")

    # What came of it -------------------------------------------------------------------------

    def show(self, path):
        """What a file holds, by the command line."""
        answer = subprocess.run([os.environ["KITH"], "show", str(path), "--json", "--ended"],
                                env={**self.env, "DISPLAY": ""}, stdout=subprocess.PIPE, check=True)
        return json.loads(answer.stdout)

    def shot(self, name):
        os.makedirs(SHOTS, exist_ok=True)
        time.sleep(0.4)
        subprocess.run(["import", "-window", "root", os.path.join(SHOTS, name + ".png")])

    def tree(self):
        lines = []

        def add(item, depth):
            try:
                lines.append("  " * depth + describe(item))
                for child in children(item):
                    if child.get_state_set().contains(Atspi.StateType.VISIBLE):
                        add(child, depth + 1)
            except GLib.Error:
                pass

        for window in self.windows():
            add(window, 0)
        return "\n".join(lines)

    def assert_names(self):
        def wrong():
            return [describe(i) for i in self.walk() if is_named_after_class(i)]

        # a toast of libadwaita 1.2 has a close button without a name: let it go first
        end = time.monotonic() + 14
        found = wrong()
        while found and time.monotonic() < end:
            time.sleep(0.5)
            found = wrong()
        assert not found, "named after their class: " + ", ".join(found)


class Held:
    """Text that another program has put on the clipboard, as long as the block lasts."""

    def __init__(self, text):
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "clipboard.py")
        self.process = subprocess.Popen(["/usr/bin/python3", script, "--hold"],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.process.stdin.write(text)
        self.process.stdin.close()

    def __enter__(self):
        assert self.process.stdout.readline() == "held\n"
        time.sleep(0.5)

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


def children(item):
    for i in range(item.get_child_count()):
        child = item.get_child_at_index(i)
        if child is not None:
            yield child


def is_named_after_class(item):
    try:
        return CLASS_NAME.match(item.get_name() or "") and item.get_role_name() in OPERATED
    except GLib.Error:
        return False  # gone meanwhile: nobody meets it


def matches(item, role, name):
    try:
        return is_called(item, role, name)
    except GLib.Error:
        return False  # gone meanwhile


def is_called(item, role, name):
    # newer AT-SPI says "button" where the older one says "push button"
    if role is not None and item.get_role_name() not in (role, *ALIASES.get(role, ())):
        return False
    if name is None:
        return True
    own = plain(heard(item))
    return bool(name.search(own)) if isinstance(name, re.Pattern) else own == name


def heard(item):
    """The name; GTK 4.18 gives a status none, only its text."""
    name = item.get_name() or ""
    if not name and item.get_role_name() == "status bar" and "Text" in item.get_interfaces():
        name = Atspi.Text.get_text(item, 0, Atspi.Text.get_character_count(item))
    return name


def plain(name):
    """GTK 4.8 says "_Save Save" of a button with a mnemonic: here it is "Save"."""
    text = name.replace("_", "")
    half = len(text) // 2
    return text[:half] if text[half:] == " " + text[:half] else name


def describe(item):
    return f"{item.get_role_name()} {plain(heard(item))!r}"
