/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening: files, drafts, examples and what a crash left, each into the window that is free or
 * a new one, and what to say when it does not work. */
#pragma once

#include "kith-window.h"

G_BEGIN_DECLS

/* Asks for a file. */
void kith_open_ask (KithWindow *window);
/* A file that a window shows already raises that window. */
void kith_open_file (KithWindow *window, GFile *file);
void kith_open_draft (KithWindow *window, const char *name);
void kith_open_ask_discard (KithWindow *window, const char *name);
/* As an untitled copy, so that the shipped file stays as it is. */
void kith_open_example (KithWindow *window, const char *path);
/* A map that is in no file yet. Returns the window that shows it, or NULL. */
KithWindow *kith_open_map (KithWindow *window, KithMap *map);
/* The newest map that was open when Kith was last killed, if there is one. */
void kith_open_recovered (KithWindow *window);
/* One kind of files; `suffix` without its dot. */
void kith_open_add_filter (GtkFileChooser *chooser, const char *name, const char *suffix);
/* Kith's maps, or all files. */
void kith_open_add_filters (GtkFileChooser *chooser);

G_END_DECLS
