/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures: that bringing them in step with a map leaves them as if they were made anew, at once or
 * little by little, and that a drag only borrows them. */
#include "kith-figures-private.h"
#include "kith-test-times.h"
#include "kith-timeline.h"

static const KithView view = KITH_VIEW_INIT;

static KithRect
extent (const KithFigures *figures, KithId id)
{
  KithRect rect = { 0 };

  g_assert_true (kith_figures_extent (figures, id, &rect));
  return rect;
}

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-6);
}

static void
assert_same_rect (const KithRect *a, const KithRect *b)
{
  assert_near (a->x, b->x);
  assert_near (a->y, b->y);
  assert_near (a->width, b->width);
  assert_near (a->height, b->height);
}

static void
assert_same_hits (const KithFigures *one, const KithFigures *other, GRand *rand)
{
  for (guint i = 0; i < 30; i++)
    {
      double x = g_rand_double_range (rand, -250, 1650);
      double y = g_rand_double_range (rand, -250, 1050);
      KithHit a = kith_figures_hit (one, x, y, 6);
      KithHit b = kith_figures_hit (other, x, y, 6);

      g_assert_cmpint (a.part, ==, b.part);
      g_assert_cmpint (a.id, ==, b.id);
      g_assert_cmpint (a.end, ==, b.end);
    }
}

static void
assert_same_figures (const KithFigures *one, KithMap *map, GRand *rand)
{
  g_autoptr (KithFigures) fresh = kith_figures_new (map, &view);
  KithRect a = kith_figures_bounds (one);
  KithRect b = kith_figures_bounds (fresh);
  const KithKind kinds[] = { KITH_STAKEHOLDER, KITH_LINK, KITH_SPACE };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    KITH_FOR_EACH (KithRecord, record, map, kinds[k])
      {
        gboolean shown = kith_figures_extent (fresh, record->id, &b);

        g_assert_cmpint (kith_figures_extent (one, record->id, &a), ==, shown);
        if (shown)
          assert_same_rect (&a, &b);
      }
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    {
      const KithLinkFigure *x = g_hash_table_lookup (one->links, &link->record.id);
      const KithLinkFigure *y = g_hash_table_lookup (fresh->links, &link->record.id);

      g_assert_true (x->record == link);
      g_assert_cmpint (x->is_drawable, ==, y->is_drawable);
      g_assert_cmpuint (x->n_events, ==, y->n_events);
      g_assert_cmpint (x->differ, ==, y->differ);
      for (int end = 0; end < 2; end++)
        {
          g_assert_cmpfloat (x->ends[end].median, ==, y->ends[end].median);
          g_assert_cmpuint (x->places[end].chevron, ==, y->places[end].chevron);
          g_assert_cmpuint (x->places[end].words, ==, y->places[end].words);
        }
    }
  KITH_FOR_EACH (KithStakeholder, s, map, KITH_STAKEHOLDER)
    {
      const KithBoxFigure *x = g_hash_table_lookup (one->boxes, &s->record.id);
      const KithBoxFigure *y = g_hash_table_lookup (fresh->boxes, &s->record.id);

      g_assert_true (x->record == s);
      g_assert_cmpint (x->colour, ==, y->colour);
      g_assert_cmpint (x->sign, ==, y->sign);
    }
  KITH_FOR_EACH (KithSpace, space, map, KITH_SPACE)
    {
      const KithSpaceFigure *x = g_hash_table_lookup (one->spaces, &space->record.id);
      const KithSpaceFigure *y = g_hash_table_lookup (fresh->spaces, &space->record.id);

      assert_same_rect (&x->label_box, &y->label_box);
    }
  g_assert_cmpuint (g_hash_table_size (one->boxes), ==, kith_map_n (map, KITH_STAKEHOLDER));
  g_assert_cmpuint (g_hash_table_size (one->links), ==, kith_map_n (map, KITH_LINK));
  g_assert_cmpuint (g_hash_table_size (one->spaces), ==, kith_map_n (map, KITH_SPACE));
  a = kith_figures_bounds (one);
  b = kith_figures_bounds (fresh);
  assert_same_rect (&a, &b);
  assert_same_hits (one, fresh, rand);
}

/* Besides what people do one by one: sectors that change, and a link that is given another end. */
static KithEdit *
next_edit (KithMap *map, GRand *rand)
{
  KithId sector = g_rand_int_range (rand, 1, 5);
  KithId link = test_pick (map, KITH_LINK, rand);
  KithId other = test_pick (map, KITH_STAKEHOLDER, rand);
  const KithLink *now = kith_map_link (map, link);
  int what = g_rand_int_range (rand, 0, 20);

  if (what == 0)
    {
      KithSector *changed = kith_record_new (KITH_SECTOR, sector);

      changed->colour = g_rand_int_range (rand, 0, 13);
      return kith_verb_put (map, changed, "Change colour");
    }
  if (what == 1)
    return kith_verb_delete (map, &sector, 1, NULL);
  if (what == 2 && now != NULL && other != now->a)
    {
      KithLink *after = kith_record_copy (now);

      after->b = other;
      return kith_verb_put (map, after, "Link to another");
    }
  return test_random_edit (map, rand);
}

