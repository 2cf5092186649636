/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-verbs-picture.h"

#include <glib/gi18n-lib.h>

/* Brings the record in where the map does not have it yet. */
static gboolean
insert_picture (KithEdit *edit, KithMap *map, KithPicture *picture, GError **error)
{
  if (!kith_map_has_room_for (map, picture, error))
    return FALSE;
  if (kith_map_get (map, KITH_PICTURE, KITH_ID (picture)) == NULL)
    kith_edit_insert (edit, kith_record_ref (picture));
  return TRUE;
}

/**
 * kith_verb_add_backdrop:
 * @map: a map
 * @picture: (transfer full): what it shows
 * @place: where it lies
 * @id: (out) (optional): the annotation
 * @error: KITH_MODEL_ERROR_REFUSED where the pictures would take too much room
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_add_backdrop (KithMap *map,
                        KithPicture *picture,
                        const KithPlace *place,
                        KithId *id,
                        GError **error)
{
  g_autoptr (KithPicture) owned = picture;
  g_autoptr (KithEdit) edit = kith_edit_new (_ ("Add background picture"));
  KithAnnotation *made;

  if (!insert_picture (edit, map, picture, error))
    return NULL;
  made = kith_annotation_draft (KITH_ANNOTATION_BACKDROP, place);
  made->picture = KITH_ID (picture);
  made->locked = TRUE;
  kith_text_set (&made->text, picture->name);
  if (id != NULL)
    *id = KITH_ID (made);
  kith_edit_insert (edit, made);
  return g_steal_pointer (&edit);
}

static gpointer
with_picture (gconstpointer before, KithId picture)
{
  gpointer after = kith_record_copy (before);

  if (KITH_KIND (before) == KITH_ANNOTATION)
    ((KithAnnotation *) after)->picture = picture;
  else
    {
      KithStakeholder *stakeholder = after;

      stakeholder->picture = picture;
      stakeholder->width = stakeholder->height = 0.0; /* a picture needs room */
    }
  return after;
}

/**
 * kith_verb_set_picture:
 * @map: a map
 * @id: a stakeholder or a backdrop
 * @picture: (transfer full) (nullable): what it shows from now on
 * @error: KITH_MODEL_ERROR_REFUSED
 *
 * Returns: (transfer full) (nullable): the edit
 */
KithEdit *
kith_verb_set_picture (KithMap *map, KithId id, KithPicture *picture, GError **error)
{
  g_autoptr (KithPicture) owned = picture;
  g_autoptr (KithEdit) edit = kith_edit_new (picture != NULL ? _ ("Choose a picture")
                                                             : _ ("Remove the picture"));
  gconstpointer before = kith_map_placed (map, id);

  if (before == NULL || KITH_KIND (before) == KITH_SPACE)
    {
      g_set_error_literal (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED,
                           _ ("What was to show the picture is no longer on the map."));
      return NULL;
    }
  if (picture != NULL && !insert_picture (edit, map, picture, error))
    return NULL;
  kith_edit_update (edit, before, with_picture (before, picture != NULL ? KITH_ID (picture) : 0));
  return g_steal_pointer (&edit);
}

static KithId
picture_of (gconstpointer record)
{
  if (record == NULL)
    return 0;
  if (KITH_KIND (record) == KITH_STAKEHOLDER)
    return ((const KithStakeholder *) record)->picture;
  return KITH_KIND (record) == KITH_ANNOTATION ? ((const KithAnnotation *) record)->picture : 0;
}

/* Whether anything shows it once the edit is done. */
static gboolean
is_shown_after (KithEdit *edit, KithMap *map, KithId picture)
{
  const GPtrArray *referrers = kith_map_referrers (map, picture);

  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    if (picture_of (kith_edit_change (edit, i)->after) == picture)
      return TRUE;
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      KithId id = KITH_ID (referrers->pdata[i]);

      if (!g_hash_table_contains (edit->ids, &id))
        return TRUE;
    }
  return FALSE;
}

/**
 * kith_edit_drop_pictures:
 * @edit: an edit that has not been performed
 * @map: the map that it is for
 */
void
kith_edit_drop_pictures (KithEdit *edit, KithMap *map)
{
  guint n = kith_edit_n_changes (edit);

  for (guint i = 0; i < n; i++)
    {
      const KithChange *change = kith_edit_change (edit, i);
      KithId picture = picture_of (change->before);
      gconstpointer record = picture != 0 ? kith_map_get (map, KITH_PICTURE, picture) : NULL;

      if (record != NULL && picture_of (change->after) != picture
          && !g_hash_table_contains (edit->ids, &picture) && !is_shown_after (edit, map, picture))
        kith_edit_delete (edit, record);
    }
}
