/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-repair-dialog.h"

#include <glib/gi18n-lib.h>

#include "kith-date-row.h"
#include "kith-note-row.h"
#include "kith-repair-row.h"
#include "kith-repair.h"
#include "kith-verbs.h"

struct _KithRepairDialog
{
  KithDialog parent_instance;

  /* Template */
  GtkWidget *win;
  GtkWidget *owner;
  GtkWidget *due;
  GtkWidget *review;
  AdwComboRow *state;
  KithDateRow *ended;
  GtkWidget *outcome;
  GtkWidget *private_note;
  GtkWidget *is_private;
  GtkWidget *delete_button;
};

G_DEFINE_FINAL_TYPE (KithRepairDialog, kith_repair_dialog, KITH_TYPE_DIALOG)

static KithRepairState
chosen_state (KithRepairDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->state);

  return selected < kith_repair_states.n_values ? (KithRepairState) selected : KITH_REPAIR_PLANNED;
}

static gboolean
kith_repair_dialog_save (KithDialog *dialog)
{
  KithRepairDialog *self = KITH_REPAIR_DIALOG (dialog);
  KithViewer *viewer = kith_dialog_get_viewer (dialog);
  KithRepair *draft = kith_dialog_get_draft (dialog);
  GError *error = NULL;
  KithRepair *after;
  KithEdit *edit;

  draft->state = (int) chosen_state (self);
  if (draft->state != KITH_REPAIR_PLANNED && !kith_date_row_get_date (self->ended, &draft->ended))
    return FALSE;
  after = kith_dialog_dup_record (dialog, &error);
  edit = after != NULL ? kith_verb_put_repair (kith_viewer_get_whole_map (viewer), after, &error)
                       : NULL;
  return kith_viewer_perform (viewer, edit, error);
}

static void
on_delete (KithRepairDialog *self)
{
  KithViewer *viewer = kith_dialog_get_viewer (KITH_DIALOG (self));
  KithId id = KITH_ID (kith_dialog_get_draft (KITH_DIALOG (self)));

  if (!kith_viewer_perform (viewer,
                            kith_verb_delete (kith_viewer_get_whole_map (viewer), &id, 1, NULL),
                            NULL))
    return;
  kith_viewer_say (viewer, _ ("Step deleted. Undo brings it back."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
show_end (KithRepairDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->ended), chosen_state (self) != KITH_REPAIR_PLANNED);
}

/* What ends now ends on the day that is shown, unless another is typed. */
static void
on_state (KithRepairDialog *self)
{
  KithDate date = KITH_DATE_INIT;

  show_end (self);
  if (chosen_state (self) == KITH_REPAIR_PLANNED || !kith_date_row_get_date (self->ended, &date)
      || kith_date_is_set (&date))
    return;
  date = kith_viewer_date (kith_dialog_get_viewer (KITH_DIALOG (self)));
  kith_date_row_set_date (self->ended, &date);
}

static void
kith_repair_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_REPAIR_DIALOG);
  G_OBJECT_CLASS (kith_repair_dialog_parent_class)->dispose (object);
}

static void
kith_repair_dialog_class_init (KithRepairDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_repair_dialog_dispose;
  KITH_DIALOG_CLASS (klass)->save = kith_repair_dialog_save;
  g_type_ensure (KITH_TYPE_DATE_ROW);
  g_type_ensure (KITH_TYPE_NOTE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-repair-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithRepairDialog, win);
  gtk_widget_class_bind_template_child (widget_class, KithRepairDialog, owner);
  gtk_widget_class_bind_template_child (widget_class, KithRepairDialog, due);
  gtk_widget_class_bind_template_child (widget_class, KithRepairDialog, review);
  gtk_widget_class_bind_template_child (widget_class, KithRepairDialog, state);
  gtk_widget_class_bind_template_child (widget_class, KithRepairDialog, ended);
  gtk_widget_class_bind_template_child (widget_class, KithRepairDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, KithRepairDialog, private_note);
  gtk_widget_class_bind_template_child (widget_class, KithRepairDialog, is_private);
  gtk_widget_class_bind_template_child (widget_class, KithRepairDialog, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, on_delete);
}

