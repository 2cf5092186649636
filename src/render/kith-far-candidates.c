/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-far-candidates.h"

/* A link with the places of its two boxes among all. */
typedef struct
{
  const KithLinkFigure *link;
  guint places[2];
} Placed;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const KithFarCandidate *one = a, *other = b;
  KithId id = KITH_ID (one->box->record), other_id = KITH_ID (other->box->record);

  if (one->n_links != other->n_links)
    return one->n_links > other->n_links ? -1 : 1;
  return (id > other_id) - (id < other_id);
}

static GArray *
place_links (const KithFigures *figures)
{
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, figures->links);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const KithLinkFigure *link = value;
      const KithBoxFigure *a = g_hash_table_lookup (figures->boxes, &link->record->a);
      const KithBoxFigure *b = g_hash_table_lookup (figures->boxes, &link->record->b);
      Placed one = { link };

      if (link->is_out || link->is_faint || a == NULL || b == NULL)
        continue;
      one.places[0] = a->place, one.places[1] = b->place;
      g_array_append_val (placed, one);
    }
  return placed;
}

static void
clear_candidate (gpointer data)
{
  g_array_unref (((KithFarCandidate *) data)->ties);
}

/* The best linked first; who does not pass the filter is not named. */
static GArray *
list_candidates (const KithFigures *figures, const guint *n_links, guint most)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (KithFarCandidate));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, figures->boxes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      KithBoxFigure *box = value;
      KithFarCandidate one = { box, n_links[box->place], NULL };

      if (!box->is_out && !box->is_faint && box->record->name[0] != '\0')
        g_array_append_val (candidates, one);
    }
  g_array_sort (candidates, compare_candidates);
  if (candidates->len > most)
    g_array_set_size (candidates, most);
  for (guint i = 0; i < candidates->len; i++)
    g_array_index (candidates, KithFarCandidate, i).ties = g_array_new (FALSE, FALSE,
                                                                        sizeof (KithFarTie));
  g_array_set_clear_func (candidates, clear_candidate);
  return candidates;
}

GArray *
kith_far_candidates_find (const KithFigures *figures, guint most)
{
  g_autoptr (GArray) placed = place_links (figures);
  g_autofree guint *n_links = g_new0 (guint, figures->n_places + 1);
  g_autofree guint *which = g_new0 (guint, figures->n_places + 1); /* candidate, from 1 */
  GArray *candidates;

  for (guint i = 0; i < placed->len; i++)
    for (guint end = 0; end < 2; end++)
      n_links[g_array_index (placed, Placed, i).places[end]]++;
  candidates = list_candidates (figures, n_links, most);
  for (guint i = 0; i < candidates->len; i++)
    which[g_array_index (candidates, KithFarCandidate, i).box->place] = i + 1;
  for (guint i = 0; i < placed->len; i++)
    for (guint end = 0; end < 2; end++)
      {
        const Placed *one = &g_array_index (placed, Placed, i);
        guint own = which[one->places[end]];
        KithFarTie tie = { one->link, which[one->places[1 - end]] };

        if (own > 0)
          g_array_append_val (g_array_index (candidates, KithFarCandidate, own - 1).ties, tie);
      }
  return candidates;
}
