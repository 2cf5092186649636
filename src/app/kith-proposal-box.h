/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A proposed rating in the card of its end: what would follow from what happened since, to be taken
 * or put aside. Away where there is none. Knows the viewer, not the card. */
#pragma once

#include <gtk/gtk.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_PROPOSAL_BOX (kith_proposal_box_get_type ())
G_DECLARE_FINAL_TYPE (KithProposalBox, kith_proposal_box, KITH, PROPOSAL_BOX, GtkWidget)

void kith_proposal_box_show (KithProposalBox *self, KithViewer *viewer, KithId link, KithEnd end);
/* The keys (kith_proposal_key()) of what has been put aside in this window; borrowed. */
GHashTable *kith_proposals_put_aside (KithViewer *viewer);

G_END_DECLS
