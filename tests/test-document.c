/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <unistd.h>

#include "kith-document.h"
#include "kith-file.h"
#include "kith-store-error.h"
#include "store-samples.h"

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  GRand *rand;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  g_autoptr (KithMap) map = sample_map (8, 10, 1);

  place->folder = temp_folder_new ();
  place->path = g_build_filename (place->folder, "map.kith", NULL);
  place->file = g_file_new_for_path (place->path);
  place->rand = g_rand_new_with_seed (7);
  g_assert_true (kith_file_save (map, place->file, NULL));
}

static void
tear_down (Place *place, gconstpointer data)
{
  temp_folder_remove (place->folder);
  g_free (place->folder);
  g_free (place->path);
  g_object_unref (place->file);
  g_rand_free (place->rand);
}

static KithDocument *
open_it (Place *place)
{
  g_autoptr (GError) error = NULL;
  KithDocument *document = kith_document_open (place->file, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

static void
do_one (Place *place, KithDocument *document)
{
  g_autoptr (GError) error = NULL;

  kith_document_seal (document);
  g_assert_true (
      kith_document_perform (document,
                             sample_update (kith_document_get_map (document), place->rand),
                             &error));
  g_assert_no_error (error);
}

static void
assert_file_holds (Place *place, KithMap *map)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) there = kith_file_load (place->file, &error);

  g_assert_no_error (error);
  g_assert_true (kith_map_equal (there, map));
}

/* Lets a document go as a crash would: nothing is saved, the working copy stays. */
static void
crash (KithDocument *document)
{
  g_assert_finalize_object (document);
}

static void
assert_no_drafts (void)
{
  g_autoptr (GPtrArray) drafts = kith_document_list_drafts ();

  g_assert_cmpuint (drafts->len, ==, 0);
}

static void
test_save (Place *place, gconstpointer data)
{
  g_autoptr (KithDocument) document = open_it (place);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kith_document_get_state (document), ==, KITH_DOCUMENT_SAVED);
  do_one (place, document);
  g_assert_cmpint (kith_document_get_state (document), ==, KITH_DOCUMENT_EDITED);
  g_assert_true (kith_document_save (document, &error));
  g_assert_no_error (error);
  g_assert_cmpint (kith_document_get_state (document), ==, KITH_DOCUMENT_SAVED);
  assert_file_holds (place, kith_document_get_map (document));
  do_one (place, document);
  g_assert_true (kith_document_close (document, &error));
  assert_file_holds (place, kith_document_get_map (document));
  assert_no_drafts ();
}

static void
on_state (KithDocument *document, gpointer loop)
{
  if (kith_document_get_state (document) == KITH_DOCUMENT_SAVED)
    g_main_loop_quit (loop);
}

static void
test_saves_itself (Place *place, gconstpointer data)
{
  g_autoptr (KithDocument) document = open_it (place);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  gint64 began = g_get_monotonic_time ();

  do_one (place, document);
  g_signal_connect (document, "state-changed", G_CALLBACK (on_state), loop);
  g_main_loop_run (loop);
  g_assert_cmpint (g_get_monotonic_time () - began, >=, 4 * G_USEC_PER_SEC);
  assert_file_holds (place, kith_document_get_map (document));
  g_assert_true (kith_document_close (document, NULL));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (kith_document_save_finish (KITH_DOCUMENT (source), result, &error));
  g_assert_no_error (error);
  (*(int *) data)++;
}

