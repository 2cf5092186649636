/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a handout: on a screen, on a printer, in files. */
#include "kith-handout-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "kith-palette.h"
#include "kith-scribe.h"

#define INNER KITH_HANDOUT_CHART_WIDTH
#define BOX 12.0
#define DIMENSION 138.0 /* the width of its name */
#define DIGIT 38.0      /* from box to box */

static const KithPalette *
paper (void)
{
  return kith_palette_get (KITH_PALETTE_LIGHT);
}

static void
draw_text (cairo_t *cr, const char *text, KithTextStyle style, double x, double y)
{
  g_autoptr (PangoLayout) layout = kith_text_layout (text, style, -1, 0);

  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* One voice is a cross; several are their number. */
static void
draw_tick (cairo_t *cr, guint ticks, double x, double y)
{
  g_autofree char *number = g_strdup_printf ("%u", ticks);

  if (ticks == 0)
    return;
  if (ticks > 1)
    {
      draw_text (cr, number, KITH_TEXT_DIGIT, x + 3.0, y - 1.0);
      return;
    }
  cairo_set_line_width (cr, 2.0);
  cairo_move_to (cr, x + 2.5, y + 2.5);
  cairo_line_to (cr, x + BOX - 2.5, y + BOX - 2.5);
  cairo_move_to (cr, x + BOX - 2.5, y + 2.5);
  cairo_line_to (cr, x + 2.5, y + BOX - 2.5);
  cairo_stroke (cr);
}

static void
draw_box (cairo_t *cr, const char *label, guint ticks, double x, double y)
{

  kith_colour_set (cr, &paper ()->text);
  cairo_set_line_width (cr, 1.0);
  cairo_rectangle (cr, x + 0.5, y + 0.5, BOX - 1, BOX - 1);
  cairo_stroke (cr);
  draw_tick (cr, ticks, x, y);
  draw_text (cr, label, KITH_TEXT_SMALL, x + BOX + 6.0, y - 2.5);
}

/* Two rows: the steps in words, and why there is none. */
static void
draw_trust (cairo_t *cr, const KithHandoutBlock *block, double x, double y)
{
  const guint *ticks = block->ticks.marks[KITH_TRUST];
  double step = (INNER - KITH_HANDOUT_INDENT) / 5.0;

  for (int i = KITH_SCORE_1; i <= KITH_SCORE_5; i++)
    {
      g_autofree char *label = g_strdup_printf ("%d %s", i - KITH_SCORE_1 + 1,
                                                kith_enum_label (&kith_scores, i));

      draw_box (cr, label, ticks[i], x + (i - KITH_SCORE_1) * step, y);
    }
  for (int i = 0; i < 3; i++)
    draw_box (cr, kith_enum_label (&kith_scores, KITH_SCORE_NOT_KNOWN + i),
              ticks[KITH_SCORE_NOT_KNOWN + i], x + i * step, y + KITH_HANDOUT_ROW);
}

/* One row a dimension: the steps as digits, which the head of the sheet explains. */
static void
draw_dimension (cairo_t *cr, const KithHandoutBlock *block, int dimension, double x, double y)
{
  const guint *ticks = block->ticks.marks[dimension];
  double absent = x + DIMENSION + 5 * DIGIT;
  double step = (KITH_HANDOUT_MARGIN + INNER - absent) / 3.0;

  draw_text (cr, kith_enum_label (&kith_dimensions, dimension), KITH_TEXT_SMALL, x, y - 2.5);
  for (int i = KITH_SCORE_1; i <= KITH_SCORE_5; i++)
    {
      g_autofree char *label = g_strdup_printf ("%d", i - KITH_SCORE_1 + 1);

      draw_box (cr, label, ticks[i], x + DIMENSION + (i - KITH_SCORE_1) * DIGIT, y);
    }
  for (int i = 0; i < 3; i++)
    draw_box (cr, kith_enum_label (&kith_scores, KITH_SCORE_NOT_KNOWN + i),
              ticks[KITH_SCORE_NOT_KNOWN + i], absent + i * step, y);
}

static void
draw_scale (cairo_t *cr, double x, double y)
{
  double step = (INNER - KITH_HANDOUT_INDENT) / 6.5;

  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *label = g_strdup_printf ("%d", i);

      draw_box (cr, label, 0, x + (i - 1) * step, y);
    }
  draw_box (cr, _ ("No answer"), 0, x + 5 * step, y);
}

