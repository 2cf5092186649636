/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The painter of annotations: what lies under spaces, links and boxes. */
#include "kith-painter-private.h"

#include <math.h>

#include "kith-letters.h"

#include "kith-annotations.h"
#include "kith-picture-surface.h"
#include "kith-scribe.h"

#define FRAME_RADIUS 12.0
#define TEXT_RADIUS 6.0
#define FRAME_FILL 0.6 /* strength where nobody has said otherwise */
#define FRAME_BORDER 0.75
#define BACKDROP 0.4
#define PLATE 0.85      /* how much of what runs under a title its plate takes away */
#define FAR_PLATE 2.0   /* pixels round a title */
#define LEAST_TITLE 7.5 /* pixels in height, of a line */

static const KithSectorColours *
colours_of (const KithPainting *painting, const KithNoteFigure *note)
{
  return &painting->palette->sectors[note->record->colour];
}

static double
strength_of (const KithNoteFigure *note, double usual)
{
  return note->record->opacity > 0 ? note->record->opacity / 100.0 : usual;
}

static void
fill (const KithPainting *painting, const KithNoteFigure *note, double radius, double strength)
{
  kith_painting_rounded (painting, &note->box, radius);
  kith_colour_set_faint (painting->cr, &colours_of (painting, note)->fill, strength);
  kith_scribe_fill (painting->cr);
}

/* On its own border, for it has room within. */
static void
draw_ring (const KithPainting *painting, const KithNoteFigure *note, double radius)
{
  if (!kith_painting_is_selected (painting, note->record->record.id))
    return;
  kith_painting_rounded (painting, &note->box, radius);
  kith_colour_set (painting->cr, &painting->palette->text);
  cairo_set_line_width (painting->cr, MAX (2.0, 2.0 / MAX (painting->paint->scale, 0.01)));
  kith_scribe_stroke (painting->cr);
}

static void
draw_hover (const KithPainting *painting, const KithNoteFigure *note)
{
  gboolean frame = note->record->form == KITH_ANNOTATION_FRAME;
  gboolean plain = !frame && note->record->colour == KITH_NEUTRAL_COLOUR;

  if (painting->paint->hovered != note->record->record.id
      || note->record->form == KITH_ANNOTATION_BACKDROP)
    return;
  kith_painting_rounded (painting, &note->box, frame ? FRAME_RADIUS : TEXT_RADIUS);
  kith_colour_set_faint (painting->cr,
                         plain ? &painting->palette->text : &colours_of (painting, note)->accent,
                         frame ? 1.0 : 0.4);
  cairo_set_line_width (painting->cr, frame ? painting->palette->border + 0.8 : 1.0);
  kith_scribe_stroke (painting->cr);
}

/* Rings and lines of an arrangement: faint, so that what is in them speaks. */

static void
trace_arc (cairo_t *cr, const KithAnnotation *ring, double part, double from, double to)
{
  cairo_save (cr);
  cairo_translate (cr, ring->x, ring->y);
  cairo_scale (cr, MAX (ring->width / 2 * part, 0.01), MAX (ring->height / 2 * part, 0.01));
  if (to >= from)
    cairo_arc (cr, 0, 0, 1, from * 2 * G_PI, to * 2 * G_PI);
  else
    cairo_arc_negative (cr, 0, 0, 1, from * 2 * G_PI, to * 2 * G_PI);
  cairo_restore (cr);
}

static void
trace_ring (cairo_t *cr, const KithAnnotation *ring)
{
  double from = ring->turn / 1000.0,
         to = from + (kith_annotation_is_segment (ring) ? ring->sweep / 1000.0 : 1.0);

  cairo_new_path (cr);
  trace_arc (cr, ring, 1.0, from, to);
  if (!kith_annotation_is_segment (ring))
    {
      cairo_close_path (cr);
      cairo_new_sub_path (cr);
    }
  if (ring->inner > 0)
    trace_arc (cr, ring, ring->inner / 1000.0, to, from);
  else if (kith_annotation_is_segment (ring))
    cairo_line_to (cr, ring->x, ring->y);
  if (ring->inner > 0 || kith_annotation_is_segment (ring))
    cairo_close_path (cr);
}

static void
trace_line (cairo_t *cr, const KithAnnotation *line)
{
  gboolean across = line->width >= line->height;

  cairo_new_path (cr);
  cairo_move_to (cr, line->x - (across ? line->width / 2 : 0),
                 line->y - (across ? 0 : line->height / 2));
  cairo_line_to (cr, line->x + (across ? line->width / 2 : 0),
                 line->y + (across ? 0 : line->height / 2));
}

/* Its own edge, stronger where it is pointed at or selected. */
static void
draw_outline (const KithPainting *painting, const KithNoteFigure *note)
{
  gboolean selected = kith_painting_is_selected (painting, note->record->record.id);

  if (!selected && painting->paint->hovered != note->record->record.id)
    return;
  if (note->record->form == KITH_ANNOTATION_RING)
    trace_ring (painting->cr, note->record);
  else
    trace_line (painting->cr, note->record);
  kith_colour_set_faint (painting->cr, &painting->palette->text, selected ? 1.0 : 0.5);
  cairo_set_line_width (painting->cr, MAX (2.0, 2.0 / MAX (painting->paint->scale, 0.01)));
  kith_scribe_stroke (painting->cr);
}

