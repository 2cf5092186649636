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

static int
compare_spaces (gconstpointer a, gconstpointer b)
{
  const KithSpaceFigure *one = *(const KithSpaceFigure *const *) a;
  const KithSpaceFigure *other = *(const KithSpaceFigure *const *) b;
  KithId x = one->record->record.id, y = other->record->record.id;

  return (x > y) - (x < y);
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
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer space;

  g_hash_table_iter_init (&iter, figures->spaces);
  while (g_hash_table_iter_next (&iter, NULL, &space))
    g_ptr_array_add (all, space);
  g_ptr_array_sort (all, compare_spaces);
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
