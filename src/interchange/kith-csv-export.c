/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-csv-export.h"

#include <string.h>

#include "kith-csv-columns.h"
#include "kith-csv.h"
#include "kith-fields.h"
#include "kith-opinion.h"
#include "kith-sectors.h"

/* A column: its heading, which is never translated so that it can be read again, and the field
 * that it holds; one without a field is written by its heading. */
typedef struct
{
  const char *heading;
  const char *field;
  gboolean always;     /* else only where a record says something */
  const char *further; /* a further field of this name */
} Column;

/* Kumu wants Label first, and From and To. */
static const Column stakeholder_columns[] = {
  { "Label", "name", TRUE },
  { "Kind", "kind", TRUE },
  { "Sector", NULL, TRUE },
  { "Short name", "short_name", FALSE },
  { "Form", "form", FALSE },
  { "Level", "level", FALSE },
  { "Story", "story", FALSE },
  { "Description", "description", TRUE },
  { "Private note", "private_note", FALSE },
  { "Private", "private", FALSE },
  { "Since", "from", FALSE },
  { "Until", "to", FALSE },
  { "Tags", "tags", FALSE },
  { "Power", "power", FALSE },
  { "Interest", "interest", FALSE },
  { "X", "x", TRUE },
  { "Y", "y", TRUE },
  { "Pinned", "pinned", FALSE },
  { "Box scale", "scale", FALSE },
  { "ID", NULL, TRUE },
};

static const Column link_columns[] = {
  { "From", NULL, TRUE },
  { "To", NULL, TRUE },
  { "Type", "kind", TRUE },
  { "Label", "label", FALSE },
  { "Direction", "direction", TRUE },
  { "Frequency", "frequency", FALSE },
  { "Standing", "standing", FALSE },
  { "Since", "from", FALSE },
  { "Until", "to", FALSE },
  { "Tags", "tags", FALSE },
  { "Note", "note", FALSE },
  { "Private note", "private_note", FALSE },
  { "Private", "private", FALSE },
  { "Needs", "need_a", FALSE },
  { "Needs back", "need_b", FALSE },
  { "Bend", "bend", FALSE },
  { "Bend along", "bend_along", FALSE },
  { "Trust", NULL, FALSE },
  { "Trust back", NULL, FALSE },
  { "Respect", NULL, FALSE },
  { "Respect back", NULL, FALSE },
  { "Understanding", NULL, FALSE },
  { "Understanding back", NULL, FALSE },
  { "Promises kept", NULL, FALSE },
  { "Promises kept back", NULL, FALSE },
  { "Disagree openly", NULL, FALSE },
  { "Disagree openly back", NULL, FALSE },
  { "Same outcome", NULL, FALSE },
  { "Same outcome back", NULL, FALSE },
  { "Told early", NULL, FALSE },
  { "Told early back", NULL, FALSE },
  { "Basis", NULL, FALSE },
  { "Basis back", NULL, FALSE },
  { "Rated", NULL, FALSE },
  { "Rated back", NULL, FALSE },
  { "ID", NULL, TRUE },
};

static const struct
{
  const char *heading;
  KithDimension dimension;
  KithEnd end;
} opinions[] = {
  { "Trust", KITH_TRUST, KITH_END_A },
  { "Trust back", KITH_TRUST, KITH_END_B },
  { "Respect", KITH_RESPECT, KITH_END_A },
  { "Respect back", KITH_RESPECT, KITH_END_B },
  { "Understanding", KITH_UNDERSTANDING, KITH_END_A },
  { "Understanding back", KITH_UNDERSTANDING, KITH_END_B },
  { "Promises kept", KITH_ITEM_PROMISES, KITH_END_A },
  { "Promises kept back", KITH_ITEM_PROMISES, KITH_END_B },
  { "Disagree openly", KITH_ITEM_DISAGREE, KITH_END_A },
  { "Disagree openly back", KITH_ITEM_DISAGREE, KITH_END_B },
  { "Same outcome", KITH_ITEM_OUTCOME, KITH_END_A },
  { "Same outcome back", KITH_ITEM_OUTCOME, KITH_END_B },
  { "Told early", KITH_ITEM_EARLY, KITH_END_A },
  { "Told early back", KITH_ITEM_EARLY, KITH_END_B },
};

/* What Kumu calls the directions. */
static const char *const directions[] = { "undirected", "directed", "reverse", "mutual" };

static char *
opinion_text (KithMap *map, const KithLink *link, KithEnd end, KithDimension dimension)
{
  KithOpinion opinion;

  kith_opinion_of (map, KITH_ID (link), end, dimension, &opinion);
  return g_strdup (
      kith_enum_key (&kith_scores, opinion.step != 0 ? opinion.step : opinion.absence));
}