/* An edit made while a save runs is not claimed to be saved by it. */
static void
test_edit_during_save (Place *place, gconstpointer data)
{
  g_autoptr (KithDocument) document = open_it (place);
  int saved = 0;

  do_one (place, document);
  kith_document_save_async (document, NULL, on_saved, &saved);
  g_assert_cmpint (kith_document_get_state (document), ==, KITH_DOCUMENT_SAVING);
  do_one (place, document);
  while (saved < 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (kith_document_get_state (document), ==, KITH_DOCUMENT_EDITED);
  do_one (place, document);
  kith_document_save_async (document, NULL, on_saved, &saved);
  do_one (place, document);
  kith_document_save_async (document, NULL, on_saved, &saved);
  while (saved < 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (kith_document_get_state (document), ==, KITH_DOCUMENT_SAVED);
  assert_file_holds (place, kith_document_get_map (document));
  g_assert_true (kith_document_close (document, NULL));
}

static void
test_undo_restores_all (Place *place, gconstpointer data)
{
  g_autoptr (KithDocument) document = open_it (place);
  KithMap *map = kith_document_get_map (document);
  g_autoptr (KithMap) before = kith_map_snapshot (map);
  g_autoptr (GError) error = NULL;
  KithId id = KITH_ID (kith_map_nth (map, KITH_STAKEHOLDER, 0));

  g_assert_true (
      kith_document_perform (document, kith_verb_delete (map, &id, 1, "Delete it"), &error));
  g_assert_null (kith_map_stakeholder (map, id));
  g_assert_false (kith_map_equal (map, before));
  g_assert_cmpstr (kith_document_undo_label (document), ==, "Delete it");
  g_assert_true (kith_document_undo (document, &error));
  g_assert_true (kith_map_equal (map, before));
  g_assert_null (kith_document_undo_label (document));
  g_assert_cmpstr (kith_document_redo_label (document), ==, "Delete it");
  g_assert_true (kith_document_redo (document, &error));
  g_assert_null (kith_map_stakeholder (map, id));
  g_assert_false (kith_document_redo (document, &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
  g_assert_true (kith_document_close (document, NULL));
}

static void
test_refused_edit (Place *place, gconstpointer data)
{
  g_autoptr (KithDocument) document = open_it (place);
  KithMap *map = kith_document_get_map (document);
  g_autoptr (KithMap) before = kith_map_snapshot (map);
  g_autoptr (GError) error = NULL;
  KithEdit *edit = kith_edit_new ("Wrong");
  KithStakeholder *after = kith_record_copy (kith_map_nth (map, KITH_STAKEHOLDER, 0));

  kith_edit_insert (edit, sample_stakeholder (place->rand, "Fine"));
  after->x = 1e308;
  kith_edit_update (edit, kith_map_nth (map, KITH_STAKEHOLDER, 0), after);
  g_assert_false (kith_document_perform (document, edit, &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID);
  g_assert_true (kith_map_equal (map, before));
  g_assert_null (kith_document_undo_label (document));
  do_one (place, document);
  g_assert_true (kith_document_close (document, NULL));
}

static void
test_crash (Place *place, gconstpointer data)
{
  KithDocument *document = open_it (place);
  g_autoptr (KithDocument) again = NULL;
  g_autoptr (KithMap) start = kith_map_snapshot (kith_document_get_map (document));
  g_autoptr (KithMap) shown = NULL;

  do_one (place, document);
  do_one (place, document);
  do_one (place, document);
  g_assert_true (kith_document_undo (document, NULL));
  shown = kith_map_snapshot (kith_document_get_map (document));
  crash (document);
  assert_file_holds (place, start);
  again = open_it (place);
  g_assert_true (kith_document_was_recovered (again));
  g_assert_true (kith_map_equal (kith_document_get_map (again), shown));
  g_assert_cmpint (kith_document_get_state (again), ==, KITH_DOCUMENT_EDITED);
  g_assert_nonnull (kith_document_redo_label (again));
  g_assert_true (kith_document_undo (again, NULL));
  g_assert_true (kith_document_undo (again, NULL));
  g_assert_true (kith_map_equal (kith_document_get_map (again), start));
  g_assert_true (kith_document_redo (again, NULL));
  g_assert_true (kith_document_redo (again, NULL));
  g_assert_true (kith_document_redo (again, NULL));
  g_assert_true (kith_document_close (again, NULL));
  assert_no_drafts ();
}

static void
test_draft (Place *place, gconstpointer data)
{
  g_autoptr (KithMap) map = sample_map (5, 4, 2);
  KithDocument *document = kith_document_new (map, NULL);
  g_autoptr (KithDocument) again = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autofree char *name = g_strdup (kith_document_get_draft_name (document));
  g_autoptr (GPtrArray) none = kith_document_list_drafts ();

  g_assert_cmpuint (none->len, ==, 0); /* a live one is nobody's to take */
  g_assert_cmpint (kith_document_get_state (document), ==, KITH_DOCUMENT_DRAFT);
  do_one (place, document);
  kith_map_unref (map);
  map = kith_map_snapshot (kith_document_get_map (document));
  g_assert_true (kith_document_close (document, NULL));
  g_clear_object (&document);
  drafts = kith_document_list_drafts ();
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((KithDraft *) drafts->pdata[0])->name, ==, name);
  g_assert_cmpuint (((KithDraft *) drafts->pdata[0])->stakeholders, ==, 5);
  again = kith_document_open_draft (name, NULL);
  g_assert_true (kith_map_equal (kith_document_get_map (again), map));
  g_assert_true (kith_document_discard (again, NULL));
  assert_no_drafts ();
}

static void
test_empty_draft (Place *place, gconstpointer data)
{
  KithDocument *document = kith_document_new (NULL, NULL);

  crash (document);
  assert_no_drafts ();
  document = kith_document_new (NULL, NULL);
  g_assert_true (kith_document_close (document, NULL));
  g_object_unref (document);
  assert_no_drafts ();
}

static void
test_save_as (Place *place, gconstpointer data)
{
  g_autoptr (KithMap) map = sample_map (5, 4, 3);
  g_autoptr (KithDocument) document = kith_document_new (map, NULL);
  g_autofree char *path = g_build_filename (place->folder, "other.kith", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/at/all.kith");
  g_autoptr (GFile) remote = g_file_new_for_uri ("sftp://example.org/map.kith");
  g_autoptr (GError) error = NULL;

  g_assert_false (kith_document_save_as (document, nowhere, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (kith_document_save_as (document, remote, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpint (kith_document_get_state (document), ==, KITH_DOCUMENT_DRAFT);
  g_assert_true (kith_document_save_as (document, other, &error));
  g_assert_cmpint (kith_document_get_state (document), ==, KITH_DOCUMENT_SAVED);
  g_assert_true (kith_document_save_as (document, place->file, &error));
  assert_file_holds (place, map);
  do_one (place, document);
  g_assert_true (kith_document_close (document, &error));
  assert_file_holds (place, kith_document_get_map (document));
}

static void
test_second_opener (Place *place, gconstpointer data)
{
  g_autoptr (KithDocument) first = open_it (place);
  g_autoptr (KithDocument) second = open_it (place);
  g_autofree char *path = g_build_filename (place->folder, "copy.kith", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kith_document_get_state (second), ==, KITH_DOCUMENT_READ_ONLY);
  g_assert_true (kith_document_is_read_only (second));
  g_assert_nonnull (kith_document_problem (second));
  g_assert_false (
      kith_document_perform (second, sample_update (kith_document_get_map (second), place->rand),
                             &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_IN_USE);
  g_clear_error (&error);
  g_assert_false (kith_document_save_as (second, place->file, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_IN_USE);
  g_clear_error (&error);
  g_assert_true (kith_document_save_as (second, copy, &error));
  g_assert_no_error (error);
  do_one (place, second);
  g_assert_true (kith_document_close (second, &error));
  do_one (place, first);
  g_assert_true (kith_document_close (first, &error));
  g_assert_no_error (error);
}

static void
change_underneath (Place *place, guint32 seed)
{
  g_autoptr (KithMap) theirs = sample_map (4, 3, seed);

  g_assert_true (kith_file_save (theirs, place->file, NULL));
}

static void
test_changed_underneath (Place *place, gconstpointer data)
{
  g_autoptr (KithDocument) document = open_it (place);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) theirs = NULL;
  gboolean found = FALSE;

  do_one (place, document);
  change_underneath (place, 50);
  theirs = kith_file_load (place->file, NULL);
  g_assert_false (kith_document_save (document, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_CHANGED);
  g_assert_cmpint (kith_document_get_state (document), ==, KITH_DOCUMENT_CHANGED);
  g_assert_nonnull (kith_document_problem (document));
  assert_file_holds (place, theirs);
  g_clear_error (&error);
  g_assert_true (kith_document_overwrite (document, &error));
  g_assert_no_error (error);
  g_assert_cmpint (kith_document_get_state (document), ==, KITH_DOCUMENT_SAVED);
  assert_file_holds (place, kith_document_get_map (document));
  versions = kith_document_list_versions (document, NULL);
  for (guint i = 0; i < versions->len; i++)
    {
      const KithVersion *version = versions->pdata[i];
      g_autoptr (KithMap) kept = kith_document_load_version (document, version->id, &error);

      g_assert_no_error (error);
      found = found || kith_map_equal (kept, theirs);
    }
  g_assert_true (found);
  g_assert_true (kith_document_close (document, NULL));
}

static void
test_keep_both (Place *place, gconstpointer data)
{
  g_autoptr (KithDocument) document = open_it (place);
  g_autoptr (KithMap) theirs = NULL;
  g_autoptr (KithMap) ours = NULL;
  g_autoptr (GError) error = NULL;

  do_one (place, document);
  change_underneath (place, 51);
  theirs = kith_file_load (place->file, NULL);
  kith_document_check_file (document);
  g_assert_cmpint (kith_document_get_state (document), ==, KITH_DOCUMENT_CHANGED);
  g_assert_true (kith_document_keep_both (document, &error));
  g_assert_no_error (error);
  assert_file_holds (place, theirs);
  g_assert_false (g_file_equal (kith_document_get_file (document), place->file));
  ours = kith_file_load (kith_document_get_file (document), &error);
  g_assert_true (kith_map_equal (ours, kith_document_get_map (document)));
  g_assert_true (kith_document_close (document, NULL));
}

static void
test_take_theirs (Place *place, gconstpointer data)
{
  g_autoptr (KithDocument) document = open_it (place);
  g_autoptr (KithMap) ours = NULL;
  g_autoptr (GError) error = NULL;

  do_one (place, document);
  ours = kith_map_snapshot (kith_document_get_map (document));
  change_underneath (place, 52);
  kith_document_check_file (document);
  g_assert_true (kith_document_take_theirs (document, &error));
  g_assert_no_error (error);
  g_assert_cmpint (kith_document_get_state (document), ==, KITH_DOCUMENT_SAVED);
  assert_file_holds (place, kith_document_get_map (document));
  g_assert_true (kith_document_undo (document, &error));
  g_assert_true (kith_map_equal (kith_document_get_map (document), ours));
  g_assert_true (kith_document_close (document, NULL));
}

static void
test_deleted_underneath (Place *place, gconstpointer data)
{
  g_autoptr (KithDocument) document = open_it (place);
  g_autoptr (GError) error = NULL;

  do_one (place, document);
  g_assert_no_errno (unlink (place->path));
  kith_document_check_file (document);
  g_assert_cmpint (kith_document_get_state (document), ==, KITH_DOCUMENT_CHANGED);
  g_assert_false (kith_document_close (document, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_CHANGED);
  g_assert_true (kith_document_overwrite (document, NULL));
  assert_file_holds (place, kith_document_get_map (document));
  g_assert_true (kith_document_close (document, NULL));
}

/* Touched, or replaced by the same bytes, is not changed. */
static void
test_touched (Place *place, gconstpointer data)
{
  g_autoptr (KithDocument) document = open_it (place);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (place->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (place->path, bytes, length, NULL));
  do_one (place, document);
  g_assert_true (kith_document_save (document, NULL));
  g_assert_true (kith_document_close (document, NULL));
}

static void
test_crash_then_changed (Place *place, gconstpointer data)
{
  KithDocument *document = open_it (place);
  g_autoptr (KithDocument) again = NULL;
  g_autoptr (KithMap) ours = NULL;

  do_one (place, document);
  ours = kith_map_snapshot (kith_document_get_map (document));
  crash (document);
  change_underneath (place, 53);
  again = open_it (place);
  g_assert_true (kith_map_equal (kith_document_get_map (again), ours));
  g_assert_cmpint (kith_document_get_state (again), ==, KITH_DOCUMENT_CHANGED);
  g_assert_true (kith_document_keep_both (again, NULL));
  g_assert_true (kith_document_close (again, NULL));
}

static void
test_versions (Place *place, gconstpointer data)
{
  g_autoptr (KithDocument) document = open_it (place);
  g_autoptr (KithMap) opened = kith_map_snapshot (kith_document_get_map (document));
  g_autoptr (KithMap) board = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;
  const KithVersion *named = NULL;

  do_one (place, document);
  board = kith_map_snapshot (kith_document_get_map (document));
  g_assert_true (kith_document_keep_version (document, "Board, May [=\n2]", &error));
  for (int i = 0; i < 25; i++)
    {
      do_one (place, document);
      g_assert_true (kith_document_save (document, &error));
    }
  versions = kith_document_list_versions (document, &error);
  for (guint i = 0; i < versions->len; i++)
    if (((KithVersion *) versions->pdata[i])->name != NULL)
      named = versions->pdata[i];
  g_assert_nonnull (named);
  g_assert_cmpstr (named->name, ==, "Board, May [=\n2]");
  g_assert_cmpuint (named->stakeholders, ==, 8);
  g_assert_cmpuint (versions->len, >=, 11);
  g_assert_cmpuint (versions->len, <=, 13);
  g_assert_true (kith_document_revert (document, named->id, &error));
  g_assert_true (kith_map_equal (kith_document_get_map (document), board));
  g_assert_true (kith_document_revert (document, NULL, &error));
  g_assert_true (kith_map_equal (kith_document_get_map (document), opened));
  g_assert_true (kith_document_undo (document, &error));
  g_assert_true (kith_map_equal (kith_document_get_map (document), board));
  g_assert_true (kith_document_delete_version (document, named->id, &error));
  g_assert_null (kith_document_load_version (document, named->id, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (kith_document_load_version (document, "../../../etc/passwd", &error));
  g_assert_true (kith_document_close (document, NULL));
}

/* Two files that are copies of one map are two documents. */
static void
test_copy_with_same_identity (Place *place, gconstpointer data)
{
  g_autofree char *path = g_build_filename (place->folder, "copy.kith", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (KithDocument) one = NULL;
  g_autoptr (KithDocument) two = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_copy (place->file, file, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  one = open_it (place);
  two = kith_document_open (file, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kith_document_get_state (two), ==, KITH_DOCUMENT_SAVED);
  do_one (place, one);
  do_one (place, two);
  g_assert_false (kith_map_equal (kith_document_get_map (one), kith_document_get_map (two)));
  g_assert_true (kith_document_close (one, NULL));
  g_assert_true (kith_document_close (two, NULL));
}

static void
test_damaged_working_copy (Place *place, gconstpointer data)
{
  KithDocument *document = open_it (place);
  g_autofree char *name = g_strdup (kith_document_get_draft_name (document));
  g_autofree char *db = g_build_filename (g_get_user_data_dir (), "kith", "work", name, "map.db",
                                          NULL);
  g_autofree char *aside = g_build_filename (g_get_user_data_dir (), "kith", "damaged", name,
                                             "map.db", NULL);
  g_autoptr (KithDocument) again = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (KithMap) saved = kith_file_load (place->file, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  do_one (place, document);
  crash (document);
  g_assert_true (g_file_get_contents (db, &bytes, &length, NULL));
  /* The page of stakeholders' rows: it is where a name is. */
  memset ((char *) memmem (bytes, length, "Northmoor Trust", 15) - 64, 0xaa, 1000);
  g_assert_true (g_file_set_contents (db, bytes, length, NULL));
  again = open_it (place);
  g_assert_true (kith_map_equal (kith_document_get_map (again), saved));
  g_assert_nonnull (kith_document_problem (again));
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  drafts = kith_document_list_drafts ();
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_true (kith_document_close (again, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, func) g_test_add ("/document/" path, Place, NULL, set_up, func, tear_down)
  ADD ("save/puts-into-the-file-what-is-shown", test_save);
  ADD ("save/happens-by-itself", test_saves_itself);
  ADD ("save/claims-nothing-that-came-after-it", test_edit_during_save);
  ADD ("save/as-moves-the-document-or-leaves-it", test_save_as);
  ADD ("undo/restores-a-deleted-stakeholder-with-all-that-hung-on-it", test_undo_restores_all);
  ADD ("perform/a-refused-edit-changes-nothing", test_refused_edit);
  ADD ("crash/brings-back-what-was-shown-with-undo-and-redo", test_crash);
  ADD ("crash/with-the-file-changed-since-keeps-both", test_crash_then_changed);
  ADD ("crash/a-damaged-working-copy-is-set-aside-and-read", test_damaged_working_copy);
  ADD ("draft/comes-back", test_draft);
  ADD ("draft/an-empty-one-leaves-nothing", test_empty_draft);
  ADD ("lock/a-second-opener-may-only-look", test_second_opener);
  ADD ("changed/theirs-is-a-version-when-ours-goes-over-it", test_changed_underneath);
  ADD ("changed/both-can-be-kept", test_keep_both);
  ADD ("changed/theirs-can-be-taken-and-ours-had-back", test_take_theirs);
  ADD ("changed/a-deleted-file-can-be-put-back", test_deleted_underneath);
  ADD ("changed/touching-is-not-changing", test_touched);
  ADD ("versions/named-ones-stay-automatic-ones-are-thinned-out", test_versions);
  ADD ("copies/of-one-map-are-two-documents", test_copy_with_same_identity);
#undef ADD
  return g_test_run ();
}
