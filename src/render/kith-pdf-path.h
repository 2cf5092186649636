/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths of cairo as the contents of a PDF say them. On any thread. */
#pragma once

#include "kith-scribe.h"

G_BEGIN_DECLS

/* Whether it leads anywhere: moves alone do not. */
gboolean kith_pdf_path_is_empty (const cairo_path_t *path);
/* Without the operator that draws it. */
void kith_pdf_path_append (GString *out, const cairo_path_t *path);
/* With the operator that draws it, of a line of that width. */
void kith_pdf_wave_append (GString *out, const KithScribeWave *wave, double width);

G_END_DECLS
