/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-painter-private.h"

#include "kith-letters.h"

#include "kith-picture-surface.h"
#include "kith-scribe.h"
#include "kith-sign.h"

#include <math.h>

#define EVERY 64 /* figures between two calls of tick */
/* How much of it is seen of what does not pass the filter: names can still be read. */
#define PAPER 0.85 /* of the ground, in a box without a fill */
#define FAINT 0.42
#define FAINT_CONTRAST 0.55

gboolean
kith_painting_is_selected (const KithPainting *painting, KithId id)
{
  return painting->paint->selected != NULL
         && g_hash_table_contains (painting->paint->selected, &id);
}

gboolean
kith_painting_is_lifted (const KithPainting *painting, gconstpointer record)
{
  return painting->paint->lifted != NULL
         && g_hash_table_contains (painting->paint->lifted, &KITH_RECORD (record)->id);
}

static void
rounded (cairo_t *cr, const KithRect *rect, double radius)
{
  double r = MIN (radius, MIN (rect->width, rect->height) / 2);
  double right = rect->x + rect->width;
  double bottom = rect->y + rect->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, rect->y + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, rect->x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, rect->x + r, rect->y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

void
kith_painting_rounded (const KithPainting *painting, const KithRect *rect, double radius)
{
  rounded (painting->cr, rect, radius);
}

/* --- Stakeholders --- */

void
kith_painting_dash (const KithPainting *painting, int story)
{
  static const double dashes[] = { 5.0, 3.5 };
  static const double dots[] = { 0.01, 3.6 };

  if (story == KITH_STORY_NOT_INVOLVED)
    cairo_set_dash (painting->cr, dashes, 2, 0.0);
  else if (story == KITH_STORY_REPRESENTED)
    {
      cairo_set_line_cap (painting->cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (painting->cr, dots, 2, 0.0);
    }
}

static void
stroke_border (const KithPainting *painting, const KithBoxFigure *box)
{
  KithSectorColours colours = kith_palette_tint (painting->palette, box->look.tint);
  int story = box->record->story;
  cairo_t *cr = painting->cr;

  kith_colour_set (cr, &colours.accent);
  cairo_set_line_width (cr, painting->palette->border
                                + (painting->paint->hovered == box->record->record.id ? 1.0 : 0.0)
                                + (story == KITH_STORY_REPRESENTED ? 0.4 : 0.0));
  if (box->years != NULL)
    kith_stroke_over_dash (cr);
  else
    kith_painting_dash (painting, story);
  kith_scribe_stroke (cr);
}

/* Told apart without its colour: lines across, under the name. */
static void
hatch (const KithPainting *painting, const KithBoxFigure *box)
{
  KithSectorColours colours = kith_palette_tint (painting->palette, box->look.tint);
  cairo_t *cr = painting->cr;

  kith_scribe_save (cr);
  rounded (cr, &box->box, KITH_BOX_RADIUS);
  kith_scribe_clip (cr);
  kith_stroke_hatch (cr, &colours.accent, &box->box, box->look.hatch);
  kith_scribe_restore (cr);
}

static void
draw_border (const KithPainting *painting, const KithBoxFigure *box)
{
  KithSectorColours colours = kith_palette_tint (painting->palette, box->look.tint);
  cairo_t *cr = painting->cr;

  cairo_save (cr);
  if (box->look.hatch > 0 && box->record->story != KITH_STORY_AT_TABLE)
    hatch (painting, box);
  rounded (cr, &box->box, KITH_BOX_RADIUS);
  if (box->record->story == KITH_STORY_AT_TABLE)
    kith_colour_set (cr, &colours.fill);
  else
    kith_colour_set_faint (cr, &painting->palette->ground,
                           PAPER); /* a link may run behind the name */
  kith_scribe_fill_preserve (cr);  /* a file says the same path once, with its border */
  if (box->look.hatch > 0 && box->record->story == KITH_STORY_AT_TABLE)
    {
      hatch (painting, box);
      cairo_new_path (cr);
      rounded (cr, &box->box, KITH_BOX_RADIUS);
    }
  stroke_border (painting, box);
  cairo_restore (cr);
}

static void
draw_sign (const KithPainting *painting, const KithBoxFigure *box)
{
  KithSectorColours colours = kith_palette_tint (painting->palette, box->look.tint);
  double radius = KITH_SIGN_SIZE / 2;
  double cx = box->box.x + 8.0 + radius;
  double cy = box->box.y + box->box.height / 2;
  cairo_t *cr = painting->cr;

  cairo_new_path (cr);
  cairo_arc (cr, cx, cy, radius, 0, 2 * G_PI);
  kith_colour_set (cr, &colours.accent);
  kith_scribe_fill (cr);
  kith_colour_set (cr, &colours.fill);
  kith_sign_draw (cr, (guint) box->sign, cx, cy, 13.0);
}

static void
draw_name (const KithPainting *painting, KithBoxFigure *box)
{
  PangoLayout *layout = kith_box_figure_layout (box);
  double height;

  kith_text_size (layout, NULL, &height);
  cairo_move_to (painting->cr, box->box.x + KITH_BOX_TEXT_LEFT,
                 box->box.y + (box->box.height - height) / 2);
  kith_colour_set (painting->cr, box->record->story == KITH_STORY_AT_TABLE
                                     ? &painting->palette->text
                                     : &painting->palette->dim);
  kith_letters_show (painting->cr, layout);
}

/* At the right of the name. What one can see through was made for a light ground. */
static void
draw_logo (const KithPainting *painting, const KithBoxFigure *box)
{
  double width, height, x, y;
  KithRect plate;

  kith_logo_size (box->picture, &width, &height);
  if (width <= 0.0)
    return;
  x = box->box.x + box->box.width - 9.0 - width;
  y = box->box.y + (box->box.height - height) / 2;
  plate = (KithRect){ x - 2.0, y - 2.0, width + 4.0, height + 4.0 };
  if (painting->palette->ground.red < 0.5)
    {
      rounded (painting->cr, &plate, 4.0);
      cairo_set_source_rgb (painting->cr, 0.96, 0.96, 0.96);
      kith_scribe_fill (painting->cr);
    }
  kith_picture_draw (painting->cr, box->picture, x, y, width, height, 1.0);
}

static void
draw_badges (const KithPainting *painting, const KithBoxFigure *box)
{
  KithSectorColours colours = kith_palette_tint (painting->palette, box->look.tint);
  const KithColour *colour = &colours.accent;
  double x = box->box.x + box->box.width - 8.0;

  if (box->record->is_private)
    {
      kith_stroke_lock (painting->cr, colour, x, box->box.y + 8.5);
      x -= 10.0;
    }
  if (box->record->pinned
      && !painting->paint->full) /* it helps while one works; paper goes without */
    kith_stroke_pin (painting->cr, colour, x, box->box.y + 8.0);
  if (box->look.badge[0] != '\0')
    kith_stroke_badge (painting->cr, painting->palette, box->box.x + 2.0, box->box.y + 2.0,
                       box->look.badge);
}

static void
draw_ring (const KithPainting *painting, const KithRect *box)
{
  double least = 2.0 / MAX (painting->paint->scale, 0.01);
  KithRect ring = kith_rect_grow (box, KITH_RING_OFF);

  rounded (painting->cr, &ring, KITH_BOX_RADIUS + KITH_RING_OFF);
  kith_colour_set (painting->cr, &painting->palette->text);
  cairo_set_line_width (painting->cr, MAX (2.0, least));
  kith_scribe_stroke (painting->cr);
}

static void
draw_content (const KithPainting *painting, KithBoxFigure *box)
{
  draw_border (painting, box);
  if (painting->detail < KITH_DETAIL_NAMES)
    return;
  draw_sign (painting, box);
  draw_name (painting, box);
  draw_logo (painting, box);
  draw_badges (painting, box);
  if (box->years != NULL)
    kith_stroke_years (painting->cr, painting->palette, box->box.x + box->box.width / 2,
                       box->box.y + box->box.height, box->years);
}

/* Larger or smaller as a whole, its name too. */
static void
draw_scaled (const KithPainting *painting, KithBoxFigure *box)
{
  KithBoxFigure scaled;

  /* from afar nothing that has a size of its own is drawn, and the layout may be being made */
  if (box->scale == 1.0 || painting->detail < KITH_DETAIL_NAMES)
    {
      draw_content (painting, box);
      return;
    }
  kith_box_figure_layout (box); /* while it has its own size */
  scaled = *box;
  cairo_save (painting->cr);
  cairo_translate (painting->cr, box->box.x, box->box.y);
  cairo_scale (painting->cr, box->scale, box->scale);
  scaled.box = (KithRect){ 0, 0, box->box.width / box->scale, box->box.height / box->scale };
  draw_content (painting, &scaled);
  cairo_restore (painting->cr);
}

void
kith_painting_box (const KithPainting *painting, KithBoxFigure *box)
{
  kith_scribe_begin (painting->cr, box->record, FALSE);
  if (kith_painting_is_selected (painting, box->record->record.id))
    draw_ring (painting, &box->box);
  if (painting->detail == KITH_DETAIL_DOTS)
    {
      KithSectorColours colours = kith_palette_tint (painting->palette, box->look.tint);

      kith_colour_set (painting->cr, &colours.accent);
      cairo_rectangle (painting->cr, box->box.x, box->box.y, box->box.width, box->box.height);
      kith_scribe_fill (painting->cr);
    }
  else
    draw_scaled (painting, box);
  kith_scribe_end (painting->cr);
}

void
kith_painting_box_marks (const KithPainting *painting, const KithBoxFigure *box)
{
  if (kith_painting_is_selected (painting, box->record->record.id))
    draw_ring (painting, &box->box);
  if (painting->paint->hovered != box->record->record.id || painting->detail == KITH_DETAIL_DOTS)
    return;
  cairo_save (painting->cr);
  rounded (painting->cr, &box->box, KITH_BOX_RADIUS);
  stroke_border (painting, box);
  cairo_restore (painting->cr);
}

/* --- The whole --- */

gboolean
kith_painting_may_go_on (const KithPainting *painting, guint n)
{
  gboolean go_on = TRUE;

  if (painting->paint->tick == NULL)
    return TRUE;
  *painting->since_tick += n;
  for (; go_on && *painting->since_tick >= EVERY; *painting->since_tick -= EVERY)
    go_on = painting->paint->tick (painting->paint->tick_data);
  return go_on;
}

/* What is not lifted, in the same order. */
static GPtrArray *
without_lifted (const KithPainting *painting, const GPtrArray *figures)
{
  GPtrArray *rest = g_ptr_array_new ();

  for (guint i = 0; i < figures->len; i++)
    if (!kith_painting_is_lifted (painting, *(gpointer *) figures->pdata[i]))
      g_ptr_array_add (rest, figures->pdata[i]);
  return rest;
}

static gboolean
draw_all (const KithPainting *painting,
          const GPtrArray *spaces,
          const GPtrArray *links,
          const GPtrArray *labels,
          const GPtrArray *boxes)
{
  g_autoptr (GPtrArray) lying = without_lifted (painting, links);

  for (guint i = 0; i < spaces->len; i++)
    kith_painting_outline (painting, spaces->pdata[i]);
  if (!kith_painting_links (painting, lying))
    return FALSE;
  kith_painting_ring_titles (painting);
  for (guint i = 0; i < spaces->len; i++)
    kith_painting_space_label (painting, spaces->pdata[i]);
  for (guint i = 0; i < labels->len; i++)
    if (!kith_painting_is_lifted (painting, ((KithLinkFigure *) labels->pdata[i])->record))
      kith_painting_link_label (painting, labels->pdata[i]);
  for (guint i = 0; i < boxes->len; i++)
    {
      KithBoxFigure *box = boxes->pdata[i];

      if (!kith_painting_is_lifted (painting, box->record))
        kith_painting_box (painting, box);
      if (!kith_painting_may_go_on (painting, 1))
        return FALSE;
    }
  return TRUE;
}

/* Of figures, those that pass the filter or those that do not; `at`: where the figure tells. */
static GPtrArray *
take (const GPtrArray *figures, gsize at, gboolean is_faint)
{
  GPtrArray *taken = g_ptr_array_new ();

  for (guint i = 0; i < figures->len; i++)
    if (G_STRUCT_MEMBER (gboolean, figures->pdata[i], at) == is_faint)
      g_ptr_array_add (taken, figures->pdata[i]);
  return taken;
}

/* Under all else, as one picture that is seen through. */
static gboolean
draw_faint (const KithPainting *painting,
            GPtrArray *spaces,
            GPtrArray *links,
            GPtrArray *labels,
            GPtrArray *boxes)
{
  gboolean contrast = painting->figures->view.palette == KITH_PALETTE_LIGHT_CONTRAST
                      || painting->figures->view.palette == KITH_PALETTE_DARK_CONTRAST;
  double strength = contrast ? FAINT_CONTRAST : FAINT;
  KithPainting faint = *painting;
  gboolean whole;

  if (spaces->len + links->len + boxes->len == 0)
    return TRUE;
  faint.faint = TRUE;
  kith_scribe_begin_faint (painting->cr, strength);
  whole = draw_all (&faint, spaces, links, labels, boxes);
  kith_scribe_end_faint (painting->cr, strength);
  for (guint i = 0; i < boxes->len; i++)
    if (kith_painting_is_selected (painting, KITH_ID (((KithBoxFigure *) boxes->pdata[i])->record)))
      draw_ring (painting, &((KithBoxFigure *) boxes->pdata[i])->box);
  return whole;
}

static gboolean
draw_filtered (const KithPainting *painting,
               GPtrArray *spaces,
               GPtrArray *links,
               GPtrArray *labels,
               GPtrArray *boxes)
{
  g_autoptr (GPtrArray) faint_spaces = take (spaces, G_STRUCT_OFFSET (KithSpaceFigure, is_faint),
                                             TRUE);
  g_autoptr (GPtrArray) faint_links = take (links, G_STRUCT_OFFSET (KithLinkFigure, is_faint),
                                            TRUE);
  g_autoptr (GPtrArray) faint_labels = take (labels, G_STRUCT_OFFSET (KithLinkFigure, is_faint),
                                             TRUE);
  g_autoptr (GPtrArray) faint_boxes = take (boxes, G_STRUCT_OFFSET (KithBoxFigure, is_faint), TRUE);
  g_autoptr (GPtrArray) other_spaces = take (spaces, G_STRUCT_OFFSET (KithSpaceFigure, is_faint),
                                             FALSE);
  g_autoptr (GPtrArray) other_links = take (links, G_STRUCT_OFFSET (KithLinkFigure, is_faint),
                                            FALSE);
  g_autoptr (GPtrArray) other_labels = take (labels, G_STRUCT_OFFSET (KithLinkFigure, is_faint),
                                             FALSE);
  g_autoptr (GPtrArray) other_boxes = take (boxes, G_STRUCT_OFFSET (KithBoxFigure, is_faint),
                                            FALSE);

  kith_painting_ground (painting, other_spaces);
  return draw_faint (painting, faint_spaces, faint_links, faint_labels, faint_boxes)
         && draw_all (painting, other_spaces, other_links, other_labels, other_boxes);
}

/* `since_tick` lives as long as the painting, and begins at 0. */
KithPainting
kith_painting_begin (cairo_t *cr,
                     const KithFigures *figures,
                     const KithPaint *paint,
                     guint *since_tick)
{
  return (KithPainting){ cr,
                         figures,
                         paint,
                         kith_palette_get (figures->view.palette),
                         kith_detail_at (paint->scale, paint->full),
                         since_tick };
}

/**
 * kith_painter_draw:
 * @cr: a context whose user space is in map units
 * @figures: what there is to draw
 * @paint: how much of it and in which state
 *
 * Cost: linear in what touches the clip.
 *
 * Returns: FALSE where the paint's tick stopped it
 */
gboolean
kith_painter_draw (cairo_t *cr, const KithFigures *figures, const KithPaint *paint)
{
  guint since_tick = 0;
  KithPainting painting = kith_painting_begin (cr, figures, paint, &since_tick);
  KithRect all = kith_rect_grow (&paint->clip, KITH_RING_OFF + 4.0);
  KithRect clip = paint->band.width > 0.0 ? paint->band : all;
  g_autoptr (GPtrArray) spaces = kith_figures_spaces_in (figures, &clip);
  g_autoptr (GPtrArray) links = kith_figures_links_in (figures, &all);
  g_autoptr (GPtrArray) labels = kith_figures_labels_in (figures, &clip);
  g_autoptr (GPtrArray) boxes = kith_figures_boxes_in (figures, &clip);
  g_autoptr (GPtrArray) notes = kith_figures_notes_in (figures, &clip);
  gboolean whole;

  painting.notes = notes;
  if (!paint->full)
    {
      if (kith_letters_may_shape ())
        kith_figures_thin (figures, paint->scale);
      kith_figures_leave_out (links, paint->scale);
    }
  kith_painting_notes (&painting);
  if ((figures->pass != NULL && !figures->hides) || figures->view.through != 0
      || figures->view.lens == KITH_LENS_CHANGE || figures->view.ended)
    whole = draw_filtered (&painting, spaces, links, labels, boxes);
  else
    {
      kith_painting_ground (&painting, spaces);
      whole = draw_all (&painting, spaces, links, labels, boxes);
    }
  kith_painting_far_titles (&painting);
  kith_painting_quotes (&painting, &clip);
  kith_painting_flags (&painting, &clip);
  return whole;
}

void
kith_painter_ground (cairo_t *cr, KithPaletteName palette)
{
  kith_colour_set (cr, &kith_palette_get (palette)->ground);
  kith_scribe_paint (cr);
}
