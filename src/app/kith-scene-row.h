/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scene in the strip: number, small picture, title. Knows the scene, not the map. */
#pragma once

#include <gtk/gtk.h>

#include "kith-record.h"

G_BEGIN_DECLS

#define KITH_TYPE_SCENE_ROW (kith_scene_row_get_type ())
G_DECLARE_FINAL_TYPE (KithSceneRow, kith_scene_row, KITH, SCENE_ROW, GtkListBoxRow)

/* `place`: from 0, of `n`. */
GtkWidget *kith_scene_row_new (const KithScene *scene, guint place, guint n);
const KithScene *kith_scene_row_get_scene (KithSceneRow *self);
void kith_scene_row_set_narrow (KithSceneRow *self, gboolean narrow);

/* Of the picture, pixels; FALSE: it has none yet, or one that is out of date. */
#define KITH_SCENE_ROW_WIDTH 168
#define KITH_SCENE_ROW_HEIGHT 96
gboolean kith_scene_row_is_drawn (KithSceneRow *self);
void kith_scene_row_set_picture (KithSceneRow *self, cairo_surface_t *surface);
void kith_scene_row_outdate (KithSceneRow *self);
/* The picture of another row of the same scene. */
void kith_scene_row_take_picture (KithSceneRow *self, KithSceneRow *other);

G_END_DECLS
