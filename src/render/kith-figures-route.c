/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a link runs where nobody has bent it: round the boxes of others, where a bend does it, and where its own two
 * are so near that what its ends say would not be seen between them, in a loop beside them.
 *
 * A bent link is a parabola: at the step t of its points it lies 4 · bend · t (1 − t) beside the line between its
 * boxes, and the share t + 4 · skew · t (1 − t) of that line along it. One that sways goes by one box at one side
 * and by the next at the other: 6 √3 · sway · t (1 − t) (1 − 2 t) beside the line. So whether it comes near a box is
 * known from where the box lies along the line and beside it, without its points. */
#include "kith-figures-private.h"

#include <math.h>
#include <string.h>

#define PIECE 320.0  /* of a link that is looked along, map units */
#define LONG 4000.0  /* a link longer than this crosses too much to be bent clear of it */
#define MOST_NEAR 14 /* boxes, beyond which some are in every way: it is bent in its middle only */
#define FARTHEST 130 /* the largest of `bends` */
#define STEEP 0.42 /* of the length, to which it is bent for less than to come round everybody … */
#define STEEPEST 0.8 /* … and for that */
#define STEEP_SWAY 0.2

#define LEGIBLE \
  32.0 /* a shorter link does not say what its ends make of each other: kith-stroke-marks.c */
#define LOOP \
  52.0 /* the least length of one that goes round, with room for that and for marks in its middle */
#define LOOP_STEP 8.0
#define LOOP_FROM 24.0 /* between the middles of two boxes; nearer they lie over each other */

static const double bends[] = { 0, 18, -18, 34, -34, 52, -52, 74, -74, 100, -100, 130, -130 };
/* How far before or behind its middle a link is bent most if it does not come round otherwise. */
static const double skews[] = { 0.2, -0.2 };
static const double skewed[] = { 34, -34, 52, -52, 74, -74, 100, -100, 130, -130 };
/* What is only worth it where it comes round everybody. */
static const double sways[] = { 24, -24, 40, -40, 60, -60, 84, -84 };
static const double swayed[] = { 40, -40, 80, -80, 120, -120 };
static const double far_bends[] = { 52, -52, 74, -74, 100, -100, 130, -130, 170, -170, 210, -210 };
#define FARTHEST_BEND 210

/* How far beside the line it runs, map units, to the right of its direction; each 0: it is straight. */
typedef struct
{
  double bend; /* in its middle */
  double skew; /* how far along from there that is, as a share of the line */
  double
      sway; /* to one side in its first half and to the other in its second; without the others */
} Way;

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
      && box->record->record.id != search->link->record->a
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

#define MOST_SWAY \
  0.2113248654051871 /* the step at which it has gone aside by all of its sway: (1 − 1/√3) / 2 */
#define SWAY 10.392304845413264 /* 6 √3 */

static double
beside_at (const Way *way, double step)
{
  return (4.0 * way->bend + SWAY * way->sway * (1.0 - 2.0 * step)) * step * (1.0 - step);
}

/* The least and the most of that between two steps. */
static void
beside_between (const Way *way, double from, double to, double *low, double *high)
{
  const double peaks[] = { 0.5, MOST_SWAY, 1.0 - MOST_SWAY };
  double one = beside_at (way, from), other = beside_at (way, to);

  *low = MIN (one, other);
  *high = MAX (one, other);
  for (guint i = 0; i < G_N_ELEMENTS (peaks); i++)
    if (from < peaks[i] && to > peaks[i])
      {
        *low = MIN (*low, beside_at (way, peaks[i]));
        *high = MAX (*high, beside_at (way, peaks[i]));
      }
}

/* Of the points of a curve, from 0 to 1, at a share of the line: solves share = t + 4 · skew · t (1 − t). */
static double
step_at (double skew, double share)
{
  double most = 1.0 + 4.0 * skew;

  if (skew == 0.0 || share <= 0.0 || share >= 1.0)
    return CLAMP (share, 0.0, 1.0);
  return (most - sqrt (most * most - 16.0 * skew * share)) / (8.0 * skew);
}

/* Whether the curve may meet it. */
static gboolean
is_in_the_way (const Obstacle *obstacle, const Way *way)
{
  double low, high;

  beside_between (way, step_at (way->skew, obstacle->from), step_at (way->skew, obstacle->to), &low,
                  &high);
  return low <= obstacle->high && high >= obstacle->low;
}

static double
within (const Obstacle *obstacle, const KithCurve *curve, double skew)
{
  double steps = curve->n - 1;
  guint first = (guint) CLAMP (floor (step_at (skew, obstacle->from) * steps), 0.0, steps - 1);
  guint last = (guint) CLAMP (floor (step_at (skew, obstacle->to) * steps), 0.0, steps - 1);
  double length = 0.0;

  for (guint i = first; i <= last; i++)
    length += kith_segment_within (curve->points[i], curve->points[i + 1], &obstacle->rect);
  return length;
}

/* The length of a curve over the boxes of others, or as much of it as `enough`. */
static double
covered_length (const Search *search, const KithCurve *curve, const Way *way, double enough)
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
      covered += within (obstacle, curve, way->skew);
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
  search->length = MAX (hypot (x, y), 1e-6);
  search->along_x = x / search->length;
  search->along_y = y / search->length;
}

static void
make_swaying (const Search *search, const Way *way, KithCurve *curve)
{
  KithPoint from = search->link->from;

  curve->n = KITH_CURVE_POINTS;
  for (guint i = 0; i < curve->n; i++)
    {
      double step = (double) i / (KITH_CURVE_POINTS - 1);
      double along = step * search->length, beside = beside_at (way, step);

      curve->points[i] = (KithPoint){ from.x + along * search->along_x - beside * search->along_y,
                                      from.y + along * search->along_y + beside * search->along_x };
    }
}

