/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-canvas-private.h"

typedef struct
{
  KithTool parent;
  double x; /* where the pointer was last, pixels */
  double y;
} PanTool;

static void
pan_motion (KithTool *tool, const KithPointer *pointer)
{
  PanTool *pan = (PanTool *) tool;

  kith_canvas_pan (tool->canvas, pointer->x - pan->x, pointer->y - pan->y);
  pan->x = pointer->x;
  pan->y = pointer->y;
}

static gboolean
pan_release (KithTool *tool, const KithPointer *pointer)
{
  return TRUE;
}

static const KithToolClass pan_class = {
  .size = sizeof (PanTool),
  .cursor = "grabbing",
  .motion = pan_motion,
  .release = pan_release,
};

gboolean
kith_tool_is_pan (const KithTool *tool)
{
  return tool != NULL && tool->class == &pan_class;
}

/**
 * kith_tool_pan_new:
 * @canvas: a canvas
 * @press: where it was pressed
 *
 * Returns: (transfer full): a tool with which the map follows the hand
 */
KithTool *
kith_tool_pan_new (KithCanvas *canvas, const KithPointer *press)
{
  PanTool *pan = kith_tool_new (&pan_class, canvas);

  pan->x = press->x;
  pan->y = press->y;
  return &pan->parent;
}
