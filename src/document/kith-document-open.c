/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a document comes about: new, from a file, from what a crash left. */
#include "kith-document-private.h"

#include <glib/gi18n-lib.h>

#include "kith-file.h"
#include "kith-image.h"
#include "kith-posix.h"
#include "kith-safe-write.h"
#include "kith-store-error.h"

/* Starts a working copy with the map; `bytes` is the document as it is now. */
static gboolean
start_copy (KithDocument *self, GBytes *bytes, GError **error)
{
  self->copy = kith_working_copy_create (self->map, self->path, self->loaded, error);
  if (self->copy == NULL)
    return FALSE;
  if (kith_working_copy_put_opened (self->copy, bytes, error))
    return TRUE;
  kith_working_copy_forget (g_steal_pointer (&self->copy), NULL);
  return FALSE;
}

/* Where edits cannot be kept safe, none are taken; but a map can be looked at on a full disk. */
static void
start_copy_or_only_look (KithDocument *self, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (start_copy (self, bytes, &error))
    return;
  words = g_strdup_printf (_ ("This map can only be looked at for now. %s"), error->message);
  kith_document_set_problem (self, words);
}

/* A document that is put together and then fails leaves no working copy behind. */
static KithDocument *
give_up (KithDocument *self)
{
  if (self->copy != NULL)
    kith_working_copy_forget (g_steal_pointer (&self->copy), NULL);
  g_object_unref (self);
  return NULL;
}

/**
 * kith_document_new:
 * @map: (nullable): what it holds at first; copied
 *
 * Returns: (transfer full) (nullable): an untitled document
 */
KithDocument *
kith_document_new (KithMap *map, GError **error)
{
  KithDocument *self = g_object_new (KITH_TYPE_DOCUMENT, NULL);
  g_autoptr (GBytes) bytes = NULL;

  self->map = map != NULL ? kith_map_snapshot (map) : kith_map_new ();
  bytes = kith_image_from_map (self->map, error);
  if (bytes == NULL || !start_copy (self, bytes, error))
    return give_up (self);
  return self;
}

static void
set_unwritable (KithDocument *self, gboolean unwritable)
{
  self->unwritable = unwritable;
  if (unwritable)
    kith_document_set_problem (self, _ ("This file is in a read-only place. Your edits are kept "
                                        "safe, but not in the file: use Save As to put them into "
                                        "one."));
}

static gboolean
load_fresh (KithDocument *self, const KithTarget *target, GError **error)
{
  g_autoptr (GBytes) bytes = kith_file_read (target->path, error);
  g_autofree char *shown = g_filename_display_basename (target->path);

  if (bytes == NULL)
    return FALSE;
  self->map = kith_image_to_map (bytes, shown, error);
  if (self->map == NULL)
    return FALSE;
  self->loaded = kith_bytes_digest (bytes);
  self->opened_time = target->modified;
  if (self->locked_elsewhere)
    {
      kith_document_set_problem (self, _ ("This map is open in another window of Kith, so it can "
                                          "only be looked at here."));
      return TRUE;
    }
  set_unwritable (self, !target->writable);
  start_copy_or_only_look (self, bytes);
  return TRUE;
}

/* SHA-256 of the file, or NULL where it cannot be read. */
static char *
digest_of_file (const char *path)
{
  g_autoptr (GBytes) bytes = kith_file_read (path, NULL);

  return bytes != NULL ? kith_bytes_digest (bytes) : NULL;
}

/* Takes the working copy up again where the crash stopped it. */
static gboolean
resume (KithDocument *self, GError **error)
{
  self->map = kith_working_copy_load_map (self->copy, error);
  if (self->map == NULL)
    return FALSE;
  if (!kith_working_copy_load_history (self->copy, self->history, NULL))
    kith_document_set_problem (self, _ ("Everything that was on the map is here, but what undo "
                                        "needs was damaged: undo begins anew."));
  self->recovered = TRUE;
  return TRUE;
}

/* A save may have been killed between putting the file in place and noting it. */
static void
settle_interrupted_save (KithDocument *self, const char *digest)
{
  const KithWorkingState *state = kith_working_copy_state (self->copy);

  g_free (self->loaded);
  if (digest != NULL && g_strcmp0 (digest, state->writing) == 0
      && g_strcmp0 (digest, state->loaded) != 0)
    kith_working_copy_set_file (self->copy, self->path, digest, state->writing_revision, NULL);
  self->loaded = g_strdup (state->loaded);
}

/* Goes on with a working copy that belongs to a file. */
static gboolean
resume_file (KithDocument *self, const KithTarget *target, GError **error)
{
  g_autofree char *digest = digest_of_file (target->path);

  if (!resume (self, error))
    return FALSE;
  settle_interrupted_save (self, digest);
  self->opened_time = target->modified;
  self->opened_kept = TRUE; /* what it was at first is no more than what a version holds */
  set_unwritable (self, target->exists && !target->writable);
  kith_document_check_file (self);
  kith_document_schedule_save (self);
  return TRUE;
}

/* Everything in it was saved, and the file has gone its own way since: the file is the truth. */
static gboolean
is_outlived (KithWorkingCopy *copy, const char *path)
{
  const KithWorkingState *state = kith_working_copy_state (copy);
  g_autofree char *digest = digest_of_file (path);

  return state->saved == state->revision && digest != NULL && g_strcmp0 (digest, state->loaded) != 0
         && g_strcmp0 (digest, state->writing) != 0;
}

