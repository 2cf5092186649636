/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The repair plan of a map in a window of its own: what comes next, and what has ended. Follows the
 * map, and goes when another audience is to see it. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_PLAN_DIALOG (kith_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithPlanDialog, kith_plan_dialog, KITH, PLAN_DIALOG, AdwWindow)

void kith_plan_dialog_open (GtkWindow *parent, KithViewer *viewer);

G_END_DECLS