static void
make_curve (const Search *search, const Way *way, KithCurve *curve)
{
  const KithLinkFigure *link = search->link;
  double along = (0.5 + way->skew) * search->length;
  KithPoint by = { link->from.x + along * search->along_x - way->bend * search->along_y,
                   link->from.y + along * search->along_y + way->bend * search->along_x };

  if (way->sway != 0.0)
    make_swaying (search, way, curve);
  else if (way->skew == 0.0)
    kith_curve_make (curve, link->from, link->to, way->bend);
  else
    kith_curve_through (curve, link->from, link->to, by);
}

static void
take (const Search *search, const Way *way, const KithCurve *curve, KithLinkFigure *link)
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
  Way way = { other->bulge, other->skew, other->sway };
  KithCurve curve;
  Search search;

  begin (&search, link, NULL);
  link->band = other->band;
  make_curve (&search, &way, &curve);
  take (&search, &way, &curve, link);
}

/* As the link runs if that covers less than `best`; returns what it covers then, or `best`. */
static double
try_way (Search *search, KithLinkFigure *link, const Way *way, double best)
{
  Way tried = *way;
  KithCurve trial;
  double covered;

  make_curve (search, way, &trial);
  if (trial.n == 2) /* as good as straight */
    tried.bend = 0.0;
  link->band = MAX (link->band, fabs (way->bend) + fabs (way->sway) + KITH_LINK_MARKS);
  covered = covered_length (search, &trial, &tried, best);
  if (covered >= best - 0.5)
    return best;
  take (search, way, &trial, link);
  return covered;
}

static double
try_small_bends (const KithFigures *figures, Search *search, KithLinkFigure *link, double fan)
{
  double best = try_way (search, link, &(Way){ .bend = fan }, G_MAXDOUBLE);

  if (best > 0.0)
    find_obstacles (figures, search, fan - FARTHEST, fan + FARTHEST);
  for (guint i = 1; i < G_N_ELEMENTS (bends) && best > 0.0; i++)
    if (may_bend (search->length, fan + bends[i], STEEP))
      best = try_way (search, link, &(Way){ .bend = fan + bends[i] }, best);
  return best;
}

static double
try_skews (Search *search, KithLinkFigure *link, double fan, double best)
{
  for (guint i = 0; i < G_N_ELEMENTS (skewed) * G_N_ELEMENTS (skews) && best > 0.0; i++)
    {
      Way way = { fan + skewed[i / G_N_ELEMENTS (skews)], skews[i % G_N_ELEMENTS (skews)], 0.0 };

      if (may_bend (search->length, way.bend, STEEP))
        best = try_way (search, link, &way, best);
    }
  return best;
}

/* Only what comes round everybody; else the link stays as it is. */
static gboolean
try_to_clear (Search *search, KithLinkFigure *link, const Way *way)
{
  KithCurve trial;

  make_curve (search, way, &trial);
  link->band = MAX (link->band, fabs (way->bend) + fabs (way->sway) + KITH_LINK_MARKS);
  if (covered_length (search, &trial, way, 1e-9) > 0.0)
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
        && try_to_clear (search, link, &(Way){ .bend = bend, .sway = sways[i] }))
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
          && try_to_clear (search, link, &(Way){ .bend = bend }))
        return TRUE;
    }
  return FALSE;
}

/* --- Between two that are near each other --- */

/* What of a way is seen. */
static double
seen_length (const Search *search, const Way *way, const KithRect ends[2])
{
  KithCurve curve;

  make_curve (search, way, &curve);
  return kith_curve_trim (&curve, &ends[0], &ends[1]) ? kith_curve_length (&curve) : 0.0;
}

/* At one side: as near to the two as leaves enough of it to be seen, and its parallels outside it. */
static gboolean
loop_at (Search *search, KithLinkFigure *link, const KithRect ends[2], double fan, double side)
{
  for (double bend = LOOP_STEP; bend + fabs (fan) <= FARTHEST; bend += LOOP_STEP)
    if (seen_length (search, &(Way){ .bend = side * bend }, ends) >= LOOP)
      return try_to_clear (search, link, &(Way){ .bend = side * (bend + fabs (fan)) });
  return FALSE;
}

/* Parallels at their own sides; one alone to the right or above, whichever way it leads. */
static gboolean
loop_round (const KithFigures *figures,
            Search *search,
            KithLinkFigure *link,
            const KithRect ends[2],
            double fan)
{
  double side = fan != 0.0 ? fan : -(search->along_x + search->along_y);

  if (search->length < LOOP_FROM)
    return FALSE;
  side = side < 0.0 ? -1.0 : 1.0;
  find_obstacles (figures, search, -FARTHEST, FARTHEST);
  return loop_at (search, link, ends, fan, side) || loop_at (search, link, ends, fan, -side);
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
  if (search->scratch->obstacles->len > MOST_NEAR)
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
 * The smallest bend that takes the link round the boxes of others, where one does it, else the one that
 * covers the least of them. Where its own two are too near each other, a loop that can be read. While no box
 * comes or goes in its band, the answer stays the same.
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
  if (seen_length (&search, &(Way){ .bend = fan }, ends) < LEGIBLE
      && loop_round (figures, &search, link, ends, fan))
    return;
  find_obstacles (figures, &search, MIN (fan, 0.0) - 1.0, MAX (fan, 0.0) + 1.0);
  best = try_small_bends (figures, &search, link, fan);
  if (best > 0.0)
    try_all_else (figures, &search, link, fan, best);
}
