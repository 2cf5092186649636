/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures to be looked at on a screen: previews and thumbnails. */
#include "kith-export-private.h"

#include "kith-pages.h"
#include "kith-round.h"

static cairo_surface_t *
draw_small (KithSheet *sheet, int width, int height, gboolean transparent)
{
  double page_width;
  double page_height;
  double scale;
  cairo_surface_t *surface;
  cairo_t *cr;

  kith_sheet_size (sheet, &page_width, &page_height);
  scale = MIN (width / page_width, height / page_height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) (page_width * scale)),
                                        MAX (1, (int) (page_height * scale)));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  kith_sheet_draw (sheet, cr, transparent, NULL, NULL);
  cairo_destroy (cr);
  return surface;
}

static cairo_surface_t *
leaf_preview (KithMap *map, const KithView *view, const KithExport *options, int width, int height)
{
  g_autoptr (KithExportLeaf) leaf = kith_export_leaf_new (map, view, options, NULL);
  double page_width, page_height, scale;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (leaf == NULL)
    return NULL;
  kith_export_leaf_size (leaf, &page_width, &page_height);
  scale = MIN (width / page_width, height / page_height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, (int) (page_width * scale)),
                                        MAX (1, (int) (page_height * scale)));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  kith_export_leaf_draw (leaf, 0, cr, options->transparent);
  cairo_destroy (cr);
  return surface;
}

/**
 * kith_export_preview:
 * @map: the whole map
 * @view: how it is looked at, and by whom
 * @options: what is asked for
 * @width: pixels there are for it
 * @height: pixels there are for it
 *
 * Returns: (transfer full) (nullable): the first page, at most that large; transparent where the picture
 * would be; NULL where there is none
 */
cairo_surface_t *
kith_export_preview (KithMap *map,
                     const KithView *view,
                     const KithExport *options,
                     int width,
                     int height)
{
  g_auto (KithSceneShown) shown = { 0 };
  g_autoptr (KithSheet) sheet = NULL;

  if (options->format == KITH_PICTURE_PDF)
    {
      g_autoptr (KithPages) pages = kith_pages_new (map, view, options, NULL);

      return pages != NULL ? kith_pages_preview (pages, 0, width, height) : NULL;
    }
  if (kith_export_is_leaf (options))
    return leaf_preview (map, view, options, width, height);
  sheet = kith_export_shown_sheet (map, view, options, &shown);
  return draw_small (sheet, width, height, options->transparent);
}

/**
 * kith_export_thumbnail:
 * @map: the whole map
 * @view: how it is looked at, and by whom
 * @width: the most pixels
 * @height: the most pixels
 *
 * Returns: (transfer full): a small picture of the map alone, as PNG
 */
GBytes *
kith_export_thumbnail (KithMap *map, const KithView *view, int width, int height)
{
  g_autoptr (KithMap) seen = kith_map_to_show (map, view->audience);
  g_autoptr (KithMap) shown = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  KithView plain = KITH_VIEW_INIT;
  KithSheetFormat format = { width * 4.0, height * 4.0, 16.0, 1.0, FALSE, NULL };
  g_autoptr (KithSheet) sheet = NULL;
  cairo_surface_t *surface;

  plain.audience = view->audience;
  plain.palette = view->palette;
  plain.legend = KITH_CORNER_HIDDEN;
  plain.ended = view->ended;
  shown = kith_view_map (&plain, seen);
  sheet = kith_sheet_new (shown, &plain, &format);
  surface = draw_small (sheet, width, height, FALSE);
  cairo_surface_write_to_png_stream (surface, kith_export_append, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
