/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a document ends, and what is left of it for the next start. */
#include "kith-document-private.h"

#include "kith-posix.h"

void
kith_draft_free (KithDraft *draft)
{
  if (draft == NULL)
    return;
  g_free (draft->name);
  g_free (draft->title);
  g_free (draft->path);
  g_free (draft);
}

/**
 * kith_document_list_drafts:
 *
 * Returns: (transfer full) (element-type KithDraft): what no running Kith has open, newest first
 */
GPtrArray *
kith_document_list_drafts (void)
{
  g_autoptr (GPtrArray) copies = kith_working_copies_list ();
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) kith_draft_free);

  for (guint i = 0; i < copies->len; i++)
    {
      const KithWorkingInfo *info = copies->pdata[i];
      KithDraft *draft = g_new0 (KithDraft, 1);

      draft->name = g_strdup (info->name);
      draft->title = g_strdup (info->title);
      draft->path = g_strdup (info->path);
      draft->changed = info->changed;
      draft->stakeholders = info->stakeholders;
      g_ptr_array_add (drafts, draft);
    }
  return drafts;
}

gboolean
kith_document_discard_draft (const char *name, GError **error)
{
  return kith_working_copies_discard (name, error);
}

static gboolean
holds_nothing (KithDocument *self)
{
  const KithAbout *about = kith_map_about (self->map);

  for (KithKind kind = KITH_SECTOR; kind < KITH_N_KINDS; kind++)
    if (kith_map_n (self->map, kind) > 0)
      return FALSE;
  return about == NULL
         || (*about->title == '\0' && *about->purpose == '\0' && *about->description == '\0'
             && *about->private_note == '\0');
}

static gboolean
close_draft (KithDocument *self, GError **error)
{
  gboolean ok;

  if (holds_nothing (self))
    return kith_working_copy_forget (g_steal_pointer (&self->copy), error);
  ok = kith_working_copy_clear_history (self->copy, error);
  g_clear_pointer (&self->copy, kith_working_copy_close);
  return ok;
}

/**
 * kith_document_close:
 *
 * Returns: %FALSE when the last edits could not be put into the file; they stay in the working
 *   copy for the next start, and the document can still be used or let go
 */
gboolean
kith_document_close (KithDocument *self, GError **error)
{
  gboolean ok = TRUE;

  g_return_val_if_fail (KITH_IS_DOCUMENT (self), FALSE);
  if (!kith_document_save (self, self->copy != NULL ? error : NULL) && self->copy != NULL)
    return FALSE;
  kith_document_stop_saving (self);
  if (self->copy != NULL && self->file == NULL)
    ok = close_draft (self, error);
  else if (self->copy != NULL)
    ok = kith_working_copy_forget (g_steal_pointer (&self->copy), error);
  g_clear_pointer (&self->lock, kith_file_lock_release);
  return ok;
}

gboolean
kith_document_discard (KithDocument *self, GError **error)
{
  gboolean ok = TRUE;

  g_return_val_if_fail (KITH_IS_DOCUMENT (self), FALSE);
  kith_document_stop_saving (self);
  if (self->copy != NULL)
    ok = kith_working_copy_forget (g_steal_pointer (&self->copy), error);
  g_clear_pointer (&self->lock, kith_file_lock_release);
  return ok;
}
