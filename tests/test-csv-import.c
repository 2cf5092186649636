/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as other people and programs make them, on a map. */
#include "kith-csv-export.h"
#include "kith-csv-import.h"
#include "kith-fields.h"
#include "kith-list-import.h"

#include <string.h>

#include "growth.h"
#include "kith-audience.h"
#include "kith-opinion.h"
#include "kith-sectors.h"
#include "kith-verbs.h"

typedef struct
{
  KithImport *import;
  KithMap *map;
} Read;

static void
read_clear (Read *read)
{
  g_clear_pointer (&read->import, kith_import_free);
  g_clear_pointer (&read->map, kith_map_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Read, read_clear)

static KithCsvTable *
table_of (const char *text, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  KithCsvTable *table = kith_csv_read (bytes, name, &error);

  g_assert_no_error (error);
  return table;
}

/* Reads one or two tables into a map, or a new one. */
static Read
read_into (KithMap *map, const char *first, const char *second)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithCsvTable) one = table_of (first, "one.csv");
  g_autoptr (KithCsvTable) two = second != NULL ? table_of (second, "two.csv") : NULL;
  KithCsvTable *tables[] = { one, two };
  Read read = { NULL, map != NULL ? kith_map_ref (map) : kith_map_new () };
  g_autoptr (KithEdit) edit = NULL;

  read.import = kith_import_new (read.map, tables, second != NULL ? 2 : 1, &error);
  g_assert_no_error (error);
  edit = kith_import_to_edit (read.import, read.map, &error);
  g_assert_no_error (error);
  kith_map_apply (read.map, edit, &error);
  g_assert_no_error (error);
  kith_map_check (read.map, &error);
  g_assert_no_error (error);
  return read;
}

static const KithStakeholder *
who (KithMap *map, const char *name)
{
  const KithStakeholder *found = NULL;

  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    if (g_str_equal (one->name, name))
      found = one;
  if (found == NULL)
    g_error ("There is no %s on the map", name);
  return found;
}

static const KithLink *
tie (KithMap *map, const char *a, const char *b)
{
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    if (link->a == KITH_ID (who (map, a)) && link->b == KITH_ID (who (map, b)))
      return link;
  g_error ("There is no link from %s to %s", a, b);
}

static int
trust (KithMap *map, const KithLink *link, KithEnd end)
{
  KithOpinion opinion;

  kith_opinion_of (map, KITH_ID (link), end, KITH_TRUST, &opinion);
  return opinion.step != 0 ? opinion.step : opinion.absence;
}

static const KithImportNote *
note_with (KithImport *import, const char *words)
{
  for (guint i = 0; i < kith_import_n_notes (import); i++)
    if (strstr (kith_import_note (import, i)->message, words) != NULL)
      return kith_import_note (import, i);
  for (guint i = 0; i < kith_import_n_notes (import); i++)
    g_test_message ("%s", kith_import_note (import, i)->message);
  g_error ("No remark says “%s”", words);
}

static const char elements[] =
    "Label,Type,Tags,Sector,Level,Short name,Involved,Since,Budget\r\n"
    "Northmoor Police,police force,night|crisis,POLICE,place,,Yes,1974,£3m\r\n"
    "\"St Mary's Hospital NHS Trust\",Acute Trust,,nhs Providers,System,ED,y,,\r\n"
    "Shelter,Organisation,,,,,No,soon,\r\n"
    "northmoor  POLICE,,,,system,NP,,,£4m\r\n"
    ",,,,,,,,lost\r\n"
    ",,,,,,,,\r\n";

static const char connections[] =
    "From,To,Direction,Type,Trust,Trust back,Since,Frequency,Strength\r\n"
    "Northmoor Police,ED,directed,refers to,4,Cautious,1995,Weekly,high\r\n"
    "ed,Northmoor Police,directed,Refers To,3,,,,\r\n"
    "NP,Shelter|Food Bank,mutual,funding,5 - Deep,not known,,fortnightly,\r\n"
    "Shelter,shelter,directed,,,,,,\r\n"
    "Shelter,,,,,,,,\r\n"
    "Shelter,ED,undirected,gossip,7,maybe,31/02/2020,,\r\n";

