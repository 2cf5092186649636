/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-layout-forces.h"

#include "kith-layout-lanes.h"

/* Points push each other up to this far, and with this strength. */
#define REACH 2.0f
#define PUSH 0.25f
/* In pictures of more points than this, cells hold about this many, those of neighbouring cells push
 * each other, and cells farther off push as one point each, however far; but not in the last
 * quarter. */
#define MANY 1500
#define PER_CELL 8.0
/* In the last quarter of the rounds they push this much more, which evens out crowds. */
#define EVEN 10.0f
/* The longest way in the first and the last round. */
#define WARM 0.5f
#define COLD 0.02f

/* Points are sorted into cells, as wide as they push; those of one row of cells are neighbours in
 * memory. All forces of a round are those at its beginning. */
typedef struct
{
  const KithPiece *piece;
  float *lanes;               /* the next six, and the sorted */
  float *x, *y, *by_x, *by_y; /* [n] */
  float *near_x, *near_y;     /* [n] of the nine cells round one */
  guint *cell;                /* [n] */
  guint *sorted;              /* [n] by cell */
  float *sorted_x, *sorted_y; /* [n] where those are */
  guint *start;               /* [cells + 1] into sorted */
  guint columns, rows;
  float x0, y0, side;
  float strength;
  float reach; /* squared */
  float least; /* what the push is less by, so that it is nothing at its end */

  guint n_full;                /* cells that are not empty */
  guint *full;                 /* [n_full] */
  guint *place;                /* [cells] in full, if not empty */
  float *far;                  /* the next three */
  float *far_x, *far_y, *mass; /* [n_full in whole lanes] */
} Forces;

static void
forces_clear (Forces *self)
{
  g_free (self->lanes);
  g_free (self->cell);
  g_free (self->sorted);
  g_free (self->start);
  g_free (self->full);
  g_free (self->place);
  g_free (self->far);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Forces, forces_clear)

static void
forces_init (Forces *self, const KithPiece *piece)
{
  gsize n = KITH_LANES_UP (piece->n) + KITH_LANES;

  self->piece = piece;
  self->lanes = g_new0 (float, 8 * n);
  self->x = self->lanes;
  self->y = self->x + n;
  self->by_x = self->y + n;
  self->by_y = self->by_x + n;
  self->near_x = self->by_y + n;
  self->near_y = self->near_x + n;
  self->sorted_x = self->near_y + n;
  self->sorted_y = self->sorted_x + n;
  self->cell = g_new (guint, piece->n);
  self->sorted = g_new (guint, piece->n);
  self->start = g_new (guint, 4 * piece->n + 64);
  if (piece->n <= MANY)
    return;
  self->full = g_new (guint, n);
  self->place = g_new (guint, 4 * piece->n + 64);
  self->far = g_new (float, 3 * n);
  self->far_x = self->far;
  self->far_y = self->far_x + n;
  self->mass = self->far_y + n;
}

static float
choose_side (const Forces *self, double width, double height)
{
  double wide = MAX (width, 0.05 * height + 0.1), high = MAX (height, 0.05 * width + 0.1);

  return self->piece->n <= MANY ? REACH : (float) sqrt (wide * high * PER_CELL / self->piece->n);
}

/* Cells as wide as points push, or wider where that would be very many. */
static void
lay_grid (Forces *self)
{
  float x1 = -G_MAXFLOAT, y1 = -G_MAXFLOAT;

  self->x0 = self->y0 = G_MAXFLOAT;
  for (guint v = 0; v < self->piece->n; v++)
    {
      self->x0 = MIN (self->x0, self->x[v]);
      self->y0 = MIN (self->y0, self->y[v]);
      x1 = MAX (x1, self->x[v]);
      y1 = MAX (y1, self->y[v]);
    }
  self->side = choose_side (self, x1 - self->x0, y1 - self->y0);
  while (((double) (x1 - self->x0) / self->side + 2) * ((double) (y1 - self->y0) / self->side + 2)
         > 4.0 * self->piece->n + 32)
    self->side *= 1.5f;
  self->columns = (guint) ((x1 - self->x0) / self->side) + 1;
  self->rows = (guint) ((y1 - self->y0) / self->side) + 1;
}

