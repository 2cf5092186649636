/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-insight-row.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"

struct _KithInsightRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *toggle;
  GtkWidget *details; /* NULL until they are asked for */
  GtkWidget *box;
  KithInsights *insights; /* owned */
  const KithInsight *insight;
};

G_DEFINE_FINAL_TYPE (KithInsightRow, kith_insight_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
label_new (const char *text, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "yalign", 0.0f,
                                   "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "max-width-chars", 26, "hexpand", TRUE, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* --- The numbers behind it --- */

static void
add_number (GtkGrid *grid, int row, const KithNumber *number)
{
  g_autofree char *words = kith_number_to_words (number);
  GtkWidget *label = label_new (number->label, "caption");
  GtkWidget *value = label_new (words, "caption");

  gtk_widget_set_hexpand (value, FALSE);
  gtk_label_set_xalign (GTK_LABEL (value), 1.0f);
  gtk_widget_add_css_class (value, "kith-insight-number");
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, value, 1, row, 1, 1);
}

static void
make_details (KithInsightRow *self)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 12, "row-spacing", 2, NULL);
  GtkWidget *not_meant = label_new (self->insight->not_meant, "caption");

  for (guint i = 0; i < self->insight->numbers->len; i++)
    add_number (GTK_GRID (grid), (int) i, &g_array_index (self->insight->numbers, KithNumber, i));
  gtk_widget_add_css_class (not_meant, "dim-label");
  self->details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->details, "kith-insight-details");
  gtk_box_append (GTK_BOX (self->details), grid);
  gtk_box_append (GTK_BOX (self->details), not_meant);
  gtk_box_append (GTK_BOX (self->box), self->details);
}

static void
on_toggled (KithInsightRow *self)
{
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle));

  if (open && self->details == NULL)
    make_details (self);
  if (self->details != NULL)
    gtk_widget_set_visible (self->details, open);
  gtk_button_set_icon_name (GTK_BUTTON (self->toggle),
                            open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

/* Right opens it, left closes it. */
static gboolean
on_key (KithInsightRow *self, guint keyval)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint open = rtl ? GDK_KEY_Left : GDK_KEY_Right;
  guint close = rtl ? GDK_KEY_Right : GDK_KEY_Left;

  if (keyval != open && keyval != close)
    return FALSE;
  kith_insight_row_set_open (self, keyval == open);
  return TRUE;
}

/* --- The row --- */

static void
kith_insight_row_finalize (GObject *object)
{
  KithInsightRow *self = KITH_INSIGHT_ROW (object);

  g_clear_pointer (&self->insights, kith_insights_unref);
  G_OBJECT_CLASS (kith_insight_row_parent_class)->finalize (object);
}

static void
kith_insight_row_class_init (KithInsightRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_insight_row_finalize;
}

static void
kith_insight_row_init (KithInsightRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_css_class (GTK_WIDGET (self), "kith-insight-row");
}

static GtkWidget *
toggle_new (KithInsightRow *self)
{
  const char *words = _ ("The numbers behind it, and what it does not mean");
  GtkWidget *toggle = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "icon-name", "pan-down-symbolic",
                                    "valign", GTK_ALIGN_START, "tooltip-text", words, NULL);

  gtk_widget_add_css_class (toggle, "flat");
  kith_widget_set_name (toggle, words);
  gtk_accessible_update_state (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (on_toggled), self);
  return toggle;
}

GtkWidget *
kith_insight_row_new (KithInsights *insights, const KithInsight *insight)
{
  KithInsightRow *self = g_object_new (KITH_TYPE_INSIGHT_ROW, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  self->insights = kith_insights_ref (insights);
  self->insight = insight;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->toggle = toggle_new (self);
  gtk_box_append (GTK_BOX (line), label_new (insight->sentence, NULL));
  gtk_box_append (GTK_BOX (line), self->toggle);
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), insight->ids->len > 0);
  kith_widget_set_name (GTK_WIDGET (self), insight->sentence);
  return GTK_WIDGET (self);
}

const KithInsight *
kith_insight_row_get_insight (KithInsightRow *self)
{
  return self->insight;
}

gboolean
kith_insight_row_is_open (KithInsightRow *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle));
}

void
kith_insight_row_set_open (KithInsightRow *self, gboolean open)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), open);
}
