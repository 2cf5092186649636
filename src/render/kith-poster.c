/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-poster.h"

#include "kith-palette.h"
#include "kith-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARK 18.0 /* length of a crop mark, map units */
#define MARK_OFF 6.0
#define TIGHT 0.01        /* less than this is no sheet more */
#define TILE_OVERLAP 37.8 /* by which neighbours show the same */

typedef struct
{
  guint columns;
  guint rows;
  double width; /* of a sheet, map units */
  double height;
  double margin;
  double step_x; /* from one to the next */
  double step_y;
} Tiling;

struct _KithPoster
{
  double width;
  double height;
  Tiling tiling;
  const KithPalette *palette;
  cairo_t *cr; /* while a page is drawn, and what shows the poster on it */
  KithPosterShow show;
  gpointer data;
};

static guint
count (double whole, double step)
{
  return MAX (1, (guint) ceil ((whole - TILE_OVERLAP) / step - TIGHT));
}

static void
fill_tiling (double width,
             double height,
             double sheet_width,
             double sheet_height,
             double margin,
             Tiling *tiling)
{
  tiling->width = sheet_width;
  tiling->height = sheet_height;
  tiling->margin = margin;
  tiling->step_x = MAX (sheet_width - 2 * margin - TILE_OVERLAP, TILE_OVERLAP);
  tiling->step_y = MAX (sheet_height - 2 * margin - TILE_OVERLAP, TILE_OVERLAP);
  tiling->columns = count (width, tiling->step_x);
  tiling->rows = count (height, tiling->step_y);
}

/* The way of turning the sheets that needs fewest of them. */
static void
find_tiling (double poster_width,
             double poster_height,
             double sheet_width,
             double sheet_height,
             double margin,
             Tiling *tiling)
{
  Tiling turned;

  fill_tiling (poster_width, poster_height, sheet_width, sheet_height, margin, tiling);
  fill_tiling (poster_width, poster_height, sheet_height, sheet_width, margin, &turned);
  if (turned.columns * turned.rows < tiling->columns * tiling->rows)
    *tiling = turned;
}

/* "2C": second row, third from the left (transfer full). No letter before a number: "A4" would be a size of paper. */
static char *
sheet_name (guint row, guint column)
{
  char letters[8] = "";
  guint n = sizeof letters - 1;

  do
    {
      letters[--n] = (char) ('A' + column % 26);
      column = column / 26;
    }
  while (column-- > 0 && n > 0);
  return g_strdup_printf ("%u%s", row + 1, letters + n);
}

/* --- Words and lines --- */

static double
put_words (KithPoster *poster,
           KithTextStyle style,
           const char *words,
           double x,
           double y,
           double width)
{
  g_autoptr (PangoLayout) layout = kith_text_layout (words, style, width, 0);
  double height;

  kith_text_size (layout, NULL, &height);
  kith_colour_set (poster->cr, &poster->palette->text);
  cairo_move_to (poster->cr, x, y);
  kith_scribe_text (poster->cr, layout);
  return y + height;
}

static void
put_line (KithPoster *poster, double x, double y, double to_x, double to_y)
{
  cairo_move_to (poster->cr, x, y);
  cairo_line_to (poster->cr, to_x, to_y);
  kith_scribe_stroke (poster->cr);
}

/* At the corners of what is to be kept of a sheet, outside of it. */
static void
put_crop_marks (KithPoster *poster)
{
  const double left = poster->tiling.margin, top = left;
  const double right = poster->tiling.width - left;
  const double bottom = poster->tiling.height - left;
  const double xs[] = { left, right }, ys[] = { top, bottom };

  kith_colour_set (poster->cr, &poster->palette->text);
  cairo_set_line_width (poster->cr, 0.6);
  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < 2; j++)
      {
        double out_x = i == 0 ? -1.0 : 1.0, out_y = j == 0 ? -1.0 : 1.0;

        put_line (poster, xs[i] + out_x * MARK_OFF, ys[j], xs[i] + out_x * (MARK_OFF + MARK),
                  ys[j]);
        put_line (poster, xs[i], ys[j] + out_y * MARK_OFF, xs[i],
                  ys[j] + out_y * (MARK_OFF + MARK));
      }
}

/* --- A sheet --- */

