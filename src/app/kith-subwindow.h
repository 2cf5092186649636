/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What windows beside the map's have in common: Escape leaves them, and they say things in passing.
 * Knows no subject. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Escape calls `leave` with the window (NULL: closes it): before an entry takes the key for itself, but
 * after a menu. */
void kith_subwindow_take_escape (GtkWindow *self, void (*leave) (gpointer window));
/* At once, without waiting for what was said last. */
void kith_subwindow_say (AdwToastOverlay *toasts, const char *text);

G_END_DECLS
