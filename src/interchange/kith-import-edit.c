/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edit of an import: what is on the map already is reused, by id or by name. */
#include "kith-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-csv-values.h"
#include "kith-opinion.h"
#include "kith-sectors.h"

typedef struct
{
  KithImport *import;
  KithMap *map;
  KithEdit *edit;
  GHashTable *on_map; /* owned key → KithStakeholder */
  KithId *ids;        /* of every stakeholder of the import, on the map */
  GHashTable *taken;  /* records of the map that a row speaks of already */
  GHashTable *used;   /* ids of the edit */
  gint64 now;
} Maker;

static char *
joined (const KithField *field, const char *text, const GString *more)
{
  return kith_join_lines (text, more->str, (glong) field->max);
}

static void
guess_sector (Maker *maker, KithStakeholder *stakeholder)
{
  const char *kind;

  if (stakeholder->sector == 0)
    {
      stakeholder->sector = kith_sector_guess (stakeholder->name);
      maker->import->counts.guessed += stakeholder->sector != KITH_SECTOR_OTHER;
    }
  kind = *stakeholder->kind == '\0' && maker->import->others->len == 0
             ? kith_kind_guess (stakeholder->sector, stakeholder->name)
             : NULL;
  if (kind != NULL)
    kith_text_set (&stakeholder->kind, kind);
}

/* What is hidden from whoever enters it is not given away by being recognised. */
static gboolean
is_seen (const Maker *maker, gconstpointer record)
{
  return !maker->import->is_quick
         || kith_map_get (maker->import->map, KITH_KIND (record), KITH_ID (record)) != NULL;
}

KithId
kith_import_id (const char *text)
{
  gint64 id;

  return text != NULL && g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL) ? id : 0;
}

KithId
kith_import_free_id (KithMap *map, GHashTable *used, KithId id)
{
  KithKind kind;

  while (id < KITH_LEAST_OWN_ID || kith_map_kind_of (map, id, &kind)
         || g_hash_table_contains (used, &id))
    id = kith_id_new ();
  g_hash_table_add (used, g_memdup2 (&id, sizeof id));
  return id;
}

/* Tables of Kith's own say more of somebody by the id: that stays, if it can. */
static void
keep_id (Maker *maker, KithRecord *record, const char *id)
{
  KithId kept = maker->import->others->len > 0 ? kith_import_id (id) : 0;

  record->id = kith_import_free_id (maker->map, maker->used, kept > 0 ? kept : record->id);
}

/* By id, else by name; nobody twice. */
static const KithStakeholder *
find_stakeholder (Maker *maker, const KithImportWho *who)
{
  g_autofree char *key = kith_value_key (who->record->name);
  const KithStakeholder *found = kith_map_stakeholder (maker->map, kith_import_id (who->id));

  if (found != NULL && !is_seen (maker, found))
    found = NULL;
  if (found == NULL && key != NULL)
    found = g_hash_table_lookup (maker->on_map, key);
  if (found == NULL || !g_hash_table_add (maker->taken, (gpointer) &found->record.id))
    return NULL;
  return found;
}

static KithId
put_stakeholder (Maker *maker, const KithImportWho *who)
{
  const KithField *field = kith_kind_field (KITH_STAKEHOLDER, "description");
  const KithStakeholder *before = find_stakeholder (maker, who);
  KithStakeholder *after = kith_record_copy (before != NULL ? before : who->record);
  g_autofree char *description = NULL;
  KithId id;

  if (before != NULL)
    kith_import_lay_over (after, who->record, who->set);
  else
    {
      keep_id (maker, &after->record, who->id);
      guess_sector (maker, after);
    }
  description = joined (field, after->description, who->more);
  kith_text_set (&after->description, description);
  id = KITH_ID (after);
  if (before != NULL)
    kith_edit_update (maker->edit, before, after);
  else
    kith_edit_insert (maker->edit, after);
  return id;
}

static gboolean
joins (const KithLink *link, KithId a, KithId b)
{
  return (link->a == a && link->b == b) || (link->a == b && link->b == a);
}

static gboolean
is_of_kind (const Maker *maker, const KithImportTie *tie, const KithLink *link)
{
  const KithKindInfo *info = kith_kind_info (KITH_LINK);
  guint64 kind = G_GUINT64_CONSTANT (1) << (kith_kind_field (KITH_LINK, "kind") - info->fields);

  return link->kind == tie->record->kind || (maker->import->is_quick && (tie->set & kind) == 0);
}

/* By id, else one of that kind between the two that no other row speaks of. */
static const KithLink *
find_link (Maker *maker, const KithImportTie *tie)
{
  KithId a = maker->ids[tie->a], b = maker->ids[tie->b];
  const KithLink *named = kith_map_link (maker->map, kith_import_id (tie->id));
  g_autoptr (GPtrArray) links = NULL;

  if (named != NULL && joins (named, a, b) && is_seen (maker, named))
    return named;
  if (kith_map_stakeholder (maker->map, a) == NULL || kith_map_stakeholder (maker->map, b) == NULL)
    return NULL;
  links = kith_map_links_of (maker->map, a);
  for (guint i = 0; i < links->len; i++)
    {
      const KithLink *link = links->pdata[i];

      if (is_of_kind (maker, tie, link) && joins (link, a, b) && is_seen (maker, link)
          && !g_hash_table_contains (maker->taken, &link->record.id))
        return link;
    }
  return NULL;
}

