/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as JSON for programs and tests: what is shown rather than what is stored, so opinions are
 * summed up and boxes have their size. */
#include "kith-cli-verbs.h"

#include <json-glib/json-glib.h>

#include "kith-json.h"
#include "kith-meeting.h"
#include "kith-opinion.h"
#include "kith-sectors.h"

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

static void
add_count (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_yes_no (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_id (JsonBuilder *builder, const char *name, KithId id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  add_text (builder, name, id == 0 ? "" : text);
}

static void
add_date (JsonBuilder *builder, const char *name, const KithDate *date)
{
  g_autofree char *text = kith_date_to_edtf (date);

  add_text (builder, name, text);
}

static void
add_stakeholder (JsonBuilder *builder, KithMap *map, const KithStakeholder *one)
{
  const char *key = kith_sector_key (one->sector == 0 ? KITH_SECTOR_OTHER : one->sector);

  json_builder_begin_object (builder);
  add_id (builder, "id", KITH_ID (one));
  add_text (builder, "name", one->name);
  add_text (builder, "short_name", one->short_name);
  add_text (builder, "sector", key != NULL ? key : kith_sector_name (map, one->sector));
  add_text (builder, "kind", one->kind);
  add_text (builder, "form", kith_enum_key (&kith_forms, one->form));
  add_text (builder, "level", kith_enum_key (&kith_levels, one->level));
  add_text (builder, "story", kith_enum_key (&kith_stories, one->story));
  add_text (builder, "description", one->description);
  add_date (builder, "from", &one->from);
  add_date (builder, "to", &one->to);
  add_number (builder, "x", one->x);
  add_number (builder, "y", one->y);
  add_number (builder, "width", one->width);
  add_number (builder, "height", one->height);
  add_yes_no (builder, "pinned", one->pinned);
  json_builder_end_object (builder);
}

static void
add_opinion (JsonBuilder *builder, KithMap *map, KithId link, KithEnd end, KithDimension dimension)
{
  g_autofree char *words = NULL;
  KithOpinion opinion;

  kith_opinion_of (map, link, end, dimension, &opinion);
  words = dimension < KITH_N_DIMENSIONS ? kith_opinion_to_words (&opinion)
                                        : kith_opinion_to_digit (&opinion);
  json_builder_set_member_name (builder, kith_enum_key (&kith_ends, (int) end));
  json_builder_begin_object (builder);
  add_count (builder, "step", opinion.step);
  add_number (builder, "median", opinion.median);
  add_count (builder, "low", opinion.low);
  add_count (builder, "high", opinion.high);
  add_count (builder, "voices", opinion.voices);
  add_text (builder, "absence", kith_enum_key (&kith_scores, opinion.absence));
  add_yes_no (builder, "impression", opinion.impression);
  add_text (builder, "words", words);
  json_builder_end_object (builder);
}

/* Trust always, the others where anybody has said something of them. */
static void
add_opinions (JsonBuilder *builder, KithMap *map, KithId link)
{
  for (guint i = 0; i < KITH_N_SCORES; i++)
    {
      KithOpinion a, b;

      kith_opinion_of (map, link, KITH_END_A, (KithDimension) i, &a);
      kith_opinion_of (map, link, KITH_END_B, (KithDimension) i, &b);
      if (i != KITH_TRUST && !kith_opinion_is_rated (&a) && !kith_opinion_is_rated (&b))
        continue;
      json_builder_set_member_name (builder, kith_enum_key (&kith_dimensions, (int) i));
      json_builder_begin_object (builder);
      add_opinion (builder, map, link, KITH_END_A, (KithDimension) i);
      add_opinion (builder, map, link, KITH_END_B, (KithDimension) i);
      json_builder_end_object (builder);
    }
}

static void
add_ratings (JsonBuilder *builder, KithMap *map, KithId link)
{
  json_builder_set_member_name (builder, "ratings");
  json_builder_begin_array (builder);
  for (guint end = 0; end < 2; end++)
    {
      g_autoptr (GPtrArray) all = kith_map_assessments_of (map, link, (KithEnd) end);

      for (guint i = 0; i < all->len; i++)
        kith_json_add_record (builder, all->pdata[i]);
    }
  json_builder_end_array (builder);
}

static void
add_link (JsonBuilder *builder, KithMap *map, const KithLink *link)
{
  g_autofree char *words = kith_link_to_words (map, link);

  json_builder_begin_object (builder);
  add_id (builder, "id", KITH_ID (link));
  add_id (builder, "a", link->a);
  add_id (builder, "b", link->b);
  add_text (builder, "kind", kith_enum_key (&kith_link_kinds, link->kind));
  add_text (builder, "label", link->label);
  add_text (builder, "direction", kith_enum_key (&kith_directions, link->direction));
  add_text (builder, "frequency", kith_enum_key (&kith_frequencies, link->frequency));
  add_text (builder, "standing", kith_enum_key (&kith_standings, link->standing));
  add_date (builder, "from", &link->from);
  add_date (builder, "to", &link->to);
  add_text (builder, "note", link->note);
  add_text (builder, "private_note", link->private_note);
  add_opinions (builder, map, KITH_ID (link));
  add_text (builder, "words", words);
  add_ratings (builder, map, KITH_ID (link));
  json_builder_end_object (builder);
}

static void
add_event (JsonBuilder *builder, const KithEvent *event)
{
  json_builder_begin_object (builder);
  add_id (builder, "id", KITH_ID (event));
  add_id (builder, "link", event->link);
  add_id (builder, "stakeholder", event->stakeholder);
  add_id (builder, "space", event->space);
  add_date (builder, "date", &event->date);
  add_date (builder, "until", &event->until);
  add_text (builder, "kind", kith_enum_key (&kith_event_kinds, event->kind));
  add_text (builder, "title", event->title);
  add_text (builder, "narrative", event->narrative);
  add_text (builder, "teller", event->teller);
  add_text (builder, "effect_a", kith_enum_key (&kith_effects, event->effect_a));
  add_text (builder, "effect_b", kith_enum_key (&kith_effects, event->effect_b));
  add_yes_no (builder, "private", event->is_private);
  json_builder_end_object (builder);
}

/* Ids of its members, or of those who host it. */
static void
add_members (JsonBuilder *builder, KithMap *map, const KithSpace *space, gboolean only_hosts)
{
  g_autoptr (GPtrArray) members = kith_map_members_of (map, KITH_ID (space));

  json_builder_set_member_name (builder, only_hosts ? "hosts" : "members");
  json_builder_begin_array (builder);
  for (guint i = 0; i < members->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, KITH_ID (members->pdata[i]));

      if (!only_hosts
          || kith_space_is_hosted_by (map, KITH_ID (space), KITH_ID (members->pdata[i])))
        json_builder_add_string_value (builder, id);
    }
  json_builder_end_array (builder);
}

static void
add_space (JsonBuilder *builder, KithMap *map, const KithSpace *space)
{
  json_builder_begin_object (builder);
  add_id (builder, "id", KITH_ID (space));
  add_text (builder, "name", space->name);
  add_text (builder, "purpose", space->purpose);
  add_text (builder, "rhythm", space->rhythm);
  add_text (builder, "status", kith_enum_key (&kith_space_statuses, space->status));
  add_text (builder, "principles", space->principles);
  add_text (builder, "drawn", kith_enum_key (&kith_space_drawings, space->drawn));
  add_number (builder, "x", space->x);
  add_number (builder, "y", space->y);
  add_members (builder, map, space, FALSE);
  add_members (builder, map, space, TRUE);
  json_builder_end_object (builder);
}

static void
add_annotation (JsonBuilder *builder, const KithAnnotation *annotation)
{
  json_builder_begin_object (builder);
  add_id (builder, "id", KITH_ID (annotation));
  add_text (builder, "form", kith_enum_key (&kith_annotation_forms, annotation->form));
  add_text (builder, "text", annotation->text);
  add_number (builder, "x", annotation->x);
  add_number (builder, "y", annotation->y);
  add_number (builder, "width", annotation->width);
  add_number (builder, "height", annotation->height);
  add_yes_no (builder, "locked", annotation->locked);
  add_yes_no (builder, "private", annotation->is_private);
  json_builder_end_object (builder);
}

static void
add_kind (JsonBuilder *builder, KithMap *map, KithKind kind, const char *name)
{
  g_autoptr (GPtrArray) records = kith_map_list (map, kind);

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    {
      if (kind == KITH_STAKEHOLDER)
        add_stakeholder (builder, map, records->pdata[i]);
      else if (kind == KITH_LINK)
        add_link (builder, map, records->pdata[i]);
      else if (kind == KITH_SPACE)
        add_space (builder, map, records->pdata[i]);
      else if (kind == KITH_ANNOTATION)
        add_annotation (builder, records->pdata[i]);
      else
        add_event (builder, records->pdata[i]);
    }
  json_builder_end_array (builder);
}

/* As files hold them: the id, and every field that is set. */
static void
add_records (JsonBuilder *builder, KithMap *map, KithKind kind, const char *name)
{
  g_autoptr (GPtrArray) records = kith_map_list (map, kind);

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    kith_json_add_record (builder, records->pdata[i]);
  json_builder_end_array (builder);
}

static void
add_counts (JsonBuilder *builder, KithMap *map)
{
  g_autofree char *words = NULL;
  KithHeard heard;

  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint kind = KITH_SECTOR; kind < KITH_N_KINDS; kind++)
    {
      g_autofree char *name = g_strconcat (kith_kind_info ((KithKind) kind)->name, "s", NULL);

      add_count (builder, name, kith_map_n (map, (KithKind) kind));
    }
  json_builder_end_object (builder);

  kith_map_heard (map, &heard);
  words = kith_heard_to_words (&heard);
  json_builder_set_member_name (builder, "heard");
  json_builder_begin_object (builder);
  add_count (builder, "ends", heard.ends);
  add_count (builder, "heard", heard.heard);
  add_count (builder, "rated", heard.rated);
  add_text (builder, "words", words);
  json_builder_end_object (builder);
}

