/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-row.h"

/* Neighbours that push one another, as one. */
typedef struct
{
  double sum; /* of where its members want to be, less what lies before them */
  guint n;
} Block;

static guint
merge_blocks (Block *blocks, guint n)
{
  while (n > 1 && blocks[n - 2].sum * blocks[n - 1].n > blocks[n - 1].sum * blocks[n - 2].n)
    {
      blocks[n - 2].sum += blocks[n - 1].sum;
      blocks[n - 2].n += blocks[n - 1].n;
      n--;
    }
  return n;
}

/**
 * kith_row_spread:
 * @n: how many
 * @wanted: (array length=n): where each would like to be
 * @apart: (array length=n): the least distance of each from the one before it; the first is not
 *   looked at
 * @low: the least place
 * @high: the greatest
 * @place: (array length=n) (out): the places nearest, by the sum of squares, to what is wanted
 *
 * Pool adjacent violators (Ayer and others, 1955): linear in @n.
 *
 * Returns: whether there is room; if not, they stand at their distances from @low on
 */
gboolean
kith_row_spread (guint n,
                 const double *wanted,
                 const double *apart,
                 double low,
                 double high,
                 double *place)
{
  g_autofree Block *blocks = g_new (Block, n + 1);
  guint n_blocks = 0;
  double before = 0.0;
  gboolean fits;

  for (guint i = 0; i < n; i++)
    {
      before += i > 0 ? apart[i] : 0.0;
      blocks[n_blocks++] = (Block){ wanted[i] - before, 1 };
      n_blocks = merge_blocks (blocks, n_blocks);
    }
  fits = low + before <= high;
  high -= before;
  before = 0.0;
  for (guint i = 0, at = 0; i < n_blocks; i++)
    {
      double middle = blocks[i].sum / blocks[i].n;

      middle = fits ? CLAMP (middle, low, high) : low;
      for (guint j = 0; j < blocks[i].n; j++, at++)
        {
          before += at > 0 ? apart[at] : 0.0;
          place[at] = middle + before;
        }
    }
  return fits;
}
