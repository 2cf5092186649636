/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kith-audience.h"
#include "kith-chapters.h"
#include "kith-compare-view.h"
#include "kith-handout-private.h"
#include "kith-meeting.h"
#include "kith-opinion.h"
#include "kith-pdf.h"
#include "kith-round.h"
#include "kith-scene.h"
#include "kith-sectors.h"
#include "kith-sheet.h"

typedef struct
{
  KithHandout *handout;
  KithMap *whole;
  KithMap *map;   /* of what the audience may see, what the view shows */
  KithMap *there; /* the same without what has gone where that is shown as well: what is counted */
  const KithView *view;
  GHashTable
      *numbers; /* record → its place, by which its entry is found: ids are nobody's business */
} Report;

/* Where the contents lead. */
#define THE_MAP "map"
#define SCENES "scenes"
#define STAKEHOLDERS "stakeholders"
#define LINKS "links"
#define SPACES "spaces"
#define HISTORY "history"

/* By which the entry of a record is found in the report. */
static char *
name_of (const Report *report, gconstpointer record)
{
  gpointer number = g_hash_table_lookup (report->numbers, record);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (report->numbers) + 1);
      g_hash_table_insert (report->numbers, (gpointer) record, number);
    }
  return g_strdup_printf ("entry-%u", GPOINTER_TO_UINT (number));
}

/* What was added last is the entry of this record. */
static void
mark_entry (const Report *report, gconstpointer record)
{
  g_autofree char *name = name_of (report, record);

  kith_handout_name (report->handout, name);
}

/* What was added last says `text` at this byte, which leads to the entry of a record. */
static void
refer (const Report *report, guint at, const char *text, gconstpointer record)
{
  g_autofree char *name = name_of (report, record);

  kith_handout_refer (report->handout, at, text, name);
}

/* A line with names in it: "Members: Police, Housing", each of which leads to its entry. `format` has a
 * place for them. */
static void
add_names (const Report *report,
           const char *format,
           const GPtrArray *names,
           const GPtrArray *records)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *words = NULL;
  const char *begin = strstr (format, "%s");
  guint at = begin != NULL ? (guint) (begin - format) : 0;
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (const char *) names->pdata[i]);
  words = g_strconcat (parts[0], list->str, parts[0] != NULL ? parts[1] : NULL, NULL);
  kith_handout_add_line (report->handout, words);
  for (guint i = 0; i < names->len && strchr (words, '\n') == NULL; i++)
    {
      refer (report, at, names->pdata[i], records->pdata[i]);
      at += strlen (names->pdata[i]) + strlen (", ");
    }
}

static void
append (GString *line, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", text);
}

static void
add_line (const Report *report, const char *text)
{
  if (text != NULL && *text != '\0')
    kith_handout_add_line (report->handout, text);
}

/* --- Cover --- */

static void
add_facts (const Report *report)
{
  g_autofree char *signature = kith_sheet_signature (report->map, report->view);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) size = g_string_new (NULL);
  KithHeard heard = { 0 };
  guint n[] = { kith_map_n (report->there, KITH_STAKEHOLDER), kith_map_n (report->there, KITH_LINK),
                kith_map_n (report->there, KITH_SPACE) };
  g_autofree char *who = g_strdup_printf (ngettext ("%u stakeholder", "%u stakeholders", n[0]),
                                          n[0]);
  g_autofree char *links = g_strdup_printf (ngettext ("%u link", "%u links", n[1]), n[1]);
  g_autofree char *spaces = g_strdup_printf (ngettext ("%u shared space", "%u shared spaces", n[2]),
                                             n[2]);

  if (report->view->day != 0)
    {
      KithDate day = kith_date_of_day (report->view->day);
      g_autofree char *then = kith_date_to_words (&day);
      g_autofree char *words = g_strdup_printf (_ ("As at %s"), then);

      append (line, words);
    }
  append (line, signature);
  kith_handout_add_text (report->handout, KITH_TEXT_BODY, 10.0, line->str);
  append (size, who);
  append (size, links);
  append (size, spaces);
  if (report->view->audience != KITH_PUBLIC)
    {
      g_autofree char *words = NULL;

      kith_map_heard (report->there, &heard);
      words = kith_heard_to_words (&heard);
      append (size, words);
    }
  kith_handout_add_text (report->handout, KITH_TEXT_BODY, 4.0, size->str);
}

