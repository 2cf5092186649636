/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a table of links. */
#include "kith-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-csv-values.h"

#define MOST_TARGETS 500

/* A row before it is known between whom it is: several targets share it. */
typedef struct
{
  KithLink *record;
  guint64 set;
  GString *more;
  KithAssessment *ratings[2];
  guint64 rated[2];
  char *id;
} Row;

static void
row_clear (Row *row)
{
  g_clear_pointer (&row->record, kith_record_unref);
  g_clear_pointer (&row->ratings[0], kith_record_unref);
  g_clear_pointer (&row->ratings[1], kith_record_unref);
  g_string_free (row->more, TRUE);
  g_free (row->id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static guint64
bit (KithKind kind, const char *name)
{
  return G_GUINT64_CONSTANT (1) << (kith_kind_field (kind, name) - kith_kind_info (kind)->fields);
}

/* Kumu's Type is the kind of link, Gephi's is its direction. */
static void
read_type (const KithSheet *sheet,
           guint number,
           const KithColumn *column,
           Row *row,
           const char *cell)
{
  const KithField *kind = kith_kind_field (KITH_LINK, "kind");
  const KithField *direction = kith_kind_field (KITH_LINK, "direction");
  KithColumn as_kind = { KITH_COLUMN_FIELD, kind, KITH_END_A, column->heading };
  gboolean shortened;

  if (kith_value_read (kind, row->record, cell, &shortened))
    row->set |= bit (KITH_LINK, "kind");
  else if (kith_value_read (direction, row->record, cell, &shortened))
    row->set |= bit (KITH_LINK, "direction");
  else
    kith_sheet_read_field (sheet, number, &as_kind, cell, row->record, &row->set, row->more);
}

static gboolean
weight_says_nothing (const char *cell)
{
  return g_str_equal (cell, "1") || g_str_equal (cell, "1.0") || g_str_equal (cell, "1,0");
}

static void
read_cell (const KithSheet *sheet, guint number, guint at, Row *row)
{
  const KithColumn *column = &g_array_index (sheet->columns, KithColumn, at);
  g_autofree char *cell = kith_sheet_cell (sheet, number, at);

  if (*cell == '\0')
    return;
  switch (column->role)
    {
    case KITH_COLUMN_ID:
      g_free (row->id);
      row->id = g_steal_pointer (&cell);
      break;
    case KITH_COLUMN_TYPE:
      read_type (sheet, number, column, row, cell);
      break;
    case KITH_COLUMN_FIELD:
      kith_sheet_read_field (sheet, number, column, cell, row->record, &row->set, row->more);
      break;
    case KITH_COLUMN_RATING:
      kith_sheet_read_field (sheet, number, column, cell, row->ratings[column->end],
                             &row->rated[column->end], row->more);
      break;
    case KITH_COLUMN_TAGS:
      kith_sheet_read_tags (cell, row->record, &row->set);
      break;
    case KITH_COLUMN_WEIGHT:
      if (weight_says_nothing (cell))
        break;
      G_GNUC_FALLTHROUGH;
    case KITH_COLUMN_UNKNOWN:
      kith_sheet_read_further (column, cell, row->record, &row->set, row->more);
      break;
    default:
      break;
    }
}

/* A basis, a voice or a date that is said once is said of both ends. */
static void
share_between_ends (Row *row)
{
  static const char *const shared[] = { "date", "voice", "basis" };

  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    {
      guint64 said = bit (KITH_ASSESSMENT, shared[i]);
      const KithField *field = kith_kind_field (KITH_ASSESSMENT, shared[i]);
      g_autofree char *text = kith_field_to_text (field, row->ratings[KITH_END_A]);

      if ((row->rated[KITH_END_A] & said) != 0 && (row->rated[KITH_END_B] & said) == 0)
        kith_field_from_text (field, row->ratings[KITH_END_B], text, NULL);
    }
}

static gboolean
says_a_score (const KithAssessment *rating)
{
  for (guint i = 0; i < KITH_N_SCORES; i++)
    if (rating->scores[i] != KITH_SCORE_UNSET)
      return TRUE;
  return FALSE;
}

static void
finish_ratings (const KithSheet *sheet, Row *row)
{
  share_between_ends (row);
  for (guint end = 0; end < 2; end++)
    {
      row->ratings[end]->end = (int) end;
      if (!kith_date_is_set (&row->ratings[end]->date))
        row->ratings[end]->date = sheet->import->today;
      if (!says_a_score (row->ratings[end]))
        g_clear_pointer (&row->ratings[end], kith_record_unref);
    }
}

/* Where a row is said of B and A instead of A and B. */
static void
turn_round (KithLink *record)
{
  if (record->direction == KITH_DIRECTION_A_TO_B || record->direction == KITH_DIRECTION_B_TO_A)
    record->direction = record->direction == KITH_DIRECTION_A_TO_B ? KITH_DIRECTION_B_TO_A
                                                                   : KITH_DIRECTION_A_TO_B;
  if (record->standing == KITH_STANDING_A_OVER_B || record->standing == KITH_STANDING_B_OVER_A)
    record->standing = record->standing == KITH_STANDING_A_OVER_B ? KITH_STANDING_B_OVER_A
                                                                  : KITH_STANDING_A_OVER_B;
}

/* Lays what `from` says over `to`; one way and the other way make both. */
static void
lay_over (KithLink *to, guint64 *set, const KithLink *from, guint64 from_set, gboolean turned)
{
  g_autoptr (KithLink) said = kith_record_copy (from);
  guint64 direction = bit (KITH_LINK, "direction");
  int before = to->direction;

  if (turned)
    turn_round (said);
  kith_import_lay_over (to, said, from_set);
  if (turned && (*set & from_set & direction) && before != to->direction
      && before != KITH_DIRECTION_NONE && to->direction != KITH_DIRECTION_NONE)
    to->direction = KITH_DIRECTION_BOTH;
  *set |= from_set;
}

static void
put_ratings (KithImportTie *tie, const Row *row, gboolean turned)
{
  for (guint end = 0; end < 2; end++)
    {
      guint to = turned ? 1 - end : end;

      if (row->ratings[end] == NULL)
        continue;
      g_clear_pointer (&tie->ratings[to], kith_record_unref);
      tie->ratings[to] = kith_record_copy (row->ratings[end]);
      tie->ratings[to]->end = (int) to;
    }
}

static char *
tie_key (const Row *row, guint a, guint b)
{
  if (row->id != NULL)
    return g_strdup_printf ("id %s %u %u", row->id, MIN (a, b), MAX (a, b));
  return g_strdup_printf ("%u %u %d", MIN (a, b), MAX (a, b), row->record->kind);
}

KithImportTie *
kith_import_add_tie (KithImport *import, guint a, guint b, guint row)
{
  KithImportTie *tie = g_new0 (KithImportTie, 1);

  tie->record = kith_record_new (KITH_LINK, kith_id_new ());
  tie->more = g_string_new (NULL);
  tie->a = a;
  tie->b = b;
  tie->row = row;
  g_ptr_array_add (import->ties, tie);
  return tie;
}

static void
note_again (const KithSheet *sheet, guint number, const KithImportTie *tie, gboolean turned)
{
  if (turned)
    kith_import_add_note (sheet->import, sheet->table, number, NULL, KITH_NOTE_INFO,
                          g_strdup_printf (_ ("Row %u is the same link seen from the other end; "
                                              "both are one link."),
                                           tie->row));
  else
    kith_import_add_note (sheet->import, sheet->table, number, NULL, KITH_NOTE_CHANGED,
                          g_strdup_printf (_ ("Row %u is the same link; what this row says was put "
                                              "over it."),
                                           tie->row));
}

static void
put_tie (const KithSheet *sheet, guint number, const Row *row, guint a, guint b)
{
  KithImport *import = sheet->import;
  g_autofree char *key = tie_key (row, a, b);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (import->tie_by_key, key));
  KithImportTie *tie = place != 0 ? import->ties->pdata[place - 1]
                                  : kith_import_add_tie (import, a, b, number);
  gboolean turned = tie->a != a;

  if (place == 0)
    g_hash_table_insert (import->tie_by_key, g_steal_pointer (&key),
                         GUINT_TO_POINTER (import->ties->len));
  else
    note_again (sheet, number, tie, turned);
  if (tie->id == NULL)
    tie->id = g_strdup (row->id);
  lay_over (tie->record, &tie->set, row->record, row->set, turned);
  put_ratings (tie, row, turned);
  g_string_append_len (tie->more, row->more->str, (gssize) row->more->len);
}

/* An end by its id, its name or its short name; one that is on no list is made. */
static guint
find_end (const KithSheet *sheet, guint number, const KithColumn *column, const char *name)
{
  KithImport *import = sheet->import;
  g_autofree char *tidy = kith_value_name (name);
  gboolean shortened, made;
  g_autofree char *brief = kith_value_shorten (tidy, 500, &shortened);
  guint place = kith_import_who_with_id (import, brief);
  g_autofree char *key = NULL;

  if (place != G_MAXUINT)
    return place;
  place = kith_import_who (import, brief, &made);
  if (!made)
    return place;
  import->made++;
  ((KithImportWho *) import->who->pdata[place])->row = number;
  key = kith_value_key (brief);
  if (import->has_list && !g_hash_table_contains (import->on_map, key))
    kith_import_add_note (import, sheet->table, number, column->heading, KITH_NOTE_CHANGED,
                          g_strdup_printf (_ ("“%s” is not on the list of stakeholders and was "
                                              "added."),
                                           brief));
  return place;
}

static void
put_row (const KithSheet *sheet, guint number, const Row *row, const char *from, const char *to)
{
  const KithColumn *from_column =
      &g_array_index (sheet->columns, KithColumn,
                      (guint) kith_sheet_find (sheet, KITH_COLUMN_FROM));
  const KithColumn *to_column = &g_array_index (sheet->columns, KithColumn,
                                                (guint) kith_sheet_find (sheet, KITH_COLUMN_TO));
  guint a = find_end (sheet, number, from_column, from);
  guint b = find_end (sheet, number, to_column, to);

  if (a == b)
    kith_import_add_note (sheet->import, sheet->table, number, NULL, KITH_NOTE_LOST,
                          g_strdup (_ ("This links a stakeholder to itself; it was left out.")));
  else
    put_tie (sheet, number, row, a, b);
}

/* Kumu: "|" separates several targets. */
static char **
split_names (const char *cell)
{
  char **names = g_strsplit (cell, "|", MOST_TARGETS);
  guint kept = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      char *name = g_strstrip (names[i]);

      if (*name == '\0')
        g_free (name);
      else
        names[kept++] = name;
    }
  names[kept] = NULL;
  return names;
}

