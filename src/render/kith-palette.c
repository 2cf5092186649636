/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-palette.h"

#define RGB(hex)                                                                          \
  {                                                                                       \
    ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) &0xff) / 255.0, 1.0 \
  }

/* Fill and accent, in the order of the sectors. */
#define LIGHT_SECTORS                                                      \
  {                                                                        \
    { RGB (0xe7f1ff), RGB (0x335c8f) },     /* NHS commissioning */        \
        { RGB (0xe2f3fc), RGB (0x006484) }, /* NHS providers */            \
        { RGB (0xe0f5f5), RGB (0x006b6b) }, /* Primary care */             \
        { RGB (0xf2edfd), RGB (0x634d88) }, /* Local government */         \
        { RGB (0xfaebf6), RGB (0x7b4570) }, /* Care providers */           \
        { RGB (0xe9f4e6), RGB (0x3c6832) }, /* Housing */                  \
        { RGB (0xebefff), RGB (0x4c5590) }, /* Police, fire and justice */ \
        { RGB (0xf1f2e1), RGB (0x5e5f11) }, /* Welfare and work */         \
        { RGB (0xf7efe0), RGB (0x735603) }, /* Education */                \
        { RGB (0xe3f5ec), RGB (0x0c6b4d) }, /* Voluntary and community */  \
        { RGB (0xffebea), RGB (0x884344) }, /* People and communities */   \
        { RGB (0xfcede2), RGB (0x814c1a) }, /* Partnership bodies */       \
        { RGB (0xf1f1f1), RGB (0x5c5c5c) }, /* Other */                    \
  }

#define DARK_SECTORS                                                       \
  {                                                                        \
    { RGB (0x222f3f), RGB (0x99c1f4) },     /* NHS commissioning */        \
        { RGB (0x1a313c), RGB (0x81c9e9) }, /* NHS providers */            \
        { RGB (0x163333), RGB (0x77cfcf) }, /* Primary care */             \
        { RGB (0x302a3d), RGB (0xc6b2ed) }, /* Local government */         \
        { RGB (0x392735), RGB (0xe1a9d4) }, /* Care providers */           \
        { RGB (0x243221), RGB (0xa1cc98) }, /* Housing */                  \
        { RGB (0x292c40), RGB (0xadbaf5) }, /* Police, fire and justice */ \
        { RGB (0x2f2f1a), RGB (0xc1c382) }, /* Welfare and work */         \
        { RGB (0x362d19), RGB (0xd7ba7d) }, /* Education */                \
        { RGB (0x1c3329), RGB (0x88d0b0) }, /* Voluntary and community */  \
        { RGB (0x3e2726), RGB (0xf0a8a7) }, /* People and communities */   \
        { RGB (0x3b2a1c), RGB (0xe7b186) }, /* Partnership bodies */       \
        { RGB (0x333333), RGB (0xc0c0c0) }, /* Other */                    \
  }

/* Not known, then low to high. */
#define LIGHT_TRUST                                                                                \
  {                                                                                                \
    RGB (0x5e5e5e), RGB (0x7f2704), RGB (0xc4560a), RGB (0x737373), RGB (0x3182bd), RGB (0x08306b) \
  }
#define DARK_TRUST                                                                                 \
  {                                                                                                \
    RGB (0xb8b8b8), RGB (0xff6d1f), RGB (0xffc999), RGB (0xb0afac), RGB (0xa8d4ff), RGB (0x3584e4) \
  }

/* The same, as far towards the text as small digits need on ground and tint. */
#define LIGHT_DIGITS                                                                               \
  {                                                                                                \
    RGB (0x5e5e5e), RGB (0x7f2704), RGB (0xa84a09), RGB (0x6b6b6b), RGB (0x256ca6), RGB (0x08306b) \
  }
#define DARK_DIGITS                                                                                \
  {                                                                                                \
    RGB (0xb8b8b8), RGB (0xff6d1f), RGB (0xffc999), RGB (0xb0afac), RGB (0xa8d4ff), RGB (0x62a1ee) \
  }

/* One hue, little to much: told apart by lightness, so by anybody. */
#define LIGHT_RAMP                                                                 \
  {                                                                                \
    RGB (0x9f72c5), RGB (0x8d58bb), RGB (0x7542a1), RGB (0x573179), RGB (0x371f4b) \
  }