static void
add_contents (const Report *report, GPtrArray *scenes, GPtrArray *chapters)
{
  const struct
  {
    const char *name;
    const char *label;
    gboolean is_there;
  } parts[] = {
    { THE_MAP, _ ("The map"), TRUE },
    { SCENES, _ ("Scenes"), scenes->len > 0 },
    { STAKEHOLDERS, _ ("Stakeholders"), TRUE },
    { LINKS, _ ("Links"), kith_map_n (report->map, KITH_LINK) > 0 },
    { SPACES, _ ("Shared spaces"), kith_map_n (report->map, KITH_SPACE) > 0 },
  };

  kith_handout_add_text (report->handout, KITH_TEXT_NAME, 28.0, _ ("Contents"));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].is_there)
      kith_handout_add_reference (report->handout, parts[i].label, parts[i].name);
  for (guint i = 0; i < chapters->len; i++)
    {
      const KithChapter *chapter = chapters->pdata[i];

      kith_handout_add_reference (report->handout, chapter->title, chapter->key);
    }
  kith_handout_add_reference (report->handout, _ ("Events of the whole map"), HISTORY);
}

static void
add_cover (const Report *report, const char *title, GPtrArray *scenes, GPtrArray *chapters)
{
  const KithAbout *about = kith_map_about (report->map);

  kith_handout_add_heading (report->handout, 1, NULL, title);
  if (*about->purpose != '\0')
    kith_handout_add_text (report->handout, KITH_TEXT_BODY, 8.0, about->purpose);
  if (*about->description != '\0')
    kith_handout_add_text (report->handout, KITH_TEXT_BODY, 8.0, about->description);
  add_facts (report);
  /* who it is for, and not how much there is that these do not see */
  kith_handout_add_text (report->handout, KITH_TEXT_SMALL, 14.0,
                         kith_audience_sentence (report->view->audience));
  add_contents (report, scenes, chapters);
}

/* --- Pictures --- */

static void
add_map (const Report *report, KithSceneShown *shown)
{
  KithSheetFormat format = { .width = KITH_HANDOUT_CHART_WIDTH,
                             .height = KITH_HANDOUT_MAP_HEIGHT,
                             .margin = 0.0,
                             .furniture = 1.0 };

  kith_handout_add_map (report->handout, kith_sheet_new (shown->map, &shown->view, &format), shown);
}

static void
add_scene (const Report *report, const KithScene *scene, gboolean first)
{
  KithSceneShown *shown = g_new0 (KithSceneShown, 1);

  kith_scene_shown_init (shown, report->whole, report->view, scene);
  kith_handout_begin_page (report->handout);
  if (first)
    kith_handout_add_heading (report->handout, 1, SCENES, _ ("Scenes"));
  kith_handout_add_heading (report->handout, 2, NULL, scene->title);
  add_line (report, scene->sentence);
  add_map (report, shown);
}

/* --- Registers --- */

static void
add_stakeholder (const Report *report, const KithStakeholder *one)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GPtrArray) links = kith_map_links_of (report->map, KITH_ID (one));
  g_autoptr (GPtrArray) spaces = kith_map_spaces_of (report->map, KITH_ID (one));
  g_autofree char *n = g_strdup_printf (ngettext ("%u link", "%u links", links->len), links->len);

  append (line, one->name);
  append (line, one->kind);
  if (one->level != 0)
    append (line, kith_enum_label (&kith_levels, one->level));
  if (one->story != KITH_STORY_AT_TABLE)
    append (line, kith_enum_label (&kith_stories, one->story));
  append (line, n);
  kith_handout_add_text (report->handout, KITH_TEXT_BODY, 7.0, line->str);
  mark_entry (report, one);
  if (links->len > 0)
    refer (report, line->len - strlen (n), n, links->pdata[0]);
  add_line (report, one->description);
  if (spaces->len > 0)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new ();

      for (guint i = 0; i < spaces->len; i++)
        g_ptr_array_add (names, ((const KithSpace *) spaces->pdata[i])->name);
      add_names (report, _ ("Meets in: %s"), names, spaces);
    }
}

static void
add_stakeholders (const Report *report)
{
  g_autoptr (GPtrArray) all = kith_map_list (report->map, KITH_STAKEHOLDER);
  g_autoptr (GArray) sectors = kith_sector_list (report->map);

  kith_handout_begin_page (report->handout);
  kith_handout_add_heading (report->handout, 1, STAKEHOLDERS, _ ("Stakeholders"));
  for (guint s = 0; s <= sectors->len; s++)
    {
      KithId sector = s < sectors->len ? g_array_index (sectors, KithId, s) : 0;
      guint n = 0;

      for (guint i = 0; i < all->len; i++)
        {
          const KithStakeholder *one = all->pdata[i];

          if (one->sector != sector)
            continue;
          if (n++ == 0)
            kith_handout_add_heading (report->handout, 2, NULL,
                                      sector != 0 ? kith_sector_name (report->map, sector)
                                                  : _ ("No sector"));
          add_stakeholder (report, one);
        }
    }
  if (all->len == 0)
    add_line (report, _ ("There are none."));
}

