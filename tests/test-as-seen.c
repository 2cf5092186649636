/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is exported is what is seen: the tiles that the canvas shows at 100 % beside the PNG of the same
 * view, for every lens, light and dark. */
#include <gio/gio.h>

#include "kith-export.h"
#include "kith-figures.h"
#include "kith-hub.h"
#include "kith-lens.h"
#include "kith-repair.h"
#include "kith-painter.h"
#include "kith-test-maps.h"
#include "kith-tiles.h"
#include "pixels.h"

#define BEYOND 40.0
#define AROUND 34.0      /* a picture's margin of 20, and 14 of free ground */
#define TOLERANCE 0.0005 /* of all pixels may be so */

static void
paint (cairo_t *cr,
       const KithRect *clip,
       double scale,
       gboolean (*go_on) (gpointer job),
       gpointer job,
       gpointer data)
{
  KithFigures *figures = data;
  KithPaint how = { .scale = scale,
                    .clip = kith_rect_grow (clip, BEYOND),
                    .tick = go_on,
                    .tick_data = job };

  kith_painter_ground (cr, kith_figures_palette (figures));
  kith_painter_draw (cr, figures, &how);
}

static const KithTilePainter painter = { NULL, paint, NULL };

/* As the canvas shows it. */
static cairo_surface_t *
seen (KithMap *map, const KithView *view, int width, int height)
{
  g_autoptr (KithFigures) figures = kith_figures_new (map, view);
  g_autoptr (KithTiles) tiles = kith_tiles_new (&painter, figures);
  KithRect place = kith_figures_bounds (figures);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  place = (KithRect){ place.x - AROUND, place.y - AROUND, width, height };
  g_assert_cmpfloat (place.x, ==, (double) (int) place.x); /* pixel on pixel */
  g_assert_cmpfloat (place.y, ==, (double) (int) place.y);
  kith_tiles_set_scale (tiles, 1.0);
  kith_tiles_finish (tiles, &place);
  kith_tiles_draw (tiles, cr, &place, 1);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  gsize done;

  g_input_stream_read_all (closure, data, length, &done, NULL, NULL);
  return done == length ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR;
}

static cairo_surface_t *
exported (KithMap *map, const KithView *view)
{
  KithExport options = KITH_EXPORT_INIT;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GBytes) png = NULL;
  cairo_surface_t *surface;

  options.format = KITH_PICTURE_PNG;
  options.title_block = FALSE;
  png = kith_export (map, view, &options, NULL);
  g_assert_nonnull (png);
  stream = g_memory_input_stream_new_from_bytes (png);
  surface = cairo_image_surface_create_from_png_stream (read_bytes, stream);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

/* The part of the pixels that are not the same to the eye. */
static double
difference (cairo_surface_t *one, cairo_surface_t *other)
{
  return (double) count_differing_pixels (one, other) / cairo_image_surface_get_width (one)
         / cairo_image_surface_get_height (one);
}

/* What teams have said of themselves and carry, a plan, and a node. */
static void
add_teams (KithMap *map)
{
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_STAKEHOLDER);
  KithDate today = kith_date_today ();

  for (guint i = 0; i < all->len; i++)
    {
      KithId id = KITH_ID (all->pdata[i]);
      KithPulse *pulse = kith_record_new (KITH_PULSE, kith_id_new ());
      KithRepair *repair = kith_repair_draft (KITH_STAKEHOLDER, id, &today);

      pulse->stakeholder = id;
      pulse->date = kith_date_day (2025, 3, 1);
      pulse->answered = 9;
      for (guint j = 0; j < KITH_N_PULSE_MEASURES; j++)
        pulse->scores[j] = 100 + 100 * (int) (i % 5);
      test_put (map, pulse);
      for (guint j = 0; j < i % 4; j++)
        {
          KithLoad *load = kith_record_new (KITH_LOAD, kith_id_new ());

          load->stakeholder = id;
          load->level = KITH_CHANGE_LARGE;
          load->start = today;
          kith_text_set (&load->title, "A change");
          test_put (map, load);
        }
      kith_text_set (&repair->title, "A small win");
      repair->due = kith_date_day (2025 + (int) (i % 4), 6, 1);
      test_put (map, repair);
    }
  KITH_FOR_EACH (KithSpace, space, map, KITH_SPACE)
    {
      test_do (map, kith_verb_draw_space (map, KITH_ID (space), KITH_SPACE_HUB, NULL));
      break;
    }
}

