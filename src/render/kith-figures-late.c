/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making figures of links and shared spaces anew after something has moved: those of which a change
 * speaks at once, those that only make way as time allows. */
#include "kith-figures-private.h"

#include <math.h>
#include <string.h>

#define LONG 1500   /* microseconds, for which an outline is made aside */
#define PIECE 320.0 /* of a link's bounds, map units: what is painted again is not all of them */

void
kith_figures_tell_damage (const KithFigures *figures, const KithRect *rect)
{
  if (figures->damage != NULL)
    figures->damage (rect, figures->damage_data);
}

static void
tell_link (const KithFigures *figures, gconstpointer id)
{
  const KithLinkFigure *link = g_hash_table_lookup (figures->links, id);
  double margin;
  guint n;

  if (link == NULL || figures->damage == NULL)
    return;
  if (link->label_box.width > 0.0)
    kith_figures_tell_damage (figures, &link->label_box);
  n = 1 + (guint) MIN (link->length / PIECE, 48.0);
  margin = n == 1 ? 0.0 : KITH_LINK_MARKS;
  if (n == 1)
    kith_figures_tell_damage (figures, &link->bounds);
  for (guint i = 0; i < n && n > 1; i++)
    {
      KithCurve part;
      KithRect rect;

      kith_curve_part (&link->curve, link->length * i / n, link->length * (i + 1) / n, &part);
      rect = kith_curve_bounds (&part);
      rect = kith_rect_grow (&rect, margin);
      kith_figures_tell_damage (figures, &rect);
    }
}

static void
tell_space (const KithFigures *figures, gconstpointer id)
{
  const KithSpaceFigure *space = g_hash_table_lookup (figures->spaces, id);

  if (space == NULL)
    return;
  kith_figures_tell_damage (figures, &space->bounds);
  kith_figures_tell_damage (figures, &space->label_box);
}

/**
 * kith_figures_touch:
 * @figures: figures
 * @id: a stakeholder, link or space; anything else is passed over
 */
void
kith_figures_touch (const KithFigures *figures, KithId id)
{
  const KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &id);

  if (box != NULL)
    kith_figures_tell_damage (figures, &box->box);
  tell_link (figures, &id);
  tell_space (figures, &id);
}

static void
mark (GHashTable *set, KithId id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

/* What a frame is called comes, goes or stands elsewhere, or its edges: names of spaces make way for them. */
void
kith_figures_doubt_names (KithFigures *figures, const KithRect *rect)
{
  GHashTableIter iter;
  gpointer space;

  g_hash_table_iter_init (&iter, figures->spaces);
  while (g_hash_table_iter_next (&iter, NULL, &space))
    if (kith_rect_touches (&((KithSpaceFigure *) space)->reach, rect))
      mark (figures->late_labels, ((KithSpaceFigure *) space)->record->record.id);
}

/* A space's name makes room for links: one that runs near it may move the name. */
static void
mark_label_near (KithFigures *figures, gconstpointer link_id)
{
  const KithLinkFigure *link = g_hash_table_lookup (figures->links, link_id);

  if (link != NULL)
    kith_figures_doubt_names (figures, &link->bounds);
}

void
kith_figures_leave_link (KithFigures *figures, const KithId *id)
{
  const KithLinkFigure *link = g_hash_table_lookup (figures->links, id);

  tell_link (figures, id);
  mark_label_near (figures, id);
  if (link != NULL)
    kith_figures_labels_of (figures, link);
}

/* Whether its ends are there: figures may be those of before while a drag of then ends on the map of now. */
static gboolean
has_ends (const KithFigures *figures, const KithLink *link)
{
  return g_hash_table_contains (figures->boxes, &link->a)
         && g_hash_table_contains (figures->boxes, &link->b);
}

/* Its label comes along at once; in its turn it is placed with regard to others. */
static void
remake_link (KithFigures *figures, KithMap *map, const KithId *id)
{
  const KithLink *link = kith_map_link (map, *id);

  kith_figures_leave_link (figures, id);
  if (link == NULL || !has_ends (figures, link))
    {
      kith_figures_remove_link (figures, *id);
      return;
    }
  kith_figures_put_link (figures, map, link);
  kith_figures_put_label (figures, g_hash_table_lookup (figures->links, id));
  kith_figures_leave_link (figures, id);
}

/* Names of later spaces make way for this one's, where it was and where it is; all do for a node. */
static void
mark_later_names (KithFigures *figures, KithId id, const KithRect *label_box)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, figures->spaces);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const KithSpaceFigure *space = value;

      if (space->record->record.id > id && kith_rect_touches (&space->reach, label_box))
        mark (figures->late_labels, space->record->record.id);
    }
}

