/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-scene-dialog.h"

#include <glib/gi18n-lib.h>

#include "kith-note-row.h"
#include "kith-verbs-scene.h"

struct _KithSceneDialog
{
  KithDialog parent_instance;

  /* Template */
  GtkWidget *title;
  GtkWidget *sentence;
  GtkWidget *note;
  GtkWidget *audience;
  GtkWidget *is_private;
};

G_DEFINE_FINAL_TYPE (KithSceneDialog, kith_scene_dialog, KITH_TYPE_DIALOG)

static gboolean
kith_scene_dialog_save (KithDialog *dialog)
{
  KithViewer *viewer = kith_dialog_get_viewer (dialog);
  GError *error = NULL;
  KithEdit *edit = kith_verb_word_scene (kith_viewer_get_whole_map (viewer),
                                         kith_dialog_get_draft (dialog), &error);

  return kith_viewer_perform (viewer, edit, error);
}

static void
kith_scene_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KITH_TYPE_SCENE_DIALOG);
  G_OBJECT_CLASS (kith_scene_dialog_parent_class)->dispose (object);
}

static void
kith_scene_dialog_class_init (KithSceneDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_scene_dialog_dispose;
  KITH_DIALOG_CLASS (klass)->save = kith_scene_dialog_save;
  g_type_ensure (KITH_TYPE_NOTE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_maps/Kith/kith-scene-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithSceneDialog, title);
  gtk_widget_class_bind_template_child (widget_class, KithSceneDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, KithSceneDialog, note);
  gtk_widget_class_bind_template_child (widget_class, KithSceneDialog, audience);
  gtk_widget_class_bind_template_child (widget_class, KithSceneDialog, is_private);
}

static void
kith_scene_dialog_init (KithSceneDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
kith_scene_dialog_open (GtkWidget *parent, KithViewer *viewer, KithId scene)
{
  const KithScene *stored = kith_map_scene (kith_viewer_get_whole_map (viewer), scene);
  KithSceneDialog *self;
  KithBinder *binder;

  if (stored == NULL)
    return;
  self = g_object_new (KITH_TYPE_SCENE_DIALOG, NULL);
  kith_dialog_set_up (KITH_DIALOG (self), parent, viewer, kith_record_copy (stored));
  kith_dialog_set_heading (KITH_DIALOG (self), _ ("Scene"), "");
  binder = kith_dialog_get_binder (KITH_DIALOG (self));
  kith_binder_bind (binder, "title", self->title);
  kith_binder_bind (binder, "sentence", self->sentence);
  kith_binder_bind (binder, "note", self->note);
  kith_binder_bind (binder, "audience", self->audience);
  kith_binder_bind (binder, "private", self->is_private);
  kith_binder_refresh (binder);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_grab_focus (self->title);
  gtk_window_present (GTK_WINDOW (self));
}
