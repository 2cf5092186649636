/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures in a PDF. */
#include "kith-pdf-private.h"

/* What stands in the head of a JPEG: how many colours it has; 0: it is not understood. */
static guint
jpeg_colours (const guint8 *data, gsize n)
{
  for (gsize i = 2; i + 9 < n && data[i] == 0xff;)
    {
      guint8 marker = data[i + 1];

      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        return data[i + 9];
      i += 2 + ((gsize) data[i + 2] << 8 | data[i + 3]);
    }
  return 0;
}

static guint
put_jpeg (KithPdfFile *file, cairo_surface_t *surface, GBytes *jpeg)
{
  gsize n;
  const guint8 *data = g_bytes_get_data (jpeg, &n);
  guint colours = jpeg_colours (data, n);
  guint object;
  g_autofree char *entries = NULL;

  if (colours != 1 && colours != 3)
    return 0;
  object = kith_pdf_file_reserve (file);
  entries = g_strdup_printf ("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/%s"
                             "/BitsPerComponent 8/Filter/DCTDecode",
                             cairo_image_surface_get_width (surface),
                             cairo_image_surface_get_height (surface),
                             colours == 1 ? "DeviceGray" : "DeviceRGB");
  kith_pdf_file_put_packed (file, object, entries, data, n);
  return object;
}

/* Colours, not multiplied, and how much of each is there. */
static void
unpack (cairo_surface_t *surface, guint8 *colours, guint8 *alphas)
{
  int width = cairo_image_surface_get_width (surface);
  gboolean clear = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      const guint32 *row =
          (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface)
                                             + (gsize) y
                                                   * (gsize) cairo_image_surface_get_stride (
                                                       surface));

      for (int x = 0; x < width; x++)
        {
          guint alpha = clear ? row[x] >> 24 : 255;

          for (guint i = 0; i < 3; i++)
            {
              guint part = row[x] >> (16 - 8 * i) & 255;

              *colours++ = alpha == 0 ? 0 : (guint8) MIN ((part * 255 + alpha / 2) / alpha, 255);
            }
          *alphas++ = (guint8) alpha;
        }
    }
}

static guint
put_plane (KithPdfFile *file,
           cairo_surface_t *surface,
           const char *more,
           const guint8 *bytes,
           gsize n)
{
  guint object = kith_pdf_file_reserve (file);
  g_autofree char *entries = g_strdup_printf ("/Type/XObject/Subtype/Image/Width %d/Height %d"
                                              "/BitsPerComponent 8%s",
                                              cairo_image_surface_get_width (surface),
                                              cairo_image_surface_get_height (surface), more);

  kith_pdf_file_put_stream (file, object, entries, bytes, n);
  return object;
}

guint
kith_pdf_put_image (KithPdfFile *file, cairo_surface_t *surface, GBytes *jpeg)
{
  gsize n = (gsize) cairo_image_surface_get_width (surface)
            * (gsize) cairo_image_surface_get_height (surface);
  guint object = jpeg != NULL ? put_jpeg (file, surface, jpeg) : 0;
  g_autofree guint8 *colours = NULL;
  g_autofree guint8 *alphas = NULL;
  g_autofree char *more = NULL;

  if (object != 0)
    return object;
  cairo_surface_flush (surface);
  colours = g_malloc (3 * n);
  alphas = g_malloc (n);
  unpack (surface, colours, alphas);
  if (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32)
    more = g_strdup_printf ("/ColorSpace/DeviceRGB/SMask %u 0 R",
                            put_plane (file, surface, "/ColorSpace/DeviceGray", alphas, n));
  return put_plane (file, surface, more != NULL ? more : "/ColorSpace/DeviceRGB", colours, 3 * n);
}

static guint
find_image (KithPdf *self, const KithScribeImage *image)
{
  guint object = GPOINTER_TO_UINT (g_hash_table_lookup (self->images, &image->key));
  const guchar *data = NULL;
  gulong n = 0;
  g_autoptr (GBytes) jpeg = NULL;

  if (object != 0)
    return object;
  cairo_surface_get_mime_data (image->surface, CAIRO_MIME_TYPE_JPEG, &data, &n);
  jpeg = data != NULL ? g_bytes_new (data, n) : NULL;
  object = kith_pdf_put_image (self->file, image->surface, jpeg);
  g_hash_table_insert (self->images, g_memdup2 (&image->key, sizeof image->key),
                       GUINT_TO_POINTER (object));
  g_string_append_printf (self->drawings, "/I%u %u 0 R", object, object);
  return object;
}

void
kith_pdf_image (KithScribe *scribe, cairo_t *cr, const KithScribeImage *image)
{
  KithPdf *self = (KithPdf *) scribe;
  GString *out = kith_pdf_stream (self)->out;
  guint object = find_image (self, image);
  cairo_matrix_t m;

  kith_pdf_mark (self);
  kith_pdf_set_alpha (self, image->strength);
  cairo_get_matrix (cr, &m);
  cairo_matrix_translate (&m, image->x, image->y + image->height);
  cairo_matrix_scale (&m, image->width, -image->height);
  g_string_append (out, "q ");
  kith_scribe_matrix (out, &m);
  g_string_append_printf (out, " cm /I%u Do Q\n", object);
}
