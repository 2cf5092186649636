/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How quickly a map is drawn: what panning, dragging, zooming and pointing cost beside drawing all of
 * it again, and pictures beside those that Graphviz makes of the same boxes and lines (where `neato` is
 * installed), each pair in the same run; medians. Without a window: 1366 × 768 pixels, tiles painted on
 * other threads and shown as the cairo renderer shows them. Names of rows as arguments run only those. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kith-document.h"
#include "kith-export.h"
#include "kith-far-names.h"
#include "kith-figures.h"
#include "kith-painter.h"
#include "kith-test-maps.h"
#include "kith-tiles.h"
#include "kith-viewport.h"
#include "pictures.h"
#include "temp-folder.h"

#define WIDTH 1366
#define HEIGHT 768
#define BEYOND 20
#define FRAMES 120
#define ROUNDS 5
#define BUDGET 10000 /* microseconds of painting that a frame waits for, as on the canvas */

typedef struct
{
  KithFigures *figures;
  KithTiles *tiles;
  KithViewport viewport;
  GHashTable *lifted;
  cairo_surface_t *surface;
} Scene;

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
nth (double *times, guint n, double share)
{
  qsort (times, n, sizeof (double), compare);
  return times[MIN (n - 1, (guint) (n * share))];
}

/* --- A scene --- */

static void
prepare (const KithRect *clip, double scale, gpointer data)
{
  Scene *scene = data;
  KithPaint paint = { .scale = scale,
                      .clip = kith_rect_grow (clip, BEYOND),
                      .lifted = scene->lifted };

  kith_painter_prepare (scene->figures, &paint);
}

static void
paint_tile (cairo_t *cr,
            const KithRect *clip,
            double scale,
            gboolean (*go_on) (gpointer job),
            gpointer job,
            gpointer data)
{
  Scene *scene = data;
  KithPaint paint = { .scale = scale,
                      .clip = kith_rect_grow (clip, BEYOND),
                      .lifted = scene->lifted,
                      .tick = go_on,
                      .tick_data = job };

  kith_painter_ground (cr, KITH_PALETTE_LIGHT);
  kith_painter_draw (cr, scene->figures, &paint);
}

static void
on_ready (gpointer data)
{
}

static void
on_damage (const KithRect *rect, gpointer data)
{
  KithRect around = kith_rect_grow (rect, BEYOND);

  kith_tiles_damage (((Scene *) data)->tiles, &around);
}

static void
scene_open (Scene *scene, KithMap *map)
{
  static const KithTilePainter painter = { prepare, paint_tile, on_ready };
  KithView view = KITH_VIEW_INIT;
  KithViewport viewport = KITH_VIEWPORT_INIT;

  memset (scene, 0, sizeof *scene);
  scene->figures = kith_figures_new (map, &view);
  scene->tiles = kith_tiles_new (&painter, scene);
  kith_figures_set_damage (scene->figures, on_damage, scene);
  scene->viewport = viewport;
  kith_viewport_resize (&scene->viewport, WIDTH, HEIGHT);
  scene->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
}

static void
scene_close (Scene *scene)
{
  kith_tiles_free (scene->tiles);
  kith_figures_free (scene->figures);
  cairo_surface_destroy (scene->surface);
}

static void
look (Scene *scene, gboolean whole)
{
  KithRect bounds = kith_figures_bounds (scene->figures);

  if (whole)
    kith_viewport_fit (&scene->viewport, &bounds, NULL);
  else
    kith_viewport_look_at (&scene->viewport, bounds.x + bounds.width / 2,
                           bounds.y + bounds.height / 2, 1.0);
}

typedef struct
{
  Scene *scene;
  KithRect visible;
} Again;

static void
show_again (cairo_t *cr, gpointer data)
{
  Again *again = data;

  cairo_identity_matrix (cr);
  kith_tiles_draw (again->scene->tiles, cr, &again->visible, 1);
}

