/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import dialog: spreadsheets as CSV, or pasted text, with what was understood before
 * anything is changed. Knows the interchange room's import and the window whose map it is. */
#pragma once

#include "kith-window.h"

G_BEGIN_DECLS

#define KITH_TYPE_IMPORT_DIALOG (kith_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithImportDialog, kith_import_dialog, KITH, IMPORT_DIALOG, AdwWindow)

void kith_import_dialog_open (KithWindow *window);
/* One of each kind of record, and some to spare. */
#define KITH_IMPORT_MOST_TABLES 32

/* With files (elements GFile) chosen already. */
void kith_import_dialog_open_files (KithWindow *window, GListModel *files);

G_END_DECLS
