/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the search share. */
#pragma once

#include "kith-search-fold.h"
#include "kith-search.h"

G_BEGIN_DECLS

/* Whether the field's words are searched, and what they are in a record (borrowed). */
gboolean kith_search_reads (KithKind kind, const KithField *field);
const char *kith_search_text (KithMap *map, const KithField *field, gconstpointer record);

/* `field`: the one with most of the words, NULL where the title has them. */
KithFound *kith_found_new (KithMap *map,
                           KithWords *words,
                           gconstpointer record,
                           const KithField *field,
                           guint strength);

G_END_DECLS
