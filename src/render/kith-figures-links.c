/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of links: the shape of each, one by one or all at once, and in which cells of the grid it lies. */
#include "kith-figures-private.h"

#include "kith-as-at.h"

#include <math.h>

#define MOST_ROWS 1000 /* of cells that a link lies in one by one */
#define FAN 30.0       /* between parallel links */
#define AT_ONCE 64     /* links that a thread takes */
#define MANY 256       /* from which on threads are worth it */
#define STUB 12.0 /* a link of which less is seen runs straight across between its two boxes … */
#define STUB_GAP 1.0 /* … and ends so near to them */
#define MOST_THREADS 8

/* Which of the links between the same two it is, from the middle outwards: …, −1, 0, 1, … or
 * …, −½, ½, … in the direction from the lower id to the higher. */
static double
place_in_fan (KithMap *map, const KithLink *link)
{
  const GPtrArray *of_a = kith_map_referrers (map, link->a);
  const GPtrArray *of_b = kith_map_referrers (map, link->b);
  const GPtrArray *fewer = of_a->len < of_b->len ? of_a : of_b;
  guint n = 0;
  guint before = 0;

  for (guint i = 0; i < fewer->len; i++)
    {
      const KithLink *other = fewer->pdata[i];

      if (KITH_KIND (other) != KITH_LINK
          || !((other->a == link->a && other->b == link->b)
               || (other->a == link->b && other->b == link->a)))
        continue;
      n++;
      before += other->record.id < link->record.id;
    }
  return before - (n - 1) / 2.0;
}

static KithPoint
centre (const KithRect *rect)
{
  return (KithPoint){ rect->x + rect->width / 2, rect->y + rect->height / 2 };
}

/* Through the point to which a person bent it, moved by what its parallels need. */
static void
bend (KithLinkFigure *link)
{
  KithCurve straight = { 2, { link->from, link->to } };

  link->middle = kith_link_figure_bent_to (link);
  link->steep = -1.0f;
  if (fabs (link->record->bend + link->fan) < 0.5)
    link->curve = straight;
  else
    kith_curve_through (&link->curve, link->from, link->to, link->middle);
  for (guint i = 0; i < link->curve.n; i++)
    link->band = MAX (link->band, KITH_LINK_MARKS
                                      + kith_curve_distance (&straight, link->curve.points[i].x,
                                                             link->curve.points[i].y, NULL));
}

/* Where the spans of two boxes face each other: in the middle of what they share, or so far aside of it within that;
 * else at the ends that face each other. Returns how far apart these are. */
static double
find_facing (double a,
             double a_size,
             double b,
             double b_size,
             double aside,
             double *of_a,
             double *of_b)
{
  double first = MAX (a, b), last = MIN (a + a_size, b + b_size);

  if (first <= last)
    *of_a = *of_b = CLAMP ((first + last) / 2 + aside, first, last);
  else
    *of_a = a < b ? last : first, *of_b = a < b ? first : last;
  return *of_b - *of_a;
}

/* The shortest way between two boxes that leave too little room for any other; that much of a link is always seen.
 * FALSE: there is none, or not more than it has. */
static gboolean
cross_over (KithLinkFigure *link, const KithRect *a, const KithRect *b, double seen)
{
  double aside_x = -copysign (link->fan, (link->to.y - link->from.y) * link->fan) / 2;
  double aside_y = copysign (link->fan, (link->to.x - link->from.x) * link->fan) / 2;
  KithCurve stub = { 2 }, line = { 2, { link->from, link->to } };
  KithPoint *points = stub.points;
  double x = find_facing (a->x, a->width, b->x, b->width, aside_x, &points[0].x, &points[1].x);
  double y = find_facing (a->y, a->height, b->y, b->height, aside_y, &points[0].y, &points[1].y);
  double length = hypot (x, y);

  if (length - 2 * STUB_GAP <= MAX (seen, 1.0))
    return FALSE;
  points[0].x += x / length * STUB_GAP, points[0].y += y / length * STUB_GAP;
  points[1].x -= x / length * STUB_GAP, points[1].y -= y / length * STUB_GAP;
  link->curve = stub;
  link->steep = -1.0f;
  for (guint i = 0; i < stub.n; i++)
    link->band = MAX (link->band,
                      KITH_LINK_MARKS
                          + kith_curve_distance (&line, points[i].x, points[i].y, NULL));
  return TRUE;
}

