/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dialog that makes or changes one record: Cancel, Save, and a binder over a draft. Escape
 * cancels, Enter saves, Ctrl+Enter also from a text of several lines. Knows no kind of record. */
#pragma once

#include <adwaita.h>

#include "kith-binder.h"

G_BEGIN_DECLS

#define KITH_TYPE_DIALOG (kith_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (KithDialog, kith_dialog, KITH, DIALOG, AdwWindow)

struct _KithDialogClass
{
  AdwWindowClass parent_class;

  /* The binder has been flushed; FALSE: something is amiss and the dialog stays. */
  gboolean (*save) (KithDialog *self);
  /* Whether a person has changed something in it that is saved rather than lost; the binder knows, else. */
  gboolean (*is_touched) (KithDialog *self);
};

/* `draft` (transfer full) may be NULL for a dialog without a binder. */
void kith_dialog_set_up (KithDialog *self, GtkWidget *parent, KithViewer *viewer, gpointer draft);
KithViewer *kith_dialog_get_viewer (KithDialog *self);
KithBinder *kith_dialog_get_binder (KithDialog *self);
gpointer kith_dialog_get_draft (KithDialog *self);
void kith_dialog_bind_private (KithDialog *self, GtkWidget *is_private);
/* What is to be stored: `now` (NULL: there is none), the record as it stands on the map, with what was
 * changed in the dialog. NULL: it has gone since the dialog was opened; saved again it is made anew. */
gpointer kith_dialog_dup_changed (KithDialog *self, gconstpointer now, GError **error);
/* The same for the record that the draft is of. */
gpointer kith_dialog_dup_record (KithDialog *self, GError **error);
void kith_dialog_set_heading (KithDialog *self, const char *title, const char *subtitle);
/* What the button says instead of Save: with the mark of a mnemonic, and as it is read out. */
void kith_dialog_set_verb (KithDialog *self, const char *label, const char *name);
void kith_dialog_set_can_save (KithDialog *self, gboolean can_save);
void kith_dialog_save (KithDialog *self);

G_END_DECLS
