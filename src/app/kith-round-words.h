/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the voices of a round said, in words. */
#pragma once

#include "kith-round.h"

G_BEGIN_DECLS

/* "2 Cautious to 5 Deep, in the middle 3½" */
char *kith_spread_to_words (const KithSpread *spread);
/* "Sergeant: 5 · Control room: Not known" */
char *kith_spread_voices_to_words (const KithSpread *spread);

G_END_DECLS
