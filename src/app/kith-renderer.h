/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What GTK draws its windows with. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void kith_renderer_choose (void);
void kith_renderer_settle (void);

G_END_DECLS
