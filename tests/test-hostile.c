/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents that nobody should have made. Each: no crash, no hang, the original byte-identical, a
 * message that says what and names the file. */
#include "hostile-place.h"

#include <string.h>
#include <unistd.h>

#include "kith-digest.h"
#include "kith-file.h"
#include "kith-image-header.h"
#include "kith-sql.h"
#include "kith-schema.h"
#include "kith-store-error.h"

static void
put (Place *place, gconstpointer data, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (place->path, data, size, &error);
  g_assert_no_error (error);
}

static guint8 *
copy_bytes (Place *place, gsize *size)
{
  gconstpointer data = g_bytes_get_data (place->bytes, size);

  return g_memdup2 (data, *size);
}

/* Opening whatever is at the path is refused, with a sentence that names it, and leaves it as it
 * was. What never ends is for the time limit of the whole test to tell. */
static void
assert_refused (Place *place, int code)
{
  g_autofree char *before = sample_digest (place->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) map = NULL;

  map = kith_file_load (place->file, &error);
  g_assert_null (map);
  g_test_message ("%s", error->message);
  g_assert_cmpint (error->domain, ==, KITH_STORE_ERROR);
  if (code != ANY)
    g_assert_error (error, KITH_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, "map.kith"));
  after = sample_digest (place->path);
  g_assert_cmpstr (before, ==, after);
}

/* Refused, or the same map as ever: stamps and tombstones too. */
static gboolean
is_harmless (Place *place, const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (KithMap) map = kith_image_to_map (bytes, "map.kith", NULL);
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  if (map == NULL)
    return TRUE;
  a = kith_digest_stamps (map);
  b = kith_digest_stamps (place->map);
  return kith_map_equal (map, place->map) && g_str_equal (a, b);
}

static void
test_not_maps (Place *place, gconstpointer data)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0";
  g_autofree char *letter = g_strnfill (5000, 'x');

  put (place, "", 0);
  assert_refused (place, KITH_STORE_ERROR_EMPTY);
  put (place, letter, 50);
  assert_refused (place, KITH_STORE_ERROR_FOREIGN);
  put (place, letter, 5000);
  assert_refused (place, KITH_STORE_ERROR_FOREIGN);
  put (place, png, sizeof png);
  assert_refused (place, KITH_STORE_ERROR_FOREIGN);
  put (place, g_bytes_get_data (place->bytes, NULL), 50);
  assert_refused (place, KITH_STORE_ERROR_FOREIGN);
}

