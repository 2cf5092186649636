/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-legend.h"

#include "kith-legend-items.h"
#include "kith-opinion.h"
#include "kith-palette.h"
#include "kith-text.h"
#include "kith-scribe.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PAD 14.0
#define ROW 19.0
#define HEADING 22.0
#define SAMPLE 52.0 /* room for what is explained: a line */
#define DISC 26.0   /* the same: a sector's sign */
#define COLUMN_GAP 26.0
#define TOP 2.0
#define HIGHEST 370.0 /* of a card on a stage */
#define BETWEEN 18.0  /* two items of a folded one */
#define FEW_ROWS 3    /* of a folded one */
#define ARROW 16.0    /* room for the arrow of one that folds */
#define NOWHERE -1.0

typedef struct
{
  double x;
  double y;
} Place;

/* Invariant: `places` has one place an item, of its top left corner within the card; x is NOWHERE
 * for what a folded one leaves out. */
struct _KithLegend
{
  const KithPalette *palette;
  GPtrArray *items; /* of KithLegendItem */
  GArray *layouts;  /* of PangoLayout *, one an item */
  GArray *places;   /* of Place */
  double width;
  double height;
  gboolean folds; /* it can be folded: has an arrow that says so */
  gboolean folded;
};

static void
clear_layout (gpointer layout)
{
  g_object_unref (*(PangoLayout **) layout);
}

static gboolean
is_heading (const KithLegend *legend, guint i)
{
  return ((KithLegendItem *) legend->items->pdata[i])->mark == KITH_MARK_HEADING;
}

/* A heading or a note: words without a sample, from the left edge of the column. */
static gboolean
is_words (const KithLegend *legend, guint i)
{
  return is_heading (legend, i)
         || ((KithLegendItem *) legend->items->pdata[i])->mark == KITH_MARK_NOTE;
}

static double
row_height (const KithLegend *legend, guint i)
{
  return is_heading (legend, i) ? HEADING : ROW;
}

static double
sample_width (const KithLegend *legend, guint i)
{
  if (is_words (legend, i))
    return 0.0;
  return ((KithLegendItem *) legend->items->pdata[i])->mark == KITH_MARK_SECTOR ? DISC : SAMPLE;
}

static double
item_width (const KithLegend *legend, guint i)
{
  double width;

  kith_text_size (g_array_index (legend->layouts, PangoLayout *, i), &width, NULL);
  return sample_width (legend, i) + width;
}

/* Puts items one below the other in columns no higher than `limit`; a column may end within a
 * section, and one that is too narrow for that goes on as it is. */
static void
place_items (KithLegend *legend, double limit)
{
  double x = PAD;
  double y = PAD;
  double column = 0.0;

  g_array_set_size (legend->places, 0);
  legend->height = 0.0;
  for (guint i = 0; i < legend->items->len; i++)
    {
      double room = is_heading (legend, i) ? 6.0 + HEADING + ROW : ROW;

      if (y > PAD && y + room > limit + PAD)
        {
          x += column + COLUMN_GAP;
          y = PAD;
          column = 0.0;
        }
      if (is_heading (legend, i) && y > PAD)
        y += 6.0;
      g_array_append_val (legend->places, ((Place){ x, y }));
      y += row_height (legend, i);
      column = MAX (column, item_width (legend, i));
      legend->height = MAX (legend->height, y);
    }
  legend->width = x + column + PAD + (legend->folds ? ARROW : 0.0);
  legend->height += PAD - TOP;
}

static double
total_height (const KithLegend *legend)
{
  double height = 0.0;

  for (guint i = 0; i < legend->items->len; i++)
    height += row_height (legend, i) + (is_heading (legend, i) ? 6.0 : 0.0);
  return height;
}

/* The lowest strip that is no wider than `width`. */
static void
fit_width (KithLegend *legend, double width)
{
  double most = total_height (legend);

  for (double limit = HEADING + 2 * ROW; limit < most; limit += ROW)
    {
      place_items (legend, limit);
      if (legend->width <= width)
        return;
    }
  place_items (legend, most);
}

