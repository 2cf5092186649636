#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of the program can be translated: xgettext and msgfmt find nothing to complain about,
and the words in the source are British English."""

import pathlib
import re
import subprocess
import sys
import tempfile

import tree

# the arguments of Meson's preset "glib"
KEYWORDS = (
    "_ N_ C_:1c,2 NC_:1c,2 g_dcgettext:2 g_dngettext:2,3 g_dpgettext2:2c,3 Q_:1g ngettext:1,2".split()
)
FLAGS = "N_:1:pass-c-format C_:2:pass-c-format NC_:2:pass-c-format g_dngettext:2:pass-c-format " \
    "g_strdup_printf:1:c-format g_string_printf:2:c-format g_string_append_printf:2:c-format " \
    "g_error_new:3:c-format g_set_error:4:c-format g_markup_printf_escaped:1:c-format"
AMERICAN = re.compile(
    r"\b(\w*organiz\w*|neighbor\w*|colors?|colored|centers?|centered|behaviors?|favorites?|labeled"
    r"|canceled|recogniz\w*|summariz\w*|maximiz\w*|minimiz\w*|customiz\w*|catalog|gray)\b",
    re.IGNORECASE,
)


def run(*command):
    """Runs a gettext tool; what it says is a complaint, even where it succeeds."""
    done = subprocess.run(command, cwd=tree.root(), capture_output=True, text=True, check=False)
    said = done.stderr.strip()
    return said if said or done.returncode == 0 else f"{command[0]} failed"


def messages(pot):
    """The text of each message."""
    for block in pot.read_text(encoding="utf-8").split("\n\n")[1:]:
        ids = re.search(r'^msgid (.*?)^msgstr', block, re.DOTALL | re.MULTILINE)
        yield "".join(re.findall(r'"(.*)"', ids.group(1))) if ids else ""


def main():
    with tempfile.TemporaryDirectory() as folder:
        pot, po = pathlib.Path(folder, "kith.pot"), pathlib.Path(folder, "en_GB.po")
        said = run(
            "xgettext", "--files-from=po/POTFILES.in", "--from-code=UTF-8", "--add-comments",
            "--package-name=kith", "--msgid-bugs-address=none@example.org", f"--output={pot}",
            *(f"--keyword={word}" for word in KEYWORDS), *(f"--flag={flag}" for flag in FLAGS.split()),
        )
        if not said and pot.exists():
            said = run("msginit", "--no-translator", "--locale=en_GB", f"--input={pot}", f"--output={po}")
            said = "" if po.exists() else said
        if not said:
            said = run("msgfmt", "--check", "--output-file=/dev/null", str(po))
        found = list(messages(pot)) if pot.exists() else []

    american = [text for text in found if AMERICAN.search(text)]
    if said:
        print(said)
    for text in american:
        print(f"not British English: {text}")
    print(f"{len(found)} messages")
    return 1 if said or american or not found else 0


if __name__ == "__main__":
    sys.exit(main())
