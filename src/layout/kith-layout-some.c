/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-some.h"

#include <math.h>
#include <string.h>

#include "kith-layout-boxes.h"
#include "kith-layout-flaws.h"
#include "kith-layout-score.h"
#include "kith-layout-watch.h"

/* What each flaw costs, in lengths of a usual link. */
#define THROUGH 1.5
#define CROSSING 0.8
#define SHORT 0.6
#define SLIGHT 0.02 /* less is not worth a move */

#define PASSES 8
#define ACROSS 24    /* places tried in the area, at most, across and down */
#define EFFORT 400e6 /* tests of a link against a link or box */

typedef struct
{
  KithPiece *piece; /* all boxes, of which those that stay are pinned */
  KithBoxes boxes;
  GArray *some; /* of guint: the others */
  KithFlaws flaws;
  double unit;           /* length of a usual link, map units */
  double x0, y0, x1, y1; /* where they may go */
  double clear;          /* between boxes, where there is no more now */
  double spare;          /* how much longer their links may become, map units */
  double left;           /* tests that may still be made */
} Some;

static void
some_clear (Some *self)
{
  kith_flaws_clear (&self->flaws);
  g_clear_pointer (&self->some, g_array_unref);
  g_clear_pointer (&self->piece, kith_piece_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Some, some_clear)

static void
take (Some *self,
      const KithLayoutGraph *graph,
      const KithLayoutOptions *options,
      double *x,
      double *y)
{
  KithPiece *piece = self->piece = kith_piece_new_whole (graph, options, x, y);

  self->unit = piece->unit;
  self->boxes = (KithBoxes){ piece->n,      piece->width, piece->height,
                             piece->pinned, piece->x,     piece->y };
  for (guint v = 0; v < piece->n; v++)
    if (!piece->pinned[v])
      g_array_append_val (self->some, v);
}

/* About where they are now: as much farther as a link is long. */
static void
stake_out (Some *self)
{
  const KithPiece *piece = self->piece;

  self->x0 = self->y0 = G_MAXDOUBLE;
  self->x1 = self->y1 = -G_MAXDOUBLE;
  for (guint i = 0; i < self->some->len; i++)
    {
      guint v = g_array_index (self->some, guint, i);

      self->x0 = MIN (self->x0, piece->x[v] - piece->width[v] / 2 - self->unit);
      self->x1 = MAX (self->x1, piece->x[v] + piece->width[v] / 2 + self->unit);
      self->y0 = MIN (self->y0, piece->y[v] - piece->height[v] / 2 - self->unit);
      self->y1 = MAX (self->y1, piece->y[v] + piece->height[v] / 2 + self->unit);
    }
}

static double
length_at (const Some *self, guint v, double px, double py)
{
  const KithPiece *piece = self->piece;
  double sum = 0;

  for (guint k = piece->offset[v]; k < piece->offset[v + 1]; k++)
    {
      double dx = px - piece->x[piece->near[k]], dy = py - piece->y[piece->near[k]];

      sum += sqrt (dx * dx + dy * dy);
    }
  return sum;
}

/* Of all links that touch those that move. */
static double
measure_length (const Some *self)
{
  const KithPiece *piece = self->piece;
  double sum = 0;

  for (guint k = 0; k < piece->m; k++)
    {
      double dx = piece->x[piece->a[k]] - piece->x[piece->b[k]];
      double dy = piece->y[piece->a[k]] - piece->y[piece->b[k]];

      if (!piece->pinned[piece->a[k]] || !piece->pinned[piece->b[k]])
        sum += sqrt (dx * dx + dy * dy);
    }
  return sum;
}

/* What @v costs there, out of the picture meanwhile; adding up ends beyond @enough. */
static double
cost_at (Some *self, guint v, double px, double py, double enough)
{
  const KithPiece *piece = self->piece;
  const KithFlaws *flaws = &self->flaws;
  double sum = length_at (self, v, px, py) / self->unit;

  if (sum < enough)
    sum += THROUGH * kith_flaws_links_at (flaws, v, (float) px, (float) py);
  self->left -= piece->m;
  for (guint k = piece->offset[v]; k < piece->offset[v + 1] && sum < enough; k++)
    {
      guint u = piece->near[k];
      float ux = flaws->x[u], uy = flaws->y[u];
      double visible = kith_score_visible (piece, v, u, ux - px, uy - py);

      sum += THROUGH * (kith_flaws_boxes_on (flaws, (float) px, (float) py, ux, uy) - 1);
      sum += CROSSING * kith_flaws_crossings (flaws, (float) px, (float) py, ux, uy);
      if (visible < piece->clearance)
        sum += SHORT * (piece->clearance - visible) / (piece->clearance + 1);
      self->left -= piece->n + piece->m;
    }
  return sum;
}

static double
cost_now (Some *self, guint v)
{
  double cost;

  kith_flaws_lift (&self->flaws, v);
  cost = cost_at (self, v, self->piece->x[v], self->piece->y[v], G_MAXDOUBLE);
  kith_flaws_put (&self->flaws, v, self->piece->x[v], self->piece->y[v]);
  return cost;
}

static gboolean
is_within (const Some *self, guint v, double px, double py)
{
  double half_width = self->piece->width[v] / 2, half_height = self->piece->height[v] / 2;

  return px - half_width >= self->x0 && px + half_width <= self->x1 && py - half_height >= self->y0
         && py + half_height <= self->y1;
}

/* The best place for one box so far. */
typedef struct
{
  double x, y, cost, length;
  double longest; /* that its links may be */
} Best;

static void
try_place (Some *self, guint v, double px, double py, Best *best)
{
  double length, cost;

  if (self->left <= 0 || !is_within (self, v, px, py)
      || !kith_flaws_is_free (&self->flaws, v, (float) px, (float) py))
    return;
  length = length_at (self, v, px, py);
  if (length > best->longest)
    return;
  cost = cost_at (self, v, px, py, best->cost);
  if (cost < best->cost)
    *best = (Best){ px, py, cost, length, best->longest };
}

/* All over the area, then ever nearer to the best place there. */
static void
try_places (Some *self, guint v, Best *best)
{
  const KithPiece *piece = self->piece;
  double wide = self->x1 - self->x0 - piece->width[v];
  double high = self->y1 - self->y0 - piece->height[v];
  guint across = (guint) CLAMP (wide / (self->unit / 4), 2, ACROSS);
  guint down = (guint) CLAMP (high / (self->unit / 4), 2, ACROSS);

  for (guint row = 0; row <= down; row++)
    for (guint column = 0; column <= across; column++)
      try_place (self, v, self->x0 + piece->width[v] / 2 + wide * column / across,
                 self->y0 + piece->height[v] / 2 + high * row / down, best);
  for (double step = self->unit / 4; step > 4; step /= 2)
    {
      double x = best->x, y = best->y;

      for (int i = 0; i < 9; i++)
        try_place (self, v, x + (i % 3 - 1) * step, y + (i / 3 - 1) * step, best);
    }
}

static gboolean
move_one (Some *self, guint v)
{
  KithPiece *piece = self->piece;
  double length = length_at (self, v, piece->x[v], piece->y[v]);
  Best best = { piece->x[v], piece->y[v], 0, length, length + MAX (self->spare, 0) };
  gboolean moved;

  kith_flaws_lift (&self->flaws, v);
  best.cost = cost_at (self, v, piece->x[v], piece->y[v], G_MAXDOUBLE) - SLIGHT;
  try_places (self, v, &best);
  moved = best.x != piece->x[v] || best.y != piece->y[v];
  self->spare -= best.length - length;
  piece->x[v] = best.x, piece->y[v] = best.y;
  kith_flaws_put (&self->flaws, v, piece->x[v], piece->y[v]);
  return moved;
}

static void
exchange (Some *self, guint v, guint u)
{
  KithPiece *piece = self->piece;
  double x = piece->x[v], y = piece->y[v];

  piece->x[v] = piece->x[u], piece->y[v] = piece->y[u];
  piece->x[u] = x, piece->y[u] = y;
  kith_flaws_put (&self->flaws, v, piece->x[v], piece->y[v]);
  kith_flaws_put (&self->flaws, u, piece->x[u], piece->y[u]);
}

/* Two of them have room in each other's place. */
static gboolean
fit (Some *self, guint v, guint u)
{
  gboolean fits = TRUE;

  for (guint i = 0; i < self->piece->n && fits; i++)
    fits = (i == v || !kith_boxes_overlap (&self->boxes, v, i, self->clear))
           && (i == u || !kith_boxes_overlap (&self->boxes, u, i, self->clear));
  return fits && is_within (self, v, self->piece->x[v], self->piece->y[v])
         && is_within (self, u, self->piece->x[u], self->piece->y[u]);
}

static gboolean
exchange_two (Some *self, guint v, guint u)
{
  double before = cost_now (self, v) + cost_now (self, u), length = measure_length (self), longer;

  exchange (self, v, u);
  longer = measure_length (self) - length;
  self->left -= 2.0 * self->piece->m + self->piece->n;
  if (longer <= MAX (self->spare, 0) && fit (self, v, u)
      && cost_now (self, v) + cost_now (self, u) < before - SLIGHT)
    {
      self->spare -= longer;
      return TRUE;
    }
  exchange (self, v, u);
  return FALSE;
}

static gboolean
improve (Some *self, KithWatch *watch)
{
  gboolean moved = TRUE;

  for (guint pass = 0; pass < PASSES && moved && self->left > 0; pass++)
    {
      moved = FALSE;
      for (guint i = 0; i < self->some->len && self->left > 0; i++)
        {
          guint v = g_array_index (self->some, guint, i);

          moved |= move_one (self, v);
          for (guint j = 0; j < i && self->left > 0; j++)
            moved |= exchange_two (self, v, g_array_index (self->some, guint, j));
          if (!kith_watch_tick (watch, (pass + (i + 1.0) / self->some->len) / PASSES))
            return FALSE;
        }
    }
  return TRUE;
}

/* Somebody who moves lies on somebody: then there is no keeping what was there. */
static gboolean
is_heaped (const Some *self)
{
  for (guint i = 0; i < self->some->len; i++)
    for (guint w = 0; w < self->piece->n; w++)
      {
        guint v = g_array_index (self->some, guint, i);

        if (v != w && kith_boxes_overlap (&self->boxes, v, w, 0))
          return TRUE;
      }
  return FALSE;
}

static double
cost_of_all (Some *self)
{
  double sum = 0;

  for (guint i = 0; i < self->some->len; i++)
    sum += cost_now (self, g_array_index (self->some, guint, i));
  return sum;
}

static void
put_all (Some *self, const double *x, const double *y)
{
  for (guint i = 0; i < self->some->len; i++)
    {
      guint v = g_array_index (self->some, guint, i);

      self->piece->x[v] = x[v], self->piece->y[v] = y[v];
      kith_flaws_put (&self->flaws, v, x[v], y[v]);
    }
}

static gboolean
are_within (const Some *self)
{
  for (guint i = 0; i < self->some->len; i++)
    {
      guint v = g_array_index (self->some, guint, i);

      if (!is_within (self, v, self->piece->x[v], self->piece->y[v]))
        return FALSE;
    }
  return TRUE;
}

/* From a picture drawn anew, where that is better and the boxes stay about where they were. */
static gboolean
start_anew (Some *self,
            const KithLayoutGraph *graph,
            const KithLayoutOptions *options,
            double longest)
{
  gsize bytes = sizeof (double) * graph->n;
  g_autofree double *x = g_memdup2 (self->piece->x, bytes);
  g_autofree double *y = g_memdup2 (self->piece->y, bytes);
  g_autofree double *new_x = g_memdup2 (x, bytes), *new_y = g_memdup2 (y, bytes);
  KithLayoutOptions how = *options;
  double cost = cost_of_all (self);

  how.progress = NULL;
  how.unseen = TRUE;
  if (!kith_layout_arrange (graph, &how, new_x, new_y))
    return FALSE;
  put_all (self, new_x, new_y);
  if (!are_within (self) || measure_length (self) > longest || cost_of_all (self) >= cost)
    put_all (self, x, y);
  return TRUE;
}

/**
 * kith_layout_arrange_some:
 * @graph: boxes and links; those that are pinned stay
 * @options: how; there is a start
 * @clear: gap that boxes have at least, where the picture is closer than the options wish
 * @x: (array) (inout): centres, map units, all of them usable places
 * @y: (array) (inout): likewise
 *
 * Moves the others to better places in about the area that they have. Their links do not become
 * longer, unless boxes lay on one another and had to part: what cannot be bettered stays as it is.
 *
 * Returns: %FALSE when cancelled; then @x and @y are as they were
 */
gboolean
kith_layout_arrange_some (const KithLayoutGraph *graph,
                          const KithLayoutOptions *options,
                          double clear,
                          double *x,
                          double *y)
{
  g_auto (Some) self = { .clear = clear, .left = EFFORT };
  KithWatch watch = { .options = options, .span = 1 };
  gsize bytes = sizeof (double) * graph->n;
  double longest;
  gboolean heaped;

  self.some = g_array_new (FALSE, FALSE, sizeof (guint));
  take (&self, graph, options, x, y);
  if (self.some->len == 0)
    return TRUE;
  stake_out (&self);
  longest = measure_length (&self);
  heaped = is_heaped (&self);
  kith_layout_tidy (graph, clear, self.piece->x, self.piece->y);
  if (heaped)
    longest = MAX (longest, measure_length (&self));
  kith_flaws_init (&self.flaws, self.piece, self.piece->x, self.piece->y);
  if (!start_anew (&self, graph, options, longest))
    return FALSE;
  self.spare = longest - measure_length (&self);
  if (!improve (&self, &watch))
    return FALSE;
  if (!heaped && measure_length (&self) > longest)
    return TRUE;
  memcpy (x, self.piece->x, bytes);
  memcpy (y, self.piece->y, bytes);
  return TRUE;
}
