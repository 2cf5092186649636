/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo history: groups of edits and a cursor between what is done and what is undone. Pure
 * values; the document keeps it in step with the working copy. */
#pragma once

#include "kith-edit.h"

G_BEGIN_DECLS

typedef struct _KithHistory KithHistory;

KithHistory *kith_history_new (void);
void kith_history_free (KithHistory *history);
/* Adds a done edit after the cursor; what was undone is forgotten. TRUE in `joined` when it
 * became part of the last group (same join, within `seconds` of it: 2). */
void kith_history_push (KithHistory *history, KithEdit *edit, gint64 time, gboolean *joined);
/* Ends joining: the next edit is a step of its own. */
void kith_history_seal (KithHistory *history);
gboolean kith_history_can_undo (const KithHistory *history);
gboolean kith_history_can_redo (const KithHistory *history);
const char *kith_history_undo_label (const KithHistory *history);
const char *kith_history_redo_label (const KithHistory *history);
/* The edit that undoes (redoes) the step at the cursor (transfer full), cursor unmoved. */
KithEdit *kith_history_peek_undo (KithHistory *history);
KithEdit *kith_history_peek_redo (KithHistory *history);
void kith_history_undone (KithHistory *history);
void kith_history_redone (KithHistory *history);
/* For the store: all groups in order, and how many are done. A group is one KithEdit in which
 * joined edits were folded. */
guint kith_history_n_groups (const KithHistory *history);
KithEdit *kith_history_group (const KithHistory *history, guint i);
guint kith_history_cursor (const KithHistory *history);
void kith_history_restore (KithHistory *history, GPtrArray *groups, guint cursor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithHistory, kith_history_free)

G_END_DECLS
