/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-save-job.h"

#include <glib/gi18n-lib.h>

#include "kith-file.h"
#include "kith-image.h"
#include "kith-safe-write.h"
#include "kith-store-error.h"
#include "kith-versions.h"
#include "kith-working-copy.h"

/**
 * kith_save_job_new:
 * @map: what to save; a snapshot is taken now
 * @revision: of the working copy
 * @path: where to
 * @folder: of the working copy
 *
 * Returns: (transfer full): a job that has not begun
 */
KithSaveJob *
kith_save_job_new (KithMap *map, gint64 revision, const char *path, const char *folder)
{
  KithSaveJob *job = g_new0 (KithSaveJob, 1);

  g_atomic_ref_count_init (&job->ref_count);
  g_mutex_init (&job->mutex);
  g_cond_init (&job->cond);
  job->snapshot = kith_map_snapshot (map);
  job->revision = revision;
  job->path = g_strdup (path);
  job->folder = g_strdup (folder);
  return job;
}

KithSaveJob *
kith_save_job_ref (KithSaveJob *job)
{
  g_atomic_ref_count_inc (&job->ref_count);
  return job;
}

void
kith_save_job_unref (KithSaveJob *job)
{
  if (!g_atomic_ref_count_dec (&job->ref_count))
    return;
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->cond);
  kith_map_unref (job->snapshot);
  g_free (job->path);
  g_strfreev (job->known);
  g_free (job->folder);
  g_free (job->digest);
  g_clear_error (&job->error);
  g_free (job->warning);
  g_free (job);
}

static const char *
map_key (KithSaveJob *job)
{
  const KithAbout *about = kith_map_about (job->snapshot);

  return about != NULL ? about->key : "";
}

/* Nobody's work is written over that could not be had back. */
static gboolean
keep_theirs (KithSaveJob *job, GError **error)
{
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (GError) reason = NULL;

  if (!job->keep_theirs)
    return TRUE;
  theirs = kith_file_read (job->path, &reason);
  if (g_error_matches (reason, KITH_STORE_ERROR, KITH_STORE_ERROR_NOT_FOUND))
    return TRUE;
  if (theirs != NULL
      && kith_versions_keep (map_key (job), theirs, _ ("Changed by someone else"),
                             g_get_real_time () / G_USEC_PER_SEC, &reason))
    return TRUE;
  g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_CHANGED,
               _ ("The file that is there now cannot be kept among the versions, so it has not "
                  "been replaced. Keep both instead. (%s)"),
               reason->message);
  return FALSE;
}

/* The save is done by now; a version that cannot be kept is worth a word, not a failure. */
static void
keep_versions (KithSaveJob *job, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (job->folder, "opened.kith", NULL);
  g_autoptr (GBytes) opened = NULL;
  g_autoptr (GError) error = NULL;

  if (job->keep_opened)
    opened = kith_file_read (path, NULL);
  if (opened != NULL)
    kith_versions_keep (map_key (job), opened, NULL, job->opened_time, &error);
  if (error == NULL)
    kith_versions_keep (map_key (job), bytes, NULL, g_get_real_time () / G_USEC_PER_SEC, &error);
  if (error != NULL)
    job->warning =
        g_strdup_printf (_ ("The map is saved, but no earlier version could be kept. %s"),
                         error->message);
}

static gboolean
save (KithSaveJob *job, GError **error)
{
  g_autoptr (GBytes) bytes = kith_image_from_map (job->snapshot, error);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  if (bytes == NULL)
    return FALSE;
  job->digest = kith_bytes_digest (bytes);
  for (guint i = 0; job->known != NULL && job->known[i] != NULL; i++)
    g_ptr_array_add (known, job->known[i]);
  g_ptr_array_add (known, job->digest);
  g_ptr_array_add (known, NULL);
  if (!keep_theirs (job, error)
      || !kith_working_copy_note_writing (job->folder, job->digest, job->revision, error)
      || !kith_safe_write_checked (job->path, bytes,
                                   job->known != NULL ? (const char *const *) known->pdata : NULL,
                                   error))
    return FALSE;
  keep_versions (job, bytes);
  return TRUE;
}

/**
 * kith_save_job_run:
 * @job: a job
 *
 * Builds the document, notes beside the working copy what is coming, and puts it in place.
 */
void
kith_save_job_run (KithSaveJob *job)
{
  save (job, &job->error);
  g_mutex_lock (&job->mutex);
  job->done = TRUE;
  g_cond_broadcast (&job->cond);
  g_mutex_unlock (&job->mutex);
}

/* Blocks until it has run, on whatever thread. */
void
kith_save_job_wait (KithSaveJob *job)
{
  g_mutex_lock (&job->mutex);
  while (!job->done)
    g_cond_wait (&job->cond, &job->mutex);
  g_mutex_unlock (&job->mutex);
}
