/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-compare-view.h"

#include <glib/gi18n-lib.h>

#include "kith-as-at.h"
#include "kith-audience.h"
#include "kith-map-private.h"
#include "kith-round.h"

/**
 * kith_view_since:
 * @view: a view
 *
 * Returns: the Julian day from which it counts changes
 */
gint32
kith_view_since (const KithView *view)
{
  GDate day;

  if (view->since != 0)
    return view->since;
  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) kith_view_day (view));
  g_date_subtract_years (&day, 1);
  return (gint32) g_date_get_julian (&day);
}

/**
 * kith_day_to_words:
 * @day: a Julian day
 *
 * Returns: (transfer full): "1 April 2019"
 */
char *
kith_day_to_words (gint32 day)
{
  KithDate date = kith_date_of_day (day);

  return kith_date_to_words (&date);
}

/* --- What may be seen of an earlier version today --- */

typedef struct
{
  KithMap *whole; /* today */
  KithMap *seen;  /* what the audience sees of it */
  KithAudience audience;
} Today;

/* It has become private since, or is our impression now; or its voice has taken it back. A rating
 * that went with its link is none of these. */
static gboolean
may_not_be_seen_any_more (const Today *today, const KithRecord *record)
{
  const KithAssessment *rating = (const KithAssessment *) record;

  if (kith_map_get (today->whole, record->kind, record->id) != NULL)
    return kith_map_get (today->seen, record->kind, record->id) == NULL;
  return record->kind == KITH_ASSESSMENT
         && g_hash_table_contains (today->whole->tombstones, &record->id)
         && kith_map_link (today->whole, rating->link) != NULL;
}

/* Who is known as a person today had a name that the public is not told. */
static gpointer
as_known_today (const Today *today, const KithRecord *record)
{
  const KithStakeholder *is = record->kind == KITH_STAKEHOLDER
                                  ? kith_map_stakeholder (today->whole, record->id)
                                  : NULL;
  KithStakeholder *copy;

  if (is == NULL || is->form != KITH_FORM_PERSON || today->audience != KITH_PUBLIC)
    return kith_record_ref (record);
  copy = kith_record_copy (record);
  copy->form = KITH_FORM_PERSON;
  return copy;
}

/* What was said in a silent round is seen by nobody yet. */
static KithMap *
seen_by (KithMap *map, KithAudience audience)
{
  return audience == KITH_TEAM ? kith_map_opened (map) : kith_map_for_audience (map, audience);
}

static KithMap *
seen_today (KithMap *before, const Today *today)
{
  g_autoptr (KithMap) left = kith_map_new_empty ();
  g_autoptr (KithEdit) inserts = kith_edit_new ("");
  g_autoptr (GHashTable) kept = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GError) error = NULL;

  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    KITH_FOR_EACH (KithRecord, record, before, (KithKind) kind)
      {
        gboolean is_furniture = kind == KITH_ABOUT || kind == KITH_SECTOR || kind == KITH_PICTURE;

        if ((!is_furniture && may_not_be_seen_any_more (today, record))
            || !kith_references_within (kept, record))
          continue;
        g_hash_table_add (kept, (gpointer) &record->id);
        kith_edit_insert (inserts, as_known_today (today, record));
      }
  if (!kith_map_apply (left, inserts, &error))
    g_error ("What is left of a map is not sound: %s", error->message);
  return seen_by (left, today->audience);
}

/* --- Comparisons --- */

/* What a version or a file is called is the team's own word for it. */
static const char *
name_of_other (const KithView *view, gboolean copies)
{
  if (view->audience != KITH_TEAM)
    /* Translators: what this map is compared with, for those who are not told its name */
    return copies ? _ ("an earlier version") : _ ("another map");
  return view->against_name != NULL ? view->against_name : "";
}

/**
 * kith_view_other_name:
 * @view: compares with another map
 * @whole: what the view is of
 *
 * Returns: (transfer none): what that is called, as its audience may know
 */
const char *
kith_view_other_name (const KithView *view, KithMap *whole)
{
  return name_of_other (view, kith_maps_are_copies (view->against, whole));
}

static KithComparison *
compare_against (const KithView *view, KithMap *whole)
{
  gboolean copies = kith_maps_are_copies (view->against, whole);
  g_autoptr (KithMap) seen = seen_by (whole, view->audience);
  Today today = { whole, seen, view->audience };
  g_autoptr (KithMap) other = copies ? seen_today (view->against, &today)
                                     : seen_by (view->against, view->audience);
  g_autoptr (KithMap) before = kith_view_map (view, other);
  g_autoptr (KithMap) after = kith_view_map (view, seen);
  KithComparison *comparison = kith_compare_maps_by (before, after, !copies);
  g_autofree char *day = view->day != 0 ? kith_day_to_words (view->day) : NULL;

  kith_comparison_name (comparison, name_of_other (view, copies),
                        /* Translators: what is compared with another map */
                        day != NULL ? day : _ ("now"));
  return comparison;
}

static KithComparison *
compare_days (const KithView *view, KithMap *whole)
{
  gint32 since = kith_view_since (view);
  gint32 day = kith_view_day (view);
  gint32 first = MIN (since, day);
  gint32 last = MAX (since, day);
  g_autoptr (KithMap) seen = seen_by (whole, view->audience);
  g_autoptr (KithMap) before = kith_map_as_at (seen, first);
  g_autoptr (KithMap) after = kith_map_as_at (seen, last);
  KithComparison *comparison = kith_compare_maps_by (before, after, FALSE);
  g_autofree char *before_name = kith_day_to_words (first);
  g_autofree char *after_name = kith_day_to_words (last);

  kith_comparison_name (comparison, before_name,
                        view->day == 0 && last == day ? _ ("today") : after_name);
  return comparison;
}

/**
 * kith_view_compare:
 * @view: a view
 * @whole: the whole map that it is of
 *
 * Cost: linear in the maps.
 *
 * Returns: (transfer full) (nullable): what it compares
 */
KithComparison *
kith_view_compare (const KithView *view, KithMap *whole)
{
  if (view->against != NULL)
    return compare_against (view, whole);
  return view->lens == KITH_LENS_CHANGE ? compare_days (view, whole) : NULL;
}

KithMap *
kith_view_shown (const KithView *view, KithMap *whole, KithMap *seen, KithComparison **comparison)
{
  *comparison = kith_view_compare (view, whole);
  return *comparison != NULL ? kith_map_ref (kith_comparison_map (*comparison))
                             : kith_view_map (view, seen);
}

/**
 * kith_comparison_there:
 * @comparison: a comparison
 * @shown: its map, or that with other names
 *
 * Cost: linear in the map.
 *
 * Returns: (transfer full): the map without what went
 */
KithMap *
kith_comparison_there (KithComparison *comparison, KithMap *shown)
{
  KithMap *after = kith_comparison_now (comparison);
  KithMap *made = kith_map_snapshot (shown);
  g_autoptr (KithEdit) edit = kith_edit_new ("");
  g_autoptr (GError) error = NULL;

  for (guint kind = KITH_N_KINDS; kind > 0; kind--)
    KITH_FOR_EACH (KithRecord, record, shown, (KithKind) (kind - 1))
      if (kith_map_get (after, record->kind, record->id) == NULL)
        kith_edit_delete (edit, record);
  if (!kith_map_apply (made, edit, &error))
    g_error ("What is left of a comparison is not sound: %s", error->message);
  return made;
}
