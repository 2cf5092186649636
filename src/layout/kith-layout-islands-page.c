/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Large boxes, each with a map of its own in it, come out far apart from an arrangement of boxes, and in no
 * shape of a screen's. They are drawn together, wider and flatter; then single ones go where they leave the
 * page smaller, or their links shorter. */
#include "kith-layout-islands-page.h"

#include <math.h>
#include <string.h>

#include "kith-layout-placement.h"

#define PULL 0.9
#define MOST_PULLS 40
#define PATIENCE 4 /* pulls that make it no better */
#define WIDER 1.25 /* from one try to the next */
#define WIDEST 2.6
#define USUAL (WIDER * WIDER) /* the one that is most often best */
#define FEW 12        /* islands, up to which all are tried whenever boxes or names have grown */
#define MANY 100      /* beyond which every other one is tried */
#define MOST_MOVED 24 /* islands, beyond which none is moved by itself */
#define MOST_ROUNDS 12
#define LENGTH 0.6 /* what the mean length of a link counts, beside the page's */
#define SPREAD 0.6 /* what the mean way of an island from their middle does */
#define NOTABLY 0.999
#define LITTLE 1e-4 /* map units */

typedef struct
{
  const KithLayoutGraph *islands;
  const KithLayoutOptions *options;
  double *x, *y;
} Page;

typedef struct
{
  double left, right, top, bottom;
} Bounds;

static const Bounds nothing = { G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE };

static void
join (Bounds *bounds, const Page *page, guint i)
{
  double width = page->islands->width[i], height = page->islands->height[i];

  bounds->left = MIN (bounds->left, page->x[i] - width / 2);
  bounds->right = MAX (bounds->right, page->x[i] + width / 2);
  bounds->top = MIN (bounds->top, page->y[i] - height / 2);
  bounds->bottom = MAX (bounds->bottom, page->y[i] + height / 2);
}

static double
size_of (const Bounds *bounds)
{
  return kith_placement_page_size (bounds->right - bounds->left, bounds->bottom - bounds->top);
}

static double
distance (const Page *page, guint one, guint other)
{
  double dx = page->x[one] - page->x[other], dy = page->y[one] - page->y[other];

  return sqrt (dx * dx + dy * dy);
}

/* So that each goes inwards where it can, though others keep the page as large. */
static double
way_from_middle (const Page *page, guint i, const Bounds *bounds)
{
  return fabs (page->x[i] - (bounds->left + bounds->right) / 2) / KITH_PLACEMENT_PAGE
         + fabs (page->y[i] - (bounds->top + bounds->bottom) / 2);
}

static gboolean
is_cancelled (const Page *page)
{
  return page->options->cancelled != NULL && page->options->cancelled (page->options->data);
}

/* Less is better. */
static double
measure (const Page *page)
{
  const KithLayoutGraph *islands = page->islands;
  Bounds bounds = nothing;
  double length = 0.0, spread = 0.0;

  for (guint i = 0; i < islands->n; i++)
    join (&bounds, page, i);
  for (guint i = 0; i < islands->n; i++)
    spread += way_from_middle (page, i, &bounds);
  for (guint i = 0; i < islands->m; i++)
    length += distance (page, islands->from[i], islands->to[i]);
  return size_of (&bounds) + LENGTH * length / MAX (islands->m, 1) + SPREAD * spread / islands->n;
}

static void
keep (const Page *page, double *x, double *y)
{
  memcpy (x, page->x, page->islands->n * sizeof *x);
  memcpy (y, page->y, page->islands->n * sizeof *y);
}

static void
take_back (const Page *page, const double *x, const double *y)
{
  memcpy (page->x, x, page->islands->n * sizeof *x);
  memcpy (page->y, y, page->islands->n * sizeof *y);
}

/* As far as they let it; as they are best. */
static void
draw_together (const Page *page, double *x, double *y)
{
  double best = G_MAXDOUBLE;
  KithLayoutGraph bare = *page->islands;
  guint worse = 0;

  bare.m = 0;
  keep (page, x, y);
  for (guint i = 0; i < MOST_PULLS && worse < PATIENCE && !is_cancelled (page); i++)
    {
      double now;

      kith_layout_tidy (&bare, page->options->gap, page->x, page->y);
      now = measure (page);
      worse = now < best * NOTABLY ? 0 : worse + 1;
      if (worse == 0)
        {
          best = now;
          keep (page, x, y);
        }
      for (guint k = 0; k < bare.n; k++)
        page->x[k] *= PULL, page->y[k] *= PULL;
    }
  take_back (page, x, y);
}

/* --- One by one --- */

typedef struct
{
  const Page *page;
  guint i;           /* who moves */
  guint *links;      /* n: how many it has to each other one */
  Bounds others;     /* what the page is without it */
  guint blocker;     /* who was in the way of the spot before, and often is of the next */
  double cost, x, y; /* the best spot so far */
} Move;

static gboolean
blocks (const Page *page, guint k, guint i)
{
  const KithLayoutGraph *islands = page->islands;

  return k != i
         && fabs (page->x[k] - page->x[i])
                < (islands->width[k] + islands->width[i]) / 2 + page->options->gap - LITTLE
         && fabs (page->y[k] - page->y[i])
                < (islands->height[k] + islands->height[i]) / 2 + page->options->gap - LITTLE;
}

static gboolean
is_clear (Move *move)
{
  const Page *page = move->page;

  if (blocks (page, move->blocker, move->i))
    return FALSE;
  for (guint k = 0; k < page->islands->n; k++)
    if (blocks (page, k, move->i))
      {
        move->blocker = k;
        return FALSE;
      }
  return TRUE;
}