static gboolean
says_the_same (const KithAssessment *a, const KithAssessment *b)
{
  return a->basis == b->basis && memcmp (a->scores, b->scores, sizeof a->scores) == 0;
}

/* Read twice, a table does not rate twice. */
static void
put_rating (Maker *maker, KithId link, KithEnd end, const KithAssessment *said)
{
  const KithAssessment *latest = kith_map_link (maker->map, link) == NULL
                                     ? NULL
                                     : kith_opinion_latest (maker->map, link, end, said->voice);
  KithAssessment *rating;

  if (latest != NULL && says_the_same (latest, said))
    return;
  rating = kith_record_new (KITH_ASSESSMENT, kith_id_new ());
  kith_import_lay_over (rating, said, G_MAXUINT64);
  rating->link = link;
  rating->end = (int) end;
  rating->entered = maker->now++;
  kith_edit_insert (maker->edit, rating);
}

static void
turn_round (KithLink *link)
{
  static const int directions[] = { KITH_DIRECTION_NONE, KITH_DIRECTION_B_TO_A,
                                    KITH_DIRECTION_A_TO_B, KITH_DIRECTION_BOTH };
  static const int standings[] = { KITH_STANDING_UNSET, KITH_STANDING_EQUAL, KITH_STANDING_B_OVER_A,
                                   KITH_STANDING_A_OVER_B };

  link->direction = directions[link->direction];
  link->standing = standings[link->standing];
}

static KithLink *
make_link (Maker *maker, const KithImportTie *tie, const KithLink *before, gboolean turned)
{
  KithLink *after = kith_record_copy (before != NULL ? before : tie->record);
  g_autoptr (KithLink) said = kith_record_copy (tie->record);
  g_autofree char *note = NULL;

  if (before == NULL)
    {
      keep_id (maker, &after->record, tie->id);
      after->a = maker->ids[tie->a];
      after->b = maker->ids[tie->b];
    }
  else
    {
      if (turned)
        turn_round (said);
      kith_import_lay_over (after, said, tie->set);
    }
  note = joined (kith_kind_field (KITH_LINK, "note"), after->note, tie->more);
  kith_text_set (&after->note, note);
  return after;
}

static void
put_link (Maker *maker, KithImportTie *tie)
{
  const KithLink *before = find_link (maker, tie);
  gboolean turned = before != NULL && before->a != maker->ids[tie->a];
  KithLink *after = make_link (maker, tie, before, turned);
  KithId id = KITH_ID (after);

  tie->on_map = id;
  if (before == NULL)
    kith_edit_insert (maker->edit, after);
  else
    {
      g_hash_table_add (maker->taken, (gpointer) &before->record.id);
      kith_edit_update (maker->edit, before, after);
    }
  for (guint end = 0; end < 2; end++)
    if (tie->ratings[end] != NULL && !maker->import->has_ratings)
      put_rating (maker, id, (KithEnd) (turned ? 1 - end : end), tie->ratings[end]);
}

static void
index_name (Maker *maker, const char *name, const KithStakeholder *stakeholder)
{
  char *key = is_seen (maker, stakeholder) ? kith_value_key (name) : NULL;

  if (key == NULL || g_hash_table_contains (maker->on_map, key))
    g_free (key);
  else
    g_hash_table_insert (maker->on_map, key, (gpointer) stakeholder);
}

/* By name, else by short name. */
static void
index_map (Maker *maker)
{
  KITH_FOR_EACH (KithStakeholder, stakeholder, maker->map, KITH_STAKEHOLDER)
    index_name (maker, stakeholder->name, stakeholder);
  KITH_FOR_EACH (KithStakeholder, stakeholder, maker->map, KITH_STAKEHOLDER)
    index_name (maker, stakeholder->short_name, stakeholder);
}

static char *
make_label (const KithImport *import)
{
  return g_strdup_printf (ngettext ("Import %u stakeholder", "Import %u stakeholders",
                                    import->who->len),
                          import->who->len);
}

/**
 * kith_import_to_edit:
 * @import: an import
 * @map: the map that it goes into; left alone
 * @error: KITH_MODEL_ERROR: what was read does not fit the map
 *
 * Stakeholders that the map has by that name are reused: what the tables say is laid over them.
 * Links likewise, by id or by their ends and kind; a rating that says what the latest one says is
 * not added again. New boxes have no size, and no position where the tables say none.
 *
 * Returns: (transfer full) (nullable): one edit, not yet applied
 */
KithEdit *
kith_import_to_edit (KithImport *import, KithMap *map, GError **error)
{
  g_autofree char *label = make_label (import);
  g_autoptr (KithEdit) edit = kith_edit_new (label);
  g_autoptr (GHashTable) on_map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree KithId *ids = g_new0 (KithId, import->who->len + 1);
  g_autoptr (KithMap) trial = kith_map_snapshot (map);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Maker maker = { import, map, edit, on_map, ids, taken, used, g_get_real_time () };

  index_map (&maker);
  import->counts.guessed = 0;
  for (guint i = 0; i < import->who->len; i++)
    {
      KithImportWho *who = import->who->pdata[i];

      who->on_map = ids[i] = put_stakeholder (&maker, who);
    }
  for (guint i = 0; i < import->ties->len; i++)
    put_link (&maker, import->ties->pdata[i]);
  kith_import_put_records (import, map, edit, used);
  if (!kith_map_apply (trial, edit, error))
    return NULL;
  return g_steal_pointer (&edit);
}
