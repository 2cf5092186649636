/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kith-chapters-private.h"

#include <glib/gi18n-lib.h>

static void
passage_free (gpointer data)
{
  KithPassage *passage = data;

  g_free (passage->text);
  g_clear_pointer (&passage->columns, g_ptr_array_unref);
  g_clear_pointer (&passage->widths, g_array_unref);
  g_clear_pointer (&passage->rows, g_ptr_array_unref);
  g_clear_pointer (&passage->plot, kith_plot_free);
  g_free (passage);
}

static void
chapter_free (gpointer data)
{
  KithChapter *chapter = data;

  g_free (chapter->title);
  g_ptr_array_unref (chapter->passages);
  g_free (chapter);
}

static KithPassage *
add (KithChapter *chapter, KithPassageForm form, const char *text)
{
  KithPassage *passage = g_new0 (KithPassage, 1);

  passage->form = form;
  passage->text = g_strdup (text);
  g_ptr_array_add (chapter->passages, passage);
  return passage;
}

void
kith_chapter_heading (KithChapter *chapter, const char *text)
{
  add (chapter, KITH_PASSAGE_HEADING, text);
}

void
kith_chapter_words (KithChapter *chapter, const char *text)
{
  if (text != NULL && *text != '\0')
    add (chapter, KITH_PASSAGE_WORDS, text);
}

void
kith_chapter_named (KithChapter *chapter, const char *name, const char *text)
{
  /* Translators: what follows, and its words: "What differs: the day on which care begins" */
  g_autofree char *words = g_strdup_printf (_ ("%s: %s"), name, text);

  if (*text != '\0')
    add (chapter, KITH_PASSAGE_WORDS, words);
}

void
kith_chapter_plot (KithChapter *chapter, KithPlot *plot)
{
  if (plot != NULL)
    add (chapter, KITH_PASSAGE_PLOT, plot->words)->plot = plot;
}

KithPassage *
kith_chapter_table (KithChapter *chapter, const char *text, const KithColumn *columns, guint n)
{
  KithPassage *table = add (chapter, KITH_PASSAGE_TABLE, text);

  table->columns = g_ptr_array_new_with_free_func (g_free);
  table->widths = g_array_new (FALSE, FALSE, sizeof (double));
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (table->columns, g_strdup (_ (columns[i].heading)));
      g_array_append_val (table->widths, columns[i].width);
    }
  return table;
}

void
kith_passage_take_row (KithPassage *table, char *const *cells)
{
  char **row = g_new0 (char *, table->columns->len + 1);

  for (guint i = 0; i < table->columns->len; i++)
    row[i] = cells[i];
  g_ptr_array_add (table->rows, row);
}

static gboolean
says_nothing (const KithPassage *table, guint column)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (*((char **) table->rows->pdata[i])[column] != '\0')
      return FALSE;
  return TRUE;
}

static void
remove_column (KithPassage *table, guint column)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      char **row = table->rows->pdata[i];

      g_free (row[column]);
      for (guint k = column; k < table->columns->len; k++)
        row[k] = row[k + 1];
    }
  g_ptr_array_remove_index (table->columns, column);
  g_array_remove_index (table->widths, column);
}

void
kith_chapter_end_table (KithChapter *chapter)
{
  KithPassage *table = chapter->passages->pdata[chapter->passages->len - 1];
  double sum = 0.0;

  if (table->rows->len == 0)
    {
      g_ptr_array_set_size (chapter->passages, (int) chapter->passages->len - 1);
      return;
    }
  for (guint i = table->columns->len; i > 1; i--)
    if (says_nothing (table, i - 1))
      remove_column (table, i - 1);
  for (guint i = 0; i < table->widths->len; i++)
    sum += g_array_index (table->widths, double, i);
  for (guint i = 0; i < table->widths->len; i++)
    g_array_index (table->widths, double, i) /= sum;
}

gint32
kith_chapter_day (const KithChapterSource *source)
{
  return kith_view_day (source->view);
}

gboolean
kith_chapter_wants (const KithChapterSource *source, KithId id)
{
  return source->pass == NULL || id == 0 || kith_pass_has (source->pass, id);
}

/**
 * kith_chapters_new:
 * @source: an audience's map, and how it is looked at
 *
 * Returns: (transfer full): KithChapter for what the map knows
 */
GPtrArray *
kith_chapters_new (const KithChapterSource *source)
{
  static const struct
  {
    const char *key;
    const char *title;
    KithChapterWriter write;
  } chapters[] = {
    { "purpose", N_ ("Purpose"), kith_chapter_write_purpose },
    { "questions", N_ ("Questions"), kith_chapter_write_questions },
    { "pulses", N_ ("Pulse checks"), kith_chapter_write_pulses },
    { "warnings", N_ ("Warning signs"), kith_chapter_write_warnings },
    { "loads", N_ ("Change load"), kith_chapter_write_loads },
    { "drivers", N_ ("Drivers and constraints"), kith_chapter_write_drivers },
    { "inclusion", N_ ("Inclusion"), kith_chapter_write_inclusion },
    { "repairs", N_ ("Repair plan"), kith_chapter_write_repairs },
  };
  GPtrArray *made = g_ptr_array_new_with_free_func (chapter_free);

  for (guint i = 0; i < G_N_ELEMENTS (chapters); i++)
    {
      KithChapter *chapter = g_new0 (KithChapter, 1);

      chapter->key = chapters[i].key;
      chapter->title = g_strdup (_ (chapters[i].title));
      chapter->passages = g_ptr_array_new_with_free_func (passage_free);
      chapters[i].write (chapter, source);
      if (chapter->passages->len > 0)
        g_ptr_array_add (made, chapter);
      else
        chapter_free (chapter);
    }
  return made;
}
