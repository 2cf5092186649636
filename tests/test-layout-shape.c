/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrangements in groups: each box in its place, none on another. */
#include "kith-layout-row.h"
#include "kith-layout-shape.h"
#include "kith-layout-turn.h"
#include "layout-shaped.h"

static gboolean
is_within (const Shaped *shaped, guint box, const KithLayoutArea *area)
{
  const Sample *sample = shaped->sample;

  return sample->x[box] - sample->width[box] / 2 >= area->x - area->width / 2 - 0.01
         && sample->x[box] + sample->width[box] / 2 <= area->x + area->width / 2 + 0.01
         && sample->y[box] - sample->height[box] / 2 >= area->y - area->height / 2 - 0.01
         && sample->y[box] + sample->height[box] / 2 <= area->y + area->height / 2 + 0.01;
}

static void
test_apart (void)
{
  static const guint sizes[] = { 1, 2, 3, 9, 40, 150 };

  for (int form = KITH_LAYOUT_COLUMNS; form <= KITH_LAYOUT_ISLANDS; form++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
        {
          g_auto (Shaped) shaped = shape (kinds[k].make (sizes[s], s + 1), form);
          g_autofree char *what = g_strdup_printf ("form %d, %s", form, kinds[k].name);

          assert_apart (shaped.sample, GAP, what);
        }
}

static void
test_rectangles (void)
{
  static const KithLayoutForm forms[] = { KITH_LAYOUT_COLUMNS, KITH_LAYOUT_ISLANDS,
                                          KITH_LAYOUT_GRID };

  for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
    {
      g_auto (Shaped) shaped = shape (make_communities (60, 4), forms[f]);
      gboolean grid = forms[f] == KITH_LAYOUT_GRID;

      for (guint i = 0; i < 60; i++)
        {
          guint group = shaped.group[i];

          if (grid && group == N_GROUPS)
            group = 2 * N_GROUPS; /* beside it */
          else if (grid)
            g_assert_true (is_within (&shaped, i, &shaped.areas[N_GROUPS + shaped.row[i]]));
          g_assert_true (is_within (&shaped, i, &shaped.areas[group]));
        }
    }
}

static void
test_rings (void)
{
  g_auto (Shaped) shaped = shape (make_hubs (80, 2), KITH_LAYOUT_RINGS);
  const Sample *sample = shaped.sample;

  for (guint g = 1; g < N_GROUPS; g++)
    g_assert_cmpfloat (shaped.areas[g].inner_width, >=, shaped.areas[g - 1].width);
  for (guint i = 0; i < 80; i++)
    {
      const KithLayoutArea *area = &shaped.areas[shaped.group[i]];
      double x = sample->x[i] - area->x, y = sample->y[i] - area->y;
      double in_x = fabs (x - area->inner_x), in_y = fabs (y - area->inner_y);

      g_assert_cmpfloat (reach (fabs (x) + sample->width[i] / 2, fabs (y) + sample->height[i] / 2,
                                area->width, area->height),
                         <=, 1.001);
      if (area->inner_width > 0)
        g_assert_cmpfloat (reach (MAX (in_x - sample->width[i] / 2, 0),
                                  MAX (in_y - sample->height[i] / 2, 0), area->inner_width,
                                  area->inner_height),
                           >=, 0.999);
    }
}

static void
test_segments (void)
{
  g_auto (Shaped) shaped = shape (make_communities (70, 9), KITH_LAYOUT_SEGMENTS);
  double all = 0;

  for (guint g = 0; g < N_GROUPS; g++)
    all += shaped.areas[g].sweep;
  g_assert_cmpfloat_with_epsilon (all, 1.0, 1e-9);
  for (guint i = 0; i < 70; i++)
    {
      const KithLayoutArea *area = &shaped.areas[shaped.group[i]];
      double turn = kith_turn_from_vector ((shaped.sample->x[i] - area->x) / area->width,
                                           (shaped.sample->y[i] - area->y) / area->height);

      g_assert_cmpfloat (kith_turn_near (turn, area->turn), <=, area->turn + area->sweep);
    }
}

/* One stands in the middle of what is drawn round it. */
static void
test_one (void)
{
  static const KithLayoutForm forms[] = { KITH_LAYOUT_RINGS, KITH_LAYOUT_SEGMENTS,
                                          KITH_LAYOUT_CIRCLE };

  for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
    {
      g_auto (Shaped) shaped = shape (make_communities (1, 1), forms[f]);
      const Sample *sample = shaped.sample;
      const KithLayoutArea *area = &shaped.areas[0];

      g_assert_cmpfloat_with_epsilon (sample->x[0], area->x, 0.01);
      g_assert_cmpfloat_with_epsilon (sample->y[0], area->y, 0.01);
      g_assert_cmpfloat (reach (sample->width[0] / 2, sample->height[0] / 2, area->width,
                                area->height),
                         <, 1.0);
      g_assert_cmpfloat (area->inner_width, ==, 0);
    }
}

/* No box touches the hole. */
static void
test_hole (void)
{
  for (guint n = 2; n < 12; n++)
    {
      g_auto (Shaped) shaped = shape (make_communities (n, 1), KITH_LAYOUT_SEGMENTS);
      const Sample *sample = shaped.sample;

      for (guint i = 0; i < n; i++)
        {
          const KithLayoutArea *area = &shaped.areas[shaped.group[i]];
          double x = fabs (sample->x[i] - area->x) - sample->width[i] / 2;
          double y = fabs (sample->y[i] - area->y) - sample->height[i] / 2;

          g_assert_cmpfloat (reach (MAX (x, 0), MAX (y, 0), area->inner_width + 24,
                                    area->inner_height + 24),
                             >, 1.0);
        }
    }
}

static void
test_pinned (void)
{
  for (int form = KITH_LAYOUT_COLUMNS; form <= KITH_LAYOUT_ISLANDS; form++)
    {
      Sample *sample = make_communities (40, 3);
      guint8 pinned[40] = { 0 };

      for (guint i = 0; i < 40; i++)
        sample->x[i] = sample->y[i] = NAN;
      pinned[7] = 1;
      sample->x[7] = 1234.5, sample->y[7] = -321.25;
      sample->graph.pinned = pinned;
      {
        g_auto (Shaped) shaped = shape (sample, form);

        g_assert_cmpfloat (sample->x[7], ==, 1234.5);
        g_assert_cmpfloat (sample->y[7], ==, -321.25);
        assert_apart (sample, GAP, "pinned");
        sample->graph.pinned = NULL;
      }
    }
}

static void
test_same (void)
{
  for (int form = KITH_LAYOUT_COLUMNS; form <= KITH_LAYOUT_ISLANDS; form++)
    {
      g_auto (Shaped) one = shape (make_hubs (50, 6), form);
      g_auto (Shaped) other = shape (make_hubs (50, 6), form);

      g_assert_cmpmem (one.sample->x, 50 * sizeof (double), other.sample->x, 50 * sizeof (double));
      g_assert_cmpmem (one.sample->y, 50 * sizeof (double), other.sample->y, 50 * sizeof (double));
    }
}

/* A tenth to half fewer cross than where each box only goes where its links draw it: 566, 1,752, 467,
 * 3,099, 468 and 3,264. */
static void
test_trades (void)
{
  static const guint most[] = {
    [KITH_LAYOUT_COLUMNS] = 530, [KITH_LAYOUT_SEGMENTS] = 1100, [KITH_LAYOUT_RINGS] = 430,
    [KITH_LAYOUT_GRID] = 2800,   [KITH_LAYOUT_CIRCLE] = 400,    [KITH_LAYOUT_ISLANDS] = 2500,
  };

  for (int form = KITH_LAYOUT_COLUMNS; form <= KITH_LAYOUT_ISLANDS; form++)
    {
      g_auto (Shaped) shaped = shape (make_communities (60, 5), form);

      g_test_message ("form %d: %u crossings", form, count_crossings (shaped.sample));
      g_assert_cmpuint (count_crossings (shaped.sample), <=, most[form]);
    }
}

/* As wide as what it is looked at on: 0.8 to 1.1 times as wide as high, if cells had the same shape in any. */
static void
test_grid_page (void)
{
  static const guint sizes[] = { 40, 90, 150 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_auto (Shaped) shaped = shape (make_communities (sizes[s], 2), KITH_LAYOUT_GRID);
      double width = 0.0;

      for (guint g = 0; g < N_GROUPS; g++)
        width += shaped.areas[g].width;
      width += shaped.areas[2 * N_GROUPS].width; /* beside it */
      g_test_message ("%u: %.0f × %.0f", sizes[s], width, shaped.areas[0].height);
      g_assert_cmpfloat (width, >, 1.3 * shaped.areas[0].height);
      g_assert_cmpfloat (width, <, 2.2 * shaped.areas[0].height);
    }
}

/* Those who have traded places are seated again in as many rows as before, or nothing is left of it. */
static void
test_trades_in_rows (void)
{
  guint all = 0;

  for (guint n = 100; n <= 200; n += 20)
    {
      g_auto (Shaped) shaped = shape (make_communities (n, 1), KITH_LAYOUT_SEGMENTS);

      g_test_message ("%u: %u crossings", n, count_crossings (shaped.sample));
      all += count_crossings (shaped.sample);
    }
  g_assert_cmpuint (all, <=, 41000); /* 43,049 otherwise */
}

static void
find_middle (const Sample *sample, double *x, double *y)
{
  *x = *y = 0.0;
  for (guint i = 0; i < sample->graph.n; i++)
    *x += sample->x[i] / sample->graph.n, *y += sample->y[i] / sample->graph.n;
}

/* Pressed again and again, it would be out of sight in the end. */
static void
test_stays (void)
{
  for (int form = KITH_LAYOUT_COLUMNS; form <= KITH_LAYOUT_ISLANDS; form++)
    {
      Sample *sample = make_hubs (40, 7);
      double x, y, then_x, then_y;

      for (guint i = 0; i < 40; i++)
        sample->x[i] = 3000 + 400.0 * (i % 7), sample->y[i] = 300.0 * (i / 7) - 2000;
      find_middle (sample, &x, &y);
      {
        g_auto (Shaped) shaped = shape (sample, form);

        find_middle (shaped.sample, &then_x, &then_y);
        g_assert_cmpfloat_with_epsilon (then_x, x, 1.0);
        g_assert_cmpfloat_with_epsilon (then_y, y, 1.0);
      }
    }
}

/* Groups that have nothing to do with one another are not put between two that have. */
static void
test_order (void)
{
  Sample *sample = sample_new (30, 40, 1);
  guint group[30];
  KithLayoutArea areas[3];
  KithLayoutShape how = { KITH_LAYOUT_COLUMNS, 3, group, 0, NULL, TRUE };
  KithLayoutOptions options;

  for (guint i = 0; i < 30; i++)
    group[i] = i / 10;
  for (guint i = 0; i < 10; i++)
    {
      add_link (sample, i, 20 + i);
      add_link (sample, i, 20 + (i + 1) % 10);
    }
  add_link (sample, 0, 10);
  kith_layout_options_init (&options);
  g_assert_true (
      kith_layout_arrange_in (&sample->graph, &options, &how, sample->x, sample->y, areas));
  g_assert_true ((areas[0].x > areas[1].x) == (areas[0].x < areas[2].x)); /* in the middle */
  sample_free (sample);
}

static gboolean
is_clear_of (const KithLayoutArea *a, const KithLayoutArea *b)
{
  return fabs (a->x - b->x) >= (a->width + b->width) / 2
         || fabs (a->y - b->y) >= (a->height + b->height) / 2;
}

/* At the top, or in the lowest bands below. */
static void
assert_room_for_name (const Sample *sample, guint box, const KithLayoutArea *area, double lowest)
{
  g_assert_true (area->named_below == (area->y + area->height / 2 > lowest - 1.0));
  assert_clear_of_name (sample, box, area);
}

/* Twelve columns of two would be a strip that no window shows with its names. */
static void
test_bands (void)
{
  Sample *sample = make_communities (24, 5);
  guint group[24];
  KithLayoutArea areas[13];
  KithLayoutShape how = { KITH_LAYOUT_COLUMNS, 13, group, 0, NULL, TRUE };
  KithLayoutOptions options;
  double left = 0, right = 0, top = 0, bottom = 0;

  for (guint i = 0; i < 24; i++)
    group[i] = i / 2; /* nobody is in the thirteenth */
  kith_layout_options_init (&options);
  g_assert_true (
      kith_layout_arrange_in (&sample->graph, &options, &how, sample->x, sample->y, areas));
  g_assert_cmpfloat (areas[12].width, ==, 0);
  for (guint g = 0; g < 12; g++)
    {
      left = MIN (left, areas[g].x - areas[g].width / 2);
      right = MAX (right, areas[g].x + areas[g].width / 2);
      top = MIN (top, areas[g].y - areas[g].height / 2);
      bottom = MAX (bottom, areas[g].y + areas[g].height / 2);
      for (guint other = 0; other < g; other++)
        g_assert_true (is_clear_of (&areas[g], &areas[other]));
      for (guint i = 2 * g; i < 2 * g + 2; i++)
        g_assert_cmpfloat (fabs (sample->y[i] - areas[g].y), <=, areas[g].height / 2);
    }
  for (guint i = 0; i < 24; i++)
    assert_room_for_name (sample, i, &areas[i / 2], bottom);
  g_assert_cmpfloat ((right - left) / (bottom - top), <, 3);
  g_assert_cmpfloat ((right - left) / (bottom - top), >, 1.0);
  sample_free (sample);
}

/* Lanes are filled from the left of the free picture, whatever the order in which boxes came. */
static void
test_tall_lanes (void)
{
  Sample *sample = sample_new (40, 1, 3);
  guint group[40] = { 0 };
  KithLayoutArea areas[1];
  KithLayoutShape how = { KITH_LAYOUT_COLUMNS, 1, group, 0, NULL, FALSE };
  KithLayoutOptions options;

  for (guint i = 0; i < 40; i++)
    {
      sample->height[i] = i < 20 ? 300 : 40;
      sample->x[i] = i < 20 ? 5000 - 10.0 * i : 10.0 * i;
      sample->y[i] = i;
    }
  kith_layout_options_init (&options);
  options.have_start = TRUE;
  g_assert_true (
      kith_layout_arrange_in (&sample->graph, &options, &how, sample->x, sample->y, areas));
  for (guint i = 0; i < 40; i++)
    {
      g_assert_cmpfloat (sample->y[i] - sample->height[i] / 2, >=,
                         areas[0].y - areas[0].height / 2);
      g_assert_cmpfloat (sample->y[i] + sample->height[i] / 2, <=,
                         areas[0].y + areas[0].height / 2);
    }
  sample_free (sample);
}

/* Many on a circle sit behind one another, or nobody could read them with all of it in sight. */
static void
test_circle (void)
{
  Sample *few = sample_new (40, 80, 7), *many = sample_new (160, 400, 7);
  g_auto (Shaped) one = shape (few, KITH_LAYOUT_CIRCLE);
  g_auto (Shaped) other = shape (many, KITH_LAYOUT_CIRCLE);

  g_assert_cmpfloat (other.areas[0].width, <, 2.0 * one.areas[0].width);
}

/* So many more behind one another that they are as readable as elsewhere: four circles of 400 were 7,600 across. */
static void
test_crowded_circle (void)
{
  g_auto (Shaped) shaped = shape (make_communities (400, 1), KITH_LAYOUT_CIRCLE);

  g_test_message ("%.0f across", shaped.areas[0].width);
  g_assert_cmpfloat (shaped.areas[0].width, <, 6000.0);
}

/* How much of a link between them shows, at least: a line that runs straight. */
static double
visible_between (const Sample *sample, guint a, guint b)
{
  return MAX (fabs (sample->x[a] - sample->x[b]) - (sample->width[a] + sample->width[b]) / 2,
              fabs (sample->y[a] - sample->y[b]) - (sample->height[a] + sample->height[b]) / 2);
}

/* On a circle or in segments of few, and in a column that has room, what each end says of a link has a place beside it. */
static void
test_links_show (void)
{
  Sample *round = make_path (12, 3), *shared = make_path (12, 3), *high = sample_new (12, 12, 4);
  g_auto (Shaped) circle = shape (round, KITH_LAYOUT_CIRCLE);
  g_auto (Shaped) segments = shape (shared, KITH_LAYOUT_SEGMENTS);
  guint group[12] = { 0 };
  KithLayoutArea areas[2];
  KithLayoutShape how = { KITH_LAYOUT_COLUMNS, 2, group, 0, NULL, FALSE };
  KithLayoutOptions options;

  for (guint k = 0; k < round->graph.m; k++)
    {
      g_assert_cmpfloat (visible_between (round, round->from[k], round->to[k]), >=, 59.0);
      g_assert_cmpfloat (visible_between (shared, shared->from[k], shared->to[k]), >=, 59.0);
    }
  for (guint i = 1; i < 3; i++)
    add_link (high, i - 1, i); /* beside a column of nine */
  for (guint i = 3; i < 12; i++)
    group[i] = 1;
  kith_layout_options_init (&options);
  g_assert_true (kith_layout_arrange_in (&high->graph, &options, &how, high->x, high->y, areas));
  for (guint i = 1; i < 3; i++)
    g_assert_cmpfloat (visible_between (high, i - 1, i), >=, 59.0);
  sample_free (high);
}

static void
test_cancelled (void)
{
  for (int form = KITH_LAYOUT_COLUMNS; form <= KITH_LAYOUT_ISLANDS; form++)
    {
      Sample *sample = make_hubs (60, 3);
      guint group[60] = { 0 }, row[60] = { 0 };
      Patience patience = { 0, 3 };
      KithLayoutArea areas[3];
      KithLayoutShape how = { (KithLayoutForm) form, 1, group, 1, row, FALSE };
      KithLayoutOptions options;
      double x;

      sample->x[5] = 12.5;
      x = sample->x[5];
      kith_layout_options_init (&options);
      options.cancelled = is_enough;
      options.data = &patience;
      for (guint late = 0; late < 2; late++)
        {
          g_assert_false (
              kith_layout_arrange_in (&sample->graph, &options, &how, sample->x, sample->y, areas));
          g_assert_cmpfloat (sample->x[5], ==, x);
          patience = (Patience){ 0, count_questions (sample, options) };
        }
      sample_free (sample);
    }
}

static void
test_no_sizes (void)
{
  for (int form = KITH_LAYOUT_COLUMNS; form <= KITH_LAYOUT_ISLANDS; form++)
    {
      Sample *sample = make_hubs (30, 3);

      for (guint i = 0; i < 30; i++)
        sample->width[i] = sample->height[i] = i % 2 == 0 ? 0 : NAN;
      {
        g_auto (Shaped) shaped = shape (sample, form);

        for (guint i = 0; i < 30; i++)
          g_assert_true (isfinite (shaped.sample->x[i]) && isfinite (shaped.sample->y[i]));
      }
    }
}

static void
test_turns (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      double turn = i / 5000.0, x, y;

      kith_turn_to_vector (turn, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, cos (turn * 2 * G_PI), 1e-5);
      g_assert_cmpfloat_with_epsilon (y, sin (turn * 2 * G_PI), 1e-5);
      g_assert_cmpfloat_with_epsilon (kith_turn_from_vector (3 * x, 3 * y), turn, 1e-5);
    }
  g_assert_cmpfloat (kith_turn_from_vector (0, 0), ==, 0);
  g_assert_cmpfloat (kith_turn_near (0.1, 0.75), ==, 1.1);
}

