/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-legend-items.h"

#include "kith-as-at.h"
#include "kith-figures-quotes.h"
#include "kith-lens.h"
#include "kith-now.h"
#include "kith-opinion.h"
#include "kith-question.h"
#include "kith-repair.h"
#include "kith-sectors.h"
#include "kith-sizes.h"

#include <glib/gi18n-lib.h>

#define LINE 44 /* characters */

/* What is on the map, found in one pass over the links. */
typedef struct
{
  gboolean steps[6]; /* 0: not known */
  gboolean unrated;
  gboolean impression;
  gboolean range;
  gboolean gap;
  gboolean events;
  gboolean direction;
  gboolean over;
  gboolean private_record;
  gboolean rated;
  gint32 day;         /* of the map */
  guint32 lens_steps; /* bit set */
} InUse;

static void
free_item (gpointer data)
{
  KithLegendItem *item = data;

  g_free (item->text);
  g_free (item);
}

static void
add (GPtrArray *items, KithMark mark, int value, int sign, const char *text)
{
  KithLegendItem *item = g_new0 (KithLegendItem, 1);

  *item = (KithLegendItem){ mark, value, sign, g_strdup (text) };
  g_ptr_array_add (items, item);
}

static void
add_if (GPtrArray *items, gboolean wanted, KithMark mark, int value, const char *text)
{
  if (wanted)
    add (items, mark, value, 0, text);
}

static void
look_at_opinion (InUse *use, const KithOpinion *opinion)
{
  if (!kith_opinion_is_rated (opinion))
    {
      use->unrated = TRUE;
      return;
    }
  use->rated = TRUE;
  use->steps[opinion->step] = TRUE;
  use->impression |= opinion->impression;
  use->range |= opinion->low < opinion->high;
}

static void
look_at_link (InUse *use, KithMap *map, const KithView *view, const KithLink *link)
{
  const GPtrArray *referrers = kith_map_referrers (map, link->record.id);
  KithOpinion ends[2];
  KithLinkLook look;

  kith_lens_link (view, map, link, &look);
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    {
      use->lens_steps |= 1u << look.halves[end].step;
      kith_opinion_of (map, link->record.id, (KithEnd) end, kith_lens_dimension (view->lens),
                       &ends[end]);
      look_at_opinion (use, &ends[end]);
    }
  use->gap |= kith_opinions_differ (&ends[0], &ends[1]);
  use->direction |= link->direction != KITH_DIRECTION_NONE;
  use->private_record |= link->is_private;
  use->over |= kith_date_gone_from (&link->to) <= use->day;
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    use->events |= KITH_KIND (referrers->pdata[i]) == KITH_EVENT;
}

/* "Trust, from each end" */
static char *
rated_heading (const KithView *view)
{
  switch (view->lens)
    {
    case KITH_LENS_RESPECT:
      return g_strdup (_ ("Respect, from each end"));
    case KITH_LENS_UNDERSTANDING:
      return g_strdup (_ ("Mutual understanding, from each end"));
    default:
      return g_strdup (_ ("Trust, from each end"));
    }
}

/* What the lens makes of links, where that is not what their ends say. */
static void
add_lens (GPtrArray *items,
          KithMap *map,
          const KithView *view,
          const KithPass *pass,
          const InUse *use)
{
  if (kith_pass_n (pass, map, KITH_LINK) == 0)
    return;
  add (items, KITH_MARK_HEADING, 0, 0,
       kith_lens_n_steps (view->lens) > 1 ? kith_enum_label (&kith_lenses, (int) view->lens)
                                          : _ ("Links"));
  if (view->comparison != NULL)
    {
      g_autofree char *days = g_strdup_printf ("%s › %s",
                                               kith_comparison_before_name (view->comparison),
                                               kith_comparison_after_name (view->comparison));

      add (items, KITH_MARK_NOTE, 0, 0, days);
    }
  if (kith_lens_needs_ratings (view->lens) && view->audience == KITH_PUBLIC)
    add (items, KITH_MARK_NOTE, 0, 0, _ ("The public is shown no ratings."));
  else
    for (guint step = 0; step < kith_lens_n_steps (view->lens); step++)
      if ((use->lens_steps & 1u << step) != 0)
        add (items, KITH_MARK_LENS, (int) step, (int) view->lens,
             kith_lens_step_words (view->lens, step));
  add_if (items, use->direction, KITH_MARK_DIRECTION, 0, _ ("Direction of the link"));
  add_if (items, use->over, KITH_MARK_OVER, 0, _ ("Has ended"));
}

