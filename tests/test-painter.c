/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the painter draws, by its pixels, and whether its colours can be told from what is under
 * them. */
#include <math.h>

#include "kith-annotations.h"
#include "kith-stroke.h"
#include "kith-test-maps.h"
#include "map-drawing.h"

/* A colour over the ground at some strength. */
static KithColour
over (const KithColour *colour, const KithColour *ground, double strength)
{
  return (KithColour){ colour->red * strength + ground->red * (1 - strength),
                       colour->green * strength + ground->green * (1 - strength),
                       colour->blue * strength + ground->blue * (1 - strength), 1.0 };
}

/* Two boxes 400 apart and a link between them, rated from both ends: from 85 to 315. */
typedef struct
{
  KithMap *map;
  KithId a;
  KithId b;
  KithId link;
} Pair;

static Pair
new_pair (int score_a, KithBasis basis_a, int score_b, KithBasis basis_b)
{
  Pair pair = { kith_map_new () };

  pair.a = test_stakeholder (pair.map, "A", 0, 0);
  pair.b = test_stakeholder (pair.map, "B", 400, 0);
  pair.link = test_link (pair.map, pair.a, pair.b);
  if (score_a != 0)
    test_rate (pair.map, pair.link, KITH_END_A, "", basis_a, (KithScore) score_a, "2020");
  if (score_b != 0)
    test_rate (pair.map, pair.link, KITH_END_B, "", basis_b, (KithScore) score_b, "2020");
  return pair;
}

static const KithRect around_pair = { -100, -50, 600, 100 };
/* Parts of the halves that are clear of chevrons, digits and what lies in the middle. */
static const KithRect plain_a = { 86, -12, 20, 24 };
static const KithRect plain_b = { 294, -12, 20, 24 };

static void
test_steps_in_their_half (void)
{
  for (guint palette = KITH_PALETTE_LIGHT; palette <= KITH_PALETTE_DARK_CONTRAST; palette++)
    for (int step = 1; step <= 5; step++)
      {
        Pair pair = new_pair (step, KITH_BASIS_AGREED, 6 - step, KITH_BASIS_AGREED);
        const KithPalette *colours = kith_palette_get ((KithPaletteName) palette);
        Drawing drawing = draw_at (pair.map, (KithPaletteName) palette, around_pair, 2.0, FALSE);

        g_assert_cmpuint (count (&drawing, plain_a, &colours->trust[step]), >, 20);
        g_assert_cmpuint (count (&drawing, plain_b, &colours->trust[6 - step]), >, 20);
        if (step != 3)
          {
            g_assert_cmpuint (count (&drawing, plain_a, &colours->trust[6 - step]), ==, 0);
            g_assert_cmpuint (count (&drawing, plain_b, &colours->trust[step]), ==, 0);
          }
        cairo_surface_destroy (drawing.surface);
        kith_map_unref (pair.map);
      }
}

/* In how many runs a line across the half at x is anything but ground; how high together. */
static guint
runs_across (const Drawing *drawing, double x, const KithColour *ground, double *height)
{
  guint runs = 0;
  gboolean was = FALSE;
  int column = (int) ((x - drawing->place.x) * drawing->zoom);

  *height = 0.0;
  for (int y = 0; y < cairo_image_surface_get_height (drawing->surface); y++)
    {
      KithColour at = pixel (drawing, column, y);
      gboolean is = apart (&at, ground) > 0.25;

      runs += is && !was;
      *height += is / drawing->zoom;
      was = is;
    }
  return runs;
}

