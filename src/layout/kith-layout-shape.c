/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-grown.h"
#include "kith-layout-neighbours.h"
#include "kith-layout-shape-private.h"

#include <math.h>
#include <string.h>

#include "kith-layout-piece.h"
#include "kith-layout-placement.h"

#define LEAST_TITLE 26.0 /* map units */
#define LINE 1.3         /* of the size of letters */
#define AIR 9.0
#define MOST_FILLINGS 4

gboolean
kith_shaping_is_cancelled (const KithShaping *self)
{
  return self->options->cancelled != NULL && self->options->cancelled (self->options->data);
}

guint
kith_shaping_size (const KithShaping *self, guint group)
{
  return self->first[group + 1] - self->first[group];
}

const guint *
kith_shaping_members (const KithShaping *self, guint group)
{
  return self->members + self->first[group];
}

gboolean
kith_shaping_are_linked (const KithShaping *self, guint a, guint b)
{
  for (guint k = self->next[a]; k < self->next[a + 1]; k++)
    if (self->near[k] == b)
      return TRUE;
  return FALSE;
}

/* How long all links are together, from centre to centre. */
double
kith_shaping_length (KithShaping *self)
{
  double sum = 0.0;

  for (guint i = 0; i < self->graph->n; i++)
    for (guint k = self->next[i]; k < self->next[i + 1]; k++)
      if (self->near[k] > i)
        {
          double dx = self->x[self->near[k]] - self->x[i];
          double dy = self->y[self->near[k]] - self->y[i];

          sum += sqrt (dx * dx + dy * dy);
        }
  return sum;
}

static int
compare_by (gconstpointer a, gconstpointer b, gpointer by)
{
  guint one = *(const guint *) a, other = *(const guint *) b;
  double difference = ((const double *) by)[one] - ((const double *) by)[other];

  return difference != 0.0 ? (difference > 0.0) - (difference < 0.0) : one < other ? -1 : 1;
}

/* Boxes in the order of a value that each has; equal ones in that of their indices. */
void
kith_shaping_sort (guint *boxes, guint n, const double *by)
{
  g_qsort_with_data (boxes, (int) n, sizeof *boxes, compare_by, (gpointer) by);
}

/* --- The best so far --- */

struct _KithShapingKept
{
  double *x, *y, *wanted;
  KithLayoutArea *areas;
  guint middle;
};

/* What has been filled, as it is now; free it with kith_shaping_kept_free(). */
KithShapingKept *
kith_shaping_keep (const KithShaping *self)
{
  KithShapingKept *kept = g_new (KithShapingKept, 1);

  kept->x = g_new (double, self->graph->n + 1);
  kept->y = g_new (double, self->graph->n + 1);
  kept->wanted = g_new (double, self->graph->n + 1);
  kept->areas = g_new (KithLayoutArea, kith_layout_n_areas (self->shape) + 1);
  kith_shaping_keep_instead (self, kept);
  return kept;
}

void
kith_shaping_keep_instead (const KithShaping *self, KithShapingKept *kept)
{
  gsize bytes = self->graph->n * sizeof (double);

  memcpy (kept->x, self->x, bytes);
  memcpy (kept->y, self->y, bytes);
  memcpy (kept->wanted, self->wanted, bytes);
  memcpy (kept->areas, self->areas, kith_layout_n_areas (self->shape) * sizeof *kept->areas);
  kept->middle = self->middle;
}

void
kith_shaping_take_back (KithShaping *self, const KithShapingKept *kept)
{
  gsize bytes = self->graph->n * sizeof (double);

  memcpy (self->x, kept->x, bytes);
  memcpy (self->y, kept->y, bytes);
  memcpy (self->wanted, kept->wanted, bytes);
  memcpy (self->areas, kept->areas, kith_layout_n_areas (self->shape) * sizeof *kept->areas);
  self->middle = kept->middle;
}

