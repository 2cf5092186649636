/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Listings: what somebody put into cells, as one edit of the whole map; or a message that says
 * what does not fit, where, and what would. */
#include <glib/gi18n-lib.h>

#include "kith-csv-values.h"
#include "kith-fields.h"
#include "kith-listing-private.h"
#include "kith-listing.h"
#include "kith-opinion.h"
#include "kith-sectors.h"
#include "kith-verbs.h"

typedef struct
{
  const KithListLook *look;
  const KithDate *today;
  KithEdit *edit;
  GHashTable *owners; /* name as compared → GArray of KithId of the shown map; NULL until needed */
} Setter;

static void
free_ids (gpointer ids)
{
  g_array_unref (ids);
}

static gboolean
refuse (GError **error, char *message)
{
  g_set_error_literal (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED, message);
  g_free (message);
  return FALSE;
}

/* "Neighbourhood, Place, System" */
static char *
labels_of (const KithEnum *values)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < values->n_values; i++)
    if (*kith_enum_key (values, (int) i) != '\0')
      g_ptr_array_add (labels, (gpointer) kith_enum_label (values, (int) i));
  g_ptr_array_add (labels, NULL);
  return g_strjoinv (", ", (char **) labels->pdata);
}

static gboolean
refuse_field (const KithField *field, const char *text, GError **error)
{
  g_autofree char *labels = NULL;

  switch (field->type)
    {
    case KITH_TYPE_DATE:
      return refuse (error,
                     g_strdup_printf (_ ("“%s” is not a date that Kith understands. Write it "
                                         "like 12 March 2019, March 2019, 2019, about 1995, "
                                         "the 1990s or before 2013."),
                                      text));
    case KITH_TYPE_BOOL:
      return refuse (error, g_strdup_printf (_ ("“%s” is neither yes nor no."), text));
    case KITH_TYPE_ENUM:
      labels = labels_of (field->values);
      return refuse (error, g_strdup_printf (_ ("“%s” is none of these: %s."), text, labels));
    case KITH_TYPE_INT:
      return refuse (error, g_strdup_printf (_ ("“%s” is not a whole number from 1 to 5."), text));
    default:
      return refuse (error, g_strdup_printf (_ ("“%s” does not fit here."), text));
    }
}

static gboolean
clear_field (const KithField *field, gpointer record, GError **error)
{
  if (field->needed)
    return refuse (error, g_strdup (_ ("A name is needed.")));
  if (field->type == KITH_TYPE_ENUM && *kith_enum_key (field->values, 0) != '\0')
    return refuse_field (field, "", error);
  kith_field_reset (field, record);
  return TRUE;
}

static gboolean
read_number (const KithField *field, gpointer record, const char *text)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, (guint64) field->max, &number, NULL))
    return FALSE;
  *(int *) kith_field_address (field, record) = (int) number;
  return TRUE;
}

static gboolean
set_field (const KithField *field, gpointer record, const char *text, GError **error)
{
  gboolean shortened = FALSE;
  gboolean read;

  if (*text == '\0')
    return clear_field (field, record, error);
  read = field->type == KITH_TYPE_INT ? read_number (field, record, text)
                                      : kith_value_read (field, record, text, &shortened);
  if (!read)
    return refuse_field (field, text, error);
  if (shortened)
    return refuse (error, g_strdup_printf (ngettext ("It has more than the %d character that fits.",
                                                     "It has more than the %d characters that fit.",
                                                     (gulong) field->max),
                                           (int) field->max));
  return TRUE;
}

/* As kith_verb_rename() does it. */
static gboolean
set_name (KithStakeholder *after, const KithField *field, const char *text, GError **error)
{
  g_autofree char *old = g_strdup (after->name);

  if (!set_field (field, after, text, error))
    return FALSE;
  if (g_str_equal (old, after->name))
    return TRUE;
  after->width = after->height = 0.0;
  if (after->sector == KITH_SECTOR_OTHER || after->sector == 0)
    after->sector = kith_sector_guess (after->name);
  return TRUE;
}

static gboolean
set_sector (Setter *setter, KithStakeholder *after, const char *text, GError **error)
{
  KithId sector = kith_list_choice_id (text);

  if (sector == 0)
    sector = *text == '\0' ? KITH_SECTOR_OTHER : kith_sector_from_text (setter->look->shown, text);
  if (sector == 0)
    return refuse (error,
                   g_strdup_printf (_ ("“%s” is no sector of this map. Write it as the menu of the "
                                       "cell has it."),
                                    text));
  after->sector = sector;
  return TRUE;
}

static void
learn_owner (Setter *setter, const char *name, KithId id)
{
  char *key = kith_value_key (name);
  GArray *ids = key != NULL ? g_hash_table_lookup (setter->owners, key) : NULL;

  if (key == NULL)
    return;
  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (KithId));
      g_hash_table_insert (setter->owners, g_strdup (key), ids);
    }
  g_array_append_val (ids, id);
  g_free (key);
}

