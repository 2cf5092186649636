/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flags on the map, where they are asked for: how many warning signs a stakeholder has, and the next step
 * of the repair plan of a stakeholder or link with the day when it is due. */
#pragma once

#include "kith-figures-private.h"

G_BEGIN_DECLS

typedef struct
{
  gpointer record; /* owned reference: the stakeholder or link that it is of */
  KithFlag flag;
  gboolean is_past; /* its day has passed */
  char *words;      /* "2", "12 Mar 2027" */
  char *more;       /* what it is about, whole sentences */
  KithRect box;
  KithPoint from;     /* of a link: the place on it */
  PangoLayout *label; /* of the words; NULL where there are none */
} KithFlagFigure;

/* A plate with its sign, and room for words from `kith_flag_room()` on. */
#define KITH_FLAG_HEIGHT 18.0
#define KITH_FLAG_ROOM 19.0
void kith_flag_plate (cairo_t *cr,
                      const KithPalette *palette,
                      const KithRect *box,
                      KithFlag flag,
                      gboolean is_past);

G_END_DECLS
