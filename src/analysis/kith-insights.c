/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-insights-private.h"

#include <glib/gi18n-lib.h>

#define MOST G_GUINT64_CONSTANT (6000000)

/* --- What the sections share --- */

KithToldSection *
kith_telling_section (KithTelling *telling, KithTells section)
{
  return &telling->insights->sections[section];
}

/* Each of what it is about once, in the order in which it was named. */
static void
drop_doubles (GArray *ids)
{
  g_autoptr (GHashTable) there = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) all = g_array_copy (ids);

  g_array_set_size (ids, 0);
  for (guint i = 0; i < all->len; i++)
    if (g_hash_table_add (there, &g_array_index (all, KithId, i)))
      g_array_append_val (ids, g_array_index (all, KithId, i));
}

void
kith_telling_add (KithTelling *telling, KithInsight *insight)
{
  drop_doubles (insight->ids);
  g_ptr_array_add (kith_telling_section (telling, insight->section)->told, insight);
}

void
kith_telling_note (KithTelling *telling, KithTells section, const char *note)
{
  KithToldSection *told = kith_telling_section (telling, section);

  if (told->note == NULL)
    told->note = g_strdup (note);
}

gboolean
kith_telling_has_ratings (KithTelling *telling, KithTells section)
{
  if (telling->ties->audience == KITH_PUBLIC)
    kith_telling_note (telling, section,
                       _ ("The public sees no ratings, so nothing here weighs trust."));
  else if (telling->insights->n_rated == 0)
    kith_telling_note (telling, section, _ ("No rating of trust is on this map yet."));
  else
    return TRUE;
  return FALSE;
}

static int
by_weight (gconstpointer a, gconstpointer b)
{
  const KithWeighed *x = a, *y = b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  return x->at < y->at ? -1 : x->at > y->at;
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const KithWeighed *x = a, *y = b;

  return x->at < y->at ? -1 : x->at > y->at;
}

guint
kith_keep_weightiest (GArray *weighed, guint most)
{
  guint gone = weighed->len > most ? weighed->len - most : 0;

  if (gone > 0)
    {
      g_array_sort (weighed, by_weight);
      g_array_set_size (weighed, most);
    }
  g_array_sort (weighed, by_place);
  return gone;
}

guint
kith_telling_sector_rank (const GArray *sectors, KithId sector)
{
  for (guint i = 0; i < sectors->len; i++)
    if (g_array_index (sectors, KithId, i) == sector)
      return i;
  return sectors->len;
}

/* --- All of it --- */

static char *
words_of_ratings (const KithTies *ties, const KithInsights *insights)
{
  if (ties->audience == KITH_PUBLIC)
    return g_strdup (_ ("The public sees no ratings."));
  return g_strdup_printf (ngettext ("Trust is known on %u of them, from one end or both.",
                                    "Trust is known on %u of them, from one end or both.",
                                    insights->n_rated),
                          insights->n_rated);
}

static char *
words_of_scope (const KithTies *ties, const KithInsights *insights)
{
  g_autofree char *who = NULL;
  g_autofree char *tied = NULL;
  g_autofree char *rated = words_of_ratings (ties, insights);

  if (insights->n_ties == 0)
    return g_strdup (_ ("No ties yet. Link stakeholders, and what the map tells is found here."));
  who = g_strdup_printf (ngettext ("%u stakeholder", "%u stakeholders", insights->n_stakeholders),
                         insights->n_stakeholders);
  tied = g_strdup_printf (ngettext ("%u tie", "%u ties", insights->n_ties), insights->n_ties);
  /* Translators: "25 stakeholders", "43 ties", and a sentence on ratings */
  return g_strdup_printf (
      _ ("Of %s and %s; a tie is two who are linked, by however many links. %s"), who, tied, rated);
}

static KithInsights *
insights_new (const KithTies *ties)
{
  KithInsights *insights = g_new0 (KithInsights, 1);

  g_atomic_ref_count_init (&insights->ref_count);
  insights->n_stakeholders = kith_ties_n (ties);
  insights->n_ties = kith_ties_n_ties (ties);
  insights->n_links = ties->links->len;
  insights->n_rated = kith_ties_n_rated (ties);
  insights->sentence = words_of_scope (ties, insights);
  insights->matrix = g_array_new (FALSE, FALSE, sizeof (KithSectorCell));
  for (guint i = 0; i < KITH_N_TELLS; i++)
    {
      insights->sections[i].section = (KithTells) i;
      insights->sections[i].told = g_ptr_array_new_with_free_func (
          (GDestroyNotify) kith_insight_free);
    }
  return insights;
}

/* A part of the whole is a step's own progress. */
typedef struct
{
  const KithInsightsAsk *ask;
  double from;
  double length;
} Share;

static void
on_progress (double part, gpointer data)
{
  const Share *share = data;

  if (share->ask->progress != NULL)
    share->ask->progress (share->from + part * share->length, share->ask->data);
}

/* What cannot be counted says so in its section and is not in the way of the others. */
static gboolean
go_on (KithTelling *telling, KithTells section, GError *failed, GError **error)
{
  if (failed == NULL)
    return TRUE;
  if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  kith_telling_note (telling, section, failed->message);
  g_error_free (failed);
  return TRUE;
}

