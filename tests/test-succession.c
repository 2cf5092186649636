/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lifetimes: stakeholders merge, split, are called otherwise and end on a day, in one edit that
 * can be taken back; before that day the map is what it was. */
#include "kith-as-at.h"
#include "kith-audience.h"
#include "kith-load.h"
#include "kith-opinion.h"
#include "kith-repair.h"
#include "kith-succession.h"
#include "kith-test-maps.h"
#include "kith-verbs-pulse.h"
#include "kith-verbs-succession.h"

#define N_TRUSTS 4

/* Four trusts that know each other, a council linked to all of them and police to two, a room. */
typedef struct
{
  KithMap *map;
  KithId trusts[N_TRUSTS];
  KithId council;
  KithId police;
  KithId room;
  KithId to_council[N_TRUSTS];
  KithDate date;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  static const char *const names[N_TRUSTS] = { "Eastvale Trust", "Northmoor Trust",
                                               "Southwater Trust", "Westfell Trust" };
  static const KithScore said[N_TRUSTS] = { 2, 3, 4, 4 };

  place->map = kith_map_new ();
  place->date = kith_date_day (2027, 4, 1);
  place->council = test_stakeholder (place->map, "Council", 0, 400);
  place->police = test_stakeholder (place->map, "Police", 400, 400);
  for (guint i = 0; i < N_TRUSTS; i++)
    {
      place->trusts[i] = test_stakeholder (place->map, names[i], 250.0 * i, 0);
      place->to_council[i] = i % 2 == 0 ? test_link (place->map, place->trusts[i], place->council)
                                        : test_link (place->map, place->council, place->trusts[i]);
      test_rate (place->map, place->to_council[i], i % 2 == 0 ? KITH_END_B : KITH_END_A, "Leader",
                 KITH_BASIS_OWN_WORDS, said[i], "2020");
      if (i > 0)
        test_link (place->map, place->trusts[i - 1], place->trusts[i]);
    }
  test_link (place->map, place->trusts[0], place->police);
  test_link (place->map, place->trusts[3], place->police);
  test_event (place->map, KITH_LINK, place->to_council[0], "The long winter");
  place->room = test_space (place->map, "Board", (KithId[]){ place->trusts[0], place->council }, 2);
}

static void
tear_down (Place *place, gconstpointer data)
{
  kith_map_unref (place->map);
}

static KithMerger
merger_of (const Place *place)
{
  return (KithMerger){ .name = "Moor and Vale Trust",
                       .x = 375,
                       .y = 0,
                       .date = place->date,
                       .ratings = TRUE };
}

static KithEdit *
merge (const Place *place, const KithMerger *merger, KithId *id)
{
  g_autoptr (GError) error = NULL;
  KithEdit *edit = kith_verb_merge (place->map, place->trusts, N_TRUSTS, merger, id, &error);

  g_assert_no_error (error);
  return edit;
}

static gboolean
exists (KithMap *map, KithId id)
{
  return kith_map_stakeholder (map, id) != NULL;
}

/* Applied, taken back and done again: the same as before, and the same as after. */
static void
do_undo_redo (KithMap *map, KithEdit *edit)
{
  g_autoptr (KithEdit) owned = edit;
  g_autoptr (KithEdit) back = kith_edit_invert (edit);
  g_autoptr (KithEdit) again = kith_edit_invert (back);
  g_autoptr (KithMap) before = kith_map_snapshot (map);
  g_autoptr (KithMap) after = NULL;

  test_do (map, kith_edit_ref (edit));
  test_check (map);
  after = kith_map_snapshot (map);
  g_assert_false (kith_map_equal (before, after));
  test_do (map, kith_edit_ref (back));
  g_assert_true (kith_map_equal (before, map));
  test_do (map, kith_edit_ref (again));
  g_assert_true (kith_map_equal (after, map));
}

