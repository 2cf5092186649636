/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page for the board says in sentences, where nobody has written others: how much there is, whose
 * views are furthest apart, what has changed in a year. Of the audience's map, so it says no more than
 * that audience may know. */
#include "kith-export-private.h"

#include <glib/gi18n-lib.h>

#include "kith-compare-view.h"
#include "kith-opinion.h"

static guint
count_not_involved (KithMap *map, const KithPass *pass)
{
  guint n = 0;

  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    n += one->story == KITH_STORY_NOT_INVOLVED && kith_pass_has (pass, KITH_ID (one));
  return n;
}

static char *
say_size (KithMap *map, const KithPass *pass)
{
  guint n[] = { kith_map_n (map, KITH_STAKEHOLDER), kith_map_n (map, KITH_LINK) };
  guint missing = count_not_involved (map, pass);
  g_autofree char *who = g_strdup_printf (ngettext ("%u stakeholder", "%u stakeholders", n[0]),
                                          n[0]);
  g_autofree char *links = g_strdup_printf (ngettext ("%u link", "%u links", n[1]), n[1]);
  g_autofree char *part = pass != NULL ? kith_pass_to_words (pass, map) : NULL;
  GString *out = g_string_new (NULL);

  if (part != NULL)
    /* Translators: "Showing 14 of 25 stakeholders, …" */
    g_string_append_printf (out, _ ("%s."), part);
  else
    /* Translators: "25 stakeholders", "41 links". */
    g_string_append_printf (out, _ ("The map shows %s and %s between them."), who, links);
  if (missing > 0)
    {
      g_string_append_c (out, ' ');
      g_string_append_printf (out,
                              ngettext ("%u stakeholder is not yet involved.",
                                        "%u stakeholders are not yet involved.", missing),
                              missing);
    }
  return g_string_free (out, FALSE);
}

/* NULL where nobody's differ by two steps. */
static char *
say_widest_gap (KithMap *map, const KithPass *pass)
{
  const KithLink *widest = NULL;
  double most = 0.0;
  guint n = 0;
  g_autofree char *words = NULL;

  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    {
      KithOpinion one, other;
      double gap;

      if (!kith_pass_has (pass, KITH_ID (link)))
        continue;
      kith_opinion_of (map, KITH_ID (link), KITH_END_A, KITH_TRUST, &one);
      kith_opinion_of (map, KITH_ID (link), KITH_END_B, KITH_TRUST, &other);
      if (!kith_opinions_differ (&one, &other))
        continue;
      n++;
      gap = ABS (one.median - other.median);
      if (gap > most)
        {
          most = gap;
          widest = link;
        }
    }
  if (widest == NULL)
    return NULL;
  words = kith_link_to_words (map, widest);
  /* Translators: then "Police say 4 Strong of ED; ED say 2 Cautious of Police." */
  return g_strdup_printf (ngettext ("On %u link the two ends see it two steps apart or more: %s.",
                                    "On %u links the two ends see it two steps apart or more, and "
                                    "furthest here: %s.",
                                    n),
                          n, words);
}

/* NULL where nothing changed. */
static char *
say_change (KithMap *whole, const KithView *view)
{
  KithView year = *view;
  g_autoptr (KithComparison) comparison = NULL;
  g_autofree char *counts = NULL;

  year.lens = KITH_LENS_CHANGE;
  year.against = NULL;
  comparison = kith_view_compare (&year, whole);
  if (kith_comparison_items (comparison)->len == 0)
    return NULL;
  counts = kith_comparison_to_plain_words (comparison);
  /* Translators: a date, then "1 stakeholder came, 3 ratings rose" */
  return g_strdup_printf (_ ("Since %s: %s."), kith_comparison_before_name (comparison), counts);
}

/* NULL where there is none. */
static char *
say_spaces (KithMap *map)
{
  guint n = kith_map_n (map, KITH_SPACE);
  const KithSpace *largest = NULL;
  guint most = 0;

  KITH_FOR_EACH (KithSpace, space, map, KITH_SPACE)
    {
      g_autoptr (GPtrArray) members = kith_map_members_of (map, KITH_ID (space));

      if (members->len > most)
        {
          most = members->len;
          largest = space;
        }
    }
  if (largest == NULL)
    return NULL;
  return g_strdup_printf (ngettext ("They meet in %u shared space: %s.",
                                    "They meet in %u shared spaces; the largest is %s.", n),
                          n, largest->name);
}

static void
offer (GPtrArray *sentences, char *sentence)
{
  if (sentence == NULL)
    return;
  if (sentences->len < KITH_BOARD_SENTENCES)
    g_ptr_array_add (sentences, sentence);
  else
    g_free (sentence);
}

static GPtrArray *
offered (KithMap *shown, const KithView *view, KithMap *whole)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KithPass) pass = kith_view_find_pass (view, shown);

  offer (sentences, say_size (shown, pass));
  offer (sentences, say_widest_gap (shown, pass));
  if (pass == NULL && view->against == NULL) /* what changed elsewhere is no part of it */
    offer (sentences, say_change (whole, view));
  if (pass == NULL)
    offer (sentences, say_spaces (shown));
  return sentences;
}

GPtrArray *
kith_board_sentences (KithMap *shown,
                      const KithView *view,
                      KithMap *whole,
                      const KithExport *options)
{
  g_autoptr (GPtrArray) offers = offered (shown, view, whole);
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < KITH_BOARD_SENTENCES; i++)
    {
      const char *given = options->sentences[i];

      if (given == NULL && i < offers->len)
        given = offers->pdata[i];
      if (given != NULL && *given != '\0')
        g_ptr_array_add (sentences, g_strdup (given));
    }
  return sentences;
}

GPtrArray *
kith_export_offer_sentences (KithMap *map, const KithView *view, const KithExport *options)
{
  g_auto (KithSceneShown) shown = { 0 };

  kith_export_shown_init (&shown, map, view, options);
  return offered (shown.map, &shown.view, map);
}
