/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-spoken.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-opinion.h"
#include "kith-sectors.h"

static gboolean
sees_ratings (KithAudience audience)
{
  return audience <= kith_kind_info (KITH_ASSESSMENT)->audience;
}

/* One more sentence; text that people typed may or may not end as one. */
static void
add_sentence (GString *text, const char *sentence)
{
  gsize length = strlen (sentence);

  if (length == 0)
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  if (strchr (".!?", sentence[length - 1]) == NULL)
    g_string_append_c (text, '.');
}

static void
add_taken (GString *text, char *sentence)
{
  add_sentence (text, sentence);
  g_free (sentence);
}

/**
 * kith_spoken_stakeholder:
 * @map: a map made for an audience
 * @stakeholder: one of it
 *
 * Returns: (transfer full): its name, its kind, how many links it has
 */
char *
kith_spoken_stakeholder (KithMap *map, const KithStakeholder *stakeholder)
{
  g_autoptr (GPtrArray) links = kith_map_links_of (map, KITH_ID (stakeholder));
  const char *kind = *stakeholder->kind != '\0' ? stakeholder->kind
                                                : kith_sector_name (map, stakeholder->sector);

  /* Translators: read out for a stakeholder: its name, its kind, how many links it has. */
  return g_strdup_printf (ngettext ("%s, %s, %u link", "%s, %s, %u links", links->len),
                          stakeholder->name, kind, links->len);
}

/* Of how many of its links the stakeholder's own end has been heard. */
static char *
heard_from (KithMap *map, const KithStakeholder *stakeholder)
{
  g_autoptr (GPtrArray) links = kith_map_links_of (map, KITH_ID (stakeholder));
  guint heard = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const KithLink *link = links->pdata[i];
      KithEnd end = link->a == KITH_ID (stakeholder) ? KITH_END_A : KITH_END_B;
      KithOpinion opinion;

      kith_opinion_of (map, KITH_ID (link), end, KITH_TRUST, &opinion);
      heard += opinion.voices > 0 && !opinion.impression;
    }
  if (links->len == 0)
    return g_strdup ("");
  /* Translators: on how many of its links a stakeholder has itself said what it makes of the
   * other. */
  return g_strdup_printf (ngettext ("Heard from on %u of %u link", "Heard from on %u of %u links",
                                    links->len),
                          heard, links->len);
}

static char *
join_names (GPtrArray *records, const char *(*name_of) (gconstpointer record))
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (names, (gpointer) name_of (records->pdata[i]));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static const char *
space_name (gconstpointer record)
{
  return ((const KithSpace *) record)->name;
}

static const char *
stakeholder_name (gconstpointer record)
{
  return ((const KithStakeholder *) record)->name;
}

static void
add_spaces (GString *text, KithMap *map, KithId stakeholder)
{
  g_autoptr (GPtrArray) spaces = kith_map_spaces_of (map, stakeholder);
  g_autofree char *names = join_names (spaces, space_name);

  /* Translators: the shared spaces that a stakeholder is in. */
  if (spaces->len > 0)
    add_taken (text, g_strdup_printf (_ ("In %s"), names));
}

/**
 * kith_spoken_stakeholder_more:
 * @map: a map made for @audience
 * @stakeholder: one of it
 * @audience: who listens
 *
 * Returns: (transfer full): what the picture shows of it beside its name, in sentences
 */
char *
kith_spoken_stakeholder_more (KithMap *map,
                              const KithStakeholder *stakeholder,
                              KithAudience audience)
{
  GString *text = g_string_new (NULL);

  if (kith_date_is_set (&stakeholder->to))
    {
      g_autofree char *date = kith_date_to_words (&stakeholder->to);

      add_taken (text, g_strdup_printf (_ ("Until %s"), date));
    }
  if (stakeholder->story != KITH_STORY_AT_TABLE)
    add_sentence (text, kith_enum_label (&kith_stories, stakeholder->story));
  if (stakeholder->level != 0)
    /* Translators: neighbourhood, place, system … */
    add_taken (text, g_strdup_printf (_ ("Level: %s"),
                                      kith_enum_label (&kith_levels, stakeholder->level)));
  if (sees_ratings (audience))
    add_taken (text, heard_from (map, stakeholder));
  add_spaces (text, map, KITH_ID (stakeholder));
  if (stakeholder->is_private)
    add_sentence (text, _ ("Private: only the working team sees it"));
  if (stakeholder->pinned)
    add_sentence (text, _ ("Pinned in place"));
  add_sentence (text, stakeholder->description);
  return g_string_free (text, FALSE);
}

/* Whether the direction of a link is towards that end only. */
static gboolean
comes_in (const KithLink *link, KithId from)
{
  return link->direction == (link->a == from ? KITH_DIRECTION_B_TO_A : KITH_DIRECTION_A_TO_B);
}

/**
 * kith_spoken_link_as:
 * @map: a map made for an audience
 * @link: one of its links
 * @from: the end from which it is seen; 0: the first
 * @said: what is shown of it, in words
 *
 * Returns: (transfer full): its kind, the other end, and what is shown of it
 */
