/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much of a file without a mark is looked at to tell UTF-16 from bytes. */
#define SAMPLE 4096

static gboolean
starts_with (const guint8 *data, gsize size, const char *mark, gsize n)
{
  return size >= n && memcmp (data, mark, n) == 0;
}

/* Latin text in UTF-16 has a NUL in nearly every second byte, always on the same side. */
static gboolean
looks_like_utf16 (const guint8 *data, gsize size, gboolean *big_endian)
{
  gsize n = MIN (size, SAMPLE) & ~(gsize) 1;
  gsize zeros[2] = { 0, 0 };

  for (gsize i = 0; i < n; i++)
    zeros[i & 1] += data[i] == 0;

  *big_endian = zeros[0] > zeros[1];
  return n >= 4 && MAX (zeros[0], zeros[1]) * 4 >= n && MIN (zeros[0], zeros[1]) * 16 < n;
}

/* Windows-1252 has five holes; they are read as the replacement character. */
static char *
from_windows_1252 (const guint8 *data, gsize size, gsize *length)
{
  static const gunichar high[32] = {
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
  };
  GString *out = g_string_sized_new (size + size / 8);

  for (gsize i = 0; i < size; i++)
    {
      if (data[i] < 0x80)
        g_string_append_c (out, (char) data[i]);
      else
        g_string_append_unichar (out, data[i] < 0xa0 ? high[data[i] - 0x80] : data[i]);
    }

  *length = out->len;
  return g_string_free (out, FALSE);
}

static gboolean
refuse_nul (const guint8 *data, gsize size, GError **error)
{
  const guint8 *nul = size == 0 ? NULL : memchr (data, 0, size);
  guint line = 1;

  if (nul == NULL)
    return TRUE;
  for (const guint8 *p = data; p < nul; p++)
    line += *p == '\n';
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("Line %u holds a NUL character, which no table of text has: this is another "
                  "kind of file, or it is damaged."),
               line);
  return FALSE;
}

static char *
from_utf16 (const guint8 *data, gsize size, gboolean big_endian, gsize *length, GError **error)
{
  g_autoptr (GError) problem = NULL;
  char *text = g_convert ((const char *) data, (gssize) size, "UTF-8",
                          big_endian ? "UTF-16BE" : "UTF-16LE", NULL, length, &problem);

  if (text != NULL && !refuse_nul ((const guint8 *) text, *length, error))
    g_clear_pointer (&text, g_free);
  else if (text == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("It begins like UTF-16 text, but what follows is not (%s). Save it again as "
                    "CSV UTF-8."),
                 problem->message);
  return text;
}

/**
 * kith_csv_decode:
 * @bytes: a text file of unknown encoding
 * @length: (out): bytes of the result
 * @encoding: (out): what it was
 * @unsure: (out): it was neither UTF-8 nor UTF-16 and Windows-1252 is only the likeliest
 * @error: G_IO_ERROR_INVALID_DATA
 *
 * Returns: (transfer full): valid UTF-8 without a byte-order mark
 */
char *
kith_csv_decode (GBytes *bytes,
                 gsize *length,
                 KithCsvEncoding *encoding,
                 gboolean *unsure,
                 GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gboolean big_endian = starts_with (data, size, "\xfe\xff", 2);
  gboolean marked = big_endian || starts_with (data, size, "\xff\xfe", 2);

  *unsure = FALSE;
  if (marked || looks_like_utf16 (data, size, &big_endian))
    {
      gsize mark = marked ? 2 : 0;

      *encoding = big_endian ? KITH_CSV_UTF16_BE : KITH_CSV_UTF16_LE;
      return from_utf16 (data + mark, size - mark, big_endian, length, error);
    }

  if (starts_with (data, size, "\xef\xbb\xbf", 3))
    {
      data += 3;
      size -= 3;
    }
  if (!refuse_nul (data, size, error))
    return NULL;
  *encoding = KITH_CSV_UTF8;
  *length = size;
  if (size == 0)
    return g_strdup ("");
  if (g_utf8_validate_len ((const char *) data, size, NULL))
    return g_strndup ((const char *) data, size);

  *encoding = KITH_CSV_WINDOWS_1252;
  *unsure = TRUE;
  return from_windows_1252 (data, size, length);
}
