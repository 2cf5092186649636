/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strips of rows are packed on as many threads as there are processors and joined: each begins anew and
 * ends on a whole byte, which costs a few bytes. Flat rows, as a map's are, go in as they are: lines have
 * few colours, and the same ones come again and again. Of others, as of a photograph, it is what differs
 * from the row above. */
#include "kith-png.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

#define STRIP 256 /* rows */
#define LEVEL 2   /* of zlib: quick */
#define MOST_THREADS 8
#define FLAT 4 /* one in so many pixels at least is as the one before it */

/* PNG's filters */
#define NONE 0
#define ABOVE 2

typedef struct
{
  guint8 *packed; /* NULL: it could not be done */
  gsize n;
  gsize room;
  uLong check;   /* CRC-32 of what is packed */
  uLong sum;     /* Adler-32 of what was packed */
  gsize n_bytes; /* that was packed */
} Strip;

struct _KithPng
{
  int width;
  int height;
  gboolean has_alpha;
  guint n;
  Strip *strips;
};

/* A row of bytes, with room for one more: red, green, blue and, where there is any, alpha, not
 * multiplied. */
static void
unpack_row (const guint32 *from, guint8 *to, int width, gboolean has_alpha)
{
  for (int x = 0; x < width && !has_alpha; x++, to += 3)
    {
      guint32 bytes = GUINT32_TO_BE (from[x] << 8);

      memcpy (to, &bytes, sizeof bytes);
    }
  for (int x = 0; x < width && has_alpha; x++)
    {
      guint32 pixel = from[x];
      guint alpha = pixel >> 24;
      guint parts[] = { pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255 };

      for (guint i = 0; i < 3; i++)
        *to++ = alpha == 255 ? (guint8) parts[i]
                : alpha == 0 ? 0
                             : (guint8) MIN ((parts[i] * 255 + alpha / 2) / alpha, 255);
      *to++ = (guint8) alpha;
    }
}

static gboolean
is_flat (const guint32 *row, int width)
{
  int same = 0;

  for (int x = 1; x < width; x++)
    same += row[x] == row[x - 1];
  return same * FLAT >= width - 1;
}

/* --- Packing --- */

/* Its first byte is the filter. */
static gsize
filter_row (const KithPng *png, const guint32 *row, const guint8 *above, guint8 *now, guint8 *line)
{
  gsize n = (gsize) png->width * (png->has_alpha ? 4 : 3);

  if (above == NULL || is_flat (row, png->width))
    {
      line[0] = NONE;
      memcpy (line + 1, now, n);
      return n + 1;
    }
  line[0] = ABOVE;
  for (gsize i = 0; i < n; i++)
    line[i + 1] = (guint8) (now[i] - above[i]);
  return n + 1;
}

static gboolean
pack (Strip *strip, z_stream *stream, guint8 *bytes, gsize n, int flush)
{
  stream->next_in = bytes;
  stream->avail_in = (uInt) n;
  do
    {
      if (strip->room - strip->n < 4096)
        {
          strip->room += strip->room / 2 + 4096;
          strip->packed = g_realloc (strip->packed, strip->room);
        }
      stream->next_out = strip->packed + strip->n;
      stream->avail_out = (uInt) (strip->room - strip->n);
      if (deflate (stream, flush) == Z_STREAM_ERROR)
        return FALSE;
      strip->n = strip->room - stream->avail_out;
    }
  while (stream->avail_out == 0);
  return TRUE;
}

typedef struct
{
  const guint8 *pixels;
  gsize stride;
  int n;
  gboolean is_last;
} Rows;

static gboolean
pack_rows (const KithPng *png, Strip *strip, z_stream *stream, const Rows *rows)
{
  gsize room = (gsize) png->width * 4 + 1;
  g_autofree guint8 *one = g_malloc (room), *other = g_malloc (room), *line = g_malloc (room);
  guint8 *now = one, *above = NULL;
  gboolean fine = TRUE;

  for (int y = 0; y < rows->n && fine; y++)
    {
      const guint32 *row = (gconstpointer) (rows->pixels + (gsize) y * rows->stride);
      gsize n;

      unpack_row (row, now, png->width, png->has_alpha);
      n = filter_row (png, row, above, now, line);
      strip->sum = adler32_z (strip->sum, line, n);
      strip->n_bytes += n;
      fine = pack (strip, stream, line, n,
                   y + 1 < rows->n ? Z_NO_FLUSH
                   : rows->is_last ? Z_FINISH
                                   : Z_SYNC_FLUSH);
      above = now;
      now = now == one ? other : one;
    }
  return fine;
}

static uLong
check_of (const guint8 *bytes, gsize n)
{
  return crc32_z (crc32_z (0, (const guint8 *) "IDAT", 4), bytes, n);
}

/**
 * kith_png_pack:
 * @png: a file that has been begun
 * @i: which strip of it
 * @pixels: its first row, as in a surface of cairo's
 * @stride: bytes from one row to the next
 * @n: rows
 *
 * On any thread, each strip once.
 */
