/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where title block, map and legend stand on a page. */
#include <cairo.h>

#include "kith-sheet.h"
#include "kith-test-maps.h"

#define SLIDE_WIDTH 1366
#define SLIDE_HEIGHT 768

/* Without a height of its own a page is as high as what is on it. */
static KithSheet *
sheet_of (KithMap *map, KithCorner corner, double width, double height, const KithSheetFrame *frame)
{
  static GPtrArray *no_news;
  KithView view = KITH_VIEW_INIT;
  KithSheetFormat format = { .width = width,
                             .height = height,
                             .margin = 17,
                             .furniture = 0.85,
                             .title_block = TRUE,
                             .title = "Northmoor",
                             .frame = frame };

  if (no_news == NULL)
    no_news = g_ptr_array_new ();
  if (frame != NULL && frame->news == NULL)
    ((KithSheetFrame *) frame)->news = no_news;
  view.legend = corner;
  return kith_sheet_new (map, &view, &format);
}

static KithSheet *
slide_of (KithMap *map, KithCorner corner)
{
  return sheet_of (map, corner, SLIDE_WIDTH, SLIDE_HEIGHT, NULL);
}

static cairo_surface_t *
draw (KithSheet *sheet, gboolean map)
{
  cairo_surface_t *surface;
  double width, height;
  cairo_t *cr;

  kith_sheet_size (sheet, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cr = cairo_create (surface);
  kith_sheet_prepare (sheet);
  if (map)
    kith_sheet_draw_map (sheet, cr, 0, height, NULL, NULL);
  else
    kith_sheet_draw_about (sheet, cr, TRUE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
is_inked (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (
             surface)[y * cairo_image_surface_get_stride (surface) + 4 * x + 3]
         > 0;
}

static guint
n_inked (cairo_surface_t *surface, int left, int top, int right, int bottom)
{
  guint n = 0;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      n += is_inked (surface, x, y);
  return n;
}

/* Below it the legend took a fifth of the height, beside ground that nothing stood on. */
static void
test_beside (void)
{
  g_autoptr (KithMap) map = test_random_map (24, 40, 2, 7);
  g_autoptr (KithSheet) bare = slide_of (map, KITH_CORNER_HIDDEN);
  g_autoptr (KithSheet) sheet = slide_of (map, KITH_CORNER_BOTTOM_LEFT);

  g_assert_true (kith_sheet_has_column (sheet));
  g_assert_cmpfloat (kith_sheet_scale (sheet), >, 0.9 * kith_sheet_scale (bare));
}

/* Where it would make the map no larger: on an upright page, for a small map, for one that is much
 * wider than high, on a page as large as its map, and on one that is too low for a column. */
static void
test_below (void)
{
  static const struct
  {
    guint n;
    double width, height;
  } pages[] = { { 24, 794, 1123 },
                { 1, 1366, 768 },
                { 2, 700, 768 },
                { 24, 0, 0 },
                { 24, 900, 190 } };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (KithMap) map = test_random_map (pages[i].n, pages[i].n > 3 ? 40 : 0, 0, 7);
      g_autoptr (KithSheet) sheet = sheet_of (map, KITH_CORNER_BOTTOM_LEFT, pages[i].width,
                                              pages[i].height, NULL);

      g_test_message ("page %u", i);
      g_assert_false (kith_sheet_has_column (sheet));
    }
}

/* As in the window: at the side and the end that were chosen there, over nothing of the map. */
static void
test_corners (void)
{
  g_autoptr (KithMap) map = test_random_map (24, 40, 2, 7);

  for (guint corner = KITH_CORNER_TOP_LEFT; corner <= KITH_CORNER_BOTTOM_RIGHT; corner++)
    {
      g_autoptr (KithSheet) sheet = slide_of (map, (KithCorner) corner);
      gboolean right = corner == KITH_CORNER_TOP_RIGHT || corner == KITH_CORNER_BOTTOM_RIGHT;
      cairo_surface_t *about = draw (sheet, FALSE);
      cairo_surface_t *shown = draw (sheet, TRUE);
      guint both = 0;

      g_assert_true (kith_sheet_has_column (sheet));
      g_assert_cmpuint (n_inked (about, right ? SLIDE_WIDTH / 2 : 0, 200,
                                 right ? SLIDE_WIDTH : SLIDE_WIDTH / 2, SLIDE_HEIGHT),
                        >, 20000);
      g_assert_cmpuint (n_inked (about, right ? 0 : SLIDE_WIDTH / 2, 200,
                                 right ? SLIDE_WIDTH / 2 : SLIDE_WIDTH, SLIDE_HEIGHT),
                        ==, 0);
      if (corner == KITH_CORNER_BOTTOM_LEFT || corner == KITH_CORNER_BOTTOM_RIGHT)
        g_assert_cmpuint (n_inked (about, 0, SLIDE_HEIGHT - 18, SLIDE_WIDTH, SLIDE_HEIGHT - 17), >,
                          0);
      else
        g_assert_cmpuint (n_inked (about, 0, SLIDE_HEIGHT - 60, SLIDE_WIDTH, SLIDE_HEIGHT), ==, 0);
      for (int y = 0; y < SLIDE_HEIGHT; y++)
        for (int x = 0; x < SLIDE_WIDTH; x++)
          both += is_inked (about, x, y) && is_inked (shown, x, y);
      g_assert_cmpuint (both, ==, 0);
      cairo_surface_destroy (about);
      cairo_surface_destroy (shown);
    }
}

/* A band of a large picture that is said to be so has nothing about the map in it. */
static void
test_bare (void)
{
  g_autoptr (KithMap) map = test_random_map (24, 40, 2, 7);

  for (guint upright = 0; upright < 2; upright++)
    {
      double width = upright ? 794 : SLIDE_WIDTH;
      double height = upright ? 1123 : SLIDE_HEIGHT;
      g_autoptr (KithSheet) sheet = sheet_of (map, KITH_CORNER_TOP_LEFT, width, height, NULL);
      cairo_surface_t *about = draw (sheet, FALSE);
      guint bare = 0;

      g_assert_cmpint (kith_sheet_has_column (sheet), ==, !upright);
      for (int y = 0; y + 8 < (int) height; y += 4)
        if (kith_sheet_is_bare (sheet, y, y + 8))
          {
            bare++;
            g_assert_cmpuint (n_inked (about, 0, y, (int) width, y + 8), ==, 0);
          }
      g_assert_cmpuint (bare, >, 10);
      cairo_surface_destroy (about);
    }
}

static int
first_inked_row (KithSheet *sheet)
{
  cairo_surface_t *about = draw (sheet, FALSE);
  int y = 200;

  while (y < SLIDE_HEIGHT && n_inked (about, 0, y, SLIDE_WIDTH / 2, y + 1) == 0)
    y++;
  cairo_surface_destroy (about);
  return y;
}

/* In all frames of a play the map stands in the same place, and the legend begins in the same place,
 * whatever each one's has. */
static void
test_frames (void)
{
  g_autoptr (KithMap) full = test_random_map (24, 40, 2, 7);
  g_autoptr (KithMap) sparse = test_random_map (3, 0, 0, 7);
  g_autoptr (KithMap) none = kith_map_new ();
  KithMap *maps[] = { full, sparse, none };
  KithSheetFrame frame = { .date = "2019", .head = 90 };
  double scales[G_N_ELEMENTS (maps)];
  int tops[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (KithSheet) sheet = sheet_of (maps[i], KITH_CORNER_BOTTOM_LEFT, SLIDE_WIDTH,
                                              SLIDE_HEIGHT, &frame);
      double width, height;

      if (i == 0)
        frame.bounds = kith_sheet_bounds (sheet);
      kith_sheet_column (sheet, &width, &height);
      frame.legend = MAX (frame.legend, kith_sheet_legend (sheet));
      frame.column_width = MAX (frame.column_width, width);
      frame.column_height = MAX (frame.column_height, height);
    }
  for (guint i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      g_autoptr (KithSheet) sheet = sheet_of (maps[i], KITH_CORNER_BOTTOM_LEFT, SLIDE_WIDTH,
                                              SLIDE_HEIGHT, &frame);

      g_assert_true (kith_sheet_has_column (sheet));
      scales[i] = kith_sheet_scale (sheet);
      g_assert_cmpfloat (scales[i], ==, scales[0]);
      if (i >= G_N_ELEMENTS (tops)) /* which has no legend */
        continue;
      tops[i] = first_inked_row (sheet);
      g_assert_cmpint (tops[i], ==, tops[0]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/on-a-wide-page-the-legend-stands-beside-the-map", test_beside);
  g_test_add_func ("/sheet/elsewhere-below-it", test_below);
  g_test_add_func ("/sheet/on-the-side-chosen-and-over-nothing-of-the-map", test_corners);
  g_test_add_func ("/sheet/a-bare-band-has-nothing-about-the-map", test_bare);
  g_test_add_func ("/sheet/all-frames-of-a-play-alike", test_frames);
  return g_test_run ();
}
