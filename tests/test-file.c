/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kith-digest.h"
#include "kith-file.h"
#include "kith-image.h"
#include "kith-safe-write.h"
#include "kith-schema.h"
#include "kith-store-error.h"
#include "store-samples.h"

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = temp_folder_new ();
  place->path = g_build_filename (place->folder, "map.kith", NULL);
  place->file = g_file_new_for_path (place->path);
}

static void
tear_down (Place *place, gconstpointer data)
{
  temp_folder_remove (place->folder);
  g_free (place->folder);
  g_free (place->path);
  g_object_unref (place->file);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_schema (void)
{
  g_autofree char *generated = kith_schema_generate ();
  const char *frozen = kith_schema_frozen (KITH_SCHEMA_VERSION);

  while (g_str_has_prefix (frozen, "--"))
    frozen = strchr (frozen, '\n') + 1;
  g_assert_cmpstr (frozen, ==, generated);
}

static void
test_round_trip (Place *place, gconstpointer data)
{
  g_autoptr (KithMap) map = sample_map (60, 150, 1);
  g_autoptr (KithMap) back = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  KithTombstone grave = { 4242, KITH_LINK, 17, 23 };
  g_autoptr (GArray) graves = NULL;

  kith_map_put_tombstone (map, &grave);
  before = kith_digest_stamps (map);
  g_assert_true (kith_file_save (map, place->file, &error));
  g_assert_no_error (error);
  back = kith_file_load (place->file, &error);
  g_assert_no_error (error);
  g_assert_true (kith_map_equal (map, back));
  after = kith_digest_stamps (back);
  g_assert_cmpstr (before, ==, after);
  graves = kith_map_tombstones (back);
  g_assert_cmpuint (graves->len, ==, 1);
  g_assert_cmpuint (count_files (place->folder), ==, 1);
}

/* However a map came to be, its bytes depend on what it is. */
static void
test_same_bytes (void)
{
  g_autoptr (KithMap) map = sample_map (60, 150, 2);
  g_autoptr (KithMap) other = kith_map_new_empty ();
  g_autoptr (KithEdit) edit = kith_edit_new ("");
  g_autoptr (GBytes) a = kith_image_from_map (map, NULL);
  g_autoptr (GBytes) b = NULL;
  g_autoptr (GError) error = NULL;

  for (int kind = KITH_N_KINDS - 1; kind >= 0; kind--)
    for (guint i = kith_map_n (map, kind); i > 0; i--)
      kith_edit_insert (edit, kith_record_ref (kith_map_nth (map, kind, i - 1)));
  kith_map_apply (other, edit, &error);
  g_assert_no_error (error);
  b = kith_image_from_map (other, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (a, b));
}

static void
test_header (void)
{
  g_autoptr (KithMap) map = sample_map (3, 2, 3);
  g_autoptr (GBytes) bytes = kith_image_from_map (map, NULL);
  const char *data = g_bytes_get_data (bytes, NULL);

  g_assert_cmpmem (data, 16, "SQLite format 3", 16);
  g_assert_cmpmem (data + 68, 4, "KITH", 4);
  g_assert_cmpmem (data + 60, 4, "\0\0\0\6", 4);
  g_assert_cmpmem (data + 18, 2, "\1\1", 2);
}

static void
test_secrets (void)
{
  g_autoptr (KithMap) map = sample_map (10, 20, 4);
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KithEdit) add = kith_edit_new ("");
  g_autoptr (KithEdit) undo = NULL;

  kith_edit_insert (add, sample_stakeholder (rand, "Whistleblower"));
  g_assert_true (kith_map_apply (map, add, NULL));
  undo = kith_edit_invert (add);
  g_assert_true (kith_map_apply (map, undo, NULL));
  bytes = kith_image_from_map (map, NULL);
  g_assert_null (
      memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "Whistleblower", 13));
}

static void
test_mode (Place *place, gconstpointer data)
{
  g_autoptr (KithMap) map = sample_map (3, 2, 5);
  struct stat info;

  g_assert_true (kith_file_save (map, place->file, NULL));
  g_assert_no_errno (chmod (place->path, 0640));
  g_assert_true (kith_file_save (map, place->file, NULL));
  g_assert_no_errno (stat (place->path, &info));
  g_assert_cmpuint (info.st_mode & 07777, ==, 0640);
}

