/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turning a link round and leading an end of it elsewhere: nobody's words become another's. */
#include "kith-opinion.h"
#include "kith-test-maps.h"

typedef struct
{
  KithMap *map;
  KithId police;
  KithId ed;
  KithId housing;
  KithId link; /* police → ed, with all that can be said of it */
} Fixture;

static void
tell (Fixture *f)
{
  KithLink *link = kith_record_copy (kith_map_link (f->map, f->link));
  KithEvent *event;

  link->direction = KITH_DIRECTION_A_TO_B;
  link->kind = KITH_LINK_REFERS_TO;
  link->standing = KITH_STANDING_A_OVER_B;
  link->frequency = KITH_FREQUENCY_WEEKLY;
  link->is_private = TRUE;
  kith_text_set (&link->note, "Met in the winter");
  test_put (f->map, link);
  test_rate (f->map, f->link, KITH_END_A, "", KITH_BASIS_AGREED, KITH_SCORE_4, "2020");
  test_rate (f->map, f->link, KITH_END_B, "Matron", KITH_BASIS_OWN_WORDS, KITH_SCORE_2, "2020");
  event = kith_record_copy (
      kith_map_event (f->map, test_event (f->map, KITH_LINK, f->link, "Winter")));
  event->effect_a = KITH_EFFECT_PLUS_2;
  event->effect_b = KITH_EFFECT_MINUS_1;
  test_put (f->map, event);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->map = kith_map_new ();
  f->police = test_stakeholder (f->map, "Police", 0, 0);
  f->ed = test_stakeholder (f->map, "Emergency Department", 300, 0);
  f->housing = test_stakeholder (f->map, "Housing", 0, 300);
  f->link = test_link (f->map, f->police, f->ed);
  tell (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  test_check (f->map);
  kith_map_unref (f->map);
}

static KithDate
today (void)
{
  return kith_date_day (2026, 3, 12);
}

static KithEdit *
reconnect (Fixture *f, KithEnd end, KithId to, KithReconnect how, KithId *id)
{
  KithDate now = today ();

  return kith_verb_reconnect (f->map, f->link, end, to, how, &now, id, NULL);
}

/* What a stakeholder makes of the other end of a link. */
static int
says (KithMap *map, KithId link, KithId who)
{
  const KithLink *record = kith_map_link (map, link);
  KithOpinion opinion;

  kith_opinion_of (map, link, record->a == who ? KITH_END_A : KITH_END_B, KITH_TRUST, &opinion);
  return opinion.step;
}

static void
undone_in_one_step (KithMap *map, KithEdit *edit)
{
  g_autoptr (KithEdit) done = edit;
  g_autoptr (KithEdit) back = kith_edit_invert (done);
  g_autoptr (KithMap) before = kith_map_snapshot (map);
  g_autoptr (KithMap) after = NULL;

  g_assert_true (kith_map_apply (map, done, NULL));
  after = kith_map_snapshot (map);
  g_assert_true (kith_map_apply (map, back, NULL));
  g_assert_true (kith_map_equal (map, before));
  g_assert_true (kith_map_apply (map, done, NULL));
  g_assert_true (kith_map_equal (map, after));
}

static void
test_reverse (Fixture *f, gconstpointer data)
{
  const KithLink *link;
  const KithEvent *event;

  undone_in_one_step (f->map, kith_verb_reverse (f->map, f->link));
  link = kith_map_link (f->map, f->link);
  event = kith_map_nth (f->map, KITH_EVENT, 0);
  /* The arrow points the other way … */
  g_assert_cmpint (link->a, ==, f->ed);
  g_assert_cmpint (link->direction, ==, KITH_DIRECTION_A_TO_B);
  /* … and all that was said is still said by the same of the same. */
  g_assert_cmpint (link->standing, ==, KITH_STANDING_B_OVER_A);
  g_assert_cmpint (says (f->map, f->link, f->police), ==, 4);
  g_assert_cmpint (says (f->map, f->link, f->ed), ==, 2);
  g_assert_cmpint (event->effect_a, ==, KITH_EFFECT_MINUS_1);
  g_assert_cmpint (event->effect_b, ==, KITH_EFFECT_PLUS_2);
}

static void
test_anew (Fixture *f, gconstpointer data)
{
  g_autoptr (KithLink) before = kith_record_ref (kith_map_link (f->map, f->link));
  const KithLink *made;
  KithId id = 0;

  undone_in_one_step (f->map, reconnect (f, KITH_END_B, f->housing, KITH_RECONNECT_ANEW, &id));
  g_assert_cmpint (id, !=, f->link);
  g_assert_true (kith_record_equal (kith_map_link (f->map, f->link), before));
  g_assert_cmpint (says (f->map, f->link, f->ed), ==, 2);
  made = kith_map_link (f->map, id);
  g_assert_cmpint (made->a, ==, f->police);
  g_assert_cmpint (made->b, ==, f->housing);
  g_assert_cmpint (made->kind, ==, KITH_LINK_REFERS_TO);
  g_assert_cmpint (made->direction, ==, KITH_DIRECTION_A_TO_B);
  g_assert_true (made->is_private);
  g_assert_false (kith_link_has_story (f->map, id));
  g_assert_cmpint (made->frequency, ==, KITH_FREQUENCY_UNSET);
}

static void
test_succeed (Fixture *f, gconstpointer data)
{
  KithDate now = today ();
  KithDate long_ago = kith_date_year (1998);
  KithLink *over;
  KithId id = 0;

  undone_in_one_step (f->map, reconnect (f, KITH_END_A, f->housing, KITH_RECONNECT_SUCCEED, &id));
  g_assert_true (kith_date_equal (&kith_map_link (f->map, f->link)->to, &now));
  g_assert_true (kith_date_equal (&kith_map_link (f->map, id)->from, &now));
  g_assert_cmpint (kith_map_link (f->map, id)->a, ==, f->housing);
  g_assert_cmpint (says (f->map, f->link, f->police), ==, 4);
  /* A link that ended earlier does not end again. */
  over = kith_record_copy (kith_map_link (f->map, f->link));
  over->to = long_ago;
  test_put (f->map, over);
  test_do (f->map, reconnect (f, KITH_END_A, f->housing, KITH_RECONNECT_SUCCEED, &id));
  g_assert_true (kith_date_equal (&kith_map_link (f->map, f->link)->to, &long_ago));
}

static void
test_all (Fixture *f, gconstpointer data)
{
  KithId id = 0;

  undone_in_one_step (f->map, reconnect (f, KITH_END_B, f->housing, KITH_RECONNECT_ALL, &id));
  g_assert_cmpint (id, ==, f->link);
  g_assert_cmpint (kith_map_n (f->map, KITH_LINK), ==, 1);
  g_assert_cmpint (kith_map_link (f->map, f->link)->b, ==, f->housing);
  g_assert_cmpint (says (f->map, f->link, f->housing), ==, 2);
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  KithDate now = today ();
  const struct
  {
    KithId link;
    KithEnd end;
    KithId to;
    const char *reason;
  } tries[] = {
    { f->link, KITH_END_B, f->police, "*itself*" },
    { f->link, KITH_END_A, f->ed, "*itself*" },
    { f->link, KITH_END_A, 999, "*no longer on the map*" },
    { 999, KITH_END_A, f->ed, "*link is no longer on the map*" },
  };
  KithId id = 0;
  KithEdit *nothing;

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (kith_verb_reconnect (f->map, tries[i].link, tries[i].end, tries[i].to,
                                          KITH_RECONNECT_ANEW, &now, NULL, &error));
      g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
      g_assert_true (g_pattern_match_simple (tries[i].reason, error->message));
    }
  /* To where it leads already: nothing to do. */
  nothing = reconnect (f, KITH_END_B, f->ed, KITH_RECONNECT_ANEW, &id);
  g_assert_true (kith_edit_is_empty (nothing));
  g_assert_cmpint (id, ==, f->link);
  kith_edit_unref (nothing);
}

