/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the hand feels on a map: selecting, pointing, taking hold, each step of a drag and letting
 * go (the edit and its transaction too), from figures to a frame of 1366 × 768 pixels, without a
 * window: milliseconds, the middle one and the 95th of a hundred, at 100 % and with the whole map in
 * sight. Who is dragged is a member of a shared space that reaches over all of the map. "Making way"
 * (links that run by, outlines of shared spaces) is done between frames after a drag, a slice at a time:
 * how long until all has, and the longest of the slices, for which the window waits. */
#include <math.h>
#include <stdio.h>
#include <time.h>

#include "kith-document.h"
#include "kith-figures.h"
#include "kith-painter.h"
#include "kith-test-maps.h"
#include "kith-tiles.h"
#include "kith-viewport.h"
#include "temp-folder.h"

#define WIDTH 1366
#define HEIGHT 768
#define STEPS 40
#define DRAGS 5
#define FRAME 40000 /* microseconds of painting that a frame waits for, as on the canvas */
#define HASTE 8000  /* the same in a drag */
#define SLICE 5000  /* of making way between two frames, as on the canvas */

typedef struct
{
  KithDocument *document;
  KithFigures *figures;
  KithTiles *tiles;
  KithViewport viewport;
  GHashTable *selected;
  GHashTable *lifted;
  KithId hovered;
} Scene;

typedef struct
{
  GArray *times;
} Row;

static void
paint (cairo_t *cr,
       const KithRect *clip,
       double scale,
       gboolean (*go_on) (gpointer job),
       gpointer job,
       gpointer data)
{
  Scene *scene = data;
  KithPaint paint = { .scale = scale, .clip = kith_rect_grow (clip, 20), .lifted = scene->lifted };

  kith_painter_ground (cr, KITH_PALETTE_LIGHT);
  kith_painter_draw (cr, scene->figures, &paint);
}

static void
on_damage (const KithRect *rect, gpointer data)
{
  Scene *scene = data;
  KithRect around = kith_rect_grow (rect, 20);

  kith_tiles_damage (scene->tiles, &around);
}

/* A frame: the tiles as far as a frame waits for them, marks and what is carried over them. */
static void
show (Scene *scene, gint64 budget)
{
  KithRect visible = kith_viewport_visible (&scene->viewport);
  KithPaint paint = { .scale = scene->viewport.zoom,
                      .clip = kith_rect_grow (&visible, 20),
                      .selected = scene->selected,
                      .hovered = scene->hovered,
                      .lifted = scene->lifted };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  kith_tiles_set_scale (scene->tiles, scene->viewport.zoom);
  kith_tiles_refresh (scene->tiles, &visible, (KithPoint){ visible.x, visible.y }, budget);
  cairo_scale (cr, scene->viewport.zoom, scene->viewport.zoom);
  cairo_translate (cr, -visible.x, -visible.y);
  kith_painter_marks (cr, scene->figures, &paint);
  if (scene->lifted != NULL)
    kith_painter_lifted (cr, scene->figures, &paint);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
note (Row *row, gint64 began)
{
  double time = (double) (g_get_monotonic_time () - began) / 1000.0;

  g_array_append_val (row->times, time);
}

/* What this thread has worked, microseconds: a slice is short, and what else runs on the machine would be
 * all that is seen of it. */
static gint64
worked (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
select_each (Scene *scene, const GArray *ids, Row *row)
{
  for (guint i = 0; i < MIN (ids->len, 100); i++)
    {
      gint64 began = g_get_monotonic_time ();
      KithId id = g_array_index (ids, KithId, i);

      g_hash_table_remove_all (scene->selected);
      g_hash_table_add (scene->selected, g_memdup2 (&id, sizeof id));
      show (scene, FRAME);
      note (row, began);
    }
}

static void
point_about (Scene *scene, Row *row)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 100; i++)
    {
      KithPoint at = kith_viewport_to_map (&scene->viewport, g_rand_double (rand) * WIDTH,
                                           g_rand_double (rand) * HEIGHT);
      gint64 began = g_get_monotonic_time ();

      scene->hovered = kith_figures_hit (scene->figures, at.x, at.y, 7 / scene->viewport.zoom).id;
      show (scene, FRAME);
      note (row, began);
    }
  scene->hovered = 0;
}

static void
lift (Scene *scene, KithMap *map, KithId id)
{
  const GPtrArray *referrers = kith_map_referrers (map, id);
  GHashTableIter iter;
  gpointer key;

  scene->lifted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_add (scene->lifted, g_memdup2 (&id, sizeof id));
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (KITH_KIND (referrers->pdata[i]) == KITH_LINK)
      g_hash_table_add (scene->lifted, g_memdup2 (&KITH_ID (referrers->pdata[i]), sizeof id));
  g_hash_table_iter_init (&iter, scene->lifted);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    kith_figures_touch (scene->figures, *(KithId *) key);
}

