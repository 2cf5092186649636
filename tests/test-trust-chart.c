/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart of ratings over time: what is under a point, what it says, and what is drawn where. */
#include "kith-audience.h"
#include "kith-as-at.h"
#include "kith-test-maps.h"
#include "kith-trust-chart.h"

#define THEIRS KITH_BASIS_OWN_WORDS
#define OURS KITH_BASIS_IMPRESSION
#define WIDTH 280
#define HEIGHT 240

static const KithTrustChartLook plain = { .width = WIDTH, .height = HEIGHT };

/* As drawn today, 1 July 2026. */
static KithTrustChart *
draw_up (KithMap *map, KithId link, const KithTrustChartLook *look)
{
  KithTrustChartLook now = *look;

  now.today = kith_date_day (2026, 7, 1).first;
  return kith_trust_chart_new (map, link, &now);
}

static const KithChartPoint *
point_of (const KithTrustChart *chart, KithId id)
{
  for (guint i = 0; i < kith_trust_chart_n_points (chart); i++)
    if (kith_trust_chart_point (chart, (int) i)->id == id)
      return kith_trust_chart_point (chart, (int) i);
  return NULL;
}

static KithPoint
middle (const KithChartPoint *point)
{
  return (KithPoint){ point->box.x + point->box.width / 2, point->box.y + point->box.height / 2 };
}

static void
test_words (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);
  KithId one = test_rate (map, link, KITH_END_A, "sergeant", THEIRS, 4, "2019-03");
  KithId ours = test_rate (map, link, KITH_END_B, "", OURS, 2, "2015");
  KithId none = test_rate (map, link, KITH_END_B, "", THEIRS, KITH_SCORE_NOT_KNOWN, "2017");
  KithId event = test_happen (map, link, "Joint triage begins", "2019-03", KITH_EFFECT_PLUS_1,
                              KITH_EFFECT_MINUS_2);
  g_autoptr (KithTrustChart) chart = draw_up (map, link, &plain);
  g_autofree char *whole = kith_trust_chart_to_words (chart);

  g_assert_cmpstr (point_of (chart, one)->words, ==,
                   "March 2019: Police say 4 Strong of ED (sergeant); event: Joint triage begins, "
                   "+1");
  g_assert_cmpstr (point_of (chart, event)->words, ==,
                   "March 2019, event: Joint triage begins, +1 for Police, −2 for ED");
  g_assert_cmpstr (point_of (chart, ours)->words, ==,
                   "2015: ED, we think, say 2 Cautious of Police");
  g_assert_cmpstr (point_of (chart, none)->words, ==, "2017: ED of Police: Not known");
  g_assert_cmpstr (whole, ==,
                   "Police of ED: 4 Strong (March 2019); "
                   "ED of Police: 2 Cautious (2015), Not known (2017); 1 event");
}

static void
test_order (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);
  KithId late = test_rate (map, link, KITH_END_A, "", THEIRS, 4, "2019");
  KithId event = test_happen (map, link, "Won", "2016", 0, 0);
  KithId early = test_rate (map, link, KITH_END_B, "", THEIRS, 2, "2015");
  g_autoptr (KithTrustChart) chart = draw_up (map, link, &plain);

  g_assert_cmpuint (kith_trust_chart_n_points (chart), ==, 3);
  g_assert_cmpint (kith_trust_chart_point (chart, 0)->id, ==, early);
  g_assert_cmpint (kith_trust_chart_point (chart, 1)->id, ==, event);
  g_assert_cmpint (kith_trust_chart_point (chart, 2)->id, ==, late);
  g_assert_null (kith_trust_chart_point (chart, 3));
  g_assert_null (kith_trust_chart_point (chart, KITH_NO_POINT));
}

