/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map in words, for a terminal: title, numbers, stakeholders by sector, links with both views,
 * spaces and history. */
#include "kith-cli-verbs.h"

#include <glib/gi18n-lib.h>

#include "kith-annotations.h"
#include "kith-file.h"
#include "kith-opinion.h"
#include "kith-sectors.h"
#include "kith-succession.h"

static void
add_heading (GString *out, const char *heading)
{
  g_string_append_printf (out, "\n%s\n", heading);
}

static void
add_about (GString *out, KithMap *map, const KithCliOptions *options)
{
  g_autofree char *day = kith_cli_options_day_words (options);
  const KithAbout *about = kith_map_about (map);
  g_autofree char *numbers = kith_map_to_words (map);
  g_autofree char *heard_words = NULL;
  KithHeard heard;

  g_string_append_printf (out, "%s\n", *about->title != '\0' ? about->title : _ ("Untitled map"));
  if (*about->purpose != '\0')
    g_string_append_printf (out, "%s\n", about->purpose);
  if (day != NULL)
    {
      /* Translators: the map as it was on a date. */
      g_string_append_printf (out, _ ("As at %s"), day);
      g_string_append_c (out, '\n');
    }
  g_string_append_printf (out, "%s\n", numbers);
  kith_map_heard (map, &heard);
  heard_words = kith_heard_to_words (&heard);
  if (heard.rated > 0)
    g_string_append_printf (out, "%s\n", heard_words);
}

/* ", from 1 April 2027, until 2031" */
static void
add_lifetime (GString *out, const KithDate *from, const KithDate *to)
{
  g_autofree char *first = kith_date_to_words (from);
  g_autofree char *last = kith_date_to_words (to);

  if (*first != '\0')
    /* Translators: follows a name: since when there is such a stakeholder. */
    g_string_append_printf (out, _ (", from %s"), first);
  if (*last != '\0')
    /* Translators: follows a name: until when there was such a stakeholder. */
    g_string_append_printf (out, _ (", until %s"), last);
}

static void
add_stakeholder (GString *out, const KithStakeholder *stakeholder)
{
  g_string_append_printf (out, "    %s", stakeholder->name);
  if (*stakeholder->kind != '\0')
    g_string_append_printf (out, " (%s)", stakeholder->kind);
  if (stakeholder->story != KITH_STORY_AT_TABLE)
    g_string_append_printf (out, ", %s", kith_enum_label (&kith_stories, stakeholder->story));
  add_lifetime (out, &stakeholder->from, &stakeholder->to);
  g_string_append_c (out, '\n');
}

static gboolean
is_in_sector (const KithStakeholder *stakeholder, KithId sector)
{
  return (stakeholder->sector == 0 ? KITH_SECTOR_OTHER : stakeholder->sector) == sector;
}

static void
add_sector (GString *out, KithMap *map, GPtrArray *stakeholders, KithId sector)
{
  gboolean any = FALSE;

  for (guint i = 0; i < stakeholders->len; i++)
    if (is_in_sector (stakeholders->pdata[i], sector))
      {
        if (!any)
          g_string_append_printf (out, "  %s\n", kith_sector_name (map, sector));
        any = TRUE;
        add_stakeholder (out, stakeholders->pdata[i]);
      }
}

static void
add_stakeholders (GString *out, KithMap *map)
{
  g_autoptr (GPtrArray) stakeholders = kith_map_list (map, KITH_STAKEHOLDER);
  g_autoptr (GArray) sectors = kith_sector_list (map);

  if (stakeholders->len == 0)
    return;
  add_heading (out, _ ("Stakeholders"));
  for (guint i = 0; i < sectors->len; i++)
    add_sector (out, map, stakeholders, g_array_index (sectors, KithId, i));
}

static int
compare_links (gconstpointer a, gconstpointer b, gpointer data)
{
  const KithLink *one = *(const KithLink *const *) a;
  const KithLink *other = *(const KithLink *const *) b;
  int order = g_utf8_collate (kith_map_stakeholder (data, one->a)->name,
                              kith_map_stakeholder (data, other->a)->name);

  if (order == 0)
    order = g_utf8_collate (kith_map_stakeholder (data, one->b)->name,
                            kith_map_stakeholder (data, other->b)->name);
  return order != 0 ? order : kith_record_compare (one, other);
}

