/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-search-fold.h"

#include <string.h>

/* Letters that carry no separable accent but are written without it. */
static const struct
{
  gunichar letter;
  const char *folded;
} letters[] = {
  { 0xdf, "ss" },   { 0xe6, "ae" }, { 0xf0, "d" },  { 0xf8, "o" },  { 0xfe, "th" },
  { 0x111, "d" },   { 0x127, "h" }, { 0x131, "i" }, { 0x142, "l" }, { 0x153, "oe" },
  { 0x1e9e, "ss" }, { 0x2018, "" }, { 0x2019, "" }, { 0x2bc, "" },
};

static void
put (GString *out, GArray *sources, const char *folded, gsize length, guint source)
{
  g_string_append_len (out, folded, (gssize) length);
  for (gsize i = 0; sources != NULL && i < length; i++)
    g_array_append_val (sources, source);
}

static void
fold_letter (gunichar letter, GString *out, GArray *sources, guint source)
{
  char bytes[6];
  gunichar lower = g_unichar_tolower (letter);

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == lower)
      {
        put (out, sources, letters[i].folded, strlen (letters[i].folded), source);
        return;
      }

  switch (g_unichar_type (lower))
    {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_FORMAT:
      return;
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_SPACE_SEPARATOR:
      put (out, sources, " ", 1, source);
      return;
    default:
      put (out, sources, bytes, (gsize) g_unichar_to_utf8 (lower, bytes), source);
    }
}

static void
fold_ascii (char letter, GString *out, GArray *sources, guint source)
{
  char folded = g_ascii_isspace (letter) || letter == '-' ? ' ' : g_ascii_tolower (letter);

  if (letter == '\'')
    return;
  g_string_append_c (out, folded);
  if (sources != NULL)
    g_array_append_val (sources, source);
}

/* Most text is plain: it is folded where it lands. Returns the first byte that is not ASCII. */
static const char *
fold_plain (const char *text, GString *out)
{
  gsize length = 0;

  g_string_set_size (out, strlen (text));
  for (; *text != '\0' && (guchar) *text < 0x80; text++)
    if (*text != '\'')
      out->str[length++] = g_ascii_isspace (*text) || *text == '-' ? ' ' : g_ascii_tolower (*text);
  g_string_truncate (out, length);
  return text;
}

static void
fold_parts (const char *at, GString *out, GArray *sources, guint source)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (g_utf8_get_char (at), FALSE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    if (parts[i] < 0x80)
      fold_ascii ((char) parts[i], out, sources, source);
    else
      fold_letter (parts[i], out, sources, source);
}

void
kith_search_fold (const char *text, GString *out, GArray *sources)
{
  const char *start = text;
  guint end;

  g_string_truncate (out, 0);
  if (sources == NULL)
    start = fold_plain (text, out);
  for (const char *p = start; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p < 0x80)
      fold_ascii (*p, out, sources, (guint) (p - text));
    else
      fold_parts (p, out, sources, (guint) (p - text));
  end = (guint) strlen (text);
  if (sources != NULL)
    g_array_append_val (sources, end);
}

KithWords *
kith_words_new (const char *text)
{
  KithWords *self = g_new0 (KithWords, 1);
  g_auto (GStrv) words = NULL;

  self->folded = g_string_sized_new (512);
  kith_search_fold (text, self->folded, NULL);
  words = g_strsplit (self->folded->str, " ", -1);
  for (guint i = 0; words[i] != NULL && self->n_words < KITH_SEARCH_MAX_WORDS; i++)
    if (*words[i] != '\0')
      {
        self->all |= 1u << self->n_words;
        self->words[self->n_words++] = g_strdup (words[i]);
      }
  return self;
}

void
kith_words_free (KithWords *self)
{
  for (guint i = 0; i < self->n_words; i++)
    g_free (self->words[i]);
  g_string_free (self->folded, TRUE);
  g_free (self);
}

guint32
kith_words_in (KithWords *self, const char *text)
{
  guint32 found = 0;

  if (*text == '\0')
    return 0;
  kith_search_fold (text, self->folded, NULL);
  for (guint i = 0; i < self->n_words; i++)
    if (strstr (self->folded->str, self->words[i]) != NULL)
      found |= 1u << i;
  return found;
}

static gboolean
begins_word (const char *text, const char *at)
{
  gunichar before;

  if (at == text)
    return TRUE;
  before = g_utf8_get_char (g_utf8_prev_char (at));
  return !g_unichar_isalnum (before);
}

guint
kith_words_place (KithWords *self, guint word, gsize *at)
{
  const char *text = self->folded->str;
  const char *first = strstr (text, self->words[word]);

  if (first == NULL)
    return 0;
  for (const char *p = first; p != NULL; p = strstr (p + 1, self->words[word]))
    if (begins_word (text, p))
      {
        if (at != NULL)
          *at = (gsize) (p - text);
        return p == text ? 3 : 2;
      }
  if (at != NULL)
    *at = (gsize) (first - text);
  return 1;
}
