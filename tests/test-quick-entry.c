/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists, outlines and arrows as people type them, on a map. */
#include <string.h>

#include "kith-audience.h"
#include "kith-quick-entry.h"
#include "kith-quick-items.h"
#include "kith-sectors.h"
#include "kith-verbs.h"

static const char *
name_of (KithMap *map, KithId id)
{
  return kith_map_stakeholder (map, id)->name;
}

static void
append_scores (GString *out, KithMap *map, KithId link)
{
  for (guint end = 0; end < 2; end++)
    {
      g_autoptr (GPtrArray) ratings = kith_map_assessments_of (map, link, (KithEnd) end);

      for (guint i = 0; i < ratings->len; i++)
        g_string_append_printf (out, " %c%s", "ab"[end],
                                kith_enum_key (&kith_scores, ((KithAssessment *) ratings->pdata[i])
                                                                 ->scores[KITH_TRUST]));
    }
}

/* "Mind, Police | Mind>Police refers-to a4" in the order in which they came. */
static char *
describe (KithMap *map)
{
  static const char *const signs[] = { "-", ">", "<", "=" };
  GString *out = g_string_new (NULL);

  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    g_string_append_printf (out, one_i > 0 ? ", %s" : "%s", one->name);
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    {
      g_string_append_printf (out, " | %s%s%s", name_of (map, link->a), signs[link->direction],
                              name_of (map, link->b));
      if (link->kind != KITH_LINK_WORKS_WITH)
        g_string_append_printf (out, " %s", kith_enum_key (&kith_link_kinds, link->kind));
      append_scores (out, map, link->record.id);
    }
  return g_string_free (out, FALSE);
}

static KithImport *
enter_as (KithMap *map, const char *text, KithAudience audience)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) seen = kith_map_for_audience (map, audience);
  g_autoptr (KithImport) import = kith_quick_read (seen, text, audience, &error);
  g_autoptr (KithEdit) edit = NULL;

  g_assert_no_error (error);
  edit = kith_quick_to_edit (import, map, &error);
  g_assert_no_error (error);
  kith_map_apply (map, edit, &error);
  g_assert_no_error (error);
  kith_map_check (map, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&import);
}

static const KithStakeholder *
find (KithMap *map, const char *name)
{
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    if (g_str_equal (one->name, name))
      return one;
  return NULL;
}

