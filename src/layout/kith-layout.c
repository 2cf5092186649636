/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout.h"

#include <math.h>
#include <string.h>

#include "kith-layout-finish.h"
#include "kith-layout-level.h"
#include "kith-layout-overlap.h"
#include "kith-layout-packing.h"
#include "kith-layout-piece.h"
#include "kith-layout-placement.h"
#include "kith-layout-watch.h"

/* Room between pieces, in gaps. */
#define APART 1.5
/* The earlier places of pieces are kept if the page grows by no more than this
 * over packing them anew. */
#define LOOSE 1.3
/* Pieces side by side that take more than this many times the area of their boxes are drawn together,
 * and packed anew, as often as this. */
#define AMPLE 3.95
#define AGAIN 4

typedef struct
{
  KithLayoutOptions options;
  GPtrArray *pieces; /* of KithPiece */
  GArray *singles;   /* guint, pieces of one free box */
  GArray *rects;     /* KithRect: the anchored, the free pieces, the singles */
  GArray *owners;    /* guint: the piece of each rect, or one of these */
} Arrangement;

#define ANCHORED G_MAXUINT
#define SINGLES (G_MAXUINT - 1)

/**
 * kith_layout_options_init:
 * @options: (out caller-allocates): set to the defaults
 */
void
kith_layout_options_init (KithLayoutOptions *options)
{
  *options = (KithLayoutOptions){ .gap = 28, .link_clearance = 60 };
}

static void
arrangement_clear (Arrangement *self)
{
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_clear_pointer (&self->singles, g_array_unref);
  g_clear_pointer (&self->rects, g_array_unref);
  g_clear_pointer (&self->owners, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arrangement, arrangement_clear)

static KithPiece *
piece_at (const Arrangement *self, guint i)
{
  return self->pieces->pdata[i];
}

/* Draws every piece by itself; progress goes by the number of boxes. */
static gboolean
draw_pieces (Arrangement *self, KithWatch *watch)
{
  double total = 1;

  for (guint i = 0; i < self->pieces->len; i++)
    total += piece_at (self, i)->n;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      kith_watch_stretch (watch, 0.95 * piece_at (self, i)->n / total);
      if (i % 64 == 0 && !kith_watch_tick (watch, 0))
        return FALSE;
      if (!kith_finish_piece (piece_at (self, i), watch))
        return FALSE;
    }
  kith_watch_stretch (watch, 0.05);

  return TRUE;
}

static KithBoxes
boxes_of (KithPiece *piece)
{
  return (KithBoxes){ piece->n, piece->width, piece->height, piece->pinned, piece->x, piece->y };
}

static void
add_rect (Arrangement *self, KithRect rect, guint owner)
{
  g_array_append_val (self->rects, rect);
  g_array_append_val (self->owners, owner);
}

static KithRect
rect_round (KithPiece *piece)
{
  KithBoxes boxes = boxes_of (piece);
  double x0, y0, x1, y1;

  kith_boxes_bounds (&boxes, &x0, &y0, &x1, &y1);

  return (KithRect){ .width = x1 - x0, .height = y1 - y0, .x = (x0 + x1) / 2, .y = (y0 + y1) / 2 };
}

/* Pieces with pinned boxes keep their place; they may lie among each other, so
 * they are parted box by box and then count as one. */
static gboolean
settle_anchored (Arrangement *self, KithWatch *watch)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree guint8 *pinned = NULL;
  double *column[4];
  double x0, y0, x1, y1;
  guint count = 0, at = 0;
  KithBoxes boxes;

  for (guint i = 0; i < self->pieces->len; i++)
    count += piece_at (self, i)->anchored ? piece_at (self, i)->n : 0;
  if (count == 0)
    return TRUE;

  g_array_set_size (columns, 4 * count);
  pinned = g_new (guint8, count);
  for (guint c = 0; c < 4; c++)
    column[c] = &g_array_index (columns, double, c *count);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      KithPiece *piece = piece_at (self, i);

      if (!piece->anchored)
        continue;
      memcpy (column[0] + at, piece->width, sizeof (double) * piece->n);
      memcpy (column[1] + at, piece->height, sizeof (double) * piece->n);
      memcpy (column[2] + at, piece->x, sizeof (double) * piece->n);
      memcpy (column[3] + at, piece->y, sizeof (double) * piece->n);
      memcpy (pinned + at, piece->pinned, piece->n);
      at += piece->n;
    }

  boxes = (KithBoxes){ count, column[0], column[1], pinned, column[2], column[3] };
  if (!self->options.overlaps_ok && !kith_overlap_remove (&boxes, self->options.gap, watch))
    return FALSE;
  kith_boxes_bounds (&boxes, &x0, &y0, &x1, &y1);
  add_rect (self,
            (KithRect){ .width = x1 - x0,
                        .height = y1 - y0,
                        .x = (x0 + x1) / 2,
                        .y = (y0 + y1) / 2,
                        .fixed = TRUE },
            ANCHORED);

  at = 0;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      KithPiece *piece = piece_at (self, i);

      if (!piece->anchored)
        continue;
      memcpy (piece->x, column[2] + at, sizeof (double) * piece->n);
      memcpy (piece->y, column[3] + at, sizeof (double) * piece->n);
      at += piece->n;
    }

  return TRUE;
}

