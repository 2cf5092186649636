/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a stakeholder is driven and held by: one card each, and two cards side by side. Knows maps,
 * not who looks. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

#define KITH_N_ASPECTS 7 /* of a card: to whom it is accountable, and so on */

/* What two say to one aspect. */
typedef enum
{
  KITH_ASPECT_SAME,
  KITH_ASPECT_DIFFERS,
  KITH_ASPECT_ONE_SIDED, /* only one of them says anything */
} KithAspectMatch;

/* One aspect of two cards; what is not said is "". Borrowed from the cards. */
typedef struct
{
  const char *label;
  const char *a;
  const char *b;
  KithAspectMatch match;
} KithAspect;

/* "accountable", the name of a field of the card; its words, translated. */
const char *kith_aspect_field (guint aspect);
const char *kith_aspect_label (guint aspect);
const char *kith_aspect_text (const KithDrivers *card, guint aspect);

/* A stakeholder's card, or NULL. */
const KithDrivers *kith_drivers_of (KithMap *map, KithId stakeholder);
/* A copy of it, or a new empty one (transfer full). */
KithDrivers *kith_drivers_draft (KithMap *map, KithId stakeholder);
/* An empty card is deleted; a second one of a stakeholder is refused. */
KithEdit *kith_verb_put_drivers (KithMap *map, KithDrivers *after, GError **error);

/* The aspects to which at least one of the two says something, into `out` (KITH_N_ASPECTS of them). */
guint kith_drivers_compare (KithMap *map, KithId a, KithId b, KithAspect *out);

G_END_DECLS
