/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quick entry: a list that is typed or pasted, and beside it what it will become. Knows the window
 * whose map it is and the canvas that takes what is new. */
#pragma once

#include "kith-canvas.h"
#include "kith-window.h"

G_BEGIN_DECLS

#define KITH_TYPE_QUICK_DIALOG (kith_quick_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithQuickDialog, kith_quick_dialog, KITH, QUICK_DIALOG, AdwWindow)

void kith_quick_dialog_open (KithWindow *window, KithCanvas *canvas);

G_END_DECLS