/* With something for every lens, and corners that lie on whole pixels. */
static KithMap *
make_map (void)
{
  KithMap *map = test_random_map (25, 35, 2, 82);
  g_autoptr (GPtrArray) ratings = kith_map_list (map, KITH_ASSESSMENT);
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_STAKEHOLDER);

  for (guint i = 0; i < ratings->len; i++)
    {
      KithAssessment *rating = kith_record_copy (ratings->pdata[i]);

      rating->scores[KITH_RESPECT] = KITH_SCORE_1 + (int) (i % 5);
      rating->scores[KITH_UNDERSTANDING] = KITH_SCORE_1 + (int) (i * 3 % 5);
      test_put (map, rating);
    }
  for (guint i = 0; i < all->len; i++)
    {
      KithStakeholder *one = kith_record_copy (all->pdata[i]);
      KithStance *stance = kith_record_new (KITH_STANCE, kith_id_new ());

      stance->stakeholder = one->record.id;
      stance->view = (int) (i % 3);
      test_put (map, stance);
      one->level = (int) (i % 5);
      test_put (map, one);
    }
  add_teams (map);
  test_stakeholder (map, "First corner", -400, -300);
  test_stakeholder (map, "Last corner", 1600, 1100);
  return map;
}

static void
each_lens_is_exported_as_it_is_seen (void)
{
  static const KithPaletteName palettes[] = { KITH_PALETTE_LIGHT, KITH_PALETTE_DARK };
  g_autoptr (KithMap) map = make_map ();

  for (guint lens = 0; lens < KITH_N_LENSES; lens++)
    for (guint i = 0; i < G_N_ELEMENTS (palettes); i++)
      {
        KithView view = KITH_VIEW_INIT;
        cairo_surface_t *one, *other;
        double differs;

        view.legend = KITH_CORNER_HIDDEN;
        view.lens = (KithLens) lens;
        view.palette = palettes[i];
        view.flags = lens % 2 == 0 ? KITH_FLAG_SIGNS | KITH_FLAG_PLAN : 0;
        other = exported (map, &view);
        one = seen (map, &view, cairo_image_surface_get_width (other),
                    cairo_image_surface_get_height (other));
        differs = difference (one, other);
        g_test_message ("%s, %s: %.5f", kith_enum_key (&kith_lenses, (int) lens),
                        i == 0 ? "light" : "dark", differs);
        g_assert_cmpfloat (differs, <=, TOLERANCE);
        cairo_surface_destroy (one);
        cairo_surface_destroy (other);
      }
}

/* The measure is fine enough to tell one lens from another, and light from dark. */
static void
another_view_is_not_the_same (void)
{
  g_autoptr (KithMap) map = make_map ();
  KithView view = KITH_VIEW_INIT;
  cairo_surface_t *plain;

  view.legend = KITH_CORNER_HIDDEN;
  view.lens = KITH_LENS_PLAIN;
  plain = exported (map, &view);
  for (guint lens = 0; lens < KITH_N_LENSES; lens++)
    if (lens != KITH_LENS_PLAIN)
      {
        cairo_surface_t *other;

        view.lens = (KithLens) lens;
        other = seen (map, &view, cairo_image_surface_get_width (plain),
                      cairo_image_surface_get_height (plain));
        g_test_message ("%s: %.5f", kith_enum_key (&kith_lenses, (int) lens),
                        difference (plain, other));
        g_assert_cmpfloat (difference (plain, other), >, TOLERANCE);
        cairo_surface_destroy (other);
      }
  cairo_surface_destroy (plain);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/as-seen/each-lens-in-light-and-dark-is-exported-as-it-is-seen",
                   each_lens_is_exported_as_it_is_seen);
  g_test_add_func ("/as-seen/another-view-is-not-the-same", another_view_is_not_the_same);
  return g_test_run ();
}
