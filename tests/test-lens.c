/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each lens makes of a link and of a stakeholder, and that its legend says no more than is
 * drawn. */
#include "kith-as-at.h"
#include "kith-compare-view.h"
#include "kith-legend-items.h"
#include "kith-legend.h"
#include "kith-lens.h"
#include "kith-test-maps.h"

typedef struct
{
  KithMap *map;
  KithId police;
  KithId housing;
  KithId link;
} Fixture;

static gint32
day_in (int year)
{
  return kith_date_day (year, 6, 1).first;
}

static KithView
view_of (KithLens lens, int year)
{
  KithView view = KITH_VIEW_INIT;

  view.lens = lens;
  view.day = day_in (year);
  return view;
}

static void
rate (Fixture *f, KithEnd end, int year, KithScore score, KithBasis basis)
{
  KithAssessment *rating = kith_record_new (KITH_ASSESSMENT, kith_id_new ());

  rating->link = f->link;
  rating->end = end;
  rating->date = kith_date_year (year);
  rating->basis = basis;
  rating->scores[KITH_TRUST] = score;
  rating->scores[KITH_RESPECT] = KITH_SCORE_5;
  test_put (f->map, rating);
}

static void
happen (Fixture *f, int year, KithEventKind kind)
{
  KithEvent *event = kith_record_new (KITH_EVENT, kith_id_new ());

  event->link = f->link;
  event->date = kith_date_year (year);
  event->kind = kind;
  kith_text_set (&event->title, "It happened");
  test_put (f->map, event);
}

static KithId
add (KithMap *map, const char *name, double x)
{
  KithStakeholder *one = kith_record_new (KITH_STAKEHOLDER, kith_id_new ());

  kith_text_set (&one->name, name);
  one->x = x;
  one->width = 160;
  one->height = 40;
  one->level = KITH_LEVEL_PLACE;
  test_put (map, one);
  return one->record.id;
}

static Fixture
begin (void)
{
  Fixture f = { .map = kith_map_new () };
  KithLink *link = kith_record_new (KITH_LINK, kith_id_new ());

  f.police = add (f.map, "Police", 0);
  f.housing = add (f.map, "Housing", 500);
  link->a = f.police;
  link->b = f.housing;
  link->kind = KITH_LINK_FUNDS;
  f.link = link->record.id;
  test_put (f.map, link);
  return f;
}

/* Which step the lens sees in the link (half a) in June of the year, in words. */
static void
assert_step (const Fixture *f, KithLens lens, int year, const char *words)
{
  KithView view = view_of (lens, year);
  g_autoptr (KithMap) map = kith_map_as_at (f->map, view.day);
  KithLinkLook look;

  kith_lens_link (&view, map, kith_map_link (map, f->link), &look);
  g_assert_cmpstr (kith_lens_step_words (lens, look.halves[KITH_END_A].step), ==, words);
}

static void
test_gap (void)
{
  Fixture f = begin ();

  assert_step (&f, KITH_LENS_GAP, 2009, "Neither end has said");
  rate (&f, KITH_END_A, 2010, KITH_SCORE_5, KITH_BASIS_AGREED);
  assert_step (&f, KITH_LENS_GAP, 2010, "One end has not said");
  rate (&f, KITH_END_B, 2011, KITH_SCORE_4, KITH_BASIS_AGREED);
  assert_step (&f, KITH_LENS_GAP, 2011, "One step apart");
  rate (&f, KITH_END_B, 2012, KITH_SCORE_2, KITH_BASIS_AGREED);
  assert_step (&f, KITH_LENS_GAP, 2012, "Three steps or more apart");
  rate (&f, KITH_END_A, 2013, KITH_SCORE_2, KITH_BASIS_AGREED);
  assert_step (&f, KITH_LENS_GAP, 2013, "Less than a step apart");
  kith_map_unref (f.map);
}

static void
test_basis (void)
{
  Fixture f = begin ();

  assert_step (&f, KITH_LENS_BASIS, 2009, "Not rated yet");
  rate (&f, KITH_END_A, 2010, KITH_SCORE_4, KITH_BASIS_IMPRESSION);
  assert_step (&f, KITH_LENS_BASIS, 2010, "Our impression only");
  rate (&f, KITH_END_A, 2011, KITH_SCORE_4, KITH_BASIS_OWN_WORDS);
  assert_step (&f, KITH_LENS_BASIS, 2011, "In their own words");
  rate (&f, KITH_END_A, 2012, KITH_SCORE_4, KITH_BASIS_AGREED);
  assert_step (&f, KITH_LENS_BASIS, 2012, "Agreed in the room");
  kith_map_unref (f.map);
}

