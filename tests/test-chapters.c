/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is understood, as chapters of a report and of an HTML page. Every count is worked by hand. */
#include <glib/gstdio.h>
#include <string.h>

#include "kith-handout-private.h"
#include "kith-audience.h"
#include "kith-barrier.h"
#include "kith-chapters.h"
#include "kith-export.h"
#include "kith-load-plot.h"
#include "kith-load.h"
#include "kith-repair.h"
#include "kith-report.h"
#include "kith-test-maps.h"
#include "kith-verbs-pulse.h"
#include "run-program.h"

typedef struct
{
  KithMap *map;
  KithId hospital, homes, carers;
  KithId link, space, question, position;
  KithView view;
} Town;

static void
put_level (Town *town, KithId id, KithId sector, int level, int story)
{
  KithStakeholder *s = kith_record_copy (kith_map_stakeholder (town->map, id));

  s->sector = sector;
  s->level = level;
  s->story = story;
  test_put (town->map, s);
}

static void
put_space (Town *town)
{
  KithSpace *space;
  KithMembership *member;

  town->space = test_space (town->map, "Bed meeting", &town->homes, 1);
  space = kith_record_copy (kith_map_space (town->map, town->space));
  kith_text_set (&space->purpose, "Nobody waits for a form");
  kith_text_set (&space->rhythm, "every Tuesday");
  kith_text_set (&space->principles, "everybody counts\nconflict can be healthy");
  space->status = KITH_SPACE_FORMING;
  space->from = test_date ("2019-03");
  test_put (town->map, space);
  member = kith_record_new (KITH_MEMBERSHIP, kith_id_new ());
  member->space = town->space;
  member->stakeholder = town->hospital;
  member->host = TRUE;
  kith_text_set (&member->role, "chair");
  test_put (town->map, member);
}

static void
put_stance (Town *town, KithId who, KithStanceView view, const char *words)
{
  KithStance *stance = kith_record_new (KITH_STANCE, kith_id_new ());

  stance->stakeholder = who;
  stance->view = view;
  stance->basis = KITH_BASIS_OWN_WORDS;
  stance->date = test_date ("2026-02");
  kith_text_set (&stance->words, words);
  test_put (town->map, stance);
}

static void
put_answer (Town *town, KithId who, const char *text, KithBasis basis)
{
  KithAnswer *answer = kith_record_new (KITH_ANSWER, kith_id_new ());

  answer->question = town->question;
  answer->stakeholder = who;
  answer->position = town->position;
  answer->basis = (int) basis;
  answer->date = test_date ("2026-03-01");
  kith_text_set (&answer->text, text);
  test_put (town->map, answer);
}

static void
put_question (Town *town)
{
  KithQuestion *question = kith_record_new (KITH_QUESTION, kith_id_new ());
  KithPosition *position = kith_record_new (KITH_POSITION, kith_id_new ());

  town->question = question->record.id;
  town->position = position->record.id;
  question->asked = test_date ("2026-02-10");
  kith_text_set (&question->title, "What causes the delays?");
  kith_text_set (&question->heard, "Everybody waits for somebody else");
  kith_text_set (&question->follows, "One form");
  position->question = town->question;
  kith_text_set (&position->title, "No beds");
  test_put (town->map, question);
  test_put (town->map, position);
}

static void
put_pulse (Town *town, KithId who, const char *date, int support, int answered)
{
  KithPulse *pulse = kith_record_new (KITH_PULSE, kith_id_new ());

  pulse->stakeholder = who;
  pulse->date = test_date (date);
  pulse->scores[KITH_PULSE_SUPPORT] = support;
  pulse->answered = answered;
  test_put (town->map, pulse);
}

static void
put_load (Town *town, const char *title, const char *start)
{
  KithDate date = test_date (start);
  KithLoad *load = kith_load_draft (town->homes, &date);

  kith_text_set (&load->title, title);
  load->level = KITH_CHANGE_LARGE;
  test_put (town->map, load);
}

static void
put_repair (Town *town, const char *title, const char *due, const char *ended)
{
  KithDate made = test_date ("2026-01-05");
  KithRepair *repair = kith_repair_draft (KITH_LINK, town->link, &made);

  kith_text_set (&repair->title, title);
  kith_text_set (&repair->owner, "Ward sister");
  repair->due = test_date (due);
  if (ended != NULL)
    {
      repair->state = KITH_REPAIR_DONE;
      repair->ended = test_date (ended);
      kith_text_set (&repair->outcome, "They ring now");
    }
  test_put (town->map, repair);
}

