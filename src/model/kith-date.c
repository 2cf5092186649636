/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-date.h"

#include "kith-date-private.h"

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

/**
 * kith_date_parts:
 * @date: a date that is set
 * @year: (out): its year
 * @month: (out): 1 to 12
 * @day: (out): 1 to 31
 *
 * Of the first day of its span; of one that is open at the start, the last.
 */
void
kith_date_parts (const KithDate *date, int *year, int *month, int *day)
{
  gint32 number = date->precision == KITH_DATE_BEFORE ? date->last : date->first;
  GDate of;

  g_date_clear (&of, 1);
  g_date_set_julian (&of, number);
  *year = g_date_get_year (&of);
  *month = g_date_get_month (&of);
  *day = g_date_get_day (&of);
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

  kith_date_parts (date, &year, &month, &day);
  switch ((KithDatePrecision) date->precision)
    {
    case KITH_DATE_DAY:
      return kith_date_day (year, month, day);
    case KITH_DATE_MONTH:
      return kith_date_month (year, month);
    case KITH_DATE_YEAR:
      return kith_date_year (year);
    case KITH_DATE_ABOUT:
      return kith_date_about (year + KITH_DATE_ABOUT_YEARS);
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
  return years (year - KITH_DATE_ABOUT_YEARS, year + KITH_DATE_ABOUT_YEARS, KITH_DATE_ABOUT);
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
 * kith_date_of_day:
 * @day: a Julian day
 *
 * Returns: that day; unset if it is out of range
 */
KithDate
kith_date_of_day (gint32 day)
{
  GDate of;

  if (day < julian (LEAST_YEAR, 1, 1) || day > julian (GREATEST_YEAR, 12, 31))
    return (KithDate) KITH_DATE_INIT;
  g_date_clear (&of, 1);
  g_date_set_julian (&of, (guint32) day);
  return kith_date_day (g_date_get_year (&of), g_date_get_month (&of), g_date_get_day (&of));
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
  int year, month, day;

  if (!kith_date_is_set (date))
    return 0;

  kith_date_parts (date, &year, &month, &day);
  return year;
}
