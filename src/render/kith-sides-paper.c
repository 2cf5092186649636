/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-sides-paper.h"

#include "kith-painter.h"
#include "kith-text.h"
#include "kith-trust-chart.h"
#include "kith-verbs-quote.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDTH 1122.0 /* A4 across, map units */
#define LEAST_HEIGHT 794.0
#define MARGIN 45.0
#define GAP 30.0 /* between columns */
#define CHART_HEIGHT 260.0
#define POINTS 0.75
#define PIXELS 2.0

typedef struct
{
  const KithTwoSides *sides;
  KithAudience audience;
  KithTrustChart *chart; /* NULL: there is nothing that it could show */
} Page;

/* A cursor that goes down a column; draws only where there is something to draw on. */
typedef struct
{
  cairo_t *cr; /* NULL: measures */
  const KithPalette *palette;
  double x;
  double width;
  double y;
} Column;

static void
put (Column *column, const char *text, KithTextStyle style, gboolean dim)
{
  g_autoptr (PangoLayout) layout = kith_text_layout (text, style, column->width, 0);
  double height;

  if (*text == '\0')
    return;
  kith_text_size (layout, NULL, &height);
  if (column->cr != NULL)
    {
      kith_colour_set (column->cr, dim ? &column->palette->dim : &column->palette->text);
      cairo_move_to (column->cr, column->x, column->y);
      pango_cairo_show_layout (column->cr, layout);
    }
  column->y += height + 4.0;
}

static void
put_quote (Column *column, const KithQuote *quote)
{
  g_autofree char *words = kith_quote_in_marks (quote);
  g_autofree char *status = kith_quote_status_words (quote);

  put (column, words, KITH_TEXT_BODY, FALSE);
  put (column, status, KITH_TEXT_SMALL, TRUE);
}

static void
put_list (Column *column, const char *heading, GPtrArray *records)
{
  put (column, heading, KITH_TEXT_LABEL, FALSE);
  for (guint i = 0; i < records->len; i++)
    if (KITH_KIND (records->pdata[i]) == KITH_QUOTE)
      put_quote (column, records->pdata[i]);
    else
      {
        g_autofree char *line = kith_event_to_line (records->pdata[i]);

        put (column, line, KITH_TEXT_BODY, FALSE);
      }
  if (records->len == 0)
    put (column, _ ("Nothing noted"), KITH_TEXT_BODY, TRUE);
}

static void
put_view (Column *column, const KithSideView *view)
{
  g_autofree char *line = g_strdup_printf (_ ("%s: %s"), view->title, view->words);

  if (view->title == NULL || !kith_opinion_is_rated (&view->opinion))
    return;
  put (column, line, KITH_TEXT_NAME, FALSE);
  put (column, view->voices, KITH_TEXT_SMALL, TRUE);
  put (column, view->basis, KITH_TEXT_SMALL, TRUE);
}

static void
put_end (Column *column, const KithTwoSides *sides, KithEnd end)
{
  const KithSide *side = &sides->sides[end];

  put (column, side->heading, KITH_TEXT_LABEL, TRUE);
  if (!sides->has_ratings)
    {
      put (column, _ ("The public sees no ratings."), KITH_TEXT_BODY, TRUE);
      return;
    }
  put (column, side->views[KITH_TRUST].words, KITH_TEXT_TITLE, FALSE);
  put (column, side->views[KITH_TRUST].sentence, KITH_TEXT_NAME, FALSE);
  put (column, side->views[KITH_TRUST].voices, KITH_TEXT_SMALL, TRUE);
  put (column, side->views[KITH_TRUST].basis, KITH_TEXT_SMALL, TRUE);
  put_view (column, &side->views[KITH_RESPECT]);
  put_view (column, &side->views[KITH_UNDERSTANDING]);
  if (sides->has_needs)
    {
      column->y += 10.0;
      put (column, side->needs, KITH_TEXT_LABEL, FALSE);
      put (column, *side->need != '\0' ? side->need : _ ("Nothing noted"), KITH_TEXT_BODY,
           *side->need == '\0');
    }
}

static Column
column_of (const Column *page, guint i, guint n)
{
  double width = (page->width - (n - 1) * GAP) / n;

  return (Column){ page->cr, page->palette, page->x + i * (width + GAP), width, page->y };
}

static void
put_told (Column *page, const KithTwoSides *sides)
{
  g_autofree char *a = g_strdup_printf (_ ("Only %s tell of"), sides->sides[0].short_name);
  g_autofree char *b = g_strdup_printf (_ ("Only %s tell of"), sides->sides[1].short_name);
  const char *headings[] = { a, _ ("Both tell of"), b };
  GPtrArray *lists[] = { sides->sides[0].events, sides->both, sides->sides[1].events };
  double lowest = page->y;

  for (guint i = 0; i < 3 && sides->has_told; i++)
    {
      Column column = column_of (page, i, 3);

      put_list (&column, headings[i], lists[i]);
      lowest = MAX (lowest, column.y);
    }
  page->y = lowest + 14.0;
  if (sides->unsaid->len > 0)
    put_list (page, sides->has_told ? _ ("Nobody noted who tells of") : _ ("History"),
              sides->unsaid);
}

