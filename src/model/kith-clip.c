/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-clip.h"

#include "kith-sectors.h"

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static gboolean
has (GHashTable *set, KithId id)
{
  return g_hash_table_contains (set, &id);
}

static void
keep (GHashTable *kept, KithEdit *edit, gconstpointer record)
{
  const KithAssessment *rating = record;
  KithAssessment *copy;

  g_hash_table_add (kept, g_memdup2 (&(KithId){ KITH_ID (record) }, sizeof (KithId)));
  if (KITH_KIND (record) != KITH_ASSESSMENT || rating->round == 0)
    {
      kith_edit_insert (edit, kith_record_ref (record));
      return;
    }
  copy = kith_record_copy (record);
  copy->round = 0; /* rounds are the map's own */
  kith_edit_insert (edit, copy);
}

/* What hangs on others comes along where all of them do. */
static gboolean
hangs_on_kept (GHashTable *kept, gconstpointer record)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));
  gboolean hangs = FALSE;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const KithId *to = kith_field_address (&info->fields[i], record);

      if (info->fields[i].type != KITH_TYPE_REF || *to == 0 || info->fields[i].target == KITH_ROUND)
        continue;
      if (!has (kept, *to))
        return FALSE;
      hangs = TRUE;
    }
  return hangs;
}

/* A shared space comes along as a link does: where all who meet there are taken. */
static gboolean
takes_all_members (KithMap *map, GHashTable *kept, KithId space)
{
  g_autoptr (GPtrArray) members = kith_map_members_of (map, space);

  for (guint i = 0; i < members->len; i++)
    if (!has (kept, KITH_ID (members->pdata[i])))
      return FALSE;
  return members->len > 1;
}

static void
keep_sectors (KithMap *map, GHashTable *kept, KithEdit *edit, GHashTable *chosen)
{
  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    {
      gconstpointer sector = kith_map_get (map, KITH_SECTOR, stakeholder->sector);

      if (has (chosen, stakeholder->record.id) && sector != NULL
          && !KITH_SECTOR_IS_BUILT_IN (stakeholder->sector) && !has (kept, stakeholder->sector))
        keep (kept, edit, sector);
    }
}

static void
keep_picture (KithMap *map, GHashTable *kept, KithEdit *edit, KithId picture)
{
  gconstpointer record = kith_map_get (map, KITH_PICTURE, picture);

  if (record != NULL && !has (kept, picture))
    keep (kept, edit, record);
}

/* The pictures that what was chosen shows. */
static void
keep_pictures (KithMap *map, GHashTable *kept, KithEdit *edit, GHashTable *chosen)
{
  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    if (has (chosen, stakeholder->record.id))
      keep_picture (map, kept, edit, stakeholder->picture);
  KITH_FOR_EACH (KithAnnotation, annotation, map, KITH_ANNOTATION)
    if (has (chosen, annotation->record.id))
      keep_picture (map, kept, edit, annotation->picture);
}

static gboolean
is_answered (KithMap *map, GHashTable *chosen, KithId question)
{
  KITH_FOR_EACH (KithAnswer, answer, map, KITH_ANSWER)
    if (answer->question == question && has (chosen, answer->stakeholder))
      return TRUE;
  return FALSE;
}

static gboolean
comes_along (KithMap *map, GHashTable *kept, GHashTable *chosen, const KithRecord *record)
{
  switch (record->kind)
    {
    case KITH_STAKEHOLDER:
    case KITH_ANNOTATION:
      return has (chosen, record->id);
    case KITH_SPACE:
      return has (chosen, record->id) || takes_all_members (map, kept, record->id);
    case KITH_SCENE: /* is the map's own */
      return FALSE;
    case KITH_QUESTION: /* so that a picture shows who answered what; it is not put into a map */
      return is_answered (map, chosen, record->id);
    default:
      return hangs_on_kept (kept, record);
    }
}

/**
 * kith_clip_new:
 * @map: a map, already made for who is to see the clip
 * @ids: (array length=n): stakeholders, shared spaces and annotations; others are passed over
 * @n: how many
 *
 * With the stakeholders come the links among them, the shared spaces where no others meet, the
 * ratings, events, earlier names and inherited lines of all these, who became whom among them, the
 * questions that they answered, and their sectors; nothing of the map's title and notes.
 * Cost: linear in the map.
 *
 * Returns: (transfer full): a map of these records
 */
KithMap *
kith_clip_new (KithMap *map, const KithId *ids, guint n)
{
  KithMap *clip = kith_map_new ();
  g_autoptr (GHashTable) chosen = new_set ();
  g_autoptr (GHashTable) kept = new_set ();
  g_autoptr (KithEdit) edit = kith_edit_new ("");

  for (guint i = 0; i < n; i++)
    g_hash_table_add (chosen, g_memdup2 (&ids[i], sizeof ids[i]));
  keep_sectors (map, kept, edit, chosen);
  keep_pictures (map, kept, edit, chosen);
  for (guint kind = KITH_STAKEHOLDER; kind < KITH_N_KINDS; kind++)
    KITH_FOR_EACH (KithRecord, record, map, (KithKind) kind)
      if (comes_along (map, kept, chosen, record))
        keep (kept, edit, record);
  if (!kith_map_apply (clip, edit, NULL))
    g_assert_not_reached ();
  return clip;
}

