/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-load-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kith-load.h"
#include "kith-scribe.h"

#define AXIS 20.0   /* height of the line of years */
#define NAME 24.0   /* of a stakeholder's name */
#define BAR 20.0    /* height of a bar */
#define LANE 24.0   /* from bar to bar */
#define STRIP 16.0  /* of what is carried at once */
#define GAP 12.0    /* between stakeholders */
#define TICK 64.0   /* least between the words of the axis */
#define MONTH 30.44 /* days */

typedef struct
{
  KithRect whole; /* until it no longer counts */
  double embeds;  /* x: from here on it may be embedded */
  const KithLoad *load;
} Bar;

typedef struct
{
  KithRect box;
  guint n;
} Strip;

typedef struct
{
  char *name;
  char *most; /* "at most 3 at once" */
  double y;
} Row;

typedef struct
{
  KithMap *map; /* owned: its records are drawn */
  GArray *bars;
  GArray *strips;
  GArray *rows;
  gint32 first;
  gint32 last;
  gint32 today;
} Load;

static void
row_clear (gpointer data)
{
  g_free (((Row *) data)->name);
  g_free (((Row *) data)->most);
}

static void
load_free (gpointer data)
{
  Load *load = data;

  g_array_unref (load->bars);
  g_array_unref (load->strips);
  g_array_unref (load->rows);
  kith_map_unref (load->map);
  g_free (load);
}

static double
x_of (const KithPlot *plot, gint32 day)
{
  const Load *load = plot->data;

  return 1 + (plot->width - 2) * (double) (day - load->first) / MAX (load->last - load->first, 1);
}

/* --- Drawing --- */

static int
months_apart (const KithPlot *plot)
{
  static const int choices[] = { 1, 3, 6, 12, 24, 60, 120 };
  const Load *load = plot->data;
  double month = plot->width / ((load->last - load->first) / MONTH);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i] * month >= TICK)
      return choices[i];
  return 240;
}

/* A line and its words; FALSE where the axis has ended. No date is set after the last year that a date
 * knows. */
static gboolean
draw_tick (cairo_t *cr, const KithPlot *plot, const KithDate *when)
{
  const Load *load = plot->data;
  g_autofree char *words = NULL;
  double x;

  if (!kith_date_is_set (when) || when->first > load->last)
    return FALSE;
  if (when->first < load->first)
    return TRUE;
  words = kith_date_to_short_words (when);
  x = x_of (plot, when->first);
  kith_colour_set_faint (cr, &plot->palette->line, 0.35);
  cairo_set_line_width (cr, 1.0);
  cairo_move_to (cr, floor (x) + 0.5, AXIS - 2);
  cairo_line_to (cr, floor (x) + 0.5, plot->height);
  kith_scribe_stroke (cr);
  if (x + TICK - 8 < plot->width)
    kith_plot_text (cr, &plot->palette->dim, words, KITH_TEXT_DIGIT, (KithPoint){ x + 2, AXIS / 2 },
                    0, TICK - 6);
  return TRUE;
}

static void
draw_axis (cairo_t *cr, const KithPlot *plot)
{
  const Load *load = plot->data;
  int apart = months_apart (plot), month;
  KithDate when;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) load->first);
  month = (g_date_get_year (&date) * 12 + (int) g_date_get_month (&date) - 2) / apart * apart;
  do
    {
      month += apart;
      when = apart < 12 ? kith_date_month (month / 12, month % 12 + 1)
                        : kith_date_year (month / 12);
    }
  while (draw_tick (cr, plot, &when));
}

static void
draw_today (cairo_t *cr, const KithPlot *plot)
{
  const Load *load = plot->data;
  double x = x_of (plot, load->today);

  if (load->today < load->first || load->today > load->last)
    return;
  kith_colour_set (cr, &plot->palette->text);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, x, AXIS - 2);
  cairo_line_to (cr, x, plot->height);
  kith_scribe_stroke (cr);
}

static void
draw_bar (cairo_t *cr, const KithPlot *plot, const Bar *bar)
{
  KithRect late = { bar->embeds, bar->whole.y, bar->whole.x + bar->whole.width - bar->embeds,
                    bar->whole.height };

  cairo_rectangle (cr, bar->whole.x, bar->whole.y, bar->embeds - bar->whole.x, bar->whole.height);
  kith_colour_set_faint (cr, &plot->palette->space, 0.3);
  kith_scribe_fill (cr);
  kith_colour_set_faint (cr, &plot->palette->space, 0.55);
  kith_plot_hatch (cr, &late, 7, FALSE);
  kith_colour_set (cr, &plot->palette->space);
  cairo_set_line_width (cr, 1.5);
  cairo_rectangle (cr, bar->whole.x, bar->whole.y, bar->whole.width, bar->whole.height);
  kith_scribe_stroke (cr);
}

