/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Listings: what the columns of a table say, take and sort by; filling and pasting as one edit. */
#include "kith-audience.h"
#include "kith-listing.h"
#include "kith-opinion.h"
#include "kith-search-fold.h"
#include "kith-test-maps.h"

typedef struct
{
  KithMap *map;
  KithId police;
  KithId ed;
  KithId link; /* police – ed */
  KithId event;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->map = kith_map_new ();
  f->police = test_stakeholder (f->map, "Police", 0, 0);
  f->ed = test_stakeholder (f->map, "Emergency Department", 300, 0);
  f->link = test_link (f->map, f->police, f->ed);
  f->event = test_event (f->map, KITH_LINK, f->link, "Winter plan");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  test_check (f->map);
  kith_map_unref (f->map);
}

static const KithListColumn *
column_of (GPtrArray *columns, const char *key)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (((KithListColumn *) columns->pdata[i])->key, key))
      return columns->pdata[i];
  return NULL;
}

static KithListLook
look_at (Fixture *f)
{
  return (KithListLook){ f->map, f->map, KITH_TEAM };
}

static KithDate
today (void)
{
  return kith_date_day (2026, 3, 12);
}

static KithEdit *
set_one (const KithListLook *look,
         KithListing listing,
         const char *key,
         KithId id,
         const char *text,
         GError **error)
{
  g_autoptr (GPtrArray) columns = kith_list_columns (listing, look->shown, look->audience);
  KithListCell cell = { column_of (columns, key), id, text, 0 };
  KithDate now = today ();

  g_assert_nonnull (cell.column);
  return kith_list_set (look, &cell, 1, &now, NULL, error);
}

static void
take (Fixture *f, KithListing listing, const char *key, KithId id, const char *text)
{
  KithListLook look = look_at (f);
  g_autoptr (GError) error = NULL;
  KithEdit *edit = set_one (&look, listing, key, id, text, &error);

  g_assert_no_error (error);
  test_do (f->map, edit);
}

static void
refuses (Fixture *f, KithListing listing, const char *key, KithId id, const char *text)
{
  KithListLook look = look_at (f);
  g_autoptr (GError) error = NULL;

  g_assert_null (set_one (&look, listing, key, id, text, &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, text));
}

static char *
said (Fixture *f, KithListing listing, const char *key, KithId id)
{
  g_autoptr (GPtrArray) columns = kith_list_columns (listing, f->map, KITH_TEAM);

  return kith_list_cell_text (column_of (columns, key), f->map,
                              kith_map_get (f->map, kith_listing_kind (listing), id));
}

#define SAYS(f, listing, key, id, text)               \
  G_STMT_START                                        \
  {                                                   \
    g_autofree char *is = said (f, listing, key, id); \
    g_assert_cmpstr (is, ==, text);                   \
  }                                                   \
  G_STMT_END

static void
cells_say_what_records_hold (Fixture *f, gconstpointer data)
{
  test_rate (f->map, f->link, KITH_END_A, "", KITH_BASIS_AGREED, KITH_SCORE_4, "2020");
  test_space (f->map, "Big Room", (KithId[]){ f->police }, 1);
  SAYS (f, KITH_LISTING_STAKEHOLDERS, "name", f->police, "Police");
  SAYS (f, KITH_LISTING_STAKEHOLDERS, "level", f->police, "");
  SAYS (f, KITH_LISTING_STAKEHOLDERS, "links", f->police, "1");
  SAYS (f, KITH_LISTING_STAKEHOLDERS, "spaces", f->police, "Big Room");
  SAYS (f, KITH_LISTING_LINKS, "a", f->link, "Police");
  SAYS (f, KITH_LISTING_LINKS, "trust", f->link, "4 Strong");
  SAYS (f, KITH_LISTING_LINKS, "trust_back", f->link, "");
  SAYS (f, KITH_LISTING_LINKS, "kind", f->link, "Works with");
  SAYS (f, KITH_LISTING_LINKS, "events", f->link, "1");
  SAYS (f, KITH_LISTING_EVENTS, "date", f->event, "2019");
  SAYS (f, KITH_LISTING_EVENTS, "owner", f->event, "Police – Emergency Department");
}

