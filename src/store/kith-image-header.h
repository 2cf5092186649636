/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first hundred bytes of a document, as SQLite's file format describes them. Knows bytes only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KITH_IMAGE_PAGE 4096

/* Sets what only tells versions of SQLite apart to one value. */
void kith_image_header_normalise (guint8 *data, gsize size);

/* Is it a document, of a version that can be read, of the size that it says it has? */
gboolean kith_image_header_check (const guint8 *data,
                                  gsize size,
                                  const char *shown,
                                  GError **error);

/* 1 to KITH_SCHEMA_VERSION, or 0. */
gint64 kith_image_header_version (const guint8 *data, gsize size);

G_END_DECLS
