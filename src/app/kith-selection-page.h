/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of several selected things: what they are, and what can be done to all at once. */
#pragma once

#include "kith-page.h"

G_BEGIN_DECLS

#define KITH_TYPE_SELECTION_PAGE (kith_selection_page_get_type ())
G_DECLARE_FINAL_TYPE (KithSelectionPage, kith_selection_page, KITH, SELECTION_PAGE, KithPage)

/* To where a tag is typed, else to the list of shared spaces. */
void kith_selection_page_focus_together (KithSelectionPage *self, gboolean tag);

G_END_DECLS
