/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-pulse-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "kith-pulse.h"
#include "kith-scribe.h"
#include "kith-warning.h"

#define TITLE 22.0   /* height of a measure's name */
#define PLOT 46.0    /* from 5 to 1 */
#define FOOT 22.0    /* dates, and the gap to the next */
#define BLANK 14.0   /* in place of a plot in which nothing would be */
#define GAP 18.0     /* between columns */
#define LEFT 14.0    /* for the digits of the scale */
#define RIGHT 42.0   /* for the last score and its sign */
#define MARK 3.2     /* radius */
#define TWO_WIDE 420 /* two columns from here on */
#define THREE_WIDE 720

typedef struct
{
  KithRect plot;
  GArray *dots; /* of KithPoint */
  char *last;   /* "3.2", or NULL */
  char *since;  /* "Apr 2026", where others have answered since; or NULL */
  gboolean sign;
  const char *title;
} Panel;

typedef struct
{
  Panel panels[KITH_N_PULSE_MEASURES];
  gint32 first; /* days between which all of the map's pulses lie */
  gint32 last;
  char *first_date;
  char *last_date;
  gboolean blank; /* nobody gave any score */
} Pulse;

static void
pulse_free (gpointer data)
{
  Pulse *pulse = data;

  for (guint i = 0; i < KITH_N_PULSE_MEASURES; i++)
    {
      g_clear_pointer (&pulse->panels[i].dots, g_array_unref);
      g_free (pulse->panels[i].last);
      g_free (pulse->panels[i].since);
    }
  g_free (pulse->first_date);
  g_free (pulse->last_date);
  g_free (pulse);
}

/* --- Drawing --- */

static double
y_of (const Panel *panel, double score)
{
  return panel->plot.y + panel->plot.height * (500 - score) / 400;
}

static void
draw_scale (cairo_t *cr, const KithPlot *plot, const Panel *panel)
{
  for (int step = 1; step <= 5; step += 2)
    {
      double y = floor (y_of (panel, step * 100)) + 0.5;
      char digit[2] = { (char) ('0' + step), '\0' };

      kith_colour_set_faint (cr, &plot->palette->line, 0.35);
      cairo_set_line_width (cr, 1.0);
      cairo_move_to (cr, panel->plot.x, y);
      cairo_line_to (cr, panel->plot.x + panel->plot.width, y);
      kith_scribe_stroke (cr);
      kith_plot_text (cr, &plot->palette->dim, digit, KITH_TEXT_DIGIT,
                      (KithPoint){ panel->plot.x - 5, y }, 1, -1);
    }
}

/* A triangle with its mark: said by shape, not by colour. */
static void
draw_sign (cairo_t *cr, const KithPlot *plot, KithPoint at)
{
  kith_colour_set (cr, &plot->palette->text);
  cairo_set_line_width (cr, 1.3);
  cairo_move_to (cr, at.x, at.y - 7);
  cairo_line_to (cr, at.x + 7, at.y + 5);
  cairo_line_to (cr, at.x - 7, at.y + 5);
  cairo_close_path (cr);
  kith_scribe_stroke (cr);
  cairo_move_to (cr, at.x, at.y - 3);
  cairo_line_to (cr, at.x, at.y + 1);
  kith_scribe_stroke (cr);
  cairo_arc (cr, at.x, at.y + 3, 0.9, 0, 2 * G_PI);
  kith_scribe_fill (cr);
}

static void
draw_line (cairo_t *cr, const KithPlot *plot, const Panel *panel)
{
  kith_colour_set (cr, &plot->palette->space);
  cairo_set_line_width (cr, 2.0);
  cairo_new_path (cr); /* text leaves a point behind */
  for (guint i = 0; i < panel->dots->len; i++)
    {
      const KithPoint *dot = &g_array_index (panel->dots, KithPoint, i);

      cairo_line_to (cr, dot->x, dot->y);
    }
  kith_scribe_stroke (cr);
  for (guint i = 0; i < panel->dots->len; i++)
    {
      const KithPoint *dot = &g_array_index (panel->dots, KithPoint, i);

      cairo_arc (cr, dot->x, dot->y, MARK, 0, 2 * G_PI);
      kith_scribe_fill (cr);
    }
}