static void
test_kumu (void)
{
  g_auto (Read) read = read_into (NULL, elements, connections);
  const KithStakeholder *police = who (read.map, "Northmoor Police");
  const KithStakeholder *hospital = who (read.map, "St Mary's Hospital NHS Trust");
  const KithStakeholder *shelter = who (read.map, "Shelter");
  const KithLink *link;

  g_assert_cmpuint (kith_map_n (read.map, KITH_STAKEHOLDER), ==, 4);
  g_assert_cmpstr (kith_sector_key (police->sector), ==, "police-fire-justice");
  g_assert_cmpstr (police->kind, ==, "police force");
  g_assert_cmpint (police->level, ==, KITH_LEVEL_SYSTEM);
  g_assert_cmpint (police->from.precision, ==, KITH_DATE_YEAR);
  g_assert_cmpstr (police->tags, ==, "night, crisis");
  g_assert_cmpstr (police->fields, ==, "Budget: £4m");
  g_assert_cmpstr (kith_sector_key (hospital->sector), ==, "nhs-providers");
  g_assert_cmpint (shelter->story, ==, KITH_STORY_NOT_INVOLVED);
  g_assert_cmpint (shelter->form, ==, KITH_FORM_ORGANISATION);
  g_assert_nonnull (strstr (shelter->description, "Since: soon"));
  g_assert_cmpfloat (police->x, ==, 0);

  g_assert_cmpuint (kith_map_n (read.map, KITH_LINK), ==, 4);
  link = tie (read.map, "Northmoor Police", "St Mary's Hospital NHS Trust");
  g_assert_cmpint (link->kind, ==, KITH_LINK_REFERS_TO);
  g_assert_cmpint (link->direction, ==, KITH_DIRECTION_BOTH);
  g_assert_cmpint (link->frequency, ==, KITH_FREQUENCY_WEEKLY);
  g_assert_cmpstr (link->fields, ==, "Strength: high");
  g_assert_cmpint (trust (read.map, link, KITH_END_A), ==, 4);
  g_assert_cmpint (trust (read.map, link, KITH_END_B), ==, 3);
  link = tie (read.map, "Northmoor Police", "Food Bank");
  g_assert_cmpint (link->kind, ==, KITH_LINK_FUNDS);
  g_assert_cmpint (link->direction, ==, KITH_DIRECTION_BOTH);
  g_assert_cmpint (trust (read.map, link, KITH_END_A), ==, 5);
  g_assert_cmpint (trust (read.map, link, KITH_END_B), ==, KITH_SCORE_NOT_KNOWN);
  link = tie (read.map, "Shelter", "St Mary's Hospital NHS Trust");
  g_assert_nonnull (strstr (link->note, "Type: gossip"));
  g_assert_nonnull (strstr (link->note, "Trust: 7"));
  g_assert_nonnull (strstr (link->note, "Since: 31/02/2020"));
  g_assert_cmpint (trust (read.map, link, KITH_END_A), ==, KITH_SCORE_UNSET);
}

static void
test_notes (void)
{
  static const struct
  {
    const char *words;
    const char *table;
    guint row;
    const char *column;
    KithNoteSeverity severity;
  } cases[] = {
    { "Row 2 is the same stakeholder", "one.csv", 5, NULL, KITH_NOTE_CHANGED },
    { "no name in this row", "one.csv", 6, NULL, KITH_NOTE_LOST },
    { "“soon” is not a date", "one.csv", 4, "Since", KITH_NOTE_CHANGED },
    { "knows no such field", "one.csv", 0, "Budget", KITH_NOTE_INFO },
    { "“Food Bank” is not on the list", "two.csv", 4, "To", KITH_NOTE_CHANGED },
    { "to itself", "two.csv", 5, NULL, KITH_NOTE_LOST },
    { "One end of the link is blank", "two.csv", 6, NULL, KITH_NOTE_LOST },
    { "Row 2 is the same link seen from the other end", "two.csv", 3, NULL, KITH_NOTE_INFO },
    { "“7” is not one of the steps", "two.csv", 7, "Trust", KITH_NOTE_CHANGED },
    { "“fortnightly” is none of the values", "two.csv", 4, "Frequency", KITH_NOTE_CHANGED },
  };
  g_auto (Read) read = read_into (NULL, connections, elements);
  g_auto (Read) swapped = read_into (NULL, elements, connections);

  g_assert_cmpuint (kith_import_n_notes (read.import), ==, kith_import_n_notes (swapped.import));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KithImportNote *note = note_with (swapped.import, cases[i].words);

      g_assert_cmpuint (note->row, ==, cases[i].row);
      g_assert_cmpstr (note->table, ==, cases[i].table);
      g_assert_cmpstr (note->column, ==, cases[i].column);
      g_assert_cmpint (note->severity, ==, cases[i].severity);
    }
  g_assert_cmpuint (kith_import_counts (read.import)->lost, ==, 3);
}