/* What is typed, what comes of it, and how many lines a person is told of. */
static const struct
{
  const char *text;
  const char *expected;
  guint notes;
} table[] = {
  { "", "", 0 },
  { " \n\t\n\r\n", "", 0 },
  { "Police", "Police", 0 },
  { "Police\nMind\n", "Police, Mind", 0 },
  { "Police\r\nMind\rShelter", "Police, Mind, Shelter", 0 },
  { "Police\npolice\n POLICE ", "Police", 0 },
  /* bullets and numbers */
  { "- Police\n* Mind\n• Shelter\n– Age UK\n-Crisis", "Police, Mind, Shelter, Age UK, Crisis", 0 },
  { "1. Police\n2) Mind\n(3) Shelter\na) Crisis", "Police, Mind, Shelter, Crisis", 0 },
  { "1.1 Police\n1.2. Mind\n111 Service\n3rd Sector", "Police, Mind, 111 Service, 3rd Sector", 0 },
  { "- [ ] Police\n- [x] Mind", "Police, Mind", 0 },
  { "- Police\n-- Mind", "Police, Mind | Police-Mind", 0 },
  /* outlines */
  { "Police\n  Mind\n  Shelter\nAge UK",
    "Police, Mind, Shelter, Age UK | Police-Mind | Police-Shelter", 0 },
  { "Police\n\tMind\n\t\tShelter\n\tAge UK",
    "Police, Mind, Shelter, Age UK | Police-Mind | Mind-Shelter | Police-Age UK", 0 },
  { "    Police\n  Mind\n    Shelter", "Police, Mind, Shelter | Mind-Shelter", 0 },
  { "Health:\n  Hospital\n  GP", "Health, Hospital, GP | Health-Hospital | Health-GP", 0 },
  { "Police\n  Mind: refers to, 4/2", "Police, Mind | Police-Mind refers-to a4 b2", 0 },
  { "Police\n  -> Mind: ref\n  <- Shelter",
    "Police, Mind, Shelter | Police>Mind refers-to | Police<Shelter", 0 },
  { "• Police\n\to\tMind", "Police, Mind | Police-Mind", 0 },
  /* arrows */
  { "Police -> Mind", "Police, Mind | Police>Mind", 0 },
  { "Police->Mind", "Police, Mind | Police>Mind", 0 },
  { "Police <-> Mind\nMind <- Shelter\nMind → Crisis",
    "Police, Mind, Shelter, Crisis | Police=Mind | Mind<Shelter | Mind>Crisis", 0 },
  { "Police - Mind", "Police, Mind | Police-Mind", 0 },
  { "Stoke-on-Trent Council -- Mind", "Stoke-on-Trent Council, Mind | Stoke-on-Trent Council-Mind",
    0 },
  { "Police - Mind: refers to", "Police, Mind | Police-Mind refers-to", 0 },
  { "Police -> Mind, Shelter; Age UK: fund",
    "Police, Mind, Shelter, Age UK | Police>Mind funds | Police>Shelter funds | Police>Age UK funds",
    0 },
  { "Police, Mind -> Shelter", "Police, Mind, Shelter | Police>Shelter | Mind>Shelter", 0 },
  { "Police -> Mind -> Shelter", "Police, Mind, Shelter | Police>Mind | Mind>Shelter", 0 },
  { "Police -> Mind\nMind -> Police", "Police, Mind | Police=Mind", 0 },
  { "Police\n  Mind\nPolice -> Mind: refers to, 3/?",
    "Police, Mind | Police>Mind refers-to a3 bnot-known", 0 },
  { "Police\n-> Mind", "Police, Mind | Police>Mind", 0 },
  /* what is said of a link */
  { "Police - Mind: works with, in dispute", "Police, Mind | Police-Mind | Police-Mind dispute",
    0 },
  { "Police - Mind: trust 4/2, weekly, since 1994", "Police, Mind | Police-Mind a4 b2", 0 },
  { "Police <- Mind: 4/2", "Police, Mind | Police<Mind a4 b2", 0 },
  { "Police - Mind: strong / cautious", "Police, Mind | Police-Mind a4 b2", 0 },
  { "Police - Mind: /2", "Police, Mind | Police-Mind b2", 0 },
  { "Police - Mind: shares a kettle", "Police, Mind | Police-Mind", 1 },
  { "Police - Mind: 7/2", "Police, Mind | Police-Mind", 1 },
  { "Police - Mind: refers people - and gladly", "Police, Mind | Police-Mind refers-to", 0 },
  /* names with marks in them */
  { "\"Place - West\" - \"Health, Housing and Care\"",
    "Place - West, Health, Housing and Care | Place - West-Health, Housing and Care", 0 },
  { "Health, Housing and Care", "Health, Housing and Care", 0 },
  { "Healthwatch (Northmoor)", "Healthwatch (Northmoor)", 0 },
  { "Mind (Leeds (North))", "Mind (Leeds (North))", 0 },
  { "Police (housing) -> Mind (Northmoor, York)",
    "Police, Mind (Northmoor, York) | Police>Mind (Northmoor, York)", 0 },
  { "<b>&Mind</b>", "<b>&Mind</b>", 0 },
  { "(\n((\n\"\n“Mind", "(, ((, Mind", 1 },
  /* what cannot be */
  { "Police -> Police", "Police", 1 },
  { "Police ->", "Police", 1 },
  { "Police -> : shares a kettle", "Police", 2 },
  { "Police -> Police: shares a kettle", "Police", 2 },
  { "Police -> Mind -> : shares a kettle", "Police, Mind | Police>Mind", 2 },
  { "-> Mind", "Mind", 1 },
  { "Police -> , Mind", "Police, Mind | Police>Mind", 0 },
  { "->\n: refers to\n\"\"", "", 3 },
  /* ranges of spreadsheets */
  { "Name\tSector\tLevel\nPolice\tpolice\tsystem\nMind\tvoluntary\tplace\n", "Police, Mind", 0 },
  { "From\tTo\tKind\tTrust\tTrust back\nPolice\tMind\trefers to\t4\t2\n",
    "Police, Mind | Police-Mind refers-to a4 b2", 1 },
  { "From\tTo\nPolice\t\nPolice\tPolice\n", "Police", 3 },
};

