/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trust sheet of a window with what is chosen about it: what is rated, in which order, with
 * medians or not. Knows nothing of where in the window it stands. */
#pragma once

#include <adwaita.h>

#include "kith-trust-sheet.h"
#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_TRUST_PANE (kith_trust_pane_get_type ())
G_DECLARE_FINAL_TYPE (KithTrustPane, kith_trust_pane, KITH, TRUST_PANE, GtkWidget)

/* Signal "leave": the keyboard goes elsewhere. */

void kith_trust_pane_set_viewer (KithTrustPane *self, KithViewer *viewer);
const KithTrustLook *kith_trust_pane_get_look (KithTrustPane *self);
void kith_trust_pane_set_look (KithTrustPane *self, const KithTrustLook *look);
void kith_trust_pane_set_low (KithTrustPane *self, gboolean low);
void kith_trust_pane_grab (KithTrustPane *self);
/* What is shown, as a PDF or as a table (transfer full); NULL with `error`. */
GBytes *kith_trust_pane_export (KithTrustPane *self, gboolean pdf, GError **error);

G_END_DECLS
