/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-date.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  const char *typed;
  const char *edtf;
} Typed;

static const Typed understood[] = {
  { "12 March 2019", "2019-03-12" },
  { "12 march 2019", "2019-03-12" },
  { "12 MARCH 2019", "2019-03-12" },
  { "  12   March  2019 ", "2019-03-12" },
  { "12th March 2019", "2019-03-12" },
  { "1st of May, 2004", "2004-05-01" },
  { "the 2nd of June 2004", "2004-06-02" },
  { "23rd Sept 1998", "1998-09-23" },
  { "12 Mar 2019", "2019-03-12" },
  { "12 Mar. 2019", "2019-03-12" },
  { "12 Mar 19", "2019-03-12" },
  { "12 Mar 94", "1994-03-12" },
  { "12-Mar-2019", "2019-03-12" },
  { "March 12, 2019", "2019-03-12" },
  { "March 12th 2019", "2019-03-12" },
  { "Tuesday 12 March 2019", "2019-03-12" },
  { "12/3/2019", "2019-03-12" },
  { "12/03/2019", "2019-03-12" },
  { "3/12/2019", "2019-12-03" },
  { "12/3/19", "2019-03-12" },
  { "12.3.2019", "2019-03-12" },
  { "12-3-2019", "2019-03-12" },
  { "12 3 2019", "2019-03-12" },
  { "2019-03-12", "2019-03-12" },
  { "2019/3/12", "2019-03-12" },
  { "2019 March 12", "2019-03-12" },
  { "29 February 2024", "2024-02-29" },
  { "29/2/2000", "2000-02-29" },
  { "31/12/2999", "2999-12-31" },
  { "March 2019", "2019-03" },
  { "march, 2019", "2019-03" },
  { "Mar 2019", "2019-03" },
  { "in July 2022", "2022-07" },
  { "May 2019", "2019-05" },
  { "3/2019", "2019-03" },
  { "03/2019", "2019-03" },
  { "3.2019", "2019-03" },
  { "2019-03", "2019-03" },
  { "2009-10", "2009-10" },
  { "2019/3", "2019-03" },
  { "2019", "2019" },
  { " 2019.", "2019" },
  { "1000", "1000" },
  { "about 1995", "1995~" },
  { "About 1995", "1995~" },
  { "around 1995", "1995~" },
  { "c. 1995", "1995~" },
  { "c 1995", "1995~" },
  { "c.1995", "1995~" },
  { "ca. 1995", "1995~" },
  { "circa 1995", "1995~" },
  { "~1995", "1995~" },
  { "~ 1995", "1995~" },
  { "1995~", "1995~" },
  { "1995?", "1995~" },
  { "approximately 1995", "1995~" },
  { "the 1990s", "199X" },
  { "The 1990's", "199X" },
  { "1990s", "199X" },
  { "1990’s", "199X" },
  { "the '90s", "199X" },
  { "the 90s", "199X" },
  { "in the 2010s", "201X" },
  { "about the 1990s", "199X" },
  { "199X", "199X" },
  { "early 1990s", "1992~" },
  { "mid-1990s", "1995~" },
  { "the mid 1990s", "1995~" },
  { "late 1990s", "1998~" },
  { "before 2013", "../2012" },
  { "Before 2013", "../2012" },
  { "until 2012", "../2012" },
  { "up to 2012", "../2012" },
  { "../2012", "../2012" },
  { "after 2013", "2014/.." },
  { "since 2013", "2013/.." },
  { "from 2013 onwards", "2013/.." },
  { "2013 onwards", "2013/.." },
  { "from 2013", "2013/.." },
  { "2014/..", "2014/.." },
  { "", "" },
  { "   ", "" },
};

