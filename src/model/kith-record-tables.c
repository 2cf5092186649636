/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that Kith keeps about each kind of record, once: copying, comparing, validating,
 * SQL, digest, redaction, CSV and JSON all loop over these tables. */
#include "kith-record.h"

#include <glib/gi18n-lib.h>

#define NAME_MAX_CHARS 500
#define NOTE_MAX_CHARS 65536
/* Two megabytes as base64 */
#define PICTURE_MAX_CHARS (2 * 1024 * 1024 / 3 * 4 + 4)
#define AT(Type, member) G_STRUCT_OFFSET (Type, member)

/* A reference, never empty; what it refers to takes this record along when it is deleted. */
#define REF(Type, member, to)                                                   \
  {                                                                             \
#member, KITH_TYPE_REF, AT(Type, member), KITH_PUBLIC, NULL, to, TRUE, 0, 0 \
  }
/* The same, but may be empty. */
#define MAY_REF(Type, member, to)                                                \
  {                                                                              \
#member, KITH_TYPE_REF, AT(Type, member), KITH_PUBLIC, NULL, to, FALSE, 0, 0 \
  }
#define ENUM(Type, member, table, who)                                     \
  {                                                                        \
#member, KITH_TYPE_ENUM, AT(Type, member), who, &table, 0, FALSE, 0, 0 \
  }
#define SCORE(member, dimension)                                                                 \
  {                                                                                              \
#member, KITH_TYPE_ENUM, AT(KithAssessment, scores[dimension]), KITH_PARTNERS, &kith_scores, \
        0, FALSE, 0, 0                                                                           \
  }
/* Hundredths of a step; 0: no answer. */
#define PULSE(member, measure)                                                                    \
  {                                                                                               \
#member, KITH_TYPE_INT, AT(KithPulse, scores[measure]), KITH_PARTNERS, NULL, 0, FALSE, 0, 500 \
  }
#define NUMBER(Type, member, low, high)                                              \
  {                                                                                  \
#member, KITH_TYPE_INT, AT(Type, member), KITH_PUBLIC, NULL, 0, FALSE, low, high \
  }
#define NAME(Type, member)                                                                   \
  {                                                                                          \
#member, KITH_TYPE_TEXT, AT(Type, member), KITH_PUBLIC, NULL, 0, TRUE, 0, NAME_MAX_CHARS \
  }
#define SHORT(Type, member, who)                                                      \
  {                                                                                   \
#member, KITH_TYPE_TEXT, AT(Type, member), who, NULL, 0, FALSE, 0, NAME_MAX_CHARS \
  }
#define TEXT(Type, member, who)                                                       \
  {                                                                                   \
#member, KITH_TYPE_TEXT, AT(Type, member), who, NULL, 0, FALSE, 0, NOTE_MAX_CHARS \
  }
#define PARTNERS_NUMBER(Type, member, low, high)                                       \
  {                                                                                    \
#member, KITH_TYPE_INT, AT(Type, member), KITH_PARTNERS, NULL, 0, FALSE, low, high \
  }
#define DATE(Type, member)                                                       \
  {                                                                              \
#member, KITH_TYPE_DATE, AT(Type, member), KITH_PUBLIC, NULL, 0, FALSE, 0, 0 \
  }
#define COORD(Type, member)                                                       \
  {                                                                               \
#member, KITH_TYPE_COORD, AT(Type, member), KITH_PUBLIC, NULL, 0, FALSE, 0, 0 \
  }
#define SIZE(Type, member)                                                       \
  {                                                                              \
#member, KITH_TYPE_SIZE, AT(Type, member), KITH_PUBLIC, NULL, 0, FALSE, 0, 0 \
  }
#define YES_NO(Type, member)                                                     \
  {                                                                              \
#member, KITH_TYPE_BOOL, AT(Type, member), KITH_PUBLIC, NULL, 0, FALSE, 0, 1 \
  }
/* A private record is dropped whole, so its mark is seen by the team only. */
#define PRIVATE(Type)                                                                 \
  {                                                                                   \
    "private", KITH_TYPE_BOOL, AT (Type, is_private), KITH_TEAM, NULL, 0, FALSE, 0, 1 \
  }
#define TIME(Type, member, who)                                                   \
  {                                                                               \
#member, KITH_TYPE_TIME, AT(Type, member), who, NULL, 0, FALSE, 0, G_MAXINT64 \
  }

