/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map in tiles that other threads paint: they show what the painter draws, after edits too, and
 * nothing that may not be seen any more. */
#include "kith-figures.h"
#include "kith-painter.h"
#include "kith-round.h"
#include "kith-test-maps.h"
#include "kith-tiles.h"
#include "pixels.h"

#define WIDTH 700
#define HEIGHT 540
#define BEYOND 40.0

typedef struct
{
  KithFigures *figures;
  KithTiles *tiles;
  GHashTable *lifted; /* or NULL */
  gint n_painting;    /* atomic */
} Scene;

static KithPaint
paint_of (Scene *scene, const KithRect *clip, double scale)
{
  return (
      KithPaint){ .scale = scale, .clip = kith_rect_grow (clip, BEYOND), .lifted = scene->lifted };
}

static void
prepare (const KithRect *clip, double scale, gpointer data)
{
  KithPaint paint = paint_of (data, clip, scale);

  kith_painter_prepare (((Scene *) data)->figures, &paint);
}

static void
paint (cairo_t *cr,
       const KithRect *clip,
       double scale,
       gboolean (*go_on) (gpointer job),
       gpointer job,
       gpointer data)
{
  Scene *scene = data;
  KithPaint how = paint_of (scene, clip, scale);

  g_atomic_int_inc (&scene->n_painting);
  how.tick = go_on;
  how.tick_data = job;
  kith_painter_ground (cr, kith_figures_palette (scene->figures));
  kith_painter_draw (cr, scene->figures, &how);
  g_atomic_int_add (&scene->n_painting, -1);
}

static void
ready (gpointer data)
{
}

static const KithTilePainter in_threads = { prepare, paint, ready };

static void
on_damage (const KithRect *rect, gpointer data)
{
  KithRect around = kith_rect_grow (rect, BEYOND);

  kith_tiles_damage (((Scene *) data)->tiles, &around);
}

static void
look_at (Scene *scene, KithMap *map, const KithView *view)
{
  if (scene->tiles == NULL)
    scene->tiles = kith_tiles_new (&in_threads, scene);
  kith_tiles_damage_all (scene->tiles);
  g_clear_pointer (&scene->figures, kith_figures_free);
  scene->figures = kith_figures_new (map, view);
  kith_figures_set_damage (scene->figures, on_damage, scene);
}

static void
scene_clear (Scene *scene)
{
  g_clear_pointer (&scene->tiles, kith_tiles_free);
  g_clear_pointer (&scene->figures, kith_figures_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scene, scene_clear)

static KithRect
middle_of (const Scene *scene, double scale)
{
  KithRect all = kith_figures_bounds (scene->figures);
  KithRect part = { all.x + all.width / 2, all.y + all.height / 2, WIDTH / scale, HEIGHT / scale };

  part.x = (double) (gint64) ((part.x - part.width / 2) * scale) / scale;
  part.y = (double) (gint64) ((part.y - part.height / 2) * scale) / scale;
  return part;
}

static cairo_surface_t *
blank (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  return surface;
}

static cairo_surface_t *
drawn (Scene *scene, const KithRect *visible, double scale)
{
  cairo_surface_t *surface = blank ();
  cairo_t *cr = cairo_create (surface);
  KithPaint how = paint_of (scene, visible, scale);

  kith_painter_ground (cr, kith_figures_palette (scene->figures));
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -visible->x, -visible->y);
  kith_painter_draw (cr, scene->figures, &how);
  cairo_destroy (cr);
  return surface;
}

static cairo_surface_t *
tiled (Scene *scene, const KithRect *visible)
{
  cairo_surface_t *surface = blank ();
  cairo_t *cr = cairo_create (surface);

  kith_tiles_draw (scene->tiles, cr, visible, 1);
  cairo_destroy (cr);
  return surface;
}

/* Gives up both. */
static guint
count_differences (cairo_surface_t *one, cairo_surface_t *other)
{
  guint n = count_differing_pixels (one, other);

  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
  return n;
}

static void
assert_same (Scene *scene, double scale)
{
  KithRect visible = middle_of (scene, scale);

  kith_tiles_set_scale (scene->tiles, scale);
  kith_tiles_finish (scene->tiles, &visible);
  g_assert_cmpuint (count_differences (drawn (scene, &visible, scale), tiled (scene, &visible)), <,
                    WIDTH * HEIGHT / 1000);
}

