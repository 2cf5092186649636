/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-sheet-head.h"

#include "kith-opinion.h"
#include "kith-page-words.h"
#include "kith-text.h"

#include <glib/gi18n-lib.h>

#define GAP 14.0       /* between what stands beside each other */
#define BELOW 4.0      /* each line */
#define DATE_PART 0.45 /* of the width of a frame; what happened has the rest */

static char *
facts_text (KithMap *map, const KithView *view, const KithPass *drawn, gboolean framed)
{
  g_autofree char *signature = kith_sheet_signature (map, view);
  g_autofree char *heard = NULL;
  GString *out = g_string_new (NULL);
  KithHeard count = { 0 };

  if (view->day != 0 && !framed)
    {
      KithDate day = kith_date_of_day (view->day);
      g_autofree char *then = kith_date_to_words (&day);

      /* Translators: the map as it was on a date. */
      g_string_append_printf (out, _ ("As at %s"), then);
      g_string_append (out, " · ");
    }
  g_string_append (out, signature);
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    if (kith_pass_has (drawn, link->record.id))
      kith_link_heard (map, link, &count);
  if (count.rated > 0)
    {
      heard = kith_heard_to_words (&count);
      g_string_append_printf (out, "\n%s. %s", heard,
                              _ ("It starts a conversation; it measures nobody’s worth."));
    }
  return g_string_free (out, FALSE);
}

/* Date and title on the left, what happened on the right, a line each. */
static void
take_frame (KithSheetHead *head, const KithSheetFrame *frame, const char *title, double width)
{
  head->date = kith_text_layout (frame->date, KITH_TEXT_DATE, width * DATE_PART, 1);
  head->title = kith_text_layout (title, KITH_TEXT_LABEL, width * DATE_PART, 2);
  head->news_x = width * DATE_PART + GAP;
  head->news = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < frame->news->len; i++)
    g_ptr_array_add (head->news, kith_text_layout (frame->news->pdata[i], KITH_TEXT_SMALL,
                                                   width - head->news_x, 1));
}

/**
 * kith_sheet_head_take:
 * @head: an empty one
 * @map: a map made for the view's audience
 * @view: how it is looked at
 * @format: the page
 * @width: the most width
 */
void
kith_sheet_head_take (KithSheetHead *head,
                      KithMap *map,
                      const KithView *view,
                      const KithSheetFormat *format,
                      double width)
{
  const KithAbout *about = kith_map_about (map);
  g_autoptr (KithPass) drawn = kith_filter_hides (view->filter) ? kith_view_find_pass (view, map)
                                                                : NULL;
  g_autofree char *facts = facts_text (map, view, drawn, format->frame != NULL);
  const char *shown = format->title != NULL ? format->title : about->title;
  const char *purpose = format->purpose != NULL ? format->purpose : about->purpose;

  if (shown[0] == '\0')
    shown = _ ("Untitled map");
  if (format->frame != NULL)
    take_frame (head, format->frame, shown, width);
  else
    head->title = kith_text_layout (shown, KITH_TEXT_TITLE, width, 2);
  if (*purpose != '\0' && format->frame == NULL)
    head->purpose = kith_text_layout (purpose, KITH_TEXT_BODY, width, 2);
  if (format->frame != NULL)
    head->facts = kith_text_layout (facts, KITH_TEXT_SMALL, width * DATE_PART, 4);
  else
    head->facts = kith_text_layout (facts, KITH_TEXT_SMALL, width, 3);
}

void
kith_sheet_head_say_part (KithSheetHead *head, KithMap *map, const KithView *view, double width)
{
  g_autoptr (KithPass) pass = kith_view_find_pass (view, map);
  g_autofree char *asked = kith_filter_to_words (view->filter, map);
  g_autofree char *shown = kith_pass_to_words (pass, map);
  g_autofree char *text = NULL;

  if (pass == NULL)
    return;
  /* Translators: above a picture: what a filter asks for, "Showing 14 of 25 stakeholders, …" */
  text = g_strdup_printf (_ ("A part of the map: %s. %s."), asked, shown);
  head->part = kith_text_layout (text, KITH_TEXT_SMALL, width, 6);
}

static double
stacked (PangoLayout *const *layouts, guint n)
{
  double height = 0.0;

  for (guint i = 0; i < n; i++)
    height += layouts[i] != NULL ? kith_page_words_height (layouts[i]) + BELOW : 0.0;
  return height;
}

double
kith_sheet_head_height (const KithSheetHead *head)
{
  PangoLayout *above[] = { head->date, head->title, head->purpose, head->facts };
  PangoLayout *below[] = { head->part };
  double height = stacked (above, G_N_ELEMENTS (above));

  if (head->news != NULL)
    height = MAX (height, stacked ((PangoLayout **) head->news->pdata, head->news->len));
  return height + stacked (below, G_N_ELEMENTS (below));
}

void
kith_sheet_head_draw (const KithSheetHead *head, cairo_t *cr, const KithPalette *palette)
{
  double y = 0.0;
  double beside = 0.0;

  for (guint i = 0; head->news != NULL && i < head->news->len; i++)
    beside = kith_page_words_draw (cr, KITH_PART_WORDS, head->news->pdata[i], &palette->text,
                                   head->news_x, beside, BELOW);
  y = kith_page_words_draw (cr, KITH_PART_WORDS, head->date, &palette->text, 0.0, y, BELOW);
  y = kith_page_words_draw (cr, KITH_PART_TITLE, head->title, &palette->text, 0.0, y, BELOW);
  y = kith_page_words_draw (cr, KITH_PART_WORDS, head->purpose, &palette->text, 0.0, y, BELOW);
  y = kith_page_words_draw (cr, KITH_PART_WORDS, head->facts, &palette->dim, 0.0, y, BELOW);
  kith_page_words_draw (cr, KITH_PART_WORDS, head->part, &palette->text, 0.0, MAX (y, beside),
                        BELOW);
}

void
kith_sheet_head_clear (KithSheetHead *head)
{
  g_clear_object (&head->title);
  g_clear_object (&head->purpose);
  g_clear_object (&head->facts);
  g_clear_object (&head->part);
  g_clear_object (&head->date);
  g_clear_pointer (&head->news, g_ptr_array_unref);
}
