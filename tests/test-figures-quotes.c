/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inherited lines on the map: on request only, clear of boxes and of one another, of those that pass. */
#include "kith-figures.h"
#include "kith-test-maps.h"
#include "kith-verbs-quote.h"

static KithId
say (KithMap *map, KithKind kind, KithId owner, const char *text)
{
  KithQuote *quote = kith_quote_draft (kind, owner);
  KithId id = KITH_ID (quote);

  kith_text_set (&quote->text, text);
  if (kind == KITH_LINK)
    quote->told = KITH_TOLD_B;
  test_do (map, kith_verb_put_quote (map, quote, NULL));
  return id;
}

typedef struct
{
  KithMap *map;
  KithId a;
  KithId b;
  KithId link;
  KithView view;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  KithView view = KITH_VIEW_INIT;

  f->map = kith_map_new ();
  f->a = test_stakeholder (f->map, "Police", 0, 0);
  f->b = test_stakeholder (f->map, "ED", 500, 0);
  f->link = test_link (f->map, f->a, f->b);
  f->view = view;
  f->view.lines = TRUE;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  kith_map_unref (f->map);
}

static void
test_only_on_request (Fixture *f, gconstpointer data)
{
  KithId id = say (f->map, KITH_STAKEHOLDER, f->a, "We have always done it so");
  g_autoptr (KithFigures) figures = kith_figures_new (f->map, &f->view);
  KithRect box;

  g_assert_true (kith_figures_quote_box (figures, id, &box));
  f->view.lines = FALSE;
  g_assert_true (kith_figures_set_view (figures, f->map, &f->view));
  g_assert_false (kith_figures_quote_box (figures, id, &box));
}

static void
test_clear_of_all (Fixture *f, gconstpointer data)
{
  KithId ids[] = { say (f->map, KITH_STAKEHOLDER, f->a, "One line that is said by them"),
                   say (f->map, KITH_STAKEHOLDER, f->a, "Another line that is said by them"),
                   say (f->map, KITH_LINK, f->link, "It has never been our role to carry it") };
  g_autoptr (KithFigures) figures = kith_figures_new (f->map, &f->view);
  KithRect boxes[G_N_ELEMENTS (ids)];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_true (kith_figures_quote_box (figures, ids[i], &boxes[i]));
      g_assert_false (kith_figures_is_taken (figures, &boxes[i]));
      for (guint j = 0; j < i; j++)
        g_assert_false (kith_rect_touches (&boxes[i], &boxes[j]));
    }
}

static void
test_pointing_finds_the_half (Fixture *f, gconstpointer data)
{
  KithId id = say (f->map, KITH_LINK, f->link, "Our way");
  g_autoptr (KithFigures) figures = kith_figures_new (f->map, &f->view);
  KithHit hit = { KITH_HIT_NOTHING, 0, KITH_END_A };
  KithRect box;

  g_assert_true (kith_figures_quote_box (figures, id, &box));
  g_assert_true (kith_figures_quote_at (figures, box.x + 5, box.y + 5, &hit));
  g_assert_cmpint (hit.part, ==, KITH_HIT_LINK);
  g_assert_cmpint (hit.id, ==, f->link);
  g_assert_cmpint (hit.end, ==, KITH_END_B);
}

static void
test_follows_the_map (Fixture *f, gconstpointer data)
{
  g_autoptr (KithFigures) figures = kith_figures_new (f->map, &f->view);
  KithQuote *quote = kith_quote_draft (KITH_STAKEHOLDER, f->a);
  KithId id = KITH_ID (quote);
  g_autoptr (KithEdit) edit = NULL;
  g_autoptr (KithEdit) back = NULL;
  KithRect box;

  kith_text_set (&quote->text, "Our way");
  edit = kith_verb_put_quote (f->map, quote, NULL);
  g_assert_true (kith_map_apply (f->map, edit, NULL));
  kith_figures_apply (figures, f->map, edit);
  g_assert_true (kith_figures_quote_box (figures, id, &box));
  back = kith_edit_invert (edit);
  g_assert_true (kith_map_apply (f->map, back, NULL));
  kith_figures_apply (figures, f->map, back);
  g_assert_false (kith_figures_quote_box (figures, id, &box));
}

static void
test_many_stay_few (Fixture *f, gconstpointer data)
{
  g_autoptr (KithFigures) figures = NULL;
  guint shown = 0;
  KithRect box;

  for (guint i = 0; i < 12; i++)
    say (f->map, KITH_STAKEHOLDER, f->a, "A line");
  figures = kith_figures_new (f->map, &f->view);
  KITH_FOR_EACH (KithQuote, quote, f->map, KITH_QUOTE)
    shown += kith_figures_quote_box (figures, KITH_ID (quote), &box);
  g_assert_cmpuint (shown, ==, 3);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/figures/quotes/are-shown-on-request-only", test_only_on_request);
  ADD ("/figures/quotes/lie-clear-of-boxes-and-one-another", test_clear_of_all);
  ADD ("/figures/quotes/pointing-at-one-finds-what-it-is-said-of", test_pointing_finds_the_half);
  ADD ("/figures/quotes/come-and-go-with-edits", test_follows_the_map);
  ADD ("/figures/quotes/of-one-stakeholder-only-three-are-shown", test_many_stay_few);
  return g_test_run ();
}
