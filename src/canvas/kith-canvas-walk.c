/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: going about the map and moving things by keys. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-canvas-private.h"
#include "kith-hub.h"
#include "kith-verbs.h"

/* What does not pass the filter is not what keys and bands are after. */
void
kith_canvas_drop_faint (KithCanvas *self, GArray *ids)
{
  for (guint i = ids->len; i > 0; i--)
    if (!kith_figures_passes (self->figures, g_array_index (ids, KithId, i - 1)))
      g_array_remove_index (ids, i - 1);
}

static gboolean
centre_of (KithCanvas *self, KithId id, KithPoint *centre)
{
  KithRect extent;

  if (!kith_figures_extent (self->figures, id, &extent))
    return FALSE;
  *centre = (KithPoint){ extent.x + extent.width / 2, extent.y + extent.height / 2 };
  return TRUE;
}

static void
go_to (KithCanvas *self, KithId id, gboolean extend)
{
  KithRect extent;

  if (extend)
    kith_viewer_select (self->viewer, &id, 1, TRUE);
  else
    kith_viewer_select_only (self->viewer, id);
  if (kith_figures_extent (self->figures, id, &extent))
    kith_canvas_fly_to (self, &extent);
}

/* Of the selected stakeholders the one that is farthest that way. */
static KithId
foremost (KithCanvas *self, int dx, int dy)
{
  g_autoptr (GArray) ids = kith_viewer_dup_selection (self->viewer);
  KithMap *map = kith_viewer_get_map (self->viewer);
  double farthest = -INFINITY;
  KithId found = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      const KithStakeholder *stakeholder = kith_map_stakeholder (map,
                                                                 g_array_index (ids, KithId, i));

      if (stakeholder != NULL && stakeholder->x * dx + stakeholder->y * dy > farthest)
        {
          farthest = stakeholder->x * dx + stakeholder->y * dy;
          found = stakeholder->record.id;
        }
    }
  return found;
}

/* Of a link's ends the one that lies that way. */
static KithId
end_towards (KithCanvas *self, const KithLink *link, int dx, int dy)
{
  KithPoint a, b;

  if (!centre_of (self, link->a, &a) || !centre_of (self, link->b, &b))
    return 0;
  return a.x * dx + a.y * dy > b.x * dx + b.y * dy ? link->a : link->b;
}

/* To the next stakeholder that way; FALSE where none is selected to go from. */
gboolean
kith_canvas_walk (KithCanvas *self, int dx, int dy, gboolean extend)
{
  KithKind kind = KITH_ABOUT;
  KithId only = kith_viewer_get_only (self->viewer, &kind), next;
  const KithLink *link = only != 0 && kind == KITH_LINK
                             ? kith_map_link (kith_viewer_get_map (self->viewer), only)
                             : NULL;
  KithId from = link == NULL ? foremost (self, dx, dy) : 0;

  if (link != NULL)
    next = end_towards (self, link, dx, dy);
  else if (from != 0)
    next = kith_figures_neighbour (self->figures, from, dx, dy);
  else
    return FALSE;
  if (next != 0)
    go_to (self, next, extend && link == NULL);
  else
    kith_viewer_announce (self->viewer, _ ("Nobody is further that way"));
  return TRUE;
}

typedef struct
{
  KithCanvas *canvas;
  KithId middle; /* the stakeholder whose links they are */
} Round;

static int
compare_angles (gconstpointer a, gconstpointer b, gpointer data)
{
  const Round *round = data;
  const KithFigures *figures = round->canvas->figures;
  const KithLink *links[] = { *(const KithLink *const *) a, *(const KithLink *const *) b };
  double angles[2] = { 0, 0 };
  KithPoint centre, middle;

  for (guint i = 0; i < 2; i++)
    if (centre_of (round->canvas, round->middle, &centre)
        && kith_figures_link_middle (figures, links[i]->record.id, &middle))
      angles[i] = atan2 (middle.x - centre.x, centre.y - middle.y);
  if (angles[0] != angles[1])
    return angles[0] < angles[1] ? -1 : 1;
  return kith_record_compare (links[0], links[1]);
}

/* The links of a stakeholder in the order of the clock. */
GPtrArray *
kith_canvas_links_round (KithCanvas *self, KithId stakeholder)
{
  GPtrArray *links = kith_map_links_of (kith_viewer_get_map (self->viewer), stakeholder);
  Round round = { self, stakeholder };

  for (guint i = links->len; i > 0; i--)
    if (!kith_figures_passes (self->figures, KITH_ID (g_ptr_array_index (links, i - 1))))
      g_ptr_array_remove_index (links, i - 1);
  g_ptr_array_sort_with_data (links, compare_angles, &round);
  return links;
}

static int
place_of (const GPtrArray *links, KithId id)
{
  for (guint i = 0; i < links->len; i++)
    if (KITH_ID (g_ptr_array_index (links, i)) == id)
      return (int) i;
  return -1;
}

/* From a stakeholder to its first link, from a link to the next one of the same stakeholder. */
gboolean
kith_canvas_walk_links (KithCanvas *self, int by)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  KithKind kind = KITH_ABOUT;
  KithId only = kith_viewer_get_only (self->viewer, &kind);
  const KithLink *link = only != 0 && kind == KITH_LINK ? kith_map_link (map, only) : NULL;
  g_autoptr (GPtrArray) links = NULL;
  int at = by > 0 ? -1 : 0;

  if (link == NULL && kind != KITH_STAKEHOLDER)
    return FALSE;
  if (link == NULL)
    self->walk_from = only;
  else if (self->walk_from != link->a && self->walk_from != link->b)
    self->walk_from = link->a;
  links = kith_canvas_links_round (self, self->walk_from);
  if (links->len == 0)
    {
      kith_viewer_announce (self->viewer, _ ("No links"));
      return TRUE;
    }
  if (link != NULL)
    at = place_of (links, only);
  at = (at + by + (int) links->len) % (int) links->len;
  link = g_ptr_array_index (links, at);
  go_to (self, link->record.id, FALSE);
  kith_viewer_set_end (self->viewer, link->a == self->walk_from ? KITH_END_A : KITH_END_B);
  return TRUE;
}

