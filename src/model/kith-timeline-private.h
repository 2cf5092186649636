/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the timeline share; nobody else includes it. */
#pragma once

#include "kith-timeline.h"

G_BEGIN_DECLS

/* When a record is there, what it refers to considered: from <= day < gone. */
typedef struct
{
  gint32 from;
  gint32 gone;
} KithLife;

struct _KithTimeline
{
  gatomicrefcount ref_count;
  guint64 revision;
  KithMap *whole;      /* the map of which it is, only compared; kept, so that no other can have its
                        * address */
  KithMap *map;        /* a snapshot of it */
  KithLife *lives;     /* of all records, in the order of kinds and tables */
  GHashTable *life_of; /* id → KithLife */
  GHashTable *renamed; /* ids of stakeholders that have an earlier name */
  GArray *facts;       /* of KithFact, sorted */
  GPtrArray *marks;    /* of KithEvent, borrowed from the snapshot */
};

const KithLife *kith_timeline_life (KithTimeline *self, KithId id);

G_END_DECLS
