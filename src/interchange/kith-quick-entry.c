/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-quick-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-csv-values.h"
#include "kith-quick-private.h"

#define MOST_LINKS 500 /* of one line, so that a line of lists on both sides ends */

/* The lines that later ones may be linked to, the outermost first. */
typedef struct
{
  guint indent;
  guint who;
} Level;

/* Names no file: the text has none. */
static const KithCsvTable nameless = { .name = (char *) "" };

void
kith_quick_note (KithQuick *quick, KithNoteSeverity severity, char *message)
{
  kith_import_add_note (quick->import, &nameless, quick->line, NULL, severity, message);
}

static guint64
bit (const char *field)
{
  return G_GUINT64_CONSTANT (1) << (kith_kind_field (KITH_LINK, field)
                                    - kith_kind_info (KITH_LINK)->fields);
}

static void
free_ties (gpointer ties)
{
  g_ptr_array_unref (ties);
}

static GPtrArray *
ties_between (KithQuick *quick, guint a, guint b)
{
  gint64 pair = ((gint64) MIN (a, b) << 32) | MAX (a, b);
  GPtrArray *ties = g_hash_table_lookup (quick->pairs, &pair);

  if (ties == NULL)
    {
      ties = g_ptr_array_new ();
      g_hash_table_insert (quick->pairs, g_memdup2 (&pair, sizeof pair), ties);
    }
  return ties;
}

/* The link of that kind; one of which no kind was said may become any. `kind` -1: any. */
static KithImportTie *
find_tie (KithQuick *quick, guint a, guint b, int kind)
{
  GPtrArray *ties = ties_between (quick, a, b);
  KithImportTie *tie;

  for (guint i = 0; i < ties->len; i++)
    {
      tie = ties->pdata[i];
      if (kind < 0 || (tie->set & bit ("kind")) == 0 || tie->record->kind == kind)
        return tie;
    }
  tie = kith_import_add_tie (quick->import, a, b, quick->line);
  g_ptr_array_add (ties, tie);
  return tie;
}

static int
turned (int direction)
{
  if (direction == KITH_DIRECTION_A_TO_B)
    return KITH_DIRECTION_B_TO_A;
  return direction == KITH_DIRECTION_B_TO_A ? KITH_DIRECTION_A_TO_B : direction;
}

/* One way and the other way make both. */
static void
put_direction (KithImportTie *tie, int direction)
{
  if (direction == KITH_DIRECTION_NONE)
    return;
  if (tie->record->direction != KITH_DIRECTION_NONE && tie->record->direction != direction)
    direction = KITH_DIRECTION_BOTH;
  tie->record->direction = direction;
  tie->set |= bit ("direction");
}

static void
put_score (KithQuick *quick, KithImportTie *tie, KithEnd end, int score)
{
  KithAssessment *rating;

  if (score == KITH_SCORE_UNSET)
    return;
  g_clear_pointer (&tie->ratings[end], kith_record_unref);
  rating = kith_record_new (KITH_ASSESSMENT, 1);
  rating->end = (int) end;
  rating->date = quick->import->today;
  rating->basis = (int) quick->import->basis;
  rating->scores[KITH_TRUST] = score;
  tie->ratings[end] = rating;
}

