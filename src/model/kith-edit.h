/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edit: how a map changes; a labelled list of before/after records that can be turned round.
 * Knows records, not where they are kept.
 *
 * Invariants: a change has a before or an after or both, of one kind and id; no two changes of an
 * edit concern the same record; the order is parents first for inserts, children first for
 * deletes. */
#pragma once

#include "kith-record.h"

G_BEGIN_DECLS

typedef struct
{
  KithRecord *before; /* NULL: it is added */
  KithRecord *after;  /* NULL: it is deleted */
} KithChange;

typedef struct
{
  gatomicrefcount ref_count;
  char *label;     /* what a person did, translated: "Move 3 stakeholders" */
  char *join;      /* edits with the same join in quick succession are one undo step, or NULL */
  GArray *changes; /* of KithChange */
  GHashTable *ids; /* ids that have a change, so that folding need not look for new ones */
} KithEdit;

KithEdit *kith_edit_new (const char *label);
KithEdit *kith_edit_ref (KithEdit *edit);
void kith_edit_unref (KithEdit *edit);
void kith_edit_set_join (KithEdit *edit, const char *join);
gboolean kith_edit_is_empty (const KithEdit *edit);
guint kith_edit_n_changes (const KithEdit *edit);
const KithChange *kith_edit_change (const KithEdit *edit, guint i);
KithKind kith_change_kind (const KithChange *change);
KithId kith_change_id (const KithChange *change);

/* Each takes its records (transfer full); a second change of a record is folded into the first. */
void kith_edit_insert (KithEdit *edit, gpointer after);
void kith_edit_update (KithEdit *edit, gconstpointer before, gpointer after);
void kith_edit_delete (KithEdit *edit, gconstpointer before);
gpointer kith_edit_peek_after (KithEdit *edit, KithId id);

KithEdit *kith_edit_invert (const KithEdit *edit);
void kith_edit_stamp (KithEdit *edit, gint64 changed, gint64 copy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithEdit, kith_edit_unref)

G_END_DECLS
