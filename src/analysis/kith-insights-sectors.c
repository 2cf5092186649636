/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far ties stay inside a sector, and what sectors make of one another.
 *
 * The E-I index (Krackhardt and Stern 1988) is (external − internal) / all ties: -1 where all stay
 * inside, 1 where all lead out. Who is in no sector, or in Other, is in none with anybody: a tie
 * between two of these is left out, one from them to a sector leads out of that. */
#include <glib/gi18n-lib.h>

#include "kith-insights-private.h"
#include "kith-sectors.h"

typedef struct
{
  GArray *sectors; /* of KithId */
  guint *rank;     /* of who: the place of its sector */
  guint other;     /* the place of Other */
  guint *size;     /* of each sector: its stakeholders */
} Sectors;

static void
find_sectors (const KithTies *ties, Sectors *found)
{
  g_autoptr (GHashTable) ranks = g_hash_table_new (g_int64_hash, g_int64_equal);

  found->sectors = kith_sector_list (ties->map);
  found->other = kith_telling_sector_rank (found->sectors, KITH_SECTOR_OTHER);
  found->rank = g_new (guint, kith_ties_n (ties) + 1);
  found->size = g_new0 (guint, found->sectors->len + 1);
  for (guint i = 0; i < found->sectors->len; i++)
    g_hash_table_insert (ranks, &g_array_index (found->sectors, KithId, i),
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < kith_ties_n (ties); i++)
    {
      gint64 sector = kith_ties_sector (ties, i);
      gpointer rank = g_hash_table_lookup (ranks, &sector);

      found->rank[i] = rank != NULL ? GPOINTER_TO_UINT (rank) - 1 : found->other;
      found->size[found->rank[i]]++;
    }
}

static void
clear_sectors (Sectors *found)
{
  g_array_unref (found->sectors);
  g_free (found->rank);
  g_free (found->size);
}

static const char *
name_of (const KithTies *ties, const Sectors *found, guint rank)
{
  return kith_sector_name (ties->map, g_array_index (found->sectors, KithId, rank));
}

/* --- Inside and across --- */

/* What share of all pairs that there could be would lead across. */
static double
share_expected (const KithTies *ties, const Sectors *found)
{
  double n = kith_ties_n (ties);
  double others = found->size[found->other];
  double all = n * (n - 1) / 2 - others * (others - 1) / 2;
  double inside = 0;

  for (guint i = 0; i < found->sectors->len; i++)
    if (i != found->other)
      inside += found->size[i] * (found->size[i] - 1.0) / 2;
  return all > 0 ? (all - inside) / all : 0;
}

static const char *
mixing_not_meant (void)
{
  return _ ("It is no mark: some work needs close ties inside a sector, and a tie across is not a "
            "good one by itself. Large sectors have more room for ties inside them.");
}

static void
add_index (KithInsight *insight, guint inside, guint outside)
{
  kith_insight_number (insight, "outside", _ ("Ties that lead out"), KITH_NUMBER_COUNT, outside);
  kith_insight_number (insight, "inside", _ ("Ties inside"), KITH_NUMBER_COUNT, inside);
  kith_insight_number (insight, "e_i", _ ("E-I index (−1: all inside, 1: all across)"),
                       KITH_NUMBER_INDEX,
                       ((double) outside - (double) inside) / (outside + inside));
}

static void
tell_whole (KithTelling *telling, const Sectors *found, guint inside, guint outside, guint out)
{
  guint all = inside + outside;
  double expected = share_expected (telling->ties, found);
  KithInsight *insight = kith_insight_new (
      KITH_TELLS_MIXING, g_strdup ("mixing"),
      g_strdup_printf (
          ngettext ("Of %u tie, %u leads from one sector to another and %u stays "
                    "inside one; if ties took no notice of sectors, %.0f%% would lead "
                    "across.",
                    "Of %u ties, %u lead from one sector to another and %u stay inside "
                    "one; if ties took no notice of sectors, %.0f%% would lead across.",
                    all),
          all, outside, inside, 100 * expected),
      mixing_not_meant ());

  add_index (insight, inside, outside);
  kith_insight_number (insight, "share_outside", _ ("Share that lead across"), KITH_NUMBER_SHARE,
                       (double) outside / all);
  kith_insight_number (insight, "share_expected", _ ("The same by chance alone"), KITH_NUMBER_SHARE,
                       expected);
  if (out > 0)
    kith_insight_number (insight, "left_out", _ ("Left out: neither end is in a sector"),
                         KITH_NUMBER_COUNT, out);
  for (guint i = 0; i < kith_ties_n_ties (telling->ties); i++)
    {
      const KithTie *tie = kith_ties_nth (telling->ties, i);

      if (found->rank[tie->a] != found->rank[tie->b])
        {
          kith_insight_add_tie (insight, telling->ties, tie);
          kith_insight_add_who (insight, telling->ties, tie->a);
          kith_insight_add_who (insight, telling->ties, tie->b);
        }
    }
  kith_telling_add (telling, insight);
}

