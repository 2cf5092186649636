/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SVG: a scribe whose text stays text, with a group for each record that says what it is. Knows no
 * painter: whoever has its context draws. */
#pragma once

#include "kith-scribe.h"
#include "kith-view.h"

#include "kith-map.h"

G_BEGIN_DECLS

typedef struct _KithSvg KithSvg;

/* `map`, made for the view's audience, says what records are called; both outlive it. */
KithSvg *kith_svg_new (KithMap *map, const KithView *view);
void kith_svg_free (KithSvg *svg);
/* What is drawn from now on is of this one, for as long as it takes. */
void kith_svg_look_at (KithSvg *svg, KithMap *map, const KithView *view);
cairo_t *kith_svg_context (KithSvg *svg);
/* The file; pixels. `within`: a part of an HTML page, without what stands at the head of a file.
 * `description` NULL: one picture of several of a page, which have no ids of their own. */
char *kith_svg_finish (KithSvg *svg,
                       double width,
                       double height,
                       const char *title,
                       const char *description,
                       gboolean within,
                       gsize *length);

/* Text with what XML forbids left out and what it means otherwise spelled out. */
void kith_svg_escape (GString *out, const char *text, gssize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithSvg, kith_svg_free)

G_END_DECLS
