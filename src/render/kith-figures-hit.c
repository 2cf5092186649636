/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions to figures: what is in a place, what is under a point, where things are. */
#include "kith-figures-private.h"

#include <math.h>

#define MOST_AREA 6e6 /* square map units that are searched by the grid of links */

typedef struct
{
  KithId id;
  gpointer figure;
} Found;

typedef struct
{
  const KithFigures *figures;
  const KithRect *rect;
  GArray *found; /* of Found, some twice */
} Search;

/* Every sort of figure begins with a pointer to its record. */
static void
add_found (Search *search, gpointer figure)
{
  Found found = { (*(KithRecord **) figure)->id, figure };

  g_array_append_val (search->found, found);
}

static void
find_box (gpointer item, gpointer data)
{
  Search *search = data;

  if (kith_rect_touches (&((KithBoxFigure *) item)->box, search->rect)
      && KITH_SHOWS (search->figures, (KithBoxFigure *) item))
    add_found (search, item);
}

static void
find_link (gpointer item, gpointer data)
{
  Search *search = data;

  if (kith_rect_touches (&((KithLinkFigure *) item)->bounds, search->rect)
      && KITH_SHOWS (search->figures, (KithLinkFigure *) item)
      && kith_link_figure_is_near (item, search->rect))
    add_found (search, item);
}

/* As kith_record_compare() has records of one kind. */
static int
compare_found (gconstpointer a, gconstpointer b)
{
  KithId one = ((const Found *) a)->id;
  KithId other = ((const Found *) b)->id;

  return (one > other) - (one < other);
}

static int
compare_figures (gconstpointer a, gconstpointer b)
{
  const KithRecord *one = **(KithRecord ***) a;
  const KithRecord *other = **(KithRecord ***) b;

  return kith_record_compare (one, other);
}

/* In id order, each once. */
static GPtrArray *
list_found (GArray *found)
{
  GPtrArray *list = g_ptr_array_sized_new (found->len);

  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    if (i == 0 || g_array_index (found, Found, i).id != g_array_index (found, Found, i - 1).id)
      g_ptr_array_add (list, g_array_index (found, Found, i).figure);
  return list;
}

static GPtrArray *
search_grid (const KithFigures *figures, const KithGrid *grid, const KithRect *rect, GFunc find)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  Search search = { figures, rect, found };

  kith_grid_foreach (grid, rect, find, &search);
  return list_found (found);
}

GPtrArray *
kith_figures_boxes_in (const KithFigures *figures, const KithRect *rect)
{
  return search_grid (figures, figures->box_grid, rect, find_box);
}

/* Long links lie in many cells: where most of the map is asked for, each is looked at but once. */
static GPtrArray *
search_links (const KithFigures *figures, const KithRect *rect)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  Search search = { figures, rect, found };
  GHashTableIter iter;
  gpointer link;

  g_hash_table_iter_init (&iter, figures->links);
  while (g_hash_table_iter_next (&iter, NULL, &link))
    find_link (link, &search);
  return list_found (found);
}

GPtrArray *
kith_figures_links_in (const KithFigures *figures, const KithRect *rect)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  Search search = { figures, rect, found };
  KithRect around = kith_rect_grow (rect, KITH_LINK_MARKS);

  if (rect->width * rect->height > MOST_AREA)
    return search_links (figures, rect);
  kith_line_grid_foreach (figures->line_grid, &around, find_link, &search);
  return list_found (found);
}

/* A space is seen where it has members that are. */
static gboolean
is_seen (const KithFigures *figures, const KithSpaceFigure *space)
{
  return space->loops->len > 0 && KITH_SHOWS (figures, space);
}

static void
find_label (gpointer item, gpointer data)
{
  Search *search = data;

  if (kith_rect_touches (&((KithLinkFigure *) item)->label_box, search->rect)
      && KITH_SHOWS (search->figures, (KithLinkFigure *) item))
    add_found (search, item);
}

GPtrArray *
kith_figures_labels_in (const KithFigures *figures, const KithRect *rect)
{
  return search_grid (figures, figures->label_grid, rect, find_label);
}

GPtrArray *
kith_figures_spaces_in (const KithFigures *figures, const KithRect *rect)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer space;

  g_hash_table_iter_init (&iter, figures->spaces);
  while (g_hash_table_iter_next (&iter, NULL, &space))
    {
      KithRect bounds = kith_rect_union (&((KithSpaceFigure *) space)->bounds,
                                         &((KithSpaceFigure *) space)->label_box);

      if (is_seen (figures, space) && kith_rect_touches (&bounds, rect))
        g_ptr_array_add (list, space);
    }
  g_ptr_array_sort (list, compare_figures);
  return list;
}

