/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-history-group.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-event-dialog.h"
#include "kith-event-row.h"
#include "kith-record-list.h"

#define N_AT_FIRST 3

struct _KithHistoryGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  GtkWidget *nothing;
  GtkListBox *list;
  GtkToggleButton *all;

  /* State */
  KithViewer *viewer; /* owned */
  KithKind owner_kind;
  KithId owner;
  GPtrArray *shown; /* owned */
};

G_DEFINE_FINAL_TYPE (KithHistoryGroup, kith_history_group, ADW_TYPE_PREFERENCES_GROUP)

static void
fill (KithHistoryGroup *self)
{
  guint n = self->shown->len;
  guint most = gtk_toggle_button_get_active (self->all) ? n : MIN (n, N_AT_FIRST);
  g_autofree char *label = g_strdup_printf (ngettext ("All %u event", "All %u events", n), n);

  kith_list_box_clear (self->list);
  for (guint i = 0; i < most; i++)
    gtk_list_box_append (self->list,
                         kith_event_row_new (self->viewer, self->shown->pdata[n - 1 - i]));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->nothing, n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->all), n > N_AT_FIRST);
  kith_button_set_words (GTK_BUTTON (self->all), label);
}

static void
on_all_toggled (KithHistoryGroup *self)
{
  if (self->shown != NULL)
    fill (self);
}

static void
on_add (KithHistoryGroup *self)
{
  kith_event_dialog_add (GTK_WIDGET (self), self->viewer, self->owner_kind, self->owner);
}

static void
kith_history_group_dispose (GObject *object)
{
  KithHistoryGroup *self = KITH_HISTORY_GROUP (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_object (&self->viewer);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_HISTORY_GROUP);
  G_OBJECT_CLASS (kith_history_group_parent_class)->dispose (object);
}

static void
kith_history_group_class_init (KithHistoryGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_history_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-history-group.ui");
  gtk_widget_class_bind_template_child (widget_class, KithHistoryGroup, nothing);
  gtk_widget_class_bind_template_child (widget_class, KithHistoryGroup, list);
  gtk_widget_class_bind_template_child (widget_class, KithHistoryGroup, all);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_all_toggled);
}

static void
kith_history_group_init (KithHistoryGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_history_group_show:
 * @self: a history group
 * @viewer: whose map it is
 * @owner_kind: the kind of what the events belong to; KITH_ABOUT: the whole map
 * @owner: what they belong to
 */
void
kith_history_group_show (KithHistoryGroup *self,
                         KithViewer *viewer,
                         KithKind owner_kind,
                         KithId owner)
{
  KithMap *map = kith_viewer_get_map (viewer);
  g_autoptr (GPtrArray) events = kith_map_events_of (map, owner_kind == KITH_ABOUT ? 0 : owner);
  gboolean other = self->owner != owner || self->owner_kind != owner_kind;

  g_set_object (&self->viewer, viewer);
  self->owner_kind = owner_kind;
  self->owner = owner;
  if (kith_record_list_keep (&self->shown, events) || other)
    {
      if (other)
        gtk_toggle_button_set_active (self->all, FALSE);
      fill (self);
    }
}
