# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program at the clipboard: writes out what is there (`clipboard.py MIME-TYPE`), or gives
standard input out as text until it is ended (`clipboard.py --hold`, or as of another type:
`clipboard.py --hold image/png`)."""
import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402

Gtk.init()
clipboard = Gdk.Display.get_default().get_clipboard()
loop = GLib.MainLoop()


def on_read(source, result):
    try:
        stream, _kind = source.read_finish(result)
    except GLib.Error as error:
        print(error.message, file=sys.stderr)
        loop.quit()
        return
    memory = Gio.MemoryOutputStream.new_resizable()
    memory.splice_async(stream, Gio.OutputStreamSpliceFlags.CLOSE_TARGET, GLib.PRIORITY_DEFAULT,
                        None, on_spliced)


def on_spliced(memory, result):
    memory.splice_finish(result)
    sys.stdout.buffer.write(memory.steal_as_bytes().get_data())
    loop.quit()


def read():
    clipboard.read_async([sys.argv[1]], GLib.PRIORITY_DEFAULT, None, on_read)
    return False


if sys.argv[1] == "--hold":
    if len(sys.argv) > 2:
        held = GLib.Bytes.new(sys.stdin.buffer.read())
        clipboard.set_content(Gdk.ContentProvider.new_for_bytes(sys.argv[2], held))
    else:
        clipboard.set(sys.stdin.read())
    print("held", flush=True)
else:
    GLib.timeout_add(300, read)
    GLib.timeout_add(10000, loop.quit)
loop.run()
