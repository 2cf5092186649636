/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After the idea of Bubble Sets (Collins, Penn, Carpendale 2009): a field over a grid, positive
 * within, whose zero line is the outline. Here the field is a distance: to the members' boxes, to
 * corridors that join them, and away from everybody else's box. The line is then drawn tight
 * (kith-outline-soft.c): where distances meet, a grid's line has corners. */
#include "kith-outline.h"

#include "kith-outline-private.h"

#include <math.h>

#define REACH 24.0    /* from a member's box to the outline */
#define CORRIDOR 22.0 /* half the width of what joins two members */
#define CLEARANCE KITH_OUTLINE_CLEAR
#define BESIDE 6.0 /* what is left of a corridor at least where it passes a box, half its width */
#define TIGHT 8.0  /* from a member's box where another's is close by */
#define STEP 6.0   /* between places of the field, where it is no larger than … */
#define MOST_PLACES 400000.0

typedef struct
{
  KithPoint from;
  KithPoint to;
} Corridor;

typedef struct
{
  double x, y; /* of the first grid point */
  double step;
  guint columns, rows;
  double *values; /* rows × columns */
  guint *first;   /* of each row: what lies before and from `end` on is outside everything */
  guint *end;
  double *far; /* scratch: of a row's places from a shape */
} Field;

static KithPoint
centre (const KithRect *rect)
{
  return (KithPoint){ rect->x + rect->width / 2, rect->y + rect->height / 2 };
}

static gboolean
is_free (const Corridor *corridor, const KithRect *others, guint n)
{
  return kith_outline_is_clear (corridor->from, corridor->to, others, n, CLEARANCE + BESIDE);
}

/* The corridor, or, where somebody is in its way, those that lead round; where nothing does, the outline
 * comes in parts, without stumps that lead nowhere. */
static void
append_way (GArray *corridors, const Corridor *corridor, const KithRect *others, guint n)
{
  g_autoptr (GArray) by = g_array_new (FALSE, FALSE, sizeof (KithPoint));
  KithPoint at = corridor->to;

  if (!is_free (corridor, others, n)
      && !kith_outline_way (corridor->from, corridor->to, others, n, CLEARANCE + BESIDE, by))
    return;
  for (guint i = 0; i <= by->len; i++)
    {
      KithPoint next = i < by->len ? g_array_index (by, KithPoint, i) : corridor->from;
      Corridor part = { next, at };

      g_array_append_val (corridors, part);
      at = next;
    }
}

static gboolean
is_called_back (const gint *called_back)
{
  return called_back != NULL && g_atomic_int_get (called_back);
}

/* Of a member that is not joined yet: the one among the joined that it is nearest to. */
typedef struct
{
  double cost;
  guint from;
  gboolean joined;
} Nearest;

/* `joined` has just been joined: who is nearer to it than to those before? */
static void
look_from (Nearest *nearest,
           const KithRect *members,
           guint n,
           guint joined,
           const KithRect *others,
           guint n_others)
{
  nearest[joined].joined = TRUE;
  for (guint i = 0; i < n; i++)
    {
      Corridor corridor = { centre (&members[joined]), centre (&members[i]) };
      double cost = hypot (corridor.to.x - corridor.from.x, corridor.to.y - corridor.from.y);

      if (nearest[i].joined || cost >= nearest[i].cost)
        continue;
      cost *= is_free (&corridor, others, n_others) ? 1.0 : 3.0;
      if (cost < nearest[i].cost)
        nearest[i] = (Nearest){ cost, joined, FALSE };
    }
}

/* The nearest member that is already joined, for each that is not: a minimum spanning tree (Prim)
 * in which a corridor past another's box costs more. */
static void
join_all (GArray *corridors,
          const KithRect *members,
          guint n,
          const KithRect *others,
          guint n_others,
          const gint *called_back)
{
  g_autofree Nearest *nearest = g_new (Nearest, n);

  for (guint i = 0; i < n; i++)
    nearest[i] = (Nearest){ G_MAXDOUBLE, 0, FALSE };
  look_from (nearest, members, n, 0, others, n_others);
  for (guint round = 1; round < n && !is_called_back (called_back); round++)
    {
      guint next = 0;
      Corridor corridor;

      for (guint i = 1; i < n; i++)
        if (!nearest[i].joined && (nearest[next].joined || nearest[i].cost < nearest[next].cost))
          next = i;
      corridor = (Corridor){ centre (&members[nearest[next].from]), centre (&members[next]) };
      append_way (corridors, &corridor, others, n_others);
      look_from (nearest, members, n, next, others, n_others);
    }
}