void
kith_painting_note_marks (const KithPainting *painting, const KithNoteFigure *note)
{
  static const double radii[] = {
    [KITH_ANNOTATION_FRAME] = FRAME_RADIUS,
    [KITH_ANNOTATION_TEXT] = TEXT_RADIUS,
  };

  if (note->record->form == KITH_ANNOTATION_RING || note->record->form == KITH_ANNOTATION_LINE)
    {
      draw_outline (painting, note);
      return;
    }
  draw_hover (painting, note);
  draw_ring (painting, note,
             note->record->form == KITH_ANNOTATION_BACKDROP ? 2.0 : radii[note->record->form]);
}

static void
draw_words (const KithPainting *painting,
            KithNoteFigure *note,
            const KithColour *colour,
            double dx,
            double dy)
{
  if (painting->detail < KITH_DETAIL_NAMES || note->record->text[0] == '\0')
    return;
  kith_colour_set (painting->cr, colour);
  cairo_move_to (painting->cr, note->box.x + dx, note->box.y + dy);
  kith_letters_show (painting->cr, kith_note_figure_layout (note));
}

static gboolean
is_far (const KithPainting *painting, const KithNoteFigure *note)
{
  return !painting->paint->full && kith_note_figure_is_far (note, painting->paint->scale);
}

/* Numbers of steps stand back. */
static const KithColour *
title_colour (const KithPainting *painting, const KithNoteFigure *note)
{
  return note->step > 0 ? &painting->palette->dim : &colours_of (painting, note)->accent;
}

/* Large ones are still there from where other names are left out. */
static gboolean
shows_title (const KithPainting *painting, const KithNoteFigure *note)
{
  return *kith_note_figure_name (note) != '\0' && !is_far (painting, note)
         && (painting->detail >= KITH_DETAIL_NAMES
             || note->line * painting->paint->scale >= LEAST_TITLE);
}

static void
draw_title (const KithPainting *painting, KithNoteFigure *note)
{
  if (!shows_title (painting, note))
    return;
  kith_colour_set (painting->cr, title_colour (painting, note));
  cairo_move_to (painting->cr, note->words.x, note->words.y);
  kith_letters_show (painting->cr, kith_note_figure_layout (note));
}

/* It is called over links, and not here. */
static gboolean
is_named_over (const KithNoteFigure *note)
{
  const KithAnnotation *record = note->record;

  return record->form == KITH_ANNOTATION_RING && kith_annotation_is_arrangement (record)
         && !kith_annotation_is_segment (record);
}

static void
draw_lock (const KithPainting *painting, const KithNoteFigure *note)
{
  if (note->record->is_private && painting->detail >= KITH_DETAIL_NAMES)
    kith_stroke_lock (painting->cr, &colours_of (painting, note)->accent,
                      note->box.x + note->box.width - 11.0, note->box.y + 11.0);
}

static void
draw_frame (const KithPainting *painting, KithNoteFigure *note)
{
  const KithColour *accent = &colours_of (painting, note)->accent;

  fill (painting, note, FRAME_RADIUS, strength_of (note, FRAME_FILL));
  kith_painting_rounded (painting, &note->box, FRAME_RADIUS);
  kith_colour_set_faint (painting->cr, accent, FRAME_BORDER);
  cairo_set_line_width (painting->cr, painting->palette->border - 0.2);
  kith_scribe_stroke (painting->cr);
  draw_hover (painting, note);
  draw_ring (painting, note, FRAME_RADIUS);
  draw_title (painting, note);
  draw_lock (painting, note);
}

static void
draw_round (const KithPainting *painting, KithNoteFigure *note)
{
  const KithSectorColours *colours = colours_of (painting, note);
  cairo_t *cr = painting->cr;

  trace_ring (cr, note->record);
  if (note->record->inner < 1000)
    {
      cairo_fill_rule_t rule = cairo_get_fill_rule (cr);

      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      kith_colour_set_faint (cr, &colours->fill, strength_of (note, FRAME_FILL));
      kith_scribe_fill_preserve (cr);
      cairo_set_fill_rule (cr, rule);
    }
  kith_colour_set_faint (cr, &colours->accent, FRAME_BORDER);
  cairo_set_line_width (cr, painting->palette->border - 0.2);
  kith_scribe_stroke (cr);
  draw_outline (painting, note);
  if (!is_named_over (note))
    draw_title (painting, note);
}

/* An axis has a point at its end, and its name before it. */
static void
draw_axis (const KithPainting *painting, KithNoteFigure *note)
{
  const KithAnnotation *line = note->record;
  const KithColour *colour = &colours_of (painting, note)->accent;
  cairo_t *cr = painting->cr;
  gboolean across = line->width >= line->height;
  double x = line->x + (across ? line->width / 2 : 0),
         y = line->y - (across ? 0 : line->height / 2);

  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x - (across ? 10 : 5), y + (across ? -5 : 10));
  cairo_line_to (cr, x + (across ? -10 : 5), y + (across ? 5 : 10));
  cairo_close_path (cr);
  kith_colour_set (cr, colour);
  kith_scribe_fill (cr);
  draw_title (painting, note);
}