static void
cells_take_what_people_type (Fixture *f, gconstpointer data)
{
  KithOpinion opinion;

  take (f, KITH_LISTING_STAKEHOLDERS, "level", f->police, "borough");
  take (f, KITH_LISTING_STAKEHOLDERS, "sector", f->police, "social care");
  take (f, KITH_LISTING_STAKEHOLDERS, "pinned", f->police, "y");
  take (f, KITH_LISTING_STAKEHOLDERS, "from", f->police, "about 1995");
  take (f, KITH_LISTING_LINKS, "frequency", f->link, "weekly");
  take (f, KITH_LISTING_LINKS, "direction", f->link, "Both ways");
  take (f, KITH_LISTING_LINKS, "trust_back", f->link, "0");
  take (f, KITH_LISTING_LINKS, "trust", f->link, "4");
  take (f, KITH_LISTING_EVENTS, "date", f->event, "the 1990s");
  SAYS (f, KITH_LISTING_STAKEHOLDERS, "level", f->police, "Place");
  SAYS (f, KITH_LISTING_STAKEHOLDERS, "from", f->police, "about 1995");
  SAYS (f, KITH_LISTING_LINKS, "frequency", f->link, "Weekly");
  SAYS (f, KITH_LISTING_LINKS, "direction", f->link, "Both ways");
  SAYS (f, KITH_LISTING_LINKS, "trust_back", f->link, "Not known");
  SAYS (f, KITH_LISTING_EVENTS, "date", f->event, "the 1990s");
  g_assert_true (kith_map_stakeholder (f->map, f->police)->pinned);
  kith_opinion_of (f->map, f->link, KITH_END_A, KITH_TRUST, &opinion);
  g_assert_cmpint (opinion.step, ==, 4);
  g_assert_true (opinion.impression);
  take (f, KITH_LISTING_STAKEHOLDERS, "level", f->police, "");
  SAYS (f, KITH_LISTING_STAKEHOLDERS, "level", f->police, "");
}

static void
what_does_not_fit_is_refused (Fixture *f, gconstpointer data)
{
  refuses (f, KITH_LISTING_STAKEHOLDERS, "name", f->police, "");
  refuses (f, KITH_LISTING_STAKEHOLDERS, "level", f->police, "quarterly");
  refuses (f, KITH_LISTING_STAKEHOLDERS, "from", f->police, "32 March 2019");
  refuses (f, KITH_LISTING_STAKEHOLDERS, "sector", f->police, "astrology");
  refuses (f, KITH_LISTING_LINKS, "trust", f->link, "6");
  refuses (f, KITH_LISTING_LINKS, "trust", f->link, "");
  refuses (f, KITH_LISTING_LINKS, "kind", f->link, "");
  refuses (f, KITH_LISTING_EVENTS, "owner", f->event, "Nobody");
}

static void
a_new_name_is_a_renaming (Fixture *f, gconstpointer data)
{
  KithStakeholder *other = kith_record_copy (kith_map_stakeholder (f->map, f->ed));

  other->sector = KITH_SECTOR_OTHER;
  test_put (f->map, other);
  take (f, KITH_LISTING_STAKEHOLDERS, "name", f->ed, " Fire and Rescue ");
  other = (KithStakeholder *) kith_map_stakeholder (f->map, f->ed);
  g_assert_cmpstr (other->name, ==, "Fire and Rescue");
  g_assert_cmpfloat (other->width, ==, 0.0);
  g_assert_cmpstr (kith_sector_key (other->sector), ==, "police-fire-justice");
}

static void
an_event_goes_to_another_owner (Fixture *f, gconstpointer data)
{
  KithId space = test_space (f->map, "Big Room", NULL, 0);
  KithEvent *event = kith_record_copy (kith_map_event (f->map, f->event));

  event->effect_a = KITH_EFFECT_PLUS_1;
  test_put (f->map, event);
  take (f, KITH_LISTING_EVENTS, "owner", f->event, "big room");
  g_assert_cmpint (kith_map_event (f->map, f->event)->space, ==, space);
  g_assert_cmpint (kith_map_event (f->map, f->event)->link, ==, 0);
  g_assert_cmpint (kith_map_event (f->map, f->event)->effect_a, ==, KITH_EFFECT_UNSET);
  refuses (f, KITH_LISTING_EVENTS, "effect_a", f->event, ""); /* there is no end to have it */
  take (f, KITH_LISTING_EVENTS, "owner", f->event, "Police – Emergency Department");
  g_assert_cmpint (kith_map_event (f->map, f->event)->link, ==, f->link);
  take (f, KITH_LISTING_EVENTS, "owner", f->event, "The whole map");
  g_assert_cmpint (kith_map_event (f->map, f->event)->link, ==, 0);
  test_stakeholder (f->map, "Police", 0, 90);
  refuses (f, KITH_LISTING_EVENTS, "owner", f->event, "Police"); /* which of them? */
}

