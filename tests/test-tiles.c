/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-tiles.h"

#define LONG_TIME G_USEC_PER_SEC

typedef struct
{
  KithRect square; /* what the picture shows: one black square on white */
  guint calls;
} Picture;

static void
paint (cairo_t *cr,
       const KithRect *clip,
       double scale,
       gboolean (*go_on) (gpointer job),
       gpointer job,
       gpointer data)
{
  Picture *picture = data;

  picture->calls++;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_rectangle (cr, picture->square.x, picture->square.y, picture->square.width,
                   picture->square.height);
  cairo_fill (cr);
}

static const KithTilePainter at_once = { NULL, paint, NULL };
static const KithPoint corner = { 0, 0 };

/* What the tiles show of `visible`, one widget pixel each; the caller reads the pixels. */
static cairo_surface_t *
shown (KithTiles *tiles, const KithRect *visible, int width, int height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  kith_tiles_snapshot (tiles, snapshot, visible, 1);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
is_black (cairo_surface_t *surface, int x, int y)
{
  const guint32 *row =
      (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface)
                                         + y * cairo_image_surface_get_stride (surface));

  return (row[x] & 0xffffff) < 0x404040;
}

static void
panning_paints_nothing_again (void)
{
  Picture picture = { { 100, 100, 50, 50 } };
  g_autoptr (KithTiles) tiles = kith_tiles_new (&at_once, &picture);
  guint64 once;

  g_assert_true (kith_tiles_refresh (tiles, &(KithRect){ 10, 10, 480, 480 }, corner, LONG_TIME));
  once = kith_tiles_painted (tiles);
  g_assert_cmpuint (once, >, 0);
  g_assert_true (kith_tiles_refresh (tiles, &(KithRect){ 20, 5, 480, 480 }, corner, LONG_TIME));
  g_assert_cmpuint (kith_tiles_painted (tiles), ==, once);
}

static void
damage_paints_only_what_it_touches (void)
{
  Picture picture = { { 600, 300, 40, 40 } };
  g_autoptr (KithTiles) tiles = kith_tiles_new (&at_once, &picture);
  KithRect visible = { 0, 0, 1000, 800 };
  cairo_surface_t *picture_now;
  guint64 before;

  kith_tiles_refresh (tiles, &visible, corner, LONG_TIME);
  kith_tiles_damage (tiles, &picture.square);
  picture.square.x = 480;
  kith_tiles_damage (tiles, &picture.square);
  before = kith_tiles_painted (tiles);
  kith_tiles_refresh (tiles, &visible, corner, LONG_TIME);
  g_assert_cmpuint (kith_tiles_painted (tiles) - before, <, 200 * 50);

  picture_now = shown (tiles, &visible, 1000, 800);
  g_assert_true (is_black (picture_now, 485, 310));
  g_assert_true (is_black (picture_now, 515, 310));
  g_assert_false (is_black (picture_now, 620, 310));
  cairo_surface_destroy (picture_now);
}

static void
a_new_scale_is_sharp_and_in_place (void)
{
  Picture picture = { { -20, -20, 40, 40 } };
  g_autoptr (KithTiles) tiles = kith_tiles_new (&at_once, &picture);
  KithRect visible = { -50, -50, 100, 100 };
  cairo_surface_t *picture_now;

  kith_tiles_set_scale (tiles, 3);
  kith_tiles_refresh (tiles, &visible, corner, LONG_TIME);
  picture_now = shown (tiles, &visible, 300, 300);
  g_assert_false (is_black (picture_now, 89, 150));
  g_assert_true (is_black (picture_now, 90, 150));
  g_assert_true (is_black (picture_now, 209, 150));
  g_assert_false (is_black (picture_now, 210, 150));
  cairo_surface_destroy (picture_now);
}

static void
until_it_is_painted_the_last_scale_is_stretched (void)
{
  Picture picture = { { 0, 0, 100, 100 } };
  g_autoptr (KithTiles) tiles = kith_tiles_new (&at_once, &picture);
  cairo_surface_t *picture_now;

  kith_tiles_refresh (tiles, &(KithRect){ 0, 0, 200, 200 }, corner, LONG_TIME);
  kith_tiles_set_scale (tiles, 2);
  picture_now = shown (tiles, &(KithRect){ 0, 0, 200, 200 }, 400, 400);
  g_assert_true (is_black (picture_now, 190, 190));
  g_assert_false (is_black (picture_now, 215, 215));
  cairo_surface_destroy (picture_now);
}

static void
a_short_budget_is_kept_and_made_up_for (void)
{
  Picture picture = { { 0, 0, 10, 10 } };
  g_autoptr (KithTiles) tiles = kith_tiles_new (&at_once, &picture);
  KithRect visible = { 0, 0, 2000, 2000 };
  guint rounds = 1;

  while (!kith_tiles_refresh (tiles, &visible, corner, 0))
    {
      g_assert_cmpuint (picture.calls, ==, rounds);
      rounds++;
    }
  g_assert_cmpuint (rounds, ==, 16);
}

static void
memory_stays_bounded (void)
{
  Picture picture = { { 0, 0, 10, 10 } };
  g_autoptr (KithTiles) tiles = kith_tiles_new (&at_once, &picture);
  guint64 first;

  kith_tiles_refresh (tiles, &(KithRect){ 0, 0, 100, 100 }, corner, LONG_TIME);
  for (int i = 1; i < 200; i++)
    kith_tiles_refresh (tiles, &(KithRect){ i * 512.0, 0, 100, 100 }, corner, LONG_TIME);
  first = kith_tiles_painted (tiles);
  kith_tiles_refresh (tiles, &(KithRect){ 0, 0, 100, 100 }, corner, LONG_TIME);
  g_assert_cmpuint (kith_tiles_painted (tiles), >, first);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_type_ensure (GSK_TYPE_TEXTURE_NODE);
  g_test_add_func ("/tiles/panning-paints-nothing-again", panning_paints_nothing_again);
  g_test_add_func ("/tiles/damage-paints-only-what-it-touches", damage_paints_only_what_it_touches);
  g_test_add_func ("/tiles/a-new-scale-is-sharp-and-in-place", a_new_scale_is_sharp_and_in_place);
  g_test_add_func ("/tiles/until-it-is-painted-the-last-scale-is-stretched",
                   until_it_is_painted_the_last_scale_is_stretched);
  g_test_add_func ("/tiles/a-short-budget-is-kept-and-made-up-for",
                   a_short_budget_is_kept_and_made_up_for);
  g_test_add_func ("/tiles/memory-stays-bounded", memory_stays_bounded);
  return g_test_run ();
}
