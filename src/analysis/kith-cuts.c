/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-cuts.h"

/* Where the walk stands. */
typedef struct
{
  guint who;
  guint next; /* the step that is to be looked at */
} Stand;

static gboolean
counts (const KithTies *ties, guint tie, double least)
{
  return least <= 0 || kith_tie_trust (kith_ties_nth (ties, tie)) >= least;
}

static void
come_to (KithCuts *cuts, GArray *stands, guint who, guint above, guint by)
{
  Stand stand = { who, 0 };
  guint place = cuts->n;

  cuts->order[place] = who;
  cuts->place[who] = place;
  cuts->low[who] = place;
  cuts->size[who] = 1;
  cuts->above[who] = above;
  cuts->by[who] = by;
  cuts->piece[who] = cuts->pieces->len - 1;
  cuts->n++;
  g_array_append_val (stands, stand);
}

static void
leave (KithCuts *cuts, GArray *stands)
{
  guint who = g_array_index (stands, Stand, stands->len - 1).who;
  guint above = cuts->above[who];

  g_array_set_size (stands, stands->len - 1);
  if (above == KITH_NOWHERE)
    return;
  cuts->low[above] = MIN (cuts->low[above], cuts->low[who]);
  cuts->size[above] += cuts->size[who];
}

/* A deep map must not need a deep stack: the walk keeps its own. */
static void
walk (KithCuts *cuts, const KithTies *ties, double least, GArray *stands)
{
  while (stands->len > 0)
    {
      Stand *stand = &g_array_index (stands, Stand, stands->len - 1);
      guint who = stand->who;
      const KithStep *step;

      if (stand->next == kith_ties_n_steps (ties, who))
        {
          leave (cuts, stands);
          continue;
        }
      step = kith_ties_step (ties, who, stand->next++);
      if (step->tie == cuts->by[who] || !counts (ties, step->tie, least))
        continue;
      if (cuts->place[step->other] == KITH_NOWHERE)
        come_to (cuts, stands, step->other, who, step->tie);
      else
        cuts->low[who] = MIN (cuts->low[who], cuts->place[step->other]);
    }
}

/**
 * kith_cuts_new:
 * @ties: a map's ties
 * @least: only ties that are at least so trusted count, 1 to 5; 0: all do
 *
 * Returns: (transfer full): what holds it together
 */
KithCuts *
kith_cuts_new (const KithTies *ties, double least)
{
  guint n = kith_ties_n (ties);
  KithCuts *cuts = g_new0 (KithCuts, 1);
  g_autoptr (GArray) stands = g_array_new (FALSE, FALSE, sizeof (Stand));

  cuts->order = g_new (guint, n + 1);
  cuts->place = g_new (guint, n + 1);
  cuts->size = g_new (guint, n + 1);
  cuts->low = g_new (guint, n + 1);
  cuts->above = g_new (guint, n + 1);
  cuts->by = g_new (guint, n + 1);
  cuts->piece = g_new (guint, n + 1);
  cuts->pieces = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    cuts->place[i] = KITH_NOWHERE;
  for (guint i = 0; i < n; i++)
    {
      if (cuts->place[i] != KITH_NOWHERE)
        continue;
      g_array_append_val (cuts->pieces, cuts->n);
      come_to (cuts, stands, i, KITH_NOWHERE, KITH_NOWHERE);
      walk (cuts, ties, least, stands);
    }
  g_array_append_val (cuts->pieces, cuts->n);
  return cuts;
}

