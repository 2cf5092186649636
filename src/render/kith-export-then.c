/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Then and now: what is on a page with the map on two days, or of two versions. */
#include "kith-export-private.h"

#include <glib/gi18n-lib.h>

#include "kith-compare-view.h"
#include "kith-leaf.h"
#include "kith-names-replaced.h"
#include "kith-now.h"
#include "kith-opinion.h"
#include "kith-round.h"

void
kith_then_and_now_clear (KithThenAndNow *self)
{
  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&self->maps[i], kith_map_unref);
      g_clear_pointer (&self->headings[i], g_free);
      g_clear_pointer (&self->words[i], g_free);
    }
  g_clear_pointer (&self->comparison, kith_comparison_free);
  g_clear_pointer (&self->filter, kith_filter_unref);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
}

char *
kith_export_heard (KithMap *map, const KithView *view)
{
  g_autoptr (KithPass) pass = kith_view_find_pass (view, map);
  KithHeard heard = { 0 };

  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    if (kith_pass_has (pass, KITH_ID (link)))
      kith_link_heard (map, link, &heard);
  return heard.rated > 0 ? kith_heard_to_words (&heard) : NULL;
}

/* "25 stakeholders, 41 links. Heard from 31 of 82 ends"; of a part of the map, how much that is. */
static char *
counts_of (KithMap *map, const KithView *view, gboolean *rated)
{
  g_autoptr (KithPass) pass = kith_view_find_pass (view, map);
  guint n[] = { kith_map_n (map, KITH_STAKEHOLDER), kith_map_n (map, KITH_LINK) };
  g_autofree char *who = g_strdup_printf (ngettext ("%u stakeholder", "%u stakeholders", n[0]),
                                          n[0]);
  g_autofree char *links = g_strdup_printf (ngettext ("%u link", "%u links", n[1]), n[1]);
  g_autofree char *part = pass != NULL ? kith_pass_to_words (pass, map) : NULL;
  g_autofree char *heard = kith_export_heard (map, view);
  GString *out = g_string_new (part);

  if (part == NULL)
    g_string_append_printf (out, "%s, %s", who, links);
  if (heard != NULL)
    g_string_append_printf (out, ". %s", heard);
  *rated = *rated || heard != NULL;
  return g_string_free (out, FALSE);
}

/* At the head of a map: "today" → "Today". */
static char *
capital (const char *words)
{
  gunichar first = g_utf8_get_char (words);
  char letter[6];

  if (*words == '\0')
    return g_strdup ("");
  return g_strdup_printf ("%.*s%s", g_unichar_to_utf8 (g_unichar_toupper (first), letter), letter,
                          g_utf8_next_char (words));
}

/* A part of the map has that part's changes only. */
static gboolean
is_wanted (const KithThenAndNow *self, const KithPass *const *passes, const KithComparedItem *item)
{
  KithKind kind;

  if (kith_filter_is_empty (self->filter) || item->id == 0)
    return kith_filter_is_empty (self->filter);
  for (guint i = 0; i < 2; i++)
    if (kith_map_kind_of (self->maps[i], item->id, &kind) && kith_pass_has (passes[i], item->id))
      return TRUE;
  return FALSE;
}

static void
take_lines (KithThenAndNow *self)
{
  const GPtrArray *items = kith_comparison_items (self->comparison);
  g_autoptr (KithPass) then = kith_view_find_pass (&self->views[0], self->maps[0]);
  g_autoptr (KithPass) now = kith_view_find_pass (&self->views[1], self->maps[1]);
  const KithPass *passes[] = { then, now };
  int group = -1;

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) kith_leaf_line_free);
  for (guint i = 0; i < items->len; i++)
    {
      const KithComparedItem *item = items->pdata[i];

      if (!is_wanted (self, passes, item))
        continue;
      if ((int) item->group != group)
        g_ptr_array_add (self->lines,
                         kith_leaf_line_new (TRUE,
                                             kith_enum_label (&kith_compareds, (int) item->group)));
      group = (int) item->group;
      g_ptr_array_add (self->lines, kith_leaf_line_new (FALSE, item->text));
    }
}

static void
take_views (KithThenAndNow *self, const KithView *view, const KithExport *options)
{
  gint32 day = kith_view_day (view);
  gint32 since = kith_view_since (view);

  for (guint i = 0; i < 2; i++)
    {
      KithView *made = &self->views[i];

      *made = kith_export_view (self->maps[1], view, options);
      if (i == 1)
        kith_filter_unref (made->filter); /* which both have */
      else
        self->filter = made->filter;
      made->filter = self->filter;
      made->against = NULL;
      made->against_name = NULL;
      if (made->lens == KITH_LENS_CHANGE)
        made->lens = KITH_LENS_TRUST;
      if (kith_map_stakeholder (self->maps[i], made->through) == NULL)
        made->through = 0;
    }
  if (view->against != NULL)
    return;
  self->views[0].day = MIN (day, since);
  self->views[1].day = day >= since ? view->day : since;
}

static void
take_words (KithThenAndNow *self)
{
  g_autofree char *title = kith_comparison_to_title (self->comparison);
  g_autofree char *counts = kith_comparison_to_plain_words (self->comparison);

  self->headings[0] = capital (kith_comparison_before_name (self->comparison));
  self->headings[1] = capital (kith_comparison_after_name (self->comparison));
  for (guint i = 0; i < 2; i++)
    self->words[i] = counts_of (self->maps[i], &self->views[i], &self->rated);
  /* Translators: "From 1 April 2019 to today", "3 stakeholders came" */
  self->subtitle = kith_filter_is_empty (self->filter)
                       ? g_strdup_printf (_ ("%s: %s"), title, counts)
                       : g_steal_pointer (&title);
}

/* What is compared (transfer full); names are replaced before, so that one who is in both maps is
 * called the same in both. */
static KithMap *
source_of (KithMap *map, const KithView *view, const KithExport *options, GError **error)
{
  g_autoptr (KithMap) seen = NULL;

  if (!options->anonymous)
    return kith_map_ref (map);
  if (view->against != NULL)
    {
      g_set_error_literal (
          error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
          _ ("Names can be replaced where one map is shown on two days, not where it "
             "is shown beside a version or another map."));
      return NULL;
    }
  seen = kith_map_to_show (map, view->audience);
  return kith_map_replace_names (seen, map);
}

gboolean
kith_then_and_now_init (KithThenAndNow *self,
                        KithMap *map,
                        const KithView *view,
                        const KithExport *options,
                        GError **error)
{
  g_autoptr (KithMap) source = source_of (map, view, options, error);
  KithView compared = *view;

  if (source == NULL)
    return FALSE;
  compared.lens = KITH_LENS_CHANGE;
  if (options->then != 0)
    compared.since = options->then;
  self->comparison = kith_view_compare (&compared, source);
  self->maps[0] = kith_comparison_then (self->comparison);
  self->maps[1] = kith_map_ref (kith_comparison_now (self->comparison));
  take_views (self, &compared, options);
  if (view->lens != KITH_LENS_CHANGE)
    self->views[0].lens = self->views[1].lens = view->lens;
  take_words (self);
  take_lines (self);
  return TRUE;
}
