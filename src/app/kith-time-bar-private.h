/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the time bar share. */
#pragma once

#include "kith-time-bar.h"
#include "kith-time-pace.h"
#include "kith-time-track.h"

G_BEGIN_DECLS

struct _KithTimeBar
{
  GtkWidget parent_instance;

  /* template */
  GtkButton *play_button;
  KithTimeTrack *track;
  GtkWidget *menu_button;

  /* owned */
  KithViewer *viewer;
  KithTimeline *timeline; /* of the audience's map, NULL until it is asked for */
  GtkWidget *asking;      /* popover with a date that is being typed, or NULL */

  /* borrowed */
  KithCanvas *canvas;
  KithTimeCard *card;

  /* state */
  gboolean moving;    /* the change that comes is the bar's own */
  guint refresh;      /* source: the timeline is out of date */
  guint saying;       /* source: what was come to is to be said */
  gint32 said;        /* the day on which was said what changed */
  KithLens lens;      /* before a range was shown */
  gint32 range_since; /* 0: no range */

  /* playing */
  guint tick;
  KithTimePace *pace;
  gint64 play_start; /* of the frame clock */
  double play_from;  /* way at which it began */
  gint32 play_day;   /* up to which it has come */
  gint32 play_first;
  gint32 play_last;
  int seconds;
  gboolean loop;
};

gint32 kith_time_bar_day (KithTimeBar *self); /* the one shown, today for now */
/* Shows that day (0: now); what changes until then draws the eye, where `herald` says so. */
void kith_time_bar_move (KithTimeBar *self, gint32 day, gboolean herald);
void kith_time_bar_end_range (KithTimeBar *self);
void kith_time_bar_refresh (KithTimeBar *self);
KithTimeline *kith_time_bar_timeline (KithTimeBar *self); /* NULL: no map */
/* Says the date and what changed, after a moment. */
void kith_time_bar_queue_saying (KithTimeBar *self);

/* kith-time-play.c */
void kith_time_bar_update_play (KithTimeBar *self);

/* kith-time-ask.c */
void kith_time_bar_end_asking (KithTimeBar *self);

G_END_DECLS
