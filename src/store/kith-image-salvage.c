/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-image.h"

#include <string.h>

#include "kith-image-header.h"
#include "kith-salvage.h"
#include "kith-sandbox.h"
#include "kith-schema.h"
#include "kith-sql.h"

/* Salvage reads on where others give up. */
#define MORE_LOOKS 20000

#define N_PAGES_AT 28

static guint32
pages_claimed (const guint8 *data)
{
  guint32 value;

  memcpy (&value, data + N_PAGES_AT, sizeof value);
  return GUINT32_FROM_BE (value);
}

/* Marks the pages of an empty document that hold rows; the others hold the schema, and are the
 * same in every document. */
static gboolean
mark_roots (GBytes *empty, gboolean *is_root, guint n)
{
  g_autoptr (KithSandbox) box = kith_sandbox_open (empty, NULL);
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (box != NULL)
    stmt = kith_sql_prepare (box->db, "SELECT rootpage FROM sqlite_schema", NULL);
  while (stmt != NULL && sqlite3_step (stmt) == SQLITE_ROW)
    {
      int root = sqlite3_column_int (stmt, 0);

      if (root >= 1 && root <= (int) n)
        is_root[root - 1] = TRUE;
    }
  return stmt != NULL;
}

/* Puts the pages that are known beforehand, header and schema, over whatever is there. */
static gboolean
mend_known_pages (guint8 *data, gsize size, gint64 version, GError **error)
{
  g_autoptr (GBytes) empty = kith_image_empty (version, error);
  g_autofree gboolean *is_root = NULL;
  const guint8 *from;
  guint32 n_pages = GUINT32_TO_BE (size / KITH_IMAGE_PAGE);
  gsize n;

  if (empty == NULL)
    return FALSE;
  from = g_bytes_get_data (empty, &n);
  n /= KITH_IMAGE_PAGE;
  is_root = g_new0 (gboolean, n);
  if (!mark_roots (empty, is_root, n))
    return FALSE;
  for (gsize i = 0; i < n && (i + 1) * KITH_IMAGE_PAGE <= size; i++)
    if (!is_root[i])
      memcpy (data + i * KITH_IMAGE_PAGE, from + i * KITH_IMAGE_PAGE, KITH_IMAGE_PAGE);
  memcpy (data + N_PAGES_AT, &n_pages, sizeof n_pages);
  return TRUE;
}

/* A copy of whole pages: what is cut off at the end comes back as zeros, which read as damage. */
static GBytes *
mended_copy (GBytes *bytes, gint64 version, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize whole = (size + KITH_IMAGE_PAGE - 1) / KITH_IMAGE_PAGE;
  gsize claimed = size >= N_PAGES_AT + 4 ? pages_claimed (data) : 0;
  g_autofree guint8 *copy = NULL;

  if (claimed > whole && claimed <= KITH_FILE_MAX / KITH_IMAGE_PAGE)
    whole = claimed;
  whole = MAX (whole, 1) * KITH_IMAGE_PAGE;
  copy = g_malloc0 (whole);
  if (size > 0)
    memcpy (copy, data, size);
  if (!mend_known_pages (copy, whole, version, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&copy), whole);
}

/* What can be read of the document if its tables are those of a version. */
static GHashTable *
read_as (GBytes *bytes, gint64 version, char **counts, GError **error)
{
  g_autoptr (GBytes) mended = mended_copy (bytes, version, error);
  g_autoptr (KithSandbox) box = mended != NULL ? kith_sandbox_open (mended, error) : NULL;

  if (box == NULL)
    return NULL;
  box->looks += MORE_LOOKS;
  *counts = kith_sql_text (box->db, "SELECT value FROM meta WHERE key = 'counts'", NULL);
  return kith_salvage_read (box->db);
}

/* The header may be damaged as well, so what it says of the version counts for nothing: the version
 * counts by which most can be read. */
static GHashTable *
read_most (GBytes *bytes, char **counts, GError **error)
{
  GHashTable *most = NULL;

  for (gint64 version = KITH_SCHEMA_VERSION; version >= 1; version--)
    {
      g_autofree char *counted = NULL;
      g_autoptr (GError) reason = NULL;
      GHashTable *records = read_as (bytes, version, &counted, &reason);

      if (records == NULL)
        {
          g_clear_error (error);
          g_propagate_error (error, g_steal_pointer (&reason));
          continue;
        }
      if (most != NULL && g_hash_table_size (records) <= g_hash_table_size (most))
        {
          g_hash_table_unref (records);
          continue;
        }
      g_clear_pointer (&most, g_hash_table_unref);
      most = records;
      g_free (*counts);
      *counts = g_steal_pointer (&counted);
    }
  if (most != NULL)
    g_clear_error (error);
  return most;
}

/**
 * kith_image_salvage:
 * @bytes: a damaged document
 * @shown: its name as a person knows it
 * @report: (out) (optional): whole sentences on what was read and what was lost
 *
 * Returns: (transfer full) (nullable): a sound map of what could be read
 */
KithMap *
kith_image_salvage (GBytes *bytes, const char *shown, char **report, GError **error)
{
  g_autofree char *counts = NULL;
  g_autoptr (GHashTable) records = read_most (bytes, &counts, error);

  if (records == NULL)
    return NULL;
  return kith_salvage_build (records, shown, counts, report, error);
}
