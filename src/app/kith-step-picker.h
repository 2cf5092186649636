/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step picker: five steps of trust, respect or understanding side by side, and why there is
 * none. Knows words and colours of steps, not whose they are. */
#pragma once

#include <gtk/gtk.h>

#include "kith-enum.h"

G_BEGIN_DECLS

#define KITH_TYPE_STEP_PICKER (kith_step_picker_get_type ())
G_DECLARE_FINAL_TYPE (KithStepPicker, kith_step_picker, KITH, STEP_PICKER, GtkWidget)

/* Signal "picked" (int score): a person chose. The picker goes on showing what it showed until
 * it is told otherwise. */

GtkWidget *kith_step_picker_new (void);
void kith_step_picker_set_dimension (KithStepPicker *self, KithDimension dimension);
/* What the picker as a whole is called: "What Police make of ED". */
void kith_step_picker_set_heading (KithStepPicker *self, const char *heading);
void kith_step_picker_set_score (KithStepPicker *self, KithScore score);

G_END_DECLS
