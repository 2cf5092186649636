/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stress over all pairs of a piece, lowered by stochastic gradient descent
 * (Zheng, Pawar, Goodman 2018). Works in units of link length, where across
 * and down count the same. */
#pragma once

#include "kith-layout-piece.h"
#include "kith-layout-watch.h"

G_BEGIN_DECLS

typedef struct _KithStress KithStress;

KithStress *kith_stress_new (const KithPiece *piece, KithWatch *watch);
void kith_stress_free (KithStress *stress);

gboolean kith_stress_descend (KithStress *stress,
                              double from,
                              double to,
                              guint halvings,
                              double *x,
                              double *y,
                              KithWatch *watch);
void kith_stress_step (KithStress *stress, double eta, double scale, double *x, double *y);
double kith_stress_widest (const KithStress *stress);
double kith_stress_measure (KithStress *stress, const double *x, const double *y, double *scale);
double kith_stress_around (const KithStress *stress,
                           guint v,
                           float at_x,
                           float at_y,
                           float scale,
                           const float *x,
                           const float *y);

double kith_stress_ratio (double from, double to, guint halvings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithStress, kith_stress_free)

G_END_DECLS