void
kith_png_pack (KithPng *png, guint i, const guint8 *pixels, gsize stride, int n)
{
  Rows rows = { pixels, stride, n, i + 1 == png->n };
  Strip *strip = &png->strips[i];
  z_stream stream = { 0 };
  gboolean fine;

  g_return_if_fail (i < png->n && strip->packed == NULL);
  strip->sum = adler32_z (0, NULL, 0);
  if (deflateInit2 (&stream, LEVEL, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) != Z_OK)
    return;
  strip->room = 4096 + (gsize) png->width * (gsize) n / 2;
  strip->packed = g_malloc (strip->room);
  fine = pack_rows (png, strip, &stream, &rows);
  deflateEnd (&stream);
  if (fine)
    strip->check = check_of (strip->packed, strip->n);
  else
    g_clear_pointer (&strip->packed, g_free);
}

/* --- The file --- */

/**
 * kith_png_begin:
 * @width: pixels
 * @height: pixels
 * @has_alpha: pixels are ARGB32, else RGB24
 * @n: strips
 *
 * Returns: (transfer full): a file whose strips can be packed
 */
KithPng *
kith_png_begin (int width, int height, gboolean has_alpha, guint n)
{
  KithPng *png = g_new0 (KithPng, 1);

  *png = (KithPng){ width, height, has_alpha, n, g_new0 (Strip, n) };
  return png;
}

void
kith_png_free (KithPng *png)
{
  for (guint i = 0; i < png->n; i++)
    g_free (png->strips[i].packed);
  g_free (png->strips);
  g_free (png);
}

static void
append_number (GByteArray *out, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (out, (const guint8 *) &big, sizeof big);
}

static void
append_chunk (GByteArray *out, const char *type, const guint8 *bytes, gsize n, const uLong *check)
{
  uLong sum = check != NULL
                  ? *check
                  : crc32_z (crc32_z (0, (const guint8 *) type, 4), n > 0 ? bytes : (void *) "", n);

  append_number (out, (guint32) n);
  g_byte_array_append (out, (const guint8 *) type, 4);
  if (n > 0)
    g_byte_array_append (out, bytes, (guint) n);
  append_number (out, (guint32) sum);
}

static void
append_head (GByteArray *out, const KithPng *png)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  const guint8 rest[] = { 8, png->has_alpha ? 6 : 2, 0, 0, 0 };
  g_autoptr (GByteArray) head = g_byte_array_new ();

  append_number (head, (guint32) png->width);
  append_number (head, (guint32) png->height);
  g_byte_array_append (head, rest, sizeof rest);
  g_byte_array_append (out, signature, sizeof signature);
  append_chunk (out, "IHDR", head->data, head->len, NULL);
}

static void
append_strips (GByteArray *out, const KithPng *png)
{
  const guint8 zlib_head[] = { 0x78, 0x01 };
  uLong sum = adler32_z (0, NULL, 0);
  g_autoptr (GByteArray) tail = g_byte_array_new ();

  append_chunk (out, "IDAT", zlib_head, sizeof zlib_head, NULL);
  for (guint i = 0; i < png->n; i++)
    {
      Strip *strip = &png->strips[i];

      append_chunk (out, "IDAT", strip->packed, strip->n, &strip->check);
      sum = adler32_combine (sum, strip->sum, (z_off_t) strip->n_bytes);
      g_clear_pointer (&strip->packed, g_free);
    }
  append_number (tail, (guint32) sum);
  append_chunk (out, "IDAT", tail->data, tail->len, NULL);
  append_chunk (out, "IEND", NULL, 0, NULL);
}

/**
 * kith_png_end:
 * @png: (transfer full): a file all of whose strips have been packed
 * @error: G_IO_ERROR_NO_SPACE
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
kith_png_end (KithPng *png, GError **error)
{
  g_autoptr (KithPng) owned = png;
  g_autoptr (GByteArray) out = NULL;
  gsize all = 256;

  for (guint i = 0; i < png->n; i++)
    {
      all += png->strips[i].n + 16;
      if (png->strips[i].packed != NULL && all < G_MAXUINT / 2)
        continue;
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                           _ ("There is not enough memory to write the picture."));
      return NULL;
    }
  out = g_byte_array_sized_new ((guint) all);
  append_head (out, png);
  append_strips (out, png);
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* --- A surface at once --- */

typedef struct
{
  KithPng *png;
  cairo_surface_t *surface;
} Whole;

static void
on_strip (gpointer data, gpointer user_data)
{
  const Whole *whole = user_data;
  gsize stride = (gsize) cairo_image_surface_get_stride (whole->surface);
  guint i = GPOINTER_TO_UINT (data) - 1;
  int from = (int) i * STRIP;

  kith_png_pack (whole->png, i,
                 cairo_image_surface_get_data (whole->surface) + (gsize) from * stride, stride,
                 MIN (STRIP, cairo_image_surface_get_height (whole->surface) - from));
}

/**
 * kith_png_new:
 * @surface: an image surface, RGB24 or ARGB32
 * @error: G_IO_ERROR_NO_SPACE
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
kith_png_new (cairo_surface_t *surface, GError **error)
{
  int height = cairo_image_surface_get_height (surface);
  guint n = MAX (1, (guint) (height + STRIP - 1) / STRIP);
  Whole whole = { kith_png_begin (cairo_image_surface_get_width (surface), height,
                                  cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32,
                                  n),
                  surface };
  GThreadPool *pool = g_thread_pool_new (on_strip, &whole,
                                         CLAMP ((int) g_get_num_processors (), 1, MOST_THREADS),
                                         FALSE, NULL);

  cairo_surface_flush (surface);
  for (guint i = 0; i < n; i++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  return kith_png_end (whole.png, error);
}
