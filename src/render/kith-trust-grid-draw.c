/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The painter of a trust sheet: cells in sight, heads, lines and sums. Sums have no colour: they are
 * no marks. */
#include "kith-trust-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SLANT (50.0 * G_PI / 180.0)
#define RISE 0.766
#define BAND 0.07 /* of the row and the column under the pointer */

static const char *const sum_titles[KITH_TRUST_N_SUMS] = {
  N_ ("Median"),
  N_ ("Voices"),
  N_ ("Not known"),
};

static void
draw_cell (const KithTrustDrawing *drawing, guint row, guint column)
{
  const KithTrustCell *cell = kith_trust_sheet_cell (drawing->sheet, row, column);
  KithRect box = kith_trust_frame_rect (drawing->frame, (int) row, (int) column);

  if (kith_trust_sheet_is_self (drawing->sheet, row, column))
    kith_trust_draw_self (drawing, &box);
  else if (cell == NULL)
    return;
  else if (cell->n == 0)
    kith_trust_draw_filtered (drawing, &box);
  else
    kith_trust_draw_sign (drawing, &cell->opinion, &box);
}

/* --- Lines between --- */

/* Where another sector, or another level, begins. */
static gboolean
parts (const KithTrustDrawing *drawing, guint i, gboolean columns)
{
  const KithTrustWho *(*nth) (const KithTrustSheet *, guint) = columns ? kith_trust_sheet_column
                                                                       : kith_trust_sheet_row;
  const KithTrustWho *who = nth (drawing->sheet, i);
  const KithTrustWho *before = i > 0 ? nth (drawing->sheet, i - 1) : NULL;

  if (before == NULL)
    return TRUE;
  if (kith_trust_sheet_look (drawing->sheet)->order == KITH_TRUST_BY_SECTOR)
    return who->sector != before->sector;
  return kith_trust_sheet_look (drawing->sheet)->order == KITH_TRUST_BY_LEVEL
         && who->stakeholder->level != before->stakeholder->level;
}

static void
set_line (const KithTrustDrawing *drawing, gboolean strong)
{
  kith_colour_set_faint (drawing->cr, &drawing->palette->text, strong ? 0.32 : 0.09);
  cairo_set_line_width (drawing->cr, 1.0);
}

static double
last_x (const KithTrustDrawing *drawing)
{
  guint last = drawing->frame->is_page ? drawing->columns[1] : drawing->n;

  return kith_trust_frame_rect (drawing->frame, 0, (int) last).x;
}

/* One more than there are in sight: the lower edge of the last. */
static void
draw_row_lines (const KithTrustDrawing *drawing)
{
  for (guint i = drawing->rows[0]; i <= drawing->rows[1]; i++)
    {
      KithRect box = kith_trust_frame_rect (drawing->frame, (int) i, KITH_TRUST_HEAD);

      set_line (drawing, i == drawing->n || parts (drawing, i, FALSE));
      cairo_move_to (drawing->cr, 0.0, round (box.y) + 0.5);
      cairo_line_to (drawing->cr, MIN (last_x (drawing), drawing->frame->width),
                     round (box.y) + 0.5);
      cairo_stroke (drawing->cr);
    }
}

static void
draw_column_lines (const KithTrustDrawing *drawing)
{
  double bottom = kith_trust_frame_rect (drawing->frame, (int) drawing->n, 0).y;

  for (guint i = drawing->columns[0]; i <= drawing->columns[1]; i++)
    {
      KithRect box = kith_trust_frame_rect (drawing->frame, 0, (int) i);

      set_line (drawing, i == drawing->n || parts (drawing, i, TRUE));
      cairo_move_to (drawing->cr, round (box.x) + 0.5, drawing->frame->column_head);
      cairo_line_to (drawing->cr, round (box.x) + 0.5, MIN (bottom, drawing->frame->height));
      cairo_stroke (drawing->cr);
    }
}

/* --- Heads --- */

