/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two files of the filter panel share: its rows, and what they are filled with. */
#pragma once

#include "kith-filter-panel.h"

G_BEGIN_DECLS

struct _KithFilterPanel
{
  GtkWidget parent_instance;

  /* template */
  GtkSearchEntry *text;
  GtkBox *sections;
  GtkExpander *trust;
  AdwComboRow *trust_low;
  AdwComboRow *trust_high;
  GtkCheckButton *trust_not_known;
  GtkExpander *dates;
  AdwComboRow *dates_mean;
  AdwPreferencesRow *dates_from; /* KithDateRow */
  AdwPreferencesRow *dates_to;
  GtkCheckButton *hides;
  GtkLabel *count;

  /* owned */
  KithViewer *viewer;

  /* children */
  GtkExpander *expanders[KITH_N_CRITERIA]; /* of choices; else NULL */

  /* state */
  GtkWidget *before; /* weak: what had the keyboard */
  gboolean is_filling;
};

/* Makes a row for each thing that the map has to choose from. */
void kith_filter_panel_fill (KithFilterPanel *self);
/* Shows what the viewer's filter asks for. */
void kith_filter_panel_show (KithFilterPanel *self);
void kith_filter_panel_make_rows (KithFilterPanel *self);

G_END_DECLS
