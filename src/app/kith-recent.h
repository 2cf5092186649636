/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recent maps and their small pictures. A picture is made for an audience and kept under that
 * audience's name, so that a start page for partners has nothing of the team's to show. Knows no
 * widgets. */
#pragma once

#include <gio/gio.h>

#include "kith-map.h"
#include "kith-view.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;
  char *title;
  gint64 opened;         /* seconds since 1970 */
  KithAudience audience; /* what its window last showed */
} KithRecent;

/* The last 12 that still exist, newest first; elements KithRecent. */
GPtrArray *kith_recent_list (void);
void kith_recent_note (GFile *file, const char *title, KithAudience audience);
void kith_recent_forget (GFile *file);

/* Makes the pictures of a file's map for `audience` and the narrower ones, and removes the others:
 * main thread, some milliseconds each. */
void kith_recent_picture (GFile *file, KithMap *map, KithAudience audience);
/* Path of the picture of `path` that may be shown where `audience` looks, or NULL if there is
 * none. Free it. */
char *kith_recent_find_picture (const char *path, KithAudience audience);

#define KITH_RECENT_WIDTH 240
#define KITH_RECENT_HEIGHT 150

G_END_DECLS