/* Where it runs: as `like`, or, where that is NULL, round the boxes of others. On any thread, while boxes
 * stay as they are. */
static void
shape_link (const KithFigures *figures,
            KithMap *map,
            KithLinkFigure *link,
            const KithLinkFigure *like,
            KithRouteScratch *scratch)
{
  const KithBoxFigure *a = g_hash_table_lookup (figures->boxes, &link->record->a);
  const KithBoxFigure *b = g_hash_table_lookup (figures->boxes, &link->record->b);
  KithRect ends[2] = { kith_rect_grow (&a->box, KITH_LINK_GAP),
                       kith_rect_grow (&b->box, KITH_LINK_GAP) };
  gboolean crosses;

  link->fan = place_in_fan (map, link->record) * FAN * (link->record->a < link->record->b ? 1 : -1);
  link->from = centre (&a->box);
  link->to = centre (&b->box);
  if (link->record->bend != 0.0)
    bend (link);
  else if (like != NULL)
    kith_link_figure_bend_as (link, like);
  else
    kith_figures_route (figures, link, ends, link->fan, scratch);
  link->is_drawable = kith_curve_trim (&link->curve, &ends[0], &ends[1]);
  link->length = link->is_drawable ? kith_curve_length (&link->curve) : 0.0;
  crosses = link->length < STUB && cross_over (link, &a->box, &b->box, link->length);
  if (crosses)
    link->is_drawable = TRUE;
  else if (!link->is_drawable)
    link->curve = (KithCurve){ 2, { link->from, link->to } };
  link->length = kith_curve_length (&link->curve);
  if (link->record->bend == 0.0 || crosses)
    link->middle = kith_curve_at (&link->curve, link->length / 2, NULL);
  link->bounds = kith_curve_bounds (&link->curve);
  link->bounds = kith_rect_grow (&link->bounds, KITH_LINK_MARKS);
}

void
kith_link_figure_half (const KithLinkFigure *link, KithEnd end, KithCurve *half)
{
  double middle = link->length / 2;
  KithCurve part;

  if (end == KITH_END_A)
    {
      kith_curve_part (&link->curve, 0.0, middle, half);
      return;
    }
  kith_curve_part (&link->curve, middle, link->length, &part);
  half->n = part.n;
  for (guint i = 0; i < part.n; i++)
    half->points[i] = part.points[part.n - 1 - i];
}

/* Whether anything of the link, or of how it was found, may lie there. */
gboolean
kith_link_figure_is_near (const KithLinkFigure *link, const KithRect *rect)
{
  KithRect grown = kith_rect_grow (rect, link->band + KITH_LINK_FREE);

  return kith_segment_meets_rect (link->from, link->to, &grown)
         || kith_rect_contains (&grown, link->from.x, link->from.y);
}

/* What is so near to a parabola lies no farther beside it than that and what the parabola rises by on as
 * long a way; a little more, as the curve is one of straight pieces. */
static gboolean
may_reach_bulge (const KithLinkFigure *link,
                 double along,
                 double across,
                 double square,
                 double distance)
{
  double t = CLAMP (along / square, 0.0, 1.0);
  double most = distance * (1.0 + link->steep) + 1.0 + fabs (link->bulge) * 0.02;

  across -= 4.0 * link->bulge * t * (1.0 - t) * sqrt (square);
  return across * across <= most * most * square;
}

/* Whether its curve may come so near to the point: cheap, for all that lies in a cell. */
gboolean
kith_link_figure_may_reach (const KithLinkFigure *link, double x, double y, double distance)
{
  double dx = link->to.x - link->from.x;
  double dy = link->to.y - link->from.y;
  double across = (y - link->from.y) * dx - (x - link->from.x) * dy;
  double most = link->band - KITH_LINK_MARKS + distance + 1.0;
  KithRect around;

  if (across * across > most * most * (dx * dx + dy * dy))
    return FALSE;
  if (link->steep >= 0.0f && dx * dx + dy * dy > 1.0
      && !may_reach_bulge (link, (x - link->from.x) * dx + (y - link->from.y) * dy, across,
                           dx * dx + dy * dy, distance))
    return FALSE;
  around = kith_rect_grow (&link->bounds, distance);
  return kith_rect_contains (&around, x, y);
}

