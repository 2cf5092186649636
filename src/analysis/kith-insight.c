/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-insight.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const KithEnumValue tells[] = {
  { "bridging", N_ ("Who stands between others") },
  { "single-points", N_ ("What hangs on one") },
  { "weakest", N_ ("Where trusted ways are weakest") },
  { "trust-gaps", N_ ("Where the two sides differ") },
  { "islands", N_ ("Islands") },
  { "communities", N_ ("Groups by their ties") },
  { "mixing", N_ ("Inside sectors and across") },
  { "sectors", N_ ("Sector by sector") },
};

const KithEnum kith_tells = { "tells", G_N_ELEMENTS (tells), tells };

KithInsight *
kith_insight_new (KithTells section, char *key, char *sentence, const char *not_meant)
{
  KithInsight *insight = g_new0 (KithInsight, 1);

  insight->section = section;
  insight->key = key;
  insight->sentence = sentence;
  insight->not_meant = g_strdup (not_meant);
  insight->ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  insight->numbers = g_array_new (FALSE, FALSE, sizeof (KithNumber));
  return insight;
}

void
kith_insight_free (KithInsight *insight)
{
  for (guint i = 0; i < insight->numbers->len; i++)
    g_free (g_array_index (insight->numbers, KithNumber, i).label);
  g_array_unref (insight->numbers);
  g_array_unref (insight->ids);
  g_free (insight->key);
  g_free (insight->sentence);
  g_free (insight->not_meant);
  g_free (insight);
}

void
kith_insight_number (KithInsight *insight,
                     const char *key,
                     const char *label,
                     KithNumberForm form,
                     double value)
{
  KithNumber number = { key, g_strdup (label), form, value };

  g_array_append_val (insight->numbers, number);
}

void
kith_insight_add_id (KithInsight *insight, KithId id)
{
  g_array_append_val (insight->ids, id);
}

void
kith_insight_add_who (KithInsight *insight, const KithTies *ties, guint place)
{
  kith_insight_add_id (insight, kith_ties_id (ties, place));
}

void
kith_insight_add_tie (KithInsight *insight, const KithTies *ties, const KithTie *tie)
{
  for (guint i = 0; i < tie->n; i++)
    kith_insight_add_id (insight, kith_ties_link (ties, tie, i));
}

void
kith_insight_add_all (KithInsight *insight,
                      const KithTies *ties,
                      const GArray *places,
                      gboolean within)
{
  g_autoptr (GHashTable) there = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);

      g_hash_table_add (there, GUINT_TO_POINTER (place));
      kith_insight_add_who (insight, ties, place);
    }
  for (guint i = 0; i < places->len && within; i++)
    {
      guint place = g_array_index (places, guint, i);

      for (guint j = 0; j < kith_ties_n_steps (ties, place); j++)
        {
          const KithStep *step = kith_ties_step (ties, place, j);

          if (step->other > place && g_hash_table_contains (there, GUINT_TO_POINTER (step->other)))
            kith_insight_add_tie (insight, ties, kith_ties_nth (ties, step->tie));
        }
    }
}

/* --- In words --- */

char *
kith_number_to_words (const KithNumber *number)
{
  switch (number->form)
    {
    case KITH_NUMBER_SHARE:
      if (number->value > 0 && number->value < 0.005)
        return g_strdup (_ ("under 1%"));
      /* Translators: a percentage */
      return g_strdup_printf (_ ("%.0f%%"), 100 * number->value);
    case KITH_NUMBER_TRUST:
      return g_strdup_printf ("%.1f", number->value);
    case KITH_NUMBER_INDEX:
      /* no "-0.00" */
      return g_strdup_printf ("%.2f", fabs (number->value) < 0.005 ? 0 : number->value);
    case KITH_NUMBER_COUNT:
    default:
      return g_strdup_printf ("%.0f", number->value);
    }
}

char *
kith_names_and_more (const char *const *names, guint n, guint more)
{
  g_autoptr (GString) list = g_string_new (names[0]);

  for (guint i = 1; i < n; i++)
    /* Translators: between the names of a list */
    g_string_append_printf (list, _ (", %s"), names[i]);
  /* Translators: a list of names, and how many more there are */
  return g_strdup_printf (ngettext ("%s and %u other", "%s and %u others", more), list->str, more);
}

char *
kith_names_joined (const char *const *names, guint n, guint most)
{
  g_autoptr (GString) list = NULL;

  if (n == 0)
    return g_strdup ("");
  /* "and 1 other" takes as much room as its name */
  if (n > most + 1)
    return kith_names_and_more (names, most, n - most);
  list = g_string_new (names[0]);
  for (guint i = 1; i + 1 < n; i++)
    g_string_append_printf (list, _ (", %s"), names[i]);
  if (n == 1)
    return g_strdup (names[0]);
  /* Translators: a list of names, and the last of them */
  return g_strdup_printf (_ ("%s and %s"), list->str, names[n - 1]);
}

char *
kith_names_of (const KithTies *ties, const GArray *places, guint most)
{
  guint shown = MIN (places->len, most + 1);
  g_autofree const char **names = g_new (const char *, shown + 1);

  for (guint i = 0; i < shown; i++)
    names[i] = kith_ties_name (ties, g_array_index (places, guint, i));
  return kith_names_joined (names, places->len, most);
}
