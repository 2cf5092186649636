/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a drawing as PNG, quickly: a map is large and plain, and nobody waits for the last byte saved.
 * Knows nothing of what is drawn. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* The whole file; NULL where it cannot be made. */
GBytes *kith_png_new (cairo_surface_t *surface, GError **error);

/* The same in strips of whole rows, from the top, for who never has all of it at once. */
typedef struct _KithPng KithPng;

KithPng *kith_png_begin (int width, int height, gboolean has_alpha, guint n);
void kith_png_pack (KithPng *png, guint i, const guint8 *pixels, gsize stride, int n);
GBytes *kith_png_end (KithPng *png, GError **error);
void kith_png_free (KithPng *png);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPng, kith_png_free)

G_END_DECLS
