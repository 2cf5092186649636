/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A window that lists the table of keys, over `parent`. */
GtkWindow *kith_keys_window_new (GtkWindow *parent);

G_END_DECLS
