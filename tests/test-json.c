/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as JSON and back, written by hand, and what nobody should write. */
#include "kith-json.h"

#include <string.h>
#include <time.h>

#include "kith-json-scan.h"
#include "kith-sectors.h"
#include "kith-verbs.h"

/* Two seconds of one processor; sanitizers take several times as long. */
#ifdef __SANITIZE_ADDRESS__
#define BUDGET (10 * CLOCKS_PER_SEC)
#else
#define BUDGET (2 * CLOCKS_PER_SEC)
#endif

static void
assert_quick (clock_t start)
{
  g_assert_cmpint (clock () - start, <, BUDGET);
}

static KithMap *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return kith_map_from_json (bytes, error);
}

static void
assert_refused (const char *text, const char *words)
{
  g_autofree char *shown = g_strescape (text, NULL); /* what is no UTF-8 confuses who reads it */
  g_autoptr (GError) error = NULL;

  g_test_message ("%.100s", shown);
  g_assert_null (read_text (text, &error));
  g_assert_nonnull (error);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” is not in “%s”", words, error->message);
}

static const char whole[] =
    "{\"kith\": 1, \"about\": {\"title\": \"Northmoor\", \"review\": \"2027-03\"},"
    " \"sectors\": [{\"id\": \"sport\", \"name\": \"Sport\", \"colour\": 4, \"sign\": 12}],"
    " \"stakeholders\": ["
    "  {\"id\": \"police\", \"name\": \"Police\", \"sector\": \"police-fire-justice\","
    "   \"level\": \"place\", \"x\": 100.5, \"y\": -3, \"pinned\": true},"
    "  {\"id\": \"club\", \"name\": \"Rugby \\u00e9 \\ud83c\\udfc9\", \"sector\": \"sport\"}],"
    " \"pictures\": [{\"id\": \"logo\", \"type\": \"image/png\", \"width\": 1,"
    "   \"height\": 1, \"data\": \"AAAA\"}],"
    " \"annotations\": [{\"form\": \"backdrop\", \"text\": \"Area\", \"picture\": \"logo\"}],"
    " \"links\": [{\"id\": \"l\", \"a\": \"police\", \"b\": \"club\", \"kind\": \"refers-to\","
    "   \"from\": \"1995~\", \"private_note\": \"shh\"}],"
    " \"assessments\": ["
    "  {\"link\": \"l\", \"end\": \"b\", \"date\": \"2026-05-01\", \"trust\": \"4\"},"
    "  {\"link\": \"l\", \"end\": \"b\", \"date\": \"2026-05-01\", \"trust\": \"not-known\"}],"
    " \"spaces\": [{\"id\": \"room\", \"name\": \"Big room\"}],"
    " \"memberships\": [{\"space\": \"room\", \"stakeholder\": \"club\"}],"
    " \"rounds\": [{\"id\": \"autumn\", \"title\": \"Autumn 2026\"}],"
    " \"names\": [{\"stakeholder\": \"police\", \"name\": \"Watch\", \"to\": \"1995~\"}],"
    " \"successions\": [{\"before\": \"club\", \"after\": \"police\"}],"
    " \"scenes\": [{\"title\": \"Who is here?\", \"focus\": \"club\", \"steps\": 1,"
    "   \"lens\": \"plain\", \"link\": \"l\", \"width\": 1200, \"height\": 800}],"
    " \"stances\": [{\"stakeholder\": \"club\", \"view\": \"shares\", \"basis\": \"own-words\"}],"
    " \"questions\": [{\"id\": \"why\", \"title\": \"Why do they wait?\", \"rank\": 1}],"
    " \"positions\": [{\"id\": \"beds\", \"question\": \"why\", \"title\": \"Beds\"}],"
    " \"answers\": [{\"question\": \"why\", \"stakeholder\": \"club\", \"position\": \"beds\","
    "   \"text\": \"There is nowhere to go\", \"kind\": \"solution\"}],"
    " \"pulses\": [{\"stakeholder\": \"club\", \"date\": \"2026-03\", \"belief\": 325,"
    "   \"answered\": 9}],"
    " \"loads\": [{\"stakeholder\": \"club\", \"title\": \"A new door\", \"level\": \"large\"}],"
    " \"drivers\": [{\"stakeholder\": \"police\", \"money\": \"May not overspend\"}],"
    " \"barriers\": [{\"link\": \"l\", \"text\": \"Only by referral\"}],"
    " \"repairs\": [{\"link\": \"l\", \"title\": \"Answer the phone\", \"state\": \"done\"}],"
    " \"acknowledgements\": [{\"stakeholder\": \"club\", \"sign\": \"silence\"}],"
    " \"quotes\": [{\"link\": \"l\", \"text\": \"It was never our role\"}],"
    " \"events\": [{\"link\": \"l\", \"date\": \"199X\", \"title\": \"First match\","
    "   \"effect_a\": \"+1\"}]}";

static KithMap *
read_whole (void)
{
  g_autoptr (GError) error = NULL;
  KithMap *map = read_text (whole, &error);

  g_assert_no_error (error);
  return map;
}

