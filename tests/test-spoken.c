/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader says of stakeholders, links and spaces, and that it says no more than the
 * audience may hear. */
#include "kith-audience.h"
#include "kith-spoken.h"
#include "kith-test-maps.h"

typedef struct
{
  KithMap *map;
  KithId police;
  KithId housing;
  KithId link;
  KithId space;
} Fixture;

static void
set (KithMap *map, KithKind kind, KithId id, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  test_do (map, kith_verb_set (map, kind, id, field, value, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  KithMap *map = fixture->map = kith_map_new ();

  fixture->police = test_stakeholder (map, "Northmoor Police", 0, 0);
  fixture->housing = test_stakeholder (map, "Housing Options", 300, 0);
  fixture->link = test_link (map, fixture->police, fixture->housing);
  fixture->space = test_space (map, "Big Room", (KithId[]){ fixture->police, fixture->housing }, 2);
  set (map, KITH_STAKEHOLDER, fixture->police, "kind", "police force");
  set (map, KITH_LINK, fixture->link, "kind", "refers-to");
  set (map, KITH_LINK, fixture->link, "direction", "a-to-b");
  test_rate (map, fixture->link, KITH_END_A, "sergeant", KITH_BASIS_OWN_WORDS, KITH_SCORE_4,
             "2020");
  test_rate (map, fixture->link, KITH_END_B, "officer", KITH_BASIS_IMPRESSION, KITH_SCORE_2,
             "2020");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  kith_map_unref (fixture->map);
}

static char *
link_words (Fixture *fixture, KithAudience audience, KithId from)
{
  g_autoptr (KithMap) map = kith_map_for_audience (fixture->map, audience);

  return kith_spoken_link (map, kith_map_link (map, fixture->link), from, audience);
}

static char *
more_of_link (Fixture *fixture, KithAudience audience)
{
  g_autoptr (KithMap) map = kith_map_for_audience (fixture->map, audience);

  return kith_spoken_link_more (map, kith_map_link (map, fixture->link), KITH_TRUST, audience);
}

static char *
more_of_police (Fixture *fixture, KithAudience audience)
{
  g_autoptr (KithMap) map = kith_map_for_audience (fixture->map, audience);

  return kith_spoken_stakeholder_more (map, kith_map_stakeholder (map, fixture->police), audience);
}

#define ASSERT_SAID(call, expected)         \
  G_STMT_START                              \
  {                                         \
    g_autofree char *said = (call);         \
    g_assert_cmpstr (said, ==, (expected)); \
  }                                         \
  G_STMT_END

static void
test_stakeholder_name (Fixture *fixture, gconstpointer data)
{
  const KithStakeholder *police = kith_map_stakeholder (fixture->map, fixture->police);

  ASSERT_SAID (kith_spoken_stakeholder (fixture->map, police),
               "Northmoor Police, police force, 1 link");
}

static void
test_stakeholder_more (Fixture *fixture, gconstpointer data)
{
  set (fixture->map, KITH_STAKEHOLDER, fixture->police, "level", "place");
  set (fixture->map, KITH_STAKEHOLDER, fixture->police, "story", "not-involved");
  set (fixture->map, KITH_STAKEHOLDER, fixture->police, "description", "Three towns");
  set (fixture->map, KITH_STAKEHOLDER, fixture->police, "private_note", "They are tired");
  ASSERT_SAID (more_of_police (fixture, KITH_TEAM),
               "Not yet involved. Level: Place. Heard from on 1 of 1 link. In Big Room. "
               "Three towns.");
  ASSERT_SAID (more_of_police (fixture, KITH_PUBLIC),
               "Not yet involved. Level: Place. In Big Room. Three towns.");
}

static void
test_link_from_both_ends (Fixture *fixture, gconstpointer data)
{
  ASSERT_SAID (link_words (fixture, KITH_TEAM, fixture->police),
               "Refers to: Housing Options; Northmoor Police say 4 Strong of Housing Options; "
               "Housing Options, we think, say 2 Cautious of Northmoor Police");
  ASSERT_SAID (link_words (fixture, KITH_TEAM, fixture->housing),
               "Refers to, coming from: Northmoor Police; Northmoor Police say 4 Strong of Housing "
               "Options; Housing Options, we think, say 2 Cautious of Northmoor Police");
}

/* Partners hear no impression of ours, the public no rating at all. */
static void
test_link_by_audience (Fixture *fixture, gconstpointer data)
{
  ASSERT_SAID (link_words (fixture, KITH_PARTNERS, fixture->police),
               "Refers to: Housing Options; Northmoor Police say 4 Strong of Housing Options; "
               "Housing Options of Northmoor Police: Not rated yet");
  ASSERT_SAID (link_words (fixture, KITH_PUBLIC, fixture->police),
               "Refers to: Housing Options; linked with Northmoor Police");
}

static void
test_link_more (Fixture *fixture, gconstpointer data)
{
  KithId event = test_event (fixture->map, KITH_LINK, fixture->link, "A promise was kept");

  ASSERT_SAID (more_of_link (fixture, KITH_TEAM),
               "The ends are two steps or more apart. Last event: A promise was kept, 2019.");
  ASSERT_SAID (more_of_link (fixture, KITH_PARTNERS), "Last event: A promise was kept, 2019.");
  set (fixture->map, KITH_EVENT, event, "private", "1");
  ASSERT_SAID (more_of_link (fixture, KITH_PARTNERS), "");
}

static void
test_space_words (Fixture *fixture, gconstpointer data)
{
  const KithSpace *space;

  set (fixture->map, KITH_SPACE, fixture->space, "rhythm", "every Tuesday");
  space = kith_map_space (fixture->map, fixture->space);
  ASSERT_SAID (kith_spoken_space (fixture->map, space), "Big Room, shared space, 2 members");
  ASSERT_SAID (kith_spoken_space_more (fixture->map, space),
               "every Tuesday. Members: Housing Options, Northmoor Police.");
}

/* Who is private is no member for partners, and no link leads there. */
static void
test_private_member (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KithMap) map = NULL;

  set (fixture->map, KITH_STAKEHOLDER, fixture->housing, "private", "1");
  map = kith_map_for_audience (fixture->map, KITH_PARTNERS);
  ASSERT_SAID (kith_spoken_space_more (map, kith_map_space (map, fixture->space)),
               "Members: Northmoor Police.");
  ASSERT_SAID (kith_spoken_stakeholder (map, kith_map_stakeholder (map, fixture->police)),
               "Northmoor Police, police force, 0 links");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/spoken/stakeholder/name-kind-and-number-of-links", test_stakeholder_name);
  ADD ("/spoken/stakeholder/place-in-the-story-level-and-who-was-heard", test_stakeholder_more);
  ADD ("/spoken/link/is-told-from-either-end", test_link_from_both_ends);
  ADD ("/spoken/link/says-what-the-audience-may-hear", test_link_by_audience);
  ADD ("/spoken/link/says-what-happened-last", test_link_more);
  ADD ("/spoken/space/names-its-members", test_space_words);
  ADD ("/spoken/space/does-not-name-who-is-private", test_private_member);
  return g_test_run ();
}
