/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a document gets into its file: by itself, on request, under another name. */
#include "kith-document-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kith-file.h"
#include "kith-posix.h"
#include "kith-safe-write.h"
#include "kith-store-error.h"

#define AFTER_LAST_EDIT (5 * G_USEC_PER_SEC)
#define AFTER_FIRST_EDIT (30 * G_USEC_PER_SEC)
#define LONGEST_PAUSE 300 /* seconds between tries after failures */

static void start_job (KithDocument *self);

/* What a caller of kith_document_save_async() waits for. */
static void
set_wanted_revision (GTask *task, gint64 revision)
{
  g_task_set_task_data (task, g_memdup2 (&revision, sizeof revision), g_free);
}

static void
answer_one (GTask *task, const GError *error)
{
  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_boolean (task, TRUE);
}

/* Answers those whose edits are saved; after a failure, all. */
static void
answer_waiting (KithDocument *self, const GError *error)
{
  gint64 saved = self->copy != NULL ? kith_working_copy_state (self->copy)->saved : G_MAXINT64;

  for (guint i = self->waiting->len; i > 0; i--)
    {
      g_autoptr (GTask) task = g_object_ref (self->waiting->pdata[i - 1]);

      if (error == NULL && *(gint64 *) g_task_get_task_data (task) > saved)
        continue;
      g_ptr_array_remove_index (self->waiting, i - 1);
      answer_one (task, error);
    }
}

static void
note_success (KithDocument *self, KithSaveJob *job)
{
  g_autoptr (GError) error = NULL;

  g_free (self->loaded);
  self->loaded = g_strdup (job->digest);
  g_clear_pointer (&self->written, g_free);
  self->conflict = FALSE;
  self->gone = FALSE;
  self->failed = FALSE;
  self->failures = 0;
  self->opened_kept = self->opened_kept || job->warning == NULL;
  self->first_unsaved = 0;
  kith_document_set_problem (self, job->warning);
  /* If this fails, the note beside the database says the same at the next start. */
  if (!kith_working_copy_set_file (self->copy, self->path, self->loaded, job->revision, &error))
    kith_document_set_problem (self, error->message);
}

static void
note_failure (KithDocument *self, KithSaveJob *job)
{
  if (job->digest != NULL)
    {
      g_free (self->written);
      self->written = g_strdup (job->digest);
    }
  if (g_error_matches (job->error, KITH_STORE_ERROR, KITH_STORE_ERROR_CHANGED))
    {
      self->conflict = TRUE;
      self->gone = !g_file_test (self->path, G_FILE_TEST_EXISTS);
    }
  else
    self->failed = TRUE;
  self->failures++;
  kith_document_set_problem (self, job->error->message);
}

/* Takes the result of the job in, once; on the main thread. */
static gboolean
absorb (KithDocument *self, KithSaveJob *job)
{
  if (self->job != job)
    return FALSE;
  self->job = NULL;
  if (job->error == NULL)
    note_success (self, job);
  else
    note_failure (self, job);
  answer_waiting (self, job->error);
  if (job->error == NULL && self->waiting->len > 0)
    start_job (self);
  else
    kith_document_schedule_save (self);
  kith_document_notify_state (self);
  kith_save_job_unref (job);
  return TRUE;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  kith_save_job_run (data);
  g_task_return_boolean (task, TRUE);
}

static void
on_job_ran (GObject *source, GAsyncResult *result, gpointer data)
{
  absorb (KITH_DOCUMENT (source), g_task_get_task_data (G_TASK (result)));
}

static KithSaveJob *
new_job (KithDocument *self, const char *path)
{
  KithSaveJob *job = kith_save_job_new (self->map, kith_working_copy_state (self->copy)->revision,
                                        path, kith_working_copy_folder (self->copy));

  job->keep_opened = !self->opened_kept && self->path != NULL;
  job->opened_time = self->opened_time;
  return job;
}

static void
expect_file (KithDocument *self, KithSaveJob *job)
{
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();

  if (self->loaded != NULL)
    g_strv_builder_add (known, self->loaded);
  if (self->written != NULL)
    g_strv_builder_add (known, self->written);
  job->known = g_strv_builder_end (known);
}

static void
stop_timer (KithDocument *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
}

static void
start_job (KithDocument *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_job_ran, NULL);

  stop_timer (self);
  self->job = new_job (self, self->path);
  expect_file (self, self->job);
  g_task_set_task_data (task, kith_save_job_ref (self->job), (GDestroyNotify) kith_save_job_unref);
  kith_document_notify_state (self);
  g_task_run_in_thread (task, run_in_thread);
}

static gboolean
on_time_to_save (gpointer data)
{
  KithDocument *self = data;

  self->timer = 0;
  if (kith_document_needs_save (self) && self->job == NULL)
    start_job (self);
  return G_SOURCE_REMOVE;
}

