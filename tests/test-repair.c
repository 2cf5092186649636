/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The repair plan, and what two are driven and held by. */
#include "kith-as-at.h"
#include "kith-audience.h"
#include "kith-drivers.h"
#include "kith-repair.h"
#include "kith-test-maps.h"

typedef struct
{
  KithMap *map;
  KithId police, housing, link;
} Town;

static void
set_up (Town *town, gconstpointer data)
{
  town->map = kith_map_new ();
  town->police = test_stakeholder (town->map, "Town Police", 0, 0);
  town->housing = test_stakeholder (town->map, "Town Housing", 400, 0);
  town->link = test_link (town->map, town->police, town->housing);
}

static void
tear_down (Town *town, gconstpointer data)
{
  test_check (town->map);
  kith_map_unref (town->map);
}

static KithId
plan (Town *town, const char *title, const char *due)
{
  KithDate today = kith_date_day (2026, 6, 2);
  KithRepair *draft = kith_repair_draft (KITH_LINK, town->link, &today);
  KithId id = draft->record.id;

  kith_text_set (&draft->title, title);
  kith_text_set (&draft->owner, "Sergeant");
  g_assert_true (*due == '\0' || kith_date_from_edtf (due, &draft->due));
  test_do (town->map, kith_verb_put_repair (town->map, draft, NULL));
  return id;
}

static const KithRepair *
repair_of (Town *town, KithId id)
{
  return kith_map_get (town->map, KITH_REPAIR, id);
}

static void
set_state (Town *town, KithId id, KithRepairState state, KithDate date)
{
  test_do (town->map, kith_verb_set_repair_state (town->map, id, state, &date, NULL));
}

static void
test_order (Town *town, gconstpointer data)
{
  KithId undated = plan (town, "Meet", "");
  KithId late = plan (town, "Answer the phone", "2026-06-10");
  KithId later = plan (town, "Write it down", "2026-07");
  KithId done = plan (town, "Have tea", "2026-06-03");
  KithId given_up = plan (town, "Share a car", "2026-06-04");
  g_autoptr (GPtrArray) list = NULL;

  set_state (town, done, KITH_REPAIR_DONE, kith_date_day (2026, 6, 3));
  set_state (town, given_up, KITH_REPAIR_GIVEN_UP, kith_date_day (2026, 6, 20));
  list = kith_repairs_of (town->map, town->link);
  g_assert_cmpuint (list->len, ==, 5);
  g_assert_true (list->pdata[0] == repair_of (town, late));
  g_assert_true (list->pdata[1] == repair_of (town, later));
  g_assert_true (list->pdata[2] == repair_of (town, undated));
  g_assert_true (list->pdata[3] == repair_of (town, given_up)); /* ended last */
  g_assert_true (list->pdata[4] == repair_of (town, done));
}

static void
test_words (Town *town, gconstpointer data)
{
  KithId id = plan (town, "Answer the phone", "2026-06-10");
  gint32 before = kith_date_day (2026, 6, 10).first;
  gint32 after = before + 1;
  KithRepair *reviewed;
  g_autofree char *ahead = kith_repair_words (repair_of (town, id), before);
  g_autofree char *past = kith_repair_words (repair_of (town, id), after);
  g_autofree char *subject = kith_repair_subject (town->map, repair_of (town, id));
  g_autofree char *summary = kith_repair_summary (town->map, after);
  g_autofree char *due = NULL;
  g_autofree char *told = NULL;

  g_assert_cmpstr (ahead, ==, "By: 10 June 2026 · Sergeant");
  g_assert_cmpstr (past, ==, "By: 10 June 2026 · Sergeant · its day has passed");
  g_assert_cmpstr (subject, ==, "Town Police and Town Housing");
  g_assert_cmpstr (summary, ==, "1 planned, 1 of them past its day");
  set_state (town, id, KITH_REPAIR_DONE, kith_date_day (2026, 6, 9));
  reviewed = kith_record_copy (repair_of (town, id));
  reviewed->review = kith_date_day (2026, 6, 20);
  test_do (town->map, kith_verb_put_repair (town->map, reviewed, NULL));
  g_assert_cmpint (kith_repair_wait (repair_of (town, id), after), ==, KITH_REPAIR_ENDED);
  g_assert_cmpint (kith_repair_wait (repair_of (town, id), after + 9), ==, KITH_REPAIR_TO_REVIEW);
  due = kith_repair_words (repair_of (town, id), after + 9);
  g_assert_cmpstr (due, ==, "Done: 9 June 2026 · Sergeant · how did it go?");
  reviewed = kith_record_copy (repair_of (town, id));
  kith_text_set (&reviewed->outcome, "Nineteen of twenty");
  test_do (town->map, kith_verb_put_repair (town->map, reviewed, NULL));
  g_assert_cmpint (kith_repair_wait (repair_of (town, id), after + 9), ==, KITH_REPAIR_ENDED);
  told = kith_repair_words (repair_of (town, id), after + 9);
  g_assert_cmpstr (told, ==, "Done: 9 June 2026 · Sergeant · Nineteen of twenty");
}

