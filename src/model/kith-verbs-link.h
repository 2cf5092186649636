/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs for a link that is drawn already: turning it round, and leading an end elsewhere. Each keeps
 * to one rule: what a stakeholder said stays its own unless a person says that it was another's. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

KithEdit *kith_verb_reverse (KithMap *map, KithId link);

/* The least that is kept: as good as straight, and not 0, which is as it comes. */
#define KITH_BEND_STRAIGHT (1.0 / 64.0)

KithEdit *kith_verb_bend (KithMap *map, KithId link, double bend, double along);

/* What becomes of what was said while the end was where it was. */
typedef enum
{
  KITH_RECONNECT_ALL,     /* it goes along: the link had been drawn to the wrong stakeholder */
  KITH_RECONNECT_ANEW,    /* it stays with the old link, and a new link begins without any */
  KITH_RECONNECT_SUCCEED, /* the same, and the old link ends on the day that the new one begins */
} KithReconnect;

/* `id`: the link that then leads to `to`. */
KithEdit *kith_verb_reconnect (KithMap *map,
                               KithId link,
                               KithEnd end,
                               KithId to,
                               KithReconnect how,
                               const KithDate *today,
                               KithId *id,
                               GError **error);
/* Was anything said of these two: a rating, an event, a note, a standing? */
gboolean kith_link_has_story (KithMap *map, KithId link);
/* How many links there are between two stakeholders. */
guint kith_links_between (KithMap *map, KithId a, KithId b);

G_END_DECLS
