/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that is to be read from the back of a room: its size is a part of the window's height. Part of
 * the widget whose text it is; knows no map. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  GtkCssProvider *provider; /* owned */
  guint pixels;             /* of the text; 0: not followed yet */
} KithRoomFont;

void kith_room_font_init (KithRoomFont *self, GtkWidget *widget);
void kith_room_font_clear (KithRoomFont *self);
/* The text becomes the `part`-th part of the window's height, but `least` pixels; to be called at each
 * frame. TRUE: it has another size now. */
gboolean kith_room_font_follow (KithRoomFont *self, GtkWidget *widget, guint part, guint least);

G_END_DECLS
