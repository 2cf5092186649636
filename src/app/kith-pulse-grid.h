/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round of pulse checks to be typed in: a row for each stakeholder, a cell for each measure and for
 * how many were asked and answered. What is typed is kept when its cell is left.
 *
 * Keys: Tab goes to the next cell, Enter and Down to the one below, Up to the one above. */
#pragma once

#include <adwaita.h>

#include "kith-pulse.h"
#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_PULSE_GRID (kith_pulse_grid_get_type ())
G_DECLARE_FINAL_TYPE (KithPulseGrid, kith_pulse_grid, KITH, PULSE_GRID, GtkBox)

GtkWidget *kith_pulse_grid_new (KithViewer *viewer);
/* Rows for that round; what is being typed in it stays. NULL: none. */
void kith_pulse_grid_show (KithPulseGrid *self, const KithPulseRound *round);
/* A cell that holds what was not understood, and is kept nowhere else; NULL: there is none. */
GtkWidget *kith_pulse_grid_find_problem (KithPulseGrid *self);

G_END_DECLS
