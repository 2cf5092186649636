/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-csv-values.h"
#include "kith-ratings-csv.h"

#define MOST_NOTES 500

typedef enum
{
  LINK,
  ROUND,
  END,
  RATING,
  VOICE,
  TRUST,
  RESPECT,
  UNDERSTANDING,
  NOTE,
  WITHDRAW,
  N_COLUMNS,
} Column;

static const char *const names[N_COLUMNS] = { "link",  "round",   "end",     "rating",
                                              "voice", "trust",   "respect", "understanding",
                                              "note",  "withdraw" };

typedef struct
{
  KithMap *map;
  const KithCsvTable *table;
  KithId round;
  const KithDate *today;
  KithRatingsRead *read;
  int columns[N_COLUMNS]; /* -1: there is none */
  GHashTable *met;        /* what rows spoke of already → their number */
  gint64 now;             /* rises, so that later rows are later words */
} Reader;

/* One row as it was understood. */
typedef struct
{
  guint number;
  KithAsk ask;
  KithId round;
  const KithAssessment *before; /* what it corrects, or NULL */
  char *voice;
  char *note;
  int scores[KITH_N_DIMENSIONS];
  gboolean withdraw;
} Row;

static void
row_clear (Row *row)
{
  g_free (row->voice);
  g_free (row->note);
}

static gboolean
lose (Reader *reader, guint number, const char *message)
{
  KithCsvProblem *note;

  reader->read->counts.lost++;
  if (reader->read->notes->len >= MOST_NOTES)
    return FALSE;
  note = g_new0 (KithCsvProblem, 1);
  note->row = number;
  note->message = g_strdup (message);
  g_ptr_array_add (reader->read->notes, note);
  return FALSE;
}

/* 0 where it is none. */
static KithId
id_of (const char *text)
{
  gint64 id = 0;

  g_ascii_string_to_signed (text + (*text == '#'), 10, 1, G_MAXINT64, &id, NULL);
  return id;
}

/* Without our guard and blanks; free it. */
static char *
cell_at (Reader *reader, guint row, Column column)
{
  int at = reader->columns[column];
  const char *cell = at >= 0 ? kith_csv_cell (reader->table, row, (guint) at) : NULL;

  return cell != NULL ? g_strstrip (g_strdup (kith_csv_unguard (cell))) : g_strdup ("");
}

static gboolean
read_headings (Reader *reader, GError **error)
{
  for (guint column = 0; column < N_COLUMNS; column++)
    reader->columns[column] = -1;
  for (guint i = 0;
       kith_csv_n_rows (reader->table) > 0 && i < kith_csv_row_width (reader->table, 0); i++)
    {
      const char *cell = kith_csv_cell (reader->table, 0, i);
      g_autofree char *plain = cell != NULL ? g_strstrip (g_utf8_strdown (cell, -1)) : NULL;

      for (guint column = 0; plain != NULL && column < N_COLUMNS; column++)
        if (g_str_equal (plain, names[column]) && reader->columns[column] < 0)
          reader->columns[column] = (int) i;
    }
  if (reader->columns[LINK] >= 0 && reader->columns[END] >= 0 && reader->columns[TRUST] >= 0)
    return TRUE;
  g_set_error_literal (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID,
                       _ ("This is not a sheet of ratings: it has no columns “link”, “end” and "
                          "“trust”. Use the sheet as Kith has written it."));
  return FALSE;
}

/* --- One row --- */

static gboolean
read_ask (Reader *reader, guint at, Row *row)
{
  g_autofree char *link = cell_at (reader, at, LINK);
  g_autofree char *end = cell_at (reader, at, END);
  g_autofree char *lower = g_ascii_strdown (end, -1);
  int which;

  row->ask.link = id_of (link);
  if (row->ask.link == 0 || kith_map_link (reader->map, row->ask.link) == NULL)
    return lose (reader, row->number, _ ("There is no such link on the map."));
  if (!kith_enum_from_key (&kith_ends, lower, &which))
    return lose (reader, row->number, _ ("The end is neither “a” nor “b”."));
  row->ask.end = (KithEnd) which;
  return TRUE;
}

static gboolean
read_round (Reader *reader, guint at, Row *row)
{
  g_autofree char *text = cell_at (reader, at, ROUND);
  const KithRound *round;

  row->round = *text != '\0' ? id_of (text) : reader->round;
  if (*text == '\0' && row->round == 0)
    return TRUE;
  round = kith_map_round (reader->map, row->round);
  if (round == NULL)
    return lose (reader, row->number, _ ("There is no such round on the map."));
  if (reader->round != 0 && row->round != reader->round)
    return lose (reader, row->number, _ ("It belongs to another round."));
  return TRUE;
}

