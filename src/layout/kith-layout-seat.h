/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kith-layout-shape-private.h"

G_BEGIN_DECLS

/* A border: an ellipse round 0,0, by its half axes. */
typedef struct
{
  double a, b;
} KithEllipse;

/* Part of a ring, all of it if it sweeps a whole turn. */
typedef struct
{
  KithShaping *self;
  double from, to;
  const double *wanted; /* turn of each box */
  double need;          /* how much of the turn its fullest row takes, once boxes are seated */
  guint *rows;          /* in how many it sits behind one another; 0: not known yet */
} KithSeating;

/* Where the boxes of a seating want to sit, in their order, and from where on they are counted: the
 * same however large the row is. */
typedef struct
{
  double begin;
  double *wanted;
} KithSeatWish;

gboolean kith_seating_is_whole (const KithSeating *seating);
double kith_seat_line_up (const KithSeating *seating, guint *boxes, guint n, double *turns);
double kith_seat_need (const KithSeating *seating,
                       const KithEllipse *row,
                       const guint *boxes,
                       guint n);
gboolean kith_seat_on (const KithSeating *seating,
                       const KithEllipse *row,
                       const guint *boxes,
                       guint n,
                       const KithSeatWish *wish,
                       double *turns);

G_END_DECLS