/* What colours or draws the map, rather than what is told beside it. */
static gboolean
is_main (const KithLegendItem *item)
{
  switch (item->mark)
    {
    case KITH_MARK_STEP:
    case KITH_MARK_UNRATED:
    case KITH_MARK_LENS:
    case KITH_MARK_LENS_BOX:
    case KITH_MARK_POSITION:
      return TRUE;
    default:
      return FALSE;
    }
}

/* An item that is main, or the heading of one that is. */
static gboolean
stays_folded (const KithLegend *legend, guint i)
{
  if (!is_heading (legend, i))
    return is_main (legend->items->pdata[i]);
  for (guint j = i + 1; j < legend->items->len && !is_heading (legend, j); j++)
    if (is_main (legend->items->pdata[j]))
      return TRUE;
  return FALSE;
}

/* In reading order, from left to right, in rows no wider than `limit`. */
static void
place_folded (KithLegend *legend, double limit)
{
  const double end = limit - PAD - ARROW;
  double x = PAD, y = PAD - 4.0;
  guint rows = 1;

  g_array_set_size (legend->places, 0);
  legend->width = 0.0;
  for (guint i = 0; i < legend->items->len; i++)
    {
      double width = item_width (legend, i);
      Place place = { NOWHERE, 0.0 };

      if (rows <= FEW_ROWS && stays_folded (legend, i))
        {
          if (x > PAD && x + width > end)
            {
              x = PAD;
              y += ROW;
              rows++;
            }
          if (rows <= FEW_ROWS)
            place = (Place){ x, y };
          x += width + BETWEEN;
          legend->width = rows <= FEW_ROWS ? MAX (legend->width, x - BETWEEN) : legend->width;
        }
      g_array_append_val (legend->places, place);
    }
  legend->width += PAD + ARROW;
  legend->height = PAD - 4.0 + MIN (rows, FEW_ROWS) * ROW + PAD - 4.0;
}

/* Whether folding it would say anything. */
static gboolean
has_main (const KithLegend *legend)
{
  for (guint i = 0; i < legend->items->len; i++)
    if (is_main (legend->items->pdata[i]))
      return TRUE;
  return FALSE;
}

static KithLegend *
new_with (GPtrArray *items, const KithView *view)
{
  KithLegend *legend = g_new0 (KithLegend, 1);

  legend->palette = kith_palette_get (view->palette);
  legend->items = items;
  legend->layouts = g_array_new (FALSE, FALSE, sizeof (PangoLayout *));
  g_array_set_clear_func (legend->layouts, clear_layout);
  legend->places = g_array_new (FALSE, FALSE, sizeof (Place));
  for (guint i = 0; i < legend->items->len; i++)
    {
      const KithLegendItem *item = legend->items->pdata[i];
      PangoLayout *layout =
          kith_text_layout (item->text, is_heading (legend, i) ? KITH_TEXT_LABEL : KITH_TEXT_SMALL,
                            300.0, 1);

      g_array_append_val (legend->layouts, layout);
    }
  return legend;
}

static KithLegend *
new_with_items (KithMap *map, const KithView *view, gboolean with_sectors, gboolean with_filter)
{
  GPtrArray *items = kith_legend_items (map, view, with_sectors);

  if (with_filter)
    kith_legend_items_add_filter (items, map, view);
  return new_with (items, view);
}

/**
 * kith_legend_new:
 * @map: a map made for the view's audience
 * @view: how it is looked at
 *
 * Returns: (transfer full): a card in one column. Where it would cover too much of a screen the
 *   sectors stay out: their signs are named wherever one is pointed at or selected
 */
KithLegend *
kith_legend_new (KithMap *map, const KithView *view)
{
  KithLegend *legend = new_with_items (map, view, TRUE, FALSE);

  if (total_height (legend) > HIGHEST)
    {
      kith_legend_free (legend);
      legend = new_with_items (map, view, FALSE, FALSE);
    }
  place_items (legend, total_height (legend));
  return legend;
}

