/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-barrier-dialog.h"

#include <glib/gi18n-lib.h>

#include "kith-barrier.h"
#include "kith-date-row.h"
#include "kith-note-row.h"

struct _KithBarrierDialog
{
  KithDialog parent_instance;

  /* Template */
  GtkWidget *text;
  GtkWidget *whom;
  GtkWidget *change;
  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *teller;
  GtkWidget *is_private;
  GtkWidget *delete_button;
};

G_DEFINE_FINAL_TYPE (KithBarrierDialog, kith_barrier_dialog, KITH_TYPE_DIALOG)

static gboolean
kith_barrier_dialog_save (KithDialog *dialog)
{
  KithViewer *viewer = kith_dialog_get_viewer (dialog);
  GError *error = NULL;
  KithBarrier *after = kith_dialog_dup_record (dialog, &error);
  KithEdit *edit = after != NULL
                       ? kith_verb_put_barrier (kith_viewer_get_whole_map (viewer), after, &error)
                       : NULL;

  return kith_viewer_perform (viewer, edit, error);
}

static void
on_delete (KithBarrierDialog *self)
{
  KithViewer *viewer = kith_dialog_get_viewer (KITH_DIALOG (self));
  KithId id = KITH_ID (kith_dialog_get_draft (KITH_DIALOG (self)));

  if (!kith_viewer_perform (viewer,
                            kith_verb_delete_barrier (kith_viewer_get_whole_map (viewer), id),
                            NULL))
    return;
  kith_viewer_say (viewer, _ ("Barrier deleted. Undo brings it back."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
kith_barrier_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_BARRIER_DIALOG);
  G_OBJECT_CLASS (kith_barrier_dialog_parent_class)->dispose (object);
}

static void
kith_barrier_dialog_class_init (KithBarrierDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_barrier_dialog_dispose;
  KITH_DIALOG_CLASS (klass)->save = kith_barrier_dialog_save;
  g_type_ensure (KITH_TYPE_DATE_ROW);
  g_type_ensure (KITH_TYPE_NOTE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-barrier-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithBarrierDialog, text);
  gtk_widget_class_bind_template_child (widget_class, KithBarrierDialog, whom);
  gtk_widget_class_bind_template_child (widget_class, KithBarrierDialog, change);
  gtk_widget_class_bind_template_child (widget_class, KithBarrierDialog, from);
  gtk_widget_class_bind_template_child (widget_class, KithBarrierDialog, to);
  gtk_widget_class_bind_template_child (widget_class, KithBarrierDialog, teller);
  gtk_widget_class_bind_template_child (widget_class, KithBarrierDialog, is_private);
  gtk_widget_class_bind_template_child (widget_class, KithBarrierDialog, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, on_delete);
}

static void
kith_barrier_dialog_init (KithBarrierDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kith_widget_set_name (self->delete_button, _ ("Delete Barrier"));
}

static void
bind (KithBarrierDialog *self)
{
  KithBinder *binder = kith_dialog_get_binder (KITH_DIALOG (self));

  kith_binder_bind (binder, "text", self->text);
  kith_binder_bind (binder, "whom", self->whom);
  kith_binder_bind (binder, "change", self->change);
  kith_binder_bind (binder, "from", self->from);
  kith_binder_bind (binder, "to", self->to);
  kith_binder_bind (binder, "teller", self->teller);
  kith_dialog_bind_private (KITH_DIALOG (self), self->is_private);
  kith_binder_refresh (binder);
}

static GtkWindow *
make (GtkWidget *parent, KithViewer *viewer, KithBarrier *draft, gboolean changing)
{
  KithBarrierDialog *self = g_object_new (KITH_TYPE_BARRIER_DIALOG, NULL);
  g_autofree char *subject = kith_barrier_subject (kith_viewer_get_map (viewer), draft);

  kith_dialog_set_up (KITH_DIALOG (self), parent, viewer, draft);
  kith_dialog_set_heading (KITH_DIALOG (self), changing ? _ ("Barrier") : _ ("Add a Barrier"),
                           subject);
  bind (self);
  gtk_widget_set_visible (self->delete_button, changing);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_grab_focus (self->text);
  return GTK_WINDOW (self);
}

/**
 * kith_barrier_dialog_add:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @owner_kind: KITH_LINK, KITH_STAKEHOLDER or KITH_SPACE
 * @owner: where the barrier bites
 */
void
kith_barrier_dialog_add (GtkWidget *parent, KithViewer *viewer, KithKind owner_kind, KithId owner)
{
  gtk_window_present (make (parent, viewer, kith_barrier_draft (owner_kind, owner), FALSE));
}

/**
 * kith_barrier_dialog_change:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @barrier: the barrier to change or delete
 */
void
kith_barrier_dialog_change (GtkWidget *parent, KithViewer *viewer, KithId barrier)
{
  const KithBarrier *stored = kith_map_get (kith_viewer_get_whole_map (viewer), KITH_BARRIER,
                                            barrier);

  if (stored != NULL)
    gtk_window_present (make (parent, viewer, kith_record_copy (stored), TRUE));
}