static guint
count_remarks (const KithImport *import)
{
  return kith_import_n_notes (import);
}

static void
the_table_is_read_as_it_is_meant (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (KithMap) map = kith_map_new ();
      g_autoptr (KithImport) import = enter_as (map, table[i].text, KITH_TEAM);
      g_autofree char *said = describe (map);
      g_autofree char *text = g_strescape (table[i].text, NULL); /* on one line */

      g_test_message ("%s", text);
      g_assert_cmpstr (said, ==, table[i].expected);
      g_assert_cmpuint (count_remarks (import), ==, table[i].notes);
    }
}

static void
words_in_brackets_say_what_it_is (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithImport) import =
      enter_as (map,
                "Northmoor Integrated Care Board (ICB, system)\nHarbour (housing association)\n"
                "Elders (not yet involved, group of people)\nQuiet Place: voluntary\n"
                "Loud Place: people who sing\nICB -> Harbour",
                KITH_TEAM);
  const KithStakeholder *board = find (map, "Northmoor Integrated Care Board");
  const KithStakeholder *harbour = find (map, "Harbour");
  const KithStakeholder *elders = find (map, "Elders");

  g_assert_cmpuint (kith_map_n (map, KITH_STAKEHOLDER), ==, 5);
  g_assert_cmpuint (kith_import_n_notes (import), ==, 0);
  g_assert_cmpstr (board->short_name, ==, "ICB");
  g_assert_cmpint (board->level, ==, KITH_LEVEL_SYSTEM);
  g_assert_cmpstr (kith_sector_key (board->sector), ==, "nhs-commissioning");
  g_assert_cmpstr (kith_sector_key (harbour->sector), ==, "housing");
  g_assert_cmpstr (harbour->kind, ==, "housing association");
  g_assert_cmpint (elders->story, ==, KITH_STORY_NOT_INVOLVED);
  g_assert_cmpint (elders->form, ==, KITH_FORM_GROUP);
  g_assert_cmpstr (kith_sector_key (find (map, "Quiet Place")->sector), ==, "voluntary-community");
  g_assert_cmpstr (find (map, "Loud Place")->description, ==, "people who sing");
  g_assert_true (((const KithLink *) kith_map_nth (map, KITH_LINK, 0))->a == board->record.id);
}

static void
what_has_no_place_is_kept_in_the_note (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithImport) import =
      enter_as (map, "Police - Mind: refers patients to, shares a kettle, since 1994, weekly",
                KITH_TEAM);
  const KithLink *link = kith_map_nth (map, KITH_LINK, 0);
  g_autofree char *words = kith_quick_note_to_words (kith_import_note (import, 0));

  g_assert_cmpint (link->kind, ==, KITH_LINK_REFERS_TO);
  g_assert_cmpint (link->frequency, ==, KITH_FREQUENCY_WEEKLY);
  g_assert_true (kith_date_is_set (&link->from));
  g_assert_cmpstr (link->note, ==, "refers patients to\nshares a kettle");
  g_assert_nonnull (strstr (words, "Line 1: “shares a kettle”"));
}

/* What no link came of has no note either, and nobody is told that it has. */
static void
what_has_no_link_is_in_no_note (void)
{
  static const char *const texts[] = { "Police -> : shares a kettle", "-> : shares a kettle",
                                       "Police -> Police: shares a kettle", "Police -> : 7/2",
                                       "Police\n  Police: 4, shares a kettle" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (KithMap) map = kith_map_new ();
      g_autoptr (KithImport) import = enter_as (map, texts[i], KITH_TEAM);
      gboolean told = FALSE;

      g_assert_cmpuint (kith_map_n (map, KITH_LINK), ==, 0);
      for (guint j = 0; j < kith_import_n_notes (import); j++)
        {
          const KithImportNote *note = kith_import_note (import, j);

          g_assert_null (strstr (note->message, "kept in"));
          told |= strstr (note->message, "was left out: no link") != NULL;
          g_assert_cmpint (note->severity, ==, KITH_NOTE_LOST);
        }
      g_assert_true (told);
    }
}

