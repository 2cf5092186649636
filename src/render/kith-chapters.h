/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map knows of how people work together, as chapters of sentences, tables and plots: purpose,
 * questions, pulse checks, warning signs, change load, drivers, inclusion and the repair plan. Made of
 * an audience's map, for reports and pages; knows neither. Main thread. */
#pragma once

#include "kith-plot.h"
#include "kith-view.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_PASSAGE_HEADING,
  KITH_PASSAGE_WORDS, /* a paragraph */
  KITH_PASSAGE_TABLE,
  KITH_PASSAGE_PLOT,
} KithPassageForm;

typedef struct
{
  KithPassageForm form;
  char *text;         /* the heading, the paragraph; what the table is of */
  GPtrArray *columns; /* of char *: their headings */
  GArray *widths;     /* of double: of all columns together 1 */
  GPtrArray *rows;    /* of char **, a cell for each column; the first says what the row is of */
  gboolean behind;    /* a table with the figures of the plot before it */
  KithPlot *plot;
} KithPassage;

typedef struct
{
  const char *key; /* "repairs": letters only */
  char *title;
  GPtrArray *passages; /* of KithPassage */
} KithChapter;

typedef struct
{
  KithMap *map;         /* what is shown */
  const KithView *view; /* by whom, and on which day */
  KithPass *pass;       /* whom of it; NULL: all */
  double width;         /* of plots */
  double most;          /* how high a plot may be; 0: any height */
} KithChapterSource;

/* Those that the map has anything for, in their order: a new array of KithChapter that owns them. Cost:
 * a few walks through the map. */
GPtrArray *kith_chapters_new (const KithChapterSource *source);

G_END_DECLS