/* At the point that it is of; what is not of the newest round says when it was. */
static void
draw_last (cairo_t *cr, const KithPlot *plot, const Panel *panel)
{
  const KithPoint *end = &g_array_index (panel->dots, KithPoint, panel->dots->len - 1);
  g_autofree char *words = panel->since != NULL
                               ? g_strdup_printf ("%s · %s", panel->last, panel->since)
                               : g_strdup (panel->last);
  g_autoptr (PangoLayout) layout = kith_text_layout (words, KITH_TEXT_DIGIT, -1, 1);
  double most = panel->plot.x + panel->plot.width + RIGHT - (panel->sign ? 24 : 0);
  double above = end->y - panel->plot.y > panel->plot.height / 2 ? -13 : 13;
  double width, height;
  KithPoint at;

  kith_text_size (layout, &width, &height);
  at = (KithPoint){ MIN (end->x + 8, most - width), end->y };
  if (at.x < end->x + MARK)
    at.y += above;
  cairo_rectangle (cr, at.x - 2, at.y - height / 2, width + 4, height);
  kith_colour_set (cr, &plot->palette->card);
  kith_scribe_fill (cr);
  kith_plot_text (cr, &plot->palette->text, words, KITH_TEXT_DIGIT, at, 0, -1);
  if (panel->sign)
    draw_sign (cr, plot, (KithPoint){ at.x + width + 12, at.y });
}

/* Lines and dates round nothing would look like a score that one fails to see. */
static void
draw_no_answer (cairo_t *cr, const KithPlot *plot, const Panel *panel)
{
  kith_plot_text (cr, &plot->palette->dim, _ ("No answer"), KITH_TEXT_SMALL,
                  (KithPoint){ panel->plot.x - LEFT, panel->plot.y + 4 }, 0, panel->plot.width);
}

static void
draw_dates (cairo_t *cr, const KithPlot *plot, const Panel *panel)
{
  const Pulse *pulse = plot->data;
  double right = panel->plot.x + panel->plot.width;
  double foot = panel->plot.y + panel->plot.height + 10;

  kith_plot_text (cr, &plot->palette->dim, pulse->first_date, KITH_TEXT_DIGIT,
                  (KithPoint){ panel->plot.x, foot }, 0, panel->plot.width / 2);
  if (pulse->last_date != NULL)
    kith_plot_text (cr, &plot->palette->dim, pulse->last_date, KITH_TEXT_DIGIT,
                    (KithPoint){ right, foot }, 1, panel->plot.width / 2);
}

static void
draw_panel (cairo_t *cr, const KithPlot *plot, const Panel *panel)
{
  kith_plot_text (cr, &plot->palette->text, panel->title, KITH_TEXT_SMALL,
                  (KithPoint){ panel->plot.x - LEFT, panel->plot.y - 14 }, 0,
                  panel->plot.width + LEFT + RIGHT);
  if (panel->last == NULL)
    {
      draw_no_answer (cr, plot, panel);
      return;
    }
  draw_scale (cr, plot, panel);
  draw_line (cr, plot, panel);
  draw_last (cr, plot, panel);
  draw_dates (cr, plot, panel);
}

static void
draw (cairo_t *cr, const KithPlot *plot)
{
  const Pulse *pulse = plot->data;

  if (pulse->blank)
    {
      kith_plot_text (cr, &plot->palette->dim, _ ("Asked, but no score has been given."),
                      KITH_TEXT_SMALL, (KithPoint){ 0, TITLE / 2 }, 0, plot->width);
      return;
    }
  for (guint i = 0; i < KITH_N_PULSE_MEASURES; i++)
    draw_panel (cr, plot, &pulse->panels[i]);
}

/* --- Making --- */

static gint32
day_of (const KithPulse *pulse)
{
  return pulse->date.first == KITH_DAY_OPEN_FIRST ? pulse->date.last : pulse->date.first;
}

