/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each end of a link sees, on paper: one landscape page that grows downwards where there is
 * more to say, with trust over time. Knows what is said, not where the file goes. */
#pragma once

#include "kith-palette.h"
#include "kith-two-sides.h"

G_BEGIN_DECLS

/* As PDF, or as PNG of twice the size; (transfer full), NULL with `error` where it failed. */
GBytes *kith_sides_paper (KithMap *map,
                          const KithTwoSides *sides,
                          KithAudience audience,
                          gint32 day,
                          gboolean pdf,
                          GError **error);

G_END_DECLS
