/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What frames, rings, and axes and steps of a grid are called where they are seen from so far away that their own letters are too
 * small: in letters as large as on any screen, within what they have of it. */
#include <math.h>

#include "kith-annotations.h"
#include "kith-figures-private.h"
#include "kith-letters.h"

#define READABLE 11.0  /* letters, pixels */
#define OWN_SIZE 13.0  /* of the letters that are made larger, map units */
#define OWN_LINE 1.2   /* of letters */
#define BESIDE 4.0     /* from the edge of a frame, pixels */
#define BELOW 3.0      /* from its top */
#define NARROWEST 30.0 /* pixels, that still say something */
#define OF_RING 0.6    /* of its width, where its top is not yet too curved */

/**
 * kith_note_figure_is_far:
 * @note: a note
 * @scale: pixels a map unit, on a screen
 *
 * Returns: whether its title is to be drawn by kith_note_figure_far_title()
 */
gboolean
kith_note_figure_is_far (const KithNoteFigure *note, double scale)
{
  const KithAnnotation *record = note->record;

  return scale < KITH_FAR_SCALE && *kith_note_figure_name (note) != '\0'
         && (record->form == KITH_ANNOTATION_FRAME || note->has_steps
             || (record->form == KITH_ANNOTATION_RING && !kith_annotation_is_segment (record)))
         && note->line * scale < READABLE * OWN_LINE;
}

/* Sizes go up by steps, so that a change of scale does not ask for all letters anew. */
static double
size_of (guint step)
{
  return OWN_SIZE * pow (2.0, step / 4.0);
}

static guint
step_at (double scale)
{
  guint step = 0;

  while (step + 1 < KITH_FAR_STEPS && size_of (step) * scale < READABLE)
    step++;
  return step;
}

static gboolean
is_upright (const KithNoteFigure *note)
{
  return note->record->height > note->record->width;
}

/* Steps that lie on each other have the whole width beside them. */
static double
room_of (const KithNoteFigure *note, double scale)
{
  if (note->has_steps)
    return note->step > 0 && is_upright (note) ? note->record->x - note->step_from
                                               : note->reach.width;
  return note->record->form == KITH_ANNOTATION_RING ? note->record->width * OF_RING
                                                    : note->record->width - 2 * BESIDE / scale;
}

static gboolean
is_wider (const char *word, double room)
{
  g_autoptr (PangoLayout) layout = kith_text_layout (word, KITH_TEXT_LABEL, -1, 1);
  double width;

  kith_text_size (layout, &width, NULL);
  return width > room;
}

static gboolean
words_fit (const char *text, double room)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (is_wider (words[i], room))
      return FALSE;
  return TRUE;
}

/* On two lines where that breaks no word. */
static PangoLayout *
lay_out (const KithNoteFigure *note, guint step)
{
  double least = READABLE / size_of (step); /* the scale at which there is the least room */
  double room = MAX (room_of (note, least) * least * OWN_SIZE / READABLE, 1.0);
  gboolean two = note->record->form == KITH_ANNOTATION_FRAME
                 && words_fit (note->record->text, room);

  return kith_text_layout (kith_note_figure_name (note), KITH_TEXT_LABEL, room, two ? 2 : 1);
}

static void
place (const KithNoteFigure *note, double scale, KithRect *words)
{
  const KithAnnotation *record = note->record;
  double top = record->y - record->height / 2, bottom = record->y + record->height / 2;

  words->x = record->form == KITH_ANNOTATION_RING ? record->x - words->width / 2
                                                  : record->x - record->width / 2 + BESIDE / scale;
  words->y = kith_annotation_is_named_below (record) ? bottom - BELOW / scale - words->height
                                                     : top + BELOW / scale;
}

/* Between the numbers of its neighbours, and where it will be drawn. */
static gboolean
has_room (const KithNoteFigure *note, double scale, const KithRect *words)
{
  const KithRect *reach = &note->reach;

  if (!note->has_steps)
    return words->height + 2 * BELOW / scale <= note->record->height;
  if (note->step > 0 && is_upright (note)
      && words->width + 2 * BESIDE / scale > note->record->x - note->step_from)
    return FALSE;
  if (note->step > 0 && !is_upright (note) && words->height > note->step_from - note->record->y)
    return FALSE;
  return words->x >= reach->x && words->x + words->width <= reach->x + reach->width
         && words->y >= reach->y && words->y + words->height <= reach->y + reach->height;
}

/**
 * kith_note_figure_far_title:
 * @note: one that is far
 * @scale: pixels a map unit, on a screen
 * @words: (out): where the title stands
 * @larger: (out): how much larger than it is laid out
 *
 * On another thread than the one that shapes text only what that has asked for at the same scale.
 *
 * Returns: (transfer none) (nullable): its letters; NULL where there is no room for them
 */
PangoLayout *
kith_note_figure_far_title (KithNoteFigure *note, double scale, KithRect *words, double *larger)
{
  guint step = step_at (scale);

  if (!note->has_steps && room_of (note, scale) * scale < NARROWEST)
    return NULL;
  if (note->far[step] == NULL && kith_letters_may_shape ())
    note->far[step] = lay_out (note, step);
  if (note->far[step] == NULL)
    return NULL;
  *larger = size_of (step) / OWN_SIZE;
  kith_text_size (note->far[step], &words->width, &words->height);
  words->width *= *larger, words->height *= *larger;
  if (note->has_steps)
    kith_note_figure_place_on_line (note, BELOW / scale, words);
  else
    place (note, scale, words);
  return has_room (note, scale, words) ? note->far[step] : NULL;
}
