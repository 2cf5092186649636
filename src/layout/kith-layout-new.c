/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes to a picture that leave the rest of it alone: parting overlaps, and
 * finding places for boxes that have none yet. */
#include "kith-layout.h"

#include <math.h>
#include <string.h>

#include "kith-layout-neighbours.h"
#include "kith-layout-overlap.h"
#include "kith-layout-piece.h"
#include "kith-layout-placement.h"
#include "kith-layout-score.h"

/* Looking at every link or box for each place tried is for maps up to here. */
#define CAREFUL 3000
#define LINK_ROOM 60.0

typedef struct
{
  const KithLayoutGraph *graph;
  double gap;
  double *columns; /* the next four */
  double *width, *height, *x, *y;
  guint8 *placed;       /* [n] takes up ground */
  guint8 *wanting;      /* [n] still to be placed */
  guint *offset, *near; /* neighbour lists */
  KithBoxes boxes;
  KithBoxGrid *grid;
  double sx, sy; /* a good distance across and down */
} Newcomers;

static void
newcomers_clear (Newcomers *self)
{
  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->placed, g_free);
  g_clear_pointer (&self->wanting, g_free);
  g_clear_pointer (&self->offset, g_free);
  g_clear_pointer (&self->near, g_free);
  g_clear_pointer (&self->grid, kith_box_grid_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Newcomers, newcomers_clear)

static gboolean
is_pinned (const KithLayoutGraph *graph, guint i)
{
  return graph->pinned != NULL && graph->pinned[i];
}

/**
 * kith_layout_is_apart:
 * @graph: boxes
 * @gap: clear space, map units
 * @x: (array): centres, map units
 * @y: (array): likewise
 *
 * Returns: whether so much is clear between any two of them
 */
gboolean
kith_layout_is_apart (const KithLayoutGraph *graph, double gap, const double *x, const double *y)
{
  KithBoxes boxes = { graph->n, graph->width, graph->height, NULL, (double *) x, (double *) y };

  return kith_boxes_are_apart (&boxes, gap);
}

/**
 * kith_layout_tidy:
 * @graph: boxes; links play no part
 * @gap: clear space wanted between any two
 * @x: (array) (inout): centres, map units
 * @y: (array) (inout): likewise
 *
 * Parts overlapping boxes with as little movement as it takes; pinned boxes
 * stay. A box without a usable position is put near the middle of the others.
 */
void
kith_layout_tidy (const KithLayoutGraph *graph, double gap, double *x, double *y)
{
  g_autofree double *columns = g_new (double, 4 * (gsize) graph->n + 1);
  g_autofree double *was = NULL;
  g_autofree guint *id = g_new (guint, graph->n + 1);
  g_autofree guint8 *pinned = g_new (guint8, graph->n + 1);
  double *width = columns, *height = width + graph->n;
  double *at_x = height + graph->n, *at_y = at_x + graph->n;
  double middle_x = 0, middle_y = 0, count = 0;
  KithBoxes boxes = { 0, width, height, pinned, at_x, at_y };

  for (guint i = 0; i < graph->n; i++)
    if (kith_piece_is_place (x[i], y[i]))
      {
        middle_x += x[i];
        middle_y += y[i];
        count++;
      }

  for (guint i = 0; i < graph->n; i++)
    {
      gboolean usable = kith_piece_is_place (x[i], y[i]);

      if (is_pinned (graph, i) && !usable)
        continue;
      id[boxes.n] = i;
      pinned[boxes.n] = is_pinned (graph, i);
      width[boxes.n] = kith_piece_sane_size (graph->width[i], 150);
      height[boxes.n] = kith_piece_sane_size (graph->height[i], 50);
      at_x[boxes.n] = usable ? x[i] : middle_x / MAX (count, 1);
      at_y[boxes.n++] = usable ? y[i] : middle_y / MAX (count, 1);
    }

  was = g_memdup2 (at_x, sizeof (double) * 2 * graph->n);
  kith_overlap_remove (&boxes, kith_piece_sane_space (gap, 28), NULL);
  kith_overlap_pull_back (&boxes, kith_piece_sane_space (gap, 28), was, was + graph->n);
  for (guint k = 0; k < boxes.n; k++)
    if (!pinned[k])
      {
        x[id[k]] = at_x[k];
        y[id[k]] = at_y[k];
      }
}

