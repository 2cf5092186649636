/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody comes to look: the keys that say who work in whatever is open over a map, and what was made for
 * others goes. Knows windows, menus and other popovers, no subject. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Each window over a map and each popover has the keys as it comes up. Once, before there is any. */
void kith_onlookers_watch (void);
/* The same keys for one that stands beside a map, with what they do there. */
void kith_onlookers_share (GtkWindow *window, GAction *audience);
/* It tells nothing of a map: whoever looks, it stays. */
void kith_onlookers_let_stay (GtkWindow *window);
/* Whether keys go to something in or over the window other than its parts: who types there may type on. */
gboolean kith_onlookers_are_typing_over (GtkWindow *window);
/* Menus and the like in it. */
void kith_onlookers_close_popovers (GtkWidget *widget);
/* Closes what is open over the window; TRUE: among it was a question, or a choice of a file, that is not
 * answered now. */
gboolean kith_onlookers_dismiss (GtkWindow *window);

G_END_DECLS
