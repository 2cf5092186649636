/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-sparse.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "kith-layout-distances.h"
#include "kith-layout-lanes.h"
#include "kith-layout-random.h"
#include "kith-layout-stress.h"

#define PIVOTS 64
#define HALVINGS 5

typedef struct
{
  const KithPiece *piece;
  guint pivots;
  guint *pivot;       /* [pivots] boxes */
  guint *region;      /* [n] the nearest pivot of each box */
  gsize width;        /* n in whole lanes */
  float *wished;      /* [pivots * width] */
  float *weight;      /* [pivots * width] 0 moves nothing */
  float *x, *y;       /* [width] positions meanwhile */
  guint *link_order;  /* [m] */
  guint *pivot_order; /* [pivots] */
  KithRandom random;
} Sparse;

static void
sparse_clear (Sparse *sparse)
{
  g_free (sparse->pivot);
  g_free (sparse->region);
  g_free (sparse->wished);
  g_free (sparse->weight);
  g_free (sparse->x);
  g_free (sparse->y);
  g_free (sparse->link_order);
  g_free (sparse->pivot_order);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sparse, sparse_clear)

/* Each next pivot is the box farthest from all pivots so far. */
static gboolean
choose_pivots (Sparse *sparse, KithWatch *watch)
{
  const KithPiece *piece = sparse->piece;
  gsize n = piece->n;
  g_autoptr (KithDistanceWork) work = kith_distance_work_new (piece);
  g_autofree float *nearest = g_new (float, n);
  guint next = kith_random_below (&sparse->random, n);

  for (guint v = 0; v < n; v++)
    nearest[v] = G_MAXFLOAT;

  for (guint p = 0; p < sparse->pivots; p++)
    {
      float *wished = sparse->wished + p * sparse->width;

      if (!kith_watch_tick (watch, 0.2 * p / sparse->pivots))
        return FALSE;
      sparse->pivot[p] = next;
      kith_distances_from (piece, next, work, wished);
      for (guint v = 0; v < n; v++)
        if (wished[v] < nearest[v])
          {
            nearest[v] = wished[v];
            sparse->region[v] = p;
          }
      for (guint v = 0; v < n; v++)
        if (nearest[v] > nearest[next])
          next = v;
    }

  return TRUE;
}

static int
compare_floats (const void *a, const void *b)
{
  float x = *(const float *) a, y = *(const float *) b;

  return (x > y) - (x < y);
}

static guint
count_up_to (const float *sorted, guint n, float limit)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (sorted[middle] <= limit)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* A pivot's pull on a box counts for as many boxes of the pivot's region as lie
 * within half the way. */
static void
weigh (Sparse *sparse)
{
  gsize n = sparse->piece->n;
  g_autofree float *within = g_new (float, n);

  for (guint p = 0; p < sparse->pivots; p++)
    {
      const float *wished = sparse->wished + p * sparse->width;
      guint members = 0;

      for (guint v = 0; v < n; v++)
        if (sparse->region[v] == p)
          within[members++] = wished[v];
      qsort (within, members, sizeof (float), compare_floats);

      for (guint v = 0; v < n; v++)
        if (wished[v] > 0 && !sparse->piece->pinned[v])
          sparse->weight[p * sparse->width + v] = count_up_to (within, members, wished[v] / 2)
                                                  / (wished[v] * wished[v]);
    }
}

static gboolean
sparse_init (Sparse *sparse, const KithPiece *piece, KithWatch *watch)
{
  gsize n = piece->n;

  sparse->piece = piece;
  sparse->random.state = 11;
  sparse->pivots = MIN (PIVOTS, piece->n);
  sparse->pivot = g_new (guint, sparse->pivots);
  sparse->region = g_new0 (guint, n);
  sparse->width = KITH_LANES_UP (n);
  sparse->wished = g_new0 (float, sparse->width * sparse->pivots);
  sparse->weight = g_new0 (float, sparse->width * sparse->pivots);
  sparse->x = g_new0 (float, sparse->width);
  sparse->y = g_new0 (float, sparse->width);
  sparse->link_order = g_new (guint, piece->m);
  sparse->pivot_order = g_new (guint, sparse->pivots);
  for (guint k = 0; k < piece->m; k++)
    sparse->link_order[k] = k;
  for (guint p = 0; p < sparse->pivots; p++)
    sparse->pivot_order[p] = p;
  kith_random_shuffle (&sparse->random, sparse->link_order, piece->m);

  if (!choose_pivots (sparse, watch))
    return FALSE;
  weigh (sparse);

  return TRUE;
}

