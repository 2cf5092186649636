/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rectangle and a point in map units (one pixel at 100 %, 1/96 inch on paper; y runs down). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
} KithPoint;

typedef struct
{
  double x; /* left */
  double y; /* top */
  double width;
  double height;
} KithRect;

static inline gboolean
kith_rect_contains (const KithRect *rect, double x, double y)
{
  return x >= rect->x && y >= rect->y && x <= rect->x + rect->width && y <= rect->y + rect->height;
}

static inline gboolean
kith_rect_touches (const KithRect *a, const KithRect *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height
         && b->y <= a->y + a->height;
}

static inline KithRect
kith_rect_union (const KithRect *a, const KithRect *b)
{
  double x = MIN (a->x, b->x);
  double y = MIN (a->y, b->y);

  return (KithRect){ x, y, MAX (a->x + a->width, b->x + b->width) - x,
                     MAX (a->y + a->height, b->y + b->height) - y };
}

static inline KithRect
kith_rect_grow (const KithRect *rect, double by)
{
  return (KithRect){ rect->x - by, rect->y - by, rect->width + 2 * by, rect->height + 2 * by };
}

G_END_DECLS
