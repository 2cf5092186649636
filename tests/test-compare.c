/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-compare-view.h"

#include "kith-as-at.h"
#include "kith-audience.h"
#include "kith-test-maps.h"

/* Two that work together, and a link that is rated from both ends. */
typedef struct
{
  KithMap *map;
  KithId police;
  KithId housing;
  KithId link;
} Fixture;

static Fixture
begin (void)
{
  Fixture f = { .map = kith_map_new () };

  f.police = test_stakeholder (f.map, "Police", 0, 0);
  f.housing = test_stakeholder (f.map, "Housing", 300, 0);
  f.link = test_link (f.map, f.police, f.housing);
  test_rate (f.map, f.link, KITH_END_B, "director", KITH_BASIS_OWN_WORDS, KITH_SCORE_4, "2015");
  return f;
}

static void
alter (KithMap *map, KithKind kind, KithId id, const char *field, const char *value)
{
  gconstpointer before = kith_map_get (map, kind, id);
  gpointer after = kith_record_copy (before);
  KithEdit *edit = kith_edit_new ("Alter");

  g_assert_true (kith_field_from_text (kith_kind_field (kind, field), after, value, NULL));
  kith_edit_update (edit, before, after);
  test_do (map, edit);
}

static gint32
day_of (const char *text)
{
  KithDate date;

  g_assert_true (kith_date_from_edtf (text, &date));
  return date.first;
}

static gboolean
has_item (KithComparison *c, KithCompared group, KithId id, const char *text)
{
  const GPtrArray *items = kith_comparison_items (c);

  for (guint i = 0; i < items->len; i++)
    {
      const KithComparedItem *item = items->pdata[i];

      if (item->group == group && item->id == id && strcmp (item->text, text) == 0)
        return TRUE;
    }
  for (guint i = 0; i < items->len; i++)
    g_test_message ("%d: %s", ((KithComparedItem *) items->pdata[i])->group,
                    ((KithComparedItem *) items->pdata[i])->text);
  return FALSE;
}

static void
nothing_differs_from_itself (void)
{
  Fixture f = begin ();
  g_autoptr (KithMap) copy = kith_map_snapshot (f.map);
  g_autoptr (KithComparison) c = NULL;
  g_autofree char *words = NULL;

  alter (f.map, KITH_STAKEHOLDER, f.police, "x", "512"); /* moved, which is no change */
  c = kith_compare_maps (copy, f.map);
  words = kith_comparison_to_words (c);
  g_assert_cmpstr (words, ==, "Nothing changed");
  g_assert_cmpuint (kith_comparison_items (c)->len, ==, 0);
  g_assert_cmpint (kith_comparison_of (c, f.police), ==, KITH_SAME);
  g_assert_cmpint (kith_comparison_of_end (c, f.link, KITH_END_B, NULL, NULL), ==, KITH_MOVE_NONE);
  g_assert_cmpfloat (kith_map_stakeholder (kith_comparison_map (c), f.police)->x, ==, 512);
  kith_map_unref (f.map);
}

static void
a_rating_falls_between_two_days (void)
{
  Fixture f = begin ();
  KithView view = KITH_VIEW_INIT;
  g_autoptr (KithComparison) c = NULL;
  KithOpinion was;
  KithOpinion is;

  test_rate (f.map, f.link, KITH_END_B, "director", KITH_BASIS_OWN_WORDS, KITH_SCORE_2, "2019");
  view.lens = KITH_LENS_CHANGE;
  view.since = day_of ("2018-06-01");
  view.day = day_of ("2019-06-01");
  c = kith_view_compare (&view, f.map);
  g_assert_cmpint (kith_comparison_of_end (c, f.link, KITH_END_B, &was, &is), ==, KITH_MOVE_FELL);
  g_assert_cmpint (was.step, ==, 4);
  g_assert_cmpint (is.step, ==, 2);
  g_assert_cmpint (kith_comparison_of (c, f.link), ==, KITH_SAME);
  g_assert_true (
      has_item (c, KITH_COMPARED_FELL, f.link,
                "Police and Housing: trust fell, Housing say 2 Cautious (was 4 Strong)"));
  g_assert_cmpstr (kith_comparison_before_name (c), ==, "1 June 2018");
  kith_map_unref (f.map);
}

