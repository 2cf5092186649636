/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-boxes.h"

#include <math.h>
#include <string.h>

/* A box more than this many times the average in either direction is kept in a
 * list of its own, so that one giant does not make every cell gigantic. */
#define GIANT 4.0

/* Cells are hashed, so that two far-off boxes do not need a grid as large as
 * the way between them. */
struct _KithBoxGrid
{
  KithBoxes boxes;
  double gap;
  double cell_x, cell_y;
  guint mask;
  guint *head;          /* [mask + 1] 1 + first box, 0 for none */
  guint *next;          /* [n] 1 + next box */
  gint32 *column, *row; /* [n] */
  guint8 *giant;        /* [n] */
  guint *giants;        /* [n] those that have been added */
  guint n_giants;
  guint *found; /* [n] */

  guint *across; /* [n_across] all but giants, from left to right when last sorted */
  guint n_across;
  guint *by_strip;   /* [n_across] */
  guint *strip;      /* [n] */
  guint *start;      /* [4 n + 18] */
  guint *all_giants; /* [n - n_across] */
};

gboolean
kith_boxes_overlap (const KithBoxes *boxes, guint a, guint b, double gap)
{
  return fabs (boxes->x[a] - boxes->x[b]) < (boxes->width[a] + boxes->width[b]) / 2 + gap
         && fabs (boxes->y[a] - boxes->y[b]) < (boxes->height[a] + boxes->height[b]) / 2 + gap;
}

void
kith_boxes_bounds (const KithBoxes *boxes, double *x0, double *y0, double *x1, double *y1)
{
  *x0 = *y0 = G_MAXDOUBLE;
  *x1 = *y1 = -G_MAXDOUBLE;
  for (guint i = 0; i < boxes->n; i++)
    {
      *x0 = MIN (*x0, boxes->x[i] - boxes->width[i] / 2);
      *x1 = MAX (*x1, boxes->x[i] + boxes->width[i] / 2);
      *y0 = MIN (*y0, boxes->y[i] - boxes->height[i] / 2);
      *y1 = MAX (*y1, boxes->y[i] + boxes->height[i] / 2);
    }
}

static void
choose_cells (KithBoxGrid *grid)
{
  const KithBoxes *boxes = &grid->boxes;
  double width = 0, height = 0;

  for (guint i = 0; i < boxes->n; i++)
    {
      width += boxes->width[i] / boxes->n;
      height += boxes->height[i] / boxes->n;
    }

  for (guint i = 0; i < boxes->n; i++)
    {
      grid->giant[i] = boxes->width[i] > GIANT * width || boxes->height[i] > GIANT * height;
      if (grid->giant[i])
        continue;
      grid->cell_x = MAX (grid->cell_x, boxes->width[i]);
      grid->cell_y = MAX (grid->cell_y, boxes->height[i]);
    }
  grid->cell_x += grid->gap + 1;
  grid->cell_y += grid->gap + 1;
}

/**
 * kith_box_grid_new:
 * @boxes: the boxes; copied, its arrays borrowed
 * @gap: the clear space that is_free () wants
 *
 * Returns: (transfer full): an empty grid
 */
KithBoxGrid *
kith_box_grid_new (const KithBoxes *boxes, double gap)
{
  KithBoxGrid *grid = g_new0 (KithBoxGrid, 1);
  guint n = boxes->n, size = 16;

  while (size < 2 * n)
    size *= 2;

  grid->boxes = *boxes;
  grid->gap = gap;
  grid->mask = size - 1;
  grid->head = g_new0 (guint, size);
  grid->next = g_new0 (guint, n);
  grid->column = g_new (gint32, n);
  grid->row = g_new (gint32, n);
  grid->giant = g_new0 (guint8, n);
  grid->giants = g_new (guint, n);
  grid->found = g_new (guint, n);
  choose_cells (grid);

  grid->across = g_new (guint, n);
  grid->by_strip = g_new (guint, n);
  grid->strip = g_new (guint, n);
  grid->start = g_new (guint, 4 * (gsize) n + 18);
  grid->all_giants = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    if (grid->giant[i])
      grid->all_giants[i - grid->n_across] = i;
    else
      grid->across[grid->n_across++] = i;

  return grid;
}

void
kith_box_grid_free (KithBoxGrid *grid)
{
  g_free (grid->head);
  g_free (grid->next);
  g_free (grid->column);
  g_free (grid->row);
  g_free (grid->giant);
  g_free (grid->giants);
  g_free (grid->found);
  g_free (grid->across);
  g_free (grid->by_strip);
  g_free (grid->strip);
  g_free (grid->start);
  g_free (grid->all_giants);
  g_free (grid);
}