static const struct
{
  const char *typed;
  const char *said; /* part of the message */
} refused[] = {
  { "31 February 2019", "31 February 2019: February 2019 has 28 days" },
  { "29/2/2023", "29 February 2023" },
  { "2019-02-31", "31 February 2019" },
  { "31/4/2019", "April 2019 has 30 days" },
  { "0 March 2019", "There is no 0 March 2019" },
  { "3/25/2019", "There is no month 25" },
  { "13/2019", "There is no month 13" },
  { "0/2019", "There is no month 0" },
  { "12 March", "has no year" },
  { "March 12", "has no year" },
  { "12/3", "has no year" },
  { "94", "has no year" },
  { "about 95", "has no year" },
  { "2012-2013", "may be two years" },
  { "2009/10", "may be two years" },
  { "2012-13", "may be two years" },
  { "0999", "Years run from 1000 to 2999" },
  { "3000", "Years run from 1000 to 2999" },
  { "about 1000", "out of reach" },
  { "after 2999", "out of reach" },
  { "yesteryear", "“yesteryear” is not a date" },
  { "March", "not a date" },
  { "Marchy 2019", "not a date" },
  { "the 1995s", "not a date" },
  { "before March 2019", "not a date" },
  { "2019-", "not a date" },
  { "-2019", "not a date" },
  { "12345", "not a date" },
  { "99999999999999999999", "not a date" },
  { "1 2 3 4 5 6 7 8 9 10 11 12", "not a date" },
  { "2019; DROP TABLE", "not a date" },
  { "\xff\xfe", "not a date" },
  { "about", "about 1995, the 1990s" },
};

static void
test_understands (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (understood); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *edtf = NULL;
      KithDate date;
      gboolean ok = kith_date_parse (understood[i].typed, &date, &error);

      g_test_message ("%s", understood[i].typed);
      g_assert_no_error (error);
      g_assert_true (ok);
      g_assert_true (kith_date_is_valid (&date));
      edtf = kith_date_to_edtf (&date);
      g_assert_cmpstr (edtf, ==, understood[i].edtf);
    }
}

static void
test_refuses (void)
{
  const KithDate before = kith_date_year (1066);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      KithDate date = before;

      g_test_message ("%s", refused[i].typed);
      g_assert_false (kith_date_parse (refused[i].typed, &date, &error));
      g_assert_error (error, KITH_DATE_ERROR, 0);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      if (strstr (error->message, refused[i].said) == NULL)
        g_error ("%s: says “%s”", refused[i].typed, error->message);
      g_assert_true (kith_date_equal (&date, &before));
    }
}

static void
test_shortens_long_text (void)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;
  KithDate date;

  g_assert_false (kith_date_parse (text, &date, &error));
  g_assert_cmpuint (strlen (error->message), <, 400);
}

static const struct
{
  const char *edtf;
  const char *words;
  const char *short_words;
  int first_year;
} forms[] = {
  { "", "", "", 0 },
  { "2019-03-12", "12 March 2019", "12 Mar 2019", 2019 },
  { "1996-01-01", "1 January 1996", "1 Jan 1996", 1996 },
  { "2019-03", "March 2019", "Mar 2019", 2019 },
  { "2019", "2019", "2019", 2019 },
  { "1995~", "about 1995", "c. 1995", 1993 },
  { "199X", "the 1990s", "1990s", 1990 },
  { "../2012", "before 2013", "before 2013", 2012 },
  { "2014/..", "after 2013", "after 2013", 2014 },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *words = NULL, *short_words = NULL;
      KithDate date;

      g_assert_true (kith_date_from_edtf (forms[i].edtf, &date));
      words = kith_date_to_words (&date);
      short_words = kith_date_to_short_words (&date);
      g_assert_cmpstr (words, ==, forms[i].words);
      g_assert_cmpstr (short_words, ==, forms[i].short_words);
      g_assert_cmpint (kith_date_first_year (&date), ==, forms[i].first_year);
    }
}