static void
test_bare (void)
{
  static const struct
  {
    const char *text;
    guint stakeholders;
    guint links;
  } cases[] = {
    { "Northmoor Police\nShelter\n\nShelter\nED\n", 3, 0 },
    { "Name\nPolice, fire and rescue\nShelter\n", 2, 0 },
    { "source,target\nPolice,ED\nED,Shelter\n", 3, 2 },
    { "Police;ED\nED;Shelter\n", 3, 2 },
    { "Partner lead,Sector,Level\nPolice,police,place\n", 1, 0 },
    { "Id,Label\n1,Police\n2,ED\n3,\n", 3, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Read) read = read_into (NULL, cases[i].text, NULL);

      g_test_message ("case %u", i);
      g_assert_cmpuint (kith_map_n (read.map, KITH_STAKEHOLDER), ==, cases[i].stakeholders);
      g_assert_cmpuint (kith_map_n (read.map, KITH_LINK), ==, cases[i].links);
    }
}

static void
test_gephi (void)
{
  g_auto (Read) read =
      read_into (NULL,
                 "Source,Target,Type,Id,Label,Weight\n1,2,Directed,0,,1.0\n2,3,Undirected,1,,2.5\n",
                 "Id,Label,X,Y,Size,Color\n1,Police,10.5,20,4,#ff0000\n2,ED,-30,40,4,#00ff00\n"
                 "3,Shelter,\"5,5\",1e2,4,#000000\n");
  const KithLink *link = tie (read.map, "ED", "Shelter");

  g_assert_cmpuint (kith_map_n (read.map, KITH_STAKEHOLDER), ==, 3);
  g_assert_cmpint (tie (read.map, "Police", "ED")->direction, ==, KITH_DIRECTION_A_TO_B);
  g_assert_cmpstr (tie (read.map, "Police", "ED")->note, ==, "");
  g_assert_cmpstr (link->fields, ==, "Weight: 2.5");
  g_assert_cmpfloat (who (read.map, "Police")->x, ==, 10.5);
  g_assert_cmpfloat (who (read.map, "Shelter")->x, ==, 5.5);
  g_assert_cmpstr (who (read.map, "Police")->description, ==, "");
  g_assert_true (kith_import_counts (read.import)->has_positions);
}

static void
test_again (void)
{
  g_auto (Read) first = read_into (NULL, elements, connections);
  g_autoptr (KithMap) before = kith_map_snapshot (first.map);
  g_auto (Read) second = read_into (first.map, elements, connections);

  g_assert_cmpuint (kith_import_counts (second.import)->new_stakeholders, ==, 0);
  g_assert_true (kith_map_equal (before, first.map));
}

static void
test_reuse (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithEdit) add = kith_verb_add_stakeholder (map, "Northmoor Police", 0, 5, 6, NULL);
  g_autoptr (GError) error = NULL;
  KithId id;

  kith_map_apply (map, add, &error);
  g_assert_no_error (error);
  id = KITH_ID (who (map, "Northmoor Police"));
  {
    g_auto (Read) read = read_into (map, "From,To,Trust\nNORTHMOOR POLICE,ED,2\n", NULL);

    g_assert_cmpuint (kith_map_n (map, KITH_STAKEHOLDER), ==, 2);
    g_assert_cmpint (tie (map, "Northmoor Police", "ED")->a, ==, id);
    g_assert_cmpfloat (who (map, "Northmoor Police")->x, ==, 5);
  }
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "",
    "\n\n",
    ",Police,ED\nPolice,0,1\n",
    "G3H,NORTHMOOR ICB,Y60,QF7,1 HIGH ST\nG3J,EASTVALE ICB,Y60,QF8,2 HIGH ST\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (KithCsvTable) table = table_of (texts[i], "one.csv");
      g_autoptr (GError) error = NULL;

      g_assert_null (kith_import_new (NULL, &table, 1, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_true (g_str_has_prefix (error->message, "one.csv: "));
    }
}

static void
test_text_is_tamed (void)
{
  g_autoptr (GString) text = g_string_new ("Name,Description,Colour\n");
  g_auto (Read) read = { NULL, NULL };
  const KithStakeholder *one;

  g_string_append (text, "\"  Tab\tand\nline  \",\"a\r\nb\x01\",red\n");
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "e\xcc\x81");
  g_string_append (text, ",\"'=1+1\",red\n");
  read = read_into (NULL, text->str, NULL);
  one = who (read.map, "Tab and line");
  g_assert_cmpstr (one->description, ==, "a\nb");
  KITH_FOR_EACH (KithStakeholder, other, read.map, KITH_STAKEHOLDER)
    if (other != one)
      {
        g_assert_cmpint (g_utf8_strlen (other->name, -1), ==, 500);
        g_assert_cmpstr (other->description, ==, "=1+1");
      }
}

