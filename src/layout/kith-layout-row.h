/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places along a line that keep their order and their distances. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kith_row_spread (guint n,
                          const double *wanted,
                          const double *apart,
                          double low,
                          double high,
                          double *place);

G_END_DECLS
