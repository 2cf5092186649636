/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arranged again in the form that it has: nobody moves for nothing. */
#include <math.h>

#include "arranged-map.h"
#include "kith-annotations.h"
#include "kith-sectors.h"

#define N 40
#define LINKS 90

static const KithArrangement forms[] = {
  KITH_ARRANGEMENT_COLUMNS,   KITH_ARRANGEMENT_SEGMENTS,     KITH_ARRANGEMENT_RINGS,
  KITH_ARRANGEMENT_AROUND,    KITH_ARRANGEMENT_RINGS_INWARD, KITH_ARRANGEMENT_CIRCLE,
  KITH_ARRANGEMENT_COMMUNITY, KITH_ARRANGEMENT_GRID,
};

static const KithStakeholder *
named (KithMap *map, const char *name)
{
  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    if (g_str_equal (one->name, name))
      return one;
  g_assert_not_reached ();
}

/* Of most; the others come to stand beside the grid. */
static KithMap *
make_map (guint32 seed)
{
  KithMap *map = arranged_map_new (N, LINKS, seed);
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_STAKEHOLDER);

  for (guint i = 0; i < all->len; i++)
    {
      KithId id = KITH_ID (all->pdata[i]);
      g_autofree char *power = g_strdup_printf ("%u", 1 + i * i % 5);
      g_autofree char *interest = g_strdup_printf ("%u", 1 + (i + seed) % 5);

      if (i % 9 == 0)
        continue;
      test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, id, "power", power, NULL));
      test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, id, "interest", interest, NULL));
    }
  return map;
}

/* As a person does who presses the keys. */
static KithEdit *
arrange (KithMap *map, KithArrangement as)
{
  KithArrangeOptions options = KITH_ARRANGE_INIT;

  options.as = as;
  options.keep_start = TRUE;
  options.centre = as == KITH_ARRANGEMENT_AROUND ? KITH_ID (named (map, "Stakeholder 03")) : 0;
  return kith_arrange_to_edit (map, &options);
}

static void
test_again (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    for (guint32 seed = 1; seed <= 3; seed++)
      {
        g_autoptr (KithMap) map = make_map (seed);
        guint pressed = 0;

        for (; pressed < 4; pressed++)
          {
            g_autoptr (KithEdit) edit = arrange (map, forms[i]);

            if (kith_edit_is_empty (edit))
              break;
            kith_map_apply (map, edit, NULL);
          }
        g_test_message ("form %u, seed %u: moved %u times", forms[i], seed, pressed);
        g_assert_cmpuint (pressed, <=, 3);
      }
}

/* Two of other sectors and levels have changed places: frames would say what is not so. */
static void
test_out_of_frame (void)
{
  static const KithArrangement framed[] = { KITH_ARRANGEMENT_COLUMNS, KITH_ARRANGEMENT_SEGMENTS,
                                            KITH_ARRANGEMENT_RINGS, KITH_ARRANGEMENT_GRID };

  for (guint i = 0; i < G_N_ELEMENTS (framed); i++)
    {
      g_autoptr (KithMap) map = make_map (1);
      g_autoptr (KithEdit) edit = NULL;
      const KithStakeholder *one, *other;
      KithId ids[2];
      double xy[4];

      for (guint press = 0; press < 3; press++)
        test_do (map, arrange (map, framed[i]));
      one = named (map, "Stakeholder 03"), other = named (map, "Stakeholder 04");
      ids[0] = KITH_ID (one), ids[1] = KITH_ID (other);
      xy[0] = other->x, xy[1] = other->y, xy[2] = one->x, xy[3] = one->y;
      test_do (map, kith_verb_move (map, ids, 2, xy, "Move"));
      edit = arrange (map, framed[i]);
      g_assert_false (kith_edit_is_empty (edit));
    }
}

static const KithAnnotation *
part_of_grid (KithMap *map, int form, const char *text)
{
  KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
    if (one->form == form && g_str_equal (one->text, text))
      return one;
  g_assert_not_reached ();
}

/* Of whom nothing is said, who has been moved onto a step of the grid does not stay there, frame or not. */
static void
test_beside_grid (void)
{
  g_autoptr (KithMap) map = arranged_map_new (5, 4, 1);
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_STAKEHOLDER);
  g_autoptr (KithEdit) edit = NULL;
  const KithAnnotation *frame, *axis;
  double xy[2];
  KithId id;

  for (guint i = 1; i < all->len; i++)
    {
      KithId of = KITH_ID (all->pdata[i]);

      test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, of, "power", "5", NULL));
      test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, of, "interest", "5", NULL));
    }
  test_do (map, arrange (map, KITH_ARRANGEMENT_GRID));
  frame = part_of_grid (map, KITH_ANNOTATION_FRAME, "Power or interest not said");
  axis = part_of_grid (map, KITH_ANNOTATION_LINE, "Interest");
  xy[0] = axis->x - axis->width / 2 + frame->width / 2;
  xy[1] = axis->y - frame->height / 2;
  id = KITH_ID (frame);
  test_do (map, kith_verb_move_carrying (map, &id, 1, xy, "Move"));
  edit = arrange (map, KITH_ARRANGEMENT_GRID);
  g_assert_false (kith_edit_is_empty (edit));
}

