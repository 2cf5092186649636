/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-json-scan.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  const char *start;
  const char *p;
  const char *end;
  GString *string; /* the last string, without its escapes */
  guint depth;
  GError **error;
} Scan;

static gboolean scan_value (Scan *scan);

/* Takes the sentence. */
static gboolean
fail (Scan *scan, char *sentence)
{
  guint line = 1;

  for (const char *p = scan->start; p < scan->p; p++)
    line += *p == '\n';
  /* Translators: a line number and a whole sentence. */
  g_set_error (scan->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("Line %u: %s"), line, sentence);
  g_free (sentence);
  return FALSE;
}

static gboolean
fail_unexpected (Scan *scan)
{
  g_autofree char *found = NULL;

  if (scan->p >= scan->end)
    return fail (scan, g_strdup (_ ("The text ends too early; part of the file is missing.")));
  found = g_utf8_substring (scan->p, 0, 1);
  return fail (scan, g_strdup_printf (_ ("“%s” cannot stand here; this is not well-formed JSON."),
                                      found));
}

static void
skip_space (Scan *scan)
{
  while (scan->p < scan->end && strchr (" \t\r\n", *scan->p) != NULL && *scan->p != '\0')
    scan->p++;
}

static gboolean
take (Scan *scan, char c)
{
  if (scan->p >= scan->end || *scan->p != c)
    return fail_unexpected (scan);
  scan->p++;
  return TRUE;
}

static gboolean
at (const Scan *scan, char c)
{
  return scan->p < scan->end && *scan->p == c;
}

static gboolean
scan_hex (Scan *scan, gunichar *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++, scan->p++)
    {
      if (scan->p >= scan->end || !g_ascii_isxdigit (*scan->p))
        return fail_unexpected (scan);
      *unit = *unit << 4 | (gunichar) g_ascii_xdigit_value (*scan->p);
    }
  return TRUE;
}

/* After "\u". */
static gboolean
scan_unicode (Scan *scan)
{
  gunichar unit, low;

  if (!scan_hex (scan, &unit))
    return FALSE;
  if (unit == 0)
    return fail (scan, g_strdup (_ ("A text holds the character \\u0000, which no text may.")));
  if (unit >= 0xd800 && unit <= 0xdbff && scan->end - scan->p > 2 && scan->p[0] == '\\'
      && scan->p[1] == 'u')
    {
      scan->p += 2;
      if (!scan_hex (scan, &low))
        return FALSE;
      if (low >= 0xdc00 && low <= 0xdfff)
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
  if (unit >= 0xd800 && unit <= 0xdfff)
    return fail (scan, g_strdup (_ ("A text holds half a character (a lone surrogate such as "
                                    "\\ud800).")));
  g_string_append_unichar (scan->string, unit);
  return TRUE;
}

static gboolean
scan_escape (Scan *scan)
{
  static const char names[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (scan->p >= scan->end)
    return fail_unexpected (scan);
  if (*scan->p == 'u')
    {
      scan->p++;
      return scan_unicode (scan);
    }
  found = strchr (names, *scan->p);
  if (found == NULL || *scan->p == '\0')
    return fail_unexpected (scan);
  g_string_append_c (scan->string, values[found - names]);
  scan->p++;
  return TRUE;
}

static gboolean
scan_string (Scan *scan)
{
  g_string_truncate (scan->string, 0);
  if (!take (scan, '"'))
    return FALSE;
  while (!at (scan, '"'))
    {
      if (scan->p >= scan->end || (guchar) *scan->p < 0x20)
        return fail_unexpected (scan);
      if (*scan->p == '\\')
        {
          scan->p++;
          if (!scan_escape (scan))
            return FALSE;
        }
      else
        g_string_append_c (scan->string, *scan->p++);
    }
  scan->p++;
  return TRUE;
}

static gboolean
skip_digits (Scan *scan)
{
  const char *start = scan->p;

  while (scan->p < scan->end && g_ascii_isdigit (*scan->p))
    scan->p++;
  return scan->p > start || fail_unexpected (scan);
}

static gboolean
scan_number_shape (Scan *scan, gboolean *whole)
{
  *whole = TRUE;
  if (at (scan, '-'))
    scan->p++;
  if (at (scan, '0'))
    scan->p++;
  else if (!skip_digits (scan))
    return FALSE;
  if (at (scan, '.'))
    {
      *whole = FALSE;
      scan->p++;
      if (!skip_digits (scan))
        return FALSE;
    }
  if (at (scan, 'e') || at (scan, 'E'))
    {
      *whole = FALSE;
      scan->p++;
      if (at (scan, '+') || at (scan, '-'))
        scan->p++;
      return skip_digits (scan);
    }
  return TRUE;
}

static gboolean
scan_number (Scan *scan)
{
  const char *start = scan->p;
  g_autofree char *digits = NULL;
  gboolean whole;
  gsize length;

  if (!scan_number_shape (scan, &whole))
    return FALSE;
  length = (gsize) (scan->p - start);
  digits = g_strndup (start, MIN (length, 400));
  errno = 0;
  if (whole)
    g_ascii_strtoll (digits, NULL, 10);
  if (length > 400 || (whole && errno == ERANGE) || !isfinite (g_ascii_strtod (digits, NULL)))
    return fail (scan,
                 g_strdup_printf (_ ("The number %.40s is larger than can be held."), digits));
  return TRUE;
}

static gboolean
scan_word (Scan *scan, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->p) < length || strncmp (scan->p, word, length) != 0)
    return fail_unexpected (scan);
  scan->p += length;
  return TRUE;
}