static void
days_may_be_given_in_either_order (void)
{
  Fixture f = begin ();
  KithView view = KITH_VIEW_INIT;
  g_autoptr (KithComparison) c = NULL;

  test_rate (f.map, f.link, KITH_END_B, "director", KITH_BASIS_OWN_WORDS, KITH_SCORE_5, "2019");
  view.lens = KITH_LENS_CHANGE;
  view.since = day_of ("2019-06-01");
  view.day = day_of ("2018-06-01");
  c = kith_view_compare (&view, f.map);
  g_assert_cmpint (kith_comparison_of_end (c, f.link, KITH_END_B, NULL, NULL), ==, KITH_MOVE_ROSE);
  kith_map_unref (f.map);
}

static void
what_went_is_on_the_map_with_what_came (void)
{
  Fixture f = begin ();
  KithView view = KITH_VIEW_INIT;
  g_autoptr (KithComparison) c = NULL;
  KithId cafe = test_stakeholder (f.map, "Café", 0, 200);
  KithId link = test_link (f.map, cafe, f.housing);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  alter (f.map, KITH_STAKEHOLDER, f.police, "to", "2019-01");
  alter (f.map, KITH_STAKEHOLDER, cafe, "from", "2018-09");
  view.lens = KITH_LENS_CHANGE;
  view.since = day_of ("2018-06-01");
  view.day = day_of ("2019-06-01");
  c = kith_view_compare (&view, f.map);
  g_assert_cmpint (kith_comparison_of (c, f.police), ==, KITH_WENT);
  g_assert_cmpint (kith_comparison_of (c, f.link), ==, KITH_WENT);
  g_assert_cmpint (kith_comparison_of (c, cafe), ==, KITH_CAME);
  g_assert_cmpint (kith_comparison_of (c, link), ==, KITH_CAME);
  g_assert_true (kith_map_check (kith_comparison_map (c), &error));
  g_assert_nonnull (kith_map_link (kith_comparison_map (c), f.link));
  g_assert_cmpuint (kith_comparison_count (c, KITH_COMPARED_WENT), ==, 2);
  words = kith_comparison_to_plain_words (c);
  g_assert_true (g_str_has_prefix (words, "1 stakeholder came, 1 link came, "
                                          "1 stakeholder went, 1 link went"));
  g_assert_true (has_item (c, KITH_COMPARED_CAME, cafe, "Café came"));
  g_assert_true (
      has_item (c, KITH_COMPARED_WENT, f.link, "Police and Housing: a link went, Works with"));
  kith_map_unref (f.map);
}

static void
a_field_says_what_it_was (void)
{
  Fixture f = begin ();
  g_autoptr (KithMap) copy = kith_map_snapshot (f.map);
  g_autoptr (KithComparison) c = NULL;

  alter (f.map, KITH_STAKEHOLDER, f.housing, "name", "Northmoor Homes");
  alter (f.map, KITH_LINK, f.link, "kind", "dispute");
  c = kith_compare_maps (copy, f.map);
  g_assert_cmpint (kith_comparison_of (c, f.housing), ==, KITH_ALTERED);
  g_assert_true (has_item (c, KITH_COMPARED_OTHER, f.housing,
                           "Northmoor Homes: Name is Northmoor Homes (was Housing)"));
  g_assert_true (has_item (c, KITH_COMPARED_OTHER, f.link,
                           "Police and Northmoor Homes: Kind is In dispute (was Works with)"));
  kith_map_unref (f.map);
}

static KithId
join (KithMap *map, KithId space, KithId stakeholder, const char *from)
{
  KithMembership *one = kith_record_new (KITH_MEMBERSHIP, kith_id_new ());
  KithId id = one->record.id;

  one->space = space;
  one->stakeholder = stakeholder;
  g_assert_true (kith_date_from_edtf (from, &one->from));
  test_put (map, one);
  return id;
}

static void
leave (KithMap *map, KithId membership, const char *to)
{
  KithMembership *one = kith_record_copy (kith_map_get (map, KITH_MEMBERSHIP, membership));

  g_assert_true (kith_date_from_edtf (to, &one->to));
  test_put (map, one);
}

static void
members_join_a_space (void)
{
  Fixture f = begin ();
  KithSpace *space = kith_record_new (KITH_SPACE, kith_id_new ());
  KithId id = space->record.id;
  KithView view = KITH_VIEW_INIT;
  g_autoptr (KithComparison) c = NULL;

  kith_text_set (&space->name, "Big Room");
  test_put (f.map, space);
  join (f.map, id, f.police, "2010");
  join (f.map, id, f.housing, "2019");
  view.lens = KITH_LENS_CHANGE;
  view.since = day_of ("2018-06-01");
  view.day = day_of ("2019-06-01");
  c = kith_view_compare (&view, f.map);
  g_assert_cmpint (kith_comparison_of (c, id), ==, KITH_ALTERED);
  g_assert_cmpuint (kith_comparison_items (c)->len, ==, 1);
  g_assert_true (has_item (c, KITH_COMPARED_OTHER, id, "Big Room: Housing joined"));
  kith_map_unref (f.map);
}

