/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several selected stakeholders have in common and may get: tags and shared spaces, as rows with
 * buttons. Does all by actions of the window; knows no edit. */
#pragma once

#include <gtk/gtk.h>

#include "kith-map.h"

G_BEGIN_DECLS

#define KITH_TYPE_TOGETHER (kith_together_get_type ())
G_DECLARE_FINAL_TYPE (KithTogether, kith_together, KITH, TOGETHER, GtkBox)

/* `stakeholders`: of KithStakeholder, as the audience of `map` sees them. */
void kith_together_show (KithTogether *self, KithMap *map, const GPtrArray *stakeholders);
/* To where a tag is typed. */
void kith_together_focus_tag (KithTogether *self);
/* Opens the list of the shared spaces that not all of them are in, or makes a new one. */
void kith_together_choose_space (KithTogether *self);

G_END_DECLS
