/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-quick-words.h"

#include <string.h>

/* Longer ones first where one begins another. A dash may be part of a name, and so may stand for a
 * link only with blanks on both sides; word processors make dashes and arrows of their own. */
static const struct
{
  const char *sign;
  KithDirection direction;
  gboolean needs_blanks;
} arrows[] = {
  { "<-->", KITH_DIRECTION_BOTH, FALSE },
  { "<->", KITH_DIRECTION_BOTH, FALSE },
  { "<=>", KITH_DIRECTION_BOTH, FALSE },
  { "<–>", KITH_DIRECTION_BOTH, FALSE },
  { "<—>", KITH_DIRECTION_BOTH, FALSE },
  { "↔", KITH_DIRECTION_BOTH, FALSE },
  { "⇔", KITH_DIRECTION_BOTH, FALSE },
  { "⟷", KITH_DIRECTION_BOTH, FALSE },
  { "⇄", KITH_DIRECTION_BOTH, FALSE },
  { "\xef\x83\xb3", KITH_DIRECTION_BOTH, FALSE },
  { "-->", KITH_DIRECTION_A_TO_B, FALSE },
  { "->", KITH_DIRECTION_A_TO_B, FALSE },
  { "=>", KITH_DIRECTION_A_TO_B, FALSE },
  { "–>", KITH_DIRECTION_A_TO_B, FALSE },
  { "—>", KITH_DIRECTION_A_TO_B, FALSE },
  { "→", KITH_DIRECTION_A_TO_B, FALSE },
  { "⇒", KITH_DIRECTION_A_TO_B, FALSE },
  { "⟶", KITH_DIRECTION_A_TO_B, FALSE },
  { "➔", KITH_DIRECTION_A_TO_B, FALSE },
  { "➜", KITH_DIRECTION_A_TO_B, FALSE },
  { "\xef\x83\xa0", KITH_DIRECTION_A_TO_B, FALSE },
  { "<--", KITH_DIRECTION_B_TO_A, FALSE },
  { "<-", KITH_DIRECTION_B_TO_A, FALSE },
  { "<–", KITH_DIRECTION_B_TO_A, FALSE },
  { "←", KITH_DIRECTION_B_TO_A, FALSE },
  { "⇐", KITH_DIRECTION_B_TO_A, FALSE },
  { "\xef\x83\x9f", KITH_DIRECTION_B_TO_A, FALSE },
  { ">", KITH_DIRECTION_A_TO_B, TRUE },
  { "<", KITH_DIRECTION_B_TO_A, TRUE },
  { "---", KITH_DIRECTION_NONE, TRUE },
  { "--", KITH_DIRECTION_NONE, TRUE },
  { "-", KITH_DIRECTION_NONE, TRUE },
  { "–", KITH_DIRECTION_NONE, TRUE },
  { "—", KITH_DIRECTION_NONE, TRUE },
};

/* A place in a text, and what it is within. */
typedef struct
{
  const char *start;
  const char *p;
} Scan;

static gboolean
is_blank (const char *p)
{
  return *p == '\0' || g_unichar_isspace (g_utf8_get_char (p));
}

static gboolean
follows_blank (const Scan *scan)
{
  return scan->p == scan->start || g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (scan->p)));
}

/* The end of what begins here with a quotation mark or a bracket, or NULL: a mark that nothing
 * closes is a letter like any other. */
static const char *
closing (const Scan *scan)
{
  static const char *const pairs[][2] = { { "\"", "\"" }, { "“", "”" }, { "„", "“" },
                                          { "«", "»" },   { "(", ")" }, { "[", "]" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_has_prefix (scan->p, pairs[i][0]) && (i > 3 || follows_blank (scan)))
      {
        const char *end = strstr (scan->p + strlen (pairs[i][0]), pairs[i][1]);

        return end != NULL ? end + strlen (pairs[i][1]) : NULL;
      }
  return NULL;
}

/* The arrow at this place, and how long it is; -1 for none. */
static int
arrow_at (const Scan *scan, gsize *length)
{
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      if (!g_str_has_prefix (scan->p, arrows[i].sign))
        continue;
      *length = strlen (arrows[i].sign);
      if (!arrows[i].needs_blanks || (follows_blank (scan) && is_blank (scan->p + *length)))
        return (int) arrows[i].direction;
    }
  return -1;
}

static gboolean
has_strong_arrow (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (!arrows[i].needs_blanks && strstr (text, arrows[i].sign) != NULL)
      return TRUE;
  return FALSE;
}

static char *
without_quotes (const char *text, gsize length)
{
  static const char *const marks[] = { "\"", "“", "”", "„", "«", "»" };
  g_autofree char *name = g_strstrip (g_strndup (text, length));
  const char *start = name;
  gboolean opened = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (marks) && !opened; i++)
    if (g_str_has_prefix (start, marks[i]))
      {
        start += strlen (marks[i]);
        opened = TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (marks) && opened; i++)
    if (g_str_has_suffix (start, marks[i]))
      name[strlen (name) - strlen (marks[i])] = '\0';
  return g_strstrip (g_strdup (start));
}

