/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Islands fill a page of the screen's shape, apart from one another, and near those that they are linked to. */
#include "kith-layout-islands-page.h"
#include "layout-samples.h"

#define APART 56.0

/* As communities come: of very different sizes, all over the place. */
static Sample *
scatter (guint n, guint64 seed)
{
  Sample *sample = sample_new (n, 4 * n, seed);

  for (guint i = 0; i < n; i++)
    {
      sample->width[i] = 190 + kith_random_below (&sample->random, 800);
      sample->height[i] = 140 + kith_random_below (&sample->random, 700);
      sample->x[i] = kith_random_below (&sample->random, 6000);
      sample->y[i] = kith_random_below (&sample->random, 6000);
    }
  return sample;
}

static void
fit (Sample *sample)
{
  KithLayoutOptions options;

  kith_layout_options_init (&options);
  options.gap = APART;
  kith_islands_fit_page (&sample->graph, &options, TRUE, sample->x, sample->y);
}

static void
measure (const Sample *sample, double *width, double *height, double *filled)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  *filled = 0.0;
  for (guint i = 0; i < sample->graph.n; i++)
    {
      left = MIN (left, sample->x[i] - sample->width[i] / 2);
      right = MAX (right, sample->x[i] + sample->width[i] / 2);
      top = MIN (top, sample->y[i] - sample->height[i] / 2);
      bottom = MAX (bottom, sample->y[i] + sample->height[i] / 2);
      *filled += (sample->width[i] + APART) * (sample->height[i] + APART);
    }
  *width = right - left;
  *height = bottom - top;
}

/* Parted from the places to which stress brings them, they would take more than twice the room, as high as wide. */
static void
test_page (void)
{
  double shape = 0.0, room = 0.0;

  for (guint64 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (Sample) sample = scatter (4 + (guint) seed, seed);
      double width, height, filled;

      fit (sample);
      assert_apart (sample, APART, "islands");
      measure (sample, &width, &height, &filled);
      g_test_message ("%.0f × %.0f, %.2f of what they fill", width, height,
                      width * height / filled);
      g_assert_cmpfloat (width, >, height);
      shape += width / height / 12;
      room += width * height / filled / 12;
    }
  g_test_message ("shape %.2f, room %.2f", shape, room);
  g_assert_cmpfloat (fabs (shape - 1.6), <, 0.35);
  g_assert_cmpfloat (room, <, 1.5);
}

/* Two at opposite ends that have everything to do with one another. */
static void
test_linked (void)
{
  g_autoptr (Sample) sample = sample_new (8, 40, 1);
  double dx, dy;

  for (guint i = 0; i < 8; i++)
    {
      sample->width[i] = sample->height[i] = 400;
      sample->x[i] = 3000.0 * i;
    }
  for (guint i = 0; i < 30; i++)
    add_link (sample, 0, 7);
  fit (sample);
  dx = sample->x[0] - sample->x[7], dy = sample->y[0] - sample->y[7];
  g_test_message ("%.0f apart", sqrt (dx * dx + dy * dy));
  g_assert_cmpfloat (sqrt (dx * dx + dy * dy), <, 1.5 * (400 + APART));
}

/* Of more than are moved one by one. */
static void
test_many (void)
{
  g_autoptr (Sample) sample = scatter (90, 3);
  double width, height, filled;

  fit (sample);
  assert_apart (sample, APART, "many islands");
  measure (sample, &width, &height, &filled);
  g_assert_cmpfloat (width * height / filled, <, 3.0);
}

static void
test_few (void)
{
  for (guint n = 0; n <= 3; n++)
    {
      g_autoptr (Sample) sample = scatter (n, 3);

      fit (sample);
      assert_apart (sample, APART, "few islands");
    }
}

/* All in one place, tiny, flat, thin and vast, and one linked to itself. */
static void
test_extremes (void)
{
  g_autoptr (Sample) sample = sample_new (6, 12, 1);

  for (guint i = 0; i < 6; i++)
    {
      sample->width[i] = i % 2 == 0 ? 1.0 : 5e4;
      sample->height[i] = i % 3 == 0 ? 1.0 : 5e4;
      sample->x[i] = sample->y[i] = 0.0;
    }
  add_link (sample, 2, 2);
  fit (sample);
  assert_apart (sample, APART, "islands of extreme sizes");
}

static gboolean
is_third (gpointer data)
{
  return ++*(guint *) data >= 3;
}

static void
test_cancelled (void)
{
  g_autoptr (Sample) sample = scatter (20, 3);
  KithLayoutOptions options;
  guint asked = 0;

  kith_layout_options_init (&options);
  options.gap = APART;
  options.cancelled = is_third;
  options.data = &asked;
  kith_islands_fit_page (&sample->graph, &options, TRUE, sample->x, sample->y);
  g_assert_cmpuint (asked, >=, 3);
  g_assert_cmpuint (asked, <=, 6);
  for (guint i = 0; i < 20; i++)
    g_assert_true (isfinite (sample->x[i]) && isfinite (sample->y[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-islands/fill-a-page-of-the-screens-shape", test_page);
  g_test_add_func ("/layout-islands/that-are-linked-are-near", test_linked);
  g_test_add_func ("/layout-islands/many-are-apart", test_many);
  g_test_add_func ("/layout-islands/few-are-apart", test_few);
  g_test_add_func ("/layout-islands/of-extreme-sizes-are-apart", test_extremes);
  g_test_add_func ("/layout-islands/cancelling-ends-it", test_cancelled);
  return g_test_run ();
}
