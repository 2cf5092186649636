/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The working copy: a private database that has every edit before the screen does, with its undo.
 * Knows maps and edits, not where a document stands.
 *
 * One process has a working copy open at a time (a lock in its folder); one thread uses it. */
#pragma once

#include "kith-history.h"
#include "kith-map.h"

G_BEGIN_DECLS

typedef struct _KithWorkingCopy KithWorkingCopy;

/* What a working copy knows of its document. */
typedef struct
{
  gint64 revision; /* counts edits, undos and redos */
  gint64 saved;    /* the revision that the file holds, or -1 */
  gint64 copy;     /* random: stamps say by it where a record changed */
  guint cursor;    /* how many undo steps are done */
  char *path;      /* of the file, or NULL */
  char *loaded;    /* SHA-256 of the file's bytes as last loaded or saved, or NULL */
  char *writing;   /* SHA-256 of bytes that a save may have put in place, or NULL */
  gint64 writing_revision;
} KithWorkingState;

/* `path` and `loaded` (SHA-256) are of the file that `map` came from, or NULL. */
KithWorkingCopy *kith_working_copy_create (KithMap *map,
                                           const char *path,
                                           const char *loaded,
                                           GError **error);
KithWorkingCopy *kith_working_copy_open (const char *name, GError **error);
/* Writes everything into one file and closes; it stays for the next start. */
void kith_working_copy_close (KithWorkingCopy *self);
/* Closes and deletes it. */
gboolean kith_working_copy_forget (KithWorkingCopy *self, GError **error);

const char *kith_working_copy_name (KithWorkingCopy *self);
const char *kith_working_copy_folder (KithWorkingCopy *self);
const KithWorkingState *kith_working_copy_state (KithWorkingCopy *self);

KithMap *kith_working_copy_load_map (KithWorkingCopy *self, GError **error);
gboolean kith_working_copy_load_history (KithWorkingCopy *self,
                                         KithHistory *history,
                                         GError **error);

gboolean kith_working_copy_load_tombstones (KithWorkingCopy *self, KithMap *map, GError **error);

/* One transaction: begin, any number of puts, commit; after a FALSE, roll back: nothing has
 * changed. */
gboolean kith_working_copy_begin (KithWorkingCopy *self, GError **error);
gboolean kith_working_copy_put_edit (KithWorkingCopy *self,
                                     const KithEdit *edit,
                                     gint64 time,
                                     GError **error);
/* The undo steps from `from` on are as in `history`, and so is the cursor. */
gboolean kith_working_copy_put_history (KithWorkingCopy *self,
                                        KithHistory *history,
                                        guint from,
                                        guint cursor,
                                        GError **error);
/* Undo and redo move the cursor only. */
void kith_working_copy_put_cursor (KithWorkingCopy *self, guint cursor);
gboolean kith_working_copy_commit (KithWorkingCopy *self, GError **error);
void kith_working_copy_roll_back (KithWorkingCopy *self);

gboolean kith_working_copy_set_file (KithWorkingCopy *self,
                                     const char *path,
                                     const char *loaded,
                                     gint64 saved,
                                     GError **error);
gboolean kith_working_copy_clear_history (KithWorkingCopy *self, GError **error);

/* The document as it was opened, for going back to it. */
gboolean kith_working_copy_put_opened (KithWorkingCopy *self, GBytes *bytes, GError **error);
GBytes *kith_working_copy_get_opened (KithWorkingCopy *self, GError **error);

/* Notes beside the database what a save is about to put in place. Safe on any thread. */
gboolean kith_working_copy_note_writing (const char *folder,
                                         const char *digest,
                                         gint64 revision,
                                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithWorkingCopy, kith_working_copy_close)

/* All of them on this computer, by the person who runs Kith. */
typedef struct
{
  char *name;
  char *title;
  char *path;     /* of the file, or NULL */
  gint64 changed; /* seconds since 1970 */
  guint stakeholders;
} KithWorkingInfo;

char *kith_working_copies_folder (void);
/* Those that no process has open, newest first: elements KithWorkingInfo. Ones that hold nothing
 * at all are deleted on the way. */
GPtrArray *kith_working_copies_list (void);
/* The newest that belongs to the file, or NULL. */
char *kith_working_copies_find (const char *path);
gboolean kith_working_copies_discard (const char *name, GError **error);
/* Moves a damaged one out of the way, and reads what can be read of it. The map is NULL when
 * nothing can; `report` says in whole sentences what happened and where it is now. */
KithMap *kith_working_copies_set_aside (const char *name, char **report, GError **error);
void kith_working_info_free (KithWorkingInfo *info);

G_END_DECLS
