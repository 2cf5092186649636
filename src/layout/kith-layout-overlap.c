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

/**
 * kith_overlap_push:
 * @boxes: boxes; their positions change
 * @gap: wished clear space
 * @grid: a grid over @boxes
 *
 * One pass that parts each overlapping pair along the axis that takes less.
 *
 * Returns: how many pairs were nearer than @gap
 */
guint
kith_overlap_push (const KithBoxes *boxes, double gap, KithBoxGrid *grid)
{
  double stretch = boxes->stretch > 0 ? boxes->stretch : 1;
  guint count = 0;

  kith_box_grid_fill (grid);
  for (guint i = 0; i < boxes->n; i++)
    {
      const guint *found;
      guint near = kith_box_grid_near (grid, i, boxes->x[i], boxes->y[i], &found);

      for (guint k = 0; k < near; k++)
        {
          guint j = found[k];
          double dx, dy, over_x, over_y;

          if (j <= i || (boxes->pinned != NULL && boxes->pinned[i] && boxes->pinned[j]))
            continue;
          dx = boxes->x[j] - boxes->x[i];
          dy = boxes->y[j] - boxes->y[i];
          over_x = (boxes->width[i] + boxes->width[j]) / 2 + gap + SLACK - fabs (dx);
          over_y = (boxes->height[i] + boxes->height[j]) / 2 + gap + SLACK - fabs (dy);
          if (over_x <= SLACK || over_y <= SLACK)
            continue;
          count++;
          if (over_x < over_y * stretch)
            part (boxes->x, i, j, over_x, boxes->pinned, dx >= 0);
          else
            part (boxes->y, i, j, over_y, boxes->pinned, dy >= 0);
        }
    }

  return count;
}

/* How many pairs are nearer than @gap; counting ends beyond @enough. */
guint
kith_overlap_count (const KithBoxes *boxes, double gap, KithBoxGrid *grid, guint enough)
{
  guint count = 0;

  kith_box_grid_fill (grid);
  for (guint i = 0; i < boxes->n && count <= enough; i++)
    {
      const guint *found;
      guint near = kith_box_grid_near (grid, i, boxes->x[i], boxes->y[i], &found);

      for (guint k = 0; k < near; k++)
        count += found[k] > i && kith_boxes_overlap (boxes, i, found[k], gap);
    }

  return count;
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
