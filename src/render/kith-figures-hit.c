/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions to figures: what is in a place, what is under a point, where things are. */
#include "kith-figures-private.h"

#include <math.h>

#define LABEL_PLACES 200 /* of a loop that are tried for its space's name, and a few */

typedef struct
{
  const KithFigures *figures;
  const KithRect *rect;
  GHashTable *found;
} Search;

static void
find_box (gpointer item, gpointer data)
{
  Search *search = data;

  if (kith_rect_touches (&((KithBoxFigure *) item)->box, search->rect)
      && KITH_SHOWS (search->figures, (KithBoxFigure *) item))
    g_hash_table_add (search->found, item);
}

static void
find_link (gpointer item, gpointer data)
{
  Search *search = data;

  if (kith_rect_touches (&((KithLinkFigure *) item)->bounds, search->rect)
      && KITH_SHOWS (search->figures, (KithLinkFigure *) item)
      && kith_link_figure_is_near (item, search->rect))
    g_hash_table_add (search->found, item);
}

/* Every sort of figure begins with a pointer to its record. */
static int
compare_figures (gconstpointer a, gconstpointer b)
{
  const KithRecord *one = **(KithRecord ***) a;
  const KithRecord *other = **(KithRecord ***) b;

  return kith_record_compare (one, other);
}

static GPtrArray *
search_grid (const KithFigures *figures, const KithGrid *grid, const KithRect *rect, GFunc find)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  Search search = { figures, rect, found };
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer figure;

  kith_grid_foreach (grid, rect, find, &search);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &figure, NULL))
    g_ptr_array_add (list, figure);
  g_ptr_array_sort (list, compare_figures);
  return list;
}

GPtrArray *
kith_figures_boxes_in (const KithFigures *figures, const KithRect *rect)
{
  return search_grid (figures, figures->box_grid, rect, find_box);
}

GPtrArray *
kith_figures_links_in (const KithFigures *figures, const KithRect *rect)
{
  return search_grid (figures, figures->link_grid, rect, find_link);
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
    g_hash_table_add (search->found, item);
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
    *extent = space->bounds;
  else if (note != NULL)
    *extent = note->box;
  else
    return FALSE;
  return TRUE;
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
  g_autoptr (GPtrArray) links = kith_figures_links_in (figures, &place);
  double best = tolerance;

  for (guint i = 0; i < links->len; i++)
    {
      const KithLinkFigure *link = links->pdata[i];
      double along = 0.0;
      double distance = kith_curve_distance (&link->curve, x, y, &along);

      if (!link->is_drawable || link->is_out != is_out || distance > best)
        continue;
      best = distance;
      *hit = (KithHit){ KITH_HIT_LINK, link->record->record.id,
                        along <= link->length / 2 ? KITH_END_A : KITH_END_B };
    }
  return hit->part == KITH_HIT_LINK;
}

static double
loop_distance (const GArray *loop, double x, double y)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < loop->len; i++)
    {
      KithCurve side = { 2,
                         { g_array_index (loop, KithPoint, i),
                           g_array_index (loop, KithPoint, (i + 1) % loop->len) } };

      best = MIN (best, kith_curve_distance (&side, x, y, NULL));
    }
  return best;
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
  g_autoptr (GPtrArray) spaces = kith_figures_spaces_in (figures, &place);

  for (guint i = 0; i < spaces->len; i++)
    {
      const KithSpaceFigure *space = spaces->pdata[i];
      gboolean near = kith_rect_contains (&space->label_box, x, y);

      for (guint j = 0; j < space->loops->len && !near; j++)
        near = loop_distance (space->loops->pdata[j], x, y) <= tolerance;
      if (near && space->is_out == is_out)
        *hit = (KithHit){ KITH_HIT_SPACE, space->record->record.id, KITH_END_A };
    }
  return hit->part == KITH_HIT_SPACE;
}

