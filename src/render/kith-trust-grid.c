/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-trust-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NARROW 480.0   /* of what is seen: heads are shorter there */
#define LEAN 0.84      /* of the height of the heads of columns: cot 50° */
#define RISE 0.766     /* sin 50° */
#define MOST_NAMES 400 /* that are measured: beyond, heads are as wide as they get */

const char *
kith_trust_corner (guint line)
{
  return line == 0 ? _ ("Who is rated →") : _ ("Who rates ↓");
}

static double
width_of (const char *words, KithTextStyle style)
{
  g_autoptr (PangoLayout) layout = kith_text_layout (words, style, -1, 1);
  double width;

  kith_text_size (layout, &width, NULL);
  return width;
}

static double
longest_name (const KithTrustSheet *sheet)
{
  guint n = MIN (kith_trust_sheet_n (sheet), MOST_NAMES);
  double longest = 40.0;

  for (guint i = 0; i < n; i++)
    {
      const KithStakeholder *one = kith_trust_sheet_row (sheet, i)->stakeholder;

      longest = MAX (longest, width_of (kith_stakeholder_short_name (one), KITH_TEXT_BODY));
    }
  return longest;
}

/**
 * kith_trust_frame:
 * @sheet: a sheet
 * @width: of the room that there is
 * @height: of it
 *
 * Returns: heads for that room, the cells not moved
 */
KithTrustFrame
kith_trust_frame (const KithTrustSheet *sheet, double width, double height)
{
  double name = longest_name (sheet);
  gboolean sums = kith_trust_sheet_look (sheet)->medians;
  double most_row = width < NARROW ? 100.0 : 190.0;
  double corner = MAX (width_of (kith_trust_corner (0), KITH_TEXT_SMALL),
                       width_of (kith_trust_corner (1), KITH_TEXT_SMALL));
  double most_column = height < 330.0 ? 84.0 : 126.0;

  return (KithTrustFrame){ .width = width,
                           .height = height,
                           .row_head = ceil (MAX (MIN (name + 34.0, most_row), corner + 14.0)),
                           .column_head = ceil (
                               MAX (MIN ((name + 32.0) * RISE, most_column), sums ? 62.0 : 0.0)),
                           .sums = sums };
}

double
kith_trust_frame_left (const KithTrustFrame *frame)
{
  return frame->row_head + (frame->sums ? KITH_TRUST_N_SUMS * KITH_TRUST_CELL_WIDTH + 4.0 : 0.0);
}

double
kith_trust_frame_top (const KithTrustFrame *frame)
{
  return frame->column_head + (frame->sums ? KITH_TRUST_N_SUMS * KITH_TRUST_SUM_HEIGHT + 4.0 : 0.0);
}

double
kith_trust_frame_lean (const KithTrustFrame *frame)
{
  return frame->column_head * LEAN;
}

double
kith_trust_frame_full_width (const KithTrustFrame *frame, guint n)
{
  return kith_trust_frame_left (frame) + n * KITH_TRUST_CELL_WIDTH + kith_trust_frame_lean (frame);
}

double
kith_trust_frame_full_height (const KithTrustFrame *frame, guint n)
{
  return kith_trust_frame_top (frame) + n * KITH_TRUST_CELL_HEIGHT + 2.0;
}

/**
 * kith_trust_frame_rect:
 * @frame: where the cells are
 * @row: a row, or KITH_TRUST_HEAD
 * @column: a column, or KITH_TRUST_HEAD
 *
 * Returns: where it is drawn, in sight or not
 */
KithRect
kith_trust_frame_rect (const KithTrustFrame *frame, int row, int column)
{
  double left = kith_trust_frame_left (frame);
  double top = kith_trust_frame_top (frame);
  KithRect rect = { 0.0, 0.0, frame->row_head, frame->column_head };

  if (column >= 0)
    {
      rect.x = left + column * KITH_TRUST_CELL_WIDTH - frame->x;
      rect.width = KITH_TRUST_CELL_WIDTH;
    }
  if (row >= 0)
    {
      rect.y = top + row * KITH_TRUST_CELL_HEIGHT - frame->y;
      rect.height = KITH_TRUST_CELL_HEIGHT;
    }
  return rect;
}

static int
place (double at, double size, guint n)
{
  int i = (int) floor (at / size);

  return i >= 0 && i < (int) n ? i : KITH_TRUST_HEAD - 1;
}

/* In the heads of columns a point belongs to the name that leans over it. */
gboolean
kith_trust_frame_find (const KithTrustFrame *frame,
                       guint n,
                       double x,
                       double y,
                       int *row,
                       int *column)
{
  double left = kith_trust_frame_left (frame);
  double top = kith_trust_frame_top (frame);

  *row = *column = KITH_TRUST_HEAD;
  if (x < left && y < top)
    return FALSE;
  if (y >= top)
    *row = place (y - top + frame->y, KITH_TRUST_CELL_HEIGHT, n);
  if (x >= left)
    {
      double lean = y < frame->column_head ? (frame->column_head - y) * LEAN : 0.0;

      *column = place (x - left + frame->x - lean, KITH_TRUST_CELL_WIDTH, n);
    }
  return *row >= KITH_TRUST_HEAD && *column >= KITH_TRUST_HEAD
         && (*row != KITH_TRUST_HEAD || *column != KITH_TRUST_HEAD);
}

static void
in_sight (double moved, double room, double size, guint n, guint *from, guint *to)
{
  *from = (guint) CLAMP (floor (moved / size), 0.0, n);
  *to = (guint) CLAMP (ceil ((moved + MAX (room, 0.0)) / size), *from, n);
}

void
kith_trust_frame_rows (const KithTrustFrame *frame, guint n, guint *from, guint *to)
{
  in_sight (frame->y, frame->height - kith_trust_frame_top (frame), KITH_TRUST_CELL_HEIGHT, n, from,
            to);
}

void
kith_trust_frame_columns (const KithTrustFrame *frame, guint n, guint *from, guint *to)
{
  double lean = frame->is_page ? kith_trust_frame_lean (frame) : 0.0;

  in_sight (frame->x, frame->width - kith_trust_frame_left (frame) - lean, KITH_TRUST_CELL_WIDTH, n,
            from, to);
}
