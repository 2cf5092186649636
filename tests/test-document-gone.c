/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that goes while its map is open: what is in no file any more is not let go. */
#include <unistd.h>

#include "kith-document.h"
#include "kith-file.h"
#include "kith-store-error.h"
#include "store-samples.h"

typedef struct
{
  char *folder;
  char *path;
  char *aside; /* where it is moved to */
  KithDocument *document;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  g_autoptr (KithMap) map = sample_map (8, 10, 1);
  g_autoptr (GFile) file = NULL;

  place->folder = temp_folder_new ();
  place->path = g_build_filename (place->folder, "map.kith", NULL);
  place->aside = g_build_filename (place->folder, "aside", NULL);
  file = g_file_new_for_path (place->path);
  g_assert_true (kith_file_save (map, file, NULL));
  place->document = kith_document_open (file, NULL);
  g_assert_nonnull (place->document);
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_clear_object (&place->document);
  temp_folder_remove (place->folder);
  g_free (place->folder);
  g_free (place->path);
  g_free (place->aside);
}

static void
do_one (Place *place)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  KithMap *map = kith_document_get_map (place->document);

  g_assert_true (kith_document_perform (place->document, sample_update (map, rand), NULL));
}

static void
move_away (Place *place)
{
  g_assert_no_errno (rename (place->path, place->aside));
}

static void
put_back (Place *place)
{
  g_assert_no_errno (rename (place->aside, place->path));
}

static void
assert_not_let_go (Place *place)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (kith_document_close (place->document, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_CHANGED);
  g_assert_true (kith_document_is_gone (place->document));
}

/* All was saved, into a file that is not there any more. */
static void
test_nothing_waits (Place *place, gconstpointer seen)
{
  g_autoptr (KithMap) ours = kith_map_snapshot (kith_document_get_map (place->document));
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (KithDocument) again = NULL;

  move_away (place);
  if (seen != NULL)
    kith_document_check_file (place->document);
  assert_not_let_go (place);
  g_assert_finalize_object (g_steal_pointer (&place->document));

  drafts = kith_document_list_drafts ();
  g_assert_cmpuint (drafts->len, ==, 1);
  again = kith_document_open_draft (((KithDraft *) drafts->pdata[0])->name, NULL);
  g_assert_nonnull (again);
  g_assert_true (kith_map_equal (kith_document_get_map (again), ours));
  g_assert_true (kith_document_is_gone (again));
  g_assert_true (kith_document_overwrite (again, NULL));
  g_assert_true (g_file_test (place->path, G_FILE_TEST_EXISTS));
  g_assert_true (kith_document_close (again, NULL));
}

static void
test_saved_again (Place *place, gconstpointer data)
{
  move_away (place);
  kith_document_check_file (place->document);
  g_assert_cmpint (kith_document_get_state (place->document), ==, KITH_DOCUMENT_CHANGED);
  g_assert_true (kith_document_overwrite (place->document, NULL));
  g_assert_false (kith_document_is_gone (place->document));
  g_assert_cmpint (kith_document_get_state (place->document), ==, KITH_DOCUMENT_SAVED);
  g_assert_true (kith_document_close (place->document, NULL));
}

static void
on_state (KithDocument *document, gpointer data)
{
  if (kith_document_get_state (document) == KITH_DOCUMENT_SAVED)
    g_main_loop_quit (data);
}

/* As a client that synchronises does; and nobody leaves the window meanwhile. */
static void
test_comes_back (Place *place, gconstpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  move_away (place);
  kith_document_check_file (place->document);
  put_back (place);
  do_one (place);
  g_signal_connect (place->document, "state-changed", G_CALLBACK (on_state), loop);
  g_main_loop_run (loop);
  g_assert_false (kith_document_is_gone (place->document));
  g_assert_true (kith_document_close (place->document, NULL));
}

static void
test_replaced (Place *place, gconstpointer data)
{
  move_away (place);
  kith_document_check_file (place->document);
  g_assert_true (g_file_set_contents (place->path, "another", -1, NULL));
  kith_document_check_file (place->document);
  g_assert_cmpint (kith_document_get_state (place->document), ==, KITH_DOCUMENT_CHANGED);
  g_assert_false (kith_document_is_gone (place->document));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, data, test) \
  g_test_add ("/document-gone/" name, Place, data, set_up, test, tear_down)

  ADD ("closing-keeps-what-is-in-no-file-any-more", NULL, test_nothing_waits);
  ADD ("closing-keeps-it-where-that-was-seen-before", "seen", test_nothing_waits);
  ADD ("it-can-be-saved-again", NULL, test_saved_again);
  ADD ("what-comes-back-is-saved-to-by-itself", NULL, test_comes_back);
  ADD ("another-in-its-place-is-somebody-else’s", NULL, test_replaced);

  return g_test_run ();
}
