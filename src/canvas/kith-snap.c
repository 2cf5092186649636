/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-snap.h"

#include <math.h>

#define SAME 0.02 /* map units; coordinates are multiples of 1/64 */

/* A box along one axis: where it begins and ends there, and where it lies across. */
typedef struct
{
  double start;
  double end;
  double across_start;
  double across_end;
} Span;

static Span
span_of (const KithRect *rect, gboolean horizontal)
{
  if (horizontal)
    return (Span){ rect->x, rect->x + rect->width, rect->y, rect->y + rect->height };
  return (Span){ rect->y, rect->y + rect->height, rect->x, rect->x + rect->width };
}

static KithPoint
point (double along, double across, gboolean horizontal)
{
  return horizontal ? (KithPoint){ along, across } : (KithPoint){ across, along };
}

/* Start, middle, end. */
static double
mark_of (const Span *span, guint i)
{
  return i == 0 ? span->start : i == 2 ? span->end : (span->start + span->end) / 2;
}

static gboolean
is_beside (const Span *a, const Span *b)
{
  return a->across_start < b->across_end && b->across_start < a->across_end;
}

static void
offer (double *best, double by)
{
  if (fabs (by) < fabs (*best))
    *best = by;
}

/* Edges to edges and middles to middles. */
static void
offer_lines (const Span *moving, const Span *other, double *best)
{
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 3; j++)
      if ((i == 1) == (j == 1))
        offer (best, mark_of (other, j) - mark_of (moving, i));
}

/* The nearest box in the same row (or column) on either side of a span; NULL for none. */
static const Span *
neighbour (const GArray *spans, const Span *of, gboolean before)
{
  const Span *nearest = NULL;

  for (guint i = 0; i < spans->len; i++)
    {
      const Span *one = &g_array_index (spans, Span, i);

      if (one == of || !is_beside (one, of)
          || (before ? one->end > of->start : one->start < of->end))
        continue;
      if (nearest == NULL || (before ? one->end > nearest->end : one->start < nearest->start))
        nearest = one;
    }
  return nearest;
}

/* The neighbours that gaps are made to, and theirs. */
typedef struct
{
  const Span *before;
  const Span *after;
  const Span *before_that;
  const Span *after_that;
} Row;

static Row
row_of (const GArray *spans, const Span *moving)
{
  Row row = { neighbour (spans, moving, TRUE), neighbour (spans, moving, FALSE), NULL, NULL };

  if (row.before != NULL)
    row.before_that = neighbour (spans, row.before, TRUE);
  if (row.after != NULL)
    row.after_that = neighbour (spans, row.after, FALSE);
  return row;
}

static void
offer_gaps (const Span *moving, const Row *row, double *best)
{
  if (row->before != NULL && row->after != NULL)
    offer (best, ((row->after->start - moving->end) - (moving->start - row->before->end)) / 2);
  if (row->before_that != NULL)
    offer (best, row->before->end + (row->before->start - row->before_that->end) - moving->start);
  if (row->after_that != NULL)
    offer (best, row->after->start - (row->after_that->start - row->after->end) - moving->end);
}

/* The line through all that has an edge or its middle (`i`) where the moving box has; FALSE where
 * nothing has. */
static gboolean
line_at (const GArray *spans, const Span *moving, guint i, gboolean horizontal, KithSnapLine *line)
{
  double at = mark_of (moving, i), from = moving->across_start, to = moving->across_end;
  gboolean found = FALSE;

  for (guint j = 0; j < spans->len; j++)
    for (guint k = 0; k < 3; k++)
      {
        const Span *other = &g_array_index (spans, Span, j);

        if ((i == 1) != (k == 1) || fabs (mark_of (other, k) - at) > SAME)
          continue;
        found = TRUE;
        from = MIN (from, other->across_start);
        to = MAX (to, other->across_end);
      }
  *line = (KithSnapLine){ point (at, from, horizontal), point (at, to, horizontal), FALSE };
  return found;
}

/* As few as say it: middles only where no edges are in line, and of boxes of one size one edge. */
static void
draw_lines (const GArray *spans, const Span *moving, gboolean horizontal, GArray *lines)
{
  KithSnapLine start, middle, end;
  gboolean has_start = line_at (spans, moving, 0, horizontal, &start);
  gboolean has_end = line_at (spans, moving, 2, horizontal, &end);
  gboolean alike = horizontal ? start.from.y == end.from.y && start.to.y == end.to.y
                              : start.from.x == end.from.x && start.to.x == end.to.x;

  if (has_start)
    g_array_append_val (lines, start);
  if (has_end && !(has_start && alike))
    g_array_append_val (lines, end);
  if (!has_start && !has_end && line_at (spans, moving, 1, horizontal, &middle))
    g_array_append_val (lines, middle);
}

