/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the painter needs before it draws on another thread: texts as outlines, which links are left
 * out. After that, drawing only reads the figures. */
#include "kith-figures-flags.h"
#include "kith-figures-quotes.h"
#include "kith-letters.h"
#include "kith-painter-private.h"

static void
prepare_boxes (const KithFigures *figures, const KithRect *clip)
{
  g_autoptr (GPtrArray) boxes = kith_figures_boxes_in (figures, clip);

  for (guint i = 0; i < boxes->len; i++)
    {
      KithBoxFigure *box = boxes->pdata[i];

      kith_letters_prepare (kith_box_figure_layout (box));
      if (box->look.badge[0] != '\0')
        kith_stroke_words (box->look.badge);
      if (box->years != NULL)
        kith_stroke_words (box->years);
    }
}

static void
prepare_links (const KithFigures *figures, const KithRect *clip)
{
  g_autoptr (GPtrArray) links = kith_figures_links_in (figures, clip);
  g_autoptr (GPtrArray) labels = kith_figures_labels_in (figures, clip);

  for (guint i = 0; i < links->len; i++)
    {
      const KithLinkFigure *link = links->pdata[i];

      if (link->years != NULL)
        kith_stroke_words (link->years);
      for (guint end = KITH_END_A; end <= KITH_END_B; end++)
        if (link->look.is_rated)
          kith_stroke_words_of_opinion (&link->ends[end]);
        else if (link->look.halves[end].text[0] != '\0')
          kith_stroke_words (link->look.halves[end].text);
    }
  for (guint i = 0; i < labels->len; i++)
    kith_letters_prepare (kith_link_figure_label (labels->pdata[i]));
}

static void
prepare_spaces (const KithFigures *figures, const KithRect *clip)
{
  g_autoptr (GPtrArray) spaces = kith_figures_spaces_in (figures, clip);

  for (guint i = 0; i < spaces->len; i++)
    {
      KithSpaceFigure *space = spaces->pdata[i];

      kith_letters_prepare (space->label);
      if (space->status != NULL)
        kith_letters_prepare (space->status);
    }
}

/* The words of a frame are measured even where they are not drawn. */
static void
prepare_far_title (KithNoteFigure *note, double scale)
{
  PangoLayout *layout;
  KithRect words;
  double larger;

  if (!kith_note_figure_is_far (note, scale))
    return;
  layout = kith_note_figure_far_title (note, scale, &words, &larger);
  if (layout != NULL)
    kith_letters_prepare (layout);
}

static void
prepare_notes (const KithFigures *figures, const KithRect *clip, double scale)
{
  g_autoptr (GPtrArray) notes = kith_figures_notes_in (figures, clip);

  for (guint i = 0; i < notes->len; i++)
    {
      kith_letters_prepare (kith_note_figure_layout (notes->pdata[i]));
      prepare_far_title (notes->pdata[i], scale);
    }
}

static void
prepare_flags (const KithFigures *figures)
{
  for (guint i = 0; i < figures->flags->len; i++)
    {
      const KithFlagFigure *flag = figures->flags->pdata[i];

      if (flag->label != NULL)
        kith_letters_prepare (flag->label);
    }
}

static void
prepare_quotes (const KithFigures *figures)
{
  if (figures->quotes->len > 0)
    kith_stroke_words ("?");
  for (guint i = 0; i < figures->quotes->len; i++)
    {
      const KithQuoteFigure *quote = figures->quotes->pdata[i];

      kith_letters_prepare (quote->words);
      if (quote->more != NULL)
        kith_letters_prepare (quote->more);
    }
}

/**
 * kith_painter_prepare:
 * @figures: what there is to draw
 * @paint: how much of it
 *
 * On the thread that shapes text. Until the figures are changed kith_painter_draw() may draw the same
 * on other threads. Cost: what comes into sight for the first time.
 */
void
kith_painter_prepare (const KithFigures *figures, const KithPaint *paint)
{
  KithDetail detail = kith_detail_at (paint->scale, paint->full);
  KithRect clip = kith_rect_grow (&paint->clip, KITH_RING_OFF + 4.0);

  if (!paint->full)
    kith_figures_thin (figures, paint->scale);
  prepare_notes (figures, &clip, paint->full ? 1.0 : paint->scale);
  if (detail < KITH_DETAIL_NAMES)
    return;
  prepare_boxes (figures, &clip);
  prepare_spaces (figures, &clip);
  prepare_flags (figures);
  if (detail < KITH_DETAIL_FULL)
    return;
  prepare_links (figures, &clip);
  prepare_quotes (figures);
}