/* A map of two who are linked; the second has a short name. */
static KithMap *
small_map (void)
{
  KithMap *map = kith_map_new ();
  g_autoptr (KithImport) import = enter_as (map,
                                            "Northmoor Police -> Harbour Crisis Café (HCC): refers "
                                            "to",
                                            KITH_TEAM);

  return map;
}

static void
who_is_on_the_map_is_recognised (void)
{
  g_autoptr (KithMap) map = small_map ();
  g_autoptr (KithImport) import = NULL;
  g_autoptr (KithEdit) edit = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *words = NULL;

  import = kith_quick_read (map, "northmoor police\n  HCC\n  Mind\n", KITH_TEAM, NULL);
  edit = kith_quick_to_edit (import, map, NULL);
  items = kith_quick_items (import, edit);
  words = kith_quick_items_to_words (items);
  g_assert_cmpuint (kith_edit_n_changes (edit), ==, 2);
  g_assert_cmpstr (edit->label, ==, "Add 1 stakeholder and 1 link");
  g_assert_cmpstr (words, ==,
                   "1 new stakeholder, 1 new link, 2 stakeholders on the map already, 1 link there "
                   "already");
  g_assert_cmpuint (items->len, ==, 5);
  g_assert_cmpstr (((KithQuickItem *) items->pdata[1])->title, ==, "Harbour Crisis Café");
  g_assert_cmpuint (((KithQuickItem *) items->pdata[3])->line, ==, 3);
  g_assert_false (((KithQuickItem *) items->pdata[3])->is_known);
}

static void
what_is_hidden_is_not_given_away (void)
{
  g_autoptr (KithMap) map = small_map ();
  g_autoptr (KithMap) seen = NULL;
  g_autoptr (KithImport) import = NULL;
  g_autoptr (KithEdit) hide = NULL;
  g_autoptr (KithEdit) edit = NULL;
  g_autoptr (GPtrArray) items = NULL;
  const KithStakeholder *police = find (map, "Northmoor Police");

  hide = kith_verb_set (map, KITH_STAKEHOLDER, police->record.id, "private", "1", NULL);
  g_assert_true (kith_map_apply (map, hide, NULL));
  seen = kith_map_for_audience (map, KITH_PARTNERS);
  import = kith_quick_read (seen, "Northmoor Police", KITH_PARTNERS, NULL);
  edit = kith_quick_to_edit (import, map, NULL);
  items = kith_quick_items (import, edit);
  g_assert_false (((KithQuickItem *) items->pdata[0])->is_known);
  g_assert_cmpuint (kith_edit_n_changes (edit), ==, 1);
}

static const KithAssessment *
only_rating (KithMap *map)
{
  g_assert_cmpuint (kith_map_n (map, KITH_ASSESSMENT), ==, 1);
  return kith_map_nth (map, KITH_ASSESSMENT, 0);
}

static void
a_rating_has_the_basis_of_its_audience (void)
{
  static const char *const texts[] = { "Police - Mind: 4", "From\tTo\tTrust\nPolice\tMind\t4" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (KithMap) team = kith_map_new ();
      g_autoptr (KithMap) room = kith_map_new ();
      g_autoptr (KithMap) street = kith_map_new ();
      g_autoptr (KithImport) one = enter_as (team, texts[i], KITH_TEAM);
      g_autoptr (KithImport) two = enter_as (room, texts[i], KITH_PARTNERS);
      g_autoptr (KithImport) three = enter_as (street, texts[i], KITH_PUBLIC);

      g_assert_cmpint (only_rating (team)->basis, ==, KITH_BASIS_IMPRESSION);
      g_assert_cmpint (only_rating (room)->basis, ==, KITH_BASIS_AGREED);
      g_assert_cmpuint (kith_map_n (street, KITH_ASSESSMENT), ==, 0);
      g_assert_cmpuint (kith_import_counts (three)->lost, ==, 1);
      g_assert_cmpuint (kith_map_n (street, KITH_LINK), ==, 1);
    }
}

