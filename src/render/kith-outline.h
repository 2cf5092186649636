/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A soft outline round boxes that contains those boxes and no others. Pure geometry. */
#pragma once

#include "kith-rect.h"

G_BEGIN_DECLS

#define KITH_OUTLINE_RADIUS 4.5 /* no outline turns more sharply, map units */

/* Closed loops of points, all outer ones turning one way and holes the other.
 * Returns (transfer full): GPtrArray of GArray of KithPoint; empty where there is no member.
 * `members` are the boxes within, `others` those that must stay without. */
GPtrArray *kith_outline_new (const KithRect *members,
                             guint n_members,
                             const KithRect *others,
                             guint n_others);
/* On any thread; given up when another sets `called_back`: what comes then is of no use. */
GPtrArray *kith_outline_new_unless (const KithRect *members,
                                    guint n_members,
                                    const KithRect *others,
                                    guint n_others,
                                    const gint *called_back);

G_END_DECLS
