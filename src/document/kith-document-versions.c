/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Earlier versions of a document, and going back to one. */
#include "kith-document-private.h"

#include <glib/gi18n-lib.h>

#include "kith-file.h"
#include "kith-image.h"
#include "kith-store-error.h"
#include "kith-versions.h"

static const char *
map_key (KithDocument *self)
{
  const KithAbout *about = kith_map_about (self->map);

  return about != NULL ? about->key : "";
}

void
kith_version_free (KithVersion *version)
{
  if (version == NULL)
    return;
  g_free (version->id);
  g_free (version->name);
  g_free (version);
}

/**
 * kith_document_list_versions:
 *
 * Returns: (transfer full) (element-type KithVersion): newest first
 */
GPtrArray *
kith_document_list_versions (KithDocument *self, GError **error)
{
  g_autoptr (GPtrArray) stored = kith_versions_list (map_key (self));
  GPtrArray *versions = g_ptr_array_new_with_free_func ((GDestroyNotify) kith_version_free);

  for (guint i = 0; i < stored->len; i++)
    {
      const KithStoredVersion *from = stored->pdata[i];
      KithVersion *version = g_new0 (KithVersion, 1);

      version->id = g_strdup (from->id);
      version->name = g_strdup (from->name);
      version->time = from->time;
      version->stakeholders = from->stakeholders;
      version->links = from->links;
      g_ptr_array_add (versions, version);
    }
  return versions;
}

gboolean
kith_document_keep_version (KithDocument *self, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = kith_image_from_map (self->map, error);

  g_return_val_if_fail (name != NULL, FALSE);
  return bytes != NULL
         && kith_versions_keep (map_key (self), bytes, name, g_get_real_time () / G_USEC_PER_SEC,
                                error);
}

KithMap *
kith_document_load_version (KithDocument *self, const char *id, GError **error)
{
  g_autoptr (GBytes) bytes = kith_versions_read (map_key (self), id, error);

  return bytes != NULL ? kith_image_to_map (bytes, _ ("this version"), error) : NULL;
}

gboolean
kith_document_delete_version (KithDocument *self, const char *id, GError **error)
{
  return kith_versions_delete (map_key (self), id, error);
}

static KithMap *
load_opened (KithDocument *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (self->copy == NULL)
    return kith_map_snapshot (self->map);
  bytes = kith_working_copy_get_opened (self->copy, error);
  return bytes != NULL ? kith_image_to_map (bytes, _ ("the file as it was opened"), error) : NULL;
}

static void
append_change (KithEdit *edit, gconstpointer before, gconstpointer after)
{
  KithChange change = { before != NULL ? kith_record_ref (before) : NULL,
                        after != NULL ? kith_record_copy (after) : NULL };

  g_array_append_val (edit->changes, change);
}

static void
add_and_alter (KithEdit *edit, KithMap *from, KithMap *to, KithKind kind)
{
  KITH_FOR_EACH (KithRecord, record, to, kind)
    {
      const KithRecord *now = kith_map_get (from, kind, record->id);

      if (now == NULL || !kith_record_equal (now, record))
        append_change (edit, now, record);
    }
}

static void
take_away (KithEdit *edit, KithMap *from, KithMap *to, KithKind kind)
{
  KITH_FOR_EACH (KithRecord, record, from, kind)
    if (kith_map_get (to, kind, record->id) == NULL)
      append_change (edit, record, NULL);
}

/* The edit that makes one map the other: parents first, and what goes, children first. */
static KithEdit *
difference (KithMap *from, KithMap *to, const char *label)
{
  KithEdit *edit = kith_edit_new (label);

  for (int kind = 0; kind < KITH_N_KINDS; kind++)
    add_and_alter (edit, from, to, kind);
  for (int kind = KITH_N_KINDS - 1; kind >= 0; kind--)
    take_away (edit, from, to, kind);
  return edit;
}

/**
 * kith_document_revert:
 * @id: (nullable): a version, or %NULL for the file as it was opened
 *
 * One edit, so that it can be undone.
 */
gboolean
kith_document_revert (KithDocument *self, const char *id, GError **error)
{
  g_autoptr (KithMap) to = id != NULL ? kith_document_load_version (self, id, error)
                                      : load_opened (self, error);

  if (to == NULL)
    return FALSE;
  kith_document_seal (self);
  return kith_document_perform (self,
                                difference (self->map, to,
                                            id != NULL ? _ ("Go back to a version")
                                                       : _ ("Revert to opened")),
                                error);
}

/**
 * kith_document_take_theirs:
 *
 * When the file was changed by someone else: makes the map what the file holds now, in one edit
 * that can be undone, and goes on with that file.
 */
gboolean
kith_document_take_theirs (KithDocument *self, GError **error)
{
  g_autoptr (KithMap) theirs = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (self->path != NULL, FALSE);
  bytes = kith_file_read (self->path, error);
  if (bytes == NULL)
    return FALSE;
  shown = g_filename_display_basename (self->path);
  theirs = kith_image_to_map (bytes, shown, error);
  if (theirs == NULL)
    return FALSE;
  kith_document_seal (self);
  if (!kith_document_perform (self, difference (self->map, theirs, _ ("Take the changed file")),
                              error))
    return FALSE;
  return kith_document_accept_file (self, bytes, error);
}
