/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages that an export has on paper, one by one, for a printer or a preview: the map on one page,
 * a poster on sheets, a page a scene, a report, or those of a handout. Knows no printers. Main thread. */
#pragma once

#include "kith-export.h"
#include "kith-handout.h"

G_BEGIN_DECLS

typedef struct _KithPages KithPages;

KithPages *kith_pages_new (KithMap *map,
                           const KithView *view,
                           const KithExport *options,
                           GError **error);
/* `handout` has to outlive it. */
KithPages *kith_pages_new_for_handout (const KithHandout *handout);
void kith_pages_free (KithPages *pages);
guint kith_pages_n (const KithPages *pages);
/* Map units. */
void kith_pages_size (KithPages *pages, guint page, double *width, double *height);
/* In map units, the page's top left corner at the origin; paper is white already. */
void kith_pages_draw (KithPages *pages, guint page, cairo_t *cr);
/* At most that many pixels. Free with cairo_surface_destroy. */
cairo_surface_t *kith_pages_preview (KithPages *pages, guint page, int width, int height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPages, kith_pages_free)

G_END_DECLS
