/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: stakeholders that come from a table, dragged or sent. */
#include "kith-canvas-private.h"
#include "kith-free-place.h"
#include "kith-verbs.h"

#define USUAL_WIDTH 160
#define USUAL_HEIGHT 44

GType
kith_row_ids_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type,
                       g_boxed_type_register_static ("KithRowIds", (GBoxedCopyFunc) g_array_ref,
                                                     (GBoxedFreeFunc) g_array_unref));
  return type;
}

/* The middle of all boxes. */
static gboolean
middle_of (KithMap *map, GArray *ids, double *x, double *y)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < ids->len; i++)
    {
      const KithStakeholder *one = kith_map_stakeholder (map, g_array_index (ids, KithId, i));

      if (one == NULL)
        continue;
      left = MIN (left, one->x);
      right = MAX (right, one->x);
      top = MIN (top, one->y);
      bottom = MAX (bottom, one->y);
    }
  *x = (left + right) / 2;
  *y = (top + bottom) / 2;
  return left <= right;
}

/**
 * kith_canvas_place:
 * @self: a canvas
 * @ids: (element-type gint64): stakeholders
 * @x: where their middle goes, map units
 * @y: likewise
 *
 * Moves them there as one edit; they keep their places to one another.
 */
void
kith_canvas_place (KithCanvas *self, GArray *ids, double x, double y)
{
  KithViewer *viewer = self->viewer;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));
  KithMap *map;
  double from_x, from_y;

  if (viewer == NULL)
    return;
  map = kith_viewer_get_whole_map (viewer);
  if (!middle_of (map, ids, &from_x, &from_y))
    return;
  for (guint i = 0; i < ids->len; i++)
    {
      const KithStakeholder *one = kith_map_stakeholder (map, g_array_index (ids, KithId, i));
      double xy[2] = { 0.0, 0.0 };

      if (one != NULL)
        {
          xy[0] = one->x + x - from_x;
          xy[1] = one->y + y - from_y;
        }
      g_array_append_vals (places, xy, 2);
    }
  kith_viewer_perform (viewer,
                       kith_verb_move (map, (const KithId *) (gpointer) ids->data, ids->len,
                                       (const double *) (gpointer) places->data, NULL),
                       NULL);
}

/**
 * kith_canvas_free_place:
 * @self: a canvas
 * @x: (out): where a new stakeholder can stand in sight, or near it; map units
 * @y: (out): likewise
 */
void
kith_canvas_free_place (KithCanvas *self, double *x, double *y)
{
  KithRect visible = kith_viewport_visible (&self->viewport);
  KithPoint at = { visible.x + visible.width / 2, visible.y + visible.height / 2 };

  if (self->figures != NULL)
    at = kith_free_place_near (self->figures, at, USUAL_WIDTH, USUAL_HEIGHT);
  *x = at.x;
  *y = at.y;
}

/**
 * kith_canvas_free_place_near:
 * @self: a canvas
 * @width: of what comes, map units
 * @height: likewise
 * @x: (inout): its centre: where it is wanted, then where it can stand
 * @y: (inout): likewise
 */
void
kith_canvas_free_place_near (KithCanvas *self, double width, double height, double *x, double *y)
{
  KithPoint at = { *x, *y };

  if (self->figures != NULL)
    at = kith_free_place_near (self->figures, at, width, height);
  *x = at.x;
  *y = at.y;
}

/**
 * kith_canvas_peek:
 * @self: a canvas
 * @id: a stakeholder, link or space
 *
 * Brings it into sight by the shortest way, as large as it is drawn.
 */
void
kith_canvas_peek (KithCanvas *self, KithId id)
{
  KithRect extent;

  if (self->figures != NULL && kith_figures_extent (self->figures, id, &extent))
    kith_canvas_reveal (self, &extent);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, KithCanvas *self)
{
  KithPoint at = kith_viewport_to_map (&self->viewport, x, y);

  if (self->viewer == NULL || !G_VALUE_HOLDS (value, KITH_TYPE_ROW_IDS))
    return FALSE;
  kith_canvas_place (self, g_value_get_boxed (value), at.x, at.y);
  return TRUE;
}

void
kith_canvas_rows_init (KithCanvas *self)
{
  GtkDropTarget *target = gtk_drop_target_new (KITH_TYPE_ROW_IDS, GDK_ACTION_MOVE);

  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