/* A column goes in whole or not at all, and says where it went wrong. */
static void
many_cells_are_one_edit_or_none (Fixture *f, gconstpointer data)
{
  KithListLook look = look_at (f);
  KithDate now = today ();
  g_autoptr (GPtrArray) columns = kith_list_columns (KITH_LISTING_STAKEHOLDERS, f->map, KITH_TEAM);
  const KithListColumn *level = column_of (columns, "level");
  KithListCell cells[] = { { level, f->police, "place", 1 },
                           { column_of (columns, "kind"), f->police, "force", 1 },
                           { level, f->ed, "plaice", 2 } };
  g_autoptr (GError) error = NULL;
  KithEdit *edit;

  g_assert_null (kith_list_set (&look, cells, 3, &now, "Paste", &error));
  g_assert_true (g_str_has_prefix (error->message, "Row 2, Level: “plaice” is none of these: "
                                                   "Neighbourhood, Place"));
  g_assert_true (g_str_has_suffix (error->message, "Nothing was changed."));
  cells[2].text = "Region";
  edit = kith_list_set (&look, cells, 3, &now, "Paste", NULL);
  g_assert_cmpuint (kith_edit_n_changes (edit), ==, 2);
  g_assert_cmpstr (edit->label, ==, "Paste");
  test_do (f->map, edit);
  SAYS (f, KITH_LISTING_STAKEHOLDERS, "level", f->police, "Place");
  SAYS (f, KITH_LISTING_STAKEHOLDERS, "kind", f->police, "force");
  SAYS (f, KITH_LISTING_STAKEHOLDERS, "level", f->ed, "Region");
}

/* Two sides of today's quick rating in one edit stay together. */
static void
ratings_of_one_end_fold (Fixture *f, gconstpointer data)
{
  KithListLook look = look_at (f);
  KithDate now = today ();
  g_autoptr (GPtrArray) columns = kith_list_columns (KITH_LISTING_LINKS, f->map, KITH_TEAM);
  KithListCell cells[] = { { column_of (columns, "trust"), f->link, "2", 1 },
                           { column_of (columns, "respect"), f->link, "5", 1 } };

  take (f, KITH_LISTING_LINKS, "trust", f->link, "4");
  test_do (f->map, kith_list_set (&look, cells, 2, &now, NULL, NULL));
  g_assert_cmpuint (kith_map_n (f->map, KITH_ASSESSMENT), ==, 1);
  SAYS (f, KITH_LISTING_LINKS, "trust", f->link, "2 Cautious");
  SAYS (f, KITH_LISTING_LINKS, "respect", f->link, "5 Deep");
}

/* A detail behind trust is rated in its cell like trust, in its own words, and from either end. */
static void
details_are_rated_in_cells (Fixture *f, gconstpointer data)
{
  static const char *const keys[] = { "promises", "disagree", "outcome", "early" };
  g_autoptr (GPtrArray) columns = kith_list_columns (KITH_LISTING_LINKS, f->map, KITH_TEAM);
  g_autoptr (GPtrArray) of_public = kith_list_columns (KITH_LISTING_LINKS, f->map, KITH_PUBLIC);
  const KithListColumn *back = column_of (columns, "disagree_back");
  g_autoptr (GPtrArray) choices = kith_list_choices (back, f->map, "", 20);
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_false (column_of (columns, keys[i])->at_first);
      g_assert_null (column_of (of_public, keys[i]));
    }
  take (f, KITH_LISTING_LINKS, "promises", f->link, "4");
  take (f, KITH_LISTING_LINKS, "disagree_back", f->link, "1");
  take (f, KITH_LISTING_LINKS, "early", f->link, "not known");
  SAYS (f, KITH_LISTING_LINKS, "promises", f->link, "4 Mostly");
  SAYS (f, KITH_LISTING_LINKS, "promises_back", f->link, "");
  SAYS (f, KITH_LISTING_LINKS, "disagree_back", f->link, "1 Not at all");
  SAYS (f, KITH_LISTING_LINKS, "early", f->link, "Not known");
  SAYS (f, KITH_LISTING_LINKS, "trust", f->link, "");
  g_assert_cmpstr (((KithListChoice *) choices->pdata[0])->label, ==, "5 Fully");
  name = kith_list_cell_name (back, f->map, kith_map_link (f->map, f->link));
  g_assert_nonnull (strstr (name, "We can disagree openly"));
  g_assert_nonnull (strstr (name, "1 Not at all"));
}

