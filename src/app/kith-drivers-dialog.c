/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-drivers-dialog.h"

#include <glib/gi18n-lib.h>

#include "kith-drivers.h"
#include "kith-note-row.h"

struct _KithDriversDialog
{
  KithDialog parent_instance;

  /* Template */
  GtkWidget *aspects[KITH_N_ASPECTS];
  GtkWidget *private_note;
};

G_DEFINE_FINAL_TYPE (KithDriversDialog, kith_drivers_dialog, KITH_TYPE_DIALOG)

static gboolean
kith_drivers_dialog_save (KithDialog *dialog)
{
  KithViewer *viewer = kith_dialog_get_viewer (dialog);
  KithMap *whole = kith_viewer_get_whole_map (viewer);
  const KithDrivers *draft = kith_dialog_get_draft (dialog);
  GError *error = NULL;
  /* another window may have begun the card */
  KithDrivers *after = kith_dialog_dup_changed (dialog, kith_drivers_of (whole, draft->stakeholder),
                                                &error);
  KithEdit *edit = after != NULL ? kith_verb_put_drivers (whole, after, &error) : NULL;

  return kith_viewer_perform (viewer, edit, error);
}

static void
kith_drivers_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_DRIVERS_DIALOG);
  G_OBJECT_CLASS (kith_drivers_dialog_parent_class)->dispose (object);
}

static void
kith_drivers_dialog_class_init (KithDriversDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_drivers_dialog_dispose;
  KITH_DIALOG_CLASS (klass)->save = kith_drivers_dialog_save;
  g_type_ensure (KITH_TYPE_NOTE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-drivers-dialog.ui");
  for (guint i = 0; i < KITH_N_ASPECTS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, kith_aspect_field (i), FALSE,
                                               G_STRUCT_OFFSET (KithDriversDialog, aspects)
                                                   + (gssize) (i * sizeof (GtkWidget *)));
  gtk_widget_class_bind_template_child (widget_class, KithDriversDialog, private_note);
}

static void
kith_drivers_dialog_init (KithDriversDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_drivers_dialog_open:
 * @parent: a widget of the window
 * @viewer: whose map it is
 * @stakeholder: whose card it is
 */
void
kith_drivers_dialog_open (GtkWidget *parent, KithViewer *viewer, KithId stakeholder)
{
  KithDriversDialog *self;
  KithMap *whole = kith_viewer_get_whole_map (viewer);
  const KithStakeholder *record = kith_map_stakeholder (whole, stakeholder);
  KithBinder *binder;

  if (record == NULL || kith_viewer_refuses_past (viewer))
    return;
  self = g_object_new (KITH_TYPE_DRIVERS_DIALOG, NULL);
  kith_dialog_set_up (KITH_DIALOG (self), parent, viewer, kith_drivers_draft (whole, stakeholder));
  kith_dialog_set_heading (KITH_DIALOG (self), _ ("Drivers and Constraints"), record->name);
  binder = kith_dialog_get_binder (KITH_DIALOG (self));
  for (guint i = 0; i < KITH_N_ASPECTS; i++)
    kith_binder_bind (binder, kith_aspect_field (i), self->aspects[i]);
  kith_binder_bind (binder, "private_note", self->private_note);
  kith_binder_refresh (binder);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_grab_focus (self->aspects[0]);
  gtk_window_present (GTK_WINDOW (self));
}
