/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map: edits are applied whole or not at all, and its indexes agree with its records. */
#include "kith-test-maps.h"

static void
count_tombstone (gpointer tombstone, gpointer data)
{
  (*(guint *) data)++;
}

static guint
n_tombstones (KithMap *map)
{
  guint n = 0;

  kith_map_foreach_tombstone (map, count_tombstone, &n);
  return n;
}

static void
assert_refused (KithMap *map, KithEdit *edit, KithModelError code)
{
  g_autoptr (KithEdit) owned = edit;
  g_autoptr (KithMap) before = kith_map_snapshot (map);
  g_autoptr (GError) error = NULL;
  guint64 revision = kith_map_revision (map);
  guint graves = n_tombstones (map);

  g_assert_false (kith_map_apply (map, owned, &error));
  g_assert_error (error, KITH_MODEL_ERROR, (int) code);
  g_assert_true (kith_map_equal (map, before));
  g_assert_cmpuint (kith_map_revision (map), ==, revision);
  g_assert_cmpuint (n_tombstones (map), ==, graves);
  test_check (map);
}

/* Every answer of the map is what a map made anew from the same records answers. */
static void
assert_indexes_agree (KithMap *map)
{
  g_autoptr (KithMap) fresh = kith_map_snapshot (map);

  for (guint kind = 0; kind < KITH_N_KINDS; kind++)
    KITH_FOR_EACH (KithRecord, record, map, (KithKind) kind)
      {
        const GPtrArray *one = kith_map_referrers (map, record->id);
        const GPtrArray *other = kith_map_referrers (fresh, record->id);
        KithKind found;

        g_assert_true (kith_map_get (map, (KithKind) kind, record->id) == record);
        g_assert_true (kith_map_kind_of (map, record->id, &found));
        g_assert_cmpuint (found, ==, kind);
        g_assert_cmpuint (one != NULL ? one->len : 0, ==, other != NULL ? other->len : 0);
        for (guint i = 0; one != NULL && i < one->len; i++)
          g_assert_true (g_ptr_array_find ((GPtrArray *) other, one->pdata[i], NULL));
      }
}

static void
test_new (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithMap) other = kith_map_new ();
  g_autoptr (KithMap) empty = kith_map_new_empty ();

  test_check (map);
  g_assert_nonnull (kith_map_about (map));
  g_assert_cmpstr (kith_map_about (map)->key, !=, kith_map_about (other)->key);
  g_assert_false (kith_map_check (empty, NULL));
}

static void
test_conflicts (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId id = test_stakeholder (map, "Police", 0, 0);
  g_autoptr (KithRecord) old = kith_record_ref (kith_map_stakeholder (map, id));
  KithEdit *edit;
  KithStakeholder *after;

  test_do (map, kith_verb_rename (map, id, "Northmoor Police", NULL));
  edit = kith_edit_new ("Stale move");
  after = kith_record_copy (old);
  after->x = 50;
  kith_edit_update (edit, old, after);
  assert_refused (map, edit, KITH_MODEL_ERROR_CONFLICT);

  edit = kith_edit_new ("Stale delete");
  kith_edit_delete (edit, old);
  assert_refused (map, edit, KITH_MODEL_ERROR_CONFLICT);

  edit = kith_edit_new ("Add again");
  kith_edit_insert (edit, kith_record_copy (kith_map_stakeholder (map, id)));
  assert_refused (map, edit, KITH_MODEL_ERROR_CONFLICT);
}

/* One id is one thing, of whatever kind. */
static void
test_id_of_another_kind (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId id = test_stakeholder (map, "Police", 0, 0);
  KithSpace *space = kith_record_new (KITH_SPACE, id);
  KithEdit *edit = kith_edit_new ("Add space");

  kith_text_set (&space->name, "Big Room");
  kith_edit_insert (edit, space);
  assert_refused (map, edit, KITH_MODEL_ERROR_CONFLICT);
}

/* An edit of many changes whose last is bad leaves nothing behind, tombstones included. */
static void
test_rollback (void)
{
  g_autoptr (KithMap) map = test_random_map (12, 20, 2, 1);
  KithId gone = KITH_ID (kith_map_nth (map, KITH_STAKEHOLDER, 7));
  g_autoptr (KithStakeholder) back = kith_record_copy (kith_map_stakeholder (map, gone));
  KithEdit *edit;
  KithStakeholder *bad;

  test_do (map, kith_verb_delete (map, &gone, 1, NULL));
  g_assert_cmpuint (n_tombstones (map), >, 0);
  gone = KITH_ID (kith_map_nth (map, KITH_STAKEHOLDER, 4));
  edit = kith_verb_delete (map, &gone, 1, NULL);
  kith_edit_insert (edit, kith_record_ref (back));
  bad = kith_record_copy (kith_map_nth (map, KITH_STAKEHOLDER, 0));
  kith_text_set (&bad->name, "");
  kith_edit_update (edit, kith_map_nth (map, KITH_STAKEHOLDER, 0), bad);
  kith_map_referrers (map, gone);
  assert_refused (map, edit, KITH_MODEL_ERROR_INVALID);
  assert_indexes_agree (map);
}

