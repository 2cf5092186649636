/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Enumerations as data: each value has a key that never changes (in files) and a label that a
 * person reads. Knows nothing of records. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One value of an enumeration; its number is its place in the table, and 0 is the default. */
typedef struct
{
  const char *key;   /* stable, in files and on the command line; "" for "nothing said" */
  const char *label; /* untranslated; kith_enum_label() translates */
} KithEnumValue;

typedef struct
{
  const char *name;
  guint n_values;
  const KithEnumValue *values;
} KithEnum;

const char *kith_enum_key (const KithEnum *values, int value);
const char *kith_enum_label (const KithEnum *values, int value);
gboolean kith_enum_from_key (const KithEnum *values, const char *key, int *value);
gboolean kith_enum_guess (const KithEnum *values, const char *text, int *value);

/* Who may see a thing: from everything to least. An audience sees a field when it is not
 * greater than the audience that the field is for. */
typedef enum
{
  KITH_TEAM,
  KITH_PARTNERS,
  KITH_PUBLIC,
} KithAudience;

/* The sort of thing that a stakeholder is. */
typedef enum
{
  KITH_FORM_ORGANISATION,
  KITH_FORM_TEAM,
  KITH_FORM_ROLE,
  KITH_FORM_PERSON,
  KITH_FORM_GROUP,
} KithForm;

typedef enum
{
  KITH_LEVEL_UNSET,
  KITH_LEVEL_NEIGHBOURHOOD,
  KITH_LEVEL_PLACE,
  KITH_LEVEL_SYSTEM,
  KITH_LEVEL_REGION,
  KITH_LEVEL_NATION,
} KithLevel;

/* Place in the story. */
typedef enum
{
  KITH_STORY_AT_TABLE,
  KITH_STORY_NOT_INVOLVED,
  KITH_STORY_REPRESENTED,
} KithStory;

typedef enum
{
  KITH_LINK_WORKS_WITH,
  KITH_LINK_REFERS_TO,
  KITH_LINK_FUNDS,
  KITH_LINK_ACCOUNTABLE_TO,
  KITH_LINK_SHARES_INFORMATION,
  KITH_LINK_SHARES_STAFF,
  KITH_LINK_CO_LOCATED,
  KITH_LINK_ADVISES,
  KITH_LINK_INFORMAL,
  KITH_LINK_DISPUTE,
} KithLinkKind;

typedef enum
{
  KITH_DIRECTION_NONE,
  KITH_DIRECTION_A_TO_B,
  KITH_DIRECTION_B_TO_A,
  KITH_DIRECTION_BOTH,
} KithDirection;

typedef enum
{
  KITH_FREQUENCY_UNSET,
  KITH_FREQUENCY_RARE,
  KITH_FREQUENCY_MONTHLY,
  KITH_FREQUENCY_WEEKLY,
  KITH_FREQUENCY_DAILY,
} KithFrequency;

typedef enum
{
  KITH_STANDING_UNSET,
  KITH_STANDING_EQUAL,
  KITH_STANDING_A_OVER_B,
  KITH_STANDING_B_OVER_A,
} KithStanding;

/* An end of a link: also the one whose opinion of the other an assessment holds. */
typedef enum
{
  KITH_END_A,
  KITH_END_B,
} KithEnd;

typedef enum
{
  KITH_BASIS_IMPRESSION,
  KITH_BASIS_OWN_WORDS,
  KITH_BASIS_AGREED,
} KithBasis;

/* One dimension of an assessment: 1 to 5 are the five steps. */
typedef enum
{
  KITH_SCORE_UNSET = 0,
  KITH_SCORE_1 = 1,
  KITH_SCORE_2 = 2,
  KITH_SCORE_3 = 3,
  KITH_SCORE_4 = 4,
  KITH_SCORE_5 = 5,
  KITH_SCORE_NOT_KNOWN = 6,
  KITH_SCORE_NOT_ASKED = 7,
  KITH_SCORE_PREFER_NOT = 8,
} KithScore;

#define KITH_SCORE_IS_STEP(s) ((s) >= KITH_SCORE_1 && (s) <= KITH_SCORE_5)

/* What a rating scores: the three dimensions, and the optional details behind them, each with the
 * same five steps. */
