/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window's time without the window: the map that is shown is the one as at its day, whatever has
 * been stepped, edited, filtered or hidden from an audience in between, and who follows the edits
 * that it tells of sees the same. */
#include "kith-document.h"
#include "kith-test-times.h"
#include "kith-viewer.h"

#include "kith-audience.h"
#include "kith-now.h"
#include "kith-verbs-succession.h"
#include "kith-succession.h"

typedef struct
{
  KithViewer *viewer;
  KithMap *followed; /* kept by what is told, as figures and tables are */
  guint told;        /* steps that were told as such */
  guint remade;      /* times when anything might be different */
} Fixture;

static void
on_changed (KithViewer *viewer, KithEdit *edit, Fixture *f)
{
  g_autoptr (GError) error = NULL;

  const KithView *view = kith_viewer_get_view (viewer);

  /* of an audience's map of now the document's own edit is told */
  if (edit == NULL || (view->day == 0 && view->audience != KITH_TEAM))
    {
      g_clear_pointer (&f->followed, kith_map_unref);
      f->followed = kith_map_snapshot (kith_viewer_get_map (viewer));
      f->remade++;
      return;
    }
  kith_map_apply (f->followed, edit, &error);
  g_assert_no_error (error);
  f->told++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (KithDocument) document = kith_document_new (test_dated_map (10, 16, 5), NULL);

  *f = (Fixture){ 0 };
  f->viewer = kith_viewer_new (document);
  f->followed = kith_map_snapshot (kith_viewer_get_map (f->viewer));
  g_signal_connect (f->viewer, "changed", G_CALLBACK (on_changed), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  kith_document_discard (kith_viewer_get_document (f->viewer), NULL);
  g_object_unref (f->viewer);
  kith_map_unref (f->followed);
}

static KithMap *
expected (Fixture *f)
{
  const KithView *view = kith_viewer_get_view (f->viewer);
  g_autoptr (KithMap) seen = kith_map_for_audience (kith_viewer_get_whole_map (f->viewer),
                                                    view->audience);

  return kith_view_map (view, seen);
}

static void
assert_shown (Fixture *f)
{
  g_autoptr (KithMap) map = expected (f);

  g_assert_true (kith_map_equal (kith_viewer_get_map (f->viewer), map));
  g_assert_true (kith_map_equal (f->followed, map));
}

/* Its own edits, dated as a person might while looking at the past. */
static void
edit (Fixture *f, GRand *rand)
{
  KithMap *whole = kith_viewer_get_whole_map (f->viewer);
  KithEdit *made = test_random_edit (whole, rand);
  KithId one = test_pick (whole, KITH_STAKEHOLDER, rand);
  g_autoptr (GError) error = NULL;

  if (g_rand_boolean (rand) && one != 0)
    {
      g_clear_pointer (&made, kith_edit_unref);
      made = kith_verb_set (whole, KITH_STAKEHOLDER, one, g_rand_boolean (rand) ? "to" : "from",
                            "2004-06", NULL);
    }
  /* by another window of the same document: this one only follows */
  if (made != NULL && !kith_edit_is_empty (made))
    kith_document_perform (kith_viewer_get_document (f->viewer), made, &error);
  else
    g_clear_pointer (&made, kith_edit_unref);
  g_assert_no_error (error);
}

static void
test_shows_the_day (Fixture *f, gconstpointer data)
{
  GRand *rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 400; i++)
    {
      int what = g_rand_int_range (rand, 0, 12);

      if (what == 0)
        kith_viewer_set_audience (f->viewer, (KithAudience) g_rand_int_range (rand, 0, 3));
      else if (what == 1)
        kith_viewer_set_day (f->viewer, 0);
      else if (what == 2)
        kith_viewer_set_ended (f->viewer, g_rand_boolean (rand));
      else if (what <= 3)
        edit (f, rand);
      else
        kith_viewer_set_day (f->viewer, g_rand_int_range (rand, 726000, 734500));
      assert_shown (f);
    }
  g_assert_cmpuint (f->told, >, 100);
  g_rand_free (rand);
}