static void
put_rest (Town *town)
{
  KithBarrier *barrier = kith_barrier_draft (KITH_SPACE, town->space);
  KithDrivers *card = kith_record_new (KITH_DRIVERS, kith_id_new ());

  kith_text_set (&barrier->text, "Meets at eight in the morning");
  kith_text_set (&barrier->whom, "carers");
  test_put (town->map, barrier);
  card->stakeholder = town->hospital;
  kith_text_set (&card->money, "May not overspend");
  kith_text_set (&card->private_note, "CANARY");
  test_put (town->map, card);
}

static void
set_up (Town *town, gconstpointer data)
{
  KithView view = KITH_VIEW_INIT;

  town->map = kith_map_new ();
  town->hospital = test_stakeholder (town->map, "Hospital", 0, 0);
  town->homes = test_stakeholder (town->map, "Care Homes", 400, 0);
  town->carers = test_stakeholder (town->map, "Carers", 400, 300);
  put_level (town, town->hospital, 2, KITH_LEVEL_PLACE, KITH_STORY_AT_TABLE);
  put_level (town, town->homes, 5, KITH_LEVEL_PLACE, KITH_STORY_AT_TABLE);
  put_level (town, town->carers, 11, 0, KITH_STORY_NOT_INVOLVED);
  town->link = test_link (town->map, town->hospital, town->homes);
  test_link (town->map, town->homes, town->carers);
  town->view = view;
  town->view.day = test_date ("2026-06-01").first;
}

/* All of it. */
static void
fill (Town *town)
{
  put_space (town);
  put_stance (town, town->hospital, KITH_STANCE_SHARES, "");
  put_stance (town, town->homes, KITH_STANCE_DIFFERS, "It is about beds");
  put_question (town);
  put_answer (town, town->hospital, "No beds anywhere", KITH_BASIS_OWN_WORDS);
  put_answer (town, town->homes, "No beds that we may fill", KITH_BASIS_OWN_WORDS);
  put_pulse (town, town->homes, "2026-01-15", 400, 8);
  put_pulse (town, town->homes, "2026-04-15", 200, 7);
  put_pulse (town, town->hospital, "2026-04-15", 300, 4);
  put_load (town, "New form", "2026-01-01");
  put_load (town, "New ward", "2026-03-01");
  put_repair (town, "One phone number", "2026-07-01", NULL);
  put_repair (town, "Meet for tea", "2026-02-01", "2026-05-01");
  put_rest (town);
}

static void
tear_down (Town *town, gconstpointer data)
{
  test_check (town->map);
  kith_map_unref (town->map);
}

static GPtrArray *
chapters_of (Town *town, KithMap **shown)
{
  g_autoptr (KithMap) seen = kith_map_for_audience (town->map, town->view.audience);
  KithChapterSource source = { .view = &town->view, .width = 680 };

  *shown = source.map = kith_view_map (&town->view, seen);
  return kith_chapters_new (&source);
}

static const KithChapter *
chapter (const GPtrArray *chapters, const char *key)
{
  for (guint i = 0; i < chapters->len; i++)
    if (g_str_equal (((const KithChapter *) chapters->pdata[i])->key, key))
      return chapters->pdata[i];
  return NULL;
}

/* A chapter in lines: "# heading", words, "a | b | c" for each row, "(plot)". */
static char *
told (const GPtrArray *chapters, const char *key)
{
  const KithChapter *found = chapter (chapters, key);
  GString *out = g_string_new (NULL);

  g_assert_nonnull (found);
  for (guint i = 0; i < found->passages->len; i++)
    {
      const KithPassage *passage = found->passages->pdata[i];

      if (passage->form == KITH_PASSAGE_TABLE)
        for (guint k = 0; k < passage->rows->len; k++)
          {
            g_autofree char *row = g_strjoinv (" | ", passage->rows->pdata[k]);

            g_string_append_printf (out, "%s\n", row);
          }
      else
        g_string_append_printf (out, "%s%s\n",
                                passage->form == KITH_PASSAGE_HEADING ? "# "
                                : passage->form == KITH_PASSAGE_PLOT  ? "(plot) "
                                                                      : "",
                                passage->text);
    }
  return g_string_free (out, FALSE);
}

static void
assert_line (const char *text, const char *line)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (!g_strv_contains ((const char *const *) lines, line))
    g_error ("There is no line “%s” in:\n%s", line, text);
}