/* A frame as the canvas draws it. */
static void
show (Scene *scene)
{
  KithRect visible = kith_viewport_visible (&scene->viewport);
  Again again = { scene, visible };
  KithPaint over = { .scale = scene->viewport.zoom,
                     .clip = kith_rect_grow (&visible, BEYOND),
                     .lifted = scene->lifted,
                     .again = show_again,
                     .again_data = &again };
  cairo_t *cr = cairo_create (scene->surface);

  kith_tiles_set_scale (scene->tiles, scene->viewport.zoom);
  if (!kith_tiles_refresh (scene->tiles, &visible,
                           (KithPoint){ visible.x + visible.width / 2,
                                        visible.y + visible.height / 2 },
                           BUDGET))
    kith_painter_ground (cr, KITH_PALETTE_LIGHT);
  kith_tiles_draw (scene->tiles, cr, &visible, 1);
  cairo_scale (cr, scene->viewport.zoom, scene->viewport.zoom);
  cairo_translate (cr, -visible.x, -visible.y);
  if (scene->lifted != NULL)
    kith_painter_lifted (cr, scene->figures, &over);
  cairo_destroy (cr);
}

static void
finish (Scene *scene)
{
  KithRect visible = kith_viewport_visible (&scene->viewport);

  kith_tiles_set_scale (scene->tiles, scene->viewport.zoom);
  kith_tiles_finish (scene->tiles, &visible);
}

/* All of it again, at once: what a frame would cost without tiles. */
static double
time_redraw (Scene *scene)
{
  double times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      KithRect visible = kith_viewport_visible (&scene->viewport);
      KithPaint paint = { .scale = scene->viewport.zoom, .clip = visible };
      cairo_t *cr = cairo_create (scene->surface);
      gint64 start = g_get_monotonic_time ();

      kith_painter_ground (cr, KITH_PALETTE_LIGHT);
      cairo_scale (cr, scene->viewport.zoom, scene->viewport.zoom);
      cairo_translate (cr, -visible.x, -visible.y);
      kith_painter_draw (cr, scene->figures, &paint);
      cairo_surface_flush (scene->surface);
      times[i] = since (start);
      cairo_destroy (cr);
    }
  return nth (times, ROUNDS, 0.5);
}

/* --- Rows --- */

static void
print_row (const char *what, double time, const char *against, double peer, const char *most)
{
  printf ("%-42s %9.2f  %-22s %9.2f %8.3f  %s\n", what, time, against, peer,
          peer > 0 ? time / peer : 0.0, most);
  fflush (stdout);
}

static void
print_alone (const char *what, double time, const char *unit, const char *most)
{
  printf ("%-42s %9.2f  %-22s %9s %8s  %s\n", what, time, unit, "", "", most);
  fflush (stdout);
}

static void
pan (Scene *scene, gboolean whole)
{
  double times[FRAMES];
  double redraw;
  g_autofree char *what = g_strdup_printf ("pan 10,000/30,000 at %s: a frame",
                                           whole ? "fit" : "100 %");
  g_autofree char *late = g_strdup_printf ("  the same, 95th of %d", FRAMES);

  look (scene, whole);
  redraw = time_redraw (scene);
  finish (scene);
  for (guint i = 0; i < FRAMES; i++)
    {
      gint64 start = g_get_monotonic_time ();

      kith_viewport_pan (&scene->viewport, 7 * sin (i / 20.0), 5 * cos (i / 31.0));
      show (scene);
      times[i] = since (start);
      g_usleep (4000); /* the rest of what a screen's frame takes is for the threads */
    }
  print_row (what, nth (times, FRAMES, 0.5), "full redraw", redraw, "0.05");
  print_alone (late, nth (times, FRAMES, 0.95), "ms", "8");
}

static void
zoom (Scene *scene)
{
  double first[ROUNDS], sharp[ROUNDS];

  look (scene, TRUE);
  finish (scene);
  show (scene);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      kith_viewport_zoom_about (&scene->viewport, scene->viewport.zoom * 1.2, WIDTH / 2.0,
                                HEIGHT / 2.0);
      show (scene);
      first[i] = since (start);
      finish (scene);
      show (scene);
      sharp[i] = since (start);
    }
  print_alone ("zoom step, 10,000/30,000: first frame", nth (first, ROUNDS, 0.5), "ms", "16");
  print_alone ("  until it is sharp", nth (sharp, ROUNDS, 0.5), "ms", "300");
}

