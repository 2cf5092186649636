/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The painter of annotations: what lies under spaces, links and boxes. */
#include "kith-painter-private.h"

#include "kith-letters.h"

#include "kith-annotations.h"
#include "kith-picture-surface.h"

#define FRAME_RADIUS 12.0
#define TEXT_RADIUS 6.0
#define FRAME_FILL 0.6 /* strength where nobody has said otherwise */
#define FRAME_BORDER 0.75
#define BACKDROP 0.4

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
  cairo_fill (painting->cr);
}

/* On its own border, for it has room within. */
static void
draw_ring (const KithPainting *painting, const KithNoteFigure *note, double radius)
{
  if (!kith_painting_is_selected (painting, note->record->record.id))
    return;
  kith_painting_rounded (painting, &note->box, radius);
  kith_colour_set (painting->cr, &painting->palette->text);
  cairo_set_line_width (painting->cr, MAX (2.0, 2.0 / MAX (painting->paint->scale, 0.05)));
  cairo_stroke (painting->cr);
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
  cairo_stroke (painting->cr);
}

void
kith_painting_note_marks (const KithPainting *painting, const KithNoteFigure *note)
{
  static const double radii[] = {
    [KITH_ANNOTATION_FRAME] = FRAME_RADIUS,
    [KITH_ANNOTATION_TEXT] = TEXT_RADIUS,
  };

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
  double height = 0.0;

  fill (painting, note, FRAME_RADIUS, strength_of (note, FRAME_FILL));
  kith_painting_rounded (painting, &note->box, FRAME_RADIUS);
  kith_colour_set_faint (painting->cr, accent, FRAME_BORDER);
  cairo_set_line_width (painting->cr, painting->palette->border - 0.2);
  cairo_stroke (painting->cr);
  draw_hover (painting, note);
  draw_ring (painting, note, FRAME_RADIUS);
  kith_text_size (kith_note_figure_layout (note), NULL, &height);
  draw_words (painting, note, accent, KITH_FRAME_PAD, (KITH_FRAME_BAND - height) / 2 + 1.0);
  draw_lock (painting, note);
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

/**
 * kith_painting_notes:
 * @painting: what is being painted
 * @clip: the part of the plane, map units
 */
void
kith_painting_notes (const KithPainting *painting, const KithRect *clip)
{
  g_autoptr (GPtrArray) notes = kith_figures_notes_in (painting->figures, clip);

  for (guint i = 0; i < notes->len; i++)
    {
      KithNoteFigure *note = notes->pdata[i];

      if (note->record->form == KITH_ANNOTATION_BACKDROP)
        draw_backdrop (painting, note);
      else if (note->record->form == KITH_ANNOTATION_FRAME)
        draw_frame (painting, note);
      else if (note->record->form == KITH_ANNOTATION_TEXT)
        draw_text (painting, note);
    }
}
