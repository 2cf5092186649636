/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on a line: names, the arrows between them, and what is said after a colon. Knows no
 * map. */
#pragma once

#include "kith-record.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *groups; /* of GPtrArray of char *: names, without quotation marks; perhaps of none */
  GArray *arrows;    /* of int, KithDirection: one fewer than groups */
  char *rest;        /* after the colon; NULL: there is no colon */
} KithQuickWords;

/* Whether a text is a name as it stands, arrows and commas included. */
typedef gboolean (*KithQuickIsName) (const char *text, gpointer data);

KithQuickWords *kith_quick_words_new (const char *text, KithQuickIsName is_name, gpointer data);
void kith_quick_words_free (KithQuickWords *words);

/* Parts of a list, at commas and semicolons outside brackets and quotation marks; none is empty. */
GPtrArray *kith_quick_split (const char *text);
/* What stands in round brackets at the end, and the text before it; FALSE where nothing does. */
gboolean kith_quick_split_bracket (const char *text, char **before, char **inside);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithQuickWords, kith_quick_words_free)

G_END_DECLS