/* The form says what the colour says. */
static void
test_forms (void)
{
  static const struct
  {
    int score;
    guint across; /* lines side by side */
    double least;
    double most;
    guint along_least; /* pieces one after the other on 40 units */
    guint along_most;
  } rows[] = {
    { 5, 2, 2.0, 4.4, 0, 1 },  { 4, 1, 3.7, 4.8, 1, 1 },  { 3, 1, 1.5, 2.6, 1, 1 },
    { 2, 1, 1.6, 2.8, 2, 4 },  { 6, 1, 0.0, 3.0, 6, 10 }, { 0, 1, 0.9, 2.0, 1, 1 },
    { 1, 1, 1.5, 9.0, 6, 12 },
  };
  const KithColour *ground = &kith_palette_get (KITH_PALETTE_LIGHT)->ground;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Pair pair = new_pair (rows[i].score, KITH_BASIS_AGREED, 0, KITH_BASIS_AGREED);
      Drawing drawing = draw_at (pair.map, KITH_PALETTE_LIGHT, around_pair, 4.0, FALSE);
      double height;
      guint along = runs_along (&drawing, 86, 126, 0.3, ground);

      g_test_message ("score %d: %u pieces", rows[i].score, along);
      if (rows[i].score != 6)
        g_assert_cmpuint (runs_across (&drawing, 88.3, ground, &height), ==, rows[i].across);
      if (rows[i].score != 6)
        g_assert_cmpfloat (height, >, rows[i].least);
      if (rows[i].score != 6)
        g_assert_cmpfloat (height, <, rows[i].most);
      g_assert_cmpuint (along, >=, rows[i].along_least);
      g_assert_cmpuint (along, <=, rows[i].along_most);
      cairo_surface_destroy (drawing.surface);
      kith_map_unref (pair.map);
    }
}

static void
test_unrated (void)
{
  Pair pair = new_pair (0, KITH_BASIS_AGREED, 4, KITH_BASIS_AGREED);
  const KithPalette *colours = kith_palette_get (KITH_PALETTE_LIGHT);
  Drawing drawing = draw_at (pair.map, KITH_PALETTE_LIGHT, around_pair, 4.0, FALSE);

  g_assert_cmpuint (count (&drawing, plain_a, &colours->line), >, 60);
  for (int step = 0; step <= 5; step++)
    g_assert_cmpuint (count (&drawing, plain_a, &colours->trust[step]), ==, 0);
  cairo_surface_destroy (drawing.surface);
  kith_map_unref (pair.map);
}

static void
test_impression (void)
{
  Pair pair = new_pair (4, KITH_BASIS_IMPRESSION, 4, KITH_BASIS_OWN_WORDS);
  const KithPalette *colours = kith_palette_get (KITH_PALETTE_LIGHT);
  KithColour faint = over (&colours->trust[4], &colours->ground, 0.5);
  Drawing drawing = draw_at (pair.map, KITH_PALETTE_LIGHT, around_pair, 4.0, FALSE);

  g_assert_cmpuint (count (&drawing, plain_a, &faint), >, 60);
  g_assert_cmpuint (count (&drawing, plain_a, &colours->trust[4]), ==, 0);
  g_assert_cmpuint (count (&drawing, plain_b, &colours->trust[4]), >, 60);
  cairo_surface_destroy (drawing.surface);
  kith_map_unref (pair.map);
}

static void
test_lozenge (void)
{
  static const struct
  {
    int a;
    int b;
    gboolean shown;
  } rows[] = { { 4, 2, TRUE }, { 1, 5, TRUE }, { 4, 3, FALSE }, { 3, 3, FALSE }, { 4, 6, FALSE } };
  const KithPalette *colours = kith_palette_get (KITH_PALETTE_LIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Pair pair = new_pair (rows[i].a, KITH_BASIS_AGREED, rows[i].b, KITH_BASIS_AGREED);
      Drawing drawing = draw_at (pair.map, KITH_PALETTE_LIGHT, around_pair, 4.0, FALSE);
      KithRect middle = { 190, -8, 20, 16 };
      guint n = count (&drawing, middle, &colours->text);

      g_assert_cmpint (n > 60, ==, rows[i].shown);
      /* open: the ground shows in its middle */
      if (rows[i].shown)
        g_assert_cmpuint (count (&drawing, (KithRect){ 198, -2, 4, 4 }, &colours->ground), >, 200);
      cairo_surface_destroy (drawing.surface);
      kith_map_unref (pair.map);
    }
}

/* Text is dark in a place of its own: names right of the sign. */
static guint
n_text (KithMap *map, double zoom, gboolean full)
{
  Drawing drawing = draw_at (map, KITH_PALETTE_LIGHT, (KithRect){ -100, -60, 240, 120 }, zoom,
                             full);
  const KithColour *fill = &kith_palette_get (KITH_PALETTE_LIGHT)->sectors[0].fill;
  guint n = 0;

  for (int y = (int) (44 * zoom); y < (int) (76 * zoom); y++)
    for (int x = (int) (56 * zoom); x < (int) (170 * zoom); x++)
      {
        KithColour at = pixel (&drawing, x, y);

        n += apart (&at, fill) > 0.15;
      }
  cairo_surface_destroy (drawing.surface);
  return n;
}