static void
test_steps_are_small (Fixture *f, gconstpointer data)
{
  KithTimeline *timeline = kith_viewer_get_timeline (f->viewer);
  gint32 first, last;
  guint remade;

  kith_timeline_span (timeline, &first, &last);
  kith_viewer_set_day (f->viewer, first);
  remade = f->remade;
  for (gint32 day = first; day < last; day = kith_timeline_next (timeline, day))
    {
      kith_viewer_set_day (f->viewer, day);
      timeline = kith_viewer_get_timeline (f->viewer);
    }
  g_assert_cmpuint (f->remade, ==, remade);
  g_assert_cmpuint (f->told, >, 20);
  assert_shown (f);
}

/* What passes is found on the map of the day. */
static void
test_filters_follow (Fixture *f, gconstpointer data)
{
  KithFilter *filter = kith_filter_new ();
  gint32 first, last;

  kith_filter_set_hides (filter, TRUE);
  kith_filter_set_text (filter, "northmoor");
  kith_viewer_set_filter (f->viewer, filter);
  kith_timeline_span (kith_viewer_get_timeline (f->viewer), &first, &last);
  for (gint32 day = first; day < last; day += 200)
    {
      g_autoptr (KithPass) pass = NULL;
      KithMap *map;

      kith_viewer_set_day (f->viewer, day);
      map = kith_viewer_get_map (f->viewer);
      pass = kith_filter_evaluate (kith_viewer_get_view (f->viewer)->filter, map);
      KITH_FOR_EACH (KithStakeholder, one, map, KITH_STAKEHOLDER)
        g_assert_cmpint (kith_viewer_passes (f->viewer, one->record.id), ==,
                         kith_pass_has (pass, one->record.id));
    }
}

static void
test_forgets_what_is_gone (Fixture *f, gconstpointer data)
{
  KithTimeline *timeline = kith_viewer_get_timeline (f->viewer);
  guint n, tried = 0;
  const KithFact *facts = kith_timeline_facts (timeline, KITH_DAY_OPEN_FIRST,
                                               KITH_DAY_OPEN_LAST - 1, &n);
  g_autoptr (GArray) copy = g_array_new (FALSE, FALSE, sizeof (KithFact));

  g_array_append_vals (copy, facts, n);
  for (guint i = 0; i < n; i++)
    {
      const KithFact *fact = &g_array_index (copy, KithFact, i);

      if (fact->type != KITH_FACT_GOES || fact->record->kind != KITH_LINK)
        continue;
      kith_viewer_set_day (f->viewer, fact->day - 1);
      kith_viewer_select_only (f->viewer, fact->record->id);
      g_assert_cmpuint (kith_viewer_n_selected (f->viewer), ==, 1);
      kith_viewer_set_day (f->viewer, fact->day);
      g_assert_cmpuint (kith_viewer_n_selected (f->viewer), ==, 0);
      tried++;
    }
  g_assert_cmpuint (tried, >, 2);
}

/* --- Now --- */

static gint32
days_from_today (int days)
{
  return kith_date_today ().first + days;
}

static void
perform (Fixture *f, KithEdit *edit)
{
  g_assert_nonnull (edit);
  g_assert_true (kith_viewer_perform (f->viewer, edit, NULL));
  assert_shown (f);
}

static void
end_on (Fixture *f, KithId id, const char *field, const char *date)
{
  perform (f, kith_verb_set (kith_viewer_get_whole_map (f->viewer), KITH_STAKEHOLDER, id, field,
                             date, NULL));
}

static gboolean
shows (Fixture *f, KithKind kind, KithId id)
{
  return kith_map_get (kith_viewer_get_map (f->viewer), kind, id) != NULL;
}

/* Random edits with ends on either side of today, undone and redone: what is told makes of the map
 * before the map after, each time, for every audience. */
