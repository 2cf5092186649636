/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What shared spaces bring together, barriers, and who is there and has been heard. */
#include "kith-audience.h"
#include "kith-barrier.h"
#include "kith-coverage.h"
#include "kith-meeting.h"
#include "kith-sectors.h"
#include "kith-test-maps.h"
#include "kith-timeline.h"

typedef struct
{
  KithMap *map;
  KithId police, housing, ward, carers;
  KithId link; /* of police and housing */
} Town;

static void
set_up (Town *town, gconstpointer data)
{
  town->map = kith_map_new ();
  town->police = test_stakeholder (town->map, "Town Police", 0, 0);
  town->housing = test_stakeholder (town->map, "Town Housing", 400, 0);
  town->ward = test_stakeholder (town->map, "Ward Seven", 800, 0);
  town->carers = test_stakeholder (town->map, "Carers' Voice", 1200, 0);
  town->link = test_link (town->map, town->police, town->housing);
}

static void
tear_down (Town *town, gconstpointer data)
{
  test_check (town->map);
  kith_map_unref (town->map);
}

static void
place (Town *town, KithId id, KithId sector, KithLevel level, KithStory story)
{
  KithStakeholder *after = kith_record_copy (kith_map_stakeholder (town->map, id));

  after->sector = sector;
  after->level = (int) level;
  after->story = (int) story;
  test_put (town->map, after);
}

static void
test_strangers (Town *town, gconstpointer data)
{
  const KithId members[] = { town->police, town->housing, town->ward };
  KithId space = test_space (town->map, "Big Room", members, 3);
  guint64 pairs = 0, all = 0;
  g_autoptr (GPtrArray) list = kith_space_strangers (town->map, space, &pairs, &all);
  const KithStrangers *first = list->pdata[0];
  g_autofree char *words = kith_strangers_words (first);

  g_assert_cmpuint (all, ==, 3);
  g_assert_cmpuint (pairs, ==, 2); /* all but police and housing */
  g_assert_cmpuint (list->len, ==, 3);
  g_assert_true (first->member == kith_map_stakeholder (town->map, town->ward));
  g_assert_cmpstr (words, ==, "No link to Town Housing, Town Police");
}

/* A big meeting: each pair is counted, few are named, and it is there at once. */
static void
test_many_meet (void)
{
  const guint n = 4000;
  g_autoptr (KithMap) map = test_random_map (n, 0, 0, 5);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autofree char *words = NULL;
  guint64 pairs = 0, all = 0;
  gint64 start;
  KithId space;

  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    g_array_append_val (members, one->record.id);
  space = test_space (map, "Everybody", (const KithId *) (gpointer) members->data, n);
  test_link (map, g_array_index (members, KithId, 0), g_array_index (members, KithId, 1));
  start = g_get_monotonic_time ();
  list = kith_space_strangers (map, space, &pairs, &all);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 3 * G_TIME_SPAN_SECOND);
  g_assert_cmpuint (list->len, ==, n);
  g_assert_cmpuint (all, ==, 7998000);
  g_assert_cmpuint (pairs, ==, 7997999);
  g_assert_cmpuint (((const KithStrangers *) list->pdata[0])->n, ==, n - 1);
  g_assert_cmpuint (((const KithStrangers *) list->pdata[n - 1])->n, ==, n - 2);
  words = kith_strangers_words (list->pdata[0]);
  g_assert_true (g_str_has_suffix (words, " and 3996 more"));
  others = kith_space_strangers_to (map, space, g_array_index (members, KithId, 0));
  g_assert_cmpuint (others->len, ==, n - 2);
}

static void
test_linked_meet (Town *town, gconstpointer data)
{
  const KithId members[] = { town->police, town->housing };
  KithId space = test_space (town->map, "Big Room", members, 2);
  guint64 pairs = 7, all = 0;
  g_autoptr (GPtrArray) list = kith_space_strangers (town->map, space, &pairs, &all);

  g_assert_cmpuint (list->len, ==, 0);
  g_assert_cmpuint (pairs, ==, 0);
  g_assert_cmpuint (all, ==, 1);
}