void
kith_shaping_kept_free (KithShapingKept *kept)
{
  g_free (kept->x);
  g_free (kept->y);
  g_free (kept->wanted);
  g_free (kept->areas);
  g_free (kept);
}

/* For those that are placed by nothing but what is in the shape. */
void
kith_shaping_place_again (KithShaping *self, gpointer place)
{
  ((KithShapePlace) place) (self);
}

/* Places anew from where each place before has led, and keeps the best, of which there is least. */
void
kith_shaping_improve (KithShaping *self,
                      KithShapeAgain place,
                      gpointer data,
                      KithShapeMeasure measure,
                      guint rounds)
{
  g_autoptr (KithShapingKept) best = kith_shaping_keep (self);
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < rounds && !kith_shaping_is_cancelled (self); i++)
    {
      double now;

      place (self, data);
      now = measure (self);
      if (now >= least)
        continue;
      least = now;
      kith_shaping_keep_instead (self, best);
    }
  kith_shaping_take_back (self, best);
}

/**
 * kith_shaping_bounds:
 * @self: a shape
 * @areas: what its groups take
 * @bounds: (out): what all of them take
 *
 * Returns: %FALSE if none takes anything
 */
gboolean
kith_shaping_bounds (const KithShaping *self, const KithLayoutArea *areas, KithLayoutArea *bounds)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < kith_layout_n_areas (self->shape); i++)
    {
      const KithLayoutArea *area = &areas[i];

      if (area->width <= 0.0)
        continue;
      left = MIN (left, area->x - area->width / 2), right = MAX (right, area->x + area->width / 2);
      top = MIN (top, area->y - area->height / 2);
      bottom = MAX (bottom, area->y + area->height / 2);
    }
  *bounds = (KithLayoutArea){ (left + right) / 2, (top + bottom) / 2, right - left, bottom - top };
  return left <= right;
}

/* Of what is wrong, in crossings, and of the page: a tenth of that is worth an eighth of what crosses on it. Less
 * is better. */
double
kith_shaping_judge (const KithShaping *self, double flaws)
{
  double root = sqrt (1.0 + flaws);
  KithLayoutArea page;

  if (!kith_shaping_bounds (self, self->areas, &page))
    return 0.0;
  return kith_placement_page_size (page.width, page.height) * root * sqrt (root);
}

static void
note_groups (KithShaping *self)
{
  guint n = self->graph->n, n_groups = self->shape->n_groups + 1;
  g_autofree guint *at = NULL;

  self->members = g_new (guint, n + 1);
  self->first = g_new0 (guint, n_groups + 2);
  self->order = g_new0 (guint, n_groups + 1);
  for (guint i = 0; i < n; i++)
    self->first[MIN (self->shape->group[i], n_groups - 1) + 1]++;
  for (guint g = 0; g < n_groups; g++)
    self->first[g + 1] += self->first[g];
  at = g_memdup2 (self->first, (n_groups + 1) * sizeof *at);
  for (guint i = 0; i < n; i++)
    self->members[at[MIN (self->shape->group[i], n_groups - 1)]++] = i;
}

static gboolean
fill (KithShaping *self)
{
  switch (self->shape->form)
    {
    case KITH_LAYOUT_COLUMNS:
      kith_shape_columns (self);
      return TRUE;
    case KITH_LAYOUT_SEGMENTS:
      kith_shape_segments (self);
      return TRUE;
    case KITH_LAYOUT_RINGS:
      kith_shape_rings (self);
      return TRUE;
    case KITH_LAYOUT_GRID:
      kith_shape_grid (self);
      return TRUE;
    case KITH_LAYOUT_CIRCLE:
      kith_shape_circle (self);
      return TRUE;
    case KITH_LAYOUT_ISLANDS:
      return kith_shape_islands (self);
    }
  g_assert_not_reached ();
}