static void
test_nothing (Town *town, gconstpointer data)
{
  g_autoptr (KithMap) shown = NULL;
  g_autoptr (GPtrArray) chapters = NULL;

  put_level (town, town->hospital, KITH_SECTOR_OTHER, 0, KITH_STORY_AT_TABLE);
  put_level (town, town->homes, KITH_SECTOR_OTHER, 0, KITH_STORY_AT_TABLE);
  put_level (town, town->carers, KITH_SECTOR_OTHER, 0, KITH_STORY_AT_TABLE);
  chapters = chapters_of (town, &shown);
  g_assert_cmpuint (chapters->len, ==, 0);
}

static void
test_order (Town *town, gconstpointer data)
{
  static const char *const keys[] = { "purpose", "questions", "pulses",    "warnings",
                                      "loads",   "drivers",   "inclusion", "repairs" };
  g_autoptr (KithMap) shown = NULL;
  g_autoptr (GPtrArray) chapters = NULL;

  fill (town);
  chapters = chapters_of (town, &shown);
  g_assert_cmpuint (chapters->len, ==, G_N_ELEMENTS (keys));
  for (guint i = 0; i < chapters->len; i++)
    g_assert_cmpstr (((KithChapter *) chapters->pdata[i])->key, ==, keys[i]);
}

static void
test_asked (Town *town, gconstpointer data)
{
  g_autoptr (KithMap) shown = NULL;
  g_autoptr (GPtrArray) chapters = NULL;
  g_autofree char *purpose = NULL;
  g_autofree char *questions = NULL;

  fill (town);
  chapters = chapters_of (town, &shown);
  purpose = told (chapters, "purpose");
  assert_line (purpose, "1 shares it, 1 sees it differently, 1 has not been asked.");
  assert_line (purpose, "Care Homes | Sees it differently | It is about beds | February 2026");
  assert_line (purpose, "Not asked yet: Carers");
  questions = told (chapters, "questions");
  assert_line (questions, "# What causes the delays?");
  assert_line (questions, "A | No beds | 2");
  assert_line (questions, "What was heard: Everybody waits for somebody else");
  assert_line (questions, "What follows: One form");
  g_assert_null (strstr (questions, "What differs"));
  g_assert_null (strstr (questions, "No beds anywhere")); /* who said what is not told */
}

static void
test_pulses (Town *town, gconstpointer data)
{
  g_autoptr (KithMap) shown = NULL;
  g_autoptr (GPtrArray) chapters = NULL;
  g_autofree char *pulses = NULL;
  g_autofree char *warnings = NULL;
  g_autofree char *loads = NULL;

  fill (town);
  chapters = chapters_of (town, &shown);
  pulses = told (chapters, "pulses");
  assert_line (pulses, "# Hospital"); /* of four people, for the team */
  assert_line (pulses, "15 April 2026 | 2 | 7 answered");
  warnings = told (chapters, "warnings");
  g_assert_nonnull (strstr (warnings, "is at 2, 2 or less"));
  g_assert_nonnull (strstr (warnings, "from 4 to 2, by 1.5 or more"));
  loads = told (chapters, "loads");
  /* both run from March to the end of December */
  assert_line (loads, "Care Homes: 2 changes at once, 1 March 2026 to 31 December 2026");
  g_assert_nonnull (strstr (loads, "(plot) Who carries how much when."));
  g_assert_nonnull (strstr (loads, "Care Homes | New form | "));
}

static void
test_plan (Town *town, gconstpointer data)
{
  g_autoptr (KithMap) shown = NULL;
  g_autoptr (GPtrArray) chapters = NULL;
  g_autofree char *drivers = NULL;
  g_autofree char *inclusion = NULL;
  g_autofree char *repairs = NULL;

  fill (town);
  chapters = chapters_of (town, &shown);
  drivers = told (chapters, "drivers");
  assert_line (drivers, "Money rule | May not overspend");
  g_assert_null (strstr (drivers, "CANARY"));
  inclusion = told (chapters, "inclusion");
  /* none without a level, none in a neighbourhood, one at place; its one end has not been heard */
  assert_line (inclusion, "NHS providers | · | · | 1 | · | · | · | 1 | 0 of 1 ends");
  assert_line (inclusion, "People and communities | 1 | · | · | · | · | · | 1 | 0 of 1 ends");
  assert_line (inclusion, "Carers | Not yet involved | Care Homes");
  assert_line (inclusion, "Meets at eight in the morning | Bed meeting | carers");
  repairs = told (chapters, "repairs");
  assert_line (repairs, "1 planned; 1 done");
  assert_line (repairs, "One phone number | Hospital and Care Homes | Ward sister | 1 July 2026");
  assert_line (repairs, "Meet for tea | Hospital and Care Homes | Ward sister | Done · 1 May 2026 "
                        "| They ring now");
}

