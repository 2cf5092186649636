/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What playing thirty years in forty seconds costs, as a table: one step of the map from day to day,
 * jumps, and whole frames (map, figures, 1366 × 768 pixels) of the whole map and of its middle at
 * 100 %. Nothing is left to a cache: on screen, tiles save most of the painting. */
#include <stdio.h>
#include <time.h>

#include "kith-as-at.h"
#include "kith-figures.h"
#include "kith-painter.h"
#include "kith-test-maps.h"
#include "kith-timeline.h"

#define FRAMES 2400 /* forty seconds at sixty a second */
#define PLAYED 400  /* of them, from the middle, with figures; … */
#define PAINTED 4   /* … one of so many is painted */
#define JUMPS 40
#define WIDTH 1366
#define HEIGHT 768
#define WAITS 4000 /* microseconds for what only makes way; the rest follows in later frames */
#define FIRST_YEAR 1996
#define YEARS 30

/* Of the processor, so that what else the machine does counts little. */
static gint64
now (void)
{
  return (gint64) clock () * G_USEC_PER_SEC / CLOCKS_PER_SEC;
}

static double
since (gint64 start)
{
  return (double) (now () - start) / 1000.0;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
at_share (GArray *times, double share)
{
  g_array_sort (times, compare_times);
  return times->len == 0 ? 0.0
                         : g_array_index (times, double, (guint) (share * (times->len - 1) + 0.5));
}

static KithDate
any_day (GRand *rand)
{
  return kith_date_day (FIRST_YEAR + g_rand_int_range (rand, 0, YEARS),
                        g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
}

/* Half of all stakeholders and most links have a beginning, one in ten an end. */
static void
date_lives (KithMap *map, GRand *rand)
{
  KithEdit *edit = kith_edit_new ("Date");

  for (guint kind = KITH_STAKEHOLDER; kind <= KITH_LINK; kind++)
    KITH_FOR_EACH (KithRecord, record, map, (KithKind) kind)
      {
        KithRecord *after = kith_record_copy (record);
        KithDate *from = kith_field_address (kith_kind_field (record->kind, "from"), after);
        KithDate *to = kith_field_address (kith_kind_field (record->kind, "to"), after);

        if (g_rand_int_range (rand, 0, kind == KITH_LINK ? 10 : 2) > 0)
          *from = any_day (rand);
        if (g_rand_int_range (rand, 0, 10) == 0)
          *to = kith_date_day (2026, g_rand_int_range (rand, 1, 12), 1);
        kith_edit_update (edit, record, after);
      }
  test_do (map, edit);
}

/* Ratings and events until there are so many dated facts. */
static void
add_facts (KithMap *map, GRand *rand, guint facts)
{
  KithEdit *edit = kith_edit_new ("Facts");
  guint there = kith_map_n (map, KITH_LINK) + kith_map_n (map, KITH_STAKEHOLDER) / 2;

  for (guint i = there; i < facts; i++)
    {
      KithId link = test_pick (map, KITH_LINK, rand);

      if (i % 3 == 0)
        {
          KithEvent *event = kith_record_new (KITH_EVENT, kith_id_new ());

          event->link = link;
          event->date = any_day (rand);
          kith_text_set (&event->title, "The winter when nobody rang");
          kith_edit_insert (edit, event);
        }
      else
        {
          KithAssessment *rating = kith_record_new (KITH_ASSESSMENT, kith_id_new ());

          rating->link = link;
          rating->end = (int) (i % 2);
          rating->date = any_day (rand);
          rating->basis = KITH_BASIS_OWN_WORDS;
          rating->scores[KITH_TRUST] = g_rand_int_range (rand, 1, 6);
          kith_edit_insert (edit, rating);
        }
    }
  test_do (map, edit);
}

/* Of six neighbours each. */
static void
add_spaces (KithMap *map, GRand *rand, guint n)
{
  guint boxes = kith_map_n (map, KITH_STAKEHOLDER);
  guint columns = 1;

  while (columns * columns < boxes)
    columns++;
  for (guint i = 0; i < n; i++)
    {
      guint first = (guint) g_rand_int_range (rand, 0, (int) (boxes - 3 * columns));
      KithId members[6];

      for (guint j = 0; j < 6; j++)
        members[j] = KITH_ID (
            kith_map_nth (map, KITH_STAKEHOLDER, first + j / 2 * columns + j % 2));
      test_space (map, "Big Room", members, 6);
    }
}

static void
paint (const KithFigures *figures, const KithRect *bounds, gboolean whole, cairo_surface_t *surface)
{
  double scale = whole ? MIN (WIDTH / bounds->width, HEIGHT / bounds->height) : 1.0;
  KithRect clip = { bounds->x + bounds->width / 2 - WIDTH / 2.0 / scale,
                    bounds->y + bounds->height / 2 - HEIGHT / 2.0 / scale, WIDTH / scale,
                    HEIGHT / scale };
  KithPaint how = { .scale = scale, .clip = clip };
  cairo_t *cr = cairo_create (surface);

  kith_painter_ground (cr, KITH_PALETTE_LIGHT);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -clip.x, -clip.y);
  kith_painter_draw (cr, figures, &how);
  cairo_surface_flush (surface);
  cairo_destroy (cr);
}

typedef struct
{
  KithTimeline *timeline;
  KithMap *shown;
  gint32 first;
  gint32 last;
  gint32 day;
} Bench;

static KithEdit *
step (Bench *bench, gint32 day)
{
  KithEdit *edit = kith_timeline_move (bench->timeline, bench->shown, bench->day, day);
  g_autoptr (GError) error = NULL;

  if (!kith_map_apply (bench->shown, edit, &error))
    g_error ("%s", error->message);
  bench->day = day;
  return edit;
}

static void
time_steps (Bench *bench)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  kith_edit_unref (step (bench, bench->first));
  for (guint i = 1; i <= FRAMES; i++)
    {
      gint64 start = now ();
      double time;

      kith_edit_unref (
          step (bench,
                bench->first + (gint32) ((gint64) (bench->last - bench->first) * i / FRAMES)));
      time = since (start);
      g_array_append_val (times, time);
    }
  printf ("  step %6.3f ms, 95th %6.3f", at_share (times, 0.5), at_share (times, 0.95));
}

