/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pace of a play: which day is shown how far on. Time runs evenly where things happen and
 * hurries where nothing does for long. Knows no clock and no widget. */
#pragma once

#include "kith-timeline.h"

G_BEGIN_DECLS

typedef struct _KithTimePace KithTimePace;

/* From `first` to `last`, which is later. */
KithTimePace *kith_time_pace_new (KithTimeline *timeline, gint32 first, gint32 last);
void kith_time_pace_free (KithTimePace *self);
/* The day at `way`, 0 to 1. */
gint32 kith_time_pace_day (const KithTimePace *self, double way);
/* How far on that day is, 0 to 1. */
double kith_time_pace_way (const KithTimePace *self, gint32 day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithTimePace, kith_time_pace_free)

G_END_DECLS
