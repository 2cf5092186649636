/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-piece.h"

#include <math.h>
#include <string.h>

#include "kith-layout-distances.h"
#include "kith-layout-neighbours.h"

/* The whole graph while it is taken apart. */
typedef struct
{
  const KithLayoutGraph *graph;
  const KithLayoutOptions *options;
  const double *x, *y;
  gboolean whole; /* all boxes go into one piece, whether they hang together or not */

  guint *root;   /* [n] union-find, then the number of the piece */
  guint *local;  /* [n] index within the piece */
  guint *offset; /* [n + 1] into other */
  guint *other;  /* neighbours without repeats */
  double unit;
} Cutter;

gboolean
kith_piece_is_place (double x, double y)
{
  return x >= -KITH_PIECE_FAR && x <= KITH_PIECE_FAR && y >= -KITH_PIECE_FAR && y <= KITH_PIECE_FAR;
}

double
kith_piece_sane_size (double size, double otherwise)
{
  return size > 0 && size <= 1e5 ? size : otherwise;
}

double
kith_piece_sane_space (double space, double otherwise)
{
  return space >= 0 && space <= 1e4 ? space : otherwise;
}

static guint
find_root (guint *root, guint i)
{
  while (root[i] != i)
    i = root[i] = root[root[i]];

  return i;
}

/* A pinned box too far out to take part. */
static gboolean
is_out_of_reach (const Cutter *cutter, guint i)
{
  return cutter->graph->pinned != NULL && cutter->graph->pinned[i] && isfinite (cutter->x[i])
         && isfinite (cutter->y[i]) && !kith_piece_is_place (cutter->x[i], cutter->y[i]);
}

/* Leaves each neighbour in a list once, and drops boxes that are out of reach. */
static void
drop_repeats (Cutter *cutter)
{
  guint n = cutter->graph->n, kept = 0, from = 0;
  g_autofree guint *seen = g_new (guint, n + 1);

  memset (seen, 0xff, sizeof (guint) * (n + 1));
  for (guint i = 0; i < n; i++)
    {
      guint end = cutter->offset[i + 1];

      for (guint k = from; k < end; k++)
        {
          guint j = cutter->other[k];

          if (seen[j] == i || is_out_of_reach (cutter, i) || is_out_of_reach (cutter, j))
            continue;
          seen[j] = i;
          cutter->other[kept++] = j;
        }
      from = end;
      cutter->offset[i + 1] = kept;
    }
}

static GPtrArray *
number_pieces (Cutter *cutter)
{
  guint n = cutter->graph->n;
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) kith_piece_free);
  g_autofree guint *number = g_new (guint, n + 1);

  cutter->root = g_new (guint, n + 1);
  cutter->local = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    cutter->root[i] = cutter->whole ? 0 : i;
  for (guint i = 0; i < n; i++)
    for (guint k = cutter->offset[i]; k < cutter->offset[i + 1]; k++)
      {
        guint a = find_root (cutter->root, i);
        guint b = find_root (cutter->root, cutter->other[k]);

        cutter->root[MAX (a, b)] = MIN (a, b);
      }

  for (guint i = 0; i < n; i++)
    {
      KithPiece *piece;

      if (is_out_of_reach (cutter, i))
        {
          cutter->local[i] = G_MAXUINT;
          continue;
        }
      if (find_root (cutter->root, i) == i)
        {
          number[i] = pieces->len;
          g_ptr_array_add (pieces, g_new0 (KithPiece, 1));
        }
      piece = pieces->pdata[number[find_root (cutter->root, i)]];
      cutter->local[i] = piece->n++;
      piece->m += cutter->offset[i + 1] - cutter->offset[i];
    }

  for (guint i = 0; i < n; i++)
    number[i] = cutter->local[i] == G_MAXUINT ? 0 : number[find_root (cutter->root, i)];
  memcpy (cutter->root, number, sizeof (guint) * n);

  return pieces;
}

static void
make_room (KithPiece *piece)
{
  guint n = piece->n;

  piece->m /= 2;
  piece->ids = g_new (guint, n);
  piece->width = g_new (double, n);
  piece->height = g_new (double, n);
  piece->pinned = g_new0 (guint8, n);
  piece->known = g_new0 (guint8, n);
  piece->x = g_new0 (double, n);
  piece->y = g_new0 (double, n);
  piece->a = g_new (guint, piece->m);
  piece->b = g_new (guint, piece->m);
  piece->length = g_new (double, piece->m);
  piece->offset = g_new0 (guint, n + 1);
  piece->near = g_new (guint, 2 * piece->m);
  piece->via = g_new (guint, 2 * piece->m);
  piece->reach = g_new (float, 2 * piece->m);
}

