/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language that the program speaks, set before its first word. */
#pragma once

#include <glib/gi18n.h>
#include <locale.h>

#include "kith-config.h"

static inline void
kith_language_set (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, KITH_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
