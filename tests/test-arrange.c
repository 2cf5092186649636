/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Positions for the stakeholders of a map: what stays, what moves, what comes near. */
#include "kith-arrange.h"

#include <math.h>

#include "kith-verbs.h"

#define MANY 24

static KithMap *
apply (KithMap *map, KithEdit *edit)
{
  g_autoptr (KithEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  kith_map_apply (map, owned, &error);
  g_assert_no_error (error);
  return map;
}

static KithId
add (KithMap *map, const char *name, double x, double y)
{
  KithId id;

  apply (map, kith_verb_add_stakeholder (map, name, 0, x, y, &id));
  return id;
}

static void
set (KithMap *map, KithId id, const char *field, const char *text)
{
  apply (map, kith_verb_set (map, KITH_STAKEHOLDER, id, field, text, NULL));
}

/* A ring of linked stakeholders and one apart, with boxes, all without a position. */
static KithMap *
make_map_of (KithId *ids, gboolean backwards)
{
  KithMap *map = kith_map_new ();

  for (guint n = 0; n < MANY; n++)
    {
      guint i = backwards ? MANY - 1 - n : n;
      g_autofree char *name = g_strdup_printf ("Stakeholder %02u", i);

      ids[i] = add (map, name, 0, 0);
      set (map, ids[i], "width", "140");
      set (map, ids[i], "height", "50");
    }
  for (guint n = 0; n + 1 < MANY; n++)
    {
      guint i = backwards ? MANY - 2 - n : n;
      KithId next = ids[(i + 1) % (MANY - 1)];

      apply (map, kith_verb_add_link (map, backwards ? next : ids[i], backwards ? ids[i] : next,
                                      KITH_LINK_WORKS_WITH, NULL, NULL));
    }
  return map;
}

static KithMap *
make_map (KithId *ids)
{
  return make_map_of (ids, FALSE);
}

static const KithStakeholder *
at (KithMap *map, KithId id)
{
  return kith_map_stakeholder (map, id);
}

static double
distance (KithMap *map, KithId a, KithId b)
{
  return hypot (at (map, a)->x - at (map, b)->x, at (map, a)->y - at (map, b)->y);
}

static void
assert_apart (KithMap *map)
{
  KITH_FOR_EACH (KithStakeholder, a, map, KITH_STAKEHOLDER)
    KITH_FOR_EACH (KithStakeholder, b, map, KITH_STAKEHOLDER)
      if (a != b)
        g_assert_true (fabs (a->x - b->x) >= (a->width + b->width) / 2
                       || fabs (a->y - b->y) >= (a->height + b->height) / 2);
}

static void
test_all (void)
{
  KithId ids[MANY];
  g_autoptr (KithMap) map = make_map (ids);
  KithArrangeOptions options = KITH_ARRANGE_INIT;

  apply (map, kith_arrange_to_edit (map, &options));
  assert_apart (map);
  for (guint i = 0; i < MANY; i++)
    g_assert_true (kith_stakeholder_is_placed (at (map, ids[i])));
  g_assert_cmpfloat (distance (map, ids[0], ids[1]), <, distance (map, ids[0], ids[MANY / 2]));
}

static void
test_same (void)
{
  KithId first_ids[MANY], second_ids[MANY];
  g_autoptr (KithMap) first = make_map (first_ids);
  g_autoptr (KithMap) second = make_map_of (second_ids, TRUE);
  KithArrangeOptions options = KITH_ARRANGE_INIT;

  apply (first, kith_arrange_to_edit (first, &options));
  apply (second, kith_arrange_to_edit (second, &options));
  for (guint i = 0; i < MANY; i++)
    {
      g_assert_cmpint (first_ids[i], !=, second_ids[i]);
      g_assert_cmpfloat (at (first, first_ids[i])->x, ==, at (second, second_ids[i])->x);
      g_assert_cmpfloat (at (first, first_ids[i])->y, ==, at (second, second_ids[i])->y);
    }
}

static void
test_pinned (void)
{
  KithId ids[MANY];
  g_autoptr (KithMap) map = make_map (ids);
  KithArrangeOptions options = KITH_ARRANGE_INIT;

  set (map, ids[3], "x", "-400");
  set (map, ids[3], "y", "250");
  set (map, ids[3], "pinned", "1");
  set (map, ids[4], "pinned", "1");
  apply (map, kith_arrange_to_edit (map, &options));
  g_assert_cmpfloat (at (map, ids[3])->x, ==, -400);
  g_assert_cmpfloat (at (map, ids[3])->y, ==, 250);
  g_assert_true (kith_stakeholder_is_placed (at (map, ids[4])));
  assert_apart (map);
}

static void
test_some (void)
{
  KithId ids[MANY];
  g_autoptr (KithMap) map = make_map (ids);
  g_autoptr (KithMap) before = NULL;
  KithArrangeOptions options = KITH_ARRANGE_INIT;

  apply (map, kith_arrange_to_edit (map, &options));
  set (map, ids[0], "x", "5000");
  before = kith_map_snapshot (map);
  options.ids = ids;
  options.n_ids = 2;
  apply (map, kith_arrange_to_edit (map, &options));
  g_assert_cmpfloat (at (map, ids[0])->x, <, 4000);
  for (guint i = 2; i < MANY; i++)
    g_assert_true (kith_record_equal (at (map, ids[i]), at (before, ids[i])));
}

static void
test_new (void)
{
  KithId ids[MANY], newcomer;
  g_autoptr (KithMap) map = make_map (ids);
  g_autoptr (KithMap) before = NULL;
  KithArrangeOptions options = KITH_ARRANGE_INIT;

  apply (map, kith_arrange_to_edit (map, &options));
  newcomer = add (map, "Newcomer", 0, 0);
  set (map, newcomer, "width", "140");
  set (map, newcomer, "height", "50");
  apply (map, kith_verb_add_link (map, newcomer, ids[5], KITH_LINK_WORKS_WITH, NULL, NULL));
  before = kith_map_snapshot (map);
  options.only_new = TRUE;
  apply (map, kith_arrange_to_edit (map, &options));
  for (guint i = 0; i < MANY; i++)
    g_assert_true (kith_record_equal (at (map, ids[i]), at (before, ids[i])));
  g_assert_cmpfloat (distance (map, newcomer, ids[5]), <, 400);
  assert_apart (map);
}

static void
test_within_an_edit (void)
{
  KithId ids[MANY];
  g_autoptr (KithMap) map = make_map (ids);
  g_autoptr (KithEdit) edit = kith_edit_new ("Import");
  g_autoptr (GError) error = NULL;
  KithArrangeOptions options = KITH_ARRANGE_INIT;
  KithStakeholder *one = kith_record_new (KITH_STAKEHOLDER, kith_id_new ());
  KithId id = KITH_ID (one);

  apply (map, kith_arrange_to_edit (map, &options));
  kith_text_set (&one->name, "Imported");
  one->width = 140;
  one->height = 50;
  kith_edit_insert (edit, one);
  kith_arrange_complete (map, edit, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kith_edit_n_changes (edit), ==, 1);
  g_assert_null (kith_map_stakeholder (map, id));
  apply (map, kith_edit_ref (edit));
  g_assert_true (kith_stakeholder_is_placed (at (map, id)));
  assert_apart (map);
}

/* Members of a space come nearer to one another than the same stakeholders without it. */
static void
test_space (void)
{
  KithId ids[MANY];
  g_autoptr (KithMap) map = make_map (ids);
  const KithId members[] = { ids[0], ids[6], ids[12], ids[18] };
  KithArrangeOptions options = KITH_ARRANGE_INIT;
  double spread[2] = { 0, 0 };

  for (guint round = 0; round < 2; round++)
    {
      apply (map, kith_arrange_to_edit (map, &options));
      for (guint i = 0; i < G_N_ELEMENTS (members); i++)
        for (guint j = 0; j < i; j++)
          spread[round] += distance (map, members[i], members[j]);
      if (round == 0)
        apply (map, kith_verb_add_space (map, "Big room", members, G_N_ELEMENTS (members), NULL));
    }
  g_assert_cmpfloat (spread[1], <, 0.7 * spread[0]);
}

static gboolean
stop (gpointer data)
{
  return TRUE;
}

static void
test_cancelled (void)
{
  KithId ids[MANY];
  g_autoptr (KithMap) map = make_map (ids);
  g_autoptr (GError) error = NULL;
  g_autoptr (KithEdit) edit = kith_edit_new ("");
  KithArrangeOptions options = KITH_ARRANGE_INIT;

  options.cancelled = stop;
  g_assert_null (kith_arrange_to_edit (map, &options));
  g_assert_false (kith_arrange_complete (map, edit, &options, &error));
  g_assert_nonnull (error);
}

static void
test_empty (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithArrangeOptions options = KITH_ARRANGE_INIT;
  g_autoptr (KithEdit) edit = kith_arrange_to_edit (map, &options);

  g_assert_true (kith_edit_is_empty (edit));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrange/everyone-gets-a-place-of-their-own", test_all);
  g_test_add_func ("/arrange/the-same-map-is-the-same-picture-in-whatever-order-it-was-made",
                   test_same);
  g_test_add_func ("/arrange/the-pinned-stay-where-they-are", test_pinned);
  g_test_add_func ("/arrange/only-the-selected-move", test_some);
  g_test_add_func ("/arrange/newcomers-leave-the-others-alone", test_new);
  g_test_add_func ("/arrange/an-import-stays-one-edit", test_within_an_edit);
  g_test_add_func ("/arrange/a-shared-space-draws-its-members-together", test_space);
  g_test_add_func ("/arrange/cancelling-changes-nothing", test_cancelled);
  g_test_add_func ("/arrange/an-empty-map-is-no-trouble", test_empty);
  return g_test_run ();
}
