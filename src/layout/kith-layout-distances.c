/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-distances.h"

#include <string.h>

#include "kith-layout-lanes.h"

/* A link between boxes that share nothing is this much longer than one between
 * boxes with the same neighbours, so that groups show; the more in
 * large pictures, where they would drown. */
#define STRANGERS 0.4
#define MANY_STRANGERS 8.0
#define MANY 150

static guint
degree (const KithPiece *piece, guint v)
{
  return piece->offset[v + 1] - piece->offset[v];
}

/* How many of @v's neighbours, and @v, are marked as @hub's. */
static guint
count_shared (const KithPiece *piece, const guint *mark, guint hub, guint v)
{
  guint shared = mark[v] == hub;

  for (guint k = piece->offset[v]; k < piece->offset[v + 1]; k++)
    shared += mark[piece->near[k]] == hub;

  return shared;
}

/* Visits each link from its busier end, so that a hub is never walked through
 * once for each of its neighbours. */
static gboolean
is_busier (const KithPiece *piece, guint v, guint u)
{
  return degree (piece, v) > degree (piece, u) || (degree (piece, v) == degree (piece, u) && v < u);
}

/**
 * kith_distances_measure_links:
 * @piece: a piece whose neighbour lists are there
 *
 * Sets the wished length of each link: 1 + A (1 - Jaccard index of the ends'
 * neighbourhoods, themselves included), divided by the average. O(m√m).
 */
void
kith_distances_measure_links (KithPiece *piece)
{
  g_autofree guint *mark = g_new (guint, piece->n);
  double strangers = piece->n > MANY ? MANY_STRANGERS : STRANGERS;
  double total = 0;

  memset (mark, 0xff, sizeof (guint) * piece->n);
  for (guint v = 0; v < piece->n; v++)
    {
      mark[v] = v;
      for (guint k = piece->offset[v]; k < piece->offset[v + 1]; k++)
        mark[piece->near[k]] = v;

      for (guint k = piece->offset[v]; k < piece->offset[v + 1]; k++)
        if (is_busier (piece, v, piece->near[k]))
          {
            guint u = piece->near[k];
            double shared = count_shared (piece, mark, v, u);
            double all = degree (piece, v) + 1.0 + degree (piece, u) + 1.0 - shared;

            piece->length[piece->via[k]] = 1 + strangers * (1 - shared / all);
            total += piece->length[piece->via[k]];
          }
    }

  for (guint k = 0; k < piece->m; k++)
    piece->length[k] *= piece->m / total;
  for (guint k = 0; k < 2 * piece->m; k++)
    piece->reach[k] = (float) piece->length[piece->via[k]];
}

KithDistanceWork *
kith_distance_work_new (const KithPiece *piece)
{
  KithDistanceWork *work = g_new (KithDistanceWork, 1);

  work->queue = g_new (guint, 2 * (gsize) piece->n);
  work->hops = g_new (guint, piece->n);
  work->hops_all = g_new (gint32, KITH_LANES * (gsize) piece->n);

  return work;
}

void
kith_distance_work_free (KithDistanceWork *work)
{
  g_free (work->queue);
  g_free (work->hops);
  g_free (work->hops_all);
  g_free (work);
}

/**
 * kith_distances_from:
 * @piece: a connected piece
 * @source: where to start
 * @work: scratch space
 * @distance: (array) (out caller-allocates): for each box, the length of the
 *   shortest among the paths with the fewest links
 *
 * A breadth-first search that adds up wished lengths. O(n + m), symmetric.
 */
