/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "kith-canvas-private.h"
#include "kith-painter.h"

#define THRESHOLD 4 /* pixels before a press becomes a band */

typedef struct
{
  KithTool parent;
  KithPointer press;
  KithRect rect; /* map units */
  gboolean drawn;
} BandTool;

static gboolean
adds (const KithPointer *pointer)
{
  return (pointer->state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
}

static GArray *
ids_in_band (BandTool *band)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (KithId));

  kith_figures_in_rect (band->parent.canvas->figures, &band->rect, ids);
  kith_canvas_drop_faint (band->parent.canvas, ids);
  kith_figures_notes_in_rect (band->parent.canvas->figures, &band->rect, ids);
  return ids;
}

static void
band_motion (KithTool *tool, const KithPointer *pointer)
{
  BandTool *band = (BandTool *) tool;
  g_autoptr (GArray) ids = NULL;

  if (!band->drawn && hypot (pointer->x - band->press.x, pointer->y - band->press.y) < THRESHOLD)
    return;
  band->drawn = TRUE;
  band->rect = (KithRect){ MIN (band->press.at.x, pointer->at.x),
                           MIN (band->press.at.y, pointer->at.y),
                           fabs (band->press.at.x - pointer->at.x),
                           fabs (band->press.at.y - pointer->at.y) };
  ids = ids_in_band (band);
  kith_canvas_set_banded (tool->canvas, ids);
  gtk_widget_queue_draw (GTK_WIDGET (tool->canvas));
}

static gboolean
band_release (KithTool *tool, const KithPointer *pointer)
{
  BandTool *band = (BandTool *) tool;
  KithViewer *viewer = tool->canvas->viewer;

  if (band->drawn)
    {
      g_autoptr (GArray) ids = ids_in_band (band);

      kith_canvas_set_banded (tool->canvas, NULL);
      kith_viewer_select (viewer, (const KithId *) (gpointer) ids->data, ids->len,
                          adds (&band->press));
    }
  else if (!adds (&band->press))
    kith_viewer_select_only (viewer, 0);
  return TRUE;
}

static void
band_cancel (KithTool *tool)
{
  kith_canvas_set_banded (tool->canvas, NULL);
}

static void
band_draw (KithTool *tool, cairo_t *cr, double scale)
{
  BandTool *band = (BandTool *) tool;

  if (band->drawn)
    kith_painter_band (cr, kith_viewer_get_view (tool->canvas->viewer)->palette, &band->rect,
                       scale);
}

static const KithToolClass band_class = {
  .size = sizeof (BandTool),
  .motion = band_motion,
  .release = band_release,
  .cancel = band_cancel,
  .draw = band_draw,
};

/**
 * kith_tool_band_new:
 * @canvas: a canvas
 * @press: where it was pressed
 *
 * Returns: (transfer full): a tool that selects what a rectangle touches; a click alone selects
 *   nothing
 */
KithTool *
kith_tool_band_new (KithCanvas *canvas, const KithPointer *press)
{
  BandTool *band = kith_tool_new (&band_class, canvas);

  band->press = *press;
  return &band->parent;
}
