/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-listing-private.h"

#include <glib/gi18n-lib.h>

#include "kith-fields.h"

/* One line for each column: what is needed to say what it shows and takes. */
typedef struct
{
  const char *key;
  const char *title; /* untranslated */
  KithCellKind cell;
  KithCellSource source;
  const char *field; /* that says who may see it; NULL: everybody */
  KithEnd end;
  KithDimension dimension;
  gboolean at_first;
  int width;
} Column;

#define OF_FIELD(name, title, cell, at_first, width)                \
  {                                                                 \
    name, title, cell, KITH_FROM_FIELD, name, 0, 0, at_first, width \
  }

#define FIXED(key, title, source, width)                          \
  {                                                               \
    key, title, KITH_CELL_FIXED, source, NULL, 0, 0, FALSE, width \
  }

static const Column of_stakeholders[] = {
  OF_FIELD ("name", N_ ("Name"), KITH_CELL_TEXT, TRUE, 220),
  OF_FIELD ("short_name", N_ ("Short name"), KITH_CELL_TEXT, FALSE, 120),
  { "sector", N_ ("Sector"), KITH_CELL_CHOICE, KITH_FROM_SECTOR, "sector", 0, 0, TRUE, 180 },
  OF_FIELD ("kind", N_ ("Kind"), KITH_CELL_TEXT, TRUE, 140),
  OF_FIELD ("form", N_ ("Form"), KITH_CELL_CHOICE, FALSE, 120),
  OF_FIELD ("level", N_ ("Level"), KITH_CELL_CHOICE, TRUE, 120),
  OF_FIELD ("story", N_ ("Place in the story"), KITH_CELL_CHOICE, TRUE, 160),
  { "links", N_ ("Links"), KITH_CELL_FIXED, KITH_FROM_LINKS, NULL, 0, 0, TRUE, 70 },
  OF_FIELD ("power", N_ ("Power"), KITH_CELL_NUMBER, FALSE, 80),
  OF_FIELD ("interest", N_ ("Interest"), KITH_CELL_NUMBER, FALSE, 80),
  OF_FIELD ("tags", N_ ("Tags"), KITH_CELL_TEXT, TRUE, 140),
  FIXED ("spaces", N_ ("Shared spaces"), KITH_FROM_SPACES, 180),
  FIXED ("signs", N_ ("Warning signs"), KITH_FROM_SIGNS, 120),
  FIXED ("pulse", N_ ("Latest pulse, on average"), KITH_FROM_PULSE, 170),
  FIXED ("changes", N_ ("Changes carried"), KITH_FROM_CHANGES, 130),
  FIXED ("view", N_ ("View of the purpose"), KITH_FROM_VIEW, 150),
  FIXED ("step", N_ ("Next step"), KITH_FROM_STEP, 220),
  OF_FIELD ("from", N_ ("Since"), KITH_CELL_DATE, FALSE, 130),
  OF_FIELD ("to", N_ ("Until"), KITH_CELL_DATE, FALSE, 130),
  OF_FIELD ("description", N_ ("Description"), KITH_CELL_NOTE, TRUE, 260),
  OF_FIELD ("private_note", N_ ("Private note"), KITH_CELL_NOTE, FALSE, 260),
  OF_FIELD ("pinned", N_ ("Pinned"), KITH_CELL_SWITCH, FALSE, 80),
  OF_FIELD ("private", N_ ("Private"), KITH_CELL_SWITCH, FALSE, 80),
};

#define OF_OPINION(key, title, end, dimension, at_first, width)                                 \
  {                                                                                             \
    key, title, KITH_CELL_SCORE, KITH_FROM_OPINION, "standing", end, dimension, at_first, width \
  }

/* One of the details behind trust, from either end. */
#define OF_DETAIL(key, title, back, item)                \
  OF_OPINION (key, title, KITH_END_A, item, FALSE, 140), \
      OF_OPINION (key "_back", back, KITH_END_B, item, FALSE, 160)

