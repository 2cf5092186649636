/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: what a play through time will show, so that the camera, which stays where it is while it
 * plays, has all of it in sight. */
#include "kith-as-at.h"
#include "kith-canvas-private.h"

#define FOLDED 60 /* pixels that the legend takes, which folds when somebody comes under it */
#define HALO 20   /* map units round a box: what comes is ringed */

/* Whether it is there on any day of them. */
static gboolean
is_there (gconstpointer record, gint32 first, gint32 last)
{
  gint32 from, gone;

  kith_record_lifetime (record, &from, &gone);
  return from <= last && gone > first;
}

static void
join (KithRect *all, const KithRect *box)
{
  KithRect around = kith_rect_grow (box, HALO);

  *all = all->width > 0 ? kith_rect_union (all, &around) : around;
}

/* Where everybody will stand who comes and goes and whom the filter does not hide. */
static KithRect
cover (KithViewer *viewer, KithMap *map, gint32 first, gint32 last)
{
  const KithView *view = kith_viewer_get_view (viewer);
  KithPass *pass = view->filter != NULL && kith_filter_hides (view->filter)
                       ? kith_filter_evaluate (view->filter, map)
                       : NULL;
  KithRect all = { 0 };

  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    if (is_there (one, first, last) && kith_pass_has (pass, KITH_ID (one)))
      join (&all, &(KithRect){ one->x - one->width / 2, one->y - one->height / 2, one->width,
                               one->height });
  g_clear_pointer (&pass, kith_pass_unref);
  return all;
}

/**
 * kith_canvas_begin_play:
 * @self: a canvas
 * @timeline: of the map that is shown
 * @first: the first day that will be shown
 * @last: the last one
 *
 * Where all of the map is in sight, everybody who will be seen is, too: the camera makes room at once,
 * and then stays. Cost: linear in the map.
 */
void
kith_canvas_begin_play (KithCanvas *self, KithTimeline *timeline, gint32 first, gint32 last)
{
  g_return_if_fail (KITH_IS_CANVAS (self) && self->viewer != NULL);

  self->play_bounds = cover (self->viewer, kith_timeline_get_map (timeline), first, last);
  kith_canvas_fit_again (self, FALSE);
}

/**
 * kith_canvas_end_play:
 * @self: a canvas
 *
 * The map is shown as it is now: what was in sight for the play's sake alone goes, unless somebody has
 * looked elsewhere.
 */
void
kith_canvas_end_play (KithCanvas *self)
{
  g_return_if_fail (KITH_IS_CANVAS (self));

  if (self->play_bounds.width <= 0)
    return;
  self->play_bounds = (KithRect){ 0 };
  if (self->viewer != NULL)
    kith_canvas_fit_again (self, FALSE); /* at once: the window gives it another size meanwhile */
}

/* Whether somebody who is seen in the play may come to stand under what lies there, pixels. */
gboolean
kith_canvas_plays_under (KithCanvas *self, const KithViewport *viewport, const KithRect *cover)
{
  KithRect play = kith_viewport_rect_to_widget (viewport, &self->play_bounds);

  return self->play_bounds.width > 0 && kith_rect_touches (cover, &play);
}

/* Where the legend will lie while it plays. */
void
kith_canvas_fold_for_play (KithCanvas *self, KithRect *cover)
{
  double less = cover->height - FOLDED;

  if (self->play_bounds.width <= 0 || less <= 0)
    return;
  if (cover->y + cover->height / 2 > self->viewport.height / 2)
    cover->y += less;
  cover->height = FOLDED;
}
