/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that were typed and led to nothing yet: they wait in their window until it is again for those for
 * whom they were typed. */
#pragma once

#include "kith-window.h"

G_BEGIN_DECLS

/* `what` is static: for what they were typed. Empty text, or NULL: nothing waits any longer. */
void kith_waiting_put (KithWindow *window,
                       const char *what,
                       KithAudience audience,
                       const char *text);
/* Those for whom the window is now, or NULL. */
const char *kith_waiting_get (KithWindow *window, const char *what);

G_END_DECLS
