/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document: a map that is being edited, and where it is kept. The one door for edits: each is
 * one transaction in the working copy, one undo step, one signal. Knows no widgets.
 *
 * Lives on the main thread; saving works on snapshots in a worker thread. */
#pragma once

#include <gio/gio.h>

#include "kith-edit.h"
#include "kith-map.h"

G_BEGIN_DECLS

#define KITH_TYPE_DOCUMENT (kith_document_get_type ())
G_DECLARE_FINAL_TYPE (KithDocument, kith_document, KITH, DOCUMENT, GObject)

/* Where a document stands with its file. */
typedef enum
{
  KITH_DOCUMENT_DRAFT,  /* untitled: safe in the working copy, in no file of the user's */
  KITH_DOCUMENT_SAVED,  /* the file holds what is shown */
  KITH_DOCUMENT_EDITED, /* edits wait for the next save (safe in the working copy) */
  KITH_DOCUMENT_SAVING,
  KITH_DOCUMENT_FAILED,    /* the last save failed: kith_document_problem() says why */
  KITH_DOCUMENT_CHANGED,   /* the file was changed, replaced or deleted by someone else since */
  KITH_DOCUMENT_READ_ONLY, /* the file or its folder cannot be written, or another has it open */
} KithDocumentState;

/* Signals:
 *  "changed" (KithEdit *edit): after every edit, undo and redo; `edit` is what was applied.
 *  "state-changed": state, problem, file, name or undo labels differ. */

/* Makes an untitled document with its own working copy. `map` (or NULL for an empty one) is
 * copied in. */
KithDocument *kith_document_new (KithMap *map, GError **error);
/* Opens a file, or what is left of its working copy after a crash (undo included). Where another
 * process of Kith holds the file, the document is read-only. Errors: KITH_STORE_ERROR, G_IO_ERROR. */
KithDocument *kith_document_open (GFile *file, GError **error);
/* Opens a draft or the working copy that a crash left, by its directory name. */
KithDocument *kith_document_open_draft (const char *name, GError **error);

/* Drafts and working copies left by a crash, newest first: elements KithDraft. */
typedef struct
{
  char *name;     /* directory name of the working copy */
  char *title;    /* title of the map, or "" */
  char *path;     /* the file it belongs to, or NULL for an untitled draft */
  gint64 changed; /* seconds since 1970 */
  guint stakeholders;
} KithDraft;
GPtrArray *kith_document_list_drafts (void);
gboolean kith_document_discard_draft (const char *name, GError **error);

/* The live map, borrowed; changed only through the calls below. */
KithMap *kith_document_get_map (KithDocument *self);

/* Performs `edit` (transfer full): store, map, signal; FALSE with nothing changed if any refuses.
 * Edits with the same join within 2 s are one undo step. An edit without changes does nothing. */
gboolean kith_document_perform (KithDocument *self, KithEdit *edit, GError **error);
gboolean kith_document_undo (KithDocument *self, GError **error);
gboolean kith_document_redo (KithDocument *self, GError **error);
const char *kith_document_undo_label (KithDocument *self); /* NULL: nothing to undo */
const char *kith_document_redo_label (KithDocument *self);
guint kith_document_get_cursor (KithDocument *self); /* how many steps can be taken back */
void kith_document_seal (KithDocument *self);        /* the next edit is its own step */

KithDocumentState kith_document_get_state (KithDocument *self);
const char *kith_document_problem (KithDocument *self); /* whole sentences, or NULL */
GFile *kith_document_get_file (KithDocument *self);     /* borrowed; NULL for a draft */
/* Title of the map, else the file's name, else "Untitled map". Translated; free it. */
char *kith_document_dup_name (KithDocument *self);
gboolean kith_document_is_read_only (KithDocument *self);
gboolean kith_document_was_recovered (KithDocument *self); /* opened from a crashed working copy */
const char *kith_document_get_draft_name (KithDocument *self);

/* Saves now if anything waits. Async; also happens by itself 5 s after the last edit and at most
 * 30 s after the first one not yet saved. A draft has nothing to save to and succeeds. */
void kith_document_save_async (KithDocument *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
gboolean kith_document_save_finish (KithDocument *self, GAsyncResult *result, GError **error);
/* Gives the document a (new) file and saves to it; replaces a file there (the caller has asked). */
void kith_document_save_as_async (KithDocument *self,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
gboolean kith_document_save_as_finish (KithDocument *self, GAsyncResult *result, GError **error);
/* Blocking forms, for closing and for tests. */
gboolean kith_document_save (KithDocument *self, GError **error);
gboolean kith_document_save_as (KithDocument *self, GFile *file, GError **error);

/* When KITH_DOCUMENT_CHANGED: write ours over theirs (theirs is kept as a version first), or put
 * ours into a file beside it and go on with that. */
gboolean kith_document_overwrite (KithDocument *self, GError **error);
gboolean kith_document_keep_both (KithDocument *self, GError **error);
/* Or make the map what the file holds now: one edit, so that ours is one undo away. */
gboolean kith_document_take_theirs (KithDocument *self, GError **error);
/* Looks whether the file has changed underneath; the window calls it on focus-in. */
void kith_document_check_file (KithDocument *self);
gboolean kith_document_is_gone (KithDocument *self); /* when CHANGED: there is no file any more */

/* Earlier versions: the rotated saves and the named ones, newest first: elements KithVersion. */
typedef struct
{
  char *id;
  char *name;  /* "Board, May", or NULL for an automatic one */
  gint64 time; /* seconds since 1970 */
  guint stakeholders;
  guint links;
} KithVersion;
void kith_version_free (KithVersion *version);
GPtrArray *kith_document_list_versions (KithDocument *self, GError **error);
gboolean kith_document_keep_version (KithDocument *self, const char *name, GError **error);
KithMap *kith_document_load_version (KithDocument *self, const char *id, GError **error);
gboolean kith_document_delete_version (KithDocument *self, const char *id, GError **error);
/* Makes the map what the version (or, with NULL, the file as it was opened) holds: one edit. */
gboolean kith_document_revert (KithDocument *self, const char *id, GError **error);

/* Saves if needed, checkpoints and closes the working copy: a named, saved document leaves no
 * working copy; a draft stays. After it only unref is allowed. FALSE: the save failed and the
 * working copy stays for the next start. */
gboolean kith_document_close (KithDocument *self, GError **error);
/* Closes and forgets a draft and its working copy. */
gboolean kith_document_discard (KithDocument *self, GError **error);

void kith_draft_free (KithDraft *draft);

G_END_DECLS
