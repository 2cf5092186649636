/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people have said, carry and agreed, as it is told between two days, between two maps and in
 * tables: the same words in all three. */
#include <stdarg.h>

#include "kith-as-at.h"
#include "kith-audience.h"
#include "kith-compare-view.h"
#include "kith-listing.h"
#include "kith-pulse.h"
#include "kith-test-maps.h"
#include "kith-timeline.h"

typedef struct
{
  KithMap *map;
  KithId hospital, homes, link, space;
} Town;

static const char *
id_text (KithId id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return g_intern_string (text);
}

/* A record with these fields, in pairs of name and text as files hold it, up to NULL. */
static KithId
make (Town *town, KithKind kind, ...)
{
  KithRecord *record = kith_record_new (kind, kith_id_new ());
  KithId id = record->id;
  const char *name;
  va_list list;

  va_start (list, kind);
  while ((name = va_arg (list, const char *)) != NULL)
    g_assert_true (kith_field_from_text (kith_kind_field (kind, name), record,
                                         va_arg (list, const char *), NULL));
  va_end (list);
  test_put (town->map, record);
  return id;
}

static void
alter (Town *town, KithKind kind, KithId id, const char *name, const char *text)
{
  gpointer after = kith_record_copy (kith_map_get (town->map, kind, id));

  g_assert_true (kith_field_from_text (kith_kind_field (kind, name), after, text, NULL));
  test_put (town->map, after);
}

static void
set_up (Town *town, gconstpointer data)
{
  town->map = kith_map_new ();
  town->hospital = test_stakeholder (town->map, "Hospital", 0, 0);
  town->homes = test_stakeholder (town->map, "Care Homes", 400, 0);
  town->link = test_link (town->map, town->hospital, town->homes);
  town->space = test_space (town->map, "Bed meeting", (KithId[]){ town->hospital, town->homes }, 2);
}

static void
tear_down (Town *town, gconstpointer data)
{
  test_check (town->map);
  kith_map_unref (town->map);
}

static KithId
put_question (Town *town, const char *title)
{
  return make (town, KITH_QUESTION, "title", title, NULL);
}

static KithId
put_answer (Town *town, KithId question, KithId who, KithId position, const char *text)
{
  return make (town, KITH_ANSWER, "question", id_text (question), "stakeholder", id_text (who),
               "position", id_text (position), "text", text, "basis", "own-words", "date",
               "2026-03-01", NULL);
}

/* One of each, on days of their own. */
static void
fill (Town *town)
{
  KithId question = put_question (town, "Why?");
  KithId position = make (town, KITH_POSITION, "question", id_text (question), "title", "No beds",
                          NULL);

  put_answer (town, question, town->hospital, position, "There are none");
  make (town, KITH_STANCE, "stakeholder", id_text (town->homes), "view", "differs", "words",
        "It is about beds", "date", "2026-03-02", NULL);
  make (town, KITH_STANCE, "stakeholder", id_text (town->homes), "space", id_text (town->space),
        "view", "shares", "date", "2026-03-03", NULL);
  make (town, KITH_PULSE, "stakeholder", id_text (town->homes), "date", "2026-03-04", "round",
        "Spring", "purpose", "400", "support", "250", "answered", "9", NULL);
  make (town, KITH_LOAD, "stakeholder", id_text (town->homes), "title", "One form", "level",
        "large", "start", "2026-03-05", NULL);
  make (town, KITH_BARRIER, "space", id_text (town->space), "text", "Meets at eight", "from",
        "2026-03-06", "to", "2026-03-20", NULL);
  make (town, KITH_REPAIR, "link", id_text (town->link), "title", "Tea", "made", "2026-03-07",
        "due", "2026-04-01", "state", "done", "ended", "2026-03-21", "outcome", "It helped", NULL);
}

static char *
told (Town *town, const char *after, const char *until)
{
  g_autoptr (KithTimeline) timeline = kith_timeline_new (town->map);
  g_autoptr (GPtrArray) news = kith_timeline_news (timeline, test_date (after).first,
                                                   test_date (until).first, 0);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < news->len; i++)
    g_string_append_printf (out, "%s\n", ((KithNews *) news->pdata[i])->words);
  return g_string_free (out, FALSE);
}

static const char all_of_it[] = "Hospital answers: “There are none” (position: No beds)\n"
                                "Care Homes sees the purpose differently: “It is about beds”\n"
                                "Care Homes shares the purpose of Bed meeting\n"
                                "Care Homes: pulse check, 3.3 on average (Spring)\n"
                                "Care Homes begins to carry a change: One form\n"
                                "A barrier: Meets at eight\n"
                                "Hospital and Care Homes: a small win is planned, Tea\n";

