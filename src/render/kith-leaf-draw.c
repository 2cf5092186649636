/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a leaf. */
#include "kith-leaf-private.h"

#include <glib/gi18n-lib.h>

#include "kith-painter.h"
#include "kith-page-words.h"
#include "kith-palette.h"
#include "kith-scribe.h"
#include "kith-text.h"

#define LINE_GAP 4.0
#define SENTENCE_GAP 7.0

static void
begin_at (const KithLeaf *self, cairo_t *cr, double x, double y)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, self->furniture, self->furniture);
}

static void
draw_head (const KithLeaf *self, cairo_t *cr)
{
  const KithPalette *palette = kith_palette_get (self->palette);
  double y = 0.0;

  begin_at (self, cr, self->margin, self->margin + kith_leaf_crown (self));
  y = kith_page_words_draw (cr, KITH_PART_TITLE, self->title, &palette->text, 0.0, y, LINE_GAP);
  y = kith_page_words_draw (cr, KITH_PART_WORDS, self->subtitle, &palette->text, 0.0, y, LINE_GAP);
  y = kith_page_words_draw (cr, KITH_PART_WORDS, self->facts, &palette->dim, 0.0, y, LINE_GAP);
  y += KITH_LEAF_GAP / 2;
  for (guint i = 0; i < self->sentences->len; i++)
    y = kith_page_words_draw (cr, KITH_PART_WORDS, self->sentences->pdata[i], &palette->text, 0.0,
                              y, SENTENCE_GAP);
  cairo_restore (cr);
}

static gboolean
draw_part (const KithLeaf *self, guint i, cairo_t *cr, const KithLeafDrawing *drawing)
{
  const KithPalette *palette = kith_palette_get (self->palette);
  const KithLeafPart *part = &self->parts[i];
  gboolean whole;
  double y;

  begin_at (self, cr, part->place.x, part->place.y);
  y = kith_page_words_draw (cr, KITH_PART_HEADING, part->heading, &palette->text, 0.0, 0.0, 0.0);
  kith_page_words_draw (cr, KITH_PART_WORDS, part->words, &palette->dim, 0.0, y, 0.0);
  cairo_restore (cr);
  if (drawing->look != NULL)
    drawing->look (i, drawing->data);
  cairo_save (cr);
  cairo_translate (cr, part->place.x, part->place.y + part->caption);
  whole = kith_sheet_draw (part->sheet, cr, TRUE, drawing->tick, drawing->data);
  cairo_restore (cr);
  return whole;
}

/* What parts the two. */
static void
draw_rule (const KithLeaf *self, cairo_t *cr)
{
  const KithRect *one = &self->parts[0].place;
  const KithRect *other = &self->parts[1].place;

  if (self->n_parts < 2)
    return;
  kith_scribe_begin_part (cr, KITH_PART_FURNITURE, NULL);
  kith_colour_set (cr, &kith_palette_get (self->palette)->rule);
  cairo_set_line_width (cr, self->furniture);
  if (other->x > one->x)
    {
      double x = (one->x + one->width + other->x) / 2;

      cairo_move_to (cr, x, one->y);
      cairo_line_to (cr, x, one->y + one->height);
    }
  else
    {
      double y = (one->y + one->height + other->y) / 2;

      cairo_move_to (cr, one->x, y);
      cairo_line_to (cr, one->x + one->width, y);
    }
  kith_scribe_stroke (cr);
  kith_scribe_end_part (cr);
}

static void
draw_lines (const KithLeaf *self, guint page, cairo_t *cr)
{
  const KithPalette *palette = kith_palette_get (self->palette);
  double top = page == 0 ? self->lines_y : self->margin + kith_leaf_crown (self);
  double y = 0.0;

  begin_at (self, cr, self->margin, top);
  if (page > 0 && self->lines_title != NULL)
    y = kith_page_words_draw (cr, KITH_PART_HEADING, self->lines_title, &palette->text, 0.0, 0.0,
                              8.0);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const KithLeafText *text = &g_array_index (self->lines, KithLeafText, i);

      if (text->page == page)
        kith_page_words_draw (cr, text->is_heading ? KITH_PART_HEADING : KITH_PART_WORDS,
                              text->layout, &palette->text, text->x, y + text->y, 0.0);
    }
  cairo_restore (cr);
}

static void
draw_legend (const KithLeaf *self, cairo_t *cr)
{
  g_autofree char *words = NULL;

  if (self->legend == NULL)
    return;
  if (kith_scribe_is_there (cr))
    words = kith_legend_to_words (self->legend);
  kith_scribe_begin_part (cr, KITH_PART_LEGEND, words);
  begin_at (self, cr, self->margin, self->legend_y);
  kith_legend_draw (self->legend, cr);
  cairo_restore (cr);
  kith_scribe_end_part (cr);
}

static void
draw_marking (const KithLeaf *self, cairo_t *cr, KithPart part, double y)
{
  double x, width;

  if (self->marking == NULL)
    return;
  kith_text_extents (self->marking, &x, &width, NULL);
  begin_at (self, cr, self->width / 2 - (x + width / 2) * self->furniture, y);
  kith_page_words_draw (cr, part, self->marking, &kith_palette_get (self->palette)->text, 0.0, 0.0,
                        0.0);
  cairo_restore (cr);
}

/* Below the title the first page says already for whom it is. */
static char *
foot_words (const KithLeaf *self, guint page)
{
  const char *whom = page > 0 || self->facts == NULL ? self->signature : "";
  g_autofree char *number = NULL;

  if (self->n_pages < 2)
    return g_strdup (whom);
  number = g_strdup_printf (_ ("Page %u of %u"), page + 1, self->n_pages);
  return *whom != '\0' ? g_strdup_printf ("%s · %s", whom, number) : g_steal_pointer (&number);
}

static void
draw_foot (const KithLeaf *self, guint page, cairo_t *cr)
{
  double y = self->height - self->margin - kith_leaf_foot (self) + 8.0 * self->furniture;
  double inner = (self->width - 2 * self->margin) / self->furniture;
  g_autofree char *words = foot_words (self, page);
  g_autoptr (PangoLayout) layout = NULL;

  draw_marking (self, cr, KITH_PART_FURNITURE, y);
  if (*words == '\0')
    return;
  layout = kith_text_layout (words, KITH_TEXT_SMALL, self->marking != NULL ? inner / 3 : inner, 1);
  begin_at (self, cr, self->margin, y);
  kith_page_words_draw (cr, KITH_PART_WORDS, layout, &kith_palette_get (self->palette)->dim, 0.0,
                        0.0, 0.0);
  cairo_restore (cr);
}

/**
 * kith_leaf_draw:
 * @self: a leaf
 * @page: which of its pages, from 0
 * @cr: where the top left corner of the page is at the origin of the user space
 * @drawing: how
 *
 * Returns: whether all was drawn
 */
gboolean
kith_leaf_draw (KithLeaf *self, guint page, cairo_t *cr, const KithLeafDrawing *drawing)
{
  gboolean whole = TRUE;

  if (!drawing->transparent)
    kith_painter_ground (cr, self->palette);
  draw_marking (self, cr, page == 0 ? KITH_PART_WORDS : KITH_PART_FURNITURE, self->margin);
  if (page == 0)
    {
      draw_head (self, cr);
      for (guint i = 0; i < self->n_parts && whole; i++)
        whole = draw_part (self, i, cr, drawing);
      draw_rule (self, cr);
    }
  draw_lines (self, page, cr);
  if (page == 0)
    draw_legend (self, cr);
  draw_foot (self, page, cr);
  return whole;
}
