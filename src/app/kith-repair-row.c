/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-repair-row.h"

#include <glib/gi18n-lib.h>

#include "kith-binder.h"
#include "kith-repair-dialog.h"
#include "kith-repair.h"

struct _KithRepairRow
{
  AdwActionRow parent_instance;

  /* Template */
  GtkWidget *lock;
  GtkWidget *show_button;
  GtkMenuButton *state;

  /* State */
  KithViewer *viewer; /* owned */
  KithId repair;
  KithId owner;
};

G_DEFINE_FINAL_TYPE (KithRepairRow, kith_repair_row, ADW_TYPE_ACTION_ROW)

static void
kith_repair_row_activate (AdwActionRow *row)
{
  KithRepairRow *self = KITH_REPAIR_ROW (row);

  kith_repair_dialog_change (GTK_WIDGET (self), self->viewer, self->repair);
}

static void
on_state (GSimpleAction *action, GVariant *value, gpointer data)
{
  KithRepairRow *self = data;
  KithDate date = kith_viewer_date (self->viewer);
  GError *error = NULL;
  int state = KITH_REPAIR_PLANNED;
  KithEdit *edit;

  if (!kith_enum_from_key (&kith_repair_states, g_variant_get_string (value, NULL), &state))
    return;
  edit = kith_verb_set_repair_state (kith_viewer_get_whole_map (self->viewer), self->repair,
                                     (KithRepairState) state, &date, &error);
  kith_viewer_perform (self->viewer, edit, error);
}

static void
on_show (KithRepairRow *self)
{
  kith_viewer_select_only (self->viewer, self->owner);
}

static void
kith_repair_row_dispose (GObject *object)
{
  g_clear_object (&KITH_REPAIR_ROW (object)->viewer);
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_REPAIR_ROW);
  G_OBJECT_CLASS (kith_repair_row_parent_class)->dispose (object);
}

static void
kith_repair_row_class_init (KithRepairRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_repair_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = kith_repair_row_activate;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-repair-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KithRepairRow, lock);
  gtk_widget_class_bind_template_child (widget_class, KithRepairRow, show_button);
  gtk_widget_class_bind_template_child (widget_class, KithRepairRow, state);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
}

static void
kith_repair_row_init (KithRepairRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_state_menu (KithRepairRow *self, const KithRepair *repair)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action =
      g_simple_action_new_stateful ("state", G_VARIANT_TYPE_STRING,
                                    g_variant_new_string (
                                        kith_enum_key (&kith_repair_states, repair->state)));
  g_autoptr (GMenu) menu = g_menu_new ();

  g_signal_connect_object (action, "activate", G_CALLBACK (on_state), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "repair", G_ACTION_GROUP (group));
  for (guint i = 0; i < kith_repair_states.n_values; i++)
    {
      g_autofree char *name = g_strdup_printf ("repair.state::%s",
                                               kith_enum_key (&kith_repair_states, (int) i));

      g_menu_append (menu, kith_enum_label (&kith_repair_states, (int) i), name);
    }
  gtk_menu_button_set_menu_model (self->state, G_MENU_MODEL (menu));
}

/* What has ended is not on the map that is shown. */
static gboolean
owner_is_shown (KithViewer *viewer, const KithRepair *repair)
{
  KithId owner = kith_repair_owner (repair);
  KithKind kind;

  return owner == 0 || kith_map_kind_of (kith_viewer_get_map (viewer), owner, &kind);
}

/**
 * kith_repair_row_subject:
 * @viewer: whose map it is
 * @repair: a step of the plan, of what the audience may see
 *
 * Returns: (transfer full): what it belongs to, also where that has ended
 */
char *
kith_repair_row_subject (KithViewer *viewer, const KithRepair *repair)
{
  KithMap *map = owner_is_shown (viewer, repair) ? kith_viewer_get_map (viewer)
                                                 : kith_viewer_get_seen_map (viewer);

  return kith_repair_subject_on (map, repair, kith_view_day (kith_viewer_get_view (viewer)));
}

/**
 * kith_repair_row_words:
 * @viewer: whose map it is
 * @repair: a step of the plan, of what the audience may see
 * @named: whether it says what it belongs to
 *
 * Returns: (transfer full): what its row says below its title
 */
char *
kith_repair_row_words (KithViewer *viewer, const KithRepair *repair, gboolean named)
{
  g_autofree char *words = kith_repair_words (repair,
                                              kith_view_day (kith_viewer_get_view (viewer)));
  g_autofree char *subject = named ? kith_repair_row_subject (viewer, repair) : NULL;

  return named ? g_strdup_printf ("%s\n%s", subject, words) : g_steal_pointer (&words);
}

/**
 * kith_repair_row_new:
 * @viewer: whose map it is
 * @repair: a step of the plan, of the audience's map
 * @named: whether it says what it belongs to, and leads there
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
kith_repair_row_new (KithViewer *viewer, const KithRepair *repair, gboolean named)
{
  KithRepairRow *self = g_object_new (KITH_TYPE_REPAIR_ROW, NULL);
  g_autofree char *subject = kith_repair_row_subject (viewer, repair);
  g_autofree char *subtitle = kith_repair_row_words (viewer, repair, named);
  g_autofree char *name = g_strdup_printf ("%s, %s", repair->title, subtitle);
  /* Translators: what a button does to a small win that was agreed */
  g_autofree char *change = g_strdup_printf (_ ("Planned, done or given up: %s"), repair->title);
  g_autofree char *show = g_strdup_printf (_ ("Show on the map: %s"), subject);

  self->viewer = g_object_ref (viewer);
  self->repair = KITH_ID (repair);
  self->owner = kith_repair_owner (repair);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), repair->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  kith_widget_set_tip (GTK_WIDGET (self), repair->title);
  gtk_widget_set_visible (self->lock, repair->is_private);
  gtk_widget_set_visible (self->show_button, named && self->owner != 0
                                                 && self->owner != repair->question
                                                 && owner_is_shown (viewer, repair));
  add_state_menu (self, repair);
  kith_widget_set_name (GTK_WIDGET (self), name);
  kith_widget_set_name (GTK_WIDGET (self->state), change);
  kith_widget_set_name (self->show_button, show);
  return GTK_WIDGET (self);
}
