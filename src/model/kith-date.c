/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-date.h"

#include <glib/gi18n-lib.h>

#include "kith-date-private.h"

#define ABOUT_YEARS 2
#define LEAST_YEAR 1000
#define GREATEST_YEAR 2999

static gint32
julian (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return g_date_get_julian (&date);
}

static void
parts_of (gint32 day, int *year, int *month, int *day_of_month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  *year = g_date_get_year (&date);
  *month = g_date_get_month (&date);
  *day_of_month = g_date_get_day (&date);
}

static int
year_of (gint32 day)
{
  int year, month, day_of_month;

  parts_of (day, &year, &month, &day_of_month);
  return year;
}

static gboolean
is_year (int year)
{
  return year >= LEAST_YEAR && year <= GREATEST_YEAR;
}

static KithDate
years (int first, int last, KithDatePrecision precision)
{
  if (!is_year (first) || !is_year (last))
    return (KithDate) KITH_DATE_INIT;

  return (KithDate){ julian (first, 1, 1), julian (last, 12, 31), precision };
}

/**
 * kith_date_month_name:
 * @month: 1 to 12
 * @format: "%B" for the whole name, "%b" for the short one, "%OB" as it stands alone
 *
 * Returns: (transfer full): the name in the language of the person's dates
 */
char *
kith_date_month_name (int month, const char *format)
{
  char name[128] = "";
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, month, 2000);
  g_date_strftime (name, sizeof name, format, &date);
  return g_strdup (name);
}

GQuark
kith_date_error_quark (void)
{
  return g_quark_from_static_string ("kith-date-error");
}

gboolean
kith_date_is_set (const KithDate *date)
{
  return date->precision != KITH_DATE_UNSET;
}

gboolean
kith_date_equal (const KithDate *a, const KithDate *b)
{
  return a->first == b->first && a->last == b->last && a->precision == b->precision;
}

/**
 * kith_date_compare:
 * @a: a date
 * @b: another
 *
 * Orders dates by the first day of their span, then the last, then the precision. What is unset
 * comes before all; "before 2013" comes before any day.
 *
 * Returns: less than, equal to or greater than 0
 */
int
kith_date_compare (const KithDate *a, const KithDate *b)
{
  if (kith_date_is_set (a) != kith_date_is_set (b))
    return kith_date_is_set (a) ? 1 : -1;
  if (a->first != b->first)
    return a->first < b->first ? -1 : 1;
  if (a->last != b->last)
    return a->last < b->last ? -1 : 1;
  return a->precision - b->precision;
}

/* The date that the fields of `date` were made from, made again. */
static KithDate
made_again (const KithDate *date)
{
  int year, month, day;

  parts_of (date->precision == KITH_DATE_BEFORE ? date->last : date->first, &year, &month, &day);
  switch ((KithDatePrecision) date->precision)
    {
    case KITH_DATE_DAY:
      return kith_date_day (year, month, day);
    case KITH_DATE_MONTH:
      return kith_date_month (year, month);
    case KITH_DATE_YEAR:
      return kith_date_year (year);
    case KITH_DATE_ABOUT:
      return kith_date_about (year + ABOUT_YEARS);
    case KITH_DATE_DECADE:
      return kith_date_decade (year);
    case KITH_DATE_BEFORE:
      return kith_date_before (year + 1);
    case KITH_DATE_AFTER:
      return kith_date_after (year - 1);
    case KITH_DATE_UNSET:
    default:
      return (KithDate) KITH_DATE_INIT;
    }
}

/**
 * kith_date_is_valid:
 * @date: a date from anywhere
 *
 * Returns: whether it is unset and all zero, or just what its precision says: a month is one whole
 *   month, and so on, from the year 1000 to 2999
 */
gboolean
kith_date_is_valid (const KithDate *date)
{
  const KithDate unset = KITH_DATE_INIT;
  gint32 day = date->precision == KITH_DATE_BEFORE ? date->last : date->first;
  KithDate again;

  if (date->precision == KITH_DATE_UNSET)
    return kith_date_equal (date, &unset);
  if (day < julian (LEAST_YEAR, 1, 1) || day > julian (GREATEST_YEAR, 12, 31))
    return FALSE;

  again = made_again (date);
  return kith_date_is_set (&again) && kith_date_equal (date, &again);
}

/**
 * kith_date_day:
 * @year: 1000 to 2999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: that day; unset if there is no such day
 */
