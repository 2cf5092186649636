/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-figures-private.h"

#include "kith-letters.h"
#include "kith-as-at.h"
#include "kith-sectors.h"

#include <math.h>

#define CELL 160.0 /* of the grid of boxes */
#define LINK_CELL 128.0
#define REACH_CELL 220.0 /* of the grid of what may move a label */
#define MOST_ROWS 1000   /* of cells that a link lies in one by one */
#define FAN 30.0         /* between parallel links */

static void
free_box (gpointer data)
{
  KithBoxFigure *box = data;

  kith_record_unref (box->record);
  g_clear_object (&box->layout);
  g_clear_pointer (&box->picture, kith_record_unref);
  g_free (box->years);
  g_free (box);
}

static void
free_link (gpointer data)
{
  KithLinkFigure *link = data;

  kith_record_unref (link->record);
  g_clear_object (&link->label);
  g_free (link->years);
  g_free (link);
}

static void
free_space (gpointer data)
{
  KithSpaceFigure *space = data;

  kith_record_unref (space->record);
  g_ptr_array_unref (space->loops);
  g_clear_pointer (&space->spokes, g_array_unref);
  g_clear_object (&space->label);
  g_clear_object (&space->status);
  g_free (space);
}

static GHashTable *
new_table (GDestroyNotify free_func)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_func);
}

/* --- Boxes --- */

static KithRect
box_of (const KithStakeholder *record, const KithPicture *picture)
{
  double width = record->width;
  double height = record->height;

  if (width == 0.0 || height == 0.0)
    kith_measure_box (record, picture, &width, &height);
  return (KithRect){ record->x - width / 2, record->y - height / 2, width, height };
}

void
kith_figures_remove_box (KithFigures *figures, KithId id)
{
  KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &id);

  if (box == NULL)
    return;
  kith_grid_remove (figures->box_grid, box, &box->box);
  g_hash_table_remove (figures->boxes, &id);
  figures->has_bounds = FALSE;
}

void
kith_figures_put_box (KithFigures *figures, KithMap *map, const KithStakeholder *record)
{
  KithBoxFigure *old = g_hash_table_lookup (figures->boxes, &record->record.id);
  KithBoxFigure *box = g_new0 (KithBoxFigure, 1);
  const KithPicture *picture = kith_map_get (map, KITH_PICTURE, record->picture);

  box->record = kith_record_ref (record);
  box->picture = picture != NULL ? kith_record_ref (picture) : NULL;
  box->scale = kith_box_scale (record);
  box->box = box_of (record, picture);
  box->colour = kith_sector_colour (map, record->sector);
  box->sign = kith_sector_sign (map, record->sector);
  kith_figures_look_at_box (figures, map, box);
  if (old != NULL && old->layout != NULL && old->picture == box->picture && old->scale == box->scale
      && old->box.width == box->box.width && old->box.height == box->box.height
      && g_str_equal (old->record->name, record->name))
    box->layout = g_object_ref (old->layout);
  kith_figures_remove_box (figures, record->record.id);
  g_hash_table_insert (figures->boxes, &box->record->record.id, box);
  kith_grid_add (figures->box_grid, box, &box->box);
  figures->has_bounds = FALSE;
}

PangoLayout *
kith_box_figure_layout (KithBoxFigure *box)
{
  if (box->layout == NULL)
    box->layout = kith_text_in_box (box->record->name,
                                    box->box.width / box->scale - kith_logo_room (box->picture),
                                    box->box.height / box->scale);
  return box->layout;
}

/* --- Links --- */

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
  if (fabs (link->record->bend + link->fan) < 0.5)
    link->curve = straight;
  else
    kith_curve_through (&link->curve, link->from, link->to, link->middle);
  for (guint i = 0; i < link->curve.n; i++)
    link->band = MAX (link->band, KITH_LINK_MARKS
                                      + kith_curve_distance (&straight, link->curve.points[i].x,
                                                             link->curve.points[i].y, NULL));
}

static void
shape_link (KithFigures *figures, KithMap *map, KithLinkFigure *link)
{
  const KithBoxFigure *a = g_hash_table_lookup (figures->boxes, &link->record->a);
  const KithBoxFigure *b = g_hash_table_lookup (figures->boxes, &link->record->b);
  KithRect start = kith_rect_grow (&a->box, KITH_LINK_GAP);
  KithRect end = kith_rect_grow (&b->box, KITH_LINK_GAP);

  link->fan = place_in_fan (map, link->record) * FAN * (link->record->a < link->record->b ? 1 : -1);
  link->from = centre (&a->box);
  link->to = centre (&b->box);
  if (link->record->bend != 0.0)
    bend (link);
  else
    kith_figures_route (figures, link, link->fan);
  link->is_drawable = kith_curve_trim (&link->curve, &start, &end);
  if (!link->is_drawable)
    link->curve = (KithCurve){ 2, { link->from, link->to } };
  link->length = kith_curve_length (&link->curve);
  if (link->record->bend == 0.0)
    link->middle = kith_curve_at (&link->curve, link->length / 2, NULL);
  link->bounds = kith_curve_bounds (&link->curve);
  link->bounds = kith_rect_grow (&link->bounds, KITH_LINK_MARKS);
}