static gboolean
hit_box (const KithFigures *figures, double x, double y, gboolean is_out, KithHit *hit)
{
  KithRect place = { x, y, 0, 0 };
  g_autoptr (GPtrArray) boxes = kith_figures_boxes_in (figures, &place);

  for (guint i = 0; i < boxes->len; i++)
    {
      const KithBoxFigure *box = boxes->pdata[i];

      if (box->is_out == is_out)
        *hit = (KithHit){ KITH_HIT_STAKEHOLDER, box->record->record.id, KITH_END_A };
    }
  return hit->part == KITH_HIT_STAKEHOLDER;
}

/**
 * kith_figures_hit:
 * @figures: figures
 * @x: a point, map units
 * @y: a point, map units
 * @tolerance: how far beside a line still counts, map units
 *
 * Returns: what is there: boxes before links before texts, shared spaces, frames and backdrops; what
 *   is faint only where nothing else is
 */
KithHit
kith_figures_hit (const KithFigures *figures, double x, double y, double tolerance)
{
  KithHit hit = { KITH_HIT_NOTHING, 0, KITH_END_A };

  for (guint faint = FALSE; faint <= (figures->pass != NULL && !figures->hides); faint++)
    if (hit_box (figures, x, y, (gboolean) faint, &hit)
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

gboolean
kith_figures_rim (const KithFigures *figures,
                  KithId stakeholder,
                  double x,
                  double y,
                  KithPoint *rim)
{
  const KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &stakeholder);
  double dx;
  double dy;
  double reach;

  if (box == NULL || !KITH_SHOWS (figures, box))
    return FALSE;
  *rim = (KithPoint){ box->box.x + box->box.width / 2, box->box.y + box->box.height / 2 };
  dx = x - rim->x;
  dy = y - rim->y;
  if (dx == 0.0 && dy == 0.0)
    dx = 1.0;
  reach = MIN (dx != 0.0 ? box->box.width / 2 / fabs (dx) : G_MAXDOUBLE,
               dy != 0.0 ? box->box.height / 2 / fabs (dy) : G_MAXDOUBLE);
  rim->x += dx * reach;
  rim->y += dy * reach;
  return TRUE;
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

/* How far a label there is from the top middle of the outline, where a reader looks first. */
static double
label_distance (const KithSpaceFigure *space, const KithRect *rect)
{
  return fabs (rect->x + rect->width / 2 - space->bounds.x - space->bounds.width / 2) * 0.5
         + (rect->y - space->bounds.y);
}

/* How much is in the way of a label there: boxes most, then links, then the distance. */
static double
label_cost (const KithFigures *figures, const KithSpaceFigure *space, const KithRect *rect)
{
  KithRect roomy = kith_rect_grow (rect, 4.0);
  g_autoptr (GPtrArray) boxes = kith_figures_boxes_in (figures, &roomy);
  g_autoptr (GPtrArray) links = kith_figures_links_in (figures, &roomy);
  double cost = boxes->len * 4000.0;

  for (guint i = 0; i < links->len; i++)
    cost += kith_curve_within (&((KithLinkFigure *) links->pdata[i])->curve, &roomy) > 0 ? 300.0
                                                                                         : 0;
  return cost + label_distance (space, rect);
}

void
kith_space_figure_place_label (KithFigures *figures, KithSpaceFigure *space)
{
  double width;
  double height;
  double best = G_MAXDOUBLE;

  kith_text_size (space->label, &width, &height);
  for (guint i = 0; i < space->loops->len; i++)
    {
      const GArray *loop = space->loops->pdata[i];
      guint step = MAX (2, loop->len / LABEL_PLACES);

      for (guint j = 0; j < loop->len; j += step)
        {
          KithPoint at = g_array_index (loop, KithPoint, j);
          KithRect rect = { at.x - width / 2 - 7, at.y - height / 2, width + 14, height };
          double cost = G_MAXDOUBLE;

          /* What is dearer by its distance alone need not be looked at. */
          if (label_distance (space, &rect) < best)
            cost = label_cost (figures, space, &rect);
          if (cost < best)
            {
              best = cost;
              space->label_box = rect;
              figures->has_bounds = FALSE;
            }
        }
    }
}
