/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the filter share. */
#pragma once

#include "kith-filter.h"

G_BEGIN_DECLS

#define KITH_NOT_SAID "not-said" /* key of the value of an enumeration whose own is empty */

typedef struct
{
  KithDate from;
  KithDate to;
} KithFilterSpan;

struct _KithFilter
{
  gatomicrefcount ref_count;
  GPtrArray *keys[KITH_N_CRITERIA]; /* of char *, in the order of asking; of choices only */
  int trust_low;                    /* 0: no range */
  int trust_high;
  gboolean trust_not_known;
  KithFilterSpan spans[KITH_N_CRITERIA]; /* of KITH_BY_EXISTED and KITH_BY_HAPPENED only */
  char *text;                            /* never NULL */
  GArray *focus;                         /* of KithId */
  guint steps;
  gboolean hides;
  GHashTable *kept; /* of gint64 */
};

/* Of a criterion that is an enumeration; else NULL. */
const KithEnum *kith_criterion_enum (KithCriterion criterion);
const char *kith_filter_enum_key (const KithEnum *values, int value);

G_END_DECLS
