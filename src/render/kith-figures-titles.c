/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What frames and the areas of an arrangement are called, and the steps of a grid numbered: how large, so
 * that it can be read where all of the arrangement is in sight, and where it stands. */
#include <math.h>

#include "kith-annotations.h"
#include "kith-figures-private.h"
#include "kith-power-steps.h"

#define WIDEST 900.0 /* a name on one line that has no frame to end it, map units */
#define BESIDE 0.6   /* of a turn's cosine, from which on a name stands beside its segment */
#define WITHIN 5.0   /* below the top of a ring */
#define OFF_AXIS 8.0
#define FEW 3 /* one in so many frames, and no more, has smaller letters than the others */

static const struct
{
  double size;
  KithTextStyle style;
} styles[] = { { 13.0, KITH_TEXT_LABEL },
               { 17.0, KITH_TEXT_AREA },
               { 22.0, KITH_TEXT_TITLE },
               { 34.0, KITH_TEXT_DATE },
               { 56.0, KITH_TEXT_FAR } };

/* The place among the styles of the least that is as large. */
static guint
style_of_size (double size)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (styles) && styles[i].size < size)
    i++;
  return i;
}

static gboolean
words_fit (const char *text, KithTextStyle style, double room)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) layout = kith_text_layout (words[i], style, -1, 1);
      double width;

      kith_text_size (layout, &width, NULL);
      if (width > room)
        return FALSE;
    }
  return TRUE;
}

/* The name of a segment that lies to the left or right stands beside it, where a long one would make all of the map
 * wide: it has two lines if it can, as even as they come. NULL: it cannot. */
static PangoLayout *
lay_out_beside (const KithAnnotation *segment, KithTextStyle style, double whole)
{
  double across = cos ((segment->turn + segment->sweep / 2.0) / 1000.0 * 2 * G_PI);

  if (fabs (across) < BESIDE)
    return NULL;
  for (double room = whole / 2; room < whole * 0.85; room += whole / 20)
    {
      g_autoptr (PangoLayout) layout = kith_text_layout (segment->text, style, room, 2);
      double width;

      if (pango_layout_is_ellipsized (layout) || !words_fit (segment->text, style, room))
        continue;
      kith_text_size (layout, &width, NULL);
      pango_layout_set_width (layout, (int) ceil (width + 1.0) * PANGO_SCALE);
      pango_layout_set_alignment (layout, across < 0.0 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
      return g_steal_pointer (&layout);
    }
  return NULL;
}

/* Frames have room for two lines: an arrangement leaves it, see kith_layout_arrange_in(), and the air
 * above boxes is enough for small letters. */
static PangoLayout *
lay_out (const KithNoteFigure *note, KithTextStyle style)
{
  const KithAnnotation *record = note->record;
  const char *name = kith_note_figure_name (note);
  g_autoptr (PangoLayout) line = NULL;
  PangoLayout *lines;
  double width;

  if (record->form == KITH_ANNOTATION_FRAME)
    return kith_text_layout (name, style, MAX (record->width - 2 * KITH_FRAME_PAD, 10.0), 2);
  line = kith_text_layout (name, style, WIDEST, 1);
  if (!kith_annotation_is_segment (record))
    return g_steal_pointer (&line);
  kith_text_size (line, &width, NULL);
  lines = lay_out_beside (record, style, width);
  return lines != NULL ? lines : g_steal_pointer (&line);
}

/* Whole, with no word broken. */
static gboolean
fits_in_frame (const KithNoteFigure *note, KithTextStyle style)
{
  g_autoptr (PangoLayout) layout = lay_out (note, style);

  return !pango_layout_is_ellipsized (layout)
         && words_fit (note->record->text, style, note->record->width - 2 * KITH_FRAME_PAD);
}

/* The largest of these letters in which it is whole, or the smallest: a frame ends what does not fit. */
static guint
find_fitting (const KithNoteFigure *note, guint most)
{
  if (note->record->form != KITH_ANNOTATION_FRAME)
    return most;
  while (most > 0 && !fits_in_frame (note, styles[most].style))
    most--;
  return most;
}

/* All have the same letters, in which the names of all are whole, but for a few that are narrower than the
 * others: those have the largest in which theirs are. Places among the styles. */
static void
find_letters (GPtrArray *notes, guint most, guint *letters)
{
  guint n_smaller[G_N_ELEMENTS (styles)] = { 0 };
  guint n_frames = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      letters[i] = find_fitting (notes->pdata[i], most);
      n_frames += ((KithNoteFigure *) notes->pdata[i])->record->form == KITH_ANNOTATION_FRAME;
      for (guint k = letters[i] + 1; k <= most; k++)
        n_smaller[k]++;
    }
  while (most > 0 && FEW * n_smaller[most] > n_frames)
    most--;
  for (guint i = 0; i < notes->len; i++)
    letters[i] = MIN (letters[i], most);
}

