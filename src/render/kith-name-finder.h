/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names found in texts, whatever their case, Unicode form and spacing, and put in other words. Knows
 * strings, not maps. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KithNameFinder KithNameFinder;

KithNameFinder *kith_name_finder_new (void);
void kith_name_finder_free (KithNameFinder *self);
/* What stands in place of a name. Of two that are the same the one that came first counts. */
void kith_name_finder_add (KithNameFinder *self, const char *name, const char *to);
/* The text with all of them replaced (transfer full): whole words only, where the script puts spaces
 * between words; the longest name that begins at a place; a name of one or two letters only in its
 * own case. Cost: the length of the text times the logarithm of how many names there are, and once
 * that of sorting these. */
char *kith_name_finder_replace (KithNameFinder *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithNameFinder, kith_name_finder_free)

G_END_DECLS
