/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Graphs that are arranged in groups, for the tests of that. */
#pragma once

#include <math.h>

#include "kith-layout-shape.h"
#include "layout-samples.h"

#define N_GROUPS 5

typedef struct
{
  Sample *sample;
  guint *group, *row;
  KithLayoutArea areas[3 * N_GROUPS + 2];
} Shaped;

static void
shaped_clear (Shaped *shaped)
{
  sample_free (shaped->sample);
  g_free (shaped->group);
  g_free (shaped->row);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shaped, shaped_clear)

static Shaped
shape (Sample *sample, KithLayoutForm form)
{
  guint n = sample->graph.n;
  Shaped shaped = { sample, g_new0 (guint, n + 1), g_new0 (guint, n + 1), { { 0 } } };
  KithLayoutShape how = { form, N_GROUPS, shaped.group, N_GROUPS, shaped.row, TRUE };
  KithLayoutOptions options;

  for (guint i = 0; i < n; i++)
    {
      shaped.group[i] = form == KITH_LAYOUT_CIRCLE ? 0 : (i * 7 + i / 3) % N_GROUPS;
      shaped.row[i] = (i * 3) % N_GROUPS;
      if (form == KITH_LAYOUT_GRID && i % 9 == 8)
        shaped.group[i] = N_GROUPS;
    }
  if (form == KITH_LAYOUT_CIRCLE)
    how.n_groups = 1;
  kith_layout_options_init (&options);
  g_assert_true (
      kith_layout_arrange_in (&sample->graph, &options, &how, sample->x, sample->y, shaped.areas));
  return shaped;
}

/* Of a point, as a part of an ellipse. */
static inline double
reach (double x, double y, double width, double height)
{
  return sqrt (x * x / (width * width / 4) + y * y / (height * height / 4));
}

/* The band in which an area is named has no box in it. */
static inline void
assert_clear_of_name (const Sample *sample, guint box, const KithLayoutArea *area)
{
  double room = 32.0; /* of small letters */

  if (area->named_below)
    g_assert_cmpfloat (sample->y[box] + sample->height[box] / 2, <=,
                       area->y + area->height / 2 - room);
  else
    g_assert_cmpfloat (sample->y[box] - sample->height[box] / 2, >=,
                       area->y - area->height / 2 + room);
}

static inline int
side_of (const Sample *sample, guint a, guint b, guint c)
{
  const double *x = sample->x, *y = sample->y;
  double side = (x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]);

  return (side > 0.0) - (side < 0.0);
}

/* Straight from centre to centre. */
static inline guint
count_crossings (const Sample *sample)
{
  const guint *from = sample->from, *to = sample->to;
  guint n = 0;

  for (guint i = 0; i < sample->graph.m; i++)
    for (guint j = 0; j < i; j++)
      n += side_of (sample, from[i], to[i], from[j]) * side_of (sample, from[i], to[i], to[j]) < 0
           && side_of (sample, from[j], to[j], from[i]) * side_of (sample, from[j], to[j], to[i])
                  < 0;
  return n;
}

typedef struct
{
  guint asked;
  guint most; /* questions that are answered with no */
} Patience;

static inline gboolean
is_enough (gpointer data)
{
  Patience *patience = data;

  return ++patience->asked > patience->most;
}

/* How often the free arrangement asks, with which every other begins. */
static inline guint
count_questions (const Sample *sample, KithLayoutOptions options)
{
  Patience patience = { 0, G_MAXUINT };
  g_autofree double *x = copy (sample->x, sample->graph.n);
  g_autofree double *y = copy (sample->y, sample->graph.n);

  options.data = &patience;
  g_assert_true (kith_layout_arrange (&sample->graph, &options, x, y));
  return patience.asked;
}
