/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-store-error.h"

G_DEFINE_QUARK (kith - store - error - quark, kith_store_error)

/**
 * kith_store_error_is_salvageable:
 * @error: what opening a file reported
 *
 * Returns: %TRUE if the file is one of Kith's own that is damaged, so that salvage is worth
 *   offering.
 */
gboolean
kith_store_error_is_salvageable (const GError *error)
{
  return g_error_matches (error, KITH_STORE_ERROR, KITH_STORE_ERROR_DAMAGED);
}
