/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-enum.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define VALUES(array) G_N_ELEMENTS (array), array

static const KithEnumValue audience_values[] = {
  { "team", N_ ("Working team") },
  { "partners", N_ ("Partners") },
  { "public", N_ ("Public") },
};
const KithEnum kith_audiences = { "audience", VALUES (audience_values) };

static const KithEnumValue form_values[] = {
  { "organisation", N_ ("Organisation") },
  { "team", N_ ("Team") },
  { "role", N_ ("Role") },
  { "person", N_ ("Person") },
  { "group", N_ ("Group of people") },
};
const KithEnum kith_forms = { "form", VALUES (form_values) };

static const KithEnumValue level_values[] = {
  { "", N_ ("Not said") },     { "neighbourhood", N_ ("Neighbourhood") },
  { "place", N_ ("Place") },   { "system", N_ ("System") },
  { "region", N_ ("Region") }, { "nation", N_ ("Nation") },
};
const KithEnum kith_levels = { "level", VALUES (level_values) };

static const KithEnumValue story_values[] = {
  { "at-table", N_ ("At the table") },
  { "not-involved", N_ ("Not yet involved") },
  { "represented", N_ ("Represented by others") },
};
const KithEnum kith_stories = { "story", VALUES (story_values) };

static const KithEnumValue link_kind_values[] = {
  { "works-with", N_ ("Works with") },
  { "refers-to", N_ ("Refers to") },
  { "funds", N_ ("Commissions or funds") },
  { "accountable-to", N_ ("Accountable to") },
  { "shares-information", N_ ("Shares information") },
  { "shares-staff", N_ ("Shares staff or budget") },
  { "co-located", N_ ("Co-located") },
  { "advises", N_ ("Advises or influences") },
  { "informal", N_ ("Informal contact") },
  { "dispute", N_ ("In dispute") },
};
const KithEnum kith_link_kinds = { "link-kind", VALUES (link_kind_values) };

static const KithEnumValue direction_values[] = {
  { "none", N_ ("No direction") },
  { "a-to-b", N_ ("One way") },
  { "b-to-a", N_ ("One way, back") },
  { "both", N_ ("Both ways") },
};
const KithEnum kith_directions = { "direction", VALUES (direction_values) };

static const KithEnumValue frequency_values[] = {
  { "", N_ ("Not said") },     { "rare", N_ ("Rare") },   { "monthly", N_ ("Monthly") },
  { "weekly", N_ ("Weekly") }, { "daily", N_ ("Daily") },
};
const KithEnum kith_frequencies = { "frequency", VALUES (frequency_values) };

static const KithEnumValue standing_values[] = {
  { "", N_ ("Not said") },
  { "equal", N_ ("Equal") },
  { "a-over-b", N_ ("The first over the second") },
  { "b-over-a", N_ ("The second over the first") },
};
const KithEnum kith_standings = { "standing", VALUES (standing_values) };

static const KithEnumValue end_values[] = { { "a", N_ ("First end") }, { "b", N_ ("Second end") } };
const KithEnum kith_ends = { "end", VALUES (end_values) };

static const KithEnumValue basis_values[] = {
  { "impression", N_ ("Our impression") },
  { "own-words", N_ ("Their own words") },
  { "agreed", N_ ("Agreed in the room") },
};
const KithEnum kith_bases = { "basis", VALUES (basis_values) };

static const KithEnumValue score_values[] = {
  { "", N_ ("Not rated yet") },
  { "1", N_ ("Needs repair") },
  { "2", N_ ("Cautious") },
  { "3", N_ ("Working") },
  { "4", N_ ("Strong") },
  { "5", N_ ("Deep") },
  { "not-known", N_ ("Not known") },
  { "not-asked", N_ ("Not asked") },
  { "prefer-not", N_ ("Prefer not to say") },
};
const KithEnum kith_scores = { "score", VALUES (score_values) };

