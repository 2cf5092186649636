/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step of the repair plan as a row: opens its dialog; its menu says how it stands. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_REPAIR_ROW (kith_repair_row_get_type ())
G_DECLARE_FINAL_TYPE (KithRepairRow, kith_repair_row, KITH, REPAIR_ROW, AdwActionRow)

/* `named`: it says what it belongs to, and a button leads there. */
GtkWidget *kith_repair_row_new (KithViewer *viewer, const KithRepair *repair, gboolean named);
/* What it says below its title, and what it belongs to, also where that has ended (transfer full). */
char *kith_repair_row_words (KithViewer *viewer, const KithRepair *repair, gboolean named);
char *kith_repair_row_subject (KithViewer *viewer, const KithRepair *repair);

G_END_DECLS
