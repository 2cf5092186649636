/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions of a round, one large card after another, for one voice of one organisation. Each
 * answer is kept at once. Knows nothing of who comes next. */
#pragma once

#include <adwaita.h>

#include "kith-round.h"
#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_ROUND_CARDS (kith_round_cards_get_type ())
G_DECLARE_FINAL_TYPE (KithRoundCards, kith_round_cards, KITH, ROUND_CARDS, AdwBin)

/* Who goes through which round. */
typedef struct
{
  KithId round;
  KithId stakeholder;
  const char *voice; /* copied */
  KithBasis basis;
  gboolean all_three; /* respect and understanding too */
} KithSitting;

/* Signal "done": all cards have been gone through, or the person stopped. */

/* Begins with the first question that has no answer yet. FALSE: there is none left. */
gboolean kith_round_cards_begin (KithRoundCards *self,
                                 KithViewer *viewer,
                                 const KithSitting *sitting);
/* Says again what is asked and what was said, where names or ratings have changed meanwhile. */
void kith_round_cards_update (KithRoundCards *self);
/* How many have been answered and passed over in this sitting, in words (transfer full). */
char *kith_round_cards_to_words (KithRoundCards *self);

G_END_DECLS
