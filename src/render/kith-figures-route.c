/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a link runs where nobody has bent it: round the boxes of others, where a bend does it, and where its own two
 * are so near that what its ends say would not be seen between them, in a loop beside them. */
#include "kith-figures-private.h"
#include "kith-way.h"

#include <math.h>
#include <string.h>

#define PIECE 320.0  /* of a link that is looked along, map units */
#define LONG 4000.0  /* a link longer than this crosses too much to be bent clear of it */
#define MOST_NEAR 10 /* boxes, beyond which some are in every way: it is bent in its middle only */
#define FARTHEST 130 /* the largest of `bends` … */
#define FARTHEST_BEND 210 /* … and of `far_bends` */
#define STEEP 0.42 /* of the length, to which it is bent for less than to come round everybody … */
#define STEEPEST 0.8 /* … and for that */
#define STEEP_SWAY 0.2

/* A shorter link does not say what its ends make of each other: kith-stroke-marks.c. */
#define LEGIBLE 32.0
/* The least length of one that goes round, with room for that and for marks in its middle. */
#define LOOP 56.0
#define LOOP_STEP 8.0
#define BESIDE_PARALLELS 15.0 /* half of what is between two of them */
#define LOOP_NEARER 32.0      /* by which it is bent less at the other side, to go there */
#define LOOP_FROM 24.0 /* between the middles of two boxes; nearer they lie over each other */

static const double bends[] = { 0, 18, -18, 34, -34, 52, -52, 74, -74, 100, -100, 130, -130 };
/* How far before or behind its middle a link is bent most if it does not come round otherwise. */
static const double skews[] = { 0.2, -0.2 };
static const double skewed[] = { 34, -34, 52, -52, 74, -74, 100, -100, 130, -130 };
/* What is only worth it where it comes round everybody. */
static const double sways[] = { 24, -24, 46, -46, 80, -80 };
static const double swayed[] = { 60, -60, 110, -110 };
static const double far_bends[] = { 52, -52, 74, -74, 100, -100, 130, -130, 170, -170, 210, -210 };

typedef struct
{
  KithRect rect; /* what a link keeps off */
  double from;   /* where it lies along the line, as shares of it */
  double to;
  double low; /* and beside it, map units, to the right of its direction */
  double high;
} Obstacle;

typedef struct
{
  const KithLinkFigure *link;
  const KithRect *ends; /* two: what it keeps off its own boxes, where that is known */
  double length;
  double along_x; /* unit vector from one box to the other */
  double along_y;
  double low; /* what lies beside the line no farther than this */
  double high;
  KithRouteScratch *scratch;
} Search;

/* What one thread needs. Nothing is noted on a box itself: links are routed on many threads. */
struct _KithRouteScratch
{
  GArray *obstacles; /* of Obstacle */
  GArray *met; /* of guint32, by the places of boxes: the turn of the last search that met it */
  guint32 turn;
  guint work; /* boxes looked at, and pieces of curves held against them */
};

KithRouteScratch *
kith_route_scratch_new (void)
{
  KithRouteScratch *scratch = g_new0 (KithRouteScratch, 1);

  scratch->obstacles = g_array_new (FALSE, FALSE, sizeof (Obstacle));
  scratch->met = g_array_new (FALSE, TRUE, sizeof (guint32));
  return scratch;
}

void
kith_route_scratch_free (KithRouteScratch *scratch)
{
  g_array_unref (scratch->obstacles);
  g_array_unref (scratch->met);
  g_free (scratch);
}

/* Since this was last asked. */
guint
kith_route_scratch_take_work (KithRouteScratch *scratch)
{
  guint work = scratch->work;

  scratch->work = 0;
  return work;
}

static void
begin_turn (KithRouteScratch *scratch, const KithFigures *figures)
{
  g_array_set_size (scratch->obstacles, 0);
  if (scratch->met->len < figures->n_places)
    g_array_set_size (scratch->met, figures->n_places);
  if (++scratch->turn == 0) /* all of them have been met so long ago that they are met again */
    {
      memset (scratch->met->data, 0, scratch->met->len * sizeof (guint32));
      scratch->turn = 1;
    }
}