static void
kith_repair_dialog_init (KithRepairDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kith_widget_set_name (self->delete_button, _ ("Delete This Step"));
}

static void
fill (KithRepairDialog *self, const KithRepair *draft)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < kith_repair_states.n_values; i++)
    gtk_string_list_append (list, kith_enum_label (&kith_repair_states, (int) i));
  adw_combo_row_set_model (self->state, G_LIST_MODEL (list));
  kith_widget_name_after (GTK_WIDGET (self->state), ADW_PREFERENCES_ROW (self->state));
  kith_date_row_set_date (self->ended, &draft->ended);
  adw_combo_row_set_selected (self->state, (guint) draft->state);
  show_end (self);
  g_signal_connect_swapped (self->state, "notify::selected", G_CALLBACK (on_state), self);
}

static KithRepairDialog *
make (GtkWidget *parent, KithViewer *viewer, KithRepair *draft, gboolean changing)
{
  KithRepairDialog *self = g_object_new (KITH_TYPE_REPAIR_DIALOG, NULL);
  g_autofree char *subject = kith_repair_row_subject (viewer, draft);
  KithBinder *binder;

  kith_dialog_set_up (KITH_DIALOG (self), parent, viewer, draft);
  kith_dialog_set_heading (KITH_DIALOG (self),
                           changing ? _ ("Step of the Repair Plan") : _ ("Plan a Repair"), subject);
  binder = kith_dialog_get_binder (KITH_DIALOG (self));
  kith_binder_bind (binder, "title", self->win);
  kith_binder_bind (binder, "owner", self->owner);
  kith_binder_bind (binder, "due", self->due);
  kith_binder_bind (binder, "review", self->review);
  kith_binder_bind (binder, "outcome", self->outcome);
  kith_binder_bind (binder, "private_note", self->private_note);
  kith_dialog_bind_private (KITH_DIALOG (self), self->is_private);
  kith_binder_refresh (binder);
  fill (self, draft);
  gtk_widget_set_visible (self->delete_button, changing);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_grab_focus (self->win);
  return self;
}

/**
 * kith_repair_dialog_add:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @owner_kind: KITH_LINK, KITH_STAKEHOLDER, KITH_SPACE, KITH_QUESTION or KITH_ABOUT
 * @owner: what is to be repaired
 */
void
kith_repair_dialog_add (GtkWidget *parent, KithViewer *viewer, KithKind owner_kind, KithId owner)
{
  KithDate date = kith_viewer_date (viewer);

  gtk_window_present (
      GTK_WINDOW (make (parent, viewer, kith_repair_draft (owner_kind, owner, &date), FALSE)));
}

/**
 * kith_repair_dialog_answer:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @warning: a sign of the map, for which the next small win is to be agreed
 */
void
kith_repair_dialog_answer (GtkWidget *parent, KithViewer *viewer, const KithWarning *warning)
{
  KithDate date = kith_viewer_date (viewer);
  KithRepair *draft = warning->stakeholder != 0
                          ? kith_repair_draft (KITH_STAKEHOLDER, warning->stakeholder, &date)
                          : kith_repair_draft (KITH_QUESTION, warning->question, &date);

  kith_text_set (&draft->sign, warning->key);
  kith_text_set (&draft->private_note, warning->sentence);
  gtk_window_present (GTK_WINDOW (make (parent, viewer, draft, FALSE)));
}

/**
 * kith_repair_dialog_change:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @repair: the step to change or delete
 */
void
kith_repair_dialog_change (GtkWidget *parent, KithViewer *viewer, KithId repair)
{
  const KithRepair *stored = kith_map_get (kith_viewer_get_whole_map (viewer), KITH_REPAIR, repair);

  if (stored != NULL)
    gtk_window_present (GTK_WINDOW (make (parent, viewer, kith_record_copy (stored), TRUE)));
}
