/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "kith-canvas-private.h"
#include "kith-verbs.h"

#define THRESHOLD 4 /* pixels before a press becomes a movement */
#define THRESHOLD_TOUCH 10

typedef struct
{
  KithTool parent;
  KithPointer press;
  GArray *ids; /* of KithId: what moves */
  GArray *xy;  /* of double: where their centres were, two each */
  KithId picked;
  gboolean narrow; /* a click without a movement selects the picked one alone */
  gboolean moving;
  double dx; /* map units */
  double dy;
} MoveTool;

static KithEdit *
edit_for (MoveTool *move, KithMap *map)
{
  g_autofree double *xy = g_new (double, move->xy->len);

  for (guint i = 0; i < move->ids->len; i++)
    {
      xy[2 * i] = g_array_index (move->xy, double, 2 * i) + move->dx;
      xy[2 * i + 1] = g_array_index (move->xy, double, 2 * i + 1) + move->dy;
    }
  return kith_verb_move (map, (const KithId *) (gpointer) move->ids->data, move->ids->len, xy,
                         NULL);
}

static gboolean
is_a_movement (MoveTool *move, const KithPointer *pointer)
{
  double far = hypot (pointer->x - move->press.x, pointer->y - move->press.y);

  return far >= (move->press.touch ? THRESHOLD_TOUCH : THRESHOLD);
}

static void
move_motion (KithTool *tool, const KithPointer *pointer)
{
  MoveTool *move = (MoveTool *) tool;

  if (!move->moving && !is_a_movement (move, pointer))
    return;
  move->moving = TRUE;
  move->dx = pointer->at.x - move->press.at.x;
  move->dy = pointer->at.y - move->press.at.y;
  if ((pointer->state & GDK_SHIFT_MASK) != 0)
    {
      /* Straight across or straight down. */
      if (fabs (move->dx) > fabs (move->dy))
        move->dy = 0;
      else
        move->dx = 0;
    }
  kith_canvas_carry (tool->canvas, move->ids, move->xy, move->dx, move->dy);
}

static gboolean
move_release (KithTool *tool, const KithPointer *pointer)
{
  MoveTool *move = (MoveTool *) tool;
  KithViewer *viewer = tool->canvas->viewer;

  if (move->moving)
    {
      kith_canvas_put_down (tool->canvas);
      kith_viewer_perform (viewer, edit_for (move, kith_viewer_get_whole_map (viewer)), NULL);
    }
  else if (move->narrow)
    kith_viewer_select_only (viewer, move->picked);
  return TRUE;
}

static void
move_cancel (KithTool *tool)
{
  kith_canvas_put_down (tool->canvas);
}

static void
move_clear (KithTool *tool)
{
  MoveTool *move = (MoveTool *) tool;

  g_clear_pointer (&move->ids, g_array_unref);
  g_clear_pointer (&move->xy, g_array_unref);
}

static const KithToolClass move_class = {
  .size = sizeof (MoveTool),
  .motion = move_motion,
  .release = move_release,
  .cancel = move_cancel,
  .clear = move_clear,
};

/* Leaves out what has no place of its own and notes where the others are. */
static void
note_places (MoveTool *move, KithMap *map)
{
  for (guint i = 0; i < move->ids->len;)
    {
      KithId id = g_array_index (move->ids, KithId, i);
      KithPlace place;

      if (!kith_record_place (kith_map_placed (map, id), &place))
        {
          g_array_remove_index (move->ids, i);
          continue;
        }
      g_array_append_val (move->xy, place.x);
      g_array_append_val (move->xy, place.y);
      i++;
    }
}

/**
 * kith_tool_move_new:
 * @canvas: a canvas
 * @press: where it was pressed
 * @ids: (transfer full) (element-type KithId): what moves; links and spaces stay
 * @picked: what was pressed
 * @narrow: whether a click without a movement selects @picked alone
 *
 * Returns: (transfer full): a tool that moves stakeholders; Shift keeps them on a line
 */
KithTool *
kith_tool_move_new (KithCanvas *canvas,
                    const KithPointer *press,
                    GArray *ids,
                    KithId picked,
                    gboolean narrow)
{
  MoveTool *move = kith_tool_new (&move_class, canvas);

  move->press = *press;
  move->ids = ids;
  move->xy = g_array_new (FALSE, FALSE, sizeof (double));
  move->picked = picked;
  move->narrow = narrow;
  /* of the whole map: a frame takes along what this window does not show, too */
  note_places (move, kith_viewer_get_whole_map (canvas->viewer));
  return &move->parent;
}