static void
test_references (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId a = test_stakeholder (map, "Police", 0, 0);
  KithId b = test_stakeholder (map, "ED", 300, 0);
  KithId link = test_link (map, a, b);
  KithLink *loose = kith_record_new (KITH_LINK, kith_id_new ());
  KithLink *wrong_kind = kith_record_new (KITH_LINK, kith_id_new ());
  KithEdit *edit = kith_edit_new ("Loose link");

  loose->a = a;
  loose->b = 12345;
  kith_edit_insert (edit, loose);
  assert_refused (map, edit, KITH_MODEL_ERROR_INVALID);

  edit = kith_edit_new ("Link to a link");
  wrong_kind->a = a;
  wrong_kind->b = link;
  kith_edit_insert (edit, wrong_kind);
  assert_refused (map, edit, KITH_MODEL_ERROR_INVALID);

  edit = kith_edit_new ("Delete without what hangs on it");
  kith_edit_delete (edit, kith_map_stakeholder (map, a));
  assert_refused (map, edit, KITH_MODEL_ERROR_INVALID);
}

/* Links, then their history, then the stakeholder; nothing of anybody else's. */
static void
test_cascade (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId a = test_stakeholder (map, "Police", 0, 0);
  KithId b = test_stakeholder (map, "ED", 300, 0);
  KithId c = test_stakeholder (map, "Housing", 600, 0);
  KithId ab = test_link (map, a, b);
  KithId bc = test_link (map, b, c);
  KithId space = test_space (map, "Big Room", (KithId[]){ a, b, c }, 3);

  test_rate (map, ab, KITH_END_A, "", KITH_BASIS_IMPRESSION, KITH_SCORE_4, "2020");
  test_rate (map, bc, KITH_END_A, "", KITH_BASIS_IMPRESSION, KITH_SCORE_4, "2020");
  test_event (map, KITH_LINK, ab, "Of the link");
  test_event (map, KITH_STAKEHOLDER, a, "Of the stakeholder");
  test_event (map, KITH_LINK, bc, "Of another");
  test_event (map, KITH_ABOUT, KITH_ABOUT_ID, "Of the map");
  test_do (map, kith_verb_delete (map, &a, 1, NULL));
  test_check (map);
  assert_indexes_agree (map);
  g_assert_null (kith_map_stakeholder (map, a));
  g_assert_null (kith_map_link (map, ab));
  g_assert_nonnull (kith_map_link (map, bc));
  g_assert_nonnull (kith_map_space (map, space));
  g_assert_cmpuint (kith_map_n (map, KITH_ASSESSMENT), ==, 1);
  g_assert_cmpuint (kith_map_n (map, KITH_EVENT), ==, 2);
  g_assert_cmpuint (kith_map_n (map, KITH_MEMBERSHIP), ==, 2);
  /* stakeholder, link, rating, two events, membership */
  g_assert_cmpuint (n_tombstones (map), ==, 6);
}

static void
test_tombstones (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId id = test_stakeholder (map, "Police", 0, 0);
  g_autoptr (KithEdit) delete = kith_verb_delete (map, &id, 1, NULL);
  g_autoptr (KithEdit) restore = kith_edit_invert (delete);
  g_autoptr (KithMap) snapshot = NULL;

  g_assert_true (kith_map_apply (map, delete, NULL));
  g_assert_cmpuint (n_tombstones (map), ==, 1);
  snapshot = kith_map_snapshot (map);
  g_assert_cmpuint (n_tombstones (snapshot), ==, 1);
  g_assert_true (kith_map_apply (map, restore, NULL));
  g_assert_cmpuint (n_tombstones (map), ==, 0);
  g_assert_cmpuint (n_tombstones (snapshot), ==, 1);
}

/* What could not be kept is as if it had never been. */
static void
test_take_back (void)
{
  g_autoptr (KithMap) map = test_random_map (10, 14, 1, 5);
  g_autoptr (KithMap) before = kith_map_snapshot (map);
  KithId id = KITH_ID (kith_map_nth (map, KITH_STAKEHOLDER, 2));
  g_autoptr (KithEdit) edit = kith_verb_delete (map, &id, 1, NULL);
  guint64 revision = kith_map_revision (map);

  g_assert_true (kith_map_apply (map, edit, NULL));
  kith_map_take_back (map, edit);
  g_assert_true (kith_map_equal (map, before));
  g_assert_cmpuint (n_tombstones (map), ==, 0);
  g_assert_cmpuint (kith_map_revision (map), >, revision + 1);
  assert_indexes_agree (map);
}