static gboolean
tell_all (KithTelling *telling, Share *share, GError **error)
{
  GError *failed = NULL;

  *share = (Share){ share->ask, 0.05, 0.85 };
  kith_tell_bridging (telling, &failed);
  if (!go_on (telling, KITH_TELLS_BRIDGING, g_steal_pointer (&failed), error))
    return FALSE;
  *share = (Share){ share->ask, 0.9, 0.1 };
  kith_tell_groups (telling, &failed);
  if (!go_on (telling, KITH_TELLS_GROUPS, g_steal_pointer (&failed), error))
    return FALSE;
  kith_tell_failure (telling);
  kith_tell_weakest (telling);
  kith_tell_gaps (telling);
  kith_tell_islands (telling);
  kith_tell_mixing (telling);
  kith_tell_sectors (telling);
  return !g_cancellable_set_error_if_cancelled (share->ask->cancellable, error);
}

/* A section without anything to tell says so. */
static void
note_what_is_empty (KithInsights *insights)
{
  for (guint i = 0; i < KITH_N_TELLS; i++)
    if (insights->sections[i].note == NULL)
      insights->sections[i].note = g_strdup ("");
}

/**
 * kith_insights_new:
 * @map: a map made for @audience and its day
 * @audience: whose map it is
 * @ask: (nullable): what stops it, and who is told how far it has come
 * @error: that it was stopped
 *
 * Returns: (transfer full) (nullable): what the map tells
 */
KithInsights *
kith_insights_new (KithMap *map, KithAudience audience, const KithInsightsAsk *ask, GError **error)
{
  const KithInsightsAsk nothing = { NULL, NULL, NULL, 0 };
  g_autoptr (KithTies) ties = kith_ties_new (map, audience);
  g_autoptr (KithCuts) cuts = kith_cuts_new (ties, 0);
  g_autoptr (KithInsights) insights = insights_new (ties);
  Share share = { ask != NULL ? ask : &nothing, 0, 0 };
  KithTelling telling = {
    .insights = insights,
    .ties = ties,
    .cuts = cuts,
    .most = share.ask->most > 0 ? share.ask->most : MOST,
    .watch = { share.ask->cancellable, on_progress, &share },
  };

  if (insights->n_ties > 0 && !tell_all (&telling, &share, error))
    return NULL;
  note_what_is_empty (insights);
  return g_steal_pointer (&insights);
}

KithInsights *
kith_insights_ref (KithInsights *insights)
{
  g_atomic_ref_count_inc (&insights->ref_count);
  return insights;
}

void
kith_insights_unref (KithInsights *insights)
{
  if (!g_atomic_ref_count_dec (&insights->ref_count))
    return;
  for (guint i = 0; i < KITH_N_TELLS; i++)
    {
      g_free (insights->sections[i].note);
      g_ptr_array_unref (insights->sections[i].told);
    }
  g_array_unref (insights->matrix);
  g_free (insights->sentence);
  g_free (insights);
}

guint
kith_insights_n (const KithInsights *insights)
{
  guint n = 0;

  for (guint i = 0; i < KITH_N_TELLS; i++)
    n += insights->sections[i].told->len;
  return n;
}

/* --- As text --- */

static void
append_insight (GString *text, const KithInsight *insight)
{
  g_string_append_printf (text, "  %s\n", insight->sentence);
  for (guint i = 0; i < insight->numbers->len; i++)
    {
      const KithNumber *number = &g_array_index (insight->numbers, KithNumber, i);
      g_autofree char *words = kith_number_to_words (number);

      g_string_append (text, i == 0 ? "      " : " · ");
      /* Translators: what a number counts, and the number */
      g_string_append_printf (text, _ ("%s: %s"), number->label, words);
    }
  g_string_append (text, insight->numbers->len > 0 ? "\n" : "");
}

/* What it does not mean is said once where all of a section say the same. */
static void
append_section (GString *text, const KithToldSection *section)
{
  const char *said = NULL;

  if (section->told->len == 0 && *section->note == '\0')
    return;
  g_string_append_printf (text, "\n%s\n", kith_enum_label (&kith_tells, (int) section->section));
  if (*section->note != '\0')
    g_string_append_printf (text, "  %s\n", section->note);
  for (guint i = 0; i < section->told->len; i++)
    {
      const KithInsight *insight = section->told->pdata[i];

      append_insight (text, insight);
      if (said == NULL || !g_str_equal (said, insight->not_meant))
        g_string_append_printf (text, "      %s\n", insight->not_meant);
      said = insight->not_meant;
    }
  if (section->n_left_out > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more is not listed.",
                                                         "%u more are not listed.",
                                                         section->n_left_out),
                                               section->n_left_out);

      g_string_append_printf (text, "  %s\n", more);
    }
}

char *
kith_insights_to_text (const KithInsights *insights)
{
  GString *text = g_string_new (insights->sentence);

  g_string_append_c (text, '\n');
  for (guint i = 0; i < KITH_N_TELLS; i++)
    append_section (text, &insights->sections[i]);
  return g_string_free (text, FALSE);
}