static void
draw_dot (const KithTrustDrawing *drawing, const KithTrustWho *who, double x, double y)
{
  cairo_new_sub_path (drawing->cr);
  cairo_arc (drawing->cr, x, y, 4.5, 0, 2 * G_PI);
  kith_colour_set (drawing->cr, &drawing->palette->sectors[who->colour].accent);
  cairo_fill (drawing->cr);
}

static void
draw_row_head (const KithTrustDrawing *drawing, guint row)
{
  const KithTrustWho *who = kith_trust_sheet_row (drawing->sheet, row);
  KithRect box = kith_trust_frame_rect (drawing->frame, (int) row, KITH_TRUST_HEAD);
  gboolean marked = (int) row == drawing->marks->row || (int) row == drawing->marks->hover_row;

  draw_dot (drawing, who, 12.0, box.y + box.height / 2);
  box.x += 22.0;
  box.width -= 28.0;
  kith_colour_set (drawing->cr, &drawing->palette->text);
  kith_trust_put (drawing, kith_stakeholder_short_name (who->stakeholder),
                  marked ? KITH_TEXT_LABEL : KITH_TEXT_BODY, &box, TRUE);
}

/* From the middle of its foot up to the right. */
static void
put_slanted (const KithTrustDrawing *drawing, const char *text, KithTextStyle style, double x)
{
  double length = drawing->frame->column_head / RISE - 24.0;
  PangoLayout *layout = kith_trust_words (drawing->painter, text, style, length);
  double height;

  kith_text_size (layout, NULL, &height);
  cairo_save (drawing->cr);
  cairo_translate (drawing->cr, x, drawing->frame->column_head - 4.0);
  cairo_rotate (drawing->cr, -SLANT);
  cairo_move_to (drawing->cr, 14.0, -height / 2);
  pango_cairo_show_layout (drawing->cr, layout);
  cairo_restore (drawing->cr);
}

static void
draw_column_head (const KithTrustDrawing *drawing, guint column)
{
  const KithTrustWho *who = kith_trust_sheet_column (drawing->sheet, column);
  KithRect box = kith_trust_frame_rect (drawing->frame, KITH_TRUST_HEAD, (int) column);
  double x = box.x + box.width / 2;
  gboolean marked = (int) column == drawing->marks->column
                    || (int) column == drawing->marks->hover_column;

  draw_dot (drawing, who, x, drawing->frame->column_head - 8.0);
  kith_colour_set (drawing->cr, &drawing->palette->text);
  put_slanted (drawing, kith_stakeholder_short_name (who->stakeholder),
               marked ? KITH_TEXT_LABEL : KITH_TEXT_BODY, x);
}

/* --- Sums --- */

static char *
sum_text (const KithTrustSum *sum, guint which)
{
  switch (which)
    {
    case 0:
      return sum->median > 0.0 ? kith_trust_median_to_digit (sum->median) : g_strdup ("–");
    case 1:
      return g_strdup_printf ("%u", sum->voices);
    case 2:
    default:
      return sum->unknown > 0 ? g_strdup_printf ("%u", sum->unknown) : g_strdup ("");
    }
}

static void
put_sum (const KithTrustDrawing *drawing, const KithTrustSum *sum, guint which, const KithRect *box)
{
  g_autofree char *text = sum_text (sum, which);
  g_autofree char *bracketed = g_strdup_printf ("(%s)", text);
  gboolean guess = which == 0 && sum->guess;

  kith_colour_set (drawing->cr, which == 0 ? &drawing->palette->text : &drawing->palette->dim);
  kith_trust_put (drawing, guess ? bracketed : text,
                  which == 0 && !guess ? KITH_TEXT_LABEL : KITH_TEXT_SMALL, box, FALSE);
}