/* Of the same sector and level, and of as much power and interest. */
static void
join_like (KithMap *map, KithId newcomer, const KithStakeholder *like)
{
  KithEdit *edit = kith_edit_new ("Alike");
  const KithStakeholder *now = kith_map_stakeholder (map, newcomer);
  KithStakeholder *next = kith_record_copy (now);

  next->width = like->width, next->height = like->height;
  next->sector = like->sector, next->level = like->level;
  next->power = like->power, next->interest = like->interest;
  kith_edit_update (edit, now, next);
  test_do (map, edit);
}

/* How many have moved farther than that from where they were. */
static guint
count_moved (KithMap *before, KithMap *after, double farther)
{
  guint n = 0;

  KITH_FOR_EACH (KithStakeholder, one, before, KITH_STAKEHOLDER)
    {
      const KithStakeholder *now = kith_map_stakeholder (after, KITH_ID (one));

      n += hypot (now->x - one->x, now->y - one->y) > farther;
    }
  return n;
}

/* Somebody has come who lies on others: they make room, and most of them are where people know them. */
static void
test_newcomer (void)
{
  guint n_moved = 0, n_again = 0;

  for (guint32 seed = 1; seed <= 8; seed++)
    {
      g_autoptr (KithMap) map = arranged_map_new (N, LINKS, seed);
      g_autoptr (KithMap) known = NULL, arranged = NULL;
      const KithStakeholder *one;
      KithId newcomer;

      for (guint press = 0; press < 3; press++)
        test_do (map, arrange (map, KITH_ARRANGEMENT_FREE));
      known = kith_map_snapshot (map);
      one = named (map, "Stakeholder 03");
      newcomer = test_stakeholder (map, "Newcomer", one->x + 70, one->y + 20);
      test_link (map, newcomer, KITH_ID (one));
      test_link (map, newcomer, KITH_ID (named (map, "Stakeholder 07")));
      test_do (map, arrange (map, KITH_ARRANGEMENT_FREE));
      arranged = kith_map_snapshot (map);
      test_do (map, arrange (map, KITH_ARRANGEMENT_FREE));
      n_moved += count_moved (known, arranged, 40);
      n_again += count_moved (arranged, map, 1);
    }
  g_test_message ("%u moved far, then %u at all", n_moved, n_again);
  g_assert_cmpuint (n_moved, <=, 8 * N / 3);
  g_assert_cmpuint (n_again, <=, 8 * N / 4);
}

/* In the frame that is called as its sector is, and in no other. */
static void
assert_at_home (KithMap *map, const KithStakeholder *one)
{
  guint n = 0;

  KITH_FOR_EACH (KithAnnotation, frame, map, KITH_ANNOTATION)
    if (fabs (frame->x - one->x) < (frame->width + one->width) / 2
        && fabs (frame->y - one->y) < (frame->height + one->height) / 2)
      {
        g_assert_cmpstr (frame->text, ==, kith_sector_name (map, one->sector));
        g_assert_cmpfloat (fabs (frame->x - one->x), <=, (frame->width - one->width) / 2);
        g_assert_cmpfloat (fabs (frame->y - one->y), <=, (frame->height - one->height) / 2);
        n++;
      }
  g_assert_cmpuint (n, ==, 1);
}

/* What else is so of who comes, or of the map. */
typedef enum
{
  LIES_ON_ANOTHER,
  HAS_NO_PLACE,
  IS_THE_FIRST_OF_A_SECTOR,
  COMES_TO_ONE_PINNED,
} Case;

static void
come (KithMap *map, Case which)
{
  const KithStakeholder *one = named (map, "Stakeholder 03");
  double x = which == HAS_NO_PLACE ? 0.0 : one->x + 70,
         y = which == HAS_NO_PLACE ? 0.0 : one->y + 20;
  KithId newcomer = test_stakeholder (map, "Newcomer", x, y);

  join_like (map, newcomer, named (map, "Stakeholder 11"));
  if (which == IS_THE_FIRST_OF_A_SECTOR)
    test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, newcomer, "sector", "12", NULL));
  if (which == COMES_TO_ONE_PINNED)
    test_do (map, kith_verb_set (map, KITH_STAKEHOLDER, KITH_ID (one), "pinned", "1", NULL));
  test_link (map, newcomer, KITH_ID (named (map, "Stakeholder 03")));
  test_link (map, newcomer, KITH_ID (named (map, "Stakeholder 07")));
}

