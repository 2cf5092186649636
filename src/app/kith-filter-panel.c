/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-filter-panel-private.h"

#include <glib/gi18n.h>

#include "kith-date-row.h"

G_DEFINE_FINAL_TYPE (KithFilterPanel, kith_filter_panel, GTK_TYPE_WIDGET)

static gboolean
on_key (KithFilterPanel *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  kith_filter_panel_close (self);
  return GDK_EVENT_STOP;
}

static void
drop_viewer (KithFilterPanel *self)
{
  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_clear_object (&self->viewer);
}

static void
kith_filter_panel_dispose (GObject *object)
{
  KithFilterPanel *self = KITH_FILTER_PANEL (object);

  drop_viewer (self);
  g_clear_weak_pointer (&self->before);
  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  G_OBJECT_CLASS (kith_filter_panel_parent_class)->dispose (object);
}

static void
kith_filter_panel_class_init (KithFilterPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KITH_TYPE_DATE_ROW);
  G_OBJECT_CLASS (klass)->dispose = kith_filter_panel_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-filter-panel.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, KithFilterPanel, text);
  gtk_widget_class_bind_template_child (widget_class, KithFilterPanel, sections);
  gtk_widget_class_bind_template_child (widget_class, KithFilterPanel, trust);
  gtk_widget_class_bind_template_child (widget_class, KithFilterPanel, trust_low);
  gtk_widget_class_bind_template_child (widget_class, KithFilterPanel, trust_high);
  gtk_widget_class_bind_template_child (widget_class, KithFilterPanel, trust_not_known);
  gtk_widget_class_bind_template_child (widget_class, KithFilterPanel, dates);
  gtk_widget_class_bind_template_child (widget_class, KithFilterPanel, dates_mean);
  gtk_widget_class_bind_template_child (widget_class, KithFilterPanel, dates_from);
  gtk_widget_class_bind_template_child (widget_class, KithFilterPanel, dates_to);
  gtk_widget_class_bind_template_child (widget_class, KithFilterPanel, hides);
  gtk_widget_class_bind_template_child (widget_class, KithFilterPanel, count);
  gtk_widget_class_bind_template_callback (widget_class, kith_filter_panel_close);
}

static void
kith_filter_panel_init (KithFilterPanel *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  kith_filter_panel_make_rows (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * kith_filter_panel_set_viewer:
 * @self: a filter panel
 * @viewer: (nullable): whose filter it sets from now on
 */
void
kith_filter_panel_set_viewer (KithFilterPanel *self, KithViewer *viewer)
{
  g_return_if_fail (KITH_IS_FILTER_PANEL (self));

  drop_viewer (self);
  kith_filter_panel_close (self);
  if (viewer == NULL)
    return;
  self->viewer = g_object_ref (viewer);
  g_signal_connect_swapped (viewer, "view-changed", G_CALLBACK (kith_filter_panel_show), self);
  g_signal_connect_swapped (viewer, "changed", G_CALLBACK (kith_filter_panel_fill), self);
}

void
kith_filter_panel_open (KithFilterPanel *self)
{
  GtkRoot *root;

  g_return_if_fail (KITH_IS_FILTER_PANEL (self));

  if (self->viewer == NULL)
    return;
  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    g_set_weak_pointer (&self->before, root != NULL ? gtk_root_get_focus (root) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  kith_filter_panel_fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

void
kith_filter_panel_close (KithFilterPanel *self)
{
  GtkWidget *before = self->before;

  g_return_if_fail (KITH_IS_FILTER_PANEL (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (before != NULL && gtk_widget_get_mapped (before))
    gtk_widget_grab_focus (before);
  g_clear_weak_pointer (&self->before);
}
