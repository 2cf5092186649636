/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a table share; for no other. */
#pragma once

#include "kith-finder.h"
#include "kith-table-cell.h"
#include "kith-table-rows.h"
#include "kith-table-view.h"

G_BEGIN_DECLS

typedef void (*KithTablePicked) (KithTableView *self, const char *raw);

struct _KithTableView
{
  GtkWidget parent_instance;

  /* owned */
  KithViewer *viewer;
  KithTableRows *rows;
  GPtrArray *columns; /* of KithListColumn: those of the audience */
  GHashTable *cells;  /* set of the KithTableCell that show a row */
  char *shown;        /* keys of the columns that are shown; NULL: as at first */

  /* children */
  GtkWidget *scroller;
  GtkColumnView *view;
  GtkWidget *menu;
  GtkWidget *picker;
  GtkWidget *finder; /* in the picker */
  GtkWidget *note;
  GtkWidget *note_text;
  GtkWidget *name; /* asks for the name of a new stakeholder */

  /* borrowed */
  KithCanvas *canvas; /* weak */

  /* the cell with the keyboard, or where it was */
  KithId cursor;
  const KithListColumn *cursor_column;
  guint cursor_row; /* where it was last */
  guint anchor;     /* where Shift began */

  /* what is being picked */
  GPtrArray *choices; /* of KithListChoice */
  KithFinderSource source;
  KithTablePicked picked;
  const KithListColumn *pick_column; /* NULL: stakeholders */
  KithId pick_id;
  KithId link_from;

  /* state */
  KithListing listing;
  KithAudience audience; /* that the columns are for */
  gint32 day;            /* as at which the rows are */
  gboolean stale;        /* the day went on while nobody looked */
  gboolean noting;       /* the field for a note is open, for pick_column of pick_id */
  gboolean rated;        /* the last key was a digit: Enter goes down */
  gboolean hushed;       /* what was typed was stored amid typing: a letter begins nothing anew */
  gboolean edit_on_release; /* the pointer was pressed on the cell that had the keyboard */
  gboolean probing;         /* asking which column sorts */
  const KithListColumn *probed;
  gboolean selecting; /* the selection is being made by this table */
};

/* kith-table-view.c */
KithListLook kith_table_view_look (KithTableView *self);
void kith_table_view_refresh (KithTableView *self);
gconstpointer kith_table_view_record (KithTableView *self, KithId id); /* as it is shown */
void kith_table_show_cell (KithTableView *self, KithTableCell *cell);

/* kith-table-columns.c */
void kith_table_columns_init (KithTableView *self);
gboolean kith_table_has_other_columns (KithTableView *self);
void kith_table_make_columns (KithTableView *self);
GPtrArray *kith_table_shown_columns (KithTableView *self); /* from the first, as they stand */
void kith_table_view_sort (KithTableView *self, const KithListColumn *column, GtkSortType order);

/* kith-table-keys.c */
void kith_table_keys_init (KithTableView *self);

/* kith-table-pointer.c */
void kith_table_pointer_init (KithTableView *self);

/* kith-table-cursor.c */
guint kith_table_current_row (KithTableView *self);
guint kith_table_place_of (GPtrArray *columns, const KithListColumn *column);
void kith_table_show_end (KithTableView *self);
void kith_table_show_on_canvas (KithTableView *self);
void kith_table_extend_to (KithTableView *self, guint row);
KithTableCell *kith_table_focused_cell (KithTableView *self);
void kith_table_go (KithTableView *self, guint row, const KithListColumn *column);
void kith_table_step (KithTableView *self, int rows, int columns);
void kith_table_keep_cursor (KithTableView *self);
void kith_table_select_row (KithTableView *self, guint row);
GArray *kith_table_dup_rows (KithTableView *self); /* the selected ones, or the cursor's */

/* kith-table-edit.c */
gboolean kith_table_set (KithTableView *self,
                         const KithListColumn *column,
                         KithId id,
                         const char *text);
void kith_table_edit_cell (KithTableView *self, KithTableCell *cell, const char *first);
void kith_table_on_typed (KithTableCell *cell, gboolean done, int way, KithTableView *self);
void kith_table_clear (KithTableView *self);

/* kith-table-fill.c */
void kith_table_fill_down (KithTableView *self);
void kith_table_copy (KithTableView *self);
void kith_table_paste (KithTableView *self);

/* kith-table-pick.c */
void kith_table_pick (KithTableView *self,
                      const char *title,
                      const KithListColumn *column,
                      const char *first,
                      KithTablePicked picked);
void kith_table_edit_note (KithTableView *self, KithTableCell *cell);
void kith_table_commit_note (KithTableView *self);
void kith_table_commit_name (KithTableView *self);
void kith_table_place_over (KithTableView *self, GtkWidget *popover);
void kith_table_regain (KithTableView *self);
void kith_table_close_popovers (KithTableView *self);

/* kith-table-menu.c */
void kith_table_install_actions (GtkWidgetClass *widget_class);
void kith_table_popup_menu (KithTableView *self, const graphene_point_t *at);
void kith_table_open (KithTableView *self);

/* kith-table-add.c */
void kith_table_link_to (KithTableView *self, KithId from);
void kith_table_link_pair (KithTableView *self, KithId a, KithId b);

/* kith-table-drag.c */
void kith_table_drag_init (KithTableView *self);

G_END_DECLS