/* The assessment by that end which was dated last, or NULL. */
static const KithAssessment *
last_assessment (KithMap *map, const KithLink *link, KithEnd end)
{
  g_autoptr (GPtrArray) all = kith_map_assessments_of (map, KITH_ID (link), end);

  return all->len > 0 ? all->pdata[all->len - 1] : NULL;
}

static char *
rating_text (KithMap *map, const KithLink *link, const char *heading)
{
  KithEnd end = g_str_has_suffix (heading, " back") ? KITH_END_B : KITH_END_A;
  const KithAssessment *last;
  KithOpinion opinion;

  for (guint i = 0; i < G_N_ELEMENTS (opinions); i++)
    if (g_str_equal (opinions[i].heading, heading))
      return opinion_text (map, link, end, opinions[i].dimension);
  last = last_assessment (map, link, end);
  if (last == NULL)
    return g_strdup ("");
  if (g_str_has_prefix (heading, "Rated"))
    return kith_date_to_edtf (&last->date);
  kith_opinion_of (map, KITH_ID (link), end, KITH_TRUST, &opinion);
  return g_strdup (
      kith_enum_key (&kith_bases, opinion.impression ? KITH_BASIS_IMPRESSION : last->basis));
}

static char *
id_text (gconstpointer record)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, KITH_ID (record));
}

static gboolean
name_is_taken (GHashTable *names, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (names, name)) > 1;
}

/* A link names its ends; by their ids where several have one name. */
static char *
end_text (KithMap *map, GHashTable *names, KithId id)
{
  const KithStakeholder *stakeholder = kith_map_stakeholder (map, id);

  return name_is_taken (names, stakeholder->name) ? id_text (stakeholder)
                                                  : g_strdup (stakeholder->name);
}

static char *
special_text (KithMap *map, GHashTable *names, gconstpointer record, const char *heading)
{
  if (g_str_equal (heading, "ID"))
    return id_text (record);
  if (g_str_equal (heading, "Sector"))
    return g_strdup (kith_sector_name (map, ((const KithStakeholder *) record)->sector));
  if (g_str_equal (heading, "From"))
    return end_text (map, names, ((const KithLink *) record)->a);
  if (g_str_equal (heading, "To"))
    return end_text (map, names, ((const KithLink *) record)->b);
  return rating_text (map, record, heading);
}

static char *
field_text (const KithField *field, gconstpointer record)
{
  int value = field->type == KITH_TYPE_ENUM ? *(int *) kith_field_address (field, record) : 0;

  if (field->values == &kith_directions)
    return g_strdup (directions[value]);
  if (field->type == KITH_TYPE_ENUM && *kith_enum_key (field->values, value) != '\0')
    return g_strdup (kith_enum_label (field->values, value));
  if (field->type == KITH_TYPE_INT && kith_field_is_default (field, record))
    return g_strdup ("");
  if (field->type == KITH_TYPE_BOOL)
    return g_strdup (*(gboolean *) kith_field_address (field, record) ? "yes" : "");
  return kith_field_to_text (field, record);
}

static const KithField *
field_of (const Column *column, KithKind kind)
{
  return column->field != NULL ? kith_kind_field (kind, column->field) : NULL;
}

static char *
further_text (const char *name, gconstpointer record)
{
  const KithField *fields = kith_kind_field (KITH_KIND (record), "fields");
  char *text = kith_fields_get (*(char **) kith_field_address (fields, record), name);

  return text != NULL ? text : g_strdup ("");
}

static char *
cell_text (KithMap *map, GHashTable *names, const Column *column, gconstpointer record)
{
  const KithField *field = field_of (column, KITH_KIND (record));

  if (column->further != NULL)
    return further_text (column->further, record);

  return field != NULL ? field_text (field, record)
                       : special_text (map, names, record, column->heading);
}

static void
write_cell (GString *out,
            gboolean first,
            const KithField *field,
            gconstpointer record,
            const char *text)
{
  if (field != NULL && field->type == KITH_TYPE_COORD)
    kith_csv_write_number (out, first, *(double *) kith_field_address (field, record));
  else
    kith_csv_write_text (out, first, text);
}