/* In frames, which may be narrow, large letters have two lines. */
static gboolean
is_framed (KithLayoutForm form)
{
  return form == KITH_LAYOUT_COLUMNS || form == KITH_LAYOUT_ISLANDS || form == KITH_LAYOUT_GRID;
}

/* Of the whole arrangement, with a line of its letters and the air about it. */
static double
title_room (const KithShaping *self)
{
  KithLayoutArea page;
  double size;

  if (!kith_shaping_bounds (self, self->areas, &page) || self->shape->title_size == NULL)
    return LEAST_TITLE;
  size = self->shape->title_size (page.width, page.height);
  if (is_framed (self->shape->form) && size * LINE + AIR > LEAST_TITLE)
    return 2 * size * LINE + AIR;
  return size * LINE + AIR;
}

/* What the areas are called needs the more room the larger all of it has become: filled anew then.
 * Boxes trade places once nothing grows any more. */
static gboolean
fill_with_titles (KithShaping *self)
{
  gsize bytes = self->graph->n * sizeof (double);
  g_autofree double *x = g_memdup2 (self->x, bytes), *y = g_memdup2 (self->y, bytes);

  self->title = LEAST_TITLE;
  for (guint i = 0; i < MOST_FILLINGS; i++)
    {
      double room;

      memcpy (self->x, x, bytes);
      memcpy (self->y, y, bytes);
      self->middle = G_MAXUINT;
      self->settled = FALSE;
      if (self->shape->grown != NULL)
        kith_shaping_recall (self);
      if (!fill (self) || kith_shaping_is_cancelled (self))
        return FALSE;
      room = title_room (self);
      if (room <= self->title && (self->trades || self->shape->grown != NULL))
        return TRUE;
      self->trades |= self->shape->grown == NULL && (room <= self->title || i + 2 == MOST_FILLINGS);
      self->title = MAX (self->title, room);
    }
  return TRUE;
}

/* How far the boxes that had a place, which they keep in what has grown, would have to go for their middle to be
 * where it was: arranged again, a picture does not wander. */
static void
find_way_back (const KithShaping *self,
               const double *was_x,
               const double *was_y,
               double *mx,
               double *my)
{
  double n = 0;

  *mx = *my = 0.0;
  for (guint i = 0; i < self->graph->n; i++)
    if (kith_piece_is_place (was_x[i], was_y[i]) && (self->at_home == NULL || self->at_home[i]))
      n++, *mx += was_x[i] - self->x[i], *my += was_y[i] - self->y[i];
  if (n > 0)
    *mx /= n, *my /= n;
}

/* Round the place where the picture was; pinned boxes are where they were, and the others make way
 * for them. */
static void
put_back (KithShaping *self, const double *was_x, const double *was_y)
{
  const KithLayoutGraph *graph = self->graph;
  guint middle = self->middle;
  double mx, my;

  find_way_back (self, was_x, was_y, &mx, &my);
  if (middle != G_MAXUINT && graph->pinned != NULL
      && graph->pinned[middle]) /* the rings come to it */
    mx = was_x[middle] - self->x[middle], my = was_y[middle] - self->y[middle];
  for (guint i = 0; i < graph->n; i++)
    {
      gboolean pinned = graph->pinned != NULL && graph->pinned[i];

      self->x[i] = pinned ? was_x[i] : self->x[i] + mx;
      self->y[i] = pinned ? was_y[i] : self->y[i] + my;
    }
  for (guint i = 0; i < kith_layout_n_areas (self->shape); i++)
    self->areas[i].x += mx, self->areas[i].y += my;
  kith_layout_tidy (graph, self->options->gap, self->x, self->y);
}

/**
 * kith_layout_n_areas:
 * @shape: a shape
 *
 * Returns: how many areas kith_layout_arrange_in() tells: one for each group, and for a grid one for
 *   each of its columns, then one for each of its rows, then one for what is beside it
 */
