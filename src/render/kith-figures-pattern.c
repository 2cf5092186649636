/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By what the outlines of shared spaces are told apart where they overlap: each has a dash of its own,
 * in the order of ids, so that as many spaces as there are dashes all differ. */
#include "kith-figures-private.h"

typedef struct
{
  int n;
  double lengths[4]; /* map units, on and off in turn */
} Dash;

/* The first is what the legend shows. */
static const Dash dashes[] = {
  { 2, { 2.0, 4.0 } }, { 2, { 11.0, 5.0 } },           { 4, { 11.0, 4.0, 2.0, 4.0 } },
  { 2, { 5.5, 3.0 } }, { 4, { 18.0, 4.0, 5.0, 4.0 } },
};

/**
 * kith_space_figure_dash:
 * @space: the figure of a shared space
 * @n: (out): how many lengths
 *
 * Returns: (array length=n): the dash of its outline, as cairo_set_dash() takes it
 */
const double *
kith_space_figure_dash (const KithSpaceFigure *space, int *n)
{
  const Dash *dash = &dashes[space->pattern % G_N_ELEMENTS (dashes)];

  *n = dash->n;
  return dash->lengths;
}

/**
 * kith_figures_deal_patterns:
 * @figures: figures whose shared spaces have come or gone
 *
 * Gives each outline its dash; those whose dash differs are told as damage. Cost: n log n.
 */
void
kith_figures_deal_patterns (KithFigures *figures)
{
  g_autoptr (GPtrArray) all = kith_figures_list_spaces (figures);

  for (guint i = 0; i < all->len; i++)
    {
      KithSpaceFigure *one = all->pdata[i];
      guint pattern = i % G_N_ELEMENTS (dashes);

      if (one->pattern == pattern)
        continue;
      one->pattern = pattern;
      kith_figures_tell_damage (figures, &one->bounds);
    }
}
