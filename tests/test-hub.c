/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared spaces as nodes with spokes: where they stand, what is under a point, what follows what. */
#include <math.h>

#include "kith-arrange.h"
#include "kith-figures-private.h"
#include "kith-hub.h"
#include "kith-test-maps.h"

static const KithView view = KITH_VIEW_INIT;

typedef struct
{
  KithMap *map;
  KithId ids[5]; /* the last is no member, and stands in the middle */
  KithId space;
} Fixture;

static void
set_up (Fixture *f)
{
  static const double places[] = { -300, -150, 300, -150, 300, 150, -300, 150, 0, 0 };

  f->map = kith_map_new ();
  for (guint i = 0; i < 5; i++)
    f->ids[i] = test_stakeholder (f->map, "Somebody", places[2 * i] + 500, places[2 * i + 1] + 400);
  f->space = test_space (f->map, "Big Room", f->ids, 4);
}

static void
draw_as_node (Fixture *f)
{
  test_do (f->map, kith_verb_draw_space (f->map, f->space, KITH_SPACE_HUB, NULL));
}

static const KithSpaceFigure *
figure_of (const KithFigures *figures, KithId space)
{
  return g_hash_table_lookup (figures->spaces, &space);
}

static gboolean
lies_on_a_box (const KithFigures *figures, const KithRect *node)
{
  GHashTableIter iter;
  gpointer box;

  g_hash_table_iter_init (&iter, figures->boxes);
  while (g_hash_table_iter_next (&iter, NULL, &box))
    if (kith_rect_touches (&((KithBoxFigure *) box)->box, node))
      return TRUE;
  return FALSE;
}

static void
test_place (void)
{
  Fixture f;
  g_autoptr (KithFigures) figures = NULL;
  const KithSpaceFigure *space;
  KithPlace place;

  set_up (&f);
  g_assert_false (kith_map_place (f.map, f.space, &place));
  draw_as_node (&f);
  g_assert_true (kith_map_place (f.map, f.space, &place));
  g_assert_cmpfloat (hypot (place.x - 500, place.y - 400), <, 150);
  figures = kith_figures_new (f.map, &view);
  space = figure_of (figures, f.space);
  g_assert_false (lies_on_a_box (figures, &space->label_box));
  g_assert_cmpfloat_with_epsilon (space->label_box.x + space->label_box.width / 2, place.x, 1e-6);
  test_do (f.map, kith_verb_draw_space (f.map, f.space, KITH_SPACE_OUTLINE, NULL));
  g_assert_false (kith_map_place (f.map, f.space, &place));
  kith_map_unref (f.map);
}

/* A place that somebody gave it is kept, and it goes where it is moved. */
static void
test_move (void)
{
  Fixture f;
  KithPlace place;
  double xy[] = { 40, 900 };

  set_up (&f);
  draw_as_node (&f);
  test_do (f.map, kith_verb_move (f.map, &f.space, 1, xy, NULL));
  test_do (f.map, kith_verb_draw_space (f.map, f.space, KITH_SPACE_OUTLINE, NULL));
  draw_as_node (&f);
  g_assert_true (kith_map_place (f.map, f.space, &place));
  g_assert_cmpfloat (place.x, ==, 40);
  g_assert_cmpfloat (place.y, ==, 900);
  kith_map_unref (f.map);
}

static void
test_spokes (void)
{
  Fixture f;
  g_autoptr (KithFigures) figures = NULL;
  const KithSpaceFigure *space;
  guint hosts = 0;
  KithMember host = { .host = TRUE };

  set_up (&f);
  host.stakeholder = f.ids[2];
  test_do (f.map, kith_verb_put_members (f.map, f.space, &host, 1, NULL));
  draw_as_node (&f);
  figures = kith_figures_new (f.map, &view);
  space = figure_of (figures, f.space);
  g_assert_cmpuint (space->spokes->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const KithSpoke *spoke = &g_array_index (space->spokes, KithSpoke, i);
      gboolean meets = FALSE;

      hosts += spoke->is_host;
      for (guint j = 0; j < 4; j++)
        {
          const KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &f.ids[j]);
          KithRect near = kith_rect_grow (&box->box, 4.0);

          if (kith_rect_contains (&near, spoke->to.x, spoke->to.y))
            {
              meets = TRUE;
              g_assert_cmpint (spoke->is_host, ==, j == 2);
            }
        }
      g_assert_true (meets);
    }
  g_assert_cmpuint (hosts, ==, 1);
  kith_map_unref (f.map);
}

