/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: texts, frames and backdrops: what moves with a frame, the corners by which they are
 * made larger, and locking. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-canvas-private.h"
#include "kith-painter.h"
#include "kith-verbs.h"

#define CORNER_REACH 12.0 /* pixels: targets of 24 */
#define CORNER_REACH_TOUCH 24.0

/* The one selected annotation, or NULL. */
const KithAnnotation *
kith_canvas_only_note (KithCanvas *self)
{
  KithKind kind = KITH_ABOUT;
  KithId only = self->viewer != NULL ? kith_viewer_get_only (self->viewer, &kind) : 0;

  return only != 0 && kind == KITH_ANNOTATION
             ? kith_map_annotation (kith_viewer_get_map (self->viewer), only)
             : NULL;
}

/* What moves when the selection does (transfer full): nothing that is locked, and with a frame what
 * lies in it, unless frames move alone. Of the whole map: what a frame carries goes with it, shown
 * or not. */
GArray *
kith_canvas_moving (KithCanvas *self, gboolean alone)
{
  KithMap *map = kith_viewer_get_whole_map (self->viewer);
  g_autoptr (GArray) selected = kith_viewer_dup_selection (self->viewer);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));

  for (guint i = 0; i < selected->len; i++)
    {
      KithId id = g_array_index (selected, KithId, i);

      if (kith_map_placed (map, id) != NULL && !kith_map_is_locked (map, id))
        g_array_append_val (ids, id);
    }
  if (alone || self->frames_alone)
    return g_steal_pointer (&ids);
  return kith_map_with_carried (map, (const KithId *) (gpointer) ids->data, ids->len);
}

static gboolean
corners_of (KithCanvas *self, KithId *id, KithRect *box)
{
  const KithAnnotation *note = kith_canvas_only_note (self);

  if (note == NULL || note->locked || self->entry != NULL
      || !kith_figures_extent (self->figures, note->record.id, box))
    return FALSE;
  *id = note->record.id;
  return TRUE;
}

/* Whether a press there moves a corner of the one selected annotation, and which. */
gboolean
kith_canvas_corner_at (KithCanvas *self,
                       const KithPointer *pointer,
                       KithId *id,
                       int *across,
                       int *down)
{
  double reach = pointer->touch ? CORNER_REACH_TOUCH : CORNER_REACH;
  KithRect box;

  if (!corners_of (self, id, &box))
    return FALSE;
  for (*across = -1; *across <= 1; *across += 2)
    for (*down = -1; *down <= 1; *down += 2)
      if (fabs (box.x + (*across + 1) * box.width / 2 - pointer->at.x) * self->viewport.zoom
              <= reach
          && fabs (box.y + (*down + 1) * box.height / 2 - pointer->at.y) * self->viewport.zoom
                 <= reach)
        return TRUE;
  return FALSE;
}

gboolean
kith_canvas_has_corners (KithCanvas *self)
{
  KithId id;
  KithRect box;

  return self->tool == NULL && corners_of (self, &id, &box);
}

/* In map units. */
void
kith_canvas_draw_corners (KithCanvas *self, cairo_t *cr)
{
  KithId id;
  KithRect box;

  if (!corners_of (self, &id, &box))
    return;
  for (int i = 0; i < 4; i++)
    kith_painter_corner (cr, kith_viewer_get_view (self->viewer)->palette,
                         (KithPoint){ box.x + (i % 2) * box.width, box.y + (i / 2) * box.height },
                         self->viewport.zoom);
}

/* Whether frames move without what lies in them: until it is asked for again. */
void
kith_canvas_toggle_alone (KithCanvas *self)
{
  self->frames_alone = !self->frames_alone;
  kith_canvas_say (self, self->frames_alone ? _ ("Frames now move alone. What lies in them stays.")
                                            : _ ("Frames now take along what lies in them."));
}

/* A locked one stays where it is and is not in the way of what lies on it. */
void
kith_canvas_toggle_locked (KithCanvas *self)
{
  const KithAnnotation *note = kith_canvas_only_note (self);
  KithMap *map = kith_viewer_get_whole_map (self->viewer);
  const KithAnnotation *before = note != NULL ? kith_map_annotation (map, note->record.id) : NULL;
  KithAnnotation *after;

  if (before == NULL)
    {
      kith_canvas_say (self, _ ("Select a text, a frame or a background picture first."));
      return;
    }
  after = kith_record_copy (before);
  after->locked = !before->locked;
  if (kith_viewer_perform (self->viewer,
                           kith_verb_put (map, after, after->locked ? _ ("Lock") : _ ("Unlock")),
                           NULL)
      && !before->locked)
    kith_canvas_say (self, _ ("Locked: the pointer passes through it. The sidebar lists it."));
}

/* What the pointer passes through, right where the menu was asked for. */
void
kith_canvas_select_locked (KithCanvas *self)
{
  KithId id = kith_figures_locked_at (self->figures, self->menu_at.x, self->menu_at.y);

  if (id != 0)
    kith_viewer_select_only (self->viewer, id);
  else
    kith_canvas_say (self, _ ("Nothing that is locked lies there."));
}
