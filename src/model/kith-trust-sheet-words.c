/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trust sheet in words: what stands in a cell, what a row or a column comes to. */
#include "kith-trust-sheet.h"

#include <glib/gi18n-lib.h>

static const char *
short_name (const KithTrustWho *who)
{
  return kith_stakeholder_short_name (who->stakeholder);
}

/**
 * kith_trust_median_to_digit:
 * @median: 0 or 1 to 5, in quarters
 *
 * Returns: (transfer full): "4", "2½", "3¼"; "" for 0
 */
char *
kith_trust_median_to_digit (double median)
{
  static const char *const quarters[] = { "", "¼", "½", "¾" };
  int whole = (int) median;
  int rest = (int) ((median - whole) * 4.0 + 0.5);

  if (median == 0.0)
    return g_strdup ("");
  return g_strdup_printf ("%d%s", whole, quarters[rest % 4]);
}

static void
add (GString *words, const char *part)
{
  if (words->len > 0)
    g_string_append (words, " · ");
  g_string_append (words, part);
}

static void
add_owned (GString *words, char *part)
{
  add (words, part);
  g_free (part);
}

static void
add_n_voices (GString *words, guint n)
{
  if (n > 0)
    add_owned (words, g_strdup_printf (ngettext ("%u voice", "%u voices", n), n));
}

/* Counted apart, in no median. */
static void
add_n_unknown (GString *words, guint n)
{
  if (n > 0)
    add_owned (words,
               g_strdup_printf (ngettext ("%u voice without a step", "%u voices without a step", n),
                                n));
}

static void
add_voices (GString *words, const KithOpinion *opinion)
{
  guint heard = opinion->voices - opinion->impressions;

  if (opinion->low < opinion->high)
    /* Translators: the lowest and the highest step that several voices gave */
    add_owned (words, g_strdup_printf (_ ("%d to %d"), opinion->low, opinion->high));
  if (heard > 0)
    add_owned (words,
               g_strdup_printf (ngettext ("heard from %u voice", "heard from %u voices", heard),
                                heard));
  if (opinion->impressions > 0)
    add (words, heard == 0 ? _ ("our impression") : _ ("and our impression"));
}

/* The opinion, whose it is and how old. */
static void
add_opinion (GString *words, const KithTrustSheet *sheet, const KithTrustCell *cell)
{
  const KithOpinion *opinion = &cell->opinion;
  const KithAssessment *latest = kith_trust_sheet_latest (sheet, cell);

  if (opinion->voices > 0)
    {
      g_autofree char *digit = kith_opinion_to_digit (opinion);

      add_owned (words,
                 g_strdup_printf ("%s %s", digit, kith_enum_label (&kith_scores, opinion->step)));
      add_voices (words, opinion);
    }
  else
    add (words, kith_enum_label (&kith_scores, opinion->absence));
  if (opinion->voices > 0 || opinion->unknown > 1)
    add_n_unknown (words, opinion->unknown);
  if (latest != NULL && kith_date_is_set (&latest->date))
    add_owned (words, kith_date_to_words (&latest->date));
}

/**
 * kith_trust_sheet_cell_words:
 * @sheet: a sheet
 * @row: whose opinion it is
 * @column: of whom
 *
 * Returns: (transfer full): all that stands in the cell
 */
char *
kith_trust_sheet_cell_words (const KithTrustSheet *sheet, guint row, guint column)
{
  const char *rater = short_name (kith_trust_sheet_row (sheet, row));
  const char *rated = short_name (kith_trust_sheet_column (sheet, column));
  const KithTrustCell *cell = kith_trust_sheet_cell (sheet, row, column);
  g_autoptr (GString) words = g_string_new (NULL);

  if (kith_trust_sheet_is_self (sheet, row, column))
    /* Translators: the cell of a stakeholder with itself */
    return g_strdup_printf (_ ("%s: nobody rates itself"), rater);
  if (cell == NULL)
    /* Translators: two stakeholders without a link */
    return g_strdup_printf (_ ("%s and %s: no link"), rater, rated);
  if (cell->n == 0)
    return g_strdup_printf (_ ("%s and %s: their link is filtered out"), rater, rated);
  add_opinion (words, sheet, cell);
  if (cell->n > 1)
    add_owned (words, g_strdup_printf (ngettext ("%u link", "%u links", cell->n), cell->n));
  /* Translators: "What Police make of Housing: 4 Strong · heard from 3 voices · 12 March 2019" */
  return g_strdup_printf (_ ("What %s make of %s: %s"), rater, rated, words->str);
}

/* "median 3½ · 4 rated · 9 voices · 2 voices without a step · 1 not rated yet" */
static char *
sum_words (const KithTrustSum *sum)
{
  GString *words = g_string_new (NULL);

  if (sum->rated > 0)
    {
      g_autofree char *digit = kith_trust_median_to_digit (sum->median);

      add_owned (words, g_strdup_printf (ngettext ("median %s of %u rated", "median %s of %u rated",
                                                   sum->rated),
                                         digit, sum->rated));
      add_n_voices (words, sum->voices);
      if (sum->guess)
        add (words, _ ("our impressions only"));
    }
  else
    add (words, _ ("no median: nobody gave a step"));
  add_n_unknown (words, sum->unknown);
  if (sum->silent > 0)
    add_owned (words,
               g_strdup_printf (ngettext ("%u not rated yet", "%u not rated yet", sum->silent),
                                sum->silent));
  return g_string_free (words, FALSE);
}

char *
kith_trust_sheet_row_words (const KithTrustSheet *sheet, guint row)
{
  const KithTrustWho *who = kith_trust_sheet_row (sheet, row);
  g_autofree char *sum = sum_words (&who->says);

  /* Translators: "What Police make of others: median 3½ · …" */
  return g_strdup_printf (_ ("What %s make of others: %s"), short_name (who), sum);
}

char *
kith_trust_sheet_column_words (const KithTrustSheet *sheet, guint column)
{
  const KithTrustWho *who = kith_trust_sheet_column (sheet, column);
  g_autofree char *sum = sum_words (&who->is_said);

  /* Translators: "What others make of Police: median 3½ · …" */
  return g_strdup_printf (_ ("What others make of %s: %s"), short_name (who), sum);
}

/**
 * kith_trust_sheet_whole_words:
 * @sheet: a sheet
 *
 * Returns: (transfer full): how many have a row, how much is rated, what is not known
 */
char *
kith_trust_sheet_whole_words (const KithTrustSheet *sheet)
{
  const KithTrustSum *whole = kith_trust_sheet_whole (sheet);
  guint n = kith_trust_sheet_n (sheet);
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, ngettext ("%u stakeholder", "%u stakeholders", n), n);
  g_string_append (words, " · ");
  /* Translators: of how many ends of links there is a rating */
  g_string_append_printf (words, _ ("%u of %u cells rated"), whole->rated, whole->linked);
  add_n_voices (words, whole->voices);
  add_n_unknown (words, whole->unknown);
  return g_string_free (words, FALSE);
}

const char *
kith_trust_sheet_sentence (void)
{
  return _ ("It starts a conversation and measures nobody’s worth.");
}

char *
kith_trust_sheet_title (const KithTrustSheet *sheet)
{
  switch (kith_trust_sheet_look (sheet)->dimension)
    {
    case KITH_RESPECT:
      return g_strdup (_ ("Respect: who makes what of whom"));
    case KITH_UNDERSTANDING:
      return g_strdup (_ ("Mutual understanding: who makes what of whom"));
    case KITH_TRUST:
    default:
      return g_strdup (_ ("Trust: who makes what of whom"));
    }
}
