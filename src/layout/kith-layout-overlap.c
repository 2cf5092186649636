/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-overlap.h"

#include <math.h>

/* Pushing aims for a little more than the gap, so that it ends. */
#define SLACK 0.03125
#define PASSES 240

/* Moves a pair apart by @by along one axis; a pinned box leaves it to the other. */
static void
part (double *at, guint a, guint b, double by, const guint8 *pinned, gboolean a_first)
{
  double a_part = pinned == NULL || !pinned[a] ? 0.5 : 0;
  double b_part = pinned == NULL || !pinned[b] ? 0.5 : 0;
  double sign = a_first ? -1 : 1;

  if (a_part == 0)
    b_part *= 2;
  else if (b_part == 0)
    a_part *= 2;
  at[a] += sign * by * a_part;
  at[b] -= sign * by * b_part;
}

/* Parts two boxes if they are nearer than @gap; TRUE if they were. */
static inline gboolean
push_pair (const KithBoxes *boxes, guint i, guint j, double gap)
{
  double dx = boxes->x[j] - boxes->x[i], dy = boxes->y[j] - boxes->y[i];
  double over_x = (boxes->width[i] + boxes->width[j]) / 2 + gap + SLACK - fabs (dx);
  double over_y = (boxes->height[i] + boxes->height[j]) / 2 + gap + SLACK - fabs (dy);

  if (over_x <= SLACK || over_y <= SLACK
      || (boxes->pinned != NULL && boxes->pinned[i] && boxes->pinned[j]))
    return FALSE;
  if (over_x < over_y)
    part (boxes->x, i, j, over_x, boxes->pinned, dx >= 0);
  else
    part (boxes->y, i, j, over_y, boxes->pinned, dy >= 0);

  return TRUE;
}

typedef gboolean (*PairFunc) (const KithBoxes *boxes, guint i, guint j, double gap);

/* Those of the strip from @at on that lie within reach across. */
static inline guint
visit_row (const KithBoxes *boxes,
           const KithBoxSweep *sweep,
           guint i,
           guint at,
           guint end,
           double gap,
           PairFunc visit)
{
  double last = boxes->x[i] + sweep->reach;
  guint count = 0;

  for (; at < end && boxes->x[sweep->order[at]] <= last; at++)
    count += visit (boxes, i, sweep->order[at], gap);

  return count;
}

/* Every pair of boxes that may touch, until @enough have said TRUE. */
static inline guint
visit_pairs (const KithBoxes *boxes, KithBoxGrid *grid, double gap, guint enough, PairFunc visit)
{
  KithBoxSweep sweep;
  guint count = 0;

  kith_box_grid_sweep (grid, &sweep);
  for (guint s = 0; s < sweep.strips && count <= enough; s++)
    {
      guint end = sweep.start[s + 1], under = end;
      guint end_under = s + 1 < sweep.strips ? sweep.start[s + 2] : end;

      for (guint k = sweep.start[s]; k < end; k++)
        {
          guint i = sweep.order[k];

          count += visit_row (boxes, &sweep, i, k + 1, end, gap, visit);
          while (under < end_under && boxes->x[sweep.order[under]] < boxes->x[i] - sweep.reach)
            under++;
          count += visit_row (boxes, &sweep, i, under, end_under, gap, visit);
        }
    }
  for (guint g = 0; g < sweep.n_giants && count <= enough; g++)
    for (guint i = 0; i < boxes->n; i++)
      if (i != sweep.giants[g])
        count += visit (boxes, sweep.giants[g], i, gap);

  return count;
}

/**
 * kith_overlap_push:
 * @boxes: boxes; their positions change
 * @gap: wished clear space
 * @grid: a grid over @boxes, for @gap
 *
 * One pass that parts each overlapping pair along the axis that takes less. What a box was pushed
 * onto that was out of its reach before waits for the next pass.
 *
 * Returns: how many pairs were nearer than @gap
 */
guint
kith_overlap_push (const KithBoxes *boxes, double gap, KithBoxGrid *grid)
{
  return visit_pairs (boxes, grid, gap, G_MAXUINT - 1, push_pair);
}

/* How many pairs are nearer than @gap; counting ends beyond @enough. */
guint
kith_overlap_count (const KithBoxes *boxes, double gap, KithBoxGrid *grid, guint enough)
{
  return visit_pairs (boxes, grid, gap, enough, kith_boxes_overlap);
}

