/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles of the areas of an arrangement: room for them, out of the way of links. */
#include "layout-shaped.h"

/* Of letters this large. */
static double
say_size (double width, double height)
{
  return width > 0.0 && height > 0.0 ? 34.0 : 0.0;
}

/* What areas are called has room above their boxes: a line, and in frames two. */
static void
test_titles (void)
{
  static const struct
  {
    KithLayoutForm form;
    double room;
  } rows[] = { { KITH_LAYOUT_COLUMNS, 2 * 34 },
               { KITH_LAYOUT_ISLANDS, 2 * 34 },
               { KITH_LAYOUT_RINGS, 34 } };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      Sample *sample = sample_new (40, 60, 5);
      guint group[40] = { 0 };
      KithLayoutArea areas[1];
      KithLayoutShape how = { rows[r].form, 1, group, 0, NULL, FALSE, say_size };
      KithLayoutOptions options;
      double top = G_MAXDOUBLE;

      kith_layout_options_init (&options);
      g_assert_true (
          kith_layout_arrange_in (&sample->graph, &options, &how, sample->x, sample->y, areas));
      for (guint i = 0; i < 40; i++)
        top = MIN (top, sample->y[i] - sample->height[i] / 2);
      g_assert_cmpfloat (top - (areas[0].y - areas[0].height / 2), >=, rows[r].room);
      sample_free (sample);
    }
}

#define TITLE 26.0 /* the room of small letters */

/* Links, straight from centre to centre, over the title of an area: looked at closely enough. */
static guint
count_over (const Shaped *shaped, const KithLayoutArea *area, gboolean below)
{
  const Sample *sample = shaped->sample;
  gboolean ring = area->inner_width > 0 || area == &shaped->areas[0];
  double width = MIN (10 * TITLE, area->width - 32), y = area->height / 2 - TITLE;
  double left = ring ? area->x - width / 2 : area->x - area->width / 2 + 16;
  guint n = 0;

  y = below ? area->y + y : area->y - area->height / 2;
  for (guint i = 0; i < sample->graph.m; i++)
    for (double t = 0; t <= 1; t += 1 / 512.0)
      {
        guint a = sample->from[i], b = sample->to[i];
        double at_x = sample->x[a] + (sample->x[b] - sample->x[a]) * t;
        double at_y = sample->y[a] + (sample->y[b] - sample->y[a]) * t;

        if (at_x < left || at_x > left + width || at_y < y || at_y > y + TITLE)
          continue;
        n++;
        break;
      }
  return n;
}

/* At one side, whichever has fewer links over them, unless one has more there by more than one. */
static void
test_rings_named (void)
{
  guint below = 0, alike = 0;

  for (guint seed = 1; seed < 6; seed++)
    {
      g_auto (Shaped) shaped = shape (make_communities (60, seed), KITH_LAYOUT_RINGS);
      guint n_below = 0;

      for (guint g = 0; g < N_GROUPS; g++)
        {
          gboolean side = shaped.areas[g].named_below;

          g_assert_cmpuint (count_over (&shaped, &shaped.areas[g], side), <=,
                            count_over (&shaped, &shaped.areas[g], !side) + 2);
          n_below += side;
        }
      below += n_below;
      alike += n_below == 0 || n_below == N_GROUPS;
    }
  g_test_message ("%u below, %u of 5 all at one side", below, alike);
  g_assert_cmpuint (below, >, 2);
  g_assert_cmpuint (alike, >=, 2);
}

/* In all five. Were each named above, 182 would run over one. */
static void
test_islands_named (void)
{
  guint over = 0;

  for (guint seed = 1; seed < 6; seed++)
    {
      g_auto (Shaped) shaped = shape (make_communities (60, seed), KITH_LAYOUT_ISLANDS);

      for (guint g = 0; g < N_GROUPS; g++)
        over += count_over (&shaped, &shaped.areas[g], shaped.areas[g].named_below);
      for (guint i = 0; i < 60; i++)
        assert_clear_of_name (shaped.sample, i, &shaped.areas[shaped.group[i]]);
    }
  g_test_message ("%u links over titles", over);
  g_assert_cmpuint (over, <=, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-titles/have-room-for-their-letters", test_titles);
  g_test_add_func ("/layout-titles/of-rings-stand-where-fewer-links-run", test_rings_named);
  g_test_add_func ("/layout-titles/of-islands-stand-where-fewer-links-run", test_islands_named);
  return g_test_run ();
}
