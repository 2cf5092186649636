/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates in words, and as files hold them. */
#include "kith-date.h"

#include "kith-date-private.h"

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

  kith_date_parts (date, &year, &month, &day);
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
      return g_strdup_printf (_ (KITH_WORDS_ABOUT), year + KITH_DATE_ABOUT_YEARS);
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

  kith_date_parts (date, &year, &month, &day);
  name = kith_date_month_name (month, "%b");
  switch ((KithDatePrecision) date->precision)
    {
    case KITH_DATE_DAY:
      return g_strdup_printf (_ ("%d %s %d"), day, name, year);
    case KITH_DATE_MONTH:
      return g_strdup_printf (_ ("%s %d"), name, year);
    case KITH_DATE_ABOUT:
      return g_strdup_printf (_ (KITH_WORDS_ABOUT_SHORT), year + KITH_DATE_ABOUT_YEARS);
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

  kith_date_parts (date, &year, &month, &day);
  switch ((KithDatePrecision) date->precision)
    {
    case KITH_DATE_DAY:
      return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
    case KITH_DATE_MONTH:
      return g_strdup_printf ("%04d-%02d", year, month);
    case KITH_DATE_ABOUT:
      return g_strdup_printf ("%04d~", year + KITH_DATE_ABOUT_YEARS);
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
