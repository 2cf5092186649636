/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-load-group.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-changes-dialog.h"
#include "kith-load-dialog.h"
#include "kith-load.h"
#include "kith-overview.h"
#include "kith-plot-view.h"
#include "kith-pulse.h"
#include "kith-record-list.h"

struct _KithLoadGroup
{
  GtkBox parent_instance;

  GtkWidget *pulse_group;
  GtkWidget *no_pulse;
  GtkWidget *enter;
  GtkWidget *plot; /* NULL until first shown */
  GtkWidget *no_load;
  GtkListBox *list;

  /* Owned */
  KithViewer *viewer;
  GPtrArray *shown; /* changes and pulse checks, as they were last shown */

  KithId stakeholder;
  gboolean empty;     /* no pulse check and no change, which could be added */
  gboolean may_enter; /* and pulse checks can be entered */
};

G_DEFINE_FINAL_TYPE (KithLoadGroup, kith_load_group, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_EMPTY,
  PROP_MAY_ENTER,
};

void
kith_load_group_add (KithLoadGroup *self)
{
  kith_load_dialog_add (GTK_WIDGET (self), self->viewer, self->stakeholder);
}

static GtkWidget *
new_group (KithLoadGroup *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (self), group);
  return group;
}

static GtkWidget *
new_button (const char *icon, const char *label, const char *name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  kith_widget_set_name (button, name);
  return button;
}

static void
kith_load_group_get_property (GObject *object, guint prop, GValue *value, GParamSpec *spec)
{
  KithLoadGroup *self = KITH_LOAD_GROUP (object);

  g_value_set_boolean (value, prop == PROP_EMPTY ? self->empty : self->may_enter);
}

static void
add_switch (GObjectClass *object_class, guint prop, const char *name)
{
  g_object_class_install_property (object_class, prop,
                                   g_param_spec_boolean (name, NULL, NULL, FALSE,
                                                         G_PARAM_READABLE
                                                             | G_PARAM_STATIC_STRINGS));
}

static void
kith_load_group_dispose (GObject *object)
{
  KithLoadGroup *self = KITH_LOAD_GROUP (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_object (&self->viewer);
  G_OBJECT_CLASS (kith_load_group_parent_class)->dispose (object);
}

static void
kith_load_group_class_init (KithLoadGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_load_group_dispose;
  G_OBJECT_CLASS (klass)->get_property = kith_load_group_get_property;
  add_switch (G_OBJECT_CLASS (klass), PROP_EMPTY, "empty");
  add_switch (G_OBJECT_CLASS (klass), PROP_MAY_ENTER, "may-enter");
}

static void
kith_load_group_init (KithLoadGroup *self)
{
  GtkWidget *loads, *add;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  self->pulse_group = new_group (self, _ ("Pulse checks"));
  self->enter = new_button ("document-edit-symbolic", _ ("Enter"),
                            _ ("Enter a round of pulse checks"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->enter), "win.enter-pulses");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->pulse_group), self->enter);
  self->no_pulse = kith_overview_sentence (_ ("None has been entered yet."), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->pulse_group), self->no_pulse);
  loads = new_group (self, _ ("Change"));
  add = new_button ("list-add-symbolic", _ ("Add change"), _ ("Add a change that it carries"));
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (kith_load_group_add), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (loads), add);
  self->no_load = kith_overview_sentence (_ ("None is noted yet."), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (loads), self->no_load);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  kith_widget_set_name (GTK_WIDGET (self->list), _ ("Changes that it carries"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (loads), GTK_WIDGET (self->list));
}

static void
fill (KithLoadGroup *self, guint n_pulses, guint n_loads)
{
  if (self->plot == NULL)
    {
      self->plot = kith_plot_view_new (self->viewer, kith_plot_view_pulse, self->stakeholder);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->pulse_group), self->plot);
    }
  kith_plot_view_show (KITH_PLOT_VIEW (self->plot), self->stakeholder);
  kith_changes_fill_list (self->list, self->viewer, self->stakeholder);
  gtk_widget_set_visible (self->no_pulse, n_pulses == 0);
  gtk_widget_set_visible (self->no_load, n_loads == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_loads > 0);
}

/**
 * kith_load_group_show:
 * @self: a group
 * @viewer: whose map it is
 * @stakeholder: one of its stakeholders
 */
void
kith_load_group_show (KithLoadGroup *self, KithViewer *viewer, KithId stakeholder)
{
  KithMap *map = kith_viewer_get_map (viewer);
  KithAudience audience = kith_viewer_get_view (viewer)->audience;
  g_autoptr (GPtrArray) all = kith_pulses_of (map, stakeholder);
  g_autoptr (GPtrArray) loads = kith_loads_of (map, stakeholder);
  guint n_pulses = all->len;
  gboolean other = self->stakeholder != stakeholder;

  self->empty = audience <= kith_kind_info (KITH_LOAD)->audience && all->len + loads->len == 0;
  self->may_enter = self->empty && audience == KITH_TEAM;
  g_object_notify (G_OBJECT (self), "empty");
  g_object_notify (G_OBJECT (self), "may-enter");
  gtk_widget_set_visible (GTK_WIDGET (self),
                          audience <= kith_kind_info (KITH_LOAD)->audience && !self->empty);
  gtk_widget_set_visible (self->enter, audience == KITH_TEAM);
  gtk_widget_set_visible (self->pulse_group, audience == KITH_TEAM || n_pulses > 0);
  g_set_object (&self->viewer, viewer);
  self->stakeholder = stakeholder;
  for (guint i = 0; i < loads->len; i++)
    g_ptr_array_add (all, loads->pdata[i]);
  if (kith_record_list_keep (&self->shown, all) || other)
    fill (self, n_pulses, loads->len);
}
