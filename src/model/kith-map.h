/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map: what is known, as tables of records in memory. Knows no database and no widget.
 *
 * kith_map_apply() is the only thing that alters a map. A snapshot copies the tables and shares
 * the records; each map belongs to one thread at a time. */
#pragma once

#include "kith-edit.h"
#include "kith-record.h"

G_BEGIN_DECLS

typedef struct _KithMap KithMap;

/* What is left of a deleted record, so that copies of a map can be merged. */
typedef struct
{
  KithId id;
  KithKind kind;
  gint64 changed;
  gint64 copy;
} KithTombstone;

KithMap *kith_map_new (void);
KithMap *kith_map_new_empty (void);
KithMap *kith_map_ref (KithMap *map);
void kith_map_unref (KithMap *map);
KithMap *kith_map_snapshot (KithMap *map);
gboolean kith_map_equal (KithMap *a, KithMap *b);
guint64 kith_map_revision (const KithMap *map);

gboolean kith_map_apply (KithMap *map, const KithEdit *edit, GError **error);
void kith_map_take_back (KithMap *map, const KithEdit *edit);
gboolean kith_map_check (KithMap *map, GError **error);

guint kith_map_n (const KithMap *map, KithKind kind);
gconstpointer kith_map_nth (const KithMap *map, KithKind kind, guint i);
gconstpointer kith_map_get (KithMap *map, KithKind kind, KithId id);
gboolean kith_map_kind_of (KithMap *map, KithId id, KithKind *kind);
const KithAbout *kith_map_about (KithMap *map);
const KithStakeholder *kith_map_stakeholder (KithMap *map, KithId id);
const KithLink *kith_map_link (KithMap *map, KithId id);
const KithSpace *kith_map_space (KithMap *map, KithId id);
const KithEvent *kith_map_event (KithMap *map, KithId id);
const KithAssessment *kith_map_assessment (KithMap *map, KithId id);

/* The records that refer to `id`, of all kinds, in no order that matters; borrowed, may be NULL. */
const GPtrArray *kith_map_referrers (KithMap *map, KithId id);

/* New arrays of borrowed records (free the array only), sorted as a person expects:
 * stakeholders and spaces by name, events and assessments by date. */
GPtrArray *kith_map_list (KithMap *map, KithKind kind);
GPtrArray *kith_map_links_of (KithMap *map, KithId stakeholder);
GPtrArray *kith_map_events_of (KithMap *map, KithId owner);
GPtrArray *kith_map_assessments_of (KithMap *map, KithId link, KithEnd end);
GPtrArray *kith_map_members_of (KithMap *map, KithId space);
GPtrArray *kith_map_spaces_of (KithMap *map, KithId stakeholder);

void kith_map_foreach_tombstone (KithMap *map, GFunc func, gpointer data);
void kith_map_put_tombstone (KithMap *map, const KithTombstone *tombstone);

#define KITH_FOR_EACH(Type, var, map, kind)                                \
  for (guint var##_i = 0; var##_i < kith_map_n ((map), (kind)); var##_i++) \
    for (const Type *var = kith_map_nth ((map), (kind), var##_i); var != NULL; var = NULL)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithMap, kith_map_unref)

G_END_DECLS
