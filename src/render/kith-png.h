/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a drawing as PNG, quickly: a map is large and plain, and nobody waits for the last byte saved.
 * Knows nothing of what is drawn. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* The whole file; NULL where it cannot be made. */
GBytes *kith_png_new (cairo_surface_t *surface, GError **error);

G_END_DECLS
