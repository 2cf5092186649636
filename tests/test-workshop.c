/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kith-audience.h"
#include "kith-opinion.h"
#include "kith-test-maps.h"
#include "kith-workshop-map.h"

typedef struct
{
  KithMap *map;
  KithId council, ed, police;
  KithId council_ed, ed_police, council_police;
} Place;

static Place
new_place (void)
{
  Place place = { kith_map_new (), 0, 0, 0, 0, 0, 0 };

  place.police = test_stakeholder (place.map, "Police", 0, 0);
  place.ed = test_stakeholder (place.map, "ED", 400, 0);
  place.council = test_stakeholder (place.map, "Council", 0, 300);
  place.ed_police = test_link (place.map, place.ed, place.police);
  place.council_police = test_link (place.map, place.council, place.police);
  place.council_ed = test_link (place.map, place.council, place.ed);
  return place;
}

static void
agree (Place *place, KithId link, KithEnd end, KithScore score)
{
  KithDate today = kith_date_month (2026, 11);

  test_do (place->map,
           kith_verb_rate_as (place->map, link, end, KITH_TRUST, score, KITH_BASIS_AGREED, &today));
  test_check (place->map);
}

static void
assert_links (GArray *found, guint n, const KithId *wanted)
{
  g_autoptr (GArray) owned = found;

  g_assert_cmpuint (owned->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (owned, KithId, i), ==, wanted[i]);
}

static void
test_selected (void)
{
  Place place = new_place ();
  KithId one[] = { place.police };
  KithId two[] = { place.police, place.ed };
  KithId mixed[] = { place.council_ed, place.police, place.ed };

  assert_links (kith_workshop_selected (place.map, one, 1), 2,
                (KithId[]){ place.council_police, place.ed_police });
  assert_links (kith_workshop_selected (place.map, two, 2), 1, (KithId[]){ place.ed_police });
  assert_links (kith_workshop_selected (place.map, mixed, 3), 2,
                (KithId[]){ place.council_ed, place.ed_police });
  assert_links (kith_workshop_selected (place.map, NULL, 0), 0, NULL);
  kith_map_unref (place.map);
}

/* Somebody's impression is not what the end has said. */
static void
test_unheard (void)
{
  Place place = new_place ();
  KithDate today = kith_date_month (2026, 11);

  agree (&place, place.ed_police, KITH_END_B, KITH_SCORE_2);
  test_do (place.map, kith_verb_rate (place.map, place.council_ed, KITH_END_A, KITH_TRUST,
                                      KITH_SCORE_4, &today));
  assert_links (kith_workshop_unheard (place.map), 2,
                (KithId[]){ place.council_ed, place.council_police });
  kith_map_unref (place.map);
}

/* What the room agrees on is for all to see: it does not go into a rating that is private. */
static void
test_private_rating_stays_apart (void)
{
  Place place = new_place ();
  const KithAssessment *latest;
  KithId first;

  agree (&place, place.ed_police, KITH_END_B, KITH_SCORE_2);
  first = kith_opinion_latest (place.map, place.ed_police, KITH_END_B, "")->record.id;
  agree (&place, place.ed_police, KITH_END_B, KITH_SCORE_3);
  latest = kith_opinion_latest (place.map, place.ed_police, KITH_END_B, "");
  g_assert_cmpint (latest->record.id, ==, first);
  test_do (place.map, kith_verb_set (place.map, KITH_ASSESSMENT, first, "private", "1", NULL));
  agree (&place, place.ed_police, KITH_END_B, KITH_SCORE_4);
  latest = kith_opinion_latest (place.map, place.ed_police, KITH_END_B, "");
  g_assert_cmpint (latest->record.id, !=, first);
  g_assert_false (latest->is_private);
  g_assert_cmpint (latest->scores[KITH_TRUST], ==, KITH_SCORE_4);
  kith_map_unref (place.map);
}

