/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A viewport: which part of the plane a window of some size looks at. Turns map units into pixels
 * and back; knows no widget, no map and no time. A plain value. */
#pragma once

#include "kith-rect.h"

G_BEGIN_DECLS

#define KITH_ZOOM_MIN 0.01 /* ten thousand on rings are in sight */
#define KITH_ZOOM_MAX 4.0
#define KITH_ZOOM_STEP 1.2

/* Invariants: zoom is within KITH_ZOOM_MIN and KITH_ZOOM_MAX; everything is finite. */
typedef struct
{
  double x; /* map units at the centre of the window */
  double y;
  double zoom;  /* pixels a map unit */
  double width; /* of the window, pixels */
  double height;
} KithViewport;

/* Room at the sides that is covered by something else, pixels. */
typedef struct
{
  double top;
  double right;
  double bottom;
  double left;
} KithInsets;

#define KITH_VIEWPORT_INIT  \
  {                         \
    0.0, 0.0, 1.0, 0.0, 0.0 \
  }

KithPoint kith_viewport_to_map (const KithViewport *viewport, double x, double y);
KithPoint kith_viewport_to_widget (const KithViewport *viewport, double x, double y);
KithRect kith_viewport_rect_to_widget (const KithViewport *viewport, const KithRect *rect);
KithRect kith_viewport_visible (const KithViewport *viewport);

void kith_viewport_resize (KithViewport *viewport, double width, double height);
void kith_viewport_look_at (KithViewport *viewport, double x, double y, double zoom);
void kith_viewport_pan (KithViewport *viewport, double dx, double dy);
void kith_viewport_zoom_about (KithViewport *viewport, double zoom, double x, double y);
void kith_viewport_fit (KithViewport *viewport, const KithRect *bounds, const KithInsets *insets);
void kith_viewport_reveal (KithViewport *viewport, const KithRect *rect, double margin);
void kith_viewport_keep_near (KithViewport *viewport, const KithRect *bounds);

double kith_ease_out (double t);
KithViewport kith_viewport_between (const KithViewport *from, const KithViewport *to, double t);
gboolean kith_viewport_equal (const KithViewport *a, const KithViewport *b);

G_END_DECLS