static void
mark_names_after (KithFigures *figures, const KithId *id)
{
  const KithSpaceFigure *space = g_hash_table_lookup (figures->spaces, id);

  if (space != NULL)
    mark_later_names (figures, space->spokes != NULL ? G_MININT64 : *id, &space->label_box);
}

static void
remake_space (KithFigures *figures, KithMap *map, const KithId *id)
{
  const KithSpace *space = kith_map_space (map, *id);

  g_hash_table_remove (figures->late_labels, id);
  tell_space (figures, id);
  mark_names_after (figures, id);
  if (space == NULL)
    {
      g_hash_table_remove (figures->asides, id);
      g_hash_table_remove (figures->spaces, id);
    }
  else
    kith_figures_put_space (figures, map, space);
  figures->has_bounds = FALSE;
  tell_space (figures, id);
  mark_names_after (figures, id);
}

static void
take_aside (KithFigures *figures, KithMap *map, KithId id)
{
  tell_space (figures, &id);
  mark_names_after (figures, &id);
  kith_figures_end_aside (figures, map, id);
  tell_space (figures, &id);
  mark_names_after (figures, &id);
}

static void
replace_label (KithFigures *figures, KithMap *map, const KithId *id)
{
  KithSpaceFigure *space = g_hash_table_lookup (figures->spaces, id);
  KithRect old;

  if (space == NULL)
    return;
  old = space->label_box;
  kith_space_figure_place_label (figures, space);
  if (memcmp (&old, &space->label_box, sizeof old) == 0)
    return;
  kith_figures_tell_damage (figures, &old);
  kith_figures_tell_damage (figures, &space->label_box);
  mark_later_names (figures, *id, &old);
  mark_later_names (figures, *id, &space->label_box);
}

void
kith_figures_remake (KithFigures *figures, KithMap *map, GHashTable *links, GHashTable *spaces)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, links);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_hash_table_remove (figures->late_links, id);
      remake_link (figures, map, id);
    }
  g_hash_table_iter_init (&iter, spaces);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_hash_table_remove (figures->late_spaces, id);
      remake_space (figures, map, id);
    }
  if (g_hash_table_size (spaces) > 0)
    kith_figures_deal_patterns (figures);
}

typedef void (*Remake) (KithFigures *figures, KithMap *map, const KithId *id);

/* Microseconds that making this one anew will take, as far as is known. */
static gint64
cost_of (const KithFigures *figures, gconstpointer id)
{
  const KithSpaceFigure *space = g_hash_table_lookup (figures->spaces, id);

  return space != NULL ? space->cost : 0;
}

/* Of what is late, all that takes long. What is made aside already comes first, as it is, and is late still:
 * so an outline follows what goes on moving. */
static void
begin_asides (KithFigures *figures, KithMap *map)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, figures->late_spaces);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const KithSpace *space = kith_map_space (map, *(KithId *) id);

      if (space == NULL || cost_of (figures, id) < LONG
          || kith_figures_is_aside (figures, *(KithId *) id))
        continue;
      kith_figures_begin_aside (figures, map, space);
      g_hash_table_iter_remove (&iter);
    }
}

/* What would be made anew all the same is not waited for. */
static void
drop_late_asides (KithFigures *figures)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, figures->late_spaces);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_remove (figures->asides, id);
}

/* Takes what other threads have made; where `wait`, all of it. */
static void
take_asides (KithFigures *figures, KithMap *map, gboolean wait, gint64 until)
{
  KithId id;

  if (wait)
    drop_late_asides (figures);
  while (g_get_monotonic_time () < until && (id = kith_figures_done_aside (figures, wait)) != 0)
    take_aside (figures, map, id);
}

/* Takes from the set what is done until the clock says `until`; where `sure`, only what takes no
 * longer, else one at least. */
static void
work_off (KithFigures *figures,
          KithMap *map,
          GHashTable *set,
          Remake remake,
          gint64 until,
          gboolean sure)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      KithId one = *(KithId *) id;

      if (kith_figures_is_aside (figures, one)
          || (sure && cost_of (figures, id) > until - g_get_monotonic_time ()))
        continue;
      g_hash_table_iter_remove (&iter);
      remake (figures, map, &one);
      if (g_get_monotonic_time () >= until)
        return;
    }
}

static KithId
least_of (GHashTable *ids)
{
  GHashTableIter iter;
  gpointer id;
  KithId least = G_MAXINT64;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    least = MIN (least, *(KithId *) id);
  return least;
}