static void
test_find (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);
  KithTrustChartLook one = plain;
  g_autoptr (KithTrustChart) chart = NULL;
  g_autoptr (KithTrustChart) alone = NULL;

  test_rate (map, link, KITH_END_A, "", THEIRS, 5, "2011");
  test_rate (map, link, KITH_END_A, "", THEIRS, 1, "2019-03-12");
  test_rate (map, link, KITH_END_B, "", THEIRS, 3, "2019-03-12");
  test_happen (map, link, "Won", "2015", KITH_EFFECT_PLUS_1, 0);
  chart = draw_up (map, link, &plain);
  for (guint i = 0; i < kith_trust_chart_n_points (chart); i++)
    {
      const KithChartPoint *point = kith_trust_chart_point (chart, (int) i);
      KithPoint at = middle (point);

      g_assert_cmpint (kith_trust_chart_find (chart, at.x, at.y), ==, (int) i);
      g_assert_cmpint (kith_trust_chart_find (chart, at.x, at.y + 7), ==, (int) i);
      g_assert_cmpfloat (point->box.x, >=, 0);
      g_assert_cmpfloat (point->box.x + point->box.width, <=, WIDTH);
      g_assert_cmpfloat (point->box.y + point->box.height, <=, HEIGHT);
    }
  g_assert_cmpint (kith_trust_chart_find (chart, 2, 2), ==, KITH_NO_POINT);
  one.one = TRUE;
  one.end = KITH_END_B;
  alone = draw_up (map, link, &one);
  g_assert_cmpuint (kith_trust_chart_n_points (alone), ==, 2);
}

/* A decade is as long as a decade, a day no longer than can be seen. */
static void
test_span (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);
  KithId decade = test_rate (map, link, KITH_END_A, "", THEIRS, 2, "199X");
  KithId year = test_rate (map, link, KITH_END_A, "", THEIRS, 3, "2005");
  KithId open = test_rate (map, link, KITH_END_B, "", THEIRS, 3, "../1992");
  g_autoptr (KithTrustChart) chart = draw_up (map, link, &plain);
  const KithRect *long_box = &point_of (chart, decade)->box;
  const KithRect *short_box = &point_of (chart, year)->box;

  g_assert_cmpfloat (long_box->width, >, 50);
  g_assert_cmpfloat (short_box->width, <, 10);
  g_assert_cmpfloat (long_box->x + long_box->width, <, short_box->x);
  g_assert_cmpfloat (point_of (chart, open)->box.x, <, long_box->x);
}

static void
test_audience (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);
  g_autoptr (KithMap) partners = NULL;
  g_autoptr (KithTrustChart) chart = NULL;
  g_autofree char *whole = NULL;

  test_rate (map, link, KITH_END_A, "sergeant", THEIRS, 4, "2015");
  test_rate (map, link, KITH_END_A, "", OURS, 1, "2019");
  partners = kith_map_for_audience (map, KITH_PARTNERS);
  chart = draw_up (partners, link, &plain);
  whole = kith_trust_chart_to_words (chart);
  g_assert_cmpstr (whole, ==, "Police of ED: 4 Strong (2015); ED of Police: Not rated yet");
  g_assert_cmpuint (kith_trust_chart_n_points (chart), ==, 1);
  g_assert_null (strstr (kith_trust_chart_point (chart, 0)->words, "sergeant"));
}

static void
test_proposal (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);
  KithTrustChartLook look = plain;
  g_autoptr (KithTrustChart) without = NULL;
  g_autoptr (KithTrustChart) with = NULL;
  const KithChartPoint *last;

  test_rate (map, link, KITH_END_A, "", THEIRS, 4, "2015");
  test_happen (map, link, "Lost", "2016", KITH_EFFECT_MINUS_1, 0);
  without = draw_up (map, link, &look);
  g_assert_cmpuint (kith_trust_chart_n_points (without), ==, 2);
  look.proposals = TRUE;
  with = draw_up (map, link, &look);
  g_assert_cmpuint (kith_trust_chart_n_points (with), ==, 3);
  last = kith_trust_chart_point (with, 2);
  g_assert_cmpint (last->kind, ==, KITH_CHART_PROPOSAL);
  g_assert_cmpstr (last->words, ==, "Police of ED, proposed: 3 Working: 4 Strong (2015), −1 Lost");
}

/* --- What is drawn --- */

typedef struct
{
  int red, green, blue;
} Pixel;

