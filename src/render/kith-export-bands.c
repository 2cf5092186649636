/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of pixels. The map of a large one is painted in bands on as many threads as there are
 * processors; where a band ends hangs on the picture's size alone, so that it is the same on every
 * machine. */
#include "kith-export-private.h"

#include "kith-png.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_PIXELS 32000 /* a side: cairo's images end at 32,767 */
#define MOST_AREA 400e6
#define BAND 1024   /* rows, at most */
#define LARGE 2.5e6 /* pixels from which on it is painted in bands */
#define MOST_THREADS 8
#define LOOK 30000 /* microseconds between two looks at how far they are */

typedef struct
{
  KithSheet *sheet;
  cairo_surface_t *surface;
  double scale;
  int n; /* bands */
  int n_left;
  gint n_drawn; /* figures, of all bands; atomic */
  gint stop;    /* atomic */
  GMutex lock;  /* of n_left */
  GCond done;
} Painting;

static gboolean
on_tick (gpointer data)
{
  Painting *painting = data;

  g_atomic_int_add (&painting->n_drawn, 64);
  return !g_atomic_int_get (&painting->stop);
}

static int
band_start (const Painting *painting, int i)
{
  return (int) ((gint64) cairo_image_surface_get_height (painting->surface) * i / painting->n);
}

static void
draw_band (const Painting *painting, int i)
{
  int top = band_start (painting, i), bottom = band_start (painting, i + 1);
  int stride = cairo_image_surface_get_stride (painting->surface);
  cairo_surface_t *band =
      cairo_image_surface_create_for_data (cairo_image_surface_get_data (painting->surface)
                                               + (gsize) top * (gsize) stride,
                                           cairo_image_surface_get_format (painting->surface),
                                           cairo_image_surface_get_width (painting->surface),
                                           bottom - top, stride);
  cairo_t *cr = cairo_create (band);

  cairo_translate (cr, 0.0, -top);
  cairo_scale (cr, painting->scale, painting->scale);
  kith_sheet_draw_map (painting->sheet, cr, top / painting->scale, bottom / painting->scale,
                       on_tick, (gpointer) painting);
  cairo_destroy (cr);
  cairo_surface_finish (band);
  cairo_surface_destroy (band);
}

static void
on_band (gpointer data, gpointer user_data)
{
  Painting *painting = user_data;

  draw_band (painting, GPOINTER_TO_INT (data) - 1);
  g_mutex_lock (&painting->lock);
  painting->n_left--;
  g_cond_signal (&painting->done);
  g_mutex_unlock (&painting->lock);
}

static void
tell (Painting *painting, const KithExport *options)
{
  guint all = MAX (kith_sheet_n_figures (painting->sheet), 1);
  int drawn = g_atomic_int_get (&painting->n_drawn);

  if (options->progress != NULL && drawn > 0)
    options->progress (MIN (1.0, (double) drawn / all), options->data);
  if (g_cancellable_is_cancelled (options->cancellable))
    g_atomic_int_set (&painting->stop, TRUE);
}

/* This thread tells how far it is, and hears whether it is still wanted. */
static void
wait_for_bands (Painting *painting, const KithExport *options)
{
  g_mutex_lock (&painting->lock);
  while (painting->n_left > 0)
    {
      g_cond_wait_until (&painting->done, &painting->lock, g_get_monotonic_time () + LOOK);
      g_mutex_unlock (&painting->lock);
      tell (painting, options);
      g_mutex_lock (&painting->lock);
    }
  g_mutex_unlock (&painting->lock);
}

static void
draw_bands (Painting *painting, const KithExport *options)
{
  GThreadPool *pool = g_thread_pool_new (on_band, painting,
                                         CLAMP ((int) g_get_num_processors (), 1, MOST_THREADS),
                                         FALSE, NULL);

  painting->n_left = painting->n;
  g_mutex_init (&painting->lock);
  g_cond_init (&painting->done);
  for (int i = 0; i < painting->n; i++)
    g_thread_pool_push (pool, GINT_TO_POINTER (i + 1), NULL);
  wait_for_bands (painting, options);
  g_thread_pool_free (pool, FALSE, TRUE);
  g_mutex_clear (&painting->lock);
  g_cond_clear (&painting->done);
}

/* What stands about the map is little, and drawn here. */
static gboolean
draw_in_bands (KithSheet *sheet,
               cairo_surface_t *surface,
               double scale,
               const KithExport *options,
               GError **error)
{
  Painting painting = { .sheet = sheet, .surface = surface, .scale = scale };
  cairo_t *cr = cairo_create (surface);

  painting.n = (cairo_image_surface_get_height (surface) + BAND - 1) / BAND;
  cairo_scale (cr, scale, scale);
  kith_sheet_draw_about (sheet, cr, options->transparent);
  cairo_destroy (cr);
  kith_sheet_prepare (sheet);
  cairo_surface_flush (surface);
  draw_bands (&painting, options);
  cairo_surface_mark_dirty (surface);
  return !g_cancellable_set_error_if_cancelled (options->cancellable, error);
}

static gboolean
is_too_large (double width, double height, GError **error)
{
  if (width <= MOST_PIXELS && height <= MOST_PIXELS && width * height <= MOST_AREA)
    return FALSE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("A picture of %.0f × %.0f pixels is too large. Choose a smaller scale, or a PDF, "
                  "which has no pixels."),
               width, height);
  return TRUE;
}

cairo_surface_t *
kith_export_image (double width,
                   double height,
                   const KithExport *options,
                   double *scale,
                   GError **error)
{
  *scale = options->width > 0 ? 1.0 : options->scale;
  if (options->most > 0)
    *scale = MIN (*scale, options->most / MAX (width, height));
  width = ceil (width * *scale);
  height = ceil (height * *scale);
  if (is_too_large (width, height, error))
    return NULL;
  return cairo_image_surface_create (options->transparent ? CAIRO_FORMAT_ARGB32
                                                          : CAIRO_FORMAT_RGB24,
                                     (int) width, (int) height);
}

GBytes *
kith_export_png (KithSheet *sheet, const KithExport *options, GError **error)
{
  GBytes *bytes = NULL;
  cairo_surface_t *surface;
  double width, height, scale;
  gboolean drawn;

  kith_sheet_size (sheet, &width, &height);
  surface = kith_export_image (width, height, options, &scale, error);
  if (surface == NULL)
    return NULL;
  width = ceil (width * scale);
  height = ceil (height * scale);
  if (width * height >= LARGE && height > BAND
      && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    drawn = draw_in_bands (sheet, surface, scale, options, error);
  else
    drawn = kith_export_draw (sheet, surface, scale, options, options->transparent, error);
  if (drawn)
    bytes = kith_png_new (surface, error);
  cairo_surface_destroy (surface);
  return bytes;
}