static void
hit (Scene *scene)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  KithRect bounds = kith_figures_bounds (scene->figures);
  double times[200];

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint j = 0; j < 100; j++)
        kith_figures_hit (scene->figures, bounds.x + g_rand_double (rand) * bounds.width,
                          bounds.y + g_rand_double (rand) * bounds.height, 6.0);
      times[i] = since (start) * 10.0;
    }
  print_alone ("hit test, 10,000/30,000", nth (times, G_N_ELEMENTS (times), 0.5), "µs", "5");
}

/* Who is named from afar, after an edit; the first time names are shaped, which is not counted. */
static void
name (Scene *scene)
{
  double times[ROUNDS];

  kith_far_names_free (kith_far_names_new (scene->figures, KITH_FAR_LETTERS));
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      kith_far_names_free (kith_far_names_new (scene->figures, KITH_FAR_LETTERS));
      times[i] = since (start);
    }
  print_alone ("names from afar, 10,000/30,000", nth (times, ROUNDS, 0.5), "ms", "");
}

static void
bench_large (void)
{
  g_autoptr (KithMap) map = test_random_map (10000, 30000, 40, 5);
  gint64 start = g_get_monotonic_time ();
  Scene scene;

  scene_open (&scene, map);
  print_alone ("figures of 10,000/30,000", since (start), "ms", "");
  pan (&scene, FALSE);
  pan (&scene, TRUE);
  zoom (&scene);
  hit (&scene);
  name (&scene);
  scene_close (&scene);
}

/* With its links. */
static void
lift (Scene *scene, KithMap *map, KithId id)
{
  const GPtrArray *referrers = kith_map_referrers (map, id);

  g_hash_table_add (scene->lifted, g_memdup2 (&id, sizeof id));
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (KITH_KIND (referrers->pdata[i]) == KITH_LINK)
      g_hash_table_add (scene->lifted, g_memdup2 (&KITH_ID (referrers->pdata[i]), sizeof id));
}

static void
lift_all (Scene *scene, KithMap *map, const KithId *ids, guint n)
{
  GHashTableIter iter;
  gpointer key;

  kith_tiles_hold (scene->tiles);
  scene->lifted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    lift (scene, map, ids[i]);
  g_hash_table_iter_init (&iter, scene->lifted);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    kith_figures_touch (scene->figures, *(KithId *) key);
}

/* Of one map: so many, from one on. */
typedef struct
{
  guint n, m, columns, from, count;
  const char *name, *most;
} Drag;

static void
drag (const Drag *what)
{
  g_autoptr (KithMap) map = test_random_map (what->n, what->m, what->columns, 5);
  g_autofree KithId *ids = g_new (KithId, what->count);
  g_autofree double *xy = g_new (double, 2 * what->count);
  double times[FRAMES], redraw;
  Scene scene;

  for (guint i = 0; i < what->count; i++)
    {
      const KithStakeholder *one = kith_map_nth (map, KITH_STAKEHOLDER, what->from + i);

      ids[i] = one->record.id;
      xy[2 * i] = one->x, xy[2 * i + 1] = one->y;
    }
  scene_open (&scene, map);
  kith_viewport_look_at (&scene.viewport, xy[0], xy[1], 1.0);
  redraw = time_redraw (&scene);
  finish (&scene);
  lift_all (&scene, map, ids, what->count);
  for (guint i = 0; i < FRAMES; i++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint k = 0; k < what->count; k++)
        xy[2 * k] += 3 * sin (i / 9.0), xy[2 * k + 1] += 2 * cos (i / 13.0);
      kith_tiles_hold (scene.tiles);
      kith_figures_carry (scene.figures, map, ids, what->count, xy,
                          kith_tiles_are_slow (scene.tiles) ? 0 : 5000);
      show (&scene);
      times[i] = since (start);
    }
  print_row (what->name, nth (times, FRAMES, 0.5), "full redraw", redraw, what->most);
  g_clear_pointer (&scene.lifted, g_hash_table_unref);
  scene_close (&scene);
}

