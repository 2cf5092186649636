/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-picture.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * kith_picture_new:
 * @bytes: an encoded picture, at most %KITH_PICTURE_MAX_BYTES
 * @type: "image/png" or "image/jpeg"
 * @width: pixels, 1 to 16384
 * @height: pixels, 1 to 16384
 * @name: what people know it by
 *
 * Returns: (transfer full): a record whose id follows from the bytes
 */
KithPicture *
kith_picture_new (GBytes *bytes, const char *type, int width, int height, const char *name)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *text = g_base64_encode (data, size);
  KithPicture *picture = kith_record_new (KITH_PICTURE, kith_id_from_text (sum));

  kith_text_set (&picture->name, name);
  kith_text_set (&picture->type, type);
  kith_text_set (&picture->data, text);
  picture->width = width;
  picture->height = height;
  return picture;
}

/**
 * kith_picture_dup_bytes:
 * @picture: a picture
 *
 * Returns: (transfer full): the encoded picture; no bytes where the text is not base64
 */
GBytes *
kith_picture_dup_bytes (const KithPicture *picture)
{
  gsize size = 0;
  guchar *data = g_base64_decode (picture->data, &size);

  return g_bytes_new_take (data, size);
}

/**
 * kith_map_has_room_for:
 * @map: the whole map
 * @picture: one that is to be added
 * @error: %KITH_MODEL_ERROR_REFUSED
 *
 * Returns: whether the map's pictures stay within what a document may hold
 */
gboolean
kith_map_has_room_for (KithMap *map, const KithPicture *picture, GError **error)
{
  gsize own = strlen (picture->data) / 4 * 3;
  gsize all = 0;

  KITH_FOR_EACH (KithPicture, other, map, KITH_PICTURE)
    all += strlen (other->data) / 4 * 3;
  if (own > KITH_PICTURE_MAX_BYTES + 2)
    g_set_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED,
                 _ ("“%s” takes more than %d MB. Make the picture smaller and add it again."),
                 picture->name, KITH_PICTURE_MAX_BYTES >> 20);
  else if (kith_map_get (map, KITH_PICTURE, KITH_ID (picture)) == NULL
           && all + own > KITH_PICTURES_MAX_BYTES)
    g_set_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED,
                 _ ("The pictures on this map would take more than %d MB together. Remove one, or "
                    "make “%s” smaller."),
                 KITH_PICTURES_MAX_BYTES >> 20, picture->name);
  else
    return TRUE;
  return FALSE;
}

/**
 * kith_map_shows_picture:
 * @map: the whole map
 * @picture: id of a picture
 * @besides: a stakeholder or annotation that does not count, or 0
 *
 * Returns: whether anything shows it; if nothing does, an edit that took it away drops the record
 */
gboolean
kith_map_shows_picture (KithMap *map, KithId picture, KithId besides)
{
  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    if (stakeholder->picture == picture && KITH_ID (stakeholder) != besides)
      return TRUE;
  KITH_FOR_EACH (KithAnnotation, annotation, map, KITH_ANNOTATION)
    if (annotation->picture == picture && KITH_ID (annotation) != besides)
      return TRUE;
  return FALSE;
}