/* Single boxes go into one block of cells, each as large as the largest; it
 * starts from the middle of where they were. */
static void
gather_singles (Arrangement *self)
{
  KithRect block = { .gap = self->options.gap };
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      KithPiece *piece = piece_at (self, i);

      if (piece->n != 1 || piece->anchored)
        continue;
      g_array_append_val (self->singles, i);
      block.cells++;
      block.cell_width = MAX (block.cell_width, piece->width[0]);
      block.cell_height = MAX (block.cell_height, piece->height[0]);
      if (!piece->known[0])
        continue;
      x0 = MIN (x0, piece->x[0]);
      x1 = MAX (x1, piece->x[0]);
      y0 = MIN (y0, piece->y[0]);
      y1 = MAX (y1, piece->y[0]);
    }
  if (block.cells == 0)
    return;
  if (x0 <= x1)
    {
      block.x = (x0 + x1) / 2;
      block.y = (y0 + y1) / 2;
    }
  add_rect (self, block, SINGLES);
}

static void
gather (Arrangement *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    if (piece_at (self, i)->n > 1 && !piece_at (self, i)->anchored)
      add_rect (self, rect_round (piece_at (self, i)), i);
  gather_singles (self);
}

/* Where the pieces were, parted: a fair choice unless it wastes the page. */
static gboolean
keep_places (const Arrangement *self, const KithRect *before, double gap)
{
  guint n = self->rects->len;
  KithRect *rects = (KithRect *) self->rects->data;
  g_autofree double *columns = g_new (double, 4 * n);
  g_autofree guint8 *fixed = g_new (guint8, n);
  g_autofree KithRect *kept = g_memdup2 (rects, sizeof (KithRect) * n);
  KithBoxes boxes = { n, columns, columns + n, fixed, columns + 2 * n, columns + 3 * n };

  for (guint i = 0; i < n; i++)
    {
      columns[i] = rects[i].width;
      columns[n + i] = rects[i].height;
      columns[2 * n + i] = before[i].x;
      columns[3 * n + i] = before[i].y;
      fixed[i] = rects[i].fixed;
    }
  kith_overlap_remove (&boxes, gap, NULL);
  for (guint i = 0; i < n; i++)
    {
      kept[i].x = boxes.x[i];
      kept[i].y = boxes.y[i];
    }
  if (kith_packing_page (kept, n) > LOOSE * kith_packing_page (rects, n))
    return FALSE;
  memcpy (rects, kept, sizeof (KithRect) * n);

  return TRUE;
}

static void
shift_rects (Arrangement *self, double dx, double dy)
{
  for (guint i = 0; i < self->rects->len; i++)
    {
      g_array_index (self->rects, KithRect, i).x += dx;
      g_array_index (self->rects, KithRect, i).y += dy;
    }
}

/* The middle of the packed pieces goes to the origin, or the average of their
 * places to where it was. */
static void
centre (Arrangement *self, const KithRect *before)
{
  const KithRect *rects = (const KithRect *) self->rects->data;
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;
  double dx = 0, dy = 0, weight = 0;

  for (guint i = 0; i < self->rects->len; i++)
    {
      double area = rects[i].width * rects[i].height;

      x0 = MIN (x0, rects[i].x - rects[i].width / 2);
      x1 = MAX (x1, rects[i].x + rects[i].width / 2);
      y0 = MIN (y0, rects[i].y - rects[i].height / 2);
      y1 = MAX (y1, rects[i].y + rects[i].height / 2);
      dx += area * (before[i].x - rects[i].x);
      dy += area * (before[i].y - rects[i].y);
      weight += area;
    }
  if (self->options.have_start)
    shift_rects (self, dx / weight, dy / weight);
  else
    shift_rects (self, -(x0 + x1) / 2, -(y0 + y1) / 2);
}