static KithMap *
export_and_read (KithMap *map)
{
  g_autoptr (GBytes) stakeholders = kith_csv_export_stakeholders (map);
  g_autoptr (GBytes) links = kith_csv_export_links (map);
  g_auto (Read) read = read_into (NULL, g_bytes_get_data (links, NULL),
                                  g_bytes_get_data (stakeholders, NULL));

  g_assert_cmpuint (kith_import_counts (read.import)->lost, ==, 0);
  g_assert_cmpuint (kith_import_n_notes (read.import), ==, 0);
  return g_steal_pointer (&read.map);
}

/* A map with everything that a table can hold, formulas and parallel links included. */
static KithMap *
make_rich_map (void)
{
  g_auto (Read) read = read_into (
      NULL,
      "Label,Sector,Kind,Short name,Form,Level,Story,Description,Private note,Since,Until,X,Y,Pinned,"
      "Tags,Power\n"
      "\"=cmd|' /C calc'!A0\",housing,odd one,=x,team,place,represented,\"a, \"\"b\"\"\nc\",shh,"
      "about 1995,2020-03,-12.5,3,yes,\"night, =1+1\",4\n"
      "'quoted,Other,,,,,,,,,,,,,,\nShelter,,,,person,,,,,,,,,,,\n",
      "From,To,ID,Type,Direction,Frequency,Standing,Trust,Trust back,Respect,Basis,Rated,Note,"
      "Label,Tags\n"
      "'quoted,Shelter,1,funds,reverse,daily,equal,1,not asked,5,own words,2020-05,+1 more,=£2m,old\n"
      "'quoted,Shelter,2,works with,mutual,,,,,,,,,,\n");

  return g_steal_pointer (&read.map);
}

static void
test_round_trip (void)
{
  g_autoptr (KithMap) map = make_rich_map ();
  g_autoptr (KithMap) back = export_and_read (map);
  g_autoptr (GBytes) first = kith_csv_export_stakeholders (map);
  g_autoptr (GBytes) second = kith_csv_export_stakeholders (back);
  const KithStakeholder *one = who (back, "=cmd|' /C calc'!A0");

  g_assert_cmpuint (kith_map_n (back, KITH_STAKEHOLDER), ==, 3);
  g_assert_cmpuint (kith_map_n (back, KITH_LINK), ==, 2);
  g_assert_nonnull (strstr (g_bytes_get_data (first, NULL), "'=cmd"));
  g_assert_cmpuint (g_bytes_get_size (first), >, 100);
  for (guint i = 0; i < kith_kind_info (KITH_STAKEHOLDER)->n_fields; i++)
    g_assert_true (kith_field_equal (&kith_kind_info (KITH_STAKEHOLDER)->fields[i], one,
                                     who (map, one->name)));
  KITH_FOR_EACH (KithLink, link, back, KITH_LINK)
    if (link->kind == KITH_LINK_FUNDS)
      {
        g_assert_cmpint (link->direction, ==, KITH_DIRECTION_B_TO_A);
        g_assert_cmpint (link->standing, ==, KITH_STANDING_EQUAL);
        g_assert_cmpstr (link->note, ==, "+1 more");
        g_assert_cmpstr (link->label, ==, "=£2m");
        g_assert_cmpstr (link->tags, ==, "old");
        g_assert_cmpint (trust (back, link, KITH_END_A), ==, 1);
        g_assert_cmpint (trust (back, link, KITH_END_B), ==, KITH_SCORE_NOT_ASKED);
      }
  KITH_FOR_EACH (KithAssessment, rating, back, KITH_ASSESSMENT)
    if (rating->end == KITH_END_A)
      {
        g_assert_cmpint (rating->basis, ==, KITH_BASIS_OWN_WORDS);
        g_assert_cmpint (rating->scores[KITH_RESPECT], ==, 5);
        g_assert_cmpint (kith_date_first_year (&rating->date), ==, 2020);
      }
}

