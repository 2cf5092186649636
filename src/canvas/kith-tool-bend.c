/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "kith-canvas-private.h"
#include "kith-painter.h"

#define THRESHOLD 3 /* pixels before a press becomes a movement */
#define THRESHOLD_TOUCH 10
#define SNAP 6 /* pixels from the straight line that are straight */

typedef struct
{
  KithTool parent;
  KithPointer press;
  KithId link;
  KithPoint off; /* from the pointer to the point that it holds, map units */
  gboolean moving;
  double bend;
  double along;
} BendTool;

static void
bend_motion (KithTool *tool, const KithPointer *pointer)
{
  BendTool *bend = (BendTool *) tool;
  KithCanvas *canvas = tool->canvas;
  KithPoint at = { pointer->at.x + bend->off.x, pointer->at.y + bend->off.y };

  if (!bend->moving
      && hypot (pointer->x - bend->press.x, pointer->y - bend->press.y)
             < (bend->press.touch ? THRESHOLD_TOUCH : THRESHOLD))
    return;
  if (!bend->moving)
    kith_canvas_live_begin (canvas);
  bend->moving = TRUE;
  if (kith_figures_link_bend (canvas->figures, bend->link, at, SNAP / canvas->viewport.zoom,
                              &bend->bend, &bend->along))
    kith_canvas_live_apply (canvas,
                            kith_verb_bend (canvas->live, bend->link, bend->bend, bend->along));
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static gboolean
bend_release (KithTool *tool, const KithPointer *pointer)
{
  BendTool *bend = (BendTool *) tool;
  KithViewer *viewer = tool->canvas->viewer;

  if (!bend->moving)
    return TRUE;
  kith_canvas_live_end (tool->canvas);
  kith_viewer_perform (viewer,
                       kith_verb_bend (kith_viewer_get_whole_map (viewer), bend->link, bend->bend,
                                       bend->along),
                       NULL);
  return TRUE;
}

static void
bend_cancel (KithTool *tool)
{
  kith_canvas_live_end (tool->canvas);
}

static void
bend_draw (KithTool *tool, cairo_t *cr, double scale)
{
  KithPoint at;

  if (kith_figures_link_bent_to (tool->canvas->figures, ((BendTool *) tool)->link, &at))
    kith_painter_grip (cr, kith_viewer_get_view (tool->canvas->viewer)->palette, at, TRUE, scale);
}

static const KithToolClass bend_class = {
  .size = sizeof (BendTool),
  .cursor = "move",
  .motion = bend_motion,
  .release = bend_release,
  .cancel = bend_cancel,
  .draw = bend_draw,
};

/**
 * kith_tool_bend_new:
 * @canvas: a canvas
 * @press: the press on the grip
 * @link: a link of the shown map
 *
 * Returns: (transfer full): a tool that leads the middle of a link elsewhere
 */
KithTool *
kith_tool_bend_new (KithCanvas *canvas, const KithPointer *press, KithId link)
{
  BendTool *bend = kith_tool_new (&bend_class, canvas);
  KithPoint at;

  bend->press = *press;
  bend->link = link;
  if (kith_figures_link_bent_to (canvas->figures, link, &at))
    bend->off = (KithPoint){ at.x - press->at.x, at.y - press->at.y };
  return &bend->parent;
}
