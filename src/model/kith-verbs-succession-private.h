/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs of a stakeholder's lifetime share. */
#pragma once

#include "kith-verbs-succession.h"

G_BEGIN_DECLS

/* Ends a stakeholder, its links and memberships on a date. */
void kith_succession_end (KithEdit *edit, KithMap *map, KithId stakeholder, const KithDate *date);
/* What `heir` has of `ids` from the date on: links but those `without` (nullable: of ids), spaces,
 * and impressions where asked. */
void kith_succession_inherit (KithEdit *edit,
                              KithMap *map,
                              const KithId *ids,
                              guint n,
                              KithId heir,
                              const KithDate *date,
                              gboolean ratings,
                              GHashTable *without);
/* What is planned for the stakeholder or link `from`, and what it carries, goes on with `heir` (of
 * `kind`) from the date; `hides`: as private. */
void kith_succession_plan_on (KithEdit *edit,
                              KithMap *map,
                              KithId from,
                              KithKind kind,
                              KithId heir,
                              const KithDate *date,
                              gboolean hides);
gboolean kith_succession_goes_on (KithMap *map,
                                  const KithLink *link,
                                  KithId other,
                                  const KithDate *date);

G_END_DECLS
