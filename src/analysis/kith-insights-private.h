/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the insights share; nobody else includes this. */
#pragma once

#include "kith-cuts.h"
#include "kith-engine.h"
#include "kith-insights.h"

G_BEGIN_DECLS

typedef struct
{
  KithInsights *insights; /* what is being made */
  const KithTies *ties;
  const KithCuts *cuts; /* over all ties */
  guint64 most;
  KithWatch watch; /* of the step that is being done */
} KithTelling;

/* Names in a sentence before the others are counted. */
#define KITH_NAMES 3

/* Each adds its insights; FALSE with an error where it was stopped or could not be counted. */
gboolean kith_tell_bridging (KithTelling *telling, GError **error);
void kith_tell_failure (KithTelling *telling);
void kith_tell_weakest (KithTelling *telling);
void kith_tell_gaps (KithTelling *telling);
void kith_tell_islands (KithTelling *telling);
gboolean kith_tell_groups (KithTelling *telling, GError **error);
void kith_tell_mixing (KithTelling *telling);
void kith_tell_sectors (KithTelling *telling);

KithToldSection *kith_telling_section (KithTelling *telling, KithTells section);
/* (transfer full) */
void kith_telling_add (KithTelling *telling, KithInsight *insight);
/* `note`: translated; only the first of a section is kept. */
void kith_telling_note (KithTelling *telling, KithTells section, const char *note);

/* Of many the weightiest, in the order in which they came. */
typedef struct
{
  guint at;
  double weight;
} KithWeighed;

/* Keeps the `most` heaviest of them (of equals the first), back in order of `at`. Returns how many
 * went. */
guint kith_keep_weightiest (GArray *weighed, guint most);

/* Whether the audience may see ratings at all; where not, notes that. */
gboolean kith_telling_has_ratings (KithTelling *telling, KithTells section);

/* Sectors in the order in which they are listed everywhere. */
guint kith_telling_sector_rank (const GArray *sectors, KithId sector);

G_END_DECLS
