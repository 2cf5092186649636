/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-page.h"

#include "kith-figures.h"
#include "kith-legend.h"
#include "kith-opinion.h"
#include "kith-painter.h"
#include "kith-palette.h"
#include "kith-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define AROUND 14.0      /* free ground round the map */
#define GAP 14.0         /* between title block, map and legend */
#define LARGEST 1.6      /* a small map is not blown up beyond this */
#define LEAST_WIDTH 520.0 /* of a page that is as large as its map */

struct _KithPage
{
  KithFigures *figures;
  KithLegend *legend; /* NULL where it is hidden */
  KithView view;
  KithRect bounds;    /* of the map, with free ground */
  KithRect place;     /* where the map may stand on the page */
  double scale;
  double width;
  double height;
  double margin;
  double legend_y;
  PangoLayout *title; /* NULL without a title block */
  PangoLayout *purpose;
  PangoLayout *facts; /* date, audience, heard from */
  guint n_figures;
};

static char *
facts_text (KithMap *map, const KithView *view)
{
  KithDate today = kith_date_today ();
  g_autofree char *date = kith_date_to_words (&today);
  g_autofree char *heard = NULL;
  const KithAbout *about = kith_map_about (map);
  GString *out = g_string_new (NULL);
  KithHeard count;

  /* Translators: who a page has been made for, and when: "For: Partners · 12 March 2026". */
  g_string_append_printf (out, _ ("For: %s · %s"),
                          kith_enum_label (&kith_audiences, (int) view->audience), date);
  if (about->owner[0] != '\0')
    g_string_append_printf (out, " · %s", about->owner);
  kith_map_heard (map, &count);
  if (count.rated > 0)
    {
      heard = kith_heard_to_words (&count);
      g_string_append_printf (out, "\n%s. %s", heard,
                              _ ("It starts a conversation; it measures nobody’s worth."));
    }
  return g_string_free (out, FALSE);
}

static void
make_title_block (KithPage *page, KithMap *map, const char *title, double width)
{
  const KithAbout *about = kith_map_about (map);
  g_autofree char *facts = facts_text (map, &page->view);
  const char *shown = title != NULL ? title : about->title;

  page->title = kith_text_layout (shown[0] != '\0' ? shown : _ ("Untitled map"), KITH_TEXT_TITLE,
                                  width, 2);
  if (about->purpose[0] != '\0')
    page->purpose = kith_text_layout (about->purpose, KITH_TEXT_BODY, width, 2);
  page->facts = kith_text_layout (facts, KITH_TEXT_SMALL, width, 3);
}

static double
layout_height (PangoLayout *layout)
{
  double height = 0.0;

  if (layout != NULL)
    kith_text_size (layout, NULL, &height);
  return height;
}

static double
title_block_height (const KithPage *page)
{
  if (page->title == NULL)
    return 0.0;
  return layout_height (page->title) + 4.0 + layout_height (page->purpose)
         + (page->purpose != NULL ? 4.0 : 0.0) + layout_height (page->facts) + GAP;
}

/* The page has a size: the map is made as large as what is left allows. */
static void
fit_map (KithPage *page)
{
  double legend_width = 0.0;
  double legend_height = 0.0;
  double top = page->margin + title_block_height (page);

  if (page->legend != NULL)
    kith_legend_size (page->legend, &legend_width, &legend_height);
  page->legend_y = page->height - page->margin - legend_height;
  page->place = (KithRect){ page->margin, top, page->width - 2 * page->margin,
                            page->legend_y - (page->legend != NULL ? GAP : 0.0) - top };
  page->place.height = MAX (page->place.height, 40.0);
  page->scale = MIN (MIN (page->place.width / MAX (page->bounds.width, 1.0),
                          page->place.height / MAX (page->bounds.height, 1.0)),
                     LARGEST);
}

/* The page takes the size of what is on it, at 100 %. */
static void
grow_page (KithPage *page)
{
  double legend_width = 0.0;
  double legend_height = 0.0;

  if (page->legend != NULL)
    kith_legend_size (page->legend, &legend_width, &legend_height);
  page->height = ceil (2 * page->margin + title_block_height (page) + page->bounds.height
                       + (page->legend != NULL ? GAP + legend_height : 0.0));
}

