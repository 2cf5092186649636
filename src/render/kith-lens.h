/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lenses: each turns records into looks and says what these mean. One table entry a lens; who draws
 * or explains asks here and knows no lens by name.
 *
 * Trust, respect and understanding are drawn in the notation of trust, from both ends; the public,
 * who is shown no ratings, sees quiet lines in their place. Through one stakeholder's eyes only its
 * own links are in full strength. */
#pragma once

#include "kith-look.h"
#include "kith-map.h"
#include "kith-view.h"

G_BEGIN_DECLS

/* What the halves of links show the opinion of. */
KithDimension kith_lens_dimension (KithLens lens);
/* Whether links are drawn as what their ends say. */
gboolean kith_lens_is_rated (KithLens lens);
/* Whether it shows something that only ratings tell. */
gboolean kith_lens_needs_ratings (KithLens lens);
/* Whether colours and signs of stakeholders are those of their sectors. */
gboolean kith_lens_shows_sectors (KithLens lens);

/* Whether boxes show what somebody has said to a question, or of the purpose. */
gboolean kith_lens_asks (KithLens lens);

void kith_lens_link (const KithView *view, KithMap *map, const KithLink *link, KithLinkLook *look);
/* `colour`: of its sector, 0 to 12. */
void kith_lens_box (const KithView *view,
                    KithMap *map,
                    const KithStakeholder *stakeholder,
                    int colour,
                    KithBoxLook *look);

/* The steps of links and of stakeholders in the order of a legend, and each in words (translated)
 * with a sample of its look. */
guint kith_lens_n_steps (KithLens lens);
const char *kith_lens_step_words (KithLens lens, guint step);
void kith_lens_step_look (KithLens lens, guint step, KithLinkLook *look);
guint kith_lens_n_box_steps (KithLens lens);
const char *kith_lens_box_step_words (KithLens lens, guint step);
void kith_lens_box_step_look (KithLens lens, guint step, KithBoxLook *look);

/* What it shows of a link, for who points at it: "Respect: Police 4 Strong, ED 2 Cautious", "Gap
 * between ends: Two steps apart. Police say 4 …" (transfer full) */
char *kith_lens_say_link (const KithView *view, KithMap *map, const KithLink *link);

/* "Gap between ends, through the eyes of Police" (transfer full) */
char *kith_view_lens_words (const KithView *view, KithMap *map);

G_END_DECLS