static void
test_beside_spaces (Town *town, gconstpointer data)
{
  const KithId members[] = { town->police, town->housing, town->ward };
  KithId other = test_link (town->map, town->ward, town->carers);
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GPtrArray) alone = NULL;

  test_space (town->map, "Big Room", members, 3);
  links = kith_links_through_no_space (town->map);
  alone = kith_stakeholders_in_no_space (town->map);
  g_assert_cmpuint (links->len, ==, 1);
  g_assert_true (links->pdata[0] == kith_map_link (town->map, other));
  g_assert_cmpuint (alone->len, ==, 1);
  g_assert_true (alone->pdata[0] == kith_map_stakeholder (town->map, town->carers));
}

static void
test_host (Town *town, gconstpointer data)
{
  const KithId members[] = { town->police, town->housing };
  KithId space = test_space (town->map, "Big Room", members, 2);
  KithMember member = { .stakeholder = town->housing, .host = TRUE };

  g_assert_false (kith_space_is_hosted_by (town->map, space, town->housing));
  test_do (town->map, kith_verb_put_members (town->map, space, &member, 1, NULL));
  g_assert_true (kith_space_is_hosted_by (town->map, space, town->housing));
  g_assert_false (kith_space_is_hosted_by (town->map, space, town->police));
}

static void
test_principles (void)
{
  g_autoptr (KithSpace) space = kith_record_new (KITH_SPACE, kith_id_new ());
  g_auto (GStrv) lines = NULL;

  kith_text_set (&space->principles, "Everybody counts\n\n  Conflict can be healthy \n");
  lines = kith_space_principles (space);
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_assert_cmpstr (lines[1], ==, "Conflict can be healthy");
}

static KithId
bar (Town *town, KithKind kind, KithId owner, const char *text, const char *from, const char *to)
{
  KithBarrier *draft = kith_barrier_draft (kind, owner);
  KithId id = draft->record.id;

  kith_text_set (&draft->text, text);
  kith_text_set (&draft->whom, "carers");
  g_assert_true (*from == '\0' || kith_date_from_edtf (from, &draft->from));
  g_assert_true (*to == '\0' || kith_date_from_edtf (to, &draft->to));
  test_do (town->map, kith_verb_put_barrier (town->map, draft, NULL));
  return id;
}

static void
test_barriers (Town *town, gconstpointer data)
{
  KithId gone = bar (town, KITH_LINK, town->link, "Forms by fax", "2012", "2020");
  KithId holds = bar (town, KITH_LINK, town->link, "Meetings at nine", "2019", "");
  gint32 today = kith_date_day (2026, 6, 2).first;
  gint32 then = kith_date_day (2019, 6, 2).first;
  g_autoptr (GPtrArray) list = kith_barriers_of (town->map, town->link, today);
  g_autoptr (GPtrArray) none = kith_barriers_of (town->map, town->ward, today);
  const KithBarrier *first = list->pdata[0];
  g_autofree char *words = kith_barrier_words (first);
  g_autofree char *subject = kith_barrier_subject (town->map, first);

  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (first->record.id, ==, holds);
  g_assert_cmpint (KITH_ID (list->pdata[1]), ==, gone);
  g_assert_true (kith_barrier_is_gone (list->pdata[1], today));
  g_assert_false (kith_barrier_is_gone (list->pdata[1], then));
  g_assert_cmpstr (words, ==, "Shuts out carers · since 2019");
  g_assert_cmpstr (subject, ==, "Town Police and Town Housing");
}

static void
test_news (Town *town, gconstpointer data)
{
  g_autoptr (KithTimeline) timeline = NULL;
  g_autoptr (GPtrArray) news = NULL;
  const KithNews *one;

  bar (town, KITH_STAKEHOLDER, town->ward, "Forms by fax", "2012", "2020");
  timeline = kith_timeline_new (town->map);
  news = kith_timeline_news (timeline, kith_date_year (2018).first, kith_date_year (2022).first, 0);
  g_assert_cmpuint (news->len, ==, 1);
  one = news->pdata[0];
  g_assert_cmpstr (one->words, ==, "A barrier is gone: Forms by fax");
  g_assert_cmpint (one->at, ==, town->ward);
}