static void
append_part (GPtrArray *parts, const char *start, const char *end)
{
  g_autofree char *part = g_strstrip (g_strndup (start, (gsize) (end - start)));

  if (*part != '\0')
    g_ptr_array_add (parts, g_steal_pointer (&part));
}

/**
 * kith_quick_split:
 * @text: "A, B (C, D); “E, F”"
 *
 * Returns: (transfer full) (element-type utf8): A · B (C, D) · “E, F”
 */
GPtrArray *
kith_quick_split (const char *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  Scan scan = { text, text };
  const char *start = text;

  while (*scan.p != '\0')
    {
      const char *end = closing (&scan);

      if (end == NULL && (*scan.p == ',' || *scan.p == ';'))
        {
          append_part (parts, start, scan.p);
          start = scan.p + 1;
        }
      scan.p = end != NULL ? end : g_utf8_next_char (scan.p);
    }
  append_part (parts, start, scan.p);
  return parts;
}

/**
 * kith_quick_split_bracket:
 * @text: "Northmoor Police (police)"
 * @before: (out): "Northmoor Police"
 * @inside: (out): "police"
 *
 * Returns: whether something stands before the brackets and within
 */
gboolean
kith_quick_split_bracket (const char *text, char **before, char **inside)
{
  gsize length = strlen (text);
  const char *open = length > 0 && text[length - 1] == ')' ? strrchr (text, '(') : NULL;

  if (open == NULL)
    return FALSE;
  *before = g_strstrip (g_strndup (text, (gsize) (open - text)));
  *inside = g_strstrip (g_strndup (open + 1, (gsize) (text + length - 1 - open - 1)));
  if (**before != '\0' && **inside != '\0' && strchr (*inside, ')') == NULL)
    return TRUE;
  g_clear_pointer (before, g_free);
  g_clear_pointer (inside, g_free);
  return FALSE;
}

/* One name, or several with commas between them. */
static GPtrArray *
names_of (const char *start, const char *end, KithQuickIsName is_name, gpointer data)
{
  g_autofree char *whole = g_strstrip (g_strndup (start, (gsize) (end - start)));
  g_autoptr (GPtrArray) parts = kith_quick_split (whole);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  if (parts->len > 1 && is_name (whole, data))
    {
      g_ptr_array_add (names, g_steal_pointer (&whole));
      return names;
    }
  for (guint i = 0; i < parts->len; i++)
    {
      char *name = without_quotes (parts->pdata[i], strlen (parts->pdata[i]));

      if (*name != '\0')
        g_ptr_array_add (names, name);
      else
        g_free (name);
    }
  return names;
}

/* A line without arrows is one name, whatever commas it has. */
static GPtrArray *
name_alone (const char *start, const char *end)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = g_strstrip (g_strndup (start, (gsize) (end - start)));
  gsize length = strlen (text);
  char *name;

  while (length > 0 && strchr (",;", text[length - 1]) != NULL)
    text[--length] = '\0';
  name = without_quotes (text, length);
  if (*name != '\0')
    g_ptr_array_add (names, name);
  else
    g_free (name);
  return names;
}

static void
read_all (KithQuickWords *words, const char *text, KithQuickIsName is_name, gpointer data)
{
  Scan scan = { text, text };
  const char *start = text;

  while (*scan.p != '\0' && words->rest == NULL)
    {
      const char *end = closing (&scan);
      gsize length = 0;
      int arrow = end == NULL ? arrow_at (&scan, &length) : -1;

      if (arrow >= 0)
        {
          g_ptr_array_add (words->groups, names_of (start, scan.p, is_name, data));
          g_array_append_val (words->arrows, arrow);
          start = scan.p + length;
          scan.p = start;
        }
      else if (end == NULL && *scan.p == ':' && is_blank (scan.p + 1)
               && (words->arrows->len > 0 || !has_strong_arrow (scan.p)))
        words->rest = g_strstrip (g_strdup (scan.p + 1));
      else
        scan.p = end != NULL ? end : g_utf8_next_char (scan.p);
    }
  g_ptr_array_add (words->groups, words->arrows->len > 0 ? names_of (start, scan.p, is_name, data)
                                                         : name_alone (start, scan.p));
}

/**
 * kith_quick_words_new:
 * @text: a line, UTF-8, without its bullet
 * @is_name: (scope call): asked before a text is parted
 * @data: for @is_name
 *
 * Quotation marks keep together what they stand round, and so do brackets. Linear in the text but
 * for marks that are not closed.
 *
 * Returns: (transfer full): what stands on it
 */
KithQuickWords *
kith_quick_words_new (const char *text, KithQuickIsName is_name, gpointer data)
{
  KithQuickWords *words = g_new0 (KithQuickWords, 1);

  words->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  words->arrows = g_array_new (FALSE, FALSE, sizeof (int));
  if (is_name (text, data))
    g_ptr_array_add (words->groups, name_alone (text, text + strlen (text)));
  else
    read_all (words, text, is_name, data);
  return words;
}

void
kith_quick_words_free (KithQuickWords *words)
{
  g_ptr_array_unref (words->groups);
  g_array_unref (words->arrows);
  g_free (words->rest);
  g_free (words);
}