static void
draw_line (const KithPainting *painting, KithNoteFigure *note)
{
  gboolean axis = note->record->text[0] != '\0';
  cairo_t *cr = painting->cr;

  trace_line (cr, note->record);
  kith_colour_set_faint (cr, &colours_of (painting, note)->accent, axis ? 1.0 : 0.35);
  cairo_set_line_width (cr, axis ? 1.6 : 1.0);
  kith_scribe_stroke (cr);
  if (axis)
    draw_axis (painting, note);
  else
    draw_title (painting, note);
}

static void
draw_text (const KithPainting *painting, KithNoteFigure *note)
{
  const KithColour *colour = note->record->colour == KITH_NEUTRAL_COLOUR
                                 ? &painting->palette->text
                                 : &colours_of (painting, note)->accent;

  if (note->record->opacity > 0)
    fill (painting, note, TEXT_RADIUS, strength_of (note, 0.0));
  draw_hover (painting, note);
  draw_ring (painting, note, TEXT_RADIUS);
  draw_words (painting, note, colour, KITH_NOTE_PAD, KITH_NOTE_PAD);
  draw_lock (painting, note);
}

static void
draw_backdrop (const KithPainting *painting, const KithNoteFigure *note)
{
  const KithRect *box = &note->box;

  if (note->picture != NULL)
    kith_picture_draw (painting->cr, note->picture, box->x, box->y, box->width, box->height,
                       strength_of (note, BACKDROP));
  else
    fill (painting, note, 0.0, 1.0);
  draw_ring (painting, note, 2.0);
  draw_lock (painting, note);
}

void
kith_painting_notes (const KithPainting *painting)
{
  for (guint i = 0; i < painting->notes->len; i++)
    {
      KithNoteFigure *note = painting->notes->pdata[i];

      kith_scribe_begin (painting->cr, note->record, FALSE);
      if (note->record->form == KITH_ANNOTATION_RING)
        draw_round (painting, note);
      else if (note->record->form == KITH_ANNOTATION_LINE)
        draw_line (painting, note);
      else if (note->record->form == KITH_ANNOTATION_BACKDROP)
        draw_backdrop (painting, note);
      else if (note->record->form == KITH_ANNOTATION_FRAME)
        draw_frame (painting, note);
      else if (note->record->form == KITH_ANNOTATION_TEXT)
        draw_text (painting, note);
      kith_scribe_end (painting->cr);
    }
}

/* Whether it is called over links, at this size. */
gboolean
kith_painting_names_over (const KithPainting *painting, const KithNoteFigure *note)
{
  return is_named_over (note) && shows_title (painting, note);
}

/* Takes away the most of what runs there. */
static void
draw_plate (const KithPainting *painting,
            const KithNoteFigure *note,
            const KithRect *plate,
            double radius)
{
  kith_painting_rounded (painting, plate, radius);
  kith_colour_set_faint (painting->cr, &painting->palette->ground, PLATE);
  kith_scribe_fill_preserve (painting->cr);
  kith_colour_set_faint (painting->cr, &colours_of (painting, note)->fill,
                         note->has_steps ? 0.0 : strength_of (note, FRAME_FILL));
  kith_scribe_fill (painting->cr);
}

void
kith_painting_ring_titles (const KithPainting *painting)
{
  for (guint i = 0; i < painting->notes->len && !painting->faint; i++)
    {
      KithNoteFigure *note = painting->notes->pdata[i];

      if (!kith_painting_names_over (painting, note))
        continue;
      kith_scribe_begin (painting->cr, note->record, TRUE);
      draw_plate (painting, note, &note->words, note->line / 4);
      draw_title (painting, note);
      kith_scribe_end (painting->cr);
    }
}

/* On a plate, for links and boxes run beneath. */
static void
draw_far_title (const KithPainting *painting, KithNoteFigure *note)
{
  double scale = painting->paint->scale, larger = 1.0;
  KithRect words;
  PangoLayout *layout = kith_note_figure_far_title (note, scale, &words, &larger);
  cairo_t *cr = painting->cr;
  KithRect plate;

  if (layout == NULL)
    return;
  plate = kith_rect_grow (&words, FAR_PLATE / scale);
  draw_plate (painting, note, &plate, 2 * FAR_PLATE / scale);
  cairo_save (cr);
  cairo_translate (cr, words.x, words.y);
  cairo_scale (cr, larger, larger);
  cairo_move_to (cr, 0, 0);
  kith_colour_set (cr, title_colour (painting, note));
  kith_letters_show (cr, layout);
  cairo_restore (cr);
}

void
kith_painting_far_titles (const KithPainting *painting)
{
  if (painting->detail >= KITH_DETAIL_NAMES)
    return;
  for (guint i = 0; i < painting->notes->len; i++)
    if (is_far (painting, painting->notes->pdata[i]))
      draw_far_title (painting, painting->notes->pdata[i]);
}
