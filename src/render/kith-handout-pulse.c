/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet of a pulse check on paper, to be copied for everybody of a team: one sheet a person, without
 * a name on it. */
#include "kith-handout-private.h"

#include <glib/gi18n-lib.h>

/* As somebody would ask it. */
static const char *
question_of (KithPulseMeasure measure)
{
  static const char *const questions[KITH_N_PULSE_MEASURES] = {
    [KITH_PULSE_PURPOSE] = N_ ("I understand what this partnership is for."),
    [KITH_PULSE_BELIEF] = N_ ("I want it, and believe that we can deliver it."),
    [KITH_PULSE_SUPPORT] = N_ ("I get the support that I need for it."),
    [KITH_PULSE_WAYS] = N_ ("I understand the new ways of working."),
    [KITH_PULSE_PARTNERS] = N_ ("We get on well with our partners."),
    [KITH_PULSE_ROLE] = N_ ("I feel well about my own role in it."),
  };

  return _ (questions[measure]);
}

static char *
line_for (KithMap *map, const KithPulseRound *round)
{
  const char *title = kith_map_about (map)->title;
  g_autofree char *date = kith_date_to_words (&round->date);
  GString *line = g_string_new (*title != '\0' ? title : _ ("Untitled map"));

  if (*round->title != '\0')
    g_string_append_printf (line, " · %s", round->title);
  if (*date != '\0')
    g_string_append_printf (line, " · %s", date);
  return g_string_free (line, FALSE);
}

/**
 * kith_handout_new_pulse:
 * @map: what may be shown to those who get it: its title stands on the sheet
 * @round: when they are asked
 *
 * Returns: (transfer full): a sheet to be filled in by hand
 */
KithHandout *
kith_handout_new_pulse (KithMap *map, const KithPulseRound *round)
{
  g_autofree char *line = line_for (map, round);
  KithHandout *handout = kith_handout_begin (_ ("Pulse check"));

  kith_handout_add_text (handout, KITH_TEXT_TITLE, 0.0, _ ("Pulse check"));
  kith_handout_add_text (handout, KITH_TEXT_BODY, 4.0, line);
  kith_handout_add_text (
      handout, KITH_TEXT_BODY, 10.0,
      _ ("How is it for you? Cross one box in each row: 1 is not at all, 5 is fully. Leave out what "
         "you would rather not answer. Do not write your name: answers are put together, and a "
         "mean of fewer than five people is shown to nobody but the working team."));
  kith_handout_add_text (handout, KITH_TEXT_BODY, 16.0,
                         _ ("Team or organisation: ______________________________"));
  for (guint i = 0; i < KITH_N_PULSE_MEASURES; i++)
    kith_handout_add_scale (handout, question_of ((KithPulseMeasure) i));
  kith_handout_end (handout);
  return handout;
}
