/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The samples of a legend: each mark as it is drawn on the map. */
#include "kith-legend-items.h"

#include "kith-figures-flags.h"
#include "kith-figures-quotes.h"
#include "kith-lens.h"
#include "kith-opinion.h"
#include "kith-sign.h"
#include "kith-stroke.h"
#include "kith-scribe.h"

#define IN_LINE 0.75 /* of what is larger than a line of the legend */

static void
draw_half (const KithPalette *palette,
           cairo_t *cr,
           const KithOpinion *opinion,
           double width,
           double y)
{
  KithCurve line = { 2, { { 0.0, y }, { width, y } } };

  kith_stroke_half (cr, palette, &line, opinion, KITH_DETAIL_FULL);
  kith_stroke_half_marks (cr, palette, &line, opinion, KITH_DETAIL_NAMES);
}

static void
draw_plain (const KithPalette *palette, cairo_t *cr, double width, double y)
{
  draw_half (palette, cr, &(KithOpinion){ 0 }, width, y);
}

static void
draw_small_box (const KithPalette *palette, cairo_t *cr, int story, double width, double height)
{
  static const double dashes[] = { 5.0, 3.5 };
  static const double dots[] = { 0.01, 3.6 };

  cairo_save (cr);
  cairo_rectangle (cr, 4.0, 3.5, width - 8.0, height - 7.0);
  kith_colour_set (cr, &palette->sectors[12].accent);
  cairo_set_line_width (cr, 1.6);
  cairo_set_line_cap (cr,
                      story == KITH_STORY_REPRESENTED ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, story == KITH_STORY_REPRESENTED ? dots : dashes, 2, 0.0);
  kith_scribe_stroke (cr);
  cairo_restore (cr);
}

static void
draw_not_now (const KithPalette *palette, cairo_t *cr, double width, double height)
{
  cairo_save (cr);
  cairo_rectangle (cr, 4.0, 3.5, width - 8.0, height - 7.0);
  kith_colour_set_faint (cr, &palette->sectors[12].accent, 0.6);
  cairo_set_line_width (cr, 1.6);
  kith_stroke_over_dash (cr);
  kith_scribe_stroke (cr);
  cairo_restore (cr);
}

static void
draw_space (const KithPalette *palette, cairo_t *cr, double width, double height)
{
  static const double dots[] = { 2.0, 4.0 };

  cairo_save (cr);
  cairo_rectangle (cr, 4.0, 3.0, width - 8.0, height - 6.0);
  kith_colour_set (cr, &palette->space_fill);
  kith_scribe_fill_preserve (cr);
  kith_colour_set (cr, &palette->space);
  cairo_set_line_width (cr, 1.4);
  cairo_set_dash (cr, dots, 2, 0.0);
  kith_scribe_stroke (cr);
  cairo_restore (cr);
}

static void
draw_node (const KithPalette *palette, cairo_t *cr, double width, double height)
{
  cairo_save (cr);
  kith_colour_set (cr, &palette->space);
  cairo_set_line_width (cr, 2.2);
  cairo_move_to (cr, width * 0.55, height / 2);
  cairo_line_to (cr, width - 5.0, height / 2);
  kith_scribe_stroke (cr);
  cairo_arc (cr, width - 5.0, height / 2, 3.0, 0, 2 * G_PI);
  kith_scribe_fill (cr);
  for (guint i = 0; i < 2; i++)
    {
      double inset = 3.0 + 2.0 * i, radius = height / 2 - inset;

      cairo_new_sub_path (cr);
      cairo_arc (cr, 2.0 + inset + radius, height / 2, radius, G_PI_2, 3 * G_PI_2);
      cairo_arc (cr, width * 0.6 - inset - radius, height / 2, radius, -G_PI_2, G_PI_2);
      cairo_close_path (cr);
      if (i == 0)
        {
          kith_colour_set (cr, &palette->space_fill);
          kith_scribe_fill_preserve (cr);
        }
      kith_colour_set (cr, &palette->space);
      cairo_set_line_width (cr, i == 0 ? 1.4 : 0.7);
      kith_scribe_stroke (cr);
    }
  cairo_restore (cr);
}