#define DARK_RAMP                                                                  \
  {                                                                                \
    RGB (0xa65ae7), RGB (0xb87dec), RGB (0xca9ef1), RGB (0xdec3f6), RGB (0xf1e5fb) \
  }

/* Not said, then from neighbourhood to nation: the wider, the fuller. */
#define LIGHT_LEVELS                                                            \
  {                                                                             \
    { RGB (0xf6f6f6), RGB (0x5c5c5c) }, { RGB (0xebf5f6), RGB (0x0d3d44) },     \
        { RGB (0xcce4e8), RGB (0x0d3d44) }, { RGB (0xadd4da), RGB (0x0d3d44) }, \
        { RGB (0x91c5ce), RGB (0x0d3d44) }, { RGB (0x74b6c0), RGB (0x0d3d44) }, \
  }
#define DARK_LEVELS                                                             \
  {                                                                             \
    { RGB (0x2c2c2c), RGB (0xc0c0c0) }, { RGB (0x152527), RGB (0xb4e4ea) },     \
        { RGB (0x1c3033), RGB (0xb4e4ea) }, { RGB (0x223c40), RGB (0xb4e4ea) }, \
        { RGB (0x2a484d), RGB (0xb4e4ea) }, { RGB (0x305459), RGB (0xb4e4ea) }, \
  }

/* What a photocopier leaves of colours: nothing says anything by its grey alone. Fills are white, so
 * that a copy of a copy still reads. */
#define GREY_SECTORS                                                                          \
  {                                                                                           \
    GREY_BOX, GREY_BOX, GREY_BOX, GREY_BOX, GREY_BOX, GREY_BOX, GREY_BOX, GREY_BOX, GREY_BOX, \
        GREY_BOX, GREY_BOX, GREY_BOX, GREY_BOX,                                               \
  }
#define GREY_BOX                   \
  {                                \
    RGB (0xffffff), RGB (0x000000) \
  }
#define GREY_TRUST                                                                                 \
  {                                                                                                \
    RGB (0x000000), RGB (0x000000), RGB (0x000000), RGB (0x000000), RGB (0x000000), RGB (0x000000) \
  }
#define GREY_RAMP                                                                  \
  {                                                                                \
    RGB (0x707070), RGB (0x595959), RGB (0x404040), RGB (0x262626), RGB (0x000000) \
  }
#define GREY_LEVELS                                                             \
  {                                                                             \
    { RGB (0xffffff), RGB (0x333333) }, { RGB (0xf4f4f4), RGB (0x000000) },     \
        { RGB (0xe4e4e4), RGB (0x000000) }, { RGB (0xd4d4d4), RGB (0x000000) }, \
        { RGB (0xc4c4c4), RGB (0x000000) }, { RGB (0xb4b4b4), RGB (0x000000) }, \
  }
#define GREY_STORIES             \
  {                              \
    GREY_BOX, GREY_BOX, GREY_BOX \
  }

/* At the table, not yet involved, represented by others. */
#define LIGHT_STORIES                                                       \
  {                                                                         \
    { RGB (0xe7f1ff), RGB (0x335c8f) }, { RGB (0xfcede2), RGB (0xa84a09) }, \
        { RGB (0xf2edfd), RGB (0x563a7a) },                                 \
  }
#define DARK_STORIES                                                        \
  {                                                                         \
    { RGB (0x222f3f), RGB (0x99c1f4) }, { RGB (0x3b2a1c), RGB (0xffb27a) }, \
        { RGB (0x302a3d), RGB (0xd2bdf5) },                                 \
  }