/* Of two past days it is those days that count, and not what holds today. */
static void
members_leave_a_space_long_ago (void)
{
  Fixture f = begin ();
  KithSpace *space = kith_record_new (KITH_SPACE, kith_id_new ());
  KithId id = space->record.id;
  KithView view = KITH_VIEW_INIT;
  g_autoptr (KithComparison) left = NULL;
  g_autoptr (KithComparison) joined = NULL;

  kith_text_set (&space->name, "Big Room");
  test_put (f.map, space);
  join (f.map, id, f.police, "2010");
  leave (f.map, join (f.map, id, f.housing, "2010"), "2015");
  view.lens = KITH_LENS_CHANGE;
  view.since = day_of ("2012-06-01");
  view.day = day_of ("2018-06-01");
  left = kith_view_compare (&view, f.map);
  g_assert_true (has_item (left, KITH_COMPARED_OTHER, id, "Big Room: Housing left"));
  view.since = day_of ("2009-06-01");
  view.day = day_of ("2012-06-01");
  joined = kith_view_compare (&view, f.map);
  g_assert_true (has_item (joined, KITH_COMPARED_OTHER, id, "Big Room: Housing joined"));
  kith_map_unref (f.map);
}

static void
events_and_lines_of_the_time_between (void)
{
  Fixture f = begin ();
  KithEvent *event = kith_record_new (KITH_EVENT, kith_id_new ());
  KithQuote *quote = kith_record_new (KITH_QUOTE, kith_id_new ());
  KithView view = KITH_VIEW_INIT;
  g_autoptr (KithComparison) c = NULL;

  event->link = f.link;
  event->date = kith_date_month (2019, 3);
  kith_text_set (&event->title, "The flood");
  test_put (f.map, event);
  quote->stakeholder = f.police;
  kith_text_set (&quote->text, "Not our job");
  quote->status = KITH_QUOTE_LET_GO;
  quote->let_go = kith_date_month (2019, 2);
  test_put (f.map, quote);
  view.lens = KITH_LENS_CHANGE;
  view.since = day_of ("2018-06-01");
  view.day = day_of ("2019-06-01");
  c = kith_view_compare (&view, f.map);
  g_assert_true (
      has_item (c, KITH_COMPARED_OTHER, f.link, "Police and Housing: The flood, March 2019"));
  g_assert_true (has_item (c, KITH_COMPARED_OTHER, f.police, "Police: “Not our job” was let go"));
  kith_map_unref (f.map);
}

static void
an_impression_is_heard (void)
{
  Fixture f = begin ();
  g_autoptr (KithMap) copy = NULL;
  g_autoptr (KithComparison) c = NULL;

  test_rate (f.map, f.link, KITH_END_A, "", KITH_BASIS_IMPRESSION, KITH_SCORE_3, "2016");
  copy = kith_map_snapshot (f.map);
  test_rate (f.map, f.link, KITH_END_A, "", KITH_BASIS_OWN_WORDS, KITH_SCORE_3, "2017");
  c = kith_compare_maps (copy, f.map);
  g_assert_cmpuint (kith_comparison_items (c)->len, ==, 1);
  g_assert_true (has_item (c, KITH_COMPARED_OTHER, f.link,
                           "Police and Housing: Police have been heard themselves"));
  kith_map_unref (f.map);
}

/* The same, made by somebody else: other ids, the link drawn from the other end. */
static void
another_map_is_known_by_its_names (void)
{
  Fixture f = begin ();
  g_autoptr (KithMap) other = kith_map_new ();
  KithId housing = test_stakeholder (other, "HOUSING", 0, 0);
  KithId police = test_stakeholder (other, "police", 0, 0);
  KithId church = test_stakeholder (other, "Church", 0, 0);
  KithId link = test_link (other, housing, police);
  g_autoptr (KithComparison) c = NULL;
  KithOpinion was;

  test_rate (other, link, KITH_END_A, "x", KITH_BASIS_OWN_WORDS, KITH_SCORE_1, "2012");
  c = kith_compare_maps (other, f.map);
  g_assert_cmpint (kith_comparison_of (c, f.link), ==, KITH_SAME);
  g_assert_cmpint (kith_comparison_of_end (c, f.link, KITH_END_B, &was, NULL), ==, KITH_MOVE_ROSE);
  g_assert_cmpint (was.step, ==, 1);
  g_assert_cmpint (kith_comparison_of (c, church), ==, KITH_WENT);
  g_assert_cmpuint (kith_map_n (kith_comparison_map (c), KITH_STAKEHOLDER), ==, 3);
  g_assert_cmpuint (kith_map_n (kith_comparison_map (c), KITH_LINK), ==, 1);
  test_check (kith_comparison_map (c));
  kith_map_unref (f.map);
}

