/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-fields.h"
#include "kith-tags.h"
#include "kith-test-maps.h"

static void
test_split (void)
{
  static const struct
  {
    const char *typed;
    const char *kept;
  } rows[] = {
    { "", "" },
    { " , ;\n,", "" },
    { "pilot", "pilot" },
    { " pilot ,Funding 2026", "pilot, Funding 2026" },
    { "pilot;Pilot,PILOT", "pilot" },
    { "Tŷ Gwyn\ntŷ gwyn\tother", "Tŷ Gwyn, other" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) tags = kith_tags_split (rows[i].typed);
      g_autofree char *text = kith_tags_join (tags);

      g_assert_cmpstr (text, ==, rows[i].kept);
    }
}

static void
test_add_and_remove (void)
{
  g_autofree char *more = kith_tags_add ("pilot", "winter, PILOT");
  g_autofree char *less = kith_tags_remove (more, "Pilot");

  g_assert_cmpstr (more, ==, "pilot, winter");
  g_assert_cmpstr (less, ==, "winter");
  g_assert_true (kith_tags_have (more, "Winter"));
  g_assert_false (kith_tags_have (less, "pilot"));
  g_assert_false (kith_tags_have ("pilots", "pilot"));
}

static void
test_list (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId id = test_stakeholder (map, "Police", 0, 0);
  KithStakeholder *tagged = kith_record_copy (kith_map_stakeholder (map, id));
  g_auto (GStrv) tags = NULL;
  g_auto (GStrv) names = NULL;

  kith_text_set (&tagged->tags, "winter, pilot");
  kith_text_set (&tagged->fields, "Budget: £1,250,000\nStaff: 12");
  test_put (map, tagged);
  tags = kith_map_list_tags (map);
  names = kith_map_list_fields (map, KITH_STAKEHOLDER);
  g_assert_cmpuint (g_strv_length (tags), ==, 2);
  g_assert_cmpstr (tags[0], ==, "pilot");
  g_assert_cmpuint (g_strv_length (names), ==, 2);
  g_assert_cmpstr (names[1], ==, "Staff");
}

static void
test_fields (void)
{
  g_autofree char *one = kith_fields_set ("", "Budget", "£1,250,000");
  g_autofree char *two = kith_fields_set (one, "Staff: all", "12\nfull time");
  g_autofree char *three = kith_fields_set (two, "budget", "2.5 million");
  g_autofree char *four = kith_fields_set (three, "BUDGET", "");
  g_autofree char *value = kith_fields_get (two, "Staff  all");
  double number = 0;

  g_assert_cmpstr (one, ==, "Budget: £1,250,000");
  g_assert_cmpstr (two, ==, "Budget: £1,250,000\nStaff  all: 12 full time");
  g_assert_cmpstr (value, ==, "12 full time");
  g_assert_cmpstr (three, ==, "budget: 2.5 million\nStaff  all: 12 full time");
  g_assert_cmpstr (four, ==, "Staff  all: 12 full time");
  g_assert_true (kith_fields_get_number (one, "budget", &number));
  g_assert_cmpfloat (number, ==, 1250000);
  g_assert_true (kith_fields_get_number (three, "budget", &number));
  g_assert_cmpfloat (number, ==, 2.5);
  g_assert_false (kith_fields_get_number ("Budget: unknown", "Budget", &number));
  g_assert_false (kith_fields_get_number ("", "Budget", &number));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tags/each-is-kept-once-as-first-typed", test_split);
  g_test_add_func ("/tags/are-added-and-taken-away", test_add_and_remove);
  g_test_add_func ("/tags/and-fields-of-a-map-are-listed", test_list);
  g_test_add_func ("/fields/are-set-read-and-taken-away", test_fields);
  return g_test_run ();
}
