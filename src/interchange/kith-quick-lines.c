/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-quick-lines.h"

#include <string.h>

#define TAB 4

static void
line_clear (gpointer data)
{
  g_free (((KithQuickLine *) data)->text);
}

static const char *
skip_blanks (const char *p, guint *indent)
{
  for (; *p != '\0' && g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    *indent = *p == '\t' ? (*indent / TAB + 1) * TAB : *indent + 1;
  return p;
}

static gboolean
ends_word (const char *p)
{
  return *p == '\0' || g_unichar_isspace (g_utf8_get_char (p));
}

/* "•", "-", "o"; of "--" each further one is one step in. Arrows are no bullets. */
static const char *
skip_mark (const char *p, guint *indent)
{
  static const char *const marks[] = { "•", "·", "–", "—", "‣", "▪",
                                       "◦", "●", "○", "■", "□", "\xef\x82\xb7",
                                       "*", "-", "+" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize length = strlen (marks[i]);
      const char *end = p + length;
      guint n = 1;

      if (!g_str_has_prefix (p, marks[i]))
        continue;
      for (; g_str_has_prefix (end, marks[i]); n++)
        end += length;
      if (!ends_word (end) && !g_unichar_isalpha (g_utf8_get_char (end))
          && (length == 1 || *end == '>'))
        return p;
      *indent += (n - 1) * TAB;
      return end;
    }
  return *p == 'o' && p[1] == '\t' ? p + 1 : p;
}

/* "1.", "2)", "(3)", "1.2", "a)": up to three digits at a time, or one letter. */
static const char *
skip_number (const char *start)
{
  const char *p = start + (*start == '(');
  guint groups = 0;

  for (; g_ascii_isdigit (*p); groups++)
    {
      const char *digits = p;

      while (g_ascii_isdigit (*p))
        p++;
      if (p - digits > 3)
        return start;
      if (*p == '.' && g_ascii_isdigit (p[1]))
        p++;
    }
  if (groups == 0 && g_ascii_isalpha (*p) && p[1] == ')')
    groups = 1, p++;
  if (groups == 0)
    return start;
  if (*p == '.' || *p == ')')
    p++;
  else if (groups == 1)
    return start;
  return ends_word (p) ? p : start;
}

/* "[ ]" and "[x]" of lists that are ticked off. */
static const char *
skip_tick (const char *p)
{
  if (*p == '[' && p[1] != '\0' && p[2] == ']' && (p[3] == ' ' || p[3] == '\0'))
    return p + 3;
  return p;
}

static void
append_line (GArray *lines, const char *start, gsize length, guint number)
{
  g_autofree char *whole = g_strndup (start, length);
  KithQuickLine line = { number, 0, NULL };
  guint within = 0;
  const char *p = skip_blanks (whole, &line.indent);
  const char *after = skip_mark (p, &line.indent);

  p = skip_blanks (after, &within);
  p = skip_blanks (skip_tick (p), &within);
  p = skip_blanks (skip_number (p), &within);
  line.text = g_strchomp (g_strdup (p));
  if (*line.text != '\0')
    g_array_append_val (lines, line);
  else
    g_free (line.text);
}

/**
 * kith_quick_lines:
 * @text: UTF-8
 *
 * Returns: (transfer full) (element-type KithQuickLine): its lines; linear in the text
 */
GArray *
kith_quick_lines (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (KithQuickLine));
  guint number = 1;

  g_array_set_clear_func (lines, line_clear);
  for (const char *p = text; *p != '\0'; number++)
    {
      gsize length = strcspn (p, "\r\n");

      append_line (lines, p, length, number);
      p += length;
      if (*p != '\0')
        p += p[0] == '\r' && p[1] == '\n' ? 2 : 1;
    }
  return lines;
}

/* Whether something stands on both sides of a tab. */
static gboolean
has_cells (const char *start, gsize length)
{
  const char *end = start + length;
  const char *p = start;
  const char *tab;

  while (p < end && g_ascii_isspace (*p))
    p++;
  tab = memchr (p, '\t', (gsize) (end - p));
  while (tab != NULL && tab < end && g_ascii_isspace (*tab))
    tab++;
  return tab != NULL && tab < end;
}

/* "o", a tab and words are a bullet of a word processor. */
static gboolean
begins_with_bullet (const char *p)
{
  guint indent = 0;
  const char *start = skip_blanks (p, &indent);

  return skip_mark (start, &indent) != start || skip_number (start) != start;
}

/**
 * kith_quick_is_table:
 * @text: UTF-8
 *
 * Returns: whether it is what spreadsheets put on a clipboard: the first line that is not blank has
 *   several cells
 */
gboolean
kith_quick_is_table (const char *text)
{
  for (const char *p = text; *p != '\0';)
    {
      gsize length = strcspn (p, "\r\n");

      if (strspn (p, " \t") < length)
        return has_cells (p, length) && !begins_with_bullet (p);
      p += length + (p[length] != '\0');
    }
  return FALSE;
}
