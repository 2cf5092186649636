/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Directions as parts of a whole turn, 0 to the right and 1/4 downwards, found with square roots
 * only: sines differ between C libraries, and the same map has the same picture everywhere. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void kith_turn_to_vector (double turn, double *x, double *y);
double kith_turn_from_vector (double x, double y);
double kith_turn_near (double turn, double from);

G_END_DECLS
