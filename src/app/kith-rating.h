/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ratings in words, and what picking a step does. Knows viewers, not widgets. */
#pragma once

#include "kith-opinion.h"
#include "kith-viewer.h"

G_BEGIN_DECLS

/* "What Police make of ED" */
char *kith_rating_heading (KithMap *map, const KithLink *link, KithEnd end);
char *kith_rating_short_heading (KithMap *map, const KithLink *link, KithEnd end);
/* "4 Strong: We say the difficult thing and stay"; of other dimensions than trust "4 Strong". */
char *kith_rating_step_words (KithDimension dimension, KithScore score);
/* "4 Strong · Respect: 3 Working · We can disagree openly: 2" */
char *kith_rating_scores_words (const KithAssessment *rating);
/* Trust, respect and understanding were rated as one. */
gboolean kith_rating_is_as_one (const KithAssessment *rating);
/* "Nurse · Our impression · 12 March 2024" */
char *kith_rating_circumstances (const KithAssessment *assessment);

/* What picking a step does: corrects today's own quick rating, else adds one; says so where an
 * earlier one is kept. It is our impression, so this is for the working team's windows. */
void kith_rating_pick (KithViewer *viewer,
                       KithId link,
                       KithEnd end,
                       KithDimension dimension,
                       KithScore score);

G_END_DECLS
