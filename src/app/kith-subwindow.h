/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What windows beside the map's have in common: Escape leaves them, and they say things in passing.
 * Knows no subject. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

/* Escape calls `leave` with the window (NULL: closes it): before an entry takes the key for itself, but
 * after a menu. */
void kith_subwindow_take_escape (GtkWindow *self, void (*leave) (gpointer window));
/* At once, without waiting for what was said last; the text is no markup. */
void kith_subwindow_say (AdwToastOverlay *toasts, const char *text);
/* Says there why it is, when something is refused because another date than now is shown. */
void kith_subwindow_follow_past (AdwToastOverlay *toasts, KithViewer *viewer);

G_END_DECLS
