/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions that are put to everyone: asking one, typing what each stakeholder answers, sorting the
 * answers into positions, and writing down what goes back to those who answered. */
#pragma once

#include "kith-window.h"

G_BEGIN_DECLS

/* `question`: the one that is shown at first, or 0. */
void kith_questions_dialog_open (KithWindow *window, KithId question);
/* The same, with the keyboard where that stakeholder answers. */
void kith_questions_dialog_open_for (KithWindow *window, KithId question, KithId stakeholder);

G_END_DECLS
