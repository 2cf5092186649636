/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filter and focus: what passes, how it is spelled, and that what is hidden is nowhere. */
#include "kith-audience.h"
#include "kith-export.h"
#include "kith-figures.h"
#include "kith-legend.h"
#include "kith-test-maps.h"

enum
{
  POLICE,
  HOMES,
  WARD,
  CAFE,
  ALONE,
  N_BOXES,
};

typedef struct
{
  KithMap *map;
  KithId boxes[N_BOXES];
  KithId links[3]; /* police–homes, homes–ward, ward–café */
  KithId rooms[2]; /* police and homes, alone */
} Place;

static const char letters[] = "PHWCA";
static const char *const link_names[] = { "PH", "HW", "WC" };

static KithId
add (Place *place, guint i, const char *name, KithId sector, const char *kind, int level)
{
  KithStakeholder *record;

  place->boxes[i] = test_stakeholder (place->map, name, 400.0 * i, 0);
  record = kith_record_copy (kith_map_stakeholder (place->map, place->boxes[i]));
  record->sector = sector;
  record->level = level;
  kith_text_set (&record->kind, kind);
  if (i == WARD)
    kith_text_set (&record->tags, "frail, winter");
  if (i == CAFE)
    {
      record->story = KITH_STORY_NOT_INVOLVED;
      record->from = kith_date_year (2015);
    }
  if (i == ALONE)
    {
      record->to = kith_date_year (2010);
      kith_text_set (&record->description, "Closed after a crisis");
    }
  test_put (place->map, record);
  return place->boxes[i];
}

static void
begin (Place *place)
{
  KithLink *link;

  place->map = kith_map_new ();
  add (place, POLICE, "Police", 7, "police force", KITH_LEVEL_PLACE);
  add (place, HOMES, "Homes", 6, "housing association", KITH_LEVEL_NEIGHBOURHOOD);
  add (place, WARD, "Ward", 2, "Acute trust", KITH_LEVEL_SYSTEM);
  add (place, CAFE, "Café", 10, "", KITH_LEVEL_UNSET);
  add (place, ALONE, "Alone", 13, "", KITH_LEVEL_UNSET);
  for (guint i = 0; i < 3; i++)
    place->links[i] = test_link (place->map, place->boxes[i], place->boxes[i + 1]);
  link = kith_record_copy (kith_map_link (place->map, place->links[1]));
  link->kind = KITH_LINK_REFERS_TO;
  test_put (place->map, link);
  link = kith_record_copy (kith_map_link (place->map, place->links[2]));
  kith_text_set (&link->tags, "Winter");
  test_put (place->map, link);
  test_rate (place->map, place->links[0], KITH_END_A, "", KITH_BASIS_OWN_WORDS, KITH_SCORE_2,
             "2020");
  test_rate (place->map, place->links[0], KITH_END_B, "", KITH_BASIS_OWN_WORDS, KITH_SCORE_4,
             "2020");
  test_rate (place->map, place->links[2], KITH_END_A, "", KITH_BASIS_OWN_WORDS, KITH_SCORE_3,
             "2020");
  test_event (place->map, KITH_LINK, place->links[1], "Crisis meeting");
  place->rooms[0] = test_space (place->map, "Room", place->boxes, 2);
  place->rooms[1] = test_space (place->map, "Den", &place->boxes[ALONE], 1);
}

static void
end (Place *place)
{
  g_clear_pointer (&place->map, kith_map_unref);
}

/* "PH PH": the stakeholders that pass, then the links. */
static char *
spell (const Place *place, const KithFilter *filter)
{
  g_autoptr (KithPass) pass = kith_filter_evaluate (filter, place->map);
  GString *out = g_string_new (NULL);
  guint n = 0, m = 0;

  for (guint i = 0; i < N_BOXES; i++)
    if (kith_pass_has (pass, place->boxes[i]))
      {
        g_string_append_c (out, letters[i]);
        n++;
      }
  for (guint i = 0; i < 3; i++)
    if (kith_pass_has (pass, place->links[i]))
      {
        g_string_append_printf (out, " %s", link_names[i]);
        m++;
      }
  g_assert_cmpuint (kith_pass_n (pass, place->map, KITH_STAKEHOLDER), ==, n);
  g_assert_cmpuint (kith_pass_n (pass, place->map, KITH_LINK), ==, m);
  return g_string_free (out, FALSE);
}

