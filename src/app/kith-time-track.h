/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The track of the time bar: years, a histogram of events, marks for those of the whole map, and
 * one handle with its date in words; or a range between two. Shows what it is told and says what a
 * person wants; knows no viewer. */
#pragma once

#include <gtk/gtk.h>

#include "kith-timeline.h"

G_BEGIN_DECLS

#define KITH_TYPE_TIME_TRACK (kith_time_track_get_type ())
G_DECLARE_FINAL_TYPE (KithTimeTrack, kith_time_track, KITH, TIME_TRACK, GtkWidget)

/* Signals:
 *  "go" (int day, gboolean settled): a person wants this day (0: now); settled: not in mid-drag.
 *  "range" (int since, int day, gboolean settled): what lies between these days; day may be 0.
 *  "step" (int by): to the next (last) day on which something changes.
 *  "stretch" (int by): the same with one end of the range, which begins here if there is none.
 *  "event" (gint64 id): the mark of an event of the whole map.
 *  "type" (const char *text): a date is to be typed, and begins with this.
 *  "play": play or pause.
 *  "escape": end what is special: play, range, the past. */

/* NULL or without a span: says what to do instead. */
void kith_time_track_set_timeline (KithTimeTrack *self, KithTimeline *timeline);
/* 0: now. */
void kith_time_track_set_day (KithTimeTrack *self, gint32 day);
/* The day after which the range begins, which ends on the day that is shown; 0: none. */
void kith_time_track_set_since (KithTimeTrack *self, gint32 since);
/* What a screen reader is told of the day beside its date. */
void kith_time_track_set_words (KithTimeTrack *self, const char *words);
/* Shown from its first to its last day; FALSE: nothing is dated. */
gboolean kith_time_track_get_span (KithTimeTrack *self, gint32 *first, gint32 *last);
/* Where the handle is, in the track's own pixels. */
void kith_time_track_get_handle (KithTimeTrack *self, GdkRectangle *at);
/* "12 March 2019", "Now", "2015 to now" as it stands on the handle (transfer full). */
char *kith_time_track_dup_words (KithTimeTrack *self);

G_END_DECLS
