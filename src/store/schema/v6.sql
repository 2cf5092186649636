-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 6 of the tables of a .kith document. Frozen: files out there hold this text.
CREATE TABLE "meta" (
  "key" TEXT PRIMARY KEY,
  "value" TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE "about" (
  "id" INTEGER PRIMARY KEY,
  "title" TEXT NOT NULL,
  "purpose" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  "private_note" TEXT NOT NULL,
  "review" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "size_by" TEXT NOT NULL,
  "pulse_every" INTEGER NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "sector" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL,
  "colour" INTEGER NOT NULL,
  "sign" INTEGER NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "picture" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL,
  "type" TEXT NOT NULL,
  "width" INTEGER NOT NULL,
  "height" INTEGER NOT NULL,
  "data" TEXT NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "stakeholder" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL,
  "short_name" TEXT NOT NULL,
  "sector" INTEGER,
  "kind" TEXT NOT NULL,
  "form" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "story" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "private_note" TEXT NOT NULL,
  "private" INTEGER NOT NULL,
  "from" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  "x" REAL NOT NULL,
  "y" REAL NOT NULL,
  "width" REAL NOT NULL,
  "height" REAL NOT NULL,
  "pinned" INTEGER NOT NULL,
  "tags" TEXT NOT NULL,
  "fields" TEXT NOT NULL,
  "power" INTEGER NOT NULL,
  "interest" INTEGER NOT NULL,
  "picture" INTEGER REFERENCES "picture" ("id") DEFERRABLE INITIALLY DEFERRED,
  "scale" INTEGER NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "link" (
  "id" INTEGER PRIMARY KEY,
  "a" INTEGER NOT NULL REFERENCES "stakeholder" ("id") DEFERRABLE INITIALLY DEFERRED,
  "b" INTEGER NOT NULL REFERENCES "stakeholder" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "direction" TEXT NOT NULL,
  "frequency" TEXT NOT NULL,
  "standing" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "private_note" TEXT NOT NULL,
  "private" INTEGER NOT NULL,
  "from" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "tags" TEXT NOT NULL,
  "fields" TEXT NOT NULL,
  "bend" REAL NOT NULL,
  "bend_along" REAL NOT NULL,
  "need_a" TEXT NOT NULL,
  "need_b" TEXT NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "round" (
  "id" INTEGER PRIMARY KEY,
  "title" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "assessment" (
  "id" INTEGER PRIMARY KEY,
  "link" INTEGER NOT NULL REFERENCES "link" ("id") DEFERRABLE INITIALLY DEFERRED,
  "end" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "voice" TEXT NOT NULL,
  "basis" TEXT NOT NULL,
  "trust" TEXT NOT NULL,
  "respect" TEXT NOT NULL,
  "understanding" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "private" INTEGER NOT NULL,
  "entered" INTEGER NOT NULL,
  "promises" TEXT NOT NULL,
  "disagree" TEXT NOT NULL,
  "outcome" TEXT NOT NULL,
  "early" TEXT NOT NULL,
  "round" INTEGER REFERENCES "round" ("id") DEFERRABLE INITIALLY DEFERRED,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "space" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL,
  "purpose" TEXT NOT NULL,
  "rhythm" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "private_note" TEXT NOT NULL,
  "private" INTEGER NOT NULL,
  "from" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  "principles" TEXT NOT NULL,
  "drawn" TEXT NOT NULL,
  "x" REAL NOT NULL,
  "y" REAL NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "membership" (
  "id" INTEGER PRIMARY KEY,
  "space" INTEGER NOT NULL REFERENCES "space" ("id") DEFERRABLE INITIALLY DEFERRED,
  "stakeholder" INTEGER NOT NULL REFERENCES "stakeholder" ("id") DEFERRABLE INITIALLY DEFERRED,
  "role" TEXT NOT NULL,
  "from" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  "host" INTEGER NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "event" (
  "id" INTEGER PRIMARY KEY,
  "link" INTEGER REFERENCES "link" ("id") DEFERRABLE INITIALLY DEFERRED,
  "stakeholder" INTEGER REFERENCES "stakeholder" ("id") DEFERRABLE INITIALLY DEFERRED,
  "space" INTEGER REFERENCES "space" ("id") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL,
  "until" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "narrative" TEXT NOT NULL,
  "teller" TEXT NOT NULL,
  "effect_a" TEXT NOT NULL,
  "effect_b" TEXT NOT NULL,
  "private" INTEGER NOT NULL,
  "told" TEXT NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "annotation" (
  "id" INTEGER PRIMARY KEY,
  "form" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "x" REAL NOT NULL,
  "y" REAL NOT NULL,
  "width" REAL NOT NULL,
  "height" REAL NOT NULL,
  "colour" INTEGER NOT NULL,
  "opacity" INTEGER NOT NULL,
  "picture" INTEGER REFERENCES "picture" ("id") DEFERRABLE INITIALLY DEFERRED,
  "locked" INTEGER NOT NULL,
  "private" INTEGER NOT NULL,
  "arrangement" TEXT NOT NULL,
  "inner" INTEGER NOT NULL,
  "turn" INTEGER NOT NULL,
  "sweep" INTEGER NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "name" (
  "id" INTEGER PRIMARY KEY,
  "stakeholder" INTEGER NOT NULL REFERENCES "stakeholder" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "short_name" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "succession" (
  "id" INTEGER PRIMARY KEY,
  "before" INTEGER NOT NULL REFERENCES "stakeholder" ("id") DEFERRABLE INITIALLY DEFERRED,
  "after" INTEGER NOT NULL REFERENCES "stakeholder" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "quote" (
  "id" INTEGER PRIMARY KEY,
  "link" INTEGER REFERENCES "link" ("id") DEFERRABLE INITIALLY DEFERRED,
  "stakeholder" INTEGER REFERENCES "stakeholder" ("id") DEFERRABLE INITIALLY DEFERRED,
  "told" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "turned" TEXT NOT NULL,
  "let_go" TEXT NOT NULL,
  "teller" TEXT NOT NULL,
  "private" INTEGER NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "question" (
  "id" INTEGER PRIMARY KEY,
  "title" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "asked" TEXT NOT NULL,
  "rank" INTEGER NOT NULL,
  "heard" TEXT NOT NULL,
  "differs" TEXT NOT NULL,
  "follows" TEXT NOT NULL,
  "private_note" TEXT NOT NULL,
  "private" INTEGER NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "scene" (
  "id" INTEGER PRIMARY KEY,
  "title" TEXT NOT NULL,
  "sentence" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "rank" INTEGER NOT NULL,
  "audience" TEXT NOT NULL,
  "lens" TEXT NOT NULL,
  "through" INTEGER REFERENCES "stakeholder" ("id") DEFERRABLE INITIALLY DEFERRED,
  "since" TEXT NOT NULL,
  "filter" TEXT NOT NULL,
  "hides" INTEGER NOT NULL,
  "focus" INTEGER REFERENCES "stakeholder" ("id") DEFERRABLE INITIALLY DEFERRED,
  "steps" INTEGER NOT NULL,
  "link" INTEGER REFERENCES "link" ("id") DEFERRABLE INITIALLY DEFERRED,
  "day" TEXT NOT NULL,
  "lines" INTEGER NOT NULL,
  "ended" INTEGER NOT NULL,
  "x" REAL NOT NULL,
  "y" REAL NOT NULL,
  "width" REAL NOT NULL,
  "height" REAL NOT NULL,
  "private" INTEGER NOT NULL,
  "question" INTEGER REFERENCES "question" ("id") DEFERRABLE INITIALLY DEFERRED,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "stance" (
  "id" INTEGER PRIMARY KEY,
  "stakeholder" INTEGER NOT NULL REFERENCES "stakeholder" ("id") DEFERRABLE INITIALLY DEFERRED,
  "space" INTEGER REFERENCES "space" ("id") DEFERRABLE INITIALLY DEFERRED,
  "view" TEXT NOT NULL,
  "basis" TEXT NOT NULL,
  "words" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "teller" TEXT NOT NULL,
  "entered" INTEGER NOT NULL,
  "private" INTEGER NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "position" (
  "id" INTEGER PRIMARY KEY,
  "question" INTEGER NOT NULL REFERENCES "question" ("id") DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "colour" INTEGER NOT NULL,
  "rank" INTEGER NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "answer" (
  "id" INTEGER PRIMARY KEY,
  "question" INTEGER NOT NULL REFERENCES "question" ("id") DEFERRABLE INITIALLY DEFERRED,
  "stakeholder" INTEGER NOT NULL REFERENCES "stakeholder" ("id") DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER REFERENCES "position" ("id") DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "basis" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "teller" TEXT NOT NULL,
  "entered" INTEGER NOT NULL,
  "private" INTEGER NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "pulse" (
  "id" INTEGER PRIMARY KEY,
  "stakeholder" INTEGER NOT NULL REFERENCES "stakeholder" ("id") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL,
  "round" TEXT NOT NULL,
  "purpose" INTEGER NOT NULL,
  "belief" INTEGER NOT NULL,
  "support" INTEGER NOT NULL,
  "ways" INTEGER NOT NULL,
  "partners" INTEGER NOT NULL,
  "role" INTEGER NOT NULL,
  "asked" INTEGER NOT NULL,
  "answered" INTEGER NOT NULL,
  "note" TEXT NOT NULL,
  "private" INTEGER NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "load" (
  "id" INTEGER PRIMARY KEY,
  "stakeholder" INTEGER NOT NULL REFERENCES "stakeholder" ("id") DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "was" TEXT NOT NULL,
  "becomes" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "start" TEXT NOT NULL,
  "embeds_from" INTEGER NOT NULL,
  "embeds_to" INTEGER NOT NULL,
  "help" TEXT NOT NULL,
  "private_note" TEXT NOT NULL,
  "private" INTEGER NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "driver" (
  "id" INTEGER PRIMARY KEY,
  "stakeholder" INTEGER NOT NULL REFERENCES "stakeholder" ("id") DEFERRABLE INITIALLY DEFERRED,
  "accountable" TEXT NOT NULL,
  "planning" TEXT NOT NULL,
  "money" TEXT NOT NULL,
  "targets" TEXT NOT NULL,
  "pressures" TEXT NOT NULL,
  "area" TEXT NOT NULL,
  "protects" TEXT NOT NULL,
  "private_note" TEXT NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "barrier" (
  "id" INTEGER PRIMARY KEY,
  "link" INTEGER REFERENCES "link" ("id") DEFERRABLE INITIALLY DEFERRED,
  "stakeholder" INTEGER REFERENCES "stakeholder" ("id") DEFERRABLE INITIALLY DEFERRED,
  "space" INTEGER REFERENCES "space" ("id") DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL,
  "whom" TEXT NOT NULL,
  "change" TEXT NOT NULL,
  "from" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  "teller" TEXT NOT NULL,
  "private" INTEGER NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "repair" (
  "id" INTEGER PRIMARY KEY,
  "link" INTEGER REFERENCES "link" ("id") DEFERRABLE INITIALLY DEFERRED,
  "stakeholder" INTEGER REFERENCES "stakeholder" ("id") DEFERRABLE INITIALLY DEFERRED,
  "space" INTEGER REFERENCES "space" ("id") DEFERRABLE INITIALLY DEFERRED,
  "question" INTEGER REFERENCES "question" ("id") DEFERRABLE INITIALLY DEFERRED,
  "sign" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  "made" TEXT NOT NULL,
  "due" TEXT NOT NULL,
  "review" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "ended" TEXT NOT NULL,
  "outcome" TEXT NOT NULL,
  "private_note" TEXT NOT NULL,
  "private" INTEGER NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "acknowledgement" (
  "id" INTEGER PRIMARY KEY,
  "stakeholder" INTEGER REFERENCES "stakeholder" ("id") DEFERRABLE INITIALLY DEFERRED,
  "question" INTEGER REFERENCES "question" ("id") DEFERRABLE INITIALLY DEFERRED,
  "sign" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
CREATE TABLE "tombstone" (
  "id" INTEGER PRIMARY KEY,
  "kind" TEXT NOT NULL,
  "changed" INTEGER NOT NULL,
  "copy" INTEGER NOT NULL
) STRICT;
