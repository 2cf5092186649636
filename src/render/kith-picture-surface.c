/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-picture-surface.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "kith-scribe.h"

#define MOST_PIXELS 16e6         /* of one picture: 64 MB */
#define KEPT (160 * 1024 * 1024) /* bytes of surfaces */

typedef struct
{
  KithId id;
  cairo_surface_t *surface; /* NULL: it cannot be decoded */
  gsize size;
} Kept;

/* The one that was drawn last comes first. */
static GMutex lock; /* of what is kept */
static GQueue kept = G_QUEUE_INIT;
static gsize kept_size;

static void
free_kept (Kept *one)
{
  kept_size -= one->size;
  g_clear_pointer (&one->surface, cairo_surface_destroy);
  g_free (one);
}

static void
drop_oldest (void)
{
  while (kept_size > KEPT && kept.length > 1)
    free_kept (g_queue_pop_tail (&kept));
}

/* cairo wants its colours multiplied and each pixel in a word. */
static guint32
word_of (const guchar *pixel, gboolean has_alpha)
{
  guint alpha = has_alpha ? pixel[3] : 255;

  return (guint32) alpha << 24 | (guint32) ((pixel[0] * alpha + 127) / 255) << 16
         | (guint32) ((pixel[1] * alpha + 127) / 255) << 8
         | (guint32) ((pixel[2] * alpha + 127) / 255);
}

static cairo_surface_t *
surface_of (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  gboolean has_alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  int step = gdk_pixbuf_get_n_channels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (has_alpha ? CAIRO_FORMAT_ARGB32
                                                                   : CAIRO_FORMAT_RGB24,
                                                         width, height);
  guchar *to = cairo_image_surface_get_data (surface);
  const guchar *from = gdk_pixbuf_read_pixels (pixbuf);

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      guint32 *row =
          (guint32 *) (gpointer) (to + (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        row[x] = word_of (from + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf) + x * step,
                          has_alpha);
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static void
on_size (GdkPixbufLoader *loader, int width, int height, gboolean *refused)
{
  *refused = (double) width * height > MOST_PIXELS;
  if (*refused)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
}

/* PDF and SVG take the picture as it is, so that it loses nothing and stays small. */
static void
attach (cairo_surface_t *surface, const KithPicture *picture, GBytes *bytes)
{
  gboolean jpeg = g_str_equal (picture->type, "image/jpeg");
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  cairo_surface_set_mime_data (surface, jpeg ? CAIRO_MIME_TYPE_JPEG : CAIRO_MIME_TYPE_PNG, data,
                               size, (cairo_destroy_func_t) g_bytes_unref, g_bytes_ref (bytes));
}

/* By the decoder of its own type only, for a document may come from anywhere. */
static cairo_surface_t *
decode (const KithPicture *picture)
{
  const char *type = g_str_equal (picture->type, "image/jpeg") ? "jpeg" : "png";
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (type, NULL);
  g_autoptr (GBytes) bytes = kith_picture_dup_bytes (picture);
  gboolean refused = FALSE, fine;
  cairo_surface_t *surface = NULL;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size), &refused);
  fine = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  fine = gdk_pixbuf_loader_close (loader, NULL) && fine && !refused;
  if (fine && gdk_pixbuf_loader_get_pixbuf (loader) != NULL)
    surface = surface_of (gdk_pixbuf_loader_get_pixbuf (loader));
  if (surface != NULL)
    attach (surface, picture, bytes);
  return surface;
}

/* Not to be used after the next call. */
static cairo_surface_t *
find_surface (const KithPicture *picture)
{
  Kept *one;

  for (GList *link = kept.head; link != NULL; link = link->next)
    if (((Kept *) link->data)->id == KITH_ID (picture))
      {
        g_queue_unlink (&kept, link);
        g_queue_push_head_link (&kept, link);
        return ((Kept *) link->data)->surface;
      }
  one = g_new0 (Kept, 1);
  one->id = KITH_ID (picture);
  one->surface = decode (picture);
  if (one->surface != NULL)
    one->size = (gsize) cairo_image_surface_get_stride (one->surface)
                * (gsize) cairo_image_surface_get_height (one->surface);
  kept_size += one->size;
  g_queue_push_head (&kept, one);
  drop_oldest ();
  return one->surface;
}

static void
draw_kept (cairo_t *cr,
           const KithPicture *picture,
           double x,
           double y,
           double width,
           double height,
           double strength)
{
  cairo_surface_t *surface = find_surface (picture);
  KithScribeImage image = {
    surface, KITH_ID (picture), picture->type, x, y, width, height, strength
  };

  if (surface != NULL && kith_scribe_image (cr, &image))
    return;
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  if (surface == NULL)
    {
      cairo_set_source_rgba (cr, 0.5, 0.5, 0.5, 0.3 * strength);
      kith_scribe_fill (cr);
      cairo_restore (cr);
      return;
    }
  cairo_clip (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, width / cairo_image_surface_get_width (surface),
               height / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cr, surface, 0, 0);
  if (strength >= 1.0)
    cairo_paint (cr);
  else
    cairo_paint_with_alpha (cr, strength);
  cairo_restore (cr);
}

/**
 * kith_picture_draw:
 * @cr: a context in map units
 * @picture: a picture
 * @x: of its corner
 * @y: of its corner
 * @width: map units
 * @height: map units
 * @strength: 0 to 1
 *
 * On any thread; one after another, for what has been decoded is kept for all of them.
 */
void
kith_picture_draw (cairo_t *cr,
                   const KithPicture *picture,
                   double x,
                   double y,
                   double width,
                   double height,
                   double strength)
{
  g_mutex_lock (&lock);
  draw_kept (cr, picture, x, y, width, height, strength);
  g_mutex_unlock (&lock);
}