static void
add_lens_boxes (GPtrArray *items, KithMap *map, const KithView *view, const KithPass *pass)
{
  guint32 steps = 0;

  if (kith_lens_n_box_steps (view->lens) == 0)
    return;
  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    {
      KithBoxLook look;

      if (!kith_pass_has (pass, stakeholder->record.id))
        continue;
      kith_lens_box (view, map, stakeholder, 0, &look);
      if (look.step != KITH_NO_STEP)
        steps |= 1u << look.step;
    }
  if (steps == 0)
    return;
  add (items, KITH_MARK_HEADING, 0, 0, kith_enum_label (&kith_lenses, (int) view->lens));
  for (guint step = 0; step < kith_lens_n_box_steps (view->lens); step++)
    if ((steps & 1u << step) != 0)
      add (items, KITH_MARK_LENS_BOX, (int) step, (int) view->lens,
           kith_lens_box_step_words (view->lens, step));
  if (view->lens == KITH_LENS_PULSE && (steps & 0x3e) != 0)
    add (items, KITH_MARK_NOTE, 0, 0, _ ("↗ rose, → the same, ↘ fell since before"));
}

/* The question, its positions with how many take them, and what is not sorted yet. */
static void
add_positions (GPtrArray *items, KithMap *map, const KithView *view)
{
  const KithQuestion *question = kith_question_or_first (map, view->question);
  g_autoptr (GPtrArray) positions = NULL;
  KithAgreement agreement;

  if (view->lens != KITH_LENS_POSITIONS)
    return;
  add (items, KITH_MARK_HEADING, 0, 0, question != NULL ? question->title : _ ("Positions"));
  if (question == NULL || view->audience == KITH_PUBLIC)
    {
      add (items, KITH_MARK_NOTE, 0, 0,
           question == NULL ? _ ("Nothing has been asked yet.")
                            : _ ("The public is shown no answers."));
      return;
    }
  positions = kith_positions_of (map, question->record.id);
  kith_question_agreement (map, question->record.id, &agreement);
  for (guint i = 0; i < positions->len; i++)
    {
      const KithPosition *position = positions->pdata[i];
      g_autofree char *words = g_strdup_printf (_ ("%s (%u)"), position->title,
                                                kith_position_count (map, position->record.id));

      add (items, KITH_MARK_POSITION, position->colour, (int) i + 1, words);
    }
  add_if (items, agreement.answered > agreement.sorted, KITH_MARK_POSITION, 0,
          _ ("Answered, not sorted yet"));
}

static void
add_eyes (GPtrArray *items, KithMap *map, const KithView *view)
{
  g_autofree char *words = kith_view_lens_words (view, map);

  if (view->through != 0 && kith_map_stakeholder (map, view->through) != NULL)
    add (items, KITH_MARK_NOTE, 0, 0, words);
}