static void
bench_drag (void)
{
  drag (&(Drag){ 1000, 3000, 33, 500, 1, "drag one of 1,000/3,000 with its links", "0.2" });
  drag (&(Drag){ 150, 400, 12, 50, 50, "drag 50 of 150/400 with theirs", "" });
  drag (&(Drag){ 1000, 3000, 33, 475, 50, "drag 50 of 1,000/3,000 with theirs", "" });
}

/* --- Pictures beside Graphviz --- */

/* The whole process; less than 0 where it is not installed. */
static double
time_neato (const char *dot, const char *folder, const char *format)
{
  g_autofree char *type = g_strdup_printf ("-T%s", format);
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  const char *arguments[] = { "neato", "-n2", type, "-o", out, dot, NULL };
  double times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      if (!g_spawn_sync (NULL, (char **) arguments, NULL,
                         G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                         NULL, NULL))
        return -1.0;
      times[i] = since (start);
    }
  return nth (times, ROUNDS, 0.5);
}

static double
time_export (KithMap *map, KithPictureFormat format)
{
  double times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    times[i] = bench_time_export (map, format);
  return nth (times, ROUNDS, 0.5);
}

static void
bench_pictures (void)
{
  static const struct
  {
    KithPictureFormat format;
    const char *name;
    const char *most;
  } formats[] = { { KITH_PICTURE_PDF, "pdf", "0.55" },
                  { KITH_PICTURE_SVG, "svg", "0.2" },
                  { KITH_PICTURE_PNG, "png", "0.5" } };
  g_autoptr (KithMap) map = test_random_map (1000, 3000, 33, 5);
  g_autofree char *folder = temp_folder_new ();
  g_autofree char *dot = bench_write_dot (map, folder);
  KithView view = KITH_VIEW_INIT;
  double times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (KithFigures) figures = kith_figures_new (map, &view);

      times[i] = since (start);
    }
  print_alone ("figures of 1,000/3,000", nth (times, ROUNDS, 0.5), "ms", "");
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *what = g_strdup_printf ("%s of 1,000/3,000", formats[i].name);

      print_row (what, time_export (map, formats[i].format), "neato -n2",
                 time_neato (dot, folder, formats[i].name), formats[i].most);
    }
  temp_folder_remove (folder);
}

/* --- Memory --- */

static void
bench_memory (void)
{
  g_autofree char *folder = temp_folder_new ();
  g_autoptr (KithMap) map = NULL;
  g_autoptr (KithDocument) document = NULL;
  struct rusage usage;
  Scene scene;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  map = test_random_map (10000, 30000, 40, 5);
  document = kith_document_new (map, NULL);
  scene_open (&scene, kith_document_get_map (document));
  for (guint whole = 0; whole < 2; whole++)
    {
      look (&scene, whole != 0);
      finish (&scene);
      show (&scene);
    }
  getrusage (RUSAGE_SELF, &usage);
  print_alone ("memory with 10,000/30,000 open, peak", (double) usage.ru_maxrss / 1024.0, "MB",
               "250");
  scene_close (&scene);
  kith_document_discard (document, NULL);
  temp_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*bench) (void);
  } benches[] = { { "large", bench_large },
                  { "drag", bench_drag },
                  { "pictures", bench_pictures },
                  { "paper", bench_paper },
                  { "memory", bench_memory } };

  printf ("%-42s %9s  %-22s %9s %8s  %s\n", "milliseconds", "Kith", "beside", "", "ratio",
          "at most");
  fflush (stdout);
  for (guint i = 0; i < G_N_ELEMENTS (benches); i++)
    {
      gboolean wanted = argc == 1;
      pid_t child;

      for (int j = 1; j < argc; j++)
        wanted |= g_str_equal (argv[j], benches[i].name);
      child = wanted ? fork () : -1;
      if (child == 0)
        {
          benches[i].bench ();
          _exit (0);
        }
      if (child > 0)
        waitpid (child, NULL, 0);
    }
  return 0;
}
