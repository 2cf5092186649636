/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as at a day, at every boundary: what each form of a date means as a beginning and as an end,
 * what goes with what, and that an audience's map and time do not get in each other's way. */
#include "kith-as-at.h"

#include "kith-audience.h"
#include "kith-now.h"
#include "kith-opinion.h"
#include "kith-test-times.h"
#include "kith-timeline.h"

static KithDate
date_of (const char *edtf)
{
  KithDate date;

  g_assert_true (kith_date_from_edtf (edtf, &date));
  return date;
}

static gint32
day_of (const char *edtf)
{
  return date_of (edtf).first;
}

/* The last day before it holds and the first on which it does; "" where it always does. */
static const struct
{
  const char *date;
  const char *not_yet;
  const char *holds;
  const char *gone; /* the first day without it, as an end */
} forms[] = {
  { "2012-04-01", "2012-03-31", "2012-04-01", "2012-04-01" },
  { "2012-02-29", "2012-02-28", "2012-02-29", "2012-02-29" },
  { "2012-04", "2012-03-31", "2012-04-01", "2012-04-01" },
  { "2012", "2011-12-31", "2012-01-01", "2012-01-01" },
  { "2012~", "2009-12-31", "2010-01-01", "2010-01-01" },
  { "201X", "2009-12-31", "2010-01-01", "2010-01-01" },
  { "../2012", "", "1000-01-01", "2013-01-01" },
  { "2013/..", "2012-12-31", "2013-01-01", "2013-01-01" },
  { "", "", "1000-01-01", "" },
};

typedef struct
{
  KithMap *map;
  KithId police, ed, carers, link, space;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->map = kith_map_new ();
  f->police = test_stakeholder (f->map, "Police", 0, 0);
  f->ed = test_stakeholder (f->map, "ED", 300, 0);
  f->carers = test_stakeholder (f->map, "Carers", 600, 0);
  f->link = test_link (f->map, f->police, f->ed);
  f->space = test_space (f->map, "Big Room", (KithId[]){ f->police, f->ed }, 2);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  kith_map_unref (f->map);
}

static void
set (Fixture *f, KithKind kind, KithId id, const char *field, const char *value)
{
  test_do (f->map, kith_verb_set (f->map, kind, id, field, value, NULL));
}

static KithMap *
as_at (Fixture *f, const char *day)
{
  KithMap *map = kith_map_as_at (f->map, day_of (day));

  test_check (map);
  return map;
}

static gboolean
is_there (Fixture *f, const char *day, KithKind kind, KithId id)
{
  g_autoptr (KithMap) map = as_at (f, day);

  return kith_map_get (map, kind, id) != NULL;
}

static KithId
membership (Fixture *f)
{
  return KITH_ID (kith_map_nth (f->map, KITH_MEMBERSHIP, 0));
}

static void
test_beginnings (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const struct
      {
        KithKind kind;
        KithId id;
      } what[] = { { KITH_STAKEHOLDER, f->police },
                   { KITH_LINK, f->link },
                   { KITH_SPACE, f->space },
                   { KITH_MEMBERSHIP, membership (f) } };

      for (guint j = 0; j < G_N_ELEMENTS (what); j++)
        {
          g_test_message ("from %s, kind %u", forms[i].date, what[j].kind);
          set (f, what[j].kind, what[j].id, "from", forms[i].date);
          if (*forms[i].not_yet != '\0')
            g_assert_false (is_there (f, forms[i].not_yet, what[j].kind, what[j].id));
          g_assert_true (is_there (f, forms[i].holds, what[j].kind, what[j].id));
          set (f, what[j].kind, what[j].id, "from", "");
        }
    }
}

