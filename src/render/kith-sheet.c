/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-sheet.h"

#include "kith-figures.h"
#include "kith-legend.h"
#include "kith-opinion.h"
#include "kith-painter.h"
#include "kith-palette.h"
#include "kith-picture-words.h"
#include "kith-scribe.h"
#include "kith-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BEYOND 40.0       /* map units by which marks and words reach beyond what they belong to */
#define AROUND 14.0       /* free ground round the map */
#define GAP 14.0          /* between title block, map and legend */
#define LARGEST 1.6       /* a small map is not blown up beyond this */
#define LEAST_WIDTH 520.0 /* of a page that is as large as its map */
#define DATE_PART 0.45    /* of the width of a frame; what happened has the rest */

struct _KithSheet
{
  KithFigures *figures;
  KithLegend *legend; /* NULL where it is hidden */
  KithView view;
  KithRect bounds; /* of the map, with free ground */
  KithRect place;  /* where the map may stand on the page */
  double scale;
  double width;
  double height;
  double margin;
  double furniture; /* scale of title block and legend */
  double legend_y;
  PangoLayout *title; /* NULL without a title block */
  PangoLayout *purpose;
  PangoLayout *facts;     /* date, audience, heard from */
  PangoLayout *part;      /* which part of the map it is, where no legend says so; or NULL */
  PangoLayout *date;      /* of a frame, else NULL */
  PangoLayout *marking;   /* or NULL */
  PangoLayout *signature; /* for whom and when, at the foot; or NULL */
  GPtrArray *news;        /* of PangoLayout, beside the date; NULL without a frame */
  double head_room;       /* the least that title block … */
  double legend_room;     /* … and legend take, at 100 % */
  double news_x;
  char *summary; /* of the map, for who does not see it */
  guint n_figures;
};

char *
kith_sheet_signature (KithMap *map, const KithView *view)
{
  KithDate today = kith_date_today ();
  g_autofree char *date = kith_date_to_words (&today);
  const char *owner = kith_map_about (map)->owner;
  /* Translators: who a page has been made for, and when: "For: Partners · 12 March 2026". */
  g_autofree char *whom = g_strdup_printf (_ ("For: %s · %s"),
                                           kith_enum_label (&kith_audiences, (int) view->audience),
                                           date);

  return *owner != '\0' ? g_strdup_printf ("%s · %s", whom, owner) : g_steal_pointer (&whom);
}

static char *
facts_text (KithMap *map, const KithView *view, const KithPass *drawn, gboolean framed)
{
  g_autofree char *signature = kith_sheet_signature (map, view);
  g_autofree char *heard = NULL;
  GString *out = g_string_new (NULL);
  KithHeard count = { 0 };

  if (view->day != 0 && !framed)
    {
      KithDate day = kith_date_of_day (view->day);
      g_autofree char *then = kith_date_to_words (&day);

      /* Translators: the map as it was on a date. */
      g_string_append_printf (out, _ ("As at %s"), then);
      g_string_append (out, " · ");
    }
  g_string_append (out, signature);
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    if (kith_pass_has (drawn, link->record.id))
      kith_link_heard (map, link, &count);
  if (count.rated > 0)
    {
      heard = kith_heard_to_words (&count);
      g_string_append_printf (out, "\n%s. %s", heard,
                              _ ("It starts a conversation; it measures nobody’s worth."));
    }
  return g_string_free (out, FALSE);
}

static void
mark_sheet (KithSheet *sheet, KithMap *map, const KithSheetFormat *format, double width)
{
  if (format->marking != NULL && *format->marking != '\0')
    sheet->marking = kith_text_layout (format->marking, KITH_TEXT_LABEL, width, 1);
  if (format->signs && !format->title_block)
    {
      g_autofree char *text = kith_sheet_signature (map, &sheet->view);

      sheet->signature = kith_text_layout (text, KITH_TEXT_SMALL,
                                           sheet->marking != NULL ? width / 3 : width, 1);
    }
}

