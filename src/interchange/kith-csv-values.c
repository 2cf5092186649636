/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-csv-values.h"

#include <math.h>
#include <string.h>

#include "kith-csv-columns.h"

#define NAME_CHARACTERS 500
/* Dates and numbers are shorter than this. */
#define SHORT_CELL 80

/* Words for values beyond their own keys and labels. */
static const struct
{
  const KithEnum *values;
  int value;
  const char *words; /* plain, "|" between */
} synonyms[] = {
  { &kith_scores, KITH_SCORE_NOT_KNOWN, "unknown|dontknow|dk|na|0|notsure|notknown" },
  { &kith_scores, KITH_SCORE_NOT_ASKED, "notasked|toask|tbc" },
  { &kith_scores, KITH_SCORE_PREFER_NOT, "prefernot|prefernottosay|declined|wouldnotsay" },
  { &kith_levels, KITH_LEVEL_NEIGHBOURHOOD, "neighborhood|local|ward|pcn" },
  { &kith_levels, KITH_LEVEL_PLACE, "borough|district|town|placelevel" },
  { &kith_levels, KITH_LEVEL_SYSTEM, "ics|systemlevel|county" },
  { &kith_levels, KITH_LEVEL_REGION, "regional" },
  { &kith_levels, KITH_LEVEL_NATION, "national|england|uk" },
  { &kith_forms, KITH_FORM_ORGANISATION, "organization|org|agency|body" },
  { &kith_forms, KITH_FORM_GROUP, "group|people|community" },
  { &kith_forms, KITH_FORM_PERSON, "individual" },
  { &kith_stories, KITH_STORY_AT_TABLE, "yes|y|true|x|involved|in|atthetable|1" },
  { &kith_stories, KITH_STORY_NOT_INVOLVED, "no|n|false|notinvolved|out|missing|0" },
  { &kith_stories, KITH_STORY_REPRESENTED, "represented|spokenfor" },
  { &kith_frequencies, KITH_FREQUENCY_RARE,
    "rarely|seldom|yearly|annual|annually|quarterly|occasional|occasionally" },
  { &kith_frequencies, KITH_FREQUENCY_MONTHLY, "month|everymonth" },
  { &kith_frequencies, KITH_FREQUENCY_WEEKLY, "week|everyweek" },
  { &kith_frequencies, KITH_FREQUENCY_DAILY, "day|everyday" },
  { &kith_link_kinds, KITH_LINK_WORKS_WITH,
    "workswith|workwith|partner|partners|partnership|collaborates|collaboration|collaborateswith" },
  { &kith_link_kinds, KITH_LINK_REFERS_TO, "refers|refer|referral|referrals" },
  { &kith_link_kinds, KITH_LINK_FUNDS,
    "funds|fund|funding|commissions|commissioning|contract|contracts" },
  { &kith_link_kinds, KITH_LINK_ACCOUNTABLE_TO, "accountable|reportsto|accountability" },
  { &kith_link_kinds, KITH_LINK_SHARES_INFORMATION,
    "sharesinfo|informationsharing|datasharing|sharesdata|information" },
  { &kith_link_kinds, KITH_LINK_SHARES_STAFF,
    "sharesbudget|sharesstaffandbudget|pooledbudget|jointpost|jointposts" },
  { &kith_link_kinds, KITH_LINK_CO_LOCATED, "colocation|colocated|sharesbuilding" },
  { &kith_link_kinds, KITH_LINK_ADVISES, "influences|advice|influence|advisory" },
  { &kith_link_kinds, KITH_LINK_INFORMAL, "informalties|informallink|personal" },
  { &kith_link_kinds, KITH_LINK_DISPUTE, "conflict|disputes|indispute" },
  { &kith_directions, KITH_DIRECTION_NONE, "undirected|none|no|n|false" },
  { &kith_directions, KITH_DIRECTION_A_TO_B, "directed|forward|forwards|yes|y|true|oneway" },
  { &kith_directions, KITH_DIRECTION_B_TO_A, "backward|backwards|reverse|reversed" },
  { &kith_directions, KITH_DIRECTION_BOTH, "mutual|bidirectional|twoway|bothways|reciprocal" },
  { &kith_bases, KITH_BASIS_IMPRESSION, "ourimpression|guess|estimate|ours" },
  { &kith_bases, KITH_BASIS_OWN_WORDS, "theirownwords|said|stated|interview|survey|heard" },
  { &kith_bases, KITH_BASIS_AGREED, "agreedintheroom|workshop|room" },
};

