/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Earlier versions of the map in a window: keeping one under a name, looking at one, going back.
 * Knows the window, not how versions are stored. */
#pragma once

#include "kith-window.h"

G_BEGIN_DECLS

#define KITH_TYPE_VERSIONS_DIALOG (kith_versions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithVersionsDialog, kith_versions_dialog, KITH, VERSIONS_DIALOG, AdwWindow)

void kith_versions_dialog_open (KithWindow *window);
char *kith_version_time_words (const KithVersion *version);
const char *kith_version_name_for (const KithVersion *version, KithAudience audience);
/* Asks for a name and keeps the map as it is now. */
void kith_versions_ask_name (KithWindow *window);
/* Asks, then goes back to the version, or with NULL to the file as it was opened. `words` says
 * which it is ("Board, May"), or NULL. */
void kith_versions_ask_revert (KithWindow *window, const char *id, const char *words);

G_END_DECLS
