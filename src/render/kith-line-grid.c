/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-line-grid.h"

#include "kith-cells.h"
#include "kith-curve.h"

#include <math.h>

/* Lines over more cells than this each way go into one list that every look-up reads. */
#define MOST_CELLS 1000
#define NORMAL 32767.0  /* a unit, in a strip's direction */
#define OFFSETS 16384.0 /* a cell's side, in a strip's offset and half width */
#define SLACK 1e-6      /* by which a piece reaches into cells beside it, of a cell */
#define AT_ONCE 16      /* items that are looked at together */
#define ROUNDING 3      /* by which a strip is made wider, as its numbers are rounded */

/* A part of a line within a cell: all of it lies in a strip that is so wide. */
typedef struct
{
  gpointer item;
  gint16 across_x; /* at right angles to the strip: of NORMAL */
  gint16 across_y;
  gint16 offset; /* of the strip's middle line from the cell's middle, that way: of OFFSETS */
  guint16 half;  /* of its width */
} Strip;

struct _KithLineGrid
{
  double cell;
  KithCells cells; /* of Strip */
  GPtrArray *large;
};

KithLineGrid *
kith_line_grid_new (double cell)
{
  KithLineGrid *grid = g_new0 (KithLineGrid, 1);

  grid->cell = cell;
  kith_cells_init (&grid->cells, sizeof (Strip));
  grid->large = g_ptr_array_new ();
  return grid;
}

void
kith_line_grid_free (KithLineGrid *grid)
{
  kith_cells_clear (&grid->cells);
  g_ptr_array_unref (grid->large);
  g_free (grid);
}

/* A straight piece of a line, in cells. */
typedef struct
{
  KithPoint from;
  KithPoint to;
  gint16 across_x; /* at right angles to it: of NORMAL */
  gint16 across_y;
} Piece;

/* A walk along a line from cell to cell. */
typedef struct
{
  KithLineGrid *grid;
  gpointer item;
  void (*visit) (KithLineGrid *grid,
                 KithCell *cell,
                 gpointer item,
                 const Piece *piece,
                 KithPoint middle);
  KithCell *at; /* the cell that was visited last; NULL at first */
  gint64 column;
  gint64 row;
} Walk;

/* Pieces are shorter than cells as often as not. */
static void
visit (Walk *walk, const Piece *piece, gint64 column, gint64 row)
{
  if (walk->at == NULL || column != walk->column || row != walk->row)
    walk->at = kith_cells_ensure (&walk->grid->cells, column, row);
  walk->column = column, walk->row = row;
  walk->visit (walk->grid, walk->at, walk->item, piece,
               (KithPoint){ (double) column + 0.5, (double) row + 0.5 });
}

/* Of a piece that is a point, any way does. */
static Piece
new_piece (const KithPoint *points, double cell)
{
  Piece piece = { { points[0].x / cell, points[0].y / cell },
                  { points[1].x / cell, points[1].y / cell },
                  (gint16) NORMAL,
                  0 };
  double dx = piece.to.x - piece.from.x;
  double dy = piece.to.y - piece.from.y;
  double length = sqrt (dx * dx + dy * dy);

  if (length > 0.0)
    {
      piece.across_x = (gint16) (-dy / length * NORMAL);
      piece.across_y = (gint16) (dx / length * NORMAL);
    }
  return piece;
}

/* The cells of a row between two places. */
static void
walk_row (Walk *walk, const Piece *piece, gint64 row, double left, double right)
{
  gint64 last = (gint64) floor (right + SLACK);

  for (gint64 column = (gint64) floor (left - SLACK); column <= last; column++)
    visit (walk, piece, column, row);
}

static void
walk_piece (Walk *walk, const Piece *piece)
{
  KithPoint above = piece->from.y <= piece->to.y ? piece->from : piece->to;
  KithPoint below = piece->from.y <= piece->to.y ? piece->to : piece->from;
  double across = below.y > above.y ? (below.x - above.x) / (below.y - above.y) : 0.0;
  gint64 last = (gint64) floor (below.y);
  double enters = above.x;

  for (gint64 row = (gint64) floor (above.y); row <= last; row++)
    {
      double leaves = row == last ? below.x : above.x + ((double) (row + 1) - above.y) * across;

      walk_row (walk, piece, row, MIN (enters, leaves), MAX (enters, leaves));
      enters = leaves;
    }
}

/* FALSE: it is large, and in no cell. */
static gboolean
walk_line (Walk *walk, const KithPoint *points, guint n)
{
  double cell = walk->grid->cell;
  KithRect bounds = kith_points_bounds (points, n);

  if (MAX (bounds.width, bounds.height) > MOST_CELLS * cell)
    return FALSE;
  for (guint i = 1; i < n; i++)
    {
      Piece piece = new_piece (&points[i - 1], cell);

      walk_piece (walk, &piece);
    }
  return TRUE;
}

/* Of a point, from the middle of the cell. */
static double
across (const Strip *strip, KithPoint point, KithPoint middle)
{
  return ((point.x - middle.x) * strip->across_x + (point.y - middle.y) * strip->across_y)
         * (OFFSETS / NORMAL);
}

