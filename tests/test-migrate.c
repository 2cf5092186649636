/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an earlier version of Kith wrote: a document, and a working copy that a crash left behind,
 * both made by that version itself. */
#include <glib/gstdio.h>

#include "kith-digest.h"
#include "kith-document.h"
#include "kith-document-private.h"
#include "kith-image.h"
#include "kith-working-copy.h"

#define COPY "66fd24257c58dd72"

static GBytes *
read_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &data, &size, &error));
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static void
assert_is_whole (KithMap *map)
{
  g_autoptr (GError) error = NULL;
  const KithStakeholder *first = kith_map_nth (map, KITH_STAKEHOLDER, 0);

  g_assert_true (kith_map_check (map, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (kith_map_n (map, KITH_STAKEHOLDER), ==, 6);
  g_assert_cmpuint (kith_map_n (map, KITH_LINK), ==, 9);
  g_assert_cmpuint (kith_map_n (map, KITH_ASSESSMENT), ==, 44);
  g_assert_cmpuint (kith_map_n (map, KITH_EVENT), ==, 39);
  g_assert_cmpuint (kith_map_n (map, KITH_PICTURE), ==, 0);
  g_assert_cmpstr (first->tags, ==, "");
  g_assert_cmpint (first->scale, ==, 0);
}

static void
test_document (void)
{
  g_autoptr (GBytes) bytes = read_sample ("version-1.kith");
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) map = kith_image_to_map (bytes, "version-1.kith", &error);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (KithMap) back = NULL;

  g_assert_no_error (error);
  assert_is_whole (map);
  again = kith_image_from_map (map, &error);
  g_assert_no_error (error);
  back = kith_image_to_map (again, "again.kith", &error);
  g_assert_no_error (error);
  g_assert_true (kith_map_equal (map, back));
}

/* An old document is distrusted like a new one. */
static void
test_flipped (void)
{
  g_autoptr (GBytes) bytes = read_sample ("version-1.kith");
  g_autoptr (KithMap) map = kith_image_to_map (bytes, "version-1.kith", NULL);
  gsize size = g_bytes_get_size (bytes);

  for (gsize at = 40; at < size; at += 1009)
    {
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (KithMap) read = NULL;

      copy[at] ^= 4;
      damaged = g_bytes_new_take (g_steal_pointer (&copy), size);
      read = kith_image_to_map (damaged, "version-1.kith", NULL);
      g_assert_true (read == NULL || kith_map_equal (read, map));
    }
}

static void
test_salvaged (void)
{
  g_autoptr (GBytes) bytes = read_sample ("version-1.kith");
  g_autofree char *report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) map = NULL;
  g_autoptr (GBytes) damaged = NULL;
  gsize size = g_bytes_get_size (bytes);
  guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

  memset (copy, 0, 4096); /* header and the beginning of the schema */
  damaged = g_bytes_new_take (copy, size);
  g_assert_null (kith_image_to_map (damaged, "version-1.kith", NULL));
  map = kith_image_salvage (damaged, "version-1.kith", &report, &error);
  g_assert_no_error (error);
  assert_is_whole (map);
}

/* Puts the sample where a crashed run would have left it. */
static void
leave_working_copy (void)
{
  g_autofree char *all = kith_working_copies_folder ();
  g_autofree char *folder = g_build_filename (all, COPY, NULL);
  g_autofree char *path = g_build_filename (folder, "map.db", NULL);
  g_autoptr (GBytes) bytes = read_sample ("version-1-working-copy.db");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), &error));
  g_assert_no_error (error);
}

static void
test_working_copy (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithDocument) document = NULL;
  g_autoptr (KithMap) before = NULL;
  g_autoptr (KithMap) rows = NULL;

  leave_working_copy ();
  document = kith_document_open_draft (COPY, &error);
  g_assert_no_error (error);
  assert_is_whole (document->map);
  before = kith_map_snapshot (document->map);
  g_assert_cmpuint (kith_history_n_groups (document->history), ==, 1);
  g_assert_true (kith_document_undo (document, &error));
  g_assert_no_error (error);
  g_assert_false (kith_map_equal (before, document->map));
  g_assert_true (kith_document_redo (document, &error));
  g_assert_true (kith_map_equal (before, document->map));
  rows = kith_working_copy_load_map (document->copy, &error);
  g_assert_true (kith_map_equal (rows, document->map));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/migrate/a-document-of-version-1-opens", test_document);
  g_test_add_func ("/migrate/a-changed-document-of-version-1-is-refused", test_flipped);
  g_test_add_func ("/migrate/a-damaged-document-of-version-1-is-salvaged", test_salvaged);
  g_test_add_func ("/migrate/edits-left-by-version-1-come-back-with-their-undo", test_working_copy);
  return g_test_run ();
}
