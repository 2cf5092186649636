/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has become of a document's file: changed by somebody else, or gone, or as it was. */
#include "kith-document-private.h"

#include <glib/gi18n-lib.h>

#include "kith-file.h"
#include "kith-safe-write.h"
#include "kith-store-error.h"

static void
set_conflict (KithDocument *self, gboolean gone, const char *problem)
{
  kith_document_stop_saving (self);
  self->conflict = TRUE;
  self->gone = gone;
  kith_document_set_problem (self, problem);
  kith_document_notify_state (self);
}

static void
clear_conflict (KithDocument *self)
{
  if (!self->conflict)
    return;
  self->conflict = FALSE;
  self->gone = FALSE;
  kith_document_set_problem (self, NULL);
  kith_document_schedule_save (self);
  kith_document_notify_state (self);
}

static void
set_gone (KithDocument *self)
{
  set_conflict (self, TRUE,
                _ ("The file has been deleted or moved by someone else. Your map is safe: save it "
                   "again, or under another name."));
}

/* Whoever thinks that all is saved and lets the map go needs a file in which it is. */
void
kith_document_look_for_file (KithDocument *self)
{
  if (self->copy != NULL && self->path != NULL && !kith_document_needs_save (self)
      && !g_file_test (self->path, G_FILE_TEST_EXISTS))
    set_gone (self);
}

/**
 * kith_document_is_gone:
 *
 * Returns: whether the file was not there when it was last looked for: nobody's work is written over by
 *   saving again
 */
gboolean
kith_document_is_gone (KithDocument *self)
{
  return self->gone;
}

/**
 * kith_document_check_file:
 *
 * Reads the file and compares it with what was last loaded or saved; a running save is left alone,
 * since it looks for itself.
 */
void
kith_document_check_file (KithDocument *self)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = NULL;

  if (self->copy == NULL || self->path == NULL || self->job != NULL)
    return;
  bytes = kith_file_read (self->path, &error);
  if (g_error_matches (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOT_FOUND))
    {
      set_gone (self);
      return;
    }
  digest = bytes != NULL ? kith_bytes_digest (bytes) : NULL;
  if (digest != NULL
      && (g_strcmp0 (digest, self->loaded) == 0 || g_strcmp0 (digest, self->written) == 0))
    clear_conflict (self);
  else if (digest != NULL)
    set_conflict (self, FALSE,
                  _ ("The file has been changed by someone else. Keep both, or replace theirs "
                     "with yours; theirs is then kept among the versions."));
}

/* The map is what these bytes of the file hold: nothing waits to be saved. */
gboolean
kith_document_accept_file (KithDocument *self, GBytes *bytes, GError **error)
{
  g_autofree char *digest = kith_bytes_digest (bytes);
  gint64 revision = kith_working_copy_state (self->copy)->revision;

  if (!kith_working_copy_set_file (self->copy, self->path, digest, revision, error))
    return FALSE;
  g_free (self->loaded);
  self->loaded = g_steal_pointer (&digest);
  self->first_unsaved = 0;
  self->failed = FALSE;
  self->conflict = TRUE;
  clear_conflict (self);
  return TRUE;
}