static void
join_bounds (KithRect *bounds, gboolean *any, const KithRect *rect)
{
  *bounds = *any ? kith_rect_union (bounds, rect) : *rect;
  *any = TRUE;
}

static KithRect
all_bounds (const KithFigures *figures)
{
  KithRect bounds = { 0 };
  gboolean any = FALSE;
  GHashTableIter iter;
  gpointer figure;

  g_hash_table_iter_init (&iter, figures->boxes);
  while (g_hash_table_iter_next (&iter, NULL, &figure))
    if (KITH_SHOWS (figures, (KithBoxFigure *) figure))
      join_bounds (&bounds, &any, &((KithBoxFigure *) figure)->box);
  g_hash_table_iter_init (&iter, figures->links);
  while (g_hash_table_iter_next (&iter, NULL, &figure))
    if (KITH_SHOWS (figures, (KithLinkFigure *) figure))
      {
        KithRect extent = kith_link_figure_extent (figure);

        join_bounds (&bounds, &any, &extent);
      }
  g_hash_table_iter_init (&iter, figures->spaces);
  while (g_hash_table_iter_next (&iter, NULL, &figure))
    if (is_seen (figures, figure))
      {
        join_bounds (&bounds, &any, &((KithSpaceFigure *) figure)->bounds);
        join_bounds (&bounds, &any, &((KithSpaceFigure *) figure)->label_box);
      }
  kith_figures_join_notes (figures, &bounds, &any);
  return bounds;
}

/**
 * kith_figures_bounds:
 * @figures: figures
 *
 * Cost: the first call after an update looks at everything.
 *
 * Returns: what everything together covers, map units; all zero for an empty map
 */
KithRect
kith_figures_bounds (const KithFigures *figures)
{
  KithFigures *keeper = (KithFigures *) figures;

  if (!figures->has_bounds)
    {
      keeper->bounds = all_bounds (figures);
      kith_figures_join_quotes (figures, &keeper->bounds);
      kith_figures_join_flags (figures, &keeper->bounds);
    }
  keeper->has_bounds = TRUE;
  return figures->bounds;
}

gboolean
kith_figures_extent (const KithFigures *figures, KithId id, KithRect *extent)
{
  const KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &id);
  const KithLinkFigure *link = g_hash_table_lookup (figures->links, &id);
  const KithSpaceFigure *space = g_hash_table_lookup (figures->spaces, &id);
  const KithNoteFigure *note = g_hash_table_lookup (figures->notes, &id);

  if (box != NULL && KITH_SHOWS (figures, box))
    *extent = box->box;
  else if (link != NULL && KITH_SHOWS (figures, link))
    *extent = kith_link_figure_extent (link);
  else if (space != NULL && is_seen (figures, space))
    *extent = space->spokes != NULL ? space->label_box : space->bounds;
  else if (note != NULL)
    *extent = note->box;
  else
    return FALSE;
  return TRUE;
}

typedef struct
{
  const KithFigures *figures;
  double x;
  double y;
  double best;
  gboolean is_out;
  KithId of;                  /* the one that is hit so far */
  const KithLinkFigure *link; /* it, where it is a link */
  KithHit *hit;
} Point;

/* Points of a curve that a map bends itself run evenly along the line between the boxes: only those
 * abreast of the point are looked at. */
static double
distance_near (const KithLinkFigure *link, double x, double y, double most)
{
  const KithCurve *curve = &link->curve;
  double dx = link->to.x - link->from.x;
  double dy = link->to.y - link->from.y;
  double length = sqrt (dx * dx + dy * dy);
  double place = (x - link->from.x) * dx + (y - link->from.y) * dy;
  double step = most * length;
  double best = G_MAXDOUBLE;
  guint i = 1;

  if (curve->n == 2 || link->record->bend != 0.0)
    return kith_curve_distance (curve, x, y, NULL);
  for (guint half = curve->n / 2; half > 0; half /= 2)
    while (i + half < curve->n
           && (curve->points[i + half - 1].x - link->from.x) * dx
                      + (curve->points[i + half - 1].y - link->from.y) * dy
                  < place - step)
      i += half;
  for (; i < curve->n; i++)
    {
      KithPoint from = curve->points[i - 1];

      if ((from.x - link->from.x) * dx + (from.y - link->from.y) * dy > place + step)
        break;
      best = MIN (best, kith_segment_distance (from, curve->points[i], x, y));
    }
  return best;
}

