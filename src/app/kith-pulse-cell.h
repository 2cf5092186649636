/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of a round of pulse checks: what stands in it and what is taken from it. Knows no widgets. */
#pragma once

#include "kith-pulse.h"

G_BEGIN_DECLS

/* Columns: the measures, then how many were asked and answered. */
#define KITH_PULSE_CELL_ASKED KITH_N_PULSE_MEASURES
#define KITH_PULSE_CELLS (KITH_PULSE_CELL_ASKED + 2)

/* What a column is of. */
const char *kith_pulse_cell_heading (guint column);
char *kith_pulse_cell_to_text (const KithPulse *pulse, guint column);
gboolean kith_pulse_cell_take (KithPulse *pulse, guint column, const char *text, GError **error);

G_END_DECLS
