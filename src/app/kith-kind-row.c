/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-kind-row.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"

#define N_USUAL 5

struct _KithKindRow
{
  AdwPreferencesRow parent_instance;

  /* Template */
  GtkFlowBox *choices;

  /* State */
  GtkToggleButton *buttons[KITH_EVENT_COMMUNITY + 1];
  GtkWidget *all;
  KithEventKind kind;
};

G_DEFINE_FINAL_TYPE (KithKindRow, kith_kind_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
is_usual (int kind)
{
  return kind >= 1 && kind <= N_USUAL;
}

static void
put (KithKindRow *self, GtkWidget *button)
{
  GtkWidget *child;

  gtk_widget_add_css_class (button, "kith-pill");
  gtk_flow_box_insert (self->choices, button, -1);
  child = gtk_widget_get_parent (button);
  gtk_widget_set_focusable (child, FALSE);
  gtk_widget_set_halign (child, GTK_ALIGN_START);
}

static void
show_all (KithKindRow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->buttons[i])), TRUE);
  gtk_widget_set_visible (gtk_widget_get_parent (self->all), FALSE);
}

static void
on_clicked (KithKindRow *self, GtkToggleButton *button)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    if (self->buttons[i] == button)
      kith_kind_row_set_kind (self, (KithEventKind) i);
}

static void
add_choice (KithKindRow *self, int kind)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (kith_enum_label (&kith_event_kinds, kind));

  self->buttons[kind] = GTK_TOGGLE_BUTTON (button);
  kith_widget_set_name (button, kith_enum_label (&kith_event_kinds, kind));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  put (self, button);
  gtk_widget_set_visible (gtk_widget_get_parent (button), is_usual (kind));
}

/* Other is the first of the enumeration and the last that anyone should be offered. */
static void
add_choices (KithKindRow *self)
{
  for (int kind = 1; kind < (int) G_N_ELEMENTS (self->buttons); kind++)
    add_choice (self, kind);
  add_choice (self, KITH_EVENT_OTHER);
  self->all = gtk_button_new_with_label (_ ("All kinds…"));
  kith_widget_set_name (self->all, _ ("All kinds…"));
  gtk_widget_add_css_class (self->all, "flat");
  g_signal_connect_object (self->all, "clicked", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  put (self, self->all);
}

static void
on_title (KithKindRow *self)
{
  kith_widget_name_after (GTK_WIDGET (self), ADW_PREFERENCES_ROW (self));
  kith_widget_name_after (GTK_WIDGET (self->choices), ADW_PREFERENCES_ROW (self));
}

static void
kith_kind_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_KIND_ROW);
  G_OBJECT_CLASS (kith_kind_row_parent_class)->dispose (object);
}

static void
kith_kind_row_class_init (KithKindRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_kind_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-kind-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KithKindRow, choices);
}

static void
kith_kind_row_init (KithKindRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_choices (self);
  g_signal_connect (self, "notify::title", G_CALLBACK (on_title), NULL);
}

/**
 * kith_kind_row_get_kind:
 * @self: a kind row
 *
 * Returns: the kind that is chosen
 */
KithEventKind
kith_kind_row_get_kind (KithKindRow *self)
{
  return self->kind;
}

/**
 * kith_kind_row_set_kind:
 * @self: a kind row
 * @kind: the kind that is chosen; all are shown where it is none of the usual ones
 */
void
kith_kind_row_set_kind (KithKindRow *self, KithEventKind kind)
{
  self->kind = kind;
  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    gtk_toggle_button_set_active (self->buttons[i], i == (guint) kind);
  if (!is_usual ((int) kind))
    show_all (self);
}
