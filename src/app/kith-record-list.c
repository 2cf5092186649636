/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-record-list.h"

static gboolean
same (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (KITH_ID (a->pdata[i]) != KITH_ID (b->pdata[i])
        || !kith_record_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * kith_record_list_keep:
 * @kept: (inout): what was shown last
 * @records: (element-type KithRecord): what is to be shown
 *
 * Returns: whether there is anything new to show
 */
gboolean
kith_record_list_keep (GPtrArray **kept, GPtrArray *records)
{
  if (same (*kept, records))
    return FALSE;
  g_clear_pointer (kept, g_ptr_array_unref);
  *kept = g_ptr_array_new_with_free_func (kith_record_unref);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (*kept, kith_record_ref (records->pdata[i]));
  return TRUE;
}

/**
 * kith_list_box_clear:
 * @list: a list of rows
 */
void
kith_list_box_clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}