static void
sort (Forces *self)
{
  guint n = self->piece->n;

  lay_grid (self);
  memset (self->start, 0, sizeof (guint) * (self->columns * self->rows + 1));
  for (guint v = 0; v < n; v++)
    {
      guint column = (guint) ((self->x[v] - self->x0) / self->side);
      guint row = (guint) ((self->y[v] - self->y0) / self->side);

      self->cell[v] = MIN (row, self->rows - 1) * self->columns + MIN (column, self->columns - 1);
      self->start[self->cell[v] + 1]++;
    }
  for (guint c = 0; c < self->columns * self->rows; c++)
    self->start[c + 1] += self->start[c];
  for (guint v = n; v > 0; v--)
    self->sorted[--self->start[self->cell[v - 1] + 1]] = v - 1;
  for (guint c = 0; c < self->columns * self->rows; c++)
    self->start[c] = self->start[c + 1];
  self->start[self->columns * self->rows] = n;
  for (guint k = 0; k < n; k++)
    {
      self->sorted_x[k] = self->x[self->sorted[k]];
      self->sorted_y[k] = self->y[self->sorted[k]];
    }
}

/* Copies the points of the cells round one together, row by row, up to whole lanes with points far off. */
static guint
list_near (Forces *self, guint column, guint row)
{
  guint first = column > 0 ? column - 1 : 0, last = MIN (column + 1, self->columns - 1), count = 0;

  for (guint r = row > 0 ? row - 1 : 0; r <= MIN (row + 1, self->rows - 1); r++)
    {
      guint from = self->start[r * self->columns + first];
      guint many = self->start[r * self->columns + last + 1] - from;

      memcpy (self->near_x + count, self->sorted_x + from, many * sizeof (float));
      memcpy (self->near_y + count, self->sorted_y + from, many * sizeof (float));
      count += many;
    }
  for (guint k = count; k < KITH_LANES_UP (count); k++)
    self->near_x[k] = self->near_y[k] = 1e9f;

  return count;
}

/* What the listed points, @v among them, push @v by. */
KITH_LANES_CLONES static void
push_one (Forces *self, guint v, guint count)
{
  KithLanes sum_x = { 0 }, sum_y = { 0 };
  float x = self->x[v], y = self->y[v];

  for (guint k = 0; k < count; k += KITH_LANES)
    {
      KithLanes dx, dy, square, force;
      KithMask near;

      KITH_LANES_LOAD (dx, self->near_x + k);
      KITH_LANES_LOAD (dy, self->near_y + k);
      dx = x - dx;
      dy = y - dy;
      square = dx * dx + dy * dy + 1e-3f;
      near = square < self->reach;
      force = self->strength / square - self->least;
      force = (KithLanes) (near & (KithMask) force);
      sum_x += force * dx;
      sum_y += force * dy;
    }
  self->by_x[v] += (float) kith_lanes_sum (&sum_x);
  self->by_y[v] += (float) kith_lanes_sum (&sum_y);
}

static void
push (Forces *self)
{
  for (guint row = 0; row < self->rows; row++)
    for (guint column = 0; column < self->columns; column++)
      {
        guint c = row * self->columns + column, count;

        if (self->start[c] == self->start[c + 1])
          continue;
        count = list_near (self, column, row);
        for (guint k = self->start[c]; k < self->start[c + 1]; k++)
          push_one (self, self->sorted[k], count);
      }
}

static void
list_full (Forces *self)
{
  self->n_full = 0;
  for (guint c = 0; c < self->columns * self->rows; c++)
    {
      guint many = self->start[c + 1] - self->start[c];
      double x = 0, y = 0;

      if (many == 0)
        continue;
      for (guint k = self->start[c]; k < self->start[c + 1]; k++)
        {
          x += self->x[self->sorted[k]];
          y += self->y[self->sorted[k]];
        }
      self->place[c] = self->n_full;
      self->full[self->n_full] = c;
      self->far_x[self->n_full] = (float) (x / many);
      self->far_y[self->n_full] = (float) (y / many);
      self->mass[self->n_full++] = many;
    }
  for (guint k = self->n_full; k < KITH_LANES_UP (self->n_full); k++)
    {
      self->far_x[k] = self->far_y[k] = 1e9f;
      self->mass[k] = 0;
    }
}

