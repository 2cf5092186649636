/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The examples that ship: sound, readable where it lies, and worth presenting. */
#include <math.h>
#include <string.h>

#include "kith-as-at.h"
#include "kith-audience.h"
#include "kith-json.h"
#include "kith-opinion.h"
#include "kith-sectors.h"

#define NORTHMOOR "northmoor-crisis-pathway.json"
#define TARNBECK "tarnbeck-thirty-years.json"
#define ALDERMOUTH "aldermouth-way-out-of-hospital.json"

static KithMap *
load_one (const char *name, char **text)
{
  g_autofree char *path = g_build_filename (g_test_get_dir (G_TEST_DIST), "..", "data", "examples",
                                            name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;
  KithMap *map;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  if (text != NULL)
    *text = g_strndup (contents, length);
  bytes = g_bytes_new_take (contents, length);
  map = kith_map_from_json (bytes, &error);
  g_assert_no_error (error);
  g_assert_true (kith_map_check (map, &error));
  g_assert_no_error (error);
  return map;
}

static KithMap *
load (char **text)
{
  return load_one (NORTHMOOR, text);
}

static void
test_size (void)
{
  g_autoptr (KithMap) map = load (NULL);
  gboolean sectors[KITH_N_SECTORS + 1] = { FALSE };
  guint n_sectors = 0;

  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    sectors[stakeholder->sector] = TRUE;
  for (guint i = 1; i <= KITH_N_SECTORS; i++)
    n_sectors += sectors[i];

  g_assert_cmpuint (kith_map_n (map, KITH_STAKEHOLDER), ==, 25);
  g_assert_cmpuint (kith_map_n (map, KITH_LINK), ==, 45);
  g_assert_cmpuint (kith_map_n (map, KITH_SPACE), ==, 1);
  g_assert_cmpuint (n_sectors, >=, 8);
}

/* Thirty years, and every precision in which people know a date. */
static void
test_history (void)
{
  g_autoptr (KithMap) map = load (NULL);
  guint seen[KITH_DATE_AFTER + 1] = { 0 };
  int first = 3000, last = 0;

  KITH_FOR_EACH (KithEvent, event, map, KITH_EVENT)
    {
      int year = kith_date_first_year (&event->date);

      seen[event->date.precision]++;
      first = MIN (first, year);
      last = MAX (last, year);
      g_assert_cmpuint (strlen (event->title), >, 0);
    }
  g_assert_cmpuint (seen[KITH_DATE_UNSET], ==, 0);
  for (guint i = KITH_DATE_DAY; i <= KITH_DATE_AFTER; i++)
    g_assert_cmpuint (seen[i], >, 0);
  g_assert_cmpint (first, <=, 1995);
  g_assert_cmpint (last, ==, 2026);
}

static void
test_opinions (void)
{
  g_autoptr (KithMap) map = load (NULL);
  guint unrated = 0, apart = 0, voices = 0;
  KithHeard heard;

  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    {
      KithOpinion a, b;

      kith_opinion_of (map, KITH_ID (link), KITH_END_A, KITH_TRUST, &a);
      kith_opinion_of (map, KITH_ID (link), KITH_END_B, KITH_TRUST, &b);
      unrated += !kith_opinion_is_rated (&a) && !kith_opinion_is_rated (&b);
      apart += kith_opinions_differ (&a, &b);
      voices += a.voices > 1 || b.voices > 1;
    }
  kith_map_heard (map, &heard);
  g_assert_cmpuint (unrated, ==, 2);
  g_assert_cmpuint (apart, >=, 5);
  g_assert_cmpuint (voices, >=, 5);
  g_assert_cmpuint (heard.ends, ==, 90);
  g_assert_cmpuint (heard.heard, >=, 60);
  g_assert_cmpuint (heard.rated, >, heard.heard);
}

/* Boxes apart, ends of links far enough apart for both halves to be read. */
static void
test_room (gconstpointer name)
{
  g_autoptr (KithMap) map = load_one (name, NULL);

  KITH_FOR_EACH (KithStakeholder, a, map, KITH_STAKEHOLDER)
    KITH_FOR_EACH (KithStakeholder, b, map, KITH_STAKEHOLDER)
      {
        if (a == b)
          continue;
        g_assert_true (fabs (a->x - b->x) >= (a->width + b->width) / 2 + 12
                       || fabs (a->y - b->y) >= (a->height + b->height) / 2 + 12);
      }
  KITH_FOR_EACH (KithLink, link, map, KITH_LINK)
    {
      const KithStakeholder *a = kith_map_stakeholder (map, link->a);
      const KithStakeholder *b = kith_map_stakeholder (map, link->b);
      double dx = fabs (a->x - b->x), dy = fabs (a->y - b->y);
      double inside = MIN ((a->width / 2) / MAX (dx, 1), (a->height / 2) / MAX (dy, 1))
                      + MIN ((b->width / 2) / MAX (dx, 1), (b->height / 2) / MAX (dy, 1));

      g_assert_cmpfloat (hypot (dx, dy) * (1 - inside), >=, 60);
    }
}

/* What the audience switch is for: there is something to leave out, and it is left out. */
static void
test_audiences (void)
{
  g_autoptr (KithMap) map = load (NULL);
  g_autoptr (KithMap) partners = kith_map_for_audience (map, KITH_PARTNERS);
  guint notes = 0;

  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    notes += *stakeholder->private_note != '\0';
  g_assert_cmpuint (notes, >=, 3);
  KITH_FOR_EACH (KithStakeholder, stakeholder, partners, KITH_STAKEHOLDER)
    g_assert_cmpstr (stakeholder->private_note, ==, "");
  g_assert_cmpuint (kith_map_n (partners, KITH_EVENT), <, kith_map_n (map, KITH_EVENT));
  g_assert_cmpuint (kith_map_n (partners, KITH_ASSESSMENT), <, kith_map_n (map, KITH_ASSESSMENT));
  g_assert_cmpuint (kith_map_n (partners, KITH_ASSESSMENT), >, 60);
}

/* Names in it are made up; a real organisation must not be rated in something that ships. */
static void
test_fiction (gconstpointer name)
{
  static const char *const real[] = { "Manchester", "Yorkshire", "Samaritans", "Mind ",
                                      "Shelter",    "Age UK",    "Rethink",    "Turning Point" };
  g_autofree char *text = NULL;
  g_autoptr (KithMap) map = load_one (name, &text);

  g_assert_nonnull (strstr (kith_map_about (map)->description, "made up"));
  for (guint i = 0; i < G_N_ELEMENTS (real); i++)
    g_assert_null (strstr (text, real[i]));
}

static const KithStakeholder *
called (KithMap *map, const char *name)
{
  KITH_FOR_EACH (KithStakeholder, stakeholder, map, KITH_STAKEHOLDER)
    if (g_str_equal (stakeholder->name, name))
      return stakeholder;
  return NULL;
}

/* Who holds the money, how many hospitals there are and which table they sit at changes as it is
 * played; under the names of then. */
static void
test_played (void)
{
  static const struct
  {
    int year;
    const char *there;
    const char *gone;
    guint spaces;
  } steps[] = {
    { 1995, "Tarnbeck General Hospital", "Tarnbeck Health Authority", 0 },
    { 2001, "Tarnbeck Social Services", "Adult Social Care", 0 },
    { 2004, "Tarnbeck and Moorside Hospitals", "Moorside Hospital", 0 },
    { 2010, "Tarnbeck GP Co-operative", "Tarnbeck GP Federation", 2 },
    { 2014, "Tarnbeck Clinical Commissioning Group", "Tarnbeck Primary Care Trust", 2 },
    { 2021, "Lowgate Neighbourhood Team", "Westfell Integrated Care Board", 1 },
    { 2026, "Westfell Integrated Care Board", "Tarnbeck Clinical Commissioning Group", 2 },
  };
  g_autoptr (KithMap) map = load_one (TARNBECK, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      KithDate day = kith_date_day (steps[i].year, 1, 20);
      g_autoptr (KithMap) then = kith_map_as_at (map, day.first);

      g_assert_nonnull (called (then, steps[i].there));
      g_assert_null (called (then, steps[i].gone));
      g_assert_cmpuint (kith_map_n (then, KITH_SPACE), ==, steps[i].spaces);
    }
}

/* The promise that was broken in November 2003, and what the apology of 2007 began. */
static void
test_broken_promise (void)
{
  static const struct
  {
    int year;
    int step;
  } steps[] = { { 2003, 4 }, { 2004, 1 }, { 2008, 2 }, { 2010, 3 }, { 2013, 4 } };
  g_autoptr (KithMap) map = load_one (TARNBECK, NULL);
  KithId link = kith_id_from_text ("link/pct-asc");

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      KithDate day = kith_date_day (steps[i].year, 1, 20);
      g_autoptr (KithMap) then = kith_map_as_at (map, day.first);
      KithOpinion opinion;

      kith_opinion_of (then, link, KITH_END_B, KITH_TRUST, &opinion);
      g_assert_cmpint (opinion.step, ==, steps[i].step);
    }
}