static const KithEnumValue dimension_values[] = {
  { "trust", N_ ("Trust") },
  { "respect", N_ ("Respect") },
  { "understanding", N_ ("Mutual understanding") },
  { "promises", N_ ("They do what they said they would") },
  { "disagree", N_ ("We can disagree openly") },
  { "outcome", N_ ("We want the same outcome") },
  { "early", N_ ("They tell us early when something changes") },
};
const KithEnum kith_dimensions = { "dimension", VALUES (dimension_values) };

static const KithEnumValue effect_values[] = {
  { "", N_ ("None stated") },     { "-2", N_ ("−2 Much less trust") },
  { "-1", N_ ("−1 Less trust") }, { "0", N_ ("0 No change") },
  { "+1", N_ ("+1 More trust") }, { "+2", N_ ("+2 Much more trust") },
};
const KithEnum kith_effects = { "effect", VALUES (effect_values) };

static const KithEnumValue event_kind_values[] = {
  { "other", N_ ("Other") },
  { "first-contact", N_ ("First contact") },
  { "joint-project", N_ ("Joint project") },
  { "promise-kept", N_ ("Promise kept") },
  { "not-met", N_ ("Expectation not met") },
  { "repair", N_ ("Repair") },
  { "small-win", N_ ("Small win") },
  { "dispute", N_ ("Dispute") },
  { "leadership", N_ ("Leadership change") },
  { "reorganisation", N_ ("Reorganisation or merger") },
  { "funding", N_ ("Contract or funding decision") },
  { "agreement", N_ ("Formal agreement") },
  { "space-opened", N_ ("Shared space opened") },
  { "space-closed", N_ ("Shared space closed") },
  { "crisis", N_ ("Crisis worked together") },
  { "incident", N_ ("Incident or inspection") },
  { "withdrawal", N_ ("Withdrawal") },
  { "community", N_ ("Community action") },
};
const KithEnum kith_event_kinds = { "event-kind", VALUES (event_kind_values) };

static const KithEnumValue space_status_values[] = {
  { "working", N_ ("Working") },
  { "forming", N_ ("Forming") },
  { "reporting", N_ ("Mostly reporting") },
  { "dormant", N_ ("Dormant") },
};
const KithEnum kith_space_statuses = { "space-status", VALUES (space_status_values) };

static const KithEnumValue space_drawing_values[] = {
  { "outline", N_ ("Outline") },
  { "hub", N_ ("Node with spokes") },
};
const KithEnum kith_space_drawings = { "space-drawing", VALUES (space_drawing_values) };

static const KithEnumValue stance_values[] = {
  { "", N_ ("Not asked") },
  { "shares", N_ ("Shares it") },
  { "differs", N_ ("Sees it differently") },
};
const KithEnum kith_stances = { "stance", VALUES (stance_values) };

static const KithEnumValue question_kind_values[] = {
  { "cause", N_ ("What causes it") },
  { "meaning", N_ ("What a word means") },
  { "solution", N_ ("What to do") },
  { "other", N_ ("Other") },
};
const KithEnum kith_question_kinds = { "question-kind", VALUES (question_kind_values) };

static const KithEnumValue answer_kind_values[] = {
  { "answer", N_ ("Answer") },
  { "solution", N_ ("A solution") },
};
const KithEnum kith_answer_kinds = { "answer-kind", VALUES (answer_kind_values) };

static const KithEnumValue pulse_measure_values[] = {
  { "purpose", N_ ("Understands the purpose") },
  { "belief", N_ ("Wants it and believes it can deliver") },
  { "support", N_ ("Gets the support it needs") },
  { "ways", N_ ("Understands the new ways of working") },
  { "partners", N_ ("Relationships with partners") },
  { "role", N_ ("How people feel about their own role") },
};
const KithEnum kith_pulse_measures = { "pulse-measure", VALUES (pulse_measure_values) };

