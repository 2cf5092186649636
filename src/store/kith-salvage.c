/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-salvage.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "kith-digest.h"
#include "kith-rows.h"
#include "kith-scene.h"
#include "kith-schema.h"
#include "kith-sectors.h"
#include "kith-sql.h"
#include "kith-store-error.h"

/* Looks into one table; a page is found by some sixty halvings, so this is many pages. */
#define MOST_LOOKS 4000

/* Ids between these two, both excluded, have not been read. */
typedef struct
{
  KithId low;
  KithId high;
} Gap;

typedef struct
{
  GHashTable *records;
  KithKind kind;
  sqlite3_stmt *upwards;
  sqlite3_stmt *downwards;
} Reader;

static void
keep_row (Reader *reader, sqlite3_stmt *stmt)
{
  KithRecord *record = kith_row_read (stmt, reader->kind, NULL);

  if (record == NULL)
    return;
  if (g_hash_table_contains (reader->records, &record->id))
    kith_record_unref (record);
  else
    g_hash_table_insert (reader->records, &record->id, record);
}

/* Reads from one side of the gap until its end or a page that cannot be read. Returns whether the
 * end was reached; moves the side to the last id that was seen. */
static gboolean
read_side (Reader *reader, sqlite3_stmt *stmt, Gap *gap, KithId *side)
{
  int result;

  sqlite3_bind_int64 (stmt, 1, gap->low);
  sqlite3_bind_int64 (stmt, 2, gap->high);
  while ((result = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      *side = sqlite3_column_int64 (stmt, 0);
      keep_row (reader, stmt);
    }
  sqlite3_reset (stmt);
  return result == SQLITE_DONE;
}

/* What cannot be read from either side is looked into from its middle, widest gaps first. */
static void
read_gaps (Reader *reader)
{
  g_autoptr (GQueue) gaps = g_queue_new ();
  Gap *gap = g_new (Gap, 1);

  *gap = (Gap){ 0, G_MAXINT64 };
  g_queue_push_tail (gaps, gap);
  for (int looks = 0; looks < MOST_LOOKS && (gap = g_queue_pop_head (gaps)) != NULL; looks++)
    {
      if (!read_side (reader, reader->upwards, gap, &gap->low)
          && !read_side (reader, reader->downwards, gap, &gap->high) && gap->high - gap->low > 2)
        {
          KithId middle = gap->low + (gap->high - gap->low) / 2;
          Gap *upper = g_new (Gap, 1);

          *upper = (Gap){ middle, gap->high };
          gap->high = middle + 1;
          g_queue_push_tail (gaps, g_steal_pointer (&gap));
          g_queue_push_tail (gaps, upper);
        }
      g_free (gap);
    }
  while ((gap = g_queue_pop_head (gaps)) != NULL)
    g_free (gap);
}

GHashTable *
kith_salvage_read (sqlite3 *db)
{
  GHashTable *records = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                               kith_record_unref);

  for (KithKind kind = 0; kind < KITH_N_KINDS; kind++)
    {
      g_autofree char *up =
          kith_schema_select (db, kind, "WHERE \"id\" > ?1 AND \"id\" < ?2 ORDER BY \"id\"");
      g_autofree char *down =
          kith_schema_select (db, kind, "WHERE \"id\" > ?1 AND \"id\" < ?2 ORDER BY \"id\" DESC");
      g_autoptr (sqlite3_stmt) upwards = up != NULL ? kith_sql_prepare (db, up, NULL) : NULL;
      g_autoptr (sqlite3_stmt) downwards = down != NULL ? kith_sql_prepare (db, down, NULL) : NULL;
      Reader reader = { records, kind, upwards, downwards };

      if (upwards != NULL && downwards != NULL)
        read_gaps (&reader);
    }
  return records;
}

/* A sector that is lost becomes Other, who had a picture and what was in a position go without, and a scene stays without what it
 * looked at; anything else that is lost takes the record along. */
