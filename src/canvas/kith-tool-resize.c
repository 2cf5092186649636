/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "kith-canvas-private.h"
#include "kith-text.h"

#define LEAST_WIDTH 48.0 /* map units */
#define LEAST_HEIGHT 32.0

typedef struct
{
  KithTool parent;
  KithId id;
  KithPlace start;
  KithAnnotationForm form;
  KithPoint grip; /* from the pointer to the corner, map units */
  int across;     /* -1: the left edge moves, 1: the right one */
  int down;
  gboolean moved;
} ResizeTool;

/* The corner that is not held stays where it is; a picture keeps its shape, a text is as high as
 * its words need. */
static KithPlace
place_for (ResizeTool *resize, KithPoint corner)
{
  const KithPlace *start = &resize->start;
  KithPoint fixed = { start->x - resize->across * start->width / 2,
                      start->y - resize->down * start->height / 2 };
  double width = MAX ((corner.x - fixed.x) * resize->across, LEAST_WIDTH);
  double height = MAX ((corner.y - fixed.y) * resize->down, LEAST_HEIGHT);

  if (resize->form == KITH_ANNOTATION_BACKDROP)
    {
      double factor = MAX (width / start->width, height / start->height);

      width = start->width * factor;
      height = start->height * factor;
    }
  else if (resize->form == KITH_ANNOTATION_TEXT)
    {
      const KithAnnotation *text =
          kith_map_annotation (kith_viewer_get_map (resize->parent.canvas->viewer), resize->id);

      height = text != NULL ? kith_measure_note (text->text, width) : start->height;
      fixed.y = start->y - start->height / 2;
      return (KithPlace){ fixed.x + resize->across * width / 2, fixed.y + height / 2, width,
                          height };
    }
  return (KithPlace){ fixed.x + resize->across * width / 2, fixed.y + resize->down * height / 2,
                      width, height };
}

static KithPoint
corner_at (ResizeTool *resize, const KithPointer *pointer)
{
  return (KithPoint){ pointer->at.x + resize->grip.x, pointer->at.y + resize->grip.y };
}

static void
resize_motion (KithTool *tool, const KithPointer *pointer)
{
  ResizeTool *resize = (ResizeTool *) tool;
  KithPlace place = place_for (resize, corner_at (resize, pointer));

  if (!resize->moved)
    kith_canvas_live_begin (tool->canvas);
  resize->moved = TRUE;
  kith_canvas_live_apply (tool->canvas, kith_verb_resize (tool->canvas->live, resize->id, &place));
}

static gboolean
resize_release (KithTool *tool, const KithPointer *pointer)
{
  ResizeTool *resize = (ResizeTool *) tool;
  KithViewer *viewer = tool->canvas->viewer;
  KithPlace place = place_for (resize, corner_at (resize, pointer));
  KithEdit *edit;

  if (!resize->moved)
    return TRUE;
  kith_canvas_live_end (tool->canvas);
  edit = kith_verb_resize (kith_viewer_get_whole_map (viewer), resize->id, &place);
  if (edit != NULL)
    kith_edit_set_join (edit, NULL); /* each drag is a step of its own */
  kith_viewer_perform (viewer, edit, NULL);
  return TRUE;
}

static void
resize_cancel (KithTool *tool)
{
  kith_canvas_live_end (tool->canvas);
}

static const KithToolClass resize_class = {
  .size = sizeof (ResizeTool),
  .cursor = "nwse-resize",
  .motion = resize_motion,
  .release = resize_release,
  .cancel = resize_cancel,
};

/**
 * kith_tool_resize_new:
 * @canvas: a canvas
 * @press: where it was pressed
 * @id: an annotation
 * @across: -1 for a corner on the left, 1 on the right
 * @down: -1 for a corner at the top, 1 at the bottom
 *
 * Returns: (transfer full): a tool that moves that corner
 */
KithTool *
kith_tool_resize_new (KithCanvas *canvas, const KithPointer *press, KithId id, int across, int down)
{
  ResizeTool *resize = kith_tool_new (&resize_class, canvas);
  const KithAnnotation *annotation = kith_map_annotation (kith_viewer_get_map (canvas->viewer), id);

  resize->id = id;
  resize->across = across;
  resize->down = down;
  resize->form = (KithAnnotationForm) annotation->form;
  kith_record_place (annotation, &resize->start);
  resize->grip = (KithPoint){ resize->start.x + across * resize->start.width / 2 - press->at.x,
                              resize->start.y + down * resize->start.height / 2 - press->at.y };
  return &resize->parent;
}
