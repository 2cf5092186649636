/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-level.h"

#include <math.h>
#include <string.h>

#include "kith-layout-flaws.h"
#include "kith-layout-room.h"

/* As much as this one piece may be larger than the others. */
#define UNEVEN 1.03
/* No piece becomes smaller than this at once. */
#define LEAST 0.5
/* Of so few boxes no link is longer, on average, than so many of its unit. */
#define FEW 4
#define LONG 1.8
/* A piece that came out harder to read tries half the way, and half of that. */
#define TRIES 3
/* What a link through a box costs, where one that crosses another costs 1. */
#define THROUGH 4
/* Flaws of larger pieces are not counted. */
#define SMALL 300

static gboolean
is_free (const KithPiece *piece)
{
  return piece->n > 1 && !piece->anchored && !piece->kept && !piece->mended && piece->scale > 0;
}

/* The average length of a link over all pairs of boxes that some way joins. */
static double
find_scale (GPtrArray *pieces)
{
  double sum = 0, count = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const KithPiece *piece = pieces->pdata[i];
      double pairs = 0.5 * piece->n * (piece->n - 1.0);

      if (piece->scale <= 0)
        continue;
      sum += pairs * piece->scale;
      count += pairs;
    }

  return count > 0 ? sum / count : 0;
}

static guint
count_flaws (const KithPiece *piece)
{
  KithFlaws flaws = { 0 };
  guint count;

  if (piece->n > SMALL)
    return 0;
  kith_flaws_init (&flaws, piece, piece->x, piece->y);
  count = kith_flaws_all_crossings (&flaws) + THROUGH * kith_flaws_all_through (&flaws);
  kith_flaws_clear (&flaws);

  return count;
}

/* As far as that makes it no harder to read; FALSE when cancelled. */
static gboolean
draw_together (KithPiece *piece, double by, KithWatch *watch)
{
  g_autofree double *x = g_memdup2 (piece->x, sizeof (double) * piece->n);
  g_autofree double *y = g_memdup2 (piece->y, sizeof (double) * piece->n);
  guint before = count_flaws (piece);

  for (guint i = 0; i < TRIES; i++, by = sqrt (by))
    {
      if (!kith_room_shrink (piece, by, piece->x, piece->y, watch))
        return FALSE;
      if (count_flaws (piece) <= before + before / 16)
        return TRUE;
      memcpy (piece->x, x, sizeof (double) * piece->n);
      memcpy (piece->y, y, sizeof (double) * piece->n);
    }

  return TRUE;
}

static double
mean_length (const KithPiece *piece)
{
  double sum = 0.0;

  for (guint i = 0; i < piece->m; i++)
    {
      double dx = piece->x[piece->a[i]] - piece->x[piece->b[i]];
      double dy = piece->y[piece->a[i]] - piece->y[piece->b[i]];

      sum += sqrt (dx * dx + dy * dy);
    }
  return sum / MAX (piece->m, 1);
}

/* How far a piece is to be drawn together: two or three alone would fill their share of the page with links
 * that are far longer than anybody draws. */
static double
find_share (const KithPiece *piece, double wished)
{
  double share = MAX (wished / piece->scale, LEAST);

  if (piece->n <= FEW)
    share = MIN (share, LONG * piece->unit / MAX (mean_length (piece), 1e-9));
  return share;
}

/**
 * kith_level_pieces:
 * @pieces: (element-type KithPiece): pieces that have been drawn
 * @watch: asked now and then
 *
 * Few boxes fill their share of the page with long links, many with short ones: draws together those
 * whose links are longer than the average. Pieces with pinned boxes, and those that are as they were,
 * stay.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
kith_level_pieces (GPtrArray *pieces, KithWatch *watch)
{
  double wished = find_scale (pieces);

  for (guint i = 0; i < pieces->len; i++)
    {
      KithPiece *piece = pieces->pdata[i];

      if (is_free (piece) && UNEVEN * find_share (piece, wished) < 1.0
          && !draw_together (piece, find_share (piece, wished), watch))
        return FALSE;
    }

  return TRUE;
}

/* Draws all that may move together; FALSE when cancelled. */
gboolean
kith_level_shrink (GPtrArray *pieces, double by, KithWatch *watch)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      KithPiece *piece = pieces->pdata[i];

      if (is_free (piece) && !kith_room_shrink (piece, by, piece->x, piece->y, watch))
        return FALSE;
    }

  return TRUE;
}