static void
test_refused (Town *town, gconstpointer data)
{
  KithBarrier *wordless = kith_barrier_draft (KITH_STAKEHOLDER, town->ward);
  KithBarrier *reversed = kith_barrier_draft (KITH_STAKEHOLDER, town->ward);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;

  kith_text_set (&wordless->text, "  ");
  kith_text_set (&reversed->text, "Forms by fax");
  reversed->from = kith_date_year (2020);
  reversed->to = kith_date_year (2012);
  g_assert_null (kith_verb_put_barrier (town->map, wordless, &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
  g_assert_null (kith_verb_put_barrier (town->map, reversed, &other));
  g_assert_error (other, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
}

static const KithCoverageRow *
row_of (GArray *rows, KithId sector)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, KithCoverageRow, i).sector == sector)
      return &g_array_index (rows, KithCoverageRow, i);
  g_assert_not_reached ();
}

/* Worked by hand: two of sector 7, one of them at the table; one of sector 6; one of sector 11. */
static void
test_coverage (Town *town, gconstpointer data)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GPtrArray) outside = NULL;

  place (town, town->police, 7, KITH_LEVEL_PLACE, KITH_STORY_AT_TABLE);
  place (town, town->ward, 7, KITH_LEVEL_PLACE, KITH_STORY_NOT_INVOLVED);
  place (town, town->housing, 6, KITH_LEVEL_UNSET, KITH_STORY_AT_TABLE);
  place (town, town->carers, 11, KITH_LEVEL_NEIGHBOURHOOD, KITH_STORY_REPRESENTED);
  test_rate (town->map, town->link, KITH_END_A, "Sergeant", KITH_BASIS_OWN_WORDS, KITH_SCORE_4,
             "2024");
  test_rate (town->map, town->link, KITH_END_B, "", KITH_BASIS_IMPRESSION, KITH_SCORE_2, "2024");
  rows = kith_coverage_new (town->map);
  there = kith_coverage_at (town->map, 7, KITH_LEVEL_PLACE);
  outside = kith_coverage_told_of (town->map, KITH_STORY_NOT_INVOLVED);
  g_assert_cmpuint (row_of (rows, 7)->all[KITH_LEVEL_PLACE], ==, 2);
  g_assert_cmpuint (row_of (rows, 7)->at_table[KITH_LEVEL_PLACE], ==, 1);
  g_assert_cmpuint (row_of (rows, 7)->ends, ==, 1);
  g_assert_cmpuint (row_of (rows, 7)->heard, ==, 1);
  g_assert_cmpuint (row_of (rows, 6)->all[KITH_LEVEL_UNSET], ==, 1);
  g_assert_cmpuint (row_of (rows, 6)->ends, ==, 1);
  g_assert_cmpuint (row_of (rows, 6)->heard, ==, 0); /* an impression is nobody's own word */
  g_assert_cmpuint (row_of (rows, 1)->n, ==, 0);
  g_assert_cmpuint (there->len, ==, 2);
  g_assert_cmpuint (outside->len, ==, 1);
}

static void
test_answered (Town *town, gconstpointer data)
{
  KithQuestion *question = kith_record_new (KITH_QUESTION, kith_id_new ());
  KithAnswer *answer = kith_record_new (KITH_ANSWER, kith_id_new ());
  KithId asked = question->record.id;
  g_autoptr (GArray) rows = NULL;

  kith_text_set (&question->title, "Why do people wait?");
  test_put (town->map, question);
  answer->question = asked;
  answer->stakeholder = town->police;
  kith_text_set (&answer->text, "Nobody answers the phone");
  test_put (town->map, answer);
  place (town, town->police, 7, KITH_LEVEL_PLACE, KITH_STORY_AT_TABLE);
  rows = kith_coverage_new (town->map);
  g_assert_cmpuint (row_of (rows, 7)->answered, ==, 1);
}

