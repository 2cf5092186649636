/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card over a screen for a room: its keys and what they do. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *keys; /* to be translated, as the words are */
  const char *words;
} KithRoomKey;

GtkWidget *kith_room_help_new (const KithRoomKey *keys, guint n, const char *name);

G_END_DECLS