static void
refuse (const char *text)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (kith_quick_read (map, text, KITH_TEAM, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static char *
repeat (const char *text, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (out, text);
  return g_string_free (out, FALSE);
}

static void
too_much_is_refused (void)
{
  g_autofree char *long_line = repeat ("A name without an end ", 500000);
  g_autofree char *many_lines = repeat ("Mind\n", 100000);
  g_autofree char *mystery = g_strdup ("Mind\tnorth\tred\told\n1\t2\t3\t4");

  refuse (long_line);
  refuse (many_lines);
  refuse (mystery);
}

/* Whatever is typed: no crash, no hang, a sound map, and no name beyond what a record holds. */
static void
hostile_text_does_no_harm (void)
{
  g_autofree char *name = repeat ("Long ", 200);
  g_autofree char *open = repeat ("(", 100000);
  g_autofree char *quotes = repeat ("\"“", 3900);
  g_autofree char *colons = repeat (": ", 3900);
  g_autofree char *crowd = repeat ("a, b, c -> d, ", 500);
  g_autofree char *deep = NULL;
  g_autofree char *lists = NULL;
  GString *stairs = g_string_new (NULL);
  GString *wide = g_string_new ("a");

  for (guint i = 0; i < KITH_QUICK_MAX_LINES - 1; i++)
    g_string_append_printf (stairs, "%*sStep %u\n", (int) i, "", i);
  deep = g_string_free (stairs, FALSE);
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (wide, ", w%u", i);
  lists = g_strconcat (wide->str, " -> x", wide->str, NULL);
  g_string_free (wide, TRUE);
  const char *const texts[] = { name,
                                open,
                                quotes,
                                colons,
                                crowd,
                                deep,
                                lists,
                                "\xff\xfe not \xc3 UTF-8 -> \x80",
                                "\u202eecilop\u202c -> \u200bMind\u200b: \u2066refers to",
                                "a\u0301\u0301\u0301 - \U0001f469\u200d\U0001f692",
                                "=HYPERLINK(\"x\") -> +1+1",
                                "\x01\x02\x1b[31m - \x7f",
                                "- - - - -",
                                "-> -> -> ->",
                                "::::::",
                                "\t\t\t\t:\t\t",
                                "(((((a)))))" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (KithMap) map = kith_map_new ();
      gint64 start = g_get_monotonic_time ();
      g_autoptr (KithImport) import = enter_as (map, texts[i], KITH_TEAM);

      g_assert_nonnull (import);
      g_assert_cmpint ((g_get_monotonic_time () - start) / G_USEC_PER_SEC, <, 60);
      KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
        g_assert_cmpint (g_utf8_strlen (one->name, -1), <=, 500);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quick-entry/what-has-no-link-is-in-no-note", what_has_no_link_is_in_no_note);
  g_test_add_func ("/quick-entry/the-table-is-read-as-it-is-meant",
                   the_table_is_read_as_it_is_meant);
  g_test_add_func ("/quick-entry/words-in-brackets-say-what-it-is",
                   words_in_brackets_say_what_it_is);
  g_test_add_func ("/quick-entry/what-has-no-place-is-kept-in-the-note",
                   what_has_no_place_is_kept_in_the_note);
  g_test_add_func ("/quick-entry/who-is-on-the-map-is-recognised", who_is_on_the_map_is_recognised);
  g_test_add_func ("/quick-entry/what-is-hidden-is-not-given-away",
                   what_is_hidden_is_not_given_away);
  g_test_add_func ("/quick-entry/a-rating-has-the-basis-of-its-audience",
                   a_rating_has_the_basis_of_its_audience);
  g_test_add_func ("/quick-entry/too-much-is-refused", too_much_is_refused);
  g_test_add_func ("/quick-entry/hostile-text-does-no-harm", hostile_text_does_no_harm);
  return g_test_run ();
}
