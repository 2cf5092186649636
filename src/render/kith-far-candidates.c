/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-far-candidates.h"

#define MOST_SPACES 60    /* more take long */
#define SPACE_WIDTH 170.0 /* of what a shared space is called, map units … */
#define SPACE_LINES 2     /* … on so many lines */

KithId
kith_far_candidate_id (const KithFarCandidate *candidate)
{
  return candidate->box != NULL ? KITH_ID (candidate->box->record)
                                : KITH_ID (candidate->space->record);
}

const KithRect *
kith_far_candidate_rect (const KithFarCandidate *candidate)
{
  return candidate->box != NULL ? &candidate->box->box : &candidate->space->label_box;
}

const char *
kith_far_candidate_name (const KithFarCandidate *candidate)
{
  return candidate->box != NULL ? candidate->box->record->name : candidate->space->record->name;
}

PangoLayout *
kith_far_candidate_layout (const KithFarCandidate *candidate)
{
  KithSpaceFigure *space = candidate->space;

  if (candidate->box != NULL)
    return kith_box_figure_layout (candidate->box);
  if (space->far == NULL)
    space->far = kith_text_layout (space->record->name, KITH_TEXT_NAME, SPACE_WIDTH, SPACE_LINES);
  return space->far;
}

/* Who does not pass the filter is not named. */
static gboolean
is_worth_it (const KithFarCandidate *candidate)
{
  const KithBoxFigure *box = candidate->box;
  const KithSpaceFigure *space = candidate->space;

  if (box == NULL && space == NULL)
    return FALSE;
  if (box != NULL ? box->is_out || box->is_faint : space->is_out || space->is_faint)
    return FALSE;
  return *kith_far_candidate_name (candidate) != '\0'
         && (box != NULL || space->label_box.width > 0.0);
}

gboolean
kith_far_candidate_of (const KithFigures *figures, KithId id, KithFarCandidate *candidate)
{
  *candidate = (KithFarCandidate){ g_hash_table_lookup (figures->boxes, &id),
                                   g_hash_table_lookup (figures->spaces, &id) };
  return is_worth_it (candidate);
}

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

static int
compare_spaces (gconstpointer a, gconstpointer b)
{
  const KithSpaceFigure *one = ((const KithFarCandidate *) a)->space;
  const KithSpaceFigure *other = ((const KithFarCandidate *) b)->space;
  double area = one->bounds.width * one->bounds.height;
  double other_area = other->bounds.width * other->bounds.height;

  if (area != other_area)
    return area > other_area ? -1 : 1;
  return (KITH_ID (one->record) > KITH_ID (other->record))
         - (KITH_ID (one->record) < KITH_ID (other->record));
}

/* The largest of them. */
static void
add_spaces (const KithFigures *figures, GArray *candidates)
{
  g_autoptr (GArray) spaces = g_array_new (FALSE, FALSE, sizeof (KithFarCandidate));
  GHashTableIter iter;
  gpointer space;

  g_hash_table_iter_init (&iter, figures->spaces);
  while (g_hash_table_iter_next (&iter, NULL, &space))
    {
      KithFarCandidate one = { .space = space };

      if (is_worth_it (&one))
        g_array_append_val (spaces, one);
    }
  g_array_sort (spaces, compare_spaces);
  g_array_append_vals (candidates, spaces->data, MIN (spaces->len, MOST_SPACES));
}

/* The best linked first. */
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
      KithFarCandidate one = { .box = box, .n_links = n_links[box->place] };

      if (is_worth_it (&one))
        g_array_append_val (candidates, one);
    }
  g_array_sort (candidates, compare_candidates);
  if (candidates->len > most)
    g_array_set_size (candidates, most);
  add_spaces (figures, candidates);
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
    {
      const KithFarCandidate *one = &g_array_index (candidates, KithFarCandidate, i);

      if (one->box != NULL)
        which[one->box->place] = i + 1;
    }
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