/* Every pair with nobody between them is joined too, so that the outline is one calm shape. */
static void
join_free_pairs (GArray *corridors,
                 const KithRect *members,
                 guint n,
                 const KithRect *others,
                 guint n_others)
{
  for (guint i = 0; i < n && n <= 60; i++)
    for (guint j = i + 1; j < n; j++)
      {
        Corridor corridor = { centre (&members[i]), centre (&members[j]) };

        if (is_free (&corridor, others, n_others))
          g_array_append_val (corridors, corridor);
      }
}

/* One thing that the field is made of, and how its value joins those that are there. */
typedef struct
{
  const KithRect *rect; /* or NULL: a corridor */
  const Corridor *corridor;
  double radius; /* its value is this, less the distance from it */
  gboolean away; /* the outline keeps away from it: the field is what it leaves */
} Shape;

/* How far the places of a row from `from` on lie from it. */
static void
measure_from_rect (const Field *field, const KithRect *rect, double y, int from, int end)
{
  double dy = MAX (MAX (rect->y - y, y - rect->y - rect->height), 0.0);
  double left = rect->x, right = rect->x + rect->width;
  double *far = field->far;

  for (int column = from; column < end; column++)
    {
      double x = field->x + column * field->step;
      double dx = MAX (MAX (left - x, x - right), 0.0);

      far[column] = sqrt (dx * dx + dy * dy);
    }
}

static void
measure_from_corridor (const Field *field, const Corridor *corridor, double y, int from, int end)
{
  double dx = corridor->to.x - corridor->from.x, dy = corridor->to.y - corridor->from.y;
  double square = dx * dx + dy * dy;
  double share = square > 0.0 ? 1.0 / square : 0.0;
  double *far = field->far;

  y -= corridor->from.y;
  for (int column = from; column < end; column++)
    {
      double x = field->x + column * field->step - corridor->from.x;
      double along = CLAMP ((x * dx + y * dy) * share, 0.0, 1.0);
      double away_x = x - along * dx, away_y = y - along * dy;

      far[column] = sqrt (away_x * away_x + away_y * away_y);
    }
}

static void
measure_row (const Field *field, const Shape *shape, double y, guint from, guint end)
{
  if (shape->rect != NULL)
    measure_from_rect (field, shape->rect, y, (int) from, (int) end);
  else
    measure_from_corridor (field, shape->corridor, y, (int) from, (int) end);
}

/* Grows what lies within. */
static void
stamp_row (Field *field, const Shape *shape, guint row, guint from, guint end)
{
  double *values = field->values + (gsize) row * field->columns;

  if (from >= end)
    return;
  field->first[row] = MIN (field->first[row], from);
  field->end[row] = MAX (field->end[row], end);
  measure_row (field, shape, field->y + row * field->step, from, end);
  for (guint column = from; column < end; column++)
    values[column] = MAX (values[column], shape->radius - field->far[column]);
}

/* Takes away from it. What is outside by more than the radius cannot lose by it. */
static void
clear_row (Field *field, const Shape *shape, guint row, guint from, guint end)
{
  double *values = field->values + (gsize) row * field->columns;

  from = MAX (from, field->first[row]);
  end = MIN (end, field->end[row]);
  if (from >= end)
    return;
  measure_row (field, shape, field->y + row * field->step, from, end);
  for (guint column = from; column < end; column++)
    values[column] = MIN (values[column], field->far[column] - shape->radius);
}

static guint
clamp_index (double at, guint n)
{
  return (guint) CLAMP (at, 0.0, (double) n);
}

