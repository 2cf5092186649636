/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places where no document should be, or where none can be written. Each: no crash, no hang, what
 * was there byte-identical, an error that says which. */
#include "hostile-place.h"

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kith-document.h"
#include "kith-file.h"
#include "kith-store-error.h"

static void
refuse_place (Place *place, const char *path, int load_code, int save_code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (kith_file_load (file, &error));
  g_assert_error (error, KITH_STORE_ERROR, load_code);
  g_clear_error (&error);
  g_assert_null (kith_document_open (file, &error));
  g_assert_error (error, KITH_STORE_ERROR, load_code);
  g_clear_error (&error);
  if (save_code == ANY)
    return;
  g_assert_false (kith_file_save (place->map, file, &error));
  g_assert_error (error, KITH_STORE_ERROR, save_code);
}

static void
test_places (Place *place, gconstpointer data)
{
  g_autofree char *fifo = g_build_filename (place->folder, "fifo.kith", NULL);
  g_autofree char *nothing = g_build_filename (place->folder, "nothing.kith", NULL);
  g_autofree char *through = g_build_filename (place->folder, "fifo.kith", "x.kith", NULL);
  g_autofree char *dangling = g_build_filename (place->folder, "dangling.kith", NULL);
  g_autofree char *loop = g_build_filename (place->folder, "loop.kith", NULL);
  g_autoptr (GFile) remote = g_file_new_for_uri ("https://example.org/map.kith");
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (mkfifo (fifo, 0600));
  g_assert_no_errno (symlink ("nowhere.kith", dangling));
  g_assert_no_errno (symlink ("loop.kith", loop));
  refuse_place (place, place->folder, KITH_STORE_ERROR_NOT_A_FILE, KITH_STORE_ERROR_NOT_A_FILE);
  refuse_place (place, fifo, KITH_STORE_ERROR_NOT_A_FILE, KITH_STORE_ERROR_NOT_A_FILE);
  refuse_place (place, "/dev/zero", KITH_STORE_ERROR_NOT_A_FILE, KITH_STORE_ERROR_NOT_A_FILE);
  refuse_place (place, nothing, KITH_STORE_ERROR_NOT_FOUND, ANY);
  refuse_place (place, through, KITH_STORE_ERROR_NOT_FOUND, KITH_STORE_ERROR_NOT_FOUND);
  g_assert_null (kith_file_load (remote, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOT_LOCAL);
  g_clear_error (&error);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (i == 0 ? dangling : loop);

      g_assert_null (kith_document_open (file, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
      g_assert_false (kith_file_save (place->map, file, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
    }
}

static void
test_hard_link (Place *place, gconstpointer data)
{
  g_autofree char *other = g_build_filename (place->folder, "other.kith", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (other);
  g_autoptr (KithMap) new_map = sample_map (3, 2, 77);
  g_autoptr (KithMap) kept = NULL;

  g_assert_true (kith_file_save (place->map, place->file, NULL));
  g_assert_no_errno (link (place->path, other));
  g_assert_true (kith_file_save (new_map, place->file, NULL));
  kept = kith_file_load (file, NULL);
  g_assert_true (kith_map_equal (kept, place->map));
}

/* Makes the folder take nothing more, or no writes at all; FALSE where the test cannot. */
static gboolean
mount_small (Place *place, const char *options)
{
  return mount ("tmpfs", place->folder, "tmpfs", 0, options) == 0;
}

static void
edit_once (KithDocument *document)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_random_int ());
  g_autoptr (GError) error = NULL;

  kith_document_perform (document, sample_update (kith_document_get_map (document), rand), &error);
  g_assert_no_error (error);
}

static void
test_read_only_place (Place *place, gconstpointer data)
{
  g_autoptr (KithDocument) document = NULL;
  g_autoptr (KithDocument) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *elsewhere = temp_folder_new ();
  g_autofree char *path = g_build_filename (elsewhere, "moved.kith", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (KithMap) shown = NULL;

  if (geteuid () == 0 && !mount_small (place, "size=4m"))
    {
      g_test_skip ("the superuser writes anywhere, and nothing may be mounted here");
      temp_folder_remove (elsewhere);
      return;
    }
  g_assert_true (kith_file_save (place->map, place->file, NULL));
  if (geteuid () == 0)
    g_assert_no_errno (mount (NULL, place->folder, NULL, MS_REMOUNT | MS_RDONLY, NULL));
  else
    g_assert_no_errno (chmod (place->folder, 0500));
  document = kith_document_open (place->file, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kith_document_get_state (document), ==, KITH_DOCUMENT_READ_ONLY);
  g_assert_false (kith_document_is_read_only (document));
  edit_once (document);
  shown = kith_map_snapshot (kith_document_get_map (document));
  g_assert_false (kith_document_save (document, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (kith_document_close (document, NULL));
  g_clear_object (&document);
  again = kith_document_open (place->file, &error);
  g_assert_true (kith_map_equal (kith_document_get_map (again), shown));
  g_assert_true (kith_document_save_as (again, file, &error));
  g_assert_cmpint (kith_document_get_state (again), ==, KITH_DOCUMENT_SAVED);
  g_assert_true (kith_document_close (again, NULL));
  if (geteuid () == 0)
    umount (place->folder);
  else
    g_assert_no_errno (chmod (place->folder, 0700));
  temp_folder_remove (elsewhere);
}

static void
test_full_disk (Place *place, gconstpointer data)
{
  g_autofree char *ballast = g_build_filename (place->folder, "ballast", NULL);
  g_autofree char *much = g_strnfill (4 << 20, 'x');
  g_autoptr (KithDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) there = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  int fd;

  if (!mount_small (place, "size=1m"))
    {
      g_test_skip ("nothing may be mounted here; test-faults fills the disk by other means");
      return;
    }
  g_assert_true (kith_file_save (place->map, place->file, NULL));
  document = kith_document_open (place->file, NULL);
  fd = open (ballast, O_CREAT | O_WRONLY, 0600);
  while (write (fd, much, 4096) > 0)
    ;
  close (fd);
  before = sample_digest (place->path);
  edit_once (document);
  g_assert_false (kith_document_save (document, &error));
  g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NO_SPACE);
  g_assert_cmpint (kith_document_get_state (document), ==, KITH_DOCUMENT_FAILED);
  g_assert_nonnull (kith_document_problem (document));
  after = sample_digest (place->path);
  g_assert_cmpstr (before, ==, after);
  dir = g_dir_open (place->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_suffix (name, ".tmp"));
  g_assert_no_errno (unlink (ballast));
  g_assert_true (kith_document_save (document, NULL));
  there = kith_file_load (place->file, NULL);
  g_assert_true (kith_map_equal (there, kith_document_get_map (document)));
  g_assert_true (kith_document_close (document, NULL));
  g_clear_pointer (&dir, g_dir_close);
  umount (place->folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, func) g_test_add ("/hostile/" path, Place, NULL, set_up, func, tear_down)
  ADD ("place/what-is-no-file-is-called-so", test_places);
  ADD ("place/a-hard-link-keeps-what-it-had", test_hard_link);
  ADD ("place/read-only-takes-edits-and-offers-save-as", test_read_only_place);
  ADD ("place/a-full-disk-costs-nothing", test_full_disk);
#undef ADD
  return g_test_run ();
}
