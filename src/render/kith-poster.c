/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-poster.h"

#include "kith-palette.h"
#include "kith-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARK 18.0 /* length of a crop mark, map units */
#define MARK_OFF 6.0
#define TIGHT 0.01        /* less than this is no sheet more */
#define TILE_MARGIN 37.8  /* of a sheet, map units: 10 mm that a printer may not reach */
#define TILE_OVERLAP 37.8 /* by which neighbours show the same */

typedef struct
{
  guint columns;
  guint rows;
  double width; /* of a sheet, map units */
  double height;
  double step_x; /* from one to the next */
  double step_y;
} Tiling;

typedef struct
{
  KithPdf *pdf;
  cairo_t *cr;
  guint drawing;
  double width; /* of the poster */
  double height;
  Tiling tiling;
  const KithPalette *palette;
} Poster;

static guint
count (double whole, double step)
{
  return MAX (1, (guint) ceil ((whole - TILE_OVERLAP) / step - TIGHT));
}

static void
fill_tiling (double width, double height, double sheet_width, double sheet_height, Tiling *tiling)
{
  tiling->width = sheet_width;
  tiling->height = sheet_height;
  tiling->step_x = sheet_width - 2 * TILE_MARGIN - TILE_OVERLAP;
  tiling->step_y = sheet_height - 2 * TILE_MARGIN - TILE_OVERLAP;
  tiling->columns = count (width, tiling->step_x);
  tiling->rows = count (height, tiling->step_y);
}

