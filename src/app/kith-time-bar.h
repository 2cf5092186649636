/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time bar: chooses the date as at which a viewer's map is shown, plays from one to another and
 * marks ranges. Moves the viewer; tells the canvas what the eye should be drawn to, and the card what
 * to tell. */
#pragma once

#include <adwaita.h>

#include "kith-canvas.h"
#include "kith-time-card.h"

G_BEGIN_DECLS

#define KITH_TYPE_TIME_BAR (kith_time_bar_get_type ())
G_DECLARE_FINAL_TYPE (KithTimeBar, kith_time_bar, KITH, TIME_BAR, GtkWidget)

/* Signal "changed": playing or not, day or range differ. */

void kith_time_bar_set_viewer (KithTimeBar *self, KithViewer *viewer);
void kith_time_bar_set_around (KithTimeBar *self, KithCanvas *canvas, KithTimeCard *card);

/* To the next day on which something changes, or the last (-1). */
void kith_time_bar_step (KithTimeBar *self, int by);
void kith_time_bar_go (KithTimeBar *self, gint32 day);
void kith_time_bar_now (KithTimeBar *self);
/* Asks for a date, which begins with `text`. */
void kith_time_bar_ask (KithTimeBar *self, const char *text);
/* A range from the day that is shown to now, or back to a date; kith_time_bar_has_range(). */
void kith_time_bar_toggle_range (KithTimeBar *self);
gboolean kith_time_bar_has_range (KithTimeBar *self);

void kith_time_bar_play (KithTimeBar *self); /* or pauses */
void kith_time_bar_pause (KithTimeBar *self);
gboolean kith_time_bar_is_playing (KithTimeBar *self);
void kith_time_bar_set_seconds (KithTimeBar *self, int seconds); /* of a whole play */
void kith_time_bar_set_loop (KithTimeBar *self, gboolean loop);
/* The keyboard comes to the track. */
void kith_time_bar_take_keyboard (KithTimeBar *self);

G_END_DECLS