static void
test_header (Place *place, gconstpointer data)
{
  static const struct
  {
    guint at;
    guint8 value;
    int code;
  } cases[] = {
    { 68, 'X', KITH_STORE_ERROR_FOREIGN }, /* application id */
    { 63, KITH_SCHEMA_VERSION + 1, KITH_STORE_ERROR_NEWER },
    { 63, 0, KITH_STORE_ERROR_DAMAGED },
    { 63, KITH_SCHEMA_VERSION - 1, KITH_STORE_ERROR_DAMAGED }, /* the tables of another version */
    { 18, 2, KITH_STORE_ERROR_DAMAGED },
    { 19, 2, KITH_STORE_ERROR_DAMAGED }, /* log */
    { 20, 8, KITH_STORE_ERROR_DAMAGED },
    { 16, 2, KITH_STORE_ERROR_DAMAGED },
    { 59, 2, KITH_STORE_ERROR_DAMAGED },
    { 0, 's', KITH_STORE_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize size;
      g_autofree guint8 *copy = copy_bytes (place, &size);

      copy[cases[i].at] = cases[i].value;
      put (place, copy, size);
      assert_refused (place, cases[i].code);
    }
}

static void
test_truncated (Place *place, gconstpointer data)
{
  gsize size;
  g_autofree guint8 *copy = copy_bytes (place, &size);

  for (gsize length = 512; length < size; length += 512)
    {
      put (place, copy, length);
      assert_refused (place, KITH_STORE_ERROR_DAMAGED);
    }
}

static void
test_appended (Place *place, gconstpointer data)
{
  gsize size;
  g_autofree guint8 *copy = copy_bytes (place, &size);

  copy = g_realloc (copy, size + 4096);
  memset (copy + size, 0, 4096);
  put (place, copy, size + 4096);
  assert_refused (place, KITH_STORE_ERROR_DAMAGED);
}

/* All bits of the header, and a sample of the others. */
static void
test_flipped_bits (Place *place, gconstpointer data)
{
  gsize size;
  g_autofree guint8 *copy = copy_bytes (place, &size);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint n = g_test_slow () ? size * 8 : 1600;
  guint refused = 0;

  for (guint i = 0; i < n; i++)
    {
      guint bit = i < 800 || g_test_slow () ? i : (guint) g_rand_int_range (rand, 0, size * 8);

      copy[bit / 8] ^= 1 << bit % 8;
      if (!is_harmless (place, copy, size))
        g_error ("a flipped bit %u changes the map", bit);
      copy[bit / 8] ^= 1 << bit % 8;
      refused++;
    }
  g_assert_cmpuint (refused, ==, n);
}

static void
test_zeroed_sectors (Place *place, gconstpointer data)
{
  gsize size;
  g_autofree guint8 *copy = copy_bytes (place, &size);

  for (gsize at = 0; at + 512 <= size; at += 512)
    {
      guint8 kept[512];

      memcpy (kept, copy + at, 512);
      memset (copy + at, 0, 512);
      g_assert_true (is_harmless (place, copy, size));
      memcpy (copy + at, kept, 512);
    }
}

static void
test_leftovers (Place *place, gconstpointer data)
{
  static const char *const suffixes[] = { "-journal", "-wal", "-shm" };
  gsize size;
  g_autofree guint8 *copy = copy_bytes (place, &size);
  g_autoptr (KithMap) map = NULL;

  put (place, copy, size);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (place->path, suffixes[i], NULL);

      g_assert_true (g_file_set_contents (name, (char *) copy, 5000, NULL));
    }
  map = kith_file_load (place->file, NULL);
  g_assert_true (kith_map_equal (map, place->map));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (place->path, suffixes[i], NULL);

      g_assert_true (g_file_test (name, G_FILE_TEST_EXISTS));
    }
}

/* Changes the document with SQL, and makes its header as if Kith had written it. */
static void
alter (Place *place, const char *sql)
{
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  const char *header = g_bytes_get_data (place->bytes, NULL);
  gsize size;

  put (place, g_bytes_get_data (place->bytes, NULL), g_bytes_get_size (place->bytes));
  g_assert_cmpint (sqlite3_open (place->path, &db), ==, SQLITE_OK);
  if (!kith_sql_exec (db, sql, &error))
    g_error ("%.200s: %s", sql, sqlite3_errmsg (db));
  g_clear_pointer (&db, sqlite3_close_v2);
  g_assert_true (g_file_get_contents (place->path, &bytes, &size, NULL));
  memcpy (bytes, header, 28);
  memcpy (bytes + 32, header + 32, 100 - 32);
  put (place, bytes, size);
}

/* A schema that is not strict for a moment, so that anything goes in. */
#define LOOSE(table, change)                                                                            \
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, ' STRICT', '') "           \
  "WHERE name = '" table "'; PRAGMA writable_schema = RESET; " change                                   \
  "; PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = sql || ' STRICT' WHERE name = '" table \
  "'"