/* The way of turning the sheets that needs fewest of them. */
static void
find_tiling (double poster_width,
             double poster_height,
             double sheet_width,
             double sheet_height,
             Tiling *tiling)
{
  Tiling turned;

  fill_tiling (poster_width, poster_height, sheet_width, sheet_height, tiling);
  fill_tiling (poster_width, poster_height, sheet_height, sheet_width, &turned);
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
put_words (Poster *poster, KithTextStyle style, const char *words, double x, double y, double width)
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
put_line (Poster *poster, double x, double y, double to_x, double to_y)
{
  cairo_move_to (poster->cr, x, y);
  cairo_line_to (poster->cr, to_x, to_y);
  kith_scribe_stroke (poster->cr);
}

/* At the corners of what is to be kept of a sheet, outside of it. */
static void
put_crop_marks (Poster *poster)
{
  const double left = TILE_MARGIN, top = TILE_MARGIN;
  const double right = poster->tiling.width - TILE_MARGIN;
  const double bottom = poster->tiling.height - TILE_MARGIN;
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
clip_to_sheet (Poster *poster)
{
  cairo_rectangle (poster->cr, TILE_MARGIN, TILE_MARGIN, poster->tiling.width - 2 * TILE_MARGIN,
                   poster->tiling.height - 2 * TILE_MARGIN);
  kith_scribe_clip (poster->cr);
}

static void
put_part (Poster *poster, const char *name, guint row, guint column)
{
  /* Translators: what a sheet of a poster shows: "2C". */
  g_autofree char *words = g_strdup_printf (_ ("Part %s of the poster"), name);

  kith_scribe_begin_part (poster->cr, KITH_PART_PICTURE, words);
  kith_scribe_save (poster->cr);
  clip_to_sheet (poster);
  kith_pdf_show_drawing (poster->pdf, poster->drawing, TILE_MARGIN - column * poster->tiling.step_x,
                         TILE_MARGIN - row * poster->tiling.step_y, 1.0);
  kith_scribe_restore (poster->cr);
  kith_scribe_end_part (poster->cr);
}

static void
put_sheet (Poster *poster, guint row, guint column)
{
  g_autofree char *name = sheet_name (row, column);
  /* Translators: at the foot of a sheet of a poster: "2C", rows, sheets in a row. */
  g_autofree char *foot = g_strdup_printf (_ ("%s of %u × %u"), name, poster->tiling.rows,
                                           poster->tiling.columns);

  kith_pdf_begin_page (poster->pdf, poster->tiling.width, poster->tiling.height);
  put_part (poster, name, row, column);
  kith_scribe_begin_part (poster->cr, KITH_PART_FURNITURE, NULL);
  put_crop_marks (poster);
  put_words (poster, KITH_TEXT_SMALL, foot, TILE_MARGIN + 34.0,
             poster->tiling.height - TILE_MARGIN + 10.0, -1.0);
  kith_scribe_end_part (poster->cr);
  kith_pdf_end_page (poster->pdf);
  kith_pdf_add_outline (poster->pdf, name);
}

/* --- The plan --- */

static void
put_plan_sheet (Poster *poster, double x, double y, double scale, guint row, guint column)
{
  const Tiling *tiling = &poster->tiling;
  g_autofree char *name = sheet_name (row, column);
  g_autoptr (PangoLayout) layout = kith_text_layout (name, KITH_TEXT_TITLE, -1.0, 1);
  double left = x + column * tiling->step_x * scale, top = y + row * tiling->step_y * scale;
  double right = MIN (left + (tiling->width - 2 * TILE_MARGIN) * scale, x + poster->width * scale);
  double bottom = MIN (top + (tiling->height - 2 * TILE_MARGIN) * scale,
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
put_plan_words (Poster *poster)
{
  const double width = poster->tiling.width - 2 * TILE_MARGIN;
  guint n = poster->tiling.rows * poster->tiling.columns;
  g_autofree char *text = g_strdup_printf (
      /* Translators: how to put a poster together; sheets. */
      ngettext ("This plan and %u sheet. Print at 100 %%, without fitting to the page.",
                "This plan and %u sheets. Print at 100 %%, without fitting to the page.", n),
      n);
  double y;

  kith_scribe_begin_part (poster->cr, KITH_PART_TITLE, NULL);
  y = put_words (poster, KITH_TEXT_TITLE, _ ("How to put the poster together"), TILE_MARGIN,
                 TILE_MARGIN, width);
  kith_scribe_end_part (poster->cr);
  kith_scribe_begin_part (poster->cr, KITH_PART_WORDS, NULL);
  y = put_words (poster, KITH_TEXT_BODY, text, TILE_MARGIN, y + 6.0, width);
  kith_scribe_end_part (poster->cr);
  kith_scribe_begin_part (poster->cr, KITH_PART_WORDS, NULL);
  y = put_words (
      poster, KITH_TEXT_BODY,
      _ ("Cut each sheet along its marks at the right and at the foot. Lay it over its "
         "neighbours: they show the same for 10 mm. Row 1 is the top, sheet A the left."),
      TILE_MARGIN, y + 4.0, width);
  kith_scribe_end_part (poster->cr);
  return y + 16.0;
}

static void
put_plan (Poster *poster)
{
  const Tiling *tiling = &poster->tiling;
  double x, y, scale;

  kith_pdf_begin_page (poster->pdf, tiling->width, tiling->height);
  y = put_plan_words (poster);
  scale = MIN ((tiling->width - 2 * TILE_MARGIN) / poster->width,
               (tiling->height - TILE_MARGIN - y) / poster->height);
  x = (tiling->width - poster->width * scale) / 2;
  kith_scribe_begin_part (poster->cr, KITH_PART_PICTURE,
                          _ ("The whole poster, and where each sheet lies"));
  kith_pdf_show_drawing (poster->pdf, poster->drawing, x, y, scale);
  for (guint row = 0; row < tiling->rows; row++)
    for (guint column = 0; column < tiling->columns; column++)
      put_plan_sheet (poster, x, y, scale, row, column);
  kith_scribe_end_part (poster->cr);
  kith_pdf_end_page (poster->pdf);
  kith_pdf_add_outline (poster->pdf, _ ("How to put the poster together"));
}

void
kith_poster_put_sheets (KithPdf *pdf,
                        guint drawing,
                        double poster_width,
                        double poster_height,
                        double sheet_width,
                        double sheet_height)
{
  Poster poster = { .pdf = pdf,
                    .cr = kith_pdf_context (pdf),
                    .drawing = drawing,
                    .width = poster_width,
                    .height = poster_height,
                    .palette = kith_palette_get (KITH_PALETTE_LIGHT) };

  find_tiling (poster_width, poster_height, sheet_width, sheet_height, &poster.tiling);
  put_plan (&poster);
  for (guint row = 0; row < poster.tiling.rows; row++)
    for (guint column = 0; column < poster.tiling.columns; column++)
      put_sheet (&poster, row, column);
}