/* What was done in May was planned in April, and had not been scored again. */
static void
test_earlier (Town *town, gconstpointer data)
{
  g_autoptr (KithMap) shown = NULL;
  g_autoptr (GPtrArray) chapters = NULL;
  g_autofree char *repairs = NULL;
  g_autofree char *pulses = NULL;

  fill (town);
  town->view.day = test_date ("2026-04-01").first;
  chapters = chapters_of (town, &shown);
  repairs = told (chapters, "repairs");
  assert_line (repairs, "2 planned, 1 of them past its day");
  g_assert_null (strstr (repairs, "They ring now"));
  pulses = told (chapters, "pulses");
  g_assert_null (strstr (pulses, "15 April 2026"));
  g_assert_null (chapter (chapters, "warnings"));
}

/* The map that is drawn for a change has who has gone as well: the words count who is there. */
static void
test_change (Town *town, gconstpointer data)
{
  const KithReportWords none = { NULL, NULL };
  KithExport options = KITH_EXPORT_INIT;
  KithStakeholder *homes;
  g_autoptr (KithHandout) report = NULL;
  g_autoptr (GBytes) page = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  g_autofree char *html = NULL;

  fill (town);
  homes = kith_record_copy (kith_map_stakeholder (town->map, town->homes));
  homes->to = test_date ("2026-05-15");
  test_put (town->map, homes);
  town->view.lens = KITH_LENS_CHANGE;
  town->view.since = test_date ("2026-05-01").first;
  report = kith_report_new (town->map, &town->view, &none);
  words = kith_handout_to_words (report);
  g_assert_nonnull (strstr (words, "2 stakeholders"));
  g_assert_nonnull (strstr (words, "1 shares it, 0 see it differently, 1 has not been asked."));
  g_assert_null (strstr (words, "New ward")); /* a change that it carried */
  options.format = KITH_PICTURE_HTML;
  page = kith_export (town->map, &town->view, &options, &error);
  g_assert_no_error (error);
  html = g_strndup (g_bytes_get_data (page, NULL), g_bytes_get_size (page));
  g_assert_nonnull (strstr (html, "1 shares it, 0 see it differently, 1 has not been asked."));
}

static void
test_audiences (Town *town, gconstpointer data)
{
  g_autoptr (KithMap) shown = NULL;
  g_autoptr (KithMap) published = NULL;
  g_autoptr (GPtrArray) partners = NULL;
  g_autoptr (GPtrArray) public = NULL;
  g_autofree char *pulses = NULL;
  g_autofree char *questions = NULL;
  g_autofree char *inclusion = NULL;

  fill (town);
  put_answer (town, town->carers, "Nobody asks us", KITH_BASIS_IMPRESSION);
  town->view.audience = KITH_PARTNERS;
  partners = chapters_of (town, &shown);
  pulses = told (partners, "pulses");
  g_assert_null (strstr (pulses, "# Hospital")); /* four people could be told from their mean */
  questions = told (partners, "questions");
  assert_line (questions, "A | No beds | 2"); /* our impression does not count */
  town->view.audience = KITH_PUBLIC;
  public = chapters_of (town, &published);
  g_assert_null (chapter (public, "purpose"));
  g_assert_null (chapter (public, "pulses"));
  g_assert_null (chapter (public, "repairs"));
  g_free (questions);
  questions = told (public, "questions");
  g_assert_cmpstr (questions, ==, "# What causes the delays?\nAsked: 10 February 2026\n");
  inclusion = told (public, "inclusion");
  g_assert_null (strstr (inclusion, " ends"));
}