/* All that is of a day is what it was, whatever was done from a later one on. */
static void
assert_same_on (KithMap *before, KithMap *map, gint32 day)
{
  g_autoptr (KithMap) then = kith_map_as_at (before, day);
  g_autoptr (KithMap) now = kith_map_as_at (map, day);

  for (guint kind = KITH_STAKEHOLDER; kind < KITH_N_KINDS; kind++)
    {
      if (kind == KITH_NAME) /* says when the name of then ended */
        continue;
      g_assert_cmpuint (kith_map_n (now, (KithKind) kind), ==, kith_map_n (then, (KithKind) kind));
      KITH_FOR_EACH (KithRecord, record, then, (KithKind) kind)
        g_assert_nonnull (kith_map_get (now, (KithKind) kind, record->id));
    }
  KITH_FOR_EACH (KithStakeholder, one, then, KITH_STAKEHOLDER)
    g_assert_cmpstr (kith_map_stakeholder (now, one->record.id)->name, ==, one->name);
}

static void
test_merge (Place *place, gconstpointer data)
{
  KithMerger merger = merger_of (place);
  g_autoptr (KithMap) before = kith_map_snapshot (place->map);
  g_autoptr (KithMap) on_the_day = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GPtrArray) from = NULL;
  g_autoptr (GPtrArray) spaces = NULL;
  KithId id = 0;
  KithEdit *edit = merge (place, &merger, &id);
  g_autofree char *words = kith_succession_edit_to_words (edit);

  g_assert_cmpstr (words, ==,
                   "4 stakeholders end. 1 begins. 9 links end. 2 links begin. 1 rating is carried "
                   "over, as our impression. 1 place in a shared space is taken over.");
  g_assert_cmpstr (edit->label, ==, "Merge 4 stakeholders into Moor and Vale Trust");
  do_undo_redo (place->map, edit);
  assert_same_on (before, place->map, place->date.first - 1);
  on_the_day = kith_map_as_at (place->map, place->date.first);
  for (guint i = 0; i < N_TRUSTS; i++)
    g_assert_false (exists (on_the_day, place->trusts[i]));
  g_assert_true (exists (on_the_day, id));
  links = kith_map_links_of (on_the_day, id);
  g_assert_cmpuint (links->len, ==, 2);
  g_assert_cmpuint (kith_map_n (on_the_day, KITH_LINK), ==, 2);
  spaces = kith_map_spaces_of (on_the_day, id);
  g_assert_cmpuint (spaces->len, ==, 1);
  from = kith_map_predecessors_of (place->map, id);
  g_assert_cmpuint (from->len, ==, N_TRUSTS);
}

/* Who makes a shared space goes on making it under another name. */
static void
test_host (Place *place, gconstpointer data)
{
  KithMembership *hosts = NULL;
  KithMerger merger = merger_of (place);
  KithId id = 0;
  gboolean found = FALSE;

  KITH_FOR_EACH (KithMembership, one, place->map, KITH_MEMBERSHIP)
    if (hosts == NULL && one->stakeholder == place->trusts[0])
      hosts = kith_record_copy (one);
  g_assert_nonnull (hosts);
  hosts->host = TRUE;
  test_put (place->map, hosts);
  test_do (place->map, merge (place, &merger, &id));
  KITH_FOR_EACH (KithMembership, one, place->map, KITH_MEMBERSHIP)
    if (one->stakeholder == id)
      {
        found = TRUE;
        g_assert_true (one->host);
      }
  g_assert_true (found);
}

/* 2, 3, 4 and 4: the median is 3½, the more cautious step of it 3; never as said by the council. */
static void
test_ratings (Place *place, gconstpointer data)
{
  KithMerger merger = merger_of (place);
  g_autoptr (GPtrArray) links = NULL;
  KithId id = 0;
  guint n = 0;

  test_rate (place->map, place->to_council[0], KITH_END_B, "Leader", KITH_BASIS_OWN_WORDS, 5,
             "2028"); /* said after the day */
  test_do (place->map, merge (place, &merger, &id));
  links = kith_map_links_of (place->map, id);
  for (guint i = 0; i < links->len; i++)
    for (guint end = 0; end < 2; end++)
      {
        const KithLink *link = links->pdata[i];
        g_autoptr (GPtrArray) said = kith_map_assessments_of (place->map, KITH_ID (link),
                                                              (KithEnd) end);

        for (guint j = 0; j < said->len; j++)
          {
            const KithAssessment *one = said->pdata[j];

            g_assert_cmpint (kith_link_rater (link, (KithEnd) end), ==, place->council);
            g_assert_cmpint (one->scores[KITH_TRUST], ==, KITH_SCORE_3);
            g_assert_cmpint (one->basis, ==, KITH_BASIS_IMPRESSION);
            g_assert_true (kith_date_equal (&one->date, &place->date));
            g_assert_nonnull (strstr (one->note, "Eastvale Trust"));
            n++;
          }
      }
  g_assert_cmpuint (n, ==, 1);
}