/* What of a line across at y lies within `margin` of the shape, and perhaps a little more. */
static void
span_at (const Shape *shape, double y, double margin, double *from, double *to)
{
  const Corridor *c = shape->corridor;
  double height;
  double start;
  double end;

  *from = shape->rect != NULL ? shape->rect->x : MIN (c->from.x, c->to.x);
  *to = shape->rect != NULL ? shape->rect->x + shape->rect->width : MAX (c->from.x, c->to.x);
  height = shape->rect != NULL ? 0.0 : c->to.y - c->from.y;
  if (fabs (height) > 1.0)
    {
      start = CLAMP ((y - margin - c->from.y) / height, 0.0, 1.0);
      end = CLAMP ((y + margin - c->from.y) / height, 0.0, 1.0);
      start = c->from.x + (c->to.x - c->from.x) * start;
      end = c->from.x + (c->to.x - c->from.x) * end;
      *from = MIN (start, end);
      *to = MAX (start, end);
    }
  *from -= margin;
  *to += margin;
}

/* Only the places near a shape can be changed by it: the line is where the field is zero, and
 * within two steps of it the values must be right. */
static void
stamp (Field *field, const Shape *shape)
{
  double margin = (shape->away ? REACH + CLEARANCE : shape->radius) + 2.0 * field->step;
  const Corridor *c = shape->corridor;
  double top = shape->rect != NULL ? shape->rect->y : MIN (c->from.y, c->to.y);
  double bottom = shape->rect != NULL ? top + shape->rect->height : MAX (c->from.y, c->to.y);
  guint row = clamp_index (floor ((top - margin - field->y) / field->step), field->rows);
  guint last = clamp_index (ceil ((bottom + margin - field->y) / field->step) + 1.0, field->rows);

  for (; row < last; row++)
    {
      double y = field->y + row * field->step;
      double from;
      double to;

      span_at (shape, y, margin, &from, &to);
      (shape->away
           ? clear_row
           : stamp_row) (field, shape, row,
                         clamp_index (floor ((from - field->x) / field->step), field->columns),
                         clamp_index (ceil ((to - field->x) / field->step) + 1.0, field->columns));
    }
}

static void
fill_field (Field *field,
            const KithRect *members,
            guint n,
            const GArray *corridors,
            const KithRect *others,
            guint n_others)
{
  for (guint i = 0; i < field->columns * field->rows; i++)
    field->values[i] = -1e9;
  for (guint i = 0; i < field->rows; i++)
    {
      field->first[i] = field->columns;
      field->end[i] = 0;
    }
  for (guint i = 0; i < n; i++)
    stamp (field, &(Shape){ &members[i], NULL, REACH, FALSE });
  for (guint i = 0; i < corridors->len; i++)
    stamp (field, &(Shape){ NULL, &g_array_index (corridors, Corridor, i), CORRIDOR, FALSE });
  for (guint i = 0; i < n_others; i++)
    stamp (field, &(Shape){ &others[i], NULL, CLEARANCE, TRUE });
  for (guint i = 0; i < n; i++)
    stamp (field, &(Shape){ &members[i], NULL, TIGHT, FALSE });
}

/* --- Marching squares: the zero line as segments, chained into loops. --- */

/* An edge of the grid between two neighbouring points is known by its first point and whether it
 * runs down; a segment of the zero line leads from one edge to another with the inside on its
 * right, so each edge starts at most one segment. */
static guint
edge_key (const Field *field, guint column, guint row, gboolean down)
{
  return (row * field->columns + column) * 2 + (down ? 1 : 0);
}

static KithPoint
edge_point (const Field *field, guint key)
{
  guint place = key / 2;
  gboolean down = key % 2;
  guint column = place % field->columns;
  guint row = place / field->columns;
  double a = field->values[place];
  double b = field->values[down ? place + field->columns : place + 1];
  double t = a / (a - b);

  return (KithPoint){ field->x + (column + (down ? 0.0 : t)) * field->step,
                      field->y + (row + (down ? t : 0.0)) * field->step };
}

/* Segments of a cell by which of its corners are within (1 top left, 2 top right, 4 bottom right,
 * 8 bottom left); edges: 0 top, 1 right, 2 bottom, 3 left; −1: none. */
