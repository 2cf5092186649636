/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog of one rating: its steps, date, voice, basis, note, and whether it is private. */
#pragma once

#include "kith-dialog.h"

G_BEGIN_DECLS

#define KITH_TYPE_RATING_DIALOG (kith_rating_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithRatingDialog, kith_rating_dialog, KITH, RATING_DIALOG, KithDialog)

/* *Correct*: changes this rating. */
void kith_rating_dialog_correct (GtkWidget *parent, KithViewer *viewer, KithId rating);
/* *Rate again*: adds one. */
void kith_rating_dialog_rate_again (GtkWidget *parent,
                                    KithViewer *viewer,
                                    KithId link,
                                    KithEnd end);
/* The same from a draft (transfer full) that has been begun. */
void kith_rating_dialog_rate_with (GtkWidget *parent, KithViewer *viewer, KithAssessment *draft);
/* A step was picked. The working team's window takes it as it is; any other, which would not show
 * an impression, asks on what basis. */
void kith_rating_dialog_pick (GtkWidget *parent,
                              KithViewer *viewer,
                              KithId link,
                              KithEnd end,
                              KithDimension dimension,
                              KithScore score);

G_END_DECLS