/* Date and title on the left, what happened on the right, a line each. */
static void
make_frame_head (KithSheet *sheet, const KithSheetFrame *frame, const char *title, double width)
{
  sheet->date = kith_text_layout (frame->date, KITH_TEXT_DATE, width * DATE_PART, 1);
  sheet->title = kith_text_layout (title, KITH_TEXT_LABEL, width * DATE_PART, 2);
  sheet->news_x = width * DATE_PART + GAP;
  sheet->news = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < frame->news->len; i++)
    g_ptr_array_add (sheet->news, kith_text_layout (frame->news->pdata[i], KITH_TEXT_SMALL,
                                                    width - sheet->news_x, 1));
}

static void
make_title_block (KithSheet *sheet, KithMap *map, const KithSheetFormat *format, double width)
{
  const KithAbout *about = kith_map_about (map);
  g_autoptr (KithPass) drawn = kith_filter_hides (sheet->view.filter)
                                   ? kith_view_find_pass (&sheet->view, map)
                                   : NULL;
  g_autofree char *facts = facts_text (map, &sheet->view, drawn, format->frame != NULL);
  const char *shown = format->title != NULL ? format->title : about->title;
  const char *purpose = format->purpose != NULL ? format->purpose : about->purpose;

  if (shown[0] == '\0')
    shown = _ ("Untitled map");
  if (format->frame != NULL)
    make_frame_head (sheet, format->frame, shown, width);
  else
    sheet->title = kith_text_layout (shown, KITH_TEXT_TITLE, width, 2);
  if (*purpose != '\0' && format->frame == NULL)
    sheet->purpose = kith_text_layout (purpose, KITH_TEXT_BODY, width, 2);
  if (format->frame != NULL)
    sheet->facts = kith_text_layout (facts, KITH_TEXT_SMALL, width * DATE_PART, 4);
  else
    sheet->facts = kith_text_layout (facts, KITH_TEXT_SMALL, width, 3);
}