static void
clip_to_sheet (KithPoster *poster)
{
  const Tiling *tiling = &poster->tiling;

  cairo_rectangle (poster->cr, tiling->margin, tiling->margin, tiling->width - 2 * tiling->margin,
                   tiling->height - 2 * tiling->margin);
  kith_scribe_clip (poster->cr);
}

static void
put_part (KithPoster *poster, const char *name, guint row, guint column)
{
  /* Translators: what a sheet of a poster shows: "2C". */
  g_autofree char *words = g_strdup_printf (_ ("Part %s of the poster"), name);

  kith_scribe_begin_part (poster->cr, KITH_PART_PICTURE, words);
  kith_scribe_save (poster->cr);
  clip_to_sheet (poster);
  poster->show (poster->cr, poster->tiling.margin - column * poster->tiling.step_x,
                poster->tiling.margin - row * poster->tiling.step_y, 1.0, poster->data);
  kith_scribe_restore (poster->cr);
  kith_scribe_end_part (poster->cr);
}

static void
put_sheet (KithPoster *poster, guint row, guint column)
{
  g_autofree char *name = sheet_name (row, column);
  /* Translators: at the foot of a sheet of a poster: "2C", rows, sheets in a row. */
  g_autofree char *foot = g_strdup_printf (_ ("%s of %u × %u"), name, poster->tiling.rows,
                                           poster->tiling.columns);

  put_part (poster, name, row, column);
  kith_scribe_begin_part (poster->cr, KITH_PART_FURNITURE, NULL);
  put_crop_marks (poster);
  put_words (poster, KITH_TEXT_SMALL, foot, poster->tiling.margin + 34.0,
             poster->tiling.height - poster->tiling.margin + 10.0, -1.0);
  kith_scribe_end_part (poster->cr);
}

/* --- The plan --- */

static void
put_plan_sheet (KithPoster *poster, double x, double y, double scale, guint row, guint column)
{
  const Tiling *tiling = &poster->tiling;
  g_autofree char *name = sheet_name (row, column);
  g_autoptr (PangoLayout) layout = kith_text_layout (name, KITH_TEXT_TITLE, -1.0, 1);
  double left = x + column * tiling->step_x * scale, top = y + row * tiling->step_y * scale;
  double right = MIN (left + (tiling->width - 2 * tiling->margin) * scale,
                      x + poster->width * scale);
  double bottom = MIN (top + (tiling->height - 2 * tiling->margin) * scale,
                       y + poster->height * scale);
  double width, height;

  kith_colour_set (poster->cr, &poster->palette->text);
  cairo_set_line_width (poster->cr, 0.8);
  cairo_rectangle (poster->cr, left, top, right - left, bottom - top);
  kith_scribe_stroke (poster->cr);
  kith_text_size (layout, &width, &height);
  cairo_rectangle (poster->cr, (left + right - width) / 2 - 6.0, (top + bottom - height) / 2 - 2.0,
                   width + 12.0, height + 4.0);
  kith_colour_set (poster->cr, &poster->palette->card);
  kith_scribe_fill (poster->cr);
  kith_colour_set (poster->cr, &poster->palette->text);
  cairo_move_to (poster->cr, (left + right - width) / 2, (top + bottom - height) / 2);
  kith_scribe_text (poster->cr, layout);
}

static double
put_plan_words (KithPoster *poster)
{
  const double margin = poster->tiling.margin;
  const double width = poster->tiling.width - 2 * margin;
  guint n = poster->tiling.rows * poster->tiling.columns;
  g_autofree char *text = g_strdup_printf (
      /* Translators: how to put a poster together; sheets. */
      ngettext ("This plan and %u sheet. Print at 100 %%, without fitting to the page.",
                "This plan and %u sheets. Print at 100 %%, without fitting to the page.", n),
      n);
  double y;

  kith_scribe_begin_part (poster->cr, KITH_PART_TITLE, NULL);
  y = put_words (poster, KITH_TEXT_TITLE, _ ("How to put the poster together"), margin, margin,
                 width);
  kith_scribe_end_part (poster->cr);
  kith_scribe_begin_part (poster->cr, KITH_PART_WORDS, NULL);
  y = put_words (poster, KITH_TEXT_BODY, text, margin, y + 6.0, width);
  kith_scribe_end_part (poster->cr);
  kith_scribe_begin_part (poster->cr, KITH_PART_WORDS, NULL);
  y = put_words (
      poster, KITH_TEXT_BODY,
      _ ("Cut each sheet along its marks at the right and at the foot. Lay it over its "
         "neighbours: they show the same for 10 mm. Row 1 is the top, sheet A the left."),
      margin, y + 4.0, width);
  kith_scribe_end_part (poster->cr);
  return y + 16.0;
}