static const KithEnumValue change_level_values[] = {
  { "", N_ ("Not said") },         { "none", N_ ("None") },   { "small", N_ ("Small") },
  { "moderate", N_ ("Moderate") }, { "large", N_ ("Large") }, { "transformed", N_ ("Transformed") },
};
const KithEnum kith_change_levels = { "change-level", VALUES (change_level_values) };

static const KithEnumValue repair_state_values[] = {
  { "planned", N_ ("Planned") },
  { "done", N_ ("Done") },
  { "given-up", N_ ("Given up") },
};
const KithEnum kith_repair_states = { "repair-state", VALUES (repair_state_values) };

static const KithEnumValue annotation_form_values[] = {
  { "text", N_ ("Text") }, { "frame", N_ ("Frame") }, { "backdrop", N_ ("Background picture") },
  { "ring", N_ ("Ring") }, { "line", N_ ("Line") },
};
const KithEnum kith_annotation_forms = { "annotation-form", VALUES (annotation_form_values) };

static const KithEnumValue arrangement_values[] = {
  { "", N_ ("Freely, by links") },
  { "columns", N_ ("Sectors as columns") },
  { "segments", N_ ("Sectors as segments of a ring") },
  { "rings", N_ ("Levels as rings, neighbourhood in the middle") },
  { "rings-inward", N_ ("Levels as rings, neighbourhood outside") },
  { "grid", N_ ("By power and interest") },
  { "around", N_ ("Round one stakeholder") },
  { "circle", N_ ("In a circle") },
  { "community", N_ ("By community") },
  { "places", N_ ("On the places of the background picture") },
};
const KithEnum kith_arrangements = { "arrangement", VALUES (arrangement_values) };

static const KithEnumValue told_values[] = {
  { "", N_ ("Not said") },
  { "a", N_ ("The first end") },
  { "b", N_ ("The second end") },
  { "both", N_ ("Both ends") },
};
const KithEnum kith_told = { "told", VALUES (told_values) };

static const KithEnumValue quote_status_values[] = {
  { "held", N_ ("Still held") },
  { "questioned", N_ ("Being questioned") },
  { "let-go", N_ ("Let go") },
};
const KithEnum kith_quote_statuses = { "quote-status", VALUES (quote_status_values) };

static const KithEnumValue round_state_values[] = {
  { "open", N_ ("Open") },
  { "sealed", N_ ("Silent") },
  { "closed", N_ ("Closed") },
};
const KithEnum kith_round_states = { "round-state", VALUES (round_state_values) };

static const KithEnumValue succession_kind_values[] = {
  { "merged", N_ ("Merged into") },
  { "split", N_ ("Split into") },
  { "became", N_ ("Became") },
};
const KithEnum kith_succession_kinds = { "succession-kind", VALUES (succession_kind_values) };

static const KithEnumValue lens_values[] = {
  { "trust", N_ ("Trust") },
  { "gap", N_ ("Gap between ends") },
  { "change", N_ ("Change since a date") },
  { "plain", N_ ("Plain") },
  { "respect", N_ ("Respect") },
  { "understanding", N_ ("Understanding") },
  { "age", N_ ("Age of the relationship") },
  { "last-contact", N_ ("Last contact") },
  { "conflict", N_ ("Conflict and repair") },
  { "basis", N_ ("Who has been heard") },
  { "sector", N_ ("Sector") },
  { "level", N_ ("Level") },
  { "kind", N_ ("Kind of link") },
  { "story", N_ ("Place in the story") },
  { "positions", N_ ("Positions on a question") },
  { "purpose", N_ ("Shared purpose") },
  { "pulse", N_ ("Pulse") },
  { "load", N_ ("Change load") },
  { "spaces", N_ ("Shared spaces") },
};
const KithEnum kith_lenses = { "lens", VALUES (lens_values) };

/**
 * kith_enum_key:
 * @values: an enumeration
 * @value: one of its numbers; one out of range is taken for 0
 *
 * Returns: (transfer none): the stable key
 */