static const char *const changes[] = {
  /* Schema */
  "CREATE VIEW v AS SELECT 1",
  "CREATE VIEW v AS WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "
  "SELECT x FROM c",
  "CREATE TRIGGER t AFTER INSERT ON link BEGIN SELECT 1; END",
  "CREATE INDEX i ON link (a)",
  "CREATE TABLE extra (x)",
  "CREATE VIRTUAL TABLE f USING fts5 (x)",
  "ALTER TABLE about ADD COLUMN g INT AS (1)",
  "DROP TABLE tombstone",
  "DROP TABLE event; CREATE VIEW event AS WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL "
  "SELECT x + 1 FROM c) SELECT x AS id FROM c",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE nonsense (' "
  "WHERE name = 'event'",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'event'",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'event'",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'event'",
  /* Values */
  "UPDATE stakeholder SET x = 9e999",
  "UPDATE stakeholder SET x = 1e308",
  "UPDATE stakeholder SET x = 0.1",
  "UPDATE stakeholder SET width = -64.0",
  "UPDATE stakeholder SET name = ''",
  "UPDATE stakeholder SET name = 'Renamed'",
  "UPDATE stakeholder SET name = CAST (x'ff41' AS TEXT)",
  "UPDATE stakeholder SET name = 'a' || char (0) || 'b'",
  "UPDATE stakeholder SET description = replace (hex (zeroblob (200000)), '00', 'ab')",
  "UPDATE stakeholder SET name = replace (hex (zeroblob (5000000)), '00', 'ab') "
  "WHERE id = (SELECT min (id) FROM stakeholder)",
  "UPDATE stakeholder SET level = 'heaven'",
  "UPDATE stakeholder SET sector = 424242",
  "UPDATE stakeholder SET sector = -1",
  "UPDATE stakeholder SET private = 7",
  "UPDATE stakeholder SET \"from\" = 'yesterday'",
  "UPDATE stakeholder SET changed = changed + 1",
  "UPDATE stakeholder SET id = -5 WHERE id = (SELECT min (id) FROM stakeholder)",
  "UPDATE link SET b = a",
  "UPDATE link SET a = 424242",
  "UPDATE assessment SET trust = '9'",
  "UPDATE event SET stakeholder = (SELECT min (id) FROM stakeholder)",
  "DELETE FROM about",
  "INSERT INTO about SELECT 101, title, purpose, description, owner, private_note, review, key, "
  "size_by, pulse_every, changed, copy FROM about",
  "DELETE FROM assessment",
  "INSERT INTO tombstone VALUES (77, 'link', 1, 1)",
  "DELETE FROM meta",
  "UPDATE meta SET value = '0' WHERE key = 'digest'",
  "UPDATE meta SET value = '0' WHERE key = 'stamps'",
  "UPDATE meta SET value = '0' WHERE key = 'counts'",
  LOOSE ("stakeholder", "UPDATE stakeholder SET x = 'left'"),
  LOOSE ("stakeholder", "UPDATE stakeholder SET x = x'00'"),
  LOOSE ("stakeholder", "UPDATE stakeholder SET pinned = x'0102'"),
  LOOSE ("stakeholder", "UPDATE stakeholder SET name = 12"),
  LOOSE ("link", "UPDATE link SET kind = 1.5"),
};

static void
test_altered (Place *place, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_test_message ("%.70s", changes[i]);
      alter (place, changes[i]);
      assert_refused (place, KITH_STORE_ERROR_DAMAGED);
    }
}

static void
test_large_schemas (Place *place, gconstpointer data)
{
  g_autoptr (GString) sql = g_string_new ("BEGIN;");
  g_autofree char *much = g_strnfill (1000000, 'x');
  g_autofree char *fault = g_strdup_printf ("ALTER TABLE about ADD COLUMN d TEXT DEFAULT '%s'",
                                            much);

  for (int i = 0; i < 3000; i++)
    g_string_append_printf (sql, "CREATE TABLE t%d (x);", i);
  g_string_append (sql, "COMMIT");
  alter (place, sql->str);
  assert_refused (place, KITH_STORE_ERROR_DAMAGED);
  alter (place, fault);
  assert_refused (place, KITH_STORE_ERROR_DAMAGED);
}

static void
test_too_big (Place *place, gconstpointer data)
{
  gsize size;
  g_autofree guint8 *copy = copy_bytes (place, &size);

  put (place, copy, size);
  g_assert_no_errno (truncate (place->path, (off_t) 65 << 20));
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (kith_file_load (place->file, &error));
    g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_TOO_BIG);
  }
  g_assert_no_errno (truncate (place->path, (off_t) 1 << 40));
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (kith_file_load (place->file, &error));
    g_assert_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_TOO_BIG);
  }
}

static KithMap *
salvage (Place *place, const guint8 *data, gsize size, char **report)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  KithMap *map = kith_image_salvage (bytes, "map.kith", report, &error);

  g_assert_true ((map == NULL) == (error != NULL));
  if (map != NULL)
    g_assert_true (kith_map_check (map, NULL));
  return map;
}

