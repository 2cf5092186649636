/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the pulse checks' dialog share. */
#pragma once

#include "kith-date-row.h"
#include "kith-overview.h"
#include "kith-pulse-dialog.h"
#include "kith-pulse-grid.h"

G_BEGIN_DECLS

#define KITH_TYPE_PULSE_DIALOG (kith_pulse_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithPulseDialog, kith_pulse_dialog, KITH, PULSE_DIALOG, KithOverview)

struct _KithPulseDialog
{
  KithOverview parent_instance;

  GtkWidget *time_button;
  GtkWidget *enter_button;
  GtkWidget *time_page;
  GtkWidget *enter_page;
  AdwComboRow *rounds;
  AdwEntryRow *title;
  KithDateRow *date;
  GtkSpinButton *every;
  KithPulseGrid *grid;

  GPtrArray *known; /* owned: of KithPulseRound, as `rounds` lists them after the new one */
  gboolean filling;
};

/* The round that is being entered, with a borrowed title. FALSE: its date is not understood. */
gboolean kith_pulse_dialog_round (KithPulseDialog *self, KithPulseRound *round);

/* kith-pulse-dialog-files.c */
GtkWidget *kith_pulse_dialog_new_files (KithPulseDialog *self);

G_END_DECLS
