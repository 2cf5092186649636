/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks on pages: what makes the words of a handout, what lays them out and what draws them share it;
 * nobody else includes it. */
#pragma once

#include "kith-handout.h"
#include "kith-pdf.h"
#include "kith-plot.h"
#include "kith-scene-shown.h"
#include "kith-sheet.h"
#include "kith-text.h"
#include "kith-trust-chart.h"

G_BEGIN_DECLS

/* The size of a chart. */
#define KITH_HANDOUT_CHART_WIDTH (KITH_HANDOUT_WIDTH - 2 * KITH_HANDOUT_MARGIN)
#define KITH_HANDOUT_CHART_HEIGHT 220.0

/* The size of a map that has a page with its heading to itself. */
#define KITH_HANDOUT_MAP_HEIGHT 810.0

#define KITH_HANDOUT_MARGIN 57.0 /* 15 mm */
#define KITH_HANDOUT_INDENT 14.0
#define KITH_HANDOUT_ROW 22.0  /* of boxes */
#define KITH_HANDOUT_RULE 28.0 /* room for a comment */
#define KITH_HANDOUT_MARKS (KITH_SCORE_PREFER_NOT + 1)

/* How many voices ticked each box: by KithDimension and KithScore. */
typedef struct
{
  guint marks[KITH_N_DIMENSIONS][KITH_HANDOUT_MARKS];
  gboolean all_three; /* a row of boxes each for trust, respect and understanding; else trust's */
} KithHandoutTicks;

/* A part of a text that leads elsewhere. */
typedef struct
{
  guint start;
  guint length; /* bytes */
  char *leads_to;
} KithHandoutRef;

/* A cell in a row of a table. */
typedef struct
{
  PangoLayout *layout;
  double x; /* from the left end of the row */
} KithHandoutCell;

/* A text on a page, and what stands below it. */
typedef struct _KithHandoutBlock KithHandoutBlock;
struct _KithHandoutBlock
{
  PangoLayout *layout;
  KithTextStyle style;
  double gap; /* above it, unless it is first on its page */
  double indent;
  double height;
  gboolean is_question;
  gboolean is_scale; /* a question with five boxes and no answer, without words for the steps */
  KithHandoutTicks ticks;
  KithTrustChart *chart; /* below its words, or NULL */
  PangoLayout *comment;  /* of a question, or NULL */
  KithSheet *sheet;      /* below its words, or NULL */
  KithSceneShown *shown; /* what is on that */
  guint level;           /* of a heading, 1 or 2; 0: it is none */
  char *name;            /* by which references find it, or NULL: letters, digits and dashes */
  char *leads_to;        /* the name of a heading, or NULL */
  GArray *refs;          /* of KithHandoutRef, or NULL */
  KithPlot *plot;        /* instead of words, or NULL: its own say what is on it */
  GArray *cells;         /* of KithHandoutCell: of a row of a table, instead of words; or NULL */
  const KithHandoutBlock *head; /* the first row of its table, of a row that is not that itself */
  gboolean head_again;          /* and it stands above it once more, on another page */
  gboolean begins_page;
  guint page;
  double y;
};

struct _KithHandout
{
  char *title;
  GPtrArray *blocks;
  guint pages;
  gboolean begins_page; /* the next block does */
  char *marking;        /* at the top of each page, or NULL */
  GHashTable *named;    /* name → block */
};

KithHandout *kith_handout_begin (const char *title);
/* A protective marking at the top and the foot of each page; NULL: none. */
void kith_handout_set_marking (KithHandout *handout, const char *marking);
void kith_handout_add_text (KithHandout *handout,
                            KithTextStyle style,
                            double gap,
                            const char *text);
/* The same a little to the right, after a question or heading. */
void kith_handout_add_line (KithHandout *handout, const char *text);
/* A question with its boxes, and what was noted. */
void kith_handout_add_question (KithHandout *handout,
                                const char *question,
                                const KithHandoutTicks *ticks,
                                const char *comment);
/* A question with boxes from 1 to 5, and no answer. */
void kith_handout_add_scale (KithHandout *handout, const char *question);
/* A chart under its heading (transfer full). */
void kith_handout_add_chart (KithHandout *handout, const char *heading, KithTrustChart *chart);
/* What comes next stands at the top of a page. */
void kith_handout_begin_page (KithHandout *handout);
/* A heading of level 1 or 2; references find it by its name, where it has one. */
void kith_handout_add_heading (KithHandout *handout,
                               guint level,
                               const char *name,
                               const char *text);
/* A line that says on which page the heading of that name stands. */
void kith_handout_add_reference (KithHandout *handout, const char *text, const char *name);
/* What was added last is found by that name. */
void kith_handout_name (KithHandout *handout, const char *name);
/* What was added last says `text` from byte `start` on, which leads to what has that name; nothing does
 * where it does not say that. */
void kith_handout_refer (KithHandout *handout, guint start, const char *text, const char *name);
/* What has that name; NULL: nothing. */
const KithHandoutBlock *kith_handout_find (const KithHandout *handout, const char *name);
/* A map on a sheet without a title block (transfer full), as wide as a line and KITH_HANDOUT_MAP_HEIGHT
 * high; `shown` (transfer full) is what is on it. */
void kith_handout_add_map (KithHandout *handout, KithSheet *sheet, KithSceneShown *shown);
/* A plot as wide as a line (transfer full). */
void kith_handout_add_plot (KithHandout *handout, KithPlot *plot);
/* A block without words, to be filled in; for the files of a handout. */
KithHandoutBlock *kith_handout_add_block (KithHandout *handout, double gap, double height);
/* kith-handout-own.c: what a stakeholder answered, is held by, carries and has agreed. */
void kith_handout_add_own (KithHandout *handout, KithMap *map, KithId stakeholder);
/* kith-handout-table.c: `widths` of all columns together are 1. On each page that it reaches its
 * headings come first. */
void kith_handout_add_table (KithHandout *handout,
                             const GPtrArray *columns,
                             const GArray *widths,
                             const GPtrArray *rows);
void kith_handout_cells_to_words (const KithHandoutBlock *row, GString *words);
/* The rows of one table on one page, from block `first` on; returns the first that is not one. */
guint kith_handout_draw_rows (const KithHandout *handout, cairo_t *cr, guint first);
/* kith-handout-links.c: a line that says on which page something stands, and leads there … */
void kith_handout_draw_reference (const KithHandout *handout,
                                  cairo_t *cr,
                                  const KithHandoutBlock *block);
/* … and the parts of a text that do, over the text. */
void kith_handout_draw_refs (const KithHandout *handout,
                             cairo_t *cr,
                             const KithHandoutBlock *block);
/* Breaks it into pages. */
void kith_handout_end (KithHandout *handout);
/* All pages, each called after the first heading of level 1 on it. */
void kith_handout_put (const KithHandout *handout, KithPdf *pdf);

G_END_DECLS
