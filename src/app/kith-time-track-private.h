/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the track of the time bar and its drawing share. */
#pragma once

#include "kith-time-scale.h"
#include "kith-time-track.h"

G_BEGIN_DECLS

/* Pixels from the top. */
#define KITH_TRACK_PILL 22     /* height of the handle's date */
#define KITH_TRACK_MARK 28     /* middle of the marks */
#define KITH_TRACK_BARS 27     /* where the highest bar begins … */
#define KITH_TRACK_BASE 47     /* … and all of them stand */
#define KITH_TRACK_HEIGHT 66   /* all of it */
#define KITH_TRACK_SIDE 10     /* between the sides and the scale */
#define KITH_TRACK_BAR_WIDTH 9 /* of a bar with its gap, at least */

struct _KithTimeTrack
{
  GtkWidget parent_instance;

  /* owned */
  KithTimeline *timeline;
  guint *buckets;
  guint n_buckets;
  char *words;

  /* state */
  gint32 today;
  gint32 first; /* of what is shown; 0: nothing is dated */
  gint32 last;
  gint32 day;   /* 0: now */
  gint32 since; /* 0: no range */
  KithTimeScale scale;

  /* what a press has begun */
  gint32 anchor;     /* the end of the range that stays; 0: no range is being marked */
  gboolean on_pill;  /* the press was on the handle */
  double grip;       /* from the handle to where it is held */
  gboolean dragging; /* it has become a movement … */
  double dragged_to; /* … to here, pixels, of which the next frame tells */
  guint drag_tick;
  KithId pressed_mark;
};

gint32 kith_time_track_day (KithTimeTrack *self); /* the one shown, today for now */
/* kith-time-track-draw.c */
void kith_time_track_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
/* The handle's date: where it stands, pixels. */
void kith_time_track_pill (KithTimeTrack *self, graphene_rect_t *rect);

G_END_DECLS