/* Sets a damaged working copy aside; what can be read of it becomes a draft of its own, so that it
 * never runs over a sound file. */
static KithDocument *
rescue (const char *name, GError **error)
{
  g_autofree char *report = NULL;
  g_autoptr (KithMap) map = kith_working_copies_set_aside (name, &report, error);
  KithDocument *draft;

  if (report == NULL)
    return NULL;
  if (map == NULL)
    {
      g_set_error_literal (error, KITH_STORE_ERROR, KITH_STORE_ERROR_DAMAGED, report);
      return NULL;
    }
  draft = kith_document_new (map, error);
  if (draft != NULL)
    kith_document_set_problem (draft, report);
  return draft;
}

static void
rescue_beside (KithDocument *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithDocument) draft = rescue (name, &error);
  g_autofree char *words = NULL;

  if (draft != NULL)
    words = g_strdup_printf (_ ("%s\nWhat could be read is among the drafts; this is the file as "
                                "it was last saved."),
                             kith_document_problem (draft));
  else
    words = g_strdup_printf (_ ("%s\nThis is the file as it was last saved."), error->message);
  kith_document_set_problem (self, words);
}

/* Returns whether a working copy of the file was taken up; FALSE with an error when it must not be
 * passed over, FALSE without one when the file itself is to be loaded. */
static gboolean
take_up_copy (KithDocument *self, const KithTarget *target, GError **error)
{
  g_autofree char *name = kith_working_copies_find (target->path);
  g_autoptr (GError) reason = NULL;

  if (name == NULL)
    return FALSE;
  self->copy = kith_working_copy_open (name, &reason);
  if (self->copy != NULL && is_outlived (self->copy, target->path))
    {
      kith_working_copy_forget (g_steal_pointer (&self->copy), NULL);
      return FALSE;
    }
  if (self->copy != NULL && resume_file (self, target, &reason))
    return TRUE;
  g_clear_pointer (&self->copy, kith_working_copy_close);
  if (g_error_matches (reason, KITH_STORE_ERROR, KITH_STORE_ERROR_NEWER))
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    rescue_beside (self, name);
  return FALSE;
}

static gboolean
open_target (KithDocument *self, const KithTarget *target, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (!kith_document_lock_file (target, &self->lock, NULL))
    self->locked_elsewhere = TRUE;
  if (!self->locked_elsewhere && take_up_copy (self, target, &reason))
    return TRUE;
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  return load_fresh (self, target, error);
}

/**
 * kith_document_open:
 * @file: a file on this computer
 *
 * Returns: (transfer full) (nullable): the document: the file, or what a crash left of work on it
 */
KithDocument *
kith_document_open (GFile *file, GError **error)
{
  KithDocument *self = g_object_new (KITH_TYPE_DOCUMENT, NULL);
  g_autofree char *path = kith_file_dup_path (file, error);
  g_autoptr (KithTarget) target = NULL;

  if (path != NULL)
    target = kith_posix_target (path, error);
  if (target == NULL)
    return give_up (self);
  kith_posix_clean_temporaries (target->folder);
  self->file = g_object_ref (file);
  self->path = g_strdup (target->path);
  if (open_target (self, target, error))
    return self;
  return give_up (self);
}

static gboolean
resume_draft (KithDocument *self, GError **error)
{
  const KithWorkingState *state = kith_working_copy_state (self->copy);
  g_autoptr (KithTarget) target = NULL;

  if (state->path == NULL)
    {
      gboolean ok = resume (self, error);

      self->recovered = kith_history_n_groups (self->history) > 0;
      return ok;
    }
  self->path = g_strdup (state->path);
  self->file = g_file_new_for_path (self->path);
  target = kith_posix_target (self->path, NULL);
  if (target == NULL)
    {
      /* Its folder is gone: the edits go on as a draft. */
      g_clear_object (&self->file);
      g_clear_pointer (&self->path, g_free);
      kith_working_copy_set_file (self->copy, NULL, NULL, -1, NULL);
      kith_document_set_problem (self, _ ("The folder that this map was in is not there any more. "
                                          "Use Save As to put the map elsewhere."));
      return resume (self, error);
    }
  return kith_document_lock_file (target, &self->lock, error) && resume_file (self, target, error);
}

/**
 * kith_document_open_draft:
 * @name: as kith_document_list_drafts() gives it
 *
 * A damaged one is set aside, and what can be read of it becomes a new draft; the problem says so.
 *
 * Returns: (transfer full) (nullable): the document
 */
KithDocument *
kith_document_open_draft (const char *name, GError **error)
{
  KithDocument *self = g_object_new (KITH_TYPE_DOCUMENT, NULL);
  g_autoptr (GError) reason = NULL;

  self->copy = kith_working_copy_open (name, &reason);
  if (self->copy != NULL && resume_draft (self, &reason))
    return self;
  g_object_unref (self); /* the working copy stays */
  if (g_error_matches (reason, KITH_STORE_ERROR, KITH_STORE_ERROR_IN_USE)
      || g_error_matches (reason, KITH_STORE_ERROR, KITH_STORE_ERROR_NEWER)
      || g_error_matches (reason, KITH_STORE_ERROR, KITH_STORE_ERROR_NOT_FOUND)
      || g_error_matches (reason, KITH_STORE_ERROR, KITH_STORE_ERROR_NO_SPACE))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  return rescue (name, error);
}
