/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of an SVG: a line of a layout is a <text>, as wide as it was laid out. */
#pragma once

#include <pango/pangocairo.h>

/* The map's font, and what stands in for it elsewhere. */
#define KITH_SVG_FAMILY \
  "Inter, Cantarell, 'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"

/* At the current point; `colour`: " fill=…". */
void kith_svg_text (GString *out, cairo_t *cr, PangoLayout *layout, const char *colour);
/* Before another thread writes it. */
void kith_svg_text_prepare (PangoLayout *layout);
/* Before another thread writes it. */
void kith_svg_text_prepare (PangoLayout *layout);