static void
test_words (void)
{
  Fixture f = begin ();
  KithView view = view_of (KITH_LENS_RESPECT, 2012);
  g_autofree char *respect = NULL;
  g_autofree char *gap = NULL;

  rate (&f, KITH_END_A, 2010, KITH_SCORE_4, KITH_BASIS_AGREED);
  rate (&f, KITH_END_B, 2010, KITH_SCORE_2, KITH_BASIS_AGREED);
  respect = kith_lens_say_link (&view, f.map, kith_map_link (f.map, f.link));
  g_assert_cmpstr (respect, ==, "Respect. Police: 5 Deep; Housing: 5 Deep");
  view.lens = KITH_LENS_GAP;
  gap = kith_lens_say_link (&view, f.map, kith_map_link (f.map, f.link));
  g_assert_true (g_str_has_prefix (gap, "Gap between ends: Two steps apart. Police say 4 Strong"));
  kith_map_unref (f.map);
}

static void
test_past (void)
{
  Fixture f = begin ();

  assert_step (&f, KITH_LENS_AGE, 2009, "Not known since when");
  assert_step (&f, KITH_LENS_LAST_CONTACT, 2009, "Nothing noted");
  happen (&f, 2000, KITH_EVENT_FIRST_CONTACT);
  assert_step (&f, KITH_LENS_AGE, 2001, "Less than three years");
  assert_step (&f, KITH_LENS_AGE, 2005, "Three to ten years");
  assert_step (&f, KITH_LENS_AGE, 2012, "Ten to twenty years");
  assert_step (&f, KITH_LENS_AGE, 2024, "Twenty years and more");
  assert_step (&f, KITH_LENS_LAST_CONTACT, 2000,
               "Within three months"); /* it may have been today */
  assert_step (&f, KITH_LENS_LAST_CONTACT, 2002, "Within three years");
  assert_step (&f, KITH_LENS_LAST_CONTACT, 2009, "Quiet for longer");
  kith_map_unref (f.map);
}

static void
test_conflict (void)
{
  Fixture f = begin ();

  assert_step (&f, KITH_LENS_CONFLICT, 2009, "Neither noted");
  happen (&f, 2010, KITH_EVENT_DISPUTE);
  assert_step (&f, KITH_LENS_CONFLICT, 2011, "In dispute, or in need of repair");
  assert_step (&f, KITH_LENS_CONFLICT, 2014, "Neither noted");
  happen (&f, 2015, KITH_EVENT_NOT_MET);
  assert_step (&f, KITH_LENS_CONFLICT, 2016, "Strained in the last three years");
  happen (&f, 2017, KITH_EVENT_REPAIR);
  assert_step (&f, KITH_LENS_CONFLICT, 2018, "Mended");
  happen (&f, 2019, KITH_EVENT_WITHDRAWAL);
  assert_step (&f, KITH_LENS_CONFLICT, 2025, "Cut off");
  kith_map_unref (f.map);
}

static void
test_change (void)
{
  Fixture f = begin ();
  KithView view = view_of (KITH_LENS_CHANGE, 2012);
  g_autoptr (KithComparison) comparison = NULL;
  KithLinkLook look;

  rate (&f, KITH_END_A, 2010, KITH_SCORE_2, KITH_BASIS_AGREED);
  rate (&f, KITH_END_B, 2010, KITH_SCORE_4, KITH_BASIS_AGREED);
  rate (&f, KITH_END_A, 2012, KITH_SCORE_4, KITH_BASIS_AGREED);
  rate (&f, KITH_END_B, 2012, KITH_SCORE_1, KITH_BASIS_AGREED);
  view.since = day_in (2010);
  comparison = kith_view_compare (&view, f.map);
  view.comparison = comparison;
  kith_lens_link (&view, kith_comparison_map (comparison),
                  kith_map_link (kith_comparison_map (comparison), f.link), &look);
  g_assert_cmpstr (look.halves[KITH_END_A].text, ==, "2›4");
  g_assert_cmpstr (look.halves[KITH_END_B].text, ==, "4›1");
  g_assert_cmpint (look.halves[KITH_END_A].pen, !=, look.halves[KITH_END_B].pen);
  kith_map_unref (f.map);
}

static void
test_dimension (void)
{
  g_assert_cmpint (kith_lens_dimension (KITH_LENS_RESPECT), ==, KITH_RESPECT);
  g_assert_cmpint (kith_lens_dimension (KITH_LENS_UNDERSTANDING), ==, KITH_UNDERSTANDING);
  g_assert_true (kith_lens_is_rated (KITH_LENS_RESPECT));
  g_assert_false (kith_lens_is_rated (KITH_LENS_GAP));
}

