/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as people type them. The text becomes a few tokens, the tokens a pattern of one letter
 * each ("nmn": number, month, number), and a table says what each pattern means. */
#include "kith-date.h"

#include <string.h>

#include "kith-date-private.h"
#include "kith-date-said.h"

typedef KithDateSaid Said;

#define LONGEST_QUOTE 40

/* Years of two digits: up to 49 they are 2000 and on, from 50 they are 1900 and on. */
#define PIVOT 50

static gboolean
fail (GError **error, char *message)
{
  g_set_error_literal (error, KITH_DATE_ERROR, 0, message);
  g_free (message);
  return FALSE;
}

/* What was typed, short enough for a message. */
static char *
quoted (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  g_strstrip (valid);
  if (g_utf8_strlen (valid, -1) <= LONGEST_QUOTE)
    return g_steal_pointer (&valid);

  start = g_utf8_substring (valid, 0, LONGEST_QUOTE);
  return g_strconcat (start, "…", NULL);
}

static gboolean
fail_not_understood (const char *text, GError **error)
{
  g_autofree char *quote = quoted (text);

  return fail (error, g_strdup_printf (
                          _ ("“%s” is not a date that Kith understands. Write a day (12 March 2019 "
                             "or 12/3/2019), a month (March 2019), a year (2019), about 1995, "
                             "the 1990s, before 2013 or after 2013."),
                          quote));
}

static gboolean
fail_no_year (const char *text, GError **error)
{
  g_autofree char *quote = quoted (text);

  return fail (error, g_strdup_printf (_ ("“%s” has no year. Write the year in four digits, as in "
                                          "12 March 2019 or March 2019."),
                                       quote));
}

/* "2009/10" is a financial year to some and October to others; neither is guessed. */
static gboolean
fail_two_years (const char *text, GError **error)
{
  g_autofree char *quote = quoted (text);

  return fail (error, g_strdup_printf (_ ("“%s” may be two years. Write one of them, or a month as "
                                          "in October 2009."),
                                       quote));
}

static gboolean
fail_range (int year, GError **error)
{
  return fail (error,
               g_strdup_printf (_ ("The year %d is out of reach. Years run from 1000 to 2999."),
                                year));
}

/* Numbers: two digits of a year are completed, other lengths than four refused. */
static gboolean
year_at (const Said *said, int i, int *year)
{
  *year = said->value[i];
  if (said->digits[i] == 2)
    *year += *year < PIVOT ? 2000 : 1900;
  return said->digits[i] == 2 || said->digits[i] == 4;
}

static gboolean
is_year_at (const Said *said, int i)
{
  return said->digits[i] == 4;
}

static gboolean
finish (KithDate *date, KithDate made, int year, GError **error)
{
  if (!kith_date_is_set (&made))
    return fail_range (year, error);

  *date = made;
  return TRUE;
}

static gboolean
finish_month (KithDate *date, int year, int month, GError **error)
{
  if (month < 1 || month > 12)
    return fail (error, g_strdup_printf (_ ("There is no month %d. The day comes first, then the "
                                            "month, as in 25/3/2019."),
                                         month));

  return finish (date, kith_date_month (year, month), year, error);
}

static gboolean
finish_day (KithDate *date, int year, int month, int day, GError **error)
{
  g_autofree char *name = NULL;
  KithDate whole;

  if (!finish_month (&whole, year, month, error))
    return FALSE;
  if (day >= 1 && day <= whole.last - whole.first + 1)
    return finish (date, kith_date_day (year, month, day), year, error);

  name = kith_date_month_name (month, "%B");
  return fail (error, g_strdup_printf (_ ("There is no %d %s %d: %s %d has %d days."), day, name,
                                       year, name, year, whole.last - whole.first + 1));
}

static gboolean
read_day (const Said *said, const char *text, KithDate *date, GError **error)
{
  int year;

  if (is_year_at (said, 0))
    return finish_day (date, said->value[0], said->value[1], said->value[2], error);
  if (!year_at (said, 2, &year))
    return fail_no_year (text, error);
  return finish_day (date, year, said->value[1], said->value[0], error);
}

/* March 12, 2019 */
static gboolean
read_month_first (const Said *said, const char *text, KithDate *date, GError **error)
{
  int year;

  if (!year_at (said, 2, &year))
    return fail_no_year (text, error);
  return finish_day (date, year, said->value[0], said->value[1], error);
}

