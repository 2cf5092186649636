/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leads from one page of a handout to another, where that is a file in which something can. */
#include "kith-handout-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-scribe.h"

#define INNER KITH_HANDOUT_CHART_WIDTH

/* "Police, page 5" */
static char *
words_for (const char *text, int length, const KithHandoutBlock *named)
{
  g_autofree char *what = g_strndup (text, (gsize) length);

  /* Translators: what a link in a document leads to, and on which page that is. */
  return g_strdup_printf (_ ("%s, page %u"), what, named->page + 1);
}

void
kith_handout_draw_reference (const KithHandout *handout, cairo_t *cr, const KithHandoutBlock *block)
{
  const KithHandoutBlock *named = kith_handout_find (handout, block->leads_to);
  const char *text = pango_layout_get_text (block->layout);
  double x = KITH_HANDOUT_MARGIN + block->indent;
  double right = KITH_HANDOUT_MARGIN + INNER / 2;
  g_autofree char *number = NULL, *words = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  double width;

  if (named == NULL)
    return;
  number = g_strdup_printf ("%u", named->page + 1);
  words = words_for (text, (int) strlen (text), named);
  layout = kith_text_layout (number, KITH_TEXT_BODY, -1, 1);
  kith_text_size (layout, &width, NULL);
  kith_scribe_begin_link (cr, &(KithScribeLink){ block->leads_to, words, x, block->y, right - x,
                                                 block->height });
  cairo_move_to (cr, x, block->y);
  kith_scribe_text (cr, block->layout);
  cairo_move_to (cr, right - width, block->y);
  kith_scribe_text (cr, layout);
  kith_scribe_end_link (cr);
}

/* The part of a line that a reference takes; a name may go on on the next. */
static void
link_line (cairo_t *cr,
           const KithHandoutBlock *block,
           const KithHandoutRef *ref,
           const char *words,
           PangoLayoutIter *iter)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  int start = MAX ((int) ref->start, line->start_index);
  int end = MIN ((int) (ref->start + ref->length), line->start_index + line->length);
  PangoRectangle box;
  int *ranges, n;

  if (start >= end)
    return;
  pango_layout_iter_get_line_extents (iter, NULL, &box);
  pango_layout_line_get_x_ranges (line, start, end, &ranges, &n);
  for (int i = 0; i < n; i++)
    {
      kith_scribe_begin_link (cr, &(KithScribeLink){ ref->leads_to, words,
                                                     KITH_HANDOUT_MARGIN + block->indent
                                                         + (double) ranges[2 * i] / PANGO_SCALE,
                                                     block->y + (double) box.y / PANGO_SCALE,
                                                     (double) (ranges[2 * i + 1] - ranges[2 * i])
                                                         / PANGO_SCALE,
                                                     (double) box.height / PANGO_SCALE });
      kith_scribe_end_link (cr);
    }
  g_free (ranges);
}

void
kith_handout_draw_refs (const KithHandout *handout, cairo_t *cr, const KithHandoutBlock *block)
{
  const char *text = pango_layout_get_text (block->layout);

  for (guint i = 0; block->refs != NULL && i < block->refs->len; i++)
    {
      const KithHandoutRef *ref = &g_array_index (block->refs, KithHandoutRef, i);
      const KithHandoutBlock *named = kith_handout_find (handout, ref->leads_to);
      g_autofree char *words = NULL;
      PangoLayoutIter *iter;

      if (named == NULL)
        continue;
      words = words_for (text + ref->start, (int) ref->length, named);
      iter = pango_layout_get_iter (block->layout);
      do
        link_line (cr, block, ref, words, iter);
      while (pango_layout_iter_next_line (iter));
      pango_layout_iter_free (iter);
    }
}