/* Names are looked up in what this audience sees. */
static void
learn_owners (Setter *setter)
{
  KithMap *map = setter->look->shown;

  setter->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_ids);
  learn_owner (setter, _ ("The whole map"), 0);
  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    learn_owner (setter, stakeholder->name, KITH_ID (stakeholder));
  KITH_FOR_EACH (KithSpace, space, map, KITH_SPACE)
    learn_owner (setter, space->name, KITH_ID (space));
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    {
      g_autofree char *title = kith_list_link_title (map, link);

      learn_owner (setter, title, KITH_ID (link));
    }
}

static gboolean
find_owner (Setter *setter, const char *text, KithId *id, GError **error)
{
  g_autofree char *key = kith_value_key (text);
  GArray *ids;

  *id = kith_list_choice_id (text);
  if (*id != 0 || *text == '\0')
    return TRUE;
  if (setter->owners == NULL)
    learn_owners (setter);
  ids = key != NULL ? g_hash_table_lookup (setter->owners, key) : NULL;
  if (ids == NULL)
    return refuse (error,
                   g_strdup_printf (_ ("“%s” is no stakeholder, link or shared space of this "
                                       "map. Write its whole name, of a link “one – other”."),
                                    text));
  if (ids->len > 1)
    return refuse (error, g_strdup_printf (_ ("There is more than one “%s”. Choose it in the menu "
                                              "of the cell."),
                                           text));
  *id = g_array_index (ids, KithId, 0);
  return TRUE;
}

static gboolean
set_owner (Setter *setter, KithEvent *after, const char *text, GError **error)
{
  KithKind kind = KITH_ABOUT;
  KithId id;

  if (!find_owner (setter, text, &id, error))
    return FALSE;
  if (id != 0 && !kith_map_kind_of (setter->look->shown, id, &kind))
    return refuse (error, g_strdup (_ ("What the event belongs to has been deleted meanwhile.")));
  after->link = kind == KITH_LINK ? id : 0;
  after->stakeholder = kind == KITH_STAKEHOLDER ? id : 0;
  after->space = kind == KITH_SPACE ? id : 0;
  if (kind != KITH_LINK) /* it did something to two ends that it has no more */
    after->effect_a = after->effect_b = KITH_EFFECT_UNSET;
  return TRUE;
}

static gboolean
read_score (const char *text, int *score, GError **error)
{
  const KithField *field = kith_kind_field (KITH_ASSESSMENT, "trust");
  g_autoptr (KithAssessment) probe = kith_record_new (KITH_ASSESSMENT, 1);
  gboolean shortened;

  if (*text == '\0')
    return refuse (error, g_strdup (_ ("A rating cannot be emptied here: 0 says that it is not "
                                       "known, and the inspector withdraws it.")));
  if (!kith_value_read (field, probe, text, &shortened)
      || probe->scores[KITH_TRUST] == KITH_SCORE_UNSET)
    return refuse (error,
                   g_strdup_printf (_ ("“%s” is no rating. Write 1 to 5, or 0 where it is not "
                                       "known."),
                                    text));
  *score = probe->scores[KITH_TRUST];
  return TRUE;
}

/* Our impression, or before a room what the room agrees on. */
static gboolean
set_score (Setter *setter, const KithListCell *cell, GError **error)
{
  const KithListColumn *column = cell->column;
  KithBasis basis = setter->look->audience == KITH_TEAM ? KITH_BASIS_IMPRESSION : KITH_BASIS_AGREED;
  g_autoptr (KithEdit) one = NULL;
  int score;

  if (!read_score (cell->text, &score, error))
    return FALSE;
  one = kith_verb_rate_as (setter->look->whole, cell->id, column->end, column->dimension,
                           (KithScore) score, basis, setter->today);
  for (guint i = 0; i < kith_edit_n_changes (one); i++)
    {
      const KithChange *change = kith_edit_change (one, i);
      KithAssessment *known = kith_edit_peek_after (setter->edit, kith_change_id (change));
      KithAssessment *after = kith_record_copy (known != NULL ? (gpointer) known : change->after);

      after->scores[column->dimension] = score;
      if (change->before == NULL && known == NULL)
        kith_edit_insert (setter->edit, after);
      else
        kith_edit_update (setter->edit, known != NULL ? (gpointer) known : change->before, after);
    }
  return TRUE;
}

/* One line of the text that holds them all. */
static gboolean
set_further (const KithListColumn *column, gpointer after, const char *text)
{
  char **fields = kith_field_address (column->field, after);
  g_autofree char *value = kith_value_name (text);
  g_autofree char *changed = kith_fields_set (*fields, column->name, value);

  kith_text_set (fields, changed);
  return TRUE;
}