static void
test_news (Town *town, gconstpointer data)
{
  g_autofree char *spring = NULL;
  g_autofree char *later = NULL;

  fill (town);
  spring = told (town, "2026-02-28", "2026-03-19");
  g_assert_cmpstr (spring, ==, all_of_it);
  later = told (town, "2026-03-19", "2026-03-31");
  g_assert_cmpstr (later, ==,
                   "A barrier is gone: Meets at eight\n"
                   "Hospital and Care Homes: a small win is there, Tea\n");
}

/* Partners are told of no impression and of no pulse of four people. */
static void
test_news_of_partners (Town *town, gconstpointer data)
{
  KithId question = put_question (town, "Why?");
  g_autoptr (KithMap) whole = NULL;
  g_autofree char *words = NULL;

  make (town, KITH_ANSWER, "question", id_text (question), "stakeholder", id_text (town->homes),
        "text", "CANARY", "basis", "impression", "date", "2026-03-01", NULL);
  make (town, KITH_PULSE, "stakeholder", id_text (town->homes), "date", "2026-03-04", "purpose",
        "400", "answered", "4", NULL);
  whole = g_steal_pointer (&town->map);
  town->map = kith_map_for_audience (whole, KITH_PARTNERS);
  words = told (town, "2026-02-28", "2026-03-31");
  g_assert_cmpstr (words, ==, "");
}

static void
test_as_at (Town *town, gconstpointer data)
{
  g_autoptr (KithMap) then = NULL;
  g_autoptr (KithMap) moved = NULL;
  g_autoptr (KithTimeline) timeline = NULL;
  g_autoptr (KithEdit) edit = NULL;
  const KithRepair *repair;

  fill (town);
  then = kith_map_as_at (town->map, test_date ("2026-03-20").first);
  repair = kith_map_nth (then, KITH_REPAIR, 0);
  g_assert_cmpint (repair->state, ==, KITH_REPAIR_PLANNED);
  g_assert_cmpstr (repair->outcome, ==, "");
  timeline = kith_timeline_new (town->map);
  edit = kith_timeline_move (timeline, then, test_date ("2026-03-20").first,
                             test_date ("2026-03-21").first);
  g_assert_true (kith_map_apply (then, edit, NULL));
  moved = kith_map_as_at (town->map, test_date ("2026-03-21").first);
  g_assert_true (kith_map_equal (then, moved));
  repair = kith_map_nth (then, KITH_REPAIR, 0);
  g_assert_cmpint (repair->state, ==, KITH_REPAIR_DONE);
}

/* --- Between two maps --- */

static char *
compared (KithMap *before, KithMap *after, gboolean by_names)
{
  g_autoptr (KithComparison) comparison = kith_compare_maps_by (before, after, by_names);
  const GPtrArray *items = kith_comparison_items (comparison);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const KithComparedItem *item = items->pdata[i];

      g_assert_cmpint (kith_compared_about (item), ==, KITH_ABOUT_UNDERSTOOD);
      g_string_append_printf (out, "%s\n", item->text);
    }
  return g_string_free (out, FALSE);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char *
sorted (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  qsort (lines, g_strv_length (lines), sizeof (char *), compare_lines);
  return g_strjoinv ("\n", lines);
}