static void
draw_sector (const KithLegendItem *item,
             const KithPalette *palette,
             cairo_t *cr,
             double width,
             double height)
{
  const KithSectorColours *colours = &palette->sectors[item->value];

  cairo_new_path (cr);
  cairo_arc (cr, width / 2, height / 2, 8.0, 0, 2 * G_PI);
  kith_colour_set (cr, &colours->accent);
  kith_scribe_fill (cr);
  kith_colour_set (cr, &colours->fill);
  kith_sign_draw (cr, (guint) item->sign, width / 2, height / 2, 11.0);
}

static void
draw_lens (const KithLegendItem *item,
           const KithPalette *palette,
           cairo_t *cr,
           double width,
           double height)
{
  KithCurve line = { 2, { { 0.0, height / 2 }, { width, height / 2 } } };
  KithLinkLook look;

  kith_lens_step_look ((KithLens) item->sign, (guint) item->value, &look);
  kith_stroke_look (cr, palette, &line, &look.halves[0], KITH_DETAIL_FULL);
  cairo_translate (cr, width / 2, height / 2);
  cairo_scale (cr, IN_LINE, IN_LINE);
  if (look.middle == KITH_MIDDLE_PLUS || look.middle == KITH_MIDDLE_MINUS)
    kith_stroke_sign (cr, palette, look.middle == KITH_MIDDLE_PLUS);
  else if (look.middle == KITH_MIDDLE_CUT)
    kith_stroke_cut (cr, palette);
  else if (look.middle == KITH_MIDDLE_LOZENGE)
    kith_stroke_lozenge (cr, palette);
}

static void
look_of_item (const KithLegendItem *item, KithBoxLook *look)
{
  if (item->mark != KITH_MARK_POSITION)
    {
      kith_lens_box_step_look ((KithLens) item->sign, (guint) item->value, look);
      return;
    }
  *look = (KithBoxLook){ .tint = item->sign > 0 ? (guint8) (KITH_TINT_SECTOR + item->value)
                                                : KITH_TINT_PLAIN };
  if (item->sign > 0 && item->sign <= 26)
    g_snprintf (look->badge, sizeof look->badge, "%c", 'A' + item->sign - 1);
  else if (item->sign > 0)
    g_snprintf (look->badge, sizeof look->badge, "%d", item->sign);
  else
    g_strlcpy (look->badge, "…", sizeof look->badge);
}

static void
draw_lens_box (const KithLegendItem *item,
               const KithPalette *palette,
               cairo_t *cr,
               double width,
               double height)
{
  KithRect box = { 6.0, 2.5, width - 8.0, height - 5.0 };
  KithSectorColours colours;
  KithBoxLook look;

  look_of_item (item, &look);
  colours = kith_palette_tint (palette, look.tint);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  kith_colour_set (cr, &colours.fill);
  kith_scribe_fill_preserve (cr);
  kith_colour_set (cr, &colours.accent);
  cairo_set_line_width (cr, 1.4);
  kith_scribe_stroke (cr);
  if (look.hatch > 0)
    {
      kith_scribe_save (cr);
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      kith_scribe_clip (cr);
      kith_stroke_hatch (cr, &colours.accent, &box, look.hatch);
      kith_scribe_restore (cr);
    }
  if (look.badge[0] != '\0')
    kith_stroke_badge (cr, palette, 8.5, height / 2, look.badge);
}

/* Marks that lie across a plain line. */
static void
draw_on_line (KithMark mark, const KithPalette *palette, cairo_t *cr, double width, double height)
{
  draw_plain (palette, cr, width, height / 2);
  cairo_translate (cr, width / 2, height / 2);
  if (mark == KITH_MARK_GAP)
    kith_stroke_lozenge (cr, palette);
  else if (mark == KITH_MARK_EVENTS)
    kith_stroke_ticks (cr, palette, 3, FALSE);
  else if (mark == KITH_MARK_OVER)
    kith_stroke_cut (cr, palette);
  else
    kith_stroke_arrows (cr, palette, &(KithArrow){ { width / 2, 0.0 }, { 1.0, 0.0 } }, 1);
}