static const struct
{
  const char *arrow;
  KithDirection direction;
} arrows[] = {
  { "->", KITH_DIRECTION_A_TO_B }, { "→", KITH_DIRECTION_A_TO_B }, { "<-", KITH_DIRECTION_B_TO_A },
  { "←", KITH_DIRECTION_B_TO_A },  { "<->", KITH_DIRECTION_BOTH }, { "↔", KITH_DIRECTION_BOTH },
  { "-", KITH_DIRECTION_NONE },    { "--", KITH_DIRECTION_NONE },
};

/* "4", "4.0", "4/5", "4 - Strong", "4 Strong": the words after a digit must be those of its step. */
static gboolean
read_step (const char *cell, int *value)
{
  g_autofree char *rest = NULL;
  g_autofree char *label = NULL;

  if (*cell < '1' || *cell > '5' || g_ascii_isdigit (cell[1]))
    return FALSE;
  *value = *cell - '0';
  if (g_str_equal (cell + 1, "/5") || g_str_equal (cell + 1, ".0") || g_str_equal (cell + 1, ",0"))
    return TRUE;
  rest = kith_plain_word (cell + 1);
  label = kith_plain_word (kith_enum_label (&kith_scores, *value));
  return *rest == '\0' ? strpbrk (cell + 1, ".,") == NULL : g_str_equal (rest, label);
}