static guint
n_rows (const KithHandoutBlock *block)
{
  return block->is_scale ? 1 : block->ticks.all_three ? KITH_N_DIMENSIONS : 2;
}

static void
draw_answers (cairo_t *cr, const KithHandoutBlock *block, double y)
{
  double x = KITH_HANDOUT_MARGIN + KITH_HANDOUT_INDENT;

  if (block->is_scale)
    draw_scale (cr, x, y);
  else if (!block->ticks.all_three)
    draw_trust (cr, block, x, y);
  for (int i = 0; i < KITH_N_DIMENSIONS && block->ticks.all_three; i++)
    draw_dimension (cr, block, i, x, y + i * KITH_HANDOUT_ROW);
  y += n_rows (block) * KITH_HANDOUT_ROW;
  if (block->comment != NULL)
    {
      cairo_move_to (cr, x, y);
      pango_cairo_show_layout (cr, block->comment);
      return;
    }
  kith_colour_set (cr, &paper ()->dim);
  draw_text (cr, _ ("Comment"), KITH_TEXT_SMALL, x, y + 2.0);
  cairo_set_line_width (cr, 0.7);
  cairo_move_to (cr, x + 66.0, y + 16.0);
  cairo_line_to (cr, KITH_HANDOUT_MARGIN + INNER, y + 16.0);
  cairo_stroke (cr);
}

static void
draw_chart (cairo_t *cr, const KithHandoutBlock *block, double y)
{
  cairo_save (cr);
  cairo_translate (cr, KITH_HANDOUT_MARGIN, y);
  kith_trust_chart_draw (cr, block->chart, KITH_NO_POINT, KITH_NO_POINT);
  cairo_restore (cr);
}

static void
draw_map (cairo_t *cr, const KithHandoutBlock *block)
{
  cairo_save (cr);
  cairo_translate (cr, KITH_HANDOUT_MARGIN, block->y);
  kith_sheet_draw (block->sheet, cr, TRUE, NULL, NULL);
  cairo_restore (cr);
}

static void
draw_words (const KithHandout *handout, cairo_t *cr, const KithHandoutBlock *block)
{
  if (*pango_layout_get_text (block->layout) == '\0')
    return;
  if (block->name != NULL)
    kith_scribe_anchor (cr, block->name, block->y);
  kith_scribe_begin_part (cr,
                          block->level == 1   ? KITH_PART_TITLE
                          : block->level == 2 ? KITH_PART_HEADING
                                              : KITH_PART_WORDS,
                          NULL);
  kith_colour_set (cr, &paper ()->text);
  if (block->leads_to != NULL)
    kith_handout_draw_reference (handout, cr, block);
  else
    {
      cairo_move_to (cr, KITH_HANDOUT_MARGIN + block->indent, block->y);
      kith_scribe_text (cr, block->layout);
      kith_handout_draw_refs (handout, cr, block);
    }
  kith_scribe_end_part (cr);
}

static void
draw_marking (const KithHandout *handout, cairo_t *cr, KithPart part, double y)
{
  g_autoptr (PangoLayout) layout = NULL;
  double width;

  if (handout->marking == NULL)
    return;
  layout = kith_text_layout (handout->marking, KITH_TEXT_LABEL, INNER, 1);
  kith_text_size (layout, &width, NULL);
  kith_scribe_begin_part (cr, part, NULL);
  kith_colour_set (cr, &paper ()->text);
  cairo_move_to (cr, (KITH_HANDOUT_WIDTH - width) / 2, y);
  kith_scribe_text (cr, layout);
  kith_scribe_end_part (cr);
}

static void
draw_foot (const KithHandout *handout, guint page, cairo_t *cr)
{
  g_autofree char *number = g_strdup_printf (_ ("%s · Page %u of %u"), handout->title, page + 1,
                                             handout->pages);
  g_autoptr (PangoLayout) words = kith_text_layout (
      _ ("It starts a conversation; it is not a measurement of an organisation’s worth. What is "
         "private here is not exempt from freedom-of-information or subject-access requests."),
      KITH_TEXT_SMALL, INNER, 2);
  g_autoptr (PangoLayout) line = kith_text_layout (number, KITH_TEXT_SMALL, INNER, 1);
  double y = KITH_HANDOUT_HEIGHT - KITH_HANDOUT_MARGIN - 34.0;

  kith_scribe_begin_part (cr, KITH_PART_FURNITURE, NULL);
  kith_colour_set (cr, &paper ()->dim);
  cairo_move_to (cr, KITH_HANDOUT_MARGIN, y);
  kith_scribe_text (cr, words);
  cairo_move_to (cr, KITH_HANDOUT_MARGIN, y + 36.0);
  kith_scribe_text (cr, line);
  kith_scribe_end_part (cr);
}

