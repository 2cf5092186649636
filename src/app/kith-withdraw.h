/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks, then withdraws a rating, or all that its voice has said. Knows the viewer, not the list. */
#pragma once

#include <gtk/gtk.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

void kith_withdraw_ask (GtkWidget *parent, KithViewer *viewer, KithId rating);

G_END_DECLS