static void
an_audience_changes_only_what_it_sees (Fixture *f, gconstpointer data)
{
  KithStakeholder *person = kith_record_copy (kith_map_stakeholder (f->map, f->police));
  g_autoptr (KithMap) partners = NULL;
  g_autoptr (KithMap) public = NULL;
  g_autoptr (GPtrArray) names = kith_list_columns (KITH_LISTING_STAKEHOLDERS, f->map, KITH_PUBLIC);
  g_autoptr (GPtrArray) links = kith_list_columns (KITH_LISTING_LINKS, f->map, KITH_PUBLIC);
  g_autoptr (GPtrArray) events = kith_list_columns (KITH_LISTING_EVENTS, f->map, KITH_PARTNERS);
  KithListLook look;
  g_autoptr (GError) error = NULL;
  KithOpinion opinion;

  person->form = KITH_FORM_PERSON;
  test_put (f->map, person);
  public = kith_map_for_audience (f->map, KITH_PUBLIC);
  partners = kith_map_for_audience (f->map, KITH_PARTNERS);
  g_assert_null (column_of (names, "private_note"));
  g_assert_null (column_of (names, "private"));
  g_assert_null (column_of (links, "trust"));
  g_assert_null (column_of (links, "note"));
  g_assert_null (column_of (events, "teller"));
  g_assert_nonnull (column_of (events, "narrative"));

  look = (KithListLook){ public, f->map, KITH_PUBLIC };
  g_assert_false (kith_list_can_set (column_of (names, "name"), &look, f->police));
  g_assert_true (kith_list_can_set (column_of (names, "level"), &look, f->police));
  look = (KithListLook){ partners, f->map, KITH_PARTNERS };
  test_do (f->map, set_one (&look, KITH_LISTING_LINKS, "trust", f->link, "3", &error));
  kith_opinion_of (f->map, f->link, KITH_END_A, KITH_TRUST, &opinion);
  g_assert_false (opinion.impression); /* agreed in the room */
}

static void
sorts (Fixture *f, KithListing listing, const char *key, gboolean down, const char *expected)
{
  g_autoptr (GPtrArray) columns = kith_list_columns (listing, f->map, KITH_TEAM);
  KithKind kind = kith_listing_kind (listing);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GString) order = g_string_new (NULL);

  KITH_FOR_EACH (KithRecord, record, f->map, kind)
    g_array_append_val (ids, record->id);
  kith_list_sort (key != NULL ? column_of (columns, key) : NULL, f->map, ids, down);
  for (guint i = 0; i < ids->len; i++)
    {
      gconstpointer record = kith_map_get (f->map, kind, g_array_index (ids, KithId, i));
      g_autofree char *title = kith_list_row_title (f->map, record);

      g_string_append_printf (order, "%s%s", i > 0 ? "|" : "", title);
    }
  g_assert_cmpstr (order->str, ==, expected);
}

static void
names_sort_as_people_do (Fixture *f, gconstpointer data)
{
  test_stakeholder (f->map, "Ward 10", 0, 0);
  test_stakeholder (f->map, "ward 2", 0, 0);
  sorts (f, KITH_LISTING_STAKEHOLDERS, "name", FALSE, "Emergency Department|Police|ward 2|Ward 10");
  sorts (f, KITH_LISTING_STAKEHOLDERS, "name", TRUE, "Ward 10|ward 2|Police|Emergency Department");
}

static void
values_sort_by_their_order_and_empty_ones_last (Fixture *f, gconstpointer data)
{
  KithId gp = test_stakeholder (f->map, "GP", 0, 0);
  KithId mind = test_stakeholder (f->map, "Mind", 0, 0);

  take (f, KITH_LISTING_STAKEHOLDERS, "level", gp, "System");
  take (f, KITH_LISTING_STAKEHOLDERS, "level", mind, "Place");
  take (f, KITH_LISTING_STAKEHOLDERS, "level", f->ed, "Nation");
  sorts (f, KITH_LISTING_STAKEHOLDERS, "level", FALSE, "Mind|GP|Emergency Department|Police");
  sorts (f, KITH_LISTING_STAKEHOLDERS, "level", TRUE, "Emergency Department|GP|Mind|Police");
}