/* FALSE: it lies too far beside the line, as most do. */
static gboolean
measure_beside (const Search *search, Obstacle *obstacle)
{
  const KithRect *rect = &obstacle->rect;
  double x = rect->x + rect->width / 2 - search->link->from.x;
  double y = rect->y + rect->height / 2 - search->link->from.y;
  double beside = y * search->along_x - x * search->along_y;
  double half = (rect->width * fabs (search->along_y) + rect->height * fabs (search->along_x)) / 2;

  obstacle->low = beside - half;
  obstacle->high = beside + half;
  return obstacle->high > search->low && obstacle->low < search->high;
}

/* Within the band of the link then: how many lie there may not hang on others. */
static gboolean
is_near (const Search *search, const Obstacle *obstacle)
{
  KithRect grown = kith_rect_grow (&obstacle->rect, MAX (-search->low, search->high));

  return kith_segment_meets_rect (search->link->from, search->link->to, &grown)
         || kith_rect_contains (&grown, search->link->from.x, search->link->from.y);
}

/* FALSE: it lies before or behind it. */
static gboolean
measure_along (const Search *search, Obstacle *obstacle)
{
  const KithRect *rect = &obstacle->rect;
  double x = rect->x + rect->width / 2 - search->link->from.x;
  double y = rect->y + rect->height / 2 - search->link->from.y;
  double along = x * search->along_x + y * search->along_y;
  double half = (rect->width * fabs (search->along_x) + rect->height * fabs (search->along_y)) / 2;

  obstacle->from = (along - half) / search->length;
  obstacle->to = (along + half) / search->length;
  return obstacle->to > 0.0 && obstacle->from < 1.0;
}

/* A box is met in each cell that it lies in, and by each piece. */
static gboolean
is_met (KithRouteScratch *scratch, const KithBoxFigure *box)
{
  guint32 *turn = &g_array_index (scratch->met, guint32, box->place);
  gboolean met = *turn == scratch->turn;

  *turn = scratch->turn;
  return met;
}

static void
add_obstacle (gpointer item, gpointer data)
{
  const KithBoxFigure *box = item;
  Search *search = data;
  Obstacle obstacle;

  search->scratch->work++;
  if (is_met (search->scratch, box))
    return;
  obstacle.rect = kith_rect_grow (&box->box, KITH_LINK_FREE);
  if (measure_beside (search, &obstacle) && measure_along (search, &obstacle)
      && is_near (search, &obstacle) && box->record->record.id != search->link->record->a
      && box->record->record.id != search->link->record->b)
    g_array_append_val (search->scratch->obstacles, obstacle);
}

/* All that lies between `low` and `high` beside the line; looks piece by piece, so that a long link
 * meets what lies along it and not all of its bounds. */
static void
find_obstacles (const KithFigures *figures, Search *search, double low, double high)
{
  KithPoint from = search->link->from;
  guint n = 1 + (guint) (search->length / PIECE);
  double step = search->length / n;

  search->low = MIN (low, 0.0);
  search->high = MAX (high, 0.0);
  begin_turn (search->scratch, figures);
  for (guint i = 0; i < n; i++)
    {
      KithPoint at = { from.x + search->along_x * step * i, from.y + search->along_y * step * i };
      KithPoint next = { at.x + search->along_x * step, at.y + search->along_y * step };
      KithPoint sides[] = {
        { at.x - search->along_y * search->low, at.y + search->along_x * search->low },
        { at.x - search->along_y * search->high, at.y + search->along_x * search->high },
        { next.x - search->along_y * search->low, next.y + search->along_x * search->low },
        { next.x - search->along_y * search->high, next.y + search->along_x * search->high },
      };
      KithRect bounds = kith_points_bounds (sides, G_N_ELEMENTS (sides));

      bounds = kith_rect_grow (&bounds, KITH_LINK_FREE);
      kith_grid_foreach (figures->box_grid, &bounds, add_obstacle, search);
    }
}