static void
test_private (void)
{
  Place place = new_place ();
  KithId all[] = { place.council_ed, place.ed_police, place.council_police };
  g_autoptr (KithMap) seen = NULL;

  test_do (place.map, kith_verb_set (place.map, KITH_LINK, place.ed_police, "private", "1", NULL));
  seen = kith_map_for_audience (place.map, KITH_PARTNERS);
  assert_links (kith_workshop_selected (seen, all, 3), 2,
                (KithId[]){ place.council_ed, place.council_police });
  assert_links (kith_workshop_in_sight (seen, place.map), 2,
                (KithId[]){ place.council_ed, place.council_police });
  assert_links (kith_workshop_unheard (seen), 2,
                (KithId[]){ place.council_ed, place.council_police });
  kith_map_unref (place.map);
}

/* Not known is an answer, but nothing that was heard; a second thought is no second end. */
static void
test_count (void)
{
  Place place = new_place ();
  KithId ids[] = { place.council_ed, place.ed_police };
  g_autoptr (GArray) links = kith_workshop_selected (place.map, ids, 2);
  g_autoptr (KithMap) before = NULL;
  g_autofree char *none = NULL;
  g_autofree char *words = NULL;
  KithAsk ask = { place.ed_police, KITH_END_A };

  agree (&place, place.council_ed, KITH_END_A, KITH_SCORE_3);
  before = kith_map_snapshot (place.map);
  none = kith_workshop_to_words (before, place.map, links);
  g_assert_cmpstr (none, ==, "Nothing was rated. Heard from 1 of 6 ends.");
  g_assert_cmpint (kith_workshop_agreed (before, place.map, &ask), ==, KITH_SCORE_UNSET);
  agree (&place, place.ed_police, KITH_END_A, KITH_SCORE_2);
  agree (&place, place.ed_police, KITH_END_A, KITH_SCORE_5);
  g_assert_cmpint (kith_workshop_agreed (before, place.map, &ask), ==, KITH_SCORE_5);
  g_assert_false (kith_workshop_is_done (before, place.map, place.ed_police));
  agree (&place, place.ed_police, KITH_END_B, KITH_SCORE_NOT_KNOWN);
  g_assert_true (kith_workshop_is_done (before, place.map, place.ed_police));
  agree (&place, place.council_police, KITH_END_A, KITH_SCORE_4); /* not gone through */
  words = kith_workshop_to_words (before, place.map, links);
  g_assert_cmpstr (words, ==,
                   "2 ends were rated (links: 1 of 2). Heard from 3 of 6 ends, 1 before.");
  kith_map_unref (place.map);
}

/* What was corrected of what stood there before has been said now. */
static void
test_corrected (void)
{
  Place place = new_place ();
  KithAsk ask = { place.ed_police, KITH_END_A };
  g_autoptr (KithMap) before = NULL;

  agree (&place, place.ed_police, KITH_END_A, KITH_SCORE_2);
  before = kith_map_snapshot (place.map);
  g_assert_cmpint (kith_workshop_agreed (before, place.map, &ask), ==, KITH_SCORE_UNSET);
  agree (&place, place.ed_police, KITH_END_A, KITH_SCORE_3);
  g_assert_cmpint (kith_workshop_agreed (before, place.map, &ask), ==, KITH_SCORE_3);
  kith_map_unref (place.map);
}

static void
answer (Place *place, KithId *round, const char *voice, KithScore score)
{
  KithDate today = kith_date_month (2026, 11);
  KithAsk ask = { place->ed_police, KITH_END_A };
  g_autoptr (GError) error = NULL;

  test_do (place->map, kith_workshop_answer (place->map, "Workshop", &today, &ask, voice, score,
                                             round, &error));
  g_assert_no_error (error);
  test_check (place->map);
}