const char *
kith_enum_key (const KithEnum *values, int value)
{
  return values->values[value >= 0 && (guint) value < values->n_values ? value : 0].key;
}

/**
 * kith_enum_label:
 * @values: an enumeration
 * @value: one of its numbers; one out of range is taken for 0
 *
 * Returns: (transfer none): the words for it in the user's language
 */
const char *
kith_enum_label (const KithEnum *values, int value)
{
  return _ (values->values[value >= 0 && (guint) value < values->n_values ? value : 0].label);
}

/**
 * kith_enum_from_key:
 * @values: an enumeration
 * @key: a stable key, exactly as in files
 * @value: (out): its number
 *
 * Returns: whether the key belongs to the enumeration
 */
gboolean
kith_enum_from_key (const KithEnum *values, const char *key, int *value)
{
  for (guint i = 0; i < values->n_values; i++)
    if (strcmp (values->values[i].key, key) == 0)
      {
        *value = (int) i;
        return TRUE;
      }
  return FALSE;
}

/* Lower case with every run of anything but letters and digits made one hyphen. */
static char *
simplify (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || c == '+')
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != '-')
        g_string_append_c (out, '-');
    }
  if (out->len > 0 && out->str[out->len - 1] == '-')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

/**
 * kith_enum_guess:
 * @values: an enumeration
 * @text: what a person or another program wrote: the key or the label in any case, in English or
 *   the user's language, with any spacing
 * @value: (out): its number
 *
 * Returns: whether it was understood
 */
gboolean
kith_enum_guess (const KithEnum *values, const char *text, int *value)
{
  g_autofree char *wanted = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  wanted = simplify (text);
  for (guint i = 0; i < values->n_values; i++)
    {
      g_autofree char *key = simplify (values->values[i].key);
      g_autofree char *label = simplify (values->values[i].label);
      g_autofree char *local = simplify (_ (values->values[i].label));

      if (strcmp (wanted, key) == 0 || strcmp (wanted, label) == 0 || strcmp (wanted, local) == 0)
        {
          *value = (int) i;
          return TRUE;
        }
    }
  return FALSE;
}

/* How far a detail is so: its steps are no steps of trust. */
static const char *const detail_steps[] = {
  N_ ("Not at all"), N_ ("A little"), N_ ("Partly"), N_ ("Mostly"), N_ ("Fully"),
};

/**
 * kith_score_word:
 * @dimension: what is rated
 * @score: a KithScore
 *
 * Returns: (transfer none): the step in a word, or why there is none
 */
const char *
kith_score_word (KithDimension dimension, int score)
{
  if (dimension >= KITH_N_DIMENSIONS && KITH_SCORE_IS_STEP (score))
    return _ (detail_steps[score - KITH_SCORE_1]);
  return kith_enum_label (&kith_scores, score);
}

/**
 * kith_score_sentence:
 * @score: a step of trust, or why there is none
 *
 * Returns: (transfer none): what the step means, said by those who rate: "We check everything"
 */
const char *
kith_score_sentence (KithScore score)
{
  switch (score)
    {
    case KITH_SCORE_1:
      return _ ("We expect to be let down");
    case KITH_SCORE_2:
      return _ ("We check everything");
    case KITH_SCORE_3:
      return _ ("We deliver what is agreed");
    case KITH_SCORE_4:
      return _ ("We say the difficult thing and stay");
    case KITH_SCORE_5:
      return _ ("We would take a risk together");
    default:
      return kith_enum_label (&kith_scores, (int) score);
    }
}

/**
 * kith_effect_value:
 * @effect: an effect of an event
 *
 * Returns: −2 to 2; 0 also where none is stated
 */
int
kith_effect_value (KithEffect effect)
{
  return effect == KITH_EFFECT_UNSET ? 0 : (int) effect - KITH_EFFECT_NONE;
}
