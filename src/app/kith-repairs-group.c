/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-repairs-group.h"

#include "kith-record-list.h"
#include "kith-repair-dialog.h"
#include "kith-repair-row.h"
#include "kith-repair.h"

struct _KithRepairsGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template */
  GtkWidget *nothing;
  GtkListBox *list;

  /* State */
  KithViewer *viewer; /* owned */
  KithKind owner_kind;
  KithId owner;
  GPtrArray *shown; /* owned */
  gint32 day;       /* as of which the rows say what they wait for */
};

G_DEFINE_FINAL_TYPE (KithRepairsGroup, kith_repairs_group, ADW_TYPE_PREFERENCES_GROUP)

static void
fill (KithRepairsGroup *self)
{
  kith_list_box_clear (self->list);
  for (guint i = 0; i < self->shown->len; i++)
    gtk_list_box_append (self->list,
                         kith_repair_row_new (self->viewer, self->shown->pdata[i], FALSE));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->shown->len > 0);
  gtk_widget_set_visible (self->nothing, self->shown->len == 0);
}

static void
on_add (KithRepairsGroup *self)
{
  kith_repair_dialog_add (GTK_WIDGET (self), self->viewer, self->owner_kind, self->owner);
}

static void
kith_repairs_group_dispose (GObject *object)
{
  KithRepairsGroup *self = KITH_REPAIRS_GROUP (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_object (&self->viewer);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_REPAIRS_GROUP);
  G_OBJECT_CLASS (kith_repairs_group_parent_class)->dispose (object);
}

static void
kith_repairs_group_class_init (KithRepairsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_repairs_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-repairs-group.ui");
  gtk_widget_class_bind_template_child (widget_class, KithRepairsGroup, nothing);
  gtk_widget_class_bind_template_child (widget_class, KithRepairsGroup, list);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
kith_repairs_group_init (KithRepairsGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_repairs_group_show:
 * @self: a group
 * @viewer: whose map it is
 * @owner_kind: KITH_LINK, KITH_STAKEHOLDER or KITH_SPACE
 * @owner: what the plan belongs to
 */
void
kith_repairs_group_show (KithRepairsGroup *self,
                         KithViewer *viewer,
                         KithKind owner_kind,
                         KithId owner)
{
  const KithView *view = kith_viewer_get_view (viewer);
  g_autoptr (GPtrArray) repairs = kith_repairs_of (kith_viewer_get_map (viewer), owner);
  gboolean other = self->owner != owner || self->day != kith_view_day (view);

  gtk_widget_set_visible (GTK_WIDGET (self),
                          view->audience <= kith_kind_info (KITH_REPAIR)->audience);
  g_set_object (&self->viewer, viewer);
  self->owner_kind = owner_kind;
  self->owner = owner;
  self->day = kith_view_day (view);
  if (kith_record_list_keep (&self->shown, repairs) || other)
    fill (self);
}