static void
tiles_show_what_the_painter_draws (void)
{
  static const double scales[] = { 1.0, 0.45, 0.2, 0.08, 1.0 };
  g_autoptr (KithMap) map = test_random_map (900, 2600, 8, 5);
  KithView view = KITH_VIEW_INIT;
  g_auto (Scene) scene = { NULL };

  look_at (&scene, map, &view);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    assert_same (&scene, scales[i]);
}

static void
after_each_edit_no_tile_is_stale (void)
{
  g_autoptr (KithMap) map = test_random_map (120, 300, 3, 5);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  KithView view = KITH_VIEW_INIT;
  g_auto (Scene) scene = { NULL };

  look_at (&scene, map, &view);
  for (guint i = 0; i < 25; i++)
    {
      g_autoptr (KithEdit) edit = test_random_edit (map, rand);
      KithRect visible = middle_of (&scene, 0.5);

      /* Threads are at work while the edit comes. */
      kith_tiles_set_scale (scene.tiles, 0.5 + 0.001 * i);
      kith_tiles_refresh (scene.tiles, &visible, (KithPoint){ visible.x, visible.y }, 1000);
      kith_tiles_hold (scene.tiles);
      g_assert_cmpint (g_atomic_int_get (&scene.n_painting), ==, 0);
      kith_map_apply (map, edit, NULL);
      kith_figures_apply (scene.figures, map, edit);
      assert_same (&scene, 0.5);
      assert_same (&scene, 0.5 + 0.001 * i);
    }
}

static void
another_palette_or_day_is_shown_at_once (void)
{
  g_autoptr (KithMap) map = test_random_map (60, 150, 2, 5);
  KithView view = KITH_VIEW_INIT;
  KithView dark = KITH_VIEW_INIT;
  g_auto (Scene) scene = { NULL };

  dark.palette = KITH_PALETTE_DARK;
  look_at (&scene, map, &view);
  assert_same (&scene, 0.8);
  kith_tiles_hold (scene.tiles);
  g_assert_true (kith_figures_set_view (scene.figures, map, &dark));
  kith_tiles_damage_all (scene.tiles);
  assert_same (&scene, 0.8);
}

/* Every other stakeholder is the team's only. */
static void
what_may_not_be_seen_any_more_is_in_no_tile (void)
{
  g_autoptr (KithMap) map = test_random_map (60, 150, 2, 5);
  g_autoptr (KithMap) seen = NULL;
  KithView team = KITH_VIEW_INIT;
  KithView public = KITH_VIEW_INIT;
  g_auto (Scene) scene = { NULL };
  KithEdit *edit = kith_edit_new ("Hide");
  cairo_surface_t *before;
  KithRect visible;

  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    if (stakeholder_i % 2 == 0)
      {
        KithStakeholder *after = kith_record_copy (stakeholder);

        after->is_private = TRUE;
        kith_edit_update (edit, stakeholder, after);
      }
  test_do (map, edit);
  public.audience = KITH_PUBLIC;
  seen = kith_map_to_show (map, KITH_PUBLIC);
  look_at (&scene, map, &team);
  visible = middle_of (&scene, 0.7);
  kith_tiles_set_scale (scene.tiles, 0.7);
  kith_tiles_finish (scene.tiles, &visible);
  before = tiled (&scene, &visible);
  g_assert_cmpuint (count_differences (blank (), before), >, 2000);

  /* Some are being painted at another scale as the audience changes, from which one comes back. */
  kith_tiles_set_scale (scene.tiles, 0.75);
  kith_tiles_refresh (scene.tiles, &visible, (KithPoint){ visible.x, visible.y }, 100);
  kith_tiles_set_scale (scene.tiles, 0.7);
  look_at (&scene, seen, &public);
  g_assert_cmpuint (count_differences (blank (), tiled (&scene, &visible)), ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (count_differences (blank (), tiled (&scene, &visible)), ==, 0);
  kith_tiles_set_scale (scene.tiles, 0.7);
  kith_tiles_finish (scene.tiles, &visible);
  g_assert_cmpuint (count_differences (drawn (&scene, &visible, 0.7), tiled (&scene, &visible)), <,
                    WIDTH * HEIGHT / 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiles-map/tiles-show-what-the-painter-draws",
                   tiles_show_what_the_painter_draws);
  g_test_add_func ("/tiles-map/after-each-edit-no-tile-is-stale", after_each_edit_no_tile_is_stale);
  g_test_add_func ("/tiles-map/another-palette-or-day-is-shown-at-once",
                   another_palette_or_day_is_shown_at_once);
  g_test_add_func ("/tiles-map/what-may-not-be-seen-any-more-is-in-no-tile",
                   what_may_not_be_seen_any_more_is_in_no_tile);
  return g_test_run ();
}
