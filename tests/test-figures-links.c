/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links that were bent by hand, and labels of links: where they stand, and that they stand there
 * again. */
#include <math.h>

#include "link-figures.h"

static const char *const words[] = { "refers to", "joint duty rota since the second winter",
                                     "funds", "one corridor, two employers, two computer systems",
                                     "shares staff on Tuesdays" };

static KithEdit *
label_edit (KithMap *map, KithId link, const char *label)
{
  return kith_verb_set (map, KITH_LINK, link, "label", label, NULL);
}

static gboolean
overlap (const KithRect *a, const KithRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/* --- Bent --- */

/* Dropped somewhere, the curve runs through there, also beside a parallel and with the ends moved. */
static void
test_through (void)
{
  const KithPoint drops[] = { { 200, 90 }, { 150, -60 }, { 290, 140 }, { 230, 300 } };

  for (guint parallels = 0; parallels < 3; parallels++)
    for (guint i = 0; i < G_N_ELEMENTS (drops); i++)
      {
        g_autoptr (KithMap) map = kith_map_new ();
        KithId a = test_stakeholder (map, "A", 0, 0);
        KithId b = test_stakeholder (map, "B", 400, 100);
        KithId link = test_link (map, a, b);
        g_autoptr (KithFigures) figures = NULL;
        KithPoint at;
        double bend;
        double along;

        for (guint j = 0; j < parallels; j++)
          test_link (map, j == 0 ? b : a, j == 0 ? a : b);
        figures = kith_figures_new (map, &view);
        g_assert_true (kith_figures_link_bend (figures, link, drops[i], 6, &bend, &along));
        test_do (map, kith_verb_bend (map, link, bend, along));
        kith_figures_update (figures, map, &link, 1);
        g_assert_true (kith_figures_link_bent_to (figures, link, &at));
        assert_at (at, drops[i], 8.0); /* along is kept in 64ths of the way */
        g_assert_cmpfloat (kith_curve_distance (&figure_of (figures, link)->curve, at.x, at.y,
                                                NULL),
                           <, 0.5);
        g_assert_cmpint (kith_figures_hit (figures, at.x, at.y, 3).id, ==, link);
      }
}

static void
test_straight (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId a = test_stakeholder (map, "A", 0, 0);
  KithId b = test_stakeholder (map, "B", 600, 0);
  KithId link = test_link (map, a, b);
  g_autoptr (KithFigures) figures = NULL;
  double bend;
  double along;

  /* In the way: as it comes, the link goes round it. */
  test_stakeholder (map, "C", 300, 0);
  figures = kith_figures_new (map, &view);
  g_assert_cmpuint (figure_of (figures, link)->curve.n, >, 2);
  g_assert_true (kith_figures_link_bend (figures, link, (KithPoint){ 280, 4 }, 6, &bend, &along));
  g_assert_cmpfloat (bend, ==, KITH_BEND_STRAIGHT);
  g_assert_cmpfloat (along, ==, 0.0);
  test_do (map, kith_verb_bend (map, link, bend, along));
  kith_figures_update (figures, map, &link, 1);
  g_assert_cmpuint (figure_of (figures, link)->curve.n, ==, 2);
  /* And as it comes again. */
  test_do (map, kith_verb_bend (map, link, 0, 0));
  kith_figures_update (figures, map, &link, 1);
  g_assert_cmpuint (figure_of (figures, link)->curve.n, >, 2);
}

static void
test_reversed (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId a = test_stakeholder (map, "A", 0, 0);
  KithId b = test_stakeholder (map, "B", 400, 130);
  KithId link = test_link (map, a, b);
  g_autoptr (KithFigures) figures = NULL;
  KithCurve before;
  const KithCurve *after;

  test_do (map, kith_verb_bend (map, link, 70, 0.2));
  figures = kith_figures_new (map, &view);
  before = figure_of (figures, link)->curve;
  test_do (map, kith_verb_reverse (map, link));
  kith_figures_update (figures, map, &link, 1);
  after = &figure_of (figures, link)->curve;
  g_assert_cmpuint (after->n, ==, before.n);
  for (guint i = 0; i < before.n; i++)
    assert_at (after->points[i], before.points[before.n - 1 - i], 0.01);
}

/* --- Labels --- */

static void
test_free_place (void)
{
  static const double xs[] = { 80, 200, 260, 320, 440 };

  for (guint i = 0; i < G_N_ELEMENTS (xs); i++)
    {
      g_autoptr (KithMap) map = kith_map_new ();
      KithId a = test_stakeholder (map, "A", 0, 0);
      KithId b = test_stakeholder (map, "B", 600, 0);
      KithId link = test_link (map, a, b);
      g_autoptr (KithFigures) figures = NULL;
      KithRect plate;

      /* Above and below the link, but for a gap. */
      test_stakeholder (map, "C", xs[i], -40);
      test_stakeholder (map, "D", xs[i] + 60, 40);
      test_do (map, label_edit (map, link, words[1]));
      figures = kith_figures_new (map, &view);
      g_assert_true (kith_figures_label (figures, link, &plate));
      KITH_FOR_EACH (KithStakeholder, s, map, KITH_STAKEHOLDER)
        {
          KithRect box;

          g_assert_true (kith_figures_extent (figures, s->record.id, &box));
          g_assert_false (overlap (&plate, &box));
        }
    }
}

static void
test_own_marks (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId a = test_stakeholder (map, "A", 0, 0);
  KithId b = test_stakeholder (map, "B", 500, 0);
  KithId link = test_link (map, a, b);
  g_autoptr (KithFigures) figures = NULL;
  KithRect bounds;
  KithRect plate;

  test_do (map, label_edit (map, link, "funds"));
  figures = kith_figures_new (map, &view);
  g_assert_true (kith_figures_label (figures, link, &plate));
  /* Beside the middle, so that the line and what its halves say is seen. */
  g_assert_cmpfloat_with_epsilon (plate.x + plate.width / 2, 250.0, 1.0);
  g_assert_cmpfloat (plate.y + plate.height, <, 0.0);
  g_assert_cmpint (kith_figures_label_at (figures, plate.x + 2, plate.y + 2), ==, link);
  g_assert_cmpint (kith_figures_label_at (figures, plate.x + 2, plate.y - 20), ==, 0);
  bounds = kith_figures_bounds (figures);
  g_assert_cmpfloat (bounds.y, <=, plate.y);
  test_do (map, label_edit (map, link, ""));
  kith_figures_update (figures, map, &link, 1);
  g_assert_false (kith_figures_label (figures, link, &plate));
}

/* Two lines at most, whatever is in it. */
static void
test_long (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId a = test_stakeholder (map, "A", 0, 0);
  KithId b = test_stakeholder (map, "B", 500, 0);
  KithId link = test_link (map, a, b);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (KithFigures) figures = NULL;
  KithLink *after = kith_record_copy (kith_map_link (map, link));
  KithRect plate;

  for (guint i = 0; i < 60; i++)
    g_string_append (text, i % 2 == 0 ? "word\n" : "<b>&\342\200\251");
  kith_text_set (&after->label, text->str);
  test_put (map, after);
  figures = kith_figures_new (map, &view);
  g_assert_true (kith_figures_label (figures, link, &plate));
  g_assert_cmpfloat (plate.width, <=, 162.0);
  g_assert_cmpfloat (plate.height, <=, 44.0);
}

static KithEdit *
random_edit (KithMap *map, GRand *rand)
{
  KithId link = test_pick (map, KITH_LINK, rand);

  switch (link == 0 ? 3 : g_rand_int_range (rand, 0, 5))
    {
    case 0:
      return label_edit (map, link, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
    case 1:
      return label_edit (map, link, "");
    case 2:
      return kith_verb_bend (map, link, g_rand_double_range (rand, -90, 90),
                             g_rand_double_range (rand, -0.4, 0.4));
    default:
      return test_random_edit (map, rand);
    }
}

static KithMap *
labelled_map (guint n, guint m, guint seed)
{
  KithMap *map = test_random_map (n, m, 2, seed);

  for (guint i = 0; i < kith_map_n (map, KITH_LINK); i += 2)
    test_do (map, label_edit (map, KITH_ID (kith_map_nth (map, KITH_LINK, i)),
                              words[i / 2 % G_N_ELEMENTS (words)]));
  return map;
}

static guint
compare_labels (const KithFigures *one, const KithFigures *other, KithMap *map)
{
  guint n = 0;

  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    {
      KithRect a = { 0 };
      KithRect b = { 0 };

      g_assert_cmpint (kith_figures_label (one, link->record.id, &a), ==,
                       kith_figures_label (other, link->record.id, &b));
      g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
      n += a.width > 0.0;
    }
  return n;
}

static void
test_in_step (void)
{
  for (guint seed = 0; seed < 6; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (200 + seed);
      g_autoptr (KithMap) map = labelled_map (24, 40, 80 + seed);
      g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
      guint n = 0;

      for (guint i = 0; i < 60; i++)
        {
          g_autoptr (KithEdit) edit = random_edit (map, rand);
          g_autoptr (KithFigures) fresh = NULL;

          g_assert_true (kith_map_apply (map, edit, NULL));
          kith_figures_apply (figures, map, edit);
          fresh = kith_figures_new (map, &view);
          n += compare_labels (figures, fresh, map);
        }
      g_assert_cmpuint (n, >, 500);
    }
}

/* Where there is room, no label covers a box or another label. */
static void
test_keep_off (void)
{
  guint n = 0;
  guint over = 0;

  for (guint seed = 0; seed < 10; seed++)
    {
      g_autoptr (KithMap) map = labelled_map (20, 26, 300 + seed);
      g_autoptr (KithFigures) figures = kith_figures_new (map, &view);

      KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
        {
          KithRect plate;

          if (!kith_figures_label (figures, link->record.id, &plate))
            continue;
          n++;
          KITH_FOR_EACH (KithStakeholder, s, map, KITH_STAKEHOLDER)
            {
              KithRect box;

              over += kith_figures_extent (figures, s->record.id, &box) && overlap (&plate, &box);
            }
          KITH_FOR_EACH (KithLink, other, map, KITH_LINK)
            {
              KithRect theirs;

              over += other->record.id < link->record.id
                      && kith_figures_label (figures, other->record.id, &theirs)
                      && overlap (&plate, &theirs);
            }
        }
    }
  g_test_message ("%u collisions of %u labels", over, n);
  g_assert_cmpuint (over * 12, <, n);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures-links/a-bent-link-runs-through-where-it-was-dropped", test_through);
  g_test_add_func ("/figures-links/straight-by-hand-stays-straight", test_straight);
  g_test_add_func ("/figures-links/turned-round-it-is-the-same-curve", test_reversed);
  g_test_add_func ("/figures-links/a-label-covers-no-box-where-a-place-is-free", test_free_place);
  g_test_add_func ("/figures-links/a-label-stands-beside-its-middle", test_own_marks);
  g_test_add_func ("/figures-links/a-long-label-has-two-lines", test_long);
  g_test_add_func ("/figures-links/labels-in-step-are-as-made-anew", test_in_step);
  g_test_add_func ("/figures-links/labels-keep-off-boxes-and-each-other", test_keep_off);
  return g_test_run ();
}
