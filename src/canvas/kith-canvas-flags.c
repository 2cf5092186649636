/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: flags of warning signs and of the repair plan: what they tell, and where a press leads. */
#include "kith-canvas-private.h"
#include "kith-stroke.h"

KithFlag
kith_canvas_flag_at (KithCanvas *self,
                     const KithPointer *pointer,
                     KithId *owner,
                     const char **words)
{
  if (kith_detail_at (self->viewport.zoom, FALSE) < KITH_DETAIL_NAMES)
    return 0;
  return kith_figures_flag_at (self->figures, pointer->at.x, pointer->at.y, owner, words);
}

typedef struct
{
  KithTool parent;
  KithId owner;
  KithFlag flag;
} FlagTool;

/* On release, so that who thinks better of it can move away. */
static gboolean
flag_release (KithTool *tool, const KithPointer *pointer)
{
  FlagTool *pressed = (FlagTool *) tool;
  KithCanvas *canvas = tool->canvas;
  KithFlag flag = pressed->flag;
  KithId owner = 0;

  if (kith_canvas_flag_at (canvas, pointer, &owner, NULL) != flag || owner != pressed->owner)
    return TRUE;
  kith_viewer_select_only (canvas->viewer, owner);
  gtk_widget_activate_action (GTK_WIDGET (canvas),
                              flag == KITH_FLAG_SIGNS ? "win.warning-signs" : "win.repair-plan",
                              NULL);
  return TRUE;
}

static const KithToolClass flag_class = {
  .size = sizeof (FlagTool),
  .release = flag_release,
};

/* Selects whose it is and opens where it is told: the list of signs, or the plan. */
gboolean
kith_canvas_press_flag (KithCanvas *self, const KithPointer *press)
{
  KithId owner = 0;
  KithFlag flag = kith_canvas_flag_at (self, press, &owner, NULL);
  FlagTool *tool;

  if (flag == 0 || (press->state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  tool = kith_tool_new (&flag_class, self);
  tool->owner = owner;
  tool->flag = flag;
  kith_canvas_start_tool (self, &tool->parent);
  return TRUE;
}
