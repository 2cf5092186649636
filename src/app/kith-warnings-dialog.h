/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The warning signs of the map, in a list: each with its reason, to be acknowledged with a note by
 * the working team, and taken back. */
#pragma once

#include "kith-window.h"

G_BEGIN_DECLS

void kith_warnings_dialog_open (KithWindow *window);

G_END_DECLS
