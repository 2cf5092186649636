/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The title block of a sheet: title, sentence, for whom and how many were heard; of a frame of a play the
 * date and what happened. Knows words, not where they are put. Sizes at 100 %. */
#pragma once

#include "kith-palette.h"
#include "kith-sheet.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Without any of these it takes no room. */
typedef struct
{
  PangoLayout *title;
  PangoLayout *purpose;
  PangoLayout *facts; /* date, audience, heard from */
  PangoLayout *part;  /* which part of the map it is, where no legend says so */
  PangoLayout *date;  /* of a frame */
  GPtrArray *news;    /* of PangoLayout, beside the date; of a frame */
  double news_x;
} KithSheetHead;

void kith_sheet_head_take (KithSheetHead *head,
                           KithMap *map,
                           const KithView *view,
                           const KithSheetFormat *format,
                           double width);
/* Which part of the map a filter shows: a part must never pass for the whole. */
void kith_sheet_head_say_part (KithSheetHead *head,
                               KithMap *map,
                               const KithView *view,
                               double width);
void kith_sheet_head_clear (KithSheetHead *head);
double kith_sheet_head_height (const KithSheetHead *head);
/* With its top left corner at the origin of the user space. */
void kith_sheet_head_draw (const KithSheetHead *head, cairo_t *cr, const KithPalette *palette);

G_END_DECLS
