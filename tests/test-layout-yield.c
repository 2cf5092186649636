/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What gives way to boxes that are carried through a picture. */
#include <math.h>

#include "kith-layout-yield.h"
#include "layout-samples.h"

/* Boxes of 100 by 40 in a row, 200 apart, each linked to the next but the last one, which is alone. */
static Sample *
make_row (guint n)
{
  Sample *sample = sample_new (n, n, 1);

  for (guint i = 0; i < n; i++)
    {
      sample->width[i] = 100;
      sample->height[i] = 40;
      sample->x[i] = 200.0 * i + 100.0;
      sample->y[i] = 100.0;
      if (i + 2 < n)
        add_link (sample, i, i + 1);
    }
  return sample;
}

static void
carry (Sample *sample, guint which, double dx, double dy)
{
  g_autofree guint8 *carried = g_new0 (guint8, sample->graph.n);

  carried[which] = TRUE;
  kith_layout_give_way (&sample->graph, carried, dx, dy, GAP, sample->x, sample->y);
}

static void
test_follow (void)
{
  g_autoptr (Sample) sample = make_row (6);

  carry (sample, 0, 0, 120);
  g_assert_cmpfloat (sample->y[0], ==, 220);
  /* along the links less and less; nobody across, who is not in the way */
  for (guint i = 1; i < 4; i++)
    {
      g_assert_cmpfloat (sample->y[i], <, sample->y[i - 1] - 2);
      g_assert_cmpfloat (sample->x[i], ==, 200.0 * i + 100.0);
    }
  g_assert_cmpfloat (sample->y[1], >, 130);
  g_assert_cmpfloat (sample->y[5], ==, 100);
}

static void
test_aside (void)
{
  g_autoptr (Sample) sample = make_row (6);

  carry (sample, 0, 990, 4); /* onto the one that is alone */
  g_assert_cmpfloat (sample->x[0], ==, 1090);
  g_assert_cmpfloat (sample->y[0], ==, 104);
  assert_apart (sample, GAP, "what is in the way moves aside");
  g_assert_cmpfloat (hypot (sample->x[5] - 1100, sample->y[5] - 100), >, 30);
}

static void
test_pinned (void)
{
  g_autoptr (Sample) sample = make_row (6);

  sample->pinned[1] = sample->pinned[5] = TRUE;
  carry (sample, 0, 990, 4);
  g_assert_true (sample->x[1] == 300 && sample->y[1] == 100);
  g_assert_true (sample->x[5] == 1100 && sample->y[5] == 100);
  carry (sample, 5, 0, 300); /* but who is pinned can be carried */
  g_assert_cmpfloat (sample->y[5], ==, 400);
}

static void
test_back (void)
{
  for (guint seed = 1; seed <= 3; seed++)
    {
      g_autoptr (Sample) sample = make_communities (60, seed);
      g_autofree double *x = NULL, *y = NULL;

      arrange (sample, FALSE);
      sample->x[7] = sample->x[8] + 20; /* a heap that a person has made */
      sample->y[7] = sample->y[8] + 5;
      x = copy (sample->x, 60);
      y = copy (sample->y, 60);
      carry (sample, 20, 0, 0);
      for (guint i = 0; i < 60; i++)
        g_assert_true (sample->x[i] == x[i] && sample->y[i] == y[i]);
      carry (sample, 20, 300, -200);
      g_assert_cmpfloat (fabs (sample->x[8] - sample->x[7]), <, 21);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/yield/what-is-linked-follows-less-with-each-link", test_follow);
  g_test_add_func ("/yield/what-is-in-the-way-moves-aside", test_aside);
  g_test_add_func ("/yield/pinned-ones-stay", test_pinned);
  g_test_add_func ("/yield/carried-back-all-is-as-it-was", test_back);
  return g_test_run ();
}
