/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-sheet.h"

#include "kith-figures.h"
#include "kith-legend.h"
#include "kith-painter.h"
#include "kith-page-words.h"
#include "kith-palette.h"
#include "kith-picture-words.h"
#include "kith-scribe.h"
#include "kith-sheet-head.h"
#include "kith-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BEYOND 40.0       /* map units by which marks and words reach beyond what they belong to */
#define AROUND 14.0       /* free ground round the map */
#define GAP 14.0          /* between title block, map and legend */
#define LEAST_HEIGHT 40.0 /* of the map's place, at whatever cost */
#define WORTH 1.06        /* times that a map must be larger for its legend to stand beside it */
#define LARGEST 1.6       /* a small map is not blown up beyond this */
#define LEAST_WIDTH 520.0 /* of a page that is as large as its map */

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
  double furniture;    /* scale of title block and legend */
  gboolean has_column; /* the legend stands beside the map */
  KithPoint legend_at;
  double strip;     /* height of the legend below the map, at 100 % */
  double column[2]; /* width and height of it in one column */
  KithSheetHead head;
  PangoLayout *marking;        /* or NULL */
  PangoLayout *signature;      /* for whom and when, at the foot; or NULL */
  const KithSheetFrame *frame; /* only while it is made; or NULL */
  double head_room;            /* the least that title block … */
  double legend_room;          /* … and legend take, at 100 % */
  char *summary;               /* of the map, for who does not see it */
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

double
kith_sheet_head (const KithSheet *sheet)
{
  return kith_sheet_head_height (&sheet->head);
}

double
kith_sheet_legend (const KithSheet *sheet)
{
  return sheet->strip;
}

gboolean
kith_sheet_has_column (const KithSheet *sheet)
{
  return sheet->has_column;
}

void
kith_sheet_column (const KithSheet *sheet, double *width, double *height)
{
  *width = sheet->column[0];
  *height = sheet->column[1];
}

/* Of the marking at the top … */
static double
crown_height (const KithSheet *sheet)
{
  return sheet->marking != NULL ? (kith_page_words_height (sheet->marking) + 6.0) * sheet->furniture
                                : 0.0;
}

/* … and of the line at the foot. */
static double
foot_height (const KithSheet *sheet)
{
  double height = MAX (kith_page_words_height (sheet->marking),
                       kith_page_words_height (sheet->signature));

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
  double height = MAX (sheet->strip, sheet->legend_room);

  return height > 0.0 ? (height + GAP) * sheet->furniture : 0.0;
}

/* What is left of the page for map and legend. */
static KithRect
find_room (const KithSheet *sheet)
{
  double top = sheet->margin + crown_height (sheet) + title_block_height (sheet);
  double bottom = sheet->height - sheet->margin - foot_height (sheet);

  return (KithRect){ sheet->margin, top, sheet->width - 2 * sheet->margin,
                     MAX (bottom - top, LEAST_HEIGHT) };
}

static double
scale_in (const KithSheet *sheet, const KithRect *place)
{
  return MIN (MIN (place->width / MAX (sheet->bounds.width, 1.0),
                   place->height / MAX (sheet->bounds.height, 1.0)),
              LARGEST * MAX (sheet->furniture, 1.0));
}

static void
lay_strip (KithSheet *sheet)
{
  KithRect room = find_room (sheet);

  if (sheet->legend != NULL)
    kith_legend_set_strip (sheet->legend, room.width / sheet->furniture);
  sheet->place = room;
  sheet->place.height = MAX (room.height - legend_height (sheet), LEAST_HEIGHT);
  sheet->legend_at = (KithPoint){ room.x,
                                  sheet->place.y + sheet->place.height + GAP * sheet->furniture };
}

/* FALSE where the page is too low for it. All frames of a play are laid alike. */
static gboolean
lay_column (KithSheet *sheet, double *width, double *height)
{
  const KithSheetFrame *frame = sheet->frame;
  double most = find_room (sheet).height / sheet->furniture;

  *width = *height = 0.0;
  if (sheet->legend != NULL && frame == NULL && !kith_legend_set_columns (sheet->legend, most))
    return FALSE;
  if (sheet->legend != NULL && frame != NULL)
    kith_legend_set_strip (sheet->legend, 0.0);
  if (sheet->legend != NULL)
    kith_legend_size (sheet->legend, width, height);
  return MAX (*height, frame != NULL ? frame->column_height : 0.0) <= most;
}

