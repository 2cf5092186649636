/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dialog for a change that a stakeholder carries. */
#pragma once

#include "kith-dialog.h"

G_BEGIN_DECLS

#define KITH_TYPE_LOAD_DIALOG (kith_load_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithLoadDialog, kith_load_dialog, KITH, LOAD_DIALOG, KithDialog)

/* `stakeholder` 0: who carries it is chosen in the dialog. */
void kith_load_dialog_add (GtkWidget *parent, KithViewer *viewer, KithId stakeholder);
void kith_load_dialog_change (GtkWidget *parent, KithViewer *viewer, KithId load);

G_END_DECLS
