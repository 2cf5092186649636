/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as it is compared when somebody searches: without case, accents, apostrophes and hyphens.
 * Knows nothing of maps. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KITH_SEARCH_MAX_WORDS 32

typedef struct
{
  char *words[KITH_SEARCH_MAX_WORDS]; /* folded */
  guint n_words;
  guint32 all;     /* a bit for each word */
  GString *folded; /* the text that is being looked at */
} KithWords;

KithWords *kith_words_new (const char *text);
void kith_words_free (KithWords *self);

/* `out` is replaced. `sources` (nullable, of guint): for each byte of `out`, and for its end, the
 * byte of `text` where it comes from. */
void kith_search_fold (const char *text, GString *out, GArray *sources);
/* Which words the text holds: a bit for each. Leaves the folded text in `self`. */
guint32 kith_words_in (KithWords *self, const char *text);
/* How well the text that was looked at holds a word: 3 as its beginning, 2 as the beginning of a
 * word, 1 anywhere, 0 not. `at` (nullable): where, in the folded text. */
guint kith_words_place (KithWords *self, guint word, gsize *at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithWords, kith_words_free)

G_END_DECLS
