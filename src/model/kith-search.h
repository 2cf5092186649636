/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding by text: words, in any order, in whatever the field tables call text. Knows maps and
 * their records; what is found is what the given map holds, so that an audience's map is all that
 * its audience can search. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* A record that holds all the words. */
typedef struct
{
  KithKind kind;
  KithId id;
  KithId owner;   /* the stakeholder, link or space that shows it; 0: the whole map */
  char *title;    /* what it is called: "Police", "Police – Crisis Café" */
  char *where;    /* the field with most of the words, in words; NULL: the title says it */
  char *snippet;  /* the words with what stands round them; NULL likewise */
  guint strength; /* the more, the earlier in the list */
} KithFound;

void kith_found_free (KithFound *found);

/* The first `max` of what was found, best first; elements KithFound *. `n_all` (nullable): how many
 * there are. */
GPtrArray *kith_search (KithMap *map, const char *words, guint max, guint *n_all);
/* Each record that would be found, in no order. */
void kith_search_each (KithMap *map,
                       const char *words,
                       void (*func) (gconstpointer record, gpointer data),
                       gpointer data);
/* What a field is called, translated; NULL for what nobody reads. */
const char *kith_search_field_label (const KithField *field);
const char *kith_search_kind_field_label (KithKind kind, const KithField *field);

/* Where the words stand in a text, so that they can be marked; without overlaps, in order. */
typedef struct
{
  guint start; /* bytes */
  guint end;
} KithMark;

GArray *kith_search_marks (const char *text, const char *words);
/* How well a few letters name a text, for lists of commands: each word as it stands or letter by
 * letter ("exp", "xpdf"); 0: not at all. */
guint kith_search_fuzzy (const char *text, const char *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFound, kith_found_free)

G_END_DECLS