static void
test_symlink (Place *place, gconstpointer data)
{
  g_autoptr (KithMap) map = sample_map (3, 2, 6);
  g_autofree char *name = g_build_filename (place->folder, "link.kith", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (name);
  g_autoptr (KithMap) back = NULL;

  g_assert_true (kith_file_save (map, place->file, NULL));
  g_assert_no_errno (symlink ("map.kith", name));
  kith_map_unref (map);
  map = sample_map (5, 4, 66);
  g_assert_true (kith_file_save (map, link, NULL));
  g_assert_true (g_file_test (name, G_FILE_TEST_IS_SYMLINK));
  back = kith_file_load (place->file, NULL);
  g_assert_true (kith_map_equal (map, back));
}

static void
test_odd_names (Place *place, gconstpointer data)
{
  static const char *const names[] = { "two\nlines.kith",
                                       "100% ?mode=ro#x.kith",
                                       "file:x.kith",
                                       "bad\xff\xfe.kith",
                                       "no suffix",
                                       "-rf.kith",
                                       "“quotes” 'and' \"more\".kith" };
  g_autoptr (KithMap) map = sample_map (3, 2, 7);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (place->folder, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (KithMap) back = NULL;

      g_assert_true (kith_file_save (map, file, &error));
      g_assert_no_error (error);
      back = kith_file_load (file, &error);
      g_assert_no_error (error);
      g_assert_true (kith_map_equal (map, back));
    }
}

/* What a crash left is cleaned up; what a running save holds, and other people's files, stay. */
static void
test_temporaries (Place *place, gconstpointer data)
{
  g_autoptr (KithMap) map = sample_map (3, 2, 8);
  g_autofree char *stale = g_build_filename (place->folder, ".kith-0123abcd.tmp", NULL);
  g_autofree char *other = g_build_filename (place->folder, ".kith-notes.tmp", NULL);

  g_assert_true (g_file_set_contents (stale, "half", -1, NULL));
  g_assert_true (g_file_set_contents (other, "mine", -1, NULL));
  g_assert_true (kith_file_save (map, place->file, NULL));
  g_assert_false (g_file_test (stale, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
}

static void
test_changed_underneath (Place *place, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("mine", 4);
  const char *known[] = { "0000", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *there = NULL;

  g_assert_true (g_file_set_contents (place->path, "theirs", -1, NULL));
  g_assert_false (kith_safe_write_checked (place->path, bytes, known, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_CHANGED);
  g_assert_true (g_file_get_contents (place->path, &there, NULL, NULL));
  g_assert_cmpstr (there, ==, "theirs");
  g_assert_cmpuint (count_files (place->folder), ==, 1);
}

static void
test_check_in_words (Place *place, gconstpointer data)
{
  g_autoptr (KithMap) map = sample_map (3, 1, 9);
  g_autofree char *report = NULL;

  g_assert_true (kith_file_save (map, place->file, NULL));
  g_assert_true (kith_file_check (place->file, &report, NULL));
  g_assert_nonnull (strstr (report, "3 stakeholders, 1 link, 1 rating, 1 shared space, 1 event"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, func) g_test_add (path, Place, NULL, set_up, func, tear_down)
  g_test_add_func ("/store/schema/the-frozen-one-is-what-the-field-tables-generate", test_schema);
  g_test_add_func ("/store/image/the-same-map-gives-the-same-bytes", test_same_bytes);
  g_test_add_func ("/store/image/says-that-it-is-a-map-of-kith", test_header);
  g_test_add_func ("/store/image/holds-nothing-of-what-was-deleted", test_secrets);
  ADD ("/store/file/comes-back-as-it-went-with-stamps-and-tombstones", test_round_trip);
  ADD ("/store/file/keeps-its-mode", test_mode);
  ADD ("/store/file/a-symlink-stays-a-symlink", test_symlink);
  ADD ("/store/file/any-name-will-do", test_odd_names);
  ADD ("/store/file/cleans-up-what-a-crash-left", test_temporaries);
  ADD ("/store/file/is-not-replaced-when-it-is-not-what-was-loaded", test_changed_underneath);
  ADD ("/store/file/is-summed-up-in-words", test_check_in_words);
#undef ADD
  return g_test_run ();
}