static const KithField about_fields[] = {
  SHORT (KithAbout, title, KITH_PUBLIC),      TEXT (KithAbout, purpose, KITH_PUBLIC),
  TEXT (KithAbout, description, KITH_PUBLIC), SHORT (KithAbout, owner, KITH_PUBLIC),
  TEXT (KithAbout, private_note, KITH_TEAM),  DATE (KithAbout, review),
  SHORT (KithAbout, key, KITH_TEAM),          SHORT (KithAbout, size_by, KITH_PUBLIC),
  NUMBER (KithAbout, pulse_every, 0, 120),
};

static const KithField sector_fields[] = {
  SHORT (KithSector, name, KITH_PUBLIC),
  NUMBER (KithSector, colour, 0, 12),
  NUMBER (KithSector, sign, 0, 12),
};

static const KithField picture_fields[] = {
  SHORT (KithPicture, name, KITH_PARTNERS),
  SHORT (KithPicture, type, KITH_PUBLIC),
  NUMBER (KithPicture, width, 1, 16384),
  NUMBER (KithPicture, height, 1, 16384),
  { "data", KITH_TYPE_TEXT, AT (KithPicture, data), KITH_PUBLIC, NULL, 0, TRUE, 0,
    PICTURE_MAX_CHARS },
};

static const KithField stakeholder_fields[] = {
  NAME (KithStakeholder, name),
  SHORT (KithStakeholder, short_name, KITH_PUBLIC),
  MAY_REF (KithStakeholder, sector, KITH_SECTOR),
  SHORT (KithStakeholder, kind, KITH_PUBLIC),
  ENUM (KithStakeholder, form, kith_forms, KITH_PUBLIC),
  ENUM (KithStakeholder, level, kith_levels, KITH_PUBLIC),
  ENUM (KithStakeholder, story, kith_stories, KITH_PUBLIC),
  TEXT (KithStakeholder, description, KITH_PUBLIC),
  TEXT (KithStakeholder, private_note, KITH_TEAM),
  PRIVATE (KithStakeholder),
  DATE (KithStakeholder, from),
  DATE (KithStakeholder, to),
  COORD (KithStakeholder, x),
  COORD (KithStakeholder, y),
  SIZE (KithStakeholder, width),
  SIZE (KithStakeholder, height),
  YES_NO (KithStakeholder, pinned),
  SHORT (KithStakeholder, tags, KITH_PARTNERS),
  TEXT (KithStakeholder, fields, KITH_PARTNERS),
  PARTNERS_NUMBER (KithStakeholder, power, 0, 5),
  PARTNERS_NUMBER (KithStakeholder, interest, 0, 5),
  MAY_REF (KithStakeholder, picture, KITH_PICTURE),
  NUMBER (KithStakeholder, scale, 0, 300),
};

static const KithField link_fields[] = {
  REF (KithLink, a, KITH_STAKEHOLDER),
  REF (KithLink, b, KITH_STAKEHOLDER),
  ENUM (KithLink, kind, kith_link_kinds, KITH_PUBLIC),
  ENUM (KithLink, direction, kith_directions, KITH_PUBLIC),
  ENUM (KithLink, frequency, kith_frequencies, KITH_PUBLIC),
  ENUM (KithLink, standing, kith_standings, KITH_PARTNERS),
  TEXT (KithLink, note, KITH_PARTNERS),
  TEXT (KithLink, private_note, KITH_TEAM),
  PRIVATE (KithLink),
  DATE (KithLink, from),
  DATE (KithLink, to),
  SHORT (KithLink, label, KITH_PUBLIC),
  SHORT (KithLink, tags, KITH_PARTNERS),
  TEXT (KithLink, fields, KITH_PARTNERS),
  COORD (KithLink, bend),
  COORD (KithLink, bend_along),
  SHORT (KithLink, need_a, KITH_PARTNERS),
  SHORT (KithLink, need_b, KITH_PARTNERS),
};

static const KithField round_fields[] = {
  NAME (KithRound, title),
  DATE (KithRound, date),
  ENUM (KithRound, state, kith_round_states, KITH_PARTNERS),
  TEXT (KithRound, note, KITH_TEAM),
};

