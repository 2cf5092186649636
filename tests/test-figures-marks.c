/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks of links: chevrons and digits stand where no line of others and no box is in the way, as far
 * as there is such a place. */
#include "kith-figures-private.h"
#include "kith-test-maps.h"

#define DIGIT 7.0 /* half of its height and width, map units */

static const KithView view = KITH_VIEW_INIT;

/* Where the marks of one end are drawn. */
typedef struct
{
  KithRect words, chevron;
} Marks;

static KithRect
square (KithPoint at, double half)
{
  return (KithRect){ at.x - half, at.y - half, 2 * half, 2 * half };
}

static const KithLinkFigure *
figure_of (const KithFigures *figures, KithId link)
{
  return g_hash_table_lookup (figures->links, &link);
}

static Marks
marks_of (const KithFigures *figures, KithId link, KithEnd end)
{
  const KithLinkFigure *figure = figure_of (figures, link);
  KithOpinion opinion = { .voices = 1, .step = 4, .median = 4.0, .low = 4, .high = 4 };
  KithMarks marks;
  KithCurve half;
  Marks found;

  kith_link_figure_half (figure, end, &half);
  kith_stroke_marks_of_opinion (&half, &opinion, KITH_DETAIL_FULL, &figure->places[end], &marks);
  g_assert_true (marks.chevron);
  found = (Marks){ square (marks.words_middle, DIGIT), square (marks.chevron_at, 4.0) };
  kith_marks_clear (&marks);
  return found;
}

static gboolean
is_crossed (const KithFigures *figures, KithId by, const KithRect *rect)
{
  return kith_curve_meets (&figure_of (figures, by)->curve, rect);
}

/* A–B lies flat; C–D crosses it just where a mark of A would stand by itself. */
static void
test_keep_off_lines (void)
{
  for (double at = 90.0; at < 300.0; at += 5.0)
    {
      g_autoptr (KithMap) map = kith_map_new ();
      KithId a = test_stakeholder (map, "A", 0, 0), b = test_stakeholder (map, "B", 600, 0);
      KithId c = test_stakeholder (map, "C", at, -200), d = test_stakeholder (map, "D", at, 200);
      KithId link = test_link (map, a, b), across = test_link (map, c, d);
      g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
      Marks marks = marks_of (figures, link, KITH_END_A);

      g_assert_false (is_crossed (figures, across, &marks.words));
      g_assert_false (is_crossed (figures, across, &marks.chevron));
    }
}

/* C is above the line, near A, and reaches almost down to it. */
static void
test_keep_off_boxes (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId a = test_stakeholder (map, "A", 0, 0), b = test_stakeholder (map, "B", 600, 0);
  KithId c = test_stakeholder (map, "C", 130, -36);
  KithId link = test_link (map, a, b);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  Marks marks = marks_of (figures, link, KITH_END_A);
  const KithBoxFigure *box = g_hash_table_lookup (figures->boxes, &c);

  g_assert_false (kith_rect_touches (&marks.words, &box->box));
}

/* A–B lies flat and A–C falls a little, its digit above it. D keeps A–B's from being above: below, near A,
 * it would be on the other. */
static void
test_keep_off_digits (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId a = test_stakeholder (map, "A", 0, 0), b = test_stakeholder (map, "B", 600, 0);
  KithId c = test_stakeholder (map, "C", 560, 160), d = test_stakeholder (map, "D", 115, -42);
  KithId flat = test_link (map, a, b), falling = test_link (map, a, c);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  KithRect of_flat = marks_of (figures, flat, KITH_END_A).words;
  KithRect of_falling = marks_of (figures, falling, KITH_END_A).words;
  const KithBoxFigure *above = g_hash_table_lookup (figures->boxes, &d);

  g_assert_false (kith_rect_touches (&of_flat, &above->box));
  g_assert_false (kith_rect_touches (&of_flat, &of_falling));
}

static void
on_damage (const KithRect *rect, gpointer data)
{
  KithRect *all = data;

  *all = all->width > 0.0 ? kith_rect_union (all, rect) : *rect;
}

