/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the export dialog share: the choices, the preview, writing and printing. */
#pragma once

#include "kith-date-row.h"
#include "kith-export-dialog.h"
#include "kith-export.h"
#include "kith-note-row.h"
#include "kith-pages.h"

G_BEGIN_DECLS

/* Of the row of pages; a picture has fewer of them. */
typedef enum
{
  KITH_PAGES_THE_MAP,
  KITH_PAGES_EACH_SCENE,
  KITH_PAGES_REPORT,
  KITH_PAGES_THEN_AND_NOW,
  KITH_PAGES_BOARD,
} KithPagesKind;

/* For whom something was written. */
typedef struct
{
  KithAudience audience;
  gboolean anonymous; /* names were replaced */
} KithWrittenFor;

/* Of the row of formats: after those of a picture. */
#define KITH_EXPORT_FILM (KITH_PICTURE_HTML + 1)

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
  GtkWidget *then_group;
  KithDateRow *then_row;
  KithDateRow *now_row;
  AdwActionRow *beside_row; /* in place of both: what the window compares with */
  AdwPreferencesGroup *board_group;
  KithNoteRow *sentence_rows[KITH_BOARD_SENTENCES];
  GtkWidget *film_group;
  AdwComboRow *film_kind_row;
  AdwComboRow *length_row;
  AdwComboRow *film_size_row;
  GtkLabel *film_words;    /* what is missing for a video */
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
  char *sentences[KITH_BOARD_SENTENCES]; /* as they are typed … */
  char *offered[KITH_BOARD_SENTENCES];   /* … and as the map offers them */
  GtkPageSetup *page_setup;              /* where it is to be printed, else NULL */
  KithPages *pages;                      /* what the preview shows; NULL: a picture without pages */
  KithFilter *filter; /* the window's, as far as it is for the audience; NULL: none */

  /* state */
  KithWindow *window;       /* borrowed: it is what this dialog is transient for */
  KithAudience least;       /* the window's: whoever sees more is not offered */
  gboolean audience_chosen; /* by the person, in this dialog */
  KithWrittenFor written_for[KITH_BOARD_SENTENCES];
  gboolean renewed;          /* what was typed was not for this audience, and is gone */
  GCancellable *cancellable; /* while it is being written, else NULL */
  KithPagesKind kind;
  guint n_kinds;         /* how many the row has now; 0: it is not filled yet */
  gboolean looking;      /* what this computer makes videos with is asked, or … */
  gboolean coders_known; /* … has been */
  gboolean filling;      /* rows are changed by the dialog itself */
  guint page;            /* of the preview */
  KithPageSize page_size;
  guint timeout; /* the preview is to be drawn again */
};

/* What the dialog's rows say. */
void kith_export_dialog_read (KithExportDialog *self, KithExport *options, KithView *view);
KithAudience kith_export_dialog_audience (KithExportDialog *self);
/* One of its rows says something else. */
void kith_export_dialog_changed (KithExportDialog *self);
void kith_export_dialog_say_problem (KithExportDialog *self, const char *text);

/* kith-export-dialog-kinds.c: which pages, and what these ask for */
void kith_export_dialog_bind_kinds (GtkWidgetClass *widget_class);
void kith_export_dialog_on_sentence (KithNoteRow *row, KithExportDialog *self);
/* Offers what the format has. */
void kith_export_dialog_fill_kinds (KithExportDialog *self);
void kith_export_dialog_read_kind (KithExportDialog *self, KithExport *options, KithView *view);
void kith_export_dialog_update_kind (KithExportDialog *self,
                                     const KithExport *options,
                                     const KithView *view);
void kith_export_dialog_forget_kinds (KithExportDialog *self);

/* kith-export-dialog-film.c */
void kith_export_dialog_bind_film (GtkWidgetClass *widget_class);
gboolean kith_export_dialog_is_film (KithExportDialog *self);
void kith_export_dialog_read_film (KithExportDialog *self, KithExport *options);
void kith_export_dialog_update_film (KithExportDialog *self);
/* How many moments of a film the preview has; 0: it is none. */
guint kith_export_dialog_n_moments (KithExportDialog *self);
cairo_surface_t *kith_export_dialog_film_preview (KithExportDialog *self, KithMap *map);
/* ".mp4"; NULL: numbered pictures, which go into a folder. */
const char *kith_export_dialog_film_ending (KithExportDialog *self);
gboolean kith_export_dialog_film_to (KithExportDialog *self,
                                     GFile *file,
                                     KithMap *map,
                                     const KithView *view,
                                     const KithExport *options,
                                     GError **error);

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