static void
newcomers_init (Newcomers *self,
                const KithLayoutGraph *graph,
                const guint8 *is_new,
                double gap,
                const double *x,
                const double *y)
{
  gsize n = graph->n;

  self->graph = graph;
  self->gap = gap;
  self->columns = g_new (double, 4 * n);
  self->width = self->columns;
  self->height = self->columns + n;
  self->x = self->columns + 2 * n;
  self->y = self->columns + 3 * n;
  self->placed = g_new0 (guint8, n);
  self->wanting = g_new0 (guint8, n);
  for (guint i = 0; i < n; i++)
    {
      gboolean usable = kith_piece_is_place (x[i], y[i]);

      self->width[i] = kith_piece_sane_size (graph->width[i], 150);
      self->height[i] = kith_piece_sane_size (graph->height[i], 50);
      self->x[i] = usable ? x[i] : 0;
      self->y[i] = usable ? y[i] : 0;
      self->wanting[i] = is_new[i] && !is_pinned (graph, i);
      self->placed[i] = !self->wanting[i] && usable;
      self->sx += self->width[i] / n;
      self->sy += self->height[i] / n;
    }
  self->sx += LINK_ROOM;
  self->sy += LINK_ROOM;
  kith_layout_list_neighbours (graph, &self->offset, &self->near);

  self->boxes = (KithBoxes){ graph->n, self->width, self->height, NULL, self->x, self->y };
  self->grid = kith_box_grid_new (&self->boxes, gap);
  for (guint i = 0; i < n; i++)
    if (self->placed[i])
      kith_box_grid_add (self->grid, i);
}

/* Links that would run through boxes if @v were at (px, py). */
static guint
count_through (const Newcomers *self, guint v, double px, double py)
{
  const KithLayoutGraph *graph = self->graph;
  const double *x = self->x, *y = self->y;
  guint count = 0;

  for (guint k = 0; k < graph->m; k++)
    {
      guint a = graph->from[k], b = graph->to[k];

      if (kith_layout_is_link (graph, k) && a != v && b != v && self->placed[a] && self->placed[b])
        count += kith_score_hits (x[a], y[a], x[b], y[b], px, py,
                                  self->width[v] / 2 + KITH_SCORE_ROOM,
                                  self->height[v] / 2 + KITH_SCORE_ROOM);
    }
  for (guint k = self->offset[v]; k < self->offset[v + 1]; k++)
    for (guint w = 0; w < graph->n && self->placed[self->near[k]]; w++)
      count += w != v && w != self->near[k] && self->placed[w]
               && kith_score_hits (px, py, x[self->near[k]], y[self->near[k]], x[w], y[w],
                                   self->width[w] / 2 + KITH_SCORE_ROOM,
                                   self->height[w] / 2 + KITH_SCORE_ROOM);

  return count;
}

/* How crowded it is within two units of (px, py). */
static double
find_crowd (const Newcomers *self, guint v, double px, double py)
{
  double crowd = 0;

  for (guint u = 0; u < self->graph->n; u++)
    if (u != v && self->placed[u])
      {
        double dx = (px - self->x[u]) / self->sx, dy = (py - self->y[u]) / self->sy;
        double square = dx * dx + dy * dy;

        crowd += square < 4 ? 1 - sqrt (square) / 2 : 0;
      }

  return crowd;
}

static double
cost (const Newcomers *self, guint v, double px, double py)
{
  double sum = 0;

  for (guint k = self->offset[v]; k < self->offset[v + 1]; k++)
    if (self->placed[self->near[k]])
      {
        double dx = (px - self->x[self->near[k]]) / self->sx;
        double dy = (py - self->y[self->near[k]]) / self->sy;
        double off = sqrt (dx * dx + dy * dy) - 1;

        sum += off < 0 ? 4 * off * off : off * off;
      }
  if (self->graph->n <= CAREFUL && self->graph->m <= CAREFUL)
    sum += 0.7 * count_through (self, v, px, py) + 0.15 * find_crowd (self, v, px, py);

  return sum;
}

/* Puts @v amid its neighbours, or as near as there is good free ground. */
static void
place_near (Newcomers *self, guint v)
{
  static const double ways[][2] = {
    { 1, 0 },      { -1, 0 },      { 0, 1 },      { 0, -1 },      { 0.7, 0.7 },  { -0.7, 0.7 },
    { 0.7, -0.7 }, { -0.7, -0.7 }, { 0.4, 0.9 },  { -0.4, 0.9 },  { 0.4, -0.9 }, { -0.4, -0.9 },
    { 0.9, 0.4 },  { -0.9, 0.4 },  { 0.9, -0.4 }, { -0.9, -0.4 },
  };
  double wished_x = 0, wished_y = 0, count = 0, best = G_MAXDOUBLE, x, y;

  for (guint k = self->offset[v]; k < self->offset[v + 1]; k++)
    if (self->placed[self->near[k]])
      {
        wished_x += self->x[self->near[k]];
        wished_y += self->y[self->near[k]];
        count++;
      }
  x = wished_x /= count;
  y = wished_y /= count;

  for (guint ring = 0; ring < 10; ring++)
    for (guint d = 0; d < (ring == 0 ? 1 : G_N_ELEMENTS (ways)); d++)
      {
        double px = wished_x + ways[d][0] * ring * 0.3 * self->sx;
        double py = wished_y + ways[d][1] * ring * 0.3 * self->sy;
        double found;

        if (!kith_box_grid_is_free (self->grid, v, px, py))
          continue;
        found = cost (self, v, px, py);
        if (found >= best)
          continue;
        best = found;
        x = px;
        y = py;
      }

  kith_overlap_find_free (self->grid, &self->boxes, v, 1, &x, &y);
  self->x[v] = x;
  self->y[v] = y;
  self->placed[v] = TRUE;
  self->wanting[v] = FALSE;
  kith_box_grid_add (self->grid, v);
}