/* The whole of what an arrangement drew. */
static GPtrArray *
list_arranged (const KithFigures *figures, KithRect *bounds)
{
  GPtrArray *notes = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  *bounds = (KithRect){ 0 };
  g_hash_table_iter_init (&iter, figures->notes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const KithAnnotation *record = ((KithNoteFigure *) value)->record;
      KithRect own = { record->x - record->width / 2, record->y - record->height / 2, record->width,
                       record->height };

      if (!kith_annotation_is_arrangement (record))
        continue;
      *bounds = notes->len > 0 ? kith_rect_union (bounds, &own) : own;
      g_ptr_array_add (notes, value);
    }
  return notes;
}

/* Of a whole ring within it at the top or at the bottom, of a segment outside it in its middle. */
static void
place_on_ring (const KithAnnotation *ring, KithRect *words)
{
  double turn = (ring->turn + ring->sweep / 2.0) / 1000.0 * 2 * G_PI;

  words->x = ring->x - words->width / 2;
  words->y = kith_annotation_is_named_below (ring)
                 ? ring->y + ring->height / 2 - WITHIN - words->height
                 : ring->y - ring->height / 2 + WITHIN;
  for (double out = 8.0; kith_annotation_is_segment (ring) && out < 2 * WIDEST; out += 4.0)
    {
      double x = cos (turn) * (ring->width / 2 + out), y = sin (turn) * (ring->height / 2 + out);

      words->x = ring->x + x - words->width / 2;
      words->y = ring->y + y - words->height / 2;
      if (hypot (MAX (fabs (x) - words->width / 2 - 6.0, 0.0) / (ring->width / 2),
                 MAX (fabs (y) - words->height / 2 - 3.0, 0.0) / (ring->height / 2))
          >= 1.0)
        return;
    }
}

/* Outside the axis, in the middle of the step. */
static void
place_beside_step (const KithNoteFigure *note, double off, KithRect *words)
{
  const KithAnnotation *line = note->record;

  if (line->width >= line->height)
    words->x = line->x - line->width / 2 - off - words->width,
    words->y = (line->y + note->step_from - words->height) / 2;
  else
    words->x = (line->x + note->step_from - words->width) / 2,
    words->y = line->y + line->height / 2 + off;
}

/* Before the end of an axis, and below the numbers of its steps. */
static void
place_on_axis (const KithNoteFigure *note, double off, KithRect *words)
{
  const KithAnnotation *line = note->record;

  if (line->width >= line->height)
    words->x = line->x + line->width / 2 - words->width,
    words->y = line->y + off + (note->has_steps ? words->height * 1.05 : 0.0);
  else
    words->x = line->x - line->width / 2 - 4.0,
    words->y = line->y - line->height / 2 - words->height - 6.0;
}

/**
 * kith_note_figure_place_on_line:
 * @note: an axis, or a line that ends a step of one
 * @off: at least so far from the axis, map units
 * @words: (inout): what stands there; its size is known
 */
void
kith_note_figure_place_on_line (const KithNoteFigure *note, double off, KithRect *words)
{
  off = MAX (off, OFF_AXIS);
  if (note->step > 0)
    place_beside_step (note, off, words);
  else
    place_on_axis (note, off, words);
}

static void
place_in_frame (const KithNoteFigure *note, KithRect *words)
{
  double off = MAX ((KITH_FRAME_BAND - words->height) / 2 + 1.0, 4.0);

  words->x = note->box.x + KITH_FRAME_PAD;
  words->y = kith_annotation_is_named_below (note->record)
                 ? note->box.y + note->box.height - off - words->height
                 : note->box.y + off;
}

/**
 * kith_note_figure_name:
 * @note: a ring, a segment of one, an axis, the end of a step or a frame
 *
 * Returns: (transfer none): what is written there; often ""
 */
const char *
kith_note_figure_name (const KithNoteFigure *note)
{
  static const char *const numbers[] = { "", "1", "2", "3", "4", "5" };

  return note->step > 0 && note->step < G_N_ELEMENTS (numbers) ? numbers[note->step]
                                                               : note->record->text;
}

/**
 * kith_note_figure_place_title:
 * @note: a ring, a segment of one, an axis or a frame
 *
 * Notes where its name stands.
 */