/**
 * kith_legend_new_card:
 * @map: a map made for the view's audience
 * @view: how it is looked at
 *
 * Returns: (transfer full): all that there is to explain, in one column; where it has more than the
 *   main marks it shows an arrow, and kith_legend_fold() leaves those alone
 */
KithLegend *
kith_legend_new_card (KithMap *map, const KithView *view)
{
  KithLegend *legend = new_with_items (map, view, TRUE, FALSE);

  legend->folds = has_main (legend);
  place_items (legend, total_height (legend));
  return legend;
}

/**
 * kith_legend_new_strip:
 * @map: a map made for the view's audience
 * @view: how it is looked at
 * @width: the most width, map units
 * @with_sectors: explain the sectors' signs too
 *
 * Returns: (transfer full): a strip as low as the width allows, for the foot of a page: says
 *   besides which part of the map a filter shows
 */
KithLegend *
kith_legend_new_strip (KithMap *map, const KithView *view, double width, gboolean with_sectors)
{
  KithLegend *legend = new_with_items (map, view, with_sectors, TRUE);

  fit_width (legend, width);
  return legend;
}

static gboolean
is_note_of (const KithLegendItem *item, const char *words)
{
  return item->mark == KITH_MARK_NOTE && g_str_equal (item->text, words);
}

/**
 * kith_legend_new_strip_with:
 * @map: a map made for the view's audience
 * @view: how it is looked at
 * @also: (nullable): another one
 * @also_view: how that is looked at, with the same lens
 * @width: the most width, map units
 *
 * Returns: (transfer full): a strip that explains both, without how many were heard
 */
KithLegend *
kith_legend_new_strip_with (KithMap *map,
                            const KithView *view,
                            KithMap *also,
                            const KithView *also_view,
                            double width)
{
  GPtrArray *items = kith_legend_items (map, view, TRUE);
  g_autoptr (GPtrArray) others = also != NULL ? kith_legend_items (also, also_view, TRUE) : NULL;
  g_autofree char *words = NULL;
  KithHeard heard = { 0 };
  KithLegend *legend;

  if (others != NULL)
    kith_legend_items_join (items, others);
  /* how many were heard is another number for each of the two */
  kith_map_heard (map, &heard);
  words = kith_heard_to_words (&heard);
  for (guint i = items->len; others != NULL && i > 0; i--)
    if (is_note_of (items->pdata[i - 1], words))
      g_ptr_array_remove_index (items, i - 1);
  kith_legend_items_add_filter (items, map, view);
  legend = new_with (items, view);
  fit_width (legend, width);
  return legend;
}

/**
 * kith_legend_set_strip:
 * @legend: a legend
 * @width: the most width of a strip as low as that allows, map units; 0: one column
 */
void
kith_legend_set_strip (KithLegend *legend, double width)
{
  legend->folded = FALSE;
  if (width > 0.0)
    fit_width (legend, width);
  else
    place_items (legend, total_height (legend));
}

/**
 * kith_legend_set_columns:
 * @legend: a legend
 * @height: the most height of a card that stands beside a map, map units
 *
 * Flows it into as few columns as that allows, of even length.
 *
 * Returns: FALSE where not even its rows side by side are as low; it is left as it was then
 */
gboolean
kith_legend_set_columns (KithLegend *legend, double height)
{
  const double lowest = HEADING + 2 * ROW;
  double most = height - 2 * PAD + TOP;
  double best = MIN (most, total_height (legend));
  double narrowest;

  if (most < lowest)
    return FALSE;
  legend->folded = FALSE;
  place_items (legend, best);
  narrowest = legend->width;
  for (double limit = best - ROW; limit >= lowest; limit -= ROW)
    {
      place_items (legend, limit);
      if (legend->width > narrowest)
        break;
      narrowest = legend->width;
      best = limit;
    }
  place_items (legend, best);
  return TRUE;
}