void
kith_distances_from (const KithPiece *piece, guint source, KithDistanceWork *work, float *distance)
{
  guint head = 0, tail = 0;

  memset (work->hops, 0xff, sizeof (guint) * piece->n);
  work->hops[source] = 0;
  distance[source] = 0;
  work->queue[tail++] = source;

  while (head < tail)
    {
      guint v = work->queue[head++];
      guint next = work->hops[v] + 1;

      for (guint k = piece->offset[v]; k < piece->offset[v + 1]; k++)
        {
          guint u = piece->near[k];
          float length = distance[v] + piece->reach[k];

          if (work->hops[u] == G_MAXUINT)
            {
              work->hops[u] = next;
              distance[u] = length;
              work->queue[tail++] = u;
            }
          else if (work->hops[u] == next && length < distance[u])
            {
              distance[u] = length;
            }
        }
    }
}

typedef guint64 KithWides __attribute__ ((vector_size (32)));

KITH_LANES_INLINE gboolean
is_any (const KithMask *mask)
{
  KithWides wides = (KithWides) *mask;

  return (wides[0] | wides[1] | wides[2] | wides[3]) != 0;
}

/* Leads what has reached box @v in just @level hops on to its neighbours. Returns how long the list
 * of those to go on from is then: `next`, of @count so far. */
KITH_LANES_INLINE guint
lead_on (const KithPiece *piece,
         guint v,
         gint32 level,
         gint32 *hops,
         float *distance,
         guint *reached,
         guint *next,
         guint count)
{
  KithMask at, here;
  KithLanes from;

  KITH_LANES_LOAD (at, hops + KITH_LANES * v);
  KITH_LANES_LOAD (from, distance + KITH_LANES * v);
  here = at == level;
  for (guint k = piece->offset[v]; k < piece->offset[v + 1]; k++)
    {
      guint u = piece->near[k];
      KithLanes length = from + piece->reach[k], best;
      KithMask there, open, closer;

      KITH_LANES_LOAD (there, hops + KITH_LANES * u);
      KITH_LANES_LOAD (best, distance + KITH_LANES * u);
      open = here & (there > level);
      closer = open & (KithMask) (length < best);
      kith_lanes_choose (&best, &closer, &length, &best);
      there = (open & (level + 1)) | (~open & there);
      KITH_LANES_STORE (hops + KITH_LANES * u, there);
      KITH_LANES_STORE (distance + KITH_LANES * u, best);
      if (reached[u] != (guint) level + 1 && is_any (&open))
        {
          reached[u] = (guint) level + 1;
          next[count++] = u;
        }
    }

  return count;
}

/**
 * kith_distances_from_eight:
 * @piece: a connected piece
 * @sources: (array fixed-size=8): where to start; may be the same box several times
 * @work: scratch space
 * @distance: (array) (out caller-allocates): for each box, eight lengths as of kith_distances_from()
 *
 * Eight searches abreast, level by level; the same bits as one after another. As fast as one alone
 * where the sources lie together, as slow as eight where they lie apart. O(8 (n + m)) at worst.
 */
KITH_LANES_CLONES void
kith_distances_from_eight (const KithPiece *piece,
                           const guint *sources,
                           KithDistanceWork *work,
                           float *distance)
{
  guint *from = work->queue, *next = work->queue + piece->n;
  guint *reached = work->hops;
  guint n_from = 0;

  for (gsize i = 0; i < KITH_LANES * (gsize) piece->n; i++)
    {
      work->hops_all[i] = G_MAXINT32;
      distance[i] = G_MAXFLOAT;
    }
  memset (reached, 0xff, sizeof (guint) * piece->n);
  for (guint l = 0; l < KITH_LANES; l++)
    {
      work->hops_all[KITH_LANES * sources[l] + l] = 0;
      distance[KITH_LANES * sources[l] + l] = 0;
      if (reached[sources[l]] != 0)
        from[n_from++] = sources[l];
      reached[sources[l]] = 0;
    }

  for (gint32 level = 0; n_from > 0; level++)
    {
      guint *done = from;
      guint n_next = 0;

      for (guint i = 0; i < n_from; i++)
        n_next = lead_on (piece, from[i], level, work->hops_all, distance, reached, next, n_next);
      from = next;
      next = done;
      n_from = n_next;
    }
}