/* Whether the curve may meet it. */
static gboolean
is_in_the_way (const Obstacle *obstacle, const KithWay *way)
{
  double low, high;

  kith_way_reach (way, obstacle->from, obstacle->to, &low, &high);
  return low <= obstacle->high && high >= obstacle->low;
}

static double
within (const Obstacle *obstacle, const KithCurve *curve, const KithWay *way)
{
  double steps = curve->n - 1;
  double from = kith_way_step (way, obstacle->from), to = kith_way_step (way, obstacle->to);
  guint first = (guint) CLAMP (floor (from * steps), 0.0, steps - 1);
  guint last = (guint) CLAMP (floor (to * steps), 0.0, steps - 1);
  double length = 0.0;

  for (guint i = first; i <= last; i++)
    length += kith_segment_within (curve->points[i], curve->points[i + 1], &obstacle->rect);
  return length;
}

static void
make_curve (const Search *search, const KithWay *way, KithCurve *curve)
{
  kith_way_curve (way, search->link->from, search->link->to, curve);
}

/* The length of a way over the boxes of others, or as much of it as `enough`. Its curve is made where it is needed; of
 * no points before. */
static double
covered_length (const Search *search, const KithWay *way, double enough, KithCurve *curve)
{
  const GArray *obstacles = search->scratch->obstacles;
  double covered = 0.0;

  for (guint i = 0; i < obstacles->len && covered < enough; i++)
    {
      const Obstacle *obstacle = &g_array_index (obstacles, Obstacle, i);

      search->scratch->work++;
      if (!is_in_the_way (obstacle, way))
        continue;
      search->scratch->work += 4;
      if (curve->n == 0)
        make_curve (search, way, curve);
      covered += within (obstacle, curve, way);
    }
  return covered;
}

/* FALSE where it is not worth a try. */
static gboolean
may_bend (double length, double bend, double steep)
{
  return fabs (bend) <= steep * length && length <= LONG;
}

static void
begin (Search *search, const KithLinkFigure *link, KithRouteScratch *scratch)
{
  double x = link->to.x - link->from.x;
  double y = link->to.y - link->from.y;

  search->link = link;
  search->scratch = scratch;
  search->ends = NULL;
  search->length = MAX (hypot (x, y), 1e-6);
  search->along_x = x / search->length;
  search->along_y = y / search->length;
}

static void
take (const Search *search, const KithWay *way, const KithCurve *curve, KithLinkFigure *link)
{
  gboolean even = way->skew == 0.0 && way->sway == 0.0;

  link->curve = *curve;
  link->bulge = curve->n > 2 ? (float) way->bend : 0.0f;
  link->skew = curve->n > 2 ? (float) way->skew : 0.0f;
  link->sway = (float) way->sway;
  link->steep = even ? (float) (4.0 * fabs (link->bulge) / search->length) : -1.0f;
}

/* Bent as another link is; its boxes are known. */
void
kith_link_figure_bend_as (KithLinkFigure *link, const KithLinkFigure *other)
{
  double was = hypot (other->to.x - other->from.x, other->to.y - other->from.y), most;
  KithWay way = { other->bulge, other->skew, other->sway };
  KithCurve curve;
  Search search;

  begin (&search, link, NULL);
  most = MAX (STEEPEST, fabs (way.bend) / MAX (was, 1.0)) * search.length;
  way.bend = CLAMP (way.bend, -most, most);
  way.sway = CLAMP (way.sway, -STEEP_SWAY * search.length, STEEP_SWAY * search.length);
  link->band = other->band;
  make_curve (&search, &way, &curve);
  take (&search, &way, &curve, link);
}

