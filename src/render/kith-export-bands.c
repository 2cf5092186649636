/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of pixels. The map of a large one is painted and packed in bands on as many threads as there
 * are processors, so that all of it is never there at once; where a band ends hangs on the picture's size
 * alone, so that it is the same on every machine. */
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
  KithPng *png;
  gboolean transparent;
  double scale;
  int width;
  int height;
  int n; /* bands */
  int n_left;
  gint n_drawn; /* figures, of all bands; atomic */
  gint stop;    /* atomic */
  GMutex lock;  /* of n_left and of spare */
  GCond done;
  cairo_surface_t **begun; /* of bands on which more than the map stands: with all of that */
  GPtrArray *spare;        /* surfaces of bands that are packed, for the next ones */
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
  return (int) ((gint64) painting->height * i / painting->n);
}

/* Any band fits on it. */
static cairo_surface_t *
band_new (const Painting *painting)
{
  return cairo_image_surface_create (painting->transparent ? CAIRO_FORMAT_ARGB32
                                                           : CAIRO_FORMAT_RGB24,
                                     painting->width, painting->height / painting->n + 1);
}

/* As if all of the sheet stood on it. */
static cairo_t *
band_context (const Painting *painting, cairo_surface_t *band, int i)
{
  cairo_t *cr = cairo_create (band);

  cairo_translate (cr, 0.0, -band_start (painting, i));
  cairo_scale (cr, painting->scale, painting->scale);
  return cr;
}

static cairo_surface_t *
take_band (Painting *painting, int i)
{
  cairo_surface_t *band = g_steal_pointer (&painting->begun[i]);
  cairo_t *cr;

  if (band != NULL)
    return band;
  g_mutex_lock (&painting->lock);
  if (painting->spare->len > 0)
    band = g_ptr_array_steal_index_fast (painting->spare, painting->spare->len - 1);
  g_mutex_unlock (&painting->lock);
  if (band == NULL)
    band = band_new (painting);
  cr = cairo_create (band);
  if (painting->transparent)
    {
      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_paint (cr);
    }
  else
    kith_sheet_draw_ground (painting->sheet, cr);
  cairo_destroy (cr);
  return band;
}

static void
draw_band (Painting *painting, cairo_surface_t *band, int i)
{
  cairo_t *cr = band_context (painting, band, i);

  kith_sheet_draw_map (painting->sheet, cr, band_start (painting, i) / painting->scale,
                       band_start (painting, i + 1) / painting->scale, on_tick, painting);
  cairo_destroy (cr);
  cairo_surface_flush (band);
}

static void
on_band (gpointer data, gpointer user_data)
{
  Painting *painting = user_data;
  int i = GPOINTER_TO_INT (data) - 1;
  cairo_surface_t *band = take_band (painting, i);

  draw_band (painting, band, i);
  /* what could not be drawn is missing when the file is to be ended */
  if (cairo_surface_status (band) == CAIRO_STATUS_SUCCESS && !g_atomic_int_get (&painting->stop))
    kith_png_pack (painting->png, (guint) i, cairo_image_surface_get_data (band),
                   (gsize) cairo_image_surface_get_stride (band),
                   band_start (painting, i + 1) - band_start (painting, i));
  g_mutex_lock (&painting->lock);
  g_ptr_array_add (painting->spare, band);
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

/* What stands about the map is little, and drawn here, where text is shaped. */
static void
begin_band (Painting *painting, int i)
{
  cairo_surface_t *band = band_new (painting);
  cairo_t *cr = band_context (painting, band, i);

  kith_sheet_draw_about (painting->sheet, cr, painting->transparent);
  cairo_destroy (cr);
  painting->begun[i] = band;
}

static gboolean
is_bare (const Painting *painting, int i)
{
  return kith_sheet_is_bare (painting->sheet, band_start (painting, i) / painting->scale,
                             band_start (painting, i + 1) / painting->scale);
}

/* Bare ones first, which can begin at once. */
static void
draw_bands (Painting *painting, const KithExport *options)
{
  GThreadPool *pool = g_thread_pool_new (on_band, painting,
                                         CLAMP ((int) g_get_num_processors (), 1, MOST_THREADS),
                                         FALSE, NULL);

  painting->n_left = painting->n;
  for (int i = 0; i < painting->n; i++)
    if (is_bare (painting, i))
      g_thread_pool_push (pool, GINT_TO_POINTER (i + 1), NULL);
  for (int i = 0; i < painting->n; i++)
    if (!is_bare (painting, i))
      {
        begin_band (painting, i);
        g_thread_pool_push (pool, GINT_TO_POINTER (i + 1), NULL);
      }
  wait_for_bands (painting, options);
  g_thread_pool_free (pool, FALSE, TRUE);
}

static void
on_spare_free (gpointer data)
{
  cairo_surface_destroy (data);
}

static GBytes *
export_in_bands (KithSheet *sheet,
                 double scale,
                 int size[2],
                 const KithExport *options,
                 GError **error)
{
  Painting painting = { .sheet = sheet,
                        .transparent = options->transparent,
                        .scale = scale,
                        .width = size[0],
                        .height = size[1],
                        .n = (size[1] + BAND - 1) / BAND };
  g_autofree cairo_surface_t **begun = g_new0 (cairo_surface_t *, painting.n);
  g_autoptr (KithPng) png = kith_png_begin (size[0], size[1], options->transparent,
                                            (guint) painting.n);

  painting.begun = begun;
  painting.png = png;
  painting.spare = g_ptr_array_new_with_free_func (on_spare_free);
  g_mutex_init (&painting.lock);
  g_cond_init (&painting.done);
  kith_sheet_prepare (sheet);
  draw_bands (&painting, options);
  g_ptr_array_unref (painting.spare);
  g_mutex_clear (&painting.lock);
  g_cond_clear (&painting.done);
  if (g_cancellable_set_error_if_cancelled (options->cancellable, error))
    return NULL;
  return kith_png_end (g_steal_pointer (&png), error);
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

static gboolean
image_size (double width,
            double height,
            const KithExport *options,
            int size[2],
            double *scale,
            GError **error)
{
  *scale = options->width > 0 ? 1.0 : options->scale;
  if (options->most > 0)
    *scale = MIN (*scale, options->most / MAX (width, height));
  width = ceil (width * *scale);
  height = ceil (height * *scale);
  if (is_too_large (width, height, error))
    return FALSE;
  size[0] = (int) width;
  size[1] = (int) height;
  return TRUE;
}

cairo_surface_t *
kith_export_image (double width,
                   double height,
                   const KithExport *options,
                   double *scale,
                   GError **error)
{
  int size[2];

  if (!image_size (width, height, options, size, scale, error))
    return NULL;
  return cairo_image_surface_create (options->transparent ? CAIRO_FORMAT_ARGB32
                                                          : CAIRO_FORMAT_RGB24,
                                     size[0], size[1]);
}

GBytes *
kith_export_png (KithSheet *sheet, const KithExport *options, GError **error)
{
  GBytes *bytes = NULL;
  cairo_surface_t *surface;
  double width, height, scale;
  int size[2];

  kith_sheet_size (sheet, &width, &height);
  if (!image_size (width, height, options, size, &scale, error))
    return NULL;
  if ((double) size[0] * size[1] >= LARGE && size[1] > BAND)
    return export_in_bands (sheet, scale, size, options, error);
  surface = kith_export_image (width, height, options, &scale, error);
  if (kith_export_draw (sheet, surface, scale, options, options->transparent, error))
    bytes = kith_png_new (surface, error);
  cairo_surface_destroy (surface);
  return bytes;
}
