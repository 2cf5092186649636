/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Islands: each group arranged by itself, then the groups as if they were boxes. */
#include <math.h>
#include <string.h>

#include "kith-layout-islands-page.h"
#include "kith-layout-shape-private.h"
#include "kith-layout-titles.h"
#include "kith-layout-trade.h"

/* One group as a map of its own. */
typedef struct
{
  guint n, m;
  double *width, *height, *x, *y;
  guint *from, *to;
} Part;

static void
part_clear (Part *part)
{
  g_free (part->width);
  g_free (part->height);
  g_free (part->x);
  g_free (part->y);
  g_free (part->from);
  g_free (part->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, part_clear)

static Part
part_new (guint n, guint m)
{
  return (Part){ n,
                 0,
                 g_new0 (double, n + 1),
                 g_new0 (double, n + 1),
                 g_new0 (double, n + 1),
                 g_new0 (double, n + 1),
                 g_new0 (guint, m + 1),
                 g_new0 (guint, m + 1) };
}

static gboolean
arrange_part (const KithShaping *self, Part *part)
{
  KithLayoutGraph graph = {
    part->n, part->width, part->height, NULL, part->m, part->from, part->to
  };
  KithLayoutOptions options = *self->options;

  options.have_start = part->m > 0; /* without links, what is near what means nothing */
  options.unseen = TRUE;
  options.progress = NULL;
  return kith_layout_arrange (&graph, &options, part->x, part->y);
}

/* Its middle, and how large it is. */
static void
measure_part (const Part *part, double *x, double *y, double *width, double *height)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < part->n; i++)
    {
      left = MIN (left, part->x[i] - part->width[i] / 2);
      right = MAX (right, part->x[i] + part->width[i] / 2);
      top = MIN (top, part->y[i] - part->height[i] / 2);
      bottom = MAX (bottom, part->y[i] + part->height[i] / 2);
    }
  *x = (left + right) / 2, *y = (top + bottom) / 2;
  *width = right - left, *height = bottom - top;
}

/* Moves its middle to 0,0 and says how large it is. */
static void
centre_part (Part *part, double *width, double *height)
{
  double x, y;

  measure_part (part, &x, &y, width, height);
  for (guint i = 0; i < part->n; i++)
    part->x[i] -= x, part->y[i] -= y;
}

static Part
take_part (const KithShaping *self, guint group, guint *at)
{
  const guint *boxes = kith_shaping_members (self, group);
  Part part = part_new (kith_shaping_size (self, group), self->graph->m);

  for (guint i = 0; i < part.n; i++)
    {
      at[boxes[i]] = i;
      part.width[i] = self->graph->width[boxes[i]];
      part.height[i] = self->graph->height[boxes[i]];
      part.x[i] = self->x[boxes[i]];
      part.y[i] = self->y[boxes[i]];
    }
  for (guint i = 0; i < part.n; i++)
    for (guint k = self->next[boxes[i]]; k < self->next[boxes[i] + 1]; k++)
      if (self->shape->group[self->near[k]] == group && self->near[k] > boxes[i])
        {
          part.from[part.m] = i;
          part.to[part.m++] = at[self->near[k]];
        }
  return part;
}

static gboolean
arrange_group (KithShaping *self, guint group, guint *at, double *width, double *height)
{
  const guint *boxes = kith_shaping_members (self, group);
  g_auto (Part) part = take_part (self, group, at);

  if (!arrange_part (self, &part))
    return FALSE;
  centre_part (&part, width, height);
  for (guint i = 0; i < part.n; i++)
    self->x[boxes[i]] = part.x[i], self->y[boxes[i]] = part.y[i];
  return TRUE;
}

/* The free arrangement tells where each island would lie. */
static void
find_middles (const KithShaping *self, Part *whole, const guint *at)
{
  for (guint g = 0; g < self->shape->n_groups; g++)
    for (guint i = 0, n = kith_shaping_size (self, g); i < n; i++)
      {
        guint box = kith_shaping_members (self, g)[i];

        whole->x[at[g]] += self->x[box] / n;
        whole->y[at[g]] += self->y[box] / n;
      }
}

static void
join_islands (const KithShaping *self, Part *whole, const guint *at)
{
  for (guint i = 0; i < self->graph->n; i++)
    for (guint k = self->next[i]; k < self->next[i + 1]; k++)
      if (self->near[k] > i && self->shape->group[i] != self->shape->group[self->near[k]])
        {
          whole->from[whole->m] = at[self->shape->group[i]];
          whole->to[whole->m++] = at[self->shape->group[self->near[k]]];
        }
}

static void
fit_page (const KithShaping *self, Part *whole)
{
  KithLayoutOptions options = *self->options;
  KithLayoutGraph islands = { whole->n, whole->width, whole->height, NULL,
                              whole->m, whole->from,  whole->to };
  double width, height;

  options.gap *= 2;
  kith_islands_fit_page (&islands, &options, self->trades, whole->x, whole->y);
  centre_part (whole, &width, &height);
}