static void
rename_id (GHashTable *renamed, KithId from, KithId to)
{
  g_hash_table_insert (renamed, g_memdup2 (&from, sizeof from), g_memdup2 (&to, sizeof to));
}

/* A sector of the same name, or of the same id, is the same; else it comes along. */
static void
rename_sector (GHashTable *renamed, KithMap *map, const KithSector *sector)
{
  KithId same = kith_map_get (map, KITH_SECTOR, sector->record.id) != NULL
                    ? sector->record.id
                    : kith_sector_from_text (map, sector->name);

  rename_id (renamed, sector->record.id, same != 0 ? same : kith_id_new ());
}

static gpointer
copy_renamed (GHashTable *renamed, const KithRecord *record)
{
  const KithKindInfo *info = kith_kind_info (record->kind);
  KithRecord *copy = kith_record_copy (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      KithId *to = kith_field_address (&info->fields[i], copy);
      const KithId *now = info->fields[i].type == KITH_TYPE_REF ? g_hash_table_lookup (renamed, to)
                                                                : NULL;

      if (now != NULL)
        *to = *now;
    }
  if (copy->kind == KITH_ANNOTATION)
    ((KithAnnotation *) copy)->arrangement = KITH_ARRANGEMENT_FREE; /* a copy is one's own */
  copy->id = *(KithId *) g_hash_table_lookup (renamed, &record->id);
  return copy;
}

/* What is asked of all, and how the purpose of all is seen, says nothing in another map. */
static gboolean
is_maps_own (const KithRecord *record)
{
  switch (record->kind)
    {
    case KITH_QUESTION:
    case KITH_POSITION:
    case KITH_ANSWER:
      return TRUE;
    case KITH_STANCE:
      return ((const KithStance *) record)->space == 0;
    case KITH_REPAIR: /* of a question */
      return ((const KithRepair *) record)->question != 0;
    case KITH_ACKNOWLEDGEMENT:
      return ((const KithAcknowledgement *) record)->question != 0;
    default:
      return FALSE;
    }
}

static void
note_made (KithEdit *edit, KithKind kind, GArray *made)
{
  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      const KithChange *change = kith_edit_change (edit, i);
      KithId id = kith_change_id (change);

      if (kith_change_kind (change) == kind && change->before == NULL)
        g_array_append_val (made, id);
    }
}

/**
 * kith_clip_to_edit:
 * @clip: what is to come in; left alone
 * @map: where it is to come in; left alone
 * @label: the undo step's words
 * @made: (optional): of KithId; appended to
 *
 * Everything gets a new id, so that a clip can be put in any number of times. A sector that the
 * map has already is that one, and so is a picture. Places are those of the clip. Questions, answers
 * and views of the map's purpose stay where they were said.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_clip_to_edit (KithMap *clip, KithMap *map, const char *label, GArray *made)
{
  g_autoptr (GHashTable) renamed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                          g_free);
  KithEdit *edit = kith_edit_new (label);

  KITH_FOR_EACH (KithSector, sector, clip, KITH_SECTOR)
    if (!KITH_SECTOR_IS_BUILT_IN (sector->record.id))
      rename_sector (renamed, map, sector);
  for (guint kind = KITH_STAKEHOLDER; kind < KITH_N_KINDS; kind++)
    KITH_FOR_EACH (KithRecord, record, clip, (KithKind) kind)
      rename_id (renamed, record->id, kith_id_new ());
  KITH_FOR_EACH (KithSector, sector, clip, KITH_SECTOR)
    if (!KITH_SECTOR_IS_BUILT_IN (sector->record.id))
      {
        KithId now = *(KithId *) g_hash_table_lookup (renamed, &sector->record.id);

        if (!KITH_SECTOR_IS_BUILT_IN (now) && kith_map_get (map, KITH_SECTOR, now) == NULL)
          kith_edit_insert (edit, copy_renamed (renamed, &sector->record));
      }
  KITH_FOR_EACH (KithPicture, picture, clip, KITH_PICTURE)
    if (kith_map_get (map, KITH_PICTURE, picture->record.id) == NULL)
      kith_edit_insert (edit, kith_record_ref (picture));
  for (guint kind = KITH_STAKEHOLDER; kind < KITH_N_KINDS; kind++)
    KITH_FOR_EACH (KithRecord, record, clip, (KithKind) kind)
      if (!is_maps_own (record))
        kith_edit_insert (edit, copy_renamed (renamed, record));
  if (made != NULL)
    {
      note_made (edit, KITH_STAKEHOLDER, made);
      note_made (edit, KITH_ANNOTATION, made);
    }
  if (made != NULL && made->len == 0)
    note_made (edit, KITH_SPACE, made);
  return edit;
}