static const KithField assessment_fields[] = {
  REF (KithAssessment, link, KITH_LINK),
  ENUM (KithAssessment, end, kith_ends, KITH_PARTNERS),
  DATE (KithAssessment, date),
  SHORT (KithAssessment, voice, KITH_TEAM),
  ENUM (KithAssessment, basis, kith_bases, KITH_PARTNERS),
  SCORE (trust, KITH_TRUST),
  SCORE (respect, KITH_RESPECT),
  SCORE (understanding, KITH_UNDERSTANDING),
  TEXT (KithAssessment, note, KITH_TEAM),
  PRIVATE (KithAssessment),
  TIME (KithAssessment, entered, KITH_PARTNERS),
  SCORE (promises, KITH_ITEM_PROMISES),
  SCORE (disagree, KITH_ITEM_DISAGREE),
  SCORE (outcome, KITH_ITEM_OUTCOME),
  SCORE (early, KITH_ITEM_EARLY),
  MAY_REF (KithAssessment, round, KITH_ROUND),
};

static const KithField space_fields[] = {
  NAME (KithSpace, name),
  TEXT (KithSpace, purpose, KITH_PUBLIC),
  SHORT (KithSpace, rhythm, KITH_PUBLIC),
  ENUM (KithSpace, status, kith_space_statuses, KITH_PARTNERS),
  TEXT (KithSpace, description, KITH_PUBLIC),
  TEXT (KithSpace, private_note, KITH_TEAM),
  PRIVATE (KithSpace),
  DATE (KithSpace, from),
  DATE (KithSpace, to),
  TEXT (KithSpace, principles, KITH_PUBLIC),
  ENUM (KithSpace, drawn, kith_space_drawings, KITH_PUBLIC),
  COORD (KithSpace, x),
  COORD (KithSpace, y),
};

static const KithField membership_fields[] = {
  REF (KithMembership, space, KITH_SPACE),
  REF (KithMembership, stakeholder, KITH_STAKEHOLDER),
  SHORT (KithMembership, role, KITH_PUBLIC),
  DATE (KithMembership, from),
  DATE (KithMembership, to),
  YES_NO (KithMembership, host),
};

static const KithField event_fields[] = {
  MAY_REF (KithEvent, link, KITH_LINK),
  MAY_REF (KithEvent, stakeholder, KITH_STAKEHOLDER),
  MAY_REF (KithEvent, space, KITH_SPACE),
  DATE (KithEvent, date),
  DATE (KithEvent, until),
  ENUM (KithEvent, kind, kith_event_kinds, KITH_PUBLIC),
  SHORT (KithEvent, title, KITH_PUBLIC),
  TEXT (KithEvent, narrative, KITH_PARTNERS),
  SHORT (KithEvent, teller, KITH_TEAM),
  ENUM (KithEvent, effect_a, kith_effects, KITH_PARTNERS),
  ENUM (KithEvent, effect_b, kith_effects, KITH_PARTNERS),
  PRIVATE (KithEvent),
  ENUM (KithEvent, told, kith_told, KITH_PARTNERS),
};

static const KithField annotation_fields[] = {
  ENUM (KithAnnotation, form, kith_annotation_forms, KITH_PUBLIC),
  TEXT (KithAnnotation, text, KITH_PUBLIC),
  COORD (KithAnnotation, x),
  COORD (KithAnnotation, y),
  SIZE (KithAnnotation, width),
  SIZE (KithAnnotation, height),
  NUMBER (KithAnnotation, colour, 0, 12),
  NUMBER (KithAnnotation, opacity, 0, 100),
  MAY_REF (KithAnnotation, picture, KITH_PICTURE),
  YES_NO (KithAnnotation, locked),
  PRIVATE (KithAnnotation),
  ENUM (KithAnnotation, arrangement, kith_arrangements, KITH_PUBLIC),
  NUMBER (KithAnnotation, inner, 0, 1000),
  NUMBER (KithAnnotation, turn, 0, 1000),
  NUMBER (KithAnnotation, sweep, 0, 1000),
};

static const KithField name_fields[] = {
  REF (KithName, stakeholder, KITH_STAKEHOLDER),
  NAME (KithName, name),
  SHORT (KithName, short_name, KITH_PUBLIC),
  DATE (KithName, to),
};

static const KithField succession_fields[] = {
  REF (KithSuccession, before, KITH_STAKEHOLDER),
  REF (KithSuccession, after, KITH_STAKEHOLDER),
  ENUM (KithSuccession, kind, kith_succession_kinds, KITH_PUBLIC),
  DATE (KithSuccession, date),
  TEXT (KithSuccession, note, KITH_PARTNERS),
};

