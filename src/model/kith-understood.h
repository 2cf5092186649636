/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people have said, carry or agreed, each in one line: answers, views of a purpose, pulse checks,
 * changes, barriers and steps of a repair plan. In the same words for what happened between two days
 * and for what differs between two maps. Knows maps, not who looks. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* What a stakeholder is called (transfer full). */
typedef char *(*KithNameOf) (gpointer data, KithId stakeholder);

typedef enum
{
  KITH_UNDERSTOOD_COMES, /* it is said, or begins */
  KITH_UNDERSTOOD_GOES,  /* it is there no more */
  KITH_UNDERSTOOD_ENDS,  /* of a repair: done, or given up */
} KithUnderstood;

/* What somebody wrote, as one line of at most 90 characters (transfer full). */
char *kith_short_line (const char *text);
/* Whether it is one of these kinds. */
gboolean kith_is_understood (KithKind kind);
/* (transfer full) (nullable): the line; NULL where there is nothing to say of that. */
char *kith_understood_words (KithMap *map,
                             gconstpointer record,
                             KithUnderstood what,
                             KithNameOf name_of,
                             gpointer data);
/* What it leads to: a stakeholder, link, space or question; 0: the whole map. */
KithId kith_understood_at (gconstpointer record, KithKind *kind);

G_END_DECLS
