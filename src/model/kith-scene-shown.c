/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-scene-shown.h"

#include "kith-compare-view.h"
#include "kith-round.h"

void
kith_scene_shown_init (KithSceneShown *self,
                       KithMap *whole,
                       const KithView *base,
                       const KithScene *scene)
{
  KithAudience audience = kith_scene_audience (scene, base->audience);
  g_autoptr (KithMap) seen = kith_map_to_show (whole, audience);

  self->view = *base;
  self->view.against = NULL;
  self->view.comparison = NULL;
  self->filter = kith_scene_to_view (scene, seen, audience, &self->view);
  self->map = kith_view_shown (&self->view, whole, seen, &self->comparison);
  self->view.comparison = self->comparison;
}

void
kith_scene_shown_clear (KithSceneShown *self)
{
  g_clear_pointer (&self->map, kith_map_unref);
  g_clear_pointer (&self->filter, kith_filter_unref);
  g_clear_pointer (&self->comparison, kith_comparison_free);
}
