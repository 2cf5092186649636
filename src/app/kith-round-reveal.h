/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the voices of a round said, side by side and large enough for a room, widest difference
 * first; a key on a row writes down what the room agrees on. */
#pragma once

#include <adwaita.h>

#include "kith-round.h"
#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_ROUND_REVEAL (kith_round_reveal_get_type ())
G_DECLARE_FINAL_TYPE (KithRoundReveal, kith_round_reveal, KITH, ROUND_REVEAL, AdwBin)

/* A round that is not sealed. */
void kith_round_reveal_show (KithRoundReveal *self, KithViewer *viewer, KithId round);
/* The same round, where names or ratings have changed meanwhile. */
void kith_round_reveal_update (KithRoundReveal *self);

G_END_DECLS