/* It may have been put back meanwhile. */
static gboolean
on_time_to_look (gpointer data)
{
  KithDocument *self = data;

  self->timer = 0;
  kith_document_check_file (self);
  return G_SOURCE_REMOVE;
}

/* Microseconds from now: 5 s after the last edit, 30 s after the first; later after failures. */
static gint64
pause_before_save (KithDocument *self, gint64 now)
{
  gint64 pause = MIN (AFTER_LAST_EDIT, self->first_unsaved + AFTER_FIRST_EDIT - now);
  guint doubled = MIN (self->failures, 8);

  if (self->failures > 0)
    pause = MIN ((gint64) 5 << doubled, LONGEST_PAUSE) * G_USEC_PER_SEC;
  return MAX (pause, 0);
}

/* Called after each edit and each save. */
void
kith_document_schedule_save (KithDocument *self)
{
  gint64 now = g_get_monotonic_time ();

  stop_timer (self);
  if (!kith_document_needs_save (self) || self->unwritable || self->job != NULL)
    return;
  if (self->conflict)
    {
      self->timer = g_timeout_add (AFTER_LAST_EDIT / 1000, on_time_to_look, self);
      return;
    }
  if (self->first_unsaved == 0)
    self->first_unsaved = now;
  self->timer = g_timeout_add (pause_before_save (self, now) / 1000, on_time_to_save, self);
}

/* Waits for a save that is running and takes its result in. */
static void
finish_job (KithDocument *self)
{
  while (self->job != NULL)
    {
      g_autoptr (KithSaveJob) job = kith_save_job_ref (self->job);

      kith_save_job_wait (job);
      absorb (self, job);
    }
}

void
kith_document_stop_saving (KithDocument *self)
{
  finish_job (self);
  stop_timer (self);
}

/* What stands in the way of any save into this file; NULL for nothing. */
static GError *
obstacle (KithDocument *self)
{
  if (self->copy == NULL && self->locked_elsewhere)
    return g_error_new_literal (KITH_STORE_ERROR, KITH_STORE_ERROR_IN_USE,
                                _ ("This map is open in another window of Kith. Use Save As to "
                                   "keep a copy."));
  if (self->copy == NULL)
    return g_error_new_literal (KITH_STORE_ERROR, KITH_STORE_ERROR_READ_ONLY,
                                _ ("This map can only be looked at for now. Use Save As to keep a "
                                   "copy."));
  if (self->unwritable)
    return g_error_new_literal (KITH_STORE_ERROR, KITH_STORE_ERROR_READ_ONLY,
                                _ ("This file is in a read-only place. Use Save As to put the map "
                                   "elsewhere."));
  if (self->conflict)
    return g_error_new_literal (KITH_STORE_ERROR, KITH_STORE_ERROR_CHANGED,
                                self->problem != NULL
                                    ? self->problem
                                    : _ ("The file was changed by someone else."));
  return NULL;
}

/**
 * kith_document_save_async:
 *
 * Edits made while it runs are saved as well if somebody asks for a save after them.
 */
void
kith_document_save_async (KithDocument *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  GError *error;

  g_task_set_source_tag (task, kith_document_save_async);
  if (self->file == NULL || (self->copy != NULL && !kith_document_needs_save (self)))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  error = obstacle (self);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  set_wanted_revision (task, kith_working_copy_state (self->copy)->revision);
  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  if (self->job == NULL)
    start_job (self);
}