/* As the link runs if that covers less than `best`; returns what it covers then, or `best`. */
static double
try_way (Search *search, KithLinkFigure *link, const KithWay *way, double best)
{
  KithWay tried = *way;
  KithCurve trial;
  double covered;

  trial.n = 0;
  if (fabs (way->bend) < 0.5) /* as good as straight: kith_curve_make() */
    tried.bend = 0.0;
  link->band = MAX (link->band, fabs (way->bend) + fabs (way->sway) + KITH_LINK_MARKS);
  covered = covered_length (search, &tried, best, &trial);
  if (covered >= best - 0.5)
    return best;
  if (trial.n == 0)
    make_curve (search, &tried, &trial);
  take (search, way, &trial, link);
  return covered;
}

static double
try_small_bends (const KithFigures *figures, Search *search, KithLinkFigure *link, double fan)
{
  double best = try_way (search, link, &(KithWay){ .bend = fan }, G_MAXDOUBLE);

  if (best > 0.0)
    find_obstacles (figures, search, fan - FARTHEST, fan + FARTHEST);
  for (guint i = 1; i < G_N_ELEMENTS (bends) && best > 0.0; i++)
    if (may_bend (search->length, fan + bends[i], STEEP))
      best = try_way (search, link, &(KithWay){ .bend = fan + bends[i] }, best);
  return best;
}

static double
try_skews (Search *search, KithLinkFigure *link, double fan, double best)
{
  for (guint i = 0; i < G_N_ELEMENTS (skewed) * G_N_ELEMENTS (skews) && best > 0.0; i++)
    {
      KithWay way = { fan + skewed[i / G_N_ELEMENTS (skews)], skews[i % G_N_ELEMENTS (skews)],
                      0.0 };

      if (may_bend (search->length, way.bend, STEEP))
        best = try_way (search, link, &way, best);
    }
  return best;
}

/* What of a curve is seen; nothing where it leaves a box of its own and comes under that once more. */
static double
seen_length (const Search *search, const KithCurve *curve)
{
  KithCurve seen = *curve;

  search->scratch->work += 4;
  if (!kith_curve_trim (&seen, &search->ends[0], &search->ends[1]))
    return 0.0;
  for (guint i = 0; i < 2; i++)
    {
      KithRect own = kith_rect_grow (&search->ends[i], -KITH_LINK_GAP / 2);

      if (kith_curve_meets (&seen, &own))
        return 0.0;
    }
  return kith_curve_length (&seen);
}

/* Only what comes round everybody; else the link stays as it is. */
static gboolean
try_to_clear (Search *search, KithLinkFigure *link, const KithWay *way)
{
  KithCurve trial;

  trial.n = 0;
  link->band = MAX (link->band, fabs (way->bend) + fabs (way->sway) + KITH_LINK_MARKS);
  if (covered_length (search, way, 1e-9, &trial) > 0.0)
    return FALSE;
  if (trial.n == 0)
    make_curve (search, way, &trial);
  if (seen_length (search, &trial) <= 0.0)
    return FALSE;
  take (search, way, &trial, link);
  return TRUE;
}

/* On a line that is itself bent by so much. */
static gboolean
try_sways (Search *search, KithLinkFigure *link, double bend)
{
  for (guint i = 0; i < G_N_ELEMENTS (sways); i++)
    if (may_bend (search->length, sways[i], STEEP_SWAY)
        && try_to_clear (search, link, &(KithWay){ .bend = bend, .sway = sways[i] }))
      return TRUE;
  return FALSE;
}

static gboolean
try_bent_sways (Search *search, KithLinkFigure *link, double fan)
{
  for (guint i = 0; i < G_N_ELEMENTS (swayed); i++)
    if (may_bend (search->length, fan + swayed[i], STEEP)
        && try_sways (search, link, fan + swayed[i]))
      return TRUE;
  return FALSE;
}

static gboolean
try_far_bends (const KithFigures *figures, Search *search, KithLinkFigure *link, double fan)
{
  find_obstacles (figures, search, fan - FARTHEST_BEND, fan + FARTHEST_BEND);
  for (guint i = 0; i < G_N_ELEMENTS (far_bends); i++)
    {
      double bend = fan + far_bends[i];

      if (may_bend (search->length, bend, STEEPEST)
          && try_to_clear (search, link, &(KithWay){ .bend = bend }))
        return TRUE;
    }
  return FALSE;
}