/**
 * kith_cli_map_to_show_json:
 * @map: a map, already made for its audience and date
 * @options: what was asked for
 *
 * Every member is always there, but those from names on that are not set. Ids
 * are strings; x and y are the centre of a box in map units; a step of 0 is none.
 *
 * Returns: (transfer full): UTF-8 text
 */
GBytes *
kith_cli_map_to_show_json (KithMap *map, const KithCliOptions *options)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const KithAbout *about = kith_map_about (map);
  KithDate as_at = kith_date_of_day (options->as_at);

  json_builder_begin_object (builder);
  add_text (builder, "title", about->title);
  add_text (builder, "purpose", about->purpose);
  add_text (builder, "description", about->description);
  add_text (builder, "owner", about->owner);
  add_date (builder, "as_at", &as_at);
  add_counts (builder, map);
  add_kind (builder, map, KITH_STAKEHOLDER, "stakeholders");
  add_kind (builder, map, KITH_LINK, "links");
  add_kind (builder, map, KITH_SPACE, "spaces");
  add_kind (builder, map, KITH_EVENT, "events");
  add_kind (builder, map, KITH_ANNOTATION, "annotations");
  add_records (builder, map, KITH_NAME, "names");
  add_records (builder, map, KITH_SUCCESSION, "successions");
  add_records (builder, map, KITH_QUOTE, "quotes");
  add_records (builder, map, KITH_SCENE, "scenes");
  add_records (builder, map, KITH_STANCE, "stances");
  add_records (builder, map, KITH_QUESTION, "questions");
  add_records (builder, map, KITH_POSITION, "positions");
  add_records (builder, map, KITH_ANSWER, "answers");
  add_records (builder, map, KITH_PULSE, "pulses");
  add_records (builder, map, KITH_LOAD, "loads");
  add_records (builder, map, KITH_DRIVERS, "drivers");
  add_records (builder, map, KITH_BARRIER, "barriers");
  add_records (builder, map, KITH_REPAIR, "repairs");
  add_records (builder, map, KITH_ACKNOWLEDGEMENT, "acknowledgements");
  json_builder_end_object (builder);
  return kith_json_end (builder);
}