void
kith_box_grid_clear (KithBoxGrid *grid)
{
  memset (grid->head, 0, sizeof (guint) * (grid->mask + 1));
  grid->n_giants = 0;
}

static guint
find_slot (const KithBoxGrid *grid, gint32 column, gint32 row)
{
  guint64 key = (guint64) (guint32) column << 32 | (guint32) row;

  key *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint) (key >> 32) & grid->mask;
}

static gint32
find_cell (double at, double size)
{
  return (gint32) floor (CLAMP (at / size, -1e9, 1e9));
}

/* Adds a box where it now is. */
void
kith_box_grid_add (KithBoxGrid *grid, guint box)
{
  guint slot;

  if (grid->giant[box])
    {
      grid->giants[grid->n_giants++] = box;
      return;
    }

  grid->column[box] = find_cell (grid->boxes.x[box], grid->cell_x);
  grid->row[box] = find_cell (grid->boxes.y[box], grid->cell_y);
  slot = find_slot (grid, grid->column[box], grid->row[box]);
  grid->next[box] = grid->head[slot];
  grid->head[slot] = box + 1;
}

/* Takes out a box that was added, and has moved since or not. */
void
kith_box_grid_remove (KithBoxGrid *grid, guint box)
{
  guint *link;

  if (grid->giant[box])
    {
      guint at = 0;

      while (grid->giants[at] != box)
        at++;
      grid->giants[at] = grid->giants[--grid->n_giants];
      return;
    }
  link = &grid->head[find_slot (grid, grid->column[box], grid->row[box])];
  while (*link != box + 1)
    link = &grid->next[*link - 1];
  *link = grid->next[box];
}

/* Forgets what is there and adds all boxes where they now are. */
void
kith_box_grid_fill (KithBoxGrid *grid)
{
  kith_box_grid_clear (grid);
  for (guint i = grid->boxes.n; i > 0; i--)
    kith_box_grid_add (grid, i - 1);
}

/* A giant looks at everything that has been added. */
static guint
list_all (const KithBoxGrid *grid, guint box)
{
  guint count = 0;

  for (guint slot = 0; slot <= grid->mask; slot++)
    for (guint at = grid->head[slot]; at != 0; at = grid->next[at - 1])
      grid->found[count++] = at - 1;

  return count;
}

/**
 * kith_box_grid_near:
 * @grid: a grid
 * @box: whose neighbours; need not be in the grid
 * @x: where it is, or might be
 * @y: likewise
 * @found: (out) (transfer none): boxes that may touch it there; may hold @box
 *
 * Returns: how many were found; in an order that depends on nothing but the
 *   order in which boxes were added
 */
guint
kith_box_grid_near (const KithBoxGrid *grid, guint box, double x, double y, const guint **found)
{
  gint32 column = find_cell (x, grid->cell_x);
  gint32 row = find_cell (y, grid->cell_y);
  guint count = 0;

  *found = grid->found;
  if (grid->giant[box])
    count = list_all (grid, box);
  else
    for (gint32 c = column - 1; c <= column + 1; c++)
      for (gint32 r = row - 1; r <= row + 1; r++)
        for (guint at = grid->head[find_slot (grid, c, r)]; at != 0; at = grid->next[at - 1])
          if (grid->column[at - 1] == c && grid->row[at - 1] == r)
            grid->found[count++] = at - 1;

  for (guint i = 0; i < grid->n_giants; i++)
    grid->found[count++] = grid->giants[i];

  return count;
}

static gboolean
is_in_the_way (const KithBoxGrid *grid, guint box, double x, double y, guint other)
{
  const KithBoxes *boxes = &grid->boxes;

  return other != box
         && fabs (x - boxes->x[other]) < (boxes->width[box] + boxes->width[other]) / 2 + grid->gap
         && fabs (y - boxes->y[other])
                < (boxes->height[box] + boxes->height[other]) / 2 + grid->gap;
}

static gboolean
cell_is_free (const KithBoxGrid *grid, guint box, double x, double y, gint32 column, gint32 row)
{
  for (guint at = grid->head[find_slot (grid, column, row)]; at != 0; at = grid->next[at - 1])
    if (is_in_the_way (grid, box, x, y, at - 1))
      return FALSE;

  return TRUE;
}

static gboolean
is_free_of (const KithBoxGrid *grid, guint box, double x, double y, const guint *others, guint n)
{
  for (guint i = 0; i < n; i++)
    if (is_in_the_way (grid, box, x, y, others[i]))
      return FALSE;

  return TRUE;
}