/* What else was said of it goes to the first of several kinds. */
static void
put_said (KithQuick *quick, KithImportTie *tie, const KithQuickSaid *said, gboolean is_turned)
{
  static const char *const fields[] = { "frequency", "from", "to" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if ((said->set & bit (fields[i])) != 0)
      {
        const KithField *field = kith_kind_field (KITH_LINK, fields[i]);
        g_autofree char *text = kith_field_to_text (field, said->record);

        kith_field_from_text (field, tie->record, text, NULL);
        tie->set |= bit (fields[i]);
      }
  put_score (quick, tie, is_turned ? KITH_END_B : KITH_END_A, said->scores[0]);
  put_score (quick, tie, is_turned ? KITH_END_A : KITH_END_B, said->scores[1]);
  g_string_append_len (tie->more, said->more->str, (gssize) said->more->len);
}

/* FALSE: there is none, and a remark says why. */
static gboolean
put_link (KithQuick *quick, guint a, guint b, int direction, const KithQuickSaid *said)
{
  if (a == b)
    {
      kith_quick_note (quick, KITH_NOTE_LOST,
                       g_strdup (_ ("A stakeholder cannot be linked to itself; this link was left "
                                    "out.")));
      return FALSE;
    }
  for (guint i = 0; i < MAX (said->kinds->len, 1); i++)
    {
      int kind = said->kinds->len > 0 ? g_array_index (said->kinds, int, i) : -1;
      KithImportTie *tie = find_tie (quick, a, b, kind);
      gboolean is_turned = tie->a != a;

      if (kind >= 0)
        {
          tie->record->kind = kind;
          tie->set |= bit ("kind");
        }
      put_direction (tie, is_turned ? turned (direction) : direction);
      if (i == 0)
        put_said (quick, tie, said, is_turned);
    }
  return TRUE;
}

/* Everyone on the one side with everyone on the other. FALSE: no link came of it. */
static gboolean
put_links (KithQuick *quick, GArray *from, GArray *to, int direction, const KithQuickSaid *said)
{
  gboolean any = FALSE;

  if (from->len * to->len > MOST_LINKS)
    {
      kith_quick_note (quick, KITH_NOTE_LOST,
                       g_strdup_printf (_ ("More than %d links in one line; they were left out. "
                                           "Use several lines."),
                                        MOST_LINKS));
      return FALSE;
    }
  for (guint i = 0; i < from->len; i++)
    for (guint j = 0; j < to->len; j++)
      any |= put_link (quick, g_array_index (from, guint, i), g_array_index (to, guint, j),
                       direction, said);
  return any;
}

static GArray *
who_of (KithQuick *quick, const GPtrArray *names)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < names->len; i++)
    {
      guint who = kith_quick_who (quick, names->pdata[i]);

      if (who != G_MAXUINT)
        g_array_append_val (all, who);
    }
  return all;
}

static void
note_blank_end (KithQuick *quick, gboolean is_first)
{
  kith_quick_note (quick, KITH_NOTE_LOST,
                   g_strdup (is_first ? _ ("There is no name before the arrow, nor a line above "
                                           "that it could start from.")
                                      : _ ("There is no name after the arrow; write who is "
                                           "meant.")));
}

/* Who the line is about: those before the first arrow, or where that stands first, the line above. */
static GArray *
sources_of (KithQuick *quick, const KithQuickWords *words, guint above)
{
  GArray *sources = who_of (quick, words->groups->pdata[0]);

  if (sources->len == 0 && words->arrows->len > 0 && above != G_MAXUINT)
    g_array_append_val (sources, above);
  return sources;
}

/* The link to the line above, unless an arrow has made it already. FALSE: no link came of it. */
static gboolean
put_parent (KithQuick *quick, guint parent, GArray *sources, const KithQuickSaid *said)
{
  gboolean any = FALSE;

  for (guint i = 0; i < sources->len; i++)
    if (g_array_index (sources, guint, i) != parent)
      any |= put_link (quick, parent, g_array_index (sources, guint, i), KITH_DIRECTION_NONE, said);
  return any;
}

/* The links that the arrows of a line make. FALSE: none came of it. */
static gboolean
put_arrows (KithQuick *quick,
            const KithQuickWords *words,
            GArray *sources,
            const KithQuickSaid *said)
{
  g_autoptr (GArray) from = g_array_ref (sources);
  gboolean any = FALSE;

  for (guint i = 0; i < words->arrows->len; i++)
    {
      g_autoptr (GArray) to = who_of (quick, words->groups->pdata[i + 1]);

      if (from->len == 0 || to->len == 0)
        note_blank_end (quick, from->len == 0);
      else
        any |= put_links (quick, from, to, g_array_index (words->arrows, int, i), said);
      g_array_unref (from);
      from = g_steal_pointer (&to);
    }
  return any;
}

