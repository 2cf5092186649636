/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether each stakeholder shares the purpose of the map or of a shared space: one press each, and the
 * words of who sees it differently. */
#pragma once

#include "kith-window.h"

G_BEGIN_DECLS

void kith_purpose_dialog_open (KithWindow *window);

G_END_DECLS
