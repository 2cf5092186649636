/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edit: changes of one record fold into one, and every edit can be turned round. */
#include "growth.h"
#include "kith-test-maps.h"

/* A record as it was first (0: not there), and what is done to it in turn. */
typedef enum
{
  END,
  INSERT,
  UPDATE,
  DELETE,
} Step;

static KithSpace *
version (int n)
{
  KithSpace *space = kith_record_new (KITH_SPACE, 77);
  g_autofree char *name = g_strdup_printf ("Version %d", n);

  kith_text_set (&space->name, name);
  return space;
}

static void
test_folding (void)
{
  static const struct
  {
    const char *name;
    int start; /* version on the map, 0: none */
    struct
    {
      Step step;
      int to;
    } steps[5];
    int changes; /* in the edit after all */
    int before;
    int after;
  } rows[] = {
    { "added", 0, { { INSERT, 1 } }, 1, 0, 1 },
    { "changed", 1, { { UPDATE, 2 } }, 1, 1, 2 },
    { "deleted", 1, { { DELETE } }, 1, 1, 0 },
    { "changed to the same", 1, { { UPDATE, 1 } }, 0 },
    { "added and changed", 0, { { INSERT, 1 }, { UPDATE, 2 } }, 1, 0, 2 },
    { "changed twice", 1, { { UPDATE, 2 }, { UPDATE, 3 } }, 1, 1, 3 },
    { "changed and back", 1, { { UPDATE, 2 }, { UPDATE, 1 } }, 0 },
    { "added and deleted", 0, { { INSERT, 1 }, { DELETE } }, 0 },
    { "changed and deleted", 1, { { UPDATE, 2 }, { DELETE } }, 1, 1, 0 },
    { "deleted and added", 1, { { DELETE }, { INSERT, 2 } }, 1, 1, 2 },
    { "deleted and brought back", 1, { { DELETE }, { INSERT, 1 } }, 0 },
    { "back and forth", 1, { { UPDATE, 2 }, { DELETE }, { INSERT, 3 }, { UPDATE, 4 } }, 1, 1, 4 },
    { "came and went twice", 0, { { INSERT, 1 }, { DELETE }, { INSERT, 2 }, { DELETE } }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KithEdit) edit = kith_edit_new (rows[i].name);
      int now = rows[i].start;

      g_test_message ("%s", rows[i].name);
      for (guint j = 0; rows[i].steps[j].step != END; j++)
        {
          g_autoptr (KithSpace) before = now != 0 ? version (now) : NULL;

          now = rows[i].steps[j].to;
          if (rows[i].steps[j].step == INSERT)
            kith_edit_insert (edit, version (now));
          else if (rows[i].steps[j].step == UPDATE)
            kith_edit_update (edit, before, version (now));
          else
            kith_edit_delete (edit, before);
        }
      g_assert_cmpint (kith_edit_n_changes (edit), ==, rows[i].changes);
      if (rows[i].changes == 1)
        {
          const KithChange *change = kith_edit_change (edit, 0);
          g_autoptr (KithSpace) before = version (rows[i].before);
          g_autoptr (KithSpace) after = version (rows[i].after);

          g_assert_cmpint (change->before != NULL, ==, rows[i].before != 0);
          g_assert_cmpint (change->after != NULL, ==, rows[i].after != 0);
          g_assert_true (change->before == NULL || kith_record_equal (change->before, before));
          g_assert_true (change->after == NULL || kith_record_equal (change->after, after));
        }
    }
}

static void
test_invert (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);
  g_autoptr (KithMap) map = test_random_map (15, 25, 2, 4);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (KithMap) before = kith_map_snapshot (map);
      g_autoptr (KithEdit) edit = test_random_edit (map, rand);
      g_autoptr (KithEdit) inverse = kith_edit_invert (edit);
      g_autoptr (KithEdit) again = kith_edit_invert (inverse);
      g_autoptr (KithMap) after = NULL;

      g_assert_true (kith_map_apply (map, edit, NULL));
      after = kith_map_snapshot (map);
      g_assert_true (kith_map_apply (map, inverse, NULL));
      g_assert_true (kith_map_equal (map, before));
      g_assert_true (kith_map_apply (map, again, NULL));
      g_assert_true (kith_map_equal (map, after));
    }
}

/* A stamp goes onto what the edit writes, not onto the records of the map that it begins from. */
static void
test_stamp (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId id = test_stakeholder (map, "Police", 0, 0);
  const KithStakeholder *before = kith_map_stakeholder (map, id);
  g_autoptr (KithEdit) edit = kith_verb_rename (map, id, "Northmoor Police", NULL);
  g_autoptr (KithEdit) inverse = NULL;

  kith_edit_stamp (edit, 1000, 7);
  g_assert_cmpint (kith_edit_change (edit, 0)->after->changed, ==, 1000);
  g_assert_cmpint (kith_edit_change (edit, 0)->after->copy, ==, 7);
  g_assert_cmpint (before->record.changed, ==, 0);
  inverse = kith_edit_invert (edit);
  kith_edit_stamp (inverse, 2000, 8);
  g_assert_cmpint (before->record.changed, ==, 0);
  g_assert_cmpint (kith_edit_change (edit, 0)->after->changed, ==, 1000);
}

/* An edit of n inserts; the processor time that it took. */
static clock_t
insert_many (guint n, gpointer data)
{
  g_autoptr (KithEdit) edit = kith_edit_new ("Many");
  clock_t start = clock ();

  for (KithId id = 1000; id < 1000 + (KithId) n; id++)
    {
      KithSpace *space = kith_record_new (KITH_SPACE, id);

      kith_text_set (&space->name, "x");
      kith_edit_insert (edit, space);
    }
  g_assert_cmpuint (kith_edit_n_changes (edit), ==, n);
  return clock () - start;
}

static void
test_many (void)
{
  assert_grows_in_proportion (insert_many, 5000, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/changes-of-one-record-are-one-change", test_folding);
  g_test_add_func ("/edit/inverted-takes-it-back-and-inverted-again-redoes-it", test_invert);
  g_test_add_func ("/edit/a-stamp-touches-only-what-is-written", test_stamp);
  g_test_add_func ("/edit/of-many-records-is-made-at-once", test_many);
  return g_test_run ();
}
