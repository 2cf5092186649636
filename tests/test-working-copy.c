/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kith-digest.h"
#include "kith-document-private.h"
#include "kith-store-error.h"
#include "store-samples.h"

#define EDITS 1000

static KithDocument *
new_document (guint stakeholders, guint links)
{
  g_autoptr (KithMap) map = sample_map (stakeholders, links, 3);
  g_autoptr (GError) error = NULL;
  KithDocument *document = kith_document_new (map, &error);

  g_assert_no_error (error);
  return document;
}

/* The rows, read afresh, are the map: records, stamps and tombstones. */
static void
assert_rows_are_map (KithDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) rows = kith_working_copy_load_map (document->copy, &error);
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  g_assert_no_error (error);
  g_assert_true (kith_map_equal (rows, document->map));
  a = kith_digest_stamps (rows);
  b = kith_digest_stamps (document->map);
  g_assert_cmpstr (a, ==, b);
}

/* So are the undo steps that are kept, read afresh, those in memory. */
static void
assert_steps_are_kept (KithDocument *document)
{
  g_autoptr (KithHistory) kept = kith_history_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (kith_working_copy_load_history (document->copy, kept, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (kith_history_n_groups (kept), ==, kith_history_n_groups (document->history));
  g_assert_cmpuint (kith_history_cursor (kept), ==, kith_history_cursor (document->history));
  for (guint i = 0; i < kith_history_n_groups (kept); i++)
    {
      const KithEdit *a = kith_history_group (kept, i);
      const KithEdit *b = kith_history_group (document->history, i);

      g_assert_cmpstr (a->label, ==, b->label);
      g_assert_cmpstr (a->join, ==, b->join);
      g_assert_cmpuint (kith_edit_n_changes (a), ==, kith_edit_n_changes (b));
      for (guint j = 0; j < kith_edit_n_changes (a); j++)
        {
          const KithChange *x = kith_edit_change (a, j);
          const KithChange *y = kith_edit_change (b, j);

          g_assert_true ((x->before == NULL) == (y->before == NULL));
          g_assert_true ((x->after == NULL) == (y->after == NULL));
          g_assert_true (x->before == NULL || kith_record_equal (x->before, y->before));
          g_assert_true (x->after == NULL || kith_record_equal (x->after, y->after));
        }
    }
}

static void
step_through_all (KithDocument *document,
                  gboolean (*step) (KithDocument *, GError **),
                  const char *(*label) (KithDocument *) )
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; label (document) != NULL; i++)
    {
      g_assert_true (step (document, &error));
      g_assert_no_error (error);
      if (i % 10 == 0)
        assert_rows_are_map (document);
    }
  assert_rows_are_map (document);
}

static void
test_random_edits (void)
{
  g_autoptr (KithDocument) document = new_document (10, 15);
  g_autoptr (KithMap) start = kith_map_snapshot (document->map);
  g_autoptr (KithMap) end = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < EDITS; i++)
    {
      g_assert_true (kith_document_perform (document, sample_edit (document->map, rand), &error));
      g_assert_no_error (error);
      assert_rows_are_map (document);
      if (g_rand_int_range (rand, 0, 12) == 0 && kith_document_undo_label (document) != NULL)
        g_assert_true (kith_document_undo (document, &error));
      if (g_rand_int_range (rand, 0, 24) == 0 && kith_document_redo_label (document) != NULL)
        g_assert_true (kith_document_redo (document, &error));
    }
  assert_steps_are_kept (document);
  end = kith_map_snapshot (document->map);
  step_through_all (document, kith_document_undo, kith_document_undo_label);
  g_assert_true (kith_map_equal (document->map, start));
  step_through_all (document, kith_document_redo, kith_document_redo_label);
  g_assert_true (kith_document_redo_label (document) == NULL);
  assert_steps_are_kept (document);
  while (kith_document_redo_label (document) != NULL)
    g_assert_true (kith_document_redo (document, NULL));
  g_assert_true (kith_map_n (end, KITH_STAKEHOLDER) > 0);
  g_assert_true (kith_document_discard (document, NULL));
}

static void
test_redo_all_is_the_end (void)
{
  g_autoptr (KithDocument) document = new_document (6, 6);
  g_autoptr (KithMap) end = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);

  for (int i = 0; i < 300; i++)
    g_assert_true (kith_document_perform (document, sample_edit (document->map, rand), NULL));
  end = kith_map_snapshot (document->map);
  step_through_all (document, kith_document_undo, kith_document_undo_label);
  step_through_all (document, kith_document_redo, kith_document_redo_label);
  g_assert_true (kith_map_equal (document->map, end));
  g_assert_true (kith_document_discard (document, NULL));
}

/* Nudges in quick succession are one step, in the rows as well. */
static void
test_join (void)
{
  g_autoptr (KithDocument) document = new_document (6, 6);
  g_autoptr (KithMap) start = kith_map_snapshot (document->map);

  for (int i = 0; i < 20; i++)
    {
      KithEdit *edit = kith_edit_new ("Nudge");
      const KithStakeholder *before = kith_map_nth (document->map, KITH_STAKEHOLDER, 0);
      KithStakeholder *after;

      for (guint j = 0; j < kith_map_n (document->map, KITH_STAKEHOLDER); j++)
        if (KITH_ID (kith_map_nth (document->map, KITH_STAKEHOLDER, j))
            == KITH_ID (kith_map_nth (start, KITH_STAKEHOLDER, 0)))
          before = kith_map_nth (document->map, KITH_STAKEHOLDER, j);
      after = kith_record_copy (before);
      after->x += 1;
      kith_edit_update (edit, before, after);
      kith_edit_set_join (edit, "nudge");
      g_assert_true (kith_document_perform (document, edit, NULL));
    }
  assert_steps_are_kept (document);
  g_assert_true (kith_document_undo (document, NULL));
  g_assert_true (kith_map_equal (document->map, start));
  g_assert_null (kith_document_undo_label (document));
  g_assert_true (kith_document_discard (document, NULL));
}

static void
test_in_use (void)
{
  g_autoptr (KithDocument) document = new_document (3, 2);
  g_autoptr (GError) error = NULL;

  g_assert_null (kith_document_open_draft (kith_document_get_draft_name (document), &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_IN_USE);
  g_clear_error (&error);
  g_assert_false (kith_document_discard_draft (kith_document_get_draft_name (document), &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_IN_USE);
  g_clear_error (&error);
  g_assert_false (kith_document_discard_draft ("../work", &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOT_FOUND);
  g_assert_true (kith_document_discard (document, NULL));
}

static void
test_private (void)
{
  g_autoptr (KithDocument) document = new_document (3, 2);
  GStatBuf info;

  g_assert_no_errno (g_stat (kith_working_copy_folder (document->copy), &info));
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
  g_assert_true (kith_document_discard (document, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/working-copy/a-thousand-random-edits-and-the-rows-are-the-map",
                   test_random_edits);
  g_test_add_func ("/working-copy/undo-all-redo-all-is-the-end", test_redo_all_is_the_end);
  g_test_add_func ("/working-copy/joined-edits-are-one-step", test_join);
  g_test_add_func ("/working-copy/one-that-is-open-is-nobody-elses", test_in_use);
  g_test_add_func ("/working-copy/is-private", test_private);
  return g_test_run ();
}