static KithFilter *
read_filter (const Place *place, const char *text)
{
  g_autoptr (GError) error = NULL;
  KithFilter *filter = kith_filter_from_text (place->map, KITH_TEAM, text, FALSE, &error);

  g_assert_no_error (error);
  return filter;
}

static const struct
{
  const char *text;
  const char *passes;
  const char *canonical; /* NULL: as it was written */
} rows[] = {
  { "", "PHWCA PH HW WC", NULL },
  { "sector=police-fire-justice,housing", "PH PH", NULL },
  { "sector=Housing", "H", "sector=housing" },
  { "level=not-said", "CA", NULL },
  { "level=place,system", "PW", NULL },
  { "kind=ACUTE TRUST", "W", "kind=Acute trust" },
  { "form=organisation", "PHWCA PH HW WC", NULL },
  { "story=not-involved", "C", NULL },
  { "story=Not yet involved", "C", "story=not-involved" },
  { "link=refers-to", "HW HW", NULL },
  { "trust=1-2", "PH PH", NULL },
  { "trust=2-4", "PHWC PH WC", NULL },
  { "trust=5", "", NULL },
  { "trust=not-known", "HWC HW WC", NULL },
  { "trust=1-2,not-known", "PHWC PH HW WC", NULL },
  { "sector=housing; trust=1-2", "", NULL },
  { "text=crisis", "HWA HW", NULL },
  { "text=police", "P", NULL },
  { "tag=winter", "WC WC", NULL },
  { "tag=FRAIL", "W", "tag=frail" },
  { "existed=2012", "PHW PH HW", NULL },
  { "existed=..2005", "PHWA PH HW", NULL },
  { "existed=2016..", "PHWC PH HW WC", NULL },
  { "happened=2019", "HW HW", NULL },
  { "happened=2000..2018", "", NULL },
  { "tag=winter; existed=1999..2011", "W", NULL },
  { "trust=1-2; text=crisis", "", NULL },
  { " LEVEL = place ;; text = \"a; b\" ", "", "level=place; text=\"a; b\"" },
};

static void
test_what_passes (void)
{
  Place place;

  begin (&place);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KithFilter) filter = read_filter (&place, rows[i].text);
      g_autofree char *passes = spell (&place, filter);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (passes, ==, rows[i].passes);
    }
  end (&place);
}

static void
test_text_and_back (void)
{
  Place place;

  begin (&place);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KithFilter) filter = read_filter (&place, rows[i].text);
      g_autofree char *text = kith_filter_to_text (filter, place.map);
      g_autoptr (KithFilter) again = read_filter (&place, text);
      g_autoptr (KithFilter) copy = kith_filter_copy (filter);

      g_assert_cmpstr (text, ==, rows[i].canonical != NULL ? rows[i].canonical : rows[i].text);
      g_assert_true (kith_filter_equal (filter, again));
      g_assert_true (kith_filter_equal (filter, copy));
    }
  end (&place);
}

