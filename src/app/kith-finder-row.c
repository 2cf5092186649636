/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-finder-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kith-binder.h"
#include "kith-search.h"

struct _KithFinderRow
{
  GtkListBoxRow parent_instance;

  gint64 id;
  char *name;
};

G_DEFINE_FINAL_TYPE (KithFinderRow, kith_finder_row, GTK_TYPE_LIST_BOX_ROW)

static void
kith_finder_row_finalize (GObject *object)
{
  g_free (KITH_FINDER_ROW (object)->name);
  G_OBJECT_CLASS (kith_finder_row_parent_class)->finalize (object);
}

static void
kith_finder_row_class_init (KithFinderRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_finder_row_finalize;
}

static void
kith_finder_row_init (KithFinderRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "kith-finder-row");
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* From byte `start` of the label's text on. */
static void
embolden (GtkWidget *label, guint start, const char *words)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *text = gtk_label_get_text (GTK_LABEL (label)) + start;
  g_autoptr (GArray) marks = NULL;

  if (words == NULL)
    return;
  marks = kith_search_marks (text, words);
  for (guint i = 0; i < marks->len; i++)
    {
      const KithMark *mark = &g_array_index (marks, KithMark, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = start + mark->start;
      bold->end_index = start + mark->end;
      pango_attr_list_insert (attributes, bold);
    }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

static GtkWidget *
make_second_line (const KithFinderItem *item)
{
  /* Translators: where a word was found, and the words round it: "Note: they rang at night" */
  g_autofree char *text = item->where != NULL
                              ? g_strdup_printf (_ ("%s: %s"), item->where, item->text)
                              : g_strdup (item->text);
  GtkWidget *label = make_label (text, "caption");

  /* so that in a narrow window the words themselves are not cut off */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_widget_add_css_class (label, "kith-finder-second");
  embolden (label, (guint) (strlen (text) - strlen (item->text)), item->words);
  return label;
}

static GtkWidget *
make_lines (const KithFinderItem *item)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *title = make_label (item->title, NULL);

  embolden (title, 0, item->words);
  gtk_box_append (GTK_BOX (lines), title);
  if (item->text != NULL)
    gtk_box_append (GTK_BOX (lines), make_second_line (item));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  return lines;
}

/* "Northmoor Police, Stakeholder, Sector, Police, fire and justice" */
static char *
make_name (const KithFinderItem *item)
{
  const char *parts[] = { item->title, item->side, item->where, item->text };
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", parts[i]);
  return g_string_free (name, FALSE);
}

/**
 * kith_finder_row_new:
 * @item: what it offers; its icon goes over to the row
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
kith_finder_row_new (const KithFinderItem *item)
{
  KithFinderRow *self = g_object_new (KITH_TYPE_FINDER_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  self->id = item->id;
  self->name = make_name (item);
  if (item->icon != NULL)
    gtk_box_append (GTK_BOX (box), item->icon);
  gtk_box_append (GTK_BOX (box), make_lines (item));
  if (item->side != NULL)
    {
      GtkWidget *side = gtk_label_new (item->side);

      gtk_widget_add_css_class (side, "caption");
      gtk_widget_add_css_class (side, "kith-finder-second");
      gtk_box_append (GTK_BOX (box), side);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !item->is_disabled);
  kith_widget_set_name (GTK_WIDGET (self), self->name);
  return GTK_WIDGET (self);
}

gint64
kith_finder_row_get_id (KithFinderRow *self)
{
  return self->id;
}

const char *
kith_finder_row_get_name (KithFinderRow *self)
{
  return self->name;
}
