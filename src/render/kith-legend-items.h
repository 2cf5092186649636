/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a legend has to explain: the marks that are on a map, each with its words and a sample.
 * Knows the notation, not how items are laid out. */
#pragma once

#include <cairo.h>

#include "kith-map.h"
#include "kith-palette.h"
#include "kith-view.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_MARK_HEADING,
  KITH_MARK_NOTE, /* words alone */
  KITH_MARK_STEP, /* value: 1 to 5, 0 for not known */
  KITH_MARK_UNRATED,
  KITH_MARK_IMPRESSION,
  KITH_MARK_RANGE,
  KITH_MARK_GAP,
  KITH_MARK_EVENTS,
  KITH_MARK_DIRECTION,
  KITH_MARK_OVER,
  KITH_MARK_SECTOR, /* value: colour, sign */
  KITH_MARK_STORY,  /* value: KithStory */
  KITH_MARK_PRIVATE,
  KITH_MARK_NOT_NOW,
  KITH_MARK_SPACE,
  KITH_MARK_NODE,
  KITH_MARK_FLAG,     /* value: KithFlag; sign: whether its day has passed */
  KITH_MARK_QUOTE,    /* value: KithQuoteStatus */
  KITH_MARK_LENS,     /* value: step of links; sign: KithLens */
  KITH_MARK_LENS_BOX, /* value: step of stakeholders; sign: KithLens */
  KITH_MARK_POSITION, /* value: colour; sign: its place, 0 for what is not sorted */
} KithMark;

typedef struct
{
  KithMark mark;
  int value;
  int sign;
  char *text;
} KithLegendItem;

/* In order of reading; (transfer full) (element-type KithLegendItem). Of what the view hides
 * nothing is explained. */
GPtrArray *kith_legend_items (KithMap *map, const KithView *view, gboolean with_sectors);
/* Puts those of `others` in that are not there yet, after the one that they come after. */
void kith_legend_items_join (GPtrArray *items, const GPtrArray *others);
/* Before them: that this is a part of the map, and which. */
void kith_legend_items_add_filter (GPtrArray *items, KithMap *map, const KithView *view);
/* The sample of an item in a field of that size at the origin. */
void kith_legend_item_draw (const KithLegendItem *item,
                            const KithPalette *palette,
                            cairo_t *cr,
                            double width,
                            double height);

G_END_DECLS
