/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-trade.h"

#include <math.h>

#include "kith-layout-flaws.h"

#define CROSSING 1.0
#define THROUGH 1.0
#define LENGTH 0.002 /* a map unit of link */
#define ROUNDS 6
#define ROOM 0.9     /* of the gap is enough: all are parted in the end */
#define TURNS 3      /* of trading, with what that comes to in between */
#define PARTNERS 24  /* with whom of its cell a box is tried: the nearest to its neighbours */
#define EFFORT 1.5e8 /* tests of a link against a link or a box, in all */
#define MOST 1200    /* boxes */
#define MOST_LINKS 5000

typedef struct
{
  KithShaping *self;
  gboolean needs_room;
  KithPiece piece; /* all boxes and links */
  KithFlaws flaws;
  guint *seat;  /* of each box: whose place it has */
  guint *cells; /* boxes by cell */
  guint *first; /* where each cell begins there */
  const guint *cell;
  double left; /* of the effort */
} Trading;

/* --- The picture --- */

static guint
count_links (const KithShaping *self)
{
  guint m = 0;

  for (guint i = 0; i < self->graph->n; i++)
    for (guint k = self->next[i]; k < self->next[i + 1]; k++)
      m += self->near[k] > i;
  return m;
}

/* Both ends of a link know it. */
static void
list_links (Trading *trading)
{
  KithShaping *self = trading->self;
  KithPiece *piece = &trading->piece;
  g_autofree guint *at = g_memdup2 (piece->offset, (piece->n + 1) * sizeof *at);
  guint m = 0;

  for (guint i = 0; i < piece->n; i++)
    for (guint k = self->next[i]; k < self->next[i + 1]; k++)
      if (self->near[k] > i)
        {
          piece->a[m] = i, piece->b[m] = self->near[k];
          piece->near[at[i]] = self->near[k], piece->via[at[i]++] = m;
          piece->near[at[self->near[k]]] = i, piece->via[at[self->near[k]]++] = m;
          m++;
        }
}

static void
take_in (Trading *trading)
{
  KithShaping *self = trading->self;
  KithPiece *piece = &trading->piece;
  guint n = self->graph->n, m = count_links (self);

  *piece = (KithPiece){ .n = n,
                        .m = m,
                        .width = (double *) self->graph->width,
                        .height = (double *) self->graph->height,
                        .a = g_new (guint, m + 1),
                        .b = g_new (guint, m + 1),
                        .offset = self->next,
                        .near = g_new (guint, 2 * m + 1),
                        .via = g_new (guint, 2 * m + 1),
                        .gap = ROOM * self->options->gap };
  list_links (trading);
  kith_flaws_init (&trading->flaws, piece, self->x, self->y);
}

static void
note_cells (Trading *trading)
{
  guint n = trading->piece.n, n_cells = 0;
  g_autofree guint *at = NULL;

  for (guint i = 0; i < n; i++)
    n_cells = MAX (n_cells, trading->cell[i] + 1);
  trading->first = g_new0 (guint, n_cells + 2);
  trading->cells = g_new (guint, n + 1);
  trading->seat = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    trading->first[trading->cell[i] + 1]++;
  for (guint c = 0; c < n_cells; c++)
    trading->first[c + 1] += trading->first[c];
  at = g_memdup2 (trading->first, (n_cells + 1) * sizeof *at);
  for (guint i = 0; i < n; i++)
    trading->cells[at[trading->cell[i]]++] = i, trading->seat[i] = i;
}

static void
trading_clear (Trading *trading)
{
  kith_flaws_clear (&trading->flaws);
  g_free (trading->piece.a);
  g_free (trading->piece.b);
  g_free (trading->piece.near);
  g_free (trading->piece.via);
  g_free (trading->cells);
  g_free (trading->first);
  g_free (trading->seat);
}

/* --- Two that might trade --- */

/* What is wrong with a box and its links, with the box there and `without` nowhere. */
static double
cost_of (Trading *trading, guint v, guint without, double x, double y)
{
  const KithPiece *piece = &trading->piece;
  const KithFlaws *flaws = &trading->flaws;
  double sum = THROUGH * kith_flaws_links_at (flaws, v, (float) x, (float) y);

  trading->left -= piece->m;
  for (guint k = piece->offset[v]; k < piece->offset[v + 1]; k++)
    {
      guint u = piece->near[k];
      float ux = flaws->x[u], uy = flaws->y[u];

      if (u == without || u == v)
        continue;
      sum += CROSSING * kith_flaws_crossings (flaws, (float) x, (float) y, ux, uy)
             + THROUGH * (kith_flaws_boxes_on (flaws, (float) x, (float) y, ux, uy) - 1.0)
             + LENGTH * sqrt ((ux - x) * (ux - x) + (uy - y) * (uy - y));
      trading->left -= piece->m + piece->n;
    }
  return sum;
}

