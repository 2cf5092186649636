/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-figures-private.h"

#include "kith-letters.h"
#include "kith-sectors.h"

#define CELL 160.0       /* of the grid of boxes */
#define REACH_CELL 220.0 /* of the grid of what may move a label */
#define DENSE 500        /* links */

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
  g_aligned_free (link);
}

static void
free_space (gpointer data)
{
  KithSpaceFigure *space = data;

  kith_record_unref (space->record);
  g_ptr_array_unref (space->loops);
  g_clear_pointer (&space->spokes, g_array_unref);
  g_clear_object (&space->label);
  g_clear_object (&space->names[0]);
  g_clear_object (&space->names[1]);
  g_clear_object (&space->status);
  g_clear_object (&space->far);
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
  box->place = old != NULL ? old->place : figures->n_places++;
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

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* --- The whole --- */

guint
kith_figures_next_revision (void)
{
  static int last = 0;

  return (guint) g_atomic_int_add (&last, 1) + 1;
}

static KithFigures *
new_figures (KithMap *map, const KithView *view)
{
  KithFigures *figures = g_new0 (KithFigures, 1);

  figures->ref_count = 1;
  figures->revision = kith_figures_next_revision ();
  kith_figures_take_view (figures, map, view);
  figures->today = kith_date_today ().first;
  figures->boxes = new_table (free_box);
  figures->links = new_table (free_link);
  figures->spaces = new_table (free_space);
  figures->late_links = new_set ();
  figures->late_spaces = new_set ();
  figures->late_labels = new_set ();
  figures->asides = new_table (kith_space_aside_drop);
  figures->notes = new_table (kith_note_figure_free);
  figures->box_grid = kith_grid_new (CELL);
  figures->line_grid = kith_line_grid_new (KITH_LINE_CELL);
  figures->band_grid = kith_grid_new (KITH_BAND_CELL);
  figures->mark_grid = kith_grid_new (CELL);
  figures->label_grid = kith_grid_new (CELL);
  figures->reach_grid = kith_grid_new (REACH_CELL);
  figures->late_link_labels = kith_label_ids_new ();
  figures->scratch = kith_route_scratch_new ();
  figures->pulled = g_array_new (FALSE, FALSE, sizeof (KithId));
  figures->label_sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return figures;
}

gboolean
kith_figures_are_dense (const KithFigures *figures)
{
  return g_hash_table_size (figures->links) > DENSE;
}

static void
shape_names (KithFigures *figures)
{
  GHashTableIter iter;
  gpointer box;

  g_hash_table_iter_init (&iter, figures->boxes);
  while (g_hash_table_iter_next (&iter, NULL, &box))
    kith_text_size (kith_box_figure_layout (box), NULL, NULL);
}

/**
 * kith_figures_new_named:
 * @map: a map made for the view's audience
 * @view: how it is looked at
 * @named: every name will be drawn: all are shaped at once, beside what other threads do
 *
 * Cost: linear in the map for boxes and links, see kith_outline_new() for spaces.
 *
 * Returns: (transfer full): the figures
 */
KithFigures *
kith_figures_new_named (KithMap *map, const KithView *view, gboolean named)
{
  KithFigures *figures;
  KithLinkWork *links;
  KithSpaceWork *spaces;

  kith_letters_begin ();
  figures = new_figures (map, view);
  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    kith_figures_put_box (figures, map, stakeholder);
  KITH_FOR_EACH (KithAnnotation, annotation, map, KITH_ANNOTATION)
    kith_figures_put_note (figures, map, annotation);
  kith_figures_size_titles (figures);
  links = kith_figures_begin_links (figures, map);
  spaces = kith_figures_begin_spaces (figures, map);
  if (named)
    shape_names (figures);
  kith_figures_end_links (figures, map, links);
  kith_figures_end_spaces (figures, map, spaces);
  kith_figures_deal_patterns (figures);
  figures->is_dense = kith_figures_are_dense (figures);
  kith_figures_place_marks (figures);
  kith_figures_place_labels (figures);
  kith_figures_place_quotes (figures, map);
  kith_figures_place_flags (figures, map);
  return figures;
}

KithFigures *
kith_figures_new (KithMap *map, const KithView *view)
{
  return kith_figures_new_named (map, view, FALSE);
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
  kith_line_grid_free (figures->line_grid);
  kith_grid_free (figures->band_grid);
  kith_grid_free (figures->mark_grid);
  kith_grid_free (figures->label_grid);
  kith_grid_free (figures->reach_grid);
  kith_route_scratch_free (figures->scratch);
  g_array_unref (figures->pulled);
  g_hash_table_unref (figures->label_sizes);
  g_tree_unref (figures->late_link_labels);
  g_ptr_array_unref (figures->quotes);
  g_ptr_array_unref (figures->flags);
  g_hash_table_unref (figures->asides);
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
