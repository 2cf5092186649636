/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on lines and beside them: chevrons, digits, badges. Those of many halves are drawn at
 * once. */
#include "kith-letters.h"
#include "kith-stroke.h"
#include "kith-text.h"
#include "kith-scribe.h"

#define WORDS_HEIGHT 11.5 /* of the halo of a digit beside a line */
#define HATCH_WIDE 11.0   /* map units between two lines */
#define HATCH_CLOSE 5.5
#define HALO 3.5 /* by which it is wider than the digit */

/* Digits are few, so each is shaped once: on the thread that shapes text, for whoever draws. */
static GMutex digits_lock;

/**
 * kith_stroke_words:
 * @words: a few, in the letters of digits
 *
 * Returns: (transfer none) (nullable): their layout; on another thread than the one that shapes text,
 *   NULL where this has not been called there before
 */
PangoLayout *
kith_stroke_words (const char *words)
{
  static GHashTable *layouts;
  PangoLayout *layout;

  g_mutex_lock (&digits_lock);
  if (layouts == NULL)
    layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  layout = g_hash_table_lookup (layouts, words);
  if (layout == NULL && kith_letters_may_shape ())
    {
      layout = kith_text_layout (words, KITH_TEXT_DIGIT, -1.0, 0);
      kith_letters_prepare (layout);
      g_hash_table_insert (layouts, g_strdup (words), layout);
    }
  g_mutex_unlock (&digits_lock);
  return layout;
}

/* --- Marks beside lines --- */

#define BESIDE 12.0 /* between a line and the middle of words */
#define NEAR_BOX 40.0
#define LONG 70.0    /* a half, with room for words on the other side of its chevron … */
#define LONGER 120.0 /* … and between it and where they stand first */

#define OFF_ARROW 19.0
#define OFF_MIDDLE 5.0

/* Shares of a half: as seen from its box, and where that is taken. */
static const double chevrons[KITH_CHEVRON_PLACES] = { 0.6, 0.46, 0.76 };

/* On a short half, as far off the head of an arrow as leaves it before the middle: the two would look like the
 * lozenge of ends that differ. */
KithPoint
kith_stroke_chevron_place (const KithCurve *half,
                           double length,
                           const KithMarkPlaces *places,
                           KithPoint *along)
{
  double at = length * chevrons[places->chevron];

  if (places->off_arrow)
    at = MAX (at, MIN (OFF_ARROW, length - OFF_MIDDLE));
  return kith_curve_at (half, at, along);
}

guint
kith_stroke_n_words_places (double length)
{
  return length < LONG ? 2 : length < LONGER ? 4 : KITH_WORDS_PLACES;
}

/* Every other place is under the line. */
static gboolean
is_below (guint place)
{
  return place % 2 == 1;
}

/* How far along: near the box, beyond the chevron, between the two. */
static double
words_along (double length, guint place)
{
  double near = MIN (length * 0.32, NEAR_BOX);

  return place < 2 ? near : place < 4 ? length * 0.86 : (near + length * chevrons[0]) / 2;
}

static KithPoint
beside (KithPoint at, KithPoint along, gboolean below)
{
  double up = (along.x >= 0.0 ? 1.0 : -1.0) * (below ? -1.0 : 1.0);

  return (KithPoint){ at.x + along.y * up * BESIDE, at.y - along.x * up * BESIDE };
}

KithPoint
kith_stroke_words_middle (const KithCurve *half, double length, guint place, KithPoint *along)
{
  KithPoint at = kith_curve_at (half, words_along (length, place), along);

  return beside (at, *along, is_below (place));
}

/* What a half says beside its line: an impression's digit in brackets, so that it does not rest on
 * faintness. */
static char *
words_of_opinion (const KithOpinion *opinion)
{
  g_autofree char *digit = kith_opinion_to_digit (opinion);

  return opinion->impression ? g_strdup_printf ("(%s)", digit) : g_steal_pointer (&digit);
}

PangoLayout *
kith_stroke_words_of_opinion (const KithOpinion *opinion)
{
  g_autofree char *words = words_of_opinion (opinion);

  return words[0] != '\0' ? kith_stroke_words (words) : NULL;
}

static void
put_words (const KithCurve *half, double length, guint place, KithMarks *marks)
{
  marks->words_at = kith_curve_at (half, words_along (length, place), &marks->words_along);
  marks->words_middle = beside (marks->words_at, marks->words_along, is_below (place));
  marks->words_below = is_below (place);
}

/**
 * kith_stroke_marks_of_opinion:
 * @half: from the rater's box to the middle
 * @opinion: what this end makes of the other
 * @detail: how much is drawn
 * @places: where
 * @marks: (out): what is drawn beside the line
 */