static void
add_trust (GPtrArray *items,
           KithMap *map,
           const KithView *view,
           const KithPass *pass,
           const InUse *use)
{
  g_autofree char *heading = rated_heading (view);
  g_autofree char *words = NULL;
  KithHeard heard = { 0 };

  if (kith_pass_n (pass, map, KITH_LINK) == 0)
    return;
  if (use->rated)
    add (items, KITH_MARK_HEADING, 0, 0, heading);
  else
    add (items, KITH_MARK_HEADING, 0, 0, _ ("Links"));
  for (int step = 5; step >= 1; step--)
    if (use->steps[step])
      {
        g_autofree char *text = g_strdup_printf ("%d %s", step,
                                                 kith_enum_label (&kith_scores, step));

        add (items, KITH_MARK_STEP, step, 0, text);
      }
  add_if (items, use->steps[0], KITH_MARK_STEP, 0, _ ("? Not known, or not said"));
  add_if (items, use->unrated, KITH_MARK_UNRATED, 0, use->rated ? _ ("Not rated yet") : _ ("Link"));
  add_if (items, use->impression, KITH_MARK_IMPRESSION, 0,
          _ ("Fainter, in brackets: our impression"));
  add_if (items, use->range, KITH_MARK_RANGE, 0, _ ("Several voices, not of one mind"));
  add_if (items, use->gap, KITH_MARK_GAP, 0, _ ("Two steps or more apart"));
  add_if (items, use->events, KITH_MARK_EVENTS, 0, _ ("Events in its history"));
  add_if (items, use->direction, KITH_MARK_DIRECTION, 0, _ ("Direction of the link"));
  add_if (items, use->over, KITH_MARK_OVER, 0, _ ("Has ended"));
  if (!use->rated)
    return;
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    if (kith_pass_has (pass, link->record.id))
      kith_link_heard (map, link, &heard);
  words = kith_heard_to_words (&heard);
  add (items, KITH_MARK_NOTE, 0, 0, words);
}

static void
add_sectors (GPtrArray *items, KithMap *map, const KithPass *pass)
{
  g_autoptr (GArray) sectors = kith_sector_list (map);
  g_autoptr (GHashTable) used = g_hash_table_new (g_int64_hash, g_int64_equal);

  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    if (kith_pass_has (pass, stakeholder->record.id))
      g_hash_table_add (used, (gpointer) &stakeholder->sector);
  if (g_hash_table_size (used) > 0)
    add (items, KITH_MARK_HEADING, 0, 0, _ ("Sectors"));
  for (guint i = 0; i < sectors->len; i++)
    {
      KithId id = g_array_index (sectors, KithId, i);
      const KithId none = 0;

      if (g_hash_table_contains (used, &id)
          || (id == KITH_SECTOR_OTHER && g_hash_table_contains (used, &none)))
        add (items, KITH_MARK_SECTOR, kith_sector_colour (map, id), kith_sector_sign (map, id),
             kith_sector_name (map, id));
    }
}

static void
add_size (GPtrArray *items, KithMap *map)
{
  const char *by = kith_map_about (map)->size_by;
  g_autofree char *what = kith_size_by_words (by);
  /* Translators: what the size of boxes stands for: "Size: number of links". */
  g_autofree char *words = g_strdup_printf (_ ("Size: %s"), what);

  if (*by != '\0')
    add (items, KITH_MARK_NOTE, 0, 0, words);
}

static void
add_places (GPtrArray *items, KithMap *map, const KithPass *pass, InUse *use)
{
  gboolean stories[3] = { FALSE };
  gboolean drawn[2] = { FALSE };

  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    if (kith_pass_has (pass, stakeholder->record.id))
      {
        stories[stakeholder->story] = TRUE;
        use->private_record |= stakeholder->is_private;
      }
  if (stories[KITH_STORY_NOT_INVOLVED] || stories[KITH_STORY_REPRESENTED])
    add (items, KITH_MARK_HEADING, 0, 0, _ ("Place in the story"));
  for (int story = KITH_STORY_NOT_INVOLVED; story <= KITH_STORY_REPRESENTED; story++)
    add_if (items, stories[story], KITH_MARK_STORY, story, kith_enum_label (&kith_stories, story));
  KITH_FOR_EACH (KithSpace, space, map, KITH_SPACE)
    if (kith_pass_has (pass, space->record.id))
      drawn[space->drawn == KITH_SPACE_HUB] = TRUE;
  if (drawn[FALSE] || drawn[TRUE] || use->private_record)
    add (items, KITH_MARK_HEADING, 0, 0, _ ("On the map"));
  add_if (items, drawn[FALSE], KITH_MARK_SPACE, 0, _ ("Shared space: who meets there"));
  add_if (items, drawn[TRUE], KITH_MARK_NODE, 0, _ ("Shared space; dot: its host"));
  add_if (items, use->private_record, KITH_MARK_PRIVATE, 0, _ ("Private: working team only"));
}