/* The standing between two is for the same eyes as ratings are. */
static const Column of_links[] = {
  { "a", N_ ("From"), KITH_CELL_CHOICE, KITH_FROM_END, NULL, KITH_END_A, 0, TRUE, 200 },
  { "b", N_ ("To"), KITH_CELL_CHOICE, KITH_FROM_END, NULL, KITH_END_B, 0, TRUE, 200 },
  OF_OPINION ("trust", N_ ("Trust"), KITH_END_A, KITH_TRUST, TRUE, 130),
  OF_OPINION ("trust_back", N_ ("Trust back"), KITH_END_B, KITH_TRUST, TRUE, 130),
  OF_FIELD ("kind", N_ ("Kind"), KITH_CELL_CHOICE, TRUE, 160),
  OF_FIELD ("direction", N_ ("Direction"), KITH_CELL_CHOICE, TRUE, 120),
  OF_FIELD ("frequency", N_ ("Frequency"), KITH_CELL_CHOICE, TRUE, 110),
  OF_OPINION ("respect", N_ ("Respect"), KITH_END_A, KITH_RESPECT, FALSE, 130),
  OF_OPINION ("respect_back", N_ ("Respect back"), KITH_END_B, KITH_RESPECT, FALSE, 130),
  OF_OPINION ("understanding", N_ ("Understanding"), KITH_END_A, KITH_UNDERSTANDING, FALSE, 130),
  OF_OPINION ("understanding_back",
              N_ ("Understanding back"),
              KITH_END_B,
              KITH_UNDERSTANDING,
              FALSE,
              150),
  OF_DETAIL ("promises", N_ ("Do as they said"), N_ ("Do as they said, back"), KITH_ITEM_PROMISES),
  OF_DETAIL ("disagree", N_ ("Disagree openly"), N_ ("Disagree openly, back"), KITH_ITEM_DISAGREE),
  OF_DETAIL ("outcome", N_ ("Same outcome"), N_ ("Same outcome, back"), KITH_ITEM_OUTCOME),
  OF_DETAIL ("early", N_ ("Tell us early"), N_ ("Tell us early, back"), KITH_ITEM_EARLY),
  OF_FIELD ("standing", N_ ("Standing"), KITH_CELL_CHOICE, FALSE, 180),
  OF_FIELD ("label", N_ ("Label"), KITH_CELL_TEXT, FALSE, 140),
  OF_FIELD ("tags", N_ ("Tags"), KITH_CELL_TEXT, FALSE, 140),
  { "events", N_ ("Events"), KITH_CELL_FIXED, KITH_FROM_EVENTS, NULL, 0, 0, TRUE, 80 },
  FIXED ("meeting", N_ ("Meet in"), KITH_FROM_MEETING, 180),
  FIXED ("agreement", N_ ("Take the same position"), KITH_FROM_AGREEMENT, 170),
  FIXED ("step", N_ ("Next step"), KITH_FROM_STEP, 220),
  OF_FIELD ("from", N_ ("Since"), KITH_CELL_DATE, FALSE, 130),
  OF_FIELD ("to", N_ ("Until"), KITH_CELL_DATE, FALSE, 130),
  OF_FIELD ("note", N_ ("Note"), KITH_CELL_NOTE, TRUE, 260),
  OF_FIELD ("private_note", N_ ("Private note"), KITH_CELL_NOTE, FALSE, 260),
  OF_FIELD ("private", N_ ("Private"), KITH_CELL_SWITCH, FALSE, 80),
};

static const Column of_events[] = {
  OF_FIELD ("date", N_ ("Date"), KITH_CELL_DATE, TRUE, 140),
  OF_FIELD ("title", N_ ("Title"), KITH_CELL_TEXT, TRUE, 240),
  OF_FIELD ("kind", N_ ("Kind"), KITH_CELL_CHOICE, TRUE, 170),
  { "owner", N_ ("Belongs to"), KITH_CELL_CHOICE, KITH_FROM_OWNER, NULL, 0, 0, TRUE, 240 },
  OF_FIELD ("narrative", N_ ("Narrative"), KITH_CELL_NOTE, TRUE, 280),
  OF_FIELD ("effect_a", N_ ("Effect on the first"), KITH_CELL_CHOICE, FALSE, 150),
  OF_FIELD ("effect_b", N_ ("Effect on the second"), KITH_CELL_CHOICE, FALSE, 150),
  OF_FIELD ("until", N_ ("Until"), KITH_CELL_DATE, FALSE, 130),
  OF_FIELD ("teller", N_ ("Told by"), KITH_CELL_TEXT, FALSE, 140),
  OF_FIELD ("private", N_ ("Private"), KITH_CELL_SWITCH, FALSE, 80),
};

static const Column of_spaces[] = {
  OF_FIELD ("name", N_ ("Name"), KITH_CELL_TEXT, TRUE, 220),
  OF_FIELD ("status", N_ ("Status"), KITH_CELL_CHOICE, TRUE, 150),
  { "members", N_ ("Members"), KITH_CELL_FIXED, KITH_FROM_MEMBERS, NULL, 0, 0, TRUE, 260 },
  { "host", N_ ("Host"), KITH_CELL_FIXED, KITH_FROM_HOSTS, NULL, 0, 0, TRUE, 160 },
  OF_FIELD ("rhythm", N_ ("Rhythm"), KITH_CELL_TEXT, TRUE, 140),
  OF_FIELD ("purpose", N_ ("Purpose"), KITH_CELL_NOTE, TRUE, 260),
  OF_FIELD ("from", N_ ("Opened"), KITH_CELL_DATE, TRUE, 130),
  OF_FIELD ("to", N_ ("Closed"), KITH_CELL_DATE, TRUE, 130),
  OF_FIELD ("principles", N_ ("Principles"), KITH_CELL_NOTE, FALSE, 220),
  FIXED ("step", N_ ("Next step"), KITH_FROM_STEP, 220),
  OF_FIELD ("description", N_ ("Description"), KITH_CELL_NOTE, FALSE, 260),
  OF_FIELD ("private_note", N_ ("Private note"), KITH_CELL_NOTE, FALSE, 260),
  OF_FIELD ("private", N_ ("Private"), KITH_CELL_SWITCH, FALSE, 80),
};