static void
test_compared (Town *town, gconstpointer data)
{
  g_autoptr (KithMap) before = kith_map_snapshot (town->map);
  g_autofree char *expected = g_strconcat (all_of_it, "A question is asked: “Why?”\n", NULL);
  g_autofree char *text = NULL;
  g_autofree char *is = NULL;
  g_autofree char *wanted = sorted (expected);
  g_autofree char *nothing = NULL;

  fill (town);
  text = compared (before, town->map, FALSE);
  is = sorted (text);
  g_assert_cmpstr (is, ==, wanted);
  nothing = compared (town->map, town->map, FALSE);
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_altered (Town *town, gconstpointer data)
{
  g_autoptr (KithMap) before = NULL;
  g_autofree char *text = NULL;
  KithId question = put_question (town, "Why?");
  KithId answer = put_answer (town, question, town->homes, 0, "Nobody asks");
  KithId position = make (town, KITH_POSITION, "question", id_text (question), "title", "Silence",
                          NULL);
  KithId repair = make (town, KITH_REPAIR, "title", "Tea", NULL);

  before = kith_map_snapshot (town->map);
  alter (town, KITH_ANSWER, answer, "position", id_text (position));
  alter (town, KITH_REPAIR, repair, "state", "given-up");
  text = compared (before, town->map, FALSE);
  g_assert_cmpstr (text, ==,
                   "Care Homes answers: “Nobody asks” (position: Silence)\n"
                   "The whole map: a small win was given up, Tea\n");
}

/* Who took something back did so for a reason. */
static void
test_taken_back (Town *town, gconstpointer data)
{
  KithId question = put_question (town, "Why?");
  KithId answer = put_answer (town, question, town->homes, 0, "CANARY");
  g_autoptr (KithMap) before = kith_map_snapshot (town->map);
  g_autofree char *text = NULL;

  test_do (town->map, kith_verb_delete (town->map, &answer, 1, NULL));
  text = compared (before, town->map, FALSE);
  g_assert_cmpstr (text, ==, "");
}

/* A map that was typed again from a paper knows no ids. */
static void
test_by_names (Town *town, gconstpointer data)
{
  Town other;
  g_autofree char *text = NULL;

  set_up (&other, NULL);
  fill (town);
  fill (&other);
  text = compared (other.map, town->map, TRUE);
  g_assert_cmpstr (text, ==, "");
  tear_down (&other, NULL);
}

/* --- In tables --- */

static GPtrArray *
columns_on (Town *town, KithListing listing, KithAudience audience, const char *day)
{
  GPtrArray *columns = kith_list_columns (listing, town->map, audience);

  kith_list_columns_set_day (columns, test_date (day).first);
  return columns;
}

static const KithListColumn *
column_of (GPtrArray *columns, const char *key)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (((KithListColumn *) columns->pdata[i])->key, key))
      return columns->pdata[i];
  return NULL;
}

static void
says (Town *town, GPtrArray *columns, const char *key, KithId id, const char *text)
{
  KithListing listing = ((KithListColumn *) columns->pdata[0])->listing;
  g_autofree char *is =
      kith_list_cell_text (column_of (columns, key), town->map,
                           kith_map_get (town->map, kith_listing_kind (listing), id));

  g_assert_cmpstr (is, ==, text);
}

static void
test_stakeholders (Town *town, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = columns_on (town, KITH_LISTING_STAKEHOLDERS, KITH_TEAM,
                                              "2026-03-31");
  g_autoptr (GPtrArray) earlier = columns_on (town, KITH_LISTING_STAKEHOLDERS, KITH_TEAM,
                                              "2026-03-04");

  fill (town);
  make (town, KITH_PULSE, "stakeholder", id_text (town->homes), "date", "2026-03-28", "support",
        "150", "answered", "9", NULL);
  make (town, KITH_REPAIR, "stakeholder", id_text (town->homes), "title", "A desk", "due",
        "2026-05", NULL);
  says (town, columns, "spaces", town->homes, "Bed meeting");
  says (town, columns, "signs", town->homes, "1"); /* 1.5; it fell by 1, not by 1.5 */
  says (town, columns, "signs", town->hospital, "");
  says (town, columns, "pulse", town->homes, "1.5");
  says (town, columns, "changes", town->homes, "1");
  says (town, earlier, "changes", town->homes, "");
  says (town, columns, "view", town->homes, "Sees it differently");
  says (town, columns, "view", town->hospital, "");
  says (town, columns, "step", town->homes, "A desk · May 2026");
  says (town, columns, "step", town->hospital, "");
}

static void
test_links (Town *town, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = columns_on (town, KITH_LISTING_LINKS, KITH_TEAM, "2026-03-31");
  KithId first = put_question (town, "Why?"), second = put_question (town, "Where?");
  KithId one = make (town, KITH_POSITION, "question", id_text (first), "title", "A", NULL);
  KithId two = make (town, KITH_POSITION, "question", id_text (second), "title", "B", NULL);
  KithId three = make (town, KITH_POSITION, "question", id_text (second), "title", "C", NULL);

  says (town, columns, "agreement", town->link, "");
  put_answer (town, first, town->hospital, one, "x");
  put_answer (town, first, town->homes, one, "x");
  put_answer (town, second, town->hospital, two, "x");
  put_answer (town, second, town->homes, three, "x");
  make (town, KITH_REPAIR, "link", id_text (town->link), "title", "Tea", NULL);
  says (town, columns, "meeting", town->link, "Bed meeting");
  says (town, columns, "agreement", town->link, "1 of 2 questions");
  says (town, columns, "step", town->link, "Tea");
}