/* --- Between two that are near each other --- */

static double
seen_of_way (const Search *search, const KithWay *way)
{
  KithCurve curve;

  make_curve (search, way, &curve);
  return seen_length (search, &curve);
}

/* Bent so far, if that leaves enough of it to be seen, and farther for the sake of its parallels. */
static gboolean
loop_by (Search *search, KithLinkFigure *link, double bend, double farther)
{
  return seen_of_way (search, &(KithWay){ .bend = bend }) >= LOOP
         && try_to_clear (search, link, &(KithWay){ .bend = bend + copysign (farther, bend) });
}

/* The side of its parallel; of one alone to the right or above, whichever way it leads. */
static double
side_of_loop (const Search *search, double fan)
{
  double down = search->along_x + search->along_y;

  if (fabs (down) < 1e-9)
    down = search->along_x;
  return copysign (1.0, fan != 0.0 ? fan : -down);
}

/* As near to the two as can be: at the other side where it is much nearer there, and of parallels, whose own that is,
 * where there is no room at theirs. */
static gboolean
loop_round (const KithFigures *figures, Search *search, KithLinkFigure *link, double fan)
{
  double side = side_of_loop (search, fan), farther = fabs (fan);
  double beyond = fan == 0.0 ? 0.0 : farther + BESIDE_PARALLELS; /* those whose side that is */
  double most = FARTHEST_BEND - MAX (farther, beyond), nearer = fan == 0.0 ? LOOP_NEARER : most;

  if (search->length < LOOP_FROM)
    return FALSE;
  find_obstacles (figures, search, -FARTHEST_BEND, FARTHEST_BEND);
  for (double bend = LOOP_STEP; bend <= most + nearer; bend += LOOP_STEP)
    if ((bend <= most && loop_by (search, link, side * bend, farther))
        || (bend > nearer && loop_by (search, link, -side * (bend - nearer), beyond)))
      return TRUE;
  return FALSE;
}

/* Where few are near; as that is counted, any of these may have the link run otherwise. */
static void
try_all_else (const KithFigures *figures,
              Search *search,
              KithLinkFigure *link,
              double fan,
              double best)
{
  link->band = MAX (link->band, fabs (fan) + FARTHEST + KITH_LINK_MARKS);
  if (search->scratch->obstacles->len > MOST_NEAR || search->length > LONG)
    return;
  best = try_skews (search, link, fan, best);
  if (best > 0.0 && !try_sways (search, link, fan) && !try_far_bends (figures, search, link, fan))
    try_bent_sways (search, link, fan);
}

/**
 * kith_figures_route:
 * @figures: figures with all boxes
 * @link: a link between two of them; its curve and its band are set
 * @ends: (array fixed-size=2): what its ends keep off: their boxes, with some air
 * @fan: how far it bends for the sake of its parallels
 * @scratch: one for each thread
 *
 * The smallest bend that takes the link round the boxes of others, where one does it; else one that sways or goes
 * far, where that takes it round them all; else the bend that covers the least of them. Where its own two are too
 * near each other, a loop that can be read. While no box comes or goes in its band, the answer stays the same.
 *
 * Cost: linear in the boxes near the straight line.
 */
void
kith_figures_route (const KithFigures *figures,
                    KithLinkFigure *link,
                    const KithRect ends[2],
                    double fan,
                    KithRouteScratch *scratch)
{
  Search search;
  double best;

  begin (&search, link, scratch);
  search.ends = ends;
  if (seen_of_way (&search, &(KithWay){ .bend = fan }) < LEGIBLE
      && loop_round (figures, &search, link, fan))
    return;
  find_obstacles (figures, &search, MIN (fan, 0.0) - 1.0, MAX (fan, 0.0) + 1.0);
  best = try_small_bends (figures, &search, link, fan);
  if (best > 0.0)
    try_all_else (figures, &search, link, fan, best);
}
