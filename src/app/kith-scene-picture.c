/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-scene-picture.h"

#include "kith-compare-view.h"
#include "kith-painter.h"

#define MARGIN 12.0 /* pixels round the whole map */
#define MOST_ZOOM 1.0

/* The part of the plane that it shows, map units. */
static KithRect
looked_at (const KithScene *scene, const KithFigures *figures)
{
  if (!kith_scene_has_camera (scene))
    return kith_figures_bounds (figures);
  return (KithRect){ scene->x - scene->width / 2, scene->y - scene->height / 2, scene->width,
                     scene->height };
}

static void
draw (cairo_t *cr, const KithFigures *figures, const KithScene *scene, int width, int height)
{
  KithRect area = looked_at (scene, figures);
  double margin = kith_scene_has_camera (scene) ? 0 : MARGIN;
  double zoom = MIN ((width - 2 * margin) / MAX (area.width, 1),
                     (height - 2 * margin) / MAX (area.height, 1));
  KithPaint paint = { 0 };

  zoom = MIN (zoom, MOST_ZOOM);
  paint.scale = zoom;
  paint.clip = (KithRect){ area.x + area.width / 2 - width / zoom / 2,
                           area.y + area.height / 2 - height / zoom / 2, width / zoom,
                           height / zoom };
  cairo_scale (cr, zoom, zoom);
  cairo_translate (cr, -paint.clip.x, -paint.clip.y);
  kith_painter_draw (cr, figures, &paint);
}

cairo_surface_t *
kith_scene_picture (KithMap *whole,
                    KithMap *seen,
                    const KithScene *scene,
                    KithAudience audience,
                    KithPaletteName palette,
                    int width,
                    int height,
                    int scale)
{
  KithView view = KITH_VIEW_INIT;
  g_autoptr (KithFilter) filter = kith_scene_to_view (scene, seen, audience, &view);
  g_autoptr (KithComparison) comparison = kith_view_compare (&view, whole);
  g_autoptr (KithMap) shown = comparison != NULL ? kith_map_ref (kith_comparison_map (comparison))
                                                 : kith_view_map (&view, seen);
  g_autoptr (KithFigures) figures = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale,
                                                         height * scale);
  cairo_t *cr = cairo_create (surface);

  view.palette = palette;
  view.comparison = comparison;
  figures = kith_figures_new (shown, &view);
  cairo_scale (cr, scale, scale);
  kith_painter_ground (cr, palette);
  draw (cr, figures, scene, width, height);
  cairo_destroy (cr);
  return surface;
}
