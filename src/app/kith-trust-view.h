/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trust sheet as a widget that scrolls: draws what is in sight, moves a cursor, and rates by keys
 * and pointer through the viewer. Its selection is the viewer's. Knows no window. */
#pragma once

#include <gtk/gtk.h>

#include "kith-trust-sheet.h"
#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_TRUST_VIEW (kith_trust_view_get_type ())
G_DECLARE_FINAL_TYPE (KithTrustView, kith_trust_view, KITH, TRUST_VIEW, GtkWidget)

/* Signals: "leave": the keyboard goes elsewhere. "changed": the sheet is another, or none.
 * "reading" (const char *words): what is under the pointer, else under the cursor. */

GtkWidget *kith_trust_view_new (void);
void kith_trust_view_set_viewer (KithTrustView *self, KithViewer *viewer);
void kith_trust_view_set_look (KithTrustView *self, const KithTrustLook *look);
/* What is shown (transfer none), in step with the map; NULL for the public or without a viewer. */
const KithTrustSheet *kith_trust_view_get_sheet (KithTrustView *self);
void kith_trust_view_grab (KithTrustView *self);

G_END_DECLS
