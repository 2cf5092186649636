/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-titles.h"

#define LETTERS 10.0 /* of a title, as wide as its room is high */
#define MOST 20e6    /* links times areas, beyond which titles stay above */

typedef struct
{
  double left, top, right, bottom;
} Band;

/* What of the way from `from`, `by` long, lies between the two: narrows the part of it that is in hand.
 * FALSE: nothing of that. */
static gboolean
narrow (double from, double by, double low, double high, double *start, double *end)
{
  double one, other;

  if (by == 0.0)
    return from >= low && from <= high;
  one = (low - from) / by;
  other = (high - from) / by;
  *start = MAX (*start, MIN (one, other));
  *end = MIN (*end, MAX (one, other));
  return *start <= *end;
}

static gboolean
runs_over (const KithShaping *self, guint a, guint b, const Band *band)
{
  double start = 0.0, end = 1.0;

  return narrow (self->x[a], self->x[b] - self->x[a], band->left, band->right, &start, &end)
         && narrow (self->y[a], self->y[b] - self->y[a], band->top, band->bottom, &start, &end);
}

/* Where the title stands at either edge: of a ring in the middle, of a frame from the left. */
static Band
band_at (const KithShaping *self, const KithLayoutArea *area, gboolean below)
{
  double width = MIN (LETTERS * self->title, area->width - 2 * KITH_SHAPE_PAD);
  double left = self->shape->form == KITH_LAYOUT_RINGS ? area->x - width / 2
                                                       : area->x - area->width / 2 + KITH_SHAPE_PAD;
  double top = below ? area->y + area->height / 2 - self->title : area->y - area->height / 2;

  return (Band){ left, top, left + width, top + self->title };
}

/* Links over the title of an area at one of its edges. */
static guint
count_over (const KithShaping *self, const KithLayoutArea *area, gboolean below)
{
  Band band = band_at (self, area, below);
  guint n = 0;

  for (guint i = 0; i < self->graph->n; i++)
    for (guint k = self->next[i]; k < self->next[i + 1]; k++)
      if (self->near[k] > i)
        n += runs_over (self, i, self->near[k], &band);
  return n;
}

static gboolean
is_too_much (const KithShaping *self)
{
  return (double) self->graph->m * self->shape->n_groups > MOST;
}

static void
shift_group (KithShaping *self, guint group, double by)
{
  for (guint i = 0; i < kith_shaping_size (self, group); i++)
    self->y[kith_shaping_members (self, group)[i]] += by;
}

void
kith_shaping_name_frames (KithShaping *self)
{
  for (guint g = 0; g < self->shape->n_groups && !is_too_much (self); g++)
    {
      KithLayoutArea *area = &self->areas[g];
      guint over = kith_shaping_size (self, g) > 0 ? count_over (self, area, FALSE) : 0;

      if (over == 0)
        continue;
      shift_group (self, g, -self->title);
      area->named_below = count_over (self, area, TRUE) < over;
      if (!area->named_below)
        shift_group (self, g, self->title);
    }
}

static guint
count_over_band (const KithShaping *self, const guint *band, guint which, gboolean below)
{
  guint n = 0;

  for (guint g = 0; g < self->shape->n_groups; g++)
    if (band[g] == which && kith_shaping_size (self, g) > 0)
      n += count_over (self, &self->areas[g], below);
  return n;
}

static void
shift_band (KithShaping *self, const guint *band, guint which, double by)
{
  for (guint g = 0; g < self->shape->n_groups; g++)
    if (band[g] == which)
      shift_group (self, g, by);
}

/**
 * kith_shaping_name_band:
 * @self: columns, with their names above
 * @band: (array): of each group, in which it is of those that are above one another
 * @which: one of them
 *
 * All its names are below where fewer links run over them. Cost: twice links times columns.
 */
void
kith_shaping_name_band (KithShaping *self, const guint *band, guint which)
{
  guint above = is_too_much (self) ? 0 : count_over_band (self, band, which, FALSE);
  gboolean below;

  if (above == 0)
    return;
  shift_band (self, band, which, -self->title);
  below = count_over_band (self, band, which, TRUE) < above;
  if (!below)
    shift_band (self, band, which, self->title);
  for (guint g = 0; g < self->shape->n_groups; g++)
    if (band[g] == which)
      self->areas[g].named_below = self->below[g] = below;
}

/* All at one side, above one another or below, where fewer links run over them; but one over which more run there
 * than at the other, by more than one, is at that. Returns whether any changes sides. */
gboolean
kith_shaping_name_rings (KithShaping *self)
{
  guint n = self->shape->n_groups, all_above = 0, all_below = 0;
  g_autofree guint *above = g_new0 (guint, n + 1), *below = g_new0 (guint, n + 1);
  gboolean side, any = FALSE;

  if (is_too_much (self))
    return FALSE;
  for (guint g = 0; g < n; g++)
    if (self->areas[g].width > 0.0)
      {
        all_above += above[g] = count_over (self, &self->areas[g], FALSE);
        all_below += below[g] = count_over (self, &self->areas[g], TRUE);
      }
  side = all_below < all_above;
  for (guint g = 0; g < n; g++)
    {
      gboolean other = side ? below[g] > above[g] + 1 : above[g] > below[g] + 1;
      gboolean now = self->areas[g].width > 0.0 && side != other;

      any |= now != self->below[g];
      self->below[g] = now;
    }
  return any;
}