/* Of the page, and of its way from the middle. */
static double
cost_of_page (const Move *move)
{
  Bounds all = move->others;

  join (&all, move->page, move->i);
  return size_of (&all)
         + SPREAD * way_from_middle (move->page, move->i, &move->others) / move->page->islands->n;
}

/* What of the measure hangs on where it is. */
static double
cost_of (const Move *move)
{
  const Page *page = move->page;
  double length = 0.0;

  for (guint k = 0; k < page->islands->n; k++)
    if (move->links[k] > 0)
      length += move->links[k] * distance (page, move->i, k);
  return cost_of_page (move) + LENGTH * length / MAX (page->islands->m, 1);
}

static void
try_spot (Move *move, double x, double y)
{
  const Page *page = move->page;
  double cost;

  page->x[move->i] = x;
  page->y[move->i] = y;
  if (cost_of_page (move) >= move->cost * NOTABLY || !is_clear (move))
    return;
  cost = cost_of (move);
  if (cost < move->cost * NOTABLY)
    move->cost = cost, move->x = x, move->y = y;
}

/* At a side of one: in line with an edge or the middle of another, or in the corner of both. */
static void
try_beside (Move *move, guint one, guint other)
{
  const Page *page = move->page;
  const double *widths = page->islands->width, *heights = page->islands->height;
  double width = widths[move->i], height = heights[move->i];
  double aside = (widths[one] + width) / 2 + page->options->gap;
  double away = (heights[one] + height) / 2 + page->options->gap;
  double corner = (heights[other] + height) / 2 + page->options->gap;

  for (int side = -1; side <= 1; side += 2)
    for (int edge = -1; edge <= 1; edge++)
      {
        double x = page->x[one] + side * aside, y = page->y[one] + side * away;

        try_spot (move, x, page->y[other] + edge * (heights[other] - height) / 2);
        try_spot (move, page->x[other] + edge * (widths[other] - width) / 2, y);
        if (edge != 0)
          try_spot (move, x, page->y[other] + edge * corner);
      }
}

static void
begin_move (Move *move)
{
  const Page *page = move->page;
  const KithLayoutGraph *islands = page->islands;

  memset (move->links, 0, islands->n * sizeof *move->links);
  for (guint i = 0; i < islands->m; i++)
    if (islands->from[i] == move->i || islands->to[i] == move->i)
      move->links[islands->from[i] + islands->to[i] - move->i]++;
  move->others = nothing;
  for (guint k = 0; k < islands->n; k++)
    if (k != move->i)
      join (&move->others, page, k);
  move->x = page->x[move->i];
  move->y = page->y[move->i];
  move->cost = cost_of (move);
}

static gboolean
move_one (Move *move)
{
  const Page *page = move->page;
  guint n = page->islands->n, i = move->i;
  double x = page->x[i], y = page->y[i];

  begin_move (move);
  for (guint one = 0; one < n; one++)
    for (guint other = 0; other < n; other++)
      if (one != i && other != i)
        try_beside (move, one, other);
  page->x[i] = move->x;
  page->y[i] = move->y;
  return move->x != x || move->y != y;
}

static void
move_all (const Page *page)
{
  g_autofree guint *links = g_new (guint, page->islands->n + 1);
  gboolean moved = page->islands->n > 1 && page->islands->n <= MOST_MOVED;

  for (guint round = 0; moved && round < MOST_ROUNDS && !is_cancelled (page); round++)
    {
      moved = FALSE;
      for (guint i = 0; i < page->islands->n; i++)
        {
          Move move = { .page = page, .i = i, .links = links, .blocker = i };

          moved |= move_one (&move);
        }
    }
}

/* So many times as wide, and as much flatter. */
static double
try_width (const Page *page, double wide, double *x, double *y)
{
  for (guint k = 0; k < page->islands->n; k++)
    page->x[k] *= wide, page->y[k] /= wide;
  draw_together (page, x, y);
  move_all (page);
  return measure (page);
}

/* From how they came, and the wider and flatter. */
static void
try_widths (const Page *page, double *x, double *y)
{
  gsize bytes = (page->islands->n + 1) * sizeof (double);
  g_autofree double *from_x = g_memdup2 (page->x, bytes), *from_y = g_memdup2 (page->y, bytes);
  g_autofree double *best_x = g_memdup2 (page->x, bytes), *best_y = g_memdup2 (page->y, bytes);
  double best = G_MAXDOUBLE, step = page->islands->n <= MANY ? WIDER : WIDER * WIDER;

  for (double wide = 1.0; wide < WIDEST && !is_cancelled (page); wide *= step)
    {
      double now;

      take_back (page, from_x, from_y);
      now = try_width (page, wide, x, y);
      if (now >= best * NOTABLY)
        continue;
      best = now;
      keep (page, best_x, best_y);
    }
  take_back (page, best_x, best_y);
}

/**
 * kith_islands_fit_page:
 * @islands: boxes and the links between them
 * @options: what space is clear between them, and whether it is cancelled
 * @for_good: that is how they stay; else they need be only about as large
 * @x: (array) (inout): centres, map units
 * @y: (array) (inout): likewise
 *
 * Cost: O(n⁴) for up to 24; parting them, beyond.
 */
void
kith_islands_fit_page (const KithLayoutGraph *islands,
                       const KithLayoutOptions *options,
                       gboolean for_good,
                       double *x,
                       double *y)
{
  Page page = { islands, options, x, y };
  g_autofree double *spare_x = g_new (double, islands->n + 1);
  g_autofree double *spare_y = g_new (double, islands->n + 1);

  if (for_good || islands->n <= FEW)
    try_widths (&page, spare_x, spare_y);
  else
    try_width (&page, USUAL, spare_x, spare_y);
}