static void
test_now_follows (Fixture *f, gconstpointer data)
{
  static const char *const dates[] = { "2001", "2090-04-01", "2004-06", "" };
  GRand *rand = g_rand_new_with_seed (11);
  KithDocument *document = kith_viewer_get_document (f->viewer);

  for (guint i = 0; i < 600; i++)
    {
      KithMap *whole = kith_viewer_get_whole_map (f->viewer);
      KithId one = test_pick (whole, KITH_STAKEHOLDER, rand);
      int what = g_rand_int_range (rand, 0, 14);

      if (what == 0)
        kith_viewer_set_audience (f->viewer, (KithAudience) g_rand_int_range (rand, 0, 3));
      else if (what == 1)
        kith_viewer_set_ended (f->viewer, g_rand_boolean (rand));
      else if (what <= 4 && kith_document_undo_label (document) != NULL)
        kith_document_undo (document, NULL);
      else if (what <= 6 && kith_document_redo_label (document) != NULL)
        kith_document_redo (document, NULL);
      else if (what <= 9 && one != 0)
        kith_document_perform (document,
                               kith_verb_set (whole, KITH_STAKEHOLDER, one,
                                              g_rand_boolean (rand) ? "to" : "from",
                                              dates[g_rand_int_range (rand, 0, 4)], NULL),
                               NULL);
      else
        edit (f, rand);
      assert_shown (f);
    }
  g_assert_cmpuint (f->told, >, 80);
  g_rand_free (rand);
}

/* What ended yesterday or today is gone, tomorrow not yet; the same of what begins. */
static void
test_now_on_the_day (Fixture *f, gconstpointer data)
{
  static const struct
  {
    int days;
    const char *field;
    gboolean shown;
  } rows[] = { { -1, "to", FALSE },  { 0, "to", FALSE },  { 1, "to", TRUE },
               { -1, "from", TRUE }, { 0, "from", TRUE }, { 1, "from", FALSE } };
  KithId id = 0;

  KITH_FOR_EACH (KithStakeholder, one, kith_viewer_get_map (f->viewer), KITH_STAKEHOLDER)
    if (!kith_date_is_set (&one->from) && !kith_date_is_set (&one->to))
      id = one->record.id;
  g_assert_cmpint (id, !=, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KithDate date = kith_date_of_day (days_from_today (rows[i].days));
      g_autofree char *text = kith_date_to_edtf (&date);

      end_on (f, id, rows[i].field, text);
      g_assert_cmpint (shows (f, KITH_STAKEHOLDER, id), ==, rows[i].shown);
      g_assert_cmpint (kith_viewer_not_now (f->viewer, id), ==, !rows[i].shown);
      end_on (f, id, rows[i].field, "");
      g_assert_true (shows (f, KITH_STAKEHOLDER, id));
    }
}

static void
count_changes (KithViewer *viewer, KithEdit *edit, guint *n)
{
  *n = edit != NULL ? kith_edit_n_changes (edit) : G_MAXUINT;
}

/* While something is hidden, an edit is followed where the map is, at a cost of what it concerns. */
static void
test_now_is_not_made_anew (Fixture *f, gconstpointer data)
{
  KithMap *shown;
  KithId first = 0, other = 0;
  guint n = 0;

  KITH_FOR_EACH (KithStakeholder, one, kith_viewer_get_map (f->viewer), KITH_STAKEHOLDER)
    {
      other = first;
      first = one->record.id;
    }
  end_on (f, first, "to", "2010");
  shown = kith_viewer_get_map (f->viewer);
  g_signal_connect (f->viewer, "changed", G_CALLBACK (count_changes), &n);
  end_on (f, other, "private_note", "Seen");
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (kith_viewer_get_map (f->viewer) == shown);
  end_on (f, first, "private_note", "Not seen");
  g_assert_cmpuint (n, ==, 0);
  kith_viewer_undo (f->viewer);
  kith_viewer_undo (f->viewer);
  kith_viewer_undo (f->viewer);
  assert_shown (f);
  g_assert_true (kith_viewer_get_map (f->viewer) == shown);
}

