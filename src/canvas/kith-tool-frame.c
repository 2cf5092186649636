/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-canvas-private.h"
#include "kith-painter.h"

#define LEAST 24 /* pixels of an area that is meant as one */

typedef struct
{
  KithTool parent;
  KithPointer press;
  KithRect rect; /* map units */
  gboolean pressed;
} FrameTool;

static gboolean
is_held (FrameTool *frame)
{
  return gtk_gesture_is_active (frame->parent.canvas->drag);
}

static void
frame_motion (KithTool *tool, const KithPointer *pointer)
{
  FrameTool *frame = (FrameTool *) tool;

  if (!is_held (frame))
    return;
  if (!frame->pressed)
    frame->press = *pointer;
  frame->pressed = TRUE;
  frame->rect = (KithRect){ MIN (frame->press.at.x, pointer->at.x),
                            MIN (frame->press.at.y, pointer->at.y),
                            fabs (frame->press.at.x - pointer->at.x),
                            fabs (frame->press.at.y - pointer->at.y) };
  gtk_widget_queue_draw (GTK_WIDGET (tool->canvas));
}

/* A click without a drag makes a frame of the usual size from there. */
static gboolean
frame_release (KithTool *tool, const KithPointer *pointer)
{
  FrameTool *frame = (FrameTool *) tool;
  KithCanvas *canvas = tool->canvas;
  double least = LEAST / canvas->viewport.zoom;
  KithRect rect = frame->rect;

  kith_canvas_say (canvas, "");
  if (rect.width < least || rect.height < least)
    {
      canvas->menu_at = pointer->at;
      kith_canvas_add_frame_here (canvas);
    }
  else
    kith_canvas_type_words (canvas, KITH_ANNOTATION_FRAME,
                            &(KithPlace){ rect.x + rect.width / 2, rect.y + rect.height / 2,
                                          rect.width, rect.height });
  return TRUE;
}

static gboolean
frame_key (KithTool *tool, guint keyval, gboolean *used)
{
  KithCanvas *canvas = tool->canvas;

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return FALSE;
  *used = TRUE;
  kith_canvas_say (canvas, "");
  kith_canvas_add_frame (canvas);
  return TRUE;
}

static void
frame_draw (KithTool *tool, cairo_t *cr, double scale)
{
  FrameTool *frame = (FrameTool *) tool;

  if (frame->pressed)
    kith_painter_band (cr, kith_viewer_get_view (tool->canvas->viewer)->palette, &frame->rect,
                       scale);
}

static const KithToolClass frame_class = {
  .size = sizeof (FrameTool),
  .cursor = "crosshair",
  .free_hand = TRUE,
  .motion = frame_motion,
  .release = frame_release,
  .key = frame_key,
  .draw = frame_draw,
};

/**
 * kith_tool_frame_new:
 * @canvas: a canvas
 *
 * Returns: (transfer full): a tool that draws the area of a new frame
 */
KithTool *
kith_tool_frame_new (KithCanvas *canvas)
{
  return kith_tool_new (&frame_class, canvas);
}

/* The next drag draws the area of a frame. */
void
kith_canvas_draw_frame (KithCanvas *self)
{
  if (kith_viewer_refuses_past (self->viewer))
    return;
  kith_canvas_end_typing (self, TRUE);
  kith_canvas_start_tool (self, kith_tool_frame_new (self));
  kith_canvas_take_keyboard (self);
  kith_canvas_say (self, _ ("Drag over the area of the frame, or press Enter for one in free "
                            "ground."));
}
