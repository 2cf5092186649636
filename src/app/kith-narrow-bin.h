/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bin that says when it is narrower than a limit, and that may be narrower than its child, so
 * that the child gets the chance to fold. Knows nothing of what is inside. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KITH_TYPE_NARROW_BIN (kith_narrow_bin_get_type ())
G_DECLARE_FINAL_TYPE (KithNarrowBin, kith_narrow_bin, KITH, NARROW_BIN, GtkWidget)

/* Properties: "child"; "limit": pixels; "narrow": read it, or bind to it. */

gboolean kith_narrow_bin_is_narrow (KithNarrowBin *self);

G_END_DECLS
