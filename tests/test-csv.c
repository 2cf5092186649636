/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of text: what spreadsheets and people write, and what nobody should. */
#include "kith-csv.h"

#include <string.h>

#include "growth.h"

static KithCsvTable *
read_bytes (const void *data, gsize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return kith_csv_read (bytes, "table.csv", error);
}

static KithCsvTable *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  KithCsvTable *table = read_bytes (text, strlen (text), &error);

  g_assert_no_error (error);
  return table;
}

static void
assert_row (const KithCsvTable *table, guint row, const char *expected)
{
  g_auto (GStrv) cells = g_strsplit (expected, "¦", -1);

  g_assert_cmpuint (row, <, kith_csv_n_rows (table));
  g_assert_cmpuint (kith_csv_row_width (table, row), ==, g_strv_length (cells));
  for (guint i = 0; cells[i] != NULL; i++)
    g_assert_cmpstr (kith_csv_cell (table, row, i), ==, cells[i]);
}

static void
test_shapes (void)
{
  static const struct
  {
    const char *text;
    const char *second; /* row */
    guint number;
  } cases[] = {
    { "a,b\n1,2\n", "1¦2", 2 },
    { "a,b\r\n1,2\r\n", "1¦2", 2 },
    { "a,b\r1,2\r", "1¦2", 2 },
    { "a;b\n1,5;2\n", "1,5¦2", 2 },
    { "a\tb\n1;3\t2\n", "1;3¦2", 2 },
    { "sep=;\na;b\n1;2\n", "1¦2", 3 },
    { "a,b\n\n , \n1,2\n\n\n,,,\n", "1¦2", 4 },
    { "a,b\n\"x, y\",\"say \"\"hi\"\"\"\n", "x, y¦say \"hi\"", 2 },
    { "a,b\n\"two\nlines\",2\n", "two\nlines¦2", 2 },
    { "\xef\xbb\xbf"
      "a,b\n1,2",
      "1¦2", 2 },
    { "Police, fire\nED\n", "ED", 2 },
    { "a,b\n\"open,2", "\"open¦2", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KithCsvTable) table = read_text (cases[i].text);

      g_test_message ("%s", cases[i].text);
      assert_row (table, 1, cases[i].second);
      g_assert_cmpuint (kith_csv_n_rows (table), ==, 2);
      g_assert_cmpuint (kith_csv_row_number (table, 1), ==, cases[i].number);
    }
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *charset;
    const char *mark;
    KithCsvEncoding expected;
  } cases[] = {
    { "UTF-8", "", KITH_CSV_UTF8 },
    { "UTF-8", "\xef\xbb\xbf", KITH_CSV_UTF8 },
    { "UTF-16LE", "\xff\xfe", KITH_CSV_UTF16_LE },
    { "UTF-16BE", "\xfe\xff", KITH_CSV_UTF16_BE },
    { "UTF-16LE", "", KITH_CSV_UTF16_LE },
    { "UTF-16BE", "", KITH_CSV_UTF16_BE },
    { "WINDOWS-1252", "", KITH_CSV_WINDOWS_1252 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize size;
      g_autofree char *body = g_convert ("name,kind\nHarbour Crisis Café,“charity”\n", -1,
                                         cases[i].charset, "UTF-8", NULL, &size, NULL);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (KithCsvTable) table = NULL;

      g_byte_array_append (bytes, (const guint8 *) cases[i].mark, strlen (cases[i].mark));
      g_byte_array_append (bytes, (const guint8 *) body, size);
      table = read_bytes (bytes->data, bytes->len, &error);
      g_assert_no_error (error);
      g_assert_cmpint (table->encoding, ==, cases[i].expected);
      g_assert_cmpint (table->encoding_unsure, ==, cases[i].expected == KITH_CSV_WINDOWS_1252);
      assert_row (table, 1, "Harbour Crisis Café¦“charity”");
    }
}

static const char *
problem (const KithCsvTable *table, guint i, guint *row)
{
  const KithCsvProblem *found = table->problems->pdata[i];

  *row = found->row;
  return found->message;
}

