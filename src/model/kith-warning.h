/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Warning signs: what a team should talk about, each with its reason. Knows maps; who looks only in
 * so far as an audience's map cannot tell silence from what it may not see.
 *
 *  1. A measure of the pulse has fallen twice running.
 *  2. A measure is 2 or less.
 *  3. A measure has fallen by 1.5 or more since it was asked before.
 *  4. Nothing has been heard for longer than the agreed rhythm (about.pulse_every months).
 *  5. Three changes are carried at once.
 *  6. Solutions are collected before there is a shared diagnosis (kith-question.h).
 *
 * A sign is about what was said last, and spells itself with the day of that: when more is said it
 * goes or is another one, which nobody has acknowledged yet. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

typedef struct
{
  char *key;          /* "pulse-low/support/2026-03-01": what an acknowledgement names */
  KithId stakeholder; /* that it is about, or 0 */
  KithId question;    /* that it is about, or 0 */
  char *sentence;     /* a whole one, with the reason */
  KithDate date;      /* since when */
  KithId seen;        /* the acknowledgement of it, or 0 */
} KithWarning;

KithWarning *kith_warning_new (const char *key, KithId stakeholder, KithId question);
void kith_warning_free (KithWarning *warning);

/* Those of the map of an audience, not yet acknowledged first, then the latest; a new array that owns
 * what it holds. Cost: linear in the map. */
GPtrArray *kith_warnings (KithMap *map, KithAudience audience, const KithDate *today);
/* The same, of one stakeholder. Cost: what refers to it, and the acknowledgements. */
GPtrArray *kith_warnings_of (KithMap *map,
                             KithAudience audience,
                             const KithDate *today,
                             KithId stakeholder);

/* The latest step of the repair plan that answers it, or NULL; borrowed. */
const KithRepair *kith_warning_answer (KithMap *map, const KithWarning *warning);

/* The team has seen it: since `date`, by a role, with a note. */
KithEdit *kith_verb_acknowledge (KithMap *map,
                                 const KithWarning *warning,
                                 const KithDate *date,
                                 const char *by,
                                 const char *note,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithWarning, kith_warning_free)

G_END_DECLS
