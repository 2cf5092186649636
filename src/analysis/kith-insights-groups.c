/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups by their ties, against sectors. */
#include <glib/gi18n-lib.h>

#include "kith-insights-private.h"
#include "kith-sectors.h"

#define LISTED 15
#define CLEAR 0.3 /* modularity from which groups are called clear */
#define ANY 0.1   /* … and below which there are none */

typedef struct
{
  guint n;
  double modularity;
  guint *of;          /* of who: the group */
  GPtrArray *members; /* of GArray of guint */
  guint *inside;      /* ties within each */
  guint *outside;     /* ties that lead out */
} Groups;

static void
unref_array (gpointer data)
{
  g_array_unref (data);
}

static void
sort_out (const KithTies *ties, Groups *groups)
{
  groups->members = g_ptr_array_new_with_free_func (unref_array);
  groups->inside = g_new0 (guint, groups->n + 1);
  groups->outside = g_new0 (guint, groups->n + 1);
  for (guint i = 0; i < groups->n; i++)
    g_ptr_array_add (groups->members, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < kith_ties_n (ties); i++)
    g_array_append_val (groups->members->pdata[groups->of[i]], i);
  for (guint i = 0; i < kith_ties_n_ties (ties); i++)
    {
      const KithTie *tie = kith_ties_nth (ties, i);
      guint a = groups->of[tie->a], b = groups->of[tie->b];

      if (a == b)
        groups->inside[a]++;
      else
        {
          groups->outside[a]++;
          groups->outside[b]++;
        }
    }
}

static void
clear_groups (Groups *groups)
{
  g_clear_pointer (&groups->members, g_ptr_array_unref);
  g_free (groups->of);
  g_free (groups->inside);
  g_free (groups->outside);
}

/* How many of these are of each sector, in the order of sectors. */
static char *
words_of_sectors (const KithTies *ties, const GArray *members, guint *n_sectors)
{
  g_autoptr (GArray) sectors = kith_sector_list (ties->map);
  g_autofree guint *counts = g_new0 (guint, sectors->len + 1);
  GString *words = g_string_new (NULL);

  *n_sectors = 0;
  for (guint i = 0; i < members->len; i++)
    counts[kith_telling_sector_rank (sectors,
                                     kith_ties_sector (ties, g_array_index (members, guint, i)))]++;
  for (guint i = 0; i < sectors->len; i++)
    {
      if (counts[i] == 0)
        continue;
      if (words->len > 0)
        g_string_append (words, _ (", "));
      /* Translators: a sector, and how many are of it */
      g_string_append_printf (words, _ ("%s %u"),
                              kith_sector_name (ties->map, g_array_index (sectors, KithId, i)),
                              counts[i]);
      ++*n_sectors;
    }
  return g_string_free (words, FALSE);
}

static void
tell_group (KithTelling *telling, const Groups *groups, guint i)
{
  const KithTies *ties = telling->ties;
  const GArray *members = groups->members->pdata[i];
  g_autofree char *names = kith_names_of (ties, members, 4);
  guint n_sectors;
  g_autofree char *sectors = words_of_sectors (ties, members, &n_sectors);
  KithId first = kith_ties_id (ties, g_array_index (members, guint, 0));
  KithInsight *insight = kith_insight_new (
      KITH_TELLS_GROUPS, g_strdup_printf ("group/%" G_GINT64_FORMAT, first),
      n_sectors == 1
          /* Translators: names, and the sector of all of them with their number */
          ? g_strdup_printf (_ ("%s are tied more closely to one another than to the rest, all of "
                                "one sector: %s."),
                             names, sectors)
          /* Translators: names, and sectors with numbers: "Housing 2, Education 1" */
          : g_strdup_printf (_ ("%s are tied more closely to one another than to the rest, across "
                                "sectors: %s."),
                             names, sectors),
      _ ("It does not mean that they are a team or agree: nobody chose these groups. They are found "
         "from ties alone, and another cut at their edges would be nearly as good."));

  kith_insight_add_all (insight, ties, members, TRUE);
  kith_insight_number (insight, "stakeholders", _ ("Stakeholders"), KITH_NUMBER_COUNT,
                       members->len);
  kith_insight_number (insight, "sectors", _ ("Sectors among them"), KITH_NUMBER_COUNT, n_sectors);
  kith_insight_number (insight, "ties_inside", _ ("Ties among them"), KITH_NUMBER_COUNT,
                       groups->inside[i]);
  kith_insight_number (insight, "ties_outside", _ ("Ties that lead out"), KITH_NUMBER_COUNT,
                       groups->outside[i]);
  kith_telling_add (telling, insight);
}

static void
note_groups (KithTelling *telling, guint n, double modularity)
{
  g_autofree char *note = NULL;

  if (n < 2)
    note = g_strdup (_ ("The ties fall into no groups: all are about as near to one another."));
  else if (modularity < CLEAR)
    note = g_strdup_printf (ngettext ("The ties fall into %u group, and not clearly so "
                                      "(modularity %.2f; from 0.3 on they are clear). By name.",
                                      "The ties fall into %u groups, and not clearly so "
                                      "(modularity %.2f; from 0.3 on they are clear). By name.",
                                      n),
                            n, modularity);
  else
    note = g_strdup_printf (ngettext ("The ties fall into %u group (modularity %.2f). By name.",
                                      "The ties fall into %u groups (modularity %.2f). By name.",
                                      n),
                            n, modularity);
  kith_telling_note (telling, KITH_TELLS_GROUPS, note);
}

static void
tell_these (KithTelling *telling, const Groups *groups)
{
  g_autoptr (GArray) those = g_array_new (FALSE, FALSE, sizeof (KithWeighed));
  guint n;

  for (guint i = 0; i < groups->n; i++)
    {
      KithWeighed one = { i, ((const GArray *) groups->members->pdata[i])->len };

      if (one.weight > 1)
        g_array_append_val (those, one);
    }
  n = those->len;
  if (groups->modularity < ANY)
    n = 0;
  note_groups (telling, n, groups->modularity);
  if (n < 2)
    return;
  kith_telling_section (telling, KITH_TELLS_GROUPS)->n_left_out = kith_keep_weightiest (those,
                                                                                        LISTED);
  for (guint i = 0; i < those->len; i++)
    tell_group (telling, groups, g_array_index (those, KithWeighed, i).at);
}

gboolean
kith_tell_groups (KithTelling *telling, GError **error)
{
  Groups groups = { .of = g_new (guint, kith_ties_n (telling->ties) + 1) };
  gboolean done = kith_engine_groups (telling->ties, groups.of, &groups.n, &groups.modularity,
                                      &telling->watch, error);

  if (done)
    {
      sort_out (telling->ties, &groups);
      tell_these (telling, &groups);
    }
  clear_groups (&groups);
  return done;
}
