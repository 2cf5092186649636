/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flags of warning signs and of the repair plan on the map, and the lenses of teams: by hand. */
#include "kith-audience.h"
#include "kith-figures-flags.h"
#include "kith-legend-items.h"
#include "kith-load.h"
#include "kith-repair.h"
#include "kith-test-maps.h"
#include "kith-warning.h"

typedef struct
{
  KithMap *map;
  KithId ward;
  KithId team;
  KithId link;
} Fixture;

static void
put_pulse (KithMap *map, KithId who, int year, int score, int answered)
{
  KithPulse *pulse = kith_record_new (KITH_PULSE, kith_id_new ());

  pulse->stakeholder = who;
  pulse->date = kith_date_day (year, 3, 1);
  pulse->answered = answered;
  for (guint i = 0; i < KITH_N_PULSE_MEASURES; i++)
    pulse->scores[i] = score;
  test_put (map, pulse);
}

static KithId
put_step (KithMap *map,
          KithKind kind,
          KithId owner,
          const char *title,
          int year,
          gboolean is_private)
{
  KithDate made = kith_date_day (2024, 1, 1);
  KithRepair *step = kith_repair_draft (kind, owner, &made);
  KithId id = step->record.id;

  kith_text_set (&step->title, title);
  step->due = kith_date_day (year, 6, 1);
  step->is_private = is_private;
  test_put (map, step);
  return id;
}

static void
put_load (KithMap *map, KithId who, int year, int level)
{
  KithLoad *load = kith_record_new (KITH_LOAD, kith_id_new ());

  load->stakeholder = who;
  load->level = level;
  load->start = kith_date_day (year, 1, 1);
  kith_text_set (&load->title, "A change");
  test_put (map, load);
}

static Fixture
begin (void)
{
  Fixture f = { kith_map_new () };

  f.ward = test_stakeholder (f.map, "Ward", 0, 0);
  f.team = test_stakeholder (f.map, "Team", 500, 0);
  f.link = test_link (f.map, f.ward, f.team);
  return f;
}

static KithView
view_with (guint flags, int year)
{
  KithView view = KITH_VIEW_INIT;

  view.flags = flags;
  view.day = kith_date_day (year, 5, 1).first;
  return view;
}

static const KithFlagFigure *
flag_of (const KithFigures *figures, KithId owner, KithFlag which)
{
  for (guint i = 0; i < figures->flags->len; i++)
    {
      const KithFlagFigure *flag = figures->flags->pdata[i];

      if (KITH_ID (flag->record) == owner && flag->flag == which)
        return flag;
    }
  return NULL;
}

static void
test_asked_for (void)
{
  Fixture f = begin ();
  KithView view = view_with (0, 2025);
  g_autoptr (KithFigures) figures = NULL;

  put_pulse (f.map, f.ward, 2025, 150, 9);
  put_step (f.map, KITH_LINK, f.link, "Meet", 2025, FALSE);
  figures = kith_figures_new (f.map, &view);
  g_assert_cmpuint (figures->flags->len, ==, 0);
  view.flags = KITH_FLAG_PLAN;
  g_assert_true (kith_figures_set_view (figures, f.map, &view));
  g_assert_cmpuint (figures->flags->len, ==, 1);
  g_assert_nonnull (flag_of (figures, f.link, KITH_FLAG_PLAN));
  view.flags = KITH_FLAG_PLAN | KITH_FLAG_SIGNS;
  g_assert_true (kith_figures_set_view (figures, f.map, &view));
  g_assert_nonnull (flag_of (figures, f.ward, KITH_FLAG_SIGNS));
  kith_map_unref (f.map);
}