static void
add_event (const Report *report, const KithEvent *event)
{
  g_autofree char *date = kith_date_to_words (&event->date);
  g_autoptr (GString) line = g_string_new (NULL);

  append (line, date);
  append (line,
          *event->title != '\0' ? event->title : kith_enum_label (&kith_event_kinds, event->kind));
  add_line (report, line->str);
  add_line (report, event->narrative);
}

static void
add_events (const Report *report, KithId owner)
{
  g_autoptr (GPtrArray) events = kith_map_events_of (report->map, owner);

  for (guint i = 0; i < events->len; i++)
    add_event (report, events->pdata[i]);
}

/* What an end makes of the other, without who said it. */
static void
add_end (const Report *report, const KithLink *link, KithEnd end)
{
  g_autofree char *said = kith_link_end_to_words (report->map, link, end);

  add_line (report, said);
}

static void
add_link (const Report *report, const KithLink *link)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const KithStakeholder *a = kith_map_stakeholder (report->map, link->a);
  const KithStakeholder *b = kith_map_stakeholder (report->map, link->b);
  g_autofree char *ends = g_strdup_printf ("%s – %s", a->name, b->name);

  append (line, ends);
  append (line, kith_enum_label (&kith_link_kinds, link->kind));
  append (line, link->label);
  kith_handout_add_text (report->handout, KITH_TEXT_BODY, 9.0, line->str);
  mark_entry (report, link);
  refer (report, 0, a->name, a);
  refer (report, strlen (a->name) + strlen (" – "), b->name, b);
  if (report->view->audience != KITH_PUBLIC)
    {
      add_end (report, link, KITH_END_A);
      add_end (report, link, KITH_END_B);
    }
  add_line (report, link->note);
  add_events (report, KITH_ID (link));
}

/* Each once, under the one of its ends that comes first by name. */
static void
add_links (const Report *report)
{
  g_autoptr (GPtrArray) all = kith_map_list (report->map, KITH_STAKEHOLDER);
  g_autoptr (GHashTable) met = g_hash_table_new (g_direct_hash, g_direct_equal);

  if (kith_map_n (report->map, KITH_LINK) == 0)
    return;
  kith_handout_begin_page (report->handout);
  kith_handout_add_heading (report->handout, 1, LINKS, _ ("Links"));
  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (GPtrArray) links = kith_map_links_of (report->map, KITH_ID (all->pdata[i]));

      for (guint k = 0; k < links->len; k++)
        if (g_hash_table_add (met, links->pdata[k]))
          add_link (report, links->pdata[k]);
    }
}

static void
add_space (const Report *report, const KithSpace *space)
{
  g_autoptr (GPtrArray) members = kith_map_members_of (report->map, KITH_ID (space));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *facts = kith_space_words (space, report->view->audience);
  g_auto (GStrv) principles = kith_space_principles (space);

  kith_handout_add_text (report->handout, KITH_TEXT_LABEL, 12.0, space->name);
  mark_entry (report, space);
  add_line (report, facts);
  add_line (report, space->purpose);
  for (guint i = 0; principles[i] != NULL; i++)
    {
      g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), principles[i]);

      add_line (report, quoted);
    }
  add_line (report, space->description);
  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (names, kith_space_member_words (report->map, space, members->pdata[i]));
  if (members->len > 0)
    add_names (report, _ ("Members: %s"), names, members);
  else
    add_line (report, _ ("Nobody is a member yet."));
  add_events (report, KITH_ID (space));
}

static void
add_spaces (const Report *report)
{
  g_autoptr (GPtrArray) all = kith_map_list (report->map, KITH_SPACE);

  if (all->len == 0)
    return;
  kith_handout_begin_page (report->handout);
  kith_handout_add_heading (report->handout, 1, SPACES, _ ("Shared spaces"));
  for (guint i = 0; i < all->len; i++)
    add_space (report, all->pdata[i]);
}

/* --- What is understood --- */

/* What it is of stands over a table, unless a heading has just said so. */
static void
add_table (const Report *report, const KithPassage *table, const char *said)
{
  if (strcmp (table->text, said) != 0)
    kith_handout_add_text (report->handout, KITH_TEXT_LABEL, 18.0, table->text);
  kith_handout_add_table (report->handout, table->columns, table->widths, table->rows);
}