static void
one_name_for_several_is_said (void)
{
  g_autoptr (KithMap) one = kith_map_new ();
  g_autoptr (KithMap) other = kith_map_new ();
  g_autoptr (KithComparison) c = NULL;

  for (guint i = 0; i < 3; i++)
    test_stakeholder (one, "GP practice", i, 0);
  test_stakeholder (other, "GP practice", 0, 0);
  test_stakeholder (other, "GP practice", 0, 0);
  alter (one, KITH_STAKEHOLDER, KITH_ID (kith_map_nth (one, KITH_STAKEHOLDER, 1)), "sector", "1");
  c = kith_compare_maps (one, other);
  g_assert_cmpuint (kith_comparison_count (c, KITH_COMPARED_WENT), ==, 1);
  g_assert_cmpuint (kith_comparison_count (c, KITH_COMPARED_CAME), ==, 0);
  g_assert_cmpuint (kith_comparison_n_unsure (c), >=, 1);
}

/* Files from strangers: every id of the one is that of something else in the other. */
static void
ids_that_mean_something_else_do_no_harm (void)
{
  Fixture f = begin ();
  g_autoptr (KithMap) other = kith_map_new ();
  KithStakeholder *thief = kith_record_new (KITH_STAKEHOLDER, f.link);
  KithStakeholder *second = kith_record_new (KITH_STAKEHOLDER, f.police);
  g_autoptr (KithComparison) by_name = NULL;
  g_autoptr (KithComparison) by_id = NULL;
  g_autoptr (KithComparison) back = NULL;

  kith_text_set (&thief->name, "Thief");
  kith_text_set (&second->name, "Second");
  thief->sector = second->sector = KITH_SECTOR_OTHER;
  test_put (other, thief);
  test_put (other, second);
  by_name = kith_compare_maps_by (other, f.map, TRUE);
  by_id = kith_compare_maps_by (other, f.map, FALSE);
  back = kith_compare_maps_by (f.map, other, FALSE);
  test_check (kith_comparison_map (by_name));
  test_check (kith_comparison_map (by_id));
  test_check (kith_comparison_map (back));
  g_assert_cmpuint (kith_map_n (kith_comparison_map (by_name), KITH_STAKEHOLDER), ==, 4);
  g_assert_cmpuint (kith_comparison_items (by_name)->len, >, 3);
  g_assert_cmpuint (kith_comparison_items (by_id)->len, >, 0);
  kith_map_unref (f.map);
}

static KithComparison *
against (KithMap *before, KithMap *whole, KithAudience audience)
{
  KithView view = KITH_VIEW_INIT;

  view.audience = audience;
  view.lens = KITH_LENS_CHANGE;
  view.against = before;
  view.against_name = "Version 3";
  return kith_view_compare (&view, whole);
}

static void
partners_do_not_learn_what_became_private (void)
{
  Fixture f = begin ();
  g_autoptr (KithMap) version = kith_map_snapshot (f.map);
  g_autoptr (KithComparison) team = NULL;
  g_autoptr (KithComparison) partners = NULL;
  g_autofree char *text = NULL;

  alter (f.map, KITH_STAKEHOLDER, f.police, "private", "1");
  alter (f.map, KITH_STAKEHOLDER, f.housing, "private_note", "Careful");
  team = against (version, f.map, KITH_TEAM);
  partners = against (version, f.map, KITH_PARTNERS);
  text = kith_comparison_to_text (partners);
  g_assert_cmpuint (kith_comparison_items (team)->len, ==, 2);
  g_assert_cmpuint (kith_comparison_items (partners)->len, ==, 0);
  g_assert_null (strstr (text, "Police"));
  g_assert_null (kith_map_stakeholder (kith_comparison_map (partners), f.police));
  kith_map_unref (f.map);
}