static void
dates_sort_by_their_span (Fixture *f, gconstpointer data)
{
  const char *dates[] = { "12 March 2019", "before 2013", "March 2019", "2020", "the 1990s" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      KithId id = test_event (f->map, KITH_ABOUT, 0, dates[i]);

      take (f, KITH_LISTING_EVENTS, "date", id, dates[i]);
    }
  take (f, KITH_LISTING_EVENTS, "date", f->event, "");
  sorts (f, KITH_LISTING_EVENTS, "date", FALSE,
         "before 2013|the 1990s|March 2019|12 March 2019|2020|Winter plan");
}

static void
trust_sorts_by_step (Fixture *f, gconstpointer data)
{
  KithId gp = test_stakeholder (f->map, "GP", 0, 0);
  KithId one = test_link (f->map, f->police, gp);
  KithId other = test_link (f->map, f->ed, gp);
  KithId last = test_link (f->map, gp, f->police);

  take (f, KITH_LISTING_LINKS, "trust", f->link, "5");
  take (f, KITH_LISTING_LINKS, "trust", one, "2");
  take (f, KITH_LISTING_LINKS, "trust", other, "0");
  g_assert_cmpint (last, !=, 0);
  sorts (f, KITH_LISTING_LINKS, "trust", FALSE,
         "Police – GP|Police – Emergency Department|Emergency Department – GP|GP – Police");
}

static void
rows_are_found_by_words (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = kith_list_columns (KITH_LISTING_LINKS, f->map, KITH_TEAM);
  g_autoptr (KithWords) both = kith_words_new ("dept emerg");
  g_autoptr (KithWords) ends = kith_words_new ("emerg police works");
  g_autoptr (KithWords) none = kith_words_new ("");
  gconstpointer link = kith_map_link (f->map, f->link);

  g_assert_true (kith_list_matches (columns, f->map, link, ends));
  g_assert_false (kith_list_matches (columns, f->map, link, both));
  g_assert_true (kith_list_matches (columns, f->map, link, none));
}

static void
choices_are_narrowed_by_words (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = kith_list_columns (KITH_LISTING_STAKEHOLDERS, f->map, KITH_TEAM);
  g_autoptr (GPtrArray) events = kith_list_columns (KITH_LISTING_EVENTS, f->map, KITH_TEAM);
  g_autoptr (GPtrArray) levels = kith_list_choices (column_of (columns, "level"), f->map, "", 99);
  g_autoptr (GPtrArray) sectors = kith_list_choices (column_of (columns, "sector"), f->map,
                                                     "police", 99);
  g_autoptr (GPtrArray) owners = kith_list_choices (column_of (events, "owner"), f->map, "emerg",
                                                    99);
  KithListChoice *choice = levels->pdata[0];

  g_assert_cmpuint (levels->len, ==, 6);
  g_assert_cmpstr (choice->raw, ==, "");
  g_assert_cmpuint (sectors->len, ==, 1);
  choice = sectors->pdata[0];
  take (f, KITH_LISTING_STAKEHOLDERS, "sector", f->ed, choice->raw);
  g_assert_cmpstr (kith_sector_key (kith_map_stakeholder (f->map, f->ed)->sector), ==,
                   "police-fire-justice");
  g_assert_cmpuint (owners->len, ==, 2); /* the stakeholder and the link */
  choice = owners->pdata[0];
  g_assert_cmpint (kith_list_choice_id (choice->raw), ==, f->ed);
}

static void
a_clipboard_is_read_with_its_blanks (void)
{
  g_autoptr (GPtrArray) rows = kith_tsv_read ("4\r\n\r\n\"two\nlines\"\t b \n'=1\t\"q\" x\t");
  char **row;

  g_assert_cmpuint (rows->len, ==, 4);
  g_assert_cmpstr (((char **) rows->pdata[0])[0], ==, "4");
  g_assert_cmpstr (((char **) rows->pdata[1])[0], ==, "");
  row = rows->pdata[2];
  g_assert_cmpstr (row[0], ==, "two\nlines");
  g_assert_cmpstr (row[1], ==, "b");
  row = rows->pdata[3];
  g_assert_cmpstr (row[0], ==, "=1");
  g_assert_cmpstr (row[1], ==, "\"q\" x");
  g_assert_cmpstr (row[2], ==, "");
  g_assert_null (row[3]);
}

