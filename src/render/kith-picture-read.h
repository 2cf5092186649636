/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures from elsewhere as records: decoded with limits, turned upright, made smaller and encoded
 * anew, so that nothing but what is seen is kept. Knows bytes, not where they come from. Any
 * thread. */
#pragma once

#include <gio/gio.h>

#include "kith-picture.h"

G_BEGIN_DECLS

#define KITH_BACKDROP_PIXELS 2400 /* the longest side of a background picture */
#define KITH_LOGO_PIXELS 256      /* and of one on a stakeholder */
#define KITH_PICTURE_FILE_MAX (64 * 1024 * 1024)

/* Errors: G_IO_ERROR_INVALID_DATA (no picture, or damaged), G_IO_ERROR_INVALID_ARGUMENT (too
 * large), with a sentence for a person. */
KithPicture *kith_picture_read (GBytes *bytes, const char *name, int longest, GError **error);
/* The same from a file, in a thread of its own; refuses what is no plain file. */
void kith_picture_read_async (GFile *file,
                              int longest,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
void kith_picture_read_bytes_async (GBytes *bytes,
                                    const char *name,
                                    int longest,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
KithPicture *kith_picture_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
