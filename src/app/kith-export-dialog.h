/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The export dialog: which picture, for whom, and how it will look; the same before printing. Knows the render room's
 * export and the window whose map it is. */
#pragma once

#include "kith-window.h"

G_BEGIN_DECLS

#define KITH_TYPE_EXPORT_DIALOG (kith_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithExportDialog, kith_export_dialog, KITH, EXPORT_DIALOG, AdwWindow)

void kith_export_dialog_open (KithWindow *window);
void kith_export_dialog_open_to_print (KithWindow *window);

G_END_DECLS