/* On a ground of its own: neither the axis nor today runs through it. Returns how wide it is. */
static double
draw_words (cairo_t *cr,
            const KithPlot *plot,
            const KithColour *colour,
            const char *words,
            KithTextStyle style,
            KithPoint at,
            double most)
{
  g_autoptr (PangoLayout) layout = kith_text_layout (words, style, -1, 1);
  double width, height;

  kith_text_size (layout, &width, &height);
  cairo_rectangle (cr, at.x - 2, at.y - height / 2, MIN (width, most) + 4, height);
  kith_colour_set (cr, &plot->palette->card);
  kith_scribe_fill (cr);
  return kith_plot_text (cr, colour, words, style, at, 0, most);
}

/* Beside its bar where there is no room within it. */
static void
draw_title (cairo_t *cr, const KithPlot *plot, const Bar *bar)
{
  g_autoptr (PangoLayout) layout = kith_text_layout (bar->load->title, KITH_TEXT_SMALL, -1, 1);
  KithPoint at = { bar->whole.x + 6, bar->whole.y + bar->whole.height / 2 };
  double right = bar->whole.x + bar->whole.width;
  double most = plot->width - at.x - 4;
  double width, height;

  kith_text_size (layout, &width, &height);
  if (width + 12 > bar->whole.width && bar->whole.x > plot->width - right
      && plot->width - right < width)
    {
      most = MIN (width, bar->whole.x - 6);
      at.x = bar->whole.x - 6 - most;
    }
  else if (width + 12 > bar->whole.width && plot->width - right >= width + 8)
    at.x = right + 6;
  else
    most = MIN (most, bar->whole.width - 10);
  draw_words (cr, plot, &plot->palette->text, bar->load->title, KITH_TEXT_SMALL, at, most);
}

/* Two: slanting lines; three and more: crossed ones, in a frame. The number is written on it. */
static void
draw_strip (cairo_t *cr, const KithPlot *plot, const Strip *strip)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u at once", "%u at once", strip->n),
                                            strip->n);
  g_autofree char *digits = g_strdup_printf ("%u", strip->n);
  KithPoint middle = { strip->box.x + strip->box.width / 2, strip->box.y + strip->box.height / 2 };
  gboolean many = strip->n >= KITH_LOAD_TOO_MANY;
  g_autoptr (PangoLayout) layout = kith_text_layout (words, KITH_TEXT_DIGIT, -1, 1);
  gboolean short_of;
  double width, height;

  kith_text_size (layout, &width, &height);
  kith_colour_set_faint (cr, &plot->palette->text, many ? 0.75 : 0.4);
  kith_plot_hatch (cr, &strip->box, many ? 5 : 8, many);
  if (many)
    {
      cairo_set_line_width (cr, 1.5);
      kith_colour_set (cr, &plot->palette->text);
      cairo_rectangle (cr, strip->box.x, strip->box.y, strip->box.width, strip->box.height);
      kith_scribe_stroke (cr);
    }
  if (strip->box.width < 14)
    return;
  short_of = width + 8 > strip->box.width;
  width = short_of ? 8 : width;
  cairo_rectangle (cr, middle.x - width / 2 - 3, strip->box.y + 1.5, width + 6,
                   strip->box.height - 3);
  kith_colour_set (cr, &plot->palette->card);
  kith_scribe_fill (cr);
  kith_plot_text (cr, &plot->palette->text, short_of ? digits : words, KITH_TEXT_DIGIT, middle, 0.5,
                  -1);
}

static void
draw_row (cairo_t *cr, const KithPlot *plot, const Row *row)
{
  KithPoint at = { 2, row->y + NAME / 2 };

  if (row->name != NULL)
    at.x += 10
            + draw_words (cr, plot, &plot->palette->text, row->name, KITH_TEXT_LABEL, at,
                          plot->width * 0.6);
  draw_words (cr, plot, &plot->palette->dim, row->most, KITH_TEXT_SMALL, at,
              plot->width - at.x - 2);
}

static void
draw (cairo_t *cr, const KithPlot *plot)
{
  const Load *load = plot->data;

  draw_axis (cr, plot);
  draw_today (cr, plot);
  for (guint i = 0; i < load->rows->len; i++)
    draw_row (cr, plot, &g_array_index (load->rows, Row, i));
  for (guint i = 0; i < load->bars->len; i++)
    draw_bar (cr, plot, &g_array_index (load->bars, Bar, i));
  for (guint i = 0; i < load->bars->len; i++)
    draw_title (cr, plot, &g_array_index (load->bars, Bar, i));
  for (guint i = 0; i < load->strips->len; i++)
    draw_strip (cr, plot, &g_array_index (load->strips, Strip, i));
}

/* --- Making --- */

static char *
words_of (const KithStakeholder *who, const KithLoad *load)
{
  g_autofree char *words = kith_load_words (load);

  return g_strdup_printf ("%s: %s · %s", who->name, load->title, words);
}