typedef enum
{
  KITH_TRUST,
  KITH_RESPECT,
  KITH_UNDERSTANDING,
  KITH_N_DIMENSIONS,
  KITH_ITEM_PROMISES = KITH_N_DIMENSIONS, /* "They do what they said they would" */
  KITH_ITEM_DISAGREE,                     /* "We can disagree openly" */
  KITH_ITEM_OUTCOME,                      /* "We want the same outcome" */
  KITH_ITEM_EARLY,                        /* "They tell us early when something changes" */
  KITH_N_SCORES,
} KithDimension;

/* What an event did to the trust of an end. */
typedef enum
{
  KITH_EFFECT_UNSET,
  KITH_EFFECT_MINUS_2,
  KITH_EFFECT_MINUS_1,
  KITH_EFFECT_NONE,
  KITH_EFFECT_PLUS_1,
  KITH_EFFECT_PLUS_2,
} KithEffect;

/* Event kinds; the first five are offered first. */
typedef enum
{
  KITH_EVENT_OTHER,
  KITH_EVENT_FIRST_CONTACT,
  KITH_EVENT_JOINT_PROJECT,
  KITH_EVENT_PROMISE_KEPT,
  KITH_EVENT_NOT_MET,
  KITH_EVENT_REPAIR,
  KITH_EVENT_SMALL_WIN,
  KITH_EVENT_DISPUTE,
  KITH_EVENT_LEADERSHIP,
  KITH_EVENT_REORGANISATION,
  KITH_EVENT_FUNDING,
  KITH_EVENT_AGREEMENT,
  KITH_EVENT_SPACE_OPENED,
  KITH_EVENT_SPACE_CLOSED,
  KITH_EVENT_CRISIS,
  KITH_EVENT_INCIDENT,
  KITH_EVENT_WITHDRAWAL,
  KITH_EVENT_COMMUNITY,
} KithEventKind;

typedef enum
{
  KITH_SPACE_WORKING,
  KITH_SPACE_FORMING,
  KITH_SPACE_REPORTING,
  KITH_SPACE_DORMANT,
} KithSpaceStatus;

typedef enum
{
  KITH_ANNOTATION_TEXT,
  KITH_ANNOTATION_FRAME,
  KITH_ANNOTATION_BACKDROP,
  KITH_ANNOTATION_RING, /* an ellipse, or part of a ring */
  KITH_ANNOTATION_LINE, /* level or upright; an axis where it has a text */
} KithAnnotationForm;

/* How stakeholders are laid out. */
typedef enum
{
  KITH_ARRANGEMENT_FREE,
  KITH_ARRANGEMENT_COLUMNS,
  KITH_ARRANGEMENT_SEGMENTS,
  KITH_ARRANGEMENT_RINGS,
  KITH_ARRANGEMENT_RINGS_INWARD,
  KITH_ARRANGEMENT_GRID,
  KITH_ARRANGEMENT_AROUND,
  KITH_ARRANGEMENT_CIRCLE,
  KITH_ARRANGEMENT_COMMUNITY,
  KITH_ARRANGEMENT_PLACES,
} KithArrangement;

/* Whose account of an event it is: an event that only one side mentions is told as such. */
typedef enum
{
  KITH_TOLD_UNSET,
  KITH_TOLD_A,
  KITH_TOLD_B,
  KITH_TOLD_BOTH,
} KithTold;

/* What became of an inherited line. */
typedef enum
{
  KITH_QUOTE_HELD,
  KITH_QUOTE_QUESTIONED,
  KITH_QUOTE_LET_GO,
} KithQuoteStatus;

/* Of a round of ratings. */
typedef enum
{
  KITH_ROUND_OPEN,   /* its ratings count at once */
  KITH_ROUND_SEALED, /* rated silently: they neither show nor count until it is opened */
  KITH_ROUND_CLOSED,
} KithRoundState;

typedef enum
{
  KITH_SUCCESSION_MERGED, /* several became one */
  KITH_SUCCESSION_SPLIT,  /* one became several */
  KITH_SUCCESSION_BECAME, /* one took the place of one */
} KithSuccessionKind;

/* How a shared space is drawn. */
typedef enum
{
  KITH_SPACE_OUTLINE,
  KITH_SPACE_HUB,
} KithSpaceDrawing;

