/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an organisation is handed, on screen: the sheet of a round, or its own page; to print, to
 * write as PDF or as a table, and to read back in what came of it. */
#pragma once

#include "kith-round.h"
#include "kith-window.h"

G_BEGIN_DECLS

/* `round`: whose sheets; 0: the organisation's page. `stakeholder`: who is chosen at first, or 0.
 * `all_three`: a sheet asks for respect and understanding too, until that is switched off.
 * `parent` is the window over which it stands: that of the map, or the rounds'. */
void kith_handout_dialog_open (GtkWindow *parent,
                               KithWindow *window,
                               KithId round,
                               KithId stakeholder,
                               gboolean all_three);
/* The sheet that goes back to those who answered a question. */
void kith_handout_dialog_open_question (GtkWindow *parent, KithWindow *window, KithId question);

G_END_DECLS
