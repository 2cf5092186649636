/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of the map in its four palettes: what is read has a contrast of 4.5:1 to what it lies
 * on, what is told apart by shape 3:1, as WCAG 2.2 counts it (1.4.3 and 1.4.11). */
#include <math.h>

#include "kith-lens.h"
#include "kith-palette.h"

#define TEXT 4.5
#define SHAPE 3.0
#define N_STEPS 6
#define N_SECTORS 13

static const char *const names[] = { "light", "dark", "light, high contrast", "dark, high contrast",
                                     "black on white" };

static double
linear (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const KithColour *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green)
         + 0.0722 * linear (colour->blue);
}

static double
contrast (const KithColour *a, const KithColour *b)
{
  double one = luminance (a), other = luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

static KithColour
laid_over (const KithColour *colour, const KithColour *ground, double strength)
{
  return (KithColour){ colour->red * strength + ground->red * (1 - strength),
                       colour->green * strength + ground->green * (1 - strength),
                       colour->blue * strength + ground->blue * (1 - strength), 1.0 };
}

/* On the ground and on the tint of shared spaces. */
static void
check_on_grounds (guint name, const char *what, guint i, const KithColour *colour, double least)
{
  const KithPalette *palette = kith_palette_get ((KithPaletteName) name);
  const KithColour *grounds[] = { &palette->ground, &palette->space_fill };
  static const char *const said[] = { "the ground", "a shared space" };

  for (guint g = 0; g < G_N_ELEMENTS (grounds); g++)
    {
      double found = contrast (colour, grounds[g]);

      g_test_message ("%s: %s %u on %s: %.2f", names[name], what, i, said[g], found);
      if (found < least)
        g_test_fail_printf ("%s: %s %u on %s has %.2f, not %.1f", names[name], what, i, said[g],
                            found, least);
    }
}

static void
check (guint name, const char *what, guint i, double found, double least)
{
  if (found < least)
    g_test_fail_printf ("%s: %s %u has %.2f, not %.1f", names[name], what, i, found, least);
}

#define FOR_EACH_PALETTE(name, palette)                                                           \
  for (guint name = 0; name < G_N_ELEMENTS (names); name++)                                       \
    for (const KithPalette *palette = kith_palette_get ((KithPaletteName) name), *once = palette; \
         once != NULL; once = NULL)

/* Names of stakeholders on their fill, of ghosts (which have none), of spaces, in the legend. */
static void
test_text (void)
{
  FOR_EACH_PALETTE (name, palette)
  {
    check_on_grounds (name, "text", 0, &palette->text, TEXT);
    check_on_grounds (name, "dim text", 0, &palette->dim, TEXT);
    check_on_grounds (name, "the name of a space", 0, &palette->space, TEXT);
    check (name, "text on cards", 0, contrast (&palette->text, &palette->card), TEXT);
    check (name, "dim text on cards", 0, contrast (&palette->dim, &palette->card), TEXT);
    for (guint i = 0; i < N_SECTORS; i++)
      check (name, "a name on the fill of sector", i,
             contrast (&palette->text, &palette->sectors[i].fill), TEXT);
  }
}

static void
test_digits (void)
{
  FOR_EACH_PALETTE (name, palette)
  for (guint i = 0; i < N_STEPS; i++)
    check_on_grounds (name, "the digit of step", i, &palette->digits[i], TEXT);
}

/* Border and sign of a stakeholder, the picture within the sign. */
static void
test_sectors (void)
{
  FOR_EACH_PALETTE (name, palette)
  for (guint i = 0; i < N_SECTORS; i++)
    {
      check_on_grounds (name, "the border of sector", i, &palette->sectors[i].accent, SHAPE);
      check (name, "the sign of sector", i,
             contrast (&palette->sectors[i].accent, &palette->sectors[i].fill), SHAPE);
    }
}

static void
test_links (void)
{
  FOR_EACH_PALETTE (name, palette)
  {
    check_on_grounds (name, "a link that nobody rated", 0, &palette->line, SHAPE);
    for (guint i = 0; i < N_STEPS; i++)
      {
        check_on_grounds (name, "trust", i, &palette->trust[i], SHAPE);
        check (name, "trust in the legend", i, contrast (&palette->trust[i], &palette->card),
               SHAPE);
      }
  }
}

/* Rings round what is selected, handles, lozenges, ticks, arrowheads, outlines of links. */
static void
test_marks (void)
{
  FOR_EACH_PALETTE (name, palette)
  {
    check_on_grounds (name, "a ring", 0, &palette->text, SHAPE);
    check_on_grounds (name, "a mark", 0, &palette->dim, SHAPE);
    check_on_grounds (name, "the outline of a space", 0, &palette->space, SHAPE);
  }
}

/* An impression is fainter; where a person asks for contrast it keeps 3:1 all the same. Else its
 * chevron and its digit, which are not fainter, say in the same half what the line says. */
static void
test_impressions (void)
{
  FOR_EACH_PALETTE (name, palette)
  {
    g_assert_cmpfloat (palette->impression, >=, 0.5);
    g_assert_cmpfloat (palette->impression, <, 1.0);
    if (name == KITH_PALETTE_LIGHT || name == KITH_PALETTE_DARK)
      continue;
    for (guint i = 0; i < N_STEPS; i++)
      {
        KithColour faint = laid_over (&palette->trust[i], &palette->ground, palette->impression);
        KithColour in_space = laid_over (&palette->trust[i], &palette->space_fill,
                                         palette->impression);

        check (name, "an impression of step", i, contrast (&faint, &palette->ground), SHAPE);
        check (name, "an impression in a space, of step", i,
               contrast (&in_space, &palette->space_fill), SHAPE);
      }
  }
}

/* A palette for contrast has at least that of the ordinary one. */
static void
test_high_contrast_is_higher (void)
{
  for (guint name = KITH_PALETTE_LIGHT; name <= KITH_PALETTE_DARK; name++)
    {
      const KithPalette *plain = kith_palette_get ((KithPaletteName) name);
      const KithPalette *strong = kith_palette_get ((KithPaletteName) (name + 2));

      g_assert_cmpfloat (contrast (&strong->text, &strong->ground), >,
                         contrast (&plain->text, &plain->ground));
      g_assert_cmpfloat (contrast (&strong->dim, &strong->ground), >=, 7.0);
      g_assert_cmpfloat (contrast (&strong->line, &strong->ground), >=, TEXT);
      g_assert_cmpfloat (strong->border, >, plain->border);
    }
}

/* Whatever a lens draws: lines on the ground, names and borders on the fills of levels and stories. */
static void
test_lenses (void)
{
  FOR_EACH_PALETTE (name, palette)
  {
    for (guint lens = 0; lens < KITH_N_LENSES; lens++)
      for (guint step = 0; step < kith_lens_n_steps ((KithLens) lens); step++)
        {
          KithLinkLook look;

          kith_lens_step_look ((KithLens) lens, step, &look);
          check_on_grounds (name, kith_enum_key (&kith_lenses, (int) lens), step,
                            kith_palette_ink (palette, look.halves[0].ink), SHAPE);
        }
    for (guint tint = KITH_TINT_LEVEL; tint <= KITH_TINT_PLAIN; tint++)
      {
        KithSectorColours colours = kith_palette_tint (palette, (int) tint);

        check (name, "a name on tint", tint, contrast (&palette->text, &colours.fill), TEXT);
        check (name, "the sign of tint", tint, contrast (&colours.accent, &colours.fill), SHAPE);
        check_on_grounds (name, "the border of tint", tint, &colours.accent, SHAPE);
      }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contrast/text-is-read", test_text);
  g_test_add_func ("/contrast/digits-are-text", test_digits);
  g_test_add_func ("/contrast/sectors-are-told-from-fill-and-ground", test_sectors);
  g_test_add_func ("/contrast/links-are-seen-on-ground-and-tint", test_links);
  g_test_add_func ("/contrast/rings-handles-and-marks-are-seen", test_marks);
  g_test_add_func ("/contrast/impressions-are-seen-in-high-contrast", test_impressions);
  g_test_add_func ("/contrast/lenses-are-seen-and-their-names-read", test_lenses);
  g_test_add_func ("/contrast/high-contrast-is-higher", test_high_contrast_is_higher);
  return g_test_run ();
}
