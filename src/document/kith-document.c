/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-document-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kith-store-error.h"

enum
{
  CHANGED,
  STATE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KithDocument, kith_document, G_TYPE_OBJECT)

static void
kith_document_dispose (GObject *object)
{
  KithDocument *self = KITH_DOCUMENT (object);

  kith_document_stop_saving (self);
  g_clear_pointer (&self->copy, kith_working_copy_close);
  g_clear_pointer (&self->lock, kith_file_lock_release);
  G_OBJECT_CLASS (kith_document_parent_class)->dispose (object);
}

static void
kith_document_finalize (GObject *object)
{
  KithDocument *self = KITH_DOCUMENT (object);

  g_clear_pointer (&self->map, kith_map_unref);
  kith_history_free (self->history);
  g_clear_object (&self->file);
  g_free (self->path);
  g_free (self->loaded);
  g_free (self->written);
  g_free (self->problem);
  g_ptr_array_unref (self->waiting);
  G_OBJECT_CLASS (kith_document_parent_class)->finalize (object);
}

static void
kith_document_class_init (KithDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kith_document_dispose;
  object_class->finalize = kith_document_finalize;

  /* The edit is borrowed by whoever listens. */
  signals[CHANGED] = g_signal_new ("changed", KITH_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", KITH_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kith_document_init (KithDocument *self)
{
  self->history = kith_history_new ();
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

void
kith_document_notify_state (KithDocument *self)
{
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

void
kith_document_set_problem (KithDocument *self, const char *problem)
{
  char *old = self->problem;

  self->problem = g_strdup (problem);
  g_free (old);
}

gboolean
kith_document_needs_save (KithDocument *self)
{
  const KithWorkingState *state;

  if (self->copy == NULL || self->file == NULL)
    return FALSE;
  state = kith_working_copy_state (self->copy);
  return self->gone || state->saved != state->revision;
}

gboolean
kith_document_lock_file (const KithTarget *target, KithFileLock **lock, GError **error)
{
  g_autoptr (GError) reason = NULL;

  *lock = kith_file_lock_take (target, &reason);
  if (!g_error_matches (reason, KITH_STORE_ERROR, KITH_STORE_ERROR_IN_USE))
    return TRUE; /* held, or this place knows no locks and all go without */
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
refuse_if_read_only (KithDocument *self, GError **error)
{
  if (self->copy != NULL)
    return FALSE;
  if (self->locked_elsewhere)
    g_set_error_literal (error, KITH_STORE_ERROR, KITH_STORE_ERROR_IN_USE,
                         _ ("This map is open in another window of Kith, so it can only be looked "
                            "at here. Close it there, or use Save As to go on with a copy."));
  else
    g_set_error_literal (error, KITH_STORE_ERROR, KITH_STORE_ERROR_READ_ONLY,
                         self->problem != NULL ? self->problem
                                               : _ ("This map can only be looked at."));
  return TRUE;
}

/* A step of its own in memory: the history folds later edits into it, and those who were told of
 * the edit may still hold theirs. */
static KithEdit *
copy_of (const KithEdit *edit)
{
  KithEdit *copy = kith_edit_new (edit->label);

  kith_edit_set_join (copy, edit->join);
  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      KithChange change = *kith_edit_change (edit, i);

      if (change.before != NULL)
        kith_record_ref (change.before);
      if (change.after != NULL)
        kith_record_ref (change.after);
      g_array_append_val (copy->changes, change);
    }
  return copy;
}

/* What was deleted is remembered with the time of deletion, as the working copy has it. */
static void
bury (KithDocument *self, const KithEdit *edit, gint64 time)
{
  gint64 copy = kith_working_copy_state (self->copy)->copy;

  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      const KithChange *change = kith_edit_change (edit, i);

      if (change->after == NULL)
        kith_map_put_tombstone (self->map,
                                &(KithTombstone){ kith_change_id (change),
                                                  kith_change_kind (change), time, copy });
    }
}

/* Which way an edit goes through the history. */
typedef enum
{
  DO,
  UNDO,
  REDO,
} Way;

static gboolean
put_in_history (KithDocument *self, const KithEdit *edit, Way way, GError **error)
{
  guint cursor = kith_history_cursor (self->history);
  gboolean joined = FALSE;

  if (way != DO)
    {
      kith_working_copy_put_cursor (self->copy, way == UNDO ? cursor - 1 : cursor + 1);
      return TRUE;
    }
  kith_history_push (self->history, copy_of (edit), g_get_monotonic_time (), &joined);
  return kith_working_copy_put_history (self->copy, self->history, joined ? cursor - 1 : cursor,
                                        kith_history_cursor (self->history), error);
}

/* Nothing of it has happened: the rows are rolled back, the map and the steps follow them. */
static void
take_back (KithDocument *self, const KithEdit *edit, Way way)
{
  kith_working_copy_roll_back (self->copy);
  kith_map_take_back (self->map, edit);
  if (!kith_working_copy_load_tombstones (self->copy, self->map, NULL))
    g_debug ("tombstones could not be read again");
  if (way == DO && !kith_working_copy_load_history (self->copy, self->history, NULL))
    {
      g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

      kith_history_restore (self->history, nothing, 0);
    }
}

/* Before the edit is what the map holds, its stamps included, so that taking the edit back leaves
 * nothing changed; an edit that does not fit the map is left for the map to refuse. */
static void
take_befores_from_map (KithDocument *self, KithEdit *edit)
{
  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      KithChange *change = &g_array_index (edit->changes, KithChange, i);
      const KithRecord *now = kith_map_get (self->map, kith_change_kind (change),
                                            kith_change_id (change));

      if (now == NULL || change->before == NULL || !kith_record_equal (now, change->before))
        continue;
      kith_record_unref (change->before);
      change->before = kith_record_ref (now);
    }
}

/* One transaction: rows, undo step and cursor, with the map between begin and commit, since only
 * the map can say whether the edit fits. */
static gboolean
keep_and_apply (KithDocument *self, KithEdit *edit, Way way, GError **error)
{
  gint64 now = g_get_real_time ();

  take_befores_from_map (self, edit);
  kith_edit_stamp (edit, now, kith_working_copy_state (self->copy)->copy);
  if (!kith_working_copy_begin (self->copy, error))
    return FALSE;
  if (!kith_map_apply (self->map, edit, error))
    {
      kith_working_copy_roll_back (self->copy);
      return FALSE;
    }
  if (!kith_working_copy_put_edit (self->copy, edit, now, error)
      || !put_in_history (self, edit, way, error) || !kith_working_copy_commit (self->copy, error))
    {
      take_back (self, edit, way);
      return FALSE;
    }
  bury (self, edit, now);
  return TRUE;
}

static gboolean
go (KithDocument *self, KithEdit *edit, Way way, GError **error)
{
  if (!keep_and_apply (self, edit, way, error))
    return FALSE;
  if (way == UNDO)
    kith_history_undone (self->history);
  else if (way == REDO)
    kith_history_redone (self->history);
#ifndef NDEBUG
  if (kith_edit_n_changes (edit) < 100 && kith_map_n (self->map, KITH_STAKEHOLDER) < 1000)
    g_assert (kith_map_check (self->map, NULL));
#endif
  kith_document_schedule_save (self);
  g_signal_emit (self, signals[CHANGED], 0, edit);
  kith_document_notify_state (self);
  return TRUE;
}

/**
 * kith_document_perform:
 * @self: a document
 * @edit: (transfer full): what to do
 *
 * Cost: one fsync, and linear in the edit.
 *
 * Returns: %FALSE with nothing changed, in memory or on disk
 */
gboolean
kith_document_perform (KithDocument *self, KithEdit *edit, GError **error)
{
  g_autoptr (KithEdit) owned = edit;

  g_return_val_if_fail (KITH_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);
  if (refuse_if_read_only (self, error))
    return FALSE;
  return kith_edit_is_empty (edit) || go (self, edit, DO, error);
}

static gboolean
step (KithDocument *self, KithEdit *edit, Way way, GError **error)
{
  g_autoptr (KithEdit) owned = edit;

  if (edit == NULL)
    {
      g_set_error_literal (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED,
                           way == UNDO ? _ ("There is nothing to undo.")
                                       : _ ("There is nothing to redo."));
      return FALSE;
    }
  return go (self, edit, way, error);
}

gboolean
kith_document_undo (KithDocument *self, GError **error)
{
  g_return_val_if_fail (KITH_IS_DOCUMENT (self), FALSE);
  return !refuse_if_read_only (self, error)
         && step (self, kith_history_peek_undo (self->history), UNDO, error);
}

gboolean
kith_document_redo (KithDocument *self, GError **error)
{
  g_return_val_if_fail (KITH_IS_DOCUMENT (self), FALSE);
  return !refuse_if_read_only (self, error)
         && step (self, kith_history_peek_redo (self->history), REDO, error);
}

guint
kith_document_get_cursor (KithDocument *self)
{
  return kith_history_cursor (self->history);
}

const char *
kith_document_undo_label (KithDocument *self)
{
  return kith_history_undo_label (self->history);
}

const char *
kith_document_redo_label (KithDocument *self)
{
  return kith_history_redo_label (self->history);
}

void
kith_document_seal (KithDocument *self)
{
  kith_history_seal (self->history);
}

KithMap *
kith_document_get_map (KithDocument *self)
{
  g_return_val_if_fail (KITH_IS_DOCUMENT (self), NULL);
  return self->map;
}

/**
 * kith_document_get_state:
 *
 * Returns: where the document stands with its file, the first that holds in this order: draft,
 *   read-only, changed by someone else, being saved, failed, edited, saved
 */
KithDocumentState
kith_document_get_state (KithDocument *self)
{
  if (self->file == NULL)
    return KITH_DOCUMENT_DRAFT;
  if (self->copy == NULL || self->unwritable)
    return KITH_DOCUMENT_READ_ONLY;
  if (self->conflict)
    return KITH_DOCUMENT_CHANGED;
  if (self->job != NULL)
    return KITH_DOCUMENT_SAVING;
  if (self->failed)
    return KITH_DOCUMENT_FAILED;
  return kith_document_needs_save (self) ? KITH_DOCUMENT_EDITED : KITH_DOCUMENT_SAVED;
}

const char *
kith_document_problem (KithDocument *self)
{
  return self->problem;
}

GFile *
kith_document_get_file (KithDocument *self)
{
  return self->file;
}

char *
kith_document_dup_name (KithDocument *self)
{
  const KithAbout *about = kith_map_about (self->map);
  char *name;

  if (about != NULL && *about->title != '\0')
    return g_strdup (about->title);
  if (self->path == NULL)
    return g_strdup (_ ("Untitled map"));
  name = g_filename_display_basename (self->path);
  if (g_str_has_suffix (name, ".kith") && name[5] != '\0')
    name[strlen (name) - 5] = '\0';
  return name;
}

/**
 * kith_document_is_read_only:
 *
 * Returns: whether edits are refused, because another window of Kith has the file or because
 *   there is no room to keep edits safe. A file in a read-only place can be edited: its state is %KITH_DOCUMENT_READ_ONLY all the same, the edits
 *   are safe in the working copy, and Save As puts them into a file
 */
gboolean
kith_document_is_read_only (KithDocument *self)
{
  return self->copy == NULL;
}

gboolean
kith_document_was_recovered (KithDocument *self)
{
  return self->recovered;
}

const char *
kith_document_get_draft_name (KithDocument *self)
{
  return self->copy != NULL ? kith_working_copy_name (self->copy) : NULL;
}
