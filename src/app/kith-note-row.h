/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A note row: a text of several lines under its title, in a list of rows. Knows no records. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KITH_TYPE_NOTE_ROW (kith_note_row_get_type ())
G_DECLARE_FINAL_TYPE (KithNoteRow, kith_note_row, KITH, NOTE_ROW, AdwPreferencesRow)

/* Signal "changed": a person typed. */

GtkWidget *kith_note_row_new (void);
void kith_note_row_set_max_length (KithNoteRow *self, guint characters);
/* Says, behind an information button, what private does not mean. */
void kith_note_row_set_private (KithNoteRow *self, gboolean is_private);
/* Leaves the cursor where it was, as far as the text allows. */
void kith_note_row_set_text (KithNoteRow *self, const char *text);
char *kith_note_row_dup_text (KithNoteRow *self);

G_END_DECLS
