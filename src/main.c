/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: the command line where one of its commands is given, else the window. */
#include <glib.h>
#include <glib/gi18n.h>
#include <locale.h>

#include "kith-cli.h"
#include "kith-config.h"

#ifdef KITH_WITH_GUI
#include "kith-application.h"
#endif

static void
set_language (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, KITH_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  gboolean handled = FALSE;
  int status;

  set_language ();
  status = kith_cli_main (argc, argv, &handled);
  if (handled)
    return status;

#ifdef KITH_WITH_GUI
  g_autoptr (KithApplication) application = kith_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
#else
  g_printerr (_ ("This Kith was built without its window. See “kith --help”.\n"));
  return 2;
#endif
}
