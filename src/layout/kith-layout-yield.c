/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-yield.h"

#include <string.h>

#include "kith-layout-boxes.h"
#include "kith-layout-neighbours.h"
#include "kith-layout-piece.h"

#define PASSES 12   /* over all links: the pull halves and more with each link that it crosses */
#define STAYING 1.0 /* how strongly a box keeps to its place, where a link pulls with 1 */
#define ROUNDING \
  0.0625           /* map units: what boxes that were parted may lie nearer, by what records keep */
#define SLIGHT 1.5 /* map units: less is no movement */

/* Every box keeps to where it was and every link to how it lay; what is carried has gone, what is
 * pinned stays. The offsets that satisfy all best are found by Gauss and Seidel's passes over the
 * normal equations: those of a screened Poisson equation on the graph, so that what gives way gives
 * way less with each link. */
typedef struct
{
  guint *first; /* [n + 1] into near */
  guint *near;
  double *off; /* [2 n] across and down */
  guint8 *fixed;
} Pull;

static void
pull_clear (Pull *self)
{
  g_free (self->first);
  g_free (self->near);
  g_free (self->off);
  g_free (self->fixed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pull, pull_clear)

static gboolean
is_among (const guint *list, guint n, guint box)
{
  for (guint i = 0; i < n; i++)
    if (list[i] == box)
      return TRUE;
  return FALSE;
}

/* Several links between two are one: neither pulls the harder. */
static void
drop_repeats (Pull *self, guint n)
{
  guint kept = 0;

  for (guint i = 0, from = 0; i < n; i++)
    {
      guint begin = kept, end = self->first[i + 1];

      for (guint k = from; k < end; k++)
        if (!is_among (self->near + begin, kept - begin, self->near[k]))
          self->near[kept++] = self->near[k];
      from = end;
      self->first[i] = begin;
    }
  self->first[n] = kept;
}

static void
pass (Pull *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      double across = 0, down = 0, weight = STAYING;

      if (self->fixed[i])
        continue;
      for (guint k = self->first[i]; k < self->first[i + 1]; k++)
        {
          across += self->off[2 * self->near[k]];
          down += self->off[2 * self->near[k] + 1];
          weight += 1.0;
        }
      self->off[2 * i] = across / weight;
      self->off[2 * i + 1] = down / weight;
    }
}

/* Boxes that touch each other before are not to be parted by what happens elsewhere. */
static void
keep_heaps (Pull *self,
            const KithLayoutGraph *graph,
            const guint8 *carried,
            double gap,
            double *x,
            double *y)
{
  KithBoxes boxes = { graph->n, graph->width, graph->height, NULL, x, y };
  g_autoptr (KithBoxGrid) grid = kith_box_grid_new (&boxes, MAX (gap - ROUNDING, 0.0));

  for (guint i = 0; i < graph->n; i++)
    if (!carried[i])
      kith_box_grid_add (grid, i);
  for (guint i = 0; i < graph->n; i++)
    self->fixed[i] |= !carried[i] && !kith_box_grid_is_free (grid, i, x[i], y[i]);
}

/**
 * kith_layout_give_way:
 * @graph: boxes and links; pinned boxes stay, unless they are carried
 * @carried: (array): nonzero for the boxes that are carried
 * @dx: how far they have been carried across, map units
 * @dy: and down
 * @gap: clear space to keep between boxes
 * @x: (array) (inout): centres before anything was carried; all of them usable places
 * @y: (array) (inout): likewise
 *
 * What is linked to the carried ones follows them a little, the less the more links are between,
 * and what they come upon moves aside. Boxes that touched each other before stay as they are. The
 * result hangs on the start and on how far alone, not on the way: carried back, all is as it was.
 * Cost: that of a few passes over the links, and of kith_layout_tidy().
 */
void
kith_layout_give_way (const KithLayoutGraph *graph,
                      const guint8 *carried,
                      double dx,
                      double dy,
                      double gap,
                      double *x,
                      double *y)
{
  g_auto (Pull) self = { NULL };
  KithLayoutGraph tidied = *graph;

  if (graph->n == 0)
    return;
  self.off = g_new0 (double, 2 * (gsize) graph->n);
  self.fixed = g_new0 (guint8, graph->n);
  if (graph->pinned != NULL)
    memcpy (self.fixed, graph->pinned, graph->n);
  keep_heaps (&self, graph, carried, gap, x, y);
  kith_layout_list_neighbours (graph, &self.first, &self.near);
  drop_repeats (&self, graph->n);
  for (guint i = 0; i < graph->n; i++)
    if (carried[i])
      {
        self.fixed[i] = TRUE;
        self.off[2 * i] = dx;
        self.off[2 * i + 1] = dy;
      }
  for (guint k = 0; k < PASSES; k++)
    pass (&self, graph->n);
  for (guint i = 0; i < graph->n; i++)
    {
      double across = self.off[2 * i], down = self.off[2 * i + 1];

      if (carried[i] || across * across + down * down > SLIGHT * SLIGHT)
        {
          x[i] += across;
          y[i] += down;
        }
    }
  tidied.pinned = self.fixed;
  kith_layout_tidy (&tidied, gap, x, y);
}
