/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How hard a picture of a piece is to read, as one number. */
#pragma once

#include "kith-layout-piece.h"
#include "kith-layout-stress.h"

G_BEGIN_DECLS

/* Flaws of larger pieces are not counted. */
#define KITH_JUDGE_SMALL 300

double kith_judge (const KithPiece *piece, KithStress *stress, double *x, double *y);

G_END_DECLS