void
kith_stroke_marks_of_opinion (const KithCurve *half,
                              const KithOpinion *opinion,
                              KithDetail detail,
                              const KithMarkPlaces *places,
                              KithMarks *marks)
{
  double length = kith_curve_length (half);

  *marks = (KithMarks){ 0 };
  if (!kith_opinion_is_rated (opinion) || detail < KITH_DETAIL_NAMES || length < 16.0)
    return;
  marks->chevron = TRUE;
  marks->chevron_ink = (guint8) (KITH_INK_TRUST + opinion->step);
  marks->chevron_at = kith_stroke_chevron_place (half, length, places, &marks->chevron_along);
  if (detail < KITH_DETAIL_FULL)
    return;
  put_words (half, length, places->words, marks);
  marks->words_ink = (guint8) (KITH_INK_DIGIT + opinion->step);
  marks->words = words_of_opinion (opinion);
  marks->range = opinion->low < opinion->high;
}

/* The same of what a lens makes of a half. */
void
kith_stroke_marks_of_look (const KithCurve *half,
                           const KithHalfLook *look,
                           KithDetail detail,
                           const KithMarkPlaces *places,
                           KithMarks *marks)
{
  double length = kith_curve_length (half);

  *marks = (KithMarks){ 0 };
  if (detail < KITH_DETAIL_NAMES || length < 16.0)
    return;
  if (look->chevron)
    {
      marks->chevron = TRUE;
      marks->chevron_ink = look->ink;
      marks->chevron_at = kith_stroke_chevron_place (half, length, places, &marks->chevron_along);
    }
  if (detail < KITH_DETAIL_FULL || look->text[0] == '\0')
    return;
  put_words (half, length, places->words, marks);
  marks->words_ink = KITH_INK_TEXT;
  marks->words = g_strdup (look->text);
}

void
kith_marks_clear (KithMarks *marks)
{
  g_clear_pointer (&marks->words, g_free);
}

static void
add_chevron (cairo_t *cr, const KithMarks *marks)
{
  KithPoint at = marks->chevron_at;
  KithPoint along = marks->chevron_along;

  cairo_move_to (cr, at.x - 2.5 * along.x + 4.6 * along.y, at.y - 2.5 * along.y - 4.6 * along.x);
  cairo_line_to (cr, at.x + 2.5 * along.x, at.y + 2.5 * along.y);
  cairo_line_to (cr, at.x - 2.5 * along.x - 4.6 * along.y, at.y - 2.5 * along.y + 4.6 * along.x);
}

/* Halos first, so that no mark is cut by that of a neighbour; then each ink at once. */
static void
stroke_chevrons (cairo_t *cr, const KithPalette *palette, const KithMarks *marks, guint n)
{
  gboolean inks[256] = { FALSE };
  guint most = 0;

  cairo_set_dash (cr, NULL, 0, 0.0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 4.8);
  kith_colour_set (cr, &palette->ground);
  for (guint i = 0; i < n; i++)
    if (marks[i].chevron)
      {
        add_chevron (cr, &marks[i]);
        inks[marks[i].chevron_ink] = TRUE;
        most = MAX (most, marks[i].chevron_ink + 1u);
      }
  kith_scribe_stroke (cr);
  cairo_set_line_width (cr, 1.8);
  for (guint ink = 0; ink < most; ink++)
    {
      if (!inks[ink])
        continue;
      for (guint i = 0; i < n; i++)
        if (marks[i].chevron && marks[i].chevron_ink == ink)
          add_chevron (cr, &marks[i]);
      kith_colour_set (cr, kith_palette_ink (palette, (int) ink));
      kith_scribe_stroke (cr);
    }
}

/* On a halo of the ground. */
static void
add_halo (cairo_t *cr, const KithMarks *marks)
{
  PangoLayout *layout = kith_stroke_words (marks->words);
  KithPoint middle = marks->words_middle;
  double width;
  double half;

  if (layout == NULL)
    return;
  kith_text_size (layout, &width, NULL);
  half = MAX (width - WORDS_HEIGHT + HALO, 0.0) / 2;
  cairo_move_to (cr, middle.x - half, middle.y);
  cairo_line_to (cr, middle.x + half, middle.y);
}

static void
draw_words (cairo_t *cr, const KithPalette *palette, const KithMarks *marks)
{
  PangoLayout *layout = kith_stroke_words (marks->words);
  KithPoint middle = marks->words_middle;
  double width;
  double height;

  if (layout == NULL)
    return;
  kith_text_size (layout, &width, &height);
  cairo_move_to (cr, middle.x - width / 2, middle.y - height / 2);
  kith_colour_set (cr, kith_palette_ink (palette, marks->words_ink));
  kith_letters_show (cr, layout);
}

