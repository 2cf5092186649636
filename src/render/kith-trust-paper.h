/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trust sheet on paper: A4 across, on as many pages as it needs, names of rows and columns on each
 * of them, with what it is, of which date and for whom. Knows no files and no printers. */
#pragma once

#include <gio/gio.h>

#include "kith-trust-sheet.h"

G_BEGIN_DECLS

/* "Northmoor · as of 12 March 2024 · for: Partners · only: Housing or Police" */
char *kith_trust_paper_facts (KithMap *map, const KithView *view);
/* How many pages it takes, at least 1. */
guint kith_trust_paper_n_pages (const KithTrustSheet *sheet);
/* `map` and `view`: those of which the sheet was made. As PDF (transfer full), NULL with `error`
 * where it could not be drawn. */
GBytes *kith_trust_paper (const KithTrustSheet *sheet,
                          KithMap *map,
                          const KithView *view,
                          GError **error);

G_END_DECLS
