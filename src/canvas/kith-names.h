/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for what the toolkit leaves without: lists are called after their group, signs that close
 * are called so (a screen reader would read out the class). And an action for rows of lists, which
 * otherwise only a pointer or a key activates. Knows widgets, not maps. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is in `root` now; `title` stands for what has no group. */
void kith_names_give (GtkWidget *root, const char *title);
/* The same for each window as it comes up. Once, before there is any. */
void kith_names_watch_windows (void);

G_END_DECLS
