/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two files of the export dialog share: the choices, and the writing. */
#pragma once

#include "kith-export-dialog.h"
#include "kith-export.h"

G_BEGIN_DECLS

struct _KithExportDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkWidget *narrow_bin;
  GtkBox *content;
  GtkPicture *preview;
  GtkWidget *form;
  AdwComboRow *format_row;
  AdwComboRow *audience_row;
  GtkLabel *audience_words;
  AdwComboRow *pages_row;
  AdwComboRow *paper_row;
  AdwComboRow *tile_row;
  AdwComboRow *orientation_row;
  AdwComboRow *scale_row;
  AdwEntryRow *title_row;
  AdwEntryRow *marking_row;
  AdwActionRow *names_row;
  GtkSwitch *names; /* replaced */
  GtkWidget *transparent_row;
  GtkSwitch *transparent;
  GtkSwitch *title_block;
  GtkSwitch *legend;
  GtkSwitch *grey;
  AdwActionRow *look_row; /* lens, day and eyes */
  GtkWidget *part_group;
  AdwActionRow *whole_row;
  GtkSwitch *whole;
  GtkWidget *export_button;
  GtkWidget *progress;
  GtkProgressBar *progress_bar;
  GtkWidget *problem;
  GtkLabel *problem_label;

  /* owned */
  char *title; /* what the export says while it lasts */
  char *marking;
  KithFilter *filter; /* the window's, as far as it is for the audience; NULL: none */

  /* state */
  KithWindow *window;        /* borrowed: it is what this dialog is transient for */
  GCancellable *cancellable; /* while it is being written, else NULL */
  guint timeout;             /* the preview is to be drawn again */
};

/* What the dialog's rows say. */
void kith_export_dialog_read (KithExportDialog *self, KithExport *options, KithView *view);
/* Asks where, then writes; says so in the window, or in the dialog what went wrong. */
void kith_export_dialog_write (KithExportDialog *self);

G_END_DECLS
