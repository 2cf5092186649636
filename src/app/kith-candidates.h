/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stakeholders to choose one from by typing part of a name, in the finder. */
#pragma once

#include "kith-finder.h"
#include "kith-viewer.h"

G_BEGIN_DECLS

GPtrArray *kith_candidates_find (KithMap *map, const char *words, KithId but);
void kith_candidates_offer (KithFinder *finder,
                            KithViewer *viewer,
                            const KithStakeholder *stakeholder,
                            const char *words,
                            const char *side,
                            gboolean is_disabled);
void kith_candidates_offer_linked (KithFinder *finder,
                                   KithViewer *viewer,
                                   const char *words,
                                   KithId now,
                                   const char *hint);

G_END_DECLS