static void
test_in_step (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (58);

  for (guint round = 0; round < 3; round++)
    {
      g_autoptr (KithMap) map = test_random_map (24, 40, 3, 60 + round);
      g_autoptr (KithFigures) figures = kith_figures_new (map, &view);

      for (guint i = 0; i < 90; i++)
        {
          g_autoptr (KithEdit) edit = next_edit (map, rand);
          g_autoptr (KithEdit) inverse = kith_edit_invert (edit);

          g_assert_true (kith_map_apply (map, edit, NULL));
          kith_figures_apply (figures, map, edit);
          assert_same_figures (figures, map, rand);
          if (i % 5 != 0)
            continue;
          g_assert_true (kith_map_apply (map, inverse, NULL));
          kith_figures_apply (figures, map, inverse);
          assert_same_figures (figures, map, rand);
        }
    }
}

/* From few links to many, and back. */
static void
test_dense (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (64);
  g_autoptr (KithMap) map = test_random_map (60, 499, 5, 77);
  g_autoptr (KithFigures) figures = NULL;
  KithId ends[] = { test_stakeholder (map, "One far off", -6000, 300),
                    test_stakeholder (map, "Another", -5600, 300) };

  while (kith_map_n (map, KITH_LINK) < 500)
    test_link (map, ends[0], ends[1]);
  figures = kith_figures_new (map, &view);
  for (guint i = 0; i < 4; i++)
    {
      KithId link = test_link (map, ends[0], ends[1]);

      kith_figures_update (figures, map, &link, 1);
      assert_same_figures (figures, map, rand);
      test_do (map, kith_verb_delete (map, &link, 1, NULL));
      kith_figures_update (figures, map, &link, 1);
      assert_same_figures (figures, map, rand);
    }
}

/* While somebody is dragged, the map has gained somebody else who is linked to them: the drag ends before figures
 * have heard of that. */
static void
test_ends_on_another_map (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (65);
  g_autoptr (KithMap) map = test_random_map (12, 20, 1, 78);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  KithId who = test_pick (map, KITH_STAKEHOLDER, rand);
  double xy[] = { 400, 300 };
  KithId ids[3] = { who };

  kith_figures_carry (figures, map, &who, 1, xy, 0);
  ids[1] = test_stakeholder (map, "Newcomer", 500, 500);
  ids[2] = test_link (map, who, ids[1]);
  kith_figures_update (figures, map, &who, 1);
  g_assert_null (g_hash_table_lookup (figures->links, &ids[2]));
  kith_figures_update (figures, map, ids, 3);
  assert_same_figures (figures, map, rand);
}

/* By ids alone, as a drag does it. */
static void
test_in_step_by_ids (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (59);
  g_autoptr (KithMap) map = test_random_map (20, 35, 2, 70);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (KithEdit) edit = test_random_edit (map, rand);
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));

      g_assert_true (kith_map_apply (map, edit, NULL));
      for (guint j = 0; j < kith_edit_n_changes (edit); j++)
        {
          KithId id = kith_change_id (kith_edit_change (edit, j));

          g_array_append_val (ids, id);
        }
      kith_figures_update (figures, map, (const KithId *) (gpointer) ids->data, ids->len);
      assert_same_figures (figures, map, rand);
    }
}

static KithPoint
centre_of (const KithFigures *figures, KithId id)
{
  KithRect box = { 0 };

  g_assert_true (kith_figures_extent (figures, id, &box));
  return (KithPoint){ box.x + box.width / 2, box.y + box.height / 2 };
}

static void
test_carried (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (61);
  g_autoptr (KithMap) map = test_random_map (24, 40, 3, 71);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);

  for (guint i = 0; i < 30; i++)
    {
      KithId ids[] = { test_pick (map, KITH_STAKEHOLDER, rand),
                       test_pick (map, KITH_STAKEHOLDER, rand) };
      double xy[] = { 100.0 + 40 * i, 90.0, 500.0, 20.0 * i };
      guint n = ids[0] == ids[1] ? 1 : 2;
      g_autoptr (KithEdit) edit = kith_verb_move (map, ids, n, xy, NULL);

      kith_figures_carry (figures, map, ids, n, xy, i % 2 == 0 ? 0 : 5000);
      g_assert_cmpfloat_with_epsilon (centre_of (figures, ids[0]).x, xy[0], 0.1);
      g_assert_cmpfloat_with_epsilon (centre_of (figures, ids[0]).y, xy[1], 0.1);
      if (i % 3 == 0)
        g_assert_true (kith_map_apply (map, edit, NULL));
      kith_figures_update (figures, map, ids, n);
      assert_same_figures (figures, map, rand);
    }
}