static void
test_html (Town *town, gconstpointer data)
{
  KithExport options = KITH_EXPORT_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *html;

  fill (town);
  options.format = KITH_PICTURE_HTML;
  bytes = kith_export (town->map, &town->view, &options, &error);
  g_assert_no_error (error);
  html = g_bytes_get_data (bytes, NULL); /* ends in a 0 only by luck: looked through by length */
  g_assert_nonnull (
      g_strstr_len (html, (gssize) g_bytes_get_size (bytes), "<section id=\"repairs\">"));
  g_assert_nonnull (g_strstr_len (html, (gssize) g_bytes_get_size (bytes),
                                  "<th scope=\"row\">One phone number</th>"));
  g_assert_nonnull (
      g_strstr_len (html, (gssize) g_bytes_get_size (bytes), "Hospital (host, chair)"));
  g_assert_nonnull (g_strstr_len (html, (gssize) g_bytes_get_size (bytes),
                                  "role=\"img\" aria-label=\"Pulse checks of Care Homes."));
  g_assert_nonnull (g_strstr_len (html, (gssize) g_bytes_get_size (bytes),
                                  "Forming · every Tuesday · opened: March 2019"));
}

/* The pages have real tables, whose headings are headings, and an outline. */
static void
test_pdf (Town *town, gconstpointer data)
{
  const KithReportWords none = { NULL, NULL };
  g_autofree char *path = g_strdup_printf ("%s/kith-chapters.%u.pdf", g_get_tmp_dir (),
                                           g_random_int ());
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) tree = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autofree char *words = NULL;
  g_autofree char *said = NULL;

  fill (town);
  pdf = kith_report_to_pdf (town->map, &town->view, &none);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  tree = run_program ("pdfinfo", "-enc", "UTF-8", "-struct-text", path, NULL);
  text = run_program ("pdftotext", "-layout", path, "-", NULL);
  g_remove (path);
  words = g_strndup (g_bytes_get_data (tree, NULL), g_bytes_get_size (tree));
  said = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  g_assert_nonnull (strstr (words, "Table"));
  g_assert_nonnull (strstr (words, "TH:"));
  g_assert_nonnull (strstr (words, "\"Next small win\""));
  g_assert_nonnull (strstr (words, "\"One phone number\""));
  g_assert_nonnull (strstr (said, "Repair plan"));
  g_assert_nonnull (strstr (said, "“everybody counts”"));
  g_assert_nonnull (strstr (said, "Hospital (host, chair)"));
}

/* No date is after it: the axis ends there, though the change does not. */
static void
test_last_year (Town *town, gconstpointer data)
{
  KithDate today = test_date ("2998-06-01");
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  put_load (town, "Moon base", "2999-11-05");
  for (double width = 200; width <= 3200; width *= 2) /* ticks a month apart, and years */
    {
      g_autoptr (KithPlot) plot = kith_load_plot_new (town->map, 0, today.first,
                                                      kith_palette_get (KITH_PALETTE_LIGHT), width);

      g_assert_nonnull (plot);
      kith_plot_draw (cr, plot, KITH_NO_PLOT_POINT);
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* What is said of somebody stands on the page on which they are named. */
static void
test_entries_whole (Town *town, gconstpointer unused)
{
  g_autoptr (KithHandout) handout = kith_handout_begin ("Entries");
  guint page = 0;

  kith_handout_add_heading (handout, 1, "all", "All");
  for (guint i = 0; i < 90; i++)
    {
      g_autofree char *name = g_strdup_printf ("entry-%u", i);

      kith_handout_add_text (handout, KITH_TEXT_BODY, 7.0, name);
      kith_handout_name (handout, name);
      for (guint line = 0; line < i % 4; line++)
        kith_handout_add_line (handout, "What is said of it");
    }
  kith_handout_end (handout);
  g_assert_cmpuint (kith_handout_n_pages (handout), >, 3);
  for (guint i = 0; i < handout->blocks->len; i++)
    {
      const KithHandoutBlock *block = handout->blocks->pdata[i];

      if (block->name != NULL)
        page = block->page;
      g_assert_cmpuint (block->page, ==, page);
    }
}

#define ADD(name, func) g_test_add ("/chapters/" name, Town, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("an-entry-is-not-torn", test_entries_whole);
  ADD ("there-are-none-of-what-nobody-has-said", test_nothing);
  ADD ("stand-in-one-order", test_order);
  ADD ("tell-what-was-asked-and-not-who-said-it", test_asked);
  ADD ("tell-pulses-signs-and-changes", test_pulses);
  ADD ("tell-drivers-gaps-and-the-plan", test_plan);
  ADD ("are-as-at-the-day-that-is-shown", test_earlier);
  ADD ("count-who-is-there-when-a-change-is-shown", test_change);
  ADD ("hold-what-an-audience-may-see", test_audiences);
  ADD ("are-tables-and-pictures-in-html", test_html);
  ADD ("are-tagged-tables-in-a-report", test_pdf);
  ADD ("end-where-dates-end", test_last_year);
  return g_test_run ();
}
