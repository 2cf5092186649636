/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of figures, drawing, hit tests and exports, as a table; each size in a process of its own,
 * so that its peak of memory is its own. Run from the top of the source tree, or name the example.
 * "far" has links between any two, not between neighbours; "star" has one in the middle;
 * in "labels" every link has a label of its own. */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kith-export.h"
#include "kith-figures.h"
#include "kith-json.h"
#include "kith-painter.h"
#include "kith-test-maps.h"

#define HITS 2000

typedef enum
{
  NEIGHBOURS,
  FAR,
  STAR,
  LABELLED, /* between neighbours, each with a label of its own */
} Links;

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static KithMap *
load_example (const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &error))
    g_error ("%s", error->message);
  bytes = g_bytes_new_take (contents, length);
  return kith_map_from_json (bytes, &error);
}

static void
link_otherwise (KithMap *map, Links how)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  KithEdit *edit = kith_edit_new ("Link otherwise");
  KithId middle = KITH_ID (kith_map_nth (map, KITH_STAKEHOLDER, 0));

  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    {
      KithLink *after = kith_record_copy (link);

      if (how == STAR)
        after->a = middle;
      after->b = test_pick (map, KITH_STAKEHOLDER, rand);
      if (after->a == after->b)
        kith_record_unref (after);
      else
        kith_edit_update (edit, link, after);
    }
  test_do (map, edit);
}

static void
label_all (KithMap *map)
{
  KithEdit *edit = kith_edit_new ("Label");

  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    {
      KithLink *after = kith_record_copy (link);
      g_autofree char *label = g_strdup_printf ("joint rota %u since %u", link_i,
                                                1970 + link_i % 56);

      kith_text_set (&after->label, label);
      kith_edit_update (edit, link, after);
    }
  test_do (map, edit);
}

static double
time_hits (const KithFigures *figures)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  KithRect bounds = kith_figures_bounds (figures);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < HITS; i++)
    kith_figures_hit (figures, bounds.x + g_rand_double (rand) * bounds.width,
                      bounds.y + g_rand_double (rand) * bounds.height, 6.0);
  return since (start) * 1000.0 / HITS;
}

/* A full drawing onto 1366 × 900 pixels: at 100 % of the middle, or of the whole. */
static double
time_drawing (const KithFigures *figures, gboolean whole)
{
  KithRect bounds = kith_figures_bounds (figures);
  double scale = whole ? MIN (1366.0 / bounds.width, 900.0 / bounds.height) : 1.0;
  KithRect clip = { bounds.x + bounds.width / 2 - 683 / scale,
                    bounds.y + bounds.height / 2 - 450 / scale, 1366 / scale, 900 / scale };
  KithPaint paint = { .scale = scale, .clip = clip };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1366, 900);
  cairo_t *cr = cairo_create (surface);
  gint64 start = g_get_monotonic_time ();

  kith_painter_ground (cr, KITH_PALETTE_LIGHT);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -clip.x, -clip.y);
  kith_painter_draw (cr, figures, &paint);
  cairo_surface_flush (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return since (start);
}

/* Moving one stakeholder to and fro, with what hangs on it, as a drag does. */
static double
time_drag (KithFigures *figures, KithMap *map)
{
  const guint rounds = 20;
  KithId id = KITH_ID (
      kith_map_nth (map, KITH_STAKEHOLDER, kith_map_n (map, KITH_STAKEHOLDER) / 2));
  gint64 start;
  double sum = 0.0;

  for (guint i = 0; i < rounds; i++)
    {
      const KithStakeholder *now = kith_map_stakeholder (map, id);
      double xy[] = { now->x + (i % 2 == 0 ? 12 : -12), now->y };
      g_autoptr (KithEdit) edit = kith_verb_move (map, &id, 1, xy, "Move");

      kith_map_apply (map, edit, NULL);
      start = g_get_monotonic_time ();
      kith_figures_apply (figures, map, edit);
      sum += since (start);
    }
  return sum / rounds;
}

static double
time_export (KithMap *map, KithPictureFormat format)
{
  KithView view = KITH_VIEW_INIT;
  KithExport options = KITH_EXPORT_INIT;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  options.format = format;
  options.paper = KITH_PAPER_A1;
  bytes = kith_export (map, &view, &options, &error);
  return bytes != NULL ? since (start) : -1.0; /* a PNG may be too large */
}

static void
print_row (const char *name, KithMap *map)
{
  KithView view = KITH_VIEW_INIT;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  double made = since (start);
  double first = time_drawing (figures, FALSE);
  double again = time_drawing (figures, FALSE);
  double whole = time_drawing (figures, TRUE);
  double hit = time_hits (figures);
  double drag = time_drag (figures, map);
  double png = time_export (map, KITH_PICTURE_PNG);
  double pdf = time_export (map, KITH_PICTURE_PDF);
  double svg = time_export (map, KITH_PICTURE_SVG);
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  printf ("%-18s %9.1f %8.1f %8.1f %8.1f %8.1f %8.2f %9.0f %9.0f %9.0f %8.0f\n", name, made, first,
          again, whole, hit, drag, png, pdf, svg, (double) usage.ru_maxrss / 1024.0);
  fflush (stdout);
}

static void
in_a_child (const char *name, const char *example, guint n, guint m, Links how)
{
  pid_t child = fork ();
  g_autoptr (KithMap) map = NULL;

  if (child > 0)
    {
      waitpid (child, NULL, 0);
      return;
    }
  map = example != NULL ? load_example (example) : test_random_map (n, m, MIN (n / 30, 40), 5);
  if (how == LABELLED)
    label_all (map);
  else if (how != NEIGHBOURS)
    link_otherwise (map, how);
  print_row (name, map);
  _exit (0);
}

int
main (int argc, char *argv[])
{
  const char *example = argc > 1 ? argv[1] : "data/examples/northmoor-crisis-pathway.json";

  printf ("%-18s %9s %8s %8s %8s %8s %8s %9s %9s %9s %8s\n", "", "figures", "draw", "again",
          "whole", "hit", "drag", "PNG", "PDF A1", "SVG", "peak");
  printf ("%-18s %9s %8s %8s %8s %8s %8s %9s %9s %9s %8s\n", "stakeholders/links", "ms", "ms", "ms",
          "ms", "µs", "ms", "ms", "ms", "ms", "MB");
  fflush (stdout);
  if (g_file_test (example, G_FILE_TEST_EXISTS))
    in_a_child ("Northmoor 25/45", example, 0, 0, NEIGHBOURS);
  in_a_child ("60/150", NULL, 60, 150, NEIGHBOURS);
  in_a_child ("200/600", NULL, 200, 600, NEIGHBOURS);
  in_a_child ("1000/3000", NULL, 1000, 3000, NEIGHBOURS);
  in_a_child ("1000/3000 far", NULL, 1000, 3000, FAR);
  in_a_child ("1000/3000 star", NULL, 1000, 3000, STAR);
  in_a_child ("1000/3000 labels", NULL, 1000, 3000, LABELLED);
  in_a_child ("10000/30000", NULL, 10000, 30000, NEIGHBOURS);
  in_a_child ("10000/30000 labels", NULL, 10000, 30000, LABELLED);
  return 0;
}
