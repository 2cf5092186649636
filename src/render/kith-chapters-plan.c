/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chapters of what holds people back and what comes next: drivers, inclusion, the repair plan. */
#include "kith-chapters-private.h"

#include <glib/gi18n-lib.h>

#include "kith-barrier.h"
#include "kith-coverage.h"
#include "kith-drivers.h"
#include "kith-repair.h"
#include "kith-sectors.h"

/* --- Drivers and constraints --- */

void
kith_chapter_write_drivers (KithChapter *chapter, const KithChapterSource *source)
{
  static const KithColumn columns[] = { { N_ ("Subject"), 3 }, { N_ ("What it says"), 9 } };
  g_autoptr (GPtrArray) all = kith_map_list (source->map, KITH_STAKEHOLDER);

  for (guint i = 0; i < all->len; i++)
    {
      const KithStakeholder *who = all->pdata[i];
      const KithDrivers *card = kith_drivers_of (source->map, KITH_ID (who));
      KithPassage *table;

      if (card == NULL || !kith_chapter_wants (source, KITH_ID (who)))
        continue;
      kith_chapter_heading (chapter, who->name);
      table = kith_chapter_table (chapter, who->name, columns, G_N_ELEMENTS (columns));
      for (guint k = 0; k < KITH_N_ASPECTS; k++)
        if (*kith_aspect_text (card, k) != '\0')
          kith_passage_take_row (table, (char *[]){ g_strdup (kith_aspect_label (k)),
                                                    g_strdup (kith_aspect_text (card, k)) });
      kith_chapter_end_table (chapter);
      if (((KithPassage *) chapter->passages->pdata[chapter->passages->len - 1])->form
          == KITH_PASSAGE_HEADING) /* only what others do not see */
        g_ptr_array_set_size (chapter->passages, (int) chapter->passages->len - 1);
    }
}

/* --- Inclusion --- */

static void
add_grid_row (KithPassage *table,
              const KithChapterSource *source,
              const KithCoverageRow *row,
              gboolean heard)
{
  char *cells[3 + KITH_N_LEVELS] = { g_strdup (kith_sector_name (source->map, row->sector)) };
  guint n = 1;

  for (guint i = 0; i < KITH_N_LEVELS; i++)
    cells[n++] = row->all[i] > 0 ? g_strdup_printf ("%u", row->all[i]) : g_strdup ("·");
  cells[n++] = g_strdup_printf ("%u", row->n);
  if (heard)
    cells[n++] = g_strdup_printf (_ ("%u of %u ends"), row->heard, row->ends);
  kith_passage_take_row (table, cells);
}

/* Each sector by level; those in which nobody is are named beneath, as a question. */
static void
add_grid (KithChapter *chapter, const KithChapterSource *source)
{
  gboolean heard = source->view->audience != KITH_PUBLIC;
  KithColumn columns[3 + KITH_N_LEVELS] = { { N_ ("Sector"), 6 } };
  g_autoptr (GArray) rows = kith_coverage_new (source->map);
  g_autoptr (GString) nobody = g_string_new (NULL);
  guint n = 1;
  KithPassage *table;

  for (guint i = 0; i < KITH_N_LEVELS; i++)
    columns[n++] = (KithColumn){ i == 0 ? N_ ("No level") : kith_levels.values[i].label, 3 };
  columns[n++] = (KithColumn){ N_ ("All"), 2 };
  if (heard)
    columns[n++] = (KithColumn){ N_ ("Heard from"), 4 };
  table = kith_chapter_table (chapter, _ ("Who is there, by sector and level"), columns, n);
  for (guint i = 0; i < rows->len; i++)
    {
      const KithCoverageRow *row = &g_array_index (rows, KithCoverageRow, i);

      if (row->n > 0)
        add_grid_row (table, source, row, heard);
      else
        g_string_append_printf (nobody, "%s%s", nobody->len > 0 ? ", " : "",
                                kith_sector_name (source->map, row->sector));
    }
  kith_chapter_end_table (chapter);
  kith_chapter_named (chapter, _ ("Nobody on the map yet"), nobody->str);
}

static void
add_told_of (KithPassage *table, const KithChapterSource *source, KithStory story)
{
  g_autoptr (GPtrArray) list = kith_coverage_told_of (source->map, story);

  for (guint i = 0; i < list->len; i++)
    {
      const KithStakeholder *who = list->pdata[i];
      g_autoptr (GPtrArray) knows = kith_coverage_knows (source->map, KITH_ID (who));
      GString *names = g_string_new (NULL);

      for (guint k = 0; k < knows->len; k++)
        g_string_append_printf (names, "%s%s", k > 0 ? ", " : "",
                                ((const KithStakeholder *) knows->pdata[k])->name);
      if (kith_chapter_wants (source, KITH_ID (who)))
        kith_passage_take_row (table,
                               (char *[]){ g_strdup (who->name),
                                           g_strdup (kith_enum_label (&kith_stories, who->story)),
                                           g_string_free (names, FALSE) });
      else
        g_string_free (names, TRUE);
    }
}

