/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "kith-canvas-private.h"
#include "kith-hub.h"
#include "kith-tool-snap.h"
#include "kith-verbs.h"

#define THRESHOLD 4 /* pixels before a press becomes a movement */
#define THRESHOLD_TOUCH 10

typedef struct
{
  KithTool parent;
  KithPointer press;
  GArray *ids;  /* of KithId: what moves */
  GArray *xy;   /* of double: where their centres were, two each */
  KithRect box; /* round them all, before they moved */
  KithToolSnap snap;
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

/* To lines near by, but for Ctrl or Alt; with Shift straight across or straight down. */
static void
draw_on (MoveTool *move, const KithPointer *pointer)
{
  gboolean straight = (pointer->state & GDK_SHIFT_MASK) != 0;
  gboolean across = fabs (move->dx) > fabs (move->dy);

  kith_tool_snap_rest (&move->snap);
  if (!kith_canvas_is_giving_way (move->parent.canvas) /* nothing stands still to be snapped to */
      && (pointer->state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 && move->ids->len > 0)
    kith_tool_snap_move (&move->snap, move->parent.canvas, move->ids, &move->box, &move->dx,
                         &move->dy);
  if (straight && across)
    move->dy = 0;
  else if (straight)
    move->dx = 0;
}

static void
move_motion (KithTool *tool, const KithPointer *pointer)
{
  MoveTool *move = (MoveTool *) tool;

  if (!move->moving && !is_a_movement (move, pointer))
    return;
  if (!move->moving)
    kith_canvas_give_way_begin (tool->canvas, move->ids);
  move->moving = TRUE;
  move->dx = pointer->at.x - move->press.at.x;
  move->dy = pointer->at.y - move->press.at.y;
  draw_on (move, pointer);
  if (kith_canvas_is_giving_way (tool->canvas))
    kith_canvas_give_way_to (tool->canvas, move->dx, move->dy);
  else
    kith_canvas_carry (tool->canvas, move->ids, move->xy, move->dx, move->dy);
  gtk_widget_queue_draw (GTK_WIDGET (tool->canvas));
}

static void
put_down (KithTool *tool)
{
  kith_canvas_put_down (tool->canvas);
  kith_canvas_give_way_end (tool->canvas);
}

/* What gave way is on the live map, which ends first. What is carried is put down where it is held: taken
 * back before, what has made way for it would go to and fro. The change may have ended the tool by then. */
static void
drop (MoveTool *move)
{
  KithCanvas *canvas = move->parent.canvas;
  gboolean alone = move->ids->len == 1;
  KithId id = alone ? g_array_index (move->ids, KithId, 0) : 0;
  double x = alone ? g_array_index (move->xy, double, 0) : 0.0;
  double y = alone ? g_array_index (move->xy, double, 1) : 0.0;
  KithEdit *edit;

  if (kith_canvas_is_giving_way (canvas))
    {
      edit = kith_canvas_give_way_edit (canvas);
      put_down (&move->parent);
    }
  else
    edit = edit_for (move, kith_viewer_get_whole_map (canvas->viewer));
  if (kith_viewer_perform (canvas->viewer, edit, NULL) && alone)
    g_signal_emit_by_name (canvas, "stands-elsewhere", id, x, y);
  kith_canvas_put_down (canvas);
}

static gboolean
move_release (KithTool *tool, const KithPointer *pointer)
{
  MoveTool *move = (MoveTool *) tool;

  if (move->moving)
    drop (move);
  else if (move->narrow)
    kith_viewer_select_only (tool->canvas->viewer, move->picked);
  return TRUE;
}

static void
move_draw (KithTool *tool, cairo_t *cr, double scale)
{
  MoveTool *move = (MoveTool *) tool;

  if (move->moving)
    kith_tool_snap_draw (&move->snap, tool->canvas, cr, scale);
}

static void
move_cancel (KithTool *tool)
{
  put_down (tool);
}

static void
move_clear (KithTool *tool)
{
  MoveTool *move = (MoveTool *) tool;

  g_clear_pointer (&move->ids, g_array_unref);
  g_clear_pointer (&move->xy, g_array_unref);
  kith_tool_snap_clear (&move->snap);
}

static const KithToolClass move_class = {
  .size = sizeof (MoveTool),
  .motion = move_motion,
  .release = move_release,
  .cancel = move_cancel,
  .draw = move_draw,
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
      KithRect box;

      if (!kith_map_place (map, id, &place))
        {
          g_array_remove_index (move->ids, i);
          continue;
        }
      if (kith_figures_extent (move->parent.canvas->figures, id, &box))
        move->box = i == 0 ? box : kith_rect_union (&move->box, &box);
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
 * Returns: (transfer full): a tool that moves stakeholders; lines of others draw them on, unless Ctrl or
 *   Alt is held; Shift keeps them on a line
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
