/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog that adds, changes or deletes a barrier: a rule or practice that shuts people out. */
#pragma once

#include "kith-dialog.h"

G_BEGIN_DECLS

#define KITH_TYPE_BARRIER_DIALOG (kith_barrier_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithBarrierDialog, kith_barrier_dialog, KITH, BARRIER_DIALOG, KithDialog)

void kith_barrier_dialog_add (GtkWidget *parent,
                              KithViewer *viewer,
                              KithKind owner_kind,
                              KithId owner);
void kith_barrier_dialog_change (GtkWidget *parent, KithViewer *viewer, KithId barrier);

G_END_DECLS
