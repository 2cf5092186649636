/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An end card: what one end of a link makes of the other, in plain words, with the picker of
 * trust, *Correct*, *Rate again* and all its ratings. Wears a ring when it is the focused end. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_END_CARD (kith_end_card_get_type ())
G_DECLARE_FINAL_TYPE (KithEndCard, kith_end_card, KITH, END_CARD, AdwBin)

GtkWidget *kith_end_card_new (KithViewer *viewer, KithEnd end);
void kith_end_card_show (KithEndCard *self, KithId link);
/* Unfolds all ratings and goes to this one. */
void kith_end_card_show_rating (KithEndCard *self, KithId rating);

G_END_DECLS
