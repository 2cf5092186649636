/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the signs of a trust sheet mean, in as many lines as the width asks for. Knows no sheet. */
#pragma once

#include <gtk/gtk.h>

#include "kith-view.h"

G_BEGIN_DECLS

#define KITH_TYPE_TRUST_LEGEND (kith_trust_legend_get_type ())
G_DECLARE_FINAL_TYPE (KithTrustLegend, kith_trust_legend, KITH, TRUST_LEGEND, GtkWidget)

/* In the view's colours, of what its audience may see. */
void kith_trust_legend_show (KithTrustLegend *self, const KithView *view);

G_END_DECLS