static void
pack (Arrangement *self)
{
  KithRect *rects = (KithRect *) self->rects->data;
  guint n = self->rects->len;
  double gap = self->options.gap * APART;
  g_autofree KithRect *before = g_memdup2 (rects, sizeof (KithRect) * n);

  if (n == 0)
    return;
  kith_packing_pack (rects, n, gap);
  if (self->options.have_start && n > 1 && keep_places (self, before, gap))
    return;
  if (!rects[0].fixed)
    centre (self, before);
}

/* How many times the boxes would fit into the rectangle round all of them. */
static double
measure_waste (const Arrangement *self)
{
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE, boxes = 0;

  for (guint i = 0; i < self->rects->len; i++)
    {
      const KithRect *rect = &g_array_index (self->rects, KithRect, i);

      x0 = MIN (x0, rect->x - rect->width / 2);
      x1 = MAX (x1, rect->x + rect->width / 2);
      y0 = MIN (y0, rect->y - rect->height / 2);
      y1 = MAX (y1, rect->y + rect->height / 2);
    }
  for (guint i = 0; i < self->pieces->len; i++)
    for (guint v = 0; v < piece_at (self, i)->n; v++)
      boxes += piece_at (self, i)->width[v] * piece_at (self, i)->height[v];

  return boxes > 0 ? (x1 - x0) * (y1 - y0) / boxes : 1;
}

static void
collect_and_pack (Arrangement *self)
{
  gather (self);
  pack (self);
}

/* Most boxes are in pieces that people know, which stay as they are. */
static gboolean
is_mostly_known (const Arrangement *self)
{
  guint n = 0, n_known = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const KithPiece *piece = piece_at (self, i);

      n += piece->n;
      n_known += piece->kept || piece->mended || (piece->n == 1 && piece->known[0]) ? piece->n : 0;
    }
  return 2 * n_known >= n;
}

/* Pieces that lie side by side waste some of the page between them: what they have within makes up for
 * it, but not that of a few newcomers alone. */
static gboolean
draw_together (Arrangement *self, KithWatch *watch)
{
  guint fixed = 0;
  double waste;

  if (self->rects->len < 2 || self->options.overlaps_ok || is_mostly_known (self))
    return TRUE;
  fixed = g_array_index (self->rects, KithRect, 0).fixed;
  for (guint i = 0; i < AGAIN && (waste = measure_waste (self)) > AMPLE; i++)
    {
      if (!kith_level_shrink (self->pieces, MAX (sqrt (AMPLE / waste) * 0.99, 0.8), watch))
        return FALSE;
      g_array_set_size (self->rects, fixed);
      g_array_set_size (self->owners, fixed);
      g_array_set_size (self->singles, 0);
      collect_and_pack (self);
    }

  return TRUE;
}

static int
compare_down (gconstpointer a, gconstpointer b, gpointer data)
{
  const Arrangement *self = data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  double p = piece_at (self, i)->y[0], q = piece_at (self, j)->y[0];

  return p != q ? (p < q ? -1 : 1) : (i > j) - (i < j);
}

static int
compare_across (gconstpointer a, gconstpointer b, gpointer data)
{
  const Arrangement *self = data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  double p = piece_at (self, i)->x[0], q = piece_at (self, j)->x[0];

  return p != q ? (p < q ? -1 : 1) : (i > j) - (i < j);
}

/* Fills the cells of the block row by row; as they stood, if they did. */
static void
give_singles (Arrangement *self, const KithRect *block, double *x, double *y)
{
  guint *single = (guint *) self->singles->data;
  guint n = self->singles->len;

  g_qsort_with_data (single, n, sizeof (guint), compare_down, self);
  for (guint k = 0; k < n; k += block->columns)
    g_qsort_with_data (single + k, MIN (block->columns, n - k), sizeof (guint), compare_across,
                       self);

  for (guint k = 0; k < n; k++)
    {
      guint id = piece_at (self, single[k])->ids[0];
      guint column = k % block->columns, row = k / block->columns;

      x[id] = block->x - block->width / 2 + block->cell_width / 2
              + column * (block->cell_width + block->gap);
      y[id] = block->y - block->height / 2 + block->cell_height / 2
              + row * (block->cell_height + block->gap);
    }
}

