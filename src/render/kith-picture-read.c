/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-picture-read.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define CHUNK 65536
#define MOST_PIXELS 64e6       /* decoded whole: 256 MB */
#define MOST_JPEG_PIXELS 400e6 /* its decoder makes it smaller by itself */
#define PLAIN_PNG 700000       /* bytes up to which a picture stays without loss */

typedef struct
{
  GdkPixbufLoader *loader;
  int longest;
  gboolean is_jpeg;
  gboolean by_rows; /* its decoder tells which rows there are */
  gboolean too_large;
  int rows;
} Decoding;

static gboolean
refuse (GError **error, int code, const char *format, const char *name)
{
  g_autofree char *sentence = g_strdup_printf (format, name);

  g_set_error_literal (error, G_IO_ERROR, code, sentence);
  return FALSE;
}

/* Before memory is taken for it. A JPEG is decoded at a size that is still large enough. */
static void
on_size (GdkPixbufLoader *loader, int width, int height, Decoding *decoding)
{
  double pixels = (double) width * height;
  GdkPixbufFormat *format = gdk_pixbuf_loader_get_format (loader);
  g_autofree char *name = format != NULL ? gdk_pixbuf_format_get_name (format) : NULL;
  double factor = 2.0 * decoding->longest / MAX (width, height);

  decoding->is_jpeg = g_strcmp0 (name, "jpeg") == 0;
  decoding->by_rows = decoding->is_jpeg || g_strcmp0 (name, "png") == 0;
  decoding->too_large = pixels > (decoding->is_jpeg ? MOST_JPEG_PIXELS : MOST_PIXELS);
  if (decoding->too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (decoding->is_jpeg && factor < 1.0)
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * factor), 1),
                                MAX ((int) (height * factor), 1));
}

static void
on_rows (GdkPixbufLoader *loader, int x, int y, int width, int height, Decoding *decoding)
{
  decoding->rows = MAX (decoding->rows, y + height);
}

/* The decoders are content with half a file. */
static gboolean
is_whole (const Decoding *decoding, GdkPixbuf *pixbuf)
{
  return pixbuf != NULL && (!decoding->by_rows || decoding->rows >= gdk_pixbuf_get_height (pixbuf));
}

static gboolean
feed (Decoding *decoding, GBytes *bytes)
{
  gsize size, at = 0;
  const guchar *data = g_bytes_get_data (bytes, &size);
  gboolean fine = TRUE;

  while (fine && at < size && !decoding->too_large)
    {
      gsize n = MIN (size - at, CHUNK);

      fine = gdk_pixbuf_loader_write (decoding->loader, data + at, n, NULL);
      at += n;
    }
  return gdk_pixbuf_loader_close (decoding->loader, NULL) && fine && !decoding->too_large;
}

static GdkPixbuf *
decode (GBytes *bytes, const char *name, int longest, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  Decoding decoding = { loader, longest, FALSE, FALSE, FALSE, 0 };
  GdkPixbuf *pixbuf;
  gboolean fine;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size), &decoding);
  g_signal_connect (loader, "area-updated", G_CALLBACK (on_rows), &decoding);
  fine = feed (&decoding, bytes);
  pixbuf = fine ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  if (is_whole (&decoding, pixbuf))
    return gdk_pixbuf_apply_embedded_orientation (pixbuf);
  if (decoding.too_large)
    refuse (error, G_IO_ERROR_INVALID_ARGUMENT,
            _ ("“%s” has too many pixels. Make it smaller, at most 8,000 a side, and add it "
               "again."),
            name);
  else
    refuse (error, G_IO_ERROR_INVALID_DATA,
            gdk_pixbuf_loader_get_format (loader) != NULL
                ? _ ("“%s” is damaged or not complete, so it cannot be shown.")
                : _ ("“%s” is no picture that Kith can read. Save it as PNG or JPEG."),
            name);
  return NULL;
}

static GdkPixbuf *
scaled (GdkPixbuf *pixbuf, double factor)
{
  int width = MAX ((int) round (gdk_pixbuf_get_width (pixbuf) * factor), 1);
  int height = MAX ((int) round (gdk_pixbuf_get_height (pixbuf) * factor), 1);

  return gdk_pixbuf_scale_simple (pixbuf, width, height, GDK_INTERP_BILINEAR);
}

static gboolean
sees_through (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  const guchar *pixels = gdk_pixbuf_read_pixels (pixbuf);
  int stride = gdk_pixbuf_get_rowstride (pixbuf);

  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return FALSE;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (pixels[(gsize) y * stride + 4 * x + 3] < 250)
        return TRUE;
  return FALSE;
}

/* Nothing but the pixels: no profile, no comment, no place where it was taken. */
static GBytes *
encode (GdkPixbuf *pixbuf, const char *quality)
{
  gchar *data = NULL;
  gsize size = 0;
  gboolean done =
      quality != NULL
          ? gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "jpeg", NULL, "quality", quality, NULL)
          : gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", NULL, "compression", "6", NULL);

  return done ? g_bytes_new_take (data, size) : NULL;
}

static gboolean
fits (GBytes *bytes, gsize most)
{
  return bytes != NULL && g_bytes_get_size (bytes) <= most;
}

