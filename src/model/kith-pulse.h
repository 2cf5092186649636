/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pulse checks as they are read: those of a stakeholder by date, the rounds that they were taken
 * in, and scores as people write them. Knows maps, not who looks. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* When everybody was asked together. */
typedef struct
{
  char *title; /* "Spring 2026"; "" where none was given */
  KithDate date;
} KithPulseRound;

void kith_pulse_round_free (KithPulseRound *round);
/* Newest first; a new array that owns what it holds. */
GPtrArray *kith_pulse_rounds (KithMap *map);
/* A new array of borrowed records, by date. */
GPtrArray *kith_pulses_of (KithMap *map, KithId stakeholder);
/* What a stakeholder said in a round, or NULL. */
const KithPulse *kith_pulse_in (KithMap *map, KithId stakeholder, const KithPulseRound *round);
/* Ids of those with a pulse check, by name. */
GArray *kith_pulse_askers (KithMap *map);
gboolean kith_pulse_says_nothing (const KithPulse *pulse);
/* Only the working team may see it: people could be told from their mean. */
gboolean kith_pulse_is_of_few (const KithPulse *pulse);

/* Whether it has its date, no more answers than were asked, and scores from 1 to 5. */
gboolean kith_pulse_is_sound (const KithPulse *pulse, GError **error);

/* The last two of the measure that were answered, oldest first; 0 where there are fewer. */
void kith_pulse_last_two (const GPtrArray *pulses,
                          KithPulseMeasure measure,
                          int *before,
                          int *last);

/* Of all that was answered, in hundredths; 0 where nothing was. */
int kith_pulse_mean (const KithPulse *pulse);

/* "3.6", "4"; "" for no answer. */
char *kith_pulse_score_to_text (int score);
/* "3.6", "3,65", "4"; nothing or a dash: no answer. */
gboolean kith_pulse_score_parse (const char *text, int *score, GError **error);
/* "12 of 15 asked", "12 answered"; "" where nothing is said. */
char *kith_pulse_count_words (const KithPulse *pulse);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithPulseRound, kith_pulse_round_free)

G_END_DECLS
