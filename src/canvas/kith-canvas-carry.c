/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: what a drag carries. It is lifted off the tiles and drawn over them, so that a step
 * of a drag costs what is carried and not what it is carried over. The map knows nothing of it:
 * the edit is made when it is put down. */
#include "kith-canvas-private.h"

#define MANY 150     /* stakeholders beyond which they move as they are, their links follow later */
#define BUDGET 5000  /* microseconds a step for what makes way; none where painting it is slow */
#define AT_ONCE 8000 /* the same when they are put down */
#define REST 200 /* milliseconds without a movement, after which the others make way all the same */

static void
lift (GHashTable *lifted, KithId id)
{
  g_hash_table_add (lifted, g_memdup2 (&id, sizeof id));
}

static void
lift_links (KithCanvas *self, KithId id)
{
  const GPtrArray *referrers = kith_map_referrers (kith_viewer_get_map (self->viewer), id);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (KITH_KIND (referrers->pdata[i]) == KITH_LINK)
      lift (self->lifted, KITH_ID (referrers->pdata[i]));
}

static void
damage_lifted (KithCanvas *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->lifted);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    kith_figures_touch (self->figures, *(KithId *) id);
}

static void
take_up (KithCanvas *self, const GArray *ids)
{
  kith_tiles_hold (self->tiles);
  g_clear_pointer (&self->landing, g_hash_table_unref);
  self->carried = g_array_copy ((GArray *) ids);
  self->lifted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->carries_many = ids->len > MANY;
  for (guint i = 0; i < ids->len; i++)
    {
      lift (self->lifted, g_array_index (ids, KithId, i));
      if (!self->carries_many)
        lift_links (self, g_array_index (ids, KithId, i));
    }
  if (!self->carries_many)
    damage_lifted (self);
}

static gboolean
on_rest (gpointer data)
{
  KithCanvas *self = data;

  self->carry_rest = 0;
  self->carry_rests = TRUE;
  kith_canvas_queue_catch_up (self);
  return G_SOURCE_REMOVE;
}

static void
note_movement (KithCanvas *self)
{
  g_clear_handle_id (&self->carry_rest, g_source_remove);
  self->carry_rests = FALSE;
  if (!self->carries_many)
    self->carry_rest = g_timeout_add (REST, on_rest, self);
}

/* Shows stakeholders away from where the map has them: their centres there are `xy`, two each. */
void
kith_canvas_carry (KithCanvas *self, const GArray *ids, const GArray *xy, double dx, double dy)
{
  if (self->carried == NULL)
    take_up (self, ids);
  else if (self->carried_dx == dx && self->carried_dy == dy)
    return;
  note_movement (self);
  self->carried_dx = dx;
  self->carried_dy = dy;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->carries_many)
    return;

  g_autofree double *to = g_new (double, xy->len);

  for (guint i = 0; i + 1 < xy->len; i += 2)
    {
      to[i] = g_array_index (xy, double, i) + dx;
      to[i + 1] = g_array_index (xy, double, i + 1) + dy;
    }
  kith_tiles_hold (self->tiles);
  if (!kith_figures_carry (self->figures, kith_viewer_get_map (self->viewer),
                           (const KithId *) (gpointer) ids->data, ids->len, to,
                           kith_tiles_are_slow (self->tiles) ? 0 : BUDGET))
    kith_canvas_queue_catch_up (self);
}

/* While the hand rests, links that were too many to be routed in a step are. TRUE: all are. */
gboolean
kith_canvas_carry_on (KithCanvas *self)
{
  if (self->carries_many)
    return TRUE;
  kith_tiles_hold (self->tiles);
  return kith_figures_carry_on (self->figures, kith_viewer_get_map (self->viewer));
}

/* Everything is where the map has it. */
void
kith_canvas_put_down (KithCanvas *self)
{
  g_autoptr (GArray) carried = NULL;
  g_autoptr (GHashTable) lifted = NULL;

  if (self->carried == NULL)
    return;
  kith_tiles_hold (self->tiles);
  carried = g_steal_pointer (&self->carried);
  lifted = g_steal_pointer (&self->lifted);
  g_clear_handle_id (&self->carry_rest, g_source_remove);
  self->carry_rests = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  kith_canvas_queue_children (self); /* also where nothing came of it and no change will tell */
  if (self->carries_many)
    return;
  self->landing = g_steal_pointer (&lifted);
  kith_figures_update_within (self->figures, kith_viewer_get_map (self->viewer),
                              (const KithId *) (gpointer) carried->data, carried->len, AT_ONCE);
  kith_canvas_queue_catch_up (self);
}

typedef struct
{
  KithCanvas *canvas;
  const KithRect *visible;
} Again;

static void
show_again (cairo_t *cr, gpointer data)
{
  Again *again = data;

  kith_canvas_draw_tiles_again (again->canvas, cr, again->visible);
}

static void
draw_lifted (KithCanvas *self,
             cairo_t *cr,
             const KithRect *visible,
             const KithRect *seen,
             GHashTable *lifted)
{
  Again again = { self, visible };
  KithPaint paint;

  kith_canvas_paint_over (self, seen, &paint);
  paint.lifted = lifted;
  paint.again = show_again;
  paint.again_data = &again;
  kith_painter_lifted (cr, self->figures, &paint);
}

/* Let go, it stays in sight until the tiles have been painted with it. */
void
kith_canvas_draw_landing (KithCanvas *self, cairo_t *cr, const KithRect *visible)
{
  draw_lifted (self, cr, visible, visible, self->landing);
}

void
kith_canvas_draw_carried (KithCanvas *self, cairo_t *cr, const KithRect *visible)
{
  KithRect seen = *visible;

  cairo_save (cr);
  if (self->carries_many)
    {
      seen.x -= self->carried_dx;
      seen.y -= self->carried_dy;
      cairo_translate (cr, self->carried_dx, self->carried_dy);
    }
  draw_lifted (self, cr, visible, &seen, self->lifted);
  cairo_restore (cr);
}
