/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verbs for any record: put, set, move, delete, merge in; and for stakeholders. */
#include "kith-verbs.h"

#include "kith-annotations.h"
#include "kith-opinion.h"
#include "kith-scene.h"
#include "kith-sectors.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static KithEdit *
edit_labelled (const char *format, const char *name)
{
  g_autofree char *label = g_strdup_printf (format, name);

  return kith_edit_new (label);
}

static KithStakeholder *
new_stakeholder (const char *name, KithId sector, double x, double y)
{
  KithStakeholder *stakeholder = kith_record_new (KITH_STAKEHOLDER, kith_id_new ());
  const char *kind;

  kith_text_set (&stakeholder->name, name);
  stakeholder->sector = sector != 0 ? sector : kith_sector_guess (name);
  kind = kith_kind_guess (stakeholder->sector, name);
  kith_text_set (&stakeholder->kind, kind);
  stakeholder->x = kith_quantise (x);
  stakeholder->y = kith_quantise (y);
  return stakeholder;
}

/**
 * kith_verb_add_stakeholder:
 * @map: a map
 * @name: its name, not empty
 * @sector: its sector; 0: guessed from the name
 * @x: centre, map units
 * @y: centre, map units
 * @id: (out) (optional): its id
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_verb_add_stakeholder (KithMap *map,
                           const char *name,
                           KithId sector,
                           double x,
                           double y,
                           KithId *id)
{
  KithStakeholder *stakeholder = new_stakeholder (name, sector, x, y);
  /* Translators: undo step; the name of a stakeholder. */
  KithEdit *edit = edit_labelled (_ ("Add %s"), name);

  if (id != NULL)
    *id = stakeholder->record.id;
  kith_edit_insert (edit, stakeholder);
  return edit;
}

/**
 * kith_verb_add_linked:
 * @map: a map
 * @from: one of its stakeholders
 * @name: name of the new one
 * @sector: its sector; 0: guessed
 * @x: centre, map units
 * @y: centre, map units
 * @id: (out) (optional): the new stakeholder
 * @link: (out) (optional): the new link
 * @error: KITH_MODEL_ERROR_REFUSED
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_add_linked (KithMap *map,
                      KithId from,
                      const char *name,
                      KithId sector,
                      double x,
                      double y,
                      KithId *id,
                      KithId *link,
                      GError **error)
{
  KithEdit *edit;
  KithId added;
  KithLink *made;

  if (kith_map_stakeholder (map, from) == NULL)
    {
      kith_refuse (error, _ ("The stakeholder to link from is no longer on the map."));
      return NULL;
    }
  edit = kith_verb_add_stakeholder (map, name, sector, x, y, &added);
  made = kith_record_new (KITH_LINK, kith_id_new ());
  made->a = from;
  made->b = added;
  if (id != NULL)
    *id = added;
  if (link != NULL)
    *link = made->record.id;
  kith_edit_insert (edit, made);
  return edit;
}

/* By the first of what moves: a frame comes before what it carries. */
static char *
move_label (KithMap *map, const KithId *ids, guint n)
{
  const KithAnnotation *first = n > 0 ? kith_map_annotation (map, ids[0]) : NULL;
  guint n_annotations = 0;

  for (guint i = 0; i < n; i++)
    n_annotations += kith_map_annotation (map, ids[i]) != NULL
                     || kith_map_space (map, ids[i]) != NULL;
  if (first != NULL && first->form == KITH_ANNOTATION_FRAME)
    {
      g_autofree char *title = kith_annotation_title (first);

      /* Translators: undo step; the title of a frame. */
      return g_strdup_printf (_ ("Move frame “%s”"), title);
    }
  if (first != NULL && n == 1)
    return g_strdup (first->form == KITH_ANNOTATION_TEXT ? _ ("Move text")
                                                         : _ ("Move background picture"));
  if (n == 1 && kith_map_space (map, ids[0]) != NULL)
    return g_strdup_printf (_ ("Move %s"), kith_map_space (map, ids[0])->name);
  if (n == 1 && kith_map_stakeholder (map, ids[0]) != NULL)
    return g_strdup_printf (_ ("Move %s"), kith_map_stakeholder (map, ids[0])->name);
  if (n_annotations > 0)
    return g_strdup_printf (ngettext ("Move %u thing", "Move %u things", n), n);
  return g_strdup_printf (ngettext ("Move %u stakeholder", "Move %u stakeholders", n), n);
}

