/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An insight: one thing that a map tells, as a sentence with names in it, what of the map it is about,
 * the numbers behind it, and what it does not mean. A plain value; knows nothing of how it was
 * found. */
#pragma once

#include "kith-ties.h"

G_BEGIN_DECLS

/* Sections, in the order in which they are read. */
typedef enum
{
  KITH_TELLS_BRIDGING,
  KITH_TELLS_FAILURE,
  KITH_TELLS_WEAKEST,
  KITH_TELLS_GAPS,
  KITH_TELLS_ISLANDS,
  KITH_TELLS_GROUPS,
  KITH_TELLS_MIXING,
  KITH_TELLS_SECTORS,
  KITH_N_TELLS,
} KithTells;

extern const KithEnum kith_tells;

typedef enum
{
  KITH_NUMBER_COUNT,
  KITH_NUMBER_SHARE, /* 0 to 1; "38 %" */
  KITH_NUMBER_TRUST, /* 1 to 5; "3.4" */
  KITH_NUMBER_INDEX, /* -1 to 1; "-0.33" */
} KithNumberForm;

typedef struct
{
  const char *key; /* in JSON */
  char *label;     /* "Ties inside the sector" */
  KithNumberForm form;
  double value;
} KithNumber;

typedef struct
{
  KithTells section;
  char *key; /* the same for the same thing, however it has changed: "between/123" */
  char *sentence;
  char *not_meant;
  GArray *ids;     /* of KithId: stakeholders and links that it is about */
  GArray *numbers; /* of KithNumber */
} KithInsight;

/* `key`, `sentence`: (transfer full). */
KithInsight *kith_insight_new (KithTells section, char *key, char *sentence, const char *not_meant);
void kith_insight_free (KithInsight *insight);
void kith_insight_number (KithInsight *insight,
                          const char *key,
                          const char *label,
                          KithNumberForm form,
                          double value);
void kith_insight_add_id (KithInsight *insight, KithId id);
void kith_insight_add_who (KithInsight *insight, const KithTies *ties, guint place);
/* All links of a tie. */
void kith_insight_add_tie (KithInsight *insight, const KithTies *ties, const KithTie *tie);
/* All stakeholders of an array of places and, where `within`, the links between them. */
void kith_insight_add_all (KithInsight *insight,
                           const KithTies *ties,
                           const GArray *places,
                           gboolean within);

/* "38%", "3.4", "12" */
char *kith_number_to_words (const KithNumber *number);
/* "Housing", "Housing and Police", "Housing, Police and 4 others": by place, at most `most` of them by
 * name. */
char *kith_names_of (const KithTies *ties, const GArray *places, guint most);
/* The same of any names. */
char *kith_names_joined (const char *const *names, guint n, guint most);
/* All of these names, and how many more there are. */
char *kith_names_and_more (const char *const *names, guint n, guint more);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithInsight, kith_insight_free)

G_END_DECLS
