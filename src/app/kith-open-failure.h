/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said, and what is offered, when a file cannot be opened. */
#pragma once

#include "kith-window.h"

G_BEGIN_DECLS

/* `error` from opening `file`: damage offers to bring back what can be read. */
void kith_open_failure_show (KithWindow *window, GFile *file, const GError *error);

G_END_DECLS