static KithOpinion
sample_opinion (const KithLegendItem *item)
{
  int step = item->mark == KITH_MARK_STEP ? item->value : 4;

  if (step == 0)
    return (KithOpinion){ .absence = KITH_SCORE_NOT_KNOWN };
  return (KithOpinion){ .voices = 1,
                        .median = step,
                        .step = step,
                        .low = step,
                        .high = step,
                        .impression = item->mark == KITH_MARK_IMPRESSION };
}

/* The bracket alone: a digit would stand in the line above. */
static void
draw_range (const KithPalette *palette, cairo_t *cr, double width, double height)
{
  KithPoint middle = { width / 2, height / 2 - 1.0 };

  draw_half (palette, cr, &(KithOpinion){ .voices = 3, .median = 3, .step = 3 }, width, middle.y);
  kith_stroke_range (cr, palette, middle, (KithPoint){ 1.0, 0.0 }, FALSE);
}

static void
draw_quote (const KithPalette *palette, cairo_t *cr, int status, double width, double height)
{
  KithRect box = { width / 2 - 15.0, 1.5, 30.0, height - 5.0 };

  kith_quote_card (cr, palette, &box, status);
  if (status != KITH_QUOTE_LET_GO)
    return;
  kith_colour_set (cr, &palette->dim);
  cairo_set_line_width (cr, 1.0);
  cairo_move_to (cr, box.x + 6.0, box.y + box.height / 2);
  cairo_line_to (cr, box.x + box.width - 6.0, box.y + box.height / 2);
  kith_scribe_stroke (cr);
}

void
kith_legend_item_draw (const KithLegendItem *item,
                       const KithPalette *palette,
                       cairo_t *cr,
                       double width,
                       double height)
{
  KithOpinion opinion = sample_opinion (item);

  switch (item->mark)
    {
    case KITH_MARK_STEP:
    case KITH_MARK_IMPRESSION:
      draw_half (palette, cr, &opinion, width, height / 2);
      break;
    case KITH_MARK_UNRATED:
      draw_plain (palette, cr, width, height / 2);
      break;
    case KITH_MARK_RANGE:
      draw_range (palette, cr, width, height);
      break;
    case KITH_MARK_GAP:
    case KITH_MARK_EVENTS:
    case KITH_MARK_DIRECTION:
    case KITH_MARK_OVER:
      draw_on_line (item->mark, palette, cr, width, height);
      break;
    case KITH_MARK_SECTOR:
      draw_sector (item, palette, cr, width, height);
      break;
    case KITH_MARK_STORY:
      draw_small_box (palette, cr, item->value, width, height);
      break;
    case KITH_MARK_PRIVATE:
      kith_stroke_lock (cr, &palette->dim, width / 2, height / 2);
      break;
    case KITH_MARK_NOT_NOW:
      draw_not_now (palette, cr, width, height);
      break;
    case KITH_MARK_NODE:
      draw_node (palette, cr, width, height);
      break;
    case KITH_MARK_SPACE:
      draw_space (palette, cr, width, height);
      break;
    case KITH_MARK_FLAG:
      kith_flag_plate (cr, palette, &(KithRect){ (width - 22.0) / 2, height / 2 - 9.0, 22.0, 18.0 },
                       (KithFlag) item->value, item->sign != 0);
      break;
    case KITH_MARK_QUOTE:
      draw_quote (palette, cr, item->value, width, height);
      break;
    case KITH_MARK_LENS:
      draw_lens (item, palette, cr, width, height);
      break;
    case KITH_MARK_LENS_BOX:
    case KITH_MARK_POSITION:
      draw_lens_box (item, palette, cr, width, height);
      break;
    case KITH_MARK_HEADING:
    case KITH_MARK_NOTE:
      break;
    }
}
