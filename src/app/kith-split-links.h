/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which links go to which part of a stakeholder that is split: a list of links, with a switch for each
 * part. Knows no verb. */
#pragma once

#include <adwaita.h>

#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_SPLIT_LINKS (kith_split_links_get_type ())
G_DECLARE_FINAL_TYPE (KithSplitLinks, kith_split_links, KITH, SPLIT_LINKS, AdwPreferencesGroup)

/* Signal "changed": a person chose. */

GtkWidget *kith_split_links_new (void);
/* The links (of KithLink) of the one that is split, and what its parts are called; what was chosen of
 * a link and a part stays. Hidden where there is nothing to choose. */
void kith_split_links_show (KithSplitLinks *self,
                            KithMap *map,
                            KithId stakeholder,
                            GPtrArray *links,
                            const char *const *parts);
/* What does not go together (of KithNotWith; transfer full). */
GArray *kith_split_links_get_without (KithSplitLinks *self);
/* The same as text (transfer full), which is taken before any links are shown. */
char *kith_split_links_dup_choices (KithSplitLinks *self);
void kith_split_links_take_choices (KithSplitLinks *self, const char *choices);

G_END_DECLS