static void
draw_row_sums (const KithTrustDrawing *drawing)
{
  for (guint row = drawing->rows[0]; row < drawing->rows[1]; row++)
    for (guint i = 0; i < KITH_TRUST_N_SUMS; i++)
      {
        KithRect box = kith_trust_frame_rect (drawing->frame, (int) row, KITH_TRUST_HEAD);

        box.x = drawing->frame->row_head + i * KITH_TRUST_CELL_WIDTH;
        box.width = KITH_TRUST_CELL_WIDTH;
        put_sum (drawing, &kith_trust_sheet_row (drawing->sheet, row)->says, i, &box);
      }
}

static void
draw_column_sums (const KithTrustDrawing *drawing)
{
  for (guint column = drawing->columns[0]; column < drawing->columns[1]; column++)
    for (guint i = 0; i < KITH_TRUST_N_SUMS; i++)
      {
        KithRect box = kith_trust_frame_rect (drawing->frame, KITH_TRUST_HEAD, (int) column);

        box.y = drawing->frame->column_head + i * KITH_TRUST_SUM_HEIGHT;
        box.height = KITH_TRUST_SUM_HEIGHT;
        put_sum (drawing, &kith_trust_sheet_column (drawing->sheet, column)->is_said, i, &box);
      }
}

static void
draw_sum_titles (const KithTrustDrawing *drawing)
{
  for (guint i = 0; i < KITH_TRUST_N_SUMS; i++)
    {
      KithRect box = { 10.0, drawing->frame->column_head + i * KITH_TRUST_SUM_HEIGHT,
                       drawing->frame->row_head - 16.0, KITH_TRUST_SUM_HEIGHT };

      kith_colour_set (drawing->cr, &drawing->palette->dim);
      kith_trust_put (drawing, _ (sum_titles[i]), KITH_TEXT_SMALL, &box, TRUE);
      put_slanted (drawing, _ (sum_titles[i]), KITH_TEXT_SMALL,
                   drawing->frame->row_head + (i + 0.5) * KITH_TRUST_CELL_WIDTH);
    }
}

static void
fill_band (const KithTrustDrawing *drawing, double x, double y, double width, double height)
{
  cairo_rectangle (drawing->cr, x, y, width, height);
  kith_colour_set_faint (drawing->cr, &drawing->palette->text, 0.05);
  cairo_fill (drawing->cr);
}

/* Which way it is read. */
static void
draw_corner (const KithTrustDrawing *drawing)
{
  kith_colour_set (drawing->cr, &drawing->palette->dim);
  for (guint i = 0; i < KITH_TRUST_CORNER_LINES; i++)
    {
      KithRect box = { 8.0, drawing->frame->column_head - 20.0 * (2 - i),
                       drawing->frame->row_head - 12.0, 18.0 };

      kith_trust_put (drawing, kith_trust_corner (i), KITH_TEXT_SMALL, &box, TRUE);
    }
}

/* --- All of it --- */

static void
clip (const KithTrustDrawing *drawing, double x, double y)
{
  cairo_save (drawing->cr);
  cairo_rectangle (drawing->cr, x, y, MAX (drawing->frame->width - x, 0.0),
                   MAX (drawing->frame->height - y, 0.0));
  cairo_clip (drawing->cr);
}

static void
draw_hover (const KithTrustDrawing *drawing, double left, double top)
{
  KithRect box = kith_trust_frame_rect (drawing->frame, drawing->marks->hover_row,
                                        drawing->marks->hover_column);
  cairo_t *cr = drawing->cr;

  kith_colour_set_faint (cr, &drawing->palette->text, BAND);
  if (drawing->marks->hover_row >= 0)
    cairo_rectangle (cr, left, box.y, MAX (last_x (drawing) - left, 0.0), box.height);
  if (drawing->marks->hover_column >= 0)
    cairo_rectangle (cr, box.x, top, box.width, drawing->frame->height);
  cairo_fill (cr);
}

