/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of words on a page, one below the other. */
#pragma once

#include "kith-palette.h"
#include "kith-scribe.h"

G_BEGIN_DECLS

/* NULL has none. */
double kith_page_words_height (PangoLayout *layout);
/* Where, `below` them, the next ones begin; at `y` after NULL. */
double kith_page_words_draw (cairo_t *cr,
                             KithPart part,
                             PangoLayout *layout,
                             const KithColour *colour,
                             double x,
                             double y,
                             double below);

G_END_DECLS
