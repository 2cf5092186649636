/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is included: a grid of sectors by level with counts and gaps, those who are not yet involved or
 * spoken for by others, whose voices have been heard, and the barriers. A window beside the map, which
 * shows what is chosen in it. Counts the map of the window's audience. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_INCLUSION_DIALOG (kith_inclusion_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithInclusionDialog, kith_inclusion_dialog, KITH, INCLUSION_DIALOG, AdwWindow)

void kith_inclusion_dialog_open (GtkWindow *parent, KithViewer *viewer);

G_END_DECLS
