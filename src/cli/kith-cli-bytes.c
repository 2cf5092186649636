/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes in and out: files and the standard streams. */
#include "kith-cli-files.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "kith-file.h"
#include "kith-image.h"
#include "kith-safe-write.h"

#define CHUNK 65536

static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 chunk[CHUNK];
  size_t n;

  while ((n = fread (chunk, 1, sizeof chunk, stdin)) > 0)
    {
      g_byte_array_append (bytes, chunk, (guint) n);
      if (bytes->len > KITH_FILE_MAX)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("Standard input holds more than %d MB, the most that Kith reads."),
                       KITH_FILE_MAX / 1024 / 1024);
          return NULL;
        }
    }
  if (ferror (stdin))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("Standard input cannot be read: %s."),
                   g_strerror (errno));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
kith_cli_read_bytes (const char *name, GError **error)
{
  if (g_str_equal (name, "-"))
    return read_standard_input (error);
  return kith_file_read (name, error);
}

static gboolean
write_standard_output (GBytes *bytes, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  if ((size == 0 || fwrite (data, 1, size, stdout) == size) && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("Standard output cannot be written: %s."),
               g_strerror (errno));
  return FALSE;
}

gboolean
kith_cli_write_bytes (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (name, "-"))
    return write_standard_output (bytes, error);
  file = g_file_new_for_path (name);
  return kith_safe_write (file, bytes, error);
}

/* What standard input holds, by how it begins. */
static const KithFormat *
sniff (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize i = 0;

  if (size >= 15 && memcmp (data, "SQLite format 3", 15) == 0)
    return kith_format_from_ending ("kith");
  while (i < size && g_ascii_isspace (data[i]))
    i++;
  return kith_format_from_ending (i < size && data[i] == '{' ? "json" : "csv");
}

/**
 * kith_cli_input_format:
 * @name: a file, or "-"
 * @from: (nullable): what the person says that "-" holds
 * @bytes: (nullable): what it holds
 * @error: KITH_USAGE_ERROR
 *
 * Returns: (transfer none) (nullable): the format to read it as
 */
const KithFormat *
kith_cli_input_format (const char *name, const KithFormat *from, GBytes *bytes, GError **error)
{
  const KithFormat *format = kith_format_from_file (name);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *list = kith_format_list (FALSE);

  if (g_str_equal (name, "-"))
    return from != NULL || bytes == NULL ? from : sniff (bytes);
  if (format != NULL && format->reads)
    return format;
  kith_usage_fail (error, _ ("Kith cannot read “%s”: its name must end in one of %s."), shown,
                   list);
  return NULL;
}

/**
 * kith_cli_output_format:
 * @name: a file, or "-"
 * @options: may say with --to what "-" is to hold
 * @error: KITH_USAGE_ERROR
 *
 * Returns: (transfer none) (nullable): the format to write
 */
const KithFormat *
kith_cli_output_format (const char *name, const KithCliOptions *options, GError **error)
{
  const KithFormat *format = g_str_equal (name, "-") ? options->to : kith_format_from_file (name);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *list = kith_format_list (TRUE);

  if (format == NULL && g_str_equal (name, "-"))
    kith_usage_fail (error, _ ("Say with --to what to write to standard output: kith, json, png, "
                               "pdf, svg or html."));
  else if (format == NULL || !format->writes)
    kith_usage_fail (error, _ ("Kith cannot write “%s”: its name must end in one of %s."), shown,
                     list);
  else if (g_str_equal (name, "-") && !format->streams)
    kith_usage_fail (error, _ ("Tables are two files; they cannot go to standard output."));
  else if (options->picture_option != NULL && !format->is_picture)
    kith_usage_fail (error, _ ("The option %s makes sense for a picture only, not for .%s."),
                     options->picture_option, format->ending);
  else
    return format;
  return NULL;
}
