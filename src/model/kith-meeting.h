/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What shared spaces bring together: who meets there and has no link otherwise, which links go
 * through no space, who is in none. Pure questions to a map, which has the memberships that hold. */
#pragma once

#include "kith-map.h"
#include "kith-view.h"

G_BEGIN_DECLS

/* A member of a space, and with whom it has no link. */
typedef struct
{
  const KithStakeholder *member; /* borrowed from the map */
  guint n;                       /* how many they are */
  GPtrArray *named;              /* of borrowed KithStakeholder: the first few, by name */
} KithStrangers;

/* Members of a space who have no link to another member, those with the most first; free with
 * g_ptr_array_unref(). `pairs` (nullable): how many pairs have none; `all`: how many there are. Cost:
 * members and their links, not pairs of them. */
GPtrArray *kith_space_strangers (KithMap *map, KithId space, guint64 *pairs, guint64 *all);
/* All those that a member has no link to, by name (transfer container). */
GPtrArray *kith_space_strangers_to (KithMap *map, KithId space, KithId member);
/* "No link to Fire Service, Housing and 2 more" */
char *kith_strangers_words (const KithStrangers *strangers);

/* New arrays of borrowed records: links whose ends meet in no space; stakeholders in no space, by
 * name. */
GPtrArray *kith_links_through_no_space (KithMap *map);
GPtrArray *kith_stakeholders_in_no_space (KithMap *map);

/* Whether a member hosts the space. */
gboolean kith_space_is_hosted_by (KithMap *map, KithId space, KithId stakeholder);
/* Ids (borrowed KithId) of all that host it; a new set. */
GHashTable *kith_space_hosts (KithMap *map, KithId space);
/* A member with what it is there: "Housing (host, chair)". */
char *kith_space_member_words (KithMap *map, const KithSpace *space, const KithStakeholder *member);
/* "Working · monthly · opened 2019": how it stands, its rhythm and its dates. */
const char *kith_space_status_words (const KithSpace *space, KithAudience audience);
char *kith_space_words (const KithSpace *space, KithAudience audience);
/* The principles, one each, without empty lines; free with g_strfreev(). */
char **kith_space_principles (const KithSpace *space);

G_END_DECLS