/* Of one who is alone in its sector every tie leads out: that is no news. */
static void
tell_sector (KithTelling *telling, const Sectors *found, guint rank, guint inside, guint outside)
{
  const KithTies *ties = telling->ties;
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  guint all = inside + outside;
  KithInsight *insight;

  if (all == 0 || found->size[rank] < 2)
    return;
  insight = kith_insight_new (
      KITH_TELLS_MIXING,
      g_strdup_printf ("mixing/%" G_GINT64_FORMAT, g_array_index (found->sectors, KithId, rank)),
      /* Translators: a sector, how many ties it has, and how many of them lead out of it */
      g_strdup_printf (ngettext ("%s: of its %u tie, %u leads to other sectors.",
                                 "%s: of its %u ties, %u lead to other sectors.", all),
                       name_of (ties, found, rank), all, outside),
      mixing_not_meant ());
  add_index (insight, inside, outside);
  kith_insight_number (insight, "stakeholders", _ ("Stakeholders"), KITH_NUMBER_COUNT,
                       found->size[rank]);
  for (guint i = 0; i < kith_ties_n (ties); i++)
    if (found->rank[i] == rank)
      g_array_append_val (members, i);
  kith_insight_add_all (insight, ties, members, FALSE);
  for (guint i = 0; i < members->len; i++)
    {
      guint who = g_array_index (members, guint, i);

      for (guint j = 0; j < kith_ties_n_steps (ties, who); j++)
        kith_insight_add_tie (insight, ties,
                              kith_ties_nth (ties, kith_ties_step (ties, who, j)->tie));
    }
  kith_telling_add (telling, insight);
}

void
kith_tell_mixing (KithTelling *telling)
{
  const KithTies *ties = telling->ties;
  Sectors found;
  g_autofree guint *inside = NULL;
  g_autofree guint *outside = NULL;
  guint all_inside = 0, all_outside = 0, out = 0;

  find_sectors (ties, &found);
  inside = g_new0 (guint, found.sectors->len + 1);
  outside = g_new0 (guint, found.sectors->len + 1);
  for (guint i = 0; i < kith_ties_n_ties (ties); i++)
    {
      const KithTie *tie = kith_ties_nth (ties, i);
      guint a = found.rank[tie->a], b = found.rank[tie->b];

      out += a == b && a == found.other;
      all_inside += a == b && a != found.other;
      all_outside += a != b;
      if (a == b)
        inside[a]++;
      else
        {
          outside[a]++;
          outside[b]++;
        }
    }
  if (all_inside + all_outside == 0)
    kith_telling_note (telling, KITH_TELLS_MIXING,
                       _ ("No tie has an end in a sector: give stakeholders their sectors first."));
  else
    {
      kith_telling_note (
          telling, KITH_TELLS_MIXING,
          _ ("In the order of the sectors; of those with two stakeholders or more."));
      tell_whole (telling, &found, all_inside, all_outside, out);
    }
  for (guint i = 0; i < found.sectors->len; i++)
    if (i != found.other)
      tell_sector (telling, &found, i, inside[i], outside[i]);
  clear_sectors (&found);
}

/* --- Sector by sector --- */

static KithSectorCell *
cell_at (KithSectorCell *cells, const Sectors *found, guint from, guint to)
{
  return &cells[from * found->sectors->len + to];
}

static void
add_opinion (KithSectorCell *cell, double says)
{
  if (says <= 0)
    return;
  cell->trust += says; /* a sum until all are there */
  cell->ends++;
}

