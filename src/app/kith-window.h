/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window: the start page, or one document with its viewer, canvas and inspector. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_WINDOW (kith_window_get_type ())
G_DECLARE_FINAL_TYPE (KithWindow, kith_window, KITH, WINDOW, AdwApplicationWindow)

KithWindow *kith_window_new (GtkApplication *application);

KithDocument *kith_window_get_document (KithWindow *self); /* NULL on the start page */
KithViewer *kith_window_get_viewer (KithWindow *self);     /* NULL on the start page */
void kith_window_set_document (KithWindow *self, KithDocument *document);
/* The map is a copy of something that is kept elsewhere (an example, a version): closed without an
 * edit, it leaves no draft behind. */
void kith_window_set_copy (KithWindow *self);
/* For whom this window shows things, with or without a document. */
KithAudience kith_window_get_audience (KithWindow *self);
/* A window that comes up beside another shows no more than that one does; FALSE: it cannot yet. */
gboolean kith_window_follow_audience (KithWindow *self, KithWindow *other);

/* A passing message, shown and announced. */
void kith_window_say (KithWindow *self, const char *text);
/* The same with a button that opens a file in the program that is made for it. */
void kith_window_say_written (KithWindow *self, const char *text, GFile *file);
/* A message that stays until a person puts it away. */
void kith_window_complain (KithWindow *self, const char *text);
/* A picture file for a stakeholder (0: it lies under the map), as one edit; see kith_canvas. */
void kith_window_take_picture (KithWindow *self, GFile *file, KithId stakeholder);
/* Looks again at drafts and recent maps, where the start page shows. */
void kith_window_refresh_start (KithWindow *self);
/* Commits what is being typed in the inspector. */
void kith_window_flush (KithWindow *self);

/* Shows what has changed since `before` (transfer full), until the comparison is ended. */
void kith_window_compare_with (KithWindow *self, KithMap *before, const char *title);
/* The same between two Julian days, the earlier first; `day` 0: now. */
void kith_window_compare_days (KithWindow *self, gint32 since, gint32 day);

G_END_DECLS