static void
add_links (GString *out, KithMap *map)
{
  g_autoptr (GPtrArray) links = kith_map_list (map, KITH_LINK);

  if (links->len > 0)
    add_heading (out, _ ("Links"));
  g_ptr_array_sort_with_data (links, compare_links, map);
  for (guint i = 0; i < links->len; i++)
    {
      const KithLink *link = links->pdata[i];
      g_autofree char *words = kith_link_to_words (map, link);

      g_string_append_printf (out, "  %s — %s (%s)\n    %s\n",
                              kith_map_stakeholder (map, link->a)->name,
                              kith_map_stakeholder (map, link->b)->name,
                              kith_enum_label (&kith_link_kinds, link->kind), words);
    }
}

static void
add_spaces (GString *out, KithMap *map)
{
  g_autoptr (GPtrArray) spaces = kith_map_list (map, KITH_SPACE);

  if (spaces->len > 0)
    add_heading (out, _ ("Shared spaces"));
  for (guint i = 0; i < spaces->len; i++)
    {
      const KithSpace *space = spaces->pdata[i];
      g_autoptr (GPtrArray) members = kith_map_members_of (map, KITH_ID (space));

      g_string_append_printf (out, "  %s%s%s\n", space->name, *space->rhythm != '\0' ? ", " : "",
                              space->rhythm);
      for (guint j = 0; j < members->len; j++)
        g_string_append_printf (out, "    %s\n", ((KithStakeholder *) members->pdata[j])->name);
    }
}

static void
add_events (GString *out, KithMap *map)
{
  g_autoptr (GPtrArray) events = kith_map_list (map, KITH_EVENT);

  if (events->len > 0)
    add_heading (out, _ ("History"));
  for (guint i = 0; i < events->len; i++)
    {
      const KithEvent *event = events->pdata[i];
      g_autofree char *when = kith_date_to_words (&event->date);

      g_string_append_printf (out, "  %s%s%s\n", when, *when != '\0' ? ": " : "",
                              *event->title != '\0'
                                  ? event->title
                                  : kith_enum_label (&kith_event_kinds, event->kind));
    }
}

static void
add_successions (GString *out, KithMap *map)
{
  g_autoptr (GPtrArray) successions = kith_map_list (map, KITH_SUCCESSION);
  g_autoptr (GPtrArray) names = kith_map_list (map, KITH_NAME);

  if (successions->len + names->len > 0)
    add_heading (out, _ ("Earlier names and successors"));
  for (guint i = 0; i < names->len; i++)
    {
      const KithName *name = names->pdata[i];
      g_autofree char *words = kith_name_to_words (map, name);

      g_string_append_printf (out, "  %s\n", words);
    }
  for (guint i = 0; i < successions->len; i++)
    {
      g_autofree char *words = kith_succession_to_words (map, successions->pdata[i]);

      g_string_append_printf (out, "  %s\n", words);
    }
}

static void
add_quotes (GString *out, KithMap *map)
{
  g_autoptr (GPtrArray) quotes = kith_map_list (map, KITH_QUOTE);

  if (quotes->len > 0)
    add_heading (out, _ ("Inherited lines"));
  for (guint i = 0; i < quotes->len; i++)
    {
      const KithQuote *quote = quotes->pdata[i];
      g_autofree char *line = g_strdelimit (g_strdup (quote->text), "\r\n", ' ');

      /* Translators: an inherited line and whether it is still held. */
      g_string_append_printf (out, _ ("  “%s” (%s)\n"), line,
                              kith_enum_label (&kith_quote_statuses, quote->status));
    }
}

static void
add_annotations (GString *out, KithMap *map)
{
  g_autoptr (GPtrArray) notes = kith_map_annotations (map);

  if (notes->len > 0)
    add_heading (out, _ ("Texts, frames and pictures"));
  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *words = kith_annotation_to_words (map, notes->pdata[i]);

      g_string_append_printf (out, "  %s\n", g_strdelimit (words, "\r\n", ' '));
    }
}

/**
 * kith_cli_map_to_words:
 * @map: a map, already made for its audience and date
 * @options: what was asked for
 *
 * Returns: (transfer full): lines of text
 */
char *
kith_cli_map_to_words (KithMap *map, const KithCliOptions *options)
{
  GString *out = g_string_new (NULL);

  add_about (out, map, options);
  add_stakeholders (out, map);
  add_links (out, map);
  add_spaces (out, map);
  add_successions (out, map);
  add_quotes (out, map);
  add_events (out, map);
  add_annotations (out, map);
  return g_string_free (out, FALSE);
}