/* Of what is drawn faintly because it is not there today. */
static void
add_not_now (GPtrArray *items, KithMap *map, const KithView *view, const KithPass *pass)
{
  static const KithKind kinds[] = { KITH_STAKEHOLDER, KITH_LINK, KITH_SPACE };
  gint32 today = kith_view_day (view);

  if (!view->ended || view->day != 0 || view->comparison != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    KITH_FOR_EACH (KithRecord, record, map, kinds[i])
      if (kith_pass_has (pass, record->id)
          && kith_record_when (map, record, today) != KITH_WHEN_NOW)
        {
          add (items, KITH_MARK_NOT_NOW, 0, 0, _ ("Fainter, with years: has ended or is to come"));
          return;
        }
}

static void
add_lines (GPtrArray *items, KithMap *map, const KithView *view)
{
  g_autoptr (KithPass) pass = kith_view_find_pass (view, map);
  g_autoptr (GArray) more = g_array_new (FALSE, FALSE, sizeof (guint));
  guint left_out;
  g_autoptr (GPtrArray) shown = kith_quotes_shown (map, pass, more, &left_out);
  gboolean used[KITH_QUOTE_LET_GO + 1] = { FALSE };
  g_autofree char *words = g_strdup_printf (ngettext ("%u more line is not shown",
                                                      "%u more lines are not shown", left_out),
                                            left_out);

  if (shown->len == 0)
    return;
  for (guint i = 0; i < shown->len; i++)
    used[((KithQuote *) shown->pdata[i])->status] = TRUE;
  add (items, KITH_MARK_HEADING, 0, 0, _ ("Inherited lines"));
  for (int status = KITH_QUOTE_HELD; status <= KITH_QUOTE_LET_GO; status++)
    add_if (items, used[status], KITH_MARK_QUOTE, status,
            kith_enum_label (&kith_quote_statuses, status));
  add_if (items, left_out > 0, KITH_MARK_NOTE, 0, words);
}

/* Of what this map may have: no audience reads of what it is not shown. */
static void
add_flags (GPtrArray *items, KithMap *map, const KithView *view, const KithPass *pass)
{
  gboolean planned[2] = { FALSE }; /* ahead, past */
  gint32 today = kith_view_day (view);

  KITH_FOR_EACH (KithRepair, repair, map, KITH_REPAIR)
    if (repair->state == KITH_REPAIR_PLANNED && (repair->link != 0 || repair->stakeholder != 0)
        && kith_pass_has (pass, kith_repair_owner (repair)))
      planned[kith_repair_wait (repair, today) == KITH_REPAIR_PAST] = TRUE;
  add_if (items,
          (view->flags & KITH_FLAG_SIGNS) != 0
              && view->audience <= kith_kind_info (KITH_PULSE)->audience,
          KITH_MARK_FLAG, KITH_FLAG_SIGNS, _ ("Warning signs: how many"));
  if ((view->flags & KITH_FLAG_PLAN) == 0)
    return;
  add_if (items, planned[FALSE], KITH_MARK_FLAG, KITH_FLAG_PLAN,
          _ ("Next step of the repair plan, by when"));
  if (planned[TRUE])
    add (items, KITH_MARK_FLAG, KITH_FLAG_PLAN, TRUE, _ ("Next step: its day has passed"));
}

/**
 * kith_legend_items:
 * @map: a map made for an audience
 * @view: how it is looked at
 * @with_sectors: explain the sectors' signs too
 *
 * Cost: linear in the map.
 *
 * Returns: (transfer full) (element-type KithLegendItem): only what is drawn
 */
GPtrArray *
kith_legend_items (KithMap *map, const KithView *view, gboolean with_sectors)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (free_item);
  g_autoptr (KithPass) pass = kith_filter_hides (view->filter) ? kith_view_find_pass (view, map)
                                                               : NULL;
  InUse use = { .day = kith_view_day (view) };

  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    if (kith_pass_has (pass, link->record.id))
      look_at_link (&use, map, view, link);
  add_eyes (items, map, view);
  if (kith_lens_is_rated (view->lens))
    add_trust (items, map, view, pass, &use);
  else
    add_lens (items, map, view, pass, &use);
  add_lens_boxes (items, map, view, pass);
  add_positions (items, map, view);
  if (with_sectors && kith_lens_shows_sectors (view->lens))
    add_sectors (items, map, pass);
  add_places (items, map, pass, &use);
  add_not_now (items, map, view, pass);
  add_size (items, map);
  if (view->lines)
    add_lines (items, map, view);
  if (view->flags != 0)
    add_flags (items, map, view, pass);
  return items;
}

