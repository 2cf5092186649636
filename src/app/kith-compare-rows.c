/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-compare-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-binder.h"

#define ROW "kith-compared" /* of a row: what it shows */

/* What of an item makes a row the same. */
typedef struct
{
  KithCompared group;
  KithId id;
  char *text;
} Shown;

static void
free_shown (gpointer data)
{
  Shown *shown = data;

  g_free (shown->text);
  g_free (shown);
}

static const Shown *
shown_by (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), ROW);
}

/* --- A row --- */

static GtkWidget *
add_label (GtkWidget *box, const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 30, NULL);

  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* Who it is about stands out from what became of it, where the words begin with it. */
static void
add_words (GtkWidget *box, const KithComparedItem *item)
{
  gsize length = strlen (item->subject);
  const char *rest = g_str_has_prefix (item->text, item->subject) ? item->text + length : "";
  gboolean begins = length > 0 && (*rest == ':' || *rest == ' ');
  GtkWidget *label = add_label (box, begins ? item->subject : item->text);

  gtk_widget_add_css_class (label, "kith-compared-subject");
  if (begins)
    add_label (box, rest + strspn (rest, ": "));
}

static GtkWidget *
row_new (const KithComparedItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  Shown *shown = g_new0 (Shown, 1);

  *shown = (Shown){ item->group, item->id, g_strdup (item->text) };
  g_object_set_data_full (G_OBJECT (row), ROW, shown, free_shown);
  add_words (box, item);
  gtk_widget_add_css_class (row, "kith-compared-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), item->id != 0);
  kith_widget_set_name (row, item->text);
  return row;
}

KithId
kith_compare_row_id (GtkListBoxRow *row)
{
  return shown_by (row)->id;
}

/* --- Headings --- */

static char *
heading_of (KithCompared group, const KithCompareCount *count)
{
  const char *label = kith_enum_label (&kith_compareds, (int) group);

  if (count->shown == count->all)
    /* Translators: a group of changes and how many there are: "Came · 3" */
    return g_strdup_printf (_ ("%s · %u"), label, count->all);
  /* Translators: a group of changes, how many of it are shown, and how many there are */
  return g_strdup_printf (_ ("%s · %u of %u"), label, count->shown, count->all);
}

static GtkWidget *
make_heading (KithCompared group)
{
  /* as they stand on the map, where they do */
  static const char *const signs[KITH_N_COMPARED] = { "+", "−", "↑", "↓", "~" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *sign = g_object_new (GTK_TYPE_LABEL, "label", signs[group], "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, NULL);
  g_autofree char *class = g_strconcat ("kith-compared-",
                                        kith_enum_key (&kith_compareds, (int) group), NULL);

  gtk_widget_add_css_class (sign, "kith-compared-sign");
  gtk_widget_add_css_class (sign, class);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (box, "kith-compared-heading");
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
head_row (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const KithCompareCount *counts = data;
  KithCompared group = shown_by (row)->group;
  GtkWidget *heading = gtk_list_box_row_get_header (row);
  g_autofree char *words = NULL;

  if (before != NULL && shown_by (before)->group == group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (heading == NULL)
    {
      heading = make_heading (group);
      gtk_list_box_row_set_header (row, heading);
    }
  words = heading_of (group, &counts[group]);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (heading)), words);
}

/* --- The list --- */

static gboolean
shows (GtkListBoxRow *row, const KithComparedItem *item)
{
  const Shown *shown = shown_by (row);

  return shown->group == item->group && shown->id == item->id
         && strcmp (shown->text, item->text) == 0;
}

static guint
count_rows (GtkListBox *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  return n;
}

/* Which rows at the beginning and at the end are the same as before. */
static void
find_same (GtkListBox *list, const GPtrArray *items, guint n_rows, guint *first, guint *last)
{
  guint most = MIN (n_rows, items->len);

  *first = *last = 0;
  while (*first < most
         && shows (gtk_list_box_get_row_at_index (list, (int) *first), items->pdata[*first]))
    ++*first;
  while (*first + *last < most
         && shows (gtk_list_box_get_row_at_index (list, (int) (n_rows - 1 - *last)),
                   items->pdata[items->len - 1 - *last]))
    ++*last;
}

/**
 * kith_compare_rows_show:
 * @list: a list of such rows
 * @items: (element-type KithComparedItem): what it is to show
 * @counts: (array fixed-size=5): how many of each group
 *
 * Cost: a row for each that differs.
 */
void
kith_compare_rows_show (GtkListBox *list, const GPtrArray *items, const KithCompareCount *counts)
{
  guint n_rows = count_rows (list);
  guint first;
  guint last;

  gtk_list_box_set_header_func (list, head_row,
                                g_memdup2 (counts, KITH_N_COMPARED * sizeof *counts), g_free);
  find_same (list, items, n_rows, &first, &last);
  for (guint i = first; i + last < n_rows; i++)
    gtk_list_box_remove (list, GTK_WIDGET (gtk_list_box_get_row_at_index (list, (int) first)));
  for (guint i = first; i + last < items->len; i++)
    gtk_list_box_insert (list, row_new (items->pdata[i]), (int) i);
  gtk_list_box_invalidate_headers (list);
}