/* One at least. A name that moves has those after it placed anew. */
static void
place_names (KithFigures *figures, KithMap *map, gint64 until)
{
  while (g_hash_table_size (figures->late_labels) > 0)
    {
      KithId id = least_of (figures->late_labels);

      g_hash_table_remove (figures->late_labels, &id);
      replace_label (figures, map, &id);
      if (g_get_monotonic_time () >= until)
        return;
    }
}

static gint64
until (gint64 budget)
{
  gint64 now = g_get_monotonic_time ();

  return budget < G_MAXINT64 - now ? now + budget : G_MAXINT64;
}

static guint
n_late (const KithFigures *figures)
{
  return g_hash_table_size (figures->late_links) + g_hash_table_size (figures->late_spaces)
         + g_hash_table_size (figures->late_labels)
         + (guint) g_tree_nnodes (figures->late_link_labels) + g_hash_table_size (figures->asides)
         + (figures->has_late_marks ? 1 : 0);
}

void
kith_figures_set_ready (KithFigures *figures, void (*ready) (gpointer data), gpointer data)
{
  figures->ready = ready;
  figures->ready_data = data;
}

/**
 * kith_figures_awaits:
 * @figures: figures
 *
 * Returns: whether all that waits is being made on other threads, or comes after that
 */
gboolean
kith_figures_awaits (const KithFigures *figures)
{
  GHashTableIter iter;
  gpointer id;

  if (g_hash_table_size (figures->asides) == 0 || g_hash_table_size (figures->late_links) > 0
      || g_tree_nnodes (figures->late_link_labels) > 0
      || kith_figures_done_aside (figures, FALSE) != 0)
    return FALSE;
  g_hash_table_iter_init (&iter, figures->late_spaces);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!kith_figures_is_aside (figures, *(KithId *) id))
      return FALSE;
  return TRUE;
}

/* Where links have become many or few, all names of spaces and all marks are placed anew. */
static void
note_density (KithFigures *figures)
{
  GHashTableIter iter;
  gpointer space;

  if (figures->is_dense == kith_figures_are_dense (figures))
    return;
  figures->is_dense = !figures->is_dense;
  kith_figures_doubt_marks (figures);
  g_hash_table_iter_init (&iter, figures->spaces);
  while (g_hash_table_iter_next (&iter, NULL, &space))
    mark (figures->late_labels, ((KithSpaceFigure *) space)->record->record.id);
}

/* An outline may leave a name to be placed, a link too: in this order no set is filled again. */
void
kith_figures_try_late (KithFigures *figures, KithMap *map, gint64 budget)
{
  gint64 end = until (budget);

  if (budget > 0)
    work_off (figures, map, figures->late_links, remake_link, end, TRUE);
  if (g_get_monotonic_time () < end)
    work_off (figures, map, figures->late_spaces, remake_space, end, TRUE);
}

/**
 * kith_figures_catch_up:
 * @figures: figures
 * @map: the map as it is now
 * @budget: microseconds; one figure is made anew at least
 *
 * Makes anew what had to wait.
 *
 * Returns: whether nothing waits any longer: the figures are what kith_figures_new() would make
 */
gboolean
kith_figures_catch_up (KithFigures *figures, KithMap *map, gint64 budget)
{
  gint64 end = until (budget);
  gboolean wait = figures->ready == NULL || end == G_MAXINT64;

  if (!wait)
    begin_asides (figures, map);
  if (n_late (figures) > 0)
    work_off (figures, map, figures->late_links, remake_link, end, FALSE);
  if (g_hash_table_size (figures->late_links) == 0)
    note_density (figures);
  if (g_hash_table_size (figures->late_links) == 0)
    take_asides (figures, map, wait, end);
  if (g_hash_table_size (figures->late_links) == 0 && g_get_monotonic_time () < end)
    work_off (figures, map, figures->late_spaces, remake_space, end, FALSE);
  if (g_hash_table_size (figures->late_spaces) + g_hash_table_size (figures->asides) == 0
      && g_get_monotonic_time () < end)
    place_names (figures, map, end);
  if (g_hash_table_size (figures->late_links) == 0 && g_get_monotonic_time () < end)
    kith_figures_replace_labels (figures, end);
  if (g_hash_table_size (figures->late_links) == 0)
    kith_figures_replace_marks (figures);
  if (n_late (figures) == 0)
    {
      kith_figures_place_quotes (figures, map);
      kith_figures_place_flags (figures, map);
    }
  return n_late (figures) == 0;
}
