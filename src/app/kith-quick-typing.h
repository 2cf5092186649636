/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing an outline: Tab and Shift+Tab move a line in and out, a new line begins below the one
 * before, and lines that were not understood are underlined. Knows a text view, not what is done
 * with its text. */
#pragma once

#include <gtk/gtk.h>

#include "kith-csv-import.h"

G_BEGIN_DECLS

void kith_quick_typing_init (GtkTextView *view);
/* Underlines the lines of the import's remarks, and no others. */
void kith_quick_mark_lines (GtkTextBuffer *buffer, const KithImport *import);

G_END_DECLS
