/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds of ratings: who is asked what of whom, who has answered, what differs, and the verbs of a
 * round. Knows maps, not how it is gone through.
 *
 *  1. An organisation is asked for its own end of each of its links that was there on the round's
 *     date, by the name of the other.
 *  2. A voice (a role) answers once an end and round; a later answer supersedes or corrects it.
 *     Passing over is not kept: what has no answer is asked again.
 *  3. What was said in a sealed round is stored like any other rating but is in no map that is
 *     shown, counted or exported as a picture, a table or words (kith_map_to_show), for nobody. */
#pragma once

#include "kith-map.h"

G_BEGIN_DECLS

/* What an audience may be shown of a map: kith_map_for_audience() without what was said in rounds
 * that are sealed; for the team a snapshot where nothing is (transfer full). */
KithMap *kith_map_to_show (KithMap *map, KithAudience audience);
/* The map without what was said in sealed rounds: itself where there is nothing (transfer full). */
KithMap *kith_map_opened (KithMap *map);
gboolean kith_rating_is_sealed (KithMap *map, const KithAssessment *rating);
const KithRound *kith_map_round (KithMap *map, KithId id);
/* Latest first (transfer container). */
GPtrArray *kith_map_rounds (KithMap *map);

/* One end of one link. */
typedef struct
{
  KithId link;
  KithEnd end;
} KithAsk;

GArray *kith_round_asks (KithMap *map, KithId stakeholder, const KithDate *date);

/* What a voice said of an end in a round last, or NULL. */
const KithAssessment *kith_round_said (KithMap *map,
                                       KithId round,
                                       const KithAsk *ask,
                                       const char *voice);
/* The same of our impressions only, or of all else only: others than the team know nothing of those. */
const KithAssessment *kith_round_said_as (KithMap *map,
                                          KithId round,
                                          const KithAsk *ask,
                                          const char *voice,
                                          gboolean impression);

/* How far a voice (NULL: any) has come. */
typedef struct
{
  guint asked;
  guint rated;
} KithRoundProgress;

KithRoundProgress kith_round_progress (KithMap *map,
                                       KithId round,
                                       KithId stakeholder,
                                       const char *voice);
/* "12 of 31 rated, 3 skipped" */
char *kith_round_progress_to_words (const KithRoundProgress *progress, guint skipped);

/* Who has answered for whom, and how often; by organisation, then by who began first. */
typedef struct
{
  KithId stakeholder;
  char *voice;
  KithRoundProgress progress;
} KithRoundVoice;

GPtrArray *kith_round_voices (KithMap *map, KithId round);
/* How a voice is spelled already in a round by that organisation, whatever its case, or NULL. */
const char *kith_round_find_voice (KithMap *map,
                                   KithId round,
                                   KithId stakeholder,
                                   const char *voice);

/* What the voices of a round said of one end. */
typedef struct
{
  char *voice;
  KithScore score;
} KithSaid;

typedef struct
{
  KithAsk ask;
  GArray *said; /* of KithSaid, by step, those without one last */
  guint voices; /* with a step */
  int low;      /* 0 where there is none */
  int high;
  double median;
  KithScore agreed; /* what the room agreed on in this round; not among the voices */
} KithSpread;

void kith_spread_free (KithSpread *spread);

/* What a sheet on paper or as a table asks or tells. */
typedef struct
{
  KithId stakeholder;
  KithId round;       /* 0: what holds, of whatever round */
  const char *voice;  /* NULL: every voice */
  gboolean blank;     /* asks only: says nothing of what was said */
  gboolean all_three; /* asks for respect and understanding too */
} KithRoundSheet;

/* What the voices of a sheet said of one of its ends, their last words only (transfer container of
 * KithAssessment); empty where it is blank. */
GPtrArray *kith_round_sheet_said (KithMap *map, const KithRoundSheet *sheet, const KithAsk *ask);
GArray *kith_round_sheet_asks (KithMap *map, const KithRoundSheet *sheet);

/* All ends of which a round says something, widest difference first (transfer full). */
GPtrArray *kith_round_spreads (KithMap *map, KithId round, KithDimension dimension);
/* Of one end (transfer full), NULL where nothing was said of it. */
KithSpread *kith_round_spread (KithMap *map,
                               KithId round,
                               const KithAsk *ask,
                               KithDimension dimension);

KithEdit *kith_verb_start_round (KithMap *map,
                                 const char *title,
                                 const KithDate *date,
                                 gboolean silent,
                                 KithId *id,
                                 GError **error);
KithEdit *kith_verb_rename_round (KithMap *map, KithId round, const char *title, GError **error);
/* Open: what was said silently is seen by all, once; closed: nothing is added any more. */
KithEdit *kith_verb_set_round_state (KithMap *map,
                                     KithId round,
                                     KithRoundState state,
                                     GError **error);
/* Its ratings stay; one that is sealed is refused, for they would be seen. */
KithEdit *kith_verb_delete_round (KithMap *map, KithId round, GError **error);
/* One answer of one voice; corrects what it said in this round. */
KithEdit *kith_verb_answer (KithMap *map,
                            KithId round,
                            const KithAsk *ask,
                            const char *voice,
                            KithBasis basis,
                            KithDimension dimension,
                            KithScore score,
                            GError **error);
/* What the room agrees on, beside what each voice said. */
KithEdit *kith_verb_agree (KithMap *map,
                           KithId round,
                           const KithAsk *ask,
                           KithDimension dimension,
                           KithScore score,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithSpread, kith_spread_free)

G_END_DECLS