static void
test_salvage_page (Place *place, gconstpointer data)
{
  g_autoptr (KithMap) big = sample_map (400, 600, 9);
  g_autoptr (GBytes) bytes = kith_image_from_map (big, NULL);
  gsize size;
  const guint8 *whole = g_bytes_get_data (bytes, &size);
  guint n = kith_map_n (big, KITH_STAKEHOLDER);

  for (gsize page = 0; page < size / 4096; page += 3)
    {
      g_autofree guint8 *copy = g_memdup2 (whole, size);
      g_autofree char *report = NULL;
      g_autoptr (KithMap) map = NULL;

      memset (copy + page * 4096, 0, 4096);
      map = salvage (place, copy, size, &report);
      g_assert_nonnull (map);
      g_assert_nonnull (report);
      /* A page holds some twenty rows; the root of a table is the worst to lose. */
      if (page == 0)
        g_assert_true (kith_map_equal (map, big));
      else if (page > 40)
        g_assert_cmpuint (kith_map_n (map, KITH_STAKEHOLDER), >, n * 9 / 10);
      if (page > 40 && kith_map_n (map, KITH_STAKEHOLDER) < n)
        g_assert_nonnull (strstr (report, " lost"));
    }
}

static void
test_salvage_half (Place *place, gconstpointer data)
{
  gsize size;
  g_autofree guint8 *copy = copy_bytes (place, &size);
  g_autofree char *report = NULL;
  g_autoptr (KithMap) map = salvage (place, copy, size / 4096 / 2 * 4096, &report);
  g_autoptr (KithMap) nothing = NULL;
  g_autofree guint8 *noise = g_malloc0 (20000);

  g_assert_nonnull (map);
  nothing = salvage (place, noise, 20000, NULL);
  g_assert_null (nothing);
}

static void
test_salvage_noise (Place *place, gconstpointer data)
{
  gsize size;
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (int i = 0; i < 200; i++)
    {
      g_autofree guint8 *copy = copy_bytes (place, &size);
      g_autoptr (KithMap) map = NULL;
      gsize at = g_rand_int_range (rand, 0, size - 64);

      for (int j = 0; j < 64; j++)
        copy[at + j] = g_rand_int_range (rand, 0, 256);
      map = salvage (place, copy, size, NULL);
    }
}

/* A salvaged file is offered in words, and is untouched. */
static void
test_salvage_file (Place *place, gconstpointer data)
{
  gsize size;
  g_autofree guint8 *copy = copy_bytes (place, &size);
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (KithMap) map = NULL;
  char *name = memmem (copy, size, "Northmoor Trust 7", 17);

  name[0] = 'M';
  put (place, copy, size);
  before = sample_digest (place->path);
  g_assert_false (kith_file_check (place->file, &report, &error));
  g_assert_true (kith_store_error_is_salvageable (error));
  g_clear_pointer (&report, g_free);
  map = kith_file_salvage (place->file, &report, NULL);
  g_assert_cmpuint (kith_map_n (map, KITH_STAKEHOLDER), ==, 20);
  g_assert_nonnull (strstr (report, "Nothing is missing"));
  after = sample_digest (place->path);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(path, func) g_test_add ("/hostile/" path, Place, NULL, set_up, func, tear_down)
  ADD ("document/what-is-no-map-is-called-so", test_not_maps);
  ADD ("document/header", test_header);
  ADD ("document/cut-short", test_truncated);
  ADD ("document/with-something-at-its-end", test_appended);
  ADD ("document/a-flipped-bit-never-changes-the-map", test_flipped_bits);
  ADD ("document/a-zeroed-sector-never-changes-the-map", test_zeroed_sectors);
  ADD ("document/journals-beside-it-are-not-looked-at", test_leftovers);
  ADD ("document/altered-schema-or-values", test_altered);
  ADD ("document/a-schema-without-end", test_large_schemas);
  ADD ("document/too-big", test_too_big);
  ADD ("salvage/any-page-may-be-lost", test_salvage_page);
  ADD ("salvage/half-a-file", test_salvage_half);
  ADD ("salvage/noise", test_salvage_noise);
  ADD ("salvage/leaves-the-file-alone", test_salvage_file);
#undef ADD
  return g_test_run ();
}
