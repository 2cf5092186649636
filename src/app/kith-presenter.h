/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The presenter's window beside a stage: this scene and the next one, the note, a clock and a timer.
 * It shows what is for the presenter's eyes only. Knows the stage. */
#pragma once

#include "kith-stage.h"

G_BEGIN_DECLS

#define KITH_TYPE_PRESENTER (kith_presenter_get_type ())
G_DECLARE_FINAL_TYPE (KithPresenter, kith_presenter, KITH, PRESENTER, AdwWindow)

/* Closes with the stage. */
GtkWindow *kith_presenter_new (KithStage *stage);

G_END_DECLS