/* What is copied from one table can be pasted into another as it was. */
static void
what_is_copied_can_be_pasted (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = kith_list_columns (KITH_LISTING_STAKEHOLDERS, f->map, KITH_TEAM);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  char **row;

  take (f, KITH_LISTING_STAKEHOLDERS, "description", f->police, "=one\ttwo\n\"three\"");
  text = kith_tsv_write (columns, f->map, (KithId[]){ f->police, 999 }, 2);
  rows = kith_tsv_read (text);
  g_assert_cmpuint (rows->len, ==, 2);
  row = rows->pdata[0];
  g_assert_cmpstr (row[0], ==, "Name");
  row = rows->pdata[1];
  g_assert_cmpuint (g_strv_length (row), ==, columns->len);
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (((KithListColumn *) columns->pdata[i])->key, "description"))
      g_assert_cmpstr (row[i], ==, "=one two\n\"three\"");
}

/* Columns that people have made themselves. */
static void
further_fields_are_columns (Fixture *f, gconstpointer data)
{
  KithStakeholder *police = kith_record_copy (kith_map_stakeholder (f->map, f->police));
  g_autoptr (GPtrArray) before = kith_list_columns (KITH_LISTING_STAKEHOLDERS, f->map, KITH_TEAM);
  g_autoptr (GPtrArray) public = NULL;

  g_assert_null (column_of (before, "field:Beds"));
  kith_text_set (&police->fields, "Beds: 40\nLead contact: Ann");
  test_put (f->map, police);
  SAYS (f, KITH_LISTING_STAKEHOLDERS, "field:Beds", f->police, "40");
  SAYS (f, KITH_LISTING_STAKEHOLDERS, "field:Lead%20contact", f->police, "Ann");
  take (f, KITH_LISTING_STAKEHOLDERS, "field:Beds", f->ed, "9");
  SAYS (f, KITH_LISTING_STAKEHOLDERS, "field:Beds", f->ed, "9");
  sorts (f, KITH_LISTING_STAKEHOLDERS, "field:Beds", FALSE, "Emergency Department|Police");
  take (f, KITH_LISTING_STAKEHOLDERS, "field:Beds", f->police, "");
  g_assert_cmpstr (kith_map_stakeholder (f->map, f->police)->fields, ==, "Lead contact: Ann");
  take (f, KITH_LISTING_STAKEHOLDERS, "power", f->police, "4");
  SAYS (f, KITH_LISTING_STAKEHOLDERS, "power", f->police, "4");
  refuses (f, KITH_LISTING_STAKEHOLDERS, "power", f->police, "6");
  take (f, KITH_LISTING_STAKEHOLDERS, "tags", f->police, "pilot, funding");
  SAYS (f, KITH_LISTING_STAKEHOLDERS, "tags", f->police, "pilot, funding");
  public = kith_list_columns (KITH_LISTING_STAKEHOLDERS, f->map, KITH_PUBLIC);
  g_assert_null (column_of (public, "field:Lead%20contact"));
}

#define ADD(name, test) g_test_add ("/listing/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("cells-say-what-records-hold", cells_say_what_records_hold);
  ADD ("cells-take-what-people-type", cells_take_what_people_type);
  ADD ("what-does-not-fit-is-refused", what_does_not_fit_is_refused);
  ADD ("a-new-name-is-a-renaming", a_new_name_is_a_renaming);
  ADD ("an-event-goes-to-another-owner", an_event_goes_to_another_owner);
  ADD ("many-cells-are-one-edit-or-none", many_cells_are_one_edit_or_none);
  ADD ("ratings-of-one-end-fold", ratings_of_one_end_fold);
  ADD ("details-are-rated-in-cells", details_are_rated_in_cells);
  ADD ("an-audience-changes-only-what-it-sees", an_audience_changes_only_what_it_sees);
  ADD ("further-fields-are-columns", further_fields_are_columns);
  ADD ("names-sort-as-people-do", names_sort_as_people_do);
  ADD ("values-sort-by-their-order-and-empty-ones-last",
       values_sort_by_their_order_and_empty_ones_last);
  ADD ("dates-sort-by-their-span", dates_sort_by_their_span);
  ADD ("trust-sorts-by-step", trust_sorts_by_step);
  ADD ("rows-are-found-by-words", rows_are_found_by_words);
  ADD ("choices-are-narrowed-by-words", choices_are_narrowed_by_words);
  g_test_add_func ("/listing/a-clipboard-is-read-with-its-blanks",
                   a_clipboard_is_read_with_its_blanks);
  ADD ("what-is-copied-can-be-pasted", what_is_copied_can_be_pasted);
  return g_test_run ();
}