/* Of two that are as near the later one is drawn above. */
static void
hit_one_link (gpointer item, gpointer data)
{
  const KithLinkFigure *link = item;
  Point *point = data;
  double distance;

  if (!kith_link_figure_may_reach (link, point->x, point->y, point->best))
    return;
  if (!link->is_drawable || link->is_out != point->is_out || !KITH_SHOWS (point->figures, link))
    return;
  distance = distance_near (link, point->x, point->y, point->best);
  if (distance > point->best || (distance == point->best && link->record->record.id < point->of))
    return;
  point->best = distance;
  point->of = link->record->record.id;
  point->link = link;
}

static gboolean
hit_link (const KithFigures *figures,
          double x,
          double y,
          double tolerance,
          gboolean is_out,
          KithHit *hit)
{
  KithRect place = { x - tolerance, y - tolerance, 2 * tolerance, 2 * tolerance };
  Point point = { figures, x, y, tolerance, is_out, 0, NULL, hit };
  double along = 0.0;

  kith_line_grid_foreach (figures->line_grid, &place, hit_one_link, &point);
  if (point.link == NULL)
    return FALSE;
  kith_curve_distance (&point.link->curve, x, y, &along);
  *hit = (KithHit){ KITH_HIT_LINK, point.of,
                    along <= point.link->length / 2 ? KITH_END_A : KITH_END_B };
  return TRUE;
}

static double
loop_distance (const GArray *loop, double x, double y)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < loop->len; i++)
    best = MIN (best,
                kith_segment_distance (g_array_index (loop, KithPoint, i),
                                       g_array_index (loop, KithPoint, (i + 1) % loop->len), x, y));
  return best;
}

static gboolean
is_on_space (const KithSpaceFigure *space,
             const KithRect *place,
             double x,
             double y,
             double tolerance)
{
  if (kith_rect_contains (&space->label_box, x, y))
    return TRUE;
  if (!kith_rect_touches (&space->bounds, place))
    return FALSE;
  for (guint i = 0; space->spokes != NULL && i < space->spokes->len; i++)
    {
      const KithSpoke *spoke = &g_array_index (space->spokes, KithSpoke, i);

      if (kith_segment_distance (spoke->from, spoke->to, x, y) <= tolerance)
        return TRUE;
    }
  for (guint i = 0; i < space->loops->len; i++)
    if (loop_distance (space->loops->pdata[i], x, y) <= tolerance)
      return TRUE;
  return FALSE;
}

static gboolean
hit_space (const KithFigures *figures,
           double x,
           double y,
           double tolerance,
           gboolean is_out,
           KithHit *hit)
{
  KithRect place = { x - tolerance, y - tolerance, 2 * tolerance, 2 * tolerance };
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, figures->spaces);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const KithSpaceFigure *space = value;

      /* of several the later one is drawn above */
      if (space->is_out == is_out && is_seen (figures, space)
          && (hit->part != KITH_HIT_SPACE || space->record->record.id > hit->id)
          && is_on_space (space, &place, x, y, tolerance))
        *hit = (KithHit){ KITH_HIT_SPACE, space->record->record.id, KITH_END_A };
    }
  return hit->part == KITH_HIT_SPACE;
}

/* The node of a shared space lies over links. */
static gboolean
hit_node (const KithFigures *figures, double x, double y, gboolean is_out, KithHit *hit)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, figures->spaces);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const KithSpaceFigure *space = value;

      if (space->spokes != NULL && space->is_out == is_out && is_seen (figures, space)
          && (hit->part != KITH_HIT_SPACE || space->record->record.id > hit->id)
          && kith_rect_contains (&space->label_box, x, y))
        *hit = (KithHit){ KITH_HIT_SPACE, space->record->record.id, KITH_END_A };
    }
  return hit->part == KITH_HIT_SPACE;
}

static void
hit_one_box (gpointer item, gpointer data)
{
  const KithBoxFigure *box = item;
  Point *point = data;
  KithId id = box->record->record.id;

  if (!kith_rect_contains (&box->box, point->x, point->y) || box->is_out != point->is_out
      || !KITH_SHOWS (point->figures, box) || id < point->of)
    return;
  point->of = id;
  *point->hit = (KithHit){ KITH_HIT_STAKEHOLDER, id, KITH_END_A };
}

