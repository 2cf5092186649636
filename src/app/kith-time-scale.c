/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-time-scale.h"

#include <math.h>

#define DAYS_A_YEAR 365.2425

double
kith_time_scale_x (const KithTimeScale *scale, gint32 day)
{
  double way = ((double) day - scale->first) / ((double) scale->last - scale->first);

  return scale->left + CLAMP (way, 0.0, 1.0) * scale->width;
}

/**
 * kith_time_scale_day:
 * @scale: a scale
 * @x: pixels
 *
 * Returns: the day nearest to there, within the scale
 */
gint32
kith_time_scale_day (const KithTimeScale *scale, double x)
{
  double way = scale->width > 0 ? (x - scale->left) / scale->width : 1.0;

  return scale->first
         + (gint32) round (CLAMP (way, 0.0, 1.0) * ((double) scale->last - scale->first));
}

static gint32
day_of (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (gint32) g_date_get_julian (&date);
}

static void
put (GArray *ticks, const KithTimeScale *scale, int year, int month, const char *label)
{
  KithTimeTick tick = { day_of (year, month, 1), month == 1, "" };

  if (tick.day < scale->first || tick.day > scale->last)
    return;
  g_strlcpy (tick.label, label, sizeof tick.label);
  g_array_append_val (ticks, tick);
}

static int
year_of (gint32 day)
{
  KithDate date = kith_date_of_day (day);

  return kith_date_first_year (&date);
}

static void
put_years (GArray *ticks, const KithTimeScale *scale, int step)
{
  int last = year_of (scale->last);

  for (int year = (year_of (scale->first) / step) * step; year <= last; year += step)
    {
      g_autofree char *label = g_strdup_printf ("%d", year);

      if (year > 0)
        put (ticks, scale, year, 1, label);
    }
}

static void
put_months (GArray *ticks, const KithTimeScale *scale, int step)
{
  int last = year_of (scale->last);

  for (int year = year_of (scale->first); year <= last; year++)
    for (int month = 1; month <= 12; month += step)
      {
        char label[32];
        GDate date;

        g_date_clear (&date, 1);
        g_date_set_dmy (&date, 1, (GDateMonth) month, (GDateYear) year);
        g_date_strftime (label, sizeof label, month == 1 ? "%Y" : "%b", &date);
        put (ticks, scale, year, month, label);
      }
}

/**
 * kith_time_scale_ticks:
 * @scale: a scale
 * @least: pixels from one tick to the next
 *
 * Returns: (transfer full) (element-type KithTimeTick): the ticks, earliest first
 */
GArray *
kith_time_scale_ticks (const KithTimeScale *scale, double least)
{
  static const int months[] = { 1, 3, 6 };
  static const int years[] = { 1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 500, 1000 };
  GArray *ticks = g_array_new (FALSE, TRUE, sizeof (KithTimeTick));
  double year = scale->width * DAYS_A_YEAR / MAX ((double) scale->last - scale->first, 1.0);

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (months[i] * year / 12 >= least)
      {
        put_months (ticks, scale, months[i]);
        return ticks;
      }
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    if (years[i] * year >= least)
      {
        put_years (ticks, scale, years[i]);
        break;
      }
  return ticks;
}

gint32
kith_time_years_later (gint32 day, int years)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) MAX (day, 1));
  if (years >= 0)
    g_date_add_years (&date, (guint) years);
  else
    g_date_subtract_years (&date, (guint) MIN (-years, g_date_get_year (&date) - 1));
  return (gint32) g_date_get_julian (&date);
}
