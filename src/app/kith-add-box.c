/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-add-box.h"

#include <glib/gi18n-lib.h>

struct _KithAddBox
{
  AdwPreferencesGroup parent_instance;

  GtkFlowBox *buttons;
};

G_DEFINE_FINAL_TYPE (KithAddBox, kith_add_box, ADW_TYPE_PREFERENCES_GROUP)

static void
kith_add_box_class_init (KithAddBoxClass *klass)
{
}

static void
kith_add_box_init (KithAddBox *self)
{
  self->buttons = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->buttons, GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (self->buttons, 1);
  gtk_flow_box_set_max_children_per_line (self->buttons, 2);
  gtk_flow_box_set_column_spacing (self->buttons, 6);
  gtk_flow_box_set_row_spacing (self->buttons, 6);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Not noted yet"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->buttons));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Not noted yet"), -1);
}

static void
show_if_any (KithAddBox *self)
{
  gboolean any = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    any = any || gtk_widget_get_visible (child);
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}

static GtkWidget *
new_button (const char *label, const char *tip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_add_css_class (button, "kith-compact");
  return button;
}

/**
 * kith_add_box_offer:
 * @self: a box
 * @source: what may lack something
 * @property: its boolean property that says so
 * @label: what can be added, with a mnemonic
 * @tip: the same in a sentence
 *
 * Returns: (transfer none): a button
 */
GtkWidget *
kith_add_box_offer (KithAddBox *self,
                    GObject *source,
                    const char *property,
                    const char *label,
                    const char *tip)
{
  GtkWidget *button = new_button (label, tip);
  GtkWidget *child;

  gtk_flow_box_append (self->buttons, button);
  child = gtk_widget_get_parent (button);
  gtk_widget_set_focusable (child, FALSE); /* the button has the keyboard */
  g_signal_connect_object (child, "notify::visible", G_CALLBACK (show_if_any), self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (source, property, child, "visible", G_BINDING_SYNC_CREATE);
  show_if_any (self);
  return button;
}

/**
 * kith_add_box_watch:
 * @self: a box
 * @group: a group of the same page
 */
void
kith_add_box_watch (KithAddBox *self, KithRecordGroup *group)
{
  const KithRecordGroupKind *kind = kith_record_group_get_kind (group);
  GtkWidget *button = kith_add_box_offer (self, G_OBJECT (group), "empty", _ (kind->add),
                                          _ (kind->add_tip));

  g_object_set (group, "compact", TRUE, NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (kith_record_group_add), group,
                           G_CONNECT_SWAPPED);
}
