# SPDX-License-Identifier: GPL-3.0-or-later
"""A map of sixty stakeholders among whom four shared spaces overlap, for the tests of spaces."""
import json
import os
import random
import subprocess
import sys

ACROSS, DOWN = 235, 128
SPACES = [("big-room", "Big Room", "every Tuesday", "working", 2.6, 1.6),
          ("board", "Discharge Board", "monthly", "reporting", 4.6, 1.4),
          ("housing", "Housing and Health", "every other week", "forming", 3.2, 3.2),
          ("carers", "Carers’ Table", "quarterly", "working", 5.4, 3.0)]
SECTORS = ["nhs-providers", "local-government", "voluntary-community", "housing", "primary-care"]


def members(x, y):
    """Those round a place, but for every seventh, who is a stranger among them."""
    return [i for i in range(60)
            if ((i % 10 - x) / 2.6) ** 2 + ((i // 10 - y) / 1.7) ** 2 < 1 and i % 7 != 3]


def data():
    chance = random.Random(60)
    one = {"kith": 1, "about": {"title": "Sixty"}, "stakeholders": [], "links": [], "spaces": [], "memberships": []}
    for i in range(60):
        one["stakeholders"].append({"id": f"s{i}", "name": f"Organisation {i + 1}", "sector": SECTORS[i % 5],
                                    "x": 100 + i % 10 * ACROSS + chance.uniform(-28, 28),
                                    "y": 100 + i // 10 * DOWN + chance.uniform(-22, 22)})
    for i in range(0, 60, 2):
        other = i + 1 if i % 10 < 9 and i % 4 == 0 else (i + 10) % 60
        one["links"].append({"id": f"l{i}", "a": f"s{i}", "b": f"s{other}"})
    for key, name, rhythm, status, x, y in SPACES:
        one["spaces"].append({"id": key, "name": name, "rhythm": rhythm, "status": status})
        for n, i in enumerate(members(x, y)):
            one["memberships"].append({"id": f"{key}-{i}", "space": key, "stakeholder": f"s{i}", "host": n == 0})
    return one


def write(path):
    plain = path + ".json"
    with open(plain, "w", encoding="utf-8") as file:
        json.dump(data(), file)
    subprocess.run([os.environ["KITH"], "convert", plain, path], check=True, env={**os.environ, "DISPLAY": ""})


if __name__ == "__main__":
    write(sys.argv[1])