/**
 * kith_verb_move:
 * @map: a map
 * @ids: (array length=n): stakeholders and annotations; one that is not on the map is passed over
 * @n: how many
 * @xy: 2n coordinates of their new centres, map units
 * @label: (nullable): the undo step's words; NULL: "Move …"
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_verb_move (KithMap *map, const KithId *ids, guint n, const double *xy, const char *label)
{
  g_autofree char *words = move_label (map, ids, n);
  KithEdit *edit = kith_edit_new (label != NULL ? label : words);

  for (guint i = 0; i < n; i++)
    {
      gconstpointer before = kith_map_placed (map, ids[i]);
      gpointer after;

      if (before == NULL)
        continue;
      after = kith_record_copy (before);
      kith_record_move (after, xy[2 * i], xy[2 * i + 1]);
      kith_edit_update (edit, before, after);
    }
  return edit;
}

/* A sector goes, those who were in it stay: a built-in one is only no longer called otherwise. */
static void
leave_sector (KithEdit *edit, gconstpointer record, KithId sector)
{
  KithStakeholder *after;

  if (KITH_SECTOR_IS_BUILT_IN (sector))
    return;
  after = kith_record_copy (record);
  after->sector = KITH_SECTOR_OTHER;
  kith_edit_update (edit, record, after);
}

/* A round or a position goes, what was said in it stays. */
static void
leave (KithEdit *edit, gconstpointer record, KithId gone)
{
  const KithKindInfo *info = kith_kind_info (KITH_KIND (record));
  gpointer after = kith_record_copy (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == KITH_TYPE_REF
        && *(KithId *) kith_field_address (&info->fields[i], record) == gone)
      kith_field_reset (&info->fields[i], after);
  kith_edit_update (edit, record, after);
}

/* What a scene shows goes, the scene stays. */
static void
leave_scene (KithEdit *edit, gconstpointer record, KithId gone)
{
  KithScene *folded = kith_edit_peek_after (edit, KITH_ID (record));
  KithScene *after = kith_record_copy (folded != NULL ? folded : record);

  kith_scene_forget (after, gone);
  kith_edit_update (edit, record, after);
}

static void delete_with_dependents (KithEdit *edit,
                                    KithMap *map,
                                    gconstpointer record,
                                    GHashTable *done);

/* What refers to a record that is deleted: it goes too, but for scenes and those in a sector or a
 * round, and answers in a position. */
static void
delete_referrer (KithEdit *edit,
                 KithMap *map,
                 gconstpointer referrer,
                 gconstpointer record,
                 GHashTable *done)
{
  KithKind kind = KITH_KIND (record);

  if (g_hash_table_contains (done, &KITH_RECORD (referrer)->id))
    return;
  if (KITH_KIND (referrer) == KITH_SCENE)
    leave_scene (edit, referrer, KITH_ID (record));
  else if (kind == KITH_SECTOR)
    leave_sector (edit, referrer, KITH_ID (record));
  else if (kind == KITH_ROUND || kind == KITH_POSITION)
    leave (edit, referrer, KITH_ID (record));
  else
    delete_with_dependents (edit, map, referrer, done);
}

/* Deletes what hangs on a record before the record. */
static void
delete_with_dependents (KithEdit *edit, KithMap *map, gconstpointer record, GHashTable *done)
{
  const GPtrArray *referrers;
  KithId id = KITH_ID (record);

  if (!g_hash_table_add (done, g_memdup2 (&id, sizeof id)))
    return;
  referrers = kith_map_referrers (map, id);
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    delete_referrer (edit, map, referrers->pdata[i], record, done);
  kith_edit_delete (edit, record);
}

static char *
delete_annotation_label (const KithAnnotation *annotation)
{
  if (annotation->form == KITH_ANNOTATION_TEXT)
    return g_strdup (_ ("Delete text"));
  return g_strdup (annotation->form == KITH_ANNOTATION_FRAME ? _ ("Delete frame")
                                                             : _ ("Delete background picture"));
}