static char *
words_of (const KithPulse *pulse, guint measure)
{
  g_autofree char *date = kith_date_to_words (&pulse->date);
  g_autofree char *score = kith_pulse_score_to_text (pulse->scores[measure]);
  g_autofree char *count = kith_pulse_count_words (pulse);
  g_autoptr (GString) out = g_string_new (NULL);

  /* Translators: what was asked, the score, and when: "Understands the purpose: 3.6, April 2026" */
  g_string_append_printf (out, _ ("%s: %s, %s"),
                          kith_enum_label (&kith_pulse_measures, (int) measure), score, date);
  if (*pulse->round != '\0')
    g_string_append_printf (out, " · %s", pulse->round);
  if (*count != '\0')
    g_string_append_printf (out, " · %s", count);
  if (kith_pulse_is_of_few (pulse))
    g_string_append_printf (out, " · %s", _ ("for the working team only"));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The days between which all of the map's pulses lie: the charts of all stakeholders share them. */
static void
find_span (Pulse *self, KithMap *map)
{
  self->first = G_MAXINT32;
  self->last = G_MININT32;
  KITH_FOR_EACH (KithPulse, pulse, map, KITH_PULSE)
    if (kith_date_is_set (&pulse->date)) /* a file may hold one without */
      {
        self->first = MIN (self->first, day_of (pulse));
        self->last = MAX (self->last, day_of (pulse));
      }
  if (self->first > self->last)
    self->first = self->last = 1;
}

static double
x_of (const Pulse *pulse, const Panel *panel, gint32 day)
{
  double part = pulse->first < pulse->last
                    ? (double) (day - pulse->first) / (pulse->last - pulse->first)
                    : 0.5;

  return panel->plot.x + MARK + part * (panel->plot.width - 2 * MARK);
}

static char *
month_words (gint32 day)
{
  GDate date;
  KithDate month;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) MAX (day, 1));
  month = kith_date_month (g_date_get_year (&date), (int) g_date_get_month (&date));
  return kith_date_to_short_words (&month);
}

static gboolean
counts (const KithPulse *pulse, guint measure)
{
  return pulse->scores[measure] != 0 && kith_date_is_set (&pulse->date);
}

static gboolean
is_answered (const GPtrArray *pulses, guint measure)
{
  for (guint i = 0; i < pulses->len; i++)
    if (counts (pulses->pdata[i], measure))
      return TRUE;
  return FALSE;
}

static void
fill_panel (KithPlot *plot, guint measure, const GPtrArray *pulses)
{
  Pulse *self = plot->data;
  Panel *panel = &self->panels[measure];

  for (guint i = 0; i < pulses->len; i++)
    {
      const KithPulse *pulse = pulses->pdata[i];
      KithPoint dot = { x_of (self, panel, day_of (pulse)), y_of (panel, pulse->scores[measure]) };

      if (!counts (pulse, measure))
        continue;
      g_array_append_val (panel->dots, dot);
      g_free (panel->last);
      panel->last = kith_pulse_score_to_text (pulse->scores[measure]);
      g_free (panel->since);
      panel->since = day_of (pulse) < self->last ? month_words (day_of (pulse)) : NULL;
      kith_plot_add (plot, (KithRect){ dot.x - MARK, dot.y - MARK, 2 * MARK, 2 * MARK },
                     words_of (pulse, measure), KITH_ID (pulse));
    }
}

/* A sign of a measure spells itself "pulse-low/support/2026-04". */
static gboolean
has_sign (const GPtrArray *warnings, KithId stakeholder, guint measure)
{
  g_autofree char *part = g_strdup_printf ("/%s/",
                                           kith_enum_key (&kith_pulse_measures, (int) measure));

  for (guint i = 0; i < warnings->len; i++)
    {
      const KithWarning *warning = warnings->pdata[i];

      if (warning->stakeholder == stakeholder && g_str_has_prefix (warning->key, "pulse-")
          && strstr (warning->key, part) != NULL)
        return TRUE;
    }
  return FALSE;
}