static void
test_row (void)
{
  static const double wanted[] = { 5, 5, 5, 20 }, apart[] = { 0, 2, 2, 2 };
  double place[4];

  g_assert_true (kith_row_spread (4, wanted, apart, 0, 100, place));
  g_assert_cmpfloat (place[0], ==, 3);
  g_assert_cmpfloat (place[1], ==, 5);
  g_assert_cmpfloat (place[2], ==, 7);
  g_assert_cmpfloat (place[3], ==, 20);
  g_assert_true (kith_row_spread (4, wanted, apart, 4, 12, place));
  g_assert_cmpfloat (place[0], ==, 4);
  g_assert_cmpfloat (place[3], ==, 12);
  g_assert_false (kith_row_spread (4, wanted, apart, 0, 5, place));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-shape/no-two-boxes-overlap-in-any-form", test_apart);
  g_test_add_func ("/layout-shape/a-grid-has-the-shape-of-a-screen", test_grid_page);
  g_test_add_func ("/layout-shape/columns-islands-and-cells-hold-their-boxes", test_rectangles);
  g_test_add_func ("/layout-shape/rings-lie-in-one-another-and-hold-their-boxes", test_rings);
  g_test_add_func ("/layout-shape/segments-share-the-turn-and-hold-their-boxes", test_segments);
  g_test_add_func ("/layout-shape/one-stands-in-the-middle", test_one);
  g_test_add_func ("/layout-shape/no-box-touches-the-hole", test_hole);
  g_test_add_func ("/layout-shape/what-is-pinned-stays", test_pinned);
  g_test_add_func ("/layout-shape/the-same-map-has-the-same-picture", test_same);
  g_test_add_func ("/layout-shape/boxes-trade-places-where-links-cross", test_trades);
  g_test_add_func ("/layout-shape/trades-last-in-several-rows", test_trades_in_rows);
  g_test_add_func ("/layout-shape/arranged-again-it-does-not-wander", test_stays);
  g_test_add_func ("/layout-shape/columns-that-are-linked-stand-side-by-side", test_order);
  g_test_add_func ("/layout-shape/many-columns-stand-in-bands", test_bands);
  g_test_add_func ("/layout-shape/tall-boxes-stay-within-their-column", test_tall_lanes);
  g_test_add_func ("/layout-shape/many-on-a-circle-sit-behind-one-another", test_circle);
  g_test_add_func ("/layout-shape/more-are-on-more-circles", test_crowded_circle);
  g_test_add_func ("/layout-shape/enough-of-links-between-neighbours-shows", test_links_show);
  g_test_add_func ("/layout-shape/cancelling-changes-nothing", test_cancelled);
  g_test_add_func ("/layout-shape/boxes-without-a-size-get-a-place", test_no_sizes);
  g_test_add_func ("/layout-shape/turns-agree-with-sine-and-cosine", test_turns);
  g_test_add_func ("/layout-shape/a-row-keeps-order-and-distances", test_row);
  return g_test_run ();
}