static void
test_story (Fixture *f, gconstpointer data)
{
  KithId plain = test_link (f->map, f->police, f->housing);
  KithLink *noted;

  g_assert_true (kith_link_has_story (f->map, f->link));
  g_assert_false (kith_link_has_story (f->map, plain));
  noted = kith_record_copy (kith_map_link (f->map, plain));
  kith_text_set (&noted->private_note, "They fell out");
  test_put (f->map, noted);
  g_assert_true (kith_link_has_story (f->map, plain));
  g_assert_cmpuint (kith_links_between (f->map, f->housing, f->police), ==, 1);
  test_link (f->map, f->housing, f->police);
  g_assert_cmpuint (kith_links_between (f->map, f->housing, f->police), ==, 2);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/verbs-link/reverse-turns-the-arrow-and-leaves-everybody-their-words", test_reverse);
  ADD ("/verbs-link/reconnecting-anew-leaves-what-was-said-where-it-was-said", test_anew);
  ADD ("/verbs-link/a-successor-begins-when-the-old-link-ends", test_succeed);
  ADD ("/verbs-link/a-link-drawn-wrongly-takes-everything-along", test_all);
  ADD ("/verbs-link/an-end-is-not-led-to-the-other-nor-to-nobody", test_refused);
  ADD ("/verbs-link/a-note-or-a-rating-is-a-story", test_story);
  return g_test_run ();
}