/* Where the line between the boxes runs within a row of cells, with the band beside it. */
static KithRect
piece_in_row (const KithLinkFigure *link, double top, double bottom)
{
  double height = link->to.y - link->from.y;
  double from = 0.0, to = 1.0;
  KithRect piece;

  if (fabs (height) > 1e-6)
    {
      double one = (top - link->band - link->from.y) / height;
      double other = (bottom + link->band - link->from.y) / height;

      from = CLAMP (MIN (one, other), 0.0, 1.0);
      to = CLAMP (MAX (one, other), 0.0, 1.0);
    }
  from = link->from.x + (link->to.x - link->from.x) * from;
  to = link->from.x + (link->to.x - link->from.x) * to;
  piece = (KithRect){ MIN (from, to), (top + bottom) / 2, fabs (to - from), 0.0 };
  piece.x -= link->band + 1.0;
  piece.width += 2 * link->band + 2.0;
  return piece;
}

/* Row by row, so that it lies in the cells along it and in few others. One that is straight is found by
 * its line. */
static void
with_band (KithFigures *figures,
           KithLinkFigure *link,
           void (*func) (KithGrid *grid, gpointer item, const KithRect *rect))
{
  KithRect bounds = kith_points_bounds ((KithPoint[]){ link->from, link->to }, 2);
  double first, last;

  if (link->band <= KITH_LINK_MARKS)
    return;
  bounds = kith_rect_grow (&bounds, link->band + 1.0);
  first = floor (bounds.y / KITH_BAND_CELL);
  last = floor ((bounds.y + bounds.height) / KITH_BAND_CELL);
  if (last - first > MOST_ROWS)
    {
      func (figures->band_grid, link, &bounds);
      return;
    }
  for (double row = first; row <= last; row++)
    {
      KithRect piece = piece_in_row (link, row * KITH_BAND_CELL, (row + 1) * KITH_BAND_CELL);

      func (figures->band_grid, link, &piece);
    }
}

/* From the middle of one box to that of the other: also what a box that lies over one of them may bend. */
static void
with_line (KithFigures *figures,
           KithLinkFigure *link,
           void (*func) (KithLineGrid *grid, gpointer item, const KithPoint *points, guint n))
{
  KithPoint points[KITH_CURVE_POINTS + 2] = { link->from };
  guint n = 1;

  /* of a straight one all of them lie between the two */
  for (guint i = 0; i < link->curve.n && link->band > KITH_LINK_MARKS; i++)
    points[n++] = link->curve.points[i];
  points[n++] = link->to;
  func (figures->line_grid, link, points, n);
}

static guint
count_events (KithMap *map, KithId link)
{
  const GPtrArray *referrers = kith_map_referrers (map, link);
  guint n = 0;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    n += KITH_KIND (referrers->pdata[i]) == KITH_EVENT;
  return n;
}

void
kith_figures_remove_link (KithFigures *figures, KithId id)
{
  KithLinkFigure *link = g_hash_table_lookup (figures->links, &id);

  if (link == NULL)
    return;
  kith_figures_marks_near_link (figures, link);
  with_band (figures, link, kith_grid_remove);
  with_line (figures, link, kith_line_grid_remove);
  kith_figures_drop_label (figures, link);
  g_hash_table_remove (figures->links, &id);
  figures->has_bounds = FALSE;
}

/* One that has its shape. */
static void
add_link (KithFigures *figures, KithMap *map, KithLinkFigure *link)
{
  const KithLink *record = link->record;

  link->is_over = kith_date_gone_from (&record->to)
                  <= (figures->view.day != 0 ? figures->view.day : figures->today);
  link->n_events = count_events (map, record->record.id);
  kith_figures_look_at_link (figures, map, link);
  g_hash_table_insert (figures->links, &link->record->record.id, link);
  with_band (figures, link, kith_grid_add);
  with_line (figures, link, kith_line_grid_add);
  kith_figures_measure_label (figures, link);
  figures->has_bounds = FALSE;
}

/* What a hit test asks of it lies in one line of memory: a second costs a third of its time. */
G_STATIC_ASSERT (G_STRUCT_OFFSET (KithLinkFigure, skew) <= KITH_CACHE_LINE);

static KithLinkFigure *
new_link (const KithLink *record)
{
  KithLinkFigure *link = g_aligned_alloc0 (1, sizeof (KithLinkFigure), KITH_CACHE_LINE);

  link->record = kith_record_ref (record);
  link->thin = KITH_NEVER_THIN;
  return link;
}