/* From what is typed to what is kept, and back to what is read: as it was meant, never more exact. */
static const struct
{
  const char *typed;
  const char *edtf;
  const char *words;
  const char *short_words;
} ways[] = {
  { "12 March 2019", "2019-03-12", "12 March 2019", "12 Mar 2019" },
  { "1 January 2000", "2000-01-01", "1 January 2000", "1 Jan 2000" },
  { "31 December 1999", "1999-12-31", "31 December 1999", "31 Dec 1999" },
  { "29 February 2024", "2024-02-29", "29 February 2024", "29 Feb 2024" },
  { "1st of May, 2004", "2004-05-01", "1 May 2004", "1 May 2004" },
  { "the 2nd of June 2004", "2004-06-02", "2 June 2004", "2 Jun 2004" },
  { "3rd July 2022", "2022-07-03", "3 July 2022", "3 Jul 2022" },
  { "23rd Sept 1998", "1998-09-23", "23 September 1998", "23 Sep 1998" },
  { "12 Mar 19", "2019-03-12", "12 March 2019", "12 Mar 2019" },
  { "12 Mar 94", "1994-03-12", "12 March 1994", "12 Mar 1994" },
  { "12/3/2019", "2019-03-12", "12 March 2019", "12 Mar 2019" },
  { "01/04/2012", "2012-04-01", "1 April 2012", "1 Apr 2012" },
  { "1.4.2012", "2012-04-01", "1 April 2012", "1 Apr 2012" },
  { "2012-04-01", "2012-04-01", "1 April 2012", "1 Apr 2012" },
  { "2012/4/1", "2012-04-01", "1 April 2012", "1 Apr 2012" },
  { "April 1, 2012", "2012-04-01", "1 April 2012", "1 Apr 2012" },
  { "Sunday 1 April 2012", "2012-04-01", "1 April 2012", "1 Apr 2012" },
  { "9 November 1989", "1989-11-09", "9 November 1989", "9 Nov 1989" },
  { "5 Jul 1948", "1948-07-05", "5 July 1948", "5 Jul 1948" },
  { "30/6/2026", "2026-06-30", "30 June 2026", "30 Jun 2026" },
  { "March 2019", "2019-03", "March 2019", "Mar 2019" },
  { "mar 2019", "2019-03", "March 2019", "Mar 2019" },
  { "in July 2022", "2022-07", "July 2022", "Jul 2022" },
  { "May 2019", "2019-05", "May 2019", "May 2019" },
  { "3/2019", "2019-03", "March 2019", "Mar 2019" },
  { "11.2008", "2008-11", "November 2008", "Nov 2008" },
  { "2019-03", "2019-03", "March 2019", "Mar 2019" },
  { "October 2009", "2009-10", "October 2009", "Oct 2009" },
  { "February 2024", "2024-02", "February 2024", "Feb 2024" },
  { "Dec 1999", "1999-12", "December 1999", "Dec 1999" },
  { "2019", "2019", "2019", "2019" },
  { "1948", "1948", "1948", "1948" },
  { "1000", "1000", "1000", "1000" },
  { "2999", "2999", "2999", "2999" },
  { " 2012 ", "2012", "2012", "2012" },
  { "about 1995", "1995~", "about 1995", "c. 1995" },
  { "c. 1995", "1995~", "about 1995", "c. 1995" },
  { "circa 1995", "1995~", "about 1995", "c. 1995" },
  { "around 2003", "2003~", "about 2003", "c. 2003" },
  { "~1987", "1987~", "about 1987", "c. 1987" },
  { "1995?", "1995~", "about 1995", "c. 1995" },
  { "1995~", "1995~", "about 1995", "c. 1995" },
  { "approximately 1970", "1970~", "about 1970", "c. 1970" },
  { "early 1990s", "1992~", "about 1992", "c. 1992" },
  { "mid-1990s", "1995~", "about 1995", "c. 1995" },
  { "late 1990s", "1998~", "about 1998", "c. 1998" },
  { "the 1990s", "199X", "the 1990s", "1990s" },
  { "1990s", "199X", "the 1990s", "1990s" },
  { "the '90s", "199X", "the 1990s", "1990s" },
  { "in the 2010s", "201X", "the 2010s", "2010s" },
  { "The 1970's", "197X", "the 1970s", "1970s" },
  { "200X", "200X", "the 2000s", "2000s" },
  { "about the 1980s", "198X", "the 1980s", "1980s" },
  { "before 2013", "../2012", "before 2013", "before 2013" },
  { "Before 1948", "../1947", "before 1948", "before 1948" },
  { "until 2012", "../2012", "before 2013", "before 2013" },
  { "up to 1999", "../1999", "before 2000", "before 2000" },
  { "../2012", "../2012", "before 2013", "before 2013" },
  { "after 2013", "2014/..", "after 2013", "after 2013" },
  { "since 2013", "2013/..", "after 2012", "after 2012" },
  { "from 2013 onwards", "2013/..", "after 2012", "after 2012" },
  { "2013 onwards", "2013/..", "after 2012", "after 2012" },
  { "2014/..", "2014/..", "after 2013", "after 2013" },
  { "after 1999", "2000/..", "after 1999", "after 1999" },
};