static const KithPalette palettes[] = {
  [KITH_PALETTE_LIGHT] = {
    .ground = RGB (0xfafafa), .text = RGB (0x1e1e1e), .dim = RGB (0x5e5e5e),
    .line = RGB (0x8a8a8a), .rule = RGB (0xd4d4d4), .card = RGB (0xffffff),
    .space = RGB (0x814c1a), .space_fill = RGB (0xf4eeea), .border = 1.4,
    .trust = LIGHT_TRUST, .sectors = LIGHT_SECTORS,
    .digits = LIGHT_DIGITS, .impression = 0.5,
    .ramp = LIGHT_RAMP, .levels = LIGHT_LEVELS, .stories = LIGHT_STORIES,
  },
  [KITH_PALETTE_DARK] = {
    .ground = RGB (0x242424), .text = RGB (0xf2f2f2), .dim = RGB (0xb4b4b4),
    .line = RGB (0x8c8c8c), .rule = RGB (0x474747), .card = RGB (0x303030),
    .space = RGB (0xe7b186), .space_fill = RGB (0x322a25), .border = 1.4,
    .trust = DARK_TRUST, .sectors = DARK_SECTORS,
    .digits = DARK_DIGITS, .impression = 0.5,
    .ramp = DARK_RAMP, .levels = DARK_LEVELS, .stories = DARK_STORIES,
  },
  [KITH_PALETTE_LIGHT_CONTRAST] = {
    .ground = RGB (0xffffff), .text = RGB (0x000000), .dim = RGB (0x333333),
    .line = RGB (0x595959), .rule = RGB (0x000000), .card = RGB (0xffffff),
    .space = RGB (0x5c3410), .space_fill = RGB (0xf8f2ee), .border = 2.4,
    .trust = LIGHT_TRUST, .sectors = LIGHT_SECTORS,
    .digits = LIGHT_DIGITS, .impression = 0.86,
    .ramp = LIGHT_RAMP, .levels = LIGHT_LEVELS, .stories = LIGHT_STORIES,
  },
  [KITH_PALETTE_DARK_CONTRAST] = {
    .ground = RGB (0x000000), .text = RGB (0xffffff), .dim = RGB (0xdddddd),
    .line = RGB (0xb0b0b0), .rule = RGB (0xffffff), .card = RGB (0x000000),
    .space = RGB (0xffcda6), .space_fill = RGB (0x1c1511), .border = 2.4,
    .trust = DARK_TRUST, .sectors = DARK_SECTORS,
    .digits = DARK_DIGITS, .impression = 0.72,
    .ramp = DARK_RAMP, .levels = DARK_LEVELS, .stories = DARK_STORIES,
  },
  [KITH_PALETTE_BLACK_ON_WHITE] = {
    .ground = RGB (0xffffff), .text = RGB (0x000000), .dim = RGB (0x333333),
    .line = RGB (0x595959), .rule = RGB (0x595959), .card = RGB (0xffffff),
    .space = RGB (0x333333), .space_fill = RGB (0xf6f6f6), .border = 1.8,
    .trust = GREY_TRUST, .sectors = GREY_SECTORS,
    .digits = GREY_TRUST, .impression = 0.6,
    .ramp = GREY_RAMP, .levels = GREY_LEVELS, .stories = GREY_STORIES,
  },
};

/**
 * kith_palette_get:
 * @name: a palette
 *
 * Returns: (transfer none): its colours
 */
const KithPalette *
kith_palette_get (KithPaletteName name)
{
  return &palettes[name];
}

/**
 * kith_palette_ink:
 * @palette: a palette
 * @ink: a KithInk
 *
 * Returns: (transfer none): its colour
 */
const KithColour *
kith_palette_ink (const KithPalette *palette, int ink)
{
  if (ink >= KITH_INK_ACCENT)
    return &palette->sectors[MIN (ink - KITH_INK_ACCENT, 12)].accent;
  if (ink >= KITH_INK_RAMP)
    return &palette->ramp[ink - KITH_INK_RAMP];
  if (ink >= KITH_INK_DIGIT)
    return &palette->digits[ink - KITH_INK_DIGIT];
  if (ink >= KITH_INK_TRUST)
    return &palette->trust[ink - KITH_INK_TRUST];
  if (ink == KITH_INK_TEXT)
    return &palette->text;
  return ink == KITH_INK_DIM ? &palette->dim : &palette->line;
}

KithSectorColours
kith_palette_tint (const KithPalette *palette, int tint)
{
  if (tint >= KITH_TINT_PLAIN)
    return (KithSectorColours){ palette->card, palette->dim };
  if (tint >= KITH_TINT_STORY)
    return palette->stories[tint - KITH_TINT_STORY];
  if (tint >= KITH_TINT_LEVEL)
    return palette->levels[tint - KITH_TINT_LEVEL];
  return palette->sectors[tint];
}

void
kith_colour_set (cairo_t *cr, const KithColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

/**
 * kith_colour_set_faint:
 * @cr: a context
 * @colour: a colour
 * @strength: 0 (nothing) to 1 (the colour itself)
 */
void
kith_colour_set_faint (cairo_t *cr, const KithColour *colour, double strength)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * strength);
}