/* Would @box at (@x, @y) keep its distance from all others in the grid? Looks first where most are in
 * the way, and no further once one is. */
gboolean
kith_box_grid_is_free (const KithBoxGrid *grid, guint box, double x, double y)
{
  static const gint8 order[9][2] = { { 0, 0 },   { -1, 0 }, { 1, 0 },  { 0, -1 }, { 0, 1 },
                                     { -1, -1 }, { 1, -1 }, { -1, 1 }, { 1, 1 } };
  gint32 column = find_cell (x, grid->cell_x), row = find_cell (y, grid->cell_y);

  if (grid->giant[box])
    return is_free_of (grid, box, x, y, grid->found, list_all (grid, box))
           && is_free_of (grid, box, x, y, grid->giants, grid->n_giants);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (!cell_is_free (grid, box, x, y, column + order[i][0], row + order[i][1]))
      return FALSE;

  return is_free_of (grid, box, x, y, grid->giants, grid->n_giants);
}

static int
compare_across (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *x = data;
  guint i = *(const guint *) a, j = *(const guint *) b;

  return x[i] != x[j] ? (x[i] < x[j] ? -1 : 1) : (i > j) - (i < j);
}

/* Boxes that have been sorted before are nearly in order; where they are not, sorting starts anew. */
static void
sort_across (KithBoxGrid *grid)
{
  const double *x = grid->boxes.x;
  guint *across = grid->across;
  guint moves = 0;

  for (guint k = 1; k < grid->n_across; k++)
    {
      guint box = across[k], at = k;

      for (;
           at > 0
           && (x[across[at - 1]] > x[box] || (x[across[at - 1]] == x[box] && across[at - 1] > box));
           at--)
        across[at] = across[at - 1];
      across[at] = box;
      moves += k - at;
      if (moves > 12 * grid->n_across + 64)
        {
          g_qsort_with_data (across, grid->n_across, sizeof (guint), compare_across, (gpointer) x);
          return;
        }
    }
}

/* As high as boxes reach, or higher where that would be very many. */
static guint
choose_strips (const KithBoxGrid *grid, double *top, double *height)
{
  double bottom = -G_MAXDOUBLE;

  *top = G_MAXDOUBLE;
  for (guint k = 0; k < grid->n_across; k++)
    {
      *top = MIN (*top, grid->boxes.y[grid->across[k]]);
      bottom = MAX (bottom, grid->boxes.y[grid->across[k]]);
    }
  *height = MAX (grid->cell_y, (bottom - *top) / (4.0 * grid->n_across + 15));

  return grid->n_across == 0 ? 0 : (guint) ((bottom - *top) / *height) + 1;
}

/**
 * kith_box_grid_sweep:
 * @grid: a grid; what has been added plays no part
 * @sweep: (out caller-allocates): all boxes where they now are; of the grid, until it is swept again
 *
 * O(n) for boxes that have moved little since they were swept.
 */
void
kith_box_grid_sweep (KithBoxGrid *grid, KithBoxSweep *sweep)
{
  double top, height;
  guint strips = choose_strips (grid, &top, &height);
  guint *start = grid->start;

  sort_across (grid);
  memset (start, 0, sizeof (guint) * (strips + 2));
  for (guint k = 0; k < grid->n_across; k++)
    {
      guint box = grid->across[k];

      grid->strip[box] = MIN ((guint) ((grid->boxes.y[box] - top) / height), strips - 1);
      start[grid->strip[box] + 2]++;
    }
  for (guint s = 2; s <= strips + 1; s++)
    start[s] += start[s - 1];
  for (guint k = 0; k < grid->n_across; k++)
    grid->by_strip[start[grid->strip[grid->across[k]] + 1]++] = grid->across[k];

  *sweep = (KithBoxSweep){ grid->by_strip,   start,
                           strips,           grid->cell_x,
                           grid->all_giants, grid->boxes.n - grid->n_across };
}

gboolean
kith_boxes_are_apart (const KithBoxes *boxes, double gap)
{
  g_autoptr (KithBoxGrid) grid = kith_box_grid_new (boxes, gap);

  kith_box_grid_fill (grid);
  for (guint v = 0; v < boxes->n; v++)
    if (!kith_box_grid_is_free (grid, v, boxes->x[v], boxes->y[v]))
      return FALSE;
  return TRUE;
}

double
kith_boxes_area (const KithBoxes *boxes)
{
  double area = 0.0;

  for (guint v = 0; v < boxes->n; v++)
    area += boxes->width[v] * boxes->height[v];
  return area;
}
