/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A view: how a map is looked at. Everything that shows a map takes (map, view) and nothing
 * else. A plain value; knows no widget. */
#pragma once

#include "kith-enum.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_PALETTE_LIGHT,
  KITH_PALETTE_DARK,
  KITH_PALETTE_LIGHT_CONTRAST,
  KITH_PALETTE_DARK_CONTRAST,
} KithPaletteName;

typedef enum
{
  KITH_CORNER_TOP_LEFT,
  KITH_CORNER_TOP_RIGHT,
  KITH_CORNER_BOTTOM_LEFT,
  KITH_CORNER_BOTTOM_RIGHT,
  KITH_CORNER_HIDDEN,
} KithCorner;

typedef struct
{
  KithAudience audience; /* what the map that goes with this view has been made for */
  KithPaletteName palette;
  KithCorner legend;
} KithView;

#define KITH_VIEW_INIT                                     \
  {                                                        \
    KITH_TEAM, KITH_PALETTE_LIGHT, KITH_CORNER_BOTTOM_LEFT \
  }

extern const KithEnum kith_corners;

G_END_DECLS