static void
put_plan (KithPoster *poster)
{
  const Tiling *tiling = &poster->tiling;
  double x, y, scale;

  y = put_plan_words (poster);
  scale = MIN ((tiling->width - 2 * tiling->margin) / poster->width,
               (tiling->height - tiling->margin - y) / poster->height);
  x = (tiling->width - poster->width * scale) / 2;
  kith_scribe_begin_part (poster->cr, KITH_PART_PICTURE,
                          _ ("The whole poster, and where each sheet lies"));
  poster->show (poster->cr, x, y, scale, poster->data);
  for (guint row = 0; row < tiling->rows; row++)
    for (guint column = 0; column < tiling->columns; column++)
      put_plan_sheet (poster, x, y, scale, row, column);
  kith_scribe_end_part (poster->cr);
}

/**
 * kith_poster_new:
 * @poster_width: of what is cut
 * @poster_height: of what is cut
 * @sheet_width: of a sheet; it may be turned
 * @sheet_height: of a sheet
 * @sheet_margin: of a sheet, on all sides: at least %KITH_POSTER_MARGIN is taken
 *
 * Returns: (transfer full): the poster
 */
KithPoster *
kith_poster_new (double poster_width,
                 double poster_height,
                 double sheet_width,
                 double sheet_height,
                 double sheet_margin)
{
  KithPoster *poster = g_new0 (KithPoster, 1);

  poster->width = poster_width;
  poster->height = poster_height;
  poster->palette = kith_palette_get (KITH_PALETTE_LIGHT);
  find_tiling (poster_width, poster_height, sheet_width, sheet_height,
               MIN (MAX (sheet_margin, KITH_POSTER_MARGIN), MIN (sheet_width, sheet_height) / 5),
               &poster->tiling);
  return poster;
}

void
kith_poster_free (KithPoster *poster)
{
  g_free (poster);
}

guint
kith_poster_n_pages (const KithPoster *poster)
{
  return 1 + poster->tiling.rows * poster->tiling.columns;
}

void
kith_poster_page_size (const KithPoster *poster, double *width, double *height)
{
  *width = poster->tiling.width;
  *height = poster->tiling.height;
}

/**
 * kith_poster_draw:
 * @poster: a poster
 * @page: 0: the plan
 * @cr: in map units, the page's top left corner at the origin
 * @show: shows the poster
 * @data: for @show
 */
void
kith_poster_draw (KithPoster *poster, guint page, cairo_t *cr, KithPosterShow show, gpointer data)
{
  poster->cr = cr;
  poster->show = show;
  poster->data = data;
  if (page == 0)
    put_plan (poster);
  else
    put_sheet (poster, (page - 1) / poster->tiling.columns, (page - 1) % poster->tiling.columns);
  poster->cr = NULL;
}

/* --- As a file --- */

typedef struct
{
  KithPdf *pdf;
  guint drawing;
} Drawn;

static void
show_drawing (cairo_t *cr, double x, double y, double scale, gpointer data)
{
  const Drawn *drawn = data;

  kith_pdf_show_drawing (drawn->pdf, drawn->drawing, x, y, scale);
}

void
kith_poster_put (KithPoster *poster, KithPdf *pdf, guint drawing)
{
  const guint columns = poster->tiling.columns;
  Drawn drawn = { pdf, drawing };

  for (guint page = 0; page < kith_poster_n_pages (poster); page++)
    {
      g_autofree char *name = page == 0 ? g_strdup (_ ("How to put the poster together"))
                                        : sheet_name ((page - 1) / columns, (page - 1) % columns);

      kith_pdf_begin_page (pdf, poster->tiling.width, poster->tiling.height);
      kith_poster_draw (poster, page, kith_pdf_context (pdf), show_drawing, &drawn);
      kith_pdf_end_page (pdf);
      kith_pdf_add_outline (pdf, name);
    }
}
