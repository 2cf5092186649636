/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Positions for the stakeholders of a map: what stays, what moves, what comes near. */
#include "kith-arrange.h"
#include "kith-give-way.h"

#include <math.h>
#include <string.h>

#include "kith-annotations.h"
#include "kith-audience.h"
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

/* Everybody has a sector, a level, power and interest; one is the team's secret. */
static KithMap *
make_described (KithId *ids)
{
  static const char *const sectors[] = { "1", "4", "7" };
  static const char *const levels[] = { "neighbourhood", "place", "", "nation" };
  KithMap *map = make_map (ids);

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *value = g_strdup_printf ("%u", 1 + i % 5);

      set (map, ids[i], "sector", i == 5 ? "9" : sectors[i % 3]);
      set (map, ids[i], "level", levels[i % 4]);
      set (map, ids[i], "power", value);
      set (map, ids[i], "interest", i == 3 ? "0" : value);
    }
  set (map, ids[5], "private", "1");
  return map;
}

static guint
count_frames (KithMap *map, KithArrangement as)
{
  guint n = 0;

  KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
    n += one->arrangement == (int) as;
  return n;
}

static void
arrange_as (KithMap *map, KithArrangement as, KithId centre)
{
  KithArrangeOptions options = KITH_ARRANGE_INIT;

  options.as = as;
  options.centre = centre;
  apply (map, kith_arrange_to_edit (map, &options));
}

static void
test_frames (void)
{
  KithId ids[MANY], centre;
  g_autoptr (KithMap) map = make_described (ids);

  for (int as = KITH_ARRANGEMENT_COLUMNS; as <= KITH_ARRANGEMENT_COMMUNITY; as++)
    {
      g_autoptr (KithMap) before = kith_map_snapshot (map);
      KithArrangeOptions options = KITH_ARRANGE_INIT;
      g_autoptr (KithEdit) edit = NULL;
      g_autoptr (KithEdit) back = NULL;

      options.as = (KithArrangement) as;
      options.centre = ids[2];
      edit = kith_arrange_to_edit (map, &options);
      g_assert_true (kith_map_apply (map, edit, NULL));
      assert_apart (map);
      g_assert_cmpuint (count_frames (map, as), >, 0);
      g_assert_cmpuint (count_frames (map, as), ==, kith_map_n (map, KITH_ANNOTATION));
      g_assert_cmpint (kith_map_arrangement (map, &centre), ==, as);
      g_assert_cmpint (centre, ==, as == KITH_ARRANGEMENT_AROUND ? ids[2] : 0);
      back = kith_edit_invert (edit);
      g_assert_true (kith_map_apply (map, back, NULL));
      g_assert_true (kith_map_equal (map, before));
      g_assert_true (kith_map_apply (map, edit, NULL));
    }
  arrange_as (map, KITH_ARRANGEMENT_FREE, 0);
  g_assert_cmpuint (kith_map_n (map, KITH_ANNOTATION), ==, 0);
}

/* What is drawn round somebody of whom only the team knows tells nobody else of them. */
static void
test_secret (void)
{
  KithId ids[MANY];
  g_autoptr (KithMap) map = make_described (ids);
  g_autoptr (KithMap) partners = NULL;
  guint n;

  arrange_as (map, KITH_ARRANGEMENT_COLUMNS, 0);
  partners = kith_map_for_audience (map, KITH_PARTNERS);
  n = count_frames (map, KITH_ARRANGEMENT_COLUMNS);
  g_assert_cmpuint (count_frames (partners, KITH_ARRANGEMENT_COLUMNS), ==, n - 1);
  set (map, ids[0], "name", "Secretly called");
  set (map, ids[0], "private", "1");
  for (int as = KITH_ARRANGEMENT_COLUMNS; as <= KITH_ARRANGEMENT_COMMUNITY; as++)
    {
      arrange_as (map, (KithArrangement) as, ids[0]);
      KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
        g_assert_null (strstr (one->text, "Secretly"));
    }
}