/* A part that is taken away is what a person meant by it, and nothing else. */
static void
test_parts_go_one_by_one (void)
{
  Place place;
  g_autoptr (KithFilter) filter = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autofree char *words = NULL;

  begin (&place);
  filter = read_filter (&place, "sector=housing,police-fire-justice; trust=1-2; text=crisis");
  kith_filter_set_focus (filter, place.boxes, 1, 2);
  words = kith_filter_to_words (filter, place.map);
  g_assert_cmpstr (words, ==,
                   "Focus: Police, 2 steps · Housing or Police, fire and justice · Trust 1–2 · "
                   "Text: crisis");
  parts = kith_filter_parts (filter, place.map);
  g_assert_cmpuint (parts->len, ==, 5);
  kith_filter_remove (filter, parts->pdata[1]);
  kith_filter_remove (filter, parts->pdata[0]);
  kith_filter_remove (filter, parts->pdata[4]);
  g_clear_pointer (&words, g_free);
  words = kith_filter_to_text (filter, place.map);
  g_assert_cmpstr (words, ==, "sector=police-fire-justice; trust=1-2");
  kith_filter_remove (filter, parts->pdata[2]);
  kith_filter_remove (filter, parts->pdata[3]);
  g_assert_true (kith_filter_is_empty (filter));
  end (&place);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *named[2]; /* what the message says */
  } wrong[] = {
    { "sektor=housing", { "sektor", "sector" } },
    { "sector=zoo", { "zoo", "police-fire-justice" } },
    { "level=zoo", { "zoo", "neighbourhood" } },
    { "kind=zoo", { "zoo", "Acute trust" } },
    { "tag=zoo", { "zoo", "frail" } },
    { "trust=0-7", { "0-7", "1-2" } },
    { "trust=", { "trust", "1-2" } },
    { "existed=soon", { "soon", "2010..2015" } },
    { "existed=2015..2010", { "2015..2010", "ends" } },
    { "housing", { "housing", "sector" } },
  };
  Place place;

  begin (&place);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KithFilter) none = kith_filter_from_text (place.map, KITH_TEAM, wrong[i].text,
                                                           FALSE, &error);
      g_autoptr (KithFilter) some = kith_filter_from_text (place.map, KITH_TEAM, wrong[i].text,
                                                           TRUE, NULL);

      g_assert_null (none);
      g_assert_nonnull (some);
      g_assert_error (error, KITH_FILTER_ERROR, 0);
      for (guint j = 0; j < 2; j++)
        if (strstr (error->message, wrong[i].named[j]) == NULL)
          g_error ("“%s” does not say “%s”", error->message, wrong[i].named[j]);
    }
  end (&place);
}

static void
test_focus (void)
{
  static const struct
  {
    guint from;
    guint steps;
    const char *filter;
    const char *passes;
  } cases[] = {
    { POLICE, 1, "", "PH PH" },
    { POLICE, 2, "", "PHW PH HW" },
    { POLICE, 3, "", "PHWC PH HW WC" },
    { WARD, 1, "", "HWC HW WC" },
    { ALONE, 3, "", "A" },
    { POLICE, 3, "trust=2-4", "PH PH" }, /* steps go over links that pass */
    { CAFE, 1, "sector=housing", "C" },  /* those in focus pass always */
    { POLICE, 1, "sector=housing", "PH PH" },
  };
  Place place;

  begin (&place);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KithFilter) filter = read_filter (&place, cases[i].filter);
      g_autofree char *passes = NULL;

      kith_filter_set_focus (filter, &place.boxes[cases[i].from], 1, cases[i].steps);
      passes = spell (&place, filter);
      g_assert_cmpstr (passes, ==, cases[i].passes);
    }
  end (&place);
}

static void
test_kept_and_spaces (void)
{
  Place place;
  g_autoptr (KithFilter) filter = NULL;
  g_autoptr (KithPass) pass = NULL;
  g_autofree char *passes = NULL;

  begin (&place);
  filter = read_filter (&place, "sector=housing");
  kith_filter_keep (filter, place.links[2]);
  passes = spell (&place, filter);
  g_assert_cmpstr (passes, ==, "HWC WC");
  pass = kith_filter_evaluate (filter, place.map);
  g_assert_true (kith_pass_has (pass, place.rooms[0])); /* one of its members passes */
  g_assert_false (kith_pass_has (pass, place.rooms[1]));
  end (&place);
}

/* Nothing of a filter is shown to those who may not see what it is about. */
static void
test_audiences (void)
{
  Place place;
  g_autoptr (KithFilter) filter = NULL;
  KithStakeholder *secret;

  begin (&place);
  secret = kith_record_copy (kith_map_stakeholder (place.map, place.boxes[WARD]));
  secret->is_private = TRUE;
  test_put (place.map, secret);
  filter = read_filter (&place, "sector=nhs-providers,housing; trust=1-2; tag=frail; text=plan");
  kith_filter_set_focus (filter, &place.boxes[WARD], 1, 1);
  for (guint audience = KITH_PARTNERS; audience <= KITH_PUBLIC; audience++)
    {
      g_autoptr (KithMap) map = kith_map_for_audience (place.map, (KithAudience) audience);
      g_autoptr (KithFilter) made = kith_filter_for_audience (filter, map, (KithAudience) audience,
                                                              TRUE);
      g_autofree char *text = kith_filter_to_text (made, map);
      g_autofree char *words = kith_filter_to_words (made, map);
      g_autoptr (KithFilter) read = kith_filter_from_text (map, (KithAudience) audience,
                                                           "trust=1-2", FALSE, NULL);
      g_autoptr (KithPass) pass = kith_filter_evaluate (made, map);
      g_autofree char *count = kith_pass_to_words (pass, map);

      g_assert_cmpstr (text, ==,
                       audience == KITH_PARTNERS ? "sector=housing; trust=1-2" : "sector=housing");
      g_assert_null (strstr (words, "Ward"));
      g_assert_cmpuint (kith_filter_get_steps (made), ==, 0);
      g_assert_cmpint (read != NULL, ==, audience == KITH_PARTNERS);
      g_assert_nonnull (strstr (count, "of 4 stakeholders"));
    }
  end (&place);
}

