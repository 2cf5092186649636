/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-packing.h"

#include <math.h>
#include <string.h>

#include "kith-layout-placement.h"

/* Up to this many are placed one by one where the page grows least; more go
 * into rows. */
#define FEW 40
/* Up to this many all orders are tried. */
#define VERY_FEW 16
/* A page may be this much longer or shorter than the usual one for the sake of its size. */
#define STRETCH 1.5
/* Another way of packing has to be as much better: what the same boxes come to, elsewhere, must not hang
 * on the last bit. */
#define NOTABLY 0.99
#define LITTLE 1e-4 /* map units, likewise */

typedef struct
{
  double x0, y0, x1, y1;
} Bounds;

static Bounds
bounds_of (const KithRect *rect)
{
  return (Bounds){ rect->x - rect->width / 2, rect->y - rect->height / 2, rect->x + rect->width / 2,
                   rect->y + rect->height / 2 };
}

static Bounds
join (Bounds a, Bounds b)
{
  return (Bounds){ MIN (a.x0, b.x0), MIN (a.y0, b.y0), MAX (a.x1, b.x1), MAX (a.y1, b.y1) };
}

/* Gives a loose rectangle the shape of @columns columns of cells. */
void
kith_packing_shape (KithRect *rect, guint columns)
{
  guint rows = (rect->cells + columns - 1) / columns;

  rect->columns = columns;
  rect->width = columns * (rect->cell_width + rect->gap) - rect->gap;
  rect->height = rows * (rect->cell_height + rect->gap) - rect->gap;
}

/* The size of the page that holds all of them. */
double
kith_packing_page (const KithRect *rects, guint n)
{
  Bounds all = bounds_of (&rects[0]);

  for (guint i = 1; i < n; i++)
    all = join (all, bounds_of (&rects[i]));

  return kith_placement_page_size (all.x1 - all.x0, all.y1 - all.y0);
}