/* Rings round somebody secret, or steps over a link of which only the team knows, are for the team. */
static void
test_secret_middle (void)
{
  KithId ids[MANY];
  g_autoptr (KithMap) map = make_described (ids);
  g_autoptr (KithMap) open = NULL;
  g_autoptr (KithMap) partners = NULL;
  g_autoptr (KithMap) linked = NULL;
  g_autoptr (GPtrArray) links = kith_map_links_of (map, ids[2]);

  set (map, ids[5], "private", "0");
  arrange_as (map, KITH_ARRANGEMENT_AROUND, ids[2]);
  open = kith_map_for_audience (map, KITH_PARTNERS);
  g_assert_cmpuint (count_frames (open, KITH_ARRANGEMENT_AROUND), >, 0);
  apply (map, kith_verb_set (map, KITH_LINK, KITH_ID (links->pdata[0]), "private", "1", NULL));
  arrange_as (map, KITH_ARRANGEMENT_AROUND, ids[2]);
  linked = kith_map_for_audience (map, KITH_PARTNERS);
  g_assert_cmpuint (count_frames (linked, KITH_ARRANGEMENT_AROUND), ==, 0);
  arrange_as (map, KITH_ARRANGEMENT_AROUND, ids[7]);
  set (map, ids[7], "private", "1");
  arrange_as (map, KITH_ARRANGEMENT_AROUND, ids[7]);
  partners = kith_map_for_audience (map, KITH_PARTNERS);
  g_assert_cmpuint (count_frames (partners, KITH_ARRANGEMENT_AROUND), ==, 0);
}

/* Power and interest are not the public's, nor is a person's name. */
static void
test_public (void)
{
  KithId ids[MANY];
  g_autoptr (KithMap) map = make_described (ids);
  g_autoptr (KithMap) partners = NULL;
  g_autoptr (KithMap) public = NULL;

  arrange_as (map, KITH_ARRANGEMENT_GRID, 0);
  partners = kith_map_for_audience (map, KITH_PARTNERS);
  public = kith_map_for_audience (map, KITH_PUBLIC);
  g_assert_cmpuint (count_frames (partners, KITH_ARRANGEMENT_GRID), >, 0);
  g_assert_cmpuint (count_frames (public, KITH_ARRANGEMENT_GRID), ==, 0);
  for (guint i = 0; i < MANY; i++)
    {
      set (map, ids[i], "name", "Jane Smith");
      set (map, ids[i], "form", "person");
    }
  arrange_as (map, KITH_ARRANGEMENT_COMMUNITY, 0);
  KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
    g_assert_null (strstr (one->text, "Jane"));
}

/* The rings come to a pinned stakeholder, so that arranging again finds it in their middle. */
static void
test_pinned_middle (void)
{
  KithId ids[MANY], centre;
  g_autoptr (KithMap) map = make_described (ids);

  set (map, ids[3], "x", "900");
  set (map, ids[3], "y", "-400");
  set (map, ids[3], "pinned", "1");
  arrange_as (map, KITH_ARRANGEMENT_AROUND, ids[3]);
  g_assert_cmpfloat (at (map, ids[3])->x, ==, 900);
  g_assert_cmpint (kith_map_arrangement (map, &centre), ==, KITH_ARRANGEMENT_AROUND);
  g_assert_cmpint (centre, ==, ids[3]);
}

/* A text that a file takes for part of an arrangement is a person's own all the same. */
static void
test_texts_stay (void)
{
  KithId ids[MANY];
  g_autoptr (KithMap) map = make_described (ids);
  KithPlace place = { 50, 60, 100, 40 };
  KithAnnotation *text = kith_annotation_draft (KITH_ANNOTATION_TEXT, &place);
  KithId id = KITH_ID (text);

  kith_text_set (&text->text, "Ours");
  text->arrangement = KITH_ARRANGEMENT_COLUMNS;
  apply (map, kith_verb_add_annotation (map, text));
  g_assert_cmpint (kith_map_arrangement (map, NULL), ==, KITH_ARRANGEMENT_FREE);
  arrange_as (map, KITH_ARRANGEMENT_COLUMNS, 0);
  g_assert_nonnull (kith_map_annotation (map, id));
}

static void
test_only_new_keeps_frames (void)
{
  KithId ids[MANY];
  g_autoptr (KithMap) map = make_described (ids);
  KithArrangeOptions options = KITH_ARRANGE_INIT;
  guint n;

  arrange_as (map, KITH_ARRANGEMENT_RINGS, 0);
  n = kith_map_n (map, KITH_ANNOTATION);
  add (map, "Newcomer", 0, 0);
  options.only_new = TRUE;
  apply (map, kith_arrange_to_edit (map, &options));
  g_assert_cmpuint (kith_map_n (map, KITH_ANNOTATION), ==, n);
  apply (map, kith_verb_remove_arrangement (map));
  g_assert_cmpuint (kith_map_n (map, KITH_ANNOTATION), ==, 0);
}