static gboolean
read_arrow (const char *cell, int *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (g_str_equal (arrows[i].arrow, cell))
      {
        *value = (int) arrows[i].direction;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_enum (const KithEnum *values, const char *cell, int *value)
{
  g_autofree char *plain = kith_plain_word (cell);

  if (values == &kith_scores && (read_step (cell, value) || g_str_equal (cell, "?")))
    {
      *value = *cell == '?' ? KITH_SCORE_NOT_KNOWN : *value;
      return TRUE;
    }
  if (values == &kith_directions && read_arrow (cell, value))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (synonyms[i].values == values && kith_plain_word_is_in (plain, synonyms[i].words))
      {
        *value = synonyms[i].value;
        return TRUE;
      }
  return *plain != '\0' && kith_enum_guess (values, cell, value);
}

static gboolean
read_yes_no (const char *cell, int *value)
{
  g_autofree char *plain = kith_plain_word (cell);

  *value = kith_plain_word_is_in (plain, "yes|y|true|t|1|x|on") || g_str_equal (cell, "✓")
           || g_str_equal (cell, "✔");
  return *value || kith_plain_word_is_in (plain, "no|n|false|f|0|off");
}

static gboolean
read_coordinate (const char *cell, double *value)
{
  g_autofree char *text = g_strdelimit (g_strdup (cell), ",", '.');
  char *end = NULL;

  *value = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (*value) || fabs (*value) > 1e6)
    return FALSE;
  *value = kith_quantise (*value);
  return TRUE;
}

static void
read_text (const KithField *field, char **value, const char *cell, gboolean *shortened)
{
  g_autofree char *clean = field->max <= NAME_CHARACTERS ? kith_value_name (cell)
                                                         : kith_value_note (cell);
  g_autofree char *text = kith_value_shorten (clean, (glong) field->max, shortened);

  kith_text_set (value, text);
}

/**
 * kith_value_read:
 * @field: a field of the record
 * @record: a record that is being made
 * @cell: what stands in the table, without blanks round it, not empty
 * @shortened: (out): the text was longer than the field holds
 *
 * Returns: whether it was understood; if not, the record is as it was
 */
gboolean
kith_value_read (const KithField *field, gpointer record, const char *cell, gboolean *shortened)
{
  gpointer at = kith_field_address (field, record);
  gboolean is_short = strlen (cell) <= SHORT_CELL;
  double number;
  int value;

  *shortened = FALSE;
  switch (field->type)
    {
    case KITH_TYPE_TEXT:
      read_text (field, at, cell, shortened);
      return TRUE;
    case KITH_TYPE_DATE:
      return is_short && kith_date_parse (cell, at, NULL);
    case KITH_TYPE_ENUM:
      if (!is_short || !read_enum (field->values, cell, &value))
        return FALSE;
      *(int *) at = value;
      return TRUE;
    case KITH_TYPE_BOOL:
      if (!is_short || !read_yes_no (cell, &value))
        return FALSE;
      *(gboolean *) at = value;
      return TRUE;
    case KITH_TYPE_INT:
      if (!is_short || !read_coordinate (cell, &number) || number != floor (number)
          || number < (double) field->min || number > (double) field->max)
        return FALSE;
      *(int *) at = (int) number;
      return TRUE;
    case KITH_TYPE_COORD:
    case KITH_TYPE_SIZE:
      if (!is_short || !read_coordinate (cell, &number))
        return FALSE;
      *(double *) at = number;
      return TRUE;
    default:
      return FALSE;
    }
}

/* Blanks at either end go; runs of blanks become one; other control characters go. */
static char *
clean (const char *cell, gboolean keep_lines)
{
  GString *out = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = cell; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (keep_lines && c == '\n')
        {
          g_string_append_c (out, '\n');
          blank = FALSE;
        }
      else if (g_unichar_isspace (c))
        blank = TRUE;
      else if (!g_unichar_iscntrl (c))
        {
          if (blank && out->len > 0 && out->str[out->len - 1] != '\n')
            g_string_append_c (out, ' ');
          blank = FALSE;
          g_string_append_unichar (out, c);
        }
    }
  while (out->len > 0 && out->str[out->len - 1] == '\n')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

char *
kith_value_name (const char *cell)
{
  return clean (cell, FALSE);
}

/* Lines stay; a CR alone or with LF is one end of line. */
char *
kith_value_note (const char *cell)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p != '\r')
        g_string_append_c (lines, *p);
      else if (p[1] != '\n')
        g_string_append_c (lines, '\n');
    }
  return clean (lines->str, TRUE);
}

char *
kith_value_shorten (const char *text, glong max, gboolean *shortened)
{
  *shortened = g_utf8_strlen (text, -1) > max;
  return *shortened ? g_utf8_substring (text, 0, max) : g_strdup (text);
}

static gboolean
has_no_width (gunichar c)
{
  return c == 0xad || c == 0xfeff || (c >= 0x200b && c <= 0x200f) || (c >= 0x2060 && c <= 0x2064);
}

static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p < ' ' || *p > '~')
      return FALSE;
  return TRUE;
}

/**
 * kith_value_key:
 * @name: a name
 *
 * Returns: (transfer full) (nullable): what two writings of one name have in common
 */
char *
kith_value_key (const char *name)
{
  g_autofree char *tidy = kith_value_name (name);
  gboolean shortened;
  g_autofree char *brief = kith_value_shorten (tidy, NAME_CHARACTERS, &shortened);
  g_autofree char *normal = NULL, *folded = NULL;
  GString *key;

  if (*brief != '\0' && is_plain (brief)) /* as most are */
    return g_ascii_strdown (brief, -1);
  normal = g_utf8_normalize (brief, -1, G_NORMALIZE_ALL_COMPOSE);
  folded = g_utf8_casefold (normal, -1);
  key = g_string_new (NULL);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2019)
        g_string_append_c (key, '\'');
      else if (!has_no_width (c))
        g_string_append_unichar (key, c);
    }
  return g_string_free (key, key->len == 0);
}
