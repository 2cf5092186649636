/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-pulse-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-csv-values.h"
#include "kith-verbs-pulse.h"

#define MOST_NOTES 500

typedef enum
{
  ID,
  NAME,
  ROUND,
  DATE,
  SCORES,
  ASKED = SCORES + KITH_N_PULSE_MEASURES,
  ANSWERED,
  NOTE,
  N_COLUMNS,
} Column;

typedef struct
{
  KithMap *map;
  const KithCsvTable *table;
  const KithPulseRound *round;
  KithPulseRead *read;
  int columns[N_COLUMNS]; /* -1: there is none */
  GHashTable *met;        /* "stakeholder:round" → row number */
  GHashTable *by_name;    /* kith_value_key() → KithId, 0 where several have it */
} Reader;

/* What a column is called by us: in words, or by key. */
static const char *
heading (guint column, gboolean key)
{
  static const char *const words[] = {
    [ID] = "id",     [NAME] = "stakeholder",     [ROUND] = "round",
    [DATE] = "date", [ASKED] = "asked (people)", [ANSWERED] = "answered (people)",
    [NOTE] = "note",
  };

  if (column >= SCORES && column < ASKED)
    return key ? kith_enum_key (&kith_pulse_measures, (int) column - SCORES)
               : kith_pulse_measures.values[column - SCORES].label;
  if (key && column == ASKED)
    return "asked";
  return key && column == ANSWERED ? "answered" : words[column];
}

/* --- Writing --- */

static void
write_count (GString *out, int n)
{
  g_autofree char *text = n > 0 ? g_strdup_printf ("%d", n) : g_strdup ("");

  kith_csv_write_text (out, FALSE, text);
}

static void
write_row (GString *out, KithMap *map, KithId id, const KithPulseRound *round)
{
  const KithPulse *said = kith_pulse_in (map, id, round);
  /* with a sign before it: a spreadsheet keeps no more than 15 digits of a number */
  g_autofree char *sign = g_strdup_printf ("#%" G_GINT64_FORMAT, id);
  g_autofree char *date = kith_date_to_edtf (said != NULL ? &said->date : &round->date);

  kith_csv_write_text (out, TRUE, sign);
  kith_csv_write_text (out, FALSE, kith_map_stakeholder (map, id)->name);
  kith_csv_write_text (out, FALSE, round->title);
  kith_csv_write_text (out, FALSE, date);
  for (guint i = 0; i < KITH_N_PULSE_MEASURES; i++)
    {
      g_autofree char *score = kith_pulse_score_to_text (said != NULL ? said->scores[i] : 0);

      kith_csv_write_text (out, FALSE, score);
    }
  write_count (out, said != NULL ? said->asked : 0);
  write_count (out, said != NULL ? said->answered : 0);
  kith_csv_write_text (out, FALSE, said != NULL ? said->note : "");
  kith_csv_write_end (out);
}

/**
 * kith_pulse_csv_write:
 * @map: what those may see who are to fill it in
 * @ids: KithId of stakeholders; those that are not of the map are left out
 * @round: the round
 *
 * Returns: (transfer full): the table
 */
GBytes *
kith_pulse_csv_write (KithMap *map, const GArray *ids, const KithPulseRound *round)
{
  GString *out = g_string_new ("\xef\xbb\xbf");

  for (guint column = 0; column < N_COLUMNS; column++)
    kith_csv_write_text (out, column == 0, heading (column, FALSE));
  kith_csv_write_end (out);
  for (guint i = 0; i < ids->len; i++)
    if (kith_map_stakeholder (map, g_array_index (ids, KithId, i)) != NULL)
      write_row (out, map, g_array_index (ids, KithId, i), round);
  return g_string_free_to_bytes (out);
}

/* --- Reading --- */

static gboolean
lose (Reader *reader, guint number, const char *message)
{
  KithCsvProblem *note;

  reader->read->lost++;
  if (reader->read->notes->len >= MOST_NOTES)
    return FALSE;
  note = g_new0 (KithCsvProblem, 1);
  note->row = number;
  note->message = g_strdup (message);
  g_ptr_array_add (reader->read->notes, note);
  return FALSE;
}

/* Without our guard and blanks; free it. */
static char *
cell_at (Reader *reader, guint row, guint column)
{
  int at = reader->columns[column];
  const char *cell = at >= 0 ? kith_csv_cell (reader->table, row, (guint) at) : NULL;

  return cell != NULL ? g_strstrip (g_strdup (kith_csv_unguard (cell))) : g_strdup ("");
}