static void
test_detail (void)
{
  g_autoptr (KithMap) map = kith_map_new ();

  test_stakeholder (map, "Northmoor Police", 0, 0);
  g_assert_cmpuint (n_text (map, 1.0, FALSE), >, 100);
  g_assert_cmpuint (n_text (map, 0.4, FALSE), >, 20);
  g_assert_cmpuint (n_text (map, 0.2, FALSE), ==, 0);
  g_assert_cmpuint (n_text (map, 0.2, TRUE), >, 5);
  g_assert_cmpint (kith_detail_at (1.0, FALSE), ==, KITH_DETAIL_FULL);
  g_assert_cmpint (kith_detail_at (0.05, FALSE), ==, KITH_DETAIL_DOTS);
  g_assert_cmpint (kith_detail_at (0.05, TRUE), ==, KITH_DETAIL_FULL);
}

static void
test_dark (void)
{
  Pair pair = new_pair (4, KITH_BASIS_AGREED, 2, KITH_BASIS_AGREED);
  const KithPalette *dark = kith_palette_get (KITH_PALETTE_DARK);
  Drawing drawing = draw_at (pair.map, KITH_PALETTE_DARK, around_pair, 2.0, FALSE);

  g_assert_cmpuint (count (&drawing, around_pair, &dark->ground), >, 200 * 400);
  g_assert_cmpuint (count (&drawing, around_pair, &dark->sectors[0].fill), >, 500);
  cairo_surface_destroy (drawing.surface);
  kith_map_unref (pair.map);
}

/* Whatever is drawn of a link lies within what it says it covers: who keeps tiles relies on it. */
static void
test_ink_within_bounds (void)
{
  for (guint turn = 0; turn < 8; turn++)
    {
      Pair pair = new_pair (2, KITH_BASIS_AGREED, 5, KITH_BASIS_AGREED);
      KithView view = KITH_VIEW_INIT;
      double x = 330 * cos (turn * G_PI / 8);
      double y = 330 * sin (turn * G_PI / 8);
      KithLink *link;
      KithRect bounds;
      cairo_surface_t *record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (record);
      KithRect ink;

      test_do (pair.map, kith_verb_move (pair.map, &pair.b, 1, (double[]){ x, y }, NULL));
      test_rate (pair.map, pair.link, KITH_END_A, "other", KITH_BASIS_AGREED, 5, "2020");
      test_rate (pair.map, pair.link, KITH_END_B, "other", KITH_BASIS_AGREED, 2, "2020");
      link = kith_record_copy (kith_map_link (pair.map, pair.link));
      link->direction = KITH_DIRECTION_BOTH;
      link->is_private = TRUE;
      test_put (pair.map, link);
      {
        g_autoptr (KithFigures) figures = kith_figures_new (pair.map, &view);
        KithPaint paint = { .scale = 1.0 };
        KithPainting painting = { cr, figures, &paint, kith_palette_get (KITH_PALETTE_LIGHT),
                                  KITH_DETAIL_FULL };

        g_assert_true (kith_figures_extent (figures, pair.link, &bounds));
        kith_painting_link (&painting, g_hash_table_lookup (figures->links, &pair.link));
      }
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (record, &ink.x, &ink.y, &ink.width, &ink.height);
      cairo_surface_destroy (record);
      bounds = kith_rect_grow (&bounds, 1.0); /* ink is given in whole pixels */
      g_assert_cmpfloat (ink.x, >=, bounds.x);
      g_assert_cmpfloat (ink.y, >=, bounds.y);
      g_assert_cmpfloat (ink.x + ink.width, <=, bounds.x + bounds.width);
      g_assert_cmpfloat (ink.y + ink.height, <=, bounds.y + bounds.height);
      kith_map_unref (pair.map);
    }
}

static gboolean
stop (gpointer data)
{
  (*(guint *) data)++;
  return FALSE;
}