char *
kith_spoken_link_as (KithMap *map, const KithLink *link, KithId from, const char *said)
{
  KithId near = from == link->b ? link->b : link->a;
  const KithStakeholder *other = kith_map_stakeholder (map, near == link->a ? link->b : link->a);
  const char *kind = kith_enum_label (&kith_link_kinds, link->kind);
  g_autofree char *way = NULL;

  if (comes_in (link, near))
    /* Translators: a link towards this stakeholder: "Refers to, coming from: Police" */
    way = g_strdup_printf (_ ("%s, coming from: %s"), kind, other->name);
  else
    /* Translators: a link and its other end: "Refers to: Housing Options" */
    way = g_strdup_printf (_ ("%s: %s"), kind, other->name);
  return g_strdup_printf ("%s; %s", way, said);
}

/**
 * kith_spoken_link:
 * @map: a map made for @audience
 * @link: one of its links
 * @from: the end from which it is seen; 0: the first
 * @audience: who listens
 *
 * Returns: (transfer full): its kind, the other end, and what each says of the other
 */
char *
kith_spoken_link (KithMap *map, const KithLink *link, KithId from, KithAudience audience)
{
  const KithStakeholder *one = kith_map_stakeholder (map, from == link->b ? link->b : link->a);
  g_autofree char *words = NULL;

  if (sees_ratings (audience))
    words = kith_link_to_words (map, link);
  else
    /* Translators: the link's first end, named for those who see no ratings. */
    words = g_strdup_printf (_ ("linked with %s"), one->name);
  return kith_spoken_link_as (map, link, from, words);
}

static void
add_last_event (GString *text, KithMap *map, KithId link)
{
  g_autoptr (GPtrArray) events = kith_map_events_of (map, link);
  const KithEvent *last = events->len > 0 ? events->pdata[events->len - 1] : NULL;
  g_autofree char *date = NULL;
  const char *title;

  if (last == NULL)
    return;
  date = kith_date_to_words (&last->date);
  title = *last->title != '\0' ? last->title : kith_enum_label (&kith_event_kinds, last->kind);
  if (events->len > 1)
    add_taken (text,
               g_strdup_printf (ngettext ("%u event", "%u events", events->len), events->len));
  /* Translators: what happened, and when. */
  add_taken (text, *date != '\0' ? g_strdup_printf (_ ("Last event: %s, %s"), title, date)
                                 : g_strdup_printf (_ ("Last event: %s"), title));
}

/**
 * kith_spoken_link_more:
 * @map: a map made for @audience
 * @link: one of its links
 * @dimension: what its halves show
 * @audience: who listens
 *
 * Returns: (transfer full): what the picture shows of it beside its halves, in sentences
 */
char *
kith_spoken_link_more (KithMap *map,
                       const KithLink *link,
                       KithDimension dimension,
                       KithAudience audience)
{
  GString *text = g_string_new (NULL);
  KithOpinion a, b;

  kith_opinion_of (map, KITH_ID (link), KITH_END_A, dimension, &a);
  kith_opinion_of (map, KITH_ID (link), KITH_END_B, dimension, &b);
  if (link->label[0] != '\0')
    /* Translators: the words that stand beside a link on the map. */
    add_taken (text, g_strdup_printf (_ ("Label: %s"), link->label));
  if (sees_ratings (audience) && kith_opinions_differ (&a, &b))
    add_sentence (text, _ ("The ends are two steps or more apart"));
  if (kith_date_is_set (&link->to))
    {
      g_autofree char *date = kith_date_to_words (&link->to);

      /* Translators: the date since which a link is no longer there. */
      add_taken (text, g_strdup_printf (_ ("Until %s"), date));
    }
  add_last_event (text, map, KITH_ID (link));
  if (link->is_private)
    add_sentence (text, _ ("Private: only the working team sees it"));
  return g_string_free (text, FALSE);
}

/**
 * kith_spoken_space:
 * @map: a map made for an audience
 * @space: one of its shared spaces
 *
 * Returns: (transfer full): its name and how many are in it
 */
char *
kith_spoken_space (KithMap *map, const KithSpace *space)
{
  g_autoptr (GPtrArray) members = kith_map_members_of (map, KITH_ID (space));

  /* Translators: read out for a shared space: its name, how many stakeholders are in it. */
  return g_strdup_printf (ngettext ("%s, shared space, %u member", "%s, shared space, %u members",
                                    members->len),
                          space->name, members->len);
}

/**
 * kith_spoken_space_more:
 * @map: a map made for an audience
 * @space: one of its shared spaces
 *
 * Returns: (transfer full): how often, what for, who is in it
 */
char *
kith_spoken_space_more (KithMap *map, const KithSpace *space)
{
  g_autoptr (GPtrArray) members = kith_map_members_of (map, KITH_ID (space));
  g_autofree char *names = join_names (members, stakeholder_name);
  GString *text = g_string_new (NULL);

  add_sentence (text, space->rhythm);
  add_sentence (text, space->purpose);
  if (space->drawn == KITH_SPACE_HUB)
    add_sentence (text, _ ("Drawn as a node with spokes"));
  if (members->len > 0)
    add_taken (text, g_strdup_printf (_ ("Members: %s"), names));
  if (space->is_private)
    add_sentence (text, _ ("Private: only the working team sees it"));
  return g_string_free (text, FALSE);
}