static void
test_spaces (Town *town, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = columns_on (town, KITH_LISTING_SPACES, KITH_TEAM, "2026-03-31");
  const KithListLook look = { town->map, town->map, KITH_TEAM };
  const KithListCell cells[] = { { column_of (columns, "status"), town->space, "dormant", 0 },
                                 { column_of (columns, "rhythm"), town->space, "weekly", 0 },
                                 { column_of (columns, "from"), town->space, "March 2019", 0 },
                                 { column_of (columns, "name"), town->space, "Board", 0 } };
  const KithListCell fixed = { column_of (columns, "members"), town->space, "Nobody", 0 };
  KithDate today = test_date ("2026-03-31");
  g_autoptr (GError) error = NULL;
  KithEdit *edit = kith_list_set (&look, cells, G_N_ELEMENTS (cells), &today, NULL, &error);

  g_assert_no_error (error);
  test_do (town->map, edit);
  alter (town, KITH_MEMBERSHIP, KITH_ID (kith_map_nth (town->map, KITH_MEMBERSHIP, 0)), "host",
         "1");
  says (town, columns, "name", town->space, "Board");
  says (town, columns, "status", town->space, "Dormant");
  says (town, columns, "members", town->space, "Care Homes, Hospital");
  says (town, columns, "rhythm", town->space, "weekly");
  says (town, columns, "from", town->space, "March 2019");
  g_assert_null (kith_list_set (&look, &fixed, 1, &today, NULL, &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
}

/* Most first; who has none comes last either way. */
static void
test_order (Town *town, gconstpointer data)
{
  g_autoptr (GPtrArray) columns = columns_on (town, KITH_LISTING_STAKEHOLDERS, KITH_TEAM,
                                              "2026-03-31");
  KithId carers = test_stakeholder (town->map, "Carers", 0, 300);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));

  make (town, KITH_PULSE, "stakeholder", id_text (town->homes), "date", "2026-03-28", "support",
        "450", "answered", "9", NULL);
  make (town, KITH_PULSE, "stakeholder", id_text (carers), "date", "2026-03-28", "support", "500",
        "answered", "9", NULL);
  g_array_append_val (ids, town->hospital);
  g_array_append_val (ids, town->homes);
  g_array_append_val (ids, carers);
  kith_list_sort (column_of (columns, "pulse"), town->map, ids, TRUE);
  g_assert_cmpint (g_array_index (ids, KithId, 0), ==, carers);
  g_assert_cmpint (g_array_index (ids, KithId, 1), ==, town->homes);
  kith_list_sort (column_of (columns, "pulse"), town->map, ids, FALSE);
  g_assert_cmpint (g_array_index (ids, KithId, 0), ==, town->homes);
  g_assert_cmpint (g_array_index (ids, KithId, 2), ==, town->hospital);
}

static void
test_columns (Town *town, gconstpointer data)
{
  static const char *const hidden[] = { "signs", "pulse", "changes", "view", "step" };
  g_autoptr (GPtrArray) public = columns_on (town, KITH_LISTING_STAKEHOLDERS, KITH_PUBLIC, "2026");
  g_autoptr (GPtrArray) partners = columns_on (town, KITH_LISTING_STAKEHOLDERS, KITH_PARTNERS,
                                               "2026");

  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    {
      g_assert_null (column_of (public, hidden[i]));
      g_assert_nonnull (column_of (partners, hidden[i]));
    }
  g_assert_nonnull (column_of (public, "spaces"));
}

static void
test_mean (void)
{
  KithPulse *pulse = kith_record_new (KITH_PULSE, 7);

  g_assert_cmpint (kith_pulse_mean (pulse), ==, 0);
  pulse->scores[KITH_PULSE_PURPOSE] = 400;
  pulse->scores[KITH_PULSE_ROLE] = 250;
  g_assert_cmpint (kith_pulse_mean (pulse), ==, 330); /* 3.25 */
  pulse->scores[KITH_PULSE_SUPPORT] = 320;
  g_assert_cmpint (kith_pulse_mean (pulse), ==, 320); /* 3.233… */
  kith_record_unref (pulse);
}

#define ADD(name, func) g_test_add ("/understood/" name, Town, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-happened-is-told-in-words", test_news);
  ADD ("partners-are-told-what-they-may-see", test_news_of_partners);
  ADD ("a-step-is-planned-until-it-ended", test_as_at);
  ADD ("two-maps-differ-in-the-same-words", test_compared);
  ADD ("what-is-otherwise-now-is-told", test_altered);
  ADD ("what-was-taken-back-is-not-repeated", test_taken_back);
  ADD ("maps-that-know-no-ids-match-by-what-they-say", test_by_names);
  ADD ("a-table-says-it-of-stakeholders", test_stakeholders);
  ADD ("a-table-says-it-of-links", test_links);
  ADD ("shared-spaces-are-a-table-that-can-be-filled-in", test_spaces);
  ADD ("tables-sort-by-it", test_order);
  ADD ("tables-have-the-columns-of-an-audience", test_columns);
  g_test_add_func ("/understood/a-mean-is-of-what-was-answered", test_mean);
  return g_test_run ();
}
