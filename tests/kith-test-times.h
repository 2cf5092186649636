/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random maps on which everything has a date, in every form that a date has. */
#pragma once

#include "kith-as-at.h"
#include "kith-test-maps.h"

/* From 1990 to 2010, often on the same few days, so that boundaries meet. */
static inline KithDate
test_any_date (GRand *rand)
{
  int year = g_rand_int_range (rand, 1990, 2011);

  switch (g_rand_int_range (rand, 0, 11))
    {
    case 0:
      return kith_date_day (year, g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
    case 1:
    case 2:
      return kith_date_month (year, g_rand_int_range (rand, 1, 13));
    case 3:
    case 4:
      return kith_date_year (year);
    case 5:
      return kith_date_about (year);
    case 6:
      return kith_date_decade (year);
    case 7:
      return kith_date_before (year);
    case 8:
      return kith_date_after (year);
    case 9:
      return kith_date_day (2000, 1, g_rand_int_range (rand, 1, 4));
    default:
      return (KithDate) KITH_DATE_INIT;
    }
}

/* Often unset, mostly later than `from`; sometimes an end that comes too early. */
static inline KithDate
test_any_end (GRand *rand, const KithDate *from)
{
  KithDate to = test_any_date (rand);

  if (g_rand_int_range (rand, 0, 2) == 0)
    return (KithDate) KITH_DATE_INIT;
  if (kith_date_is_set (from) && kith_date_compare (&to, from) < 0
      && g_rand_int_range (rand, 0, 5) > 0)
    return (KithDate) KITH_DATE_INIT;
  return to;
}

/* Gives what there is on the map dates in place: for a map that nobody else holds. */
static inline void
test_date_all (KithMap *map, GRand *rand)
{
  g_autoptr (KithEdit) edit = kith_edit_new ("Date");
  g_autoptr (GError) error = NULL;

  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    KITH_FOR_EACH (KithRecord, record, map, (KithKind) kind)
      {
        const KithField *from = kith_kind_field (record->kind, "from");
        const KithField *to = kith_kind_field (record->kind, "to");
        const KithField *date = kith_kind_field (record->kind, "date");
        KithRecord *dated = kith_record_copy (record);

        if (date != NULL)
          *(KithDate *) kith_field_address (date, dated) = test_any_date (rand);
        if (from != NULL)
          *(KithDate *) kith_field_address (from, dated) = test_any_date (rand);
        if (from != NULL && to != NULL)
          *(KithDate *) kith_field_address (to, dated) =
              test_any_end (rand, kith_field_address (from, dated));
        kith_edit_update (edit, record, dated);
      }
  kith_map_apply (map, edit, &error);
  g_assert_no_error (error);
}

static inline void
test_add_name (KithMap *map, KithId stakeholder, const char *text, const KithDate *to)
{
  KithName *name = kith_record_new (KITH_NAME, kith_id_new ());

  name->stakeholder = stakeholder;
  name->to = kith_date_is_set (to) ? *to : kith_date_year (2001);
  kith_text_set (&name->name, text);
  test_put (map, name);
}

static inline KithId
test_add_succession (KithMap *map,
                     KithId before,
                     KithId after,
                     KithSuccessionKind kind,
                     const KithDate *date)
{
  KithSuccession *succession = kith_record_new (KITH_SUCCESSION, kith_id_new ());
  KithId id = succession->record.id;

  succession->before = before;
  succession->after = after;
  succession->kind = (int) kind;
  succession->date = *date;
  test_put (map, succession);
  return id;
}

/* A line on a link (or a stakeholder); what of its dates is NULL is unset. */
static inline KithId
test_add_quote (KithMap *map,
                KithId link,
                KithId stakeholder,
                KithQuoteStatus status,
                const KithDate *date,
                const KithDate *turned,
                const KithDate *let_go)
{
  KithQuote *quote = kith_record_new (KITH_QUOTE, kith_id_new ());
  KithId id = quote->record.id;

  quote->link = link;
  quote->stakeholder = stakeholder;
  quote->status = (int) status;
  kith_text_set (&quote->text, "It has never been our role to carry that risk");
  if (date != NULL)
    quote->date = *date;
  if (turned != NULL)
    quote->turned = *turned;
  if (let_go != NULL)
    quote->let_go = *let_go;
  test_put (map, quote);
  return id;
}

/* Names, successions, lines, events of the whole map and undated ratings, at random. */
static inline void
test_add_times (KithMap *map, GRand *rand, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      KithDate dates[3] = { test_any_date (rand), test_any_date (rand), test_any_date (rand) };
      KithId one = test_pick (map, KITH_STAKEHOLDER, rand);
      KithId other = test_pick (map, KITH_STAKEHOLDER, rand);
      KithId link = test_pick (map, KITH_LINK, rand);

      test_add_name (map, one, g_rand_boolean (rand) ? "Northmoor Police Authority" : "The Watch",
                     &dates[0]);
      if (one != other)
        test_add_succession (map, one, other, (KithSuccessionKind) g_rand_int_range (rand, 0, 3),
                             &dates[1]);
      test_add_quote (map, i % 2 == 0 ? link : 0, i % 2 == 0 ? 0 : one,
                      (KithQuoteStatus) g_rand_int_range (rand, 0, 3), &dates[0], &dates[1],
                      &dates[2]);
      test_rate (map, link, (KithEnd) g_rand_int_range (rand, 0, 2), i % 3 == 0 ? "" : "director",
                 KITH_BASIS_OWN_WORDS, (KithScore) g_rand_int_range (rand, 1, 9),
                 i % 4 == 0 ? "" : "2004-05");
    }
}

static inline KithMap *
test_dated_map (guint n, guint m, guint32 seed)
{
  GRand *rand = g_rand_new_with_seed (seed);
  KithMap *map = test_random_map (n, m, 3, seed);

  test_date_all (map, rand);
  test_add_times (map, rand, n / 3 + 2);
  test_check (map);
  g_rand_free (rand);
  return map;
}
