/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs of the built-in sectors, one shape each; knows nothing of maps, colours or discs. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* As many as built-in sectors, in their order; the last one stands for any other. */
#define KITH_N_SIGNS 13

const char *kith_sign_path (guint sign);

void kith_sign_draw (cairo_t *cr, guint sign, double cx, double cy, double size);

G_END_DECLS