/* One problem, two diagnoses; four pulse checks; one team that carries three changes; a plan. */
static void
test_aldermouth (void)
{
  g_autoptr (KithMap) map = load_one (ALDERMOUTH, NULL);
  g_autoptr (GHashTable) rounds = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) carries = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (KithMap) partners = kith_map_for_audience (map, KITH_PARTNERS);
  guint most = 0;

  g_assert_cmpuint (kith_map_n (map, KITH_STAKEHOLDER), ==, 23);
  g_assert_cmpuint (kith_map_n (map, KITH_SPACE), ==, 4);
  g_assert_cmpuint (kith_map_n (map, KITH_QUESTION), ==, 3);
  g_assert_cmpuint (kith_map_n (map, KITH_REPAIR), ==, 4);
  KITH_FOR_EACH (KithPulse, pulse, map, KITH_PULSE)
    g_hash_table_add (rounds, pulse->round);
  g_assert_cmpuint (g_hash_table_size (rounds), ==, 4);
  KITH_FOR_EACH (KithLoad, load, map, KITH_LOAD)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (carries, &load->stakeholder)) + 1;

      g_hash_table_insert (carries, (gpointer) &load->stakeholder, GUINT_TO_POINTER (n));
      most = MAX (most, n);
    }
  g_assert_cmpuint (most, ==, 3);
  /* the brokers are two: their pulse stays with the team */
  g_assert_cmpuint (kith_map_n (partners, KITH_PULSE), ==, kith_map_n (map, KITH_PULSE) - 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/example/holds-what-it-promises", test_size);
  g_test_add_func ("/example/tells-thirty-years-in-every-precision", test_history);
  g_test_add_func ("/example/has-ends-that-disagree-and-several-voices", test_opinions);
  g_test_add_data_func ("/example/leaves-room-for-every-box-and-both-halves", NORTHMOOR, test_room);
  g_test_add_data_func ("/example/thirty-years/leaves-room-for-every-box", TARNBECK, test_room);
  g_test_add_func ("/example/thirty-years/shows-who-was-there-when-it-is-played", test_played);
  g_test_add_func ("/example/thirty-years/breaks-a-promise-and-mends-it", test_broken_promise);
  g_test_add_func ("/example/has-something-to-leave-out-for-partners", test_audiences);
  g_test_add_data_func ("/example/rates-nobody-who-exists", NORTHMOOR, test_fiction);
  g_test_add_data_func ("/example/thirty-years/rates-nobody-who-exists", TARNBECK, test_fiction);
  g_test_add_func ("/example/aldermouth-has-two-diagnoses-four-pulses-and-a-plan", test_aldermouth);
  return g_test_run ();
}