/* How a stakeholder sees a purpose. */
typedef enum
{
  KITH_STANCE_NOT_ASKED,
  KITH_STANCE_SHARES,
  KITH_STANCE_DIFFERS,
} KithStanceView;

typedef enum
{
  KITH_QUESTION_CAUSE,   /* a diagnosis is sought */
  KITH_QUESTION_MEANING, /* of a word */
  KITH_QUESTION_SOLUTION,
  KITH_QUESTION_OTHER,
} KithQuestionKind;

typedef enum
{
  KITH_ANSWER_PLAIN,
  KITH_ANSWER_SOLUTION, /* it says what to do, whatever was asked */
} KithAnswerKind;

/* What a pulse asks, each 1 to 5. */
typedef enum
{
  KITH_PULSE_PURPOSE,  /* "understands the purpose" */
  KITH_PULSE_BELIEF,   /* "wants it and believes it can deliver" */
  KITH_PULSE_SUPPORT,  /* "gets the support it needs" */
  KITH_PULSE_WAYS,     /* "understands the new ways of working" */
  KITH_PULSE_PARTNERS, /* "relationships with partners" */
  KITH_PULSE_ROLE,     /* "how people feel about their own role" */
  KITH_N_PULSE_MEASURES,
} KithPulseMeasure;

typedef enum
{
  KITH_CHANGE_UNSET,
  KITH_CHANGE_NONE,
  KITH_CHANGE_SMALL,
  KITH_CHANGE_MODERATE,
  KITH_CHANGE_LARGE,
  KITH_CHANGE_TRANSFORMED,
} KithChangeLevel;

typedef enum
{
  KITH_REPAIR_PLANNED,
  KITH_REPAIR_DONE,
  KITH_REPAIR_GIVEN_UP,
} KithRepairState;

/* What of a map is made visible. The first four are offered first. */
typedef enum
{
  KITH_LENS_TRUST,
  KITH_LENS_GAP,
  KITH_LENS_CHANGE, /* since a day: kith-compare.h */
  KITH_LENS_PLAIN,
  KITH_LENS_RESPECT,
  KITH_LENS_UNDERSTANDING,
  KITH_LENS_AGE,
  KITH_LENS_LAST_CONTACT,
  KITH_LENS_CONFLICT,
  KITH_LENS_BASIS,
  KITH_LENS_SECTOR,
  KITH_LENS_LEVEL,
  KITH_LENS_KIND,
  KITH_LENS_STORY,
  KITH_LENS_POSITIONS, /* on a question: view.question */
  KITH_LENS_PURPOSE,   /* who shares that of the map */
  KITH_LENS_PULSE,     /* the mean of the last pulse check */
  KITH_LENS_LOAD,      /* changes in their embedding window */
  KITH_LENS_SPACES,    /* in how many shared spaces */
  KITH_N_LENSES,
} KithLens;

extern const KithEnum kith_audiences;
extern const KithEnum kith_forms;
extern const KithEnum kith_levels;
extern const KithEnum kith_stories;
extern const KithEnum kith_link_kinds;
extern const KithEnum kith_directions;
extern const KithEnum kith_frequencies;
extern const KithEnum kith_standings;
extern const KithEnum kith_ends;
extern const KithEnum kith_bases;
extern const KithEnum kith_scores; /* words of trust: "Strong" */
extern const KithEnum kith_dimensions;
extern const KithEnum kith_effects;
extern const KithEnum kith_event_kinds;
extern const KithEnum kith_space_statuses;
extern const KithEnum kith_annotation_forms;
extern const KithEnum kith_arrangements;
extern const KithEnum kith_told;
extern const KithEnum kith_quote_statuses;
extern const KithEnum kith_round_states;
extern const KithEnum kith_succession_kinds;
extern const KithEnum kith_space_drawings;
extern const KithEnum kith_stances;
extern const KithEnum kith_question_kinds;
extern const KithEnum kith_answer_kinds;
extern const KithEnum kith_pulse_measures;
extern const KithEnum kith_change_levels;
extern const KithEnum kith_repair_states;
extern const KithEnum kith_lenses;

const char *kith_score_sentence (KithScore score);
/* "Strong" of trust, "Mostly" of a detail; why there is no step. */
const char *kith_score_word (KithDimension dimension, int score);
int kith_effect_value (KithEffect effect);

G_END_DECLS
