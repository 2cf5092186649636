/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A poster on several sheets: how it is cut, and the pages. Knows nothing of what is on it. */
#pragma once

#include "kith-pdf.h"

G_BEGIN_DECLS

/* A plan, then a page a sheet with crop marks; `drawing` is the poster. */
void kith_poster_put_sheets (KithPdf *pdf,
                             guint drawing,
                             double poster_width,
                             double poster_height,
                             double sheet_width,
                             double sheet_height);

G_END_DECLS