static gboolean
set_in_record (Setter *setter, const KithListCell *cell, gpointer after, GError **error)
{
  const KithListColumn *column = cell->column;

  switch (column->source)
    {
    case KITH_FROM_SECTOR:
      return set_sector (setter, after, cell->text, error);
    case KITH_FROM_OWNER:
      return set_owner (setter, after, cell->text, error);
    case KITH_FROM_FURTHER:
      return set_further (column, after, cell->text);
    default:
      if (column->listing == KITH_LISTING_STAKEHOLDERS && g_str_equal (column->key, "name"))
        return set_name (after, column->field, cell->text, error);
      return set_field (column->field, after, cell->text, error);
    }
}

/* Cells of one record follow one another in the same new one. */
static gboolean
set_cell (Setter *setter, const KithListCell *cell, GError **error)
{
  KithKind kind = kith_listing_kind (cell->column->listing);
  gconstpointer before = kith_edit_peek_after (setter->edit, cell->id);
  g_autoptr (KithRecord) after = NULL;

  if (!kith_list_can_set (cell->column, setter->look, cell->id))
    return refuse (error, g_strdup_printf (_ ("%s cannot be changed here."), cell->column->title));
  if (cell->column->source == KITH_FROM_OPINION)
    return set_score (setter, cell, error);
  if (before == NULL)
    before = kith_map_get (setter->look->whole, kind, cell->id);
  after = kith_record_copy (before);
  if (!set_in_record (setter, cell, after, error) || !kith_record_validate (after, error))
    return FALSE;
  if (!kith_record_equal (before, after))
    kith_edit_update (setter->edit, before, g_steal_pointer (&after));
  return TRUE;
}

static gboolean
owners_are_equal (const KithEvent *a, const KithEvent *b)
{
  return a->link == b->link && a->stakeholder == b->stakeholder && a->space == b->space;
}

/**
 * kith_list_can_set:
 * @column: a column
 * @look: what the window looks at
 * @id: a record
 *
 * Returns: whether the cell may be changed there: it is no sum of other records, and what is shown
 *   of it is what is stored
 */
gboolean
kith_list_can_set (const KithListColumn *column, const KithListLook *look, KithId id)
{
  KithKind kind = kith_listing_kind (column->listing);
  gconstpointer shown = kith_map_get (look->shown, kind, id);
  gconstpointer stored = kith_map_get (look->whole, kind, id);

  if (shown == NULL || stored == NULL || column->cell == KITH_CELL_FIXED
      || column->source == KITH_FROM_END)
    return FALSE; /* leading an end elsewhere asks what becomes of what was said */
  if (column->source == KITH_FROM_OWNER)
    return owners_are_equal (shown, stored);
  if (column->field == NULL)
    return TRUE;
  if (kind == KITH_EVENT && g_str_has_prefix (column->key, "effect")
      && ((const KithEvent *) shown)->link == 0)
    return FALSE;
  return kith_field_equal (column->field, shown, stored);
}

/* Says where it was, and that nothing came of it. */
static void
say_where (const KithListCell *cell, GError **error)
{
  g_autofree char *message = g_strdup ((*error)->message);

  g_clear_error (error);
  if (cell->row > 0)
    g_set_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED,
                 /* Translators: row, column, what is wrong with the cell */
                 _ ("Row %u, %s: %s Nothing was changed."), cell->row, cell->column->title,
                 message);
  else
    g_set_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED, "%s: %s", cell->column->title,
                 message);
}

static char *
label_for (const KithListLook *look, const KithListCell *cell)
{
  KithKind kind = kith_listing_kind (cell->column->listing);
  gconstpointer record = kith_map_get (look->whole, kind, cell->id);
  g_autofree char *title = record != NULL ? kith_list_row_title (look->whole, record)
                                          : g_strdup ("");

  /* Translators: undo step: a column and what its row is called: "Level: Police" */
  return g_strdup_printf (_ ("%s: %s"), cell->column->title, title);
}

/**
 * kith_list_set:
 * @look: what the window looks at
 * @cells: (array length=n): what is put where
 * @n: how many
 * @today: the date of ratings
 * @label: (nullable): the undo step's words; NULL: the first cell's
 * @error: KITH_MODEL_ERROR: what does not fit, in which row, and what would
 *
 * An empty text empties the cell. Ratings are our impression in a window for the team, and agreed in
 * the room in one for partners.
 *
 * Returns: (transfer full) (nullable): one edit of the whole map; NULL where any cell does not fit
 */
KithEdit *
kith_list_set (const KithListLook *look,
               const KithListCell *cells,
               guint n,
               const KithDate *today,
               const char *label,
               GError **error)
{
  g_autofree char *words = n > 0 && label == NULL ? label_for (look, &cells[0]) : g_strdup (label);
  g_autoptr (KithEdit) edit = kith_edit_new (words != NULL ? words : "");
  Setter setter = { .look = look, .today = today, .edit = edit };
  GError *failure = NULL;

  for (guint i = 0; i < n && failure == NULL; i++)
    if (!set_cell (&setter, &cells[i], &failure))
      say_where (&cells[i], &failure);
  g_clear_pointer (&setter.owners, g_hash_table_unref);
  if (failure == NULL)
    return g_steal_pointer (&edit);
  g_propagate_error (error, failure);
  return NULL;
}