/* As many as the list has of it, and none that the team has seen. */
static void
test_signs (void)
{
  Fixture f = begin ();
  KithView view = view_with (KITH_FLAG_SIGNS, 2025);
  KithDate today = kith_date_day (2025, 5, 1);
  g_autoptr (KithFigures) figures = NULL;
  g_autoptr (GPtrArray) warnings = NULL;
  g_autofree char *n = NULL;

  put_pulse (f.map, f.ward, 2025, 150, 9);
  figures = kith_figures_new (f.map, &view);
  warnings = kith_warnings (f.map, KITH_TEAM, &today);
  g_assert_cmpuint (warnings->len, >=, 5);
  n = g_strdup_printf ("%u", warnings->len);
  g_assert_cmpstr (flag_of (figures, f.ward, KITH_FLAG_SIGNS)->words, ==, n);
  g_assert_null (flag_of (figures, f.team, KITH_FLAG_SIGNS));
  for (guint i = 0; i < warnings->len; i++)
    test_do (f.map, kith_verb_acknowledge (f.map, warnings->pdata[i], &today, "Lead", "", NULL));
  kith_figures_update (figures, f.map, &f.ward, 1);
  g_assert_null (flag_of (figures, f.ward, KITH_FLAG_SIGNS));
  kith_map_unref (f.map);
}

static void
test_plan (void)
{
  Fixture f = begin ();
  KithView view = view_with (KITH_FLAG_PLAN, 2025);
  g_autoptr (KithFigures) figures = NULL;
  const KithFlagFigure *flag;
  KithId first;
  KithId owner;
  const char *words;

  put_step (f.map, KITH_LINK, f.link, "Later", 2027, FALSE);
  first = put_step (f.map, KITH_LINK, f.link, "Sooner", 2024, FALSE);
  put_step (f.map, KITH_STAKEHOLDER, f.team, "Alone", 2026, FALSE);
  figures = kith_figures_new (f.map, &view);
  g_assert_cmpuint (figures->flags->len, ==, 2);
  flag = flag_of (figures, f.link, KITH_FLAG_PLAN);
  g_assert_true (flag->is_past);
  g_assert_nonnull (strstr (flag->more, "Sooner"));
  g_assert_nonnull (strstr (flag->words, "2024"));
  g_assert_false (flag_of (figures, f.team, KITH_FLAG_PLAN)->is_past);
  g_assert_cmpint (kith_figures_flag_at (figures, flag->box.x + 9, flag->box.y + 9, &owner, &words),
                   ==, KITH_FLAG_PLAN);
  g_assert_cmpint (owner, ==, f.link);
  g_assert_cmpstr (words, ==, flag->more);
  test_do (f.map,
           kith_verb_set_repair_state (f.map, first, KITH_REPAIR_DONE, &(KithDate){ 0 }, NULL));
  kith_figures_update (figures, f.map, &f.link, 1);
  flag = flag_of (figures, f.link, KITH_FLAG_PLAN);
  g_assert_nonnull (strstr (flag->more, "Later"));
  g_assert_false (flag->is_past);
  kith_map_unref (f.map);
}

static gboolean
legend_tells (KithMap *map, const KithView *view, const char *words)
{
  g_autoptr (GPtrArray) items = kith_legend_items (map, view, TRUE);

  for (guint i = 0; i < items->len; i++)
    if (g_str_has_prefix (((KithLegendItem *) items->pdata[i])->text, words))
      return TRUE;
  return FALSE;
}

/* Nobody is shown a flag of what its map does not have. */
static void
test_audience (void)
{
  Fixture f = begin ();
  g_autoptr (KithMap) partners = NULL;
  g_autoptr (KithMap) everybody = NULL;
  KithView view = view_with (KITH_FLAG_PLAN | KITH_FLAG_SIGNS, 2025);
  g_autoptr (KithFigures) figures = NULL;
  g_autoptr (KithFigures) open = NULL;

  put_pulse (f.map, f.ward, 2025, 150, 3); /* so few that only the team may see it */
  put_step (f.map, KITH_LINK, f.link, "A secret step", 2026, TRUE);
  figures = kith_figures_new (f.map, &view);
  g_assert_cmpuint (figures->flags->len, ==, 2);
  kith_figures_free (g_steal_pointer (&figures));
  partners = kith_map_for_audience (f.map, KITH_PARTNERS);
  view.audience = KITH_PARTNERS;
  figures = kith_figures_new (partners, &view);
  g_assert_cmpuint (figures->flags->len, ==, 0);
  g_assert_false (legend_tells (partners, &view, "Next step"));
  everybody = kith_map_for_audience (f.map, KITH_PUBLIC);
  view.audience = KITH_PUBLIC;
  open = kith_figures_new (everybody, &view);
  g_assert_cmpuint (open->flags->len, ==, 0);
  g_assert_false (legend_tells (everybody, &view, "Warning signs"));
  view.audience = KITH_TEAM;
  g_assert_true (legend_tells (f.map, &view, "Warning signs"));
  g_assert_true (legend_tells (f.map, &view, "Next step"));
  kith_map_unref (f.map);
}

