/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that fails at the n-th call, for every n: nothing lost, nothing half-applied. */
#include "faults.h"

#include <string.h>

#include "kith-digest.h"
#include "kith-document-private.h"
#include "kith-file.h"
#include "kith-store-error.h"
#include "store-samples.h"

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  KithDocument *document;
  GRand *rand;
  KithMap *in_file; /* what the last save that succeeded put there */
  guint failures;
} Scene;

static void
set_scene (Scene *scene)
{
  g_autoptr (KithMap) map = sample_map (12, 16, 4);

  scene->folder = temp_folder_new ();
  scene->path = g_build_filename (scene->folder, "map.kith", NULL);
  scene->file = g_file_new_for_path (scene->path);
  scene->rand = g_rand_new_with_seed (21);
  g_assert_true (kith_file_save (map, scene->file, NULL));
  scene->in_file = g_steal_pointer (&map);
  scene->document = kith_document_open (scene->file, NULL);
  scene->failures = 0;
}

static void
clear_scene (Scene *scene)
{
  g_clear_object (&scene->document);
  g_clear_object (&scene->file);
  g_clear_pointer (&scene->in_file, kith_map_unref);
  g_rand_free (scene->rand);
  temp_folder_remove (scene->folder);
  g_free (scene->folder);
  g_free (scene->path);
}

static void
assert_same (KithMap *a, KithMap *b)
{
  g_autofree char *x = kith_digest_stamps (a);
  g_autofree char *y = kith_digest_stamps (b);

  g_assert_true (kith_map_equal (a, b));
  g_assert_cmpstr (x, ==, y);
}

typedef enum
{
  EDIT,
  DELETE,
  UNDO,
  REDO,
  SAVE,
  VERSION,
  REVERT,
} Act;

static gboolean
act (Scene *scene, Act what, GError **error)
{
  KithDocument *document = scene->document;
  KithId id = sample_pick (document->map, KITH_STAKEHOLDER, scene->rand);

  kith_document_seal (document);
  switch (what)
    {
    case EDIT:
      return kith_document_perform (document, sample_update (document->map, scene->rand), error);
    case DELETE:
      return kith_document_perform (document, kith_verb_delete (document->map, &id, 1, "Delete"),
                                    error);
    case UNDO:
      return kith_document_undo_label (document) == NULL || kith_document_undo (document, error);
    case REDO:
      return kith_document_redo_label (document) == NULL || kith_document_redo (document, error);
    case SAVE:
      return kith_document_save (document, error);
    case VERSION:
      return kith_document_keep_version (document, "Board", error);
    default:
      return kith_document_revert (document, NULL, error);
    }
}

/* Either it happened, or the map, its tombstones and its steps are what they were. */
static void
try (Scene *scene, Act what)
{
  g_autoptr (KithMap) before = kith_map_snapshot (scene->document->map);
  guint steps = kith_history_n_groups (scene->document->history);
  guint cursor = kith_history_cursor (scene->document->history);
  g_autoptr (GError) error = NULL;

  if (act (scene, what, &error))
    {
      g_assert_no_error (error);
      if (what != SAVE)
        return;
      kith_map_unref (scene->in_file);
      scene->in_file = kith_map_snapshot (scene->document->map);
      return;
    }
  scene->failures++;
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, KITH_STORE_ERROR);
  assert_same (scene->document->map, before);
  g_assert_cmpuint (kith_history_n_groups (scene->document->history), ==, steps);
  g_assert_cmpuint (kith_history_cursor (scene->document->history), ==, cursor);
}

static void
assert_rows_are_map (KithDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) rows = kith_working_copy_load_map (document->copy, &error);

  g_assert_no_error (error);
  assert_same (rows, document->map);
}

/* The file is whole: what was saved last, or what the failed save was putting there. */
static void
assert_file_is_whole (Scene *scene)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) there = kith_file_load (scene->file, &error);

  g_assert_no_error (error);
  g_assert_true (kith_map_equal (there, scene->in_file)
                 || kith_document_get_state (scene->document) == KITH_DOCUMENT_FAILED);
}

static void
assert_no_litter (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_cmpstr (name, ==, "map.kith");
}