static void
test_tick (void)
{
  g_autoptr (KithMap) map = test_random_map (100, 200, 0, 81);
  KithView view = KITH_VIEW_INIT;
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 10, 10);
  cairo_t *cr = cairo_create (surface);
  guint calls = 0;
  KithPaint paint = { .scale = 1.0,
                      .clip = kith_figures_bounds (figures),
                      .tick = stop,
                      .tick_data = &calls };

  g_assert_false (kith_painter_draw (cr, figures, &paint));
  g_assert_cmpuint (calls, ==, 1);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* --- Colours (WCAG 2.2) --- */

static double
linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
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
  double one = luminance (a) + 0.05;
  double other = luminance (b) + 0.05;

  return MAX (one, other) / MIN (one, other);
}

static void
test_contrast (void)
{
  for (guint name = KITH_PALETTE_LIGHT; name <= KITH_PALETTE_BLACK_ON_WHITE; name++)
    {
      const KithPalette *p = kith_palette_get ((KithPaletteName) name);

      g_test_message ("palette %u", name);
      for (guint i = 0; i < 13; i++)
        {
          g_assert_cmpfloat (contrast (&p->text, &p->sectors[i].fill), >=, 7.0);
          g_assert_cmpfloat (contrast (&p->sectors[i].accent, &p->sectors[i].fill), >=, 4.5);
          g_assert_cmpfloat (contrast (&p->sectors[i].accent, &p->ground), >=, 4.5);
        }
      for (guint step = 0; step <= 5; step++)
        {
          g_assert_cmpfloat (contrast (&p->trust[step], &p->ground), >=, 3.0);
          g_assert_cmpfloat (contrast (&p->trust[step], &p->space_fill), >=, 3.0);
          g_assert_cmpfloat (contrast (&p->trust[step], &p->card), >=, 3.0);
        }
      g_assert_cmpfloat (contrast (&p->dim, &p->ground), >=, 4.5);
      g_assert_cmpfloat (contrast (&p->dim, &p->space_fill), >=, 4.5);
      g_assert_cmpfloat (contrast (&p->text, &p->ground), >=, 7.0);
      g_assert_cmpfloat (contrast (&p->text, &p->card), >=, 7.0);
      g_assert_cmpfloat (contrast (&p->space, &p->ground), >=, 4.5);
      g_assert_cmpfloat (contrast (&p->space, &p->space_fill), >=, 4.5);
      g_assert_cmpfloat (contrast (&p->line, &p->ground), >=, 3.0);
      g_assert_cmpfloat (contrast (&p->line, &p->space_fill), >=, 3.0);
    }
}

/* A band of it, onto a part of the same pixels. */
static void
draw_band (const Drawing *drawing, const KithFigures *figures, int top, int rows)
{
  int stride = cairo_image_surface_get_stride (drawing->surface);
  cairo_surface_t *band =
      cairo_image_surface_create_for_data (cairo_image_surface_get_data (drawing->surface)
                                               + top * stride,
                                           CAIRO_FORMAT_RGB24,
                                           cairo_image_surface_get_width (drawing->surface), rows,
                                           stride);
  KithPaint paint = { .scale = 1.0, .clip = drawing->place, .full = TRUE };
  cairo_t *cr = cairo_create (band);

  paint.band = kith_rect_grow (&(KithRect){ drawing->place.x, drawing->place.y + top,
                                            drawing->place.width, rows },
                               40.0);
  kith_painter_ground (cr, KITH_PALETTE_LIGHT);
  cairo_translate (cr, -drawing->place.x, -drawing->place.y - top);
  g_assert_true (kith_painter_draw (cr, figures, &paint));
  cairo_destroy (cr);
  cairo_surface_destroy (band);
}

static void
test_bands (void)
{
  g_autoptr (KithMap) map = test_random_map (120, 300, 5, 85);
  KithView view = { KITH_TEAM, KITH_PALETTE_LIGHT, KITH_CORNER_HIDDEN };
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  KithRect bounds = kith_figures_bounds (figures);
  KithRect place = { floor (bounds.x), floor (bounds.y), ceil (bounds.width), 900 };
  Drawing whole = draw_at (map, KITH_PALETTE_LIGHT, place, 1.0, TRUE);
  Drawing parts = { cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) place.width, 900), place,
                    1.0 };

  for (int top = 0; top < 900; top += 180)
    draw_band (&parts, figures, top, 180);
  cairo_surface_mark_dirty (parts.surface);
  for (int y = 0; y < 900; y++)
    for (int x = 0; x < (int) place.width; x++)
      {
        KithColour one = pixel (&whole, x, y);
        KithColour other = pixel (&parts, x, y);

        g_assert_cmpfloat (apart (&one, &other), <, 0.02);
      }
  cairo_surface_destroy (whole.surface);
  cairo_surface_destroy (parts.surface);
}

