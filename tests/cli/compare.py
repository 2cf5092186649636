# SPDX-License-Identifier: GPL-3.0-or-later
"""kith compare: two dates, two files, as text, CSV and JSON, with the same words in all of them."""
import csv
import io
import json
import pathlib
import sqlite3
import sys
import unittest

import cli
from cli import FAILED, USAGE

HEADING = ["Change", "Kind", "What", "Who says", "Before", "After", "In words"]


def town():
    """Police and Housing since 2000; the café since 2010; Police say 4 in 2001 and 2 in 2015."""
    def rating(date, step, **more):
        return {"link": "l", "end": "a", "date": date, "trust": step, "basis": "own-words", **more}

    return {
        "kith": 1,
        "about": {"title": "Town", "key": "towntowntowntowntowntowntowntown"},
        "stakeholders": [{"id": "p", "name": "Police", "from": "1990"},
                         {"id": "h", "name": "Housing", "from": "1990"},
                         {"id": "k", "name": "Old Fund", "from": "1990", "to": "2012"},
                         {"id": "c", "name": "Café; “the corner”", "from": "2010"}],
        "links": [{"id": "l", "a": "p", "b": "h", "from": "1995"}],
        "assessments": [rating("2001", "4"), rating("2015", "2"),
                        rating("2016", "1", voice="SECRETVOICE", basis="impression")],
        "events": [{"id": "e", "link": "l", "date": "2014", "title": "=The flood, and after"}],
    }


class Compare(cli.Case):
    def write(self, name, source):
        pathlib.Path(self.path(name)).write_text(json.dumps(source))
        out = self.path(name.replace(".json", ".kith"))
        self.run_ok("convert", self.path(name), out, "--audience", "team")
        return out

    def town(self):
        return self.write("town.json", town())

    def as_json(self, *args):
        return json.loads(self.run_ok("compare", *args, "--json"))

    def test_two_dates_in_words(self):
        text = self.run_ok("compare", self.town(), "--since", "2005", "--as-at", "2015").decode()
        self.assertTrue(text.startswith("From 31 December 2005 to 31 December 2015\n"
                                        "1 came, 1 went, 1 fell, 1 other change\n"), text)
        for line in ("Came\n- Café; “the corner” came\n", "Went\n- Old Fund went\n",
                     "Fell\n- Police and Housing: trust fell, Police say 2 Cautious (was 4 Strong)\n",
                     "Otherwise changed\n- Police and Housing: =The flood, and after, 2014\n"):
            self.assertIn("\n" + line, text)
        same = self.run_ok("compare", self.town(), "--since", "2006", "--as-at", "2007").decode()
        self.assertIn("Nothing changed", same)

    def test_csv_and_json_say_the_same(self):
        args = (self.town(), "--since", "2005", "--as-at", "2015")
        text = self.run_ok("compare", *args).decode()
        raw = self.run_ok("compare", *args, "--csv")
        self.assertTrue(raw.startswith(b"\xef\xbb\xbf"))
        table = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
        made = self.as_json(*args)
        self.assertEqual(table[0], HEADING)
        self.assertEqual([row[6] for row in table[1:]], [c["words"] for c in made["changes"]])
        self.assertEqual([f"- {c['words']}" for c in made["changes"]],
                         [line for line in text.splitlines() if line.startswith("- ")])
        self.assertEqual((made["from"], made["to"], made["words"]),
                         ("31 December 2005", "31 December 2015",
                          "1 came, 1 went, 1 fell, 1 other change"))
        self.assertEqual(made["counts"], {"came": 1, "went": 1, "rose": 0, "fell": 1, "other": 1})
        fell = next(c for c in made["changes"] if c["change"] == "fell")
        self.assertEqual((fell["kind"], fell["what"], fell["who"], fell["before"], fell["after"]),
                         ("rating", "Police and Housing", "Police", "4 Strong", "2 Cautious"))
        self.assertEqual(table[3][:6], ["Fell", "Ratings", "Police and Housing", "Police",
                                        "4 Strong", "2 Cautious"])

    def test_two_files(self):
        before = self.town()
        source = town()
        source["stakeholders"][1]["name"] = "Housing and Homes"
        source["stakeholders"] = [s for s in source["stakeholders"] if s["id"] != "c"]
        after = self.write("later.json", source)
        made = self.as_json(before, after)
        self.assertEqual(made["from"], "town.kith")
        self.assertEqual(made["counts"]["went"], 1)
        self.assertIn("Housing and Homes: Name is Housing and Homes (was Housing)",
                      [c["words"] for c in made["changes"]])
        self.assertEqual(self.as_json(before, before)["changes"], [])

    def test_nothing_in_common_is_said_beside_the_list(self):
        stranger = self.write("far.json", {"kith": 1, "stakeholders": [{"name": "Elsewhere"}]})
        status, out, err = cli.kith("compare", self.town(), stranger, "--json")
        self.assertEqual(status, cli.DONE)
        self.assertIn("no stakeholder in common", err)
        self.assertEqual(json.loads(out)["counts"]["came"], 1)

    def test_an_audience_is_told_no_more_than_it_may_know(self):
        before = self.town()
        source = town()
        source["stakeholders"].append({"id": "s", "name": "SECRETBODY", "private": True})
        source["events"][0]["private"] = True
        after = self.write("secretname.json", source)
        team = self.run_ok("compare", before, after).decode()
        self.assertIn("SECRETBODY", team)
        for audience in ("partners", "public"):
            for form in ([], ["--csv"], ["--json"]):
                told = self.run_ok("compare", before, after, "--audience", audience, *form).decode()
                for word in ("SECRET", "town.kith", "secretname"):
                    self.assertNotIn(word, told)
            made = self.as_json(before, after, "--audience", audience)
            self.assertEqual(made["counts"]["came"], 0)
        made = self.as_json(self.town(), "--since", "2005", "--as-at", "2016", "--audience", "public")
        self.assertEqual(made["counts"]["fell"], 0)

    def test_what_cannot_be_compared(self):
        a = self.town()
        newer = self.path("newer.kith")
        pathlib.Path(newer).write_bytes(pathlib.Path(a).read_bytes())
        with sqlite3.connect(newer) as database:
            database.execute("PRAGMA user_version = 99")
        pathlib.Path(self.path("minutes.kith")).write_text("Minutes\n")
        for status, words, args in (
                (USAGE, "Say what to compare", []),
                (USAGE, "Say what to compare", [a, a, a]),
                (USAGE, "two days of one map", [a, a, "--since", "2005"]),
                (USAGE, "not both", [a, "--json", "--csv"]),
                (USAGE, "when it rained", [a, "--since", "when it rained"]),
                (USAGE, "--since needs a date", [a, "--since", ""]),
                (USAGE, "needs a value", [a, "--since"]),
                (USAGE, "does not go with", [a, "--paper", "a4"]),
                (FAILED, "newer version of Kith", [newer, a]),
                (FAILED, "newer version of Kith", [a, newer]),
                (FAILED, "minutes.kith", [self.path("minutes.kith"), a]),
                (FAILED, "nowhere.kith", [a, self.path("nowhere.kith")])):
            self.assert_fails(status, words, "compare", *args)

    def test_help_names_it(self):
        helped = self.run_ok("compare", "--help").decode()
        for word in ("BEFORE AFTER", "--since", "--json", "--csv", "--audience"):
            self.assertIn(word, helped)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