static const KithField quote_fields[] = {
  MAY_REF (KithQuote, link, KITH_LINK),
  MAY_REF (KithQuote, stakeholder, KITH_STAKEHOLDER),
  ENUM (KithQuote, told, kith_told, KITH_PARTNERS),
  { "text", KITH_TYPE_TEXT, AT (KithQuote, text), KITH_PARTNERS, NULL, 0, TRUE, 0, NOTE_MAX_CHARS },
  ENUM (KithQuote, status, kith_quote_statuses, KITH_PARTNERS),
  DATE (KithQuote, date),
  DATE (KithQuote, turned),
  DATE (KithQuote, let_go),
  SHORT (KithQuote, teller, KITH_TEAM),
  PRIVATE (KithQuote),
};

static const KithField question_fields[] = {
  NAME (KithQuestion, title),
  ENUM (KithQuestion, kind, kith_question_kinds, KITH_PUBLIC),
  DATE (KithQuestion, asked),
  NUMBER (KithQuestion, rank, 0, 1000000),
  TEXT (KithQuestion, heard, KITH_PARTNERS),
  TEXT (KithQuestion, differs, KITH_PARTNERS),
  TEXT (KithQuestion, follows, KITH_PARTNERS),
  TEXT (KithQuestion, private_note, KITH_TEAM),
  PRIVATE (KithQuestion),
};

/* What a filter asks may name what is not for all eyes: an audience's map has as much of it as that
 * audience may see asked (kith-audience.c), and only the public's own scenes are public. */
static const KithField scene_fields[] = {
  NAME (KithScene, title),
  TEXT (KithScene, sentence, KITH_PUBLIC),
  TEXT (KithScene, note, KITH_TEAM),
  NUMBER (KithScene, rank, 0, 1000000),
  ENUM (KithScene, audience, kith_audiences, KITH_PUBLIC),
  ENUM (KithScene, lens, kith_lenses, KITH_PUBLIC),
  MAY_REF (KithScene, through, KITH_STAKEHOLDER),
  DATE (KithScene, since),
  TEXT (KithScene, filter, KITH_TEAM),
  YES_NO (KithScene, hides),
  MAY_REF (KithScene, focus, KITH_STAKEHOLDER),
  NUMBER (KithScene, steps, 0, 9),
  MAY_REF (KithScene, link, KITH_LINK),
  DATE (KithScene, day),
  YES_NO (KithScene, lines),
  YES_NO (KithScene, ended),
  COORD (KithScene, x),
  COORD (KithScene, y),
  SIZE (KithScene, width),
  SIZE (KithScene, height),
  PRIVATE (KithScene),
  MAY_REF (KithScene, question, KITH_QUESTION),
};

static const KithField stance_fields[] = {
  REF (KithStance, stakeholder, KITH_STAKEHOLDER),
  MAY_REF (KithStance, space, KITH_SPACE),
  ENUM (KithStance, view, kith_stances, KITH_PARTNERS),
  ENUM (KithStance, basis, kith_bases, KITH_PARTNERS),
  TEXT (KithStance, words, KITH_PARTNERS),
  DATE (KithStance, date),
  SHORT (KithStance, teller, KITH_TEAM),
  TIME (KithStance, entered, KITH_PARTNERS),
  PRIVATE (KithStance),
};

static const KithField position_fields[] = {
  REF (KithPosition, question, KITH_QUESTION),     NAME (KithPosition, title),
  TEXT (KithPosition, description, KITH_PARTNERS), NUMBER (KithPosition, colour, 0, 12),
  NUMBER (KithPosition, rank, 0, 1000000),
};

static const KithField answer_fields[] = {
  REF (KithAnswer, question, KITH_QUESTION),
  REF (KithAnswer, stakeholder, KITH_STAKEHOLDER),
  MAY_REF (KithAnswer, position, KITH_POSITION),
  { "text", KITH_TYPE_TEXT, AT (KithAnswer, text), KITH_PARTNERS, NULL, 0, TRUE, 0,
    NOTE_MAX_CHARS },
  ENUM (KithAnswer, kind, kith_answer_kinds, KITH_PARTNERS),
  ENUM (KithAnswer, basis, kith_bases, KITH_PARTNERS),
  DATE (KithAnswer, date),
  SHORT (KithAnswer, teller, KITH_TEAM),
  TIME (KithAnswer, entered, KITH_PARTNERS),
  PRIVATE (KithAnswer),
};

