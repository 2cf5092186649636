/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-handout-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define INNER KITH_HANDOUT_CHART_WIDTH
#define FOOT 48.0
#define LONG_ENTRY 260.0 /* one that may go on on another page */

static void
block_free (gpointer data)
{
  KithHandoutBlock *block = data;

  g_clear_object (&block->layout);
  g_clear_object (&block->comment);
  g_clear_pointer (&block->chart, kith_trust_chart_free);
  g_clear_pointer (&block->sheet, kith_sheet_free);
  if (block->shown != NULL)
    kith_scene_shown_clear (block->shown);
  g_free (block->shown);
  g_free (block->name);
  g_free (block->leads_to);
  g_clear_pointer (&block->refs, g_array_unref);
  g_clear_pointer (&block->plot, kith_plot_free);
  g_clear_pointer (&block->cells, g_array_unref);
  g_free (block);
}

KithHandout *
kith_handout_begin (const char *title)
{
  KithHandout *handout = g_new0 (KithHandout, 1);

  handout->title = g_strdup (title);
  handout->blocks = g_ptr_array_new_with_free_func (block_free);
  handout->named = g_hash_table_new (g_str_hash, g_str_equal);
  return handout;
}

void
kith_handout_free (KithHandout *handout)
{
  g_free (handout->title);
  g_free (handout->marking);
  g_hash_table_unref (handout->named);
  g_ptr_array_unref (handout->blocks);
  g_free (handout);
}

void
kith_handout_set_marking (KithHandout *handout, const char *marking)
{
  g_free (handout->marking);
  handout->marking = g_strdup (marking);
}

static KithHandoutBlock *
add_block (KithHandout *handout, KithTextStyle style, double gap, double indent, const char *text)
{
  KithHandoutBlock *block = g_new0 (KithHandoutBlock, 1);

  block->layout = kith_text_layout (text, style, INNER - indent, 0);
  block->style = style;
  block->gap = gap;
  block->indent = indent;
  kith_text_size (block->layout, NULL, &block->height);
  block->begins_page = handout->begins_page;
  handout->begins_page = FALSE;
  g_ptr_array_add (handout->blocks, block);
  return block;
}

/* A text longer than a page goes on in further blocks, paragraph by paragraph. */
void
kith_handout_add_text (KithHandout *handout, KithTextStyle style, double gap, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' || i == 0)
      add_block (handout, style, i == 0 ? gap : 2.0, 0.0, lines[i]);
}

void
kith_handout_add_line (KithHandout *handout, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      add_block (handout, KITH_TEXT_SMALL, 2.0, KITH_HANDOUT_INDENT, lines[i]);
}

void
kith_handout_add_question (KithHandout *handout,
                           const char *question,
                           const KithHandoutTicks *ticks,
                           const char *comment)
{
  KithHandoutBlock *block = add_block (handout, KITH_TEXT_NAME, 16.0, 0.0, question);
  double height = KITH_HANDOUT_RULE;

  block->is_question = TRUE;
  block->ticks = *ticks;
  if (*comment != '\0')
    {
      block->comment = kith_text_layout (comment, KITH_TEXT_SMALL, INNER - KITH_HANDOUT_INDENT, 6);
      kith_text_size (block->comment, NULL, &height);
      height += 8.0;
    }
  block->height += 6.0 + (ticks->all_three ? KITH_N_DIMENSIONS : 2) * KITH_HANDOUT_ROW + height;
}

static KithHandoutBlock *
last_block (const KithHandout *handout)
{
  return handout->blocks->pdata[handout->blocks->len - 1];
}

void
kith_handout_add_scale (KithHandout *handout, const char *question)
{
  const KithHandoutTicks none = { 0 };
  KithHandoutBlock *block;

  kith_handout_add_question (handout, question, &none, "");
  block = last_block (handout);
  block->is_scale = TRUE;
  block->height -= KITH_HANDOUT_ROW; /* its boxes stand in one row */
}

void
kith_handout_add_chart (KithHandout *handout, const char *heading, KithTrustChart *chart)
{
  KithHandoutBlock *block = add_block (handout, KITH_TEXT_LABEL, 16.0, 0.0, heading);

  block->chart = chart;
  block->height += 4.0 + KITH_HANDOUT_CHART_HEIGHT;
}

void
kith_handout_begin_page (KithHandout *handout)
{
  handout->begins_page = TRUE;
}

void
kith_handout_add_heading (KithHandout *handout, guint level, const char *name, const char *text)
{
  KithHandoutBlock *block = add_block (handout, level == 1 ? KITH_TEXT_TITLE : KITH_TEXT_NAME,
                                       level == 1 ? 26.0 : 16.0, 0.0, text);

  block->level = level;
  block->name = g_strdup (name);
}

void
kith_handout_add_reference (KithHandout *handout, const char *text, const char *name)
{
  KithHandoutBlock *block = add_block (handout, KITH_TEXT_BODY, 4.0, KITH_HANDOUT_INDENT, text);

  block->leads_to = g_strdup (name);
}

static void
clear_ref (gpointer ref)
{
  g_free (((KithHandoutRef *) ref)->leads_to);
}

void
kith_handout_name (KithHandout *handout, const char *name)
{
  KithHandoutBlock *block = last_block (handout);

  g_free (block->name);
  block->name = g_strdup (name);
}

