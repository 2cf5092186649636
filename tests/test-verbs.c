/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs: what each does to a map, and that a thousand of them can be undone and redone. */
#include "kith-history.h"
#include "kith-opinion.h"
#include "kith-test-maps.h"
#include "kith-verbs-members.h"

typedef struct
{
  KithMap *map;
  KithId police;
  KithId ed;
  KithId housing;
  KithId link; /* police – ed */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->map = kith_map_new ();
  f->police = test_stakeholder (f->map, "Police", 0, 0);
  f->ed = test_stakeholder (f->map, "Emergency Department", 300, 0);
  f->housing = test_stakeholder (f->map, "Housing", 0, 300);
  f->link = test_link (f->map, f->police, f->ed);
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

static void
test_add (Fixture *f, gconstpointer data)
{
  KithId id = 0;
  KithEdit *edit = kith_verb_add_stakeholder (f->map, "West Northmoor Police", 0, 10.001, -0.001,
                                              &id);
  const KithStakeholder *made;

  g_assert_cmpstr (edit->label, ==, "Add West Northmoor Police");
  test_do (f->map, edit);
  made = kith_map_stakeholder (f->map, id);
  g_assert_cmpstr (made->name, ==, "West Northmoor Police");
  g_assert_cmpstr (kith_sector_key (made->sector), ==, "police-fire-justice");
  g_assert_cmpfloat (made->x, ==, 10.0);
  g_assert_cmpfloat (made->y, ==, 0.0);
  test_do (f->map, kith_verb_add_stakeholder (f->map, "Police café", 3, 0, 0, &id));
  g_assert_cmpint (kith_map_stakeholder (f->map, id)->sector, ==, 3);
}

static void
test_add_linked (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  KithId id = 0;
  KithId link = 0;

  test_do (f->map, kith_verb_add_linked (f->map, f->ed, "Carers", 0, 5, 5, &id, &link, NULL));
  g_assert_cmpint (kith_map_link (f->map, link)->a, ==, f->ed);
  g_assert_cmpint (kith_map_link (f->map, link)->b, ==, id);
  g_assert_null (kith_verb_add_linked (f->map, 999, "Nobody's", 0, 5, 5, NULL, NULL, &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
}

static void
test_add_link (Fixture *f, gconstpointer data)
{
  const KithId pairs[][2] = { { f->police, f->police },
                              { f->police, 999 },
                              { 999, f->police },
                              { f->link, f->police } };
  KithId id = 0;
  KithEdit *edit = kith_verb_add_link (f->map, f->police, f->ed, KITH_LINK_DISPUTE, &id, NULL);

  g_assert_cmpstr (edit->label, ==, "Link Police and Emergency Department");
  test_do (f->map, edit);
  g_assert_cmpint (id, !=, f->link);
  g_assert_cmpint (kith_map_link (f->map, id)->kind, ==, KITH_LINK_DISPUTE);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (kith_verb_add_link (f->map, pairs[i][0], pairs[i][1], 0, NULL, &error));
      g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
    }
}

static void
test_move (Fixture *f, gconstpointer data)
{
  const KithId ids[] = { f->police, 999, f->ed };
  const double xy[] = { 10.3, 20.7, 0, 0, 5e9, -5e9 };
  g_autoptr (KithEdit) nowhere = NULL;
  KithEdit *edit = kith_verb_move (f->map, ids, 3, xy, NULL);

  test_do (f->map, edit);
  g_assert_cmpfloat (kith_map_stakeholder (f->map, f->police)->x, ==, kith_quantise (10.3));
  g_assert_cmpfloat (kith_map_stakeholder (f->map, f->ed)->x, ==, 1e6);
  g_assert_cmpfloat (kith_map_stakeholder (f->map, f->ed)->y, ==, -1e6);
  nowhere = kith_verb_move (f->map, ids, 3, xy, NULL);
  g_assert_true (kith_edit_is_empty (nowhere));
}

static void
test_set (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) gone = NULL;
  KithEdit *edit = kith_verb_set (f->map, KITH_LINK, f->link, "frequency", "weekly", NULL);
  g_autofree char *join = g_strdup (edit->join);

  test_do (f->map, edit);
  g_assert_cmpint (kith_map_link (f->map, f->link)->frequency, ==, KITH_FREQUENCY_WEEKLY);
  edit = kith_verb_set (f->map, KITH_LINK, f->link, "frequency", "", NULL);
  g_assert_cmpstr (edit->join, ==, join);
  test_do (f->map, edit);
  g_assert_cmpint (kith_map_link (f->map, f->link)->frequency, ==, KITH_FREQUENCY_UNSET);
  g_assert_null (kith_verb_set (f->map, KITH_STAKEHOLDER, f->ed, "name", "", &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_INVALID);
  g_assert_null (kith_verb_set (f->map, KITH_STAKEHOLDER, 999, "name", "x", &gone));
  g_assert_error (gone, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
}

static void
test_rename (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithEdit) same = NULL;
  const KithStakeholder *now;

  test_do (f->map, kith_verb_rename (f->map, f->police, "  Northmoor Police ", NULL));
  now = kith_map_stakeholder (f->map, f->police);
  g_assert_cmpstr (now->name, ==, "Northmoor Police");
  g_assert_cmpfloat (now->width, ==, 0.0);
  same = kith_verb_rename (f->map, f->police, "Northmoor Police", NULL);
  g_assert_true (kith_edit_is_empty (same));
  g_assert_null (kith_verb_rename (f->map, f->police, " \t ", &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
}

static void
test_rate_keys (Fixture *f, gconstpointer data)
{
  KithDate now = today ();
  KithDate tomorrow = kith_date_day (2026, 3, 13);
  const KithAssessment *rating;
  g_autoptr (KithEdit) nothing = NULL;

  test_do (f->map, kith_verb_rate (f->map, f->link, KITH_END_A, KITH_TRUST, KITH_SCORE_4, &now));
  test_do (f->map, kith_verb_rate (f->map, f->link, KITH_END_A, KITH_TRUST, KITH_SCORE_2, &now));
  test_do (f->map, kith_verb_rate (f->map, f->link, KITH_END_A, KITH_RESPECT, KITH_SCORE_5, &now));
  g_assert_cmpuint (kith_map_n (f->map, KITH_ASSESSMENT), ==, 1);
  rating = kith_map_nth (f->map, KITH_ASSESSMENT, 0);
  g_assert_cmpint (rating->scores[KITH_TRUST], ==, KITH_SCORE_2);
  g_assert_cmpint (rating->scores[KITH_RESPECT], ==, KITH_SCORE_5);
  g_assert_cmpint (rating->basis, ==, KITH_BASIS_IMPRESSION);
  g_assert_cmpint (rating->entered, >, 0);
  test_do (f->map, kith_verb_rate (f->map, f->link, KITH_END_B, KITH_TRUST, KITH_SCORE_1, &now));
  g_assert_cmpuint (kith_map_n (f->map, KITH_ASSESSMENT), ==, 2);
  test_do (f->map,
           kith_verb_rate (f->map, f->link, KITH_END_A, KITH_TRUST, KITH_SCORE_5, &tomorrow));
  g_assert_cmpuint (kith_map_n (f->map, KITH_ASSESSMENT), ==, 3);
  nothing = kith_verb_rate (f->map, 999, KITH_END_A, KITH_TRUST, KITH_SCORE_5, &now);
  g_assert_true (kith_edit_is_empty (nothing));
}

/* What somebody said is never overwritten by a key. */
static void
test_rate_beside_statement (Fixture *f, gconstpointer data)
{
  KithDate now = today ();
  KithId said = test_rate (f->map, f->link, KITH_END_A, "", KITH_BASIS_OWN_WORDS, KITH_SCORE_5,
                           "2026-03-12");

  test_do (f->map, kith_verb_rate (f->map, f->link, KITH_END_A, KITH_TRUST, KITH_SCORE_1, &now));
  g_assert_cmpuint (kith_map_n (f->map, KITH_ASSESSMENT), ==, 2);
  g_assert_cmpint (kith_map_assessment (f->map, said)->scores[KITH_TRUST], ==, KITH_SCORE_5);
}

static void
test_reverse (Fixture *f, gconstpointer data)
{
  KithLink *link = kith_record_copy (kith_map_link (f->map, f->link));
  KithEvent *event;
  KithOpinion police;
  g_autoptr (KithMap) before = NULL;

  link->standing = KITH_STANDING_A_OVER_B;
  test_put (f->map, link);
  test_rate (f->map, f->link, KITH_END_A, "", KITH_BASIS_AGREED, KITH_SCORE_4, "2020");
  event = kith_record_copy (
      kith_map_event (f->map, test_event (f->map, KITH_LINK, f->link, "Winter")));
  event->effect_a = KITH_EFFECT_PLUS_2;
  test_put (f->map, event);
  before = kith_map_snapshot (f->map);
  test_do (f->map, kith_verb_reverse (f->map, f->link));
  g_assert_cmpint (kith_map_link (f->map, f->link)->a, ==, f->ed);
  g_assert_cmpint (kith_map_link (f->map, f->link)->standing, ==, KITH_STANDING_B_OVER_A);
  kith_opinion_of (f->map, f->link, KITH_END_B, KITH_TRUST, &police);
  g_assert_cmpint (police.step, ==, 4);
  g_assert_cmpint (((KithEvent *) kith_map_nth (f->map, KITH_EVENT, 0))->effect_b, ==,
                   KITH_EFFECT_PLUS_2);
  test_do (f->map, kith_verb_reverse (f->map, f->link));
  g_assert_true (kith_map_equal (f->map, before));
  {
    g_autoptr (KithEdit) nothing = kith_verb_reverse (f->map, 999);

    g_assert_true (kith_edit_is_empty (nothing));
  }
}

static KithMember
member (KithId who, const char *from, const char *to)
{
  KithMember made = { .stakeholder = who };

  g_assert_true (kith_date_from_edtf (from, &made.from));
  g_assert_true (kith_date_from_edtf (to, &made.to));
  return made;
}

static void
put_member (Fixture *f, KithId space, KithMember one)
{
  g_autoptr (GError) error = NULL;
  KithEdit *edit = kith_verb_put_members (f->map, space, &one, 1, &error);

  g_assert_no_error (error);
  test_do (f->map, edit);
}

static void
never_member (Fixture *f, KithId space, KithId who)
{
  put_member (f, space, (KithMember){ .stakeholder = who, .never = TRUE });
}

static void
test_spaces (Fixture *f, gconstpointer data)
{
  KithId space = test_space (f->map, "Big Room", (KithId[]){ f->police, f->ed, 999 }, 3);
  const GPtrArray *members = kith_map_referrers (f->map, space);
  KithMembership *chair = kith_record_copy (members->pdata[0]);
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (KithEdit) same = NULL;
  KithId kept = chair->stakeholder;

  g_assert_cmpuint (members->len, ==, 2);
  kith_text_set (&chair->role, "Chair");
  test_put (f->map, chair);
  put_member (f, space, member (f->housing, "", ""));
  put_member (f, space, member (kept, "2014", ""));
  never_member (f, space, kept == f->police ? f->ed : f->police);
  now = kith_map_members_of (f->map, space);
  g_assert_cmpuint (now->len, ==, 2);
  KITH_FOR_EACH (KithMembership, one, f->map, KITH_MEMBERSHIP)
    g_assert_cmpstr (one->role, ==, one->stakeholder == kept ? "Chair" : "");
  same = kith_verb_put_members (f->map, space, (KithMember[]){ member (f->housing, "", "") }, 1,
                                NULL);
  g_assert_true (kith_edit_is_empty (same));
  never_member (f, space, kept);
  never_member (f, space, f->housing);
  g_assert_cmpuint (kith_map_n (f->map, KITH_MEMBERSHIP), ==, 0);
}

/* Who left and comes again keeps the dates of the first time, whoever else is added or taken away. */
static void
test_keeps_who_left (Fixture *f, gconstpointer data)
{
  KithId space = test_space (f->map, "Big Room", (KithId[]){ f->police, f->ed }, 2);
  KithMember wrong = member (f->ed, "2015", "2010");
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (GError) error = NULL;

  put_member (f, space, member (f->police, "2012", "2019-05"));
  g_assert_null (kith_map_membership (f->map, space, f->police));
  put_member (f, space, member (f->housing, "", ""));
  never_member (f, space, f->ed);
  g_assert_nonnull (kith_map_former_membership (f->map, space, f->police));
  g_assert_null (kith_map_membership (f->map, space, f->ed)); /* was never there */
  g_assert_null (kith_map_former_membership (f->map, space, f->ed));

  put_member (f, space, member (f->police, "", ""));
  g_assert_nonnull (kith_map_membership (f->map, space, f->police));
  g_assert_cmpint (kith_map_former_membership (f->map, space, f->police)->to.first, ==,
                   member (f->police, "", "2019-05").to.first);
  now = kith_map_members_of (f->map, space);
  g_assert_cmpuint (now->len, ==, 2); /* each once */

  put_member (f, space, (KithMember){ .stakeholder = f->police, .never = TRUE });
  g_assert_null (kith_map_membership (f->map, space, f->police));
  g_assert_nonnull (kith_map_former_membership (f->map, space, f->police));
  g_assert_null (kith_verb_put_members (f->map, space, &wrong, 1, &error));
  g_assert_error (error, KITH_MODEL_ERROR, KITH_MODEL_ERROR_REFUSED);
}

static void
test_delete (Fixture *f, gconstpointer data)
{
  KithId ids[] = { f->link, f->police, f->link, 999, KITH_ABOUT_ID };
  g_autoptr (KithMap) before = kith_map_snapshot (f->map);
  g_autoptr (KithEdit) edit = kith_verb_delete (f->map, ids, 5, NULL);
  g_autoptr (KithEdit) back = kith_edit_invert (edit);

  g_assert_cmpuint (kith_edit_n_changes (edit), ==, 2);
  g_assert_true (kith_map_apply (f->map, edit, NULL));
  g_assert_null (kith_map_link (f->map, f->link));
  g_assert_nonnull (kith_map_about (f->map));
  g_assert_true (kith_map_apply (f->map, back, NULL));
  g_assert_true (kith_map_equal (f->map, before));
}

/* The people of a sector outlive it. */
static void
test_delete_sector (Fixture *f, gconstpointer data)
{
  const KithId ours = kith_id_new ();
  const KithId ids[][2] = { { ours, f->police }, { f->police, ours } };

  for (guint i = 0; i < 3; i++)
    {
      KithSector *own = kith_record_new (KITH_SECTOR, ours);
      KithSector *built_in = kith_record_new (KITH_SECTOR, 4);
      KithId both[] = { ours, 4 };
      g_autoptr (KithMap) before = NULL;
      g_autoptr (KithEdit) edit = NULL;
      g_autoptr (KithEdit) back = NULL;

      kith_text_set (&own->name, "Faith");
      kith_text_set (&built_in->name, "Council");
      test_put (f->map, own);
      test_put (f->map, built_in);
      for (guint j = 0; j < 2; j++)
        {
          KithStakeholder *s = kith_record_copy (
              kith_map_stakeholder (f->map, j == 0 ? f->police : f->ed));

          s->sector = j == 0 ? ours : 4;
          test_put (f->map, s);
        }
      before = kith_map_snapshot (f->map);
      edit = kith_verb_delete (f->map, i < 2 ? ids[i] : both, 2, NULL);
      g_assert_true (kith_map_apply (f->map, edit, NULL));
      test_check (f->map);
      g_assert_null (kith_map_get (f->map, KITH_SECTOR, ours));
      if (i == 2)
        {
          g_assert_cmpint (kith_map_stakeholder (f->map, f->police)->sector, ==, KITH_SECTOR_OTHER);
          g_assert_cmpint (kith_map_stakeholder (f->map, f->ed)->sector, ==, 4);
        }
      else
        g_assert_null (kith_map_stakeholder (f->map, f->police));
      back = kith_edit_invert (edit);
      g_assert_true (kith_map_apply (f->map, back, NULL));
      g_assert_true (kith_map_equal (f->map, before));
      test_do (f->map, kith_verb_delete (f->map, both, 2, NULL));
    }
}

static void
test_merge_in (Fixture *f, gconstpointer data)
{
  g_autoptr (KithMap) other = test_random_map (12, 20, 2, 9);
  g_autoptr (KithMap) twin = kith_map_snapshot (f->map);
  guint n = kith_map_n (f->map, KITH_STAKEHOLDER);

  test_do (f->map, kith_verb_merge_in (f->map, other, "Add Northmoor"));
  test_check (f->map);
  g_assert_cmpuint (kith_map_n (f->map, KITH_STAKEHOLDER), ==, n + 12);
  g_assert_cmpuint (kith_map_n (f->map, KITH_LINK), ==, 1 + 20);
  g_assert_nonnull (
      kith_map_stakeholder (f->map, KITH_ID (kith_map_nth (other, KITH_STAKEHOLDER, 3))));
  test_do (f->map, kith_verb_merge_in (f->map, twin, "Add itself"));
  test_check (f->map);
  g_assert_cmpuint (kith_map_n (f->map, KITH_STAKEHOLDER), ==, 2 * n + 12);
  g_assert_cmpuint (kith_map_n (f->map, KITH_LINK), ==, 2 + 20);
}

static void
apply_step (KithMap *map, KithHistory *history, gboolean undo)
{
  g_autoptr (KithEdit) edit = undo ? kith_history_peek_undo (history)
                                   : kith_history_peek_redo (history);

  g_assert_true (kith_map_apply (map, edit, NULL));
  if (undo)
    kith_history_undone (history);
  else
    kith_history_redone (history);
}

static void
test_a_thousand (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);
  g_autoptr (KithMap) map = test_random_map (25, 40, 3, 6);
  g_autoptr (KithMap) start = kith_map_snapshot (map);
  g_autoptr (KithMap) end = NULL;
  g_autoptr (KithHistory) history = kith_history_new ();
  gint64 time = 0;

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (KithEdit) edit = test_random_edit (map, rand);
      gboolean joined;

      if (kith_edit_is_empty (edit))
        continue;
      g_assert_true (kith_map_apply (map, edit, NULL));
      time += g_rand_int_range (rand, 0, 3 * G_USEC_PER_SEC);
      kith_history_push (history, g_steal_pointer (&edit), time, &joined);
      while (g_rand_int_range (rand, 0, 8) == 0 && kith_history_can_undo (history))
        apply_step (map, history, TRUE);
      while (g_rand_int_range (rand, 0, 3) == 0 && kith_history_can_redo (history))
        apply_step (map, history, FALSE);
    }
  while (kith_history_can_redo (history))
    apply_step (map, history, FALSE);
  end = kith_map_snapshot (map);
  g_assert_cmpuint (kith_history_n_groups (history), >, 300);
  for (guint round = 0; round < 2; round++)
    {
      while (kith_history_can_undo (history))
        apply_step (map, history, TRUE);
      test_check (map);
      g_assert_true (kith_map_equal (map, start));
      while (kith_history_can_redo (history))
        apply_step (map, history, FALSE);
      test_check (map);
      g_assert_true (kith_map_equal (map, end));
    }
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

/* One, or all by the same voice of the same stakeholder on any link; never another's. */
static void
test_withdraw (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithId police = test_stakeholder (map, "Police", 0, 0);
  KithId ed = test_stakeholder (map, "ED", 400, 0);
  KithId gp = test_stakeholder (map, "GP", 800, 0);
  KithId one = test_link (map, police, ed);
  KithId other = test_link (map, gp, police);
  KithId said = test_rate (map, one, KITH_END_A, "chief", KITH_BASIS_OWN_WORDS, 4, "2015");
  KithId elsewhere = test_rate (map, other, KITH_END_B, "chief", KITH_BASIS_OWN_WORDS, 2, "2016");
  KithId theirs = test_rate (map, one, KITH_END_B, "chief", KITH_BASIS_OWN_WORDS, 3, "2016");
  KithId ours = test_rate (map, one, KITH_END_A, "", KITH_BASIS_IMPRESSION, 3, "2016");
  KithId ours_too = test_rate (map, other, KITH_END_B, "", KITH_BASIS_IMPRESSION, 3, "2016");

  test_do (map, kith_verb_withdraw (map, ours, TRUE)); /* no voice is named: the one alone */
  g_assert_null (kith_map_assessment (map, ours));
  g_assert_nonnull (kith_map_assessment (map, ours_too));
  test_do (map, kith_verb_withdraw (map, said, TRUE));
  g_assert_null (kith_map_assessment (map, said));
  g_assert_null (kith_map_assessment (map, elsewhere));
  g_assert_nonnull (kith_map_assessment (map, theirs));
  test_do (map, kith_verb_withdraw (map, theirs, FALSE));
  g_assert_null (kith_map_assessment (map, theirs));
  test_check (map);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/verbs/add-guesses-the-sector-unless-told", test_add);
  ADD ("/verbs/add-linked-makes-both-or-neither", test_add_linked);
  ADD ("/verbs/link-joins-two-that-are-there", test_add_link);
  ADD ("/verbs/move-stays-within-the-map", test_move);
  ADD ("/verbs/set-changes-one-field", test_set);
  ADD ("/verbs/rename-has-the-box-measured-again", test_rename);
  ADD ("/verbs/rate-corrects-today-and-adds-on-another-day", test_rate_keys);
  ADD ("/verbs/rate-leaves-what-was-said", test_rate_beside_statement);
  ADD ("/verbs/reverse-leaves-everybody-their-opinion", test_reverse);
  ADD ("/verbs/members-who-stay-keep-their-roles", test_spaces);
  ADD ("/verbs/members/keep-the-dates-of-who-left", test_keeps_who_left);
  ADD ("/verbs/delete-can-be-undone-and-leaves-the-map-its-title", test_delete);
  ADD ("/verbs/delete-of-a-sector-leaves-those-in-it", test_delete_sector);
  ADD ("/verbs/merge-in-takes-everything-even-from-itself", test_merge_in);
  g_test_add_func ("/verbs/a-thousand-edits-are-undone-and-redone", test_a_thousand);
  g_test_add_func ("/verbs/withdraws-a-rating-or-all-of-its-voice", test_withdraw);
  return g_test_run ();
}
