/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who carries how much change when: the chart of all, and the changes in a list. */
#pragma once

#include "kith-window.h"

G_BEGIN_DECLS

void kith_changes_dialog_open (KithWindow *window);
/* Rows for the changes of a stakeholder, each of which opens its dialog; `list` is emptied first. */
void kith_changes_fill_list (GtkListBox *list, KithViewer *viewer, KithId stakeholder);

G_END_DECLS