static void
test_ends (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const struct
      {
        KithKind kind;
        KithId id;
      } what[] = { { KITH_STAKEHOLDER, f->police },
                   { KITH_LINK, f->link },
                   { KITH_SPACE, f->space },
                   { KITH_MEMBERSHIP, membership (f) } };

      for (guint j = 0; j < G_N_ELEMENTS (what); j++)
        {
          gint32 gone = *forms[i].gone != '\0' ? day_of (forms[i].gone) : 0;
          g_autoptr (KithMap) before = NULL;
          g_autoptr (KithMap) after = NULL;

          g_test_message ("to %s, kind %u", forms[i].date, what[j].kind);
          set (f, what[j].kind, what[j].id, "to", forms[i].date);
          before = kith_map_as_at (f->map, gone != 0 ? gone - 1 : day_of ("2999"));
          g_assert_nonnull (kith_map_get (before, what[j].kind, what[j].id));
          if (gone != 0)
            {
              after = kith_map_as_at (f->map, gone);
              g_assert_null (kith_map_get (after, what[j].kind, what[j].id));
            }
          set (f, what[j].kind, what[j].id, "to", "");
        }
    }
}

static void
test_ratings_and_events (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms) - 1; i++)
    {
      KithId rating = test_rate (f->map, f->link, KITH_END_A, "", KITH_BASIS_OWN_WORDS,
                                 KITH_SCORE_4, forms[i].date);
      KithId event = test_event (f->map, KITH_LINK, f->link, "First shift together");

      g_test_message ("%s", forms[i].date);
      set (f, KITH_EVENT, event, "date", forms[i].date);
      if (*forms[i].not_yet != '\0')
        {
          g_assert_false (is_there (f, forms[i].not_yet, KITH_ASSESSMENT, rating));
          g_assert_false (is_there (f, forms[i].not_yet, KITH_EVENT, event));
        }
      g_assert_true (is_there (f, forms[i].holds, KITH_ASSESSMENT, rating));
      g_assert_true (is_there (f, forms[i].holds, KITH_EVENT, event));
    }
}

static int
step_on (Fixture *f, const char *day)
{
  g_autoptr (KithMap) map = as_at (f, day);
  KithOpinion opinion;

  kith_opinion_of (map, f->link, KITH_END_A, KITH_TRUST, &opinion);
  return opinion.step;
}

static void
test_opinions_of_then (Fixture *f, gconstpointer data)
{
  test_rate (f->map, f->link, KITH_END_A, "", KITH_BASIS_OWN_WORDS, KITH_SCORE_2, "2009");
  test_rate (f->map, f->link, KITH_END_A, "", KITH_BASIS_OWN_WORDS, KITH_SCORE_4, "2015-06-12");
  g_assert_cmpint (step_on (f, "2008-12-31"), ==, 0);
  g_assert_cmpint (step_on (f, "2009-01-01"), ==, 2);
  g_assert_cmpint (step_on (f, "2015-06-11"), ==, 2);
  g_assert_cmpint (step_on (f, "2015-06-12"), ==, 4);
  g_assert_cmpint (step_on (f, "2999-12-31"), ==, 4);
}

/* Nobody dated it: it holds from the day on which it was entered, which is all that is known. */
static void
test_undated (Fixture *f, gconstpointer data)
{
  KithId rating = test_rate (f->map, f->link, KITH_END_A, "", KITH_BASIS_OWN_WORDS, KITH_SCORE_4,
                             "");
  KithId event = test_event (f->map, KITH_LINK, f->link, "They always have");

  set (f, KITH_EVENT, event, "date", "");
  g_assert_false (is_there (f, "2023-11-13", KITH_ASSESSMENT, rating));
  g_assert_true (is_there (f, "2023-11-14", KITH_ASSESSMENT, rating));
  g_assert_true (is_there (f, "1000-01-01", KITH_EVENT, event));
  g_assert_true (is_there (f, "1000-01-01", KITH_STAKEHOLDER, f->police));
  g_assert_true (is_there (f, "1000-01-01", KITH_LINK, f->link));
}

