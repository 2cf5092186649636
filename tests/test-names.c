/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names found in texts of whatever script, and what of a map is no text. */
#include "kith-name-finder.h"
#include "kith-names-replaced.h"
#include "kith-test-maps.h"

static void
assert_replaced (KithNameFinder *finder, const char *text, const char *wanted)
{
  g_autofree char *replaced = kith_name_finder_replace (finder, text);

  g_assert_cmpstr (replaced, ==, wanted);
}

/* Where words have spaces between them, a part of one is not a name. */
static void
test_words (void)
{
  g_autoptr (KithNameFinder) finder = kith_name_finder_new ();

  kith_name_finder_add (finder, "Police", "[1]");
  kith_name_finder_add (finder, "Ward 1", "[2]");
  kith_name_finder_add (finder, "Полиция", "[3]");
  assert_replaced (finder, "The POLICE, policed by Police.", "The [1], policed by [1].");
  assert_replaced (finder, "Counterpolice and Police2", "Counterpolice and Police2");
  assert_replaced (finder, "Ward 1, not Ward 12", "[2], not Ward 12");
  assert_replaced (finder, "полиция и милицияполиция", "[3] и милицияполиция");
}

/* Where they have none, a name is found in the midst of a sentence, and beside another script. */
static void
test_without_spaces (void)
{
  g_autoptr (KithNameFinder) finder = kith_name_finder_new ();

  kith_name_finder_add (finder, "警察局", "[1]");
  kith_name_finder_add (finder, "ポリス", "[2]");
  kith_name_finder_add (finder, "ตำรวจ", "[3]");
  kith_name_finder_add (finder, "NHS", "[4]");
  kith_name_finder_add (finder, "病房1", "[5]");
  assert_replaced (finder, "我们和警察局不说话", "我们和[1]不说话");
  assert_replaced (finder, "昨日ポリスと話した", "昨日[2]と話した");
  assert_replaced (finder, "เราไม่คุยกับตำรวจเลย", "เราไม่คุยกับ[3]เลย");
  assert_replaced (finder, "我们在NHS看病", "我们在[4]看病");
  assert_replaced (finder, "我们在NHSX看病", "我们在NHSX看病");
  assert_replaced (finder, "在病房1里，不在病房12里", "在[5]里，不在病房12里");
}

/* Korean has spaces, but puts endings to names. */
static void
test_endings (void)
{
  g_autoptr (KithNameFinder) finder = kith_name_finder_new ();

  kith_name_finder_add (finder, "경찰", "[1]");
  kith_name_finder_add (finder, "경기", "[2]");
  assert_replaced (finder, "어제 경찰은 오지 않았다", "어제 [1]은 오지 않았다");
  assert_replaced (finder, "환경기구", "환경기구");
  assert_replaced (finder, "경긴", "경긴"); /* another syllable */
}

/* A warning that has been seen, or is answered, is known again by how its sign is spelled. */
static void
test_signs_stay (void)
{
  static const char sign[] = "pulse-low/support/2026-04";
  g_autoptr (KithMap) map = kith_map_new ();
  KithId support = test_stakeholder (map, "Support", 0, 0);
  KithRepair *repair = kith_record_new (KITH_REPAIR, kith_id_new ());
  KithAcknowledgement *seen = kith_record_new (KITH_ACKNOWLEDGEMENT, kith_id_new ());
  KithAbout *about = kith_record_copy (kith_map_about (map));
  g_autoptr (KithMap) replaced = NULL;
  const KithRepair *step;

  repair->stakeholder = seen->stakeholder = support;
  kith_text_set (&repair->title, "Listen to Support");
  kith_text_set (&repair->sign, sign);
  kith_text_set (&seen->sign, sign);
  kith_text_set (&about->key, "support-1");
  test_put (map, repair);
  test_put (map, seen);
  test_put (map, about);
  replaced = kith_map_replace_names (map, map);
  step = kith_map_nth (replaced, KITH_REPAIR, 0);
  g_assert_cmpstr (step->sign, ==, sign);
  g_assert_null (strstr (step->title, "Support"));
  g_assert_cmpstr (((const KithAcknowledgement *) kith_map_nth (replaced, KITH_ACKNOWLEDGEMENT, 0))
                       ->sign,
                   ==, sign);
  g_assert_cmpstr (kith_map_about (replaced)->key, ==, "support-1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/are-whole-words", test_words);
  g_test_add_func ("/names/are-found-where-words-have-no-spaces", test_without_spaces);
  g_test_add_func ("/names/are-found-before-endings", test_endings);
  g_test_add_func ("/names/signs-stay-as-they-are-spelled", test_signs_stay);
  return g_test_run ();
}