static char *
delete_label (KithMap *map, const KithId *ids, guint n)
{
  const KithStakeholder *only = n == 1 ? kith_map_stakeholder (map, ids[0]) : NULL;
  KithKind kind;

  if (only != NULL)
    return g_strdup_printf (_ ("Delete %s"), only->name);
  if (n == 1 && kith_map_kind_of (map, ids[0], &kind))
    switch (kind)
      {
      case KITH_LINK:
        return g_strdup (_ ("Delete link"));
      case KITH_ASSESSMENT:
        return g_strdup (_ ("Withdraw rating"));
      case KITH_EVENT:
        return g_strdup (_ ("Delete event"));
      case KITH_SPACE:
        return g_strdup (_ ("Delete shared space"));
      case KITH_ANNOTATION:
        return delete_annotation_label (kith_map_annotation (map, ids[0]));
      case KITH_ROUND:
        return g_strdup (_ ("Delete round of ratings"));
      case KITH_NAME:
        return g_strdup (_ ("Delete earlier name"));
      case KITH_SUCCESSION:
        return g_strdup (_ ("Delete succession"));
      case KITH_QUOTE:
        return g_strdup (_ ("Delete inherited line"));
      case KITH_SCENE:
        return g_strdup (_ ("Delete scene"));
      case KITH_STANCE:
        return g_strdup (_ ("Withdraw a view of the purpose"));
      case KITH_QUESTION:
        return g_strdup (_ ("Delete question"));
      case KITH_POSITION:
        return g_strdup (_ ("Delete position"));
      case KITH_ANSWER:
        return g_strdup (_ ("Withdraw answer"));
      case KITH_PULSE:
        return g_strdup (_ ("Delete pulse check"));
      case KITH_LOAD:
        return g_strdup (_ ("Delete change"));
      case KITH_BARRIER:
        return g_strdup (_ ("Delete barrier"));
      case KITH_REPAIR:
        return g_strdup (_ ("Delete repair"));
      case KITH_ACKNOWLEDGEMENT:
        return g_strdup (_ ("Take back an acknowledgement"));
      default:
        break;
      }
  return g_strdup_printf (ngettext ("Delete %u thing", "Delete %u things", n), n);
}

/**
 * kith_verb_delete:
 * @map: a map
 * @ids: (array length=n): records of any kind; one that is not on the map is passed over
 * @n: how many
 * @label: (nullable): the undo step's words
 *
 * What hangs on a record (links, then their history) goes with it, in the same edit; those in a
 * sector stay and are in Other, ratings of a round and answers in a position stay without it.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_verb_delete (KithMap *map, const KithId *ids, guint n, const char *label)
{
  g_autofree char *words = delete_label (map, ids, n);
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  KithEdit *edit = kith_edit_new (label != NULL ? label : words);
  KithKind kind;

  for (guint i = 0; i < n; i++)
    if (kith_map_kind_of (map, ids[i], &kind) && kind != KITH_ABOUT)
      delete_with_dependents (edit, map, kith_map_get (map, kind, ids[i]), done);
  return edit;
}

/**
 * kith_verb_put:
 * @map: a map
 * @after: (transfer full): a whole record; new, or with the id of one that it replaces
 * @label: the undo step's words
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_verb_put (KithMap *map, gpointer after, const char *label)
{
  KithEdit *edit = kith_edit_new (label);
  gconstpointer before = kith_map_get (map, KITH_KIND (after), KITH_ID (after));

  if (before != NULL)
    kith_edit_update (edit, before, after);
  else
    kith_edit_insert (edit, after);
  return edit;
}

static char *
set_label (KithKind kind, gconstpointer record)
{
  const KithField *name = kith_kind_field (kind, "name");

  if (name != NULL)
    return g_strdup_printf (_ ("Change %s"), *(char **) kith_field_address (name, record));
  /* Translators: the kind of thing that is changed: "Change link" */
  return g_strdup_printf (_ ("Change: %s"), _ (kith_kind_info (kind)->label));
}