#define THIN 0.35 /* strokes of letters are fainter than their colour */

/* Seen from afar a frame is still called something; on paper letters stay as they are. */
static void
test_title_from_afar (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithPlace place = { 0, 0, 1600, 1000 };
  KithAnnotation *frame = kith_annotation_draft (KITH_ANNOTATION_FRAME, &place);
  KithRect around = { -900, -600, 1800, 1200 }, title = { -760, -480, 500, 120 };
  KithColour accent;
  g_autoptr (KithEdit) edit = NULL;
  Drawing screen, paper;

  frame->colour = 3;
  kith_text_set (&frame->text, "Voluntary");
  edit = kith_verb_add_annotation (map, frame);
  g_assert_true (kith_map_apply (map, edit, NULL));
  accent = kith_palette_get (KITH_PALETTE_LIGHT)->sectors[frame->colour].accent;
  screen = draw_at (map, KITH_PALETTE_LIGHT, around, 0.1, FALSE);
  paper = draw_at (map, KITH_PALETTE_LIGHT, around, 0.1, TRUE);
  g_assert_cmpuint (count_within (&screen, title, &accent, THIN), >, 40);
  g_assert_cmpuint (count_within (&paper, title, &accent, THIN), <, 10);
  cairo_surface_destroy (screen.surface);
  cairo_surface_destroy (paper.surface);
}

/* Links run over what a ring is called, which can be read all the same. */
static void
test_ring_title_over_links (void)
{
  Pair pair = new_pair (4, KITH_BASIS_AGREED, 4, KITH_BASIS_AGREED);
  KithPlace place = { 200, 480, 1600, 1000 };
  KithAnnotation *ring = kith_annotation_draft (KITH_ANNOTATION_RING, &place);
  const KithColour *blue = &kith_palette_get (KITH_PALETTE_LIGHT)->trust[4];
  KithRect around = { -100, -100, 600, 200 }, title = { 160, -10, 80, 20 };
  Drawing before = draw_at (pair.map, KITH_PALETTE_LIGHT, around, 1, TRUE), after;

  ring->arrangement = KITH_ARRANGEMENT_RINGS, kith_text_set (&ring->text, "Neighbourhood");
  test_do (pair.map, kith_verb_add_annotation (pair.map, ring));
  after = draw_at (pair.map, KITH_PALETTE_LIGHT, around, 1.0, TRUE);
  g_assert_cmpuint (count (&before, title, blue), >, 80);
  g_assert_cmpuint (count (&after, title, blue), <, 8);
  cairo_surface_destroy (before.surface);
  cairo_surface_destroy (after.surface);
  kith_map_unref (pair.map);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter/each-step-has-its-colour-in-its-half", test_steps_in_their_half);
  g_test_add_func ("/painter/each-step-has-its-form", test_forms);
  g_test_add_func ("/painter/an-unrated-half-is-a-plain-line", test_unrated);
  g_test_add_func ("/painter/an-impression-is-fainter", test_impression);
  g_test_add_func ("/painter/a-gap-of-two-steps-has-a-lozenge", test_lozenge);
  g_test_add_func ("/painter/no-text-that-cannot-be-read", test_detail);
  g_test_add_func ("/painter/draws-the-dark-palette", test_dark);
  g_test_add_func ("/painter/ink-stays-within-what-figures-say", test_ink_within_bounds);
  g_test_add_func ("/painter/stops-when-told", test_tick);
  g_test_add_func ("/painter/colours-can-be-told-from-what-is-under-them", test_contrast);
  g_test_add_func ("/painter/bands-are-the-same-picture", test_bands);
  g_test_add_func ("/painter/frames-have-titles-from-afar", test_title_from_afar);
  g_test_add_func ("/painter/rings-are-called-over-links", test_ring_title_over_links);
  return g_test_run ();
}