static char *
say_all (const KithStakeholder *who, const Pulse *pulse)
{
  g_autoptr (GString) out = g_string_new (NULL);

  /* Translators: a stakeholder, whose pulse checks follow */
  g_string_append_printf (out, _ ("Pulse checks of %s."), who->name);
  if (pulse->blank)
    {
      g_string_append_printf (out, " %s", _ ("Asked, but no score has been given."));
      return g_string_free (g_steal_pointer (&out), FALSE);
    }
  for (guint i = 0; i < KITH_N_PULSE_MEASURES; i++)
    {
      const Panel *panel = &pulse->panels[i];

      g_string_append_printf (out, " %s: %s", panel->title,
                              panel->last != NULL ? panel->last : _ ("No answer"));
      if (panel->since != NULL)
        g_string_append_printf (out, " (%s)", panel->since);
      g_string_append_printf (out, "%s.", panel->sign ? _ (", a warning sign") : "");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
say_span (Pulse *pulse)
{
  pulse->first_date = month_words (pulse->first);
  if (pulse->last > pulse->first)
    pulse->last_date = month_words (pulse->last);
}

/* A row in which nothing was answered is only as high as its words. Returns the height of all. */
static double
place_panels (Pulse *self, const GPtrArray *pulses, double width)
{
  guint columns = width < TWO_WIDE ? 1 : width < THREE_WIDE ? 2 : 3;
  double wide = (width - (columns - 1) * GAP) / columns, y = 0;

  for (guint begin = 0; begin < KITH_N_PULSE_MEASURES; begin += columns)
    {
      gboolean answered = FALSE;

      for (guint i = begin; i < MIN (begin + columns, KITH_N_PULSE_MEASURES); i++)
        {
          self->panels[i].plot = (KithRect){ (i - begin) * (wide + GAP) + LEFT, y + TITLE,
                                             MAX (wide - LEFT - RIGHT, 20), PLOT };
          answered |= is_answered (pulses, i);
        }
      y += TITLE + (answered ? PLOT : BLANK) + FOOT;
    }
  return y;
}

static gboolean
is_blank (const GPtrArray *pulses)
{
  for (guint i = 0; i < KITH_N_PULSE_MEASURES; i++)
    if (is_answered (pulses, i))
      return FALSE;
  return TRUE;
}

/**
 * kith_pulse_plot_new:
 * @map: an audience's map
 * @stakeholder: one of its stakeholders, with a pulse check
 * @warnings: KithWarning of the map
 * @palette: its colours
 * @width: map units
 *
 * Returns: (transfer full) (nullable): its pulse; NULL where it has none
 */
KithPlot *
kith_pulse_plot_new (KithMap *map,
                     KithId stakeholder,
                     const GPtrArray *warnings,
                     const KithPalette *palette,
                     double width)
{
  g_autoptr (GPtrArray) pulses = kith_pulses_of (map, stakeholder);
  Pulse *pulse = g_new0 (Pulse, 1);
  KithPlot *plot;

  if (pulses->len == 0)
    {
      g_free (pulse);
      return NULL;
    }
  plot = kith_plot_new (width, palette);
  plot->data = pulse;
  plot->free_data = pulse_free;
  plot->draw = draw;
  find_span (pulse, map);
  say_span (pulse);
  pulse->blank = is_blank (pulses);
  plot->height = place_panels (pulse, pulses, width);
  if (pulse->blank)
    plot->height = TITLE;
  for (guint i = 0; i < KITH_N_PULSE_MEASURES; i++)
    {
      Panel *panel = &pulse->panels[i];

      panel->dots = g_array_new (FALSE, FALSE, sizeof (KithPoint));
      panel->title = kith_enum_label (&kith_pulse_measures, (int) i);
      panel->sign = has_sign (warnings, stakeholder, i);
      fill_panel (plot, i, pulses);
    }
  plot->words = say_all (kith_map_stakeholder (map, stakeholder), pulse);
  return plot;
}
