/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strips of rows are packed on as many threads as there are processors and joined: each begins anew and
 * ends on a whole byte, which costs a few bytes. A row is what differs from the one above it: on a map
 * mostly nothing. */
#include "kith-png.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

#define STRIP 256 /* rows */
#define LEVEL 2   /* of zlib: quick */
#define ABOVE 2   /* PNG's filter "up" */
#define MOST_THREADS 8

typedef struct
{
  cairo_surface_t *surface;
  int from; /* rows */
  int to;
  gboolean is_last;
  GByteArray *packed; /* NULL: it could not be done */
  uLong sum;          /* Adler-32 of what was packed */
  gsize n_bytes;      /* that was packed */
} Strip;

/* A row of bytes: red, green, blue and, where there is any, alpha, not multiplied. */
static void
unpack_row (const guint32 *from, guint8 *to, int width, gboolean has_alpha)
{
  for (int x = 0; x < width; x++)
    {
      guint32 pixel = from[x];
      guint alpha = has_alpha ? pixel >> 24 : 255;
      guint parts[] = { pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255 };

      for (guint i = 0; i < 3; i++)
        *to++ = alpha == 255 ? (guint8) parts[i]
                : alpha == 0 ? 0
                             : (guint8) MIN ((parts[i] * 255 + alpha / 2) / alpha, 255);
      if (has_alpha)
        *to++ = (guint8) alpha;
    }
}

typedef struct
{
  z_stream stream;
  GByteArray *out;
  guint8 buffer[64 * 1024];
} Packer;

static gboolean
pack (Packer *packer, guint8 *bytes, gsize n, int flush)
{
  packer->stream.next_in = bytes;
  packer->stream.avail_in = (uInt) n;
  do
    {
      packer->stream.next_out = packer->buffer;
      packer->stream.avail_out = sizeof packer->buffer;
      if (deflate (&packer->stream, flush) == Z_STREAM_ERROR)
        return FALSE;
      g_byte_array_append (packer->out, packer->buffer,
                           sizeof packer->buffer - packer->stream.avail_out);
    }
  while (packer->stream.avail_out == 0);
  return TRUE;
}

static const guint32 *
row_of (const Strip *strip, int y)
{
  return (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (strip->surface)
                                            + (gsize) y
                                                  * (gsize) cairo_image_surface_get_stride (
                                                      strip->surface));
}

static gboolean
pack_rows (Strip *strip, Packer *packer)
{
  int width = cairo_image_surface_get_width (strip->surface);
  gboolean has_alpha = cairo_image_surface_get_format (strip->surface) == CAIRO_FORMAT_ARGB32;
  gsize n = (gsize) width * (has_alpha ? 4 : 3);
  g_autofree guint8 *above = g_malloc0 (n);
  g_autofree guint8 *row = g_malloc (n);
  g_autofree guint8 *line = g_malloc (n + 1);
  gboolean fine = TRUE;

  if (strip->from > 0)
    unpack_row (row_of (strip, strip->from - 1), above, width, has_alpha);
  for (int y = strip->from; y < strip->to && fine; y++)
    {
      unpack_row (row_of (strip, y), row, width, has_alpha);
      line[0] = ABOVE;
      for (gsize i = 0; i < n; i++)
        line[i + 1] = (guint8) (row[i] - above[i]);
      memcpy (above, row, n);
      strip->sum = adler32_z (strip->sum, line, n + 1);
      strip->n_bytes += n + 1;
      fine = pack (packer, line, n + 1,
                   y + 1 < strip->to ? Z_NO_FLUSH
                   : strip->is_last  ? Z_FINISH
                                     : Z_SYNC_FLUSH);
    }
  return fine;
}

static void
pack_strip (gpointer data, gpointer unused)
{
  Strip *strip = data;
  g_autofree Packer *packer = g_new0 (Packer, 1);

  packer->out = g_byte_array_new ();
  strip->sum = adler32_z (0, NULL, 0);
  if (deflateInit2 (&packer->stream, LEVEL, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) == Z_OK)
    {
      if (pack_rows (strip, packer))
        strip->packed = g_byte_array_ref (packer->out);
      deflateEnd (&packer->stream);
    }
  g_byte_array_unref (packer->out);
}

/* --- The file --- */

static void
append_number (GByteArray *out, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (out, (const guint8 *) &big, sizeof big);
}

static void
append_chunk (GByteArray *out, const char *type, const guint8 *bytes, gsize n)
{
  uLong sum = crc32_z (0, (const guint8 *) type, 4);

  append_number (out, (guint32) n);
  g_byte_array_append (out, (const guint8 *) type, 4);
  if (n > 0)
    {
      g_byte_array_append (out, bytes, (guint) n);
      sum = crc32_z (sum, bytes, n);
    }
  append_number (out, (guint32) sum);
}

static void
append_head (GByteArray *out, cairo_surface_t *surface)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  gboolean has_alpha = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32;
  const guint8 rest[] = { 8, has_alpha ? 6 : 2, 0, 0, 0 };
  g_autoptr (GByteArray) head = g_byte_array_new ();

  append_number (head, (guint32) cairo_image_surface_get_width (surface));
  append_number (head, (guint32) cairo_image_surface_get_height (surface));
  g_byte_array_append (head, rest, sizeof rest);
  g_byte_array_append (out, signature, sizeof signature);
  append_chunk (out, "IHDR", head->data, head->len);
}

static gboolean
append_strips (GByteArray *out, Strip *strips, guint n)
{
  const guint8 zlib_head[] = { 0x78, 0x01 };
  uLong sum = adler32_z (0, NULL, 0);
  g_autoptr (GByteArray) tail = g_byte_array_new ();

  append_chunk (out, "IDAT", zlib_head, sizeof zlib_head);
  for (guint i = 0; i < n; i++)
    {
      if (strips[i].packed == NULL)
        return FALSE;
      append_chunk (out, "IDAT", strips[i].packed->data, strips[i].packed->len);
      sum = adler32_combine (sum, strips[i].sum, (z_off_t) strips[i].n_bytes);
    }
  append_number (tail, (guint32) sum);
  append_chunk (out, "IDAT", tail->data, tail->len);
  append_chunk (out, "IEND", NULL, 0);
  return TRUE;
}

/**
 * kith_png_new:
 * @surface: an image surface, RGB24 or ARGB32
 * @error: G_IO_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
kith_png_new (cairo_surface_t *surface, GError **error)
{
  int height = cairo_image_surface_get_height (surface);
  guint n = MAX (1, (guint) (height + STRIP - 1) / STRIP);
  g_autofree Strip *strips = g_new0 (Strip, n);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  GThreadPool *pool = g_thread_pool_new (pack_strip, NULL,
                                         CLAMP ((int) g_get_num_processors (), 1, MOST_THREADS),
                                         FALSE, NULL);
  gboolean fine;

  cairo_surface_flush (surface);
  for (guint i = 0; i < n; i++)
    {
      strips[i].surface = surface;
      strips[i].from = (int) (i * STRIP);
      strips[i].to = MIN ((int) ((i + 1) * STRIP), height);
      strips[i].is_last = i + 1 == n;
      g_thread_pool_push (pool, &strips[i], NULL);
    }
  g_thread_pool_free (pool, FALSE, TRUE);
  append_head (out, surface);
  fine = append_strips (out, strips, n);
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&strips[i].packed, g_byte_array_unref);
  if (fine)
    return g_byte_array_free_to_bytes (g_steal_pointer (&out));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                       _ ("There is not enough memory to write the picture."));
  return NULL;
}
