/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One save: a snapshot of a map on its way into a file, on any thread. Knows no document. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

typedef struct
{
  gatomicrefcount ref_count;
  GMutex mutex;
  GCond cond;
  gboolean done;

  /* What to do; not touched once it runs */
  KithMap *snapshot;
  gint64 revision; /* of the working copy */
  char *path;
  char **known;         /* digests that the file may have, or NULL: any */
  char *folder;         /* of the working copy */
  gboolean keep_theirs; /* what is in the file becomes a version first */
  gboolean keep_opened; /* so does the file as it was opened */
  gint64 opened_time;

  /* What came of it; read when done */
  char *digest; /* of what was written */
  GError *error;
  char *warning; /* the save succeeded, but no version could be kept */
} KithSaveJob;

KithSaveJob *kith_save_job_new (KithMap *map,
                                gint64 revision,
                                const char *path,
                                const char *folder);
KithSaveJob *kith_save_job_ref (KithSaveJob *job);
void kith_save_job_unref (KithSaveJob *job);
void kith_save_job_run (KithSaveJob *job);
void kith_save_job_wait (KithSaveJob *job);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithSaveJob, kith_save_job_unref)

G_END_DECLS