/* On no other box, no label and no other flag. */
static void
test_collisions (void)
{
  g_autoptr (KithMap) map = kith_map_new ();
  KithView view = view_with (KITH_FLAG_PLAN | KITH_FLAG_SIGNS, 2025);
  g_autoptr (KithFigures) figures = NULL;
  KithId ids[24];

  for (guint i = 0; i < 24; i++)
    {
      ids[i] = test_stakeholder (map, "Somebody", i % 6 * 290.0, i / 6 * 150.0);
      put_pulse (map, ids[i], 2025, 150, 9);
      put_step (map, KITH_STAKEHOLDER, ids[i], "Step", 2026, FALSE);
    }
  for (guint i = 0; i + 6 < 24; i++)
    {
      KithId id = test_link (map, ids[i], ids[i + (i % 6 < 5 && i % 2 == 0 ? 1 : 6)]);
      KithLink *link = kith_record_copy (kith_map_link (map, id));

      kith_text_set (&link->label, "a label");
      test_put (map, link);
      put_step (map, KITH_LINK, id, "Step", 2026, FALSE);
    }
  figures = kith_figures_new (map, &view);
  g_assert_cmpuint (figures->flags->len, ==, 24 * 2 + 18);
  for (guint i = 0; i < figures->flags->len; i++)
    {
      const KithFlagFigure *flag = figures->flags->pdata[i];
      g_autoptr (GPtrArray) boxes = kith_figures_boxes_in (figures, &flag->box);
      g_autoptr (GPtrArray) labels = kith_figures_labels_in (figures, &flag->box);

      for (guint j = 0; j < boxes->len; j++)
        g_assert_true (((KithBoxFigure *) boxes->pdata[j])->record == flag->record);
      g_assert_cmpuint (labels->len, ==, 0);
      for (guint j = 0; j < i; j++)
        g_assert_false (
            kith_rect_touches (&flag->box, &((KithFlagFigure *) figures->flags->pdata[j])->box));
    }
}

static KithBoxLook
look_in (KithMap *map, KithLens lens, int year, KithAudience audience, KithId who)
{
  KithView view = view_with (0, year);
  KithBoxLook look;

  view.lens = lens;
  view.audience = audience;
  kith_lens_box (&view, map, kith_map_stakeholder (map, who), 0, &look);
  return look;
}