KithDate
kith_date_day (int year, int month, int day)
{
  gint32 number;

  if (!is_year (year) || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy (day, month, year))
    return (KithDate) KITH_DATE_INIT;

  number = julian (year, month, day);
  return (KithDate){ number, number, KITH_DATE_DAY };
}

/**
 * kith_date_month:
 * @year: 1000 to 2999
 * @month: 1 to 12
 *
 * Returns: that whole month; unset if there is none
 */
KithDate
kith_date_month (int year, int month)
{
  if (!is_year (year) || month < 1 || month > 12)
    return (KithDate) KITH_DATE_INIT;

  return (KithDate){ julian (year, month, 1),
                     julian (year, month, g_date_get_days_in_month (month, year)),
                     KITH_DATE_MONTH };
}

KithDate
kith_date_year (int year)
{
  return years (year, year, KITH_DATE_YEAR);
}

/**
 * kith_date_about:
 * @year: 1002 to 2997
 *
 * "About 1995" is any time from 1993 to 1997: people remember which side of a half-decade
 * something was, seldom better.
 *
 * Returns: two years either side of @year; unset if that is out of range
 */
KithDate
kith_date_about (int year)
{
  return years (year - ABOUT_YEARS, year + ABOUT_YEARS, KITH_DATE_ABOUT);
}

/**
 * kith_date_decade:
 * @year: any year of the decade
 *
 * Returns: its ten years
 */
KithDate
kith_date_decade (int year)
{
  int first = year - year % 10;

  return years (first, first + 9, KITH_DATE_DECADE);
}

/**
 * kith_date_before:
 * @year: 1001 to 3000, itself not in the span
 *
 * Returns: all time up to the last day of the year before; unset if that is out of range
 */
KithDate
kith_date_before (int year)
{
  if (!is_year (year - 1))
    return (KithDate) KITH_DATE_INIT;

  return (KithDate){ KITH_DAY_OPEN_FIRST, julian (year - 1, 12, 31), KITH_DATE_BEFORE };
}

/**
 * kith_date_after:
 * @year: 999 to 2998, itself not in the span
 *
 * Returns: all time from the first day of the next year; unset if that is out of range
 */
KithDate
kith_date_after (int year)
{
  if (!is_year (year + 1))
    return (KithDate) KITH_DATE_INIT;

  return (KithDate){ julian (year + 1, 1, 1), KITH_DAY_OPEN_LAST, KITH_DATE_AFTER };
}

KithDate
kith_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return kith_date_day (g_date_time_get_year (now), g_date_time_get_month (now),
                        g_date_time_get_day_of_month (now));
}

/**
 * kith_date_first_year:
 * @date: a date
 *
 * Returns: the year of the first day of its span; of one that is open at the start, the last year
 *   in it; 0 when unset
 */
int
kith_date_first_year (const KithDate *date)
{
  if (!kith_date_is_set (date))
    return 0;

  return year_of (date->first == KITH_DAY_OPEN_FIRST ? date->last : date->first);
}

/**
 * kith_date_to_words:
 * @date: a date
 *
 * Returns: (transfer full): "12 March 2019", "about 1995", …; "" when unset. kith_date_parse()
 *   understands all of them.
 */
char *
kith_date_to_words (const KithDate *date)
{
  g_autofree char *name = NULL;
  int year, month, day;

  if (!kith_date_is_set (date))
    return g_strdup ("");

  parts_of (date->precision == KITH_DATE_BEFORE ? date->last : date->first, &year, &month, &day);
  switch ((KithDatePrecision) date->precision)
    {
    case KITH_DATE_DAY:
      name = kith_date_month_name (month, "%B");
      /* Translators: day, name of the month, year */
      return g_strdup_printf (_ ("%d %s %d"), day, name, year);
    case KITH_DATE_MONTH:
      name = kith_date_month_name (month, "%OB");
      /* Translators: name of the month, year */
      return g_strdup_printf (_ ("%s %d"), name, year);
    case KITH_DATE_ABOUT:
      return g_strdup_printf (_ (KITH_WORDS_ABOUT), year + ABOUT_YEARS);
    case KITH_DATE_DECADE:
      return g_strdup_printf (_ (KITH_WORDS_DECADE), year);
    case KITH_DATE_BEFORE:
      return g_strdup_printf (_ (KITH_WORDS_BEFORE), year + 1);
    case KITH_DATE_AFTER:
      return g_strdup_printf (_ (KITH_WORDS_AFTER), year - 1);
    case KITH_DATE_YEAR:
    case KITH_DATE_UNSET:
    default:
      return g_strdup_printf ("%d", year);
    }
}

