/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One rating in a list: what was said, by whom, on what basis, when; *Correct* and *Withdraw*. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_RATING_ROW (kith_rating_row_get_type ())
G_DECLARE_FINAL_TYPE (KithRatingRow, kith_rating_row, KITH, RATING_ROW, AdwPreferencesRow)

/* `rating` is the audience's; `superseded`: its voice has said something later. */
GtkWidget *kith_rating_row_new (KithViewer *viewer,
                                const KithAssessment *rating,
                                gboolean superseded);
KithId kith_rating_row_get_rating (KithRatingRow *self);
/* The keyboard goes to it. */
void kith_rating_row_go_to (KithRatingRow *self);

G_END_DECLS