static const gint8 cases[16][4] = {
  { -1, -1, -1, -1 }, { 3, 0, -1, -1 }, { 0, 1, -1, -1 }, { 3, 1, -1, -1 },
  { 1, 2, -1, -1 },   { 3, 0, 1, 2 },   { 0, 2, -1, -1 }, { 3, 2, -1, -1 },
  { 2, 3, -1, -1 },   { 2, 0, -1, -1 }, { 0, 1, 2, 3 },   { 2, 1, -1, -1 },
  { 1, 3, -1, -1 },   { 1, 0, -1, -1 }, { 0, 3, -1, -1 }, { -1, -1, -1, -1 },
};

/* The field's border lies outside, so that every segment is part of a loop, and each edge where one
 * ends is the start of the next. */
typedef struct
{
  const Field *field;
  guint *next;    /* by edge, of those in `starts`: where its segment ends; G_MAXUINT: taken */
  GArray *starts; /* of guint: edges, each once */
} March;

typedef struct
{
  guint first; /* of its edges, the smallest */
  GArray *points;
} Loop;

static void
march_cell (March *march, guint column, guint row)
{
  const Field *field = march->field;
  const double *v = field->values + row * field->columns + column;
  guint corners = (v[0] > 0) | (v[1] > 0) << 1 | (v[field->columns + 1] > 0) << 2
                  | (v[field->columns] > 0) << 3;
  guint edges[4];

  if (corners == 0 || corners == 15)
    return;
  edges[0] = edge_key (field, column, row, FALSE);
  edges[1] = edge_key (field, column + 1, row, TRUE);
  edges[2] = edge_key (field, column, row + 1, FALSE);
  edges[3] = edge_key (field, column, row, TRUE);
  for (guint i = 0; i < 4 && cases[corners][i] >= 0; i += 2)
    {
      march->next[edges[cases[corners][i]]] = edges[cases[corners][i + 1]];
      g_array_append_val (march->starts, edges[cases[corners][i]]);
    }
}

/* Once round the loop that the segment is part of; its segments are gone afterwards. */
static Loop
take_loop (March *march, guint start)
{
  Loop loop = { start, g_array_new (FALSE, FALSE, sizeof (KithPoint)) };
  guint next;

  for (guint at = march->next[start]; at != start; at = march->next[at])
    loop.first = MIN (loop.first, at);
  for (guint at = loop.first; march->next[at] != G_MAXUINT; at = next)
    {
      KithPoint point = edge_point (march->field, at);

      g_array_append_val (loop.points, point);
      next = march->next[at];
      march->next[at] = G_MAXUINT;
    }
  return loop;
}

static int
compare_loops (gconstpointer a, gconstpointer b)
{
  guint one = ((const Loop *) a)->first;
  guint other = ((const Loop *) b)->first;

  return (one > other) - (one < other);
}

/* The loops whose segments have been found, in the order of their first edges. */
static GPtrArray *
take_loops (March *march)
{
  GPtrArray *points = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) loops = g_array_new (FALSE, FALSE, sizeof (Loop));

  for (guint i = 0; i < march->starts->len; i++)
    {
      guint start = g_array_index (march->starts, guint, i);

      if (march->next[start] != G_MAXUINT)
        {
          Loop loop = take_loop (march, start);

          g_array_append_val (loops, loop);
        }
    }
  g_array_sort (loops, compare_loops);
  for (guint i = 0; i < loops->len; i++)
    g_ptr_array_add (points, g_array_index (loops, Loop, i).points);
  return points;
}

static GPtrArray *
march (const Field *field)
{
  g_autofree guint *next = g_new (guint, 2 * (gsize) field->columns * field->rows);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  March march = { field, next, starts };

  for (guint row = 0; row + 1 < field->rows; row++)
    {
      guint first = MIN (field->first[row], field->first[row + 1]);
      guint end = MIN (MAX (field->end[row], field->end[row + 1]), field->columns - 1);

      for (guint column = first > 0 ? first - 1 : 0; column < end; column++)
        march_cell (&march, column, row);
    }
  return take_loops (&march);
}

/* Twice the signed area: its sign tells outer loops from holes. */
static double
turning (const GArray *loop)
{
  double sum = 0.0;

  for (guint i = 0; i < loop->len; i++)
    {
      KithPoint a = g_array_index (loop, KithPoint, i);
      KithPoint b = g_array_index (loop, KithPoint, (i + 1) % loop->len);

      sum += a.x * b.y - b.x * a.y;
    }
  return sum;
}