static const KithField pulse_fields[] = {
  REF (KithPulse, stakeholder, KITH_STAKEHOLDER),
  DATE (KithPulse, date),
  SHORT (KithPulse, round, KITH_PARTNERS),
  PULSE (purpose, KITH_PULSE_PURPOSE),
  PULSE (belief, KITH_PULSE_BELIEF),
  PULSE (support, KITH_PULSE_SUPPORT),
  PULSE (ways, KITH_PULSE_WAYS),
  PULSE (partners, KITH_PULSE_PARTNERS),
  PULSE (role, KITH_PULSE_ROLE),
  PARTNERS_NUMBER (KithPulse, asked, 0, 1000000),
  PARTNERS_NUMBER (KithPulse, answered, 0, 1000000),
  TEXT (KithPulse, note, KITH_TEAM),
  PRIVATE (KithPulse),
};

static const KithField load_fields[] = {
  REF (KithLoad, stakeholder, KITH_STAKEHOLDER),
  NAME (KithLoad, title),
  TEXT (KithLoad, was, KITH_PARTNERS),
  TEXT (KithLoad, becomes, KITH_PARTNERS),
  ENUM (KithLoad, level, kith_change_levels, KITH_PARTNERS),
  DATE (KithLoad, start),
  NUMBER (KithLoad, embeds_from, 0, 120),
  NUMBER (KithLoad, embeds_to, 0, 120),
  TEXT (KithLoad, help, KITH_PARTNERS),
  TEXT (KithLoad, private_note, KITH_TEAM),
  PRIVATE (KithLoad),
};

static const KithField drivers_fields[] = {
  REF (KithDrivers, stakeholder, KITH_STAKEHOLDER), TEXT (KithDrivers, accountable, KITH_PARTNERS),
  TEXT (KithDrivers, planning, KITH_PARTNERS),      TEXT (KithDrivers, money, KITH_PARTNERS),
  TEXT (KithDrivers, targets, KITH_PARTNERS),       TEXT (KithDrivers, pressures, KITH_PARTNERS),
  TEXT (KithDrivers, area, KITH_PARTNERS),          TEXT (KithDrivers, protects, KITH_PARTNERS),
  TEXT (KithDrivers, private_note, KITH_TEAM),
};

static const KithField barrier_fields[] = {
  MAY_REF (KithBarrier, link, KITH_LINK),
  MAY_REF (KithBarrier, stakeholder, KITH_STAKEHOLDER),
  MAY_REF (KithBarrier, space, KITH_SPACE),
  { "text", KITH_TYPE_TEXT, AT (KithBarrier, text), KITH_PARTNERS, NULL, 0, TRUE, 0,
    NOTE_MAX_CHARS },
  TEXT (KithBarrier, whom, KITH_PARTNERS),
  TEXT (KithBarrier, change, KITH_PARTNERS),
  DATE (KithBarrier, from),
  DATE (KithBarrier, to),
  SHORT (KithBarrier, teller, KITH_TEAM),
  PRIVATE (KithBarrier),
};

static const KithField repair_fields[] = {
  MAY_REF (KithRepair, link, KITH_LINK),
  MAY_REF (KithRepair, stakeholder, KITH_STAKEHOLDER),
  MAY_REF (KithRepair, space, KITH_SPACE),
  MAY_REF (KithRepair, question, KITH_QUESTION),
  SHORT (KithRepair, sign, KITH_TEAM),
  NAME (KithRepair, title),
  SHORT (KithRepair, owner, KITH_PARTNERS),
  DATE (KithRepair, made),
  DATE (KithRepair, due),
  DATE (KithRepair, review),
  ENUM (KithRepair, state, kith_repair_states, KITH_PARTNERS),
  DATE (KithRepair, ended),
  TEXT (KithRepair, outcome, KITH_PARTNERS),
  TEXT (KithRepair, private_note, KITH_TEAM),
  PRIVATE (KithRepair),
};

static const KithField acknowledgement_fields[] = {
  MAY_REF (KithAcknowledgement, stakeholder, KITH_STAKEHOLDER),
  MAY_REF (KithAcknowledgement, question, KITH_QUESTION),
  NAME (KithAcknowledgement, sign),
  DATE (KithAcknowledgement, date),
  SHORT (KithAcknowledgement, by, KITH_TEAM),
  TEXT (KithAcknowledgement, note, KITH_TEAM),
};

#define KIND(kind, name, label, Type, who, fields) \
  [kind] = { kind, name, label, sizeof (Type), who, fields, G_N_ELEMENTS (fields) }

