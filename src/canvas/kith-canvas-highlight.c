/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas while something of the map is pointed out: a veil lies over the tiles, and what is meant
 * is drawn once more over it. No tile is painted anew, so that pointing from one to the next costs
 * what is pointed out, whatever the map. */
#include "kith-canvas-private.h"
#include "kith-palette.h"

#define VEIL 0.78
#define MOST_LIT 3000 /* things: beyond, links are left out, and then who comes last */

/* `ids` that are stakeholders, or links. */
static void
light (KithCanvas *self, const KithId *ids, guint n, KithKind kind)
{
  KithMap *map = kith_viewer_get_map (self->viewer);

  for (guint i = 0; i < n && g_hash_table_size (self->lit) < MOST_LIT; i++)
    {
      KithKind is;

      if (kith_map_kind_of (map, ids[i], &is) && is == kind)
        g_hash_table_add (self->lit, g_memdup2 (&ids[i], sizeof (KithId)));
    }
}

/**
 * kith_canvas_highlight:
 * @self: a canvas
 * @ids: (array length=n): stakeholders and links that stand out
 * @n: how many; 0: nothing is pointed out any more
 *
 * All else is faint as long. Neither the selection nor the camera changes.
 */
void
kith_canvas_highlight (KithCanvas *self, const KithId *ids, guint n)
{
  g_return_if_fail (KITH_IS_CANVAS (self));

  if (n == 0 && self->lit == NULL)
    return;
  g_clear_pointer (&self->lit, g_hash_table_unref);
  if (n > 0 && self->viewer != NULL)
    {
      self->lit = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      light (self, ids, n, KITH_STAKEHOLDER);
      light (self, ids, n, KITH_LINK);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whether all of these that are on the map are in sight. */
gboolean
kith_canvas_sees (KithCanvas *self, const KithId *ids, guint n)
{
  KithRect visible;

  g_return_val_if_fail (KITH_IS_CANVAS (self), FALSE);

  visible = kith_viewport_visible (&self->viewport);
  for (guint i = 0; self->figures != NULL && i < n; i++)
    {
      KithRect extent;

      if (kith_figures_extent (self->figures, ids[i], &extent)
          && (extent.x < visible.x || extent.y < visible.y
              || extent.x + extent.width > visible.x + visible.width
              || extent.y + extent.height > visible.y + visible.height))
        return FALSE;
    }
  return TRUE;
}

void
kith_canvas_draw_highlight (KithCanvas *self, cairo_t *cr, const KithRect *visible)
{
  const KithPalette *palette = kith_palette_get (kith_viewer_get_view (self->viewer)->palette);
  KithPaint paint;

  kith_colour_set_faint (cr, &palette->ground, VEIL);
  cairo_rectangle (cr, visible->x - 1, visible->y - 1, visible->width + 2, visible->height + 2);
  cairo_fill (cr);
  kith_canvas_paint_over (self, visible, &paint);
  paint.lifted = self->lit;
  kith_painter_lifted (cr, self->figures, &paint);
}

void
kith_canvas_highlight_clear (KithCanvas *self)
{
  g_clear_pointer (&self->lit, g_hash_table_unref);
}