/* Moves a found place towards the wished one along one axis, as far as it stays
 * free. */
static void
pull_in (const KithBoxGrid *grid, guint box, double wished, double *at, double *x, double *y)
{
  for (guint i = 0; i < 6; i++)
    {
      double kept = *at;

      *at = (*at + wished) / 2;
      if (!kith_box_grid_is_free (grid, box, *x, *y))
        {
          *at = kept;
          wished = (wished + kept) / 2;
        }
    }
}

/* The best free place on a ring of steps round (@x, @y). */
static gboolean
search_ring (const KithBoxGrid *grid,
             guint box,
             glong ring,
             double step_x,
             double step_y,
             double x,
             double y,
             double *best_x,
             double *best_y)
{
  double best = G_MAXDOUBLE, coarser = 1 + ring / 64.0;

  for (glong c = -ring; c <= ring; c++)
    {
      glong stride = ABS (c) == ring ? 1 : 2 * ring;

      for (glong r = -ring; r <= ring; r += stride)
        {
          double dx = c * step_x * coarser, dy = r * step_y * coarser;

          if (dx * dx + dy * dy >= best || !kith_box_grid_is_free (grid, box, x + dx, y + dy))
            continue;
          best = dx * dx + dy * dy;
          *best_x = x + dx;
          *best_y = y + dy;
        }
    }

  return best < G_MAXDOUBLE;
}

/**
 * kith_overlap_find_free:
 * @grid: what is taken
 * @boxes: the boxes of the grid
 * @box: the box to find a place for
 * @ring: how many steps out to begin looking, 1 if nothing is known
 * @x: (inout): where it would like to be; then a free place near there
 * @y: (inout): likewise
 *
 * Always finds one, as the plane is large. O(k) for k boxes in the way.
 *
 * Returns: how many steps out the place is
 */
guint
kith_overlap_find_free (const KithBoxGrid *grid,
                        const KithBoxes *boxes,
                        guint box,
                        guint ring,
                        double *x,
                        double *y)
{
  double step_x = MAX (boxes->width[box] / 4, 2);
  double step_y = MAX (boxes->height[box] / 3, 2);
  double wished_x = *x, wished_y = *y;

  if (kith_box_grid_is_free (grid, box, *x, *y))
    return 0;

  while (!search_ring (grid, box, ring, step_x, step_y, wished_x, wished_y, x, y))
    ring++;
  pull_in (grid, box, wished_x, x, x, y);
  pull_in (grid, box, wished_y, y, x, y);

  return ring;
}

static gboolean
is_pinned (const KithBoxes *boxes, guint i)
{
  return boxes->pinned != NULL && boxes->pinned[i];
}

/* Boxes that cannot stay, after all others are in the grid. */
static guint
list_homeless (const KithBoxes *boxes, KithBoxGrid *grid, guint *homeless)
{
  guint count = 0;

  kith_box_grid_clear (grid);
  for (guint i = 0; i < boxes->n; i++)
    if (is_pinned (boxes, i))
      kith_box_grid_add (grid, i);
  for (guint i = 0; i < boxes->n; i++)
    {
      if (is_pinned (boxes, i))
        continue;
      if (kith_box_grid_is_free (grid, i, boxes->x[i], boxes->y[i]))
        kith_box_grid_add (grid, i);
      else
        homeless[count++] = i;
    }

  return count;
}

/* How far out others who wished to be about here had to go: where thousands lie
 * in a heap, looking anew from its middle for each would take minutes. */
typedef struct
{
  gint32 column, row;
  guint ring;
} Memory;

#define MEMORIES 4096
#define NEIGHBOURHOOD 128.0

static Memory *
recall (Memory *memories, double x, double y)
{
  gint32 column = (gint32) floor (CLAMP (x / NEIGHBOURHOOD, -1e9, 1e9));
  gint32 row = (gint32) floor (CLAMP (y / NEIGHBOURHOOD, -1e9, 1e9));
  guint slot = ((guint) column * 73856093u ^ (guint) row * 19349663u) % MEMORIES;
  Memory *memory = &memories[slot];

  if (memory->column != column || memory->row != row)
    *memory = (Memory){ column, row, 0 };

  return memory;
}