/* Returns how many go far when somebody has come; adds how many move when it is arranged once more. */
static guint
go_far_for_newcomer (KithArrangement as, guint32 seed, Case which, guint *again)
{
  g_autoptr (KithMap) map = make_map (seed), known = NULL, arranged = NULL;

  for (guint press = 0; press < 3; press++)
    test_do (map, arrange (map, as));
  known = kith_map_snapshot (map);
  come (map, which);
  test_do (map, arrange (map, as));
  arranged = kith_map_snapshot (map);
  if (as == KITH_ARRANGEMENT_COLUMNS && which != COMES_TO_ONE_PINNED)
    assert_at_home (map, named (map, "Newcomer"));
  test_do (map, arrange (map, as));
  *again += count_moved (arranged, map, 1);
  return count_moved (known, arranged, 150);
}

/* The same in frames, of six maps: half as many go far as where all of it is arranged anew. */
static void
test_newcomer_in_frames (void)
{
  static const struct
  {
    KithArrangement as;
    guint most; /* of 240 */
  } framed[] = {
    { KITH_ARRANGEMENT_COLUMNS, 37 },      { KITH_ARRANGEMENT_SEGMENTS, 76 },
    { KITH_ARRANGEMENT_RINGS, 73 },        { KITH_ARRANGEMENT_AROUND, 50 },
    { KITH_ARRANGEMENT_RINGS_INWARD, 84 }, { KITH_ARRANGEMENT_CIRCLE, 63 },
    { KITH_ARRANGEMENT_GRID, 35 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (framed); i++)
    {
      guint n = 0, again = 0;

      for (guint32 seed = 1; seed <= 6; seed++)
        n += go_far_for_newcomer (framed[i].as, seed, LIES_ON_ANOTHER, &again);
      g_test_message ("form %u: %u go far, then %u move", framed[i].as, n, again);
      g_assert_cmpuint (n, <=, framed[i].most);
      g_assert_cmpuint (again, <=, N + 1);
    }
}

static guint
count_frames (KithMap *map)
{
  guint n = 0;

  KITH_FOR_EACH (KithAnnotation, one, map, KITH_ANNOTATION)
    n += kith_annotation_is_arrangement (one);
  return n;
}

static void
test_other_newcomers (void)
{
  static const Case cases[] = { HAS_NO_PLACE, IS_THE_FIRST_OF_A_SECTOR, COMES_TO_ONE_PINNED };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = 0, again = 0;

      for (guint32 seed = 1; seed <= 4; seed++)
        n += go_far_for_newcomer (KITH_ARRANGEMENT_COLUMNS, seed, cases[i], &again);
      g_test_message ("case %u: %u go far, then %u move", cases[i], n, again);
      g_assert_cmpuint (n, <=, 16);
      g_assert_cmpuint (again, <=, 8);
    }
}

/* Who is pinned where the frames have them takes none of them away. */
static void
test_pinned_at_home (void)
{
  g_autoptr (KithMap) map = make_map (1);
  guint n;

  for (guint press = 0; press < 3; press++)
    test_do (map, arrange (map, KITH_ARRANGEMENT_COLUMNS));
  n = count_frames (map);
  come (map, COMES_TO_ONE_PINNED);
  test_do (map, arrange (map, KITH_ARRANGEMENT_COLUMNS));
  g_assert_cmpuint (count_frames (map), ==, n);
}

static double
mean_x (KithMap *map)
{
  double sum = 0.0;

  KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
    sum += one->x / N;
  return sum;
}

/* All have been taken away from their frames, which stayed: they are arranged where they are now. */
static void
test_gone (void)
{
  g_autoptr (KithMap) map = arranged_map_new (N, 0, 1);
  g_autoptr (GPtrArray) all = NULL;
  double before;

  test_do (map, arrange (map, KITH_ARRANGEMENT_COLUMNS));
  all = kith_map_list (map, KITH_STAKEHOLDER);
  for (guint i = 0; i < all->len; i++)
    {
      const KithStakeholder *one = all->pdata[i];
      KithId id = KITH_ID (one);
      double xy[] = { one->x + 9000, one->y };

      test_do (map, kith_verb_move (map, &id, 1, xy, "Move"));
    }
  before = mean_x (map);
  test_do (map, arrange (map, KITH_ARRANGEMENT_COLUMNS));
  g_assert_cmpfloat (fabs (mean_x (map) - before), <, 500);
}