static void
test_refused (Town *town, gconstpointer data)
{
  KithDate today = kith_date_day (2026, 6, 2);
  KithRepair *blank = kith_repair_draft (KITH_STAKEHOLDER, town->police, &today);
  KithRepair *orphan = kith_repair_draft (KITH_STAKEHOLDER, 4242, &today);
  g_autoptr (GError) error = NULL;

  kith_text_set (&blank->title, "  ");
  g_assert_null (kith_verb_put_repair (town->map, blank, &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
  g_clear_error (&error);
  kith_text_set (&orphan->title, "Meet");
  g_assert_null (kith_verb_put_repair (town->map, orphan, &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
}

/* Planned again, it has not ended; as at a day before its end it was planned. */
static void
test_time (Town *town, gconstpointer data)
{
  KithId id = plan (town, "Answer the phone", "2026-06-10");
  g_autoptr (KithMap) then = NULL;
  g_autoptr (KithMap) earlier = NULL;

  set_state (town, id, KITH_REPAIR_DONE, kith_date_day (2026, 6, 9));
  then = kith_map_as_it_stood (town->map, kith_date_day (2026, 6, 5).first);
  g_assert_cmpint (((const KithRepair *) kith_map_get (then, KITH_REPAIR, id))->state, ==,
                   KITH_REPAIR_PLANNED);
  earlier = kith_map_as_at (town->map, kith_date_day (2026, 6, 1).first);
  g_assert_null (kith_map_get (earlier, KITH_REPAIR, id));
  set_state (town, id, KITH_REPAIR_PLANNED, kith_date_day (2026, 6, 12));
  g_assert_false (kith_date_is_set (&repair_of (town, id)->ended));
}

static void
fill_in (Town *town, KithId stakeholder, const char *money, const char *area)
{
  KithDrivers *card = kith_drivers_draft (town->map, stakeholder);

  kith_text_set (&card->money, money);
  kith_text_set (&card->area, area);
  test_do (town->map, kith_verb_put_drivers (town->map, card, NULL));
}

static void
test_cards (Town *town, gconstpointer data)
{
  KithAspect aspects[KITH_N_ASPECTS];
  g_autoptr (KithMap) public = NULL;
  g_autoptr (GError) error = NULL;
  KithDrivers *second;

  g_assert_cmpuint (kith_drivers_compare (town->map, town->police, town->housing, aspects), ==, 0);
  fill_in (town, town->police, "May not overspend", "The borough");
  fill_in (town, town->housing, "Rents", "the borough ");
  g_assert_cmpuint (kith_drivers_compare (town->map, town->police, town->housing, aspects), ==, 2);
  g_assert_cmpstr (aspects[0].label, ==, "Money rule");
  g_assert_cmpstr (aspects[0].a, ==, "May not overspend");
  g_assert_cmpstr (aspects[0].b, ==, "Rents");
  g_assert_cmpint (aspects[0].match, ==, KITH_ASPECT_DIFFERS);
  g_assert_cmpint (aspects[1].match, ==, KITH_ASPECT_SAME);
  fill_in (town, town->housing, "", "The borough");
  kith_drivers_compare (town->map, town->police, town->housing, aspects);
  g_assert_cmpint (aspects[0].match, ==, KITH_ASPECT_ONE_SIDED);
  second = kith_record_new (KITH_DRIVERS, kith_id_new ());
  second->stakeholder = town->police;
  kith_text_set (&second->money, "Another");
  g_assert_null (kith_verb_put_drivers (town->map, second, &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
  public = kith_map_for_audience (town->map, KITH_PUBLIC);
  g_assert_null (kith_drivers_of (public, town->police));
  fill_in (town, town->housing, "", "");
  g_assert_null (kith_drivers_of (town->map, town->housing)); /* an empty card is none */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/repair/planned-ones-come-by-their-day-ended-ones-last-first", Town, NULL, set_up,
              test_order, tear_down);
  g_test_add ("/repair/words-say-when-who-and-what-it-waits-for", Town, NULL, set_up, test_words,
              tear_down);
  g_test_add ("/repair/without-words-or-owner-it-is-refused", Town, NULL, set_up, test_refused,
              tear_down);
  g_test_add ("/repair/before-its-end-it-was-planned", Town, NULL, set_up, test_time, tear_down);
  g_test_add ("/drivers/two-cards-say-where-they-differ", Town, NULL, set_up, test_cards,
              tear_down);
  return g_test_run ();
}