static void
partners_see_no_impressions_of_then (void)
{
  Fixture f = begin ();
  g_autoptr (KithComparison) partners = NULL;
  KithView view = KITH_VIEW_INIT;

  test_rate (f.map, f.link, KITH_END_B, "director", KITH_BASIS_IMPRESSION, KITH_SCORE_1, "2019");
  view.lens = KITH_LENS_CHANGE;
  view.audience = KITH_PARTNERS;
  view.since = day_of ("2018-06-01");
  view.day = day_of ("2019-06-01");
  partners = kith_view_compare (&view, f.map);
  g_assert_cmpuint (kith_comparison_items (partners)->len, ==, 0);
  kith_map_unref (f.map);
}

static void
a_withdrawn_rating_is_gone_from_versions (void)
{
  Fixture f = begin ();
  g_autoptr (KithMap) version = NULL;
  g_autoptr (KithComparison) c = NULL;
  KithOpinion was;
  KithId taken_back = test_rate (f.map, f.link, KITH_END_B, "nurse", KITH_BASIS_OWN_WORDS,
                                 KITH_SCORE_1, "2016");
  KithEdit *edit = kith_edit_new ("Withdraw");

  version = kith_map_snapshot (f.map);
  kith_edit_delete (edit, kith_map_assessment (f.map, taken_back));
  kith_edit_stamp (edit, 1, 1);
  test_do (f.map, edit);
  c = against (version, f.map, KITH_TEAM);
  g_assert_cmpint (kith_comparison_of_end (c, f.link, KITH_END_B, &was, NULL), ==, KITH_MOVE_NONE);
  g_assert_cmpint (was.step, ==, 4);
  g_assert_cmpuint (kith_comparison_items (c)->len, ==, 0);
  kith_map_unref (f.map);
}

static void
without_a_day_a_year_is_compared (void)
{
  KithView view = KITH_VIEW_INIT;
  g_autoptr (KithMap) map = kith_map_new ();

  g_assert_null (kith_view_compare (&view, map)); /* another lens does not compare */
  view.day = day_of ("2019-06-15");
  g_assert_cmpint (kith_view_since (&view), ==, day_of ("2018-06-15"));
  view.day = day_of ("2020-02-29");
  g_assert_cmpint (kith_view_since (&view), ==, day_of ("2019-02-28"));
}

static void
a_large_map_is_compared_in_a_moment (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithMap) other = NULL;
  g_autoptr (KithComparison) c = NULL;
  g_autoptr (KithEdit) edit = kith_edit_new ("Many");
  KithId ids[2000];
  gint64 began;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      KithStakeholder *s = kith_record_new (KITH_STAKEHOLDER, ids[i] = kith_id_new ());

      s->name = g_strdup_printf ("Stakeholder %u", i);
      s->sector = KITH_SECTOR_OTHER;
      kith_edit_insert (edit, s);
    }
  for (guint i = 0; i < 6000; i++)
    {
      KithLink *link = kith_record_new (KITH_LINK, kith_id_new ());

      link->a = ids[i % 2000];
      link->b = ids[(i * 7 + 1 + i / 2000) % 2000];
      if (link->a == link->b)
        link->b = ids[(i + 3) % 2000];
      kith_edit_insert (edit, link);
    }
  g_assert_true (kith_map_apply (map, edit, NULL));
  other = kith_map_new ();
  g_assert_true (kith_map_apply (other, edit, NULL));
  began = g_get_monotonic_time ();
  c = kith_compare_maps (other, map);
  g_assert_cmpuint (kith_comparison_items (c)->len, ==, 0);
  g_test_message ("2000 and 6000 by names: %.0f ms", (g_get_monotonic_time () - began) / 1000.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name) g_test_add_func ("/compare/" #name, name)
  TEST (nothing_differs_from_itself);
  TEST (a_rating_falls_between_two_days);
  TEST (days_may_be_given_in_either_order);
  TEST (what_went_is_on_the_map_with_what_came);
  TEST (a_field_says_what_it_was);
  TEST (members_join_a_space);
  TEST (members_leave_a_space_long_ago);
  TEST (events_and_lines_of_the_time_between);
  TEST (an_impression_is_heard);
  TEST (another_map_is_known_by_its_names);
  TEST (one_name_for_several_is_said);
  TEST (ids_that_mean_something_else_do_no_harm);
  TEST (partners_do_not_learn_what_became_private);
  TEST (partners_see_no_impressions_of_then);
  TEST (a_withdrawn_rating_is_gone_from_versions);
  TEST (without_a_day_a_year_is_compared);
  TEST (a_large_map_is_compared_in_a_moment);
  return g_test_run ();
}
