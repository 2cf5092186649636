/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: the command line where one of its commands is given, else the window, which is a
 * program of its own, so that a command does not wait for the toolkit to be loaded. */
#include <errno.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "kith-cli.h"
#include "kith-config.h"
#include "kith-language.h"

/* Beside this program when it has not been installed; else where it is once installed. */
static char *
find_window (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, "kith-window", NULL) : NULL;

  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  return g_build_filename (KITH_PROGRAM_DIR, "kith-window", NULL);
}

int
main (int argc, char **argv)
{
  gboolean handled = FALSE;
  g_autofree char *window = NULL;
  int status;

  kith_language_set ();
  status = kith_cli_main (argc, argv, &handled);
  if (handled)
    return status;

  window = find_window ();
  execv (window, argv);
  g_printerr (
      _ ("Kith's window (%s) cannot be started: %s. See “kith --help” for what works without.\n"),
      window, g_strerror (errno));
  return 2;
}