static void
test_introduces (Town *town, gconstpointer data)
{
  KithId known = test_link (town->map, town->ward, town->carers);
  g_autoptr (GPtrArray) by = NULL;

  g_assert_cmpint (known, !=, 0);
  place (town, town->carers, 11, KITH_LEVEL_UNSET, KITH_STORY_NOT_INVOLVED);
  by = kith_coverage_knows (town->map, town->carers);
  g_assert_cmpuint (by->len, ==, 1);
  g_assert_true (by->pdata[0] == kith_map_stakeholder (town->map, town->ward));
}

static KithId
own_sector (Town *town, const char *name)
{
  KithSector *sector = kith_record_new (KITH_SECTOR, kith_id_new ());
  KithId id = sector->record.id;

  kith_text_set (&sector->name, name);
  test_put (town->map, sector);
  return id;
}

/* Of nobody whom they may see "Practices at risk" is said, not even that nobody is there. */
static void
test_hidden_sector (Town *town, gconstpointer data)
{
  KithId risk = own_sector (town, "Practices at risk");
  KithId sport = own_sector (town, "Sport");
  KithId nobodys = own_sector (town, "Faith");

  place (town, town->ward, risk, KITH_LEVEL_PLACE, KITH_STORY_AT_TABLE);
  place (town, town->carers, sport, KITH_LEVEL_PLACE, KITH_STORY_AT_TABLE);
  place (town, town->housing, sport, KITH_LEVEL_PLACE, KITH_STORY_AT_TABLE);
  test_do (town->map,
           kith_verb_set (town->map, KITH_STAKEHOLDER, town->ward, "private", "1", NULL));
  test_do (town->map,
           kith_verb_set (town->map, KITH_STAKEHOLDER, town->carers, "private", "1", NULL));
  for (guint audience = KITH_PARTNERS; audience <= KITH_PUBLIC; audience++)
    {
      g_autoptr (KithMap) seen = kith_map_for_audience (town->map, (KithAudience) audience);
      g_autoptr (GArray) rows = kith_coverage_new (seen);

      test_check (seen);
      g_assert_null (kith_map_get (seen, KITH_SECTOR, risk));
      for (guint i = 0; i < rows->len; i++)
        g_assert_cmpint (g_array_index (rows, KithCoverageRow, i).sector, !=, risk);
      g_assert_cmpuint (row_of (rows, sport)->n, ==, 1);
      g_assert_cmpuint (row_of (rows, nobodys)->n, ==, 0); /* which is a question to all */
    }
}

#define ADD(path, func) g_test_add (path, Town, NULL, set_up, func, tear_down)

/* Hand-worked: D – C – F, outside, – A at the table; and shorter, D – E – B at the table, where D
 * distrusts E. */
