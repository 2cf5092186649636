/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows for records, remade only when the records differ, so that nothing flickers or loses the
 * keyboard while something else is being edited. */
#pragma once

#include <gtk/gtk.h>

#include "kith-record.h"

G_BEGIN_DECLS

/* Keeps `records` (borrowed records) in `kept` (a GPtrArray that owns what it holds, or NULL);
 * TRUE: they differ from what was kept. Records are immutable, so the same one says the same. */
gboolean kith_record_list_keep (GPtrArray **kept, GPtrArray *records);
void kith_list_box_clear (GtkListBox *list);

G_END_DECLS