static gboolean
is_clear (KithRect *const *placed, guint count, Bounds at, double gap)
{
  gap -= LITTLE;
  for (guint i = 0; i < count; i++)
    {
      Bounds other = bounds_of (placed[i]);

      if (at.x0 < other.x1 + gap && at.x1 > other.x0 - gap && at.y0 < other.y1 + gap
          && at.y1 > other.y0 - gap)
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  double cost, x, y;
  guint columns;
} Spot;

/* Tries the rectangle, in its present shape, with its corner at (x0, y0). */
static void
try_spot (const KithRect *rect,
          KithRect *const *placed,
          guint count,
          Bounds all,
          double x0,
          double y0,
          double shape,
          double gap,
          Spot *best)
{
  Bounds at = { x0, y0, x0 + rect->width, y0 + rect->height };
  Bounds page = join (all, at);
  double height = page.y1 - page.y0;
  double cost = MAX ((page.x1 - page.x0) / shape, height) + 0.15 * height
                + 1e-4 * ((at.x0 - all.x0) + (at.y0 - all.y0));

  if (cost >= best->cost - LITTLE || !is_clear (placed, count, at, gap))
    return;
  *best = (Spot){ cost, (at.x0 + at.x1) / 2, (at.y0 + at.y1) / 2, rect->columns };
}

/* Tries all corners that the edges of the placed ones make: right of one or
 * under one, in line with the top or left of another. */
static void
try_corners (const KithRect *rect,
             KithRect *const *placed,
             guint count,
             Bounds all,
             double shape,
             double gap,
             Spot *best)
{
  for (guint i = 0; i < count; i++)
    for (guint j = 0; j < count; j++)
      {
        Bounds a = bounds_of (placed[i]), b = bounds_of (placed[j]);

        try_spot (rect, placed, count, all, a.x1 + gap, b.y0, shape, gap, best);
        try_spot (rect, placed, count, all, a.x0, b.y1 + gap, shape, gap, best);
        try_spot (rect, placed, count, all, a.x1 + gap, b.y1 - rect->height, shape, gap, best);
      }
  try_spot (rect, placed, count, all, all.x0, all.y1 + gap, shape, gap, best);
  try_spot (rect, placed, count, all, all.x1 + gap, all.y0, shape, gap, best);
}

static void
place_one (KithRect *rect, KithRect **placed, guint count, double shape, double gap)
{
  Spot best = { G_MAXDOUBLE, 0, 0, 0 };
  Bounds all = bounds_of (placed[0]);
  guint most = rect->cells > 0 ? MIN (rect->cells, 60) : 1;

  for (guint i = 1; i < count; i++)
    all = join (all, bounds_of (placed[i]));
  for (guint columns = 1; columns <= most; columns++)
    {
      if (rect->cells > 0)
        kith_packing_shape (rect, columns);
      try_corners (rect, placed, count, all, shape, gap, &best);
    }

  if (rect->cells > 0)
    kith_packing_shape (rect, best.columns);
  rect->x = best.x;
  rect->y = best.y;
}

/* The shape that suits the page when there is nothing else. */
static void
shape_alone (KithRect *rect)
{
  double best = G_MAXDOUBLE;
  guint chosen = 1;

  if (rect->cells == 0)
    return;
  for (guint columns = 1; columns <= rect->cells; columns++)
    {
      double size, empty;

      kith_packing_shape (rect, columns);
      empty = (double) ((rect->cells + columns - 1) / columns) * columns - rect->cells;
      size = kith_placement_page_size (rect->width, rect->height) * (1 + 0.2 * empty / rect->cells);
      if (size < best)
        {
          best = size;
          chosen = columns;
        }
    }
  kith_packing_shape (rect, chosen);
}

typedef enum
{
  BY_AREA,
  BY_WIDTH,
  BY_HEIGHT,
  BY_SIDE, /* the longer one */
  N_ORDERS,
} Order;

static double
size_by (const KithRect *rect, Order order)
{
  switch (order)
    {
    case BY_WIDTH:
      return rect->width;
    case BY_HEIGHT:
      return rect->height;
    case BY_SIDE:
      return MAX (rect->width, KITH_PLACEMENT_PAGE * rect->height);
    default:
      return rect->width * rect->height;
    }
}

/* Fixed first, then from large to small, loose ones last; ties as they came. */
static int
compare_rects (const void *a, const void *b, void *data)
{
  const KithRect *p = *(KithRect *const *) a, *q = *(KithRect *const *) b;
  Order order = GPOINTER_TO_UINT (data);

  if (p->fixed != q->fixed)
    return p->fixed ? -1 : 1;
  if ((p->cells > 0) != (q->cells > 0))
    return p->cells > 0 ? 1 : -1;
  if (size_by (p, order) != size_by (q, order))
    return size_by (p, order) > size_by (q, order) ? -1 : 1;

  return p < q ? -1 : p > q;
}

/* Rows, each as high as its highest. */
static void
pack_rows (KithRect **sorted, guint n, double gap)
{
  double area = 0, x = 0, y = 0, row = 0, wide, left = 0;
  guint first = 0;

  for (guint i = 0; i < n; i++)
    area += (sorted[i]->width + gap) * (sorted[i]->height + gap);
  wide = sqrt (area * KITH_PLACEMENT_PAGE);
  if (sorted[0]->fixed)
    {
      left = sorted[0]->x - sorted[0]->width / 2;
      y = sorted[0]->y + sorted[0]->height / 2 + gap;
      first = 1;
    }
  wide = MAX (wide, sorted[0]->width);

  for (guint i = first; i < n; i++)
    {
      if (x > 0 && x + sorted[i]->width > wide)
        {
          x = 0;
          y += row + gap;
          row = 0;
        }
      sorted[i]->x = left + x + sorted[i]->width / 2;
      sorted[i]->y = y + sorted[i]->height / 2;
      x += sorted[i]->width + gap;
      row = MAX (row, sorted[i]->height);
    }
}

static void
pack_few (KithRect *rects, guint n, Order order, double page, double gap)
{
  KithRect *sorted[FEW] = { NULL };

  for (guint i = 0; i < n; i++)
    {
      sorted[i] = &rects[i];
      shape_alone (&rects[i]);
    }
  g_qsort_with_data (sorted, (int) n, sizeof (KithRect *), compare_rects, GUINT_TO_POINTER (order));
  if (!sorted[0]->fixed)
    sorted[0]->x = sorted[0]->y = 0;
  for (guint i = 1; i < n; i++)
    place_one (sorted[i], sorted, i, page, gap);
}

/* Less is better: its area, and more where it is far from the usual shape. */
static double
measure_pack (const KithRect *rects, guint n)
{
  Bounds all = bounds_of (&rects[0]);
  double width, height, shape;

  for (guint i = 1; i < n; i++)
    all = join (all, bounds_of (&rects[i]));
  width = all.x1 - all.x0;
  height = all.y1 - all.y0;
  shape = width / (height * KITH_PLACEMENT_PAGE);
  shape = MAX (shape, 1 / shape) / STRETCH;

  return width * height * MAX (shape, 1);
}

/* The best of several orders on pages of several shapes. */
static void
pack_very_few (KithRect *rects, guint n, double gap)
{
  static const double pages[] = { 1.0, 0.8, 1.25, 0.65, 1.5 };
  g_autofree KithRect *trial = g_new (KithRect, n);
  g_autofree KithRect *first = g_memdup2 (rects, sizeof (KithRect) * n);
  double best = G_MAXDOUBLE;

  for (guint order = 0; order < N_ORDERS; order++)
    for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
      {
        double size;

        memcpy (trial, first, sizeof (KithRect) * n);
        pack_few (trial, n, (Order) order, pages[i] * KITH_PLACEMENT_PAGE, gap);
        size = measure_pack (trial, n);
        if (size >= NOTABLY * best)
          continue;
        best = size;
        memcpy (rects, trial, sizeof (KithRect) * n);
      }
}

/**
 * kith_packing_pack:
 * @rects: (array length=n): what to place; their centres change, and the shape
 *   of loose ones
 * @n: how many; at most one is fixed
 * @gap: clear space between them
 *
 * O(n³) for a few, O(n log n) for many.
 */
void
kith_packing_pack (KithRect *rects, guint n, double gap)
{
  g_autofree KithRect **sorted = NULL;

  if (n == 0)
    return;
  if (n <= VERY_FEW)
    {
      pack_very_few (rects, n, gap);
      return;
    }
  if (n <= FEW)
    {
      pack_few (rects, n, BY_AREA, KITH_PLACEMENT_PAGE, gap);
      return;
    }
  sorted = g_new (KithRect *, n);
  for (guint i = 0; i < n; i++)
    {
      sorted[i] = &rects[i];
      shape_alone (&rects[i]);
    }
  g_qsort_with_data (sorted, (int) n, sizeof (KithRect *), compare_rects,
                     GUINT_TO_POINTER (BY_AREA));
  pack_rows (sorted, n, gap);
}
