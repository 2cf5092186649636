/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks: how a half of a link, a link and a stakeholder are drawn, whatever they stand for. Knows
 * no records: a lens turns these into looks, the painter and the legend draw them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a line is drawn, told apart without its colour. The first six are the steps of trust. */
typedef enum
{
  KITH_PEN_DOTTED,
  KITH_PEN_ZIGZAG,
  KITH_PEN_DASHED,
  KITH_PEN_THIN,
  KITH_PEN_THICK,
  KITH_PEN_DOUBLE,
  KITH_PEN_LONG_DASH,
  KITH_PEN_DASH_DOT,
  KITH_PEN_QUIET, /* says nothing */
  KITH_N_PENS,
} KithPen;

#define KITH_N_RAMP 5

/* A colour by what it is for; kith_palette_ink(). */
typedef enum
{
  KITH_INK_LINE, /* what says nothing */
  KITH_INK_DIM,
  KITH_INK_TEXT,
  KITH_INK_TRUST,                                /* + step, 0 to 5 */
  KITH_INK_DIGIT = KITH_INK_TRUST + 6,           /* the same as text */
  KITH_INK_RAMP = KITH_INK_DIGIT + 6,            /* + 0 to 4: little to much */
  KITH_INK_ACCENT = KITH_INK_RAMP + KITH_N_RAMP, /* + colour of a sector */
} KithInk;

/* Fill and accent of a stakeholder; kith_palette_tint(). */
typedef enum
{
  KITH_TINT_SECTOR,                        /* + colour of a sector, 0 to 12 */
  KITH_TINT_LEVEL = KITH_TINT_SECTOR + 13, /* + KithLevel */
  KITH_TINT_STORY = KITH_TINT_LEVEL + 6,   /* + KithStory */
  KITH_TINT_PLAIN = KITH_TINT_STORY + 3,
} KithTint;

/* What lies across the middle of a link. */
typedef enum
{
  KITH_MIDDLE_NONE,
  KITH_MIDDLE_LOZENGE,
  KITH_MIDDLE_CUT,
  KITH_MIDDLE_PLUS,
  KITH_MIDDLE_MINUS,
} KithMiddle;

typedef struct
{
  guint8 pen;  /* KithPen */
  guint8 ink;  /* KithInk, of line and chevron */
  guint8 step; /* of the lens's table: what the legend explains */
  gboolean faint;
  gboolean chevron; /* from the one who says it to the one it is about */
  char text[12];    /* beside the line; "": nothing */
} KithHalfLook;

typedef struct
{
  gboolean is_rated; /* drawn as what its ends say, in the notation of trust */
  gboolean hushed;   /* fainter: it is not what is looked at */
  KithHalfLook halves[2];
  guint8 middle; /* KithMiddle */
} KithLinkLook;

typedef struct
{
  guint8 tint; /* KithTint */
  guint8 step; /* of the lens's table; KITH_NO_STEP: none */
  gboolean hushed;
  guint8 hatch;  /* lines across it: 0 none, 1 wide apart, 2 close */
  char badge[6]; /* in a disc at the upper left corner; "": none */
} KithBoxLook;

#define KITH_NO_STEP 255

G_END_DECLS
