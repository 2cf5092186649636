/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-viewport.h"

#include <math.h>

/**
 * kith_viewport_to_map:
 * @viewport: a viewport
 * @x: pixels from the left of the window
 * @y: pixels from its top
 *
 * Returns: the point of the map that is shown there
 */
KithPoint
kith_viewport_to_map (const KithViewport *viewport, double x, double y)
{
  return (KithPoint){ viewport->x + (x - viewport->width / 2) / viewport->zoom,
                      viewport->y + (y - viewport->height / 2) / viewport->zoom };
}

/**
 * kith_viewport_to_widget:
 * @viewport: a viewport
 * @x: map units
 * @y: map units
 *
 * Returns: where the window shows that point, in pixels
 */
KithPoint
kith_viewport_to_widget (const KithViewport *viewport, double x, double y)
{
  return (KithPoint){ viewport->width / 2 + (x - viewport->x) * viewport->zoom,
                      viewport->height / 2 + (y - viewport->y) * viewport->zoom };
}

/**
 * kith_viewport_rect_to_widget:
 * @viewport: a viewport
 * @rect: map units
 *
 * Returns: where the window shows the rectangle, in pixels
 */
KithRect
kith_viewport_rect_to_widget (const KithViewport *viewport, const KithRect *rect)
{
  KithPoint at = kith_viewport_to_widget (viewport, rect->x, rect->y);

  return (KithRect){ at.x, at.y, rect->width * viewport->zoom, rect->height * viewport->zoom };
}

/**
 * kith_viewport_visible:
 * @viewport: a viewport
 *
 * Returns: the part of the map that the window shows, in map units
 */
KithRect
kith_viewport_visible (const KithViewport *viewport)
{
  KithPoint at = kith_viewport_to_map (viewport, 0, 0);

  return (KithRect){ at.x, at.y, viewport->width / viewport->zoom,
                     viewport->height / viewport->zoom };
}

/**
 * kith_viewport_resize:
 * @viewport: a viewport
 * @width: pixels
 * @height: pixels
 *
 * The window has another size; what is in its middle stays there.
 */
void
kith_viewport_resize (KithViewport *viewport, double width, double height)
{
  viewport->width = MAX (width, 0);
  viewport->height = MAX (height, 0);
}

/**
 * kith_viewport_look_at:
 * @viewport: a viewport
 * @x: map units
 * @y: map units
 * @zoom: pixels a map unit, brought within what is allowed
 *
 * Puts a point of the map into the middle. What is not finite is left as it was.
 */
void
kith_viewport_look_at (KithViewport *viewport, double x, double y, double zoom)
{
  if (isfinite (x))
    viewport->x = x;
  if (isfinite (y))
    viewport->y = y;
  if (isfinite (zoom))
    viewport->zoom = CLAMP (zoom, KITH_ZOOM_MIN, KITH_ZOOM_MAX);
}

/**
 * kith_viewport_pan:
 * @viewport: a viewport
 * @dx: pixels
 * @dy: pixels
 *
 * Moves what is shown by so many pixels: to the right and down where they are positive.
 */
void
kith_viewport_pan (KithViewport *viewport, double dx, double dy)
{
  kith_viewport_look_at (viewport, viewport->x - dx / viewport->zoom,
                         viewport->y - dy / viewport->zoom, viewport->zoom);
}

/**
 * kith_viewport_zoom_about:
 * @viewport: a viewport
 * @zoom: pixels a map unit, brought within what is allowed
 * @x: pixels
 * @y: pixels
 *
 * Zooms so that the point of the map under (@x, @y) stays there.
 */
void
kith_viewport_zoom_about (KithViewport *viewport, double zoom, double x, double y)
{
  KithPoint fixed = kith_viewport_to_map (viewport, x, y);

  if (!isfinite (zoom))
    return;
  zoom = CLAMP (zoom, KITH_ZOOM_MIN, KITH_ZOOM_MAX);
  kith_viewport_look_at (viewport, fixed.x - (x - viewport->width / 2) / zoom,
                         fixed.y - (y - viewport->height / 2) / zoom, zoom);
}

/**
 * kith_viewport_fit:
 * @viewport: a viewport
 * @bounds: what is to be seen, map units
 * @insets: (nullable): what is covered at the sides, pixels
 *
 * Shows all of @bounds in the room that is free, at most at 100 %. An empty rectangle is put into
 * the middle at 100 %.
 */
