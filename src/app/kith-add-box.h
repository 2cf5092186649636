/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What could be added to something and is not there yet, as a few buttons at the end of its page: so
 * that a page is no longer than what it says. Knows of each only that it is empty. */
#pragma once

#include <adwaita.h>

#include "kith-record-group.h"

G_BEGIN_DECLS

#define KITH_TYPE_ADD_BOX (kith_add_box_get_type ())
G_DECLARE_FINAL_TYPE (KithAddBox, kith_add_box, KITH, ADD_BOX, AdwPreferencesGroup)

/* A button for what `source` says by a boolean property that it lacks; `label` has a mnemonic. Returns
 * it (borrowed), to be told what it does. */
GtkWidget *kith_add_box_offer (KithAddBox *self,
                               GObject *source,
                               const char *property,
                               const char *label,
                               const char *tip);
/* The group is shown only where there is something in it. */
void kith_add_box_watch (KithAddBox *self, KithRecordGroup *group);

G_END_DECLS
