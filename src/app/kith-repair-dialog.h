/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step of the repair plan: the next small win, who sees to it, by when, and what became of it. */
#pragma once

#include "kith-dialog.h"
#include "kith-warning.h"

G_BEGIN_DECLS

#define KITH_TYPE_REPAIR_DIALOG (kith_repair_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithRepairDialog, kith_repair_dialog, KITH, REPAIR_DIALOG, KithDialog)

void kith_repair_dialog_add (GtkWidget *parent,
                             KithViewer *viewer,
                             KithKind owner_kind,
                             KithId owner);
/* The same for a warning sign: of what that is about, with its reason as a note for the team. */
void kith_repair_dialog_answer (GtkWidget *parent, KithViewer *viewer, const KithWarning *warning);
void kith_repair_dialog_change (GtkWidget *parent, KithViewer *viewer, KithId repair);

G_END_DECLS
