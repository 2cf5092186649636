/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid of lines: whatever touches a place is found there, and little else. */
#include <math.h>

#include "kith-curve.h"
#include "kith-line-grid.h"

#define N_LINES 400
#define MOST_POINTS 9
#define CELL 100.0

typedef struct
{
  KithPoint points[MOST_POINTS];
  guint n;
  guint met; /* how often, in this search */
} Line;

/* Of cells, where one might be taken for the other. */
static double
on_border (double place)
{
  return round (place / CELL) * CELL;
}

/* One that turns this way and that, on both sides of the origin; some straight, some upright, some level, some
 * no more than a point. */
static void
make_line (Line *line, GRand *rand)
{
  gboolean on_borders = g_rand_boolean (rand);
  double reach = g_rand_boolean (rand) ? 60.0 : 700.0;

  line->n = g_rand_boolean (rand) ? 2 : (guint) g_rand_int_range (rand, 3, MOST_POINTS + 1);
  line->points[0] = (KithPoint){ g_rand_double_range (rand, -2000, 2000),
                                 g_rand_double_range (rand, -2000, 2000) };
  for (guint i = 1; i < line->n; i++)
    {
      line->points[i] = line->points[i - 1];
      if (!g_rand_boolean (rand) || !g_rand_boolean (rand))
        line->points[i].x += g_rand_double_range (rand, -reach, reach);
      if (!g_rand_boolean (rand) || !g_rand_boolean (rand))
        line->points[i].y += g_rand_double_range (rand, -reach, reach);
    }
  for (guint i = 0; i < line->n && on_borders; i++)
    line->points[i] = (KithPoint){ on_border (line->points[i].x), on_border (line->points[i].y) };
}

static gboolean
touches (const Line *line, const KithRect *rect)
{
  for (guint i = 1; i < line->n; i++)
    if (kith_rect_contains (rect, line->points[i].x, line->points[i].y)
        || kith_segment_meets_rect (line->points[i - 1], line->points[i], rect))
      return TRUE;
  return kith_rect_contains (rect, line->points[0].x, line->points[0].y);
}

static void
meet (gpointer item, gpointer data)
{
  (void) data;
  ((Line *) item)->met++;
}

static void
search (const KithLineGrid *grid, Line *lines, const KithRect *rect)
{
  for (guint i = 0; i < N_LINES; i++)
    lines[i].met = 0;
  kith_line_grid_foreach (grid, rect, meet, NULL);
}

static KithRect
some_place (GRand *rand, double size)
{
  return (KithRect){ g_rand_double_range (rand, -2200, 2200),
                     g_rand_double_range (rand, -2200, 2200), g_rand_double_range (rand, 0, size),
                     g_rand_double_range (rand, 0, size) };
}

static void
fill (KithLineGrid *grid, Line *lines, GRand *rand)
{
  for (guint i = 0; i < N_LINES; i++)
    {
      make_line (&lines[i], rand);
      kith_line_grid_add (grid, &lines[i], lines[i].points, lines[i].n);
    }
}