/* The rating that the row stands for: the one it names, else what its voice said last. */
static gboolean
find_before (Reader *reader, guint at, Row *row)
{
  g_autofree char *id = cell_at (reader, at, RATING);
  g_autoptr (GPtrArray) all = kith_map_assessments_of (reader->map, row->ask.link, row->ask.end);

  for (guint i = all->len; i > 0 && row->before == NULL; i--)
    {
      const KithAssessment *one = all->pdata[i - 1];

      if (*id != '\0' ? one->record.id == id_of (id)
                      : one->round == row->round && strcmp (one->voice, row->voice) == 0
                            && one->basis != KITH_BASIS_AGREED)
        row->before = one;
    }
  if (*id != '\0' && row->before == NULL)
    return lose (reader, row->number, _ ("The rating that it corrects is not on the map."));
  if (*id != '\0' && row->before->round != row->round)
    return lose (reader, row->number, _ ("The rating that it corrects is of another round."));
  if (row->before != NULL)
    {
      g_free (row->voice);
      row->voice = g_strdup (row->before->voice);
    }
  return TRUE;
}

static gboolean
read_scores (Reader *reader, guint at, Row *row)
{
  g_autoptr (KithAssessment) scratch = kith_record_new (KITH_ASSESSMENT, 1);
  gboolean shortened;

  for (guint i = 0; i < KITH_N_DIMENSIONS; i++)
    {
      const KithField *field = kith_kind_field (KITH_ASSESSMENT, names[TRUST + i]);
      g_autofree char *cell = cell_at (reader, at, (Column) (TRUST + i));
      g_autofree char *message = NULL;

      if (*cell == '\0')
        continue;
      if (!kith_value_read (field, scratch, cell, &shortened))
        {
          g_autofree char *shown = kith_value_shorten (cell, 40, &shortened);

          message =
              g_strdup_printf (_ ("“%s” is no rating. Use 1 to 5, “not known”, “not asked” or "
                                  "“prefer not to say”."),
                               shown);
          return lose (reader, row->number, message);
        }
      row->scores[i] = scratch->scores[i];
    }
  return TRUE;
}

static gboolean
read_withdraw (Reader *reader, guint at, Row *row)
{
  g_autofree char *cell = cell_at (reader, at, WITHDRAW);
  g_autofree char *lower = g_utf8_strdown (cell, -1);
  static const char *const yes[] = { "x", "yes", "y", "1", "true", "withdraw", "withdrawn", NULL };
  static const char *const no[] = { "", "no", "n", "0", "false", "-", NULL };

  row->withdraw = g_strv_contains (yes, lower);
  if (row->withdraw || g_strv_contains (no, lower))
    return TRUE;
  return lose (reader, row->number,
               _ ("Whether it is withdrawn is not clear: write “yes” or nothing."));
}

/* Each voice's word on each end counts once in a table. */
static gboolean
is_first (Reader *reader, const Row *row)
{
  char *key = g_strdup_printf ("%" G_GINT64_FORMAT ":%d:%" G_GINT64_FORMAT ":%s", row->ask.link,
                               (int) row->ask.end, row->round, row->voice);
  guint earlier = GPOINTER_TO_UINT (g_hash_table_lookup (reader->met, key));
  g_autofree char *message = NULL;

  if (earlier == 0)
    {
      g_hash_table_insert (reader->met, key, GUINT_TO_POINTER (row->number));
      return TRUE;
    }
  g_free (key);
  message = g_strdup_printf (_ ("Row %u says the same voice’s rating of this link already."),
                             earlier);
  return lose (reader, row->number, message);
}

static gboolean
says_nothing (const Row *row)
{
  for (guint i = 0; i < KITH_N_DIMENSIONS; i++)
    if (row->scores[i] != KITH_SCORE_UNSET)
      return FALSE;
  return !row->withdraw;
}

static gboolean
says_the_same (const Row *row)
{
  if (row->before == NULL || (*row->note != '\0' && strcmp (row->note, row->before->note) != 0))
    return FALSE;
  for (guint i = 0; i < KITH_N_DIMENSIONS; i++)
    if (row->scores[i] != KITH_SCORE_UNSET && row->scores[i] != row->before->scores[i])
      return FALSE;
  return TRUE;
}

static void
add_rating (Reader *reader, const Row *row)
{
  const KithRound *round = kith_map_round (reader->map, row->round);
  KithAssessment *made = kith_record_new (KITH_ASSESSMENT, kith_id_new ());

  made->link = row->ask.link;
  made->end = (int) row->ask.end;
  made->date = round != NULL ? round->date : *reader->today;
  made->round = row->round;
  made->basis = KITH_BASIS_OWN_WORDS;
  made->entered = reader->now++;
  made->is_private = row->before != NULL && row->before->is_private;
  kith_text_set (&made->voice, row->voice);
  kith_text_set (&made->note, row->note);
  for (guint i = 0; i < KITH_N_DIMENSIONS; i++)
    made->scores[i] = row->scores[i];
  kith_edit_insert (reader->read->edit, made);
}

