/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not there today, counted and in words. */
#include "kith-now.h"

#include <glib/gi18n-lib.h>

#include "kith-as-at.h"

static guint
count (KithMap *map, KithKind kind, gint32 today, guint *ended)
{
  guint n = 0;

  KITH_FOR_EACH (KithRecord, record, map, kind)
    {
      KithWhen when = kith_record_when (map, record, today);

      n += when != KITH_WHEN_NOW;
      *ended += when == KITH_WHEN_ENDED;
    }
  return n;
}

/**
 * kith_map_count_not_now:
 * @map: what somebody may see of a map, whatever its dates
 * @today: the Julian day of today
 *
 * Cost: linear in its stakeholders, links and spaces.
 *
 * Returns: how many of them are not there today
 */
KithNotNow
kith_map_count_not_now (KithMap *map, gint32 today)
{
  KithNotNow all = { 0 };

  all.stakeholders = count (map, KITH_STAKEHOLDER, today, &all.ended);
  all.links = count (map, KITH_LINK, today, &all.ended);
  all.spaces = count (map, KITH_SPACE, today, &all.ended);
  return all;
}

char *
kith_not_now_to_words (const KithNotNow *count)
{
  guint all = count->stakeholders + count->links + count->spaces;
  guint to_come = all - count->ended;
  g_autofree char *ended =
      g_strdup_printf (ngettext ("%u has ended", "%u have ended", count->ended), count->ended);
  g_autofree char *later = g_strdup_printf (ngettext ("%u is to come", "%u are to come", to_come),
                                            to_come);

  if (all == 0)
    return g_strdup ("");
  if (to_come == 0)
    return g_steal_pointer (&ended);
  if (count->ended == 0)
    return g_steal_pointer (&later);
  /* Translators: "3 have ended" and "2 are to come" */
  return g_strdup_printf (_ ("%s, %s"), ended, later);
}

static void
add_kind (GString *words, const char *one, const char *many, guint n)
{
  if (n == 0)
    return;
  if (words->len > 0)
    g_string_append (words, ", ");
  g_string_append_printf (words, n == 1 ? one : many, n);
}

char *
kith_not_now_to_kinds (const KithNotNow *count)
{
  GString *words = g_string_new (NULL);

  add_kind (words, ngettext ("%u stakeholder", "%u stakeholders", 1),
            ngettext ("%u stakeholder", "%u stakeholders", count->stakeholders),
            count->stakeholders);
  add_kind (words, ngettext ("%u link", "%u links", 1),
            ngettext ("%u link", "%u links", count->links), count->links);
  add_kind (words, ngettext ("%u shared space", "%u shared spaces", 1),
            ngettext ("%u shared space", "%u shared spaces", count->spaces), count->spaces);
  return g_string_free (words, FALSE);
}

/* "2013"; "before 2013" and "the 1990s" as they are meant. */
static char *
year_of (const KithDate *date)
{
  GDate day;

  if (date->first == KITH_DAY_OPEN_FIRST || date->last == KITH_DAY_OPEN_LAST
      || date->last - date->first > 366)
    return kith_date_to_words (date);
  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) date->first);
  return g_strdup_printf ("%d", g_date_get_year (&day));
}

static const KithDate *
date_of (gconstpointer record, const char *name)
{
  const KithField *field = kith_kind_field (KITH_KIND (record), name);

  return field != NULL ? kith_field_address (field, record) : NULL;
}

static char *
years_of_ended (const KithDate *from, const KithDate *to)
{
  g_autofree char *begun = kith_date_is_set (from) ? year_of (from) : NULL;
  g_autofree char *ended = kith_date_is_set (to) ? year_of (to) : NULL;

  if (ended == NULL) /* a link whose stakeholder has ended */
    return g_strdup (_ ("ended"));
  if (to->first == KITH_DAY_OPEN_FIRST)
    return g_strdup_printf (_ ("ended %s"), ended);
  if (begun == NULL || from->first == KITH_DAY_OPEN_FIRST)
    return g_strdup_printf (_ ("until %s"), ended);
  /* Translators: the years in which something was there: "1998–2013" */
  return g_str_equal (begun, ended) ? g_strdup (ended)
                                    : g_strdup_printf (_ ("%s–%s"), begun, ended);
}

char *
kith_record_years (KithMap *map, gconstpointer record, gint32 today)
{
  const KithDate *from = date_of (record, "from");
  const KithDate *to = date_of (record, "to");
  g_autofree char *begins = NULL;

  switch (kith_record_when (map, record, today))
    {
    case KITH_WHEN_ENDED:
      return years_of_ended (from, to);
    case KITH_WHEN_TO_COME:
      if (!kith_date_is_set (from))
        return g_strdup (_ ("to come"));
      begins = kith_date_to_words (from);
      return g_strdup_printf (_ ("from %s"), begins);
    default:
      return g_strdup ("");
    }
}
