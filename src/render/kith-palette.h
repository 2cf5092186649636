/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours of the map in its four palettes. Knows no figures. Trust colours are checked for three
 * kinds of colour blindness; tests/test-contrast.c holds all of them to 3:1, text to 4.5:1. */
#pragma once

#include <cairo.h>

#include "kith-look.h"
#include "kith-opinion.h"
#include "kith-view.h"

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue, alpha; /* 0 to 1 */
} KithColour;

typedef struct
{
  KithColour fill;
  KithColour accent;
} KithSectorColours;

typedef struct
{
  KithColour ground;
  KithColour text;
  KithColour dim;  /* text of ghosts, marks: still 4.5:1 */
  KithColour line; /* links that nobody has rated */
  KithColour rule; /* borders of cards */
  KithColour card;
  KithColour space; /* outline of shared spaces and their names */
  KithColour space_fill;
  double border;        /* width of a box's border, map units */
  KithColour trust[6];  /* by step; 0 is for "not known" */
  KithColour digits[6]; /* the same as text: 4.5:1 */
  double impression;    /* strength of an impression's line beside a statement's 1 */
  KithSectorColours sectors[13];
  KithColour ramp[KITH_N_RAMP]; /* of lines, from little to much */
  KithSectorColours levels[6];  /* by KithLevel */
  KithSectorColours stories[3]; /* by KithStory */
} KithPalette;

const KithPalette *kith_palette_get (KithPaletteName name);
const KithColour *kith_palette_ink (const KithPalette *palette, int ink);
/* Fill and accent; a plain one is of the card's and of dim text's colour. */
KithSectorColours kith_palette_tint (const KithPalette *palette, int tint);
void kith_colour_set (cairo_t *cr, const KithColour *colour);
void kith_colour_set_faint (cairo_t *cr, const KithColour *colour, double strength);

G_END_DECLS
