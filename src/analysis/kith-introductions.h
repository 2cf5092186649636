/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who could introduce two who have no link: the shortest ways over ties of working trust. Knows the
 * ties of an audience's map, so nobody is named whom it may not see. */
#pragma once

#include "kith-ties.h"

G_BEGIN_DECLS

#define KITH_WORKING_TRUST 3.0

typedef enum
{
  KITH_INTRODUCE_TRUSTED, /* over ties of working trust, as far as each end said */
  KITH_INTRODUCE_UNKNOWN, /* only where ties of unknown trust count too */
  KITH_INTRODUCE_NO_WAY,  /* no way but over ties of less than working trust, or none at all */
  KITH_INTRODUCE_LINKED,  /* there is nothing to introduce */
} KithIntroduce;

/* One way from one to the other: who is on it, both ends included, as places among the ties. */
typedef struct
{
  KithIntroduce how;
  GPtrArray *ways; /* of GArray of guint; all of the same length, by the names on them */
  guint more;      /* of that length that are not listed */
} KithIntroductions;

/* `a`, `b`: places; at most `most` ways. Linear in ties and in what is listed. */
KithIntroductions *kith_introductions_new (const KithTies *ties, guint a, guint b, guint most);
void kith_introductions_free (KithIntroductions *introductions);
/* "ED could introduce Police to Housing: both work with it on working trust." Whole sentences, a
 * line each; never empty. */
char *kith_introductions_to_words (const KithIntroductions *introductions,
                                   const KithTies *ties,
                                   guint a,
                                   guint b);
/* All stakeholders and links on the ways (transfer full) (of KithId). */
GArray *kith_introductions_ids (const KithIntroductions *introductions, const KithTies *ties);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithIntroductions, kith_introductions_free)

G_END_DECLS
