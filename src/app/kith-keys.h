/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard, as one table: it feeds the accelerators, the shortcuts window and the list of
 * commands. Knows names of actions, not what they do. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  KITH_KEY_EVERYWHERE, /* an accelerator of the application */
  KITH_KEY_ON_MAP,     /* bound by the canvas, because single keys belong to whoever is typing */
  KITH_KEY_COMMAND, /* in the list of commands only: without keys, or they stand in another line */
} KithKeyPlace;

typedef struct
{
  const char *group; /* untranslated heading; NULL: the one before */
  const char *title; /* untranslated */
  const char
      *action; /* detailed name of the window's or the program's; NULL: no command of its own */
  const char *keys; /* accelerators, apart by spaces */
  KithKeyPlace place;
} KithKey;

extern const KithKey kith_keys[];
extern const guint kith_n_keys;

void kith_keys_install (GtkApplication *application);

G_END_DECLS