static gboolean
is_called (const char *plain, guint column)
{
  for (int key = 0; key < 2; key++)
    {
      g_autofree char *name = g_utf8_strdown (heading (column, key != 0), -1);

      if (strcmp (plain, name) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_headings (Reader *reader, GError **error)
{
  gboolean any = FALSE;

  for (guint column = 0; column < N_COLUMNS; column++)
    reader->columns[column] = -1;
  for (guint i = 0;
       kith_csv_n_rows (reader->table) > 0 && i < kith_csv_row_width (reader->table, 0); i++)
    {
      const char *cell = kith_csv_cell (reader->table, 0, i);
      g_autofree char *plain = cell != NULL ? g_strstrip (g_utf8_strdown (cell, -1)) : NULL;

      for (guint column = 0; plain != NULL && column < N_COLUMNS; column++)
        if (reader->columns[column] < 0 && is_called (plain, column))
          {
            reader->columns[column] = (int) i;
            any = any || (column >= SCORES && column < ASKED);
          }
    }
  if (any && (reader->columns[ID] >= 0 || reader->columns[NAME] >= 0))
    return TRUE;
  g_set_error_literal (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID,
                       _ ("This is not a sheet of pulse checks: it has no column “stakeholder”, or "
                          "none for any measure. Use the sheet as Kith has written it."));
  return FALSE;
}

static void
index_names (Reader *reader)
{
  KITH_FOR_EACH (KithStakeholder, who, reader->map, KITH_STAKEHOLDER)
    {
      char *key = kith_value_key (who->name);
      gboolean taken = key != NULL && g_hash_table_contains (reader->by_name, key);
      KithId id = taken ? 0 : KITH_ID (who);

      if (key != NULL)
        g_hash_table_replace (reader->by_name, key, g_memdup2 (&id, sizeof id));
    }
}

static KithId
who_is (Reader *reader, guint at, guint number)
{
  g_autofree char *sign = cell_at (reader, at, ID);
  g_autofree char *name = cell_at (reader, at, NAME);
  g_autofree char *key = kith_value_key (name);
  const KithId *found;
  gint64 id = 0;

  g_ascii_string_to_signed (sign + (*sign == '#'), 10, 1, G_MAXINT64, &id, NULL);
  if (id != 0 && kith_map_stakeholder (reader->map, id) != NULL)
    return id;
  found = key != NULL ? g_hash_table_lookup (reader->by_name, key) : NULL;
  if (found == NULL)
    lose (reader, number, _ ("There is no such stakeholder on the map."));
  else if (*found == 0)
    lose (reader, number, _ ("Several stakeholders have this name. Keep the column “id”."));
  return found != NULL ? *found : 0;
}

static gboolean
read_count (Reader *reader, guint at, guint number, guint column, int *count)
{
  g_autofree char *cell = cell_at (reader, at, column);
  gint64 value = 0;

  if (*cell == '\0')
    return TRUE;
  if (!g_ascii_string_to_signed (cell, 10, 0, 1000000, &value, NULL))
    return lose (reader, number, _ ("How many people were asked or answered is no whole number."));
  *count = (int) value;
  return TRUE;
}

/* Cells that say nothing leave what was said. */
static gboolean
read_said (Reader *reader, guint at, guint number, KithPulse *pulse)
{
  g_autofree char *cell = cell_at (reader, at, NOTE);
  g_autofree char *note = kith_value_note (cell);

  for (guint i = 0; i < KITH_N_PULSE_MEASURES; i++)
    {
      g_autofree char *text = cell_at (reader, at, SCORES + i);
      g_autoptr (GError) error = NULL;
      int score = 0;

      if (!kith_pulse_score_parse (text, &score, &error))
        return lose (reader, number, error->message);
      if (score != 0)
        pulse->scores[i] = score;
    }
  if (note != NULL && *note != '\0')
    kith_text_set (&pulse->note, note);
  return read_count (reader, at, number, ASKED, &pulse->asked)
         && read_count (reader, at, number, ANSWERED, &pulse->answered);
}

static gboolean
row_is_empty (Reader *reader, guint at)
{
  for (guint column = SCORES; column < N_COLUMNS; column++)
    {
      g_autofree char *cell = cell_at (reader, at, column);

      if (*cell != '\0')
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_round (Reader *reader, guint at, guint number, KithPulseRound *round)
{
  g_autofree char *title = cell_at (reader, at, ROUND);
  g_autofree char *when = cell_at (reader, at, DATE);

  *round = *reader->round;
  round->title = NULL;
  if (*when != '\0' && !kith_date_from_edtf (when, &round->date)
      && !kith_date_parse (when, &round->date, NULL))
    return lose (reader, number, _ ("The date is not understood."));
  round->title = kith_value_name (*title != '\0' ? title : reader->round->title);
  if (round->title == NULL)
    round->title = g_strdup ("");
  return TRUE;
}

static gboolean
is_first (Reader *reader, guint number, KithId who, const char *round)
{
  char *key = g_strdup_printf ("%" G_GINT64_FORMAT ":%s", who, round);
  guint earlier = GPOINTER_TO_UINT (g_hash_table_lookup (reader->met, key));
  g_autofree char *message = NULL;

  if (earlier == 0)
    {
      g_hash_table_insert (reader->met, key, GUINT_TO_POINTER (number));
      return TRUE;
    }
  g_free (key);
  message = g_strdup_printf (_ ("Row %u is of the same stakeholder already."), earlier);
  return lose (reader, number, message);
}

static void
put (Reader *reader, guint number, KithPulse *pulse)
{
  const KithPulse *before = kith_map_get (reader->map, KITH_PULSE, KITH_ID (pulse));
  g_autoptr (GError) error = NULL;

  if (!kith_pulse_may_be_put (reader->map, pulse, &error))
    lose (reader, number, error->message);
  else if (before == NULL)
    {
      kith_edit_insert (reader->read->edit, kith_record_ref (pulse));
      reader->read->added++;
    }
  else if (kith_record_equal (before, pulse))
    reader->read->unchanged++;
  else
    {
      kith_edit_update (reader->read->edit, before, kith_record_ref (pulse));
      reader->read->changed++;
    }
}

static void
read_row (Reader *reader, guint at)
{
  guint number = kith_csv_row_number (reader->table, at);
  KithPulseRound round = { NULL, KITH_DATE_INIT };
  g_autofree char *title = NULL;
  KithId who;

  if (row_is_empty (reader, at))
    {
      reader->read->empty++;
      return;
    }
  who = who_is (reader, at, number);
  if (who == 0 || !read_round (reader, at, number, &round))
    return;
  title = round.title;
  if (is_first (reader, number, who, title))
    {
      g_autoptr (KithPulse) pulse = kith_pulse_draft (reader->map, who, &round);

      pulse->date = round.date;
      if (read_said (reader, at, number, pulse))
        put (reader, number, pulse);
    }
}

static void
note_free (gpointer data)
{
  g_free (((KithCsvProblem *) data)->message);
  g_free (data);
}

/**
 * kith_pulse_csv_read:
 * @map: the whole map
 * @table: a table
 * @round: the round of rows that name none
 * @error: KITH_MODEL_ERROR_INVALID where it is no sheet of pulse checks
 *
 * Returns: (transfer full) (nullable): what was understood
 */
KithPulseRead *
kith_pulse_csv_read (KithMap *map,
                     const KithCsvTable *table,
                     const KithPulseRound *round,
                     GError **error)
{
  Reader reader = { .map = map, .table = table, .round = round };
  g_autoptr (KithPulseRead) read = g_new0 (KithPulseRead, 1);
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  read->notes = g_ptr_array_new_with_free_func (note_free);
  read->edit = kith_edit_new (_ ("Read a sheet of pulse checks"));
  reader.read = read;
  reader.met = met;
  reader.by_name = names;
  if (!read_headings (&reader, error))
    return NULL;
  index_names (&reader);
  for (guint i = 1; i < kith_csv_n_rows (table); i++)
    read_row (&reader, i);
  return g_steal_pointer (&read);
}

/**
 * kith_pulse_read_free:
 * @read: (transfer full): what was read
 */
void
kith_pulse_read_free (KithPulseRead *read)
{
  g_clear_pointer (&read->edit, kith_edit_unref);
  g_ptr_array_unref (read->notes);
  g_free (read);
}

/**
 * kith_pulse_read_to_words:
 * @read: what was read
 *
 * Returns: (transfer full): it in sentences
 */
char *
kith_pulse_read_to_words (const KithPulseRead *read)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out,
                          ngettext ("%u pulse check added", "%u pulse checks added", read->added),
                          read->added);
  if (read->changed > 0)
    g_string_append_printf (out, ngettext (", %u changed", ", %u changed", read->changed),
                            read->changed);
  if (read->unchanged > 0)
    g_string_append_printf (out, ngettext (", %u as before", ", %u as before", read->unchanged),
                            read->unchanged);
  g_string_append_c (out, '.');
  if (read->lost > 0)
    {
      g_string_append_c (out, ' ');
      g_string_append_printf (out,
                              ngettext ("%u row was left out.", "%u rows were left out.",
                                        read->lost),
                              read->lost);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