static void
drag (Scene *scene, KithId id, Row *take, Row *step, Row *release)
{
  KithMap *map = kith_document_get_map (scene->document);
  const KithStakeholder *start = kith_map_stakeholder (map, id);
  double xy[2] = { start->x, start->y };
  gint64 began = g_get_monotonic_time ();
  KithEdit *edit;

  lift (scene, map, id);
  for (guint i = 0; i < STEPS; i++)
    {
      if (i > 0)
        began = g_get_monotonic_time ();
      xy[0] += 6 / scene->viewport.zoom;
      xy[1] += 3 / scene->viewport.zoom;
      kith_figures_carry (scene->figures, map, &id, 1, xy,
                          kith_tiles_are_slow (scene->tiles) ? 0 : 5000);
      show (scene, HASTE);
      note (i == 0 ? take : step, began);
    }
  began = g_get_monotonic_time ();
  g_clear_pointer (&scene->lifted, g_hash_table_unref);
  edit = kith_verb_move (map, &id, 1, xy, NULL);
  if (!kith_document_perform (scene->document, edit, NULL))
    g_error ("a drag was not kept");
  kith_figures_update_within (scene->figures, map, &id, 1, 10000);
  show (scene, FRAME);
  note (release, began);
}

/* What makes way for a drag, all of it: done between frames, when nobody waits. */
static void
settle (Scene *scene, Row *all, Row *longest)
{
  KithMap *map = kith_document_get_map (scene->document);
  gint64 began = g_get_monotonic_time ();
  gint64 most = 0;

  for (gboolean done = FALSE; !done;)
    {
      gint64 slice = worked ();

      done = kith_figures_catch_up (scene->figures, map, SLICE);
      most = MAX (most, worked () - slice);
      if (!done && kith_figures_awaits (scene->figures))
        g_main_context_iteration (NULL, TRUE);
    }
  note (all, began);
  note (longest, g_get_monotonic_time () - most);
  show (scene, G_MAXINT64);
}

static void
on_ready (gpointer unused)
{
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
print_times (const Row *row)
{
  GArray *times = row->times;

  g_array_sort (times, compare);
  printf (" %8.2f %8.2f", g_array_index (times, double, times->len / 2),
          g_array_index (times, double, MIN (times->len - 1, times->len * 95 / 100)));
}

/* Two shared spaces with members all over the map. */
static void
add_wide_spaces (KithMap *map)
{
  guint n = kith_map_n (map, KITH_STAKEHOLDER);

  for (guint i = 0; i < 2; i++)
    {
      KithId members[24];

      for (guint j = 0; j < G_N_ELEMENTS (members); j++)
        members[j] = KITH_ID (kith_map_nth (map, KITH_STAKEHOLDER, (j * n / 24 + i * 11) % n));
      test_space (map, i == 0 ? "Partnership Board" : "Data Forum", members,
                  G_N_ELEMENTS (members));
    }
}

static void
look (Scene *scene, gboolean whole, const KithStakeholder *at)
{
  KithRect bounds = kith_figures_bounds (scene->figures);

  kith_viewport_resize (&scene->viewport, WIDTH, HEIGHT);
  if (whole)
    kith_viewport_fit (&scene->viewport, &bounds, NULL);
  else
    kith_viewport_look_at (&scene->viewport, at->x, at->y, 1.0);
  show (scene, G_MAXINT64);
}

static void
print_row (const char *name, guint n, guint m, gboolean whole)
{
  g_autoptr (KithMap) map = test_random_map (n, m, MIN (n / 30, 40), 5);
  KithView view = KITH_VIEW_INIT;
  Scene scene = { .viewport = KITH_VIEWPORT_INIT };
  Row rows[7] = { { NULL } };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  KithId member;
  KithRect visible;

  add_wide_spaces (map);
  scene.document = kith_document_new (map, NULL);
  scene.figures = kith_figures_new (kith_document_get_map (scene.document), &view);
  scene.tiles = kith_tiles_new (&(KithTilePainter){ NULL, paint, NULL }, &scene);
  scene.selected = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  kith_figures_set_damage (scene.figures, on_damage, &scene);
  kith_figures_set_ready (scene.figures, on_ready, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i].times = g_array_new (FALSE, FALSE, sizeof (double));
  member = KITH_ID (kith_map_nth (map, KITH_STAKEHOLDER, 12 * n / 24));
  look (&scene, whole, kith_map_stakeholder (map, member));
  visible = kith_viewport_visible (&scene.viewport);
  kith_figures_in_rect (scene.figures, &visible, ids);
  select_each (&scene, ids, &rows[0]);
  point_about (&scene, &rows[1]);
  for (guint i = 0; i < DRAGS; i++)
    {
      drag (&scene, member, &rows[2], &rows[3], &rows[4]);
      settle (&scene, &rows[5], &rows[6]);
    }
  printf ("%-12s %6.0f%%", name, scene.viewport.zoom * 100);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      print_times (&rows[i]);
      g_array_unref (rows[i].times);
    }
  printf ("\n");
  fflush (stdout);
  kith_figures_free (scene.figures);
  kith_tiles_free (scene.tiles);
  g_hash_table_unref (scene.selected);
  kith_document_discard (scene.document, NULL);
  g_object_unref (scene.document);
}

int
main (void)
{
  static const struct
  {
    const char *name;
    guint n, m;
  } sizes[] = { { "60/150", 60, 150 },
                { "1000/3000", 1000, 3000 },
                { "10000/30000", 10000, 30000 } };
  static const char *const columns[] = { "select",  "point",      "take",     "drag step",
                                         "release", "making way", "its slice" };
  g_autofree char *folder = temp_folder_new ();

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  printf ("%-20s", "milliseconds");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    printf (" %17s", columns[i]);
  printf ("\n%-20s", "stakeholders/links");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    printf (" %8s %8s", "median", "95th");
  printf ("\n");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint whole = 0; whole < 2; whole++)
      print_row (sizes[i].name, sizes[i].n, sizes[i].m, whole != 0);
  temp_folder_remove (folder);
  return 0;
}