/* Columns that Kith has no field for go out again under their headings, even odd ones. */
static void
test_further (void)
{
  g_auto (Read) read = read_into (NULL,
                                  "Label,Budget,Ward staff\n"
                                  "Police,\"£1,250,000\",12\nShelter,,=3\n",
                                  "From,To,Risk\nPolice,Shelter,high\n");
  KithStakeholder *named = kith_record_copy (who (read.map, "Police"));
  g_autofree char *odd = kith_fields_set (named->fields, "Sector", "blue light");
  g_autoptr (KithEdit) edit = kith_edit_new ("Name");
  g_autoptr (GBytes) table = NULL;
  g_autoptr (KithMap) seen = NULL;
  g_autoptr (GBytes) open = NULL;
  g_auto (Read) again = { 0 };

  kith_text_set (&named->fields, odd);
  kith_edit_update (edit, who (read.map, "Police"), named);
  g_assert_true (kith_map_apply (read.map, edit, NULL));
  table = kith_csv_export_stakeholders (read.map);
  again = read_into (NULL, g_bytes_get_data (table, NULL), NULL);
  g_assert_cmpstr (who (again.map, "Police")->fields, ==,
                   "Budget: £1,250,000\nSector (field): blue light\nWard staff: 12");
  g_assert_cmpstr (who (again.map, "Shelter")->fields, ==, "Ward staff: =3");
  g_assert_cmpstr (kith_sector_key (who (again.map, "Police")->sector), ==, "police-fire-justice");
  seen = kith_map_for_audience (read.map, KITH_PUBLIC);
  open = kith_csv_export_stakeholders (seen);
  g_assert_null (strstr (g_bytes_get_data (open, NULL), "Budget"));
}

static void
test_partners (void)
{
  g_autoptr (KithMap) map = make_rich_map ();
  g_autoptr (KithMap) seen = kith_map_for_audience (map, KITH_PARTNERS);
  g_autoptr (GBytes) team = kith_csv_export_stakeholders (map);
  g_autoptr (GBytes) partners = kith_csv_export_stakeholders (seen);

  g_assert_nonnull (strstr (g_bytes_get_data (team, NULL), "shh"));
  g_assert_null (strstr (g_bytes_get_data (partners, NULL), "shh"));
  g_assert_null (strstr (g_bytes_get_data (partners, NULL), "Private"));
}

static void
test_list (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (GError) error = NULL;
  guint added, known;
  g_autoptr (KithEdit) edit =
      kith_list_to_edit (map,
                         "• Northmoor Police\r\n\n 1. Shelter\tnotes\n12 Moor Street\n- shelter\n"
                         "   \nPolice, fire\n* Fire",
                         &added, &known);

  kith_map_apply (map, edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (added, ==, 5);
  g_assert_cmpuint (known, ==, 1);
  g_assert_cmpstr (kith_sector_key (who (map, "Northmoor Police")->sector), ==,
                   "police-fire-justice");
  who (map, "12 Moor Street");
  who (map, "Shelter");
  who (map, "Fire");
}

static clock_t
time_of_rows (guint n, gpointer data)
{
  g_autoptr (GString) text = g_string_new ("From,To,Trust");
  g_auto (Read) read = { NULL, NULL };
  clock_t start;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, ",Extra %u", i);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "\nA%u,B%u,nine", i % 700, i % 900);
      for (guint j = 0; j < 100; j++)
        g_string_append (text, ",some words that go on");
    }
  start = clock ();
  read = read_into (NULL, text->str, NULL);
  g_assert_cmpuint (kith_import_n_notes (read.import), <=, 2000);
  return clock () - start;
}

/* A table of half a million odd cells costs ten times what a tenth of it does, and says so
 * briefly. */
static void
test_large (void)
{
  assert_grows_in_proportion (time_of_rows, 500, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/tables-in-kumus-columns-become-a-map", test_kumu);
  g_test_add_func ("/import/what-was-not-understood-is-told-row-by-row", test_notes);
  g_test_add_func ("/import/bare-lists-and-pairs-are-read", test_bare);
  g_test_add_func ("/import/gephis-nodes-and-edges-are-read", test_gephi);
  g_test_add_func ("/import/the-same-tables-twice-change-nothing", test_again);
  g_test_add_func ("/import/who-is-on-the-map-is-reused", test_reuse);
  g_test_add_func ("/import/tables-without-names-are-refused-in-words", test_refused);
  g_test_add_func ("/import/odd-text-is-tamed", test_text_is_tamed);
  g_test_add_func ("/import/our-own-tables-come-back-without-a-remark", test_round_trip);
  g_test_add_func ("/csv-import/further-fields-come-and-go-under-their-headings", test_further);
  g_test_add_func ("/import/tables-for-partners-hold-nothing-private", test_partners);
  g_test_add_func ("/import/a-pasted-list-becomes-stakeholders", test_list);
  g_test_add_func ("/import/a-large-odd-table-costs-in-proportion", test_large);
  return g_test_run ();
}