static void
test_by_hand (void)
{
  g_autoptr (KithMap) map = read_whole ();
  const KithStakeholder *police = NULL, *club = NULL;
  const KithLink *link = kith_map_nth (map, KITH_LINK, 0);

  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    *(g_str_equal (one->name, "Police") ? &police : &club) = one;
  g_assert_cmpstr (club->name, ==, "Rugby é 🏉");
  g_assert_cmpint (police->sector, ==, kith_sector_from_text (NULL, "police"));
  g_assert_cmpstr (kith_sector_name (map, club->sector), ==, "Sport");
  g_assert_cmpfloat (police->x, ==, 100.5);
  g_assert_cmpint (police->level, ==, KITH_LEVEL_PLACE);
  g_assert_true (police->pinned);
  g_assert_cmpfloat (police->width, ==, 0);
  g_assert_cmpint (link->a, ==, KITH_ID (police));
  g_assert_cmpint (link->b, ==, KITH_ID (club));
  g_assert_cmpint (link->from.precision, ==, KITH_DATE_ABOUT);
  g_assert_cmpuint (kith_map_n (map, KITH_ASSESSMENT), ==, 2);
  g_assert_cmpstr (kith_map_about (map)->title, ==, "Northmoor");
  g_assert_cmpuint (strlen (kith_map_about (map)->key), ==, 36);
}

static void
test_round_trip (void)
{
  g_autoptr (KithMap) map = read_whole ();
  g_autoptr (KithMap) again = NULL;
  g_autoptr (KithMap) back = NULL;
  g_autoptr (GBytes) text = kith_map_to_json (map);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GError) error = NULL;

  back = kith_map_from_json (text, &error);
  g_assert_no_error (error);
  g_assert_true (kith_map_equal (map, back));
  second = kith_map_to_json (back);
  g_assert_true (g_bytes_equal (text, second));
  again = read_whole ();
  g_assert_true (kith_map_equal (map, again));
}

static void
test_every_field (void)
{
  g_autoptr (KithMap) map = read_whole ();

  for (guint kind = KITH_STAKEHOLDER; kind < KITH_N_KINDS; kind++)
    {
      const KithKindInfo *info = kith_kind_info ((KithKind) kind);
      gpointer full = kith_record_copy (kith_map_nth (map, (KithKind) kind, 0));
      g_autoptr (KithEdit) edit = kith_edit_new ("");
      g_autoptr (GBytes) text = NULL;
      g_autoptr (KithMap) back = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < info->n_fields; i++)
        {
          const KithField *field = &info->fields[i];

          if (field->type == KITH_TYPE_TEXT)
            kith_field_from_text (field, full, "“a”\n\\ / \x7f \" {}", NULL);
          else if (field->type == KITH_TYPE_ENUM && kith_field_is_default (field, full))
            kith_field_from_text (field, full, field->values->values[1].key, NULL);
          else if (field->type == KITH_TYPE_BOOL || field->type == KITH_TYPE_TIME)
            kith_field_from_text (field, full, "1", NULL);
          else if (field->type == KITH_TYPE_COORD || field->type == KITH_TYPE_SIZE)
            kith_field_from_text (field, full, "123.015625", NULL);
          else if (field->type == KITH_TYPE_DATE)
            kith_field_from_text (field, full, "../2012", NULL);
        }
      kith_edit_update (edit, kith_map_nth (map, (KithKind) kind, 0), full);
      kith_map_apply (map, edit, &error);
      g_assert_no_error (error);
      text = kith_map_to_json (map);
      back = kith_map_from_json (text, &error);
      g_assert_no_error (error);
      g_assert_true (kith_map_equal (map, back));
    }
}

