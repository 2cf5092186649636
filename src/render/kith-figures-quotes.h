/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inherited lines on the map: which of them are shown, and each as a card near its stakeholder or its
 * half of a link, where it collides least. */
#pragma once

#include "kith-figures-private.h"
#include "kith-verbs-quote.h"

G_BEGIN_DECLS

typedef struct
{
  KithQuote *record; /* owned reference */
  KithRect box;
  KithPoint from; /* what it is said of */
  PangoLayout *words;
  PangoLayout *more; /* "and 2 more", or NULL */
} KithQuoteFigure;

/* Those that have room on a map, in the order in which they are placed; `more` has for each how many
 * of its owner stay out (guint), `left_out` how many of all. New array of borrowed records. */
GPtrArray *kith_quotes_shown (KithMap *map, const KithPass *pass, GArray *more, guint *left_out);

/* The outline of a card: solid, dotted with a "?", fainter where it has been let go. */
void kith_quote_card (cairo_t *cr, const KithPalette *palette, const KithRect *box, int status);

G_END_DECLS