/* All have power and interest, and one comes of whom neither is said: it stands beside the grid. */
static void
test_first_beside_grid (void)
{
  g_autoptr (KithMap) map = make_map (1), known = NULL;
  g_autoptr (GPtrArray) all = kith_map_list (map, KITH_STAKEHOLDER);
  guint n;

  for (guint i = 0; i < all->len; i++)
    {
      KithId id = KITH_ID (all->pdata[i]);

      test_do (map,
               kith_verb_set (map, KITH_STAKEHOLDER, id, "power", i % 2 != 0 ? "2" : "5", NULL));
      test_do (map,
               kith_verb_set (map, KITH_STAKEHOLDER, id, "interest", i % 3 != 0 ? "4" : "1", NULL));
    }
  for (guint press = 0; press < 3; press++)
    test_do (map, arrange (map, KITH_ARRANGEMENT_GRID));
  known = kith_map_snapshot (map);
  n = count_frames (map);
  test_link (map, test_stakeholder (map, "Newcomer", 0, 0),
             KITH_ID (named (map, "Stakeholder 03")));
  test_do (map, arrange (map, KITH_ARRANGEMENT_GRID));
  g_assert_cmpuint (count_frames (map), ==, n + 1);
  g_test_message ("%u go far", count_moved (known, map, 150));
  g_assert_cmpuint (count_moved (known, map, 150), <=, 4);
}

/* Four groups of eight, each joined to the next by one link. */
static KithMap *
make_communities (void)
{
  KithMap *map = kith_map_new ();
  KithId ids[32];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *name = g_strdup_printf ("Stakeholder %02u", i);

      ids[i] = test_stakeholder (map, name, 0, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (guint k = 1; k <= 3; k++)
      test_link (map, ids[i], ids[i / 8 * 8 + (i + k) % 8]);
  for (guint i = 0; i < 3; i++)
    test_link (map, ids[i * 8], ids[i * 8 + 13]);
  return map;
}

/* Somebody comes to one of the communities: the others keep their places in theirs. */
static void
test_community (void)
{
  g_autoptr (KithMap) map = make_communities (), known = NULL;
  KithId newcomer;

  for (guint press = 0; press < 3; press++)
    test_do (map, arrange (map, KITH_ARRANGEMENT_COMMUNITY));
  known = kith_map_snapshot (map);
  newcomer = test_stakeholder (map, "Newcomer", 0, 0);
  test_link (map, newcomer, KITH_ID (named (map, "Stakeholder 03")));
  test_link (map, newcomer, KITH_ID (named (map, "Stakeholder 05")));
  test_do (map, arrange (map, KITH_ARRANGEMENT_COMMUNITY));
  g_test_message ("%u go far", count_moved (known, map, 150));
  g_assert_cmpuint (count_moved (known, map, 150), <=, 8);
}

/* Mended, with others beside it that are not linked: pressed again and again, it comes to rest. */
static void
test_rest (void)
{
  for (guint32 seed = 1; seed <= 6; seed++)
    {
      g_autoptr (KithMap) map = arranged_map_new (N, LINKS, seed);
      const KithStakeholder *one;
      guint pressed = 0;

      for (guint i = 0; i < 3; i++)
        test_stakeholder (map, "Alone", 0, 0);
      for (guint press = 0; press < 3; press++)
        test_do (map, arrange (map, KITH_ARRANGEMENT_FREE));
      one = named (map, "Stakeholder 03");
      test_link (map, test_stakeholder (map, "Newcomer", one->x + 70, one->y + 20), KITH_ID (one));
      for (; pressed < 6; pressed++)
        {
          g_autoptr (KithEdit) edit = arrange (map, KITH_ARRANGEMENT_FREE);

          if (kith_edit_is_empty (edit))
            break;
          kith_map_apply (map, edit, NULL);
        }
      g_test_message ("seed %u: moved %u times", seed, pressed);
      g_assert_cmpuint (pressed, <=, 4);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrange-again/nobody-moves-for-nothing", test_again);
  g_test_add_func ("/arrange-again/who-stands-in-another-frame-comes-back", test_out_of_frame);
  g_test_add_func ("/arrange-again/who-is-beside-the-grid-is-not-on-it", test_beside_grid);
  g_test_add_func ("/arrange-again/for-a-newcomer-the-others-make-room", test_newcomer);
  g_test_add_func ("/arrange-again/for-a-newcomer-frames-make-room", test_newcomer_in_frames);
  g_test_add_func ("/arrange-again/for-whoever-else-comes-columns-make-room", test_other_newcomers);
  g_test_add_func ("/arrange-again/who-is-pinned-at-home-keeps-the-frames", test_pinned_at_home);
  g_test_add_func ("/arrange-again/who-has-gone-from-all-frames-stays-there", test_gone);
  g_test_add_func ("/arrange-again/the-first-beside-a-grid-moves-nobody", test_first_beside_grid);
  g_test_add_func ("/arrange-again/for-a-newcomer-a-community-makes-room", test_community);
  g_test_add_func ("/arrange-again/what-is-mended-comes-to-rest", test_rest);
  return g_test_run ();
}
