/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the strip of scenes share; nobody else includes it. */
#pragma once

#include "kith-audience.h"
#include "kith-scene-pane.h"
#include "kith-scene-row.h"
#include "kith-scene.h"

G_BEGIN_DECLS

struct _KithScenePane
{
  GtkWidget parent_instance;

  /* children */
  GtkListBox *list;
  GtkWidget *scroller;
  GtkWidget *empty;
  GtkWidget *menu; /* popover, or NULL */
  GtkGesture *drag;

  /* owned */
  KithViewer *viewer;
  GPtrArray *kept; /* the scenes that are shown */

  /* state */
  guint64 revision; /* of the map of which the pictures are */
  KithPaletteName palette;
  KithAudience audience;
  guint settle; /* source: pictures are to follow */
  guint draw;   /* source: the next picture is to be drawn */
  gboolean narrow;
  gboolean refreshing;
  KithId dragged; /* 0: none */
  int target;     /* the place before which it would go */
};

/* kith-scene-pane.c: its row, or NULL. */
KithSceneRow *kith_scene_pane_find_row (KithScenePane *self, KithId scene);

/* kith-scene-pane-hands.c: pointer and keys. */
void kith_scene_pane_init_hands (KithScenePane *self);

G_END_DECLS