static void
test_refused (void)
{
#define PULSE(members)                                            \
  "{\"kith\":1,\"stakeholders\":[{\"id\":\"a\",\"name\":\"A\"}]," \
  "\"pulses\":[{\"stakeholder\":\"a\"," members "}]}"
#define ONE(members) "{\"kith\":1,\"stakeholders\":[{\"name\":\"A\"},{" members "}]}"
  static const struct
  {
    const char *text;
    const char *words;
  } cases[] = {
    { "", "empty" },
    { "{", "ends too early" },
    { "nonsense", "JSON" },
    { "[]", "not a map of Kith" },
    { "{\"elements\": []}", "not a map of Kith" },
    { "{\"kith\": 2}", "newer Kith" },
    { "{\"kith\": 1, \"colours\": []}", "colours: Kith knows no such member" },
    { "{\"kith\": 1, \"kith\": 1}", "twice" },
    { "{\"kith\": 1, \"\\u006bith\": 1}", "twice" },
    { "{\"kith\": 1, \"stakeholders\": {}}", "stakeholders: A list" },
    { "{\"kith\": 1, \"stakeholders\": [7]}", "stakeholders[0]: An object" },
    { ONE ("\"name\": 7"), "stakeholders[1].name: A text" },
    { ONE ("\"nmae\": \"B\""), "stakeholders[1].nmae: Kith knows no such member" },
    { ONE (""), "stakeholders[1]" },
    { ONE ("\"name\":\"B\",\"id\":7"), "stakeholders[1].id: An id in quotation marks" },
    { ONE ("\"name\":\"B\",\"id\":\"7\""), "stakeholders[1].id: The numbers 1 to 13" },
    { ONE ("\"name\":\"B\",\"id\":\"stakeholders[0].id\""), "stakeholders[0] has the same id" },
    { ONE ("\"name\":\"B\",\"sector\":\"astronomy\""), "stakeholders[1].sector: It refers to" },
    { ONE ("\"name\":\"B\",\"level\":\"moon\""), "stakeholders[1].level: " },
    { ONE ("\"name\":\"B\",\"pinned\":1"), "stakeholders[1].pinned: “true”" },
    { ONE ("\"name\":\"B\",\"x\":1e999"), "Line 1: The number 1e999" },
    { ONE ("\"name\":\"B\",\"x\":1e7"), "stakeholders[1].x: " },
    { ONE ("\"name\":\"B\",\"width\":-1"), "stakeholders[1].width: " },
    { ONE ("\"name\":\"B\",\"x\":99999999999999999999"), "larger than can be held" },
    { ONE ("\"name\":\"B\\u0000C\""), "\\u0000" },
    { ONE ("\"name\":\"B\\ud800C\""), "half a character" },
    { ONE ("\"name\":\"B\\udc00\""), "half a character" },
    { ONE ("\"name\":\"B\xff\""), "not UTF-8" },
    { ONE ("\"name\":\"B\",\"from\":\"soon\""), "stakeholders[1].from: " },
    { ONE ("\"name\":\"B\",}"), "cannot stand here" },
    { "{\"kith\":1} x", "cannot stand here" },
    { "{\"kith\":1,\"stakeholders\":[{\"id\":\"a\",\"name\":\"A\"}],"
      "\"links\":[{\"a\":\"a\",\"b\":\"a\"}]}",
      "links[0]: A stakeholder cannot be linked to itself" },
    { "{\"kith\":1,\"stakeholders\":[{\"id\":\"a\",\"name\":\"A\"}],"
      "\"links\":[{\"a\":\"a\",\"b\":\"b\"}]}",
      "links[0].b: It refers to something" },
    { "{\"kith\":1,\"stakeholders\":[{\"id\":\"a\",\"name\":\"A\"}],"
      "\"links\":[{\"a\":\"a\"}]}",
      "links[0]" },
    { "{\"kith\":1,\"stakeholders\":[{\"id\":\"a\",\"name\":\"A\"}],"
      "\"questions\":[{\"id\":\"q\",\"title\":\"Why?\"},{\"id\":\"r\",\"title\":\"How?\"}],"
      "\"positions\":[{\"id\":\"p\",\"question\":\"r\",\"title\":\"Beds\"}],"
      "\"answers\":[{\"question\":\"q\",\"stakeholder\":\"a\",\"position\":\"p\","
      "\"text\":\"No beds\"}]}",
      "answers[0].position: It is a position of another question" },
    { PULSE ("\"belief\":325,\"answered\":9"), "pulses[0]: A pulse check needs its date" },
    { PULSE ("\"date\":\"2026-03\",\"belief\":325,\"asked\":8,\"answered\":9"),
      "pulses[0]: More people answered than were asked" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, cases[i].words);
}

static char *
repeat (const char *text, guint n, const char *before, const char *after)
{
  GString *out = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (out, text);
  g_string_append (out, after);
  return g_string_free (out, FALSE);
}

static void
test_hostile (void)
{
  g_autofree char *deep = repeat ("[", 200000, "{\"kith\":1,\"events\":", "");
  g_autofree char *objects = repeat ("{\"a\":", 200000, "", "");
  g_autofree char *name = repeat ("x", 10 * 1024 * 1024,
                                  "{\"kith\":1,\"stakeholders\":[{\"name\":\"", "\"}]}");
  g_autofree char *member = repeat ("x", 1024 * 1024, "{\"kith\":1,\"", "\":1}");
  g_autofree char *digits = repeat ("9", 1024 * 1024, "{\"kith\":", "}");
  clock_t start = clock ();

  assert_refused (deep, "nested more than 32");
  assert_refused (objects, "nested more than 32");
  assert_refused (name, "stakeholders[0].name: ");
  assert_refused (member, "knows no such member");
  assert_refused (digits, "larger than can be held");
  assert_quick (start);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/a-map-written-by-hand-is-read", test_by_hand);
  g_test_add_func ("/json/a-map-comes-back-as-it-was", test_round_trip);
  g_test_add_func ("/json/every-field-of-every-kind-comes-back", test_every_field);
  g_test_add_func ("/json/what-is-wrong-is-told-with-its-place", test_refused);
  g_test_add_func ("/json/hostile-text-is-refused-at-once", test_hostile);
  return g_test_run ();
}
