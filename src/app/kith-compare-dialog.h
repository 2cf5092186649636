/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be compared: two dates, a version that was kept, or another map in a file. */
#pragma once

#include "kith-dialog.h"
#include "kith-window.h"

G_BEGIN_DECLS

#define KITH_TYPE_COMPARE_DIALOG (kith_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithCompareDialog, kith_compare_dialog, KITH, COMPARE_DIALOG, KithDialog)

/* For a window with a map; the window then shows what was chosen. */
void kith_compare_dialog_open (KithWindow *window);

G_END_DECLS