/**
 * kith_page_new:
 * @map: a map made for the view's audience
 * @view: how it is looked at
 * @format: the page
 *
 * Returns: (transfer full): the page, ready to be drawn
 */
KithPage *
kith_page_new (KithMap *map, const KithView *view, const KithPageFormat *format)
{
  KithPage *page = g_new0 (KithPage, 1);
  double inner;

  page->view = *view;
  page->margin = format->margin;
  page->figures = kith_figures_new (map, view);
  page->bounds = kith_figures_bounds (page->figures);
  page->bounds = kith_rect_grow (&page->bounds, AROUND);
  page->n_figures = kith_map_n (map, KITH_STAKEHOLDER) + kith_map_n (map, KITH_LINK);
  page->width = format->width > 0.0
                  ? format->width
                  : ceil (MAX (page->bounds.width, format->title_block || view->legend
                                                     != KITH_CORNER_HIDDEN ? LEAST_WIDTH : 0.0)
                          + 2 * page->margin);
  inner = page->width - 2 * page->margin;
  if (format->title_block)
    make_title_block (page, map, format->title, inner);
  if (view->legend != KITH_CORNER_HIDDEN && page->n_figures > 0)
    page->legend = kith_legend_new_strip (map, view, inner);
  if (format->height > 0.0)
    page->height = format->height;
  else
    grow_page (page);
  fit_map (page);
  if (format->width <= 0.0)
    page->scale = 1.0;
  return page;
}

void
kith_page_free (KithPage *page)
{
  kith_figures_free (page->figures);
  g_clear_pointer (&page->legend, kith_legend_free);
  g_clear_object (&page->title);
  g_clear_object (&page->purpose);
  g_clear_object (&page->facts);
  g_free (page);
}

void
kith_page_size (const KithPage *page, double *width, double *height)
{
  *width = page->width;
  *height = page->height;
}

double
kith_page_scale (const KithPage *page)
{
  return page->scale;
}

guint
kith_page_n_figures (const KithPage *page)
{
  return page->n_figures;
}

static double
draw_layout (cairo_t *cr, PangoLayout *layout, const KithColour *colour, double x, double y)
{
  if (layout == NULL)
    return y;
  kith_colour_set (cr, colour);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  return y + layout_height (layout) + 4.0;
}

static void
draw_title_block (const KithPage *page, cairo_t *cr)
{
  const KithPalette *palette = kith_palette_get (page->view.palette);
  double y = page->margin;

  y = draw_layout (cr, page->title, &palette->text, page->margin, y);
  y = draw_layout (cr, page->purpose, &palette->text, page->margin, y);
  draw_layout (cr, page->facts, &palette->dim, page->margin, y);
}

static void
draw_legend (const KithPage *page, cairo_t *cr)
{
  if (page->legend == NULL)
    return;
  cairo_save (cr);
  cairo_translate (cr, page->margin, page->legend_y);
  kith_legend_draw (page->legend, cr);
  cairo_restore (cr);
}

/**
 * kith_page_draw:
 * @page: a page
 * @cr: where its top left corner is at the origin of the user space
 * @transparent: leave the ground as it is
 * @tick: (nullable): called now and then; FALSE stops the drawing
 * @data: for @tick
 *
 * Returns: whether all was drawn
 */
gboolean
kith_page_draw (KithPage *page, cairo_t *cr, gboolean transparent, gboolean (*tick) (gpointer data),
                gpointer data)
{
  KithPaint paint = { .scale = page->scale, .clip = page->bounds, .full = TRUE, .tick = tick,
                      .tick_data = data };
  gboolean whole;

  if (!transparent)
    kith_painter_ground (cr, page->view.palette);
  draw_title_block (page, cr);
  draw_legend (page, cr);
  cairo_save (cr);
  cairo_translate (cr, page->place.x + (page->place.width - page->bounds.width * page->scale) / 2,
                   page->place.y + (page->place.height - page->bounds.height * page->scale) / 2);
  cairo_scale (cr, page->scale, page->scale);
  cairo_translate (cr, -page->bounds.x, -page->bounds.y);
  whole = kith_painter_draw (cr, page->figures, &paint);
  cairo_restore (cr);
  return whole;
}
