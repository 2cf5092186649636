/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that make an outline share; nobody else includes it. */
#pragma once

#include "kith-rect.h"

#define KITH_OUTLINE_CLEAR 11.0 /* from another's box to the outline */
#define KITH_OUTLINE_KEEP 15.0  /* from a member's box to the outline, where there is room for it */

/* kith-outline-way.c: appends the points between the two of a way that goes by no box of the others
 * nearer than `clear`; FALSE where there is none that is worth it. */
gboolean kith_outline_way (KithPoint from,
                           KithPoint to,
                           const KithRect *others,
                           guint n,
                           double clear,
                           GArray *by);
gboolean kith_outline_is_clear (KithPoint from,
                                KithPoint to,
                                const KithRect *others,
                                guint n,
                                double clear);
/* kith-outline-soft.c */
void kith_outline_soften (GArray *loop,
                          const KithRect *members,
                          guint n_members,
                          const KithRect *others,
                          guint n_others);
