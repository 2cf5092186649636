/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pulse checks of a stakeholder and the changes that it carries, on its page. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_LOAD_GROUP (kith_load_group_get_type ())
G_DECLARE_FINAL_TYPE (KithLoadGroup, kith_load_group, KITH, LOAD_GROUP, GtkBox)

/* Properties "empty" and "may-enter" (boolean): neither a pulse check nor a change is there; and pulse
 * checks can be entered. */
/* As the button for a change does. */
void kith_load_group_add (KithLoadGroup *self);
void kith_load_group_show (KithLoadGroup *self, KithViewer *viewer, KithId stakeholder);

G_END_DECLS
