# SPDX-License-Identifier: GPL-3.0-or-later
"""A map of two links with what has been said of them, for the tests of inherited lines and of what each
end sees."""
import json
import os
import subprocess

import kithtest

MAP = os.path.join(kithtest.WORK, "sides.kith")
POLICE, ED, HOUSING = "Northmoor Police", "Emergency Department", "Housing Options"


def write(long_names=False, bare=False):
    more = " of the whole of Northmoor and the valleys beyond it" if long_names else ""
    data = {
        "kith": 1, "about": {"title": "Sides"},
        "stakeholders": [{"id": "police", "name": POLICE + more, "short_name": "Police", "x": 100, "y": 100},
                         {"id": "ed", "name": ED + more, "short_name": "ED", "x": 560, "y": 100},
                         {"id": "housing", "name": HOUSING, "x": 100, "y": 420}],
        "links": [{"id": "told", "a": "police", "b": "ed", "need_b": "A call before they come"},
                  {"id": "other", "a": "police", "b": "housing"}],
        "assessments": [
            {"id": "a1", "link": "told", "end": "a", "date": "2024", "basis": "own-words", "trust": "2", "voice": "Sergeant"},
            {"id": "a2", "link": "told", "end": "a", "date": "2025", "basis": "agreed", "trust": "4", "voice": "Chief", "respect": "3"},
            {"id": "a3", "link": "told", "end": "b", "date": "2025", "basis": "impression", "trust": "5"}],
        "events": [
            {"id": "e1", "link": "told", "date": "2019", "title": "A night without a bed", "told": "a"},
            {"id": "e2", "link": "told", "date": "2021-03", "title": "The flood", "told": "both"},
            {"id": "e3", "link": "told", "date": "2022", "title": "A new rota", "told": "b"},
            {"id": "e4", "link": "told", "date": "2023", "title": "A quarrel behind doors", "told": "a", "private": True}],
        "quotes": [
            {"id": "q1", "link": "told", "told": "a", "text": "It has never been our role to carry that risk", "status": "held", "date": "1995~"},
            {"id": "q2", "link": "told", "told": "b", "text": "They only ever ring at midnight", "status": "questioned", "turned": "2023"},
            {"id": "q3", "stakeholder": "housing", "text": "Our arrangements have always been this way", "status": "let-go", "let_go": "2024"},
            {"id": "q4", "link": "told", "told": "a", "text": "Between ourselves, they panic", "private": True}],
    }
    if bare:
        for kind in ("assessments", "events", "quotes"):
            del data[kind]
        del data["links"][0]["need_b"]
    plain = os.path.join(kithtest.WORK, "sides.json")
    with open(plain, "w", encoding="utf-8") as file:
        json.dump(data, file)
    subprocess.run([os.environ["KITH"], "convert", plain, MAP], check=True,
                   env={**os.environ, "DISPLAY": ""})


def read():
    """All that the file holds."""
    plain = os.path.join(kithtest.WORK, "read.json")
    subprocess.run([os.environ["KITH"], "convert", MAP, plain], check=True, env={**os.environ, "DISPLAY": ""})
    with open(plain, encoding="utf-8") as file:
        return json.load(file)
