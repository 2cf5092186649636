/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the rounds' dialog share. */
#pragma once

#include "kith-date-row.h"
#include "kith-round-cards.h"
#include "kith-round-reveal.h"
#include "kith-rounds-dialog.h"

G_BEGIN_DECLS

#define KITH_TYPE_ROUNDS_DIALOG (kith_rounds_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithRoundsDialog, kith_rounds_dialog, KITH, ROUNDS_DIALOG, AdwWindow)

struct _KithRoundsDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkWidget *back;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  GtkListBox *rounds;
  GtkWidget *new_button;
  AdwEntryRow *title_row;
  KithDateRow *date_row;
  GtkWidget *silent_row;
  GtkSwitch *silent;
  GtkLabel *round_title;
  GtkLabel *round_words;
  GtkWidget *rate_row;
  GtkWidget *open_row;
  GtkWidget *reveal_row;
  GtkWidget *sheets_row;
  GtkWidget *rename_row;
  GtkWidget *close_row;
  GtkWidget *reopen_row;
  GtkWidget *delete_row;
  GtkWidget *voices_group;
  GtkListBox *voices;
  AdwComboRow *who;
  AdwEntryRow *voice_row;
  AdwComboRow *basis_row;
  GtkWidget *three_row;
  GtkSwitch *three;
  KithRoundCards *cards;
  GtkWidget *next_button;
  KithRoundReveal *reveal;

  /* owned */
  KithViewer *viewer;
  GArray *who_ids; /* of KithId, as `who` lists them */

  /* state */
  KithWindow *window; /* borrowed: it is what this dialog is transient for */
  KithId round;       /* that is shown, or 0 */
  KithAudience audience;
  gboolean typed; /* in what is asked of a new round */
};

void kith_rounds_dialog_turn_to (KithRoundsDialog *self, const char *page);
void kith_rounds_dialog_go (KithRoundsDialog *self, const char *page);
gboolean kith_rounds_dialog_is_at (KithRoundsDialog *self, const char *page);
const KithRound *kith_rounds_dialog_round (KithRoundsDialog *self);
void kith_rounds_dialog_say (KithRoundsDialog *self, const char *text);

/* kith-rounds-dialog-round.c */
void kith_rounds_dialog_show_round (KithRoundsDialog *self);
void kith_rounds_dialog_bind_round (GtkWidgetClass *widget_class);
/* "October 2026 · Silent: nobody sees what is said until it is opened" */
char *kith_rounds_dialog_state_words (const KithRound *round);

/* kith-rounds-dialog-sitting.c */
void kith_rounds_dialog_bind_sitting (GtkWidgetClass *widget_class);
void kith_rounds_dialog_ask_who (KithRoundsDialog *self);
/* The names and who there is have changed. */
void kith_rounds_dialog_update_who (KithRoundsDialog *self);
void kith_rounds_dialog_stop (KithRoundsDialog *self);

G_END_DECLS
