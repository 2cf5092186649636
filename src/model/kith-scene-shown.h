/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scene shows of a map to an audience: a view and the map that goes with it. */
#pragma once

#include "kith-scene.h"

G_BEGIN_DECLS

typedef struct
{
  KithView view;
  KithMap *map; /* what is shown */
  KithFilter *filter;
  KithComparison *comparison; /* or NULL */
} KithSceneShown;

/* `base`: palette, legend, and the widest audience; as to all else the scene decides. */
void kith_scene_shown_init (KithSceneShown *self,
                            KithMap *whole,
                            const KithView *base,
                            const KithScene *scene);
void kith_scene_shown_clear (KithSceneShown *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KithSceneShown, kith_scene_shown_clear)

G_END_DECLS
