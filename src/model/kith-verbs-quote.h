/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs for inherited lines (sentences that have been handed down), and how they are listed and
 * worded. Knows maps, not who looks. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* A new one to be filled in, of a link or a stakeholder; nobody has dated it. */
KithQuote *kith_quote_draft (KithKind owner_kind, KithId owner);
/* Adds or changes: `after` (transfer full) has the id of an existing one, or is new. */
KithEdit *kith_verb_put_quote (KithMap *map, KithQuote *after, GError **error);
/* Held, questioned or let go from `date` on. What a status does not have is no longer dated. */
KithEdit *kith_verb_set_quote_status (KithMap *map,
                                      KithId quote,
                                      KithQuoteStatus status,
                                      const KithDate *date,
                                      GError **error);
KithEdit *kith_verb_delete_quote (KithMap *map, KithId quote);
/* The same rule on a record that is being made. */
void kith_quote_set_status (KithQuote *quote, KithQuoteStatus status, const KithDate *date);

KithId kith_quote_owner (const KithQuote *quote);
/* Of a link or stakeholder: held, then questioned, then let go, each by date; a new array of
 * borrowed records. */
GPtrArray *kith_quotes_of (KithMap *map, KithId owner);
int kith_quote_compare (const KithQuote *a, const KithQuote *b);
/* "“It has never been our role”" */
char *kith_quote_in_marks (const KithQuote *quote);
/* "Being questioned since 2019", "Let go in 2021, said since the 1990s" */
char *kith_quote_status_words (const KithQuote *quote);

/* Which end of a link tells of something: "Not said", "Police", "ED", "Both". */
const char *kith_told_words (KithMap *map, const KithLink *link, KithTold told);
/* Whether this end is among those that tell. */
gboolean kith_told_by (KithTold told, KithEnd end);
KithTold kith_told_other (KithTold told);

G_END_DECLS
