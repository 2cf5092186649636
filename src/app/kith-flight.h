/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a canvas to a scene: lens and filter at once, camera and day moving together. Knows the
 * canvas and its viewer, not the window around them, and does not touch the audience. */
#pragma once

#include "kith-canvas.h"
#include "kith-scene.h"

G_BEGIN_DECLS

typedef struct _KithFlight KithFlight;

KithFlight *kith_flight_new (KithViewer *viewer, KithCanvas *canvas);
void kith_flight_free (KithFlight *self);

/* `scene`: of the map made for the viewer's audience. Where motion is not welcome, or it takes no
 * time, it is there at once. */
void kith_flight_go (KithFlight *self, const KithScene *scene, guint milliseconds);
/* For a room: a small map is shown larger than it is, to be read from the back. */
void kith_flight_set_room (KithFlight *self);
/* Looks at the scene again as it was flown to; at once where the canvas has another size. */
void kith_flight_aim (KithFlight *self, guint milliseconds);
/* Stays where it is. */
void kith_flight_stop (KithFlight *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFlight, kith_flight_free)

G_END_DECLS
