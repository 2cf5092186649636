/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-plot.h"

#include <math.h>

#include "kith-scribe.h"

static void
point_clear (gpointer data)
{
  g_free (((KithPlotPoint *) data)->words);
}

/**
 * kith_plot_new:
 * @width: map units
 * @palette: its colours
 *
 * Returns: (transfer full): a plot without anything
 */
KithPlot *
kith_plot_new (double width, const KithPalette *palette)
{
  KithPlot *plot = g_new0 (KithPlot, 1);

  plot->width = width;
  plot->palette = palette;
  plot->points = g_array_new (FALSE, FALSE, sizeof (KithPlotPoint));
  g_array_set_clear_func (plot->points, point_clear);
  return plot;
}

/**
 * kith_plot_free:
 * @plot: (transfer full): a plot
 */
void
kith_plot_free (KithPlot *plot)
{
  if (plot->free_data != NULL)
    plot->free_data (plot->data);
  g_array_unref (plot->points);
  g_free (plot->words);
  g_free (plot);
}

/**
 * kith_plot_add:
 * @plot: a plot that is being made
 * @box: where the point is
 * @words: (transfer full): what it says
 * @id: of the record behind it, or 0
 */
void
kith_plot_add (KithPlot *plot, KithRect box, char *words, KithId id)
{
  KithPlotPoint point = { box, words, id };

  g_array_append_val (plot->points, point);
}

/**
 * kith_plot_find:
 * @plot: a plot
 * @x: map units
 * @y: map units
 *
 * Returns: the point there, the last one that was added of several; or KITH_NO_PLOT_POINT
 */
int
kith_plot_find (const KithPlot *plot, double x, double y)
{
  for (guint i = plot->points->len; i > 0; i--)
    {
      KithRect box = kith_rect_grow (&g_array_index (plot->points, KithPlotPoint, i - 1).box, 3);

      if (kith_rect_contains (&box, x, y))
        return (int) i - 1;
    }
  return KITH_NO_PLOT_POINT;
}

/**
 * kith_plot_draw:
 * @cr: in map units, its origin at the plot's top left corner
 * @plot: a plot
 * @marked: the point that wears a ring, or KITH_NO_PLOT_POINT
 */
void
kith_plot_draw (cairo_t *cr, const KithPlot *plot, int marked)
{
  cairo_save (cr);
  plot->draw (cr, plot);
  if (marked >= 0 && (guint) marked < plot->points->len)
    {
      KithRect box = kith_rect_grow (&g_array_index (plot->points, KithPlotPoint, marked).box, 3);

      kith_colour_set (cr, &plot->palette->text);
      cairo_set_line_width (cr, 2.0);
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      kith_scribe_stroke (cr);
    }
  cairo_restore (cr);
}

double
kith_plot_text (cairo_t *cr,
                const KithColour *colour,
                const char *words,
                KithTextStyle style,
                KithPoint at,
                double side,
                double most)
{
  g_autoptr (PangoLayout) layout = kith_text_layout (words, style, most, most < 0 ? 0 : 1);
  double width, height;

  kith_text_size (layout, &width, &height);
  kith_colour_set (cr, colour);
  cairo_move_to (cr, at.x - side * width, at.y - height / 2);
  kith_scribe_text (cr, layout);
  return width;
}

/* A line that slants up (`rise` -1) or down (1) from (x, y), as far as it is between two x. */
static void
slant (cairo_t *cr, double x, double y, double rise, const KithRect *box)
{
  double from = MAX (box->x - x, 0), to = MIN (box->x + box->width - x, box->height);

  if (from >= to)
    return;
  cairo_move_to (cr, x + from, y + rise * from);
  cairo_line_to (cr, x + to, y + rise * to);
}

void
kith_plot_hatch (cairo_t *cr, const KithRect *box, double apart, gboolean crossed)
{
  cairo_set_line_width (cr, 1.2);
  /* in step with the origin, so that neighbouring boxes look like one */
  for (double x = floor ((box->x - box->height) / apart) * apart; x < box->x + box->width;
       x += apart)
    {
      slant (cr, x, box->y + box->height, -1, box);
      if (crossed)
        slant (cr, x, box->y, 1, box);
    }
  kith_scribe_stroke (cr);
}
