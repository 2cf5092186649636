/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-csv.h"

#include <string.h>

/* Whether a spreadsheet could take the text for a formula: by its first character, full-width
 * forms of = + - @ included. */
static gboolean
is_dangerous (const char *text)
{
  switch (g_utf8_get_char (text))
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case 0xff1d:
    case 0xff0b:
    case 0xff0d:
    case 0xff20:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/**
 * kith_csv_write_text:
 * @out: the table so far
 * @first: it is the first cell of its row
 * @text: valid UTF-8
 *
 * Appends a cell per RFC 4180. One that a spreadsheet could take for a formula gets a leading
 * apostrophe, and one that begins with an apostrophe another: kith_csv_unguard() takes them off.
 */
void
kith_csv_write_text (GString *out, gboolean first, const char *text)
{
  g_autofree char *guarded = NULL;

  if (!first)
    g_string_append_c (out, ',');
  if (*text == '\'' || is_dangerous (text))
    text = guarded = g_strconcat ("'", text, NULL);
  if (strpbrk (text, "\",\r\n") != NULL || g_ascii_isspace (*text)
      || (*text != '\0' && g_ascii_isspace (text[strlen (text) - 1])))
    append_quoted (out, text);
  else
    g_string_append (out, text);
}

/**
 * kith_csv_write_number:
 * @out: the table so far
 * @first: it is the first cell of its row
 * @number: finite
 */
void
kith_csv_write_number (GString *out, gboolean first, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!first)
    g_string_append_c (out, ',');
  g_string_append (out, g_ascii_dtostr (buffer, sizeof buffer, number));
}

void
kith_csv_write_end (GString *out)
{
  g_string_append (out, "\r\n");
}

/**
 * kith_csv_unguard:
 * @text: a cell of a table that kith_csv_write_text() may have written
 *
 * Returns: (transfer none): the text without its guard
 */
const char *
kith_csv_unguard (const char *text)
{
  if (*text == '\'' && (text[1] == '\'' || is_dangerous (text + 1)))
    return text + 1;
  return text;
}
