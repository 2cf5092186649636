/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tile: a small picture of a map, its name and a line about it, as a button. Knows no files. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* `picture` is the path of an image, or NULL for a plain card with `icon`. A button whose action
 * is to be set by the caller. */
GtkWidget *kith_map_tile_new (const char *title,
                              const char *line,
                              const char *picture,
                              const char *icon);
/* The same with a picture that is drawn already; NULL for none. */
GtkWidget *kith_map_tile_new_for_texture (const char *title,
                                          const char *line,
                                          GdkTexture *texture,
                                          const char *icon);

G_END_DECLS
