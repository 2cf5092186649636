/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comparison that goes with a view: of what its audience may see, of two days of one map or of
 * a map with an earlier version or another map. Knows what is compared, not how it is drawn. */
#pragma once

#include "kith-compare.h"
#include "kith-view.h"

G_BEGIN_DECLS

/* The day from which changes are counted: the view's, or a year before the one that it shows. */
gint32 kith_view_since (const KithView *view);
/* "1 April 2019" (transfer full) */
char *kith_day_to_words (gint32 day);

/* What a view that has a map to compare with calls it to its audience. */
const char *kith_view_other_name (const KithView *view, KithMap *whole);
/* What the view compares (transfer full), or NULL where it does not. All maps whole: what the
 * audience may not see is left out here, also of the map before where it may not be seen any more;
 * so are ratings that have been withdrawn since. `whole` is what the view is of. */
KithComparison *kith_view_compare (const KithView *view, KithMap *whole);
/* Of what is drawn of a comparison what is still there after it: without what went (transfer full).
 * `shown`: its map, or that with other names. */
KithMap *kith_comparison_there (KithComparison *comparison, KithMap *shown);
/* What the view shows of `seen`, which has been made of `whole` for its audience (transfer full): a
 * comparison's map where it is one, else what kith_view_map() says. */
KithMap *kith_view_shown (const KithView *view,
                          KithMap *whole,
                          KithMap *seen,
                          KithComparison **comparison);

G_END_DECLS
