/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the trust sheet's widget share; for no other. */
#pragma once

#include "kith-trust-grid.h"
#include "kith-trust-view.h"

G_BEGIN_DECLS

struct _KithTrustView
{
  GtkWidget parent_instance;

  /* owned */
  KithViewer *viewer;
  KithTrustSheet *sheet; /* NULL: none, or nobody has looked yet */
  KithTrustPainter *painter;
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GHashTable *children;          /* "row column" by number to its accessible child */
  GtkWidget *menu;

  /* state */
  KithTrustLook look;
  KithTrustFrame frame;
  KithAudience audience; /* for whom the sheet was made */
  KithId cursor[2];      /* who rates, who is rated */
  int row;               /* where they stand, or stood last; -1: nowhere yet */
  int column;
  int hover_row;
  int hover_column;
  guint remaking;     /* source */
  guint settling;     /* source: the children are to follow */
  gboolean stale;     /* the sheet is not that of the map any more */
  gboolean selecting; /* the selection is being made here */
  GtkScrollablePolicy policies[2];
};

/* kith-trust-view.c */
void kith_trust_view_remake (KithTrustView *self);
void kith_trust_view_queue (KithTrustView *self);
void kith_trust_view_read (KithTrustView *self);
gboolean kith_trust_view_has_focus (KithTrustView *self);

/* kith-trust-view-cursor.c */
void kith_trust_view_go (KithTrustView *self, int row, int column);
void kith_trust_view_keep_cursor (KithTrustView *self);
void kith_trust_view_follow_selection (KithTrustView *self);
void kith_trust_view_show_cursor (KithTrustView *self);
/* Of the cell with the cursor; NULL: there is none, or no link. */
const KithTrustCell *kith_trust_view_cell (KithTrustView *self);
gboolean kith_trust_view_has_cursor (KithTrustView *self);

/* kith-trust-view-keys.c */
void kith_trust_view_init_keys (KithTrustView *self);

/* kith-trust-view-pointer.c */
void kith_trust_view_init_pointer (KithTrustView *self);

/* kith-trust-view-act.c */
void kith_trust_view_install_actions (GtkWidgetClass *widget_class);
void kith_trust_view_rate (KithTrustView *self, KithScore score);
void kith_trust_view_open (KithTrustView *self);
void kith_trust_view_withdraw (KithTrustView *self);
void kith_trust_view_popup_menu (KithTrustView *self, const graphene_point_t *at);

/* kith-trust-view-children.c */
void kith_trust_view_place_children (KithTrustView *self);   /* now: after they moved */
void kith_trust_view_queue_children (KithTrustView *self);   /* in a moment: others are in sight */
void kith_trust_view_refresh_children (KithTrustView *self); /* now: the sheet is another */
void kith_trust_view_drop_children (KithTrustView *self);
GtkWidget *kith_trust_view_cursor_child (KithTrustView *self);

G_END_DECLS
