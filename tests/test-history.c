/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo on a single word, as rows of {action, expected}. */
#include "kith-history.h"
#include "kith-test-maps.h"

#define SPACE 4242

typedef enum
{
  STOP,
  TYPE, /* the word becomes `word`; joins what has the same `join` */
  WAIT, /* three seconds */
  SEAL,
  UNDO,
  REDO,
  RESTORE, /* into a history made anew, as after a restart */
} Action;

typedef struct
{
  Action action;
  const char *word; /* typed, or to be there after it; NULL: not looked at */
  const char *join;
  int groups; /* after the action */
  int cursor;
} Row;

typedef struct
{
  KithMap *map;
  KithHistory *history;
  gint64 time;
} Fixture;

static const char *
word (Fixture *f)
{
  return kith_map_space (f->map, SPACE)->name;
}

static void
type (Fixture *f, const Row *row)
{
  const KithSpace *before = kith_map_space (f->map, SPACE);
  KithSpace *after = kith_record_copy (before);
  KithEdit *edit = kith_edit_new (row->word);
  gboolean joined;

  kith_text_set (&after->name, row->word);
  kith_edit_set_join (edit, row->join);
  kith_edit_update (edit, before, after);
  g_assert_true (kith_map_apply (f->map, edit, NULL));
  f->time += G_USEC_PER_SEC / 2;
  kith_history_push (f->history, edit, f->time, &joined);
}

static void
step (Fixture *f, gboolean undo)
{
  g_autoptr (KithEdit) edit = undo ? kith_history_peek_undo (f->history)
                                   : kith_history_peek_redo (f->history);

  g_assert_true (kith_map_apply (f->map, edit, NULL));
  if (undo)
    kith_history_undone (f->history);
  else
    kith_history_redone (f->history);
}

static void
restore (Fixture *f)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  KithHistory *made = kith_history_new ();

  for (guint i = 0; i < kith_history_n_groups (f->history); i++)
    g_ptr_array_add (groups, kith_history_group (f->history, i));
  kith_history_restore (made, groups, kith_history_cursor (f->history));
  kith_history_free (f->history);
  f->history = made;
}

static void
play (const Row *rows)
{
  Fixture f = { kith_map_new (), kith_history_new (), 1000 };
  KithSpace *space = kith_record_new (KITH_SPACE, SPACE);

  kith_text_set (&space->name, "-");
  test_put (f.map, space);
  for (guint i = 0; rows[i].action != STOP; i++)
    {
      g_test_message ("row %u", i);
      if (rows[i].action == TYPE)
        type (&f, &rows[i]);
      else if (rows[i].action == WAIT)
        f.time += 3 * G_USEC_PER_SEC;
      else if (rows[i].action == SEAL)
        kith_history_seal (f.history);
      else if (rows[i].action == RESTORE)
        restore (&f);
      else
        step (&f, rows[i].action == UNDO);
      if (rows[i].word != NULL)
        g_assert_cmpstr (word (&f), ==, rows[i].word);
      g_assert_cmpuint (kith_history_n_groups (f.history), ==, (guint) rows[i].groups);
      g_assert_cmpuint (kith_history_cursor (f.history), ==, (guint) rows[i].cursor);
      g_assert_cmpint (kith_history_can_undo (f.history), ==, rows[i].cursor > 0);
      g_assert_cmpint (kith_history_can_redo (f.history), ==, rows[i].cursor < rows[i].groups);
    }
  kith_history_free (f.history);
  kith_map_unref (f.map);
}

static void
test_steps (void)
{
  static const Row rows[] = {
    { TYPE, "a", NULL, 1, 1 },
    { TYPE, "b", NULL, 2, 2 },
    { UNDO, "a", NULL, 2, 1 },
    { UNDO, "-", NULL, 2, 0 },
    { REDO, "a", NULL, 2, 1 },
    { REDO, "b", NULL, 2, 2 },
    { STOP },
  };

  play (rows);
}

static void
test_joining (void)
{
  static const Row rows[] = {
    { TYPE, "a", "k", 1, 1 },  { TYPE, "ab", "k", 1, 1 },   { TYPE, "abc", "k", 1, 1 },
    { UNDO, "-", NULL, 1, 0 }, { REDO, "abc", NULL, 1, 1 }, { STOP },
  };
  static const Row others[] = {
    { TYPE, "a", "k", 1, 1 },     { TYPE, "ab", "other", 2, 2 }, { TYPE, "abc", NULL, 3, 3 },
    { TYPE, "abcd", NULL, 4, 4 }, { UNDO, "abc", NULL, 4, 3 },   { STOP },
  };
  static const Row late[] = {
    { TYPE, "a", "k", 1, 1 },
    { WAIT, NULL, NULL, 1, 1 },
    { TYPE, "ab", "k", 2, 2 },
    { STOP },
  };

  play (rows);
  play (others);
  play (late);
}