/* Of both, the one here and the other there; both are nowhere before and after. */
static double
cost_of_both (Trading *trading, guint u, double ux, double uy, guint v, double vx, double vy)
{
  double sum = cost_of (trading, u, v, ux, uy);

  kith_flaws_put (&trading->flaws, u, ux, uy);
  sum += cost_of (trading, v, G_MAXUINT, vx, vy);
  kith_flaws_lift (&trading->flaws, u);
  return sum;
}

static gboolean
is_within (const KithShaping *self, guint v, double x, double y)
{
  const KithLayoutArea *area = &self->areas[self->shape->group[v]];
  double dx = area->width / 2 - KITH_SHAPE_PAD - self->graph->width[v] / 2;
  double dy = area->height / 2 - KITH_SHAPE_PAD - self->graph->height[v] / 2;

  return fabs (x - area->x) <= dx + 1e-6 && y - area->y >= self->title - dy - 1e-6
         && y - area->y <= dy + 1e-6;
}

/* Both are nowhere before and after. */
static gboolean
have_room (Trading *trading, guint u, double ux, double uy, guint v, double vx, double vy)
{
  KithFlaws *flaws = &trading->flaws;
  gboolean free;

  if (!is_within (trading->self, u, ux, uy) || !is_within (trading->self, v, vx, vy)
      || !kith_flaws_is_free (flaws, u, (float) ux, (float) uy))
    return FALSE;
  kith_flaws_put (flaws, u, ux, uy);
  free = kith_flaws_is_free (flaws, v, (float) vx, (float) vy);
  kith_flaws_lift (flaws, u);
  return free;
}

/* Returns whether they did. */
static gboolean
try_trade (Trading *trading, guint u, guint v)
{
  double *x = trading->self->x, *y = trading->self->y;
  double ux = x[u], uy = y[u], vx = x[v], vy = y[v];
  gboolean better;

  kith_flaws_lift (&trading->flaws, u);
  kith_flaws_lift (&trading->flaws, v);
  better = (!trading->needs_room || have_room (trading, u, vx, vy, v, ux, uy))
           && cost_of_both (trading, u, vx, vy, v, ux, uy)
                  < cost_of_both (trading, u, ux, uy, v, vx, vy) - 1e-6;
  if (better)
    {
      guint seat = trading->seat[u];

      trading->seat[u] = trading->seat[v], trading->seat[v] = seat;
      x[u] = vx, y[u] = vy, x[v] = ux, y[v] = uy;
    }
  kith_flaws_put (&trading->flaws, u, x[u], y[u]);
  kith_flaws_put (&trading->flaws, v, x[v], y[v]);
  return better;
}

/* --- All of them --- */

/* Those of its cell, the nearest to the middle of its neighbours first; returns how many. */
static guint
find_partners (Trading *trading, guint u, guint *partners, double *off)
{
  const KithPiece *piece = &trading->piece;
  const KithShaping *self = trading->self;
  guint n = 0, degree = piece->offset[u + 1] - piece->offset[u];
  double x = 0.0, y = 0.0;

  for (guint k = piece->offset[u]; k < piece->offset[u + 1]; k++)
    x += self->x[piece->near[k]] / degree, y += self->y[piece->near[k]] / degree;
  for (guint k = trading->first[trading->cell[u]]; k < trading->first[trading->cell[u] + 1]; k++)
    {
      guint v = trading->cells[k];

      if (v == u)
        continue;
      off[v] = degree > 0
                   ? (self->x[v] - x) * (self->x[v] - x) + (self->y[v] - y) * (self->y[v] - y)
                   : v;
      partners[n++] = v;
    }
  if (n <= PARTNERS)
    return n;
  kith_shaping_sort (partners, n, off);
  return PARTNERS;
}

/* FALSE: nothing was better, or there is no effort left. */
static gboolean
go_round (Trading *trading, guint *partners, double *off)
{
  gboolean any = FALSE;

  for (guint u = 0; u < trading->piece.n; u++)
    {
      guint n = find_partners (trading, u, partners, off);

      for (guint i = 0; i < n; i++)
        {
          if (trading->left <= 0.0)
            return FALSE;
          if (n < PARTNERS && partners[i] < u) /* it has been tried with this one */
            continue;
          any |= try_trade (trading, u, partners[i]);
        }
    }
  return any;
}

static void
trade_all (Trading *trading)
{
  g_autofree guint *partners = g_new (guint, trading->piece.n + 1);
  g_autofree double *off = g_new (double, trading->piece.n + 1);

  for (guint i = 0; i < ROUNDS && !kith_shaping_is_cancelled (trading->self); i++)
    if (!go_round (trading, partners, off))
      break;
}

static gboolean
may_trade (const KithShaping *self)
{
  return self->trades && self->graph->n <= MOST && self->graph->m <= MOST_LINKS;
}

