/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-csv-columns.h"

#include <string.h>

/* No heading is longer; what is beyond cannot match. */
#define LONGEST 80

typedef struct
{
  KithColumnRole role;
  const char *field;
  KithEnd end;
  const char *headings; /* plain words, "|" between */
} Meaning;

static const Meaning stakeholder_columns[] = {
  { KITH_COLUMN_NAME, NULL, 0,
    "label|name|stakeholder|stakeholdername|organisation|organization|organisationname|"
    "organizationname|element|node|who|partner|agency|names|stakeholders|organisations|"
    "organizations" },
  { KITH_COLUMN_ID, NULL, 0, "id|identifier" },
  { KITH_COLUMN_TYPE, NULL, 0, "type|elementtype|stakeholdertype|organisationtype" },
  { KITH_COLUMN_SECTOR, NULL, 0, "sector|sectors" },
  { KITH_COLUMN_TAGS, NULL, 0, "tags|tag" },
  { KITH_COLUMN_FIELD, "kind", 0, "kind|subtype" },
  { KITH_COLUMN_FIELD, "short_name", 0, "shortname|short|abbreviation|acronym|initials" },
  { KITH_COLUMN_FIELD, "form", 0, "form" },
  { KITH_COLUMN_FIELD, "level", 0, "level|footprint" },
  { KITH_COLUMN_FIELD, "story", 0, "story|placeinthestory|involvement|involved|atthetable" },
  { KITH_COLUMN_FIELD, "description", 0, "description|notes|note|about|comment|comments|details" },
  { KITH_COLUMN_FIELD, "private_note", 0, "privatenote|privatenotes" },
  { KITH_COLUMN_FIELD, "private", 0, "private" },
  { KITH_COLUMN_FIELD, "from", 0, "since|from|start|startdate|founded|established|opendate" },
  { KITH_COLUMN_FIELD, "to", 0, "until|to|end|enddate|closed|closedate" },
  { KITH_COLUMN_FIELD, "power", 0, "power|influence" },
  { KITH_COLUMN_FIELD, "interest", 0, "interest" },
  { KITH_COLUMN_FIELD, "x", 0, "x|posx|positionx" },
  { KITH_COLUMN_FIELD, "y", 0, "y|posy|positiony" },
  { KITH_COLUMN_FIELD, "pinned", 0, "pinned" },
  { KITH_COLUMN_FIELD, "scale", 0, "boxscale" },
  { KITH_COLUMN_NOISE, NULL, 0, "size|color|colour|timeset|interval" },
};

static const Meaning link_columns[] = {
  { KITH_COLUMN_FROM, NULL, 0, "from|source|a|stakeholdera|fromstakeholder|stakeholder1|fromname" },
  { KITH_COLUMN_TO, NULL, 0, "to|target|b|stakeholderb|tostakeholder|stakeholder2|toname" },
  { KITH_COLUMN_ID, NULL, 0, "id|identifier" },
  { KITH_COLUMN_FIELD, "label", 0, "label|name" },
  { KITH_COLUMN_TYPE, NULL, 0,
    "type|kind|connectiontype|linkkind|linktype|relation|relationship|relationshiptype" },
  { KITH_COLUMN_TAGS, NULL, 0, "tags|tag" },
  { KITH_COLUMN_WEIGHT, NULL, 0, "weight" },
  { KITH_COLUMN_FIELD, "direction", 0, "direction|directed" },
  { KITH_COLUMN_FIELD, "frequency", 0, "frequency|howoften|contact|contactfrequency" },
  { KITH_COLUMN_FIELD, "standing", 0, "standing" },
  { KITH_COLUMN_FIELD, "note", 0, "note|notes|description|comment|comments|details" },
  { KITH_COLUMN_FIELD, "private_note", 0, "privatenote|privatenotes" },
  { KITH_COLUMN_FIELD, "private", 0, "private" },
  { KITH_COLUMN_FIELD, "need_a", 0, "needs" },
  { KITH_COLUMN_FIELD, "need_b", 0, "needsback" },
  { KITH_COLUMN_FIELD, "bend", 0, "bend" },
  { KITH_COLUMN_FIELD, "bend_along", 0, "bendalong" },
  { KITH_COLUMN_FIELD, "from", 0, "since|start|startdate|fromdate|sincewhen" },
  { KITH_COLUMN_FIELD, "to", 0, "until|end|enddate|todate" },
  { KITH_COLUMN_RATING, "trust", KITH_END_A,
    "trust|trusta|trustab|trustatob|trustfrom|trustforward|trustthere|trustoftarget" },
  { KITH_COLUMN_RATING, "trust", KITH_END_B,
    "trustback|trustb|trustba|trustbtoa|trustto|trustreverse|reversetrust|trustreturn|returntrust|"
    "trustofsource" },
  { KITH_COLUMN_RATING, "respect", KITH_END_A,
    "respect|respecta|respectab|respectatob|respectfrom|respectforward" },
  { KITH_COLUMN_RATING, "respect", KITH_END_B,
    "respectback|respectb|respectba|respectbtoa|respectto|respectreverse|reverserespect" },
  { KITH_COLUMN_RATING, "understanding", KITH_END_A,
    "understanding|mutualunderstanding|understandinga|understandingab|understandingfrom" },
  { KITH_COLUMN_RATING, "understanding", KITH_END_B,
    "understandingback|mutualunderstandingback|understandingb|understandingba|understandingto" },
  { KITH_COLUMN_RATING, "promises", KITH_END_A,
    "promiseskept|promises|theydowhattheysaidtheywould" },
  { KITH_COLUMN_RATING, "promises", KITH_END_B,
    "promiseskeptback|promisesback|theydowhattheysaidtheywouldback" },
  { KITH_COLUMN_RATING, "disagree", KITH_END_A, "disagreeopenly|wecandisagreeopenly" },
  { KITH_COLUMN_RATING, "disagree", KITH_END_B, "disagreeopenlyback|wecandisagreeopenlyback" },
  { KITH_COLUMN_RATING, "outcome", KITH_END_A, "sameoutcome|wewantthesameoutcome" },
  { KITH_COLUMN_RATING, "outcome", KITH_END_B, "sameoutcomeback|wewantthesameoutcomeback" },
  { KITH_COLUMN_RATING, "early", KITH_END_A, "toldearly|theytellusearlywhensomethingchanges" },
  { KITH_COLUMN_RATING, "early", KITH_END_B,
    "toldearlyback|theytellusearlywhensomethingchangesback" },
  { KITH_COLUMN_RATING, "basis", KITH_END_A, "basis|basisa" },
  { KITH_COLUMN_RATING, "basis", KITH_END_B, "basisback|basisb" },
  { KITH_COLUMN_RATING, "voice", KITH_END_A, "voice|voicea|ratedby|heardfrom" },
  { KITH_COLUMN_RATING, "voice", KITH_END_B, "voiceback|voiceb|ratedbyback|heardfromback" },
  { KITH_COLUMN_RATING, "date", KITH_END_A, "rated|ratedon|date|asat|dateofrating|trustdate" },
  { KITH_COLUMN_RATING, "date", KITH_END_B, "ratedback|ratedonback|dateback|trustbackdate" },
  { KITH_COLUMN_NOISE, NULL, 0, "color|colour|size|timeset|interval" },
};

