/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rings: boxes of a few stand where they make the whole least, those without links all round. */
#include "kith-layout-turn.h"
#include "layout-shaped.h"

/* A ring is thick where its boxes stand, and those of a few stand where that costs least. The mean of twelve was
 * 1,643, with 389 links that crossed in all; with rings round one middle, as thick all round, 1,363 and 390; not
 * tried again with the boxes where they have traded to, 1,266 and 416. */
static void
test_sparse_rings (void)
{
  double page = 0.0;
  guint crossings = 0;

  for (guint seed = 1; seed <= 12; seed++)
    {
      Sample *sample = seed % 2 > 0 ? make_communities (24, seed) : make_hubs (24, seed);
      g_auto (Shaped) shaped = shape (sample, KITH_LAYOUT_RINGS);
      const KithLayoutArea *outer = &shaped.areas[N_GROUPS - 1];

      page += MAX (outer->width / 1.6, outer->height) / 12;
      crossings += count_crossings (sample);
    }
  g_test_message ("%.0f, %u crossings", page, crossings);
  g_assert_cmpfloat (page, <, 1260.0);
  g_assert_cmpuint (crossings, <=, 400);
}

#define LETTERS 34.0
#define TITLE 53.0 /* the room of those */

static double
large_letters (double width, double height)
{
  return LETTERS;
}

/* The ring within lies whole in the one round it, and out of the band with its name. */
static void
assert_within (const KithLayoutArea *inner, const KithLayoutArea *outer)
{
  double edge = outer->height / 2 - TITLE;

  for (guint i = 0; i < 64; i++)
    {
      double x, y;

      kith_turn_to_vector (i / 64.0, &x, &y);
      x = inner->x + x * inner->width / 2 - outer->x;
      y = inner->y + y * inner->height / 2 - outer->y;
      g_assert_cmpfloat (reach (fabs (x), fabs (y), outer->width - 8, outer->height - 8), <=, 1.0);
      g_assert_cmpfloat (outer->named_below ? y : -y, <=, edge + 0.01);
    }
}

static void
test_nested (void)
{
  guint moved = 0;

  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autoptr (Sample) sample = seed % 2 > 0 ? make_communities (24, seed) : make_hubs (60, seed);
      guint n = sample->graph.n, group[60];
      KithLayoutArea areas[4];
      KithLayoutShape how = { KITH_LAYOUT_RINGS, 4, group, 0, NULL, FALSE, large_letters };
      KithLayoutOptions options;

      for (guint i = 0; i < n; i++)
        group[i] = i % 9 == 0 ? 2 + i % 2 : i % 2;
      kith_layout_options_init (&options);
      g_assert_true (
          kith_layout_arrange_in (&sample->graph, &options, &how, sample->x, sample->y, areas));
      for (guint g = 1; g < 4; g++)
        {
          const KithLayoutArea *inner = &areas[g - 1], *outer = &areas[g];

          assert_within (inner, outer);
          g_assert_cmpfloat_with_epsilon (outer->x + outer->inner_x, inner->x, 0.01);
          g_assert_cmpfloat_with_epsilon (outer->y + outer->inner_y, inner->y, 0.01);
          moved += fabs (outer->inner_x) + fabs (outer->inner_y) > 20;
        }
    }
  g_test_message ("%u of 36 have another middle", moved);
  g_assert_cmpuint (moved, >=, 12);
}

/* Whoever is in the middle is known by the first ring. */
static void
test_round_first (void)
{
  g_autoptr (Sample) sample = make_communities (24, 1);
  guint group[24];
  KithLayoutArea areas[4];
  KithLayoutShape how = { KITH_LAYOUT_RINGS, 4, group, 0, NULL, FALSE, NULL, TRUE };
  KithLayoutOptions options;

  for (guint i = 0; i < 24; i++)
    group[i] = i == 0 ? 0 : i < 4 ? 1 : i < 7 ? 2 : 3;
  kith_layout_options_init (&options);
  g_assert_true (
      kith_layout_arrange_in (&sample->graph, &options, &how, sample->x, sample->y, areas));
  for (guint g = 0; g < 2; g++)
    {
      g_assert_cmpfloat_with_epsilon (areas[g].x, sample->x[0], 0.01);
      g_assert_cmpfloat_with_epsilon (areas[g].y, sample->y[0], 0.01);
    }
}

/* A table lists one level after another: those who have no links are all round in each of their rings. */
static void
test_alone_all_round (void)
{
  g_autoptr (Sample) sample = sample_new (24, 1, 1);
  guint group[24];
  KithLayoutArea areas[3];
  KithLayoutShape how = { KITH_LAYOUT_RINGS, 3, group, 0, NULL, FALSE };
  KithLayoutOptions options;

  for (guint i = 0; i < 24; i++)
    group[i] = i / 8;
  kith_layout_options_init (&options);
  g_assert_true (
      kith_layout_arrange_in (&sample->graph, &options, &how, sample->x, sample->y, areas));
  for (guint g = 0; g < 3; g++)
    {
      double x = 0.0;

      for (guint i = 8 * g; i < 8 * g + 8; i++)
        x += (sample->x[i] - areas[g].x) / 8;
      g_test_message ("ring %u: %.0f of %.0f aside", g, x, areas[g].width);
      g_assert_cmpfloat (fabs (x), <, areas[g].width / 20);
    }
}

/* Rings of one each, and one of all others: to try how they stand best ends before it takes long, and soon after it
 * is cancelled. Where every try sought how many rows the large one has, it asked 1,541 times. */
static void
test_squeezing_ends (void)
{
  g_autoptr (Sample) sample = make_path (290, 1);
  g_autofree guint *group = g_new (guint, 290);
  Patience patience = { 0, G_MAXUINT };
  KithLayoutArea areas[7];
  KithLayoutShape how = { KITH_LAYOUT_RINGS, 7, group, 0, NULL, FALSE };
  KithLayoutOptions options;
  guint freely;

  for (guint i = 0; i < 290; i++)
    group[i] = MIN (i, 6);
  kith_layout_options_init (&options);
  options.cancelled = is_enough;
  freely = count_questions (sample, options);
  options.data = &patience;
  g_assert_true (
      kith_layout_arrange_in (&sample->graph, &options, &how, sample->x, sample->y, areas));
  g_test_message ("%u questions, %u of them freely", patience.asked, freely);
  g_assert_cmpuint (patience.asked - freely, <, 1000);
  patience = (Patience){ 0, freely + 30 };
  g_assert_false (
      kith_layout_arrange_in (&sample->graph, &options, &how, sample->x, sample->y, areas));
  g_test_message ("cancelled: %u questions more", patience.asked - freely - 30);
  g_assert_cmpuint (patience.asked, <, freely + 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-rings/few-boxes-do-not-make-a-ring-thick", test_sparse_rings);
  g_test_add_func ("/layout-rings/each-lies-in-the-next-clear-of-its-name", test_nested);
  g_test_add_func ("/layout-rings/the-first-is-round-who-is-in-the-middle", test_round_first);
  g_test_add_func ("/layout-rings/squeezing-rings-ends-soon", test_squeezing_ends);
  g_test_add_func ("/layout-rings/boxes-without-links-stand-all-round", test_alone_all_round);
  return g_test_run ();
}
