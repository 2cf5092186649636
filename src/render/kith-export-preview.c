/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small pictures of what an export would be, and of maps. */
#include "kith-export-private.h"

#include <math.h>

#include "kith-report.h"
#include "kith-round.h"

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* What a small drawing stands on. */
typedef enum
{
  ON_GROUND,
  ON_WHITE,
  ON_NOTHING,
} Ground;

static cairo_surface_t *
draw_small (KithSheet *sheet, int width, int height, Ground ground)
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
  cairo_set_source_rgb (cr, 1, 1, 1);
  if (ground == ON_WHITE)
    cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  kith_sheet_draw (sheet, cr, ground != ON_GROUND, NULL, NULL);
  cairo_destroy (cr);
  return surface;
}

static cairo_surface_t *
preview_report (KithMap *map,
                const KithView *view,
                const KithExport *options,
                int width,
                int height)
{
  KithView made;
  g_autoptr (KithMap) source = kith_export_report_map (map, view, options, &made);
  g_autoptr (KithFilter) filter = made.filter;
  KithReportWords words = { options->title, options->marking };
  g_autoptr (KithHandout) report = kith_report_new (source, &made, &words);

  return kith_handout_preview (report, width, height);
}

/**
 * kith_export_preview:
 * @map: the whole map
 * @view: how it is looked at, and by whom
 * @options: what is asked for
 * @width: pixels there are for it
 * @height: pixels there are for it
 *
 * Returns: (transfer full): the page, at most that large; transparent where the picture would be
 */
cairo_surface_t *
kith_export_preview (KithMap *map,
                     const KithView *view,
                     const KithExport *options,
                     int width,
                     int height)
{
  gboolean pdf = options->format == KITH_PICTURE_PDF;
  g_auto (KithSceneShown) scene = { 0 };
  g_auto (KithExportShown) shown = { 0 };
  g_autoptr (KithSheet) sheet = NULL;

  if (kith_export_is_leaf (options))
    return kith_export_preview_leaf (map, view, options, width, height);
  if (pdf && options->report)
    return preview_report (map, view, options, width, height);
  if (pdf && options->scenes && !options->anonymous)
    sheet = kith_export_first_scene (map, view, options, &scene);
  if (sheet == NULL)
    sheet = kith_export_shown_sheet (map, view, options, &shown);
  return draw_small (sheet, width, height,
                     pdf                    ? ON_WHITE
                     : options->transparent ? ON_NOTHING
                                            : ON_GROUND);
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
  surface = draw_small (sheet, width, height, ON_GROUND);

  cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