static cairo_surface_t *
picture (const KithTrustChart *chart)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  kith_trust_chart_draw (cr, chart, KITH_NO_POINT, KITH_NO_POINT);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static Pixel
pixel (cairo_surface_t *surface, double x, double y)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);
  guint32 value;

  memcpy (&value, row + (gsize) x * 4, 4);
  return (Pixel){ (int) (value >> 16 & 255), (int) (value >> 8 & 255), (int) (value & 255) };
}

static gboolean
is_near (Pixel a, guint32 rgb)
{
  return ABS (a.red - (int) (rgb >> 16 & 255)) < 24 && ABS (a.green - (int) (rgb >> 8 & 255)) < 24
         && ABS (a.blue - (int) (rgb & 255)) < 24;
}

/* Antialiasing puts an edge between two pixels. */
static gboolean
is_near_there (cairo_surface_t *surface, double x, double y, guint32 rgb)
{
  for (int dx = -1; dx <= 1; dx++)
    for (int dy = -1; dy <= 1; dy++)
      if (is_near (pixel (surface, x + dx, y + dy), rgb))
        return TRUE;
  return FALSE;
}

/* Half way between two marks on the height of the first there is its line, in the colour of its
 * step; after a "not known" there is none. */
static void
test_lines (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);
  KithId strong = test_rate (map, link, KITH_END_A, "", THEIRS, 4, "2005-01-01");
  KithId unknown = test_rate (map, link, KITH_END_A, "", THEIRS, KITH_SCORE_NOT_KNOWN,
                              "2010-01-01");
  KithId repair = test_rate (map, link, KITH_END_A, "", THEIRS, 1, "2018-01-01");
  g_autoptr (KithTrustChart) chart = draw_up (map, link, &plain);
  cairo_surface_t *surface = picture (chart);
  KithPoint one = middle (point_of (chart, strong));
  KithPoint gap = middle (point_of (chart, unknown));
  KithPoint two = middle (point_of (chart, repair));

  g_assert_true (is_near (pixel (surface, one.x, one.y), 0x3182bd));
  g_assert_true (is_near (pixel (surface, (one.x + gap.x) / 2, one.y), 0x3182bd));
  g_assert_false (is_near (pixel (surface, (gap.x + two.x) / 2, one.y), 0x3182bd));
  g_assert_true (is_near (pixel (surface, (two.x + WIDTH) / 2 - 8, two.y), 0x7f2704));
  cairo_surface_destroy (surface);
}

/* An impression is hollow: its middle has the ground, its rim the colour. */
static void
test_hollow (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);
  KithId ours = test_rate (map, link, KITH_END_A, "", OURS, 1, "2005-01-01");
  KithId theirs = test_rate (map, link, KITH_END_A, "x", THEIRS, 5, "2015-01-01");
  g_autoptr (KithTrustChart) chart = draw_up (map, link, &plain);
  cairo_surface_t *surface = picture (chart);
  KithPoint hollow = middle (point_of (chart, ours));
  KithPoint full = middle (point_of (chart, theirs));

  g_assert_true (is_near (pixel (surface, hollow.x, hollow.y), 0xfafafa));
  g_assert_true (is_near_there (surface, hollow.x, hollow.y - 4, 0x7f2704));
  g_assert_true (is_near (pixel (surface, full.x, full.y), 0x08306b));
  cairo_surface_destroy (surface);
}

/* Between two lines that are far apart it is darker than where they are not, and where there is
 * one line only it is as it was. */
static void
test_gap (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);
  KithId far = test_rate (map, link, KITH_END_A, "", THEIRS, 5, "2005-01-01");
  KithId low = test_rate (map, link, KITH_END_B, "", THEIRS, 1, "2012-01-01");
  KithId near = test_rate (map, link, KITH_END_A, "", THEIRS, 2, "2019-01-01");
  g_autoptr (KithTrustChart) chart = draw_up (map, link, &plain);
  cairo_surface_t *surface = picture (chart);
  double before = (middle (point_of (chart, far)).x + middle (point_of (chart, low)).x) / 2;
  double apart = (middle (point_of (chart, low)).x + middle (point_of (chart, near)).x) / 2;
  double close = middle (point_of (chart, near)).x + 20;
  double y = middle (point_of (chart, low)).y - 9;
  Pixel dark = pixel (surface, apart, y);
  Pixel light = pixel (surface, close, y);

  g_assert_true (is_near (pixel (surface, before, y), 0xffffff));
  g_assert_cmpint (dark.red, <, light.red);
  g_assert_cmpint (light.red, <, 250);
  cairo_surface_destroy (surface);
}

