/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the stage share; nobody else includes it. */
#pragma once

#include "kith-canvas.h"
#include "kith-flight.h"
#include "kith-room-font.h"
#include "kith-sides-page.h"
#include "kith-stage-glass.h"
#include "kith-stage-legend.h"
#include "kith-stage.h"

G_BEGIN_DECLS

struct _KithStage
{
  AdwWindow parent_instance;

  /* children */
  GtkOverlay *overlay;
  GtkStack *pages; /* "map", and "story" while a link's is told */
  GtkLabel *title;
  GtkLabel *sentence;
  GtkWidget *ground; /* of the canvas: takes the pointer for it */
  KithCanvas *canvas;
  KithStageLegend *legend;
  KithStageGlass *glass;
  GtkWidget *black;
  GtkWidget *help;
  GtkWidget *card; /* where a name is typed */
  GtkEditable *name;
  GtkLabel *toast;
  GtkLabel *status;     /* for screen readers */
  KithSidesPage *story; /* of the link whose is told, or NULL */
  GtkBox *agreed;       /* the large steps of the story */

  /* owned */
  KithDocument *document;
  KithViewer *viewer;
  KithFlight *flight;
  KithScene *only; /* NULL: the map's own scenes */
  GArray *scenes;  /* of KithId, in their order */
  KithRoomFont font;
  KithScene *shown; /* as it was on the whole map when it was shown; NULL: none was */

  /* state */
  guint floor; /* of the document's history: what was done before or elsewhere is not taken back */
  KithAudience least;
  guint place;
  gboolean legend_stale;
  guint digits; /* the number that is being typed */
  guint quiet;  /* source: what is said goes */
  guint rest;   /* source: the pointer hides */
  guint aim;    /* source: the canvas has another size */
  int width;    /* of the canvas when it was aimed last */
  int height;
  gboolean by_hand;  /* somebody looks elsewhere than the scene does */
  double pinch_zoom; /* when the fingers came down */
  double drag_x;
  double drag_y;
};

/* kith-stage.c */
void kith_stage_back (KithStage *self);    /* to what the scene shows */
void kith_stage_by_hand (KithStage *self); /* somebody looks elsewhere */
const KithScene *kith_stage_seen (KithStage *self);

void kith_stage_undo (KithStage *self);
void kith_stage_begin_step (KithStage *self);
gboolean kith_stage_perform (KithStage *self, KithEdit *edit);

/* kith-stage-keys.c */
void kith_stage_keys_init (KithStage *self);

/* kith-stage-pointer.c */
void kith_stage_pointer_init (KithStage *self);

/* kith-stage-live.c */
void kith_stage_live_init (KithStage *self);
void kith_stage_ask_name (KithStage *self);
void kith_stage_end_asking (KithStage *self);
void kith_stage_tell_story (KithStage *self, KithId link); /* 0: the scene's own */
void kith_stage_end_story (KithStage *self);
gboolean kith_stage_is_telling (KithStage *self);
void kith_stage_agree (KithStage *self, KithEnd end, KithScore score);
/* FALSE: no end has the keyboard. */
gboolean kith_stage_get_end (KithStage *self, KithEnd *end);

G_END_DECLS