/* Returns the first whom the line names; G_MAXUINT for nobody. */
static guint
read_line (KithQuick *quick, const char *text, guint parent, guint above)
{
  g_autoptr (KithQuickWords) words = kith_quick_words_new (text, kith_quick_is_name, quick);
  g_auto (KithQuickSaid) said = { NULL };
  g_auto (KithQuickSaid) nothing = { NULL };
  g_autoptr (GArray) from = sources_of (quick, words, parent != G_MAXUINT ? parent : above);
  guint first = from->len > 0 ? g_array_index (from, guint, 0) : G_MAXUINT;
  gboolean of_link = words->arrows->len > 0, kept = FALSE;

  kith_quick_said_init (&said);
  kith_quick_said_init (&nothing);
  if (!of_link && words->rest != NULL && parent != G_MAXUINT)
    of_link = kith_quick_says_link (words->rest);
  if (of_link && words->rest != NULL)
    kith_quick_read_said (words->rest, &said);
  else if (words->rest != NULL && first != G_MAXUINT)
    kith_quick_describe (quick, first, words->rest);
  if (parent != G_MAXUINT)
    kept = put_parent (quick, parent, from, words->arrows->len == 0 ? &said : &nothing)
           && words->arrows->len == 0;
  if (first == G_MAXUINT && words->arrows->len == 0)
    kith_quick_note (quick, KITH_NOTE_LOST, g_strdup (_ ("There is no name in this line.")));
  kept |= put_arrows (quick, words, from, &said);
  kith_quick_note_said (quick, &said, kept);
  return first;
}

static guint
parent_of (GArray *levels, guint indent)
{
  while (levels->len > 0 && g_array_index (levels, Level, levels->len - 1).indent >= indent)
    g_array_set_size (levels, levels->len - 1);
  return levels->len > 0 ? g_array_index (levels, Level, levels->len - 1).who : G_MAXUINT;
}

static void
read_lines (KithQuick *quick, const char *text)
{
  g_autoptr (GArray) lines = kith_quick_lines (text);
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));
  guint above = G_MAXUINT;

  for (guint i = 0; i < lines->len; i++)
    {
      const KithQuickLine *line = &g_array_index (lines, KithQuickLine, i);
      guint parent = parent_of (levels, line->indent);
      Level level = { line->indent, G_MAXUINT };

      quick->line = line->number;
      if (strlen (line->text) > KITH_QUICK_LONGEST_LINE)
        {
          kith_quick_note (quick, KITH_NOTE_LOST,
                           g_strdup (_ ("This line is too long to be a name or a few links; it was "
                                        "left out. Use one line for each.")));
          continue;
        }
      level.who = read_line (quick, line->text, parent, above);
      if (level.who == G_MAXUINT)
        continue;
      above = level.who;
      g_array_append_val (levels, level);
    }
}

static gboolean
read_table (KithImport *import, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (KithCsvTable) table = kith_csv_read (bytes, _ ("The table"), error);

  return table != NULL
         && kith_import_read_tables (import, (KithCsvTable *const[]){ table }, 1, error);
}

/* The public sees no ratings, so none is made in front of it. */
static void
drop_ratings (KithQuick *quick)
{
  for (guint i = 0; i < quick->import->ties->len; i++)
    {
      KithImportTie *tie = quick->import->ties->pdata[i];

      if (tie->ratings[KITH_END_A] == NULL && tie->ratings[KITH_END_B] == NULL)
        continue;
      g_clear_pointer (&tie->ratings[KITH_END_A], kith_record_unref);
      g_clear_pointer (&tie->ratings[KITH_END_B], kith_record_unref);
      quick->line = tie->row;
      kith_quick_note (quick, KITH_NOTE_LOST,
                       g_strdup (_ ("The public sees no ratings, so this one was left out. Choose "
                                    "another audience to rate.")));
    }
}

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == '\n';
  return n;
}

static gboolean
is_too_much (const char *text, GError **error)
{
  if (strlen (text) <= KITH_QUICK_MAX_BYTES && count_lines (text) <= KITH_QUICK_MAX_LINES)
    return FALSE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("This is more than %d lines. Save it as a CSV file and import that, or enter it "
                  "in parts."),
               KITH_QUICK_MAX_LINES);
  return TRUE;
}