/* What hangs on something is not there without it, whatever its own date says. */
static void
test_goes_with (Fixture *f, gconstpointer data)
{
  KithId rating = test_rate (f->map, f->link, KITH_END_A, "", KITH_BASIS_OWN_WORDS, KITH_SCORE_4,
                             "1990");
  KithId event = test_event (f->map, KITH_LINK, f->link, "Long ago");
  KithId quote = test_add_quote (f->map, f->link, 0, KITH_QUOTE_HELD, NULL, NULL, NULL);

  set (f, KITH_STAKEHOLDER, f->police, "from", "2005");
  set (f, KITH_STAKEHOLDER, f->police, "to", "2012-04");
  set (f, KITH_EVENT, event, "date", "1990");
  for (guint i = 0; i < 2; i++)
    {
      const char *day = i == 0 ? "2004-12-31" : "2012-04-01";

      g_assert_false (is_there (f, day, KITH_LINK, f->link));
      g_assert_false (is_there (f, day, KITH_ASSESSMENT, rating));
      g_assert_false (is_there (f, day, KITH_EVENT, event));
      g_assert_false (is_there (f, day, KITH_QUOTE, quote));
      g_assert_false (is_there (f, day, KITH_MEMBERSHIP, membership (f)));
      g_assert_true (is_there (f, day, KITH_SPACE, f->space));
    }
  g_assert_true (is_there (f, "2005-01-01", KITH_ASSESSMENT, rating));
  g_assert_true (is_there (f, "2012-03-31", KITH_EVENT, event));
}

static const char *
name_on (Fixture *f, KithMap **map, const char *day)
{
  g_clear_pointer (map, kith_map_unref);
  *map = as_at (f, day);
  return kith_map_stakeholder (*map, f->police)->name;
}

static void
test_names (Fixture *f, gconstpointer data)
{
  KithDate until_1968 = date_of ("1968-04");
  KithDate until_2013 = date_of ("../2012");
  g_autoptr (KithMap) map = NULL;

  test_add_name (f->map, f->police, "The Watch", &until_1968);
  test_add_name (f->map, f->police, "Police Authority", &until_2013);
  g_assert_cmpstr (name_on (f, &map, "1500-01-01"), ==, "The Watch");
  g_assert_cmpstr (name_on (f, &map, "1968-03-31"), ==, "The Watch");
  g_assert_cmpstr (name_on (f, &map, "1968-04-01"), ==, "Police Authority");
  g_assert_cmpstr (name_on (f, &map, "2012-12-31"), ==, "Police Authority");
  g_assert_cmpstr (name_on (f, &map, "2013-01-01"), ==, "Police");
  g_assert_cmpstr (kith_map_stakeholder (f->map, f->police)->name, ==, "Police");
}

/* On the day of the merger the old ones are gone and the new one is there; links of then stay. */
static void
test_merger (Fixture *f, gconstpointer data)
{
  KithDate day = date_of ("2012-04-01");
  KithId trust = test_stakeholder (f->map, "Trust", 300, 300);
  KithId later = test_link (f->map, trust, f->carers);
  g_autoptr (KithMap) map = NULL;

  set (f, KITH_STAKEHOLDER, f->police, "to", "2012-04-01");
  set (f, KITH_STAKEHOLDER, f->ed, "to", "2012-04-01");
  set (f, KITH_STAKEHOLDER, trust, "from", "2012-04-01");
  test_add_succession (f->map, f->police, trust, KITH_SUCCESSION_MERGED, &day);
  test_add_succession (f->map, f->ed, trust, KITH_SUCCESSION_MERGED, &day);
  g_assert_true (is_there (f, "2012-03-31", KITH_LINK, f->link));
  g_assert_false (is_there (f, "2012-03-31", KITH_STAKEHOLDER, trust));
  g_assert_false (is_there (f, "2012-03-31", KITH_LINK, later));
  g_assert_false (is_there (f, "2012-04-01", KITH_LINK, f->link));
  g_assert_true (is_there (f, "2012-04-01", KITH_STAKEHOLDER, trust));
  g_assert_true (is_there (f, "2012-04-01", KITH_LINK, later));
  map = as_at (f, "2012-04-01");
  g_assert_cmpuint (kith_map_n (map, KITH_STAKEHOLDER), ==, 2);
}

static void
test_deleted_event (Fixture *f, gconstpointer data)
{
  KithId event = test_event (f->map, KITH_LINK, f->link, "A mistake");

  g_assert_true (is_there (f, "2019-01-01", KITH_EVENT, event));
  test_do (f->map, kith_verb_delete (f->map, &event, 1, NULL));
  g_assert_false (is_there (f, "2019-01-01", KITH_EVENT, event));
  g_assert_false (is_there (f, "2999-01-01", KITH_EVENT, event));
}

