/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: what has been arranged, and where the camera looked before. Undone, one sees again what one
 * saw then; done again, all of it; unless the camera has been moved since. */
#include "kith-canvas-private.h"

#include "kith-hub.h"

#define MOST 20

typedef struct
{
  GArray *ids;       /* of KithId */
  GArray *from, *to; /* of double, two for each */
  KithCamera before, after;
} Arranged;

static void
arranged_free (gpointer data)
{
  Arranged *arranged = data;

  g_array_unref (arranged->ids);
  g_array_unref (arranged->from);
  g_array_unref (arranged->to);
  g_free (arranged);
}

void
kith_canvas_forget_arranged (KithCanvas *self)
{
  g_clear_pointer (&self->arranged, g_ptr_array_unref);
}

/**
 * kith_canvas_note_arranged:
 * @self: a canvas that shows all of what has just been arranged, or is about to
 * @ids: (element-type gint64): who has moved
 * @from: (element-type double): where they were, two for each
 * @to: (element-type double): where they are
 * @before: where the camera looked
 */
void
kith_canvas_note_arranged (KithCanvas *self,
                           GArray *ids,
                           GArray *from,
                           GArray *to,
                           const KithCamera *before)
{
  Arranged *arranged;

  if (from->len < to->len) /* somebody was not shown */
    return;
  if (self->arranged == NULL)
    self->arranged = g_ptr_array_new_with_free_func (arranged_free);
  if (self->arranged->len >= MOST)
    g_ptr_array_remove_index (self->arranged, 0);
  arranged = g_new0 (Arranged, 1);
  arranged->ids = g_array_ref (ids);
  arranged->from = g_array_ref (from);
  arranged->to = g_array_ref (to);
  arranged->before = *before;
  kith_canvas_get_camera (self, &arranged->after);
  g_ptr_array_add (self->arranged, arranged);
}

static gboolean
stand_at (KithMap *map, const GArray *ids, const GArray *xy)
{
  for (guint i = 0; i < ids->len; i++)
    {
      KithPlace place;

      if (!kith_map_place (map, g_array_index (ids, KithId, i), &place)
          || place.x != g_array_index (xy, double, 2 * i)
          || place.y != g_array_index (xy, double, 2 * i + 1))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_camera (const KithCamera *one, const KithCamera *other)
{
  return one->x == other->x && one->y == other->y && one->zoom == other->zoom;
}

/* What was shown from there is so from here: it has come to be a little larger or smaller. */
void
kith_canvas_arranged_fitted (KithCanvas *self, const KithCamera *was)
{
  KithCamera now;

  kith_canvas_get_camera (self, &now);
  for (guint i = 0; self->arranged != NULL && i < self->arranged->len; i++)
    {
      Arranged *arranged = self->arranged->pdata[i];

      if (is_camera (&arranged->after, was))
        arranged->after = now;
    }
}

/* The map has changed: has one of them been undone, or done again? Then what it showed is shown. */
gboolean
kith_canvas_arranged_follow (KithCanvas *self)
{
  KithMap *map = kith_viewer_get_map (self->viewer);
  KithCamera now;

  if (self->glide_boxes != NULL)
    return FALSE;
  kith_canvas_get_camera (self, &now);
  for (guint i = self->arranged != NULL ? self->arranged->len : 0; i > 0; i--)
    {
      const Arranged *arranged = self->arranged->pdata[i - 1];

      if (is_camera (&now, &arranged->after) && stand_at (map, arranged->ids, arranged->from))
        kith_canvas_set_camera (self, &arranged->before, TRUE);
      else if (is_camera (&now, &arranged->before) && stand_at (map, arranged->ids, arranged->to))
        kith_canvas_set_camera (self, &arranged->after, TRUE);
      else
        continue;
      return TRUE;
    }
  return FALSE;
}
