/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trust sheet as a drawing: where its cells are, what is under a point, and the same painter for
 * screen and paper. Heads of rows and columns stay where they are, the cells run beneath. Knows no
 * widgets. All sizes in pixels, or map units on paper. */
#pragma once

#include "kith-palette.h"
#include "kith-rect.h"
#include "kith-trust-sheet.h"

G_BEGIN_DECLS

#define KITH_TRUST_CELL_WIDTH 36.0
#define KITH_TRUST_CELL_HEIGHT 30.0
#define KITH_TRUST_SUM_HEIGHT 24.0 /* of a row of column sums */
#define KITH_TRUST_N_SUMS 3        /* median, voices, without a step */

/* Which part of a sheet is seen, and where it lies. */
typedef struct
{
  double width; /* of what is seen */
  double height;
  double row_head;    /* width of the names of rows */
  double column_head; /* height of the slanted names of columns */
  double x;           /* how far the cells are moved left … */
  double y;           /* … and up */
  gboolean sums;      /* medians, voices and what is not known */
  gboolean is_page;   /* shows whole columns only: names neither lean in nor are cut off */
} KithTrustFrame;

#define KITH_TRUST_HEAD (-1) /* of a row or a column, in place of its number */

/* The heads that n rows and columns get in so much room. */
KithTrustFrame kith_trust_frame (const KithTrustSheet *sheet, double width, double height);
/* Where the cells begin. */
double kith_trust_frame_left (const KithTrustFrame *frame);
double kith_trust_frame_top (const KithTrustFrame *frame);
/* All of the cells, with the room that the last slanted name needs. */
double kith_trust_frame_full_width (const KithTrustFrame *frame, guint n);
double kith_trust_frame_full_height (const KithTrustFrame *frame, guint n);
/* How far a slanted name leans over the columns to its right. */
double kith_trust_frame_lean (const KithTrustFrame *frame);
/* Of a cell, or of the head of a row or a column. */
KithRect kith_trust_frame_rect (const KithTrustFrame *frame, int row, int column);
/* What is under a point; FALSE: nothing. */
gboolean kith_trust_frame_find (const KithTrustFrame *frame,
                                guint n,
                                double x,
                                double y,
                                int *row,
                                int *column);
/* The cells in sight: `from` to `to` (excluded). */
void kith_trust_frame_rows (const KithTrustFrame *frame, guint n, guint *from, guint *to);
void kith_trust_frame_columns (const KithTrustFrame *frame, guint n, guint *from, guint *to);

/* What is marked; KITH_TRUST_HEAD or less: nothing. */
typedef struct
{
  int row; /* the cell with the cursor */
  int column;
  gboolean has_focus;
  int hover_row;
  int hover_column;
} KithTrustMarks;

#define KITH_TRUST_NO_MARKS                                                   \
  {                                                                           \
    KITH_TRUST_HEAD, KITH_TRUST_HEAD, FALSE, KITH_TRUST_HEAD, KITH_TRUST_HEAD \
  }

/* Keeps the words that it has shaped, until the sheet is another. */
typedef struct _KithTrustPainter KithTrustPainter;

KithTrustPainter *kith_trust_painter_new (void);
void kith_trust_painter_free (KithTrustPainter *painter);
void kith_trust_painter_forget (KithTrustPainter *painter);
void kith_trust_painter_draw (KithTrustPainter *painter,
                              cairo_t *cr,
                              const KithTrustSheet *sheet,
                              const KithTrustFrame *frame,
                              const KithPalette *palette,
                              const KithTrustMarks *marks);
/* The signs of the cells with their words in one or more lines; draws nothing where `cr` is NULL.
 * Returns the height that they take. */
double kith_trust_painter_legend (KithTrustPainter *painter,
                                  cairo_t *cr,
                                  const KithPalette *palette,
                                  KithAudience audience,
                                  double x,
                                  double y,
                                  double width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithTrustPainter, kith_trust_painter_free)

G_END_DECLS
