/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog that chooses who meets in a shared space, from a list that can be searched. */
#pragma once

#include "kith-dialog.h"

G_BEGIN_DECLS

#define KITH_TYPE_MEMBERS_DIALOG (kith_members_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithMembersDialog, kith_members_dialog, KITH, MEMBERS_DIALOG, KithDialog)

void kith_members_dialog_choose (GtkWidget *parent, KithViewer *viewer, KithId space);

G_END_DECLS
