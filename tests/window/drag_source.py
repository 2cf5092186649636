# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program from which something is dragged: a small window.
drag_source.py --text WORDS, or drag_source.py FILE…"""
import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402

Gtk.init()


def provider():
    if sys.argv[1] == "--text":
        return Gdk.ContentProvider.new_for_bytes("text/plain;charset=utf-8",
                                                 GLib.Bytes.new(sys.argv[2].encode()))
    uris = "".join(Gio.File.new_for_path(path).get_uri() + "\r\n" for path in sys.argv[1:])
    return Gdk.ContentProvider.new_for_bytes("text/uri-list", GLib.Bytes.new(uris.encode()))


window = Gtk.Window(title="drag source", default_width=80, default_height=60)
window.set_decorated(False)
label = Gtk.Label(label="drag me", hexpand=True, vexpand=True)
source = Gtk.DragSource()
source.set_actions(Gdk.DragAction.COPY)
source.connect("prepare", lambda _source, _x, _y: provider())
label.add_controller(source)
window.set_child(label)
window.present()
GLib.timeout_add(60000, lambda: sys.exit(0))
GLib.MainLoop().run()