void
kith_handout_refer (KithHandout *handout, guint start, const char *text, const char *name)
{
  KithHandoutBlock *block = last_block (handout);
  const char *said = pango_layout_get_text (block->layout);
  KithHandoutRef ref = { start, (guint) strlen (text), NULL };

  if (ref.length == 0 || start + ref.length > strlen (said)
      || strncmp (said + start, text, ref.length) != 0)
    return;
  if (block->refs == NULL)
    {
      block->refs = g_array_new (FALSE, FALSE, sizeof (KithHandoutRef));
      g_array_set_clear_func (block->refs, clear_ref);
    }
  ref.leads_to = g_strdup (name);
  g_array_append_val (block->refs, ref);
}

const KithHandoutBlock *
kith_handout_find (const KithHandout *handout, const char *name)
{
  return g_hash_table_lookup (handout->named, name);
}

void
kith_handout_add_map (KithHandout *handout, KithSheet *sheet, KithSceneShown *shown)
{
  KithHandoutBlock *block = add_block (handout, KITH_TEXT_SMALL, 4.0, 0.0, "");

  block->sheet = sheet;
  block->shown = shown;
  block->height = KITH_HANDOUT_MAP_HEIGHT;
}

KithHandoutBlock *
kith_handout_add_block (KithHandout *handout, double gap, double height)
{
  KithHandoutBlock *block = add_block (handout, KITH_TEXT_SMALL, gap, 0.0, "");

  block->height = height;
  return block;
}

void
kith_handout_add_plot (KithHandout *handout, KithPlot *plot)
{
  kith_handout_add_block (handout, 8.0, plot->height)->plot = plot;
}

/* A heading stays with what it is of; the headings of a table with its first row. */
static gboolean
keeps_with_next (const KithHandoutBlock *block)
{
  if (block->cells != NULL)
    return block->head == NULL;
  return !block->is_question && block->chart == NULL && block->sheet == NULL
         && block->style != KITH_TEXT_SMALL && block->style != KITH_TEXT_BODY;
}

/* Of the lines of the entry that begins at block `i`: all of them, or two where they are many. */
static double
lines_room (const KithHandout *handout, guint i)
{
  double all = 0.0, two = 0.0;
  guint n = 0;

  for (guint j = i + 1; j < handout->blocks->len; j++)
    {
      const KithHandoutBlock *block = handout->blocks->pdata[j];

      if (block->style != KITH_TEXT_SMALL || block->indent <= 0.0)
        break;
      all += block->gap + block->height;
      if (n++ < 2)
        two = all;
    }
  return all <= LONG_ENTRY ? all : two;
}

/* Where it needs so much room together with those that it stays with. */
static double
wanted_room (const KithHandout *handout, guint i)
{
  double wanted = 0.0;

  for (; i < handout->blocks->len; i++)
    {
      const KithHandoutBlock *block = handout->blocks->pdata[i];

      wanted += block->height;
      if (block->level == 0 && block->name != NULL)
        wanted += lines_room (handout, i);
      if (!keeps_with_next (block))
        break;
    }
  return wanted;
}

void
kith_handout_end (KithHandout *handout)
{
  double bottom = KITH_HANDOUT_HEIGHT - KITH_HANDOUT_MARGIN - FOOT;
  double y = KITH_HANDOUT_MARGIN;

  handout->pages = 1;
  for (guint i = 0; i < handout->blocks->len; i++)
    {
      KithHandoutBlock *block = handout->blocks->pdata[i];
      double wanted = wanted_room (handout, i);

      if (block->name != NULL)
        g_hash_table_insert (handout->named, block->name, block);
      y += y > KITH_HANDOUT_MARGIN ? block->gap : 0.0;
      if ((y + wanted > bottom || block->begins_page) && y > KITH_HANDOUT_MARGIN)
        {
          handout->pages++;
          y = KITH_HANDOUT_MARGIN;
          block->head_again = block->head != NULL;
          y += block->head_again ? block->head->height : 0.0;
        }
      block->page = handout->pages - 1;
      block->y = y;
      y += block->height;
    }
}

guint
kith_handout_n_pages (const KithHandout *handout)
{
  return handout->pages;
}

const char *
kith_handout_title (const KithHandout *handout)
{
  return handout->title;
}

static void
append_ticks (const KithHandoutBlock *block, GString *words)
{
  for (int d = 0; d < (block->ticks.all_three ? KITH_N_DIMENSIONS : 1); d++)
    for (int i = KITH_SCORE_1; i < KITH_HANDOUT_MARKS; i++)
      if (block->ticks.marks[d][i] > 0)
        g_string_append_printf (words, "%s%s%s × %u\n",
                                block->ticks.all_three ? kith_enum_label (&kith_dimensions, d) : "",
                                block->ticks.all_three ? ": " : "",
                                kith_enum_label (&kith_scores, i), block->ticks.marks[d][i]);
  if (block->comment != NULL)
    g_string_append_printf (words, "%s\n", pango_layout_get_text (block->comment));
  if (block->plot != NULL)
    g_string_append_printf (words, "%s\n", block->plot->words);
  if (block->cells != NULL)
    kith_handout_cells_to_words (block, words);
  if (block->sheet != NULL)
    g_string_append_printf (words, "%s\n", kith_sheet_summary (block->sheet));
  if (block->chart != NULL)
    {
      g_autofree char *told = kith_trust_chart_to_words (block->chart);

      g_string_append_printf (words, "%s\n", told);
    }
}

char *
kith_handout_to_words (const KithHandout *handout)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < handout->blocks->len; i++)
    {
      const KithHandoutBlock *block = handout->blocks->pdata[i];

      g_string_append_printf (words, "%s\n", pango_layout_get_text (block->layout));
      append_ticks (block, words);
    }
  return g_string_free (words, FALSE);
}