static int
status_on (Fixture *f, KithId quote, const char *day)
{
  g_autoptr (KithMap) map = as_at (f, day);
  const KithQuote *then = kith_map_get (map, KITH_QUOTE, quote);

  return then != NULL ? then->status : -1;
}

static void
test_lines (Fixture *f, gconstpointer data)
{
  KithDate said = date_of ("1990"), turned = date_of ("2005-06"), let_go = date_of ("2015-03-01");
  KithId all = test_add_quote (f->map, f->link, 0, KITH_QUOTE_LET_GO, &said, &turned, &let_go);
  KithId held = test_add_quote (f->map, 0, f->ed, KITH_QUOTE_HELD, NULL, &turned, &let_go);
  KithId at_once = test_add_quote (f->map, 0, f->ed, KITH_QUOTE_LET_GO, &said, NULL, &let_go);

  g_assert_cmpint (status_on (f, all, "1989-12-31"), ==, -1);
  g_assert_cmpint (status_on (f, all, "1990-01-01"), ==, KITH_QUOTE_HELD);
  g_assert_cmpint (status_on (f, all, "2005-05-31"), ==, KITH_QUOTE_HELD);
  g_assert_cmpint (status_on (f, all, "2005-06-01"), ==, KITH_QUOTE_QUESTIONED);
  g_assert_cmpint (status_on (f, all, "2015-02-28"), ==, KITH_QUOTE_QUESTIONED);
  g_assert_cmpint (status_on (f, all, "2015-03-01"), ==, KITH_QUOTE_LET_GO);
  g_assert_cmpint (status_on (f, held, "1000-01-01"), ==, KITH_QUOTE_HELD);
  g_assert_cmpint (status_on (f, held, "2999-01-01"), ==, KITH_QUOTE_HELD);
  g_assert_cmpint (status_on (f, at_once, "2015-02-28"), ==, KITH_QUOTE_HELD);
  g_assert_cmpint (status_on (f, at_once, "2015-03-01"), ==, KITH_QUOTE_LET_GO);
}

/* Audience first, then time; nothing that an audience may not see comes back with the past. */
static void
test_audiences (void)
{
  for (guint32 seed = 1; seed < 8; seed++)
    {
      g_autoptr (KithMap) map = test_dated_map (9, 14, seed);

      for (int who = KITH_TEAM; who <= KITH_PUBLIC; who++)
        for (int year = 1992; year < 2012; year += 3)
          {
            KithDate date = kith_date_year (year);
            g_autoptr (KithMap) seen = kith_map_for_audience (map, (KithAudience) who);
            g_autoptr (KithMap) then = kith_map_as_at (seen, date.first);
            g_autoptr (KithMap) past = kith_map_as_at (map, date.first);
            g_autoptr (KithMap) other = kith_map_for_audience (past, (KithAudience) who);

            test_check (then);
            for (guint kind = 0; kind < KITH_N_KINDS; kind++)
              g_assert_cmpuint (kith_map_n (then, (KithKind) kind), ==,
                                kith_map_n (other, (KithKind) kind));
            KITH_FOR_EACH (KithStakeholder, one, then, KITH_STAKEHOLDER)
              g_assert_true (kith_record_equal (one, kith_map_stakeholder (other, one->record.id)));
          }
    }
}

/* The public is not told who a person is, nor was. */
static void
test_people (Fixture *f, gconstpointer data)
{
  KithDate until = date_of ("2013");
  g_autoptr (KithMap) seen = NULL;
  g_autoptr (KithMap) then = NULL;

  test_add_name (f->map, f->police, "Sergeant Ann Example", &until);
  set (f, KITH_STAKEHOLDER, f->police, "form", "person");
  seen = kith_map_for_audience (f->map, KITH_PUBLIC);
  then = kith_map_as_at (seen, day_of ("2009"));
  g_assert_cmpuint (kith_map_n (seen, KITH_NAME), ==, 0);
  g_assert_cmpstr (kith_map_stakeholder (then, f->police)->name, ==, "A person");
}

