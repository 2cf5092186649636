/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables on the pages of a handout: each row is a block, so that a table goes on on the next page. */
#include "kith-handout-private.h"

#include "kith-palette.h"
#include "kith-scribe.h"

#define INNER KITH_HANDOUT_CHART_WIDTH
#define PAD 5.0
#define HIGHEST 640.0 /* a row beyond that would not fit on a page */

static const KithPalette *
paper (void)
{
  return kith_palette_get (KITH_PALETTE_LIGHT);
}

static void
clear_cell (gpointer cell)
{
  g_object_unref (((KithHandoutCell *) cell)->layout);
}

static GArray *
lay_out (char *const *texts, const GArray *widths, KithTextStyle style, double *height)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (KithHandoutCell));
  double x = 0.0;

  g_array_set_clear_func (cells, clear_cell);
  *height = 0.0;
  for (guint i = 0; i < widths->len; i++)
    {
      double width = INNER * g_array_index (widths, double, i);
      KithHandoutCell cell = { kith_text_layout (texts[i], style, MAX (width - 2 * PAD, 20.0), 0),
                               x + PAD };
      double high;

      kith_text_size (cell.layout, NULL, &high);
      *height = MAX (*height, high);
      g_array_append_val (cells, cell);
      x += width;
    }
  *height += 2 * PAD;
  return cells;
}

/* A row that no page holds is told in lines. */
static void
add_lines (KithHandout *handout, const GPtrArray *columns, char *const *texts)
{
  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("%s: %s", (char *) columns->pdata[i], texts[i]);

      if (*texts[i] != '\0')
        kith_handout_add_line (handout, line);
    }
}

void
kith_handout_add_table (KithHandout *handout,
                        const GPtrArray *columns,
                        const GArray *widths,
                        const GPtrArray *rows)
{
  double height;
  GArray *cells = lay_out ((char *const *) columns->pdata, widths, KITH_TEXT_DIGIT, &height);
  KithHandoutBlock *head = kith_handout_add_block (handout, 10.0, height);

  head->cells = cells;
  for (guint i = 0; i < rows->len; i++)
    {
      KithHandoutBlock *row;

      cells = lay_out (rows->pdata[i], widths, KITH_TEXT_SMALL, &height);
      if (height > HIGHEST)
        {
          g_array_unref (cells);
          add_lines (handout, columns, rows->pdata[i]);
          continue;
        }
      row = kith_handout_add_block (handout, 0.0, height);
      row->cells = cells;
      row->head = head;
    }
}

void
kith_handout_cells_to_words (const KithHandoutBlock *row, GString *words)
{
  for (guint i = 0; i < row->cells->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " · " : "",
                            pango_layout_get_text (
                                g_array_index (row->cells, KithHandoutCell, i).layout));
  g_string_append_c (words, '\n');
}

static void
draw_rule (cairo_t *cr, double y, double width)
{
  kith_scribe_begin_part (cr, KITH_PART_FURNITURE, NULL);
  kith_colour_set (cr, &paper ()->line);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, KITH_HANDOUT_MARGIN, y);
  cairo_line_to (cr, KITH_HANDOUT_MARGIN + INNER, y);
  kith_scribe_stroke (cr);
  kith_scribe_end_part (cr);
}

static void
draw_row (cairo_t *cr, const KithHandoutBlock *row, double y, KithPart part)
{
  kith_scribe_begin_part (cr, KITH_PART_ROW, NULL);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const KithHandoutCell *cell = &g_array_index (row->cells, KithHandoutCell, i);

      kith_scribe_begin_part (cr, part, NULL);
      kith_colour_set (cr, &paper ()->text);
      cairo_move_to (cr, KITH_HANDOUT_MARGIN + cell->x, y + PAD);
      kith_scribe_text (cr, cell->layout);
      kith_scribe_end_part (cr);
    }
  draw_rule (cr, y + row->height, row->head == NULL ? 1.2 : 0.5);
  kith_scribe_end_part (cr);
}

guint
kith_handout_draw_rows (const KithHandout *handout, cairo_t *cr, guint first)
{
  const KithHandoutBlock *begin = handout->blocks->pdata[first];
  const KithHandoutBlock *head = begin->head != NULL ? begin->head : begin;
  guint i = first;

  kith_scribe_begin_part (cr, KITH_PART_TABLE, NULL);
  if (begin->head_again)
    draw_row (cr, head, begin->y - head->height, KITH_PART_HEAD);
  for (; i < handout->blocks->len; i++)
    {
      const KithHandoutBlock *row = handout->blocks->pdata[i];

      if (row->cells == NULL || row->page != begin->page || (row != head && row->head != head))
        break;
      draw_row (cr, row, row->y, row == head ? KITH_PART_HEAD : KITH_PART_CELL);
    }
  kith_scribe_end_part (cr);
  return i;
}
