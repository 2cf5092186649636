/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map as tables and back: nothing that a person can enter is lost, nobody is told what is not for them,
 * and what does not fit is said. */
#include <string.h>

#include "kith-audience.h"
#include "kith-csv-export.h"
#include "kith-csv-import.h"
#include "kith-csv-records.h"
#include "kith-json.h"
#include "kith-test-maps.h"

static const char whole[] =
    "{\"kith\": 1, \"about\": {\"title\": \"Northmoor\", \"review\": \"2027-03\"},"
    " \"stakeholders\": [{\"id\": \"100001\", \"name\": \"Police\", \"sector\": \"housing\", \"x\": 100.5, \"y\": -3},"
    "  {\"id\": \"100002\", \"name\": \"Rugby é\", \"sector\": \"other\"}, {\"id\": \"100003\", \"name\": \"Police\", \"sector\": \"education\"}],"
    " \"annotations\": [{\"form\": \"text\", \"text\": \"Area\"}],"
    " \"links\": [{\"id\": \"100011\", \"a\": \"100001\", \"b\": \"100002\"},"
    "  {\"id\": \"100012\", \"a\": \"100003\", \"b\": \"100002\"}],"
    " \"assessments\": [{\"link\": \"100011\", \"end\": \"b\", \"date\": \"2026-05-01\", \"trust\": \"4\"},"
    "  {\"link\": \"100011\", \"end\": \"b\", \"date\": \"2024-05-01\", \"trust\": \"not-known\"}],"
    " \"spaces\": [{\"id\": \"100021\", \"name\": \"Big room\"}],"
    " \"memberships\": [{\"space\": \"100021\", \"stakeholder\": \"100002\"}],"
    " \"rounds\": [{\"id\": \"100031\", \"title\": \"Autumn 2026\", \"state\": \"open\"}],"
    " \"names\": [{\"stakeholder\": \"100001\", \"name\": \"Watch\", \"to\": \"1995~\"}],"
    " \"successions\": [{\"before\": \"100002\", \"after\": \"100001\"}],"
    " \"scenes\": [{\"title\": \"Who is here?\", \"focus\": \"100002\", \"link\": \"100011\"}],"
    " \"stances\": [{\"stakeholder\": \"100002\", \"view\": \"shares\"}],"
    " \"questions\": [{\"id\": \"100041\", \"title\": \"Why do they wait?\", \"rank\": 1}],"
    " \"positions\": [{\"id\": \"100051\", \"question\": \"100041\", \"title\": \"Beds\"}],"
    " \"answers\": [{\"question\": \"100041\", \"stakeholder\": \"100002\", \"position\": \"100051\","
    "   \"text\": \"There is nowhere to go\"}],"
    " \"pulses\": [{\"stakeholder\": \"100002\", \"date\": \"2026-03\", \"belief\": 325,"
    "   \"answered\": 9}],"
    " \"loads\": [{\"stakeholder\": \"100002\", \"title\": \"A new door\"}],"
    " \"drivers\": [{\"stakeholder\": \"100001\", \"money\": \"May not overspend\"}],"
    " \"barriers\": [{\"link\": \"100011\", \"text\": \"Only by referral\"}],"
    " \"repairs\": [{\"link\": \"100011\", \"title\": \"Answer the phone\"}],"
    " \"acknowledgements\": [{\"stakeholder\": \"100002\", \"sign\": \"silence\"}],"
    " \"quotes\": [{\"link\": \"100011\", \"text\": \"It was never our role\"}],"
    " \"events\": [{\"link\": \"100011\", \"date\": \"199X\", \"title\": \"First match\"}]}";

/* Everything that it says of anything, but for words that stand in a list of their own. */
static void
fill (gpointer record, const char *text)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));

  for (guint i = 0; i < info->n_fields; i++)
    {
      const KithField *field = &info->fields[i];

      if (field->type == KITH_TYPE_TEXT && !g_str_equal (field->name, "tags")
          && !g_str_equal (field->name, "fields") && !g_str_equal (field->name, "key")
          && !g_str_equal (field->name, "size_by") && kith_field_is_default (field, record))
        kith_field_from_text (field, record, text, NULL);
      else if (field->type == KITH_TYPE_ENUM && kith_field_is_default (field, record))
        kith_field_from_text (field, record, field->values->values[1].key, NULL);
      else if (field->type == KITH_TYPE_INT && kith_field_is_default (field, record))
        kith_field_from_text (field, record, field->max >= 100 ? "100" : "3", NULL);
      else if ((field->type == KITH_TYPE_BOOL && !g_str_equal (field->name, "private"))
               || field->type == KITH_TYPE_TIME)
        kith_field_from_text (field, record, "1", NULL);
      else if (field->type == KITH_TYPE_COORD || field->type == KITH_TYPE_SIZE)
        kith_field_from_text (field, record,
                              g_str_equal (field->name, "bend_along") ? "-0.25" : "-123.015625",
                              NULL);
      else if (field->type == KITH_TYPE_DATE && kith_field_is_default (field, record))
        kith_field_from_text (field, record, "2012-03~", NULL);
    }
}

