/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of what a stakeholder is driven and held by. */
#pragma once

#include "kith-dialog.h"

G_BEGIN_DECLS

#define KITH_TYPE_DRIVERS_DIALOG (kith_drivers_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithDriversDialog, kith_drivers_dialog, KITH, DRIVERS_DIALOG, KithDialog)

void kith_drivers_dialog_open (GtkWidget *parent, KithViewer *viewer, KithId stakeholder);

G_END_DECLS