static gboolean
is_used (KithMap *map, GHashTable *names, const Column *column, GPtrArray *records)
{
  for (guint i = 0; i < records->len && !column->always; i++)
    {
      const KithField *field = field_of (column, KITH_KIND (records->pdata[i]));
      g_autofree char *text = NULL;

      if (field != NULL && !kith_field_is_default (field, records->pdata[i]))
        return TRUE;
      text = field == NULL ? cell_text (map, names, column, records->pdata[i]) : NULL;
      if (text != NULL && *text != '\0')
        return TRUE;
    }
  return column->always;
}

static GHashTable *
count_names (KithMap *map)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    {
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (names, stakeholder->name));

      g_hash_table_insert (names, stakeholder->name, GUINT_TO_POINTER (before + 1));
    }
  return names;
}

static void
write_record (GString *out,
              KithMap *map,
              GHashTable *names,
              GPtrArray *columns,
              gconstpointer record)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = columns->pdata[i];
      g_autofree char *text = cell_text (map, names, column, record);

      write_cell (out, i == 0, field_of (column, KITH_KIND (record)), record, text);
    }
  kith_csv_write_end (out);
}

/* By the names of their ends; by bytes, so that every machine writes the same. */
static int
compare_links (gconstpointer a, gconstpointer b, gpointer data)
{
  const KithLink *one = *(const KithLink *const *) a;
  const KithLink *other = *(const KithLink *const *) b;
  int order = strcmp (kith_map_stakeholder (data, one->a)->name,
                      kith_map_stakeholder (data, other->a)->name);

  if (order == 0)
    order = strcmp (kith_map_stakeholder (data, one->b)->name,
                    kith_map_stakeholder (data, other->b)->name);
  return order != 0 ? order : kith_record_compare (one, other);
}

static void
free_column (gpointer data)
{
  g_free ((char *) ((Column *) data)->heading);
  g_free ((char *) ((Column *) data)->further);
  g_free (data);
}

/* A further field with the heading of another column would be read as that one. */
static char *
further_heading (KithKind kind, const char *name)
{
  KithColumn column;
  gboolean is_known;

  kith_column_read (kind == KITH_LINK ? KITH_TABLE_LINKS : KITH_TABLE_STAKEHOLDERS, name, &column);
  is_known = column.role != KITH_COLUMN_UNKNOWN;
  kith_column_clear (&column);
  return is_known ? g_strdup_printf ("%s (field)", name) : g_strdup (name);
}

/* Of the kind, those that this map has; each frees with free_column(). */
static GPtrArray *
further_columns (KithMap *map, KithKind kind)
{
  g_auto (GStrv) names = kith_map_list_fields (map, kind);
  GPtrArray *columns = g_ptr_array_new_with_free_func (free_column);

  for (guint i = 0; names[i] != NULL; i++)
    {
      Column *column = g_new0 (Column, 1);

      column->heading = further_heading (kind, names[i]);
      column->further = g_strdup (names[i]);
      g_ptr_array_add (columns, column);
    }
  return columns;
}

static GBytes *
write_table (KithMap *map, KithKind kind, const Column *all, guint n)
{
  g_autoptr (GPtrArray) records = kith_map_list (map, kind);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_autoptr (GPtrArray) further = further_columns (map, kind);
  g_autoptr (GHashTable) names = count_names (map);
  g_autoptr (GString) out = g_string_new (NULL);

  if (kind == KITH_LINK)
    g_ptr_array_sort_with_data (records, compare_links, map);
  for (guint i = 0; i < n; i++)
    if (is_used (map, names, &all[i], records))
      g_ptr_array_add (columns, (gpointer) &all[i]);
  g_ptr_array_extend (columns, further, NULL, NULL);
  for (guint i = 0; i < columns->len; i++)
    kith_csv_write_text (out, i == 0, ((const Column *) columns->pdata[i])->heading);
  kith_csv_write_end (out);
  for (guint i = 0; i < records->len; i++)
    write_record (out, map, names, columns, records->pdata[i]);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

/**
 * kith_csv_export_stakeholders:
 * @map: a map, already made for its audience
 *
 * Returns: (transfer full): a table of its stakeholders, UTF-8, RFC 4180; columns that nobody has
 *   anything in are left out
 */
GBytes *
kith_csv_export_stakeholders (KithMap *map)
{
  return write_table (map, KITH_STAKEHOLDER, stakeholder_columns,
                      G_N_ELEMENTS (stakeholder_columns));
}

/**
 * kith_csv_export_links:
 * @map: a map, already made for its audience
 *
 * Each end's opinions are summed up as they are shown: the median, the more cautious of two.
 *
 * Returns: (transfer full): a table of its links, likewise
 */
GBytes *
kith_csv_export_links (KithMap *map)
{
  return write_table (map, KITH_LINK, link_columns, G_N_ELEMENTS (link_columns));
}
