/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A view: how a map is looked at. Everything that shows a map takes (map, view) and nothing
 * else. A plain value; knows no widget. Who keeps one keeps a reference to its filter. */
#pragma once

#include "kith-compare.h"
#include "kith-filter.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_PALETTE_LIGHT,
  KITH_PALETTE_DARK,
  KITH_PALETTE_LIGHT_CONTRAST,
  KITH_PALETTE_DARK_CONTRAST,
  KITH_PALETTE_BLACK_ON_WHITE, /* for printers and copiers: black, white and dark greys */
} KithPaletteName;

typedef enum
{
  KITH_CORNER_TOP_LEFT,
  KITH_CORNER_TOP_RIGHT,
  KITH_CORNER_BOTTOM_LEFT,
  KITH_CORNER_BOTTOM_RIGHT,
  KITH_CORNER_HIDDEN,
} KithCorner;

/* FALSE of one that is hidden. */
gboolean kith_corner_is_right (KithCorner corner);
gboolean kith_corner_is_bottom (KithCorner corner);

/* What else stands on the map where it is asked for. */
typedef enum
{
  KITH_FLAG_SIGNS = 1 << 0, /* how many warning signs there are of a stakeholder */
  KITH_FLAG_PLAN = 1 << 1,  /* the next step of the repair plan */
} KithFlag;

typedef struct
{
  KithAudience audience; /* what the map that goes with this view has been made for */
  KithPaletteName palette;
  KithCorner legend;
  KithLens lens;
  KithId through;       /* the stakeholder through whose eyes it is seen; 0: everybody's */
  gint32 day;           /* the map is the one as at this Julian day; 0: as it is now */
  gint32 since;         /* the day from which a change is counted; 0: a year before */
  gboolean lines;       /* inherited lines are shown */
  KithFilter *filter;   /* what of the map is wanted; borrowed, NULL: all of it */
  const KithPass *pass; /* what that comes to on the map that goes with this view, where it is
                         * known already; borrowed, or NULL */
  KithMap *against;     /* a whole map that this one is compared with; borrowed, or NULL: the lens
                            * for change compares two days */
  const char *against_name;   /* what that is called; borrowed */
  KithComparison *comparison; /* what is drawn, where that is a comparison: the map that goes with
                               * this view is its own; borrowed, or NULL. See kith-compare-view.h */
  gboolean ended;  /* what has ended and what is to come is shown too, where the day is now */
  KithId question; /* whose positions are shown; 0: the first that there is */
  guint flags;     /* of KithFlag */
} KithView;

#define KITH_VIEW_INIT                                                                             \
  {                                                                                                \
    KITH_TEAM, KITH_PALETTE_LIGHT, KITH_CORNER_BOTTOM_LEFT, KITH_LENS_TRUST, 0, 0, 0, FALSE, NULL, \
        NULL, NULL, NULL, NULL, FALSE, 0, 0                                                        \
  }

/* The Julian day of the map that goes with this view: the day that is shown, else today. */
gint32 kith_view_day (const KithView *view);

/* Of a map made for the view's audience what it shows: as at its day; now without what has ended and
 * what is to come, unless that is wanted too (transfer full; may be the map itself). */
KithMap *kith_view_map (const KithView *view, KithMap *map);

/* What passes the view's filter on the map that goes with it (transfer full); NULL: all. */
KithPass *kith_view_find_pass (const KithView *view, KithMap *map);

extern const KithEnum kith_corners;

G_END_DECLS
