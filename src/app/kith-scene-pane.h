/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strip of scenes beside the map: small live pictures in the order in which they are shown.
 * Clicked, Enter: "go"; dragged, Alt with an arrow: another place. Knows the viewer, not the window;
 * what is done to a scene are actions of the window. */
#pragma once

#include <gtk/gtk.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_SCENE_PANE (kith_scene_pane_get_type ())
G_DECLARE_FINAL_TYPE (KithScenePane, kith_scene_pane, KITH, SCENE_PANE, GtkWidget)

/* Signals: "go" (gint64 scene): it is to be shown. "chosen": another one is marked, or none. */

void kith_scene_pane_set_viewer (KithScenePane *self, KithViewer *viewer); /* NULL: none any more */
/* In a narrow window it lies above the map, in the box that holds both. */
void kith_scene_pane_set_narrow (KithScenePane *self, gboolean narrow);
/* The one that is marked; 0: none. */
KithId kith_scene_pane_get_chosen (KithScenePane *self);
void kith_scene_pane_choose (KithScenePane *self, KithId scene);
/* To the place so many further on, as one edit; beyond the ends: nothing. */
void kith_scene_pane_move_chosen (KithScenePane *self, int by);
void kith_scene_pane_grab (KithScenePane *self);

G_END_DECLS