static void
add_ghosts (KithChapter *chapter, const KithChapterSource *source)
{
  static const KithColumn columns[] = { { N_ ("Stakeholder"), 6 },
                                        { N_ ("Place in the story"), 5 },
                                        { N_ ("Who at the table knows it"), 9 } };
  KithPassage *table = kith_chapter_table (chapter, _ ("Not at the table yet"), columns,
                                           G_N_ELEMENTS (columns));

  add_told_of (table, source, KITH_STORY_NOT_INVOLVED);
  add_told_of (table, source, KITH_STORY_REPRESENTED);
  kith_chapter_end_table (chapter);
}

static void
add_barriers (KithChapter *chapter, const KithChapterSource *source)
{
  static const KithColumn columns[] = {
    { N_ ("Rule or practice"), 8 },     { N_ ("Where it bites"), 5 }, { N_ ("Shuts out"), 4 },
    { N_ ("What would change it"), 6 }, { N_ ("Since"), 3 },          { N_ ("Gone"), 3 }
  };
  g_autoptr (GPtrArray) list = kith_barriers_of (source->map, 0, kith_chapter_day (source));
  KithPassage *table = kith_chapter_table (chapter, _ ("What shuts people out"), columns,
                                           G_N_ELEMENTS (columns));

  for (guint i = 0; i < list->len; i++)
    {
      const KithBarrier *barrier = list->pdata[i];

      if (kith_chapter_wants (source, kith_barrier_owner (barrier)))
        kith_passage_take_row (table,
                               (char *[]){ g_strdup (barrier->text),
                                           kith_barrier_subject (source->map, barrier),
                                           g_strdup (barrier->whom), g_strdup (barrier->change),
                                           kith_date_to_words (&barrier->from),
                                           kith_date_to_words (&barrier->to) });
    }
  kith_chapter_end_table (chapter);
}

/* Where anybody has said at which level somebody works, who is missing, or what shuts them out. */
static gboolean
is_there (KithMap *map)
{
  KITH_FOR_EACH (KithStakeholder, who, map, KITH_STAKEHOLDER)
    if (who->level != 0 || who->story != KITH_STORY_AT_TABLE)
      return TRUE;
  return kith_map_n (map, KITH_BARRIER) > 0;
}

void
kith_chapter_write_inclusion (KithChapter *chapter, const KithChapterSource *source)
{
  if (!is_there (source->map))
    return;
  kith_chapter_words (chapter, _ ("An empty place is a question, not a fault."));
  add_grid (chapter, source);
  add_ghosts (chapter, source);
  add_barriers (chapter, source);
}

/* --- The repair plan --- */

static void
add_steps (KithChapter *chapter, const KithChapterSource *source, gboolean planned)
{
  static const KithColumn ahead[] = { { N_ ("Next small win"), 8 },
                                      { N_ ("About"), 6 },
                                      { N_ ("Who sees to it"), 4 },
                                      { N_ ("By"), 4 },
                                      { N_ ("Look at it again"), 4 } };
  static const KithColumn ended[] = { { N_ ("Small win"), 8 },
                                      { N_ ("About"), 6 },
                                      { N_ ("Who saw to it"), 4 },
                                      { N_ ("How it ended"), 4 },
                                      { N_ ("What became of it"), 6 } };
  g_autoptr (GPtrArray) list = kith_repair_list (source->map);
  KithPassage *table = kith_chapter_table (chapter,
                                           planned ? _ ("What comes next") : _ ("What has ended"),
                                           planned ? ahead : ended, G_N_ELEMENTS (ahead));

  for (guint i = 0; i < list->len; i++)
    {
      const KithRepair *repair = list->pdata[i];
      g_autofree char *when = kith_date_to_words (planned ? &repair->due : &repair->ended);
      const char *state = kith_enum_label (&kith_repair_states, repair->state);

      if ((repair->state == KITH_REPAIR_PLANNED) != planned
          || !kith_chapter_wants (source, kith_repair_owner (repair)))
        continue;
      kith_passage_take_row (table, (char *[]){ g_strdup (repair->title),
                                                kith_repair_subject (source->map, repair),
                                                g_strdup (repair->owner),
                                                planned || *when == '\0'
                                                    ? g_strdup (planned ? when : state)
                                                    : g_strdup_printf ("%s · %s", state, when),
                                                planned ? kith_date_to_words (&repair->review)
                                                        : g_strdup (repair->outcome) });
    }
  kith_chapter_end_table (chapter);
}

void
kith_chapter_write_repairs (KithChapter *chapter, const KithChapterSource *source)
{
  g_autofree char *summary = kith_repair_summary (source->map, kith_chapter_day (source));

  if (kith_map_n (source->map, KITH_REPAIR) == 0)
    return;
  kith_chapter_words (chapter, summary);
  add_steps (chapter, source, TRUE);
  add_steps (chapter, source, FALSE);
}