static void
count_tie (KithSectorCell *cells, const Sectors *found, const KithTie *tie)
{
  guint a = found->rank[tie->a], b = found->rank[tie->b];

  cell_at (cells, found, a, b)->ties++;
  if (a != b)
    cell_at (cells, found, b, a)->ties++;
  add_opinion (cell_at (cells, found, a, b), tie->says_a);
  add_opinion (cell_at (cells, found, b, a), tie->says_b);
}

static KithSectorCell *
make_cells (const KithTies *ties, const Sectors *found)
{
  guint n = found->sectors->len;
  KithSectorCell *cells = g_new0 (KithSectorCell, n * n + 1);

  for (guint i = 0; i < n * n; i++)
    {
      cells[i].from = g_array_index (found->sectors, KithId, i / n);
      cells[i].to = g_array_index (found->sectors, KithId, i % n);
    }
  for (guint i = 0; i < kith_ties_n_ties (ties); i++)
    count_tie (cells, found, kith_ties_nth (ties, i));
  for (guint i = 0; i < n * n; i++)
    if (cells[i].ends > 0)
      cells[i].trust /= cells[i].ends;
  return cells;
}

/* NULL where nobody gave a step. */
static char *
words_of_trust (const char *from, const char *to, const KithSectorCell *cell)
{
  if (cell->ends == 0)
    return NULL;
  if (cell->from == cell->to)
    /* Translators: a mean of 1 to 5, and from how many ends of ties */
    return g_strdup_printf (ngettext ("they say %.1f of one another (%u end)",
                                      "they say %.1f of one another (mean of %u ends)", cell->ends),
                            cell->trust, cell->ends);
  /* Translators: a sector, a mean of 1 to 5, another sector, and from how many ends of ties */
  return g_strdup_printf (ngettext ("%s say %.1f of %s (%u end)",
                                    "%s say %.1f of %s (mean of %u ends)", cell->ends),
                          from, cell->trust, to, cell->ends);
}

static char *
words_of_ties (const char *x, const char *y, const KithSectorCell *cell)
{
  if (cell->from == cell->to)
    return g_strdup_printf (ngettext ("Inside %s: %u tie", "Inside %s: %u ties", cell->ties), x,
                            cell->ties);
  /* Translators: two sectors, and how many ties join them */
  return g_strdup_printf (ngettext ("%s – %s: %u tie", "%s – %s: %u ties", cell->ties), x, y,
                          cell->ties);
}

static char *
sentence_of_pair (KithTelling *telling,
                  const Sectors *found,
                  guint a,
                  guint b,
                  KithSectorCell *cells)
{
  const char *x = name_of (telling->ties, found, a), *y = name_of (telling->ties, found, b);
  const KithSectorCell *cell = cell_at (cells, found, a, b);
  g_autofree char *ties = words_of_ties (x, y, cell);
  g_autofree char *ab = words_of_trust (x, y, cell);
  g_autofree char *ba = a != b ? words_of_trust (y, x, cell_at (cells, found, b, a)) : NULL;

  if (ab != NULL && ba != NULL)
    /* Translators: "Housing – Police: 3 ties", and what each says of the other */
    return g_strdup_printf (_ ("%s; %s; %s."), ties, ab, ba);
  if (ab != NULL || ba != NULL)
    return g_strdup_printf (_ ("%s; %s."), ties, ab != NULL ? ab : ba);
  if (telling->ties->audience == KITH_PUBLIC)
    return g_strdup_printf (_ ("%s."), ties);
  return g_strdup_printf (_ ("%s; trust is not known."), ties);
}

static void
add_cell_numbers (KithInsight *insight,
                  const char *keys[2],
                  const char *from,
                  const char *to,
                  const KithSectorCell *cell)
{
  g_autofree char *mean = NULL;
  g_autofree char *ends = NULL;

  if (cell->ends == 0)
    return;
  /* Translators: two sectors */
  mean = g_strdup_printf (_ ("Mean trust of %s in %s"), from, to);
  ends = g_strdup_printf (_ ("Ends of %s that gave a step of %s"), from, to);
  kith_insight_number (insight, keys[0], mean, KITH_NUMBER_TRUST, cell->trust);
  kith_insight_number (insight, keys[1], ends, KITH_NUMBER_COUNT, cell->ends);
}