static void
draw_gap (const Span *first, const Span *second, gboolean horizontal, GArray *lines)
{
  double across = (MAX (first->across_start, second->across_start)
                   + MIN (first->across_end, second->across_end))
                  / 2;
  KithSnapLine line = { point (first->end, across, horizontal),
                        point (second->start, across, horizontal), TRUE };

  g_array_append_val (lines, line);
}

static double
gap (const Span *first, const Span *second)
{
  return first != NULL && second != NULL ? second->start - first->end : NAN;
}

static gboolean
are_equal (double a, double b)
{
  return fabs (a - b) <= 2 * SAME; /* FALSE where one is no number */
}

/* Every gap that equals one beside it. */
static void
draw_gaps (const Row *row, const Span *moving, gboolean horizontal, GArray *lines)
{
  double before = gap (row->before, moving), after = gap (moving, row->after);
  gboolean middle = are_equal (before, after);
  gboolean first = are_equal (before, gap (row->before_that, row->before));
  gboolean last = are_equal (after, gap (row->after, row->after_that));

  if (first)
    draw_gap (row->before_that, row->before, horizontal, lines);
  if (first || middle)
    draw_gap (row->before, moving, horizontal, lines);
  if (last || middle)
    draw_gap (moving, row->after, horizontal, lines);
  if (last)
    draw_gap (row->after, row->after_that, horizontal, lines);
}

/* Along one axis; returns how far to go. */
static double
find_along (const KithRect *moving,
            const KithRect *others,
            guint n,
            double reach,
            gboolean horizontal)
{
  g_autoptr (GArray) spans = g_array_sized_new (FALSE, FALSE, sizeof (Span), n);
  Span self = span_of (moving, horizontal);
  double best = INFINITY, best_gap = INFINITY;
  Row row;

  for (guint i = 0; i < n; i++)
    {
      Span span = span_of (&others[i], horizontal);

      g_array_append_val (spans, span);
      offer_lines (&self, &span, &best);
    }
  row = row_of (spans, &self);
  offer_gaps (&self, &row, &best_gap);
  /* a line is seen at once, so it comes first where both are as near */
  if (fabs (best_gap) < fabs (best))
    best = best_gap;
  return fabs (best) <= reach ? best : 0;
}

static void
draw_along (const KithRect *moved,
            const KithRect *others,
            guint n,
            gboolean horizontal,
            GArray *lines)
{
  g_autoptr (GArray) spans = g_array_sized_new (FALSE, FALSE, sizeof (Span), n);
  Span self = span_of (moved, horizontal);
  Row row;

  for (guint i = 0; i < n; i++)
    {
      Span span = span_of (&others[i], horizontal);

      g_array_append_val (spans, span);
    }
  row = row_of (spans, &self);
  draw_lines (spans, &self, horizontal, lines);
  draw_gaps (&row, &self, horizontal, lines);
}

/**
 * kith_snap_find:
 * @snap: (out): how far to go, and the lines that hold where that leads; clear it
 * @moving: round what is being moved, map units
 * @others: (array length=n): the boxes round it that stay
 * @n: how many
 * @reach: how near, map units, it must be to be drawn on
 *
 * Left, right, top and bottom edges go to edges, middles to middles; gaps become equal to the gap
 * on the other side or to the next one. Linear in @n.
 */
void
kith_snap_find (KithSnap *snap,
                const KithRect *moving,
                const KithRect *others,
                guint n,
                double reach)
{
  KithRect moved = *moving;

  snap->lines = g_array_new (FALSE, FALSE, sizeof (KithSnapLine));
  snap->dx = find_along (moving, others, n, reach, TRUE);
  snap->dy = find_along (moving, others, n, reach, FALSE);
  moved.x += snap->dx;
  moved.y += snap->dy;
  draw_along (&moved, others, n, TRUE, snap->lines);
  draw_along (&moved, others, n, FALSE, snap->lines);
}

void
kith_snap_clear (KithSnap *snap)
{
  g_clear_pointer (&snap->lines, g_array_unref);
}