/* Beside the map, on the side and at the end that the window's legend has; of a play its first line stays
 * where it is. FALSE where the map would not be much larger by that. */
static gboolean
try_column (KithSheet *sheet)
{
  KithRect room = find_room (sheet);
  KithRect place = room;
  double width, height, taken;

  if (!lay_column (sheet, &width, &height))
    return FALSE;
  if (sheet->frame != NULL)
    height = MAX (height, sheet->frame->column_height);
  taken = MAX (width, sheet->frame != NULL ? sheet->frame->column_width : 0.0) + GAP;
  place.width -= taken * sheet->furniture;
  if (place.width <= 0.0 || scale_in (sheet, &place) < scale_in (sheet, &sheet->place) * WORTH)
    return FALSE;
  if (!kith_corner_is_right (sheet->view.legend))
    place.x += taken * sheet->furniture;
  sheet->place = place;
  sheet->legend_at = (KithPoint){ room.x, room.y };
  if (kith_corner_is_right (sheet->view.legend))
    sheet->legend_at.x += room.width - width * sheet->furniture;
  if (kith_corner_is_bottom (sheet->view.legend))
    sheet->legend_at.y += room.height - height * sheet->furniture;
  return TRUE;
}

/* The map is made as large as what is left of the page allows. */
static void
fit_map (KithSheet *sheet, gboolean has_size)
{
  gboolean has_legend = sheet->legend != NULL || sheet->legend_room > 0.0;

  lay_strip (sheet);
  sheet->has_column = has_size && has_legend && try_column (sheet);
  if (!sheet->has_column)
    lay_strip (sheet);
  sheet->scale = scale_in (sheet, &sheet->place);
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
  sheet->frame = frame;
  sheet->head_room = frame->head;
  sheet->legend_room = frame->legend;
  if (frame->bounds.width > 0.0)
    sheet->bounds = frame->bounds;
}

static void
take_legend (KithSheet *sheet, KithMap *map, double width)
{
  double across;

  sheet->legend = kith_legend_new_strip (map, &sheet->view, width, TRUE);
  if (sheet->legend == NULL)
    return;
  kith_legend_size (sheet->legend, &across, &sheet->strip);
  kith_legend_set_strip (sheet->legend, 0.0);
  kith_legend_size (sheet->legend, &sheet->column[0], &sheet->column[1]);
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
    kith_sheet_head_take (&sheet->head, map, &sheet->view, format, inner);
  if (view->legend != KITH_CORNER_HIDDEN && sheet->n_figures > 0)
    take_legend (sheet, map, inner);
  if (sheet->legend == NULL && !format->plain)
    kith_sheet_head_say_part (&sheet->head, map, &sheet->view, inner);
  if (format->height > 0.0)
    sheet->height = format->height;
  else
    grow_sheet (sheet);
  fit_map (sheet, format->height > 0.0);
  sheet->frame = NULL;
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
  kith_sheet_head_clear (&sheet->head);
  g_clear_object (&sheet->marking);
  g_clear_object (&sheet->signature);
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

static void
draw_title_block (const KithSheet *sheet, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, sheet->margin, sheet->margin + crown_height (sheet));
  cairo_scale (cr, sheet->furniture, sheet->furniture);
  kith_sheet_head_draw (&sheet->head, cr, kith_palette_get (sheet->view.palette));
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
  cairo_translate (cr, sheet->legend_at.x, sheet->legend_at.y);
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
  kith_page_words_draw (cr, part, sheet->marking, &palette->text, 0.0, 0.0, 0.0);
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
  kith_page_words_draw (cr, KITH_PART_WORDS, sheet->signature, &palette->dim, 0.0, 0.0, 0.0);
  cairo_restore (cr);
}

gboolean
kith_sheet_is_bare (const KithSheet *sheet, double top, double bottom)
{
  double width = 0.0;
  double height = 0.0;

  if (sheet->has_column && sheet->legend != NULL)
    kith_legend_size (sheet->legend, &width, &height);
  return top > sheet->place.y && bottom < sheet->place.y + sheet->place.height
         && (bottom < sheet->legend_at.y || top > sheet->legend_at.y + height * sheet->furniture);
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
