/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chapters of how people are: pulse checks, warning signs, and the changes that they carry. */
#include "kith-chapters-private.h"

#include <glib/gi18n-lib.h>

#include "kith-load-plot.h"
#include "kith-load.h"
#include "kith-pulse-plot.h"
#include "kith-pulse.h"
#include "kith-warning.h"

static const KithPalette *
paper (void)
{
  return kith_palette_get (KITH_PALETTE_LIGHT);
}

static GPtrArray *
warnings_of (const KithChapterSource *source)
{
  KithDate today = kith_date_of_day (kith_chapter_day (source));

  return kith_warnings (source->map, source->view->audience, &today);
}

/* --- Pulse checks --- */

static void
add_scores (KithChapter *chapter, const KithStakeholder *who, const GPtrArray *pulses)
{
  KithColumn columns[2 + KITH_N_PULSE_MEASURES] = { { N_ ("When"), 3 } };
  guint n = 1;
  KithPassage *table;

  for (guint i = 0; i < KITH_N_PULSE_MEASURES; i++)
    columns[n++] = (KithColumn){ kith_pulse_measures.values[i].label, 3 };
  columns[n++] = (KithColumn){ N_ ("Who answered"), 3 };
  table = kith_chapter_table (chapter, who->name, columns, n);
  table->behind = TRUE;
  for (guint i = 0; i < pulses->len; i++)
    {
      const KithPulse *pulse = pulses->pdata[i];
      char *cells[2 + KITH_N_PULSE_MEASURES] = { kith_date_to_words (&pulse->date) };

      for (guint k = 0; k < KITH_N_PULSE_MEASURES; k++)
        cells[1 + k] = kith_pulse_score_to_text (pulse->scores[k]);
      cells[1 + KITH_N_PULSE_MEASURES] = kith_pulse_count_words (pulse);
      kith_passage_take_row (table, cells);
    }
  kith_chapter_end_table (chapter);
}

void
kith_chapter_write_pulses (KithChapter *chapter, const KithChapterSource *source)
{
  g_autoptr (GArray) askers = kith_pulse_askers (source->map);
  g_autoptr (GPtrArray) warnings = warnings_of (source);

  for (guint i = 0; i < askers->len; i++)
    {
      KithId id = g_array_index (askers, KithId, i);
      const KithStakeholder *who = kith_map_stakeholder (source->map, id);
      g_autoptr (GPtrArray) pulses = kith_pulses_of (source->map, id);

      if (!kith_chapter_wants (source, id))
        continue;
      if (chapter->passages->len == 0)
        kith_chapter_words (chapter,
                            _ ("The mean of those who answered, 1 to 5; all charts have the same "
                               "scales. Fewer than five answers are for the working team only."));
      kith_chapter_heading (chapter, who->name);
      kith_chapter_plot (chapter,
                         kith_pulse_plot_new (source->map, id, warnings, paper (), source->width));
      add_scores (chapter, who, pulses);
    }
}

/* --- Warning signs --- */

