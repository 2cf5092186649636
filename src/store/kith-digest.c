/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-digest.h"

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  KithId first = KITH_ID (*(gconstpointer const *) a);
  KithId second = KITH_ID (*(gconstpointer const *) b);

  return (first > second) - (first < second);
}

GPtrArray *
kith_map_by_id (KithMap *map, KithKind kind)
{
  guint n = kith_map_n (map, kind);
  GPtrArray *records = g_ptr_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (records, (gpointer) kith_map_nth (map, kind, i));
  g_ptr_array_sort (records, compare_ids);
  return records;
}

static void
collect_tombstone (gpointer tombstone, gpointer array)
{
  g_array_append_vals (array, tombstone, 1);
}

static int
compare_tombstones (gconstpointer a, gconstpointer b)
{
  KithId first = ((const KithTombstone *) a)->id;
  KithId second = ((const KithTombstone *) b)->id;

  return (first > second) - (first < second);
}

GArray *
kith_map_tombstones (KithMap *map)
{
  GArray *tombstones = g_array_new (FALSE, FALSE, sizeof (KithTombstone));

  kith_map_foreach_tombstone (map, collect_tombstone, tombstones);
  g_array_sort (tombstones, compare_tombstones);
  return tombstones;
}

/* Each record is announced by kind, id and length, so that no two sequences read alike. */
static void
update_with_record (GChecksum *sum, gconstpointer record, GString *scratch)
{
  g_autofree char *head = NULL;

  g_string_truncate (scratch, 0);
  kith_record_encode (record, scratch);
  head = g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GSIZE_FORMAT "\n",
                          kith_kind_info (KITH_KIND (record))->name, KITH_ID (record),
                          scratch->len);
  g_checksum_update (sum, (const guchar *) head, -1);
  g_checksum_update (sum, (const guchar *) scratch->str, scratch->len);
}

char *
kith_digest_content (KithMap *map)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  GString *scratch = g_string_new (NULL);
  char *digest;

  for (KithKind kind = 0; kind < KITH_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = kith_map_by_id (map, kind);

      for (guint i = 0; i < records->len; i++)
        update_with_record (sum, records->pdata[i], scratch);
    }
  digest = g_strdup (g_checksum_get_string (sum));
  g_string_free (scratch, TRUE);
  return digest;
}

static void
update_with_stamp (GChecksum *sum, KithKind kind, KithId id, gint64 changed, gint64 copy)
{
  g_autofree char *line = g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                                           " %" G_GINT64_FORMAT "\n",
                                           kith_kind_info (kind)->name, id, changed, copy);

  g_checksum_update (sum, (const guchar *) line, -1);
}

char *
kith_digest_stamps (KithMap *map)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GArray) tombstones = kith_map_tombstones (map);

  for (KithKind kind = 0; kind < KITH_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = kith_map_by_id (map, kind);

      for (guint i = 0; i < records->len; i++)
        {
          const KithRecord *record = records->pdata[i];

          update_with_stamp (sum, kind, record->id, record->changed, record->copy);
        }
    }
  g_checksum_update (sum, (const guchar *) "deleted\n", -1);
  for (guint i = 0; i < tombstones->len; i++)
    {
      const KithTombstone *t = &g_array_index (tombstones, KithTombstone, i);

      update_with_stamp (sum, t->kind, t->id, t->changed, t->copy);
    }
  return g_strdup (g_checksum_get_string (sum));
}

static gboolean
is_known (KithKind kind, gint64 version)
{
  switch (kind)
    {
    case KITH_PICTURE:
    case KITH_ANNOTATION:
      return version >= 2;
    case KITH_ROUND:
    case KITH_NAME:
    case KITH_SUCCESSION:
    case KITH_QUOTE:
      return version >= 3;
    case KITH_SCENE:
      return version >= 5;
    case KITH_STANCE:
    case KITH_QUESTION:
    case KITH_POSITION:
    case KITH_ANSWER:
    case KITH_PULSE:
    case KITH_LOAD:
    case KITH_DRIVERS:
    case KITH_BARRIER:
    case KITH_REPAIR:
    case KITH_ACKNOWLEDGEMENT:
      return version >= 6;
    default:
      return TRUE;
    }
}

char *
kith_digest_counts (KithMap *map, gint64 version)
{
  GString *counts = g_string_new (NULL);

  for (KithKind kind = 0; kind < KITH_N_KINDS; kind++)
    if (is_known (kind, version))
      g_string_append_printf (counts, "%s%s %u", kind == 0 ? "" : ", ", kith_kind_info (kind)->name,
                              kith_map_n (map, kind));
  return g_string_free (counts, FALSE);
}