/* Where a link comes and goes, those beside it make way and go back, and are drawn again. */
static void
test_follow (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId a = test_stakeholder (map, "A", 0, 0), b = test_stakeholder (map, "B", 600, 0);
  KithId c, d, link = test_link (map, a, b), across;
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  Marks before = marks_of (figures, link, KITH_END_A), after;
  double x = before.words.x + DIGIT;
  KithRect damaged = { 0 };

  c = test_stakeholder (map, "C", x, -200), d = test_stakeholder (map, "D", x, 200);
  across = test_link (map, c, d);
  kith_figures_set_damage (figures, on_damage, &damaged);
  kith_figures_update (figures, map, (KithId[]){ c, d, across }, 3);
  after = marks_of (figures, link, KITH_END_A);
  g_assert_false (is_crossed (figures, across, &after.words));
  g_assert_true (kith_rect_touches (&damaged, &before.words));
  g_assert_true (kith_rect_touches (&damaged, &after.words));
  test_do (map, kith_verb_delete (map, &across, 1, NULL));
  kith_figures_update (figures, map, &across, 1);
  after = marks_of (figures, link, KITH_END_A);
  g_assert_cmpfloat (after.words.x, ==, before.words.x);
  g_assert_cmpfloat (after.words.y, ==, before.words.y);
}

/* Who has the label's room beside it keeps its digits where they do not hide that. */
static void
test_leave_room_for_labels (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId a = test_stakeholder (map, "A", 0, 0), b = test_stakeholder (map, "B", 600, 0);
  KithId link = test_link (map, a, b);
  g_autoptr (KithFigures) figures = NULL;

  test_do (map, kith_verb_set (map, KITH_LINK, link, "label", "shares staff on Tuesdays", NULL));
  for (double x = 100.0; x < 160.0; x += 10.0)
    test_link (map, test_stakeholder (map, "C", x, -200), test_stakeholder (map, "D", x, 200));
  figures = kith_figures_new (map, &view);
  for (guint end = KITH_END_A; end <= KITH_END_B; end++)
    {
      Marks marks = marks_of (figures, link, (KithEnd) end);

      g_assert_false (kith_rect_touches (&marks.words, &figure_of (figures, link)->label_box));
    }
}

/* The five hundred and first link has marks stand where they stand by themselves, and its end undoes that. */
static void
test_many (void)
{
  g_autoptr (KithMap) map = test_random_map (120, 500, 12, 3);
  g_autoptr (KithFigures) figures = kith_figures_new (map, &view);
  KithId ends[2] = { test_stakeholder (map, "A", -900, 0), test_stakeholder (map, "B", -500, 0) };
  guint moved[3] = { 0 };
  KithId link;

  for (guint i = 0; i < G_N_ELEMENTS (moved); i++)
    {
      if (i == 1)
        link = test_link (map, ends[0], ends[1]);
      else if (i == 2)
        test_do (map, kith_verb_delete (map, &link, 1, NULL));
      if (i > 0)
        kith_figures_update (figures, map, (KithId[]){ ends[0], ends[1], link }, 3);
      KITH_FOR_EACH (KithLink, one, map, KITH_LINK)
        moved[i] += figure_of (figures, KITH_ID (one))->places[KITH_END_A].words != 0;
    }
  g_assert_cmpuint (moved[0], >, 100);
  g_assert_cmpuint (moved[1], ==, 0);
  g_assert_cmpuint (moved[2], ==, moved[0]);
}

/* Where on a half so long its chevron stands, from its box. */
static double
chevron_on (double length, gboolean off_arrow)
{
  KithCurve half = { 2, { { 0.0, 0.0 }, { length, 0.0 } } };
  KithMarkPlaces places = { .off_arrow = off_arrow };
  KithPoint along;

  return kith_stroke_chevron_place (&half, length, &places, &along).x;
}

/* It would look like a lozenge with the head of an arrow, 8 units long, before it. */
static void
test_off_arrows (void)
{
  for (double length = 22.0; length < 60.0; length += 1.0)
    {
      g_assert_cmpfloat (chevron_on (length, TRUE), >=, MIN (19.0, length - 5.0));
      g_assert_cmpfloat (chevron_on (length, TRUE), <=, length - 5.0);
      if (length >= 25.0) /* a lozenge reaches 8 units to either side */
        g_assert_cmpfloat (chevron_on (length, FALSE), <=, length - 8.0);
    }
  g_assert_cmpfloat (chevron_on (100.0, FALSE), ==, chevron_on (100.0, TRUE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures-marks/keep-off-lines", test_keep_off_lines);
  g_test_add_func ("/figures-marks/keep-off-boxes", test_keep_off_boxes);
  g_test_add_func ("/figures-marks/keep-off-digits", test_keep_off_digits);
  g_test_add_func ("/figures-marks/follow-what-comes-and-goes", test_follow);
  g_test_add_func ("/figures-marks/leave-room-for-labels", test_leave_room_for_labels);
  g_test_add_func ("/figures-marks/keep-off-heads-of-arrows", test_off_arrows);
  g_test_add_func ("/figures-marks/of-five-hundred-links-and-one-more", test_many);
  return g_test_run ();
}
