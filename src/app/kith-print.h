/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages to the system's print dialog. Knows paper, and nothing of what is on the pages. */
#pragma once

#include <gtk/gtk.h>

#include "kith-pages.h"

G_BEGIN_DECLS

/* The paper that was chosen last, or the usual one of the country (transfer full). */
GtkPageSetup *kith_print_page_setup (void);
void kith_print_remember (GtkPageSetup *setup);
void kith_print_page_size (GtkPageSetup *setup, KithPageSize *size);
/* "A4, 210 × 297 mm" (transfer full) */
char *kith_print_paper_words (GtkPageSetup *setup);

/* The pages for the paper that was chosen in the end (transfer full). `turned`: the way up that a
 * person chose there, else KITH_ORIENTATION_AUTO. */
typedef KithPages *(*KithPrintMake) (const KithPageSize *size,
                                     KithOrientation turned,
                                     gpointer data,
                                     GError **error);

/* Runs the system's dialog over `parent` and prints. TRUE where it went to a printer or a file; FALSE
 * without an error where a person thought better of it. */
gboolean kith_print (GtkWindow *parent,
                     const char *title,
                     GtkPageSetup *setup,
                     KithPrintMake make,
                     gpointer data,
                     GError **error);

G_END_DECLS