static gboolean
hit_box (const KithFigures *figures, double x, double y, gboolean is_out, KithHit *hit)
{
  KithRect place = { x, y, 0, 0 };
  Point point = { figures, x, y, 0.0, is_out, 0, NULL, hit };

  kith_grid_foreach (figures->box_grid, &place, hit_one_box, &point);
  return hit->part == KITH_HIT_STAKEHOLDER;
}

/**
 * kith_figures_hit:
 * @figures: figures
 * @x: a point, map units
 * @y: a point, map units
 * @tolerance: how far beside a line still counts, map units
 *
 * Returns: what is there: boxes before nodes before links before texts, shared spaces, frames and backdrops; what
 *   is faint only where nothing else is
 */
KithHit
kith_figures_hit (const KithFigures *figures, double x, double y, double tolerance)
{
  KithHit hit = { KITH_HIT_NOTHING, 0, KITH_END_A };

  for (guint faint = FALSE; faint <= (figures->pass != NULL && !figures->hides); faint++)
    if (hit_box (figures, x, y, (gboolean) faint, &hit)
        || hit_node (figures, x, y, (gboolean) faint, &hit)
        || hit_link (figures, x, y, tolerance, (gboolean) faint, &hit)
        || kith_figures_hit_note (figures, x, y, tolerance, TRUE, &hit)
        || hit_space (figures, x, y, tolerance, (gboolean) faint, &hit))
      break;
  if (hit.part == KITH_HIT_NOTHING)
    kith_figures_hit_note (figures, x, y, tolerance, FALSE, &hit);
  return hit;
}

void
kith_figures_in_rect (const KithFigures *figures, const KithRect *rect, GArray *ids)
{
  g_autoptr (GPtrArray) boxes = kith_figures_boxes_in (figures, rect);

  for (guint i = 0; i < boxes->len; i++)
    g_array_append_val (ids, ((KithBoxFigure *) boxes->pdata[i])->record->record.id);
}

typedef struct
{
  const KithRect *rect;
  gboolean any;
} Taken;

static void
find_any (gpointer item, gpointer data)
{
  Taken *taken = data;

  taken->any |= kith_rect_touches (&((KithBoxFigure *) item)->box, taken->rect);
}

gboolean
kith_figures_is_taken (const KithFigures *figures, const KithRect *rect)
{
  Taken taken = { rect, FALSE };

  kith_grid_foreach (figures->box_grid, rect, find_any, &taken);
  return taken.any;
}

KithPoint
kith_rect_rim (const KithRect *rect, double x, double y)
{
  KithPoint rim = { rect->x + rect->width / 2, rect->y + rect->height / 2 };
  double dx = x - rim.x;
  double dy = y - rim.y;
  double reach;

  if (dx == 0.0 && dy == 0.0)
    dx = 1.0;
  reach = MIN (dx != 0.0 ? rect->width / 2 / fabs (dx) : G_MAXDOUBLE,
               dy != 0.0 ? rect->height / 2 / fabs (dy) : G_MAXDOUBLE);
  return (KithPoint){ rim.x + dx * reach, rim.y + dy * reach };
}

/**
 * kith_figures_neighbour:
 * @figures: figures
 * @from: a stakeholder
 * @dx: direction, a unit vector
 * @dy: direction
 *
 * Returns: the nearest stakeholder that way that passes the filter, one straight ahead before one
 *   aside; 0 for none
 */
KithId
kith_figures_neighbour (const KithFigures *figures, KithId from, double dx, double dy)
{
  const KithBoxFigure *start = g_hash_table_lookup (figures->boxes, &from);
  double best = G_MAXDOUBLE;
  KithId found = 0;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, figures->boxes);
  while (start != NULL && g_hash_table_iter_next (&iter, NULL, &value))
    {
      const KithBoxFigure *box = value;
      double x = box->record->x - start->record->x;
      double y = box->record->y - start->record->y;
      double ahead = x * dx + y * dy;
      double aside = fabs (x * dy - y * dx);
      double cost = ahead + 2.0 * aside;

      if (box == start || box->is_out || ahead <= 1.0 || aside > 2.0 * ahead)
        continue;
      if (cost < best || (cost == best && box->record->record.id < found))
        {
          best = cost;
          found = box->record->record.id;
        }
    }
  return found;
}