/* Gives every box that still overlaps another a free place: those without
 * trouble first, as they stay. Ends with no overlap but between pinned boxes. */
static gboolean
settle (const KithBoxes *boxes, double gap, KithBoxGrid *grid, KithWatch *watch)
{
  g_autofree guint *homeless = g_new (guint, boxes->n);
  g_autofree Memory *memories = g_new0 (Memory, MEMORIES);
  guint count = list_homeless (boxes, grid, homeless);

  for (guint k = 0; k < count; k++)
    {
      guint box = homeless[k];
      double x = boxes->x[box], y = boxes->y[box];
      Memory *memory = recall (memories, x, y);

      if (k % 16 == 0 && watch != NULL && !kith_watch_tick (watch, 0.5 + 0.5 * k / count))
        return FALSE;
      memory->ring = kith_overlap_find_free (grid, boxes, box,
                                             memory->ring > 6 ? memory->ring - 2 : 1, &x, &y);
      boxes->x[box] = x;
      boxes->y[box] = y;
      kith_box_grid_add (grid, box);
    }

  return TRUE;
}

/**
 * kith_overlap_remove:
 * @boxes: boxes; their positions change, those of pinned ones do not
 * @gap: clear space wanted between any two
 * @watch: (nullable): asked after each pass
 *
 * Parts boxes until none overlap, but pinned ones that overlap each other.
 * Near O(n) when they are loosely packed; in a crowd, boxes that cannot be
 * pushed clear go to the nearest free place.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
kith_overlap_remove (const KithBoxes *boxes, double gap, KithWatch *watch)
{
  g_autoptr (KithBoxGrid) grid = kith_box_grid_new (boxes, gap);
  guint heap = 12 * boxes->n;

  /* In a heap, pushing would take longer than placing, and keep no shape. */
  if (kith_overlap_count (boxes, gap, grid, heap) > heap)
    return settle (boxes, gap, grid, watch);

  for (guint pass = 0; pass < PASSES; pass++)
    {
      guint count = kith_overlap_push (boxes, gap, grid);

      if (watch != NULL && !kith_watch_tick (watch, 0.5 * pass / PASSES))
        return FALSE;
      if (count == 0)
        break;
    }

  return settle (boxes, gap, grid, watch);
}

/* Towards its wished place, if not all the way then as far as one axis or the other allows. */
static gboolean
pull_one_back (const KithBoxGrid *grid,
               const KithBoxes *boxes,
               guint i,
               double wished_x,
               double wished_y)
{
  double x = boxes->x[i], y = boxes->y[i], kept_x = x, kept_y = y;

  if (x == wished_x && y == wished_y)
    return FALSE;
  if (kith_box_grid_is_free (grid, i, wished_x, wished_y))
    {
      x = wished_x;
      y = wished_y;
    }
  else
    {
      x = wished_x;
      if (!kith_box_grid_is_free (grid, i, x, y))
        x = kept_x, pull_in (grid, i, wished_x, &x, &x, &y);
      y = wished_y;
      if (!kith_box_grid_is_free (grid, i, x, y))
        y = kept_y, pull_in (grid, i, wished_y, &y, &x, &y);
    }
  boxes->x[i] = x;
  boxes->y[i] = y;

  return fabs (x - kept_x) + fabs (y - kept_y) > 0.1;
}

/**
 * kith_overlap_pull_back:
 * @boxes: boxes that have been parted; their positions change
 * @gap: clear space that stays between them
 * @wished_x: (array): where they were
 * @wished_y: (array): likewise
 *
 * Moves boxes that were pushed farther than it took back towards where they were.
 */
void
kith_overlap_pull_back (const KithBoxes *boxes,
                        double gap,
                        const double *wished_x,
                        const double *wished_y)
{
  g_autoptr (KithBoxGrid) grid = kith_box_grid_new (boxes, gap);
  gboolean moved = TRUE;

  kith_box_grid_fill (grid);
  for (guint pass = 0; pass < 8 && moved; pass++)
    {
      moved = FALSE;
      for (guint i = 0; i < boxes->n; i++)
        {
          if (is_pinned (boxes, i))
            continue;
          kith_box_grid_remove (grid, i);
          moved |= pull_one_back (grid, boxes, i, wished_x[i], wished_y[i]);
          kith_box_grid_add (grid, i);
        }
    }
}
