/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing the tag of somebody who is named from afar: a small box in pixels of the screen, as the box below it
 * is filled and bordered; of a shared space one without corners, in the colour and with the dash of its outline. */
#include "kith-far-private.h"
#include "kith-letters.h"
#include "kith-painter-private.h"

#define RADIUS 4.0 /* pixels, as all of these */
#define RING 2.0
#define BORDER 1.0

static void
draw_card (const KithPainting *painting,
           const KithBoxFigure *box,
           const KithRect *tag,
           KithFarMark marks)
{
  KithSectorColours colours = kith_palette_tint (painting->palette, box->look.tint);
  gboolean at_table = box->record->story == KITH_STORY_AT_TABLE;
  cairo_t *cr = painting->cr;

  kith_painting_rounded (painting, tag, RADIUS);
  kith_colour_set (cr, &painting->palette->ground);
  cairo_fill_preserve (cr);
  if (at_table)
    {
      kith_colour_set (cr, &colours.fill);
      cairo_fill_preserve (cr);
    }
  kith_colour_set (cr, &colours.accent);
  cairo_set_line_width (cr, BORDER + ((marks & KITH_FAR_HOVERED) != 0 ? 1.0 : 0.0)
                                + (box->record->story == KITH_STORY_REPRESENTED ? 0.4 : 0.0));
  if (box->years != NULL)
    kith_stroke_over_dash (cr);
  else
    kith_painting_dash (painting, box->record->story);
  cairo_stroke (cr);
}

/* Nobody takes it for a stakeholder. */
static void
draw_plate (const KithPainting *painting,
            const KithSpaceFigure *space,
            const KithRect *tag,
            KithFarMark marks)
{
  cairo_t *cr = painting->cr;
  const double *dash;
  int n;

  kith_painting_rounded (painting, tag, tag->height / 2);
  kith_colour_set (cr, &painting->palette->ground);
  cairo_fill_preserve (cr);
  kith_colour_set (cr, &painting->palette->space_fill);
  cairo_fill_preserve (cr);
  kith_colour_set (cr, &painting->palette->space);
  cairo_set_line_width (cr, BORDER + (marks != KITH_FAR_PLAIN ? 1.0 : 0.0));
  if (space->spokes == NULL && (marks & KITH_FAR_SELECTED) == 0)
    {
      dash = kith_space_figure_dash (space, &n);
      cairo_set_dash (cr, dash, n, 0.0);
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
  if (space->record->is_private)
    kith_stroke_lock (cr, &painting->palette->space,
                      tag->x + tag->width - KITH_FAR_PAD_X - KITH_FAR_LOCK / 2 + 3.0,
                      tag->y + tag->height / 2);
}

/* Where that of its box lies, if that is as large. */
static void
draw_ring (const KithPainting *painting, const KithRect *tag, double scale)
{
  KithRect ring = kith_rect_grow (tag, KITH_RING_OFF * scale);

  cairo_set_dash (painting->cr, NULL, 0, 0.0);
  kith_painting_rounded (painting, &ring, (KITH_BOX_RADIUS + KITH_RING_OFF) * scale);
  kith_colour_set (painting->cr, &painting->palette->text);
  cairo_set_line_width (painting->cr, RING);
  cairo_stroke (painting->cr);
}

static const KithColour *
colour_of (const KithPainting *painting, const KithFarCandidate *candidate)
{
  if (candidate->space != NULL)
    return &painting->palette->space;
  return candidate->box->record->story == KITH_STORY_AT_TABLE ? &painting->palette->text
                                                              : &painting->palette->dim;
}

/**
 * kith_painter_far_name:
 * @cr: a context whose user space is in pixels, with the middle of the tag at its origin
 * @figures: figures
 * @name: who is named, on how large a tag
 * @scale: pixels a map unit
 * @marks: what it is marked as
 *
 * Cost: a tenth of a millisecond.
 */
void
kith_painter_far_name (cairo_t *cr,
                       const KithFigures *figures,
                       const KithFarName *name,
                       double scale,
                       KithFarMark marks)
{
  KithFarCandidate candidate;
  KithPaint paint = { .scale = 1.0 };
  guint since_tick = 0;
  KithPainting painting = kith_painting_begin (cr, figures, &paint, &since_tick);
  double own = scale / name->unit;
  double width = name->tag.width * own, height = name->tag.height * own, x;
  KithRect tag = { -width / 2, -height / 2, width, height };
  PangoLayout *layout;

  if (!kith_far_candidate_of (figures, name->id, &candidate))
    return;
  layout = kith_far_candidate_layout (&candidate);
  kith_letters_prepare (layout);
  kith_text_size (layout, &width, &height);
  cairo_save (cr);
  cairo_scale (cr, name->unit, name->unit);
  if (candidate.space != NULL)
    draw_plate (&painting, candidate.space, &tag, marks);
  else
    draw_card (&painting, candidate.box, &tag, marks);
  if (candidate.box != NULL && (marks & KITH_FAR_SELECTED) != 0)
    draw_ring (&painting, &tag, own);
  kith_colour_set (cr, colour_of (&painting, &candidate));
  cairo_translate (cr, -kith_far_lock_room (candidate.space) / 2, 0.0);
  cairo_scale (cr, KITH_FAR_TEXT, KITH_FAR_TEXT);
  kith_text_extents (layout, &x, NULL, NULL);
  cairo_move_to (cr, -width / 2 - x, -height / 2); /* what is read from the right begins there */
  kith_letters_show (cr, layout);
  cairo_restore (cr);
}
