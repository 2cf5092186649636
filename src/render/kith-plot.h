/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plot: a drawing with points that can be pointed at, gone through and read out. Knows no widget
 * and not what it shows: kith-pulse-plot.h and kith-load-plot.h make them. */
#pragma once

#include "kith-palette.h"
#include "kith-rect.h"
#include "kith-text.h"

G_BEGIN_DECLS

#define KITH_NO_PLOT_POINT (-1)

typedef struct
{
  KithRect box;
  char *words; /* a whole sentence or two */
  KithId id;   /* of the record behind it, or 0 */
} KithPlotPoint;

typedef struct _KithPlot KithPlot;

struct _KithPlot
{
  double width;
  double height;
  const KithPalette *palette;
  GArray *points; /* of KithPlotPoint, in the order in which they are gone through */
  char *words;    /* all of it, for those who do not see it */

  void (*draw) (cairo_t *cr, const KithPlot *plot);
  gpointer data; /* of whoever made it */
  GDestroyNotify free_data;
};

KithPlot *kith_plot_new (double width, const KithPalette *palette);
void kith_plot_free (KithPlot *plot);
void kith_plot_add (KithPlot *plot, KithRect box, char *words, KithId id);
int kith_plot_find (const KithPlot *plot, double x, double y);
/* `marked` wears a ring. */
void kith_plot_draw (cairo_t *cr, const KithPlot *plot, int marked);

/* Words at a place: beginning, centred or ending there (`side` 0, 0.5, 1), `at.y` being their
 * middle; at most so wide, less than 0 for any. Returns how wide they are. */
double kith_plot_text (cairo_t *cr,
                       const KithColour *colour,
                       const char *words,
                       KithTextStyle style,
                       KithPoint at,
                       double side,
                       double most);
/* Slanting lines within a box, so far apart. */
void kith_plot_hatch (cairo_t *cr, const KithRect *box, double apart, gboolean crossed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPlot, kith_plot_free)

G_END_DECLS