static void
plan (Place *place, KithKind kind, KithId owner, const char *title)
{
  KithDate today = kith_date_day (2026, 6, 1);
  KithRepair *draft = kith_repair_draft (kind, owner, &today);

  kith_text_set (&draft->title, title);
  test_do (place->map, kith_verb_put_repair (place->map, draft, NULL));
}

static void
carry (Place *place, KithId who, const char *title, KithDate start)
{
  KithLoad *load = kith_load_draft (who, &start);

  kith_text_set (&load->title, title);
  load->level = KITH_CHANGE_LARGE;
  test_put (place->map, load);
}

/* What was planned and carried goes on: of the trust, of its link, and of a link between two of them;
 * what was done or has embedded does not. Before the day it is all where it was. */
static void
test_plan_goes_on (Place *place, gconstpointer data)
{
  KithMerger merger = merger_of (place);
  KithDate done = kith_date_day (2026, 7, 1);
  g_autoptr (KithMap) before = NULL;
  g_autoptr (KithMap) on_the_day = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) loads = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *words = NULL;
  KithLoadSpan span;
  KithId id = 0;
  KithEdit *edit;

  plan (place, KITH_STAKEHOLDER, place->trusts[0], "Done by then");
  test_do (place->map,
           kith_verb_set_repair_state (place->map,
                                       KITH_ID (kith_map_nth (place->map, KITH_REPAIR, 0)),
                                       KITH_REPAIR_DONE, &done, NULL));
  plan (place, KITH_STAKEHOLDER, place->trusts[0], "Answer the phone");
  plan (place, KITH_LINK, place->to_council[1], "Meet the council");
  carry (place, place->trusts[0], "New form", kith_date_day (2026, 10, 1));
  carry (place, place->trusts[1], "Old form", kith_date_day (2020, 10, 1));
  before = kith_map_snapshot (place->map);
  edit = merge (place, &merger, &id);
  words = kith_succession_edit_to_words (edit);
  g_assert_nonnull (
      strstr (words, "2 planned small wins go on. 1 change that is carried goes on."));
  do_undo_redo (place->map, edit);
  assert_same_on (before, place->map, place->date.first - 1);
  on_the_day = kith_map_as_at (place->map, place->date.first);
  own = kith_repairs_of (on_the_day, id);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpstr (((const KithRepair *) own->pdata[0])->title, ==, "Answer the phone");
  list = kith_repair_list (on_the_day);
  g_assert_cmpuint (list->len, ==, 2);
  loads = kith_loads_of (on_the_day, id);
  g_assert_cmpuint (loads->len, ==, 1);
  g_assert_true (kith_load_span (loads->pdata[0], &span));
  g_assert_cmpint (span.from, ==, place->date.first);
  g_assert_cmpint (span.to, ==, kith_date_day (2027, 10, 1).first); /* a year after it started */
}

/* What ends with nobody after it leaves its plan to be seen to; what goes on does not. */
static void
test_plan_is_left (Place *place, gconstpointer data)
{
  KithMerger merger = merger_of (place);
  gint32 day = place->date.first;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *subject = NULL;

  plan (place, KITH_STAKEHOLDER, place->police, "Ring before");
  plan (place, KITH_STAKEHOLDER, place->trusts[0], "Answer the phone");
  none = kith_repairs_left (place->map, day);
  g_assert_cmpuint (none->len, ==, 0);
  test_do (place->map, merge (place, &merger, NULL));
  test_do (place->map, kith_verb_close (place->map, &place->police, 1, &place->date, NULL));
  left = kith_repairs_left (place->map, day);
  g_assert_cmpuint (left->len, ==, 1);
  subject = kith_repair_subject_on (place->map, left->pdata[0], day);
  g_assert_cmpstr (subject, ==, "Police, which ended");
}

