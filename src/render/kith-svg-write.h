/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths, colours and lines as SVG spells them. Knows no records. */
#pragma once

#include "kith-scribe.h"

G_BEGIN_DECLS

/* What stands in `d="…"`; nothing of a path that leads nowhere. */
void kith_svg_append_path (GString *out, const cairo_path_t *path);
/* The path of the context, in device space. */
void kith_svg_append_path_of (GString *out, cairo_t *cr);
/* ` width="12.5"` */
void kith_svg_append_number (GString *out, const char *name, double number);
/* ` fill="#1e1e1e"`; of a stroke: "stroke" */
void kith_svg_append_colour (GString *out, const char *what, cairo_t *cr);
/* All that tells how the context strokes. */
void kith_svg_append_line (GString *out, cairo_t *cr);
void kith_svg_append_waves (GString *out, const KithScribe *scribe, cairo_t *cr);
/* How the file begins. */
void kith_svg_append_head (GString *out,
                           double width,
                           double height,
                           gboolean within,
                           const char *label);

G_END_DECLS