/* Over a link the node is meant; beside it a spoke is. */
static void
test_hits (void)
{
  Fixture f;
  g_autoptr (KithFigures) figures = NULL;
  const KithSpaceFigure *space;
  const KithSpoke *spoke;
  double xy[] = { 500, 250 };
  KithHit hit;

  set_up (&f);
  test_link (f.map, f.ids[0], f.ids[1]);
  draw_as_node (&f);
  test_do (f.map, kith_verb_move (f.map, &f.space, 1, xy, NULL));
  figures = kith_figures_new (f.map, &view);
  space = figure_of (figures, f.space);
  hit = kith_figures_hit (figures, 500, 250, 4);
  g_assert_cmpint (hit.part, ==, KITH_HIT_SPACE);
  g_assert_cmpint (hit.id, ==, f.space);
  spoke = &g_array_index (space->spokes, KithSpoke, 0);
  for (guint i = 0; i < space->spokes->len; i++) /* one that leads down, away from the link */
    if (g_array_index (space->spokes, KithSpoke, i).to.y > spoke->to.y)
      spoke = &g_array_index (space->spokes, KithSpoke, i);
  hit = kith_figures_hit (figures, (spoke->from.x + spoke->to.x) / 2,
                          (spoke->from.y + spoke->to.y) / 2, 3);
  g_assert_cmpint (hit.id, ==, f.space);
  hit = kith_figures_hit (figures, 350, 250, 4);
  g_assert_cmpint (hit.part, ==, KITH_HIT_LINK);
  kith_map_unref (f.map);
}

static void
assert_same (const KithFigures *one, const KithFigures *other, KithId id)
{
  const KithSpaceFigure *a = figure_of (one, id), *b = figure_of (other, id);

  g_assert_cmpfloat (a->label_box.x, ==, b->label_box.x);
  g_assert_cmpfloat (a->label_box.y, ==, b->label_box.y);
  g_assert_cmpuint (a->spokes->len, ==, b->spokes->len);
  for (guint i = 0; i < a->spokes->len; i++)
    {
      const KithSpoke *x = &g_array_index (a->spokes, KithSpoke, i);
      const KithSpoke *y = &g_array_index (b->spokes, KithSpoke, i);

      g_assert_cmpfloat (x->to.x, ==, y->to.x);
      g_assert_cmpfloat (x->to.y, ==, y->to.y);
    }
}

static void
test_follows (void)
{
  Fixture f;
  g_autoptr (KithFigures) figures = NULL;

  set_up (&f);
  draw_as_node (&f);
  figures = kith_figures_new (f.map, &view);
  for (guint i = 0; i < 3; i++)
    {
      KithId moved[] = { f.ids[1], f.space, f.ids[4] };
      double xy[] = { 900.0 + i, 100 };
      g_autoptr (KithFigures) fresh = NULL;

      test_do (f.map, kith_verb_move (f.map, &moved[i], 1, xy, NULL));
      kith_figures_update (figures, f.map, &moved[i], 1);
      fresh = kith_figures_new (f.map, &view);
      assert_same (figures, fresh, f.space);
    }
  test_do (f.map, kith_verb_draw_space (f.map, f.space, KITH_SPACE_OUTLINE, NULL));
  kith_figures_update (figures, f.map, &f.space, 1);
  g_assert_null (figure_of (figures, f.space)->spokes);
  kith_map_unref (f.map);
}