/* Nothing that was planned for who is hidden is told of who is not. */
static void
test_plan_is_private (Place *place, gconstpointer data)
{
  KithMerger merger = merger_of (place);
  g_autoptr (KithMap) partners = NULL;

  plan (place, KITH_STAKEHOLDER, place->trusts[0], "Quietly");
  carry (place, place->trusts[0], "A secret", kith_date_day (2026, 10, 1));
  test_do (place->map,
           kith_verb_set (place->map, KITH_STAKEHOLDER, place->trusts[0], "private", "1", NULL));
  test_do (place->map, merge (place, &merger, NULL));
  partners = kith_map_for_audience (place->map, KITH_PARTNERS);
  g_assert_cmpuint (kith_map_n (partners, KITH_REPAIR), ==, 0);
  g_assert_cmpuint (kith_map_n (partners, KITH_LOAD), ==, 0);
}

static void
test_into (Place *place, gconstpointer data)
{
  KithMerger merger = merger_of (place);
  g_autoptr (KithMap) before = kith_map_snapshot (place->map);
  g_autoptr (KithMap) on_the_day = NULL;
  g_autoptr (GPtrArray) links = NULL;
  KithId id = 0;

  merger.into = place->trusts[0];
  do_undo_redo (place->map, merge (place, &merger, &id));
  g_assert_cmpint (id, ==, place->trusts[0]);
  assert_same_on (before, place->map, place->date.first - 1);
  on_the_day = kith_map_as_at (place->map, place->date.first);
  g_assert_cmpstr (kith_map_stakeholder (on_the_day, id)->name, ==, "Moor and Vale Trust");
  links = kith_map_links_of (on_the_day, id);
  g_assert_cmpuint (links->len, ==, 2); /* those that it had, and no others */
  g_assert_nonnull (kith_map_link (on_the_day, place->to_council[0]));
  g_assert_cmpuint (kith_map_events_of (on_the_day, place->to_council[0])->len, ==, 1);
}

static void
test_split (Place *place, gconstpointer data)
{
  static const char *const names[] = { " Hospital ", "Community" };
  const double xy[] = { 0, 0, 300, 0 };
  g_autoptr (KithMap) before = kith_map_snapshot (place->map);
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (KithMap) on_the_day = NULL;
  g_autoptr (GError) error = NULL;

  do_undo_redo (place->map, kith_verb_split (place->map, place->trusts[0], names, 2, xy,
                                             &place->date, TRUE, made, &error));
  g_assert_no_error (error);
  assert_same_on (before, place->map, place->date.first - 1);
  on_the_day = kith_map_as_at (place->map, place->date.first);
  g_assert_false (exists (on_the_day, place->trusts[0]));
  for (guint i = 0; i < made->len; i++)
    {
      KithId id = g_array_index (made, KithId, i);
      g_autoptr (GPtrArray) links = kith_map_links_of (on_the_day, id);

      g_assert_cmpuint (links->len, ==, 3); /* council, police, Northmoor Trust */
      g_assert_cmpint (kith_map_stakeholder (on_the_day, id)->sector, ==,
                       kith_map_stakeholder (before, place->trusts[0])->sector);
    }
  g_assert_cmpstr (kith_map_stakeholder (on_the_day, g_array_index (made, KithId, 0))->name, ==,
                   "Hospital");
}