/* Whether anything of the link, or of how it was found, may lie there. */
gboolean
kith_link_figure_is_near (const KithLinkFigure *link, const KithRect *rect)
{
  KithRect grown = kith_rect_grow (rect, link->band + KITH_LINK_FREE);

  return kith_segment_meets_rect (link->from, link->to, &grown)
         || kith_rect_contains (&grown, link->from.x, link->from.y);
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

/* Row by row, so that it lies in the cells along it and in few others: what is asked of a cell is asked
 * of all that lies in it. */
static void
with_band (KithFigures *figures,
           KithLinkFigure *link,
           void (*func) (KithGrid *grid, gpointer item, const KithRect *rect))
{
  KithRect bounds = kith_points_bounds ((KithPoint[]){ link->from, link->to }, 2);
  double first, last;

  bounds = kith_rect_grow (&bounds, link->band + 1.0);
  first = floor (bounds.y / LINK_CELL);
  last = floor ((bounds.y + bounds.height) / LINK_CELL);
  if (last - first > MOST_ROWS)
    {
      func (figures->link_grid, link, &bounds);
      return;
    }
  for (double row = first; row <= last; row++)
    {
      KithRect piece = piece_in_row (link, row * LINK_CELL, (row + 1) * LINK_CELL);

      func (figures->link_grid, link, &piece);
    }
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
  with_band (figures, link, kith_grid_remove);
  kith_figures_drop_label (figures, link);
  g_hash_table_remove (figures->links, &id);
  figures->has_bounds = FALSE;
}

void
kith_figures_put_link (KithFigures *figures, KithMap *map, const KithLink *record)
{
  KithLinkFigure *link = g_new0 (KithLinkFigure, 1);
  const KithLinkFigure *old = g_hash_table_lookup (figures->links, &record->record.id);

  link->thin = old != NULL ? old->thin : KITH_NEVER_THIN;
  kith_figures_remove_link (figures, record->record.id);
  link->record = kith_record_ref (record);
  shape_link (figures, map, link);
  link->is_over = kith_date_gone_from (&record->to)
                  <= (figures->view.day != 0 ? figures->view.day : figures->today);
  link->n_events = count_events (map, record->record.id);
  kith_figures_look_at_link (figures, map, link);
  g_hash_table_insert (figures->links, &link->record->record.id, link);
  with_band (figures, link, kith_grid_add);
  kith_figures_measure_label (figures, link);
  figures->has_bounds = FALSE;
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* --- The whole --- */

/**
 * kith_figures_new:
 * @map: a map made for the view's audience
 * @view: how it is looked at
 *
 * Cost: linear in the map for boxes and links, see kith_outline_new() for spaces.
 *
 * Returns: (transfer full): the figures
 */
KithFigures *
kith_figures_new (KithMap *map, const KithView *view)
{
  KithFigures *figures = g_new0 (KithFigures, 1);
  KithSpaceWork *spaces;

  kith_letters_begin ();
  figures->ref_count = 1;
  kith_figures_take_view (figures, map, view);
  figures->today = kith_date_today ().first;
  figures->boxes = new_table (free_box);
  figures->links = new_table (free_link);
  figures->spaces = new_table (free_space);
  figures->late_links = new_set ();
  figures->late_spaces = new_set ();
  figures->late_labels = new_set ();
  figures->notes = new_table (kith_note_figure_free);
  figures->box_grid = kith_grid_new (CELL);
  figures->link_grid = kith_grid_new (LINK_CELL);
  figures->mark_grid = kith_grid_new (CELL);
  figures->label_grid = kith_grid_new (CELL);
  figures->reach_grid = kith_grid_new (REACH_CELL);
  figures->late_link_labels = kith_label_ids_new ();
  figures->obstacles = kith_route_obstacles_new ();
  figures->label_sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    kith_figures_put_box (figures, map, stakeholder);
  spaces = kith_figures_begin_spaces (figures, map);
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    kith_figures_put_link (figures, map, link);
  kith_figures_end_spaces (figures, map, spaces);
  kith_figures_deal_patterns (figures);
  kith_figures_place_labels (figures);
  KITH_FOR_EACH (KithAnnotation, annotation, map, KITH_ANNOTATION)
    kith_figures_put_note (figures, map, annotation);
  kith_figures_place_quotes (figures, map);
  kith_figures_place_flags (figures, map);
  return figures;
}

KithFigures *
kith_figures_ref (KithFigures *figures)
{
  figures->ref_count++;
  return figures;
}

void
kith_figures_free (KithFigures *figures)
{
  if (--figures->ref_count > 0)
    return;
  kith_grid_free (figures->box_grid);
  kith_grid_free (figures->link_grid);
  kith_grid_free (figures->mark_grid);
  kith_grid_free (figures->label_grid);
  kith_grid_free (figures->reach_grid);
  g_array_unref (figures->obstacles);
  g_hash_table_unref (figures->label_sizes);
  g_tree_unref (figures->late_link_labels);
  g_ptr_array_unref (figures->quotes);
  g_ptr_array_unref (figures->flags);
  g_hash_table_unref (figures->late_labels);
  g_hash_table_unref (figures->late_spaces);
  g_hash_table_unref (figures->late_links);
  g_hash_table_unref (figures->notes);
  g_hash_table_unref (figures->spaces);
  g_hash_table_unref (figures->links);
  g_hash_table_unref (figures->boxes);
  kith_figures_drop_view (figures);
  g_free (figures);
}