/* Whether the nine cells round one, itself among them, count as far off. */
static void
weigh_near (Forces *self, guint c, gboolean counts)
{
  guint column = c % self->columns, row = c / self->columns;

  for (guint r = row > 0 ? row - 1 : 0; r <= MIN (row + 1, self->rows - 1); r++)
    for (guint q = column > 0 ? column - 1 : 0; q <= MIN (column + 1, self->columns - 1); q++)
      {
        guint at = r * self->columns + q, many = self->start[at + 1] - self->start[at];

        if (many > 0)
          self->mass[self->place[at]] = counts ? many : 0;
      }
}

/* What all that has weight pushes the cell's middle by. */
KITH_LANES_CLONES static void
find_far (const Forces *self, guint at, float *by_x, float *by_y)
{
  KithLanes sum_x = { 0 }, sum_y = { 0 };
  float x = self->far_x[at], y = self->far_y[at];

  for (guint k = 0; k < self->n_full; k += KITH_LANES)
    {
      KithLanes dx, dy, force;

      KITH_LANES_LOAD (dx, self->far_x + k);
      KITH_LANES_LOAD (dy, self->far_y + k);
      KITH_LANES_LOAD (force, self->mass + k);
      dx = x - dx;
      dy = y - dy;
      force /= dx * dx + dy * dy + 1e-3f;
      sum_x += force * dx;
      sum_y += force * dy;
    }
  *by_x = self->strength * (float) kith_lanes_sum (&sum_x);
  *by_y = self->strength * (float) kith_lanes_sum (&sum_y);
}

/* Every cell by all that are not beside it; its points go together. */
static void
push_far (Forces *self)
{
  list_full (self);
  for (guint f = 0; f < self->n_full; f++)
    {
      guint c = self->full[f];
      float by_x, by_y;

      weigh_near (self, c, FALSE);
      find_far (self, f, &by_x, &by_y);
      weigh_near (self, c, TRUE);
      for (guint k = self->start[c]; k < self->start[c + 1]; k++)
        {
          self->by_x[self->sorted[k]] += by_x;
          self->by_y[self->sorted[k]] += by_y;
        }
    }
}

static void
attract (Forces *self)
{
  const KithPiece *piece = self->piece;

  for (guint k = 0; k < piece->m; k++)
    {
      guint a = piece->a[k], b = piece->b[k];
      float dx = self->x[b] - self->x[a], dy = self->y[b] - self->y[a];
      float wished = (float) piece->length[k];
      float force = sqrtf (dx * dx + dy * dy) / (wished * wished) * 0.5f;

      self->by_x[a] += dx * force;
      self->by_y[a] += dy * force;
      self->by_x[b] -= dx * force;
      self->by_y[b] -= dy * force;
    }
}

static void
move (Forces *self, float most)
{
  for (guint v = 0; v < self->piece->n; v++)
    {
      float dx = self->by_x[v], dy = self->by_y[v];
      float way = sqrtf (dx * dx + dy * dy);
      float part = way > most ? most / way : 1;

      if (!self->piece->pinned[v])
        {
          self->x[v] += dx * part;
          self->y[v] += dy * part;
        }
      self->by_x[v] = self->by_y[v] = 0;
    }
}

/**
 * kith_forces_refine:
 * @piece: a piece
 * @rounds: how often all move
 * @x: (array) (inout): positions, units of link length
 * @y: (array) (inout): likewise
 * @watch: asked after each round
 *
 * O(n + m) a round where no place is crowded.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
kith_forces_refine (const KithPiece *piece, guint rounds, double *x, double *y, KithWatch *watch)
{
  g_auto (Forces) self = { 0 };
  float most = WARM;

  forces_init (&self, piece);
  for (guint v = 0; v < piece->n; v++)
    {
      self.x[v] = (float) x[v];
      self.y[v] = (float) y[v];
    }
  for (guint round = 0; round < rounds; round++, most -= (WARM - COLD) / rounds)
    {
      gboolean last = 4 * round >= 3 * rounds, far = piece->n > MANY && !last;

      self.strength = last ? PUSH * EVEN : PUSH;
      sort (&self);
      self.reach = far ? G_MAXFLOAT : self.piece->n <= MANY ? REACH * REACH : self.side * self.side;
      self.least = far ? 0 : self.strength / self.reach;
      attract (&self);
      push (&self);
      if (far)
        push_far (&self);
      move (&self, most);
      if (!kith_watch_tick (watch, (round + 1.0) / rounds))
        return FALSE;
    }
  for (guint v = 0; v < piece->n; v++)
    if (!piece->pinned[v])
      {
        x[v] = self.x[v];
        y[v] = self.y[v];
      }

  return TRUE;
}
