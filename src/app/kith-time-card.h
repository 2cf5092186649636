/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card over the time bar: the story of an event, or what changed within a range; as far as the
 * viewer's audience may see. */
#pragma once

#include <adwaita.h>

#include "kith-timeline.h"
#include "kith-viewer.h"

G_BEGIN_DECLS

#define KITH_TYPE_TIME_CARD (kith_time_card_get_type ())
G_DECLARE_FINAL_TYPE (KithTimeCard, kith_time_card, KITH, TIME_CARD, GtkWidget)

/* Signals: "event" (gint64 id): another event is asked for. "show-on-map" (gint64 id): a stakeholder, link
 * or space is to be shown on the map. "closed": a person has put it away. */

/* The story of the event that came last up to that day; of several on it, the first. Hides itself
 * where there is none. */
void kith_time_card_show_day (KithTimeCard *self,
                              KithViewer *viewer,
                              KithTimeline *timeline,
                              gint32 day);
void kith_time_card_show_event (KithTimeCard *self,
                                KithViewer *viewer,
                                KithTimeline *timeline,
                                KithId event);
/* What changed after `since` up to `day`. */
void kith_time_card_show_range (KithTimeCard *self,
                                KithViewer *viewer,
                                KithTimeline *timeline,
                                gint32 since,
                                gint32 day);
void kith_time_card_hide (KithTimeCard *self);
gboolean kith_time_card_is_shown (KithTimeCard *self);
/* The map has been edited: what is told is told anew. */
void kith_time_card_follow (KithTimeCard *self);

G_END_DECLS