/**
 * kith_legend_fold:
 * @legend: one of kith_legend_new_card()
 * @width: the most width, map units
 *
 * Leaves the steps of the lens alone, in as few rows as the width allows and three at most; what
 * does not fit is left out.
 *
 * Returns: FALSE, and nothing is changed, where there are none
 */
gboolean
kith_legend_fold (KithLegend *legend, double width)
{
  if (!legend->folds)
    return FALSE;
  legend->folded = TRUE;
  place_folded (legend, width);
  return TRUE;
}

void
kith_legend_free (KithLegend *legend)
{
  g_ptr_array_unref (legend->items);
  g_array_unref (legend->layouts);
  g_array_unref (legend->places);
  g_free (legend);
}

void
kith_legend_size (const KithLegend *legend, double *width, double *height)
{
  *width = legend->width;
  *height = legend->height;
}

static void
draw_card (const KithLegend *legend, cairo_t *cr)
{
  const double r = 10.0;

  cairo_new_sub_path (cr);
  cairo_arc (cr, legend->width - r - 0.5, r + 0.5, r, -G_PI_2, 0);
  cairo_arc (cr, legend->width - r - 0.5, legend->height - r - 0.5, r, 0, G_PI_2);
  cairo_arc (cr, r + 0.5, legend->height - r - 0.5, r, G_PI_2, G_PI);
  cairo_arc (cr, r + 0.5, r + 0.5, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  kith_colour_set (cr, &legend->palette->card);
  kith_scribe_fill_preserve (cr);
  kith_colour_set (cr, &legend->palette->rule);
  cairo_set_line_width (cr, 1.0);
  kith_scribe_stroke (cr);
}

/* At the right: down where there is more, up where it can be folded. */
static void
draw_arrow (const KithLegend *legend, cairo_t *cr)
{
  double x = legend->width - PAD - 4.0;
  double y = legend->folded ? legend->height / 2.0 : PAD + 4.0;
  double dy = legend->folded ? 2.5 : -2.5;

  cairo_move_to (cr, x - 5.0, y - dy);
  cairo_line_to (cr, x, y + dy);
  cairo_line_to (cr, x + 5.0, y - dy);
  kith_colour_set (cr, &legend->palette->text);
  cairo_set_line_width (cr, 1.5);
  kith_scribe_stroke (cr);
}

static void
draw_item (const KithLegend *legend, cairo_t *cr, guint i)
{
  const KithLegendItem *item = legend->items->pdata[i];
  PangoLayout *layout = g_array_index (legend->layouts, PangoLayout *, i);
  Place place = g_array_index (legend->places, Place, i);
  double height;

  kith_text_size (layout, NULL, &height);
  cairo_save (cr);
  cairo_translate (cr, place.x, place.y);
  if (!is_words (legend, i))
    kith_legend_item_draw (item, legend->palette, cr, sample_width (legend, i) - 10.0, ROW);
  cairo_restore (cr);
  kith_colour_set (cr, &legend->palette->text);
  cairo_move_to (cr, place.x + sample_width (legend, i),
                 place.y + (row_height (legend, i) - height) / 2
                     - (is_heading (legend, i) ? 2 : 0));
  kith_scribe_text (cr, layout);
}

/**
 * kith_legend_draw:
 * @legend: a legend
 * @cr: where its top left corner is at the origin of the user space
 */
void
kith_legend_draw (const KithLegend *legend, cairo_t *cr)
{
  cairo_save (cr);
  draw_card (legend, cr);
  if (legend->folds)
    draw_arrow (legend, cr);
  for (guint i = 0; i < legend->items->len; i++)
    if (g_array_index (legend->places, Place, i).x != NOWHERE)
      draw_item (legend, cr, i);
  cairo_restore (cr);
}

/**
 * kith_legend_to_words:
 * @legend: a legend
 *
 * Returns: (transfer full): its lines, for screen readers
 */
char *
kith_legend_to_words (const KithLegend *legend)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < legend->items->len; i++)
    g_string_append_printf (out, "%s\n", ((KithLegendItem *) legend->items->pdata[i])->text);
  return g_string_free (out, FALSE);
}
