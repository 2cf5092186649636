/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-history.h"

#include <string.h>

#define JOIN_MICROSECONDS (2 * G_USEC_PER_SEC)

/* Invariant: cursor <= groups->len; the groups before it are done, the others undone. */
struct _KithHistory
{
  GPtrArray *groups; /* of KithEdit */
  guint cursor;
  gint64 last_time; /* of the last push, for joining */
  gboolean sealed;
};

KithHistory *
kith_history_new (void)
{
  KithHistory *history = g_new0 (KithHistory, 1);

  history->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) kith_edit_unref);
  history->sealed = TRUE;
  return history;
}

void
kith_history_free (KithHistory *history)
{
  g_ptr_array_unref (history->groups);
  g_free (history);
}

static void
fold (KithEdit *group, const KithEdit *edit)
{
  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      const KithChange *change = kith_edit_change (edit, i);

      if (change->before == NULL)
        kith_edit_insert (group, kith_record_ref (change->after));
      else if (change->after == NULL)
        kith_edit_delete (group, change->before);
      else
        kith_edit_update (group, change->before, kith_record_ref (change->after));
    }
}

static gboolean
joins (const KithHistory *history, const KithEdit *edit, gint64 time)
{
  const KithEdit *last;

  if (history->sealed || history->cursor == 0 || history->cursor != history->groups->len)
    return FALSE;
  last = history->groups->pdata[history->cursor - 1];
  return edit->join != NULL && last->join != NULL && strcmp (edit->join, last->join) == 0
         && time - history->last_time <= JOIN_MICROSECONDS;
}

/**
 * kith_history_push:
 * @history: a history
 * @edit: (transfer full): an edit that has been done
 * @time: when, in microseconds of any steady clock
 * @joined: (out): whether it became part of the last step
 *
 * What was undone is forgotten. A step that joining has made empty is dropped.
 */
void
kith_history_push (KithHistory *history, KithEdit *edit, gint64 time, gboolean *joined)
{
  *joined = joins (history, edit, time);
  history->sealed = FALSE;
  g_ptr_array_set_size (history->groups, (gint) history->cursor);
  if (*joined)
    {
      KithEdit *last = history->groups->pdata[history->cursor - 1];

      fold (last, edit);
      kith_edit_unref (edit);
      if (kith_edit_is_empty (last))
        {
          history->cursor--;
          g_ptr_array_set_size (history->groups, (gint) history->cursor);
          history->sealed = TRUE;
        }
    }
  else
    {
      g_ptr_array_add (history->groups, edit);
      history->cursor++;
    }
  history->last_time = time;
}

void
kith_history_seal (KithHistory *history)
{
  history->sealed = TRUE;
}

gboolean
kith_history_can_undo (const KithHistory *history)
{
  return history->cursor > 0;
}

gboolean
kith_history_can_redo (const KithHistory *history)
{
  return history->cursor < history->groups->len;
}

/**
 * kith_history_undo_label:
 * @history: a history
 *
 * Returns: (transfer none) (nullable): what undo would take back, in words
 */
const char *
kith_history_undo_label (const KithHistory *history)
{
  if (!kith_history_can_undo (history))
    return NULL;
  return ((KithEdit *) history->groups->pdata[history->cursor - 1])->label;
}

/**
 * kith_history_redo_label:
 * @history: a history
 *
 * Returns: (transfer none) (nullable): what redo would do again, in words
 */
const char *
kith_history_redo_label (const KithHistory *history)
{
  if (!kith_history_can_redo (history))
    return NULL;
  return ((KithEdit *) history->groups->pdata[history->cursor])->label;
}

/**
 * kith_history_peek_undo:
 * @history: a history
 *
 * Returns: (transfer full) (nullable): the edit that takes the last step back
 */
KithEdit *
kith_history_peek_undo (KithHistory *history)
{
  if (!kith_history_can_undo (history))
    return NULL;
  return kith_edit_invert (history->groups->pdata[history->cursor - 1]);
}

/**
 * kith_history_peek_redo:
 * @history: a history
 *
 * Returns: (transfer full) (nullable): the edit that does the next step again, in records that
 *   may be stamped anew
 */
KithEdit *
kith_history_peek_redo (KithHistory *history)
{
  g_autoptr (KithEdit) inverse = NULL;

  if (!kith_history_can_redo (history))
    return NULL;
  inverse = kith_edit_invert (history->groups->pdata[history->cursor]);
  return kith_edit_invert (inverse);
}

void
kith_history_undone (KithHistory *history)
{
  g_return_if_fail (kith_history_can_undo (history));
  history->cursor--;
  history->sealed = TRUE;
}

void
kith_history_redone (KithHistory *history)
{
  g_return_if_fail (kith_history_can_redo (history));
  history->cursor++;
  history->sealed = TRUE;
}

guint
kith_history_n_groups (const KithHistory *history)
{
  return history->groups->len;
}

/**
 * kith_history_group:
 * @history: a history
 * @i: 0 to kith_history_n_groups() − 1, oldest first
 *
 * Returns: (transfer none): the edit of that step as it was done
 */
KithEdit *
kith_history_group (const KithHistory *history, guint i)
{
  return history->groups->pdata[i];
}

guint
kith_history_cursor (const KithHistory *history)
{
  return history->cursor;
}

/**
 * kith_history_restore:
 * @history: a history
 * @groups: (element-type KithEdit): all steps, oldest first; referenced
 * @cursor: how many of them are done
 */
void
kith_history_restore (KithHistory *history, GPtrArray *groups, guint cursor)
{
  g_return_if_fail (cursor <= groups->len);
  g_ptr_array_set_size (history->groups, 0);
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (history->groups, kith_edit_ref (groups->pdata[i]));
  history->cursor = cursor;
  history->sealed = TRUE;
}
