/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-two-sides.h"

#include "kith-verbs-quote.h"

#include <glib/gi18n-lib.h>

/* --- What an end makes of the other --- */

static char *
voices_to_words (const KithOpinion *opinion)
{
  g_autofree char *voices = NULL;

  if (opinion->voices < 2)
    return g_strdup ("");
  voices = g_strdup_printf (ngettext ("%u voice", "%u voices", opinion->voices), opinion->voices);
  if (opinion->low == opinion->high)
    /* Translators: "3 voices": all rated alike */
    return g_strdup_printf (_ ("%s, all alike"), voices);
  /* Translators: "3 voices", the lowest and the highest rating */
  return g_strdup_printf (_ ("%s, from %d to %d"), voices, opinion->low, opinion->high);
}

static char *
bases_to_words (guint bases)
{
  static const KithBasis order[] = { KITH_BASIS_OWN_WORDS, KITH_BASIS_AGREED,
                                     KITH_BASIS_IMPRESSION };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (bases & (1u << order[i]))
      g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "",
                              kith_enum_label (&kith_bases, (int) order[i]));
  return g_string_free (out, FALSE);
}

static char *
step_to_words (const KithOpinion *opinion)
{
  g_autofree char *digit = kith_opinion_to_digit (opinion);

  if (opinion->voices == 0)
    return g_strdup (kith_enum_label (&kith_scores, opinion->absence));
  return g_strdup_printf ("%s %s", digit, kith_enum_label (&kith_scores, opinion->step));
}

static void
fill_view (KithSideView *view, KithMap *map, KithId link, KithEnd end, KithDimension dimension)
{
  const KithOpinion *opinion = &view->opinion;

  kith_opinion_of (map, link, end, dimension, &view->opinion);
  view->title = g_strdup (kith_enum_label (&kith_dimensions, (int) dimension));
  view->words = step_to_words (opinion);
  view->sentence = g_strdup (opinion->voices > 0 && dimension == KITH_TRUST
                                 ? kith_score_sentence ((KithScore) opinion->step)
                                 : "");
  view->voices = voices_to_words (opinion);
  view->basis = bases_to_words (kith_opinion_bases (map, link, end, dimension));
}

static void
name_side (KithSide *side, KithMap *map, const KithLink *link, KithEnd end)
{
  const KithStakeholder *rater = kith_map_stakeholder (map, kith_link_rater (link, end));
  const KithStakeholder *rated = kith_map_stakeholder (map, kith_link_rated (link, end));

  side->name = g_strdup (rater->name);
  side->other = g_strdup (rated->name);
  side->short_name = g_strdup (kith_stakeholder_short_name (rater));
  side->short_other = g_strdup (kith_stakeholder_short_name (rated));
  /* Translators: what one stakeholder makes of another: "What Police make of ED" */
  side->heading = g_strdup_printf (_ ("What %s make of %s"), side->short_name, side->short_other);
  /* Translators: "What Police would need of ED" */
  side->needs = g_strdup_printf (_ ("What %s would need of %s"), side->short_name,
                                 side->short_other);
  side->need = g_strdup (end == KITH_END_A ? link->need_a : link->need_b);
}

/* --- Who tells of what --- */

/* The list in which something stands that this end, or both, or nobody in particular tells of. */
static void
sort_told (KithTwoSides *sides, KithTold told, gpointer record)
{
  gboolean event = KITH_KIND (record) == KITH_EVENT;

  if (told == KITH_TOLD_A || told == KITH_TOLD_B)
    {
      KithSide *side = &sides->sides[told == KITH_TOLD_A ? KITH_END_A : KITH_END_B];

      g_ptr_array_add (event ? side->events : side->quotes, record);
    }
  else if (!event)
    g_ptr_array_add (sides->between, record);
  else
    g_ptr_array_add (told == KITH_TOLD_BOTH ? sides->both : sides->unsaid, record);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func (kith_record_unref);
}

static void
add_told (KithTwoSides *sides, KithMap *map)
{
  g_autoptr (GPtrArray) events = kith_map_events_of (map, sides->link);
  g_autoptr (GPtrArray) quotes = kith_quotes_of (map, sides->link);

  for (guint i = 0; i < events->len; i++)
    sort_told (sides, (KithTold) ((KithEvent *) events->pdata[i])->told,
               kith_record_ref (events->pdata[i]));
  for (guint i = 0; i < quotes->len; i++)
    sort_told (sides, (KithTold) ((KithQuote *) quotes->pdata[i])->told,
               kith_record_ref (quotes->pdata[i]));
}

static gboolean
sees (KithAudience audience, KithKind kind, const char *field)
{
  return audience <= kith_kind_info (kind)->audience
         && audience <= kith_kind_field (kind, field)->audience;
}

/**
 * kith_two_sides_new:
 * @map: a map made for the audience
 * @link: one of its links
 * @audience: who is to read it
 *
 * Returns: (transfer full) (nullable): what each end sees; NULL where the link is not on the map
 */
