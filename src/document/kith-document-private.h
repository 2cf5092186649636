/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a document, for the files of this room. */
#pragma once

#include "kith-document.h"
#include "kith-file-lock.h"
#include "kith-history.h"
#include "kith-save-job.h"
#include "kith-working-copy.h"

G_BEGIN_DECLS

struct _KithDocument
{
  GObject parent_instance;

  /* What is edited */
  KithMap *map;
  KithHistory *history;
  KithWorkingCopy *copy; /* NULL while another process has the file, and after closing */

  /* Where it is kept */
  GFile *file; /* as it was asked for */
  char *path;  /* with links resolved */
  KithFileLock *lock;
  char *loaded;  /* SHA-256 of the file as last loaded or saved */
  char *written; /* of what a failed save may have put in place, or NULL */
  gint64 opened_time;
  gboolean opened_kept; /* the file as opened is among the versions */

  /* How it stands */
  gboolean recovered;
  gboolean locked_elsewhere;
  gboolean unwritable;
  gboolean conflict;
  gboolean gone; /* a conflict with nobody: there is no file */
  gboolean failed;
  char *problem;

  /* Saving */
  KithSaveJob *job;
  GPtrArray *waiting; /* of GTask: those that asked for a save */
  guint timer;
  gint64 first_unsaved; /* monotonic microseconds, 0: nothing waits */
  guint failures;       /* in a row */
};

/* kith-document.c */
void kith_document_notify_state (KithDocument *self);
void kith_document_set_problem (KithDocument *self, const char *problem);
gboolean kith_document_needs_save (KithDocument *self);
/* Takes the file's lock; FALSE only when another has it. */
gboolean kith_document_lock_file (const KithTarget *target, KithFileLock **lock, GError **error);

/* kith-document-save.c */
void kith_document_schedule_save (KithDocument *self);
void kith_document_stop_saving (KithDocument *self);

/* kith-document-conflict.c */
void kith_document_look_for_file (KithDocument *self);
gboolean kith_document_accept_file (KithDocument *self, GBytes *bytes, GError **error);

G_END_DECLS