static void
test_means_what_was_typed (void)
{
  KithDate last = KITH_DATE_INIT;

  G_STATIC_ASSERT (G_N_ELEMENTS (ways) >= 60);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *edtf = NULL, *words = NULL, *short_words = NULL;
      KithDate date, again;

      g_test_message ("%s", ways[i].typed);
      kith_date_parse (ways[i].typed, &date, &error);
      g_assert_no_error (error);
      edtf = kith_date_to_edtf (&date);
      words = kith_date_to_words (&date);
      short_words = kith_date_to_short_words (&date);
      g_assert_cmpstr (edtf, ==, ways[i].edtf);
      g_assert_cmpstr (words, ==, ways[i].words);
      g_assert_cmpstr (short_words, ==, ways[i].short_words);
      g_assert_true (kith_date_parse (words, &again, NULL));
      g_assert_true (kith_date_equal (&date, &again));
      g_assert_cmpint (CLAMP (kith_date_compare (&date, &last), -1, 1), ==,
                       -CLAMP (kith_date_compare (&last, &date), -1, 1));
      last = date;
    }
}

static KithDate
any_date (GRand *rand)
{
  int year = g_rand_int_range (rand, 1002, 2998);

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      return kith_date_day (year, g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
    case 1:
      return kith_date_month (year, g_rand_int_range (rand, 1, 13));
    case 2:
      return kith_date_year (year);
    case 3:
      return kith_date_about (year);
    case 4:
      return kith_date_decade (year);
    case 5:
      return kith_date_before (year);
    case 6:
      return kith_date_after (year);
    default:
      return (KithDate) KITH_DATE_INIT;
    }
}

static void
assert_reads (const char *text, const KithDate *date)
{
  g_autoptr (GError) error = NULL;
  KithDate again;

  g_assert_true (kith_date_parse (text, &again, &error));
  g_assert_no_error (error);
  g_assert_true (kith_date_equal (date, &again));
}

static void
test_round_trips (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1994);

  for (int i = 0; i < 5000; i++)
    {
      KithDate date = any_date (rand), again;
      g_autofree char *words = kith_date_to_words (&date);
      g_autofree char *short_words = kith_date_to_short_words (&date);
      g_autofree char *edtf = kith_date_to_edtf (&date);

      g_assert_true (kith_date_is_valid (&date));
      assert_reads (words, &date);
      assert_reads (short_words, &date);
      assert_reads (edtf, &date);
      g_assert_true (kith_date_from_edtf (edtf, &again));
      g_assert_true (kith_date_equal (&date, &again));
    }
}

static void
test_spans (void)
{
  KithDate about = kith_date_about (1995), first = kith_date_day (1993, 1, 1),
           last = kith_date_day (1997, 12, 31), february = kith_date_month (2024, 2),
           before = kith_date_before (2013), after = kith_date_after (2013);

  g_assert_cmpint (about.first, ==, first.first);
  g_assert_cmpint (about.last, ==, last.last);
  g_assert_cmpint (february.last - february.first, ==, 28);
  g_assert_cmpint (before.first, ==, KITH_DAY_OPEN_FIRST);
  g_assert_cmpint (before.last + 1, ==, kith_date_year (2013).first);
  g_assert_cmpint (after.last, ==, KITH_DAY_OPEN_LAST);
  g_assert_cmpint (after.first - 1, ==, kith_date_year (2013).last);
}

/* In the order in which a list shows them. */
static const char *const in_order[] = {
  "",        "../1994", "../2012", "199X",       "1993-01-01", "1993-01", "1993",    "1995~",
  "1994-12", "1995",    "2013",    "2013-05-01", "2013-05",    "2014",    "2014/..", "2014-01-02",
};

static void
test_sorts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (in_order); i++)
    for (guint j = 0; j < G_N_ELEMENTS (in_order); j++)
      {
        KithDate a, b;
        int order;

        g_assert_true (kith_date_from_edtf (in_order[i], &a));
        g_assert_true (kith_date_from_edtf (in_order[j], &b));
        order = kith_date_compare (&a, &b);
        g_assert_cmpint (CLAMP (order, -1, 1), ==, i < j ? -1 : i > j);
      }
}