static KithLinkFigure *
replace_link (KithFigures *figures, KithMap *map, const KithLink *record, gboolean keeps_bend)
{
  KithLinkFigure *link = new_link (record);
  const KithLinkFigure *old = g_hash_table_lookup (figures->links, &record->record.id);

  if (old != NULL)
    kith_link_figure_be_like (link, old);
  shape_link (figures, map, link, keeps_bend ? old : NULL, figures->scratch);
  kith_figures_remove_link (figures, record->record.id);
  add_link (figures, map, link);
  kith_figures_marks_near_link (figures, link);
  return link;
}

void
kith_figures_put_link (KithFigures *figures, KithMap *map, const KithLink *record)
{
  kith_figures_put_marks (figures, replace_link (figures, map, record, FALSE));
}

void
kith_figures_pull_link (KithFigures *figures, KithMap *map, const KithLink *record, gboolean routed)
{
  kith_figures_keep_marks (figures, replace_link (figures, map, record, !routed));
}

/* --- All links at once --- */

struct _KithLinkWork
{
  const KithFigures *figures;
  KithMap *map;
  GPtrArray *links; /* of KithLinkFigure */
  gint next;        /* the first that nobody has taken; atomic */
  gint *are_shaped; /* by the place of the first of so many; atomic */
  GMutex lock;      /* of that, for who waits */
  GCond shaped;
  GThreadPool *pool;
};

/* Each is a sum of boxes alone, the same on whichever thread and in whichever order. FALSE: all are taken. */
static gboolean
shape_some (KithLinkWork *work, KithRouteScratch *scratch)
{
  guint from = (guint) g_atomic_int_add (&work->next, AT_ONCE);
  guint end = MIN (from + AT_ONCE, work->links->len);

  if (from >= end)
    return FALSE;
  for (guint i = from; i < end; i++)
    shape_link (work->figures, work->map, work->links->pdata[i], NULL, scratch);
  g_mutex_lock (&work->lock);
  g_atomic_int_set (&work->are_shaped[from / AT_ONCE], TRUE);
  g_cond_signal (&work->shaped);
  g_mutex_unlock (&work->lock);
  return TRUE;
}

static void
shape_links (gpointer data, gpointer unused)
{
  g_autoptr (KithRouteScratch) scratch = kith_route_scratch_new ();

  while (shape_some (data, scratch))
    ;
}

/* Once all boxes are there, which stay as they are until the end. */
KithLinkWork *
kith_figures_begin_links (KithFigures *figures, KithMap *map)
{
  KithLinkWork *work = g_new0 (KithLinkWork, 1);

  work->figures = figures;
  work->map = map;
  work->links = g_ptr_array_sized_new (kith_map_n (map, KITH_LINK));
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    g_ptr_array_add (work->links, new_link (link));
  work->are_shaped = g_new0 (gint, work->links->len / AT_ONCE + 1);
  g_mutex_init (&work->lock);
  g_cond_init (&work->shaped);
  if (work->links->len < MANY)
    return work;
  kith_map_referrers (map, 0); /* makes them: from now on they are only read */
  work->pool = g_thread_pool_new (shape_links, NULL,
                                  CLAMP ((int) g_get_num_processors (), 2, MOST_THREADS) - 1, FALSE,
                                  NULL);
  for (int i = g_thread_pool_get_max_threads (work->pool); i > 0; i--)
    g_thread_pool_push (work->pool, work, NULL);
  return work;
}

static void
wait_until_shaped (KithLinkWork *work, guint some)
{
  g_mutex_lock (&work->lock);
  while (!g_atomic_int_get (&work->are_shaped[some]))
    g_cond_wait (&work->shaped, &work->lock);
  g_mutex_unlock (&work->lock);
}

static void
link_work_free (KithLinkWork *work)
{
  if (work->pool != NULL)
    g_thread_pool_free (work->pool, FALSE, TRUE);
  g_ptr_array_unref (work->links);
  g_free (work->are_shaped);
  g_mutex_clear (&work->lock);
  g_cond_clear (&work->shaped);
  g_free (work);
}

/* Those that have their shape are put where they can be found while others still get theirs. */
void
kith_figures_end_links (KithFigures *figures, KithMap *map, KithLinkWork *work)
{
  for (guint i = 0; i < work->links->len; i++)
    {
      while (!g_atomic_int_get (&work->are_shaped[i / AT_ONCE]))
        if (!shape_some (work, figures->scratch))
          wait_until_shaped (work, i / AT_ONCE);
      add_link (figures, map, work->links->pdata[i]);
    }
  link_work_free (work);
}