static void
draw_plot (cairo_t *cr, const KithHandoutBlock *block)
{
  kith_scribe_begin_part (cr, KITH_PART_PICTURE, block->plot->words);
  kith_scribe_save (cr);
  cairo_translate (cr, KITH_HANDOUT_MARGIN, block->y);
  kith_plot_draw (cr, block->plot, KITH_NO_PLOT_POINT);
  kith_scribe_restore (cr);
  kith_scribe_end_part (cr);
}

static void
draw_block (const KithHandout *handout, cairo_t *cr, const KithHandoutBlock *block)
{
  double height;

  draw_words (handout, cr, block);
  kith_text_size (block->layout, NULL, &height);
  if (block->is_question)
    draw_answers (cr, block, block->y + height + 6.0);
  if (block->chart != NULL)
    draw_chart (cr, block, block->y + height + 4.0);
  if (block->sheet != NULL)
    draw_map (cr, block);
  if (block->plot != NULL)
    draw_plot (cr, block);
}

/**
 * kith_handout_draw:
 * @handout: a handout
 * @page: which of its pages, from 0
 * @cr: in map units, the page's top left corner at the origin; the paper is white already
 */
void
kith_handout_draw (const KithHandout *handout, guint page, cairo_t *cr)
{
  /* read out once */
  draw_marking (handout, cr, page == 0 ? KITH_PART_WORDS : KITH_PART_FURNITURE,
                KITH_HANDOUT_MARGIN / 2 - 8.0);
  for (guint i = 0; i < handout->blocks->len;)
    {
      const KithHandoutBlock *block = handout->blocks->pdata[i];

      if (block->page == page && block->cells != NULL)
        {
          i = kith_handout_draw_rows (handout, cr, i);
          continue;
        }
      if (block->page == page)
        draw_block (handout, cr, block);
      i++;
    }
  draw_marking (handout, cr, KITH_PART_FURNITURE,
                KITH_HANDOUT_HEIGHT - KITH_HANDOUT_MARGIN / 2 - 8.0);
  draw_foot (handout, page, cr);
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static const KithHandoutBlock *
find_part (const KithHandout *handout, guint page)
{
  for (guint i = 0; i < handout->blocks->len; i++)
    {
      const KithHandoutBlock *block = handout->blocks->pdata[i];

      if (block->level == 1 && block->page == page)
        return block;
    }
  return NULL;
}

void
kith_handout_put (const KithHandout *handout, KithPdf *pdf)
{
  for (guint page = 0; page < handout->pages; page++)
    {
      const KithHandoutBlock *part = find_part (handout, page);

      kith_pdf_begin_page (pdf, KITH_HANDOUT_WIDTH, KITH_HANDOUT_HEIGHT);
      kith_handout_draw (handout, page, kith_pdf_context (pdf));
      kith_pdf_end_page (pdf);
      if (part != NULL)
        kith_pdf_add_outline (pdf, pango_layout_get_text (part->layout));
    }
}

cairo_surface_t *
kith_handout_preview (const KithHandout *handout, int width, int height)
{
  double scale = MIN (width / KITH_HANDOUT_WIDTH, height / KITH_HANDOUT_HEIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         (int) (KITH_HANDOUT_WIDTH * scale),
                                                         (int) (KITH_HANDOUT_HEIGHT * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  kith_handout_draw (handout, 0, cr);
  cairo_destroy (cr);
  return surface;
}

/**
 * kith_handout_to_pdf:
 * @handout: a handout
 * @error: G_IO_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
kith_handout_to_pdf (const KithHandout *handout, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (append_bytes, bytes, KITH_HANDOUT_WIDTH * KITH_POINTS,
                                           KITH_HANDOUT_HEIGHT * KITH_POINTS);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, handout->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Kith");
  cairo_scale (cr, KITH_POINTS, KITH_POINTS);
  for (guint page = 0; page < handout->pages; page++)
    {
      kith_handout_draw (handout, page, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The pages could not be drawn: %s."),
               cairo_status_to_string (status));
  return NULL;
}
