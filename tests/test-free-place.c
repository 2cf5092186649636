/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "kith-annotations.h"
#include "kith-free-place.h"
#include "kith-sectors.h"
#include "kith-verbs.h"

#define WIDTH 150.0
#define HEIGHT 56.0

static KithId
put (KithMap *map, double x, double y)
{
  KithId id = 0;
  g_autoptr (KithEdit) edit = kith_verb_add_stakeholder (map, "Northmoor Police", KITH_SECTOR_OTHER,
                                                         x, y, &id);
  KithStakeholder *stakeholder = kith_edit_peek_after (edit, id);

  stakeholder->width = WIDTH;
  stakeholder->height = HEIGHT;
  g_assert_true (kith_map_apply (map, edit, NULL));
  return id;
}

static void
assert_free (const KithFigures *figures, KithPoint at)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  KithRect box = { at.x - WIDTH / 2, at.y - HEIGHT / 2, WIDTH, HEIGHT };

  kith_figures_in_rect (figures, &box, ids);
  g_assert_cmpuint (ids->len, ==, 0);
}

static void
free_ground_is_taken_as_it_is (void)
{
  KithView view = KITH_VIEW_INIT;
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithFigures) figures = NULL;
  KithPoint at;

  put (map, 0, 0);
  figures = kith_figures_new (map, &view);
  at = kith_free_place_near (figures, (KithPoint){ 400, 0 }, WIDTH, HEIGHT);
  g_assert_cmpfloat (at.x, ==, 400);
  g_assert_cmpfloat (at.y, ==, 0);
}

static void
a_new_box_covers_no_other (void)
{
  KithView view = KITH_VIEW_INIT;
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithFigures) figures = NULL;

  for (int i = -3; i <= 3; i++)
    for (int j = -3; j <= 3; j++)
      put (map, i * 190.0, j * 90.0);
  figures = kith_figures_new (map, &view);
  assert_free (figures, kith_free_place_near (figures, (KithPoint){ 20, 10 }, WIDTH, HEIGHT));
}

static gboolean
is_left (const KithPoint *place, gpointer limit)
{
  return place->x < *(double *) limit;
}

/* Where a hand points between two boxes it covers neither, and does not go where another frame is; without room it is
 * where the hand has pointed. */
static void
a_hand_is_led_aside (void)
{
  KithView view = KITH_VIEW_INIT;
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithFigures) figures = NULL;
  double limit = 1e6;
  KithPoint at;

  put (map, 0, 0);
  put (map, 210, 0);
  figures = kith_figures_new (map, &view);
  at = kith_free_place_by_hand (figures, (KithPoint){ 105, 0 }, WIDTH, HEIGHT, is_left, &limit);
  assert_free (figures, at);
  g_assert_cmpfloat (hypot (at.x - 105, at.y), <, 80);
  at = kith_free_place_by_hand (figures, (KithPoint){ 105, 200 }, WIDTH, HEIGHT, is_left, &limit);
  g_assert_cmpfloat (at.x, ==, 105);
  g_assert_cmpfloat (at.y, ==, 200);
  limit = 100;
  at = kith_free_place_by_hand (figures, (KithPoint){ 99, 0 }, WIDTH, HEIGHT, is_left, &limit);
  assert_free (figures, at);
  g_assert_cmpfloat (at.x, <, 100);
  limit = -1e6;
  at = kith_free_place_by_hand (figures, (KithPoint){ 105, 0 }, WIDTH, HEIGHT, is_left, &limit);
  g_assert_cmpfloat (at.x, ==, 105);
}

/* Nor onto what the frame is called. */
static void
a_hand_is_not_led_onto_a_title (void)
{
  KithView view = KITH_VIEW_INIT;
  g_autoptr (KithMap) map = kith_map_new ();
  g_autoptr (KithFigures) figures = NULL;
  KithPlace place = { 0, 60, 600, 300 };
  KithAnnotation *frame = kith_annotation_draft (KITH_ANNOTATION_FRAME, &place);
  g_autoptr (KithEdit) edit = kith_edit_new ("Frame");
  double limit = 1e6;
  KithRect title = { -290, -88, 120, 12 }, box;
  KithPoint at;

  kith_text_set (&frame->text, "Housing and those who live in it");
  kith_edit_insert (edit, frame);
  g_assert_true (kith_map_apply (map, edit, NULL));
  put (map, -210, -20);
  figures = kith_figures_new (map, &view);
  g_assert_true (kith_figures_title_in_rect (figures, &title));
  at = kith_free_place_by_hand (figures, (KithPoint){ -210, -45 }, WIDTH, HEIGHT, is_left, &limit);
  assert_free (figures, at);
  box = (KithRect){ at.x - WIDTH / 2, at.y - HEIGHT / 2, WIDTH, HEIGHT };
  g_assert_false (kith_figures_title_in_rect (figures, &box));
}

/* A person who goes on with Tab gets one neighbour after another, each free and in sight, with a
 * link that is long enough to be read. */
static void
neighbours_find_room_round_their_stakeholder (void)
{
  KithView view = KITH_VIEW_INIT;
  g_autoptr (KithMap) map = kith_map_new ();
  KithRect visible = { -700, -450, 1400, 900 };
  KithId from = put (map, 0, 0);

  for (int i = 0; i < 8; i++)
    {
      g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
      KithPoint at = kith_free_place_beside (figures, from, WIDTH, HEIGHT, &visible);
      g_autoptr (KithEdit) edit = NULL;

      assert_free (figures, at);
      g_assert_true (kith_rect_contains (&visible, at.x, at.y));
      g_assert_cmpfloat (MAX (ABS (at.x) - WIDTH, ABS (at.y) - HEIGHT), >=, 60);
      edit = kith_verb_add_link (map, from, put (map, kith_quantise (at.x), kith_quantise (at.y)),
                                 KITH_LINK_WORKS_WITH, NULL, NULL);
      g_assert_true (kith_map_apply (map, edit, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/free-place/free-ground-is-taken-as-it-is", free_ground_is_taken_as_it_is);
  g_test_add_func ("/free-place/a-new-box-covers-no-other", a_new_box_covers_no_other);
  g_test_add_func ("/free-place/a-hand-is-led-aside", a_hand_is_led_aside);
  g_test_add_func ("/free-place/a-hand-is-not-led-onto-a-title", a_hand_is_not_led_onto_a_title);
  g_test_add_func ("/free-place/neighbours-find-room-round-their-stakeholder",
                   neighbours_find_room_round_their_stakeholder);
  return g_test_run ();
}
