/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that were typed and led to nothing yet: they wait in their window until it is again for those for
 * whom they were typed. What took long to type waits on disk as well, for whenever the map is opened again. */
#pragma once

#include "kith-window.h"

G_BEGIN_DECLS

/* `what` is static: for what they were typed. Empty text, or NULL: nothing waits any longer. */
void kith_waiting_put (KithWindow *window,
                       const char *what,
                       KithAudience audience,
                       const char *text);
/* What waits for those for whom the window is now, or NULL. */
const char *kith_waiting_get (KithWindow *window, const char *what);
/* The same, and beside the user's other state, so that no crash takes it; FALSE with an error where that
 * fails: it waits in the window then. */
gboolean kith_waiting_keep (KithWindow *window,
                            const char *what,
                            KithAudience audience,
                            const char *text,
                            GError **error);
/* The same as kith_waiting_get (), of what was kept. */
const char *kith_waiting_kept (KithWindow *window, const char *what);
void kith_waiting_drop_old (void);

G_END_DECLS