static void
on_hidden (KithViewer *viewer, const char *text, char **said)
{
  g_free (*said);
  *said = g_strdup (text);
}

/* Who is closed is said to have ended, is selected no more, and comes back with undo. */
static void
test_now_says_what_goes (Fixture *f, gconstpointer data)
{
  g_autofree char *said = NULL;
  KithId id = 0;

  KITH_FOR_EACH (KithStakeholder, one, kith_viewer_get_map (f->viewer), KITH_STAKEHOLDER)
    if (!kith_date_is_set (&one->from))
      id = one->record.id;
  g_signal_connect (f->viewer, "hidden", G_CALLBACK (on_hidden), &said);
  kith_viewer_select_only (f->viewer, id);
  end_on (f, id, "private_note", "Seen");
  g_assert_null (said);
  end_on (f, id, "to", "2020");
  g_assert_nonnull (said);
  g_assert_true (g_str_has_suffix (said, "has ended"));
  g_assert_cmpuint (kith_viewer_n_selected (f->viewer), ==, 0);
  g_clear_pointer (&said, g_free);
  end_on (f, id, "private_note", "Not seen");
  g_assert_null (said);
  kith_viewer_undo (f->viewer);
  kith_viewer_undo (f->viewer);
  assert_shown (f);
  g_assert_true (shows (f, KITH_STAKEHOLDER, id));
}

static gboolean
has_names (KithMap *map, KithId id)
{
  g_autoptr (GPtrArray) names = kith_map_names_of (map, id);

  return names->len > 0;
}

/* A new name from a date to come: until then the old one is shown, and who names it anew means that. */
static void
test_now_has_names_of_today (Fixture *f, gconstpointer data)
{
  KithMap *whole = kith_viewer_get_whole_map (f->viewer);
  KithDate date = kith_date_of_day (days_from_today (100));
  GRand *rand = g_rand_new_with_seed (3);
  KithId id = 0;
  g_autofree char *name = NULL;

  while (!shows (f, KITH_STAKEHOLDER, id) || has_names (whole, id))
    id = test_pick (whole, KITH_STAKEHOLDER, rand);
  name = g_strdup (kith_map_stakeholder (whole, id)->name);
  perform (f, kith_verb_rename_on (whole, id, "Tomorrow’s", "", &date, NULL));
  g_assert_cmpstr (kith_map_stakeholder (kith_viewer_get_map (f->viewer), id)->name, ==, name);
  end_on (f, id, "name", "Today’s");
  g_assert_cmpstr (kith_map_stakeholder (kith_viewer_get_map (f->viewer), id)->name, ==, "Today’s");
  g_assert_cmpstr (kith_map_stakeholder (whole, id)->name, ==, "Tomorrow’s");
  g_rand_free (rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/viewer-time/shows-the-map-of-its-day-whatever-happens", test_shows_the_day);
  ADD ("/viewer-time/a-step-is-told-as-what-it-changes", test_steps_are_small);
  ADD ("/viewer-time/filters-follow-the-day", test_filters_follow);
  ADD ("/viewer-time/what-is-gone-is-selected-no-more", test_forgets_what_is_gone);
  ADD ("/viewer-now/follows-edits-undo-and-redo-as-it-would-be-made-anew", test_now_follows);
  ADD ("/viewer-now/what-ends-today-is-gone-and-what-begins-today-is-there", test_now_on_the_day);
  ADD ("/viewer-now/an-edit-is-followed-not-made-anew", test_now_is_not_made_anew);
  ADD ("/viewer-now/says-what-an-edit-takes-away", test_now_says_what_goes);
  ADD ("/viewer-now/stakeholders-have-the-names-of-today", test_now_has_names_of_today);
#undef ADD

  return g_test_run ();
}
