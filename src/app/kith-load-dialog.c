/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-load-dialog.h"

#include <glib/gi18n-lib.h>

#include "kith-date-row.h"
#include "kith-note-row.h"
#include "kith-verbs-pulse.h"
#include "kith-verbs.h"

struct _KithLoadDialog
{
  KithDialog parent_instance;

  /* Template */
  AdwComboRow *who;
  GtkWidget *name;
  GtkWidget *was;
  GtkWidget *becomes;
  AdwComboRow *level;
  GtkWidget *start;
  GtkWidget *from_row;
  GtkSpinButton *embeds_from;
  GtkWidget *to_row;
  GtkSpinButton *embeds_to;
  GtkWidget *help;
  GtkWidget *private_note;
  GtkWidget *private_row;
  GtkWidget *is_private;
  GtkWidget *delete_button;

  /* Owned */
  GArray *who_ids; /* of KithId, as `who` lists them */
};

G_DEFINE_FINAL_TYPE (KithLoadDialog, kith_load_dialog, KITH_TYPE_DIALOG)

/* What is as usual is kept as not said. */
static int
months_of (GtkSpinButton *spin, int usual)
{
  int months = gtk_spin_button_get_value_as_int (spin);

  return months == usual ? 0 : months;
}

static gboolean
kith_load_dialog_save (KithDialog *dialog)
{
  KithLoadDialog *self = KITH_LOAD_DIALOG (dialog);
  KithViewer *viewer = kith_dialog_get_viewer (dialog);
  KithLoad *draft = kith_dialog_get_draft (dialog);
  guint chosen = adw_combo_row_get_selected (self->who);
  GError *error = NULL;
  KithLoad *after;
  KithEdit *edit;

  if (draft->stakeholder == 0 && chosen < self->who_ids->len)
    draft->stakeholder = g_array_index (self->who_ids, KithId, chosen);
  gtk_spin_button_update (self->embeds_from);
  gtk_spin_button_update (self->embeds_to);
  draft->embeds_from = months_of (self->embeds_from, KITH_EMBEDS_FROM);
  draft->embeds_to = months_of (self->embeds_to, KITH_EMBEDS_TO);
  after = kith_dialog_dup_record (dialog, &error);
  edit = after != NULL ? kith_verb_put_load (kith_viewer_get_whole_map (viewer), after, &error)
                       : NULL;
  if (kith_viewer_perform (viewer, edit, error))
    return TRUE;
  if (gtk_widget_get_visible (GTK_WIDGET (self->who)))
    draft->stakeholder = 0; /* it may be another next time */
  return FALSE;
}