void
kith_cuts_free (KithCuts *cuts)
{
  g_free (cuts->order);
  g_free (cuts->place);
  g_free (cuts->size);
  g_free (cuts->low);
  g_free (cuts->above);
  g_free (cuts->by);
  g_free (cuts->piece);
  g_array_unref (cuts->pieces);
  g_free (cuts);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

/* Adds those of the walk from one place of it to another. */
static void
add_run (const KithCuts *cuts, GArray *to, guint from, guint end)
{
  g_array_append_vals (to, &cuts->order[from], end - from);
}

static GArray *
make_run (const KithCuts *cuts, guint from, guint end)
{
  GArray *run = g_array_new (FALSE, FALSE, sizeof (guint));

  add_run (cuts, run, from, end);
  g_array_sort (run, compare_places);
  return run;
}

guint
kith_cuts_n_pieces (const KithCuts *cuts)
{
  return cuts->pieces->len - 1;
}

static guint
piece_begins (const KithCuts *cuts, guint piece)
{
  return g_array_index (cuts->pieces, guint, piece);
}

guint
kith_cuts_piece_size (const KithCuts *cuts, guint piece)
{
  return piece_begins (cuts, piece + 1) - piece_begins (cuts, piece);
}

GArray *
kith_cuts_piece (const KithCuts *cuts, guint piece)
{
  return make_run (cuts, piece_begins (cuts, piece), piece_begins (cuts, piece + 1));
}

/* --- Without one --- */

/* Calls for each part that hangs on this one, with where it begins and ends in the walk. What is
 * left of the piece is one more. Returns how many are left. */
typedef void (*PartFunc) (const KithCuts *cuts, guint from, guint end, gpointer data);

static guint
foreach_hanging (const KithCuts *cuts, guint who, PartFunc func, gpointer data)
{
  guint at = cuts->place[who] + 1;
  guint end = cuts->place[who] + cuts->size[who];
  guint left = kith_cuts_piece_size (cuts, cuts->piece[who]) - 1;

  while (at < end)
    {
      guint below = cuts->order[at];

      if (cuts->low[below] >= cuts->place[who])
        {
          func (cuts, at, at + cuts->size[below], data);
          left -= cuts->size[below];
        }
      at += cuts->size[below];
    }
  return left;
}

typedef struct
{
  guint n;
  guint largest;
  guint all;
} Count;

static void
count_part (const KithCuts *cuts, guint from, guint end, gpointer data)
{
  Count *count = data;

  count->n++;
  count->all += end - from;
  count->largest = MAX (count->largest, end - from);
}

static Count
count_parts (const KithCuts *cuts, guint who)
{
  Count count = { 0, 0, 0 };
  guint left = foreach_hanging (cuts, who, count_part, &count);

  if (left > 0)
    {
      count.n++;
      count.all += left;
      count.largest = MAX (count.largest, left);
    }
  return count;
}

guint
kith_cuts_n_parts (const KithCuts *cuts, guint who)
{
  return count_parts (cuts, who).n;
}

guint
kith_cuts_n_cut_off (const KithCuts *cuts, guint who)
{
  Count count = count_parts (cuts, who);

  return count.all - count.largest;
}

/* What hangs, and with it what is left over. */
typedef struct
{
  GPtrArray *parts;
  GArray *rest;
  guint at; /* in the walk: what is not yet in the rest */
} Gather;

static void
gather_part (const KithCuts *cuts, guint from, guint end, gpointer data)
{
  Gather *gather = data;

  g_ptr_array_add (gather->parts, make_run (cuts, from, end));
  add_run (cuts, gather->rest, gather->at, from);
  gather->at = end;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const GArray *x = *(GArray *const *) a, *y = *(GArray *const *) b;

  if (x->len != y->len)
    return x->len > y->len ? -1 : 1;
  return compare_places (x->data, y->data);
}

static void
unref_array (gpointer data)
{
  g_array_unref (data);
}

GPtrArray *
kith_cuts_parts (const KithCuts *cuts, guint who)
{
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (guint));
  guint piece = cuts->piece[who];
  Gather gather = { g_ptr_array_new_with_free_func (unref_array), rest, cuts->place[who] + 1 };

  add_run (cuts, rest, piece_begins (cuts, piece), cuts->place[who]);
  foreach_hanging (cuts, who, gather_part, &gather);
  add_run (cuts, rest, gather.at, piece_begins (cuts, piece + 1));
  g_array_sort (rest, compare_places);
  if (rest->len > 0)
    g_ptr_array_add (gather.parts, g_array_ref (rest));
  g_ptr_array_sort (gather.parts, compare_parts);
  return gather.parts;
}

/* --- Without a tie --- */

/**
 * kith_cuts_beyond:
 * @cuts: cuts
 * @tie: a tie that was counted
 * @i: its place among the ties
 *
 * Returns: the end of it beyond which the walk came by no other, or KITH_NOWHERE
 */
guint
kith_cuts_beyond (const KithCuts *cuts, const KithTie *tie, guint i)
{
  guint below = cuts->by[tie->a] == i ? tie->a : cuts->by[tie->b] == i ? tie->b : KITH_NOWHERE;

  if (below == KITH_NOWHERE || cuts->low[below] < cuts->place[below])
    return KITH_NOWHERE;
  return below;
}

void
kith_cuts_sides (const KithCuts *cuts, guint beyond, GArray **smaller, GArray **larger)
{
  guint piece = cuts->piece[beyond];
  guint from = cuts->place[beyond];
  guint end = from + cuts->size[beyond];
  GArray *far = make_run (cuts, from, end);
  GArray *near = make_run (cuts, piece_begins (cuts, piece), from);
  gboolean first;

  add_run (cuts, near, end, piece_begins (cuts, piece + 1));
  g_array_sort (near, compare_places);
  first = far->len < near->len
          || (far->len == near->len && compare_places (far->data, near->data) < 0);
  *smaller = first ? far : near;
  *larger = first ? near : far;
}