/* A photograph takes long to encode without loss, and comes out large: a small copy tells. */
static gboolean
is_plain (GdkPixbuf *pixbuf)
{
  g_autoptr (GdkPixbuf) small = gdk_pixbuf_get_width (pixbuf) > 400 ? scaled (pixbuf, 0.25) : NULL;
  g_autoptr (GBytes) bytes = small != NULL ? encode (small, NULL) : NULL;

  return small == NULL || (bytes != NULL && g_bytes_get_size (bytes) <= PLAIN_PNG / 12);
}

/* Without loss where that is small, or where one can see through it; else ever smaller. */
static GBytes *
encode_small (GdkPixbuf **pixbuf, const char **type)
{
  static const char *const qualities[] = { "88", "76", "62" };
  gboolean clear = sees_through (*pixbuf);

  for (guint tries = 0; tries < 12; tries++)
    {
      GBytes *bytes = clear || is_plain (*pixbuf) ? encode (*pixbuf, NULL) : NULL;

      *type = "image/png";
      if (fits (bytes, clear ? KITH_PICTURE_MAX_BYTES : PLAIN_PNG))
        return bytes;
      g_clear_pointer (&bytes, g_bytes_unref);
      *type = "image/jpeg";
      for (guint i = 0; i < G_N_ELEMENTS (qualities) && !clear; i++)
        {
          bytes = encode (*pixbuf, qualities[i]);
          if (fits (bytes, KITH_PICTURE_MAX_BYTES))
            return bytes;
          g_clear_pointer (&bytes, g_bytes_unref);
        }
      {
        g_autoptr (GdkPixbuf) larger = *pixbuf;

        *pixbuf = scaled (larger, 0.75);
      }
    }
  return NULL;
}

/**
 * kith_picture_read:
 * @bytes: a file of any kind
 * @name: what people know it by
 * @longest: the most pixels of its longest side
 * @error: G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): a record; NULL where it cannot be read or is too large
 */
KithPicture *
kith_picture_read (GBytes *bytes, const char *name, int longest, GError **error)
{
  GdkPixbuf *pixbuf;
  g_autoptr (GBytes) encoded = NULL;
  KithPicture *picture = NULL;
  const char *type = NULL;
  double factor;

  pixbuf = decode (bytes, name, longest, error);
  if (pixbuf == NULL)
    return NULL;
  factor = (double) longest / MAX (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf));
  if (factor < 1.0)
    {
      g_autoptr (GdkPixbuf) larger = pixbuf;

      pixbuf = scaled (larger, factor);
    }
  encoded = encode_small (&pixbuf, &type);
  if (encoded != NULL)
    picture = kith_picture_new (encoded, type, gdk_pixbuf_get_width (pixbuf),
                                gdk_pixbuf_get_height (pixbuf), name);
  else
    refuse (error, G_IO_ERROR_FAILED, _ ("“%s” could not be made small enough for a map."), name);
  g_object_unref (pixbuf);
  return picture;
}

/* "Northmoor area map" of "Northmoor area map.png" */
static char *
name_of (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  char *name = base != NULL ? g_filename_display_name (base) : g_strdup (_ ("Picture"));
  char *dot = g_utf8_strrchr (name, -1, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  if (g_utf8_strlen (name, -1) > 200)
    *g_utf8_offset_to_pointer (name, 200) = '\0';
  return name;
}

static GBytes *
load (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    refuse (error, G_IO_ERROR_INVALID_DATA,
            _ ("“%s” is no picture that Kith can read. Save it as "
               "PNG or JPEG."),
            name);
  else if (g_file_info_get_size (info) > KITH_PICTURE_FILE_MAX)
    refuse (error, G_IO_ERROR_INVALID_ARGUMENT,
            _ ("“%s” is larger than 64 MB. Make it smaller and add it again."), name);
  else
    return g_file_load_bytes (file, cancellable, NULL, error);
  return NULL;
}

/* What is to be read: a file, or bytes that are there already. */
typedef struct
{
  GFile *file;
  GBytes *bytes;
  char *name;
  int longest;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->file);
  g_clear_pointer (&reading->bytes, g_bytes_unref);
  g_free (reading->name);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  KithPicture *picture = NULL;
  GError *error = NULL;

  if (reading->bytes == NULL)
    reading->bytes = load (reading->file, reading->name, cancellable, &error);
  if (reading->bytes != NULL)
    picture = kith_picture_read (reading->bytes, reading->name, reading->longest, &error);
  if (picture != NULL)
    g_task_return_pointer (task, picture, kith_record_unref);
  else
    g_task_return_error (task, error);
}

static void
run (Reading *reading, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * kith_picture_read_async:
 * @file: where it is
 * @longest: the most pixels of its longest side
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @data: for @callback
 */
void
kith_picture_read_async (GFile *file,
                         int longest,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->file = g_object_ref (file);
  reading->name = name_of (file);
  reading->longest = longest;
  run (reading, cancellable, callback, data);
}

void
kith_picture_read_bytes_async (GBytes *bytes,
                               const char *name,
                               int longest,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->bytes = g_bytes_ref (bytes);
  reading->name = g_strdup (name);
  reading->longest = longest;
  run (reading, cancellable, callback, data);
}

KithPicture *
kith_picture_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
