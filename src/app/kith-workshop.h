/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workshop: a full screen on which a room rates one link at a time, together or silently. It has a
 * viewer of its own, which is for partners before there is anything to see; of the map that is the
 * team's it makes edits only. Knows documents, not the window that opened it. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_WORKSHOP (kith_workshop_get_type ())
G_DECLARE_FINAL_TYPE (KithWorkshop, kith_workshop, KITH, WORKSHOP, AdwWindow)

/* Signal "ended" (words): it is over, and this has been done. */

typedef struct
{
  GArray *links;   /* of KithId: taken; what partners may not see of them is left out */
  KithId round;    /* what was said in it shows, and the room agrees in it; 0: none */
  gboolean silent; /* voices answer silently first */
} KithWorkshopPlan;

/* The window, not shown yet; GTK owns it (transfer none). */
KithWorkshop *kith_workshop_new (KithDocument *document,
                                 const KithWorkshopPlan *plan,
                                 KithPaletteName palette);
void kith_workshop_set_palette (KithWorkshop *self, KithPaletteName palette);

G_END_DECLS