static void
test_validity (void)
{
  KithDate year = kith_date_year (2019);
  const KithDate bad[] = {
    { 1, 1, KITH_DATE_UNSET },
    { 0, 0, KITH_DATE_DAY },
    { year.first, year.first, KITH_DATE_YEAR },
    { year.last, year.first, KITH_DATE_YEAR },
    { year.first, year.last, KITH_DATE_MONTH },
    { year.first, year.last, KITH_DATE_ABOUT },
    { year.first, year.last, KITH_DATE_DECADE },
    { year.first, year.last, KITH_DATE_BEFORE },
    { year.first, year.last, KITH_DATE_AFTER },
    { year.first, year.last, 8 },
    { year.first, year.last, -1 },
    { KITH_DAY_OPEN_FIRST, KITH_DAY_OPEN_LAST, KITH_DATE_DAY },
    { KITH_DAY_OPEN_FIRST, KITH_DAY_OPEN_LAST, KITH_DATE_BEFORE },
    { KITH_DAY_OPEN_FIRST, KITH_DAY_OPEN_LAST, KITH_DATE_AFTER },
    { 2000000, 2000000, KITH_DATE_DAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (kith_date_is_valid (&bad[i]));
  year = kith_date_day (2019, 2, 29);
  g_assert_false (kith_date_is_set (&year));
  year = kith_date_month (2019, 13);
  g_assert_false (kith_date_is_set (&year));
  year = kith_date_today ();
  g_assert_true (kith_date_is_valid (&year));
}

static void
test_edtf_is_strict (void)
{
  static const char *const bad[] = {
    "2019-3-12", "2019-02-30", "2019-13", "19",        "20190312", "1995~~",           "199x",
    "19XX",      "2012/..x",   "../12",   " 2019",     "2019 ",    "2019-03-12T10:00", "about 1995",
    "0000",      "9999",       "../0500", "2999/....",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      KithDate date;

      g_test_message ("%s", bad[i]);
      g_assert_false (kith_date_from_edtf (bad[i], &date));
      g_assert_false (kith_date_is_set (&date));
    }
}

static void
test_days (void)
{
  KithDate day = kith_date_day (2012, 4, 1), again = kith_date_of_day (day.first),
           far = kith_date_of_day (0);

  g_assert_true (kith_date_equal (&day, &again));
  g_assert_false (kith_date_is_set (&far));
  far = kith_date_of_day (KITH_DAY_OPEN_LAST);
  g_assert_false (kith_date_is_set (&far));
}

static void
test_today (void)
{
  KithDate today = kith_date_today (), date;

  g_assert_true (kith_date_parse ("Today", &date, NULL));
  g_assert_true (kith_date_equal (&date, &today));
  g_assert_true (kith_date_parse ("yesterday", &date, NULL));
  g_assert_cmpint (date.first, ==, today.first - 1);
  g_assert_true (kith_date_is_valid (&date));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/understands-what-people-type", test_understands);
  g_test_add_func ("/date/refuses-and-says-why", test_refuses);
  g_test_add_func ("/date/a-message-quotes-only-the-start-of-long-text", test_shortens_long_text);
  g_test_add_func ("/date/says-every-precision-in-words", test_words);
  g_test_add_func ("/date/means-what-was-typed-and-no-more", test_means_what_was_typed);
  g_test_add_func ("/date/reads-back-whatever-it-writes", test_round_trips);
  g_test_add_func ("/date/spans-the-days-that-its-words-mean", test_spans);
  g_test_add_func ("/date/sorts-by-first-day-then-last-then-precision", test_sorts);
  g_test_add_func ("/date/tells-a-valid-span-from-an-invented-one", test_validity);
  g_test_add_func ("/date/reads-only-exact-forms-from-files", test_edtf_is_strict);
  g_test_add_func ("/date/is-made-of-a-day-where-there-is-one", test_days);
  g_test_add_func ("/date/knows-today-and-yesterday", test_today);
  return g_test_run ();
}