void
kith_note_figure_place_title (KithNoteFigure *note)
{
  const KithAnnotation *record = note->record;
  KithRect *words = &note->words;

  *words = (KithRect){ record->x, record->y, 0, 0 };
  if (*kith_note_figure_name (note) == '\0')
    return;
  kith_text_size (kith_note_figure_layout (note), &words->width, &words->height);
  note->line = words->height / pango_layout_get_line_count (note->layout);
  if (record->form == KITH_ANNOTATION_RING)
    place_on_ring (record, words);
  else if (record->form == KITH_ANNOTATION_LINE)
    kith_note_figure_place_on_line (note, 0.0, words);
  else
    place_in_frame (note, words);
}

/**
 * kith_note_figure_title_layout:
 * @note: a ring, a segment of one, an axis or a frame
 *
 * Returns: (transfer full): its name, on one line or, in a frame and beside a segment, two
 */
PangoLayout *
kith_note_figure_title_layout (const KithNoteFigure *note)
{
  return lay_out (note, note->style);
}

static void
set_style (KithFigures *figures,
           KithNoteFigure *note,
           KithTextStyle style,
           const KithPowerStep *step)
{
  gboolean has_steps = step->axis != NULL;

  if (note->style == style && note->has_steps == has_steps && note->step == step->number
      && note->step_from == step->from)
    return;
  kith_figures_tell_damage (figures, &note->reach);
  kith_figures_doubt_names (figures, &note->reach);
  note->style = style;
  note->has_steps = has_steps;
  note->step = step->number;
  note->step_from = step->from;
  g_clear_object (&note->layout);
  for (guint i = 0; i < KITH_FAR_STEPS; i++)
    g_clear_object (&note->far[i]);
  kith_note_figure_take_room (note);
  kith_figures_tell_damage (figures, &note->reach);
  kith_figures_doubt_names (figures, &note->reach);
}

static KithPowerStep *
list_steps (GPtrArray *notes)
{
  g_autofree const KithAnnotation **records = g_new (const KithAnnotation *, notes->len + 1);
  KithPowerStep *steps = g_new (KithPowerStep, notes->len + 1);

  for (guint i = 0; i < notes->len; i++)
    records[i] = ((KithNoteFigure *) notes->pdata[i])->record;
  kith_power_steps (records, notes->len, steps);
  return steps;
}

/**
 * kith_figures_size_titles:
 * @figures: figures whose annotations have changed
 *
 * Names of an arrangement's areas become as large as all of it asks for, and steps of a grid have their numbers.
 * Cost: a line of text for each.
 */
void
kith_figures_size_titles (KithFigures *figures)
{
  KithRect bounds;
  g_autoptr (GPtrArray) notes = list_arranged (figures, &bounds);
  double size = kith_arrangement_title_size (bounds.width, bounds.height);
  g_autofree guint *letters = g_new (guint, notes->len + 1);
  g_autofree KithPowerStep *steps = list_steps (notes);

  find_letters (notes, style_of_size (size), letters);
  for (guint i = 0; i < notes->len; i++)
    set_style (figures, notes->pdata[i], styles[letters[i]].style, &steps[i]);
  figures->has_bounds = FALSE;
}

typedef gboolean (*NoteTest) (const KithNoteFigure *note, const KithRect *rect);

static gboolean
any_note (const KithFigures *figures, const KithRect *rect, NoteTest is_there)
{
  GHashTableIter iter;
  gpointer note;

  g_hash_table_iter_init (&iter, figures->notes);
  while (g_hash_table_iter_next (&iter, NULL, &note))
    if (is_there (note, rect))
      return TRUE;
  return FALSE;
}

static gboolean
is_called_there (const KithNoteFigure *note, const KithRect *rect)
{
  return note->words.width > 0.0 && kith_rect_touches (&note->words, rect);
}

static gboolean
is_frame_that_ends_there (const KithNoteFigure *note, const KithRect *rect)
{
  return note->record->form == KITH_ANNOTATION_FRAME && kith_rect_touches (&note->box, rect)
         && !(kith_rect_contains (&note->box, rect->x, rect->y)
              && kith_rect_contains (&note->box, rect->x + rect->width, rect->y + rect->height));
}

/**
 * kith_figures_title_in_rect:
 * @figures: figures
 * @rect: a part of the plane, map units
 *
 * Returns: whether what a frame or an area of an arrangement is called lies in it, if only in part
 */
gboolean
kith_figures_title_in_rect (const KithFigures *figures, const KithRect *rect)
{
  return any_note (figures, rect, is_called_there);
}

/**
 * kith_figures_frame_ends_in_rect:
 * @figures: figures
 * @rect: a part of the plane, map units
 *
 * Returns: whether an edge of a frame runs through it
 */
gboolean
kith_figures_frame_ends_in_rect (const KithFigures *figures, const KithRect *rect)
{
  return any_note (figures, rect, is_frame_that_ends_there);
}