/* From a link to the stakeholder at its other end: not the one whose half wears the ring. */
void
kith_canvas_cross (KithCanvas *self)
{
  KithId only = kith_viewer_get_only (self->viewer, NULL);
  const KithLink *link = only != 0 ? kith_map_link (kith_viewer_get_map (self->viewer), only)
                                   : NULL;

  if (link == NULL)
    kith_canvas_say (self, _ ("Select a link first."));
  else
    go_to (self, kith_viewer_get_end (self->viewer) == KITH_END_A ? link->b : link->a, FALSE);
}

static KithId
other_end (const KithLink *link, KithId from)
{
  return link->a == from ? link->b : link->a;
}

/* From a stakeholder along a link to a neighbour, each time along the next one by the clock; from a
 * link to its other end. */
void
kith_canvas_follow_link (KithCanvas *self, KithId id)
{
  const KithLink *link = kith_map_link (kith_viewer_get_map (self->viewer), id);
  g_autoptr (GPtrArray) links = NULL;

  if (link != NULL)
    {
      self->followed = id;
      kith_canvas_cross (self);
      return;
    }
  links = kith_canvas_links_round (self, id);
  if (links->len == 0)
    {
      kith_viewer_announce (self->viewer, _ ("No links"));
      return;
    }
  link = g_ptr_array_index (links, (place_of (links, self->followed) + 1) % (int) links->len);
  self->followed = KITH_ID (link);
  self->walk_from = id;
  go_to (self, other_end (link, id), FALSE);
}

/* Whose sibling a sibling of the stakeholder is: the neighbour that it was made from or reached
 * from, else the one with the most links; 0 where it has no link. */
KithId
kith_canvas_nearest_kin (KithCanvas *self, KithId id)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  g_autoptr (GPtrArray) links = kith_map_links_of (map, id);
  const KithId before[] = { self->typing_from, self->walk_from };
  KithId found = 0;
  guint most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    for (guint j = 0; j < links->len; j++)
      if (before[i] != 0 && before[i] != id && other_end (links->pdata[j], id) == before[i])
        return before[i];
  for (guint j = 0; j < links->len; j++)
    {
      KithId other = other_end (links->pdata[j], id);
      g_autoptr (GPtrArray) theirs = kith_map_links_of (map, other);

      if (theirs->len > most)
        {
          most = theirs->len;
          found = other;
        }
    }
  return found;
}

/* The stakeholder nearest to the middle of the window. */
KithId
kith_canvas_middlemost (KithCanvas *self)
{
  KithRect visible = kith_viewport_visible (&self->viewport);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  double nearest = INFINITY;
  KithId found = 0;

  kith_figures_in_rect (self->figures, &visible, ids);
  kith_canvas_drop_faint (self, ids);
  for (guint i = 0; i < ids->len; i++)
    {
      KithPoint at;
      double far;

      if (!centre_of (self, g_array_index (ids, KithId, i), &at))
        continue;
      far = hypot (at.x - self->viewport.x, at.y - self->viewport.y);
      if (far < nearest)
        {
          nearest = far;
          found = g_array_index (ids, KithId, i);
        }
    }
  return found;
}

/* Opens what is selected; from nothing selected, steps onto the map. */
gboolean
kith_canvas_enter (KithCanvas *self)
{
  KithId only = kith_viewer_get_only (self->viewer, NULL), middle;

  if (only != 0)
    {
      g_signal_emit_by_name (self, "activate", only);
      return TRUE;
    }
  if (kith_viewer_n_selected (self->viewer) > 0 || (middle = kith_canvas_middlemost (self)) == 0)
    return FALSE;
  go_to (self, middle, FALSE);
  return TRUE;
}

/* Moves what is selected, or the middle of the one selected link; quick repeats are one undo step. */
void
kith_canvas_nudge (KithCanvas *self, double dx, double dy)
{
  KithMap *map = kith_viewer_get_whole_map (self->viewer);
  g_autoptr (GArray) ids = kith_canvas_moving (self, FALSE);
  g_autofree double *xy = g_new0 (double, 2 * ids->len + 1);
  g_autofree char *join = NULL;
  KithEdit *edit;
  guint n = ids->len;

  for (guint i = 0; i < n; i++)
    {
      KithPlace place = { 0 };

      kith_map_place (map, g_array_index (ids, KithId, i), &place);
      xy[2 * i] = place.x + dx;
      xy[2 * i + 1] = place.y + dy;
    }
  if (n == 0)
    {
      kith_canvas_bend_by (self, dx, dy);
      return;
    }
  if (kith_canvas_give_way_begin (self, ids))
    {
      kith_canvas_give_way_to (self, dx, dy);
      edit = kith_canvas_give_way_edit (self);
      kith_canvas_give_way_end (self);
    }
  else
    edit = kith_verb_move (map, (const KithId *) (gpointer) ids->data, n, xy, NULL);
  join = g_strdup_printf ("nudge %u %" G_GINT64_FORMAT, n, g_array_index (ids, KithId, 0));
  kith_edit_set_join (edit, join);
  kith_viewer_perform (self->viewer, edit, NULL);
}