static KithMap *
make_map (const char *text)
{
  g_autoptr (GBytes) json = g_bytes_new_static (whole, strlen (whole));
  g_autoptr (GError) error = NULL;
  KithMap *map = kith_map_from_json (json, &error);

  g_assert_no_error (error);
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    if (kith_map_n (map, (KithKind) kind) > 0)
      {
        KithRecord *full = kith_record_copy (kith_map_nth (map, (KithKind) kind, 0));

        fill (full, text);
        test_put (map, full);
      }
  return map;
}

/* Its tables, each as a file that has been read; the first two are stakeholders and links. */
static GPtrArray *
tables_of (KithMap *map)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) kith_csv_table_free);

  for (int kind = -2; kind < KITH_N_KINDS; kind++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      if (kind < 0)
        bytes = kind == -2 ? kith_csv_export_stakeholders (map) : kith_csv_export_links (map);
      else if (kith_csv_has_table ((KithKind) kind))
        bytes = kith_csv_export_records (map, (KithKind) kind);
      if (bytes == NULL)
        continue;
      g_ptr_array_add (tables, kith_csv_read (bytes, "table.csv", &error));
      g_assert_no_error (error);
    }
  return tables;
}

static KithImport *
read_into (KithMap *map, GPtrArray *tables)
{
  g_autoptr (GError) error = NULL;
  KithImport *import = kith_import_new (map, (KithCsvTable *const *) tables->pdata, tables->len,
                                        &error);
  g_autoptr (KithEdit) edit = NULL;

  g_assert_no_error (error);
  edit = kith_import_to_edit (import, map, &error);
  g_assert_no_error (error);
  kith_map_apply (map, edit, &error);
  g_assert_no_error (error);
  test_check (map);
  return import;
}

/* The size of a box follows from its name; the rest is what tables do not have. */
static gboolean
is_compared (KithKind kind, const KithField *field)
{
  if (kind == KITH_STAKEHOLDER
      && (g_str_equal (field->name, "width") || g_str_equal (field->name, "height")))
    return FALSE;
  return kith_csv_has_field (kind, field);
}

static void
assert_same (KithMap *map, KithMap *back)
{
  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    {
      const KithKindInfo *info = kith_kind_info ((KithKind) kind);

      g_assert_cmpuint (kith_map_n (map, (KithKind) kind), ==, kith_map_n (back, (KithKind) kind));
      KITH_FOR_EACH (KithRecord, one, map, (KithKind) kind)
        for (guint i = 0; i < info->n_fields; i++)
          {
            gconstpointer other = kith_map_get (back, (KithKind) kind, KITH_ID (one));
            g_autofree char *said = kith_field_to_text (&info->fields[i], one);
            g_autofree char *read = NULL;

            g_assert_nonnull (other);
            read = kith_field_to_text (&info->fields[i], other);
            if (is_compared ((KithKind) kind, &info->fields[i]) && !g_str_equal (said, read))
              g_error ("%s.%s: “%s” came back as “%s”", info->name, info->fields[i].name, said,
                       read);
          }
    }
}

static void
nothing_is_lost (void)
{
  static const char *const texts[] = { "plain", "“a” \"b\", c; d", "=1+1", "'-2 'x", "two\nlines" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (KithMap) map = make_map (texts[i]);
      g_autoptr (KithMap) back = kith_map_new ();
      g_autoptr (GPtrArray) tables = tables_of (map);
      g_autoptr (KithImport) import = read_into (back, tables);

      g_test_message ("%s", texts[i]);
      if (strchr (texts[i], '\n') == NULL) /* else names of one line come back on one */
        assert_same (map, back);
      g_assert_cmpuint (kith_import_counts (import)->lost, ==, 0);
      g_assert_cmpuint (kith_import_counts (import)->ratings, ==, 2);
    }
}

