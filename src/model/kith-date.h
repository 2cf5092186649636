/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date as people know it: a span of days with the precision in which it was said. Knows
 * nothing of records or of the clock. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KITH_DATE_UNSET,
  KITH_DATE_DAY,    /* 12 March 2019 */
  KITH_DATE_MONTH,  /* March 2019 */
  KITH_DATE_YEAR,   /* 2019 */
  KITH_DATE_ABOUT,  /* about 1995 */
  KITH_DATE_DECADE, /* the 1990s */
  KITH_DATE_BEFORE, /* before 2013: open at the start */
  KITH_DATE_AFTER,  /* after 2013: open at the end */
} KithDatePrecision;

/* Days are Julian day numbers as GDate counts them (1 = 1 January of year 1).
 * Invariant: first <= last; an unset date is all zero; an open side holds
 * KITH_DAY_OPEN_FIRST or KITH_DAY_OPEN_LAST. Years run from 1000 to 2999. */
typedef struct
{
  gint32 first;
  gint32 last;
  gint32 precision; /* KithDatePrecision */
} KithDate;

#define KITH_DAY_OF_1970 719163
#define KITH_DAY_OPEN_FIRST G_MININT32
#define KITH_DAY_OPEN_LAST G_MAXINT32
#define KITH_DATE_INIT    \
  {                       \
    0, 0, KITH_DATE_UNSET \
  }

gboolean kith_date_is_set (const KithDate *date);
gboolean kith_date_equal (const KithDate *a, const KithDate *b);
int kith_date_compare (const KithDate *a, const KithDate *b);
gboolean kith_date_is_valid (const KithDate *date);

KithDate kith_date_day (int year, int month, int day);
KithDate kith_date_month (int year, int month);
KithDate kith_date_year (int year);
KithDate kith_date_about (int year);
KithDate kith_date_decade (int year);
KithDate kith_date_before (int year);
KithDate kith_date_after (int year);
KithDate kith_date_today (void);
KithDate kith_date_of_day (gint32 day);
int kith_date_first_year (const KithDate *date);

/* As a person types and reads it: "12 March 2019", "about 1995", "the 1990s", "before 2013". */
gboolean kith_date_parse (const char *text, KithDate *date, GError **error);
char *kith_date_to_words (const KithDate *date);
char *kith_date_to_short_words (const KithDate *date);

/* As files hold it (after EDTF, ISO 8601-2): "2019-03-12", "2019-03", "2019", "1995~", "199X",
 * "../2012", "2014/..", "" when unset. */
gboolean kith_date_from_edtf (const char *text, KithDate *date);
char *kith_date_to_edtf (const KithDate *date);

#define KITH_DATE_ERROR (kith_date_error_quark ())
GQuark kith_date_error_quark (void);

G_END_DECLS