static void
tell_pair (KithTelling *telling, const Sectors *found, guint a, guint b, KithSectorCell *cells)
{
  const KithTies *ties = telling->ties;
  const char *there[2] = { "trust", "ends" }, *back[2] = { "trust_back", "ends_back" };
  const char *x = name_of (ties, found, a), *y = name_of (ties, found, b);
  const KithSectorCell *cell = cell_at (cells, found, a, b);
  KithInsight *insight = kith_insight_new (
      KITH_TELLS_SECTORS,
      g_strdup_printf ("sectors/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, cell->from, cell->to),
      sentence_of_pair (telling, found, a, b, cells),
      _ ("It does not mean that a sector thinks as one: an average hides who said what, and of a few "
         "ends it says little. Ends that nobody rated are not in it."));

  kith_insight_number (insight, "ties", _ ("Ties"), KITH_NUMBER_COUNT, cell->ties);
  add_cell_numbers (insight, there, x, y, cell);
  if (a != b)
    add_cell_numbers (insight, back, y, x, cell_at (cells, found, b, a));
  for (guint i = 0; i < kith_ties_n_ties (ties); i++)
    {
      const KithTie *tie = kith_ties_nth (ties, i);
      guint s = found->rank[tie->a], t = found->rank[tie->b];

      if (MIN (s, t) != a || MAX (s, t) != b)
        continue;
      kith_insight_add_who (insight, ties, tie->a);
      kith_insight_add_who (insight, ties, tie->b);
      kith_insight_add_tie (insight, ties, tie);
    }
  kith_telling_add (telling, insight);
}

/* Who is there and has no tie to some that are: one insight a sector, each pair told once. */
static void
tell_none (KithTelling *telling, const Sectors *found, guint a, KithSectorCell *cells)
{
  const KithTies *ties = telling->ties;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *list = NULL;
  KithInsight *insight;

  for (guint b = a + 1; b < found->sectors->len; b++)
    if (b != found->other && found->size[b] > 0 && cell_at (cells, found, a, b)->ties == 0)
      g_ptr_array_add (names, (gpointer) name_of (ties, found, b));
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (_ ("; "), (char **) names->pdata);
  insight = kith_insight_new (
      KITH_TELLS_SECTORS,
      g_strdup_printf ("no-ties/%" G_GINT64_FORMAT, g_array_index (found->sectors, KithId, a)),
      /* Translators: a sector, and others */
      g_strdup_printf (_ ("No tie joins %s to: %s."), name_of (ties, found, a), list),
      _ ("It does not mean that there should be one: it may go through others, or nobody has drawn "
         "it."));
  kith_insight_number (insight, "sectors", _ ("Sectors without a tie to it"), KITH_NUMBER_COUNT,
                       names->len - 1);
  for (guint i = 0; i < kith_ties_n (ties); i++)
    {
      guint b = found->rank[i];

      if (b == a || (b > a && b != found->other && cell_at (cells, found, a, b)->ties == 0))
        g_array_append_val (members, i);
    }
  kith_insight_add_all (insight, ties, members, FALSE);
  kith_telling_add (telling, insight);
}

void
kith_tell_sectors (KithTelling *telling)
{
  Sectors found;
  g_autofree KithSectorCell *cells = NULL;
  guint n;

  find_sectors (telling->ties, &found);
  n = found.sectors->len;
  cells = make_cells (telling->ties, &found);
  for (guint i = 0; i < n * n; i++)
    if (cells[i].ties > 0)
      g_array_append_val (telling->insights->matrix, cells[i]);
  for (guint a = 0; a < n; a++)
    {
      for (guint b = a; b < n; b++)
        if (cell_at (cells, &found, a, b)->ties > 0)
          tell_pair (telling, &found, a, b, cells);
      if (a != found.other && found.size[a] > 0)
        tell_none (telling, &found, a, cells);
    }
  kith_telling_note (telling, KITH_TELLS_SECTORS,
                     telling->ties->audience == KITH_PUBLIC
                         ? _ ("In the order of the sectors. The public sees no ratings.")
                         : _ ("In the order of the sectors. Trust is the mean of what ends of ties "
                              "say, 1 to 5; ends that are not known are in no mean."));
  clear_sectors (&found);
}