/**
 * kith_plain_word:
 * @text: a heading, or a word that a person wrote
 *
 * Returns: (transfer full): its first letters and digits in lower case, nothing else
 */
char *
kith_plain_word (const char *text)
{
  GString *plain = g_string_new (NULL);
  guint n = 0;

  for (const char *p = text; *p != '\0' && n < LONGEST; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      {
        g_string_append_unichar (plain, g_unichar_tolower (g_utf8_get_char (p)));
        n++;
      }
  return g_string_free (plain, FALSE);
}

/**
 * kith_plain_word_is_in:
 * @plain: from kith_plain_word()
 * @list: plain words, "|" between
 *
 * Returns: whether it is one of them
 */
gboolean
kith_plain_word_is_in (const char *plain, const char *list)
{
  gsize length = strlen (plain);

  if (length == 0)
    return FALSE;
  for (const char *p = list; p != NULL; p = strchr (p, '|'))
    {
      p += *p == '|';
      if (strncmp (p, plain, length) == 0 && (p[length] == '|' || p[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

static const KithField *
field_of (KithTableKind kind, const Meaning *meaning)
{
  if (meaning->role == KITH_COLUMN_RATING)
    return kith_kind_field (KITH_ASSESSMENT, meaning->field);
  if (meaning->role == KITH_COLUMN_FIELD)
    return kith_kind_field (kind == KITH_TABLE_LINKS ? KITH_LINK : KITH_STAKEHOLDER,
                            meaning->field);
  return NULL;
}

/**
 * kith_column_read:
 * @kind: what the table holds
 * @heading: of the column, UTF-8
 * @column: (out): what it means; clear with kith_column_clear()
 */
void
kith_column_read (KithTableKind kind, const char *heading, KithColumn *column)
{
  const Meaning *table = kind == KITH_TABLE_LINKS ? link_columns : stakeholder_columns;
  guint n = kind == KITH_TABLE_LINKS ? G_N_ELEMENTS (link_columns)
                                     : G_N_ELEMENTS (stakeholder_columns);
  g_autofree char *plain = kith_plain_word (heading);

  *column = (KithColumn){ KITH_COLUMN_UNKNOWN, NULL, KITH_END_A, g_strdup (heading) };
  for (guint i = 0; i < n; i++)
    if (kith_plain_word_is_in (plain, table[i].headings))
      {
        column->role = table[i].role;
        column->field = field_of (kind, &table[i]);
        column->end = table[i].end;
        return;
      }
}

void
kith_column_clear (KithColumn *column)
{
  g_clear_pointer (&column->heading, g_free);
}