static void
test_finds (void)
{
  g_autoptr (KithLineGrid) grid = kith_line_grid_new (CELL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree Line *lines = g_new0 (Line, N_LINES);
  guint met = 0;

  fill (grid, lines, rand);
  for (guint i = 0; i < 4000; i++)
    {
      KithRect place = some_place (rand, i % 2 == 0 ? 12 : 500);

      if (i % 4 == 0)
        place = (KithRect){ on_border (place.x), on_border (place.y), 0, 0 };
      search (grid, lines, &place);
      for (guint j = 0; j < N_LINES; j++)
        {
          gboolean there = touches (&lines[j], &place);

          g_assert_true (!there || lines[j].met > 0);
          met += there;
        }
    }
  g_assert_cmpuint (met, >, 5000);
}

/* Of straight ones hardly any is given in vain, where a cell has many. */
static void
test_finds_little_else (void)
{
  g_autoptr (KithLineGrid) grid = kith_line_grid_new (CELL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autofree Line *lines = g_new0 (Line, N_LINES);
  guint met = 0, there = 0;

  for (guint i = 0; i < N_LINES; i++)
    {
      lines[i].n = 2;
      for (guint j = 0; j < 2; j++)
        lines[i].points[j] = (KithPoint){ g_rand_double_range (rand, -3000, 3000),
                                          g_rand_double_range (rand, -3000, 3000) };
      kith_line_grid_add (grid, &lines[i], lines[i].points, 2);
    }
  for (guint i = 0; i < 4000; i++)
    {
      KithRect place = some_place (rand, 12);

      search (grid, lines, &place);
      for (guint j = 0; j < N_LINES; j++)
        {
          met += lines[j].met > 0;
          there += touches (&lines[j], &place);
        }
    }
  g_assert_cmpuint (there, >, 1000);
  g_assert_cmpuint (met * 10, <=, there * 11);
}

static void
test_lets_go (void)
{
  static const KithRect everywhere = { -1e5, -1e5, 2e5, 2e5 };
  g_autoptr (KithLineGrid) grid = kith_line_grid_new (CELL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree Line *lines = g_new0 (Line, N_LINES);

  fill (grid, lines, rand);
  for (guint i = 0; i < N_LINES; i += 2)
    kith_line_grid_remove (grid, &lines[i], lines[i].points, lines[i].n);
  search (grid, lines, &everywhere);
  for (guint i = 0; i < N_LINES; i++)
    g_assert_true ((lines[i].met > 0) == (i % 2 == 1));
  for (guint i = 0; i < 1000; i++)
    {
      KithRect place = some_place (rand, 200);

      search (grid, lines, &place);
      for (guint j = 0; j < N_LINES; j++)
        g_assert_true (j % 2 == 0 ? lines[j].met == 0
                                  : lines[j].met > 0 || !touches (&lines[j], &place));
    }
}

/* A line through very many cells: the numbers of a strip are rounded, and its ends are far away. */
static void
test_long (void)
{
  g_autoptr (KithLineGrid) grid = kith_line_grid_new (CELL);
  Line line = { { { -48123.4, 7.3 }, { 49000.1, 3021.9 } }, 2, 0 };

  kith_line_grid_add (grid, &line, line.points, 2);
  for (double way = 0.0; way <= 1.0; way += 0.0007)
    {
      KithRect place = { line.points[0].x + (line.points[1].x - line.points[0].x) * way - 0.05,
                         line.points[0].y + (line.points[1].y - line.points[0].y) * way - 0.05, 0.1,
                         0.1 };

      line.met = 0;
      kith_line_grid_foreach (grid, &place, meet, NULL);
      g_assert_cmpuint (line.met, >, 0);
    }
}

/* A line over more cells than anybody would walk. */
static void
test_very_long (void)
{
  g_autoptr (KithLineGrid) grid = kith_line_grid_new (CELL);
  Line line = { { { -1e9, 0 }, { 1e9, 10 } }, 2, 0 };
  KithRect place = { 5, 0, 10, 10 };

  kith_line_grid_add (grid, &line, line.points, 2);
  kith_line_grid_foreach (grid, &place, meet, NULL);
  g_assert_cmpuint (line.met, ==, 1);
  kith_line_grid_remove (grid, &line, line.points, 2);
  kith_line_grid_foreach (grid, &place, meet, NULL);
  g_assert_cmpuint (line.met, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-grid/finds-what-touches", test_finds);
  g_test_add_func ("/line-grid/finds-little-else", test_finds_little_else);
  g_test_add_func ("/line-grid/lets-go", test_lets_go);
  g_test_add_func ("/line-grid/long", test_long);
  g_test_add_func ("/line-grid/very-long", test_very_long);
  return g_test_run ();
}
