/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the handout's dialog share. */
#pragma once

#include "kith-handout-dialog.h"
#include "kith-handout.h"

G_BEGIN_DECLS

#define KITH_TYPE_HANDOUT_DIALOG (kith_handout_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KithHandoutDialog, kith_handout_dialog, KITH, HANDOUT_DIALOG, AdwWindow)

struct _KithHandoutDialog
{
  AdwWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;
  AdwWindowTitle *heading;
  AdwComboRow *who;
  AdwComboRow *audience_row;
  GtkWidget *blank_row;
  GtkSwitch *blank;
  GtkWidget *three_row;
  GtkSwitch *three;
  GtkWidget *print_button;
  GtkWidget *pdf_button;
  GtkWidget *table_button;
  GtkLabel *reason; /* why there are no pages */
  GtkDrawingArea *paper;
  GtkWidget *read_row;

  /* owned */
  KithViewer *viewer;
  GArray *who_ids;      /* of KithId, as `who` lists them */
  KithHandout *handout; /* NULL where there is nobody */
  KithMap *shown;       /* from which it was made */

  /* state */
  KithWindow *window; /* borrowed: the map's */
  KithId round;
  KithId question;    /* whose sheet it is, or 0 */
  KithAudience least; /* the window's: no handout shows more */
  gboolean filling;
  guint fit_source;
};

KithAudience kith_handout_dialog_audience (KithHandoutDialog *self);
KithRoundSheet kith_handout_dialog_sheet (KithHandoutDialog *self);
void kith_handout_dialog_say (KithHandoutDialog *self, const char *text);

/* kith-handout-dialog-files.c */
void kith_handout_dialog_bind_files (GtkWidgetClass *widget_class);

G_END_DECLS