/* The newcomer with the most neighbours that have a place; G_MAXUINT if none
 * has any. */
static guint
choose_next (const Newcomers *self)
{
  guint chosen = G_MAXUINT, most = 0;

  for (guint v = 0; v < self->graph->n; v++)
    {
      guint count = 0;

      if (!self->wanting[v])
        continue;
      for (guint k = self->offset[v]; k < self->offset[v + 1]; k++)
        count += self->placed[self->near[k]];
      if (count > most)
        {
          most = count;
          chosen = v;
        }
    }

  return chosen;
}

/* Moves the new group to where the page grows least: right of the rest, or
 * under it. */
static void
set_beside (const Newcomers *self, const KithBoxes *group, double *dx, double *dy)
{
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;
  double gx0, gy0, gx1, gy1, wide, high;

  *dx = *dy = 0;
  kith_boxes_bounds (group, &gx0, &gy0, &gx1, &gy1);
  for (guint i = 0; i < self->graph->n; i++)
    if (self->placed[i])
      {
        x0 = MIN (x0, self->x[i] - self->width[i] / 2);
        x1 = MAX (x1, self->x[i] + self->width[i] / 2);
        y0 = MIN (y0, self->y[i] - self->height[i] / 2);
        y1 = MAX (y1, self->y[i] + self->height[i] / 2);
      }
  if (x0 > x1)
    return;

  wide = kith_placement_page_size (x1 - x0 + 2 * self->gap + gx1 - gx0, MAX (y1 - y0, gy1 - gy0));
  high = kith_placement_page_size (MAX (x1 - x0, gx1 - gx0), y1 - y0 + 2 * self->gap + gy1 - gy0);
  *dx = wide < high ? x1 + 2 * self->gap - gx0 : x0 - gx0;
  *dy = wide < high ? y0 - gy0 : y1 + 2 * self->gap - gy0;
}

/* Arranges those that are linked to nothing with a place by themselves, and
 * puts the group beside the picture. */
static void
place_strangers (Newcomers *self)
{
  const KithLayoutGraph *graph = self->graph;
  g_autofree guint *id = g_new (guint, graph->n);
  g_autofree guint *local = g_new (guint, graph->n);
  g_autofree guint *ends = g_new (guint, 2 * (gsize) graph->m + 1);
  g_autofree double *columns = g_new (double, 4 * (gsize) graph->n);
  double *width = columns, *height = width + graph->n;
  double *x = height + graph->n, *y = x + graph->n;
  KithLayoutGraph part = { 0, width, height, NULL, 0, ends, ends + graph->m };
  KithLayoutOptions options;
  double dx, dy;

  for (guint i = 0; i < graph->n; i++)
    if (self->wanting[i])
      {
        width[part.n] = self->width[i];
        height[part.n] = self->height[i];
        local[i] = part.n;
        id[part.n++] = i;
      }
  if (part.n == 0)
    return;
  for (guint k = 0; k < graph->m; k++)
    if (kith_layout_is_link (graph, k) && self->wanting[graph->from[k]]
        && self->wanting[graph->to[k]])
      {
        ends[part.m] = local[graph->from[k]];
        ends[graph->m + part.m++] = local[graph->to[k]];
      }

  kith_layout_options_init (&options);
  options.gap = self->gap;
  kith_layout_arrange (&part, &options, x, y);
  set_beside (self, &(KithBoxes){ part.n, width, height, NULL, x, y }, &dx, &dy);
  for (guint k = 0; k < part.n; k++)
    {
      self->x[id[k]] = x[k] + dx;
      self->y[id[k]] = y[k] + dy;
    }
}

/**
 * kith_layout_place_new:
 * @graph: boxes and links
 * @is_new: (array): nonzero for boxes that need a place
 * @gap: clear space wanted between any two
 * @x: (array) (inout): centres, map units
 * @y: (array) (inout): likewise
 *
 * Places only the new boxes, near those they are linked to, or beside the
 * picture if they are linked to nothing in it. Others do not move, nor do
 * pinned ones. O(k n) for k new boxes, with a factor of m in maps of up to a
 * few thousand links.
 */
void
kith_layout_place_new (const KithLayoutGraph *graph,
                       const guint8 *is_new,
                       double gap,
                       double *x,
                       double *y)
{
  g_auto (Newcomers) self = { 0 };
  guint next;

  if (graph->n == 0)
    return;

  newcomers_init (&self, graph, is_new, kith_piece_sane_space (gap, 28), x, y);
  while ((next = choose_next (&self)) != G_MAXUINT)
    place_near (&self, next);
  place_strangers (&self);

  for (guint i = 0; i < graph->n; i++)
    if (is_new[i] && !is_pinned (graph, i))
      {
        x[i] = self.x[i];
        y[i] = self.y[i];
      }
}