/* The tables of a map that are read into it once more change nothing. */
static void
what_is_there_stays_as_it_is (void)
{
  g_autoptr (KithMap) map = make_map ("said");
  g_autoptr (KithMap) before = kith_map_snapshot (map);
  g_autoptr (GPtrArray) tables = tables_of (map);
  g_autoptr (KithImport) import = read_into (map, tables);

  assert_same (before, map);
}

/* What partners have been handed has no private word, and read back it erases none. */
static void
partners_get_theirs_and_erase_nothing (void)
{
  g_autoptr (KithMap) map = make_map ("Zqsecret");
  g_autoptr (KithMap) seen = NULL;
  g_autoptr (KithMap) before = NULL;
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (KithImport) import = NULL;
  KithEvent *hidden = kith_record_new (KITH_EVENT, kith_id_new ());

  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    KITH_FOR_EACH (KithRecord, one, map, (KithKind) kind)
      {
        const KithKindInfo *info = kith_kind_info ((KithKind) kind);
        KithRecord *plain = kith_record_copy (one);

        for (guint i = 0; i < info->n_fields && info->audience != KITH_TEAM; i++)
          if (info->fields[i].type == KITH_TYPE_TEXT && info->fields[i].audience != KITH_TEAM
              && strstr (*(char **) kith_field_address (&info->fields[i], plain), "Zq") != NULL)
            kith_field_from_text (&info->fields[i], plain, "open", NULL);
        test_put (map, plain);
      }
  kith_text_set (&hidden->title, "Zqevent");
  hidden->is_private = TRUE;
  test_put (map, hidden);
  before = kith_map_snapshot (map);
  seen = kith_map_for_audience (map, KITH_PARTNERS);
  tables = tables_of (seen);
  for (guint i = 0; i < tables->len; i++)
    {
      const KithCsvTable *table = tables->pdata[i];

      for (guint row = 0; row < kith_csv_n_rows (table); row++)
        for (guint column = 0; column < kith_csv_row_width (table, row); column++)
          g_assert_null (strstr (kith_csv_cell (table, row, column), "Zq"));
    }
  import = read_into (map, tables);
  assert_same (before, map);
}

static KithCsvTable *
table_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  KithCsvTable *table = kith_csv_read (bytes, "table.csv", &error);

  g_assert_no_error (error);
  return table;
}

/* A row that is no record is left out and named; the others come. */
static void
what_does_not_fit_is_said (void)
{
  static const struct
  {
    const char *text;
    guint events, spaces;
    guint lost;
  } rows[] = {
    { "event id,title,date,stakeholder\n1,Fire,12 March 2019,Police\n", 1, 0, 0 },
    { "event id,title,stakeholder\n1,Fire,Nobody\n", 1, 0, 1 },
    { "event id,title,nonsense\n1,Fire,x\n", 1, 0, 1 },
    { "event id,title,date\n1,Fire,on a Tuesday\n", 1, 0, 1 },
    { "space id,name,private\n1,Room,yes\n2,,\n3,Hall,perhaps\n", 0, 2, 2 },
    { "event id,title,stakeholder,space\n1,Fire,Police,1\n", 1, 0, 1 },
    { "membership id,space,stakeholder\n1,7,Police\n", 0, 0, 2 },
    { "event id,title\n100,Fire\n1,Flood\n1,Again\n", 2, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KithMap) map = kith_map_new ();
      g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (
          (GDestroyNotify) kith_csv_table_free);
      g_autoptr (KithImport) import = NULL;

      g_test_message ("%s", rows[i].text);
      g_ptr_array_add (tables, table_of (rows[i].text));
      g_ptr_array_add (tables, table_of ("Label,Sector\nPolice,police\n"));
      import = read_into (map, tables);
      for (guint j = 0; j < kith_import_n_notes (import); j++)
        g_test_message ("%s", kith_import_note (import, j)->message);
      g_assert_cmpuint (kith_map_n (map, KITH_EVENT), ==, rows[i].events);
      g_assert_cmpuint (kith_map_n (map, KITH_SPACE), ==, rows[i].spaces);
      g_assert_cmpuint (kith_import_counts (import)->lost, ==, rows[i].lost);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-records/nothing-is-lost", nothing_is_lost);
  g_test_add_func ("/csv-records/what-is-there-stays-as-it-is", what_is_there_stays_as_it_is);
  g_test_add_func ("/csv-records/partners-get-theirs-and-erase-nothing",
                   partners_get_theirs_and_erase_nothing);
  g_test_add_func ("/csv-records/what-does-not-fit-is-said", what_does_not_fit_is_said);
  return g_test_run ();
}