static const KithKindInfo kinds[KITH_N_KINDS] = {
  KIND (KITH_ABOUT, "about", N_ ("Map"), KithAbout, KITH_PUBLIC, about_fields),
  KIND (KITH_SECTOR, "sector", N_ ("Sector"), KithSector, KITH_PUBLIC, sector_fields),
  KIND (KITH_PICTURE, "picture", N_ ("Picture"), KithPicture, KITH_PUBLIC, picture_fields),
  KIND (KITH_STAKEHOLDER,
        "stakeholder",
        N_ ("Stakeholder"),
        KithStakeholder,
        KITH_PUBLIC,
        stakeholder_fields),
  KIND (KITH_LINK, "link", N_ ("Link"), KithLink, KITH_PUBLIC, link_fields),
  KIND (KITH_ROUND, "round", N_ ("Round of ratings"), KithRound, KITH_PARTNERS, round_fields),
  KIND (KITH_ASSESSMENT,
        "assessment",
        N_ ("Rating"),
        KithAssessment,
        KITH_PARTNERS,
        assessment_fields),
  KIND (KITH_SPACE, "space", N_ ("Shared space"), KithSpace, KITH_PUBLIC, space_fields),
  KIND (KITH_MEMBERSHIP,
        "membership",
        N_ ("Membership"),
        KithMembership,
        KITH_PUBLIC,
        membership_fields),
  KIND (KITH_EVENT, "event", N_ ("Event"), KithEvent, KITH_PUBLIC, event_fields),
  KIND (KITH_ANNOTATION,
        "annotation",
        N_ ("Annotation"),
        KithAnnotation,
        KITH_PUBLIC,
        annotation_fields),
  KIND (KITH_NAME, "name", N_ ("Earlier name"), KithName, KITH_PUBLIC, name_fields),
  KIND (KITH_SUCCESSION,
        "succession",
        N_ ("Succession"),
        KithSuccession,
        KITH_PUBLIC,
        succession_fields),
  KIND (KITH_QUOTE, "quote", N_ ("Inherited line"), KithQuote, KITH_PARTNERS, quote_fields),
  KIND (KITH_QUESTION, "question", N_ ("Question"), KithQuestion, KITH_PUBLIC, question_fields),
  KIND (KITH_SCENE, "scene", N_ ("Scene"), KithScene, KITH_PUBLIC, scene_fields),
  KIND (KITH_STANCE,
        "stance",
        N_ ("View of the purpose"),
        KithStance,
        KITH_PARTNERS,
        stance_fields),
  KIND (KITH_POSITION, "position", N_ ("Position"), KithPosition, KITH_PARTNERS, position_fields),
  KIND (KITH_ANSWER, "answer", N_ ("Answer"), KithAnswer, KITH_PARTNERS, answer_fields),
  KIND (KITH_PULSE, "pulse", N_ ("Pulse check"), KithPulse, KITH_PARTNERS, pulse_fields),
  KIND (KITH_LOAD, "load", N_ ("Change"), KithLoad, KITH_PARTNERS, load_fields),
  KIND (KITH_DRIVERS,
        "driver",
        N_ ("Drivers and constraints"),
        KithDrivers,
        KITH_PARTNERS,
        drivers_fields),
  KIND (KITH_BARRIER, "barrier", N_ ("Barrier"), KithBarrier, KITH_PARTNERS, barrier_fields),
  KIND (KITH_REPAIR, "repair", N_ ("Repair"), KithRepair, KITH_PARTNERS, repair_fields),
  KIND (KITH_ACKNOWLEDGEMENT,
        "acknowledgement",
        N_ ("Acknowledgement"),
        KithAcknowledgement,
        KITH_TEAM,
        acknowledgement_fields),
};

/**
 * kith_kind_info:
 * @kind: a kind of record
 *
 * Returns: (transfer none): its field table
 */
const KithKindInfo *
kith_kind_info (KithKind kind)
{
  g_assert (kind < KITH_N_KINDS);
  return &kinds[kind];
}

/**
 * kith_kind_from_name:
 * @name: "stakeholder" and so on
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
kith_kind_from_name (const char *name, KithKind *kind)
{
  for (guint i = 0; i < KITH_N_KINDS; i++)
    if (g_str_equal (kinds[i].name, name))
      {
        *kind = (KithKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * kith_kind_field:
 * @kind: a kind of record
 * @name: the name of a field in its table
 *
 * Returns: (transfer none) (nullable): the field
 */
const KithField *
kith_kind_field (KithKind kind, const char *name)
{
  const KithKindInfo *info = kith_kind_info (kind);

  for (guint i = 0; i < info->n_fields; i++)
    if (g_str_equal (info->fields[i].name, name))
      return &info->fields[i];
  return NULL;
}