static gboolean
find_item (GPtrArray *items, const KithLegendItem *wanted, guint *at)
{
  for (guint i = 0; i < items->len; i++)
    {
      const KithLegendItem *item = items->pdata[i];

      if (item->mark == wanted->mark && item->value == wanted->value && item->sign == wanted->sign
          && g_strcmp0 (item->text, wanted->text) == 0)
        {
          *at = i + 1;
          return TRUE;
        }
    }
  return FALSE;
}

void
kith_legend_items_join (GPtrArray *items, const GPtrArray *others)
{
  guint at = 0;

  for (guint i = 0; i < others->len; i++)
    {
      const KithLegendItem *other = others->pdata[i];
      KithLegendItem *item;

      if (find_item (items, other, &at) || other->mark == KITH_MARK_NOTE)
        continue;
      item = g_new0 (KithLegendItem, 1);
      *item = *other;
      item->text = g_strdup (other->text);
      g_ptr_array_insert (items, (int) at++, item);
    }
}

static void
insert_note (GPtrArray *items, guint *at, KithMark mark, const char *text)
{
  KithLegendItem *item = g_new0 (KithLegendItem, 1);

  *item = (KithLegendItem){ mark, 0, 0, g_strdup (text) };
  g_ptr_array_insert (items, (int) (*at)++, item);
}

/* The parts of a filter in lines that a column of the legend has room for. */
static void
insert_parts (GPtrArray *items, guint *at, KithMap *map, const KithView *view)
{
  g_autoptr (GPtrArray) parts = kith_filter_parts (view->filter, map);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const KithFilterPart *part = parts->pdata[i];

      if (line->len > 0 && g_utf8_strlen (line->str, -1) + g_utf8_strlen (part->label, -1) > LINE)
        {
          insert_note (items, at, KITH_MARK_NOTE, line->str);
          g_string_truncate (line, 0);
        }
      if (i > 0)
        g_string_append (line, kith_filter_joint (part, parts->pdata[i - 1]));
      g_string_append (line, part->label);
    }
  insert_note (items, at, KITH_MARK_NOTE, line->str);
}

void
kith_legend_items_add_filter (GPtrArray *items, KithMap *map, const KithView *view)
{
  g_autoptr (KithPass) pass = kith_view_find_pass (view, map);
  g_autofree char *words = pass != NULL ? kith_pass_to_words (pass, map) : NULL;
  guint at = 0;

  if (pass == NULL)
    return;
  insert_note (items, &at, KITH_MARK_HEADING, _ ("A part of the map"));
  insert_parts (items, &at, map, view);
  insert_note (items, &at, KITH_MARK_NOTE, words);
  insert_note (items, &at, KITH_MARK_NOTE,
               kith_filter_hides (view->filter) ? _ ("The rest is not drawn.")
                                                : _ ("The rest is faint."));
}
