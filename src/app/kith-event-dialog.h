/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog of one event of a history: date, kind, title, narrative, teller, what it did to each
 * end, whether it is private. */
#pragma once

#include "kith-dialog.h"

G_BEGIN_DECLS

#define KITH_TYPE_EVENT_DIALOG (kith_event_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithEventDialog, kith_event_dialog, KITH, EVENT_DIALOG, KithDialog)

/* `owner_kind` is KITH_LINK, KITH_STAKEHOLDER, KITH_SPACE, or KITH_ABOUT for the whole map. */
void kith_event_dialog_add (GtkWidget *parent,
                            KithViewer *viewer,
                            KithKind owner_kind,
                            KithId owner);
void kith_event_dialog_change (GtkWidget *parent, KithViewer *viewer, KithId event);

G_END_DECLS