/**
 * kith_date_to_short_words:
 * @date: a date
 *
 * Returns: (transfer full): "12 Mar 2019", "Mar 2019", "c. 1995", "1990s", …; "" when unset
 */
char *
kith_date_to_short_words (const KithDate *date)
{
  g_autofree char *name = NULL;
  int year, month, day;

  if (date->precision != KITH_DATE_DAY && date->precision != KITH_DATE_MONTH
      && date->precision != KITH_DATE_ABOUT && date->precision != KITH_DATE_DECADE)
    return kith_date_to_words (date);

  parts_of (date->first, &year, &month, &day);
  name = kith_date_month_name (month, "%b");
  switch ((KithDatePrecision) date->precision)
    {
    case KITH_DATE_DAY:
      return g_strdup_printf (_ ("%d %s %d"), day, name, year);
    case KITH_DATE_MONTH:
      return g_strdup_printf (_ ("%s %d"), name, year);
    case KITH_DATE_ABOUT:
      return g_strdup_printf (_ (KITH_WORDS_ABOUT_SHORT), year + ABOUT_YEARS);
    default:
      return g_strdup_printf (_ (KITH_WORDS_DECADE_SHORT), year);
    }
}

/**
 * kith_date_to_edtf:
 * @date: a date
 *
 * Returns: (transfer full): the form that files hold; "" when unset
 */
char *
kith_date_to_edtf (const KithDate *date)
{
  int year, month, day;

  if (!kith_date_is_set (date))
    return g_strdup ("");

  parts_of (date->precision == KITH_DATE_BEFORE ? date->last : date->first, &year, &month, &day);
  switch ((KithDatePrecision) date->precision)
    {
    case KITH_DATE_DAY:
      return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
    case KITH_DATE_MONTH:
      return g_strdup_printf ("%04d-%02d", year, month);
    case KITH_DATE_ABOUT:
      return g_strdup_printf ("%04d~", year + ABOUT_YEARS);
    case KITH_DATE_DECADE:
      return g_strdup_printf ("%03dX", year / 10);
    case KITH_DATE_BEFORE:
      return g_strdup_printf ("../%04d", year);
    case KITH_DATE_AFTER:
      return g_strdup_printf ("%04d/..", year);
    case KITH_DATE_YEAR:
    case KITH_DATE_UNSET:
    default:
      return g_strdup_printf ("%04d", year);
    }
}

/* Does `text` have the shape, in which 9 stands for a digit? Digits go to `numbers`, one number for
 * each run of them. */
static gboolean
has_shape (const char *text, const char *shape, int *numbers)
{
  gboolean in_number = FALSE;
  int n = -1;

  for (; *shape != '\0'; shape++, text++)
    {
      if (*shape != '9' && *shape != *text)
        return FALSE;
      if (*shape == '9' && !g_ascii_isdigit (*text))
        return FALSE;
      if (*shape == '9' && !in_number)
        numbers[++n] = 0;
      in_number = *shape == '9';
      if (in_number)
        numbers[n] = numbers[n] * 10 + g_ascii_digit_value (*text);
    }
  return *text == '\0';
}

/**
 * kith_date_from_edtf:
 * @text: what a file holds
 * @date: (out): the date; unset where @text is ""
 *
 * Strict: only what kith_date_to_edtf() writes.
 *
 * Returns: whether it is such a form and there is such a date
 */
gboolean
kith_date_from_edtf (const char *text, KithDate *date)
{
  int n[3];

  *date = (KithDate) KITH_DATE_INIT;
  if (*text == '\0')
    return TRUE;

  if (has_shape (text, "9999-99-99", n))
    *date = kith_date_day (n[0], n[1], n[2]);
  else if (has_shape (text, "9999-99", n))
    *date = kith_date_month (n[0], n[1]);
  else if (has_shape (text, "9999", n))
    *date = kith_date_year (n[0]);
  else if (has_shape (text, "9999~", n))
    *date = kith_date_about (n[0]);
  else if (has_shape (text, "999X", n))
    *date = kith_date_decade (n[0] * 10);
  else if (has_shape (text, "../9999", n))
    *date = kith_date_before (n[0] + 1);
  else if (has_shape (text, "9999/..", n))
    *date = kith_date_after (n[0] - 1);

  return kith_date_is_set (date);
}