static gboolean
read_month (const Said *said, const char *text, KithDate *date, GError **error)
{
  if (is_year_at (said, 0)
      && (is_year_at (said, 1) || said->value[1] == (said->value[0] + 1) % 100))
    return fail_two_years (text, error);
  if (is_year_at (said, 0))
    return finish_month (date, said->value[0], said->value[1], error);
  if (is_year_at (said, 1))
    return finish_month (date, said->value[1], said->value[0], error);
  return fail_no_year (text, error);
}

/* One year, with a word before or after it. */
static gboolean
read_year (const Said *said, const char *text, KithDate *date, GError **error)
{
  int at = said->pattern[0] == 'n' ? 0 : 1;
  char word = said->n == 1 ? 'n' : said->pattern[1 - at];
  int year = said->value[at];

  if (!is_year_at (said, at))
    return said->digits[at] <= 2 ? fail_no_year (text, error) : fail_not_understood (text, error);

  switch (word)
    {
    case 'a':
      return finish (date, kith_date_about (year), year, error);
    case 'b':
      return finish (date, kith_date_before (year), year, error);
    case 'u':
      return finish (date, kith_date_before (year + 1), year, error);
    case 'g':
      return finish (date, kith_date_after (year), year, error);
    case 'f':
    case 'w':
      return finish (date, kith_date_after (year - 1), year, error);
    default:
      return finish (date, kith_date_year (year), year, error);
    }
}

/* "the 1990s" is a decade; early, mid and late ones are about a year of it. */
static gboolean
read_decade (const Said *said, const char *text, KithDate *date, GError **error)
{
  int at = said->n - 2, year;

  if (!year_at (said, at, &year) || year % 10 != 0)
    return fail_not_understood (text, error);

  switch (said->pattern[0])
    {
    case 'e':
      return finish (date, kith_date_about (year + 2), year, error);
    case 'i':
      return finish (date, kith_date_about (year + 5), year, error);
    case 'l':
      return finish (date, kith_date_about (year + 8), year, error);
    default:
      return finish (date, kith_date_decade (year), year, error);
    }
}

static gboolean
read_now (const Said *said, const char *text, KithDate *date, GError **error)
{
  *date = kith_date_today ();
  if (said->pattern[0] == 'y')
    {
      date->first--;
      date->last--;
    }
  return TRUE;
}

static const struct
{
  const char *pattern;
  gboolean (*read) (const Said *said, const char *text, KithDate *date, GError **error);
} forms[] = {
  { "nmn", read_day },    { "nnn", read_day },    { "mnn", read_month_first },
  { "mn", read_month },   { "nm", read_month },   { "nn", read_month },
  { "n", read_year },     { "an", read_year },    { "na", read_year },
  { "bn", read_year },    { "un", read_year },    { "fn", read_year },
  { "gn", read_year },    { "fnw", read_year },   { "nw", read_year },
  { "ns", read_decade },  { "ans", read_decade }, { "ens", read_decade },
  { "ins", read_decade }, { "lns", read_decade }, { "t", read_now },
  { "y", read_now },
};

/**
 * kith_date_parse:
 * @text: what a person typed
 * @date: (out): the date; unset where @text is blank
 * @error: what is wrong with it, and what would be understood
 *
 * Understands days (12 March 2019, 12th March 2019, March 12 2019, 12/3/2019, 12.3.19,
 * 2019-03-12), months (March 2019, Mar 2019, 3/2019, 2019-03), years, "about", "around", "c.",
 * "circa", "~" or "?" with a year, decades ("the 1990s", "'90s"), "early", "mid" and "late" ones
 * (about 1992, 1995, 1998), "before", "after", "until 2012" (which is before 2013), "since 2013"
 * (which is after 2012), "today", "yesterday", and the forms that files hold. The day comes before
 * the month. Names of months in English and in the person's own language, in any case.
 *
 * Returns: whether it was understood; @date is untouched where not
 */
gboolean
kith_date_parse (const char *text, KithDate *date, GError **error)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *folded = NULL;
  Said said = { 0 };
  KithDate made;

  if (normal == NULL)
    return fail_not_understood (text, error);
  g_strstrip (normal);
  if (kith_date_from_edtf (normal, &made))
    {
      *date = made;
      return TRUE;
    }

  folded = g_utf8_casefold (normal, -1);
  if (!kith_date_take_apart (folded, &said))
    return fail_not_understood (text, error);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (strcmp (said.pattern, forms[i].pattern) == 0)
      return forms[i].read (&said, text, date, error);
  return fail_not_understood (text, error);
}
