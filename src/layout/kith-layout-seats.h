/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kith-layout-seat.h"

G_BEGIN_DECLS

/* Of the gap, between two rows: their boxes may face each other across a corner. */
#define KITH_SEAT_CORNER 1.45

void kith_seat_best (KithSeating *seatings,
                     guint n_seatings,
                     guint **boxes,
                     const guint *n,
                     guint most_rows,
                     KithEllipse *border);

G_END_DECLS