static void
trading_init (Trading *trading, KithShaping *self, const guint *cell, gboolean needs_room)
{
  *trading = (Trading){ .self = self, .cell = cell, .needs_room = needs_room, .left = EFFORT };
  take_in (trading);
  note_cells (trading);
}

/* What is wrong with all of it, where the boxes are now. */
static double
cost_of_all (Trading *trading)
{
  KithShaping *self = trading->self;

  for (guint i = 0; i < trading->piece.n; i++)
    kith_flaws_put (&trading->flaws, i, self->x[i], self->y[i]);
  return CROSSING * kith_flaws_all_crossings (&trading->flaws)
         + THROUGH * kith_flaws_all_through (&trading->flaws) + LENGTH * kith_shaping_length (self);
}

/**
 * kith_shaping_flaws:
 * @self: a shape that has been filled
 *
 * Cost: links times links and boxes, eight at a time.
 *
 * Returns: links that cross and links through boxes, and how long links are, in units of one that crosses
 */
double
kith_shaping_flaws (KithShaping *self)
{
  g_autofree guint *anywhere = g_new0 (guint, self->graph->n + 1);
  Trading trading;
  double flaws;

  trading_init (&trading, self, anywhere, FALSE);
  flaws = cost_of_all (&trading);
  trading_clear (&trading);
  return flaws;
}

/**
 * kith_shaping_trade_places:
 * @self: a shape that has been filled
 * @cell: (array): of each box, where it may be: boxes trade within one cell
 * @seat_anew: (nullable): places them for good, as they have different sizes; NULL where all places
 *   have room for all
 * @data: for it
 *
 * Exchanges positions of two boxes as long as that makes the picture better, and keeps what comes of
 * it if that is better, too. This is pairwise interchange, as of placement problems (M. Hanan and
 * J. M. Kurtzberg, "Placement techniques", in M. A. Breuer, Design Automation of Digital Systems,
 * 1972), with crossings and links through boxes in its cost. Nothing is done before the shape has its
 * size, nor in very large ones. Cost: rounds over pairs of a cell, each times the links of two boxes
 * against all links and boxes; at most so much in all.
 */
void
kith_shaping_trade_places (KithShaping *self,
                           const guint *cell,
                           KithSeatAnew seat_anew,
                           gpointer data)
{
  Trading trading;
  g_autoptr (KithShapingKept) kept = NULL;
  double least;

  if (!may_trade (self))
    return;
  trading_init (&trading, self, cell, FALSE);
  least = cost_of_all (&trading);
  kept = kith_shaping_keep (self);
  self->settled = TRUE;
  for (guint i = 0; i < TURNS; i++)
    {
      double cost;

      trade_all (&trading);
      if (seat_anew != NULL)
        seat_anew (self, trading.seat, data);
      cost = cost_of_all (&trading);
      if (cost >= least)
        break;
      least = cost;
      kith_shaping_keep_instead (self, kept);
      for (guint v = 0; v < trading.piece.n; v++)
        trading.seat[v] = v;
    }
  kith_shaping_take_back (self, kept);
  trading_clear (&trading);
}

/* Turns an area's boxes over in it, across or down. */
static void
turn_over (KithShaping *self, guint group, gboolean across)
{
  const KithLayoutArea *area = &self->areas[group];
  const guint *boxes = kith_shaping_members (self, group);

  for (guint i = 0; i < kith_shaping_size (self, group); i++)
    {
      guint box = boxes[i];

      if (across)
        self->x[box] = 2 * area->x - self->x[box];
      else
        self->y[box] = 2 * area->y + self->title - self->y[box];
    }
}

/* Keeps an area turned over where that is better, until it is of none. */
static void
turn_areas (Trading *trading)
{
  KithShaping *self = trading->self;
  double least = cost_of_all (trading), tests = (double) trading->piece.m * trading->piece.m;
  guint n = 2 * self->shape->n_groups;

  for (guint i = 0, since = 0; since < n && trading->left > EFFORT / 2; i = (i + 1) % n, since++)
    {
      double cost;

      trading->left -= tests;
      turn_over (self, i / 2, i % 2 == 0);
      cost = cost_of_all (trading);
      if (cost < least - 1e-6)
        least = cost, since = 0;
      else
        turn_over (self, i / 2, i % 2 == 0);
    }
  cost_of_all (trading); /* knows where they are */
}

/**
 * kith_shaping_trade_in_areas:
 * @self: a shape whose boxes stand anywhere in the areas of their groups
 *
 * As kith_shaping_trade_places(), but two trade only where each has room in the other's place; before
 * that whole areas are turned over where that is better.
 */
void
kith_shaping_trade_in_areas (KithShaping *self)
{
  Trading trading;

  if (!may_trade (self))
    return;
  trading_init (&trading, self, self->shape->group, TRUE);
  turn_areas (&trading);
  trade_all (&trading);
  trading_clear (&trading);
}