static KithAssessment *
new_rating (const KithImport *import)
{
  KithAssessment *rating = kith_record_new (KITH_ASSESSMENT, 1);

  rating->basis = (int) import->basis;
  return rating;
}

static void
read_row (const KithSheet *sheet, guint at)
{
  guint number = kith_csv_row_number (sheet->table, at);
  g_autofree char *from = kith_sheet_cell (sheet, at,
                                           (guint) kith_sheet_find (sheet, KITH_COLUMN_FROM));
  g_autofree char *to = kith_sheet_cell (sheet, at,
                                         (guint) kith_sheet_find (sheet, KITH_COLUMN_TO));
  g_auto (GStrv) sources = split_names (from);
  g_auto (GStrv) targets = split_names (to);
  g_auto (Row) row = { kith_record_new (KITH_LINK, 1),
                       0,
                       g_string_new (NULL),
                       { new_rating (sheet->import), new_rating (sheet->import) },
                       { 0, 0 },
                       NULL };

  if (sources[0] == NULL || targets[0] == NULL)
    {
      kith_import_add_note (sheet->import, sheet->table, number, NULL, KITH_NOTE_LOST,
                            g_strdup (_ ("One end of the link is blank; the row was left out.")));
      return;
    }
  for (guint i = 0; i < sheet->columns->len; i++)
    read_cell (sheet, at, i, &row);
  finish_ratings (sheet, &row);
  for (guint i = 0; sources[i] != NULL; i++)
    for (guint j = 0; targets[j] != NULL; j++)
      put_row (sheet, number, &row, sources[i], targets[j]);
}

/**
 * kith_import_read_links:
 * @sheet: a table of links
 */
void
kith_import_read_links (const KithSheet *sheet)
{
  for (guint row = sheet->first_row; row < kith_csv_n_rows (sheet->table); row++)
    read_row (sheet, row);
  if (sheet->import->made > 0 && !sheet->import->has_list)
    kith_import_add_note (sheet->import, sheet->table, 0, NULL, KITH_NOTE_INFO,
                          g_strdup_printf (ngettext ("%u stakeholder was made from the links.",
                                                     "%u stakeholders were made from the links.",
                                                     sheet->import->made),
                                           sheet->import->made));
}
