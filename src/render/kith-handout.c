/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-handout-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "kith-palette.h"
#include "kith-scribe.h"

#define POINTS 0.75
#define MARGIN 57.0 /* 15 mm */
#define INNER KITH_HANDOUT_CHART_WIDTH
#define FOOT 48.0
#define INDENT 14.0
#define BOX 12.0
#define ROW 22.0 /* of boxes */
#define RULE 28.0
#define DIMENSION 138.0 /* the width of its name */
#define DIGIT 38.0      /* from box to box */

typedef struct
{
  PangoLayout *layout;
  KithTextStyle style;
  double gap; /* above it, unless it is first on its page */
  double indent;
  double height;
  gboolean is_question;
  KithHandoutTicks ticks;
  KithTrustChart *chart; /* below its words, or NULL */
  PangoLayout *comment;  /* of a question, or NULL */
  KithSheet *sheet;      /* below its words, or NULL */
  KithSceneShown *shown; /* what is on that */
  guint level;           /* of a heading, 1 or 2; 0: it is none */
  char *name;            /* of a heading to which references lead, or NULL */
  char *leads_to;        /* the name of a heading, or NULL */
  gboolean begins_page;
  guint page;
  double y;
} Block;

struct _KithHandout
{
  char *title;
  GPtrArray *blocks;
  guint pages;
  gboolean begins_page; /* the next block does */
  char *marking;        /* at the top of each page, or NULL */
};

static void
block_free (gpointer data)
{
  Block *block = data;

  g_object_unref (block->layout);
  g_clear_object (&block->comment);
  g_clear_pointer (&block->chart, kith_trust_chart_free);
  g_clear_pointer (&block->sheet, kith_sheet_free);
  if (block->shown != NULL)
    kith_scene_shown_clear (block->shown);
  g_free (block->shown);
  g_free (block->name);
  g_free (block->leads_to);
  g_free (block);
}

KithHandout *
kith_handout_begin (const char *title)
{
  KithHandout *handout = g_new0 (KithHandout, 1);

  handout->title = g_strdup (title);
  handout->blocks = g_ptr_array_new_with_free_func (block_free);
  return handout;
}

void
kith_handout_free (KithHandout *handout)
{
  g_free (handout->title);
  g_free (handout->marking);
  g_ptr_array_unref (handout->blocks);
  g_free (handout);
}

void
kith_handout_set_marking (KithHandout *handout, const char *marking)
{
  g_free (handout->marking);
  handout->marking = g_strdup (marking);
}

static Block *
add_block (KithHandout *handout, KithTextStyle style, double gap, double indent, const char *text)
{
  Block *block = g_new0 (Block, 1);

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
      add_block (handout, KITH_TEXT_SMALL, 2.0, INDENT, lines[i]);
}

void
kith_handout_add_question (KithHandout *handout,
                           const char *question,
                           const KithHandoutTicks *ticks,
                           const char *comment)
{
  Block *block = add_block (handout, KITH_TEXT_NAME, 16.0, 0.0, question);
  double height = RULE;

  block->is_question = TRUE;
  block->ticks = *ticks;
  if (*comment != '\0')
    {
      block->comment = kith_text_layout (comment, KITH_TEXT_SMALL, INNER - INDENT, 6);
      kith_text_size (block->comment, NULL, &height);
      height += 8.0;
    }
  block->height += 6.0 + (ticks->all_three ? KITH_N_DIMENSIONS : 2) * ROW + height;
}

void
kith_handout_add_chart (KithHandout *handout, const char *heading, KithTrustChart *chart)
{
  Block *block = add_block (handout, KITH_TEXT_LABEL, 16.0, 0.0, heading);

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
  Block *block = add_block (handout, level == 1 ? KITH_TEXT_TITLE : KITH_TEXT_NAME,
                            level == 1 ? 26.0 : 16.0, 0.0, text);

  block->level = level;
  block->name = g_strdup (name);
}

void
kith_handout_add_reference (KithHandout *handout, const char *text, const char *name)
{
  Block *block = add_block (handout, KITH_TEXT_BODY, 4.0, INDENT, text);

  block->leads_to = g_strdup (name);
}

void
kith_handout_add_map (KithHandout *handout, KithSheet *sheet, KithSceneShown *shown)
{
  Block *block = add_block (handout, KITH_TEXT_SMALL, 4.0, 0.0, "");

  block->sheet = sheet;
  block->shown = shown;
  block->height = KITH_HANDOUT_MAP_HEIGHT;
}