static void
test_typed_days (void)
{
  gint32 today = day_of ("2026-11-28");
  static const char *const days[][2] = {
    { "2009", "2009-12-31" },    { "2009-03", "2009-03-31" },    { "2009-03-12", "2009-03-12" },
    { "199X", "1999-12-31" },    { "1995~", "1997-12-31" },      { "../2012", "2012-12-31" },
    { "2014/..", "2026-11-28" }, { "2026", "2026-11-28" },       { "2026-11", "2026-11-28" },
    { "202X", "2026-11-28" },    { "2027-04-01", "2027-04-01" }, { "2027", "2027-12-31" },
    { "2030/..", "2030-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      KithDate date = date_of (days[i][0]);

      g_test_message ("%s", days[i][0]);
      g_assert_cmpint (kith_date_as_at (&date, today), ==, day_of (days[i][1]));
    }
}

/* A map of its own does not know what came later, and is the same map on its own day. */
static void
test_as_it_stood (void)
{
  for (guint32 seed = 1; seed < 12; seed++)
    {
      g_autoptr (KithMap) map = test_dated_map (9, 14, seed);
      gint32 day = day_of ("2001-03-12");
      g_autoptr (KithMap) stood = kith_map_as_it_stood (map, day);
      g_autoptr (KithMap) then = kith_map_as_at (stood, day);
      g_autoptr (KithTimeline) timeline = kith_timeline_new (stood);
      guint n;

      test_check (stood);
      g_assert_true (kith_map_equal (stood, then));
      g_assert_cmpstr (kith_map_about (stood)->key, !=, kith_map_about (map)->key);
      kith_timeline_facts (timeline, day, KITH_DAY_OPEN_LAST - 1, &n);
      g_assert_cmpuint (n, ==, 0);
    }
}

/* Police are Police and Fire from 2027 on; whoever types another name in 2026 means today's. */
static void
test_named_before_a_new_name (Fixture *f, gconstpointer data)
{
  static const char *const fields[] = { "name", "short_name" };
  KithName *old = kith_record_new (KITH_NAME, kith_id_new ());
  KithId id = KITH_ID (old);

  old->stakeholder = f->police;
  old->to = date_of ("2027-04-01");
  kith_text_set (&old->name, "Police");
  kith_text_set (&old->short_name, "P");
  test_put (f->map, old);
  test_do (f->map, kith_verb_rename (f->map, f->police, "Police and Fire", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      KithEdit *edit = kith_verb_set (f->map, KITH_STAKEHOLDER, f->police, fields[i],
                                      "Constabulary", NULL);

      kith_edit_name_now (edit, f->map, day_of ("2026-03-12"));
      test_do (f->map, edit);
    }
  old = (KithName *) kith_map_get (f->map, KITH_NAME, id);
  g_assert_cmpstr (old->name, ==, "Constabulary");
  g_assert_cmpstr (old->short_name, ==, "Constabulary");
  g_assert_cmpstr (kith_map_stakeholder (f->map, f->police)->name, ==, "Police and Fire");
  g_assert_cmpstr (kith_map_stakeholder (f->map, f->police)->short_name, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/as-at/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("begins-on-the-first-day-of-what-was-said", test_beginnings);
  ADD ("is-gone-on-the-first-day-of-its-end", test_ends);
  ADD ("ratings-and-events-hold-from-their-day", test_ratings_and_events);
  ADD ("what-was-said-by-then-is-what-counts", test_opinions_of_then);
  ADD ("what-has-no-date-was-always-there", test_undated);
  ADD ("goes-with-what-it-belongs-to", test_goes_with);
  ADD ("has-the-name-of-then", test_names);
  ADD ("a-name-typed-before-a-new-one-is-todays", test_named_before_a_new_name);
  ADD ("of-a-merger-has-the-old-before-and-the-new-on-the-day", test_merger);
  ADD ("knows-no-deleted-event", test_deleted_event);
  ADD ("lines-have-the-status-of-then", test_lines);
  ADD ("people-have-no-name-of-then-for-the-public", test_people);
#undef ADD
  g_test_add_func ("/as-at/keeps-to-the-audience", test_audiences);
  g_test_add_func ("/as-at/a-typed-date-means-its-last-day", test_typed_days);
  g_test_add_func ("/as-at/a-map-of-its-own-knows-nothing-of-later", test_as_it_stood);

  return g_test_run ();
}
