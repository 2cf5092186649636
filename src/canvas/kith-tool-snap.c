/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-tool-snap.h"

#include "kith-canvas-private.h"

#define REACH 6   /* pixels from a line that draws a box on */
#define MOST 300  /* boxes in sight beyond which a line would be one of too many */
#define BAR 4.0   /* half the bar at either end of a gap, pixels */
#define BEYOND 10 /* pixels by which a line sticks out of the boxes on it */

/* Looked for once, and again where the map has moved under the drag. */
static void
look (KithToolSnap *self, KithCanvas *canvas, const GArray *ids)
{
  KithRect visible = kith_viewport_visible (&canvas->viewport);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GHashTable) moving = NULL;

  if (self->others != NULL && kith_rect_touches (&self->seen, &visible) && self->seen.x == visible.x
      && self->seen.y == visible.y && self->seen.width == visible.width)
    return;
  g_clear_pointer (&self->others, g_array_unref);
  self->others = g_array_new (FALSE, FALSE, sizeof (KithRect));
  self->seen = visible;
  found = g_array_new (FALSE, FALSE, sizeof (KithId));
  kith_figures_in_rect (canvas->figures, &visible, found);
  if (found->len > MOST + ids->len)
    return;
  moving = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (moving, &g_array_index (ids, KithId, i));
  for (guint i = 0; i < found->len; i++)
    {
      KithRect box;

      if (!g_hash_table_contains (moving, &g_array_index (found, KithId, i))
          && kith_figures_extent (canvas->figures, g_array_index (found, KithId, i), &box))
        g_array_append_val (self->others, box);
    }
}

void
kith_tool_snap_move (KithToolSnap *self,
                     KithCanvas *canvas,
                     const GArray *ids,
                     const KithRect *box,
                     double *dx,
                     double *dy)
{
  KithRect moving = { box->x + *dx, box->y + *dy, box->width, box->height };

  look (self, canvas, ids);
  kith_snap_clear (&self->snap);
  kith_snap_find (&self->snap, &moving, (const KithRect *) (gpointer) self->others->data,
                  self->others->len, REACH / canvas->viewport.zoom);
  *dx += self->snap.dx;
  *dy += self->snap.dy;
}

void
kith_tool_snap_rest (KithToolSnap *self)
{
  kith_snap_clear (&self->snap);
}

static void
draw_bar (cairo_t *cr, KithPoint at, gboolean upright, double half)
{
  cairo_move_to (cr, at.x - (upright ? 0 : half), at.y - (upright ? half : 0));
  cairo_line_to (cr, at.x + (upright ? 0 : half), at.y + (upright ? half : 0));
}

static void
draw_line (cairo_t *cr, const KithSnapLine *line, double scale)
{
  gboolean across = line->from.y == line->to.y && (line->is_gap || line->from.x != line->to.x);
  double beyond = line->is_gap ? 0 : BEYOND / scale;

  cairo_move_to (cr, line->from.x - (across ? beyond : 0), line->from.y - (across ? 0 : beyond));
  cairo_line_to (cr, line->to.x + (across ? beyond : 0), line->to.y + (across ? 0 : beyond));
  if (line->is_gap)
    {
      draw_bar (cr, line->from, across, BAR / scale);
      draw_bar (cr, line->to, across, BAR / scale);
    }
}

/* In the accent of the desktop, which the map does not use. */
static void
set_colour (cairo_t *cr, KithCanvas *canvas)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (canvas));
  GdkRGBA accent = { 0.1f, 0.45f, 0.85f, 1.0f };

  gtk_style_context_lookup_color (style, "accent_color", &accent);
  gdk_cairo_set_source_rgba (cr, &accent);
}

void
kith_tool_snap_draw (const KithToolSnap *self, KithCanvas *canvas, cairo_t *cr, double scale)
{
  if (self->snap.lines == NULL || self->snap.lines->len == 0)
    return;
  set_colour (cr, canvas);
  cairo_set_line_width (cr, 1.25 / scale);
  for (guint i = 0; i < self->snap.lines->len; i++)
    draw_line (cr, &g_array_index (self->snap.lines, KithSnapLine, i), scale);
  cairo_stroke (cr);
}

void
kith_tool_snap_clear (KithToolSnap *self)
{
  kith_snap_clear (&self->snap);
  g_clear_pointer (&self->others, g_array_unref);
}