static void
widen (Strip *strip, double across)
{
  double half = fabs (across - strip->offset) + ROUNDING;

  strip->half = (guint16) CLAMP (half, strip->half, G_MAXUINT16);
}

/* Pieces follow each other: one that was in the cell before is the last there. */
static void
add_piece (KithLineGrid *grid, KithCell *cell, gpointer item, const Piece *piece, KithPoint middle)
{
  Strip *strip = cell->n > 0 ? (Strip *) cell->items + cell->n - 1 : NULL;

  if (strip == NULL || strip->item != item)
    {
      strip = kith_cells_add (&grid->cells, cell);
      *strip = (Strip){ item, piece->across_x, piece->across_y, 0, 0 };
      strip->offset = (gint16) across (strip, piece->from, middle);
    }
  widen (strip, across (strip, piece->from, middle));
  widen (strip, across (strip, piece->to, middle));
}

static void
remove_piece (KithLineGrid *grid,
              KithCell *cell,
              gpointer item,
              const Piece *piece,
              KithPoint middle)
{
  const Strip *strips = cell->items;

  (void) piece, (void) middle;
  for (guint i = 0; i < cell->n; i++)
    if (strips[i].item == item)
      {
        kith_cells_remove (&grid->cells, cell, i);
        return;
      }
}

/**
 * kith_line_grid_add:
 * @grid: a grid
 * @item: what the line is of; not yet in the grid
 * @points: where it runs, map units
 * @n: how many points, at least 2
 */
void
kith_line_grid_add (KithLineGrid *grid, gpointer item, const KithPoint *points, guint n)
{
  Walk walk = { grid, item, add_piece, NULL, 0, 0 };

  if (!walk_line (&walk, points, n))
    g_ptr_array_add (grid->large, item);
}

/**
 * kith_line_grid_remove:
 * @grid: a grid
 * @item: what the line is of
 * @points: where it ran, exactly as it was added
 * @n: how many points
 */
void
kith_line_grid_remove (KithLineGrid *grid, gpointer item, const KithPoint *points, guint n)
{
  Walk walk = { grid, item, remove_piece, NULL, 0, 0 };

  if (!walk_line (&walk, points, n))
    g_ptr_array_remove_fast (grid->large, item);
}

/* A rectangle as a cell sees it. */
typedef struct
{
  double x, y;          /* of its middle, from the cell's */
  double width, height; /* half of each */
} Seen;

/* Items lie all over the memory: several are asked for before the first is looked at. */
static void
foreach_in (const KithCell *cell, const Seen *seen, GFunc func, gpointer data)
{
  const Strip *strips = cell->items;
  gpointer met[AT_ONCE];
  guint n = 0;

  for (guint i = 0; i < cell->n; i++)
    {
      const Strip *strip = &strips[i];
      double beside = seen->x * strip->across_x + seen->y * strip->across_y - strip->offset;
      double reach = seen->width * ABS (strip->across_x) + seen->height * ABS (strip->across_y);

      if (fabs (beside) > reach + strip->half)
        continue;
#ifdef __GNUC__
      __builtin_prefetch (strip->item);
#endif
      met[n++] = strip->item;
      for (guint j = 0; n == AT_ONCE && j < n; j++)
        func (met[j], data);
      n %= AT_ONCE;
    }
  for (guint j = 0; j < n; j++)
    func (met[j], data);
}

/**
 * kith_line_grid_foreach:
 * @grid: a grid
 * @rect: a place, map units
 * @func: (scope call): called with each item whose line may touch it; leaves the grid as it is
 * @data: for @func
 *
 * Where the rectangle covers very many cells, all that lies in any is given.
 */
void
kith_line_grid_foreach (const KithLineGrid *grid, const KithRect *rect, GFunc func, gpointer data)
{
  const double scale = OFFSETS / NORMAL / grid->cell;
  gint64 left = (gint64) floor (rect->x / grid->cell);
  gint64 right = (gint64) floor ((rect->x + rect->width) / grid->cell);
  gint64 top = (gint64) floor (rect->y / grid->cell);
  gint64 bottom = (gint64) floor ((rect->y + rect->height) / grid->cell);
  Seen seen = { 0, 0, rect->width / 2 * scale, rect->height / 2 * scale };
  Seen all = { 0, 0, G_MAXFLOAT, G_MAXFLOAT };

  g_ptr_array_foreach (grid->large, func, data);
  if (right - left >= MOST_CELLS || (right - left + 1) * (bottom - top + 1) > MOST_CELLS)
    {
      for (guint i = 0; i < grid->cells.n_places; i++)
        foreach_in (&grid->cells.table[i], &all, func, data);
      return;
    }
  for (gint64 row = top; row <= bottom; row++)
    for (gint64 column = left; column <= right; column++)
      {
        seen.x = (rect->x + rect->width / 2 - ((double) column + 0.5) * grid->cell) * scale;
        seen.y = (rect->y + rect->height / 2 - ((double) row + 0.5) * grid->cell) * scale;
        foreach_in (kith_cells_find (&grid->cells, column, row), &seen, func, data);
      }
}
