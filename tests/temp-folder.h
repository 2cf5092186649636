/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folders that tests and benches write into, and take away again. */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

/* A new folder among the temporary ones; free it. */
static inline char *
temp_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("kith-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/* It and all that is in it; links are not followed. */
static inline void
temp_folder_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        temp_folder_remove (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}