/**
 * kith_stroke_marks:
 * @cr: a context in map units
 * @palette: colours
 * @marks: of many halves
 * @n: how many
 */
void
kith_stroke_marks (cairo_t *cr, const KithPalette *palette, const KithMarks *marks, guint n)
{
  cairo_save (cr);
  cairo_new_path (cr);
  stroke_chevrons (cr, palette, marks, n);
  cairo_set_line_width (cr, WORDS_HEIGHT);
  kith_colour_set (cr, &palette->ground);
  for (guint i = 0; i < n; i++)
    if (marks[i].words != NULL && marks[i].words[0] != '\0')
      add_halo (cr, &marks[i]);
  kith_scribe_stroke (cr);
  for (guint i = 0; i < n; i++)
    if (marks[i].words != NULL && marks[i].words[0] != '\0')
      draw_words (cr, palette, &marks[i]);
  cairo_restore (cr);
  for (guint i = 0; i < n; i++)
    if (marks[i].range)
      kith_stroke_range (cr, palette, marks[i].words_at, marks[i].words_along,
                         marks[i].words_below);
}

/* Several voices that do not agree: a thin bracket across from the digit says that there is a range. */
void
kith_stroke_range (cairo_t *cr,
                   const KithPalette *palette,
                   KithPoint at,
                   KithPoint direction,
                   gboolean above)
{
  double down = (direction.x >= 0.0 ? 1.0 : -1.0) * (above ? -1.0 : 1.0);

  kith_stroke_begin_along (cr, at, direction);
  kith_colour_set (cr, &palette->dim);
  cairo_set_line_width (cr, 1.4);
  cairo_move_to (cr, -5.0, 4.5 * down);
  cairo_line_to (cr, -5.0, 7.5 * down);
  cairo_line_to (cr, 5.0, 7.5 * down);
  cairo_line_to (cr, 5.0, 4.5 * down);
  kith_scribe_stroke (cr);
  cairo_restore (cr);
}

/**
 * kith_stroke_half_marks:
 * @cr: a context in map units
 * @palette: colours
 * @half: from the rater's box to the middle
 * @opinion: what this end makes of the other
 * @detail: how much is drawn
 */
void
kith_stroke_half_marks (cairo_t *cr,
                        const KithPalette *palette,
                        const KithCurve *half,
                        const KithOpinion *opinion,
                        KithDetail detail)
{
  KithMarks marks;

  kith_stroke_marks_of_opinion (half, opinion, detail, &(KithMarkPlaces){ 0, 0 }, &marks);
  kith_stroke_marks (cr, palette, &marks, 1);
  kith_marks_clear (&marks);
}

void
kith_stroke_badge (cairo_t *cr, const KithPalette *palette, double cx, double cy, const char *text)
{
  PangoLayout *layout = kith_stroke_words (text);
  double width;
  double height;

  if (layout == NULL)
    return;
  kith_text_size (layout, &width, &height);
  cairo_save (cr);
  cairo_new_path (cr);
  if (width <= 12.0)
    cairo_arc (cr, cx, cy, 8.5, 0.0, 2.0 * G_PI);
  else
    {
      double half = width / 2 - 4.0;

      cairo_arc (cr, cx + half, cy, 8.5, -G_PI_2, G_PI_2);
      cairo_arc (cr, cx - half, cy, 8.5, G_PI_2, 3 * G_PI_2);
      cairo_close_path (cr);
    }
  kith_colour_set (cr, &palette->ground);
  kith_scribe_fill_preserve (cr);
  kith_colour_set (cr, &palette->text);
  cairo_set_line_width (cr, 1.4);
  kith_scribe_stroke (cr);
  cairo_move_to (cr, cx - width / 2, cy - height / 2);
  kith_letters_show (cr, layout);
  cairo_new_path (cr);
  cairo_restore (cr);
}

/**
 * kith_stroke_hatch:
 * @cr: clipped to what is hatched
 * @colour: of the lines, which are faint
 * @rect: round that
 * @hatch: 1 wide apart, 2 close
 */
void
kith_stroke_hatch (cairo_t *cr, const KithColour *colour, const KithRect *rect, guint hatch)
{
  double step = hatch > 1 ? HATCH_CLOSE : HATCH_WIDE;

  cairo_new_path (cr);
  for (double x = rect->x - rect->height + step / 2; x < rect->x + rect->width; x += step)
    {
      cairo_move_to (cr, x, rect->y + rect->height);
      cairo_line_to (cr, x + rect->height, rect->y);
    }
  kith_colour_set_faint (cr, colour, 0.25);
  cairo_set_line_width (cr, 1.0);
  kith_scribe_stroke (cr);
}