static const struct
{
  KithKind kind;
  const Column *columns;
  guint n;
} listings[KITH_N_LISTINGS] = {
  { KITH_STAKEHOLDER, of_stakeholders, G_N_ELEMENTS (of_stakeholders) },
  { KITH_LINK, of_links, G_N_ELEMENTS (of_links) },
  { KITH_EVENT, of_events, G_N_ELEMENTS (of_events) },
  { KITH_SPACE, of_spaces, G_N_ELEMENTS (of_spaces) },
};

static const KithEnumValue listing_values[] = {
  { "stakeholders", N_ ("Stakeholders") },
  { "links", N_ ("Links") },
  { "events", N_ ("Events") },
  { "spaces", N_ ("Spaces") },
};
const KithEnum kith_listings = { "listing", KITH_N_LISTINGS, listing_values };

KithKind
kith_listing_kind (KithListing listing)
{
  return listings[listing].kind;
}

static void
column_free (gpointer data)
{
  KithListColumn *column = data;

  g_free (column->key);
  g_free (column->title);
  g_free (column->name);
  g_free (column);
}

static KithListColumn *
make_column (KithListing listing, const Column *from, KithAudience audience)
{
  KithListColumn *column = g_new0 (KithListColumn, 1);

  column->listing = listing;
  column->key = g_strdup (from->key);
  column->title = g_strdup (_ (from->title));
  column->cell = from->cell;
  column->source = from->source;
  column->end = from->end;
  column->dimension = from->dimension;
  column->at_first = from->at_first;
  column->width = from->width;
  column->audience = audience;
  if (from->source == KITH_FROM_FIELD || from->source == KITH_FROM_SECTOR)
    column->field = kith_kind_field (listings[listing].kind, from->field);
  return column;
}

static gboolean
is_for (KithListing listing, const Column *column, KithAudience audience)
{
  KithKind kind;

  if (kith_list_source_kind (column->source, &kind))
    return audience <= kith_kind_info (kind)->audience;
  return column->field == NULL
         || audience <= kith_kind_field (listings[listing].kind, column->field)->audience;
}

/* A key has no blanks: it stands in a list. */
static KithListColumn *
make_further (KithListing listing, const KithField *fields, const char *name)
{
  KithListColumn *column = g_new0 (KithListColumn, 1);
  g_autofree char *word = g_uri_escape_string (name, NULL, TRUE);

  column->listing = listing;
  column->key = g_strconcat ("field:", word, NULL);
  column->title = g_strdup (name);
  column->name = g_strdup (name);
  column->cell = KITH_CELL_TEXT;
  column->source = KITH_FROM_FURTHER;
  column->field = fields;
  column->at_first = TRUE;
  column->width = 140;
  return column;
}

static void
append_further (GPtrArray *columns, KithListing listing, KithMap *map, KithAudience audience)
{
  const KithField *fields = kith_kind_field (listings[listing].kind, "fields");
  g_auto (GStrv) names = NULL;

  if (fields == NULL || audience > fields->audience)
    return;
  names = kith_map_list_fields (map, listings[listing].kind);
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (columns, make_further (listing, fields, names[i]));
}

/**
 * kith_list_columns:
 * @listing: which table
 * @map: the audience's map
 * @audience: who sees it
 *
 * Returns: (transfer full) (element-type KithListColumn): its columns in their order
 */
GPtrArray *
kith_list_columns (KithListing listing, KithMap *map, KithAudience audience)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (column_free);

  for (guint i = 0; i < listings[listing].n; i++)
    if (is_for (listing, &listings[listing].columns[i], audience))
      g_ptr_array_add (columns, make_column (listing, &listings[listing].columns[i], audience));
  append_further (columns, listing, map, audience);
  kith_list_columns_set_day (columns, 0);
  return columns;
}

/**
 * kith_list_columns_set_day:
 * @columns: (element-type KithListColumn): of a table
 * @day: a Julian day; 0: today
 */
void
kith_list_columns_set_day (GPtrArray *columns, gint32 day)
{
  for (guint i = 0; i < columns->len; i++)
    ((KithListColumn *) columns->pdata[i])->day = day != 0 ? day : kith_date_today ().first;
}