/* --- Figures --- */

static void
assert_same_place (const KithFigures *a, const KithFigures *b, KithId id)
{
  KithRect one = { 0 }, other = { 0 };

  g_assert_cmpint (kith_figures_extent (a, id, &one), ==, kith_figures_extent (b, id, &other));
  g_assert_cmpfloat (one.x, ==, other.x);
  g_assert_cmpfloat (one.y, ==, other.y);
  g_assert_cmpfloat (one.width, ==, other.width);
  g_assert_cmpfloat (one.height, ==, other.height);
}

/* What is hidden cannot be found by looking, pointing or asking. */
static void
test_hidden_is_nowhere (void)
{
  Place place;
  g_autoptr (KithFilter) filter = NULL;
  g_autoptr (KithFigures) figures = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (KithId));
  KithView view = KITH_VIEW_INIT;
  KithRect extent, all = { -1e5, -1e5, 2e5, 2e5 };
  KithPoint at;

  begin (&place);
  filter = read_filter (&place, "trust=1-2");
  kith_filter_set_hides (filter, TRUE);
  view.filter = filter;
  figures = kith_figures_new (place.map, &view);
  kith_figures_in_rect (figures, &all, ids);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_true (kith_figures_extent (figures, place.boxes[HOMES], &extent));
  g_assert_false (kith_figures_extent (figures, place.boxes[WARD], &extent));
  g_assert_false (kith_figures_extent (figures, place.links[1], &extent));
  g_assert_false (kith_figures_extent (figures, place.rooms[1], &extent));
  g_assert_false (kith_figures_link_middle (figures, place.links[1], &at));
  g_assert_cmpint (kith_figures_hit (figures, 800, 0, 8).part, ==, KITH_HIT_NOTHING);
  g_assert_cmpint (kith_figures_hit (figures, 600, 0, 8).part, ==, KITH_HIT_NOTHING);
  g_assert_cmpint (kith_figures_neighbour (figures, place.boxes[HOMES], 1, 0), ==, 0);
  extent = kith_figures_bounds (figures);
  g_assert_cmpfloat (extent.x + extent.width, <, 700);
  /* and yet nothing new is put on it */
  g_assert_true (kith_figures_is_taken (figures, &(KithRect){ 790, -10, 20, 20 }));
  end (&place);
}

/* What is faint is there, but walked past and pointed at last. */
static void
test_faint_comes_last (void)
{
  Place place;
  g_autoptr (KithFilter) filter = NULL;
  g_autoptr (KithFigures) figures = NULL;
  KithView view = KITH_VIEW_INIT;
  KithStakeholder *police;
  KithId over;

  begin (&place);
  over = test_stakeholder (place.map, "Over homes", 410, 0);
  police = kith_record_copy (kith_map_stakeholder (place.map, over));
  police->sector = 7;
  test_put (place.map, police);
  filter = read_filter (&place, "sector=housing,voluntary-community");
  view.filter = filter;
  figures = kith_figures_new (place.map, &view);
  g_assert_cmpint (kith_figures_hit (figures, 410, 0, 4).id, ==, place.boxes[HOMES]);
  g_assert_cmpint (kith_figures_hit (figures, 800, 0, 4).id, ==, place.boxes[WARD]);
  g_assert_cmpint (kith_figures_neighbour (figures, place.boxes[HOMES], 1, 0), ==,
                   place.boxes[CAFE]);
  end (&place);
}