/* Police goes to the first part only, the council to the second, and one link to neither. */
static void
test_split_choosing (Place *place, gconstpointer data)
{
  static const char *const names[] = { "Hospital", "Community" };
  const double xy[] = { 0, 0, 300, 0 };
  g_autoptr (GPtrArray) links = kith_links_to_split (place->map, place->trusts[0], &place->date);
  g_autoptr (GArray) without = g_array_new (FALSE, FALSE, sizeof (KithNotWith));
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (KithMap) on_the_day = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (links->len, ==, 3);
  for (guint i = 0; i < links->len; i++)
    {
      const KithLink *link = links->pdata[i];
      KithId other = link->a == place->trusts[0] ? link->b : link->a;

      for (guint part = 0; part < 2; part++)
        if ((other == place->police && part == 0) || (other == place->council && part == 1))
          continue;
        else
          g_array_append_vals (without, &(KithNotWith){ KITH_ID (link), part }, 1);
    }
  do_undo_redo (place->map, kith_verb_split_choosing (place->map, place->trusts[0], names, 2, xy,
                                                      &place->date, TRUE, without, made, &error));
  g_assert_no_error (error);
  on_the_day = kith_map_as_at (place->map, place->date.first);
  for (guint i = 0; i < 2; i++)
    {
      KithId id = g_array_index (made, KithId, i);
      g_autoptr (GPtrArray) now = kith_map_links_of (on_the_day, id);
      const KithLink *link = now->pdata[0];

      g_assert_cmpuint (now->len, ==, 1);
      g_assert_cmpint (link->a == id ? link->b : link->a, ==,
                       i == 0 ? place->police : place->council);
    }
}

