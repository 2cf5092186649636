/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a scene: title, sentence, note, and who is shown it. */
#pragma once

#include "kith-dialog.h"

G_BEGIN_DECLS

#define KITH_TYPE_SCENE_DIALOG (kith_scene_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithSceneDialog, kith_scene_dialog, KITH, SCENE_DIALOG, KithDialog)

/* Does nothing where the scene has gone. */
void kith_scene_dialog_open (GtkWidget *parent, KithViewer *viewer, KithId scene);

G_END_DECLS