/* A step of a drag shows it there and leaves the map alone. */
static void
test_carry (void)
{
  Fixture f;
  g_autoptr (KithFigures) figures = NULL;
  double xy[] = { 500, 1200 };
  KithRect box;

  set_up (&f);
  draw_as_node (&f);
  figures = kith_figures_new (f.map, &view);
  kith_figures_carry (figures, f.map, &f.space, 1, xy, 1000);
  g_assert_true (kith_figures_extent (figures, f.space, &box));
  g_assert_cmpfloat_with_epsilon (box.y + box.height / 2, 1200, 1e-6);
  kith_figures_update (figures, f.map, &f.space, 1);
  g_assert_true (kith_figures_extent (figures, f.space, &box));
  g_assert_cmpfloat (box.y, <, 700);
  kith_map_unref (f.map);
}

/* With a member in the same hand it stays there as well, also while the hand rests. */
static void
test_carry_with_member (void)
{
  Fixture f;
  g_autoptr (KithFigures) figures = NULL;
  double xy[] = { 500, 1200, 500, 1500 };
  KithId ids[2];
  KithRect box;

  set_up (&f);
  draw_as_node (&f);
  ids[0] = f.space;
  KITH_FOR_EACH (KithMembership, one, f.map, KITH_MEMBERSHIP)
    ids[1] = one->stakeholder;
  figures = kith_figures_new (f.map, &view);
  for (guint step = 0; step < 3; step++)
    {
      kith_figures_carry (figures, f.map, ids, 2, xy, step * 100000);
      kith_figures_catch_up (figures, f.map, 100000);
      g_assert_true (kith_figures_extent (figures, f.space, &box));
      g_assert_cmpfloat_with_epsilon (box.y + box.height / 2, 1200, 1e-6);
    }
  kith_map_unref (f.map);
}

/* Arranging the whole map brings the node along, and it lies on nobody. */
static void
test_arrange (void)
{
  Fixture f;
  KithArrangeOptions options = KITH_ARRANGE_INIT;
  double xy[] = { 50000, 50000 };
  g_autoptr (KithFigures) figures = NULL;

  set_up (&f);
  draw_as_node (&f);
  test_do (f.map, kith_verb_move (f.map, &f.space, 1, xy, NULL));
  test_do (f.map, kith_arrange_to_edit (f.map, &options));
  figures = kith_figures_new (f.map, &view);
  g_assert_cmpfloat (figure_of (figures, f.space)->label_box.x, <, 5000);
  g_assert_false (lies_on_a_box (figures, &figure_of (figures, f.space)->label_box));
  kith_map_unref (f.map);
}

/* A frame takes along the nodes that lie in it. */
static void
test_frame (void)
{
  Fixture f;
  KithPlace place, moved;
  KithAnnotation *frame;
  KithId id;
  double xy[] = { 1500, 400 };

  set_up (&f);
  draw_as_node (&f);
  g_assert_true (kith_map_place (f.map, f.space, &place));
  frame = kith_annotation_draft (KITH_ANNOTATION_FRAME, &(KithPlace){ 500, 400, 400, 600 });
  id = frame->record.id;
  test_do (f.map, kith_verb_add_annotation (f.map, frame));
  test_do (f.map, kith_verb_move_carrying (f.map, &id, 1, xy, NULL));
  g_assert_true (kith_map_place (f.map, f.space, &moved));
  g_assert_cmpfloat (moved.x, ==, place.x + 1000);
  kith_map_unref (f.map);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hub/stands-amid-its-members-on-nobody", test_place);
  g_test_add_func ("/hub/keeps-the-place-it-was-given", test_move);
  g_test_add_func ("/hub/leads-a-spoke-to-each-member-and-marks-the-host", test_spokes);
  g_test_add_func ("/hub/is-hit-before-links-and-by-its-spokes", test_hits);
  g_test_add_func ("/hub/follows-as-if-made-anew", test_follows);
  g_test_add_func ("/hub/is-carried-by-a-drag", test_carry);
  g_test_add_func ("/hub/is-carried-with-a-member", test_carry_with_member);
  g_test_add_func ("/hub/goes-along-when-the-map-is-arranged", test_arrange);
  g_test_add_func ("/hub/goes-along-with-a-frame", test_frame);
  return g_test_run ();
}
