/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds or changes one inherited line: its words, which end says it, what has become of it and since
 * when. Which dates there are follows from the status. */
#pragma once

#include "kith-dialog.h"

G_BEGIN_DECLS

#define KITH_TYPE_QUOTE_DIALOG (kith_quote_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithQuoteDialog, kith_quote_dialog, KITH, QUOTE_DIALOG, KithDialog)

void kith_quote_dialog_add (GtkWidget *parent,
                            KithViewer *viewer,
                            KithKind owner_kind,
                            KithId owner);
void kith_quote_dialog_change (GtkWidget *parent, KithViewer *viewer, KithId quote);

G_END_DECLS