static void
test_rename (Place *place, gconstpointer data)
{
  KithDate earlier = kith_date_year (2025);
  g_autoptr (KithMap) before = kith_map_snapshot (place->map);
  g_autoptr (KithMap) on_the_day = NULL;
  g_autoptr (GError) error = NULL;

  do_undo_redo (place->map, kith_verb_rename_on (place->map, place->council, "Unitary Council",
                                                 "Unitary", &place->date, &error));
  g_assert_no_error (error);
  assert_same_on (before, place->map, place->date.first - 1);
  on_the_day = kith_map_as_at (place->map, place->date.first);
  g_assert_cmpstr (kith_map_stakeholder (on_the_day, place->council)->name, ==, "Unitary Council");
  g_assert_null (kith_verb_rename_on (place->map, place->council, "Third", NULL, &earlier, &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
}

static void
test_close (Place *place, gconstpointer data)
{
  g_autoptr (KithMap) before = kith_map_snapshot (place->map);
  g_autoptr (KithMap) on_the_day = NULL;
  g_autoptr (GError) error = NULL;

  do_undo_redo (place->map, kith_verb_close (place->map, &place->police, 1, &place->date, &error));
  g_assert_no_error (error);
  assert_same_on (before, place->map, place->date.first - 1);
  on_the_day = kith_map_as_at (place->map, place->date.first);
  g_assert_false (exists (on_the_day, place->police));
  KITH_FOR_EACH (KithLink, link, place->map, KITH_LINK)
    if (link->a == place->police || link->b == place->police)
      g_assert_true (kith_date_equal (&link->to, &place->date));
  g_assert_null (kith_verb_close (place->map, &place->police, 1, &place->date, &error));
  g_assert_nonnull (strstr (error->message, "Police has already ended"));
}

static void
test_refused (Place *place, gconstpointer data)
{
  KithMerger merger = merger_of (place);
  KithId twice[] = { place->council, place->council };
  KithId gone = kith_id_new ();
  static const char *const blank[] = { "One", "  " };
  const double xy[] = { 0, 0, 1, 1 };
  g_autofree char *long_name = g_strnfill (501, 'x');
  struct
  {
    const char *name;
    KithDate date;
    const KithId *ids;
    guint n;
  } cases[] = {
    { "Whole", place->date, twice, 2 },
    { "Whole", place->date, twice, 1 },
    { "Whole", place->date, NULL, 0 },
    { "  ", place->date, place->trusts, 4 },
    { NULL, place->date, place->trusts, 4 },
    { long_name, place->date, place->trusts, 4 },
    { "Whole", { 0 }, place->trusts, 4 },
    { "Whole", kith_date_before (2013), place->trusts, 4 },
    { "Whole", kith_date_year (1980), twice, 0 },
    { "Whole", place->date, (KithId[]){ gone, place->council }, 2 },
    { "Whole", kith_date_after (2013), place->trusts, 4 },
  };

  test_do (place->map,
           kith_verb_set (place->map, KITH_STAKEHOLDER, place->trusts[0], "from", "2020", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      merger.name = cases[i].name;
      merger.date = cases[i].date;
      g_assert_null (kith_verb_merge (place->map, cases[i].ids, cases[i].n, &merger, NULL, &error));
      g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
    }
  merger = merger_of (place);
  merger.date = kith_date_year (2020);
  g_assert_null (kith_verb_merge (place->map, place->trusts, 4, &merger, NULL, NULL));
  g_assert_null (
      kith_verb_split (place->map, place->council, NULL, 0, NULL, &place->date, TRUE, NULL, NULL));
  g_assert_null (
      kith_verb_split (place->map, place->council, blank, 2, xy, &place->date, TRUE, NULL, NULL));
}

/* What follows from private links and stakeholders is in no wider map than those. */
static void
test_private (Place *place, gconstpointer data)
{
  KithMerger merger = merger_of (place);
  KithId hidden = test_stakeholder (place->map, "Hidden Trust", 900, 0);
  KithId friend = test_stakeholder (place->map, "Hidden Trust’s friend", 900, 400);
  KithId ids[] = { place->trusts[1], hidden };
  KithId room = test_space (place->map, "Room", (KithId[]){ hidden, friend }, 2);
  g_autoptr (KithMap) partners = NULL;
  g_autoptr (GPtrArray) members = NULL;
  KithId id = 0;

  test_link (place->map, hidden, friend);
  test_do (place->map, kith_verb_set (place->map, KITH_STAKEHOLDER, hidden, "private", "1", NULL));
  test_do (place->map, kith_verb_merge (place->map, ids, 2, &merger, &id, NULL));
  partners = kith_map_for_audience (place->map, KITH_PARTNERS);
  g_assert_true (exists (partners, id));
  g_assert_false (exists (partners, hidden));
  KITH_FOR_EACH (KithLink, link, partners, KITH_LINK)
    g_assert_true (link->a != friend && link->b != friend);
  KITH_FOR_EACH (KithSuccession, one, partners, KITH_SUCCESSION)
    g_assert_cmpint (one->before, !=, hidden);
  members = kith_map_members_of (partners, room);
  g_assert_cmpuint (members->len, ==, 1);
}

/* Fifty at once of a random map, any day: sound, and the day before is what it was. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (KithMap) map = test_random_map (80, 200, 6, round);
      g_autoptr (KithMap) before = kith_map_snapshot (map);
      KithId ids[50];
      KithMerger merger = { .name = "Whole",
                            .date = kith_date_year (g_rand_int_range (rand, 2020, 2040)),
                            .ratings = TRUE };

      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        ids[i] = test_pick (map, KITH_STAKEHOLDER, rand);
      merger.into = g_rand_boolean (rand) ? ids[0] : 0;
      do_undo_redo (map, kith_verb_merge (map, ids, G_N_ELEMENTS (ids), &merger, NULL, NULL));
      assert_same_on (before, map, merger.date.first - 1);
    }
}

#define ADD(name, test) g_test_add ("/succession/" name, Place, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("four-trusts-merge-into-one-in-one-edit", test_merge);
  ADD ("the-heir-of-a-host-is-host", test_host);
  ADD ("new-links-begin-with-what-was-last-said-as-our-impression", test_ratings);
  ADD ("what-is-planned-and-carried-goes-on", test_plan_goes_on);
  ADD ("the-plan-of-what-ends-is-left-to-be-seen-to", test_plan_is_left);
  ADD ("a-hidden-plan-stays-hidden", test_plan_is_private);
  ADD ("one-of-them-goes-on-under-another-name", test_into);
  ADD ("a-split-leaves-the-past-and-links-both-parts", test_split);
  ADD ("a-split-gives-each-part-the-links-that-were-chosen", test_split_choosing);
  ADD ("a-name-holds-until-the-day-of-the-next", test_rename);
  ADD ("what-closes-takes-its-links-with-it-on-that-day", test_close);
  ADD ("what-makes-no-sense-is-refused", test_refused);
  ADD ("what-was-private-stays-private", test_private);
  g_test_add_func ("/succession/fifty-at-once-on-any-map", test_random);
  return g_test_run ();
}