/* `said`: the heading over it; `closely`: what stands before it are words. */
static void
add_passage (const Report *report, KithPassage *passage, const char *said, gboolean closely)
{
  switch (passage->form)
    {
    case KITH_PASSAGE_HEADING:
      kith_handout_add_heading (report->handout, 2, NULL, passage->text);
      break;
    case KITH_PASSAGE_WORDS:
      kith_handout_add_text (report->handout, KITH_TEXT_BODY, closely ? 4.0 : 12.0, passage->text);
      break;
    case KITH_PASSAGE_TABLE:
      if (!passage->behind)
        add_table (report, passage, said);
      break;
    case KITH_PASSAGE_PLOT:
      kith_handout_add_plot (report->handout, g_steal_pointer (&passage->plot));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
add_chapter (const Report *report, const KithChapter *chapter)
{
  const char *said = chapter->title;
  gboolean closely = TRUE;

  kith_handout_begin_page (report->handout);
  kith_handout_add_heading (report->handout, 1, chapter->key, chapter->title);
  for (guint i = 0; i < chapter->passages->len; i++)
    {
      KithPassage *passage = chapter->passages->pdata[i];

      add_passage (report, passage, said, closely);
      if (passage->form == KITH_PASSAGE_HEADING)
        said = passage->text;
      closely = passage->form == KITH_PASSAGE_HEADING || passage->form == KITH_PASSAGE_WORDS;
    }
}

static GPtrArray *
chapters_of (const Report *report)
{
  const KithChapterSource source = { .map = report->there,
                                     .view = report->view,
                                     .width = KITH_HANDOUT_CHART_WIDTH,
                                     .most = KITH_HANDOUT_MAP_HEIGHT };

  return kith_chapters_new (&source);
}

static void
add_history (const Report *report)
{
  guint n = 0;

  kith_handout_begin_page (report->handout);
  kith_handout_add_heading (report->handout, 1, HISTORY, _ ("Events of the whole map"));
  KITH_FOR_EACH (KithEvent, event, report->map, KITH_EVENT)
    if (event->link == 0 && event->stakeholder == 0 && event->space == 0)
      {
        add_event (report, event);
        n++;
      }
  if (n == 0)
    add_line (report, _ ("Nothing is noted."));
}

/**
 * kith_report_new:
 * @map: a whole map: what the view's audience may not see is left out here
 * @view: how it is looked at, as kith_export_view() has it
 * @words: title and marking, if any
 *
 * Who said what is left out: each end has its median, its range and how many voices. Cost: that of
 * shaping a text of some lines for each stakeholder, link and event, and of the figures of the map
 * once more for each scene.
 *
 * Returns: (transfer full): the report
 */
KithHandout *
kith_report_new (KithMap *map, const KithView *view, const KithReportWords *words)
{
  g_autoptr (KithMap) all = kith_map_to_show (map, view->audience);
  g_autoptr (GPtrArray) scenes = kith_map_scenes_to_present (all);
  const char *own = kith_map_about (all)->title;
  const char *title = words->title != NULL ? words->title : *own != '\0' ? own : _ ("Untitled map");
  KithSceneShown *shown = g_new0 (KithSceneShown, 1);
  g_autoptr (GPtrArray) chapters = NULL;
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (KithMap) there = NULL;
  Report report = { kith_handout_begin (title), map, NULL, NULL, view, numbers };

  shown->view = *view;
  shown->filter = view->filter != NULL ? kith_filter_ref (view->filter) : NULL;
  shown->map = kith_view_shown (view, map, all, &shown->comparison);
  shown->view.comparison = shown->comparison;
  report.map = shown->map;
  report.there = there = shown->comparison != NULL
                             ? kith_comparison_there (shown->comparison, shown->map)
                             : kith_map_ref (shown->map);
  kith_handout_set_marking (report.handout, words->marking);
  chapters = chapters_of (&report);
  add_cover (&report, title, scenes, chapters);
  kith_handout_begin_page (report.handout);
  kith_handout_add_heading (report.handout, 1, THE_MAP, _ ("The map"));
  add_map (&report, shown);
  for (guint i = 0; i < scenes->len; i++)
    add_scene (&report, scenes->pdata[i], i == 0);
  add_stakeholders (&report);
  add_links (&report);
  add_spaces (&report);
  for (guint i = 0; i < chapters->len; i++)
    add_chapter (&report, chapters->pdata[i]);
  add_history (&report);
  kith_handout_end (report.handout);
  return report.handout;
}

/**
 * kith_report_to_pdf:
 * @map: a whole map
 * @view: how it is looked at, and by whom
 * @words: title and marking, if any
 *
 * Returns: (transfer full): kith_report_new() as a file: tagged, with an outline of its parts
 */
GBytes *
kith_report_to_pdf (KithMap *map, const KithView *view, const KithReportWords *words)
{
  g_autoptr (KithHandout) report = kith_report_new (map, view, words);
  g_autoptr (KithPdf) pdf = kith_pdf_new (); /* its registers tell what is on its maps */

  kith_handout_put (report, pdf);
  return kith_pdf_finish (pdf, kith_handout_title (report), kith_map_about (map)->owner);
}