static void
take_box (const Cutter *cutter, KithPiece *piece, guint i)
{
  const KithLayoutGraph *graph = cutter->graph;
  guint at = cutter->local[i];
  gboolean placed = kith_piece_is_place (cutter->x[i], cutter->y[i]);

  piece->ids[at] = i;
  piece->width[at] = kith_piece_sane_size (graph->width[i], 150);
  piece->height[at] = kith_piece_sane_size (graph->height[i], 50);
  piece->pinned[at] = graph->pinned != NULL && graph->pinned[i] && placed;
  piece->known[at] = placed && (cutter->options->have_start || piece->pinned[at]);
  piece->anchored |= piece->pinned[at];
  if (piece->known[at])
    {
      piece->x[at] = cutter->x[i];
      piece->y[at] = cutter->y[i];
    }
}

static void
fill_piece (const Cutter *cutter, KithPiece *piece)
{
  guint links = 0, at = 0;
  g_autofree guint *fill = g_new (guint, piece->n);

  for (guint v = 0; v < piece->n; v++)
    {
      guint i = piece->ids[v];

      piece->offset[v] = fill[v] = at;
      at += cutter->offset[i + 1] - cutter->offset[i];
    }
  piece->offset[piece->n] = at;

  for (guint v = 0; v < piece->n; v++)
    for (guint k = cutter->offset[piece->ids[v]]; k < cutter->offset[piece->ids[v] + 1]; k++)
      {
        guint u = cutter->local[cutter->other[k]];

        if (u < v)
          continue;
        piece->a[links] = v;
        piece->b[links] = u;
        piece->near[fill[v]] = u;
        piece->via[fill[v]++] = links;
        piece->near[fill[u]] = v;
        piece->via[fill[u]++] = links++;
      }
  piece->unit = cutter->unit;
  piece->gap = cutter->options->gap;
  piece->clearance = cutter->options->link_clearance;
  kith_distances_measure_links (piece);
}

/* One unit of length is a link of average visible length between two average boxes. */
static void
choose_units (Cutter *cutter)
{
  const KithLayoutGraph *graph = cutter->graph;
  double width = 0, height = 0;

  for (guint i = 0; i < graph->n; i++)
    {
      width += kith_piece_sane_size (graph->width[i], 150);
      height += kith_piece_sane_size (graph->height[i], 50);
    }
  cutter->unit = (width + height) / 2 / MAX (graph->n, 1) + cutter->options->link_clearance + 1;
}

static GPtrArray *
cut (Cutter *cutter)
{
  GPtrArray *pieces;

  choose_units (cutter);
  kith_layout_list_neighbours (cutter->graph, &cutter->offset, &cutter->other);
  drop_repeats (cutter);
  pieces = number_pieces (cutter);

  for (guint p = 0; p < pieces->len; p++)
    make_room (pieces->pdata[p]);
  for (guint i = 0; i < cutter->graph->n; i++)
    if (cutter->local[i] != G_MAXUINT)
      take_box (cutter, pieces->pdata[cutter->root[i]], i);
  for (guint p = 0; p < pieces->len; p++)
    {
      fill_piece (cutter, pieces->pdata[p]);
      ((KithPiece *) pieces->pdata[p])->lonely = pieces->len == 1;
    }

  g_free (cutter->root);
  g_free (cutter->local);
  g_free (cutter->offset);
  g_free (cutter->other);

  return pieces;
}

/**
 * kith_pieces_new:
 * @graph: the graph
 * @options: checked options
 * @x: (array): earlier positions, or those of pinned boxes
 * @y: (array): likewise
 *
 * Takes a graph apart into its connected pieces, in the order of their lowest
 * box. Cost: O(n + m√m), the root for the comparison of neighbourhoods.
 *
 * Returns: (transfer full) (element-type KithPiece): the pieces
 */
GPtrArray *
kith_pieces_new (const KithLayoutGraph *graph,
                 const KithLayoutOptions *options,
                 const double *x,
                 const double *y)
{
  Cutter cutter = { graph, options, x, y };

  return cut (&cutter);
}

/**
 * kith_piece_new_whole:
 * @graph: the graph; of at least one box
 * @options: checked options
 * @x: (array): positions, all of them usable
 * @y: (array): likewise
 *
 * Returns: (transfer full): all of it as one piece, each box at its own index
 */
KithPiece *
kith_piece_new_whole (const KithLayoutGraph *graph,
                      const KithLayoutOptions *options,
                      const double *x,
                      const double *y)
{
  Cutter cutter = { graph, options, x, y, .whole = TRUE };
  g_autoptr (GPtrArray) pieces = cut (&cutter);

  g_ptr_array_set_free_func (pieces, NULL);
  return pieces->pdata[0];
}

void
kith_piece_free (KithPiece *piece)
{
  g_free (piece->ids);
  g_free (piece->width);
  g_free (piece->height);
  g_free (piece->pinned);
  g_free (piece->known);
  g_free (piece->x);
  g_free (piece->y);
  g_free (piece->a);
  g_free (piece->b);
  g_free (piece->length);
  g_free (piece->offset);
  g_free (piece->near);
  g_free (piece->via);
  g_free (piece->reach);
  g_free (piece);
}