static void
do_row (Reader *reader, const Row *row)
{
  KithRatingsCounts *counts = &reader->read->counts;
  const KithRound *round = kith_map_round (reader->map, row->round);
  /* whether somebody else said just this is not told by a silent round */
  gboolean sealed = round != NULL && round->state == KITH_ROUND_SEALED;

  if (row->withdraw && row->before == NULL)
    lose (reader, row->number, _ ("There is no rating of this voice to withdraw."));
  else if (row->withdraw)
    {
      kith_edit_delete (reader->read->edit, row->before);
      counts->withdrawn++;
    }
  else if (!sealed && says_the_same (row))
    counts->unchanged++;
  else if (round != NULL && round->state == KITH_ROUND_CLOSED)
    lose (reader, row->number, _ ("The round is closed. Open it again to rate in it."));
  else
    {
      add_rating (reader, row);
      if (row->before != NULL && !sealed)
        counts->superseded++;
      else
        counts->added++;
    }
}

static void
read_row (Reader *reader, guint at)
{
  Row row = { .number = kith_csv_row_number (reader->table, at) };
  g_autofree char *voice = cell_at (reader, at, VOICE);
  g_autofree char *note = cell_at (reader, at, NOTE);

  row.voice = kith_value_name (voice);
  row.note = kith_value_note (note);
  if (row.voice == NULL)
    row.voice = g_strdup ("");
  if (row.note == NULL)
    row.note = g_strdup ("");
  if (read_scores (reader, at, &row) && read_withdraw (reader, at, &row))
    {
      if (says_nothing (&row))
        reader->read->counts.empty++;
      else if (read_ask (reader, at, &row) && read_round (reader, at, &row)
               && find_before (reader, at, &row) && is_first (reader, &row))
        do_row (reader, &row);
    }
  row_clear (&row);
}

static void
note_free (gpointer data)
{
  g_free (((KithCsvProblem *) data)->message);
  g_free (data);
}

/**
 * kith_ratings_csv_read:
 * @map: the whole map
 * @table: a filled sheet
 * @round: whose sheet it must be; 0: any
 * @today: the date of what is said without a round
 * @error: KITH_MODEL_ERROR_INVALID where it is no such table
 *
 * A row is taken whole or left out with a remark; all that is taken is one edit. What a voice said
 * before stays, superseded, unless it is withdrawn.
 *
 * Returns: (transfer full) (nullable): what was understood
 */
KithRatingsRead *
kith_ratings_csv_read (KithMap *map,
                       const KithCsvTable *table,
                       KithId round,
                       const KithDate *today,
                       GError **error)
{
  Reader reader = { .map = map, .table = table, .round = round, .today = today };
  g_autoptr (KithRatingsRead) read = g_new0 (KithRatingsRead, 1);

  read->edit = kith_edit_new (_ ("Read ratings from a sheet"));
  read->notes = g_ptr_array_new_with_free_func (note_free);
  reader.read = read;
  reader.now = g_get_real_time ();
  if (!read_headings (&reader, error))
    return NULL;
  reader.met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint at = 1; at < kith_csv_n_rows (table); at++)
    read_row (&reader, at);
  g_hash_table_unref (reader.met);
  return g_steal_pointer (&read);
}

void
kith_ratings_read_free (KithRatingsRead *read)
{
  g_clear_pointer (&read->edit, kith_edit_unref);
  g_clear_pointer (&read->notes, g_ptr_array_unref);
  g_free (read);
}

char *
kith_ratings_read_to_words (const KithRatingsRead *read)
{
  const KithRatingsCounts *counts = &read->counts;
  g_autofree char *taken =
      g_strdup_printf (_ ("New: %u · Said again: %u · Withdrawn: %u · As before: %u · Empty: %u"),
                       counts->added, counts->superseded, counts->withdrawn, counts->unchanged,
                       counts->empty);
  g_autofree char *lost = NULL;

  if (counts->lost == 0)
    return g_steal_pointer (&taken);
  lost = g_strdup_printf (ngettext ("%u row is left out.", "%u rows are left out.", counts->lost),
                          counts->lost);
  return g_strdup_printf ("%s\n%s", taken, lost);
}

char *
kith_ratings_note_to_words (const KithCsvProblem *note)
{
  /* Translators: a remark on a row of a table: "Row 7: There is no such link on the map." */
  return g_strdup_printf (_ ("Row %u: %s"), note->row, note->message);
}