static gboolean
settle_references (GHashTable *records, KithRecord *record)
{
  const KithKindInfo *info = kith_kind_info (record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      KithId *to = kith_field_address (&info->fields[i], record);
      KithRecord *there;

      if (info->fields[i].type != KITH_TYPE_REF || *to == 0)
        continue;
      there = g_hash_table_lookup (records, to);
      if (there != NULL && there->kind == info->fields[i].target)
        continue;
      if (record->kind == KITH_SCENE) /* it stays, without what it looked at */
        {
          kith_scene_forget ((KithScene *) record, (KithId) *to);
          continue;
        }
      if (info->fields[i].target == KITH_PICTURE || info->fields[i].target == KITH_POSITION)
        {
          *to = 0;
          continue;
        }
      if (info->fields[i].target != KITH_SECTOR)
        return FALSE;
      if (!KITH_SECTOR_IS_BUILT_IN (*to))
        *to = KITH_SECTOR_OTHER;
    }
  return TRUE;
}

/* The records of a kind by id, those left out that refer to nothing; those go from the table too,
 * so that what hangs on them follows. */
static void
take_kind (GHashTable *records, KithKind kind, KithEdit *edit)
{
  g_autoptr (GPtrArray) dangling = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (KITH_KIND (value) != kind)
        continue;
      if (settle_references (records, value))
        kith_edit_insert (edit, kith_record_ref (value));
      else
        g_ptr_array_add (dangling, value);
    }
  for (guint i = 0; i < dangling->len; i++)
    g_hash_table_remove (records, &KITH_RECORD (dangling->pdata[i])->id);
}

static void
add_about (KithEdit *edit)
{
  KithAbout *about = kith_record_new (KITH_ABOUT, KITH_ABOUT_ID);
  g_autofree char *key = g_uuid_string_random ();

  kith_text_set (&about->key, key);
  kith_edit_insert (edit, about);
}

/* How many of the kind there were, or -1 where that is lost as well. */
static int
count_before (const char *counts, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (counts != NULL ? counts : "", ", ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_has_prefix (parts[i], name) && parts[i][strlen (name)] == ' ')
      return atoi (parts[i] + strlen (name));
  return -1;
}

static gboolean
describe_kind (KithMap *map, KithKind kind, const char *counts, gboolean has_about, GString *words)
{
  const KithKindInfo *info = kith_kind_info (kind);
  int before = count_before (counts, info->name);
  int now = kind == KITH_ABOUT && !has_about ? 0 : (int) kith_map_n (map, kind);

  if (before < 0)
    g_string_append_printf (words, _ ("%s: %d found; how many there were is not known.\n"),
                            _ (info->label), now);
  else if (now < before)
    g_string_append_printf (words, _ ("%s: %d of %d found, %d lost.\n"), _ (info->label), now,
                            before, before - now);
  else if (now > 0)
    g_string_append_printf (words, _ ("%s: all %d found.\n"), _ (info->label), now);
  return before >= 0 && now >= before;
}

static char *
describe (KithMap *map, const char *shown, const char *counts, gboolean has_about)
{
  GString *words = g_string_new (NULL);
  gboolean whole = TRUE;

  g_string_append_printf (words, _ ("What could be read of “%s”:\n"), shown);
  for (KithKind kind = 0; kind < KITH_N_KINDS; kind++)
    whole = describe_kind (map, kind, counts, has_about, words) && whole;
  g_string_append (words, whole ? _ ("Nothing is missing, but something may have been altered: "
                                     "please look it over.")
                                : _ ("What is lost may be in an earlier version. The damaged file "
                                     "is as it was."));
  return g_string_free (words, FALSE);
}

KithMap *
kith_salvage_build (GHashTable *records,
                    const char *shown,
                    const char *counts,
                    char **report,
                    GError **error)
{
  g_autoptr (KithMap) map = kith_map_new_empty ();
  g_autoptr (KithEdit) edit = kith_edit_new ("");
  KithId about = KITH_ABOUT_ID;
  gboolean has_about = g_hash_table_contains (records, &about);

  if (g_hash_table_size (records) == 0)
    {
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_DAMAGED,
                   _ ("Nothing can be read of “%s”. Look for an earlier version or a copy."),
                   shown);
      return NULL;
    }
  if (!has_about)
    add_about (edit);
  for (KithKind kind = 0; kind < KITH_N_KINDS; kind++)
    take_kind (records, kind, edit);
  if (!kith_map_apply (map, edit, error) || !kith_map_check (map, error))
    return NULL;
  if (report != NULL)
    *report = describe (map, shown, counts, has_about);
  return g_steal_pointer (&map);
}