static void
move_islands (KithShaping *self, const Part *whole, const guint *at)
{
  for (guint g = 0; g < self->shape->n_groups; g++)
    {
      double x = whole->x[at[g]], y = whole->y[at[g]];

      if (kith_shaping_size (self, g) == 0)
        continue;
      for (guint i = 0; i < kith_shaping_size (self, g); i++)
        {
          guint box = kith_shaping_members (self, g)[i];

          self->x[box] += x;
          self->y[box] += y + self->title / 2;
        }
      self->areas[g] = (KithLayoutArea){ x, y, whole->width[at[g]], whole->height[at[g]] };
    }
}

/* Room is made for those who have come; where nobody was before, all are arranged where they would like to be. */
static gboolean
grow_part (const KithShaping *self, guint group, Part *part)
{
  KithLayoutGraph graph = {
    part->n, part->width, part->height, NULL, part->m, part->from, part->to
  };
  g_autofree guint8 *is_new = g_new0 (guint8, part->n + 1);
  double x, y, width, height;

  for (guint i = 0; i < part->n; i++)
    is_new[i] = !self->at_home[kith_shaping_members (self, group)[i]];
  if (memchr (is_new, FALSE, part->n) != NULL)
    {
      kith_layout_place_new (&graph, is_new, self->options->gap, part->x, part->y);
      kith_layout_tidy (&graph, self->options->gap, part->x, part->y);
      return TRUE;
    }
  measure_part (part, &x, &y, &width, &height);
  if (!arrange_part (self, part))
    return FALSE;
  centre_part (part, &width, &height);
  for (guint i = 0; i < part->n; i++)
    part->x[i] += x, part->y[i] += y;
  return TRUE;
}

/* What it takes, with its name where that was. */
static gboolean
grow_group (KithShaping *self, guint group, guint *at)
{
  const guint *boxes = kith_shaping_members (self, group);
  g_auto (Part) part = take_part (self, group, at);
  double name = self->below[group] ? self->title : -self->title;
  double x, y, width, height;

  if (!grow_part (self, group, &part))
    return FALSE;
  measure_part (&part, &x, &y, &width, &height);
  for (guint i = 0; i < part.n; i++)
    self->x[boxes[i]] = part.x[i], self->y[boxes[i]] = part.y[i];
  self->areas[group] = (KithLayoutArea){ .x = x,
                                         .y = y + name / 2,
                                         .width = width + 2 * KITH_SHAPE_PAD,
                                         .height = height + 2 * KITH_SHAPE_PAD + self->title,
                                         .named_below = self->below[group] };
  return TRUE;
}

/* With everybody in them, until none lies on another. */
static void
part_areas (KithShaping *self)
{
  guint n = 0;
  g_auto (Part) whole = part_new (self->shape->n_groups, 0);

  for (guint g = 0; g < self->shape->n_groups; g++)
    if (kith_shaping_size (self, g) > 0)
      {
        whole.width[n] = self->areas[g].width, whole.height[n] = self->areas[g].height;
        whole.x[n] = self->areas[g].x, whole.y[n++] = self->areas[g].y;
      }
  kith_layout_tidy (&(KithLayoutGraph){ n, whole.width, whole.height, NULL, 0, whole.from,
                                        whole.to },
                    2 * self->options->gap, whole.x, whole.y);
  n = 0;
  for (guint g = 0; g < self->shape->n_groups; g++)
    {
      KithLayoutArea *area = &self->areas[g];

      if (kith_shaping_size (self, g) == 0)
        continue;
      for (guint i = 0; i < kith_shaping_size (self, g); i++)
        {
          guint box = kith_shaping_members (self, g)[i];

          self->x[box] += whole.x[n] - area->x, self->y[box] += whole.y[n] - area->y;
        }
      area->x = whole.x[n], area->y = whole.y[n++];
    }
}

static gboolean
grow_islands (KithShaping *self)
{
  g_autofree guint *at = g_new0 (guint, self->graph->n + 1);

  for (guint g = 0; g < self->shape->n_groups; g++)
    if (kith_shaping_size (self, g) > 0 && !grow_group (self, g, at))
      return FALSE;
  part_areas (self);
  return TRUE;
}

gboolean
kith_shape_islands (KithShaping *self)
{
  g_autofree guint *island = g_new0 (guint, self->shape->n_groups + 1);
  g_autofree guint *at = g_new0 (guint, self->graph->n + 1);
  g_auto (Part) whole = part_new (self->shape->n_groups, self->graph->m);
  guint n = 0;

  if (self->shape->grown != NULL)
    return grow_islands (self);
  for (guint g = 0; g < self->shape->n_groups; g++)
    if (kith_shaping_size (self, g) > 0)
      island[g] = n++;
  whole.n = n;
  find_middles (self, &whole, island);
  for (guint g = 0; g < self->shape->n_groups; g++)
    {
      double width, height;

      if (kith_shaping_size (self, g) == 0)
        continue;
      if (!arrange_group (self, g, at, &width, &height))
        return FALSE;
      whole.width[island[g]] = width + 2 * KITH_SHAPE_PAD;
      whole.height[island[g]] = height + 2 * KITH_SHAPE_PAD + self->title;
    }
  join_islands (self, &whole, island);
  if (!arrange_part (self, &whole))
    return FALSE;
  fit_page (self, &whole);
  move_islands (self, &whole, island);
  kith_shaping_trade_in_areas (self);
  kith_shaping_name_frames (self);
  return TRUE;
}