static void
test_catches_up (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (62);
  g_autoptr (KithMap) map = test_random_map (24, 40, 3, 72);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  guint left = 1000;

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (KithEdit) edit = test_random_edit (map, rand);
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));

      g_assert_true (kith_map_apply (map, edit, NULL));
      for (guint j = 0; j < kith_edit_n_changes (edit); j++)
        {
          KithId id = kith_change_id (kith_edit_change (edit, j));

          g_array_append_val (ids, id);
        }
      kith_figures_update_within (figures, map, (const KithId *) (gpointer) ids->data, ids->len, 0);
    }
  while (!kith_figures_catch_up (figures, map, 1) && --left > 0)
    continue;
  g_assert_cmpuint (left, >, 0);
  assert_same_figures (figures, map, rand);
}

/* So that each is made aside. */
static void
call_spaces_slow (KithFigures *figures)
{
  GHashTableIter iter;
  gpointer space;

  g_hash_table_iter_init (&iter, figures->spaces);
  while (g_hash_table_iter_next (&iter, NULL, &space))
    ((KithSpaceFigure *) space)->cost = G_USEC_PER_SEC;
}

static void
on_ready (gpointer data)
{
  ++*(guint *) data;
}

/* Moves somebody who is in a space; returns that. */
static KithId
move_member (KithMap *map, KithFigures *figures, GRand *rand, gint64 budget)
{
  KithId membership = test_pick (map, KITH_MEMBERSHIP, rand);
  const KithMembership *of = kith_map_get (map, KITH_MEMBERSHIP, membership);
  KithId who = of->stakeholder;
  KithId space = of->space;
  double xy[] = { g_rand_double_range (rand, 0, 1400), g_rand_double_range (rand, 0, 800) };

  test_do (map, kith_verb_move (map, &who, 1, xy, NULL));
  call_spaces_slow (figures);
  kith_figures_update_within (figures, map, &who, 1, budget);
  return space;
}

static void
settle (KithFigures *figures, KithMap *map)
{
  while (!kith_figures_catch_up (figures, map, 1000))
    if (kith_figures_awaits (figures))
      g_main_context_iteration (NULL, TRUE);
}

static void
test_made_aside (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (63);
  g_autoptr (KithMap) map = test_random_map (60, 60, 3, 74);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  guint n_told = 0;

  kith_figures_set_ready (figures, on_ready, &n_told);
  for (guint i = 0; i < 30; i++)
    {
      KithId space = 0;
      const GPtrArray *loops;

      for (guint step = 0; step <= i % 3; step++) /* others move while one is made */
        {
          space = move_member (map, figures, rand, 0);
          if (i % 2 == 0)
            kith_figures_catch_up (figures, map, 1);
        }
      loops = ((KithSpaceFigure *) g_hash_table_lookup (figures->spaces, &space))->loops;
      g_assert_true (kith_figures_is_aside (figures, space));
      g_assert_true (loops->len > 0);
      if (i % 4 != 3)
        settle (figures, map);
      else
        kith_figures_catch_up (figures, map, G_MAXINT64); /* waits, as who needs all of it does */
      g_assert_cmpuint (g_hash_table_size (figures->asides), ==, 0);
      assert_same_figures (figures, map, rand);
    }
  g_assert_cmpuint (n_told, >, 0);
}