static void
give_piece (const KithPiece *piece, double dx, double dy, double *x, double *y)
{
  for (guint v = 0; v < piece->n; v++)
    if (!piece->pinned[v])
      {
        x[piece->ids[v]] = piece->x[v] + dx;
        y[piece->ids[v]] = piece->y[v] + dy;
      }
}

static void
give (Arrangement *self, double *x, double *y)
{
  for (guint i = 0; i < self->pieces->len; i++)
    if (piece_at (self, i)->anchored)
      give_piece (piece_at (self, i), 0, 0, x, y);

  for (guint i = 0; i < self->rects->len; i++)
    {
      const KithRect *rect = &g_array_index (self->rects, KithRect, i);
      guint owner = g_array_index (self->owners, guint, i);

      if (owner == SINGLES)
        {
          give_singles (self, rect, x, y);
        }
      else if (owner != ANCHORED)
        {
          KithRect was = rect_round (piece_at (self, owner));

          give_piece (piece_at (self, owner), rect->x - was.x, rect->y - was.y, x, y);
        }
    }
}

/* Every piece is as it was. */
static gboolean
is_kept (const Arrangement *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const KithPiece *piece = piece_at (self, i);

      if (piece->anchored || (piece->n > 1 ? !piece->kept : !piece->known[0]))
        return FALSE;
    }
  return TRUE;
}

/* What is there is as good as what has been found, of pieces and of their places: pressed again, nothing
 * moves. */
static gboolean
stays (const Arrangement *self, const KithLayoutGraph *graph, double *x, double *y)
{
  KithBoxes boxes = { graph->n, graph->width, graph->height, NULL, x, y };
  double x0, y0, x1, y1;

  if (!self->options.have_start || graph->n == 0 || !is_kept (self))
    return FALSE;
  kith_boxes_bounds (&boxes, &x0, &y0, &x1, &y1);
  return (x1 - x0) * (y1 - y0) <= LOOSE * measure_waste (self) * kith_boxes_area (&boxes)
         && kith_boxes_are_apart (&boxes, self->options.gap);
}

/**
 * kith_layout_arrange:
 * @graph: boxes and links
 * @options: (nullable): how; the defaults if %NULL
 * @x: (array) (inout): centres, map units; read where the options say there is
 *   a start, and for pinned boxes
 * @y: (array) (inout): likewise
 *
 * Finds a position for every box that is not pinned. Linked boxes are near each
 * other, no two overlap (but pinned ones that did), pieces that are not linked
 * are packed side by side, and the whole is wider than tall. Without a start or
 * pinned boxes the middle of the picture is the origin. Positions that are not
 * finite or beyond 10^7 count as none; a pinned box there is left out.
 *
 * Cost: O(n²) up to 1,500 boxes, about O(n) above, see bench/layout.c.
 *
 * Returns: %FALSE when cancelled; then @x and @y are as they were
 */
gboolean
kith_layout_arrange (const KithLayoutGraph *graph,
                     const KithLayoutOptions *options,
                     double *x,
                     double *y)
{
  g_auto (Arrangement) self = { 0 };
  KithWatch watch = { 0 };

  g_return_val_if_fail (graph != NULL, FALSE);
  g_return_val_if_fail (graph->n == 0 || (x != NULL && y != NULL), FALSE);

  kith_layout_options_init (&self.options);
  if (options != NULL)
    self.options = *options;
  self.options.gap = kith_piece_sane_space (self.options.gap, 28);
  self.options.link_clearance = kith_piece_sane_space (self.options.link_clearance, 60);
  self.pieces = kith_pieces_new (graph, &self.options, x, y);
  self.singles = g_array_new (FALSE, FALSE, sizeof (guint));
  self.rects = g_array_new (FALSE, FALSE, sizeof (KithRect));
  self.owners = g_array_new (FALSE, FALSE, sizeof (guint));
  watch.options = &self.options;

  if (!draw_pieces (&self, &watch)
      || (!self.options.overlaps_ok && !kith_level_pieces (self.pieces, &watch))
      || !settle_anchored (&self, &watch))
    return FALSE;
  collect_and_pack (&self);
  if (!draw_together (&self, &watch) || !kith_watch_tick (&watch, 1))
    return FALSE;
  if (!stays (&self, graph, x, y))
    give (&self, x, y);

  return TRUE;
}
