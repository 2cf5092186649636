/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window's comparison without the window: whatever is edited, undone, dated or hidden from an
 * audience meanwhile, what is shown is what a new comparison would be; what is only in the other map
 * is refused with a sentence, never with a failure. */
#include "kith-compare-view.h"
#include "kith-document.h"
#include "kith-test-times.h"
#include "kith-verbs.h"
#include "kith-viewer.h"

#include <string.h>

typedef struct
{
  KithViewer *viewer;
  KithDocument *document;
  guint refused;
} Fixture;

static void
on_message (KithViewer *viewer, const char *text, gboolean is_error, Fixture *f)
{
  if (is_error)
    g_error ("%s", text);
  f->refused += strstr (text, "comparison only") != NULL;
}

static gint32
day_of (const char *text)
{
  KithDate date = KITH_DATE_INIT;

  g_assert_true (kith_date_parse (text, &date, NULL));
  return date.first;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  *f = (Fixture){ .document = kith_document_new (test_dated_map (10, 16, 5), NULL) };
  f->viewer = kith_viewer_new (f->document);
  g_signal_connect (f->viewer, "message", G_CALLBACK (on_message), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  kith_document_discard (f->document, NULL);
  g_object_unref (f->viewer);
  g_object_unref (f->document);
}

static void
assert_fresh (Fixture *f)
{
  KithView view = *kith_viewer_get_view (f->viewer);
  KithComparison *shown = kith_viewer_get_comparison (f->viewer);
  g_autoptr (KithComparison) fresh = kith_view_compare (&view, kith_document_get_map (f->document));
  g_autofree char *text = kith_comparison_to_text (shown);
  g_autofree char *expected = kith_comparison_to_text (fresh);

  g_assert_cmpstr (text, ==, expected);
  g_assert_true (kith_map_equal (kith_viewer_get_map (f->viewer), kith_comparison_map (shown)));
  g_assert_true (kith_map_equal (kith_comparison_map (shown), kith_comparison_map (fresh)));
}

static void
do_something (Fixture *f, GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
      kith_viewer_set_audience (f->viewer, (KithAudience) g_rand_int_range (rand, 0, 3));
      break;
    case 1:
      kith_viewer_set_day (f->viewer, g_rand_boolean (rand) ? 0 : day_of ("2005-01-01"));
      break;
    case 2:
      kith_viewer_undo (f->viewer);
      break;
    case 3:
      kith_viewer_redo (f->viewer);
      break;
    default:
      kith_viewer_perform (f->viewer,
                           test_random_edit (kith_viewer_get_whole_map (f->viewer), rand), NULL);
    }
}

static void
test_follows (Fixture *f, gconstpointer data)
{
  GRand *rand = g_rand_new_with_seed (11);
  g_autofree char *words = NULL;

  kith_viewer_compare_with (f->viewer, kith_map_snapshot (kith_document_get_map (f->document)),
                            "Before");
  words = kith_comparison_to_words (kith_viewer_get_comparison (f->viewer));
  g_assert_cmpstr (words, ==, "Nothing changed");
  for (guint i = 0; i < 200; i++)
    {
      do_something (f, rand);
      assert_fresh (f);
    }
  g_assert_cmpuint (f->refused, >, 0);
  g_rand_free (rand);
}

static void
test_days_follow (Fixture *f, gconstpointer data)
{
  GRand *rand = g_rand_new_with_seed (13);

  kith_viewer_compare_days (f->viewer, day_of ("2001-01-01"), day_of ("2009-01-01"));
  g_assert_true (kith_viewer_is_comparing (f->viewer));
  for (guint i = 0; i < 100; i++)
    {
      do_something (f, rand);
      assert_fresh (f);
    }
  g_assert_cmpuint (f->refused, ==, 0);
  kith_viewer_end_comparison (f->viewer);
  g_assert_null (kith_viewer_get_comparison (f->viewer));
  g_assert_cmpint (kith_viewer_get_view (f->viewer)->lens, ==, KITH_LENS_TRUST);
  g_assert_cmpint (kith_viewer_get_view (f->viewer)->day, ==, 0);
  g_rand_free (rand);
}

/* A link of it went before: that is no part of what is deleted now. */
static void
test_deletes_what_has_lost_a_link (Fixture *f, gconstpointer data)
{
  KithMap *map = kith_document_get_map (f->document);
  const KithLink *link = kith_map_nth (map, KITH_LINK, 0);
  KithId id = KITH_ID (link), end = link->a;

  kith_viewer_compare_with (f->viewer, kith_map_snapshot (map), "Before");
  kith_viewer_select_only (f->viewer, id);
  kith_viewer_delete_selection (f->viewer);
  g_assert_null (kith_map_link (kith_document_get_map (f->document), id));
  g_assert_nonnull (kith_map_link (kith_viewer_get_map (f->viewer), id));
  kith_viewer_delete_selection (f->viewer);
  g_assert_cmpuint (f->refused, ==, 1);
  kith_viewer_select_only (f->viewer, end);
  kith_viewer_delete_selection (f->viewer);
  g_assert_cmpuint (f->refused, ==, 1);
  g_assert_null (kith_map_stakeholder (kith_document_get_map (f->document), end));
  g_assert_cmpint (kith_comparison_of (kith_viewer_get_comparison (f->viewer), end), ==, KITH_WENT);
  assert_fresh (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/viewer-compare/a-version-is-compared-with-what-the-map-becomes", test_follows);
  ADD ("/viewer-compare/two-days-follow-and-the-map-is-shown-as-before", test_days_follow);
  ADD ("/viewer-compare/what-has-lost-a-link-can-be-deleted", test_deletes_what_has_lost_a_link);
#undef ADD

  return g_test_run ();
}