/* A part of a map must never pass for the whole. */
static void
say_part (KithSheet *sheet, KithMap *map, double width)
{
  g_autoptr (KithPass) pass = kith_view_find_pass (&sheet->view, map);
  g_autofree char *asked = kith_filter_to_words (sheet->view.filter, map);
  g_autofree char *shown = kith_pass_to_words (pass, map);
  g_autofree char *text = NULL;

  if (pass == NULL)
    return;
  /* Translators: above a picture: what a filter asks for, "Showing 14 of 25 stakeholders, …" */
  text = g_strdup_printf (_ ("A part of the map: %s. %s."), asked, shown);
  sheet->part = kith_text_layout (text, KITH_TEXT_SMALL, width, 6);
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
stacked (PangoLayout *const *layouts, guint n)
{
  double height = 0.0;

  for (guint i = 0; i < n; i++)
    height += layouts[i] != NULL ? layout_height (layouts[i]) + 4.0 : 0.0;
  return height;
}

double
kith_sheet_head (const KithSheet *sheet)
{
  PangoLayout *above[] = { sheet->date, sheet->title, sheet->purpose, sheet->facts };
  PangoLayout *below[] = { sheet->part };
  double height = stacked (above, G_N_ELEMENTS (above));

  if (sheet->news != NULL)
    height = MAX (height, stacked ((PangoLayout **) sheet->news->pdata, sheet->news->len));
  return height + stacked (below, G_N_ELEMENTS (below));
}

double
kith_sheet_legend (const KithSheet *sheet)
{
  double width = 0.0;
  double height = 0.0;

  if (sheet->legend != NULL)
    kith_legend_size (sheet->legend, &width, &height);
  return height;
}

/* Of the marking at the top … */
static double
crown_height (const KithSheet *sheet)
{
  return sheet->marking != NULL ? (layout_height (sheet->marking) + 6.0) * sheet->furniture : 0.0;
}

/* … and of the line at the foot. */
static double
foot_height (const KithSheet *sheet)
{
  double height = MAX (layout_height (sheet->marking), layout_height (sheet->signature));

  return height > 0.0 ? (height + 8.0) * sheet->furniture : 0.0;
}

static double
title_block_height (const KithSheet *sheet)
{
  double height = MAX (kith_sheet_head (sheet), sheet->head_room);

  return height > 0.0 ? (height - 4.0 + GAP) * sheet->furniture : 0.0;
}

static double
legend_height (const KithSheet *sheet)
{
  double height = MAX (kith_sheet_legend (sheet), sheet->legend_room);

  return height > 0.0 ? (height + GAP) * sheet->furniture : 0.0;
}

/* The page has a size: the map is made as large as what is left allows. */
static void
fit_map (KithSheet *sheet)
{
  double top = sheet->margin + crown_height (sheet) + title_block_height (sheet);
  double bottom = sheet->height - sheet->margin - foot_height (sheet) - legend_height (sheet);

  sheet->legend_y = bottom + GAP * sheet->furniture;
  sheet->place = (KithRect){ sheet->margin, top, sheet->width - 2 * sheet->margin,
                             MAX (bottom - top, 40.0) };
  sheet->scale = MIN (MIN (sheet->place.width / MAX (sheet->bounds.width, 1.0),
                           sheet->place.height / MAX (sheet->bounds.height, 1.0)),
                      LARGEST * MAX (sheet->furniture, 1.0));
}

/* The page takes the size of what is on it, at 100 %. */
static void
grow_sheet (KithSheet *sheet)
{
  sheet->height = ceil (2 * sheet->margin + crown_height (sheet) + title_block_height (sheet)
                        + sheet->bounds.height + legend_height (sheet) + foot_height (sheet));
}

static void
take_frame (KithSheet *sheet, const KithSheetFrame *frame)
{
  sheet->head_room = frame->head;
  sheet->legend_room = frame->legend;
  if (frame->bounds.width > 0.0)
    sheet->bounds = frame->bounds;
}

/**
 * kith_sheet_new:
 * @map: a map made for the view's audience
 * @view: how it is looked at
 * @format: the page
 *
 * Returns: (transfer full): the sheet, ready to be drawn
 */
KithSheet *
kith_sheet_new (KithMap *map, const KithView *view, const KithSheetFormat *format)
{
  KithSheet *sheet = g_new0 (KithSheet, 1);
  gboolean furnished = format->title_block || view->legend != KITH_CORNER_HIDDEN
                       || !kith_filter_is_empty (view->filter);
  double inner;

  sheet->view = *view;
  sheet->view.filter = kith_filter_ref (view->filter);
  sheet->view.pass = kith_view_find_pass (view, map);
  sheet->margin = format->margin;
  sheet->furniture = format->furniture;
  sheet->figures = format->like != NULL ? kith_figures_ref (format->like->figures)
                                        : kith_figures_new_named (map, &sheet->view, TRUE);
  sheet->bounds = kith_figures_bounds (sheet->figures);
  sheet->bounds = kith_rect_grow (&sheet->bounds, AROUND);
  if (format->frame != NULL)
    take_frame (sheet, format->frame);
  sheet->n_figures = kith_map_n (map, KITH_STAKEHOLDER) + kith_map_n (map, KITH_LINK);
  sheet->width = format->width > 0.0
                     ? format->width
                     : ceil (MAX (sheet->bounds.width, furnished ? LEAST_WIDTH : 0.0)
                             + 2 * sheet->margin);
  inner = (sheet->width - 2 * sheet->margin) / sheet->furniture;
  mark_sheet (sheet, map, format, inner);
  if (format->title_block)
    make_title_block (sheet, map, format, inner);
  if (view->legend != KITH_CORNER_HIDDEN && sheet->n_figures > 0)
    sheet->legend = kith_legend_new_strip (map, &sheet->view, inner, TRUE);
  if (sheet->legend == NULL && !format->plain)
    say_part (sheet, map, inner);
  if (format->height > 0.0)
    sheet->height = format->height;
  else
    grow_sheet (sheet);
  fit_map (sheet);
  if (format->width <= 0.0)
    sheet->scale = 1.0;
  sheet->summary = kith_picture_summary (map, &sheet->view);
  return sheet;
}

void
kith_sheet_free (KithSheet *sheet)
{
  kith_figures_free (sheet->figures);
  g_clear_pointer (&sheet->legend, kith_legend_free);
  g_clear_object (&sheet->title);
  g_clear_object (&sheet->purpose);
  g_clear_object (&sheet->facts);
  g_clear_object (&sheet->part);
  g_clear_object (&sheet->date);
  g_clear_object (&sheet->marking);
  g_clear_object (&sheet->signature);
  g_clear_pointer (&sheet->news, g_ptr_array_unref);
  kith_filter_unref (sheet->view.filter);
  kith_pass_unref ((KithPass *) sheet->view.pass);
  g_free (sheet->summary);
  g_free (sheet);
}

void
kith_sheet_size (const KithSheet *sheet, double *width, double *height)
{
  *width = sheet->width;
  *height = sheet->height;
}

const char *
kith_sheet_summary (const KithSheet *sheet)
{
  return sheet->summary;
}

double
kith_sheet_scale (const KithSheet *sheet)
{
  return sheet->scale;
}

KithRect
kith_sheet_bounds (const KithSheet *sheet)
{
  return sheet->bounds;
}

guint
kith_sheet_n_figures (const KithSheet *sheet)
{
  return sheet->n_figures;
}

static double
draw_layout (cairo_t *cr,
             KithPart part,
             PangoLayout *layout,
             const KithColour *colour,
             double x,
             double y)
{
  if (layout == NULL)
    return y;
  kith_scribe_begin_part (cr, part, pango_layout_get_text (layout));
  kith_colour_set (cr, colour);
  cairo_move_to (cr, x, y);
  kith_scribe_text (cr, layout);
  kith_scribe_end_part (cr);
  return y + layout_height (layout) + 4.0;
}

static void
draw_title_block (const KithSheet *sheet, cairo_t *cr)
{
  const KithPalette *palette = kith_palette_get (sheet->view.palette);
  double y = 0.0;
  double beside = 0.0;

  cairo_save (cr);
  cairo_translate (cr, sheet->margin, sheet->margin + crown_height (sheet));
  cairo_scale (cr, sheet->furniture, sheet->furniture);
  for (guint i = 0; sheet->news != NULL && i < sheet->news->len; i++)
    beside = draw_layout (cr, KITH_PART_WORDS, sheet->news->pdata[i], &palette->text, sheet->news_x,
                          beside);
  y = draw_layout (cr, KITH_PART_WORDS, sheet->date, &palette->text, 0.0, y);
  y = draw_layout (cr, KITH_PART_TITLE, sheet->title, &palette->text, 0.0, y);
  y = draw_layout (cr, KITH_PART_WORDS, sheet->purpose, &palette->text, 0.0, y);
  y = draw_layout (cr, KITH_PART_WORDS, sheet->facts, &palette->dim, 0.0, y);
  draw_layout (cr, KITH_PART_WORDS, sheet->part, &palette->text, 0.0, MAX (y, beside));
  cairo_restore (cr);
}

static void
draw_legend (const KithSheet *sheet, cairo_t *cr)
{
  g_autofree char *words = NULL;

  if (sheet->legend == NULL)
    return;
  if (kith_scribe_is_there (cr))
    words = kith_legend_to_words (sheet->legend);
  kith_scribe_begin_part (cr, KITH_PART_LEGEND, words);
  cairo_save (cr);
  cairo_translate (cr, sheet->margin, sheet->legend_y);
  cairo_scale (cr, sheet->furniture, sheet->furniture);
  kith_legend_draw (sheet->legend, cr);
  cairo_restore (cr);
  kith_scribe_end_part (cr);
}

/* In the middle of a line whose top is at `y`. */
static void
draw_marking (const KithSheet *sheet, cairo_t *cr, KithPart part, double y)
{
  const KithPalette *palette = kith_palette_get (sheet->view.palette);
  double x, width;

  if (sheet->marking == NULL)
    return;
  kith_text_extents (sheet->marking, &x, &width, NULL);
  cairo_save (cr);
  cairo_translate (cr, sheet->width / 2 - (x + width / 2) * sheet->furniture, y);
  cairo_scale (cr, sheet->furniture, sheet->furniture);
  draw_layout (cr, part, sheet->marking, &palette->text, 0.0, 0.0);
  cairo_restore (cr);
}

static void
draw_foot (const KithSheet *sheet, cairo_t *cr)
{
  const KithPalette *palette = kith_palette_get (sheet->view.palette);
  double y = sheet->height - sheet->margin - foot_height (sheet) + 8.0 * sheet->furniture;

  draw_marking (sheet, cr, KITH_PART_FURNITURE, y);
  if (sheet->signature == NULL)
    return;
  cairo_save (cr);
  cairo_translate (cr, sheet->margin, y);
  cairo_scale (cr, sheet->furniture, sheet->furniture);
  draw_layout (cr, KITH_PART_WORDS, sheet->signature, &palette->dim, 0.0, 0.0);
  cairo_restore (cr);
}

gboolean
kith_sheet_is_bare (const KithSheet *sheet, double top, double bottom)
{
  return top > sheet->place.y && bottom < sheet->place.y + sheet->place.height;
}

void
kith_sheet_draw_ground (const KithSheet *sheet, cairo_t *cr)
{
  kith_painter_ground (cr, sheet->view.palette);
}

/**
 * kith_sheet_draw_about:
 * @sheet: a sheet
 * @cr: where its top left corner is at the origin of the user space
 * @transparent: leave the ground as it is
 *
 * Draws all but the map.
 */
void
kith_sheet_draw_about (KithSheet *sheet, cairo_t *cr, gboolean transparent)
{
  if (!transparent)
    kith_sheet_draw_ground (sheet, cr);
  draw_marking (sheet, cr, KITH_PART_WORDS, sheet->margin);
  draw_title_block (sheet, cr);
  draw_legend (sheet, cr);
  draw_foot (sheet, cr);
}

/* Where the map's own origin stands. */
static KithPoint
map_place (const KithSheet *sheet)
{
  return (KithPoint){
    sheet->place.x + (sheet->place.width - sheet->bounds.width * sheet->scale) / 2,
    sheet->place.y + (sheet->place.height - sheet->bounds.height * sheet->scale) / 2
  };
}

static gboolean
draw_map (const KithSheet *sheet, cairo_t *cr, const KithPaint *paint)
{
  KithPoint place = map_place (sheet);
  gboolean whole;

  cairo_save (cr);
  cairo_translate (cr, place.x, place.y);
  cairo_scale (cr, sheet->scale, sheet->scale);
  cairo_translate (cr, -sheet->bounds.x, -sheet->bounds.y);
  kith_scribe_begin_part (cr, KITH_PART_MAP, sheet->summary);
  whole = kith_painter_draw (cr, sheet->figures, paint);
  kith_scribe_end_part (cr);
  cairo_restore (cr);
  return whole;
}

/**
 * kith_sheet_prepare:
 * @sheet: a sheet
 *
 * On the thread that shapes text, before other threads draw the map.
 */
void
kith_sheet_prepare (KithSheet *sheet)
{
  KithPaint paint = { .scale = sheet->scale, .clip = sheet->bounds, .full = TRUE };

  kith_painter_prepare (sheet->figures, &paint);
}

/**
 * kith_sheet_draw_map:
 * @sheet: a sheet that has been prepared
 * @cr: where its top left corner is at the origin of the user space
 * @top: of it only what lies between this …
 * @bottom: … and this
 * @tick: called now and then; FALSE stops the drawing
 * @data: for @tick
 *
 * On any thread.
 */
void
kith_sheet_draw_map (const KithSheet *sheet,
                     cairo_t *cr,
                     double top,
                     double bottom,
                     gboolean (*tick) (gpointer data),
                     gpointer data)
{
  KithPaint paint = { .scale = sheet->scale,
                      .clip = sheet->bounds,
                      .full = TRUE,
                      .tick = tick,
                      .tick_data = data };

  paint.band = sheet->bounds;
  paint.band.y += (top - map_place (sheet).y) / sheet->scale;
  paint.band.height = (bottom - top) / sheet->scale;
  paint.band = kith_rect_grow (&paint.band, BEYOND);
  draw_map (sheet, cr, &paint);
}

/**
 * kith_sheet_draw:
 * @sheet: a sheet
 * @cr: where its top left corner is at the origin of the user space
 * @transparent: leave the ground as it is
 * @tick: (nullable): called now and then; FALSE stops the drawing
 * @data: for @tick
 *
 * Returns: whether all was drawn
 */
gboolean
kith_sheet_draw (KithSheet *sheet,
                 cairo_t *cr,
                 gboolean transparent,
                 gboolean (*tick) (gpointer data),
                 gpointer data)
{
  KithPaint paint = { .scale = sheet->scale,
                      .clip = sheet->bounds,
                      .full = TRUE,
                      .tick = tick,
                      .tick_data = data };

  kith_sheet_draw_about (sheet, cr, transparent);
  return draw_map (sheet, cr, &paint);
}