/**
 * kith_verb_set:
 * @map: a map
 * @kind: kind of the record
 * @id: its id
 * @field: name of the field in the table of the kind
 * @text: the new value as files hold it
 * @error: KITH_MODEL_ERROR
 *
 * Edits of the same field join while they follow one another. A stakeholder's new name, picture or
 * scale lets its box be measured again.
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_set (KithMap *map,
               KithKind kind,
               KithId id,
               const char *field,
               const char *text,
               GError **error)
{
  const KithField *entry = kith_kind_field (kind, field);
  gconstpointer before = kith_map_get (map, kind, id);
  g_autoptr (KithRecord) after = NULL;
  g_autofree char *label = NULL;
  g_autofree char *join = NULL;
  KithEdit *edit;

  g_return_val_if_fail (entry != NULL, NULL);
  if (before == NULL)
    {
      kith_refuse (error, _ ("What was to be changed is no longer on the map."));
      return NULL;
    }
  after = kith_record_copy (before);
  if (!kith_field_from_text (entry, after, text, error) || !kith_record_validate (after, error))
    return NULL;
  if (kind == KITH_STAKEHOLDER
      && (g_str_equal (field, "name") || g_str_equal (field, "scale")
          || g_str_equal (field, "picture"))
      && !kith_field_equal (entry, before, after))
    ((KithStakeholder *) after)->width = ((KithStakeholder *) after)->height = 0.0;
  if (kind == KITH_ANNOTATION && g_str_equal (field, "text")
      && ((KithAnnotation *) after)->form == KITH_ANNOTATION_TEXT
      && !kith_field_equal (entry, before, after))
    ((KithAnnotation *) after)->height = 0.0;
  label = set_label (kind, before);
  join = g_strdup_printf ("field:%" G_GINT64_FORMAT ":%s", id, field);
  edit = kith_edit_new (label);
  kith_edit_set_join (edit, join);
  kith_edit_update (edit, before, g_steal_pointer (&after));
  return edit;
}

/**
 * kith_verb_rename:
 * @map: a map
 * @stakeholder: one of its stakeholders
 * @name: its new name
 * @error: KITH_MODEL_ERROR_REFUSED for an empty name
 *
 * The box is to be measured again, so its size becomes 0 where the name differs. A sector that was
 * only guessed (Other) is guessed again.
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_rename (KithMap *map, KithId stakeholder, const char *name, GError **error)
{
  const KithStakeholder *before = kith_map_stakeholder (map, stakeholder);
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  g_autoptr (KithStakeholder) after = NULL;
  KithEdit *edit;

  if (before == NULL || *trimmed == '\0')
    {
      kith_refuse (error, before == NULL ? _ ("The stakeholder is no longer on the map.")
                                         : _ ("A stakeholder needs a name."));
      return NULL;
    }
  after = kith_record_copy (before);
  kith_text_set (&after->name, trimmed);
  if (after->sector == KITH_SECTOR_OTHER || after->sector == 0)
    after->sector = kith_sector_guess (trimmed);
  if (strcmp (before->name, trimmed) != 0)
    after->width = after->height = 0.0;
  if (!kith_record_validate (after, error))
    return NULL;
  /* Translators: undo step; the old name of a stakeholder. */
  edit = edit_labelled (_ ("Rename %s"), before->name);
  kith_edit_update (edit, before, g_steal_pointer (&after));
  return edit;
}

/* The new id of every record of `other` whose id the map already has. */
static KithId
merged_id (GHashTable *renamed, KithMap *map, KithId id)
{
  KithId *known = g_hash_table_lookup (renamed, &id);
  KithKind kind;
  KithId fresh;

  if (known != NULL)
    return *known;
  fresh = kith_map_kind_of (map, id, &kind) && kind != KITH_PICTURE ? kith_id_new () : id;
  g_hash_table_insert (renamed, g_memdup2 (&id, sizeof id), g_memdup2 (&fresh, sizeof fresh));
  return fresh;
}

static void
merge_record (KithEdit *edit,
              KithMap *map,
              KithMap *other,
              GHashTable *renamed,
              const KithRecord *record)
{
  const KithKindInfo *info = kith_kind_info (record->kind);
  KithRecord *copy = kith_record_copy (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      KithId *to = kith_field_address (&info->fields[i], copy);

      if (info->fields[i].type == KITH_TYPE_REF && *to != 0
          && !(info->fields[i].target == KITH_SECTOR && KITH_SECTOR_IS_BUILT_IN (*to)))
        *to = merged_id (renamed, map, *to);
    }
  copy->id = merged_id (renamed, map, copy->id);
  kith_edit_insert (edit, copy);
}

/**
 * kith_verb_merge_in:
 * @map: a map
 * @other: another, all of which becomes part of @map except its title and changed built-in sectors
 * @label: the undo step's words
 *
 * Returns: (transfer full): the edit; records whose ids are taken get new ones
 */
KithEdit *
kith_verb_merge_in (KithMap *map, KithMap *other, const char *label)
{
  g_autoptr (GHashTable) renamed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                          g_free);
  KithEdit *edit = kith_edit_new (label);

  for (guint kind = KITH_SECTOR; kind < KITH_N_KINDS; kind++)
    KITH_FOR_EACH (KithRecord, record, other, (KithKind) kind)
      if (!(kind == KITH_SECTOR && KITH_SECTOR_IS_BUILT_IN (record->id))
          && !(kind == KITH_PICTURE && kith_map_get (map, KITH_PICTURE, record->id) != NULL))
        merge_record (edit, map, other, renamed, record);
  return edit;
}