static void
add_strips (KithPlot *plot, const KithStakeholder *who, const GArray *stretches, double y)
{
  Load *load = plot->data;

  for (guint i = 0; i < stretches->len; i++)
    {
      const KithLoadStretch *one = &g_array_index (stretches, KithLoadStretch, i);
      KithDate from = kith_date_of_day (one->from), to = kith_date_of_day (one->to - 1);
      g_autofree char *since = kith_date_to_words (&from);
      g_autofree char *until = kith_date_to_words (&to);
      Strip strip = { { x_of (plot, one->from), y, x_of (plot, one->to) - x_of (plot, one->from),
                        STRIP },
                      one->n };

      if (one->n < 2)
        continue;
      g_array_append_val (load->strips, strip);
      /* Translators: a stakeholder, how many changes it carries, and from when to when */
      kith_plot_add (plot, strip.box,
                     g_strdup_printf (ngettext ("%s: %u change at once, %s to %s",
                                                "%s: %u changes at once, %s to %s", one->n),
                                      who->name, one->n, since, until),
                     0);
    }
}

static guint
most_of (const GArray *stretches)
{
  guint most = 0;

  for (guint i = 0; i < stretches->len; i++)
    most = MAX (most, g_array_index (stretches, KithLoadStretch, i).n);
  return most;
}

static void
add_row (KithPlot *plot, const KithStakeholder *who, gboolean named, GString *all)
{
  Load *load = plot->data;
  g_autoptr (GPtrArray) loads = kith_loads_of (load->map, KITH_ID (who));
  g_autoptr (GArray) stretches = kith_load_stretches (loads);
  guint most = most_of (stretches);
  Row row = { named ? g_strdup (who->name) : NULL, NULL, plot->height };

  if (most == 0)
    {
      g_free (row.name);
      return;
    }
  row.most =
      g_strdup_printf (ngettext ("at most %u change at once", "at most %u changes at once", most),
                       most);
  g_array_append_val (load->rows, row);
  g_string_append_printf (all, " %s: %s.", who->name, row.most);
  plot->height += NAME;
  for (guint i = 0; i < loads->len; i++)
    {
      KithLoadSpan span;
      Bar bar = { .load = loads->pdata[i] };

      if (!kith_load_span (bar.load, &span))
        continue;
      bar.whole = (KithRect){ x_of (plot, span.from), plot->height,
                              x_of (plot, span.to) - x_of (plot, span.from), BAR };
      bar.embeds = x_of (plot, span.embeds);
      g_array_append_val (load->bars, bar);
      kith_plot_add (plot, bar.whole, words_of (who, bar.load), KITH_ID (bar.load));
      plot->height += LANE;
    }
  if (most > 1)
    {
      add_strips (plot, who, stretches, plot->height);
      plot->height += STRIP;
    }
  plot->height += GAP;
}

/* All that is carried, and today. */
static void
find_span (Load *load, KithId stakeholder, gint32 today)
{
  load->first = today;
  load->last = today;
  KITH_FOR_EACH (KithLoad, one, load->map, KITH_LOAD)
    {
      KithLoadSpan span;

      if ((stakeholder != 0 && one->stakeholder != stakeholder) || !kith_load_span (one, &span))
        continue;
      load->first = MIN (load->first, span.from);
      load->last = MAX (load->last, span.to);
    }
  load->last = MAX (load->last, load->first + 30);
}

/**
 * kith_load_plot_new:
 * @map: an audience's map
 * @stakeholder: one of its stakeholders; 0: all
 * @today: a Julian day, that is marked
 * @palette: its colours
 * @width: map units
 *
 * Returns: (transfer full) (nullable): who carries how much when; NULL where nobody carries anything
 */
KithPlot *
kith_load_plot_new (KithMap *map,
                    KithId stakeholder,
                    gint32 today,
                    const KithPalette *palette,
                    double width)
{
  g_autoptr (KithPlot) plot = kith_plot_new (width, palette);
  g_autoptr (GArray) bearers = kith_load_bearers (map);
  g_autoptr (GString) all = g_string_new (_ ("Who carries how much when."));
  Load *load = g_new0 (Load, 1);

  plot->data = load;
  plot->free_data = load_free;
  plot->draw = draw;
  load->map = kith_map_ref (map);
  load->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  load->strips = g_array_new (FALSE, FALSE, sizeof (Strip));
  load->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (load->rows, row_clear);
  load->today = today;
  find_span (load, stakeholder, today);
  plot->height = AXIS;
  for (guint i = 0; i < bearers->len; i++)
    {
      KithId id = g_array_index (bearers, KithId, i);

      if (stakeholder == 0 || id == stakeholder)
        add_row (plot, kith_map_stakeholder (map, id), stakeholder == 0, all);
    }
  if (load->rows->len == 0)
    return NULL;
  plot->words = g_string_free (g_steal_pointer (&all), FALSE);
  return g_steal_pointer (&plot);
}
