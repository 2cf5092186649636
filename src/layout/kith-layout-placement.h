/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns and mirrors a picture, which changes no distance: to suit the page, or
 * to be nearest an earlier picture. Works in units of link length. */
#pragma once

#include "kith-layout-piece.h"

G_BEGIN_DECLS

/* Width to height of what pictures are shown on. */
#define KITH_PLACEMENT_PAGE 1.6

double kith_placement_page_size (double width, double height);
void kith_placement_turn_to_page (const KithPiece *piece, double *x, double *y);
void kith_placement_move_to_start (const KithPiece *piece, double *x, double *y);
gboolean kith_placement_turn_to_start (const KithPiece *piece, double *x, double *y);

G_END_DECLS