/* A view that is set later makes of figures what it would have made of them at first. */
static void
test_set_later (void)
{
  static const char *const texts[] = { "trust=1-2", "", "text=crisis", "sector=housing" };
  g_autoptr (KithMap) map = test_random_map (60, 150, 4, 9);
  KithView plain = KITH_VIEW_INIT;
  g_autoptr (KithFigures) figures = kith_figures_new (map, &plain);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (texts); i++)
    {
      KithView view = KITH_VIEW_INIT;
      g_autoptr (KithFilter) filter = kith_filter_from_text (map, KITH_TEAM, texts[i / 2], TRUE,
                                                             NULL);
      g_autoptr (KithFigures) fresh = NULL;

      kith_filter_set_hides (filter, i % 2 == 1);
      view.filter = filter;
      kith_figures_set_view (figures, map, &view);
      fresh = kith_figures_new (map, &view);
      for (guint kind = KITH_STAKEHOLDER; kind <= KITH_SPACE; kind++)
        KITH_FOR_EACH (KithRecord, record, map, (KithKind) kind)
          {
            assert_same_place (figures, fresh, record->id);
            g_assert_cmpint (kith_figures_passes (figures, record->id), ==,
                             kith_figures_passes (fresh, record->id));
          }
    }
}

/* --- Exports --- */

static char *
export_svg (const Place *place, const char *text, gboolean hides, gboolean legend)
{
  g_autoptr (KithFilter) filter = read_filter (place, text);
  KithView view = KITH_VIEW_INIT;
  KithExport options = KITH_EXPORT_INIT;
  g_autoptr (GBytes) bytes = NULL;

  kith_filter_set_hides (filter, hides);
  view.filter = filter;
  view.legend = legend ? KITH_CORNER_BOTTOM_LEFT : KITH_CORNER_HIDDEN;
  options.format = KITH_PICTURE_SVG;
  options.title_block = FALSE;
  bytes = kith_export (place->map, &view, &options, NULL);
  g_assert_nonnull (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gsize
length_of (char *owned)
{
  gsize length = strlen (owned);

  g_free (owned);
  return length;
}

/* What is not drawn is not in the file; that it is a part is said with or without a legend. */
static void
test_exports (void)
{
  Place place;
  g_autoptr (KithFilter) filter = NULL;
  g_autoptr (KithLegend) legend = NULL;
  g_autofree char *words = NULL;
  KithView view = KITH_VIEW_INIT;
  gsize all, faint, hidden;

  begin (&place);
  all = length_of (export_svg (&place, "", FALSE, FALSE));
  faint = length_of (export_svg (&place, "sector=housing", FALSE, FALSE));
  hidden = length_of (export_svg (&place, "sector=housing", TRUE, FALSE));
  g_assert_cmpuint (faint, >, all); /* the same, and what it is a part of */
  g_assert_cmpuint (hidden, <, all);
  filter = read_filter (&place, "sector=housing");
  kith_filter_set_hides (filter, TRUE);
  view.filter = filter;
  legend = kith_legend_new_strip (place.map, &view, 900, TRUE);
  words = kith_legend_to_words (legend);
  g_assert_nonnull (strstr (words, "A part of the map"));
  g_assert_nonnull (strstr (words, "Showing 1 of 5 stakeholders, 0 of 3 links"));
  g_assert_nonnull (strstr (words, "Housing"));
  g_assert_null (strstr (words, "Police"));
  g_assert_null (strstr (words, "Trust, from each end"));
  end (&place);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/what-passes", test_what_passes);
  g_test_add_func ("/filter/as-text-and-back", test_text_and_back);
  g_test_add_func ("/filter/parts-go-one-by-one", test_parts_go_one_by_one);
  g_test_add_func ("/filter/what-is-wrong-is-refused-with-what-would-do", test_refused);
  g_test_add_func ("/filter/a-focus-reaches-so-many-steps", test_focus);
  g_test_add_func ("/filter/what-is-kept-passes-and-spaces-follow-members", test_kept_and_spaces);
  g_test_add_func ("/filter/an-audience-is-asked-nothing-it-may-not-see", test_audiences);
  g_test_add_func ("/filter/what-is-hidden-is-nowhere", test_hidden_is_nowhere);
  g_test_add_func ("/filter/what-is-faint-comes-last", test_faint_comes_last);
  g_test_add_func ("/filter/figures-follow-a-view-that-is-set-later", test_set_later);
  g_test_add_func ("/filter/exports-say-that-they-are-a-part", test_exports);
  return g_test_run ();
}
