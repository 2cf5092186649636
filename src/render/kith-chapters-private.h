/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What writes a chapter; nobody else includes it. */
#pragma once

#include "kith-chapters.h"

G_BEGIN_DECLS

/* A column of a table: its heading, untranslated, and how wide it is beside the others. */
typedef struct
{
  const char *heading;
  double width;
} KithColumn;

void kith_chapter_heading (KithChapter *chapter, const char *text);
/* A paragraph, where there is any text. */
void kith_chapter_words (KithChapter *chapter, const char *text);
/* The same, beginning with what it is: "What differs: …". */
void kith_chapter_named (KithChapter *chapter, const char *name, const char *text);
void kith_chapter_plot (KithChapter *chapter, KithPlot *plot); /* (transfer full), or NULL */
KithPassage *kith_chapter_table (KithChapter *chapter,
                                 const char *text,
                                 const KithColumn *columns,
                                 guint n);
/* (transfer full): a cell for each column. */
void kith_passage_take_row (KithPassage *table, char *const *cells);
/* Columns that say nothing go; a table without rows says nothing at all, and goes as well. */
void kith_chapter_end_table (KithChapter *chapter);

gint32 kith_chapter_day (const KithChapterSource *source);
gboolean kith_chapter_wants (const KithChapterSource *source, KithId id);

/* Each adds what there is; nothing: the chapter goes. */
typedef void (*KithChapterWriter) (KithChapter *chapter, const KithChapterSource *source);
void kith_chapter_write_purpose (KithChapter *chapter, const KithChapterSource *source);
void kith_chapter_write_questions (KithChapter *chapter, const KithChapterSource *source);
void kith_chapter_write_pulses (KithChapter *chapter, const KithChapterSource *source);
void kith_chapter_write_warnings (KithChapter *chapter, const KithChapterSource *source);
void kith_chapter_write_loads (KithChapter *chapter, const KithChapterSource *source);
void kith_chapter_write_drivers (KithChapter *chapter, const KithChapterSource *source);
void kith_chapter_write_inclusion (KithChapter *chapter, const KithChapterSource *source);
void kith_chapter_write_repairs (KithChapter *chapter, const KithChapterSource *source);

G_END_DECLS