static void
put_quotes (Column *page, const KithTwoSides *sides)
{
  g_autofree char *a = g_strdup_printf (_ ("Lines of %s"), sides->sides[0].short_name);
  g_autofree char *b = g_strdup_printf (_ ("Lines of %s"), sides->sides[1].short_name);
  const char *headings[] = { a, b };
  double lowest = page->y;

  if (sides->sides[0].quotes->len + sides->sides[1].quotes->len + sides->between->len == 0)
    return;
  for (guint end = 0; end < 2; end++)
    {
      Column column = column_of (page, end, 2);

      put_list (&column, headings[end], sides->sides[end].quotes);
      lowest = MAX (lowest, column.y);
    }
  page->y = lowest + 10.0;
  if (sides->between->len > 0)
    put_list (page, _ ("Lines between them"), sides->between);
  page->y += 14.0;
}

static void
put_chart (Column *page, const Page *what)
{
  if (what->chart == NULL)
    return;
  put (page, _ ("Trust over time"), KITH_TEXT_LABEL, FALSE);
  if (page->cr != NULL)
    {
      cairo_save (page->cr);
      cairo_translate (page->cr, page->x, page->y);
      kith_trust_chart_draw (page->cr, what->chart, KITH_NO_POINT, KITH_NO_POINT);
      cairo_restore (page->cr);
    }
  page->y += CHART_HEIGHT + 4.0;
  put (
      page,
      _ ("Shaded: the gap between both, darker from two steps on. Below: what happened, and what it "
         "did to each."),
      KITH_TEXT_SMALL, TRUE);
  page->y += 14.0;
}

/* Returns how high it is. */
static double
put_all (cairo_t *cr, const Page *what)
{
  const KithTwoSides *sides = what->sides;
  Column page = { cr, kith_palette_get (KITH_PALETTE_LIGHT), MARGIN, WIDTH - 2 * MARGIN, MARGIN };
  g_autofree char *heading = g_strdup_printf (_ ("%s and %s"), sides->sides[0].name,
                                              sides->sides[1].name);
  double lowest = 0.0;

  put (&page, heading, KITH_TEXT_TITLE, FALSE);
  put (&page, kith_two_sides_leaves_out (what->audience), KITH_TEXT_SMALL, TRUE);
  page.y += 14.0;
  for (guint end = 0; end < 2; end++)
    {
      Column column = column_of (&page, end, 2);

      put_end (&column, sides, (KithEnd) end);
      lowest = MAX (lowest, column.y);
    }
  page.y = lowest + 18.0;
  put_chart (&page, what);
  put_quotes (&page, sides);
  put_told (&page, sides);
  return page.y + MARGIN;
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw (cairo_surface_t *surface, double scale, const Page *what)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  kith_painter_ground (cr, KITH_PALETTE_LIGHT);
  put_all (cr, what);
  cairo_destroy (cr);
}

static cairo_status_t
write_pdf (GByteArray *bytes, const Page *what, double height)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes,
                                                                  WIDTH * POINTS, height * POINTS);
  cairo_status_t status;

  draw (surface, POINTS, what);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static cairo_status_t
write_png (GByteArray *bytes, const Page *what, double height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (WIDTH * PIXELS),
                                                         (int) (height * PIXELS));
  cairo_status_t status;

  draw (surface, PIXELS, what);
  status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return status;
}

static KithTrustChart *
new_chart (KithMap *map, const Page *what, gint32 day)
{
  KithTrustChartLook look = { .palette = KITH_PALETTE_LIGHT,
                              .dimension = KITH_TRUST,
                              .day = day,
                              .today = kith_date_today ().first,
                              .width = WIDTH - 2 * MARGIN,
                              .height = CHART_HEIGHT };
  KithTrustChart *chart = kith_trust_chart_new (map, what->sides->link, &look);

  if (!kith_trust_chart_is_rated (chart))
    g_clear_pointer (&chart, kith_trust_chart_free);
  return chart;
}

/**
 * kith_sides_paper:
 * @map: what @audience may see, as at @day
 * @sides: what each end of a link of it sees
 * @audience: for whom it was made
 * @day: the Julian day as at which it is; 0: now
 * @pdf: PDF, else PNG
 * @error: why it failed
 *
 * Returns: (transfer full) (nullable): the file's content
 */
GBytes *
kith_sides_paper (KithMap *map,
                  const KithTwoSides *sides,
                  KithAudience audience,
                  gint32 day,
                  gboolean pdf,
                  GError **error)
{
  Page what = { sides, audience, NULL };
  g_autoptr (KithTrustChart) chart = what.chart = new_chart (map, &what, day);
  double height = ceil (CLAMP (put_all (NULL, &what), LEAST_HEIGHT, 15000.0));
  GByteArray *bytes = g_byte_array_new ();
  cairo_status_t status = pdf ? write_pdf (bytes, &what, height) : write_png (bytes, &what, height);

  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The page could not be drawn: %s"),
               cairo_status_to_string (status));
  g_byte_array_unref (bytes);
  return NULL;
}
