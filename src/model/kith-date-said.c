/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-date-said.h"

#include <string.h>

#include "kith-date-private.h"

typedef KithDateSaid Said;

typedef struct
{
  const char *word;
  char sort; /* in the pattern; ' ' for one that says nothing */
} Word;

static const Word words[] = {
  { "the", ' ' },       { "of", ' ' },        { "in", ' ' },     { "up", ' ' },
  { "st", ' ' },        { "nd", ' ' },        { "rd", ' ' },     { "th", ' ' },
  { "year", ' ' },      { "about", 'a' },     { "around", 'a' }, { "circa", 'a' },
  { "c", 'a' },         { "ca", 'a' },        { "approx", 'a' }, { "approximately", 'a' },
  { "roughly", 'a' },   { "maybe", 'a' },     { "early", 'e' },  { "mid", 'i' },
  { "middle", 'i' },    { "late", 'l' },      { "s", 's' },      { "before", 'b' },
  { "until", 'u' },     { "till", 'u' },      { "to", 'u' },     { "since", 'f' },
  { "from", 'f' },      { "after", 'g' },     { "onward", 'w' }, { "onwards", 'w' },
  { "today", 't' },     { "yesterday", 'y' }, { "monday", ' ' }, { "tuesday", ' ' },
  { "wednesday", ' ' }, { "thursday", ' ' },  { "friday", ' ' }, { "saturday", ' ' },
  { "sunday", ' ' },
};

static const char *const english_months[] = {
  "january", "february", "march",     "april",   "may",      "june",
  "july",    "august",   "september", "october", "november", "december",
};

static gboolean
push (Said *said, char sort, int value, int digits)
{
  if (sort == ' ')
    return TRUE;
  if (said->n == KITH_SAID_MOST)
    return FALSE;

  said->value[said->n] = value;
  said->digits[said->n] = digits;
  said->pattern[said->n++] = sort;
  return TRUE;
}

static gboolean
push_number (Said *said, const char **p)
{
  int value = 0, digits = 0;

  for (; g_unichar_isdigit (g_utf8_get_char (*p)); *p = g_utf8_next_char (*p))
    {
      value = MIN (value, 99999) * 10 + g_unichar_digit_value (g_utf8_get_char (*p));
      digits++;
    }
  return digits <= 4 && push (said, 'n', value, digits);
}

static const char *
end_of_word (const char *p)
{
  while (g_unichar_isalpha (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* A month in the person's own language at `p`, whose name may have spaces or apostrophes in it;
 * returns how long it is, 0 where there is none. */
static gsize
local_month_at (const char *p, int *month)
{
  static const char *const formats[] = { "%B", "%OB", "%b", "%Ob" };
  gsize longest = 0;

  for (int m = 1; m <= 12; m++)
    for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
      {
        g_autofree char *name = kith_date_month_name (m, formats[f]);
        g_autofree char *folded = g_utf8_casefold (name, -1);
        gsize length = strlen (folded);

        if (length > 0 && folded[length - 1] == '.')
          length--;
        if (length > longest && strncmp (p, folded, length) == 0
            && end_of_word (p + length) == p + length)
          {
            longest = length;
            *month = m;
          }
      }
  return longest;
}

static int
english_month (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (english_months); i++)
    if (strlen (word) >= 3 && g_str_has_prefix (english_months[i], word))
      return i + 1;
  return 0;
}

static gboolean
push_word (Said *said, const char **p)
{
  const char *end = end_of_word (*p);
  g_autofree char *word = g_strndup (*p, end - *p);
  int month = 0;
  gsize length = local_month_at (*p, &month);

  *p = length > 0 ? *p + length : end;
  if (month == 0)
    month = english_month (word);
  if (month != 0)
    return push (said, 'm', month, 0);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (word, words[i].word) == 0)
      return push (said, words[i].sort, 0, 0);
  return FALSE;
}

static gboolean
is_separator (gunichar c)
{
  return c == '/' || c == '-' || c == '.' || c == 0x2010 || c == 0x2011 || c == 0x2013;
}

/* A separator stands between two things, of which a word may be one; a full stop may also end
 * what is said. Tells "2019-03" from "2019-", which says more than a year. */
static gboolean
separator_is_meant (const Said *said, const char *p)
{
  gboolean full_stop = *p == '.';

  do
    p = g_utf8_next_char (p);
  while (g_unichar_isspace (g_utf8_get_char (p)));

  if (*p == '\0')
    return full_stop && said->n > 0;
  return said->n > 0 && g_unichar_isalnum (g_utf8_get_char (p));
}

static gboolean
push_sign (Said *said, const char **p)
{
  const char *at = *p;
  gunichar c = g_utf8_get_char (at);

  *p = g_utf8_next_char (at);
  if (c == '~' || c == '?')
    return push (said, 'a', 0, 0);
  if (is_separator (c))
    return separator_is_meant (said, at);
  return g_unichar_isspace (c) || c == ',' || c == '\'' || c == 0x2019;
}

/* FALSE where there is something in it that no date has. */
static gboolean
take_apart_words (const char *text, Said *said)
{
  const char *p = text;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      gboolean known = g_unichar_isdigit (c)   ? push_number (said, &p)
                       : g_unichar_isalpha (c) ? push_word (said, &p)
                                               : push_sign (said, &p);
      if (!known)
        return FALSE;
    }
  return TRUE;
}

/* Is `text` what our own words say in the language of the program, such as "tua 1995"? */
static gboolean
matches_words (const char *text, const char *format, Said *said, const char *pattern)
{
  g_autofree char *folded = g_utf8_casefold (format, -1);
  char *number = strstr (folded, "%d");
  const char *end;
  Said own = { 0 };

  if (number == NULL)
    return FALSE;
  *number = '\0';
  if (!g_str_has_prefix (text, folded))
    return FALSE;
  end = text + strlen (folded);
  if (!g_unichar_isdigit (g_utf8_get_char (end)) || !push_number (&own, &end)
      || strcmp (end, number + 2) != 0)
    return FALSE;

  own.value[1] = own.value[0];
  own.digits[1] = own.digits[0];
  own.n = 2;
  g_strlcpy (own.pattern, pattern, sizeof own.pattern);
  *said = own;
  return TRUE;
}

static gboolean
take_apart_own_words (const char *text, Said *said)
{
  return matches_words (text, _ (KITH_WORDS_ABOUT), said, "an")
         || matches_words (text, _ (KITH_WORDS_ABOUT_SHORT), said, "an")
         || matches_words (text, _ (KITH_WORDS_BEFORE), said, "bn")
         || matches_words (text, _ (KITH_WORDS_AFTER), said, "gn")
         || matches_words (text, _ (KITH_WORDS_DECADE), said, "ns")
         || matches_words (text, _ (KITH_WORDS_DECADE_SHORT), said, "ns");
}

/**
 * kith_date_take_apart:
 * @folded: what was typed, composed and in lower case, without spaces at its ends
 * @said: (out): its tokens, all zero before
 *
 * Returns: whether all of it are words, numbers and signs that dates are made of
 */
gboolean
kith_date_take_apart (const char *folded, KithDateSaid *said)
{
  return take_apart_own_words (folded, said) || take_apart_words (folded, said);
}
