/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window, as `kith` starts it. */
#include "kith-application.h"
#include "kith-language.h"

int
main (int argc, char **argv)
{
  g_autoptr (KithApplication) application = NULL;

  kith_language_set ();
  application = kith_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