static void
time_jumps (Bench *bench, KithMap *map)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 start;
  double back;

  start = now ();
  kith_edit_unref (step (bench, bench->first));
  back = since (start);
  start = now ();
  kith_edit_unref (step (bench, bench->last));
  printf (";  all of it back %4.0f ms, on %4.0f", back, since (start));
  for (guint i = 0; i < JUMPS; i++)
    {
      double time;

      start = now ();
      kith_edit_unref (step (bench, g_rand_int_range (rand, bench->first, bench->last)));
      time = since (start);
      g_array_append_val (times, time);
    }
  printf (";  anywhere %5.1f ms, 95th %5.1f", at_share (times, 0.5), at_share (times, 0.95));
  start = now ();
  kith_map_unref (kith_map_as_at (map, bench->first + (bench->last - bench->first) / 2));
  printf (";  as-at anew %4.0f ms\n", since (start));
}

/* A part of the play on a surface: frames that are not painted keep figures in step all the same. */
static void
time_frames (Bench *bench, gboolean whole)
{
  KithView view = KITH_VIEW_INIT;
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) figured = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (KithFigures) figures = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  KithRect bounds;
  gint64 all;
  double sum = 0.0;

  kith_edit_unref (step (bench, bench->last));
  view.day = bench->last;
  figures = kith_figures_new (bench->shown, &view);
  bounds = kith_figures_bounds (figures);
  kith_figures_free (g_steal_pointer (&figures));
  kith_edit_unref (step (bench, bench->first + (bench->last - bench->first) / 2));
  all = now ();
  figures = kith_figures_new (bench->shown, &view);
  printf ("  %-7s first %5.0f ms", whole ? "whole:" : "100 %:", since (all));
  for (guint i = FRAMES / 2 + 1; i <= FRAMES / 2 + PLAYED; i++)
    {
      gint64 start = now ();
      g_autoptr (KithEdit) edit =
          step (bench,
                bench->first + (gint32) ((gint64) (bench->last - bench->first) * i / FRAMES));
      double time;

      kith_figures_apply_within (figures, bench->shown, edit, WAITS);
      time = since (start);
      g_array_append_val (figured, time);
      if (i % PAINTED != 0)
        continue;
      paint (figures, &bounds, whole, surface);
      time = since (start);
      sum += time;
      g_array_append_val (frames, time);
    }
  printf (";  map and figures %6.2f ms, 95th %6.2f;  frame %6.2f ms, 95th %6.2f: %5.1f a second\n",
          at_share (figured, 0.5), at_share (figured, 0.95), at_share (frames, 0.5),
          at_share (frames, 0.95), 1000.0 * frames->len / sum);
  cairo_surface_destroy (surface);
}

static void
run (guint n, guint m, guint facts)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (KithMap) map = test_random_map (n, m, 0, 3);
  Bench bench = { 0 };
  guint n_facts;
  gint64 start;

  add_spaces (map, rand, MIN (n / 20, 40));
  date_lives (map, rand);
  add_facts (map, rand, facts);
  start = now ();
  bench.timeline = kith_timeline_new (map);
  kith_timeline_facts (bench.timeline, 1, G_MAXINT32 - 1, &n_facts);
  printf ("%u stakeholders, %u links, %u dated facts: timeline %.0f ms\n", n, m, n_facts,
          since (start));
  kith_timeline_span (bench.timeline, &bench.first, &bench.last);
  bench.day = bench.first;
  bench.shown = kith_timeline_map (bench.timeline, bench.first);
  time_steps (&bench);
  time_jumps (&bench, map);
  time_frames (&bench, TRUE);
  time_frames (&bench, FALSE);
  fflush (stdout);
  kith_map_unref (bench.shown);
  kith_timeline_unref (bench.timeline);
}

/* Without arguments all sizes; else the one with so many stakeholders. */
int
main (int argc, char **argv)
{
  static const guint sizes[][3] = { { 60, 150, 600 },
                                    { 1000, 3000, 10000 },
                                    { 10000, 30000, 100000 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (argc < 2 || g_ascii_strtoull (argv[1], NULL, 10) == sizes[i][0])
      run (sizes[i][0], sizes[i][1], sizes[i][2]);
  return 0;
}
