/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a link runs where nobody has bent it: round the boxes of others, where a small bend does it.
 *
 * A bent link is a parabola: at the step t of its points it lies 4 · bend · t (1 − t) beside the line between its
 * boxes, and the share t + 4 · skew · t (1 − t) of that line along it. So whether it comes near a box is known from
 * where the box lies along the line and beside it, without its points. */
#include "kith-figures-private.h"

#include <math.h>
#include <string.h>

#define PIECE 320.0  /* of a link that is looked along, map units */
#define LONG 4000.0  /* a link longer than this crosses too much to be bent clear of it */
#define MOST_NEAR 10 /* boxes, beyond which some are in every way: it is bent in its middle only */
#define FARTHEST 130 /* the largest of `bends` */

static const double bends[] = { 0, 18, -18, 34, -34, 52, -52, 74, -74, 100, -100, 130, -130 };
/* How far before or behind its middle a link is bent most if it does not come round otherwise. */
static const double skews[] = { 0.2, -0.2 };
static const double skewed[] = { 34, -34, 52, -52, 74, -74, 100, -100, 130, -130 };

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

static double
beside_at (double bend, double step)
{
  return 4.0 * bend * step * (1.0 - step);
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

/* Whether the curve of that bend may meet it. */
static gboolean
is_in_the_way (const Obstacle *obstacle, double bend, double skew)
{
  double from = step_at (skew, obstacle->from);
  double to = step_at (skew, obstacle->to);
  double one = beside_at (bend, from);
  double other = beside_at (bend, to);
  double peak = from < 0.5 && to > 0.5 ? bend : one;
  double low = MIN (MIN (one, other), peak);
  double high = MAX (MAX (one, other), peak);

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
covered_length (const Search *search,
                const KithCurve *curve,
                double bend,
                double skew,
                double enough)
{
  const GArray *obstacles = search->scratch->obstacles;
  double covered = 0.0;

  for (guint i = 0; i < obstacles->len && covered < enough; i++)
    {
      const Obstacle *obstacle = &g_array_index (obstacles, Obstacle, i);

      search->scratch->work++;
      if (!is_in_the_way (obstacle, bend, skew))
        continue;
      search->scratch->work += 4;
      covered += within (obstacle, curve, skew);
    }
  return covered;
}

/* FALSE where it is not worth a try. */
static gboolean
may_bend (double length, double bend)
{
  return fabs (bend) <= 0.42 * length && length <= LONG;
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

/* The curve of a bend, or the straight line. */
static void
make_curve (const Search *search, double bend, double skew, KithCurve *curve)
{
  const KithLinkFigure *link = search->link;
  double along = (0.5 + skew) * search->length;
  KithPoint by = { link->from.x + along * search->along_x - bend * search->along_y,
                   link->from.y + along * search->along_y + bend * search->along_x };

  if (skew == 0.0)
    kith_curve_make (curve, link->from, link->to, bend);
  else
    kith_curve_through (curve, link->from, link->to, by);
}

static void
note_steepness (const Search *search, KithLinkFigure *link)
{
  gboolean even = link->skew == 0.0f;

  link->steep = even ? (float) (4.0 * fabs (link->bulge) / search->length) : -1.0f;
}

/* As the link runs if that covers less than `best`; returns what it covers then, or `best`. */
static double
try_bend (Search *search, KithLinkFigure *link, double bend, double skew, double best)
{
  KithCurve trial;
  double covered;

  make_curve (search, bend, skew, &trial);
  link->band = MAX (link->band, fabs (bend) + KITH_LINK_MARKS);
  covered = covered_length (search, &trial, fabs (bend) < 0.5 ? 0.0 : bend, skew, best);
  if (covered >= best - 0.5)
    return best;
  link->curve = trial;
  link->bulge = trial.n > 2 ? (float) bend : 0.0f;
  link->skew = trial.n > 2 ? (float) skew : 0.0f;
  return covered;
}

/* Bent as another link is; its boxes are known. */
void
kith_link_figure_bend_as (KithLinkFigure *link, const KithLinkFigure *other)
{
  Search search;

  begin (&search, link, NULL);
  link->bulge = other->bulge;
  link->skew = other->skew;
  link->band = other->band;
  make_curve (&search, link->bulge, link->skew, &link->curve);
  note_steepness (&search, link);
}

/**
 * kith_figures_route:
 * @figures: figures with all boxes
 * @link: a link between two of them; its curve and its band are set
 * @fan: how far it bends for the sake of its parallels
 * @scratch: one for each thread
 *
 * The smallest bend that takes the link round the boxes of others, where one does it, else the one that
 * covers the least of them. While no box comes or goes in its band, the answer stays the same.
 *
 * Cost: linear in the boxes near the straight line.
 */
void
kith_figures_route (const KithFigures *figures,
                    KithLinkFigure *link,
                    double fan,
                    KithRouteScratch *scratch)
{
  Search search;
  gboolean crowded;
  double best = G_MAXDOUBLE;

  begin (&search, link, scratch);
  find_obstacles (figures, &search, MIN (fan, 0.0) - 1.0, MAX (fan, 0.0) + 1.0);
  for (guint i = 0; i < G_N_ELEMENTS (bends) && best > 0.0; i++)
    {
      if (i == 1)
        find_obstacles (figures, &search, fan - FARTHEST, fan + FARTHEST);
      if (i == 0 || may_bend (search.length, fan + bends[i]))
        best = try_bend (&search, link, fan + bends[i], 0.0, best);
    }
  crowded = scratch->obstacles->len > MOST_NEAR;
  for (guint i = 0; i < G_N_ELEMENTS (skewed) * G_N_ELEMENTS (skews) && best > 0.0 && !crowded; i++)
    {
      double bend = fan + skewed[i / G_N_ELEMENTS (skews)];

      if (may_bend (search.length, bend))
        best = try_bend (&search, link, bend, skews[i % G_N_ELEMENTS (skews)], best);
    }
  note_steepness (&search, link);
}