static void
pull_links (Sparse *sparse, float eta)
{
  const KithPiece *piece = sparse->piece;
  float *x = sparse->x, *y = sparse->y;

  for (guint k = 0; k < piece->m; k++)
    {
      guint a = piece->a[sparse->link_order[k]];
      guint b = piece->b[sparse->link_order[k]];
      float wished = (float) piece->length[sparse->link_order[k]];
      float dx = x[a] - x[b], dy = y[a] - y[b];
      float length = sqrtf (dx * dx + dy * dy) + 1e-6f;
      float step = 0.5f * MIN (eta / (wished * wished), 1) * (length - wished) / length;

      if (!piece->pinned[a])
        x[a] -= step * dx, y[a] -= step * dy;
      if (!piece->pinned[b])
        x[b] += step * dx, y[b] += step * dy;
    }
}

KITH_LANES_CLONES static void
pull_to_pivot (Sparse *sparse, guint p, float eta)
{
  const float *wished = sparse->wished + p * sparse->width;
  const float *weight = sparse->weight + p * sparse->width;
  float *x = sparse->x, *y = sparse->y;
  float px = x[sparse->pivot[p]], py = y[sparse->pivot[p]];

  for (gsize v = 0; v < sparse->width; v += KITH_LANES)
    {
      KithLanes at_x, at_y, dx, dy, length, step, far, one = { 0 };
      KithMask large;

      KITH_LANES_LOAD (at_x, x + v);
      KITH_LANES_LOAD (at_y, y + v);
      KITH_LANES_LOAD (step, weight + v);
      KITH_LANES_LOAD (far, wished + v);
      one += 1;
      dx = at_x - px;
      dy = at_y - py;
      length = dx * dx + dy * dy + 1e-12f;
      kith_lanes_root (&length);
      step *= eta;
      large = step > one;
      kith_lanes_choose (&step, &large, &one, &step);
      step = 0.5f * step * (length - far) / length;
      at_x -= step * dx;
      at_y -= step * dy;
      KITH_LANES_STORE (x + v, at_x);
      KITH_LANES_STORE (y + v, at_y);
    }
}

static double
widest_squared (const Sparse *sparse)
{
  float widest = 1;

  for (gsize i = 0; i < sparse->width * sparse->pivots; i++)
    widest = MAX (widest, sparse->wished[i]);

  return (double) widest * widest;
}

static void
take_in (Sparse *sparse, const double *x, const double *y)
{
  for (guint v = 0; v < sparse->piece->n; v++)
    {
      sparse->x[v] = (float) x[v];
      sparse->y[v] = (float) y[v];
    }
}

static void
give_back (const Sparse *sparse, double *x, double *y)
{
  for (guint v = 0; v < sparse->piece->n; v++)
    if (!sparse->piece->pinned[v])
      {
        x[v] = sparse->x[v];
        y[v] = sparse->y[v];
      }
}

/**
 * kith_sparse_descend:
 * @piece: a piece
 * @from_start: start gently, since x and y hold a picture to stay near
 * @x: (array) (inout): positions, units of link length
 * @y: (array) (inout): likewise
 * @watch: asked after each step
 *
 * Lowers the stress of links and pivots. O(64 n + m) a step, 512 n bytes.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
kith_sparse_descend (const KithPiece *piece,
                     gboolean from_start,
                     double *x,
                     double *y,
                     KithWatch *watch)
{
  g_auto (Sparse) sparse = { 0 };
  guint steps = (1u << HALVINGS) + 1;
  double eta, ratio;

  if (!sparse_init (&sparse, piece, watch))
    return FALSE;

  eta = from_start ? 2 : widest_squared (&sparse);
  ratio = kith_stress_ratio (eta, 0.05, HALVINGS);
  take_in (&sparse, x, y);
  for (guint i = 0; i < steps; i++, eta *= ratio)
    {
      kith_random_shuffle (&sparse.random, sparse.pivot_order, sparse.pivots);
      for (guint p = 0; p < sparse.pivots; p++)
        pull_to_pivot (&sparse, sparse.pivot_order[p], (float) eta);
      pull_links (&sparse, (float) eta);
      if (!kith_watch_tick (watch, 0.2 + 0.8 * (i + 1) / steps))
        return FALSE;
    }

  give_back (&sparse, x, y);

  return TRUE;
}