static gboolean
on_late (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* A space that goes, and figures that go: nobody is told of what they waited for. */
static void
test_called_back (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (64);
  g_autoptr (KithMap) map = test_random_map (60, 60, 3, 75);
  KithFigures *figures = kith_figures_new (map, &view);
  gboolean late = FALSE;
  guint n_told = 0;
  KithId space;

  kith_figures_set_ready (figures, on_ready, &n_told);
  space = move_member (map, figures, rand, 0);
  g_assert_true (kith_figures_is_aside (figures, space));
  test_do (map, kith_verb_delete (map, &space, 1, NULL));
  kith_figures_update_within (figures, map, &space, 1, 0);
  g_assert_false (kith_figures_is_aside (figures, space));
  settle (figures, map);
  assert_same_figures (figures, map, rand);

  space = move_member (map, figures, rand, 0);
  g_assert_true (kith_figures_is_aside (figures, space));
  kith_figures_free (figures);
  n_told = 0;
  g_timeout_add (200, on_late, &late);
  while (!late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_told, ==, 0);
}

typedef struct
{
  GArray *rects;
} Damage;

static void
on_damage (const KithRect *rect, gpointer data)
{
  g_array_append_val (((Damage *) data)->rects, *rect);
}

static gboolean
is_told (const Damage *damage, const KithRect *rect)
{
  for (guint i = 0; i < damage->rects->len; i++)
    {
      KithRect told = kith_rect_grow (&g_array_index (damage->rects, KithRect, i), 0.001);

      if (kith_rect_contains (&told, rect->x, rect->y)
          && kith_rect_contains (&told, rect->x + rect->width, rect->y + rect->height))
        return TRUE;
    }
  return FALSE;
}

/* All along the link, with room for its marks. */
static gboolean
is_told_of (const Damage *damage, const KithLinkFigure *link)
{
  for (guint i = 0; i <= 20; i++)
    {
      KithPoint at = kith_curve_at (&link->curve, link->length * i / 20, NULL);
      KithRect place = kith_rect_grow (&(KithRect){ at.x, at.y, 0, 0 }, KITH_LINK_MARKS);

      if (!is_told (damage, &place))
        return FALSE;
    }
  return TRUE;
}

/* Whoever keeps what was drawn hears of every place that looks different. */
static void
test_damage (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (61);
  g_autoptr (KithMap) map = test_random_map (20, 35, 2, 71);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (KithRect));
  Damage damage = { rects };

  kith_figures_set_damage (figures, on_damage, &damage);
  for (guint i = 0; i < 80; i++)
    {
      g_autoptr (KithEdit) edit = next_edit (map, rand);
      g_autoptr (KithFigures) before = kith_figures_new (map, &view);
      GHashTableIter iter;
      gpointer id;

      g_array_set_size (rects, 0);
      g_assert_true (kith_map_apply (map, edit, NULL));
      kith_figures_apply (figures, map, edit);
      g_hash_table_iter_init (&iter, before->links);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        {
          KithRect was = extent (before, *(KithId *) id);
          KithRect is;

          if (!kith_figures_extent (figures, *(KithId *) id, &is)
              || memcmp (&is, &was, sizeof is) != 0)
            g_assert_true (is_told_of (&damage, g_hash_table_lookup (before->links, id)));
        }
      g_hash_table_iter_init (&iter, figures->boxes);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        {
          const KithBoxFigure *was = g_hash_table_lookup (before->boxes, id);
          const KithBoxFigure *is = g_hash_table_lookup (figures->boxes, id);

          if (was == NULL || was->record != is->record || was->colour != is->colour)
            g_assert_true (is_told (&damage, &is->box));
        }
    }
}

/* A play: what is drawn at each day is what would be drawn of that day's map. */
static void
test_steps_in_time (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (62);
  g_autoptr (KithMap) map = test_dated_map (20, 35, 72);
  g_autoptr (KithTimeline) timeline = kith_timeline_new (map);
  g_autoptr (KithMap) shown = kith_timeline_map (timeline, 730000);
  g_autoptr (KithFigures) figures = kith_figures_new (shown, &view);
  gint32 day = 730000;

  for (guint i = 0; i < 120; i++)
    {
      gint32 next = day + g_rand_int_range (rand, -500, 500);
      g_autoptr (KithEdit) edit = kith_timeline_move (timeline, shown, day, next);

      g_assert_true (kith_map_apply (shown, edit, NULL));
      kith_figures_apply (figures, shown, edit);
      assert_same_figures (figures, shown, rand);
      day = i % 9 == 0 ? 730000 : next;
      if (day != next)
        {
          g_autoptr (KithEdit) jump = kith_timeline_move (timeline, shown, next, day);

          g_assert_true (kith_map_apply (shown, jump, NULL));
          kith_figures_apply (figures, shown, jump);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/of-few-links-and-of-many", test_dense);
  g_test_add_func ("/figures/a-drag-may-end-on-another-map", test_ends_on_another_map);
  g_test_add_func ("/figures/brought-in-step-are-as-made-anew", test_in_step);
  g_test_add_func ("/figures/brought-in-step-by-ids-alone", test_in_step_by_ids);
  g_test_add_func ("/figures/what-a-drag-carries-is-where-it-is-held-and-goes-back", test_carried);
  g_test_add_func ("/figures/what-had-to-wait-catches-up", test_catches_up);
  g_test_add_func ("/figures/an-outline-stays-until-another-is-made-aside", test_made_aside);
  g_test_add_func ("/figures/what-is-made-aside-is-called-back", test_called_back);
  g_test_add_func ("/figures/tell-of-every-place-that-looks-different", test_damage);
  g_test_add_func ("/figures/follow-steps-in-time", test_steps_in_time);

  return g_test_run ();
}
