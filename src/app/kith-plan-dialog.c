/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-plan-dialog.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-record-list.h"
#include "kith-repair-dialog.h"
#include "kith-repair-row.h"
#include "kith-repair.h"
#include "kith-style.h"

struct _KithPlanDialog
{
  AdwWindow parent_instance;

  /* Template */
  GtkWidget *add_button;
  GtkWidget *begin_button; /* the same, where nothing is planned */
  GtkStack *stack;
  AdwPreferencesGroup *ahead_group;
  GtkListBox *ahead;
  GtkWidget *ended_group;
  GtkListBox *ended;

  /* State */
  KithViewer *viewer; /* owned */
  KithAudience audience;
  GPtrArray *shown; /* owned */
  char *said;       /* owned: what its rows say; names and the day differ, where the steps do not */
};

G_DEFINE_FINAL_TYPE (KithPlanDialog, kith_plan_dialog, ADW_TYPE_WINDOW)

static void
fill (KithPlanDialog *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autofree char *summary =
      kith_repair_summary (map, kith_view_day (kith_viewer_get_view (self->viewer)));
  guint n_ahead = 0;

  kith_list_box_clear (self->ahead);
  kith_list_box_clear (self->ended);
  for (guint i = 0; i < self->shown->len; i++)
    {
      const KithRepair *repair = self->shown->pdata[i];
      gboolean is_ahead = repair->state == KITH_REPAIR_PLANNED;

      n_ahead += is_ahead;
      gtk_list_box_append (is_ahead ? self->ahead : self->ended,
                           kith_repair_row_new (self->viewer, repair, TRUE));
    }
  adw_preferences_group_set_description (self->ahead_group, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->ahead_group), n_ahead > 0);
  gtk_widget_set_visible (self->ended_group, n_ahead < self->shown->len);
  gtk_widget_set_visible (self->add_button, self->shown->len > 0);
  gtk_stack_set_visible_child_name (self->stack, self->shown->len > 0 ? "plan" : "nothing");
}

/* With what is still planned for what has ended, unless that is shown anyway. */
static GPtrArray *
list_repairs (KithPlanDialog *self)
{
  const KithView *view = kith_viewer_get_view (self->viewer);
  KithMap *map = kith_viewer_get_map (self->viewer);
  GPtrArray *repairs = kith_repair_list (map);
  g_autoptr (GPtrArray) left = NULL;

  if (view->day != 0)
    return repairs;
  left = kith_repairs_left (kith_viewer_get_seen_map (self->viewer), kith_view_day (view));
  for (guint i = 0; i < left->len; i++)
    if (kith_map_get (map, KITH_REPAIR, KITH_ID (left->pdata[i])) == NULL)
      g_ptr_array_add (repairs, left->pdata[i]);
  return repairs;
}

static char *
words_of (KithPlanDialog *self, const GPtrArray *repairs)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < repairs->len; i++)
    {
      g_autofree char *words = kith_repair_row_words (self->viewer, repairs->pdata[i], TRUE);

      g_string_append_printf (all, "%s\n", words);
    }
  return g_strdup (all->str);
}

static void
refresh (KithPlanDialog *self)
{
  g_autoptr (GPtrArray) repairs = list_repairs (self);
  g_autofree char *words = words_of (self, repairs);
  gboolean differs = g_strcmp0 (words, self->said) != 0;

  if (!kith_record_list_keep (&self->shown, repairs) && !differs)
    return;
  g_free (self->said);
  self->said = g_steal_pointer (&words);
  fill (self);
}

static void
on_changed (KithPlanDialog *self)
{
  refresh (self);
}

/* It may have been open over night. */
static void
on_active (KithPlanDialog *self)
{
  if (self->viewer != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    refresh (self);
}

/* Another day shows something else; for another audience it goes (kith-onlookers.h). */
static void
on_view_changed (KithPlanDialog *self)
{
  if (kith_viewer_get_view (self->viewer)->audience == self->audience)
    refresh (self);
}

/* Of what is selected on the map, else of the map. */
static void
on_add (KithPlanDialog *self)
{
  KithKind kind = KITH_ABOUT;
  KithId owner = kith_viewer_get_only (self->viewer, &kind);

  if (owner == 0 || (kind != KITH_LINK && kind != KITH_STAKEHOLDER && kind != KITH_SPACE))
    kith_repair_dialog_add (GTK_WIDGET (self), self->viewer, KITH_ABOUT, 0);
  else
    kith_repair_dialog_add (GTK_WIDGET (self), self->viewer, kind, owner);
}

static void
kith_plan_dialog_dispose (GObject *object)
{
  KithPlanDialog *self = KITH_PLAN_DIALOG (object);

  if (self->viewer != NULL)
    g_signal_handlers_disconnect_by_data (self->viewer, self);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->said, g_free);
  g_clear_object (&self->viewer);
  gtk_widget_dispose_template (GTK_WIDGET (self), KITH_TYPE_PLAN_DIALOG);
  G_OBJECT_CLASS (kith_plan_dialog_parent_class)->dispose (object);
}

static void
kith_plan_dialog_class_init (KithPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_plan_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithPlanDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, KithPlanDialog, begin_button);
  gtk_widget_class_bind_template_child (widget_class, KithPlanDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KithPlanDialog, ahead_group);
  gtk_widget_class_bind_template_child (widget_class, KithPlanDialog, ahead);
  gtk_widget_class_bind_template_child (widget_class, KithPlanDialog, ended_group);
  gtk_widget_class_bind_template_child (widget_class, KithPlanDialog, ended);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kith_plan_dialog_init (KithPlanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kith_style_follow (GTK_WIDGET (self));
  kith_widget_set_name (self->add_button, _ ("Add Step"));
  kith_widget_set_name (self->begin_button, _ ("Add Step"));
}

/**
 * kith_plan_dialog_open:
 * @parent: the window
 * @viewer: whose map it is
 */
void
kith_plan_dialog_open (GtkWindow *parent, KithViewer *viewer)
{
  KithPlanDialog *self = g_object_new (KITH_TYPE_PLAN_DIALOG, "transient-for", parent,
                                       "destroy-with-parent", TRUE, NULL);

  self->viewer = g_object_ref (viewer);
  self->audience = kith_viewer_get_view (viewer)->audience;
  refresh (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active), NULL);
  g_signal_connect_swapped (viewer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (viewer, "view-changed", G_CALLBACK (on_view_changed), self);
  gtk_window_present (GTK_WINDOW (self));
}