/* With the disk well again, everything can go on, and a crash loses nothing. */
static void
assert_goes_on (Scene *scene)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) shown = NULL;
  guint failures = scene->failures;

  try (scene, EDIT);
  try (scene, SAVE);
  g_assert_cmpuint (scene->failures, ==, failures);
  g_assert_cmpint (kith_document_get_state (scene->document), ==, KITH_DOCUMENT_SAVED);
  assert_file_is_whole (scene);
  assert_no_litter (scene->folder);
  try (scene, EDIT);
  shown = kith_map_snapshot (scene->document->map);
  g_clear_object (&scene->document);
  scene->document = kith_document_open (scene->file, &error);
  g_assert_no_error (error);
  assert_same (scene->document->map, shown);
  while (kith_document_undo_label (scene->document) != NULL)
    try (scene, UNDO);
  g_assert_cmpuint (scene->failures, ==, failures);
  g_assert_true (kith_document_close (scene->document, &error));
  g_assert_no_error (error);
}

/* Returns whether the fault came at all. */
static gboolean
run_with_fault (int at, gboolean onward, int code)
{
  static const Act acts[] = { EDIT, DELETE, UNDO, EDIT, SAVE,    DELETE, REDO,
                              UNDO, REDO,   EDIT, SAVE, VERSION, REVERT, SAVE };
  Scene scene;
  gboolean came;

  set_scene (&scene);
  faults_arm (at, onward, code);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    try (&scene, acts[i]);
  came = faults_disarm ();
  g_assert_true (came || scene.failures == 0);
  assert_rows_are_map (scene.document);
  assert_file_is_whole (&scene);
  assert_goes_on (&scene);
  clear_scene (&scene);
  return came;
}

static void
test_faults (gconstpointer data)
{
  int code = GPOINTER_TO_INT (data) / 2;
  gboolean onward = GPOINTER_TO_INT (data) % 2;
#ifdef __SANITIZE_ADDRESS__
  int stride = g_test_slow () ? 1 : 9; /* some ten times slower here */
#else
  int stride = code == ENOSPC || g_test_slow () ? 1 : 2;
#endif
  int at = 1;

  while (run_with_fault (at, onward, code))
    at += stride;
  g_test_message ("the last place to fail was about %d", at - stride);
  g_assert_cmpint (at, >, 40);
}

/* No room for a working copy: the map can be looked at, and edited once there is room. */
static void
test_no_room_for_a_copy (void)
{
  Scene scene;
  g_autoptr (GError) error = NULL;

  set_scene (&scene);
  g_assert_true (kith_document_close (scene.document, NULL));
  g_clear_object (&scene.document);
  faults_arm (1, TRUE, ENOSPC);
  scene.document = kith_document_open (scene.file, &error);
  g_assert_no_error (error);
  g_assert_true (kith_map_equal (scene.document->map, scene.in_file));
  g_assert_cmpint (kith_document_get_state (scene.document), ==, KITH_DOCUMENT_READ_ONLY);
  g_assert_true (kith_document_is_read_only (scene.document));
  g_assert_false (act (&scene, EDIT, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  faults_disarm ();
  g_assert_true (kith_document_save_as (scene.document, scene.file, &error));
  g_assert_no_error (error);
  assert_goes_on (&scene);
  clear_scene (&scene);
}

int
main (int argc, char **argv)
{
  /* In memory, since it is the failures that are tried and not the disk. */
  if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR))
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/faults/one-call-finds-the-disk-full", GINT_TO_POINTER (ENOSPC * 2),
                        test_faults);
  g_test_add_data_func ("/faults/all-calls-from-one-on-find-the-disk-full",
                        GINT_TO_POINTER (ENOSPC * 2 + 1), test_faults);
  g_test_add_data_func ("/faults/one-call-meets-a-bad-block", GINT_TO_POINTER (EIO * 2),
                        test_faults);
  g_test_add_data_func ("/faults/the-disk-dies", GINT_TO_POINTER (EIO * 2 + 1), test_faults);
  g_test_add_func ("/faults/without-room-for-a-working-copy-a-map-can-be-looked-at",
                   test_no_room_for_a_copy);
  return g_test_run ();
}
