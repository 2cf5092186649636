/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which links a workshop goes through, asked before it begins. */
#pragma once

#include "kith-window.h"
#include "kith-workshop.h"

G_BEGIN_DECLS

/* What is chosen; takes the plan's links. */
typedef void (*KithWorkshopChosen) (KithWindow *window, const KithWorkshopPlan *plan);

void kith_workshop_dialog_open (KithWindow *window, KithWorkshopChosen chosen);

G_END_DECLS
