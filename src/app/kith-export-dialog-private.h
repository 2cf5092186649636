/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the export dialog share: the choices, the preview, writing and printing. */
#pragma once

#include "kith-export-dialog.h"
#include "kith-export.h"
#include "kith-pages.h"

G_BEGIN_DECLS

struct _KithExportDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkWidget *narrow_bin;
  GtkBox *content;
  AdwClamp *preview_clamp;
  GtkPicture *preview;
  GtkWidget *page_box; /* under it, where there are several pages */
  GtkWidget *page_back;
  GtkWidget *page_on;
  GtkLabel *page_label;
  GtkWidget *form;
  AdwComboRow *format_row;
  AdwComboRow *audience_row;
  GtkLabel *audience_words;
  AdwComboRow *pages_row;
  AdwComboRow *poster_row; /* before printing … */
  AdwActionRow *setup_row; /* … */
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
  AdwActionRow *grey_row;
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
  GtkPageSetup *page_setup; /* where it is to be printed, else NULL */
  KithPages *pages;         /* what the preview shows; NULL: a picture without pages */
  KithFilter *filter;       /* the window's, as far as it is for the audience; NULL: none */

  /* state */
  KithWindow *window;        /* borrowed: it is what this dialog is transient for */
  GCancellable *cancellable; /* while it is being written, else NULL */
  guint page;                /* of the preview */
  KithPageSize page_size;
  guint timeout; /* the preview is to be drawn again */
};

/* What the dialog's rows say. */
void kith_export_dialog_read (KithExportDialog *self, KithExport *options, KithView *view);
/* One of its rows says something else. */
void kith_export_dialog_changed (KithExportDialog *self);
void kith_export_dialog_say_problem (KithExportDialog *self, const char *text);

/* kith-export-dialog-preview.c */
void kith_export_dialog_preview (KithExportDialog *self);
void kith_export_dialog_bind_preview (GtkWidgetClass *widget_class);

/* kith-export-dialog-print.c */
void kith_export_dialog_begin_print (KithExportDialog *self);
void kith_export_dialog_read_print (KithExportDialog *self, KithExport *options);
void kith_export_dialog_update_print (KithExportDialog *self, const KithExport *options);
void kith_export_dialog_print (KithExportDialog *self);
void kith_export_dialog_bind_print (GtkWidgetClass *widget_class);

/* Asks where, then writes; says so in the window, or in the dialog what went wrong. */
void kith_export_dialog_write (KithExportDialog *self);

G_END_DECLS