/**
 * kith_quick_read:
 * @seen: the map as @audience sees it: only who is on it is recognised
 * @text: what was typed or pasted, UTF-8
 * @audience: in whose sight it is entered: for partners, ratings are agreed in the room; the public
 *   sees none, so none are made
 * @error: G_IO_ERROR_INVALID_DATA: more than KITH_QUICK_MAX_LINES lines or KITH_QUICK_MAX_BYTES
 *   bytes, or a table of which nothing says where its names are
 *
 * Understands lists, outlines, arrows and ranges of spreadsheets, see kith-quick-entry.h; what it
 * does not understand is a remark with the number of its line. Alters nothing. Linear in the text.
 *
 * Returns: (transfer full) (nullable): what was understood
 */
KithImport *
kith_quick_read (KithMap *seen, const char *text, KithAudience audience, GError **error)
{
  g_autoptr (KithImport) import = NULL;
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        free_ties);
  g_autofree char *valid = NULL;
  KithQuick quick;

  if (is_too_much (text, error))
    return NULL;
  valid = g_utf8_make_valid (text, -1);
  import = kith_import_begin (seen);
  import->is_quick = TRUE;
  import->basis = audience == KITH_TEAM ? KITH_BASIS_IMPRESSION : KITH_BASIS_AGREED;
  quick = (KithQuick){ import, 0, pairs };
  if (!kith_quick_is_table (valid))
    read_lines (&quick, valid);
  else if (!read_table (import, valid, error))
    return NULL;
  if (audience == KITH_PUBLIC)
    drop_ratings (&quick);
  kith_import_count (import);
  return g_steal_pointer (&import);
}

static guint
count_new (const KithEdit *edit, KithKind kind)
{
  guint n = 0;

  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      const KithChange *change = kith_edit_change (edit, i);

      n += change->before == NULL && kith_change_kind (change) == kind;
    }
  return n;
}

/**
 * kith_quick_edit_to_words:
 * @edit: from kith_quick_to_edit()
 *
 * Returns: (transfer full) (nullable): "12 stakeholders and 9 links"; NULL where nothing is new
 */
char *
kith_quick_edit_to_words (const KithEdit *edit)
{
  guint n_who = count_new (edit, KITH_STAKEHOLDER), n_links = count_new (edit, KITH_LINK);
  g_autofree char *who = g_strdup_printf (ngettext ("%u stakeholder", "%u stakeholders", n_who),
                                          n_who);
  g_autofree char *links = g_strdup_printf (ngettext ("%u link", "%u links", n_links), n_links);

  if (n_who > 0 && n_links > 0)
    /* Translators: "12 stakeholders", "9 links". */
    return g_strdup_printf (_ ("%s and %s"), who, links);
  if (n_who + n_links > 0)
    return n_who > 0 ? g_steal_pointer (&who) : g_steal_pointer (&links);
  return NULL;
}

static char *
make_label (const KithEdit *edit)
{
  g_autofree char *words = kith_quick_edit_to_words (edit);

  /* Translators: "12 stakeholders and 9 links". */
  return words != NULL ? g_strdup_printf (_ ("Add %s"), words)
                       : g_strdup (_ ("Change what was entered again"));
}

/**
 * kith_quick_to_edit:
 * @import: from kith_quick_read()
 * @whole: the map that it goes into; left alone
 * @error: KITH_MODEL_ERROR: what was read does not fit the map
 *
 * Returns: (transfer full) (nullable): one edit; new boxes have no size, and no position where a
 *   table says none
 */
KithEdit *
kith_quick_to_edit (KithImport *import, KithMap *whole, GError **error)
{
  KithEdit *edit = kith_import_to_edit (import, whole, error);

  if (edit != NULL)
    {
      g_free (edit->label);
      edit->label = make_label (edit);
    }
  return edit;
}

/**
 * kith_quick_note_to_words:
 * @note: a remark
 *
 * Returns: (transfer full): with its line: "Line 3: …"
 */
char *
kith_quick_note_to_words (const KithImportNote *note)
{
  if (note->row != 0 && note->column != NULL)
    return g_strdup_printf (_ ("Line %u, %s: %s"), note->row, note->column, note->message);
  if (note->row != 0)
    return g_strdup_printf (_ ("Line %u: %s"), note->row, note->message);
  if (note->column != NULL)
    /* Translators: heading of a column and a whole sentence. */
    return g_strdup_printf (_ ("%s: %s"), note->column, note->message);
  return g_strdup (note->message);
}