static void
draw_cursor (const KithTrustDrawing *drawing)
{
  KithRect box = kith_trust_frame_rect (drawing->frame, drawing->marks->row,
                                        drawing->marks->column);
  cairo_t *cr = drawing->cr;

  if (drawing->marks->row < 0 || drawing->marks->column < 0)
    return;
  cairo_rectangle (cr, box.x + 1.0, box.y + 1.0, box.width - 1.0, box.height - 1.0);
  kith_colour_set (cr, &drawing->palette->text);
  cairo_set_line_width (cr, drawing->marks->has_focus ? 2.5 : 1.0);
  cairo_stroke (cr);
}

static void
draw_body (const KithTrustDrawing *drawing, double left, double top)
{
  clip (drawing, left, top);
  draw_hover (drawing, left, top);
  for (guint row = drawing->rows[0]; row < drawing->rows[1]; row++)
    for (guint column = drawing->columns[0]; column < drawing->columns[1]; column++)
      draw_cell (drawing, row, column);
  cairo_restore (drawing->cr);
}

static void
draw_row_heads (const KithTrustDrawing *drawing, double top)
{
  clip (drawing, 0.0, top);
  if (drawing->frame->sums)
    fill_band (drawing, drawing->frame->row_head, top, KITH_TRUST_N_SUMS * KITH_TRUST_CELL_WIDTH,
               MAX (kith_trust_frame_rect (drawing->frame, (int) drawing->n, 0).y - top, 0.0));
  draw_row_lines (drawing);
  for (guint row = drawing->rows[0]; row < drawing->rows[1]; row++)
    draw_row_head (drawing, row);
  if (drawing->frame->sums)
    draw_row_sums (drawing);
  cairo_restore (drawing->cr);
}

/* Names of columns that have gone out to the left still lean into sight. */
static void
draw_column_heads (const KithTrustDrawing *drawing, double left)
{
  guint leaning = (guint) ceil (kith_trust_frame_lean (drawing->frame) / KITH_TRUST_CELL_WIDTH);
  guint from = drawing->frame->is_page         ? drawing->columns[0]
               : drawing->columns[0] > leaning ? drawing->columns[0] - leaning
                                               : 0;

  clip (drawing, left, 0.0);
  if (drawing->frame->sums)
    fill_band (drawing, left, drawing->frame->column_head, MAX (last_x (drawing) - left, 0.0),
               KITH_TRUST_N_SUMS * KITH_TRUST_SUM_HEIGHT);
  draw_column_lines (drawing);
  for (guint column = from; column < drawing->columns[1]; column++)
    draw_column_head (drawing, column);
  if (drawing->frame->sums)
    draw_column_sums (drawing);
  cairo_restore (drawing->cr);
}

/**
 * kith_trust_painter_draw:
 * @self: a painter
 * @cr: what is seen has its top left corner at the origin; the ground is there already
 * @sheet: a sheet
 * @frame: what of it is seen, and where
 * @palette: colours
 * @marks: cursor and pointer
 */
void
kith_trust_painter_draw (KithTrustPainter *self,
                         cairo_t *cr,
                         const KithTrustSheet *sheet,
                         const KithTrustFrame *frame,
                         const KithPalette *palette,
                         const KithTrustMarks *marks)
{
  KithTrustDrawing drawing = {
    self, cr, sheet, frame, palette, marks, kith_trust_sheet_n (sheet), { 0 }, { 0 }
  };
  double left = kith_trust_frame_left (frame);
  double top = kith_trust_frame_top (frame);

  kith_trust_frame_rows (frame, drawing.n, &drawing.rows[0], &drawing.rows[1]);
  kith_trust_frame_columns (frame, drawing.n, &drawing.columns[0], &drawing.columns[1]);
  draw_body (&drawing, left, top);
  draw_row_heads (&drawing, top);
  draw_column_heads (&drawing, left);
  draw_corner (&drawing);
  if (frame->sums)
    draw_sum_titles (&drawing);
  clip (&drawing, left, top);
  draw_cursor (&drawing);
  cairo_restore (cr);
}