/* Nobody sees it before it is revealed, and one step takes round and first answer back. */
static void
test_silent (void)
{
  Place place = new_place ();
  KithId ids[] = { place.ed_police };
  g_autoptr (GArray) links = kith_workshop_selected (place.map, ids, 1);
  g_autoptr (KithMap) before = kith_map_snapshot (place.map);
  KithAsk ask = { place.ed_police, KITH_END_A };
  g_autoptr (KithMap) seen = NULL;
  g_autoptr (KithSpread) spread = NULL;
  KithId round = 0;

  answer (&place, &round, "Nurse", KITH_SCORE_2);
  g_assert_cmpint (round, !=, 0);
  answer (&place, &round, "Sister", KITH_SCORE_5);
  answer (&place, &round, "nurse", KITH_SCORE_3);
  g_assert_cmpuint (kith_map_n (place.map, KITH_ROUND), ==, 1);
  g_assert_cmpuint (kith_map_n (place.map, KITH_ASSESSMENT), ==, 2);
  g_assert_cmpuint (kith_workshop_n_voices (place.map, round, &ask), ==, 2);
  seen = kith_map_to_show (place.map, KITH_PARTNERS);
  g_assert_cmpuint (kith_workshop_done (before, seen, links).ends, ==, 0);
  g_assert_null (kith_round_spread (seen, round, &ask, KITH_TRUST));
  kith_map_unref (seen);
  test_do (place.map, kith_verb_set_round_state (place.map, round, KITH_ROUND_OPEN, NULL));
  seen = kith_map_to_show (place.map, KITH_PARTNERS);
  g_assert_cmpuint (kith_workshop_done (before, seen, links).ends, ==, 1);
  spread = kith_round_spread (seen, round, &ask, KITH_TRUST);
  g_assert_cmpint (spread->low, ==, 3);
  g_assert_cmpint (spread->high, ==, 5);
  g_assert_cmpfloat (spread->median, ==, 4.0);
  assert_links (kith_workshop_of_round (seen, round), 1, (KithId[]){ place.ed_police });
  kith_map_unref (place.map);
}

static void
test_begins_as_one (void)
{
  Place place = new_place ();
  KithDate today = kith_date_month (2026, 11);
  KithAsk ask = { place.ed_police, KITH_END_A };
  KithId round = 0;
  g_autoptr (KithEdit) edit = kith_workshop_answer (place.map, "Workshop", &today, &ask, "Nurse",
                                                    KITH_SCORE_2, &round, NULL);
  g_autoptr (KithEdit) back = kith_edit_invert (edit);

  g_assert_cmpuint (kith_edit_n_changes (edit), ==, 2);
  g_assert_null (strstr (edit->label, "Nurse"));
  g_assert_true (kith_map_apply (place.map, edit, NULL));
  g_assert_true (kith_map_apply (place.map, back, NULL));
  g_assert_cmpuint (kith_map_n (place.map, KITH_ROUND), ==, 0);
  g_assert_cmpuint (kith_map_n (place.map, KITH_ASSESSMENT), ==, 0);
  kith_map_unref (place.map);
}

static void
test_alone (void)
{
  Place place = new_place ();
  g_autoptr (KithMap) alone = NULL;

  agree (&place, place.ed_police, KITH_END_A, KITH_SCORE_2);
  agree (&place, place.council_ed, KITH_END_A, KITH_SCORE_5);
  alone = kith_workshop_alone (place.map, place.ed_police, 600);
  test_check (alone);
  g_assert_cmpuint (kith_map_n (alone, KITH_STAKEHOLDER), ==, 2);
  g_assert_cmpuint (kith_map_n (alone, KITH_LINK), ==, 1);
  g_assert_cmpuint (kith_map_n (alone, KITH_ASSESSMENT), ==, 1);
  g_assert_cmpfloat (kith_map_stakeholder (alone, place.ed)->x, ==, -300.0);
  g_assert_cmpfloat (kith_map_stakeholder (alone, place.police)->x, ==, 300.0);
  kith_map_unref (place.map);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workshop/links/selected-or-of-who-is-selected-by-name", test_selected);
  g_test_add_func ("/workshop/links/those-never-heard-impressions-left-aside", test_unheard);
  g_test_add_func ("/workshop/links/private-ones-are-not-offered", test_private);
  g_test_add_func ("/workshop/links/what-is-agreed-leaves-a-private-rating-alone",
                   test_private_rating_stays_apart);
  g_test_add_func ("/workshop/count/says-what-was-done-and-who-was-heard", test_count);
  g_test_add_func ("/workshop/count/a-correction-is-said-now", test_corrected);
  g_test_add_func ("/workshop/silent/shows-when-it-is-revealed-only", test_silent);
  g_test_add_func ("/workshop/silent/begins-with-its-first-answer", test_begins_as_one);
  g_test_add_func ("/workshop/one-link-stands-alone", test_alone);
  return g_test_run ();
}