void
kith_viewport_fit (KithViewport *viewport, const KithRect *bounds, const KithInsets *insets)
{
  KithInsets none = { 0 };
  double width, height, zoom = 1.0;

  if (insets == NULL)
    insets = &none;
  width = MAX (viewport->width - insets->left - insets->right, 1);
  height = MAX (viewport->height - insets->top - insets->bottom, 1);
  if (bounds->width > 0)
    zoom = MIN (zoom, width / bounds->width);
  if (bounds->height > 0)
    zoom = MIN (zoom, height / bounds->height);
  zoom = MAX (zoom, KITH_ZOOM_MIN);
  kith_viewport_look_at (viewport,
                         bounds->x + bounds->width / 2 - (insets->left - insets->right) / 2 / zoom,
                         bounds->y + bounds->height / 2 - (insets->top - insets->bottom) / 2 / zoom,
                         zoom);
}

/* How far a span must move so that it lies within (0, room); one too long shows its start. */
static double
needed_shift (double start, double length, double room)
{
  if (start < 0 || length > room)
    return -start;
  if (start + length > room)
    return room - start - length;
  return 0;
}

/**
 * kith_viewport_reveal:
 * @viewport: a viewport
 * @rect: map units
 * @margin: pixels to keep free around it
 *
 * Brings @rect into sight by the shortest way; does nothing where it is in sight.
 */
void
kith_viewport_reveal (KithViewport *viewport, const KithRect *rect, double margin)
{
  KithRect shown = kith_viewport_rect_to_widget (viewport, rect);
  double mx = MIN (margin, viewport->width / 4);
  double my = MIN (margin, viewport->height / 4);

  kith_viewport_pan (viewport, needed_shift (shown.x - mx, shown.width, viewport->width - 2 * mx),
                     needed_shift (shown.y - my, shown.height, viewport->height - 2 * my));
}

/**
 * kith_viewport_keep_near:
 * @viewport: a viewport
 * @bounds: everything, map units
 *
 * Keeps a person from getting lost: the middle of the window stays within half a window of the
 * map.
 */
void
kith_viewport_keep_near (KithViewport *viewport, const KithRect *bounds)
{
  double mx = viewport->width / viewport->zoom * 0.45;
  double my = viewport->height / viewport->zoom * 0.45;

  viewport->x = CLAMP (viewport->x, bounds->x - mx, bounds->x + bounds->width + mx);
  viewport->y = CLAMP (viewport->y, bounds->y - my, bounds->y + bounds->height + my);
}

/**
 * kith_ease_out:
 * @t: part of the time that is over, 0 to 1
 *
 * Returns: part of the way that is done, 0 to 1: quick at first
 */
double
kith_ease_out (double t)
{
  double left = 1 - CLAMP (t, 0, 1);

  return 1 - left * left * left;
}

/**
 * kith_viewport_between:
 * @from: where it began
 * @to: where it ends
 * @t: part of the way, 0 to 1
 *
 * Zoom goes in even steps for the eye, and the one point that both show at the same pixel stays
 * there all the way, so that zooming about the pointer does not swing.
 *
 * Returns: a viewport between the two, of the size of @to
 */
KithViewport
kith_viewport_between (const KithViewport *from, const KithViewport *to, double t)
{
  KithViewport between = *to;
  double way = t;

  if (t >= 1)
    return between;
  between.zoom = from->zoom * pow (to->zoom / from->zoom, t);
  if (fabs (from->zoom - to->zoom) > 1e-6)
    way = (1 / between.zoom - 1 / from->zoom) / (1 / to->zoom - 1 / from->zoom);
  between.x = from->x + (to->x - from->x) * way;
  between.y = from->y + (to->y - from->y) * way;
  return between;
}

/**
 * kith_viewport_equal:
 * @a: a viewport
 * @b: another
 *
 * Returns: whether they show the same, to a hundredth of a pixel
 */
gboolean
kith_viewport_equal (const KithViewport *a, const KithViewport *b)
{
  return fabs (a->zoom - b->zoom) < 1e-9 && fabs (a->x - b->x) * a->zoom < 0.01
         && fabs (a->y - b->y) * a->zoom < 0.01 && a->width == b->width && a->height == b->height;
}