static void
on_delete (KithLoadDialog *self)
{
  KithViewer *viewer = kith_dialog_get_viewer (KITH_DIALOG (self));
  KithId id = KITH_ID (kith_dialog_get_draft (KITH_DIALOG (self)));

  if (!kith_viewer_perform (viewer,
                            kith_verb_delete (kith_viewer_get_whole_map (viewer), &id, 1, NULL),
                            NULL))
    return;
  kith_viewer_say (viewer, _ ("Change deleted. Undo brings it back."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
kith_load_dialog_dispose (GObject *object)
{
  g_clear_pointer (&KITH_LOAD_DIALOG (object)->who_ids, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_LOAD_DIALOG);
  G_OBJECT_CLASS (kith_load_dialog_parent_class)->dispose (object);
}

static void
kith_load_dialog_class_init (KithLoadDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_load_dialog_dispose;
  KITH_DIALOG_CLASS (klass)->save = kith_load_dialog_save;
  g_type_ensure (KITH_TYPE_DATE_ROW);
  g_type_ensure (KITH_TYPE_NOTE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-load-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithLoadDialog, who);
  gtk_widget_class_bind_template_child (widget_class, KithLoadDialog, name);
  gtk_widget_class_bind_template_child (widget_class, KithLoadDialog, was);
  gtk_widget_class_bind_template_child (widget_class, KithLoadDialog, becomes);
  gtk_widget_class_bind_template_child (widget_class, KithLoadDialog, level);
  gtk_widget_class_bind_template_child (widget_class, KithLoadDialog, start);
  gtk_widget_class_bind_template_child (widget_class, KithLoadDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, KithLoadDialog, embeds_from);
  gtk_widget_class_bind_template_child (widget_class, KithLoadDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, KithLoadDialog, embeds_to);
  gtk_widget_class_bind_template_child (widget_class, KithLoadDialog, help);
  gtk_widget_class_bind_template_child (widget_class, KithLoadDialog, private_note);
  gtk_widget_class_bind_template_child (widget_class, KithLoadDialog, private_row);
  gtk_widget_class_bind_template_child (widget_class, KithLoadDialog, is_private);
  gtk_widget_class_bind_template_child (widget_class, KithLoadDialog, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, on_delete);
}

static void
kith_load_dialog_init (KithLoadDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kith_widget_set_name (self->delete_button, _ ("Delete Change"));
  kith_widget_name_after (GTK_WIDGET (self->embeds_from), ADW_PREFERENCES_ROW (self->from_row));
  kith_widget_name_after (GTK_WIDGET (self->embeds_to), ADW_PREFERENCES_ROW (self->to_row));
  kith_widget_name_after (self->is_private, ADW_PREFERENCES_ROW (self->private_row));
}

static void
fill_who (KithLoadDialog *self, KithMap *map, gboolean asked)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_STAKEHOLDER);

  self->who_ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  for (guint i = 0; i < all->len; i++)
    {
      const KithStakeholder *one = all->pdata[i];

      g_array_append_val (self->who_ids, one->record.id);
      gtk_string_list_append (names, one->name);
    }
  adw_combo_row_set_model (self->who, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->who), asked);
}

static void
make (GtkWidget *parent, KithViewer *viewer, KithLoad *draft, gboolean changing)
{
  KithLoadDialog *self = g_object_new (KITH_TYPE_LOAD_DIALOG, NULL);
  KithMap *map = kith_viewer_get_map (viewer);
  const KithStakeholder *who = kith_map_stakeholder (map, draft->stakeholder);
  KithBinder *binder;

  kith_dialog_set_up (KITH_DIALOG (self), parent, viewer, draft);
  kith_dialog_set_heading (KITH_DIALOG (self), changing ? _ ("Change") : _ ("Add a Change"),
                           who != NULL ? who->name : "");
  fill_who (self, map, draft->stakeholder == 0);
  binder = kith_dialog_get_binder (KITH_DIALOG (self));
  kith_binder_bind (binder, "title", self->name);
  kith_binder_bind (binder, "was", self->was);
  kith_binder_bind (binder, "becomes", self->becomes);
  kith_binder_bind (binder, "level", GTK_WIDGET (self->level));
  kith_binder_bind (binder, "start", self->start);
  kith_binder_bind (binder, "help", self->help);
  kith_binder_bind (binder, "private_note", self->private_note);
  kith_dialog_bind_private (KITH_DIALOG (self), self->is_private);
  kith_binder_refresh (binder);
  gtk_spin_button_set_value (self->embeds_from,
                             draft->embeds_from > 0 ? draft->embeds_from : KITH_EMBEDS_FROM);
  gtk_spin_button_set_value (self->embeds_to,
                             draft->embeds_to > 0 ? draft->embeds_to : KITH_EMBEDS_TO);
  gtk_widget_set_visible (self->delete_button, changing);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_grab_focus (self->name);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * kith_load_dialog_add:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @stakeholder: who carries it; 0: it is chosen
 */
void
kith_load_dialog_add (GtkWidget *parent, KithViewer *viewer, KithId stakeholder)
{
  KithDate today = kith_viewer_date (viewer);

  make (parent, viewer, kith_load_draft (stakeholder, &today), FALSE);
}

/**
 * kith_load_dialog_change:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @load: the change to alter or delete
 */
void
kith_load_dialog_change (GtkWidget *parent, KithViewer *viewer, KithId load)
{
  const KithLoad *stored = kith_map_get (kith_viewer_get_whole_map (viewer), KITH_LOAD, load);

  if (stored != NULL)
    make (parent, viewer, kith_record_copy (stored), TRUE);
}
