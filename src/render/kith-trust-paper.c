/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-trust-paper.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-text.h"
#include "kith-trust-grid.h"

#define WIDTH 1122.5 /* A4 across, map units */
#define HEIGHT 793.7
#define MARGIN 42.0
#define HEAD 62.0  /* title and facts */
#define FOOT 82.0  /* signs, sentence, page */
#define LEAST 0.75 /* scale: names are 7 points high */
#define POINTS 0.75

/* How a sheet is cut up. */
typedef struct
{
  KithTrustFrame frame; /* of a page, before it is moved */
  double scale;
  guint n;
  guint across; /* columns a page */
  guint down;   /* rows a page */
  guint pages_across;
  guint pages_down;
} Cut;

static guint
how_many (double room, double size)
{
  return (guint) MAX (floor (room / size), 1.0);
}

static guint
spread (guint n, guint most, guint *pages)
{
  *pages = MAX ((n + most - 1) / most, 1);
  return MAX ((n + *pages - 1) / *pages, 1);
}

static double
scale_for (double room, double needed)
{
  return CLAMP (room / needed, LEAST, 1.0);
}

static Cut
cut_up (const KithTrustSheet *sheet)
{
  double width = WIDTH - 2 * MARGIN;
  double height = HEIGHT - 2 * MARGIN - HEAD - FOOT;
  Cut cut = {
    kith_trust_frame (sheet, width, height), 1.0, kith_trust_sheet_n (sheet), 0, 0, 0, 0
  };
  KithTrustFrame *frame = &cut.frame;

  cut.scale = MIN (scale_for (width, kith_trust_frame_full_width (frame, cut.n)),
                   scale_for (height, kith_trust_frame_full_height (frame, cut.n)));
  frame->width = width / cut.scale;
  frame->height = height / cut.scale;
  cut.across = spread (cut.n,
                       how_many (frame->width - kith_trust_frame_left (frame)
                                     - kith_trust_frame_lean (frame),
                                 KITH_TRUST_CELL_WIDTH),
                       &cut.pages_across);
  cut.down =
      spread (cut.n,
              how_many (frame->height - kith_trust_frame_top (frame) - 2.0, KITH_TRUST_CELL_HEIGHT),
              &cut.pages_down);
  return cut;
}

guint
kith_trust_paper_n_pages (const KithTrustSheet *sheet)
{
  Cut cut = cut_up (sheet);

  return cut.pages_across * cut.pages_down;
}

/**
 * kith_trust_paper_facts:
 * @map: the map that is shown
 * @view: how
 *
 * Returns: (transfer full): which map it is, of which date, for whom, and what was filtered
 */
char *
kith_trust_paper_facts (KithMap *map, const KithView *view)
{
  const char *title = kith_map_about (map)->title;
  KithDate date = kith_date_of_day (kith_view_day (view));
  g_autofree char *day = kith_date_to_words (&date);
  const char *audience = kith_enum_label (&kith_audiences, (int) view->audience);
  GString *facts = g_string_new (*title != '\0' ? title : _ ("Untitled map"));

  /* Translators: a date, then who may see it */
  g_string_append_printf (facts, _ (" · as of %s · for: %s"), day, audience);
  if (view->filter != NULL)
    {
      g_autofree char *words = kith_filter_to_words (view->filter, map);

      if (words != NULL && *words != '\0')
        /* Translators: what the filter asks for */
        g_string_append_printf (facts, _ (" · only: %s"), words);
    }
  return g_string_free (facts, FALSE);
}

static double
put (cairo_t *cr,
     const KithColour *colour,
     const char *text,
     KithTextStyle style,
     double x,
     double y,
     double width)
{
  g_autoptr (PangoLayout) layout = kith_text_layout (text, style, width, 1);
  double height;

  kith_text_size (layout, NULL, &height);
  kith_colour_set (cr, colour);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  return height;
}