static char *
seen_words (KithMap *map, KithId id)
{
  const KithAcknowledgement *seen = id != 0 ? kith_map_get (map, KITH_ACKNOWLEDGEMENT, id) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *when = NULL;

  if (seen == NULL)
    return g_strdup ("");
  when = kith_date_to_words (&seen->date);
  g_string_append (out, when);
  if (*seen->by != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", seen->by);
  if (*seen->note != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? ": " : "", seen->note);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

void
kith_chapter_write_warnings (KithChapter *chapter, const KithChapterSource *source)
{
  static const KithColumn columns[] = { { N_ ("Sign, with its reason"), 10 },
                                        { N_ ("Since"), 4 },
                                        { N_ ("Acknowledged"), 6 } };
  g_autoptr (GPtrArray) warnings = warnings_of (source);
  KithPassage *table;

  if (warnings->len == 0)
    return;
  kith_chapter_words (chapter, _ ("What a team may want to talk about. A sign is a question, not a "
                                  "verdict."));
  table = kith_chapter_table (chapter, chapter->title, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < warnings->len; i++)
    {
      const KithWarning *warning = warnings->pdata[i];

      if (kith_chapter_wants (source, warning->stakeholder))
        kith_passage_take_row (table, (char *[]){ g_strdup (warning->sentence),
                                                  kith_date_to_words (&warning->date),
                                                  seen_words (source->map, warning->seen) });
    }
  kith_chapter_end_table (chapter);
  if (chapter->passages->len == 1)
    g_ptr_array_set_size (chapter->passages, 0);
}

/* --- Change load --- */

static void
add_clashes (KithChapter *chapter, const KithStakeholder *who, const GPtrArray *loads)
{
  g_autoptr (GArray) stretches = kith_load_stretches (loads);

  for (guint i = 0; i < stretches->len; i++)
    {
      const KithLoadStretch *one = &g_array_index (stretches, KithLoadStretch, i);
      KithDate from = kith_date_of_day (one->from), to = kith_date_of_day (one->to - 1);
      g_autofree char *since = kith_date_to_words (&from);
      g_autofree char *until = kith_date_to_words (&to);
      g_autofree char *words = NULL;

      if (one->n < 2)
        continue;
      words = g_strdup_printf (ngettext ("%s: %u change at once, %s to %s",
                                         "%s: %u changes at once, %s to %s", one->n),
                               who->name, one->n, since, until);
      kith_chapter_words (chapter, words);
    }
}

static void
add_changes (KithPassage *table, const KithStakeholder *who, const GPtrArray *loads)
{
  for (guint i = 0; i < loads->len; i++)
    {
      const KithLoad *load = loads->pdata[i];

      kith_passage_take_row (table, (char *[]){ g_strdup (who->name), g_strdup (load->title),
                                                g_strdup (load->was), g_strdup (load->becomes),
                                                kith_load_words (load), g_strdup (load->help) });
    }
}

/* One chart of all, or where that is higher than a page one for each. */
static void
add_charts (KithChapter *chapter, const KithChapterSource *source, const GArray *bearers)
{
  gint32 today = kith_chapter_day (source);
  g_autoptr (KithPlot) all = source->pass == NULL ? kith_load_plot_new (source->map, 0, today,
                                                                        paper (), source->width)
                                                  : NULL;

  if (all != NULL && (source->most == 0 || all->height <= source->most))
    {
      kith_chapter_plot (chapter, g_steal_pointer (&all));
      return;
    }
  for (guint i = 0; i < bearers->len; i++)
    {
      KithId id = g_array_index (bearers, KithId, i);
      KithPlot *plot = kith_chapter_wants (source, id)
                           ? kith_load_plot_new (source->map, id, today, paper (), source->width)
                           : NULL;

      if (plot == NULL)
        continue;
      kith_chapter_heading (chapter, kith_map_stakeholder (source->map, id)->name);
      kith_chapter_plot (chapter, plot);
    }
}

void
kith_chapter_write_loads (KithChapter *chapter, const KithChapterSource *source)
{
  static const KithColumn columns[] = { { N_ ("Stakeholder"), 4 }, { N_ ("Change"), 4 },
                                        { N_ ("From"), 4 },        { N_ ("To"), 4 },
                                        { N_ ("How far"), 5 },     { N_ ("What would help"), 4 } };
  g_autoptr (GArray) bearers = kith_load_bearers (source->map);
  KithPassage *table;

  add_charts (chapter, source, bearers);
  for (guint pass = 0; pass < 2; pass++)
    {
      table = pass == 1
                  ? kith_chapter_table (chapter, _ ("The changes"), columns, G_N_ELEMENTS (columns))
                  : NULL;
      for (guint i = 0; i < bearers->len; i++)
        {
          KithId id = g_array_index (bearers, KithId, i);
          const KithStakeholder *who = kith_map_stakeholder (source->map, id);
          g_autoptr (GPtrArray) loads = kith_loads_of (source->map, id);

          if (!kith_chapter_wants (source, id))
            continue;
          if (pass == 0)
            add_clashes (chapter, who, loads);
          else
            add_changes (table, who, loads);
        }
    }
  kith_chapter_end_table (chapter);
}
