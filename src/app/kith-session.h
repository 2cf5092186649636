/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session: how a map was last looked at (camera, selection, panels, audience), kept beside the
 * user's other state and never in the document: looking is not changing. Knows no widgets. */
#pragma once

#include "kith-canvas.h"
#include "kith-listing.h"
#include "kith-map.h"
#include "kith-trust-sheet.h"
#include "kith-view.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean has_camera;
  KithCamera camera;
  GArray *selection; /* of KithId, or NULL */
  gboolean sidebar;
  KithCorner legend;
  KithLens lens;
  KithAudience audience;
  char *filter;  /* its text, or NULL */
  GArray *focus; /* of KithId, or NULL */
  guint steps;
  gboolean hides; /* what is filtered out */
  gboolean lines; /* inherited lines are shown */
  guint flags;    /* of KithFlag */
  gboolean ended; /* what has ended and what is to come is shown */
  gboolean time_bar;
  gboolean tables;
  int tables_place;               /* kith_table_places */
  gboolean sheet;                 /* the trust sheet */
  int sheet_place;                /* kith_table_places */
  KithTrustLook look;             /* what of it is shown */
  int table;                      /* KithListing */
  char *columns[KITH_N_LISTINGS]; /* keys of those shown, or NULL */
} KithSession;

/* Reads what is remembered of the map with this key (KithAbout.key) into `session`, which holds
 * the defaults for what is not; FALSE where nothing is. */
gboolean kith_session_load (const char *key, KithSession *session);
/* Failing is no loss: the next opening fits the map to the window. */
void kith_session_save (const char *key, const KithSession *session);
void kith_session_clear (KithSession *session);

G_END_DECLS
