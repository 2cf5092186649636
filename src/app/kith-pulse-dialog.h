/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pulse checks: how they went over time, for each stakeholder, and a round to be entered. */
#pragma once

#include "kith-window.h"

G_BEGIN_DECLS

/* `enter`: with the round to be entered in front. */
void kith_pulse_dialog_open (KithWindow *window, gboolean enter);

G_END_DECLS
