/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of the map: one font, one identity-scale Pango context, and how large a stakeholder's box
 * must be. Main thread only (see design.md). Knows nothing of figures. */
#pragma once

#include <pango/pangocairo.h>

#include "kith-map.h"

G_BEGIN_DECLS

#define KITH_BOX_RADIUS 9.0
#define KITH_SIGN_SIZE 20.0

/* Within a stakeholder's box, map units. */
#define KITH_BOX_LINES 4
#define KITH_BOX_TEXT_WIDTH 140.0 /* about 17 characters */
#define KITH_BOX_TEXT_LEFT 36.0
#define KITH_BOX_PAD_RIGHT 12.0
#define KITH_BOX_PAD 11.0
#define KITH_BOX_MIN_HEIGHT 40.0

typedef enum
{
  KITH_TEXT_NAME,  /* 14 px semibold */
  KITH_TEXT_LABEL, /* 13 px semibold: names of spaces, headings of the legend */
  KITH_TEXT_BODY,  /* 13 px */
  KITH_TEXT_SMALL, /* 12 px */
  KITH_TEXT_DIGIT, /* 11 px semibold, tabular */
  KITH_TEXT_TITLE, /* 22 px semibold: title block of a page */
  KITH_TEXT_DATE,  /* 34 px semibold, tabular: of a frame of a play */
  KITH_TEXT_LEAD,  /* 18 px: sentences that a page is read for */
  KITH_TEXT_AREA,  /* 17 px semibold: areas of an arrangement that are narrow */
  KITH_TEXT_FAR,   /* 56 px semibold: areas of an arrangement that is seen from afar */
} KithTextStyle;

/* A layout in the map's font, never markup; free with g_object_unref. `width` in map units, or
 * less than 0 for one line; `lines` the most lines before an ellipsis, or 0. */
PangoLayout *kith_text_layout (const char *text, KithTextStyle style, double width, int lines);
void kith_text_extents (PangoLayout *layout, double *x, double *width, double *height);
void kith_text_size (PangoLayout *layout, double *width, double *height);

/* Of a picture in a box. */
#define KITH_LOGO_HEIGHT 30.0
#define KITH_LOGO_WIDTH 56.0

/* How much larger than usual a stakeholder is drawn. */
double kith_box_scale (const KithStakeholder *stakeholder);
/* Width and height of its picture within its box at 100 %; all zero for none. */
void kith_logo_size (const KithPicture *picture, double *width, double *height);
/* What a picture (or NULL) takes of the width of a box at 100 %, with the gap beside it. */
double kith_logo_room (const KithPicture *picture);
/* The box that a stakeholder needs for its name and its picture (or NULL), at its own scale. */
void kith_measure_box (const KithStakeholder *stakeholder,
                       const KithPicture *picture,
                       double *width,
                       double *height);

/* The box that a stakeholder of this name needs: up to four lines of about 17 characters. */
void kith_measure_stakeholder (const char *name, double *width, double *height);
/* The name as it is drawn in a box of that size; free with g_object_unref. */
PangoLayout *kith_text_in_box (const char *name, double width, double height);
/* Within an annotation's box, map units. */
#define KITH_NOTE_PAD 8.0
#define KITH_FRAME_PAD 14.0
#define KITH_FRAME_BAND 34.0 /* at the top of a frame, for its title */

/* How high a text must be for all of its words at that width. */
double kith_measure_note (const char *text, double width);
/* Gives every stakeholder that the edit inserts or renames its box size. */
void kith_measure_edit (KithEdit *edit);
/* The same where it may show pictures that `map` has already. */
void kith_measure_edit_on (KithEdit *edit, KithMap *map);

G_END_DECLS