/* What is the same on all pages. */
typedef struct
{
  cairo_t *cr;
  const KithTrustSheet *sheet;
  KithTrustPainter *painter;
  const KithPalette *palette;
  KithAudience audience;
  const char *title;
  const char *facts;
  const char *counts;
} Paper;

static void
draw_around (const Paper *paper, guint page, guint n)
{
  double width = WIDTH - 2 * MARGIN;
  double foot = HEIGHT - MARGIN;
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), page + 1, n);
  g_autofree char *last = g_strdup_printf ("%s · %s", paper->counts, number);
  double y = MARGIN;

  y += put (paper->cr, &paper->palette->text, paper->title, KITH_TEXT_TITLE, MARGIN, y, width);
  put (paper->cr, &paper->palette->dim, paper->facts, KITH_TEXT_SMALL, MARGIN, y + 4.0, width);
  kith_trust_painter_legend (paper->painter, paper->cr, paper->palette, paper->audience, MARGIN,
                             foot - FOOT + 16.0, width);
  put (paper->cr, &paper->palette->text, kith_trust_sheet_sentence (), KITH_TEXT_SMALL, MARGIN,
       foot - 34.0, width);
  put (paper->cr, &paper->palette->dim, last, KITH_TEXT_SMALL, MARGIN, foot - 16.0, width);
}

/* A frame that ends with the last of the page's cells, so that no other one shows. */
static void
draw_part (const Paper *paper, const Cut *cut, guint across, guint down)
{
  static const KithTrustMarks marks = KITH_TRUST_NO_MARKS;
  KithTrustFrame frame = cut->frame;
  guint columns = MIN (cut->across, cut->n - across * cut->across);
  guint rows = MIN (cut->down, cut->n - down * cut->down);

  frame.is_page = TRUE;
  frame.x = across * cut->across * KITH_TRUST_CELL_WIDTH;
  frame.y = down * cut->down * KITH_TRUST_CELL_HEIGHT;
  frame.width = kith_trust_frame_left (&frame) + columns * KITH_TRUST_CELL_WIDTH
                + kith_trust_frame_lean (&frame);
  frame.height = kith_trust_frame_top (&frame) + rows * KITH_TRUST_CELL_HEIGHT;
  cairo_save (paper->cr);
  cairo_translate (paper->cr, MARGIN, MARGIN + HEAD);
  cairo_scale (paper->cr, cut->scale, cut->scale);
  kith_trust_painter_draw (paper->painter, paper->cr, paper->sheet, &frame, paper->palette, &marks);
  cairo_restore (paper->cr);
}

static void
draw_pages (Paper *paper, const Cut *cut)
{
  guint n = cut->pages_across * cut->pages_down;

  for (guint down = 0; down < cut->pages_down; down++)
    for (guint across = 0; across < cut->pages_across; across++)
      {
        draw_around (paper, down * cut->pages_across + across, n);
        draw_part (paper, cut, across, down);
        cairo_show_page (paper->cr);
      }
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
kith_trust_paper (const KithTrustSheet *sheet, KithMap *map, const KithView *view, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (KithTrustPainter) painter = kith_trust_painter_new ();
  g_autofree char *title = kith_trust_sheet_title (sheet);
  g_autofree char *facts = kith_trust_paper_facts (map, view);
  g_autofree char *counts = kith_trust_sheet_whole_words (sheet);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes,
                                                                  WIDTH * POINTS, HEIGHT * POINTS);
  Paper paper = { cairo_create (surface), sheet, painter, kith_palette_get (KITH_PALETTE_LIGHT),
                  view->audience,         title, facts,   counts };
  Cut cut = cut_up (sheet);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Kith");
  cairo_scale (paper.cr, POINTS, POINTS);
  draw_pages (&paper, &cut);
  cairo_destroy (paper.cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The sheet could not be drawn: %s."),
               cairo_status_to_string (status));
  return NULL;
}