static void
test_random_edits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (KithMap) map = test_random_map (30, 50, 3, 2);

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (KithMap) snapshot = i % 50 == 0 ? kith_map_snapshot (map) : NULL;
      g_autoptr (KithMap) copy = i % 50 == 0 ? kith_map_snapshot (map) : NULL;

      test_do (map, test_random_edit (map, rand));
      test_check (map);
      if (snapshot == NULL)
        continue;
      assert_indexes_agree (map);
      g_assert_true (kith_map_equal (snapshot, copy));
      test_check (snapshot);
    }
  g_assert_cmpuint (kith_map_n (map, KITH_STAKEHOLDER), >, 10);
}

static gpointer
read_snapshot (gpointer data)
{
  g_autoptr (KithMap) snapshot = data;
  guint n = 0;

  for (guint round = 0; round < 20; round++)
    KITH_FOR_EACH (KithLink, link, snapshot, KITH_LINK)
      n += kith_map_stakeholder (snapshot, link->a) != NULL;
  return GUINT_TO_POINTER (n);
}

/* A worker reads its snapshot while the map goes on changing. */
static void
test_snapshot_in_a_thread (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  g_autoptr (KithMap) map = test_random_map (40, 80, 2, 3);
  guint links = kith_map_n (map, KITH_LINK);
  GThread *thread = g_thread_new ("reader", read_snapshot, kith_map_snapshot (map));

  for (guint i = 0; i < 300; i++)
    test_do (map, test_random_edit (map, rand));
  g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (thread)), ==, 20 * links);
}

static void
test_lists (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId zed = test_stakeholder (map, "Zed", 0, 0);
  KithId ann = test_stakeholder (map, "Ann", 300, 0);
  KithId link = test_link (map, zed, ann);
  KithId late = test_rate (map, link, KITH_END_A, "x", KITH_BASIS_AGREED, KITH_SCORE_4, "2021");
  KithId early = test_rate (map, link, KITH_END_A, "x", KITH_BASIS_AGREED, KITH_SCORE_2, "../2012");
  KithId middle = test_rate (map, link, KITH_END_A, "y", KITH_BASIS_AGREED, KITH_SCORE_2, "199X");
  KithId same_day = test_rate (map, link, KITH_END_A, "z", KITH_BASIS_AGREED, KITH_SCORE_2, "2021");
  const KithId order[] = { early, middle, late, same_day };
  g_autoptr (GPtrArray) names = kith_map_list (map, KITH_STAKEHOLDER);
  g_autoptr (GPtrArray) ratings = kith_map_assessments_of (map, link, KITH_END_A);
  g_autoptr (GPtrArray) none = kith_map_assessments_of (map, link, KITH_END_B);
  g_autoptr (GPtrArray) links = kith_map_links_of (map, ann);

  test_event (map, KITH_LINK, link, "Of the link");
  test_event (map, KITH_ABOUT, KITH_ABOUT_ID, "Of the map");
  g_assert_cmpint (KITH_ID (names->pdata[0]), ==, ann);
  g_assert_cmpint (KITH_ID (names->pdata[1]), ==, zed);
  g_assert_cmpuint (ratings->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < ratings->len; i++)
    g_assert_cmpint (KITH_ID (ratings->pdata[i]), ==, order[i]);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (links->len, ==, 1);
  {
    g_autoptr (GPtrArray) of_link = kith_map_events_of (map, link);
    g_autoptr (GPtrArray) of_map = kith_map_events_of (map, 0);

    g_assert_cmpuint (of_link->len, ==, 1);
    g_assert_cmpstr (((KithEvent *) of_link->pdata[0])->title, ==, "Of the link");
    g_assert_cmpuint (of_map->len, ==, 1);
    g_assert_cmpstr (((KithEvent *) of_map->pdata[0])->title, ==, "Of the map");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/a-new-one-is-sound-and-has-its-own-key", test_new);
  g_test_add_func ("/map/an-edit-of-something-else-is-refused", test_conflicts);
  g_test_add_func ("/map/an-id-is-one-thing-of-whatever-kind", test_id_of_another_kind);
  g_test_add_func ("/map/a-refused-edit-leaves-nothing-behind", test_rollback);
  g_test_add_func ("/map/every-reference-leads-somewhere", test_references);
  g_test_add_func ("/map/deleting-takes-along-what-hangs-on-it-and-no-more", test_cascade);
  g_test_add_func ("/map/tombstones-stand-for-what-is-gone-until-it-is-back", test_tombstones);
  g_test_add_func ("/map/what-is-taken-back-has-never-been", test_take_back);
  g_test_add_func ("/map/indexes-agree-after-thousands-of-edits", test_random_edits);
  g_test_add_func ("/map/a-snapshot-may-be-read-in-a-thread", test_snapshot_in_a_thread);
  g_test_add_func ("/map/lists-are-in-the-order-people-expect", test_lists);
  return g_test_run ();
}