gboolean
kith_document_save_finish (KithDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Runs a job here and now. */
static gboolean
run_here (KithDocument *self, KithSaveJob *job, GError **error)
{
  g_autoptr (KithSaveJob) kept = kith_save_job_ref (job);

  stop_timer (self);
  self->job = job;
  kith_save_job_run (job);
  absorb (self, job);
  if (kept->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (kept->error));
  return FALSE;
}

gboolean
kith_document_save (KithDocument *self, GError **error)
{
  KithSaveJob *job;
  GError *reason;

  finish_job (self);
  kith_document_look_for_file (self);
  if (self->file == NULL || (self->copy != NULL && !kith_document_needs_save (self)))
    return TRUE;
  reason = obstacle (self);
  if (reason != NULL)
    {
      g_propagate_error (error, reason);
      return FALSE;
    }
  job = new_job (self, self->path);
  expect_file (self, job);
  return run_here (self, job, error);
}

/**
 * kith_document_overwrite:
 *
 * Puts this map where somebody else's is; theirs is kept as a version first.
 */
gboolean
kith_document_overwrite (KithDocument *self, GError **error)
{
  KithSaveJob *job;

  finish_job (self);
  g_return_val_if_fail (self->copy != NULL && self->file != NULL, FALSE);
  job = new_job (self, self->path);
  job->keep_theirs = TRUE;
  return run_here (self, job, error);
}

/* A Save As on its way. */
typedef struct
{
  GFile *file;
  KithFileLock *lock; /* of the new file; NULL when it is the same file */
  gboolean same;
  KithSaveJob *job;
} Move;

static void
move_free (Move *move)
{
  g_clear_object (&move->file);
  g_clear_pointer (&move->lock, kith_file_lock_release);
  g_clear_pointer (&move->job, kith_save_job_unref);
  g_free (move);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Move, move_free)

/* A document that was only looked at gets a working copy when it gets a file of its own. */
static gboolean
ensure_copy (KithDocument *self, GError **error)
{
  if (self->copy == NULL)
    self->copy = kith_working_copy_create (self->map, NULL, NULL, error);
  return self->copy != NULL;
}

static Move *
begin_move (KithDocument *self, GFile *file, GError **error)
{
  g_autoptr (Move) move = g_new0 (Move, 1);
  g_autofree char *path = kith_file_dup_path (file, error);
  g_autoptr (KithTarget) target = path != NULL ? kith_posix_target (path, error) : NULL;

  if (target == NULL)
    return NULL;
  move->file = g_object_ref (file);
  move->same = self->lock != NULL && g_strcmp0 (target->path, self->path) == 0;
  if (!move->same && !kith_document_lock_file (target, &move->lock, error))
    {
      g_prefix_error (error, _ ("This file cannot be replaced. "));
      return NULL;
    }
  finish_job (self);
  if (!ensure_copy (self, error))
    return NULL;
  move->job = new_job (self, target->path);
  return g_steal_pointer (&move);
}

/* The document is at its new place, or where it was. */
static gboolean
end_move (KithDocument *self, Move *move, GError **error)
{
  KithSaveJob *job = move->job;

  if (job->error != NULL)
    {
      g_propagate_error (error, g_error_copy (job->error));
      return FALSE;
    }
  if (!move->same)
    {
      g_clear_pointer (&self->lock, kith_file_lock_release);
      self->lock = g_steal_pointer (&move->lock);
    }
  g_set_object (&self->file, move->file);
  g_free (self->path);
  self->path = g_strdup (job->path);
  self->locked_elsewhere = FALSE;
  self->unwritable = FALSE;
  note_success (self, job);
  kith_document_schedule_save (self);
  kith_document_notify_state (self);
  return TRUE;
}

static void
run_move_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  kith_save_job_run (((Move *) data)->job);
  g_task_return_boolean (task, TRUE);
}

static void
on_move_ran (GObject *source, GAsyncResult *result, gpointer data)
{
  KithDocument *self = KITH_DOCUMENT (source);
  g_autoptr (GTask) asked = data;
  GError *error = NULL;

  finish_job (self);
  if (end_move (self, g_task_get_task_data (G_TASK (result)), &error))
    g_task_return_boolean (asked, TRUE);
  else
    g_task_return_error (asked, error);
}

/**
 * kith_document_save_as_async:
 * @file: where to; what is there is replaced
 *
 * If it fails, the document stays with the file it had.
 */
void
kith_document_save_as_async (KithDocument *self,
                             GFile *file,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  g_autoptr (GTask) asked = g_task_new (self, cancellable, callback, data);
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Move *move = begin_move (self, file, &error);

  g_task_set_source_tag (asked, kith_document_save_as_async);
  if (move == NULL)
    {
      g_task_return_error (asked, error);
      return;
    }
  task = g_task_new (self, NULL, on_move_ran, g_steal_pointer (&asked));
  g_task_set_task_data (task, move, (GDestroyNotify) move_free);
  g_task_run_in_thread (task, run_move_in_thread);
}

gboolean
kith_document_save_as_finish (KithDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
kith_document_save_as (KithDocument *self, GFile *file, GError **error)
{
  g_autoptr (Move) move = begin_move (self, file, error);

  if (move == NULL)
    return FALSE;
  kith_save_job_run (move->job);
  return end_move (self, move, error);
}

/* A name beside the file that is free: "map (mine).kith", "map (mine 2).kith" … */
static GFile *
free_name_beside (const char *path)
{
  g_autofree char *stem = g_str_has_suffix (path, ".kith") ? g_strndup (path, strlen (path) - 5)
                                                           : g_strdup (path);

  for (guint i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf (" %u", i) : g_strdup ("");
      g_autofree char *name = g_strdup_printf ("%s (%s%s).kith", stem, _ ("mine"), number);

      if (!g_file_test (name, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
        return g_file_new_for_path (name);
    }
}

gboolean
kith_document_keep_both (KithDocument *self, GError **error)
{
  g_autoptr (GFile) beside = NULL;

  g_return_val_if_fail (self->path != NULL, FALSE);
  beside = free_name_beside (self->path);
  return kith_document_save_as (self, beside, error);
}