/* Two that lie on each other part; nobody else moves, and the frames stay. */
static void
test_tidy (void)
{
  KithId ids[MANY];
  g_autoptr (KithMap) map = make_described (ids);
  g_autoptr (KithEdit) edit = NULL;
  KithArrangeOptions options = KITH_ARRANGE_INIT;
  const KithStakeholder *one;
  guint n;

  arrange_as (map, KITH_ARRANGEMENT_CIRCLE, 0);
  n = kith_map_n (map, KITH_ANNOTATION);
  options.tidy = TRUE;
  edit = kith_arrange_to_edit (map, &options);
  g_assert_true (kith_edit_is_empty (edit));
  apply (map, kith_verb_move (map, &ids[1], 1, (double[]){ 5000, 5000 }, NULL)); /* has room */
  apply (map, kith_verb_move (map, &ids[2], 1, (double[]){ 5010, 5006 }, NULL));
  g_clear_pointer (&edit, kith_edit_unref);
  edit = kith_arrange_to_edit (map, &options);
  g_assert_cmpuint (kith_edit_n_changes (edit), <=, 2);
  for (guint i = 0; i < kith_edit_n_changes (edit); i++)
    {
      KithId id = kith_change_id (kith_edit_change (edit, i));

      g_assert_true (id == ids[1] || id == ids[2]);
    }
  apply (map, g_steal_pointer (&edit));
  one = at (map, ids[1]); /* the gap is seen between the rings of a selection */
  g_assert_true (fabs (one->x - at (map, ids[2])->x) >= one->width + 20
                 || fabs (one->y - at (map, ids[2])->y) >= one->height + 20);
  assert_apart (map);
  g_assert_cmpuint (kith_map_n (map, KITH_ANNOTATION), ==, n);
}

/* Boxes that were only just parted give way to a hand like any others. */
static void
test_tidied_give_way (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithArrangeOptions options = KITH_ARRANGE_INIT;
  KithId one = add (map, "One", 100, 100), other = add (map, "Other", 112, 105);
  KithId hand = add (map, "Hand", 900, 100);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  g_autoptr (GArray) xy = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (KithGiveWay) way = NULL;
  const KithStakeholder *there;

  options.tidy = TRUE;
  apply (map, kith_arrange_to_edit (map, &options));
  there = kith_map_stakeholder (map, one);
  way = kith_give_way_new (map, &hand, 1);
  g_assert_nonnull (way);
  kith_give_way_to (way, there->x - 900, there->y - 100, ids, xy);
  g_assert_cmpuint (ids->len, >=, 2);
  apply (map, kith_verb_move (map, (const KithId *) (gpointer) ids->data, ids->len,
                              (const double *) (gpointer) xy->data, NULL));
  assert_apart (map);
  g_assert_nonnull (kith_map_stakeholder (map, other));
}

/* Neighbourhood in the middle, or outside. */
static void
test_levels (void)
{
  KithId ids[MANY];
  g_autoptr (KithMap) map = make_described (ids);

  for (guint inward = 0; inward < 2; inward++)
    {
      double near = 0, far = 0;
      const KithAnnotation *ring = NULL;

      arrange_as (map, inward ? KITH_ARRANGEMENT_RINGS_INWARD : KITH_ARRANGEMENT_RINGS, 0);
      KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
        ring = one;
      for (guint i = 0; i < MANY; i++)
        {
          double away = hypot (at (map, ids[i])->x - ring->x, (at (map, ids[i])->y - ring->y) * 2);
          if (i % 4 == 0)
            near += away;
          else if (i % 4 == 3)
            far += away;
        }
      g_assert_true (inward ? near > far : near < far);
    }
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
  g_test_add_func ("/arrange/each-arrangement-brings-its-frame-and-takes-away-the-last",
                   test_frames);
  g_test_add_func ("/arrange/a-frame-gives-no-secret-away", test_secret);
  g_test_add_func ("/arrange/rings-round-what-is-secret-are-for-the-team", test_secret_middle);
  g_test_add_func ("/arrange/the-public-gets-no-axes-and-no-persons-name", test_public);
  g_test_add_func ("/arrange/rings-come-to-who-is-pinned", test_pinned_middle);
  g_test_add_func ("/arrange/texts-are-no-frames", test_texts_stay);
  g_test_add_func ("/arrange/newcomers-leave-the-frame", test_only_new_keeps_frames);
  g_test_add_func ("/arrange/what-was-tidied-gives-way-again", test_tidied_give_way);
  g_test_add_func ("/arrange/tidying-parts-what-overlaps-and-no-more", test_tidy);
  g_test_add_func ("/arrange/levels-run-outwards-or-inwards", test_levels);
  return g_test_run ();
}
