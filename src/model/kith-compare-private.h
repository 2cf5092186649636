/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a comparison share; nobody else includes it. */
#pragma once

#include "kith-compare.h"

G_BEGIN_DECLS

struct _KithComparison
{
  KithMap *before; /* with ids as after */
  KithMap *after;
  KithMap *both;     /* after, and what went */
  GHashTable *fates; /* id (of a record in `both`) → KithFate, those that are not KITH_SAME */
  GHashTable *moved; /* set of ids: links whose assessments differ */
  GPtrArray *items;  /* of KithComparedItem; NULL until asked for */
  guint n_unsure;
  char *before_name;
  char *after_name;
};

/* A map like `before` with the ids that what matches by name has in `after` (transfer full). */
KithMap *kith_compare_align (KithMap *before, KithMap *after, guint *n_unsure);
/* Whether a field is where a thing lies or how it is drawn, which is not compared. */
gboolean kith_compare_passes_over (const KithField *field);
/* The first membership of a space that the map has, whenever it ended: a map as at a day has those of
 * that day. NULL: none. */
const KithMembership *kith_compare_member (KithMap *map, KithId space, KithId stakeholder);
GPtrArray *kith_compare_list (KithComparison *self);
/* What a line is about: "Housing and Police" (transfer full). */
char *kith_compare_subject (const KithComparison *self, KithId id);
/* All texts (transfer full), `was` and `is` nullable. */
void kith_compare_add_item (GPtrArray *items,
                            KithCompared group,
                            KithKind kind,
                            KithId id,
                            char *subject,
                            char *text,
                            char *was,
                            char *is);
/* kith-compare-understood.c */
void kith_compare_list_understood (KithComparison *self, GPtrArray *items);

G_END_DECLS