static void
test_pulse_lens (void)
{
  static const struct
  {
    int before;
    int last;
    const char *badge;
    guint step;
  } table[] = {
    { 0, 0, "", 0 },       { 0, 100, "1", 1 },    { 0, 144, "1", 1 },    { 0, 145, "2", 2 },
    { 0, 450, "5", 5 },    { 300, 300, "3→", 3 }, { 300, 324, "3→", 3 }, { 300, 325, "3↗", 3 },
    { 300, 274, "3↘", 3 }, { 100, 500, "5↗", 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      Fixture f = begin ();
      KithBoxLook look;

      if (table[i].before > 0)
        put_pulse (f.map, f.ward, 2024, table[i].before, 9);
      if (table[i].last > 0)
        put_pulse (f.map, f.ward, 2025, table[i].last, 9);
      look = look_in (f.map, KITH_LENS_PULSE, 2025, KITH_TEAM, f.ward);
      g_assert_cmpstr (look.badge, ==, table[i].badge);
      g_assert_cmpuint (look.step, ==, table[i].step);
      g_assert_cmpint (look.hatch != 0, ==, table[i].step == 0);
      kith_map_unref (f.map);
    }
}

/* Fewer than five are for the team; partners see the pulse before it. */
static void
test_few (void)
{
  Fixture f = begin ();
  g_autoptr (KithMap) partners = NULL;

  put_pulse (f.map, f.ward, 2024, 400, 9);
  put_pulse (f.map, f.ward, 2025, 200, 4);
  partners = kith_map_for_audience (f.map, KITH_PARTNERS);
  g_assert_cmpstr (look_in (f.map, KITH_LENS_PULSE, 2025, KITH_TEAM, f.ward).badge, ==, "2↘");
  g_assert_cmpstr (look_in (partners, KITH_LENS_PULSE, 2025, KITH_PARTNERS, f.ward).badge, ==, "4");
  kith_map_unref (f.map);
}

/* A change counts from its start until its window of 12 months has ended. */
static void
test_load_lens (void)
{
  static const struct
  {
    int year;
    const char *badge;
    guint hatch;
  } table[] = { { 2023, "", 0 }, { 2024, "1", 0 }, { 2025, "4", 2 }, { 2026, "2", 1 } };
  Fixture f = begin ();

  put_load (f.map, f.ward, 2024, KITH_CHANGE_SMALL);
  for (guint i = 0; i < 4; i++)
    put_load (f.map, f.ward, 2025, KITH_CHANGE_LARGE);
  put_load (f.map, f.ward, 2025, KITH_CHANGE_NONE);
  for (guint i = 0; i < 2; i++)
    put_load (f.map, f.ward, 2026, KITH_CHANGE_MODERATE);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      KithBoxLook look = look_in (f.map, KITH_LENS_LOAD, table[i].year, KITH_TEAM, f.ward);

      g_assert_cmpstr (look.badge, ==, table[i].badge);
      g_assert_cmpuint (look.hatch, ==, table[i].hatch);
    }
  kith_map_unref (f.map);
}

static void
test_spaces_lens (void)
{
  Fixture f = begin ();
  KithId alone = test_stakeholder (f.map, "Alone", 0, 400);
  KithId other = test_link (f.map, f.ward, alone);
  KithView view = view_with (0, 2025);
  KithLinkLook link;

  view.lens = KITH_LENS_SPACES;
  test_space (f.map, "One", (KithId[]){ f.ward, f.team }, 2);
  test_space (f.map, "Two", (KithId[]){ f.ward }, 1);
  g_assert_cmpstr (look_in (f.map, KITH_LENS_SPACES, 2025, KITH_TEAM, f.ward).badge, ==, "2");
  g_assert_cmpstr (look_in (f.map, KITH_LENS_SPACES, 2025, KITH_TEAM, f.team).badge, ==, "1");
  g_assert_cmpstr (look_in (f.map, KITH_LENS_SPACES, 2025, KITH_TEAM, alone).badge, ==, "0");
  kith_lens_link (&view, f.map, kith_map_link (f.map, f.link), &link);
  g_assert_cmpint (link.halves[0].pen, ==, KITH_PEN_THICK);
  kith_lens_link (&view, f.map, kith_map_link (f.map, other), &link);
  g_assert_cmpint (link.halves[0].pen, ==, KITH_PEN_DASHED);
  kith_map_unref (f.map);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flags/stand-where-they-are-asked-for", test_asked_for);
  g_test_add_func ("/flags/count-signs-that-nobody-has-acknowledged", test_signs);
  g_test_add_func ("/flags/tell-the-next-step-and-when-it-is-due", test_plan);
  g_test_add_func ("/flags/tell-nobody-what-is-not-theirs-to-see", test_audience);
  g_test_add_func ("/flags/lie-on-no-box-label-or-other-flag", test_collisions);
  g_test_add_func ("/flags/lens/pulse-by-hand", test_pulse_lens);
  g_test_add_func ("/flags/lens/fewer-than-five-are-for-the-team", test_few);
  g_test_add_func ("/flags/lens/load-by-hand", test_load_lens);
  g_test_add_func ("/flags/lens/spaces-by-hand", test_spaces_lens);
  return g_test_run ();
}
