/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds of ratings: the list of them, starting one, going through it voice by voice, and opening
 * it together. A window over the one whose map it is. */
#pragma once

#include "kith-window.h"

G_BEGIN_DECLS

void kith_rounds_dialog_open (KithWindow *window);

G_END_DECLS