/* A map as at a day ends there, with a line on that day; the axis goes on until today. */
static void
test_day (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);
  g_autoptr (KithMap) then = NULL;
  KithTrustChartLook look = plain;
  g_autoptr (KithTrustChart) chart = NULL;
  KithId first = test_rate (map, link, KITH_END_A, "", THEIRS, 4, "2006-07-01");
  cairo_surface_t *surface;
  KithPoint at;
  double shown;

  test_rate (map, link, KITH_END_A, "", THEIRS, 1, "2020-01-01");
  look.day = kith_date_day (2016, 7, 1).first;
  then = kith_map_as_at (map, look.day);
  chart = draw_up (then, link, &look);
  g_assert_cmpuint (kith_trust_chart_n_points (chart), ==, 1);
  surface = picture (chart);
  at = middle (point_of (chart, first));
  shown = at.x + (WIDTH - 9 - at.x) / 2; /* half way to today */
  g_assert_true (is_near (pixel (surface, shown - 20, at.y), 0x3182bd));
  g_assert_false (is_near (pixel (surface, shown + 20, at.y), 0x3182bd));
  g_assert_cmpint (MIN (pixel (surface, shown, at.y + 12).red,
                        MIN (pixel (surface, shown - 1, at.y + 12).red,
                             pixel (surface, shown + 1, at.y + 12).red)),
                   <, 160);
  cairo_surface_destroy (surface);
}

/* No size is too small, no history too long. */
static void
test_hostile (void)
{
  KithId link;
  g_autoptr (KithMap) map = test_police_and_ed (&link);
  static const double sizes[][2] = { { 0, 0 }, { 1, 1 }, { 40, 30 }, { 4000, 20 }, { 280, 240 } };

  test_rate (map, link, KITH_END_A, "", THEIRS, 4, "1000");
  test_rate (map, link, KITH_END_A, "", THEIRS, 4, "2999");
  test_rate (map, link, KITH_END_B, "", THEIRS, 2, "../1000");
  test_rate (map, link, KITH_END_B, "", THEIRS, 2, "2999/..");
  test_rate (map, link, KITH_END_B, "", OURS, 3, "");
  for (int i = 0; i < 300; i++)
    test_happen (map, link, "Again", "2019-03-12", KITH_EFFECT_PLUS_2, KITH_EFFECT_MINUS_2);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      KithTrustChartLook look = { .width = sizes[i][0], .height = sizes[i][1], .proposals = TRUE };
      g_autoptr (KithTrustChart) chart = draw_up (map, link, &look);
      g_autoptr (KithTrustChart) spark = NULL;

      cairo_surface_destroy (picture (chart));
      look.spark = TRUE;
      spark = draw_up (map, link, &look);
      g_assert_cmpuint (kith_trust_chart_n_points (spark), ==, 0);
      cairo_surface_destroy (picture (spark));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trust-chart/reads-out-each-point-and-the-whole", test_words);
  g_test_add_func ("/trust-chart/has-its-points-in-the-order-of-time", test_order);
  g_test_add_func ("/trust-chart/finds-what-is-under-the-pointer", test_find);
  g_test_add_func ("/trust-chart/draws-a-date-as-long-as-it-may-have-been", test_span);
  g_test_add_func ("/trust-chart/shows-partners-no-impression-and-no-voice", test_audience);
  g_test_add_func ("/trust-chart/marks-what-is-only-proposed-when-asked-to", test_proposal);
  g_test_add_func ("/trust-chart/a-line-holds-until-the-next-and-breaks-at-not-known", test_lines);
  g_test_add_func ("/trust-chart/an-impression-is-hollow", test_hollow);
  g_test_add_func ("/trust-chart/shades-what-lies-between-the-ends", test_gap);
  g_test_add_func ("/trust-chart/ends-on-the-day-that-is-shown", test_day);
  g_test_add_func ("/trust-chart/survives-any-size-and-any-date", test_hostile);
  return g_test_run ();
}
