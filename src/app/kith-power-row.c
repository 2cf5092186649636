/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-power-row.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"

/**
 * kith_power_row_fill:
 * @row: a row
 * @viewer: who looks at it: who may not see that field does not see the row
 * @field: "power" or "interest"
 * @first: (nullable): a choice before all others
 *
 * Its choices are not said, then from the least to the most.
 */
void
kith_power_row_fill (AdwComboRow *row, KithViewer *viewer, const char *field, const char *first)
{
  const char *const steps[] = { _ ("Not said"), _ ("1 Least"), _ ("2"), _ ("3"),
                                _ ("4"),        _ ("5 Most"),  NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (steps);

  if (!kith_binder_sees (viewer, KITH_STAKEHOLDER, field))
    {
      gtk_widget_set_visible (GTK_WIDGET (row), FALSE);
      return;
    }
  if (first != NULL)
    gtk_string_list_splice (list, 0, 0, (const char *const[]){ first, NULL });
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  kith_widget_name_after (GTK_WIDGET (row), ADW_PREFERENCES_ROW (row));
}