void
kith_handout_end (KithHandout *handout)
{
  double bottom = KITH_HANDOUT_HEIGHT - MARGIN - FOOT;
  double y = MARGIN;

  handout->pages = 1;
  for (guint i = 0; i < handout->blocks->len; i++)
    {
      Block *block = handout->blocks->pdata[i];
      double wanted = block->height;

      /* a heading stays with what it is of */
      if (!block->is_question && block->chart == NULL && block->sheet == NULL
          && block->style != KITH_TEXT_SMALL && block->style != KITH_TEXT_BODY
          && i + 1 < handout->blocks->len)
        wanted += ((Block *) handout->blocks->pdata[i + 1])->height;
      y += y > MARGIN ? block->gap : 0.0;
      if ((y + wanted > bottom || block->begins_page) && y > MARGIN)
        {
          handout->pages++;
          y = MARGIN;
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
append_ticks (const Block *block, GString *words)
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
      const Block *block = handout->blocks->pdata[i];

      g_string_append_printf (words, "%s\n", pango_layout_get_text (block->layout));
      append_ticks (block, words);
    }
  return g_string_free (words, FALSE);
}

/* --- Drawing --- */

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
draw_trust (cairo_t *cr, const Block *block, double x, double y)
{
  const guint *ticks = block->ticks.marks[KITH_TRUST];
  double step = (INNER - INDENT) / 5.0;

  for (int i = KITH_SCORE_1; i <= KITH_SCORE_5; i++)
    {
      g_autofree char *label = g_strdup_printf ("%d %s", i - KITH_SCORE_1 + 1,
                                                kith_enum_label (&kith_scores, i));

      draw_box (cr, label, ticks[i], x + (i - KITH_SCORE_1) * step, y);
    }
  for (int i = 0; i < 3; i++)
    draw_box (cr, kith_enum_label (&kith_scores, KITH_SCORE_NOT_KNOWN + i),
              ticks[KITH_SCORE_NOT_KNOWN + i], x + i * step, y + ROW);
}

/* One row a dimension: the steps as digits, which the head of the sheet explains. */
static void
draw_dimension (cairo_t *cr, const Block *block, int dimension, double x, double y)
{
  const guint *ticks = block->ticks.marks[dimension];
  double absent = x + DIMENSION + 5 * DIGIT;
  double step = (MARGIN + INNER - absent) / 3.0;

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
draw_answers (cairo_t *cr, const Block *block, double y)
{
  double x = MARGIN + INDENT;

  if (!block->ticks.all_three)
    draw_trust (cr, block, x, y);
  for (int i = 0; i < KITH_N_DIMENSIONS && block->ticks.all_three; i++)
    draw_dimension (cr, block, i, x, y + i * ROW);
  y += (block->ticks.all_three ? KITH_N_DIMENSIONS : 2) * ROW;
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
  cairo_line_to (cr, MARGIN + INNER, y + 16.0);
  cairo_stroke (cr);
}

static void
draw_chart (cairo_t *cr, const Block *block, double y)
{
  cairo_save (cr);
  cairo_translate (cr, MARGIN, y);
  kith_trust_chart_draw (cr, block->chart, KITH_NO_POINT, KITH_NO_POINT);
  cairo_restore (cr);
}

static void
draw_map (cairo_t *cr, const Block *block)
{
  cairo_save (cr);
  cairo_translate (cr, MARGIN, block->y);
  kith_sheet_draw (block->sheet, cr, TRUE, NULL, NULL);
  cairo_restore (cr);
}

static const Block *
find_named (const KithHandout *handout, const char *name)
{
  for (guint i = 0; i < handout->blocks->len; i++)
    if (g_strcmp0 (((const Block *) handout->blocks->pdata[i])->name, name) == 0)
      return handout->blocks->pdata[i];
  return NULL;
}

/* The page on which it stands, at the right. */
static void
draw_reference (const KithHandout *handout, cairo_t *cr, const Block *block)
{
  const Block *named = find_named (handout, block->leads_to);
  g_autofree char *number = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  double width;

  if (named == NULL)
    return;
  number = g_strdup_printf ("%u", named->page + 1);
  layout = kith_text_layout (number, KITH_TEXT_BODY, -1, 1);
  kith_text_size (layout, &width, NULL);
  cairo_move_to (cr, MARGIN + INNER / 2 - width, block->y);
  kith_scribe_text (cr, layout);
}

static void
draw_words (const KithHandout *handout, cairo_t *cr, const Block *block)
{
  if (*pango_layout_get_text (block->layout) == '\0')
    return;
  kith_scribe_begin_part (cr,
                          block->level == 1   ? KITH_PART_TITLE
                          : block->level == 2 ? KITH_PART_HEADING
                                              : KITH_PART_WORDS,
                          NULL);
  kith_colour_set (cr, &paper ()->text);
  cairo_move_to (cr, MARGIN + block->indent, block->y);
  kith_scribe_text (cr, block->layout);
  if (block->leads_to != NULL)
    draw_reference (handout, cr, block);
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
  double y = KITH_HANDOUT_HEIGHT - MARGIN - 34.0;

  kith_scribe_begin_part (cr, KITH_PART_FURNITURE, NULL);
  kith_colour_set (cr, &paper ()->dim);
  cairo_move_to (cr, MARGIN, y);
  kith_scribe_text (cr, words);
  cairo_move_to (cr, MARGIN, y + 36.0);
  kith_scribe_text (cr, line);
  kith_scribe_end_part (cr);
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
  draw_marking (handout, cr, page == 0 ? KITH_PART_WORDS : KITH_PART_FURNITURE, MARGIN / 2 - 8.0);
  for (guint i = 0; i < handout->blocks->len; i++)
    {
      const Block *block = handout->blocks->pdata[i];
      double height;

      if (block->page != page)
        continue;
      draw_words (handout, cr, block);
      kith_text_size (block->layout, NULL, &height);
      if (block->is_question)
        draw_answers (cr, block, block->y + height + 6.0);
      if (block->chart != NULL)
        draw_chart (cr, block, block->y + height + 4.0);
      if (block->sheet != NULL)
        draw_map (cr, block);
    }
  draw_marking (handout, cr, KITH_PART_FURNITURE, KITH_HANDOUT_HEIGHT - MARGIN / 2 - 8.0);
  draw_foot (handout, page, cr);
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static const Block *
find_part (const KithHandout *handout, guint page)
{
  for (guint i = 0; i < handout->blocks->len; i++)
    {
      const Block *block = handout->blocks->pdata[i];

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
      const Block *part = find_part (handout, page);

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
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes,
                                                                  KITH_HANDOUT_WIDTH * POINTS,
                                                                  KITH_HANDOUT_HEIGHT * POINTS);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, handout->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Kith");
  cairo_scale (cr, POINTS, POINTS);
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