guint
kith_layout_n_areas (const KithLayoutShape *shape)
{
  return shape->form == KITH_LAYOUT_GRID ? shape->n_groups + shape->n_rows + 1 : shape->n_groups;
}

static void
shaping_init (KithShaping *self)
{
  guint n = self->graph->n, n_groups = self->shape->n_groups;

  note_groups (self);
  self->wanted = g_new0 (double, n + 1);
  self->rows = g_new0 (guint, n_groups + 1);
  self->ways = g_new0 (guint, n_groups + 1);
  self->below = g_new0 (gboolean, n_groups + 1);
  self->share = g_new0 (double, n_groups + 1);
  self->need = g_new0 (double, n_groups + 1);
  if (self->shape->grown != NULL)
    {
      self->out = g_new0 (double, n + 1);
      self->at_home = g_new0 (gboolean, n + 1);
    }
  self->effort = KITH_SHAPE_EFFORT;
  kith_layout_list_neighbours (self->graph, &self->next, &self->near);
}

static void
shaping_clear (KithShaping *self)
{
  g_free (self->wanted);
  g_free (self->rows);
  g_free (self->ways);
  g_free (self->below);
  g_free (self->out);
  g_free (self->at_home);
  g_free (self->share);
  g_free (self->need);
  g_free (self->members);
  g_free (self->first);
  g_free (self->order);
  g_free (self->near);
  g_free (self->next);
}

/**
 * kith_layout_arrange_in:
 * @graph: boxes and links
 * @options: as for kith_layout_arrange()
 * @shape: the groups, and the form that they take
 * @x: (array) (inout): centres, map units; NaN where there is none yet
 * @y: (array) (inout): likewise
 * @areas: (array) (out caller-allocates): kith_layout_n_areas() of them
 *
 * Arranges freely first; then each box goes to where its group is, in the order and near the places
 * to which its links draw it. What has grown out of an earlier picture is not arranged first: boxes go to
 * where they were, in areas that have room for all. No two boxes overlap. Pinned ones stay, even outside their area. Cost:
 * that of kith_layout_arrange(), and some rounds over the links.
 *
 * Returns: %FALSE if it was cancelled, with the positions as they came
 */
gboolean
kith_layout_arrange_in (const KithLayoutGraph *graph,
                        const KithLayoutOptions *options,
                        const KithLayoutShape *shape,
                        double *x,
                        double *y,
                        KithLayoutArea *areas)
{
  KithLayoutGraph sane = *graph;
  g_autofree double *width = g_new (double, graph->n + 1);
  g_autofree double *height = g_new (double, graph->n + 1);
  KithShaping self = { .graph = &sane,
                       .options = options,
                       .shape = shape,
                       .areas = areas,
                       .middle = G_MAXUINT };
  gsize bytes = (graph->n + 1) * sizeof (double);
  g_autofree double *to_x = g_malloc (bytes), *to_y = g_malloc (bytes);
  gboolean done;

  memset (areas, 0, kith_layout_n_areas (shape) * sizeof *areas);
  if (graph->n == 0)
    return TRUE;
  for (guint i = 0; i < graph->n; i++)
    {
      width[i] = kith_piece_sane_size (graph->width[i], 150);
      height[i] = kith_piece_sane_size (graph->height[i], 50);
    }
  sane.width = width, sane.height = height;
  memcpy (to_x, x, graph->n * sizeof *x);
  memcpy (to_y, y, graph->n * sizeof *y);
  if (shape->grown == NULL && !kith_layout_arrange (graph, options, to_x, to_y))
    return FALSE;
  self.x = to_x, self.y = to_y;
  shaping_init (&self);
  done = fill_with_titles (&self);
  if (done)
    {
      put_back (&self, x, y);
      memcpy (x, to_x, graph->n * sizeof *x);
      memcpy (y, to_y, graph->n * sizeof *y);
    }
  shaping_clear (&self);
  return done;
}