static void
test_through (void)
{
  Fixture f = begin ();
  KithId other = add (f.map, "Hospice", 900);
  KithView view = view_of (KITH_LENS_TRUST, 2012);
  KithLinkLook link;
  KithBoxLook box;

  view.through = other;
  kith_lens_link (&view, f.map, kith_map_link (f.map, f.link), &link);
  g_assert_true (link.hushed);
  kith_lens_box (&view, f.map, kith_map_stakeholder (f.map, f.police), 0, &box);
  g_assert_true (box.hushed);
  view.through = f.housing;
  kith_lens_link (&view, f.map, kith_map_link (f.map, f.link), &link);
  g_assert_false (link.hushed);
  kith_lens_box (&view, f.map, kith_map_stakeholder (f.map, f.police), 0, &box);
  g_assert_false (box.hushed);
  view.through = 4242424242; /* somebody whom this audience is not shown */
  kith_lens_link (&view, f.map, kith_map_link (f.map, f.link), &link);
  g_assert_false (link.hushed);
  kith_map_unref (f.map);
}

/* No two steps of a lens are told apart by their colour alone. */
static void
test_without_colour (void)
{
  for (guint lens = 0; lens < KITH_N_LENSES; lens++)
    for (guint a = 0; a < kith_lens_n_steps ((KithLens) lens); a++)
      for (guint b = 0; b < a; b++)
        {
          KithLinkLook one, other;

          if (lens == KITH_LENS_KIND) /* named on pointing; ten pens there are not */
            continue;
          kith_lens_step_look ((KithLens) lens, a, &one);
          kith_lens_step_look ((KithLens) lens, b, &other);
          g_assert_false (one.halves[0].pen == other.halves[0].pen && one.middle == other.middle);
        }
}

static gboolean
explains (KithMap *map, const KithView *view, const char *words)
{
  g_autoptr (GPtrArray) items = kith_legend_items (map, view, TRUE);

  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (((KithLegendItem *) items->pdata[i])->text, words) == 0)
      return TRUE;
  return FALSE;
}

static void
test_legend (void)
{
  Fixture f = begin ();
  KithView view = view_of (KITH_LENS_GAP, 2026);

  g_assert_true (explains (f.map, &view, "Neither end has said"));
  g_assert_false (explains (f.map, &view, "Two steps apart"));
  g_assert_true (explains (f.map, &view, "Sectors"));
  view.audience = KITH_PUBLIC;
  g_assert_true (explains (f.map, &view, "The public is shown no ratings."));
  g_assert_false (explains (f.map, &view, "Neither end has said"));
  view = view_of (KITH_LENS_LEVEL, 2026);
  g_assert_true (explains (f.map, &view, "Place"));
  g_assert_false (explains (f.map, &view, "Nation"));
  g_assert_false (explains (f.map, &view, "Sectors"));
  kith_map_unref (f.map);
}

/* A folded one is lower, and no wider than it may be; unfolded it is as before. */
static void
test_folded (void)
{
  Fixture f = begin ();
  KithView view = view_of (KITH_LENS_TRUST, 2026);
  g_autoptr (KithLegend) legend = kith_legend_new_card (f.map, &view);
  double width, height, folded_width, folded_height;

  kith_legend_set_strip (legend, 700);
  kith_legend_size (legend, &width, &height);
  g_assert_true (kith_legend_fold (legend, 700));
  kith_legend_size (legend, &folded_width, &folded_height);
  g_assert_cmpfloat (folded_height, <, height);
  g_assert_cmpfloat (folded_width, <=, 700);
  g_assert_true (kith_legend_fold (legend, 200));
  kith_legend_size (legend, &folded_width, &folded_height);
  g_assert_cmpfloat (folded_width, <=, 200);
  g_assert_cmpfloat (folded_height, <, 90);
  kith_legend_set_strip (legend, 700);
  kith_legend_size (legend, &folded_width, &folded_height);
  g_assert_cmpfloat (folded_width, ==, width);
  g_assert_cmpfloat (folded_height, ==, height);
  kith_map_unref (f.map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lens/a-gap-is-how-far-the-ends-are-apart", test_gap);
  g_test_add_func ("/lens/who-has-been-heard-and-how", test_basis);
  g_test_add_func ("/lens/says-what-it-shows", test_words);
  g_test_add_func ("/lens/age-and-last-contact-count-to-the-day-that-is-shown", test_past);
  g_test_add_func ("/lens/conflict-and-repair-follow-the-history", test_conflict);
  g_test_add_func ("/lens/change-says-what-was-and-what-is", test_change);
  g_test_add_func ("/lens/respect-and-understanding-are-their-own", test_dimension);
  g_test_add_func ("/lens/through-ones-eyes-the-rest-is-faint", test_through);
  g_test_add_func ("/lens/nothing-rests-on-colour-alone", test_without_colour);
  g_test_add_func ("/lens/a-legend-explains-what-is-drawn", test_legend);
  g_test_add_func ("/lens/a-folded-legend-is-lower-and-unfolds-as-it-was", test_folded);
  return g_test_run ();
}