static gboolean
scan_member (Scan *scan, GHashTable *names)
{
  skip_space (scan);
  if (!scan_string (scan))
    return FALSE;
  if (!g_hash_table_add (names, g_strdup (scan->string->str)))
    {
      g_autofree char *shown = g_utf8_substring (scan->string->str, 0,
                                                 MIN (40, g_utf8_strlen (scan->string->str, -1)));

      return fail (scan, g_strdup_printf (_ ("“%s” stands twice in one object; which one counts "
                                             "cannot be told."),
                                          shown));
    }
  skip_space (scan);
  return take (scan, ':') && scan_value (scan);
}

static gboolean
scan_object (Scan *scan)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  scan->p++;
  skip_space (scan);
  if (at (scan, '}'))
    return take (scan, '}');
  for (;;)
    {
      if (!scan_member (scan, names))
        return FALSE;
      skip_space (scan);
      if (!at (scan, ','))
        return take (scan, '}');
      scan->p++;
    }
}

static gboolean
scan_array (Scan *scan)
{
  scan->p++;
  skip_space (scan);
  if (at (scan, ']'))
    return take (scan, ']');
  for (;;)
    {
      if (!scan_value (scan))
        return FALSE;
      skip_space (scan);
      if (!at (scan, ','))
        return take (scan, ']');
      scan->p++;
    }
}

static gboolean
scan_nested (Scan *scan)
{
  gboolean fine;

  if (scan->depth == KITH_JSON_MAX_DEPTH)
    return fail (scan, g_strdup_printf (_ ("Lists and objects are nested more than %d deep."),
                                        KITH_JSON_MAX_DEPTH));
  scan->depth++;
  fine = *scan->p == '{' ? scan_object (scan) : scan_array (scan);
  scan->depth--;
  return fine;
}

static gboolean
scan_value (Scan *scan)
{
  skip_space (scan);
  if (scan->p >= scan->end)
    return fail_unexpected (scan);
  switch (*scan->p)
    {
    case '{':
    case '[':
      return scan_nested (scan);
    case '"':
      return scan_string (scan);
    case 't':
      return scan_word (scan, "true");
    case 'f':
      return scan_word (scan, "false");
    case 'n':
      return scan_word (scan, "null");
    default:
      return scan_number (scan);
    }
}

/**
 * kith_json_scan:
 * @text: what claims to be JSON
 * @length: its bytes
 * @error: G_IO_ERROR_INVALID_DATA, with the line
 *
 * Refuses what RFC 8259 refuses, and what a parser may trip over or take silently: nesting beyond
 * #KITH_JSON_MAX_DEPTH (json-glib 1.6.6 crashes on very deep text), the same member twice in one
 * object, numbers that are infinite or wider than 63 bits, NUL and half characters, bytes that are
 * not UTF-8. Cost: linear.
 *
 * Returns: whether the text is sound
 */
gboolean
kith_json_scan (const char *text, gsize length, GError **error)
{
  g_autoptr (GString) string = g_string_new (NULL);
  Scan scan = { text, text, text + length, string, 0, error };
  const char *bad;

  if (length == 0)
    return fail (&scan, g_strdup (_ ("The file is empty.")));
  if (!g_utf8_validate_len (text, length, &bad))
    {
      scan.p = bad;
      return fail (&scan, g_strdup (_ ("The bytes here are not UTF-8 text.")));
    }
  if (!scan_value (&scan))
    return FALSE;
  skip_space (&scan);
  return scan.p == scan.end || fail_unexpected (&scan);
}