static gboolean
loop_contains (const GArray *loop, KithPoint point)
{
  gboolean inside = FALSE;

  for (guint i = 0; i < loop->len; i++)
    {
      KithPoint a = g_array_index (loop, KithPoint, i);
      KithPoint b = g_array_index (loop, KithPoint, (i + 1) % loop->len);

      if ((a.y > point.y) != (b.y > point.y)
          && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
        inside = !inside;
    }
  return inside;
}

static gboolean
holds_any (const GArray *loop, const KithRect *rects, guint n)
{
  for (guint i = 0; i < n; i++)
    if (loop_contains (loop, centre (&rects[i])))
      return TRUE;
  return FALSE;
}

static void
init_field (Field *field, const KithRect *members, guint n, const GArray *corridors)
{
  KithRect bounds = members[0];

  for (guint i = 1; i < n; i++)
    bounds = kith_rect_union (&bounds, &members[i]);
  for (guint i = 0; i < corridors->len; i++)
    {
      const Corridor *c = &g_array_index (corridors, Corridor, i);
      KithRect at = { c->from.x, c->from.y, 0, 0 };

      bounds = kith_rect_union (&bounds, &at);
    }
  bounds = kith_rect_grow (&bounds, REACH + CORRIDOR);
  field->step = MAX (STEP, sqrt (bounds.width * bounds.height / MOST_PLACES));
  field->x = bounds.x - field->step;
  field->y = bounds.y - field->step;
  field->columns = (guint) (bounds.width / field->step) + 4;
  field->rows = (guint) (bounds.height / field->step) + 4;
  field->values = g_new (double, (gsize) field->columns * field->rows);
  field->first = g_new (guint, 2 * (gsize) field->rows);
  field->end = field->first + field->rows;
  field->far = g_new (double, field->columns);
}

static GPtrArray *
trace (const KithRect *members,
       guint n_members,
       const GArray *corridors,
       const KithRect *others,
       guint n_others)
{
  Field field = { 0 };
  GPtrArray *loops;

  init_field (&field, members, n_members, corridors);
  fill_field (&field, members, n_members, corridors, others, n_others);
  loops = march (&field);
  g_free (field.values);
  g_free (field.first);
  g_free (field.far);
  return loops;
}

/**
 * kith_outline_new_unless:
 * @members: (array length=n_members): boxes that it contains, map units
 * @n_members: how many
 * @others: (array length=n_others): boxes near by that it must not contain
 * @n_others: how many
 * @called_back: (nullable): set by another thread, atomically, when nobody wants it any longer
 *
 * Cost: the square of the members times the others, and what each covers of at most 400,000 places.
 *
 * Returns: (transfer full) (element-type GArray): its loops; empty where there is no member; of no use
 *   where it was called back
 */
GPtrArray *
kith_outline_new_unless (const KithRect *members,
                         guint n_members,
                         const KithRect *others,
                         guint n_others,
                         const gint *called_back)
{
  g_autoptr (GArray) corridors = g_array_new (FALSE, FALSE, sizeof (Corridor));
  g_autoptr (GPtrArray) loops = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  if (n_members == 0)
    return g_steal_pointer (&loops);
  join_all (corridors, members, n_members, others, n_others, called_back);
  if (is_called_back (called_back))
    return g_steal_pointer (&loops);
  join_free_pairs (corridors, members, n_members, others, n_others);
  g_ptr_array_unref (loops);
  loops = trace (members, n_members, corridors, others, n_others);
  for (guint i = loops->len; i > 0 && !is_called_back (called_back); i--)
    {
      GArray *loop = loops->pdata[i - 1];
      gboolean is_hole = turning (loop) > 0;

      if (!holds_any (loop, is_hole ? others : members, is_hole ? n_others : n_members))
        g_ptr_array_remove_index (loops, i - 1);
      else
        kith_outline_soften (loop, members, n_members, others, n_others);
    }
  return g_steal_pointer (&loops);
}

/* The same, whatever it takes. */
GPtrArray *
kith_outline_new (const KithRect *members, guint n_members, const KithRect *others, guint n_others)
{
  return kith_outline_new_unless (members, n_members, others, n_others, NULL);
}