static void
test_ragged (void)
{
  g_autoptr (KithCsvTable) table = read_text ("a,b,c\n1,2\n1,2,3\n1,2,3,4\n1,2,3,,\n");
  guint row;

  g_assert_cmpuint (table->problems->len, ==, 2);
  problem (table, 0, &row);
  g_assert_cmpuint (row, ==, 2);
  problem (table, 1, &row);
  g_assert_cmpuint (row, ==, 4);
  g_assert_cmpstr (kith_csv_cell (table, 1, 2), ==, "");
}

static void
test_unclosed_quote (void)
{
  g_autoptr (KithCsvTable) table = read_text ("a,b\n1,2\n\"never,closed\n3,4\n");
  guint row;

  g_assert_nonnull (strstr (problem (table, 0, &row), "never closed"));
  g_assert_cmpuint (row, ==, 3);
  assert_row (table, 3, "3¦4");
}

static void
assert_refused (const void *data, gsize size, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_bytes (data, size, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_hostile (void)
{
  gsize size = KITH_CSV_MAX_BYTES + 1;
  g_autofree char *big = g_malloc (size);

  assert_refused ("a,b\n1,\0"
                  "2\n",
                  9, "Line 2");
  memset (big, ',', size);
  assert_refused (big, 1000000, "columns");
  assert_refused (big, size, "larger than 64 MB");
  for (gsize i = 0; i < size; i += 2)
    big[i] = '\n';
  for (gsize i = 0; i < 40000000; i += 8)
    memcpy (big + i, "a,b,c,d\n", 8);
  assert_refused (big, 40000000, "cells");
}

static clock_t
time_of_marks (guint size, gpointer pattern)
{
  gsize length = strlen (pattern);
  g_autofree char *marks = g_malloc (size);
  g_autoptr (KithCsvTable) table = NULL;
  g_autoptr (GError) error = NULL;
  clock_t start;

  for (guint i = 0; i < size; i++)
    marks[i] = i % 1000 == 999 ? '\n' : ((const char *) pattern)[i % length];
  start = clock ();
  table = read_bytes (marks, size, &error);
  g_assert_no_error (error);
  return clock () - start;
}

/* In proportion even where every mark is odd. */
static void
test_many_quotes (void)
{
  static const char *const patterns[] = { "\"", "\",", ",\"", "\"a,", "\"\"," };

  for (guint p = 0; p < G_N_ELEMENTS (patterns); p++)
    assert_grows_in_proportion (time_of_marks, 256 * 1024, (gpointer) patterns[p]);
}

static void
test_guard (void)
{
  static const char *const texts[] = {
    "plain", "=1+1",       "+44 161",    "-",        "@cmd",    "\tx",
    "\rx",   "'quoted",    "''two",      "＝1",      "＠x",     "",
    "a,b",   "say \"hi\"", "two\nlines", " blanks ", "O'Brien", "−2 effect",
  };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (KithCsvTable) table = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      kith_csv_write_text (out, TRUE, texts[i]);
      kith_csv_write_text (out, FALSE, "end");
      kith_csv_write_end (out);
    }
  g_assert_nonnull (strstr (out->str, "'=1+1,end\r\n"));
  g_assert_nonnull (strstr (out->str, "''quoted,end\r\n"));
  g_assert_nonnull (strstr (out->str, "\nO'Brien,end\r\n"));
  table = read_text (out->str);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (kith_csv_unguard (kith_csv_cell (table, i, 0)), ==, texts[i]);
}

static void
test_numbers (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  kith_csv_write_number (out, TRUE, -12.5);
  kith_csv_write_number (out, FALSE, 3);
  g_assert_cmpstr (out->str, ==, "-12.5,3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/every-separator-and-end-of-line-is-read", test_shapes);
  g_test_add_func ("/csv/every-encoding-is-recognised", test_encodings);
  g_test_add_func ("/csv/ragged-rows-are-told-by-number", test_ragged);
  g_test_add_func ("/csv/an-unclosed-quote-is-told-and-harms-one-row", test_unclosed_quote);
  g_test_add_func ("/csv/hostile-tables-are-refused-at-once", test_hostile);
  g_test_add_func ("/csv/odd-quotes-cost-linear-time", test_many_quotes);
  g_test_add_func ("/csv/text-is-guarded-and-comes-back", test_guard);
  g_test_add_func ("/csv/numbers-are-not-touched", test_numbers);
  return g_test_run ();
}