KithTwoSides *
kith_two_sides_new (KithMap *map, KithId link, KithAudience audience)
{
  const KithLink *record = kith_map_link (map, link);
  KithTwoSides *sides;

  if (record == NULL)
    return NULL;
  sides = g_new0 (KithTwoSides, 1);
  sides->link = link;
  sides->has_ratings = sees (audience, KITH_ASSESSMENT, "trust");
  sides->has_needs = sees (audience, KITH_LINK, "need_a");
  sides->has_quotes = sees (audience, KITH_QUOTE, "text");
  sides->has_told = sees (audience, KITH_EVENT, "told");
  sides->both = new_list ();
  sides->unsaid = new_list ();
  sides->between = new_list ();
  for (int end = KITH_END_A; end <= KITH_END_B; end++)
    {
      KithSide *side = &sides->sides[end];

      side->events = new_list ();
      side->quotes = new_list ();
      name_side (side, map, record, (KithEnd) end);
      for (int d = 0; d < KITH_N_DIMENSIONS && sides->has_ratings; d++)
        fill_view (&side->views[d], map, link, (KithEnd) end, (KithDimension) d);
    }
  add_told (sides, map);
  return sides;
}

static void
clear_side (KithSide *side)
{
  g_free (side->name);
  g_free (side->other);
  g_free (side->short_name);
  g_free (side->short_other);
  g_free (side->heading);
  g_free (side->needs);
  g_free (side->need);
  for (int d = 0; d < KITH_N_DIMENSIONS; d++)
    {
      g_free (side->views[d].title);
      g_free (side->views[d].words);
      g_free (side->views[d].sentence);
      g_free (side->views[d].voices);
      g_free (side->views[d].basis);
    }
  g_ptr_array_unref (side->events);
  g_ptr_array_unref (side->quotes);
}

void
kith_two_sides_free (KithTwoSides *sides)
{
  clear_side (&sides->sides[KITH_END_A]);
  clear_side (&sides->sides[KITH_END_B]);
  g_ptr_array_unref (sides->both);
  g_ptr_array_unref (sides->unsaid);
  g_ptr_array_unref (sides->between);
  g_free (sides);
}

/**
 * kith_event_to_line:
 * @event: an event
 *
 * Returns: (transfer full): when it was and what it was
 */
char *
kith_event_to_line (const KithEvent *event)
{
  const char *title = *event->title != '\0' ? event->title
                                            : kith_enum_label (&kith_event_kinds, event->kind);
  g_autofree char *date = kith_date_to_words (&event->date);

  if (*date == '\0')
    return g_strdup (title);
  /* Translators: date and title of an event */
  return g_strdup_printf (_ ("%s: %s"), date, title);
}

/**
 * kith_two_sides_leaves_out:
 * @audience: who is to read it
 *
 * Returns: (transfer none): a sentence about what they do not see, "" for the team
 */
const char *
kith_two_sides_leaves_out (KithAudience audience)
{
  switch (audience)
    {
    case KITH_PARTNERS:
      return _ ("For partners: no impressions and nothing private.");
    case KITH_PUBLIC:
      return _ ("For the public: ratings, inherited lines, needs and who tells of an event are not "
                "shown.");
    case KITH_TEAM:
    default:
      return "";
    }
}

/* --- Pages that follow one another --- */

typedef struct
{
  KithId link;
  const char *name;  /* of the stakeholder of whom the row is, or of the first end */
  const char *other; /* of the other */
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;
  int order = g_utf8_collate (one->name, other->name);

  if (order == 0)
    order = g_utf8_collate (one->other, other->other);
  if (order == 0)
    order = one->link < other->link ? -1 : one->link > other->link;
  return order;
}

static void
add_place (GArray *places, GHashTable *known, KithMap *map, KithId id, KithId seen_from)
{
  const KithLink *link = kith_map_link (map, id);
  gboolean turned;
  Place place;

  if (link == NULL || !g_hash_table_add (known, g_memdup2 (&id, sizeof id)))
    return;
  turned = link->b == seen_from;
  place = (Place){ id, kith_map_stakeholder (map, turned ? link->b : link->a)->name,
                   kith_map_stakeholder (map, turned ? link->a : link->b)->name };
  g_array_append_val (places, place);
}

static void
add_links_of (GArray *places, GHashTable *known, KithMap *map, KithId stakeholder)
{
  g_autoptr (GPtrArray) links = kith_map_links_of (map, stakeholder);

  for (guint i = 0; i < links->len; i++)
    add_place (places, known, map, KITH_ID (links->pdata[i]), stakeholder);
}

/**
 * kith_two_sides_row:
 * @map: a map made for the audience
 * @link: the link that is looked at
 * @selected: (array length=n): what is selected
 * @n: how many
 *
 * Returns: (transfer full): the links that are looked at one after another
 */
GArray *
kith_two_sides_row (KithMap *map, KithId link, const KithId *selected, guint n)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *row = g_array_new (FALSE, FALSE, sizeof (KithId));
  const KithLink *shown = kith_map_link (map, link);

  for (guint i = 0; i < n; i++)
    if (kith_map_stakeholder (map, selected[i]) != NULL)
      add_links_of (places, known, map, selected[i]);
    else if (n > 1)
      add_place (places, known, map, selected[i], 0);
  if (shown != NULL && !g_hash_table_contains (known, &link))
    {
      if (places->len == 0)
        add_links_of (places, known, map, shown->a);
      add_place (places, known, map, link, shown->a);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_array_append_val (row, g_array_index (places, Place, i).link);
  return row;
}