static void
test_way (void)
{
  KithMap *map = kith_map_new ();
  KithId ids[6], link;
  static const KithStory stories[] = { KITH_STORY_AT_TABLE,     KITH_STORY_AT_TABLE,
                                       KITH_STORY_NOT_INVOLVED, KITH_STORY_NOT_INVOLVED,
                                       KITH_STORY_REPRESENTED,  KITH_STORY_NOT_INVOLVED };
  static const guint links[][2] = { { 3, 4 }, { 4, 1 }, { 3, 2 }, { 2, 5 }, { 5, 0 } };
  KithDate today = kith_date_today ();
  g_autoptr (GPtrArray) way = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autofree char *name = g_strdup_printf ("%c", 'A' + i);
      g_autoptr (KithEdit) edit = kith_verb_add_stakeholder (map, name, 0, 0, 0, &ids[i]);

      ((KithStakeholder *) kith_edit_peek_after (edit, ids[i]))->story = (int) stories[i];
      g_assert_true (kith_map_apply (map, edit, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr (KithEdit) edit = kith_verb_add_link (map, ids[links[i][0]], ids[links[i][1]],
                                                      KITH_LINK_WORKS_WITH, &link, NULL);

      g_assert_true (kith_map_apply (map, edit, NULL));
      if (i == 0)
        {
          g_autoptr (KithEdit) rated = kith_verb_rate_as (map, link, KITH_END_A, KITH_TRUST,
                                                          KITH_SCORE_2, KITH_BASIS_OWN_WORDS,
                                                          &today);

          g_assert_true (kith_map_apply (map, rated, NULL));
        }
    }
  way = kith_coverage_way (map, ids[3]);
  g_assert_cmpuint (way->len, ==, 3);
  g_assert_cmpstr (((const KithStakeholder *) way->pdata[0])->name, ==, "A");
  g_assert_cmpstr (((const KithStakeholder *) way->pdata[1])->name, ==, "F");
  g_assert_cmpstr (((const KithStakeholder *) way->pdata[2])->name, ==, "C");
  kith_map_unref (map);
}

/* Whole sectors; then levels that half of those there have; a level that nobody said is no gap. */
static void
test_gaps (void)
{
  KithMap *map = kith_map_new ();
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) gaps = NULL;
  g_autoptr (GArray) list = kith_sector_list (map);
  static const KithLevel there[] = { KITH_LEVEL_PLACE, KITH_LEVEL_PLACE, KITH_LEVEL_NEIGHBOURHOOD,
                                     KITH_LEVEL_UNSET };
  guint levels = 0, sectors = 0;

  none = kith_coverage_gaps (map);
  for (guint i = 0; i < G_N_ELEMENTS (there); i++)
    {
      KithId id;
      KithEdit *edit = kith_verb_add_stakeholder (map, "One", g_array_index (list, KithId, i), 0, 0,
                                                  &id);

      ((KithStakeholder *) kith_edit_peek_after (edit, id))->level = there[i];
      g_assert_true (kith_map_apply (map, edit, NULL));
      kith_edit_unref (edit);
    }
  gaps = kith_coverage_gaps (map);
  for (guint i = 0; i < gaps->len; i++)
    {
      const KithCoverageGap *gap = &g_array_index (gaps, KithCoverageGap, i);

      sectors += gap->level == KITH_LEVEL_UNSET;
      if (gap->level == KITH_LEVEL_UNSET)
        continue;
      levels++;
      g_assert_cmpint (gap->sector, ==, g_array_index (list, KithId, 2));
      g_assert_cmpint (gap->level, ==, KITH_LEVEL_PLACE);
    }
  g_assert_cmpuint (levels, ==, 1);
  g_assert_cmpuint (sectors, ==, none->len - G_N_ELEMENTS (there));
  kith_map_unref (map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/inclusion/who-meets-and-has-no-link-otherwise", test_strangers);
  g_test_add_func ("/inclusion/the-shortest-way-of-working-trust", test_way);
  g_test_add_func ("/inclusion/gaps-are-sectors-and-usual-levels", test_gaps);
  g_test_add_func ("/inclusion/thousands-meet-and-few-are-named", test_many_meet);
  ADD ("/inclusion/those-with-a-link-are-no-strangers", test_linked_meet);
  ADD ("/inclusion/links-and-people-beside-all-spaces", test_beside_spaces);
  ADD ("/inclusion/a-member-hosts-the-space", test_host);
  g_test_add_func ("/inclusion/principles-are-one-a-line", test_principles);
  ADD ("/inclusion/barriers-that-hold-come-before-those-gone", test_barriers);
  ADD ("/inclusion/the-time-bar-tells-of-barriers", test_news);
  ADD ("/inclusion/a-barrier-needs-words-and-a-lifetime", test_refused);
  ADD ("/inclusion/coverage-counts-sectors-levels-and-voices", test_coverage);
  ADD ("/inclusion/coverage-counts-who-answered", test_answered);
  ADD ("/inclusion/a-sector-of-hidden-people-alone-is-hidden-too", test_hidden_sector);
  ADD ("/inclusion/who-is-linked-could-introduce", test_introduces);
  return g_test_run ();
}
