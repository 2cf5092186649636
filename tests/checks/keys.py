# SPDX-License-Identifier: GPL-3.0-or-later
"""A key that works everywhere means one thing: no other command of the key table has it."""
import pathlib
import re
import sys

ENTRY = re.compile(r'\{\s*(?:NULL|N_ \("[^"]*"\)),\s*N_ \(("(?:[^"]|"\s*")*")\),\s*(NULL|"[^"]*"),'
                   r'\s*"([^"]*)",\s*(KITH_KEY_\w+)\s*\}')
source = (pathlib.Path(__file__).parents[2] / "src" / "app" / "kith-keys.c").read_text()
entries = ENTRY.findall(source)
owners = {}
wrong = []

assert len(entries) == source.count("N_ (") - len(re.findall(r"\{ N_ \(", source)), "an entry was not read"
for title, action, keys, place in entries:
    for key in keys.split():
        owners.setdefault(key.lower(), []).append((place, title, action))
for key, several in owners.items():
    others = [o for o in several if o[0] != "KITH_KEY_COMMAND" and o[2] != several[0][2]]
    if others and any(o[0] == "KITH_KEY_EVERYWHERE" for o in several):
        wrong.append(f"{key}: " + ", ".join(title for _, title, _ in several))
if wrong:
    sys.exit("\n".join(wrong))
