/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-pdf-file.h"

#include <string.h>

struct _KithPdfFile
{
  GByteArray *bytes;
  GArray *places; /* of gsize: where object i + 1 begins */
  GArray *late;   /* of Late */
};

/* Contents that are being packed. */
typedef struct
{
  guint number;            /* of the array of their streams */
  KithPdfPacking *packing; /* owned */
} Late;

static void
late_clear (gpointer data)
{
  kith_pdf_packing_free (((Late *) data)->packing);
}

KithPdfFile *
kith_pdf_file_new (void)
{
  KithPdfFile *file = g_new0 (KithPdfFile, 1);
  static const char head[] = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";

  file->bytes = g_byte_array_sized_new (256 * 1024);
  file->places = g_array_new (FALSE, TRUE, sizeof (gsize));
  file->late = g_array_new (FALSE, FALSE, sizeof (Late));
  g_array_set_clear_func (file->late, late_clear);
  g_byte_array_append (file->bytes, (const guint8 *) head, sizeof head - 1);
  return file;
}

void
kith_pdf_file_free (KithPdfFile *file)
{
  g_byte_array_unref (file->bytes);
  g_array_unref (file->places);
  g_array_unref (file->late);
  g_free (file);
}

guint
kith_pdf_file_reserve (KithPdfFile *file)
{
  g_array_set_size (file->places, file->places->len + 1);
  return file->places->len;
}

static void
append (KithPdfFile *file, const char *text)
{
  g_byte_array_append (file->bytes, (const guint8 *) text, (guint) strlen (text));
}

static void
begin (KithPdfFile *file, guint number)
{
  char head[32];

  g_array_index (file->places, gsize, number - 1) = file->bytes->len;
  g_snprintf (head, sizeof head, "%u 0 obj\n", number);
  append (file, head);
}

void
kith_pdf_file_put (KithPdfFile *file, guint number, const char *object)
{
  begin (file, number);
  append (file, object);
  append (file, "\nendobj\n");
}

void
kith_pdf_file_put_packed (KithPdfFile *file,
                          guint number,
                          const char *entries,
                          gconstpointer bytes,
                          gsize n)
{
  char length[48];

  begin (file, number);
  append (file, "<<");
  append (file, entries);
  g_snprintf (length, sizeof length, "/Length %" G_GSIZE_FORMAT ">>\nstream\n", n);
  append (file, length);
  g_byte_array_append (file->bytes, bytes, (guint) n);
  append (file, "\nendstream\nendobj\n");
}

void
kith_pdf_file_put_stream (KithPdfFile *file,
                          guint number,
                          const char *entries,
                          gconstpointer bytes,
                          gsize n)
{
  g_autofree char *all = g_strconcat (entries, "/Filter/FlateDecode", NULL);
  g_autoptr (GBytes) packed = kith_pdf_pack_bytes (bytes, n);

  kith_pdf_file_put_packed (file, number, all, g_bytes_get_data (packed, NULL),
                            g_bytes_get_size (packed));
}

void
kith_pdf_file_put_packing (KithPdfFile *file, guint number, KithPdfPacking *packing)
{
  Late late = { number, packing };

  g_array_append_val (file->late, late);
}

/* One after the other they are read as one. */
static void
put_parts (KithPdfFile *file, const Late *late)
{
  g_autoptr (GString) streams = g_string_new ("[");
  guint n = kith_pdf_packing_finish (late->packing);

  for (guint i = 0; i < n; i++)
    {
      GBytes *part = kith_pdf_packing_part (late->packing, i);
      guint number = kith_pdf_file_reserve (file);

      kith_pdf_file_put_packed (file, number, "/Filter/FlateDecode", g_bytes_get_data (part, NULL),
                                g_bytes_get_size (part));
      g_string_append_printf (streams, "%u 0 R ", number);
    }
  g_string_append_c (streams, ']');
  kith_pdf_file_put (file, late->number, streams->str);
}

static void
put_late (KithPdfFile *file)
{
  for (guint i = 0; i < file->late->len; i++)
    put_parts (file, &g_array_index (file->late, Late, i));
}

GBytes *
kith_pdf_file_finish (KithPdfFile *file, guint catalogue, guint info)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gsize place;
  GBytes *bytes;

  put_late (file);
  place = file->bytes->len;
  g_string_append_printf (out, "xref\n0 %u\n0000000000 65535 f \n", file->places->len + 1);
  for (guint i = 0; i < file->places->len; i++)
    g_string_append_printf (out, "%010" G_GSIZE_FORMAT " 00000 n \n",
                            g_array_index (file->places, gsize, i));
  g_string_append_printf (out,
                          "trailer\n<</Size %u/Root %u 0 R/Info %u 0 R>>\nstartxref\n"
                          "%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          file->places->len + 1, catalogue, info, place);
  append (file, out->str);
  bytes = g_byte_array_free_to_bytes (file->bytes);
  file->bytes = g_byte_array_new ();
  return bytes;
}

void
kith_pdf_append_text (GString *out, const char *text, gssize length)
{
  static const char hex[] = "0123456789ABCDEF";
  g_autofree char *valid = g_utf8_make_valid (text, length);
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (valid, -1, NULL, &n, NULL);
  char *at;

  g_string_append (out, "<FEFF");
  g_string_set_size (out, out->len + 4 * (gsize) n);
  at = out->str + out->len - 4 * n;
  for (glong i = 0; i < n; i++)
    for (int bits = 12; bits >= 0; bits -= 4)
      *at++ = hex[units[i] >> bits & 15];
  g_string_append_c (out, '>');
}