static void
test_sealing (void)
{
  static const Row rows[] = {
    { TYPE, "a", "k", 1, 1 },   { SEAL, NULL, NULL, 1, 1 }, { TYPE, "ab", "k", 2, 2 },
    { TYPE, "abc", "k", 2, 2 }, { UNDO, "a", NULL, 2, 1 },  { STOP },
  };
  static const Row undone[] = {
    { TYPE, "a", "k", 1, 1 },  { TYPE, "b", NULL, 2, 2 }, { UNDO, "a", NULL, 2, 1 },
    { TYPE, "ab", "k", 2, 2 }, { UNDO, "a", NULL, 2, 1 }, { STOP },
  };

  play (rows);
  play (undone);
}

static void
test_emptied (void)
{
  static const Row rows[] = {
    { TYPE, "a", "k", 1, 1 },
    { TYPE, "-", "k", 0, 0 },
    { TYPE, "b", "k", 1, 1 },
    { STOP },
  };
  static const Row sealed[] = {
    { TYPE, "a", "k", 1, 1 },
    { SEAL, NULL, NULL, 1, 1 },
    { TYPE, "b", "k", 2, 2 },
    { TYPE, "a", "k", 1, 1 },
    { TYPE, "c", "k", 2, 2 },
    { UNDO, "a", NULL, 2, 1 },
    { STOP },
  };

  play (rows);
  play (sealed);
}

static void
test_redo_forgotten (void)
{
  static const Row rows[] = {
    { TYPE, "a", NULL, 1, 1 }, { TYPE, "b", NULL, 2, 2 }, { TYPE, "c", NULL, 3, 3 },
    { UNDO, "b", NULL, 3, 2 }, { UNDO, "a", NULL, 3, 1 }, { TYPE, "x", NULL, 2, 2 },
    { UNDO, "a", NULL, 2, 1 }, { REDO, "x", NULL, 2, 2 }, { STOP },
  };

  play (rows);
}

static void
test_restore (void)
{
  static const Row rows[] = {
    { TYPE, "a", "k", 1, 1 },      { TYPE, "b", NULL, 2, 2 },    { UNDO, "a", NULL, 2, 1 },
    { RESTORE, "a", NULL, 2, 1 },  { REDO, "b", NULL, 2, 2 },    { UNDO, "a", NULL, 2, 1 },
    { UNDO, "-", NULL, 2, 0 },     { RESTORE, "-", NULL, 2, 0 }, { REDO, "a", NULL, 2, 1 },
    { RESTORE, NULL, NULL, 2, 1 }, { TYPE, "c", "k", 2, 2 },     { STOP },
  };

  play (rows);
}

static void
test_labels (void)
{
  Fixture f = { kith_map_new (), kith_history_new (), 0 };
  KithSpace *space = kith_record_new (KITH_SPACE, SPACE);

  kith_text_set (&space->name, "-");
  test_put (f.map, space);
  g_assert_null (kith_history_undo_label (f.history));
  g_assert_null (kith_history_peek_undo (f.history));
  g_assert_null (kith_history_peek_redo (f.history));
  type (&f, &(Row){ TYPE, "one" });
  type (&f, &(Row){ TYPE, "two" });
  step (&f, TRUE);
  g_assert_cmpstr (kith_history_undo_label (f.history), ==, "one");
  g_assert_cmpstr (kith_history_redo_label (f.history), ==, "two");
  kith_history_free (f.history);
  kith_map_unref (f.map);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/steps-are-undone-and-redone-in-order", test_steps);
  g_test_add_func ("/history/quick-edits-of-the-same-join", test_joining);
  g_test_add_func ("/history/sealed-steps-are-not-joined", test_sealing);
  g_test_add_func ("/history/a-step-that-joining-emptied-is-gone", test_emptied);
  g_test_add_func ("/history/a-new-edit-forgets-what-was-undone", test_redo_forgotten);
  g_test_add_func ("/history/is-the-same-after-a-restart", test_restore);
  g_test_add_func ("/history/says-what-it-would-undo-and-redo", test_labels);
  return g_test_run ();
}
