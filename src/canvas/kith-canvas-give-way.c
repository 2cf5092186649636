/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: what gives way to a drag. The others are shown on the live map and are on their way to
 * where the hand would have them; the edit, made when all is put down, has where they were going. */
#include "kith-give-way.h"

#include <math.h>

#include "kith-canvas-private.h"
#include "kith-verbs.h"

#define HALF_WAY 0.045 /* seconds in which half of the way that is left is done */
#define THERE 0.75     /* map units */

typedef struct
{
  double x, y;   /* where it is shown */
  double to[2];  /* where it is going */
  double was[2]; /* on the map */
  gboolean carried;
} Mover;

struct _KithWay
{
  KithGiveWay *give_way;
  GHashTable *movers; /* id → Mover; what has been asked to move */
  GHashTable *carried;
  GArray *ids; /* the last answer */
  GArray *xy;
  gint64 last; /* frame time */
  guint tick;
};

static void
way_free (KithWay *way)
{
  kith_give_way_free (way->give_way);
  g_hash_table_unref (way->movers);
  g_hash_table_unref (way->carried);
  g_array_unref (way->ids);
  g_array_unref (way->xy);
  g_free (way);
}

/**
 * kith_canvas_set_live_arrange:
 * @self: a canvas
 * @live: whether the others give way while stakeholders are dragged
 */
void
kith_canvas_set_live_arrange (KithCanvas *self, gboolean live)
{
  g_return_if_fail (KITH_IS_CANVAS (self));

  self->live_arrange = live;
}

/* FALSE where nothing gives way: it is not wanted, or the map is too large, or other things than
 * stakeholders are dragged. */
gboolean
kith_canvas_give_way_begin (KithCanvas *self, const GArray *ids)
{
  KithGiveWay *give_way;

  if (!self->live_arrange || self->way != NULL)
    return self->way != NULL;
  give_way = kith_give_way_new (kith_viewer_get_map (self->viewer),
                                (const KithId *) (gpointer) ids->data, ids->len);
  if (give_way == NULL)
    return FALSE;
  self->way = g_new0 (KithWay, 1);
  self->way->give_way = give_way;
  self->way->movers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->way->carried = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->way->ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  self->way->xy = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (self->way->carried,
                      g_memdup2 (&g_array_index (ids, KithId, i), sizeof (KithId)));
  kith_canvas_live_begin (self);
  return TRUE;
}

static Mover *
mover_of (KithCanvas *self, KithId id)
{
  Mover *mover = g_hash_table_lookup (self->way->movers, &id);
  const KithStakeholder *one;

  if (mover != NULL)
    return mover;
  one = kith_map_stakeholder (self->live, id);
  if (one == NULL)
    return NULL;
  mover = g_new0 (Mover, 1);
  mover->x = mover->was[0] = one->x;
  mover->y = mover->was[1] = one->y;
  mover->carried = g_hash_table_contains (self->way->carried, &id);
  g_hash_table_insert (self->way->movers, g_memdup2 (&id, sizeof id), mover);
  return mover;
}

/* A step of the way: `part` of what is left. TRUE where somebody is not there yet. */
static gboolean
step (KithCanvas *self, double part)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GArray) xy = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean more = FALSE;
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->way->movers);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      Mover *mover = value;
      double left = hypot (mover->to[0] - mover->x, mover->to[1] - mover->y);
      double now = mover->carried || left < THERE ? 1.0 : part;

      if (left == 0.0)
        continue;
      more |= now < 1.0;
      mover->x = now < 1.0 ? mover->x + (mover->to[0] - mover->x) * now : mover->to[0];
      mover->y = now < 1.0 ? mover->y + (mover->to[1] - mover->y) * now : mover->to[1];
      g_array_append_val (ids, *(KithId *) id);
      g_array_append_val (xy, mover->x);
      g_array_append_val (xy, mover->y);
    }
  if (ids->len > 0)
    kith_canvas_live_apply (self,
                            kith_verb_move (self->live, (const KithId *) (gpointer) ids->data,
                                            ids->len, (const double *) (gpointer) xy->data, ""));
  return more;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KithCanvas *self = KITH_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double passed = (double) (now - self->way->last) / G_USEC_PER_SEC;

  self->way->last = now;
  if (step (self, 1.0 - exp2 (-passed / HALF_WAY)))
    return G_SOURCE_CONTINUE;
  self->way->tick = 0;
  return G_SOURCE_REMOVE;
}

/* What is dragged has gone so far from where it was, map units. */
void
kith_canvas_give_way_to (KithCanvas *self, double dx, double dy)
{
  KithWay *way = self->way;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (way != NULL);

  kith_give_way_to (way->give_way, dx, dy, way->ids, way->xy);
  g_hash_table_iter_init (&iter, way->movers);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Mover *mover = value;

      mover->to[0] = mover->was[0];
      mover->to[1] = mover->was[1];
    }
  for (guint i = 0; i < way->ids->len; i++)
    {
      Mover *mover = mover_of (self, g_array_index (way->ids, KithId, i));

      if (mover == NULL)
        continue;
      mover->to[0] = g_array_index (way->xy, double, 2 * i);
      mover->to[1] = g_array_index (way->xy, double, 2 * i + 1);
    }
  if (clock == NULL || !kith_widget_moves_gently (GTK_WIDGET (self)))
    step (self, 1.0);
  else if (way->tick == 0)
    {
      way->last = gdk_frame_clock_get_frame_time (clock);
      way->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
    }
}

gboolean
kith_canvas_is_giving_way (KithCanvas *self)
{
  return self->way != NULL;
}

/* The moves of all, for the whole map (transfer full): the dragged ones and what gave way. */
KithEdit *
kith_canvas_give_way_edit (KithCanvas *self)
{
  KithWay *way = self->way;

  return kith_verb_move (kith_viewer_get_whole_map (self->viewer),
                         (const KithId *) (gpointer) way->ids->data, way->ids->len,
                         (const double *) (gpointer) way->xy->data, NULL);
}

/* All is shown where the map has it. */
void
kith_canvas_give_way_end (KithCanvas *self)
{
  KithWay *way = g_steal_pointer (&self->way);

  if (way == NULL)
    return;
  if (way->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), way->tick);
  way_free (way);
  kith_canvas_live_end (self);
  kith_canvas_queue_children (self);
}
